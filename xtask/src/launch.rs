//! `cargo xtask conform`: builds and runs the program that does it.
//!
//! It is a program of its own because it stands on `yuno-api`: were it part of this one, a spec that generates code
//! which does not compile could not be mended with `cargo xtask generate`.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

/// Hold recorded traffic against the generated types; `cargo xtask conform --help` says more.
#[derive(clap::Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// Passed on as they are.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
    arguments: Vec<OsString>,
}

/// Runs the program `conform` of this package, with its exit code.
pub(crate) fn conform(arguments: &Arguments) -> Result<ExitCode> {
    // Cargo names itself to what it runs; without it, the one on the search path will do.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--package", "xtask", "--features", "conform", "--bin", "conform", "--"])
        .args(&arguments.arguments)
        .status()
        .context("cargo cannot be run")?;
    // No code means that a signal ended it.
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
