//! `cargo xtask lint`: says everything that is wrong with the spec.

use std::process::ExitCode;

use anyhow::Result;
use yuno_codegen::lint;

use crate::repository;

/// Say everything that is wrong with the spec; exit with 1 if anything is.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Say nothing if nothing is wrong.
    #[arg(long)]
    quiet: bool,
}

/// Runs the task.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let report = match repository::document()? {
        Ok(document) => lint::lint(&document),
        Err(report) => report,
    };
    if !report.is_empty() {
        repository::show(&report)?;
        return Ok(ExitCode::FAILURE);
    }
    if !arguments.quiet {
        repository::print("spec: no findings.\n")?;
    }
    Ok(ExitCode::SUCCESS)
}
