//! Mini documents: each shows one construct of the spec, and is completed here to a spec that has all the rest.
//!
//! A document is one text. A line `# file: <name>` begins a file of the spec; what stands before the first such line is
//! `schemas.yaml`. Files go into the folder of the document's tag, which has the document's name; a name with a slash,
//! and `openapi.yaml`, stand for themselves.
//!
//! What is completed:
//!
//! - `openapi.yaml`: each top-level key that it lacks.
//! - `operations.yaml`, where `openapi.yaml` has no `paths`: one operation that sends the component `Sent`, `Both` or (as a PATCH)
//!   `Changes`, and answers `Received` or `Both`. A file `operation.yaml` has keys of this operation which replace
//!   those that would be written for it, and also `method` and `path`.
//! - `examples.yaml`: `sent` and `received`, each `{}` where it is not given.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use yuno_codegen::{Output, Settings, report::Report};

use crate::repository;

/// A mini document.
pub struct Document {
    name: String,
    /// By path below the spec folder.
    files: BTreeMap<String, String>,
}

impl Document {
    /// The document that this text stands for.
    #[must_use]
    pub fn new(name: &str, text: &str) -> Self {
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        let mut path = format!("{name}/schemas.yaml");
        for line in text.trim_start_matches('\n').lines() {
            if let Some(file) = line.strip_prefix("# file: ") {
                let stands_for_itself = file.contains('/') || file == "openapi.yaml";
                path = if stands_for_itself { file.to_owned() } else { format!("{name}/{file}") };
            }
            let file = files.entry(path.clone()).or_default();
            file.push_str(line);
            file.push('\n');
        }
        Self { name: name.to_owned(), files }
    }

    /// A document that is a whole spec already.
    #[must_use]
    pub fn of_files(files: BTreeMap<String, String>) -> Self {
        Self { name: String::new(), files }
    }

