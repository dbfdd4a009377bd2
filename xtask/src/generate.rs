//! `cargo xtask generate`: writes the generated half of the crate.

mod changes;
mod progress;

use std::{process::ExitCode, time::Instant};

use anyhow::Result;
use yuno_codegen::{Output, Settings};

use crate::repository;
use changes::Changes;

/// Where the generated files are, below the root of the repository.
pub(crate) const GENERATED: &str = "yuno-api/src/generated";

/// Write `yuno-api/src/generated` from the spec.
#[derive(clap::Args)]
#[command(after_help = "Example: cargo xtask generate --check")]
pub(crate) struct Arguments {
    /// Write nothing; exit with 1 if what is there differs from what would be written.
    #[arg(long)]
    check: bool,
    /// Show the closing line only.
    #[arg(long)]
    quiet: bool,
}

/// Runs the task.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let start = Instant::now();
    let root = repository::root()?;
    let progress = progress::Progress::new(!arguments.quiet);
    let started = |step: &'static str| progress.step(step);
    let generated = yuno_codegen::generate(&root.join("spec"), &Settings { started: Some(&started) });
    progress.finish();
    let output = match generated {
        Ok(output) => output,
        Err(report) => {
            repository::show(&report)?;
            eprintln!("Nothing was written.");
            return Ok(ExitCode::FAILURE);
        }
    };
    if !arguments.quiet {
        for (step, time) in &output.steps {
            repository::print(&format!("{step:<9}{:>8.1} ms\n", time.as_secs_f64() * 1000.0))?;
        }
    }
    let folder = root.join(GENERATED);
    let changes = Changes::find(&folder, &output.files)?;
    if arguments.check {
        return check(&changes, &output, start);
    }
    changes.apply(&folder)?;
    repository::print(&format!(
        "{}: {} written, {} removed, {} unchanged; {} ms.\n",
        counts(&output),
        changes.written(),
        changes.orphaned.len(),
        changes.unchanged,
        start.elapsed().as_millis(),
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn check(changes: &Changes<'_>, output: &Output, start: Instant) -> Result<ExitCode> {
    if changes.is_empty() {
        let time = start.elapsed().as_millis();
        repository::print(&format!(
            "{}: all {} files are up to date; {time} ms.\n",
            counts(output),
            changes.unchanged
        ))?;
        return Ok(ExitCode::SUCCESS);
    }
    eprint!("{}", changes.describe(GENERATED));
    eprintln!("{GENERATED} differs from what spec/ says. Run `cargo xtask generate` and commit the result.");
    Ok(ExitCode::FAILURE)
}

fn counts(output: &Output) -> String {
    format!("{} operations, {} types", output.operations, output.types)
}
