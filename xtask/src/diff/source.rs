//! What can be compared: a git revision, a folder, or a file.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use yuno_codegen::{
    diff::{Difference, Position},
    lint,
    load::{self, Document},
    report::Report,
    tree::Sources,
};

use super::git::{Commit, Git};
use crate::repository;

/// Where a repository keeps its spec, its crate and its version.
const SPEC: &str = "spec/";
const CRATE: &str = "yuno-api/src/";
const MANIFEST: &str = "Cargo.toml";

/// How large a document may be: the vendor's has one tenth.
const MAX_BYTES: u64 = 64 << 20;

/// How much of what is wrong with a document is told.
const MAX_FINDINGS: usize = 5;

/// One of the two that are compared.
pub(super) struct Side {
    /// For a person: `the working tree`.
    pub(super) shown: String,
    /// The document.
    pub(super) document: Document,
    /// The sources of `yuno-api` by path below `src`; none for a document that stands alone.
    pub(super) sources: Option<BTreeMap<String, String>>,
    /// The version of the crate.
    pub(super) version: Option<String>,
    /// How its files are shown.
    naming: Naming,
}

/// How the paths of a document's files are shown.
enum Naming {
    /// With this before them.
    Below(String),
    /// The document is this file.
    File(String),
}

impl Naming {
    fn file(&self, path: &str) -> String {
        match self {
            Self::Below(prefix) => format!("{prefix}{path}"),
            Self::File(file) => file.clone(),
        }
    }
}

impl Side {
    /// The working tree of the repository that we stand in. It must pass lint, as it must to be generated.
    pub(super) fn working_tree() -> Result<Self> {
        let side = Self::of_repository(&repository::root()?, "the working tree", "")?;
        side.lint()?;
        Ok(side)
    }

    /// Where this branch left main.
    pub(super) fn merge_base() -> Result<Self> {
        let root = repository::root()?;
        let git = Git::of(&root)?;
        Self::of_commit(&git, &git.merge_base()?)
    }

    /// What a word on the command line means. What is there as a file or folder wins over a revision of that name.
    pub(super) fn named(name: &str) -> Result<Self> {
        let path = Path::new(name);
        if path.is_file() {
            return Self::of_file(path, name);
        }
        if path.is_dir() {
            return Self::of_folder(path, name);
        }
        // A path is never a revision; git would say something that nobody understands.
        if path.extension().is_some_and(|extension| ["json", "yaml", "yml"].iter().any(|it| extension == *it)) {
            bail!("there is no file {name}: check the path, which is taken from the folder that you stand in");
        }
        let git = Git::of(&root_or_here()?)?;
        let commit = git.commit(name)?;
        Self::of_commit(&git, &commit)
    }

    fn of_commit(git: &Git, commit: &Commit) -> Result<Self> {
        let files = git.files(commit, &["spec", "yuno-api/src", MANIFEST])?;
        let sources = below(&files, SPEC, |path| path.ends_with(".yaml"));
        if !sources.contains_key(load::ROOT) {
            bail!(
                "{} has no {SPEC}{}: name a revision that has one, or a folder or file with the document of that time",
                commit.shown,
                load::ROOT
            );
        }
        let mut documents = Sources::default();
        for (path, text) in sources {
            documents.add(path, text);
        }
        let rust = below(&files, CRATE, |path| path.ends_with(".rs"));
        let naming = Naming::Below(SPEC.to_owned());
        Ok(Self {
            document: parsed(documents, &commit.shown, &naming)?,
            shown: commit.shown.clone(),
            sources: rust.contains_key("lib.rs").then_some(rust),
            version: files.get(MANIFEST).and_then(|text| version(text)),
            naming,
        })
    }

    fn of_folder(folder: &Path, name: &str) -> Result<Self> {
        if folder.join(SPEC).join(load::ROOT).is_file() {
            let prefix = format!("{}/", name.trim_end_matches('/'));
            return Self::of_repository(folder, name, if prefix == "./" { "" } else { &prefix });
        }
        if !folder.join(load::ROOT).is_file() {
            bail!(
                "{name} has neither {root} nor {SPEC}{root}: name the folder that holds {root}, or a document as a file",
                root = load::ROOT
            );
        }
        let naming = Naming::Below(format!("{}/", name.trim_end_matches('/')));
        let sources = load::read_folder(folder).map_err(|report| refused(&report, name, &naming))?;
        let document = parsed(sources, name, &naming)?;
        Ok(Self { document, shown: name.to_owned(), sources: None, version: None, naming })
    }

    fn of_repository(root: &Path, name: &str, prefix: &str) -> Result<Self> {
        let naming = Naming::Below(format!("{prefix}{SPEC}"));
        let sources = load::read_folder(&root.join(SPEC)).map_err(|report| refused(&report, name, &naming))?;
        let rust = rust_files(&root.join(CRATE))?;
        Ok(Self {
            document: parsed(sources, name, &naming)?,
            shown: name.to_owned(),
            sources: rust.contains_key("lib.rs").then_some(rust),
            version: fs::read_to_string(root.join(MANIFEST)).ok().and_then(|text| version(&text)),
            naming,
        })
    }

