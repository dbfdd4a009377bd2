//! Reads any `OpenAPI` 3.0 or 3.1 document, ours or a stranger's: JSON or YAML, in one file or many.

mod json;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use crate::load::folder;
use crate::load::yaml::{self, Dialect};
use crate::report::{Finding, Report};
use crate::tree::{FileId, Node, Sources, Value};

/// What a file of a document may end in.
const EXTENSIONS: [&str; 3] = ["yaml", "yml", "json"];

/// What the file is called that everything else hangs from, where there are several.
const ROOTS: [&str; 3] = ["openapi.yaml", "openapi.yml", "openapi.json"];

/// References through references, at most.
const MAX_STEPS: usize = 32;

/// A document as it stands in its files, each node with its line. Nothing but its form has been checked.
#[derive(Debug)]
pub struct Document {
    sources: Sources,
    /// The files that the root leads to.
    trees: HashMap<FileId, Node>,
    root: FileId,
    minor: u8,
}

impl Document {
    /// Reads a folder such as `spec/`: its `openapi.yaml`, and what that refers to.
    ///
    /// # Errors
    ///
    /// What keeps it from being read: no folder, no root, files that are not YAML or JSON, another version.
    pub fn from_folder(folder: &Path) -> Result<Self, Report> {
        let below = format!("{}/", folder.display().to_string().trim_end_matches('/'));
        Self::read(folder::read_files(folder, &EXTENSIONS, Sources::below(below))?)
    }

    /// Reads one file. What it refers to must stand in it.
    ///
    /// # Errors
    ///
    /// What keeps it from being read, as for a folder.
    pub fn from_file(path: &Path) -> Result<Self, Report> {
        let shown = path.display().to_string();
        let mut sources = Sources::below("");
        let mut findings = Vec::new();
        match fs::read(path) {
            Ok(bytes) => folder::add(&mut sources, &shown, bytes, &mut findings),
            Err(error) => findings.push(folder::unreadable(&shown, &error)),
        }
        if findings.is_empty() { Self::read(sources) } else { Err(Report::new(sources, findings)) }
    }

    /// Reads files that are already in memory, such as those of a git revision, by path. Places name these paths.
    ///
    /// # Errors
    ///
    /// What keeps it from being read, as for a folder.
    pub fn from_sources(files: BTreeMap<String, String>) -> Result<Self, Report> {
        let mut sources = Sources::below("");
        for (path, text) in files {
            sources.add(path, text);
        }
        Self::read(sources)
    }

    fn read(sources: Sources) -> Result<Self, Report> {
        let mut reader = Reader { sources: &sources, trees: HashMap::new(), findings: Vec::new() };
        let root = reader.find_root();
        if let Some(root) = root {
            reader.read_all(root);
        }
        let minor = root.and_then(|root| reader.version(root));
        let Reader { trees, findings, .. } = reader;
        match (root, minor) {
            (Some(root), Some(minor)) if findings.is_empty() => Ok(Self { sources, trees, root, minor }),
            _ => Err(Report::new(sources, findings)),
        }
    }

    /// The root of the document.
    pub(super) fn root(&self) -> Option<&Node> {
        self.trees.get(&self.root)
    }

    /// Whether its schemas are those of `OpenAPI` 3.1.
    pub(super) fn is_3_1(&self) -> bool {
        self.minor >= 1
    }

    /// The names of its files, as a report shows them.
    pub(super) fn files(&self) -> Vec<String> {
        self.sources.iter().map(|(_, file)| format!("{}{}", self.sources.shown_below(), file.path)).collect()
    }

    /// A report on this document.
    pub(super) fn report(&self, findings: Vec<Finding>) -> Report {
        Report::new(self.sources.clone(), findings)
    }

    /// The node itself, or what it refers to, through as many references as there are.
    pub(super) fn follow<'a>(&'a self, node: &'a Node) -> Result<&'a Node, Box<Finding>> {
        let mut node = node;
        for _ in 0..MAX_STEPS {
            let Some(reference) = node.entry("$ref").filter(|it| it.node.text().is_some()) else { return Ok(node) };
            node = self.resolve(&reference.node)?;
        }
        let remedy = "Let one of the references lead to a definition.";
        Err(Box::new(Finding::new("reference-circle", node.place, "These references lead in a circle.", remedy)))
    }

    /// What the text of a `$ref` leads to.
    fn resolve<'a>(&'a self, reference: &'a Node) -> Result<&'a Node, Box<Finding>> {
        let text = reference.text().unwrap_or_default();
        let broken = |why: String| {
            let message = format!("The reference `{text}` leads nowhere: {why}.");
            let remedy = "Mend it, or bundle the document into one file.";
            Box::new(Finding::new("broken-reference", reference.place, message, remedy))
        };
        let (path, pointer) = text.split_once('#').unwrap_or((text, ""));
        let file = target(&self.sources, reference.place.file, path).map_err(broken)?;
        let mut node = self.trees.get(&file).ok_or_else(|| broken(format!("{path} has not been read")))?;
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return Err(broken("it is no path (`#/..`) but an anchor".to_owned()));
        }
        for part in pointer.split('/').skip(1) {
            let part = decoded(part);
            let inner = match &node.value {
                Value::Map(_) => node.get(&part),
                Value::List(items) => part.parse::<usize>().ok().and_then(|at| items.get(at)),
                _ => None,
            };
            node = inner.ok_or_else(|| broken(format!("there is no `{part}`")))?;
        }
        Ok(node)
    }
}

