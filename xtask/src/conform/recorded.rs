//! A recorded body, and the files that hold such.

use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::har;
use super::sources::{self, Unusable};

/// One body of one exchange. It has no `Debug`, for what it holds is nothing to print.
#[derive(Clone)]
pub struct Recorded {
    /// The HTTP method.
    pub method: String,
    /// The path, or the whole URL.
    pub path: String,
    /// Which way it went.
    pub side: Side,
    /// The answer's HTTP status, also beside a request's body. `None` where nobody noted it.
    pub status: Option<u16>,
    /// The body; empty where there was none.
    pub body: Vec<u8>,
    /// The media type that was declared, if any.
    pub media_type: Option<String>,
    /// Where it is from, for whoever looks it up.
    pub source: String,
}

/// Which way a body went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// To the API.
    Request,
    /// From the API.
    Response,
}

impl Side {
    /// As a report says it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

const REMEDY: &str = "A recording is an HTTP Archive (.har), or a JSON file with {\"method\", \"path\", \"side\", \
                      \"status\", \"body\"} or a list of such.";

/// The bodies that a file holds, in whichever of the forms it is.
pub(super) fn read(path: &Path) -> Result<Vec<Recorded>, Unusable> {
    let text = sources::text(path)?;
    let unusable = |error: &serde_json::Error| Unusable::new(path, what(error), REMEDY);
    let source = path.display();
    match text.trim_start().as_bytes().first() {
        Some(b'[') => {
            let exchanges: Vec<&RawValue> = serde_json::from_str(&text).map_err(|error| unusable(&error))?;
            let read = |(index, exchange): (usize, &&RawValue)| {
                let exchange = serde_json::from_str(exchange.get()).map_err(|error| unusable(&error))?;
                one(exchange, format!("{source}#{}", index + 1)).map_err(|problem| misfit(path, &problem))
            };
            exchanges.iter().enumerate().map(read).collect()
        }
        Some(b'{') => {
            let file: File<'_> = serde_json::from_str(&text).map_err(|error| unusable(&error))?;
            match file.log {
                Some(log) => har::read(log.get(), &source.to_string()).map_err(|error| unusable(&error)),
                None => one(file, source.to_string()).map(|one| vec![one]).map_err(|problem| misfit(path, &problem)),
            }
        }
        _ => Err(Unusable::new(path, "is not a recording", REMEDY)),
    }
}

/// What a file may hold at its root: an archive's log, or the members of an exchange.
#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    log: Option<&'a RawValue>,
    method: Option<String>,
    path: Option<String>,
    side: Option<Side>,
    #[serde(borrow)]
    status: Option<&'a RawValue>,
    #[serde(borrow)]
    body: Option<&'a RawValue>,
}

fn one(exchange: File<'_>, source: String) -> Result<Recorded, String> {
    let missing = |name: &str| format!("has no `{name}`");
    Ok(Recorded {
        method: exchange.method.ok_or_else(|| missing("method"))?,
        path: exchange.path.ok_or_else(|| missing("path"))?,
        side: exchange.side.ok_or_else(|| missing("side"))?,
        status: status(exchange.status.map_or("", RawValue::get))?,
        body: exchange.body.map(RawValue::get).unwrap_or_default().as_bytes().to_vec(),
        media_type: None,
        source,
    })
}

/// A status as a number, a text, or nothing.
fn status(json: &str) -> Result<Option<u16>, String> {
    match json.trim_matches('"') {
        "" | "null" => Ok(None),
        text => match text.parse() {
            Ok(status @ 100..=599) => Ok(Some(status)),
            _ => Err("has a `status` that is not an HTTP status".to_owned()),
        },
    }
}

fn misfit(path: &Path, problem: &str) -> Unusable {
    Unusable::new(path, problem, REMEDY)
}

/// What is wrong, without the value that serde would put into its message.
pub(super) fn what(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Data => {
            format!("does not have the form of a recording (line {line}, column {column})")
        }
        serde_json::error::Category::Eof => format!("ends in the middle of its JSON (line {line})"),
        _ => format!("is not JSON (line {line}, column {column})"),
    }
}
