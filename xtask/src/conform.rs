//! `cargo xtask conform`: holds recorded traffic against the generated types.
//!
//! Every body is read with the type that its operation has for it, written again, and compared with what came. What
//! the types do not know is listed by path, which is how a maintainer learns that the API moved. Values never appear
//! in a report: recorded traffic holds cards, tokens and people.

mod check;
mod exact;
mod har;
mod mask;
mod recorded;
mod report;
mod route;
mod sources;
mod webhooks;

use std::path::PathBuf;

pub use recorded::{Recorded, Side};
pub use report::{Count, Failure, Report};
pub use sources::Unusable;

/// Hold recorded traffic against the generated types.
///
/// Exits with 0 where every body of a known operation was read and came back unaltered, with 1 where not, and with 2
/// where there was nothing to work with. The report names members and never shows a value.
#[derive(Debug, clap::Parser)]
#[command(
    name = "cargo xtask conform",
    bin_name = "cargo xtask conform",
    after_help = "A recording is an HTTP Archive 1.2 file (.har, as browsers and proxies save it), or a JSON file with \
                  one exchange or a list of them:\n  {\"method\": \"POST\", \"path\": \"/v1/payments\", \"side\": \
                  \"response\", \"status\": 201, \"body\": {..}}\nFolders are searched for both.\n\nExample: cargo \
                  xtask conform recordings/ checkout.har --json"
)]
pub struct Arguments {
    /// Recordings, or folders of them.
    #[arg(value_name = "FILE|FOLDER", required_unless_present = "webhooks")]
    pub inputs: Vec<PathBuf>,
    /// Write the report as JSON.
    #[arg(long)]
    pub json: bool,
    /// A folder of webhook events: one JSON file for each, as it was delivered.
    #[arg(long, value_name = "FOLDER")]
    pub webhooks: Vec<PathBuf>,
}

/// Checks all that the arguments name.
///
/// # Errors
///
/// Where something cannot be read or is no recording: in a sentence that says what to do.
pub fn run(arguments: &Arguments) -> Result<Report, Unusable> {
    let mut report = Report::default();
    for file in sources::files(&arguments.inputs, &["har", "json"])? {
        for recorded in recorded::read(&file)? {
            check::check(&recorded, &mut report);
        }
    }
    for file in sources::files(&arguments.webhooks, &["json"])? {
        webhooks::check(&file, &mut report)?;
    }
    report.finish();
    Ok(report)
}

/// Checks bodies that are at hand already.
pub fn check<'a>(bodies: impl IntoIterator<Item = &'a Recorded>) -> Report {
    let mut report = Report::default();
    for recorded in bodies {
        check::check(recorded, &mut report);
    }
    report.finish();
    report
}
