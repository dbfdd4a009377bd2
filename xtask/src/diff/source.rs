//! What can be compared: a git revision, a folder, or a file.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use yuno_codegen::{
    diff::{Document, Position, Surface},
    lint, load,
    report::Report,
};

use super::git::{Commit, Git};
use crate::repository;

/// Where a repository keeps its spec, its crate and its version.
const SPEC: &str = "spec/";
const CRATE: &str = "yuno-api/src/";
const MANIFEST: &str = "Cargo.toml";

/// How much of what is wrong with a document is told.
const MAX_FINDINGS: usize = 5;

/// One of the two that are compared.
pub(super) struct Side {
    /// For a person: `the working tree`.
    pub(super) shown: String,
    /// What the document says to callers.
    pub(super) surface: Surface,
    /// The crate; none for a document that stands alone.
    pub(super) sources: Option<CrateSources>,
    /// The version of the crate.
    pub(super) version: Option<String>,
}

/// The sources of `yuno-api`.
#[derive(PartialEq, Eq)]
pub(super) struct CrateSources {
    /// Their texts by path below `src`.
    pub(super) texts: BTreeMap<String, String>,
    /// What is put before such a path where it is shown.
    below: String,
}

impl Side {
    /// The working tree of the repository that we stand in. It must pass lint, as it must to be generated.
    pub(super) fn working_tree() -> Result<Self> {
        let root = repository::root()?;
        let shown = "the working tree";
        let read = |report: Report| refused(&report, shown);
        let sources = load::read_folder(&root.join(SPEC)).map_err(read)?;
        let files = sources.iter().map(|(_, file)| (format!("{SPEC}{}", file.path), file.text.clone())).collect();
        let findings = lint::lint(&load::parse(sources).map_err(read)?);
        if !findings.is_empty() {
            repository::show(&findings)?;
            bail!("{shown} does not pass lint: mend what is listed above (`cargo xtask lint` lists it again)");
        }
        Self::of_repository(&root, shown, Document::from_sources(files), "")
    }

    /// Where this branch left main.
    pub(super) fn merge_base() -> Result<Self> {
        let git = Git::of(&repository::root()?)?;
        Self::of_commit(&git, &git.merge_base()?)
    }

    /// What a word on the command line means. What is there as a file or folder wins over a revision of that name.
    pub(super) fn named(name: &str) -> Result<Self> {
        let path = Path::new(name);
        if path.is_file() {
            return Self::alone(name, Document::from_file(path));
        }
        if path.is_dir() {
            let spec = path.join(SPEC);
            if !spec.join(load::ROOT).is_file() {
                return Self::alone(name, Document::from_folder(path));
            }
            let below = format!("{}/", name.trim_end_matches('/'));
            return Self::of_repository(path, name, Document::from_folder(&spec), below.trim_start_matches("./"));
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
        if !files.contains_key(&format!("{SPEC}{}", load::ROOT)) {
            bail!(
                "{} has no {SPEC}{}: name a revision that has one, or a folder or file with the document of that time",
                commit.shown,
                load::ROOT
            );
        }
        let is_spec = |path: &str| path.starts_with(SPEC) && path.ends_with(".yaml");
        let spec = files.iter().filter(|(path, _)| is_spec(path));
        let spec = spec.map(|(path, text)| (path.clone(), text.clone())).collect();
        let rust = files.iter().filter_map(|(path, text)| Some((path.strip_prefix(CRATE)?, text)));
        let rust = rust.filter(|(path, _)| path.ends_with(".rs"));
        let texts = rust.map(|(path, text)| (path.to_owned(), text.clone())).collect();
        Ok(Self {
            surface: surface(Document::from_sources(spec), &commit.shown)?,
            shown: commit.shown.clone(),
            sources: crate_sources(texts, ""),
            version: files.get(MANIFEST).and_then(|text| version(text)),
        })
    }

    fn of_repository(root: &Path, shown: &str, document: Result<Document, Report>, below: &str) -> Result<Self> {
        Ok(Self {
            surface: surface(document, shown)?,
            shown: shown.to_owned(),
            sources: crate_sources(rust_files(&root.join(CRATE))?, below),
            version: fs::read_to_string(root.join(MANIFEST)).ok().and_then(|text| version(&text)),
        })
    }

    fn alone(name: &str, document: Result<Document, Report>) -> Result<Self> {
        Ok(Self { surface: surface(document, name)?, shown: name.to_owned(), sources: None, version: None })
    }
}

impl CrateSources {
    /// Where something stands in a file.
    pub(super) fn position(&self, file: &str, line: usize) -> Position {
        Position { file: format!("{}{file}", self.below), line }
    }
}

/// A folder without a crate in it has none to compare.
fn crate_sources(texts: BTreeMap<String, String>, below: &str) -> Option<CrateSources> {
    texts.contains_key("lib.rs").then(|| CrateSources { texts, below: format!("{below}{CRATE}") })
}

fn surface(document: Result<Document, Report>, shown: &str) -> Result<Surface> {
    document.and_then(|document| Surface::of(&document)).map_err(|report| refused(&report, shown))
}

/// What keeps a document from being read, with its places.
fn refused(report: &Report, shown: &str) -> anyhow::Error {
    let mut text = format!("{shown} cannot be read as a document; mend it, or name another:");
    for finding in report.findings.iter().take(MAX_FINDINGS) {
        let file = finding.place.and_then(|place| Some((report.sources.get(place.file)?, place)));
        let below = report.sources.shown_below();
        let place = file.map(|(file, place)| format!("{below}{}:{}:{}: ", file.path, place.line, place.column));
        let _ = write!(text, "\n  {}{} {}", place.unwrap_or_default(), finding.message, finding.remedy);
    }
    if let Some(more) = report.findings.len().checked_sub(MAX_FINDINGS).filter(|more| *more > 0) {
        let _ = write!(text, "\n  and {more} more");
    }
    anyhow::anyhow!(text)
}

fn root_or_here() -> Result<PathBuf> {
    repository::root().or_else(|_| std::env::current_dir().context("the current folder cannot be found out"))
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
