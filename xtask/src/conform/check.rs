//! One body: read, written, compared.

use yuno_api::exchange::{Exchange, Inspect, error_body};

use super::exact;
use super::recorded::{Recorded, Side};
use super::report::Report;
use super::route;

/// Holds one body against the type that its operation has for it.
pub(super) fn check(recorded: &Recorded, report: &mut Report) {
    let Some(exchange) = route::find(&recorded.method, &recorded.path) else {
        return report.no_operation(recorded);
    };
    let operation = exchange.operation.id;
    if recorded.body.trim_ascii().is_empty() {
        // Recorders leave bodies out, and many answers have none: there is nothing to read, and nothing to lose.
        return;
    }
    match reader(exchange, recorded) {
        Reader::Of(inspect) => {
            let media_type = recorded.media_type.as_deref();
            let error = body(inspect, &recorded.body, operation, "$", report).err();
            let outcome = error.map(|error| match error {
                Error::Unread(error) => Outcome::Unread(with_media_type(error, media_type)),
                Error::Altered(error) => Outcome::Altered(error),
            });
            report.body(recorded, operation, outcome.unwrap_or(Outcome::Lossless));
        }
        Reader::Nothing => {
            let empty = is_empty(&recorded.body);
            let way = if recorded.side == Side::Request { "is sent" } else { "comes" };
            let error = || format!("the operation knows no {} body, but one {way}", recorded.side.as_str());
            report.body(recorded, operation, if empty { Outcome::Lossless } else { Outcome::Altered(error()) });
        }
        Reader::Other => {}
    }
}

/// What became of a body.
pub(super) enum Outcome {
    /// It was read, and came back as it was.
    Lossless,
    /// It was read, but came back otherwise.
    Altered(String),
    /// It was not read.
    Unread(String),
}

/// Why a body did not pass.
pub(super) enum Error {
    /// It could not be read.
    Unread(String),
    /// It came back otherwise.
    Altered(String),
}

/// Reads and writes a body, and notes what its type does not know, with paths below `root`.
pub(super) fn body(
    inspect: Inspect,
    body: &[u8],
    operation: &'static str,
    root: &str,
    report: &mut Report,
) -> Result<(), Error> {
    let inspection = inspect(body).map_err(|error| Error::Unread(error.to_string()))?;
    report.unknown(operation, root, &inspection);
    let altered = match exact::differences(body, &inspection.encoded) {
        None => "came back as something that is not JSON".to_owned(),
        Some(found) if found.count == 0 => return Ok(()),
        Some(found) => {
            let paths: Vec<_> = found.paths.iter().map(|path| path.replacen('$', root, 1)).collect();
            let more = found.count - paths.len();
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            format!("came back altered at {}{more}", paths.join(", "))
        }
    };
    Err(Error::Altered(altered))
}

enum Reader {
    Of(Inspect),
    /// The operation has no such body.
    Nothing,
    /// Not an answer of the operation: a redirection, for example.
    Other,
}

fn reader(exchange: &Exchange, recorded: &Recorded) -> Reader {
    let typed = match (recorded.side, recorded.status) {
        (Side::Request, _) => exchange.request,
        (Side::Response, None | Some(200..=299)) => exchange.response,
        (Side::Response, Some(400..)) => return Reader::Of(error_body),
        (Side::Response, Some(_)) => return Reader::Other,
    };
    typed.map_or(Reader::Nothing, Reader::Of)
}

/// Whether a JSON body says nothing.
fn is_empty(body: &[u8]) -> bool {
    let text = body.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect::<Vec<_>>();
    matches!(text.as_slice(), b"{}" | b"[]" | b"null" | b"\"\"")
}

/// Where something else than JSON was declared, that is worth saying.
fn with_media_type(error: String, media_type: Option<&str>) -> String {
    // Only the type itself: parameters may be anything.
    let media_type = media_type.and_then(|media_type| media_type.split(';').next()).unwrap_or_default().trim();
    let sound = media_type.len() <= 64
        && media_type.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/+-.".contains(&byte));
    if media_type.is_empty() || media_type.contains("json") || !sound {
        return error;
    }
    format!("{error}; it was declared as {media_type}, so a proxy or gateway may stand behind it")
}
