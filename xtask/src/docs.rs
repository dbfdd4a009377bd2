//! `cargo xtask docs`: writes the reference of the API as one static HTML page, from the bundle.

use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};
use yuno_codegen::bundle;

use crate::repository;

/// The npm package that draws the page, and the version that it was looked at with.
const REDOCLY: &str = "@redocly/cli@2";

/// Write the reference of the API as one HTML page. Needs npm, which fetches Redocly.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Where to write it; by default `target/reference/index.html`.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the task.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let document = match repository::document()? {
        Ok(document) => document,
        Err(report) => {
            repository::show(&report)?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let out = match &arguments.out {
        Some(out) => out.clone(),
        None => repository::root()?.join("target/reference/index.html"),
    };
    let folder = out.parent().context("the page needs a folder")?;
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let input = tempfile::Builder::new().suffix(".json").tempfile().context("no temporary file can be made")?;
    std::fs::write(input.path(), bundle::bundle(&document).to_json()).context("the bundle cannot be written")?;
    let done = Command::new("npx")
        .args(["--yes", REDOCLY, "build-docs"])
        .arg(input.path())
        .arg("--output")
        .arg(&out)
        // It neither reports usage nor looks for a newer version of itself.
        .envs([("REDOCLY_TELEMETRY", "off"), ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")])
        .stdin(Stdio::null())
        .status()
        .context("npx cannot be run: the page is drawn by an npm package, so install Node.js with npm")?;
    if !done.success() {
        bail!("Redocly could not draw the page; what it said stands above");
    }
    println!("{}", out.display());
    Ok(ExitCode::SUCCESS)
}
