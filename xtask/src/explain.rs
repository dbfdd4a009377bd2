//! `cargo xtask explain`: what the types make of one body, member by member.
//!
//! Shows no value of the body, apart from texts that stand in a list of known values, and flags.

mod missing;
mod probe;
mod unreadable;
mod walk;

#[cfg(test)]
mod tests;

use std::fmt::{self, Write as _};
use std::io::Read as _;
use std::path::PathBuf;

use yuno_api::exchange::{self, Inspect, Inspection};
use yuno_api::webhooks::{self, Event};

use walk::{Line, Verdict};

/// Say, member by member, what was recognised in a webhook event or another body, what is unknown, what is missing, and
/// why it would fail to parse.
#[derive(clap::Parser)]
#[command(name = "cargo xtask explain", bin_name = "cargo xtask explain")]
pub struct Arguments {
    /// The file with the body: of an event, unless an operation is named. `-` is standard input.
    file: PathBuf,
    /// The operation that the body belongs to, such as `payments.create`.
    #[arg(long, value_name = "OPERATION")]
    operation: Option<String>,
    /// Which of the operation's bodies it is.
    #[arg(long, value_enum, default_value_t = Side::Response, requires = "operation")]
    side: Side,
    /// Show only what is unknown or missing.
    #[arg(long)]
    brief: bool,
}

/// Which body of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Side {
    /// What is sent.
    Request,
    /// What is answered.
    Response,
    /// What is answered where the request is refused.
    Error,
}

/// Input that cannot be worked with, and what to do about it.
#[derive(Debug)]
pub struct Unusable(String);

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What there is to say about a body.
pub struct Explanation {
    /// The text to show.
    pub text: String,
    /// Whether the body can be read.
    pub parses: bool,
}

/// Reads the file that is named, and explains it.
///
/// # Errors
///
/// Where the file cannot be read, or there is no such operation, or it has no such body.
pub fn run(arguments: &Arguments) -> Result<Explanation, Unusable> {
    let inspect = match &arguments.operation {
        None => webhooks::inspect,
        Some(operation) => inspect_of(operation, arguments.side)?,
    };
    let body = read(arguments)?;
    let event = arguments.operation.is_none();
    let limits = arguments.operation.is_some() && arguments.side == Side::Request;
    Ok(explain(&body, inspect, event, limits, arguments.brief))
}

fn inspect_of(operation: &str, side: Side) -> Result<Inspect, Unusable> {
    let Some(exchange) = exchange::all().find(|exchange| exchange.operation.id == operation) else {
        let ids: Vec<_> = exchange::all().map(|exchange| exchange.operation.id).collect();
        return Err(Unusable(format!("there is no operation {operation}; there are {}", ids.join(", "))));
    };
    let found = match side {
        Side::Request => exchange.request,
        Side::Response => exchange.response,
        Side::Error => Some(exchange::error_body as Inspect),
    };
    let side = if side == Side::Request { "request" } else { "response" };
    found.ok_or_else(|| Unusable(format!("{operation} has no {side} body")))
}

fn read(arguments: &Arguments) -> Result<Vec<u8>, Unusable> {
    if arguments.file.as_os_str() == "-" {
        let mut body = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut body);
        return read.map(|_| body).map_err(|error| Unusable(format!("standard input cannot be read: {error}")));
    }
    std::fs::read(&arguments.file).map_err(|error| {
        let file = arguments.file.display();
        Unusable(format!("{file} cannot be read: {error}; name a file that holds one body, as it was delivered"))
    })
}

/// Explains a body.
fn explain(body: &[u8], inspect: Inspect, event: bool, limits: bool, brief: bool) -> Explanation {
    let inspection = match inspect(body) {
        Ok(inspection) => inspection,
        Err(error) => return Explanation { text: unreadable::explain(body, &error), parses: false },
    };
    let lines = walk::lines(body, inspect, &inspection);
    let mut text = String::new();
    if event {
        // What can be inspected can be read.
        if let Ok(event) = Event::parse(body) {
            head(&mut text, &event);
        }
    }
    fields(&mut text, &lines, brief);
    if event {
        missing::members(&mut text, body);
    }
    if limits {
        broken_limits(&mut text, &inspection);
    }
    let count = |verdict: Verdict| lines.iter().filter(|line| line.verdict == verdict).count();
    let _ = writeln!(
        text,
        "It can be read: {} recognised, {} unknown, {} of another kind than expected, {} not in the list of known values. \
         Nothing is lost: what is not recognised is kept and written back.",
        count(Verdict::Recognised),
        count(Verdict::Unknown),
        lines.iter().filter(|line| matches!(line.verdict, Verdict::Unfitting(_))).count(),
        count(Verdict::UnknownValue),
    );
    Explanation { text, parses: true }
}

/// What happened to what. `Debug` of the crate's types shows known values and ids, and nothing else.
fn head(text: &mut String, event: &Event) {
    let version = match (event.version, &event.payment) {
        (Some(version), _) => format!("version {version}"),
        (None, Some(_)) => "version 1".to_owned(),
        (None, None) => "no version".to_owned(),
    };
    let known = if event.kind().is_known() { "" } else { ", an event that this version does not know" };
    let _ = writeln!(text, "{:?}, {version}{known}", event.kind());
    if let Some(payment) = event.payment() {
        let _ = write!(text, "payment");
        if let Some(id) = &payment.id {
            let _ = write!(text, " {id:?}");
        }
        if let Some(status) = &payment.status {
            let _ = write!(text, ": {status:?}");
        }
        if let Some(sub_status) = &payment.sub_status {
            let _ = write!(text, ", {sub_status:?}");
        }
        let _ = writeln!(text);
    }
    if let Some(updated_at) = event.updated_at() {
        let _ = writeln!(text, "last changed {updated_at}");
    }
    let _ = writeln!(text);
}

fn fields(text: &mut String, lines: &[Line], brief: bool) {
    let shown: Vec<&Line> = lines.iter().filter(|line| !brief || line.verdict != Verdict::Recognised).collect();
    let width = shown.iter().map(|line| line.path.len()).max().unwrap_or_default().min(72);
    for line in &shown {
        let (mark, what) = match &line.verdict {
            Verdict::Recognised => (' ', ""),
            Verdict::Unknown => ('+', ": no member of this name is known"),
            Verdict::UnknownValue => ('?', ": not in the list of known values"),
            Verdict::Unfitting(_) => ('!', ""),
        };
        let expected = match &line.verdict {
            Verdict::Unfitting(expected) => format!(": {expected} was expected"),
            _ => String::new(),
        };
        let _ = writeln!(text, "{mark} {:width$}  {}{what}{expected}", line.path, line.shown);
    }
    if !shown.is_empty() {
        let _ = writeln!(text);
    }
}

/// What keeps a request from being sent.
fn broken_limits(text: &mut String, inspection: &Inspection) {
    for violation in &inspection.violations {
        let _ = writeln!(text, "- {violation}");
    }
    if !inspection.violations.is_empty() {
        let _ = writeln!(text, "With these, the call is refused before it is sent.\n");
    }
}
