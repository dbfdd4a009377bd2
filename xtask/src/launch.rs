//! `cargo xtask conform` and `explain`: builds and runs the programs that do it.
//!
//! They are programs of their own because they stand on `yuno-api`: were they part of this one, a spec that generates
//! code which does not compile could not be mended with `cargo xtask generate`.

use std::ffi::OsString;
use std::io::{IsTerminal as _, stderr};
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
    program("conform", arguments)
}

/// Runs the program `explain` of this package, with its exit code.
pub(crate) fn explain(arguments: &Arguments) -> Result<ExitCode> {
    program("explain", arguments)
}

fn program(name: &str, arguments: &Arguments) -> Result<ExitCode> {
    // Cargo names itself to what it runs; without it, the one on the search path will do.
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // The first build takes a minute: whoever sits there may see it.
    let quiet = if stderr().is_terminal() { &[][..] } else { &["--quiet"] };
    let status = Command::new(cargo)
        .arg("run")
        .args(quiet)
        .args(["--package", "xtask", "--features", "conform", "--bin", name, "--"])
        .args(&arguments.arguments)
        .status()
        .context("cargo cannot be run")?;
    // No code means that a signal ended it.
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
