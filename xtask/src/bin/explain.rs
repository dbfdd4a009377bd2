//! The program behind `cargo xtask explain`.

use std::io::{ErrorKind, Write as _, stdout};
use std::process::ExitCode;

use clap::Parser as _;
use xtask::explain::{Arguments, run};

/// The body cannot be read.
const UNREADABLE: u8 = 1;
/// There was nothing to work with. Also what clap ends with where it does not understand the arguments.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let explanation = match run(&Arguments::parse()) {
        Ok(explanation) => explanation,
        Err(unusable) => {
            eprintln!("error: {unusable}");
            return ExitCode::from(UNUSABLE);
        }
    };
    match stdout().lock().write_all(explanation.text.as_bytes()) {
        // A reader that has gone away, as `head` does, has seen enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("error: the explanation cannot be written: {error}");
            ExitCode::from(UNUSABLE)
        }
        _ if explanation.parses => ExitCode::SUCCESS,
        _ => ExitCode::from(UNREADABLE),
    }
}