/// The file that the path of a reference means in the file `from`.
fn target(sources: &Sources, from: FileId, path: &str) -> Result<FileId, String> {
    if path.is_empty() {
        return Ok(from);
    }
    if path.contains("://") {
        return Err("it leads to another host, and nothing is fetched".to_owned());
    }
    let base = sources.get(from).map_or("", |file| file.path.as_str());
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or("it leads out of the document's folder")?;
            }
            _ => parts.push(part),
        }
    }
    let path = parts.join("/");
    sources.find(&path).ok_or_else(|| format!("there is no file {path}"))
}

/// One part of a JSON pointer in a URL, as the key that it means.
fn decoded(part: &str) -> Cow<'_, str> {
    if !part.contains(['~', '%']) {
        return Cow::Borrowed(part);
    }
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        match hex.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~"))
}

/// Parses the files that belong to a document, and no others.
struct Reader<'a> {
    sources: &'a Sources,
    trees: HashMap<FileId, Node>,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn find_root(&mut self) -> Option<FileId> {
        let files: Vec<FileId> = self.sources.iter().map(|(id, _)| id).collect();
        if let [only] = files.as_slice() {
            return Some(*only);
        }
        if let Some(root) = ROOTS.iter().find_map(|name| self.sources.find(name)) {
            return Some(root);
        }
        let looks_like_root = |text: &str| {
            let mut lines = text.lines().map(|line| line.trim_start_matches(['{', ' ', '\t', '"', '\'']));
            lines.any(|line| line.starts_with("openapi\"") || line.starts_with("openapi:"))
        };
        let roots: Vec<_> = self.sources.iter().filter(|(_, file)| looks_like_root(&file.text)).collect();
        if let [(root, _)] = roots.as_slice() {
            return Some(*root);
        }
        let message = match roots.as_slice() {
            [] => "None of the files is an OpenAPI document.".to_owned(),
            [(_, first), (_, second), ..] => {
                format!("Several files are OpenAPI documents, such as {} and {}.", first.path, second.path)
            }
            [_] => String::new(),
        };
        let remedy = format!("Name one file, or a folder whose root is called {}.", ROOTS[0]);
        self.findings.push(Finding { rule: "no-root", message, place: None, related: None, remedy });
        None
    }

    fn read_all(&mut self, root: FileId) {
        let mut waiting = vec![root];
        while let Some(file) = waiting.pop() {
            let Some(source) = self.sources.get(file).filter(|_| !self.trees.contains_key(&file)) else { continue };
            match yaml::parse(file, &json::as_yaml(&source.text), Dialect::Any) {
                Ok(parsed) => {
                    references(&parsed.root, &mut |path| waiting.extend(target(self.sources, file, path).ok()));
                    self.trees.insert(file, parsed.root);
                }
                Err(found) => {
                    self.findings.extend(found);
                    return;
                }
            }
        }
    }

    /// The second number of the version; none, with a finding, where we cannot read that version.
    fn version(&mut self, root: FileId) -> Option<u8> {
        let tree = self.trees.get(&root)?;
        let version = tree.get("openapi");
        let text = match version.map(|node| &node.value) {
            Some(Value::Text(text) | Value::Number(text)) => text.as_str(),
            _ => "",
        };
        match text.split('.').take(2).collect::<Vec<_>>().as_slice() {
            ["3", "0"] => return Some(0),
            ["3", "1"] => return Some(1),
            _ => {}
        }
        let place = version.map_or(tree.place, |node| node.place);
        let (message, remedy) = if tree.get("swagger").is_some() {
            ("This is a Swagger 2.0 document.".to_owned(), "Convert it to OpenAPI 3.0 first.")
        } else if version.is_none() {
            (
                "This is no OpenAPI document: `openapi` is missing.".to_owned(),
                "Name the file that holds `openapi: 3..`.",
            )
        } else {
            (format!("OpenAPI {text} cannot be read."), "Use a document of version 3.0 or 3.1.")
        };
        self.findings.push(Finding::new("openapi-version", place, message, remedy));
        None
    }
}

/// Calls back with the path of each reference into another file.
fn references(node: &Node, found: &mut impl FnMut(&str)) {
    for item in node.items() {
        references(item, found);
    }
    for entry in node.entries() {
        if entry.key == "$ref"
            && let Some(text) = entry.node.text()
            && let path = text.split('#').next().unwrap_or_default()
            && !path.is_empty()
        {
            found(path);
        }
        references(&entry.node, found);
    }
}
