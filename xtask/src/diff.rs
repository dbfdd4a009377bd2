//! `cargo xtask diff`: what changed in the API, for whom, and which version comes next.

mod accepted;
mod changelog;
mod git;
mod json;
mod markdown;
mod review;
mod rust;
mod source;
mod terminal;

use std::{path::Path, process::ExitCode};

use anyhow::{Context, Result};

use crate::repository;
use accepted::Entry;
use review::{Review, plural};
use source::Side;

/// The exit code for input that cannot be worked with. One is kept for breaks that nobody has accepted.
const UNUSABLE: u8 = 2;

/// Say what changed in the API and in Rust, for whom it is breaking, and which version comes next.
#[derive(clap::Args)]
#[command(after_help = "\
Each side is a git revision, a folder (of a repository or a document), or an OpenAPI 3.0 or 3.1 document in JSON or YAML.
Exits with 1 if there is a break that nobody has accepted, and with 2 if a side cannot be read.

Examples:
  cargo xtask diff                        what this branch and its uncommitted edits change
  cargo xtask diff v0.1.0 main            what a release would hold
  cargo xtask diff published.json spec    the vendor's document against ours
  cargo xtask diff --accept 1f0c7a52 --because \"nobody calls it: asked the three who could\"")]
pub(crate) struct Arguments {
    /// What to compare with; where this branch left main if not given.
    base: Option<String>,
    /// What to compare; the working tree if not given.
    head: Option<String>,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Record the breaks of these fingerprints in `spec/accepted.toml`.
    #[arg(long, value_name = "FINGERPRINT", value_delimiter = ',', requires = "because")]
    accept: Vec<String>,
    /// Why the breaks may be.
    #[arg(long, value_name = "REASON", requires = "accept")]
    because: Option<String>,
    /// Write the changelog's entry in place of the report.
    #[arg(long, conflicts_with = "format")]
    changelog: bool,
    /// Insert the entry into `CHANGELOG.md` under Unreleased.
    #[arg(long, requires = "changelog")]
    write: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For a person at a terminal.
    Terminal,
    /// For a pull request.
    Markdown,
    /// For a program.
    Json,
}

/// Runs the task.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    report(arguments).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(UNUSABLE)
    })
}

fn report(arguments: &Arguments) -> Result<ExitCode> {
    let base = match &arguments.base {
        Some(name) => Side::named(name)?,
        None => Side::merge_base()?,
    };
    let head = match &arguments.head {
        Some(name) => Side::named(name)?,
        None => Side::working_tree()?,
    };
    // Documents can be compared anywhere; what is accepted belongs to a repository.
    let root = repository::root().ok();
    let review = compare(&base, &head, root.as_deref(), arguments)?;
    let text = match (arguments.changelog, arguments.format) {
        (true, _) if arguments.write => {
            let added = changelog::write(&repository::root()?, &review)?;
            format!("{}: {} added.\n", changelog::FILE, plural(added, "bullet", "bullets"))
        }
        (true, _) => changelog::render(&review),
        (false, Format::Terminal) => terminal::render(&review, repository::colour(&std::io::stdout())),
        (false, Format::Markdown) => markdown::render(&review),
        (false, Format::Json) => json::render(&review)?,
    };
    repository::print(&text)?;
    Ok(if review.open().next().is_some() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn compare(base: &Side, head: &Side, root: Option<&Path>, arguments: &Arguments) -> Result<Review> {
    let mut review = Review {
        base: base.shown.clone(),
        head: head.shown.clone(),
        api: yuno_codegen::diff::compare(&base.surface, &head.surface),
        rust: rust::compare(base, head)?,
        version: base.version.clone(),
        accepted: Vec::new(),
        stale: Vec::new(),
    };
    let entries = root.map(accepted::read).transpose()?.unwrap_or_default();
    let is_there = |entry: &Entry| review.findings().any(|finding| finding.fingerprint == entry.fingerprint);
    let (mut current, mut stale): (Vec<_>, Vec<_>) = entries.into_iter().partition(is_there);
    if !arguments.accept.is_empty() {
        let root = root.context("breaks are accepted in a repository of yuno-api: run this inside it")?;
        let because = arguments.because.as_deref().unwrap_or_default();
        let new = accepted::accept(&arguments.accept, because, &review.findings().collect::<Vec<_>>())?;
        current.retain(|entry| new.iter().all(|it| it.fingerprint != entry.fingerprint));
        current.extend(new);
        current.sort_by(|a, b| (&a.operation, &a.path, &a.rule).cmp(&(&b.operation, &b.path, &b.rule)));
        accepted::write(root, &current)?;
        stale.clear();
    }
    review.accepted = current;
    // A stranger's document says nothing about our own changes.
    review.stale = if head.sources.is_some() { stale } else { Vec::new() };
    Ok(review)
}
