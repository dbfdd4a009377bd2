//! `cargo xtask upstream`: holds our spec against the documents that the vendor publishes.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use yuno_codegen::diff::Document;
use yuno_codegen::diff::upstream::{Departed, Ledger, Upstream, draft, upstream};
use yuno_codegen::report::Report;

use crate::repository;

/// What the task ends with where something cannot be read.
const UNREADABLE: u8 = 2;

/// Hold our spec against published `OpenAPI` documents; exit with 1 where a difference is not explained in
/// spec/upstream.toml, or an entry there explains nothing any more; with 2 where something cannot be read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The published documents: `OpenAPI` 3.0 or 3.1, JSON or YAML, files or folders, whole or one operation each.
    #[arg(required = true)]
    published: Vec<PathBuf>,
    /// They are the whole API: report operations that only one side has, and judge every entry of the ledger.
    #[arg(long)]
    complete: bool,
    /// Append an entry for each difference that is not explained. Write the reasons yourself.
    #[arg(long)]
    write_ledger: bool,
}

/// Runs the task.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let spec = spec()?;
    let ledger = spec.join("upstream.toml");
    let outcome = match compare(&spec, &ledger, arguments) {
        Ok(outcome) => outcome,
        Err(report) => {
            repository::show(&report)?;
            return Ok(ExitCode::from(UNREADABLE));
        }
    };
    if outcome.compared.is_empty() {
        let nothing = "None of the published operations is one of ours: check the documents' servers and paths.\n";
        repository::print(nothing)?;
        return Ok(ExitCode::from(UNREADABLE));
    }
    repository::print(&shown(&outcome))?;
    if arguments.write_ledger && !outcome.unexplained.is_empty() {
        append(&ledger, &draft(&outcome.unexplained))?;
        repository::print("Drafts are in spec/upstream.toml: write a reason into each, or change the spec.\n")?;
    }
    Ok(if outcome.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The folder of the spec, by as short a path as names it.
fn spec() -> Result<PathBuf> {
    let spec = repository::root()?.join("spec");
    let here = std::env::current_dir().unwrap_or_default();
    Ok(spec.strip_prefix(here).map(Path::to_owned).unwrap_or(spec))
}

fn compare(spec: &Path, ledger: &Path, arguments: &Arguments) -> Result<Upstream, Report> {
    let ledger = Ledger::read(ledger)?;
    let ours = Document::from_folder(spec)?;
    let read = |path: &PathBuf| if path.is_dir() { Document::from_folder(path) } else { Document::from_file(path) };
    let published: Vec<_> = arguments.published.iter().map(read).collect::<Result<_, _>>()?;
    upstream(&ours, &published, &ledger, arguments.complete)
}

fn append(path: &Path, text: &str) -> Result<()> {
    let failed = || format!("{} cannot be written; check that you may", path.display());
    let mut file = OpenOptions::new().append(true).create(true).open(path).with_context(failed)?;
    file.write_all(text.as_bytes()).with_context(failed)
}

/// The outcome as text: each difference with its places, each idle entry, and how many there are.
fn shown(outcome: &Upstream) -> String {
    let mut text = String::new();
    for one in &outcome.unexplained {
        text.push_str(&departed(one));
    }
    for stale in &outcome.stale {
        text.push_str(&format!(
            "{}:{}: the entry for {} {} ({}) explains nothing any more; delete it\n",
            stale.at.file, stale.at.line, stale.entry.operation, stale.entry.path, stale.entry.kind
        ));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&format!(
        "Operations compared: {}. Differences explained: {}; not explained: {}; idle entries: {}.\n",
        outcome.compared.len(),
        outcome.explained,
        outcome.unexplained.len(),
        outcome.stale.len()
    ));
    if !outcome.unexplained.is_empty() {
        text.push_str(
            "Change the spec, or explain the difference in spec/upstream.toml; --write-ledger drafts entries.\n",
        );
    }
    text
}

fn departed(one: &Departed) -> String {
    let or_none = |value: &str| if value.is_empty() { "nothing".to_owned() } else { value.to_owned() };
    let at = |position: &Option<yuno_codegen::diff::Position>| {
        position.as_ref().map_or_else(String::new, |at| format!(" ({}:{})", at.file, at.line))
    };
    let operation = if one.operation.is_empty() { "The document" } else { &one.operation };
    let path = if one.path.is_empty() { String::new() } else { format!(" {}", one.path) };
    format!(
        "{operation}{path}: {} differs\n    published: {}{}\n    ours:      {}{}\n",
        one.kind,
        or_none(&one.published),
        at(&one.published_at),
        or_none(&one.ours),
        at(&one.ours_at)
    )
}