    /// The document of this name in `tests/documents`.
    #[must_use]
    pub fn read(name: &str) -> Self {
        let path = folder().join(format!("{name}.yaml"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self::new(name, &text)
    }

    /// The names of the documents in `tests/documents`.
    #[must_use]
    pub fn names() -> BTreeSet<String> {
        let files = repository::files(&folder()).into_keys();
        files.filter_map(|path| path.strip_suffix(".yaml").map(str::to_owned)).collect()
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it shows something about operations, and not only about schemas.
    #[must_use]
    pub fn shows_operations(&self) -> bool {
        self.files.keys().any(|path| path.ends_with("/operations.yaml") || path.ends_with("/operation.yaml"))
    }

    /// The files of the whole spec.
    #[must_use]
    pub fn completed(&self) -> BTreeMap<String, String> {
        let mut files = self.files.clone();
        if self.name.is_empty() {
            return files;
        }
        if !files.get("openapi.yaml").is_some_and(|root| Keys::of(root).has("paths")) {
            let operation = files.remove(&format!("{}/operation.yaml", self.name)).unwrap_or_default();
            self.complete_operation(&Keys::of(&operation), &mut files);
        }
        let root = files.remove("openapi.yaml").unwrap_or_default();
        files.insert("openapi.yaml".to_owned(), Keys::of(&root).completed("# The root.\n", &self.root()));
        files
    }

    fn complete_operation(&self, own: &Keys<'_>, files: &mut BTreeMap<String, String>) {
        let name = &self.name;
        let schemas = files.get(&format!("{name}/schemas.yaml")).map_or("", String::as_str);
        let schemas = Keys::of(schemas);
        let first = |names: &[&'static str]| names.iter().copied().find(|name| schemas.has(name));
        let (sent, received) = (first(&["Sent", "Changes", "Both"]), first(&["Received", "Both"]));
        let verb = match sent {
            Some("Changes") => "patch",
            Some(_) => "post",
            None => "get",
        };
        let method = own.line("method").unwrap_or(verb);
        let path = own.line("path").map_or_else(|| format!("/v1/{name}"), str::to_owned);
        let mut defaults = format!(
            "operationId: {name}.act\ntags: [{name}]\nsummary: Act\ndescription: Acts.\n\
             x-yuno-source: reference\nx-yuno-idempotency: none\n"
        );
        if let Some(sent) = sent {
            let _ = write!(defaults, "requestBody:\n  required: true\n{}", content(sent, "sent", "  "));
        }
        defaults.push_str("responses:\n  '200':\n    description: Done.\n");
        if let Some(received) = received {
            defaults.push_str(&content(received, "received", "    "));
        }
        let operation = own.without(&["method", "path"]).completed("", &defaults);
        let mut text = format!("# Operations.\nact:\n  {method}:\n");
        for line in operation.lines() {
            let _ = writeln!(text, "    {line}");
        }
        files.insert(format!("{name}/operations.yaml"), text);
        files
            .entry("openapi.yaml".to_owned())
            .or_default()
            .push_str(&format!("paths:\n  {path}:\n    $ref: '{name}/operations.yaml#/act'\n"));

        let mut examples = String::new();
        for (key, component) in [("sent", sent), ("received", received)] {
            if component.is_some() {
                let _ = write!(examples, "{key}:\n  summary: A body\n  value: {{}}\n");
            }
        }
        let own = files.remove(&format!("{name}/examples.yaml")).unwrap_or_default();
        if !own.is_empty() || !examples.is_empty() {
            let completed = Keys::of(&own).completed("# Examples.\n", &examples);
            files.insert(format!("{name}/examples.yaml"), completed);
        }
    }

    fn root(&self) -> String {
        format!(
            "\
openapi: 3.0.3
info: {{ title: Mini, version: '1', description: A mini document. }}
servers:
  - {{ url: 'https://mini.example', description: A host. }}
security:
  - key: []
tags:
  - {{ name: {}, description: A group of calls. }}
components:
  securitySchemes:
    key: {{ type: apiKey, in: header, name: key, description: The key. }}
",
            self.name
        )
    }

    /// The completed spec, in a folder of its own.
    #[must_use]
    pub fn write(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        repository::write(folder.path(), &self.completed());
        folder
    }

    /// What the generator makes of it.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn generate(&self) -> Result<Output, Report> {
        yuno_codegen::generate(self.write().path(), &Settings::default())
    }

    /// What the generator makes of it, which has nothing to complain about.
    #[must_use]
    pub fn generated(&self) -> Output {
        self.generate().unwrap_or_else(|report| panic!("{}:\n{}", self.name, report.render(false)))
    }

    /// What the generator finds wrong with it, as a terminal without colours shows it.
    #[must_use]
    pub fn findings(&self) -> String {
        match self.generate() {
            Ok(_) => panic!("{} has no findings", self.name),
            Err(report) => report.render(false),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("documents")
}

fn content(component: &str, example: &str, indent: &str) -> String {
    let lines = format!(
        "content:\n  application/json:\n    schema: {{ $ref: 'schemas.yaml#/{component}' }}\n    \
         examples:\n      {example}: {{ $ref: 'examples.yaml#/{example}' }}\n"
    );
    lines.lines().map(|line| format!("{indent}{line}\n")).collect()
}

/// A text of YAML by its top-level keys.
struct Keys<'t> {
    /// What stands before the first key.
    head: &'t str,
    /// Each key with its text, from its line to the next key's.
    blocks: Vec<(&'t str, &'t str)>,
}

impl<'t> Keys<'t> {
    fn of(text: &'t str) -> Self {
        let mut starts = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let is_key = line.starts_with(|first: char| first.is_ascii_alphabetic() || "'\"".contains(first));
            if let Some((key, _)) = line.split_once(':').filter(|_| is_key) {
                starts.push((key, at));
            }
            at += line.len();
        }
        let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
        let blocks = starts.iter().zip(ends).map(|((key, start), end)| (*key, &text[*start..end]));
        Self { head: &text[..starts.first().map_or(text.len(), |(_, at)| *at)], blocks: blocks.collect() }
    }

    fn has(&self, key: &str) -> bool {
        self.blocks.iter().any(|(name, _)| *name == key)
    }

    /// The value of a key whose value stands on the key's line.
    fn line(&self, key: &str) -> Option<&'t str> {
        let (_, block) = self.blocks.iter().find(|(name, _)| *name == key)?;
        Some(block.split_once(':')?.1.trim())
    }

    fn without(&self, keys: &[&str]) -> Self {
        let kept = self.blocks.iter().filter(|(name, _)| !keys.contains(name));
        Self { head: "", blocks: kept.copied().collect() }
    }

    /// Its own text, with those keys of `defaults` that it lacks.
    fn completed(&self, head: &str, defaults: &str) -> String {
        let mut out = if self.head.is_empty() { head.to_owned() } else { self.head.to_owned() };
        let defaults = Keys::of(defaults);
        let lacking = defaults.blocks.iter().filter(|(name, _)| !self.has(name));
        out.extend(self.blocks.iter().chain(lacking).map(|(_, block)| *block));
        out
    }
}
