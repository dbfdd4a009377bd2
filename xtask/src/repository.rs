//! Where this repository is, and how the tasks speak to whoever runs them.

use std::io::{IsTerminal, Write, stderr, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use yuno_codegen::load::{self, Document};
use yuno_codegen::report::Report;

/// The folder of the repository: the one that we stand in, or the nearest above it that has a spec.
pub(crate) fn root() -> Result<PathBuf> {
    let here = std::env::current_dir().context("the current folder cannot be found out")?;
    match here.ancestors().find(|folder| folder.join("spec").join(load::ROOT).is_file() && is_workspace(folder)) {
        Some(folder) => Ok(folder.to_owned()),
        None => bail!(
            "there is no yuno-api repository at or above {}: run this inside it, where spec/{} is",
            here.display(),
            load::ROOT,
        ),
    }
}

fn is_workspace(folder: &Path) -> bool {
    folder.join("Cargo.toml").is_file() && folder.join("codegen").is_dir()
}

/// What git answers in a folder; none where it says no.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> Result<Option<String>> {
    let output = Command::new("git").current_dir(folder).args(arguments).stdin(Stdio::null()).output();
    let output = output.context("git cannot be run: install it, or do without revisions")?;
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// The spec of this repository, read and parsed; or what keeps it from being read.
pub(crate) fn document() -> Result<Result<Document, Report>> {
    let spec = root()?.join("spec");
    Ok(load::read_folder(&spec).and_then(load::parse))
}

/// Shows findings on standard error, in colour on a terminal that has not asked for none.
pub(crate) fn show(report: &Report) -> Result<()> {
    say(&mut stderr().lock(), &report.render(colour(&stderr())))
}

/// Whether to write in colour: on a terminal that has not asked for none.
pub(crate) fn colour(to: &impl IsTerminal) -> bool {
    to.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Writes to standard output.
pub(crate) fn print(text: &str) -> Result<()> {
    say(&mut stdout().lock(), text)
}

/// Writes; a reader that has gone away, as `head` does, has seen enough.
fn say(to: &mut impl Write, text: &str) -> Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(error).context("the output cannot be written")
        }
        _ => Ok(()),
    }
}