    fn of_file(path: &Path, name: &str) -> Result<Self> {
        let size = fs::metadata(path).with_context(|| format!("{name} cannot be read"))?.len();
        if size > MAX_BYTES {
            bail!("{name} has {size} bytes, more than any OpenAPI document: is it the right file?");
        }
        let bytes = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
        let text = String::from_utf8(bytes).ok().with_context(|| format!("{name} is not text: save it as UTF-8"))?;
        let mut sources = Sources::default();
        sources.add(load::ROOT, text);
        let naming = Naming::File(name.to_owned());
        let document = parsed(sources, name, &naming)?;
        Ok(Self { document, shown: name.to_owned(), sources: None, version: None, naming })
    }

    /// Refuses a document that could not be generated: what it says is not what callers would get.
    fn lint(&self) -> Result<()> {
        let report = lint::lint(&self.document);
        if report.is_empty() {
            return Ok(());
        }
        repository::show(&report)?;
        bail!("{} does not pass lint: mend what is listed above (`cargo xtask lint` lists it again)", self.shown)
    }

    /// How a file of the crate is shown.
    pub(super) fn crate_file(&self, path: &str) -> String {
        match &self.naming {
            Naming::Below(prefix) => format!("{}{CRATE}{path}", prefix.trim_end_matches(SPEC)),
            Naming::File(_) => path.to_owned(),
        }
    }

    fn rename(&self, position: &mut Option<Position>) {
        if let Some(position) = position {
            position.file = self.naming.file(&position.file);
        }
    }
}

/// Names the files of both sides as they were given.
pub(super) fn name_files(findings: &mut [Difference], base: &Side, head: &Side) {
    for finding in findings {
        base.rename(&mut finding.base);
        head.rename(&mut finding.head);
    }
}

fn root_or_here() -> Result<PathBuf> {
    repository::root().or_else(|_| std::env::current_dir().context("the current folder cannot be found out"))
}

/// The files below a folder that are wanted, by their path in it.
fn below(files: &BTreeMap<String, String>, folder: &str, wanted: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let files = files.iter().filter_map(|(path, text)| Some((path.strip_prefix(folder)?, text)));
    files.filter(|(path, _)| wanted(path)).map(|(path, text)| (path.to_owned(), text.clone())).collect()
}

fn parsed(sources: Sources, name: &str, naming: &Naming) -> Result<Document> {
    let document = load::parse(sources).map_err(|report| refused(&report, name, naming))?;
    let version = document.root().and_then(|root| root.text_at("openapi")).unwrap_or_default();
    if !(version.starts_with("3.0.") || version.starts_with("3.1.")) {
        bail!(
            "{name} is no OpenAPI document of version 3.0 or 3.1 (its `openapi` is {version:?}): convert it first, or \
             name another"
        );
    }
    Ok(document)
}

/// What keeps a document from being read, with its places as this side names its files.
fn refused(report: &Report, shown: &str, naming: &Naming) -> anyhow::Error {
    let mut text = format!("{shown} cannot be read as a document; mend it, or name another:");
    for finding in report.findings.iter().take(MAX_FINDINGS) {
        let file = finding.place.and_then(|place| Some((report.sources.get(place.file)?, place)));
        let place = file.map(|(file, place)| format!("{}:{}:{}: ", naming.file(&file.path), place.line, place.column));
        let _ = write!(text, "\n  {}{} {}", place.unwrap_or_default(), finding.message, finding.remedy);
    }
    if let Some(more) = report.findings.len().checked_sub(MAX_FINDINGS).filter(|more| *more > 0) {
        let _ = write!(text, "\n  and {more} more");
    }
    anyhow::anyhow!(text)
}

/// The Rust files below a folder, by their path in it; none where there is no folder.
fn rust_files(folder: &Path) -> Result<BTreeMap<String, String>> {
    fn walk(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) -> Result<()> {
        let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
            if entry.file_type()?.is_dir() {
                walk(&entry.path(), &path, found)?;
            } else if name.ends_with(".rs") {
                let text = fs::read_to_string(entry.path());
                found.insert(path, text.with_context(|| format!("{} cannot be read", entry.path().display()))?);
            }
        }
        Ok(())
    }
    let mut found = BTreeMap::new();
    if folder.is_dir() {
        walk(folder, "", &mut found)?;
    }
    Ok(found)
}

/// The version that the workspace's manifest gives.
fn version(manifest: &str) -> Option<String> {
    let manifest: toml::Table = manifest.parse().ok()?;
    let version = manifest.get("workspace")?.get("package")?.get("version")?.as_str()?;
    Some(version.to_owned())
}
