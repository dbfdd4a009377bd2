//! The program behind `cargo xtask conform`.

use std::io::{BufWriter, ErrorKind, Write as _, stdout};
use std::process::ExitCode;

use clap::Parser as _;
use xtask::conform::{Arguments, run};

/// Recorded traffic does not fit the types.
const MISFIT: u8 = 1;
/// There was nothing to work with. Also what clap ends with where it does not understand the arguments.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let report = match run(&arguments) {
        Ok(report) => report,
        Err(unusable) => {
            eprintln!("error: {unusable}");
            return ExitCode::from(UNUSABLE);
        }
    };
    let mut out = BufWriter::new(stdout().lock());
    let text = if arguments.json { report.to_json() } else { report.to_string() };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        // A reader that has gone away, as `head` does, has seen enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("error: the report cannot be written: {error}");
            return ExitCode::from(UNUSABLE);
        }
        _ => {}
    }
    if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::from(MISFIT) }
}
