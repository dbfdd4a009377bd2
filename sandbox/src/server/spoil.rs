//! What a fault leaves of an answer.

use http::StatusCode;

use super::{answer::refuse, connection::Cut};
use crate::{domain::Answer, faults::Kind};

/// What is sent for a call.
pub(super) enum Sent {
    /// An answer in the API's form, and how many seconds the caller is to wait.
    Answer(Answer, Option<u64>),
    /// A whole answer in another form.
    Text { status: u16, content_type: &'static str, text: String },
    /// As much as there is, and then the connection ends.
    Cut { cut: Cut, status: Option<u16> },
    /// Nothing, ever.
    Nothing,
}

/// What is sent for a call that the fault strikes.
pub(super) fn spoil(fault: &Kind, answer: Answer) -> Sent {
    match fault {
        Kind::Latency(_) => Sent::Answer(answer, None),
        Kind::TimeoutBeforeActing | Kind::TimeoutAfterActing => Sent::Nothing,
        Kind::ResetBeforeActing | Kind::ResetAfterActing => {
            Sent::Cut { cut: Cut { bytes: Vec::new(), reset: true }, status: None }
        }
        Kind::TruncatedBody => {
            Sent::Cut { status: Some(answer.status), cut: Cut { bytes: half(&answer), reset: false } }
        }
        Kind::MalformedBody => {
            let text = text(&answer);
            let half = text.chars().take(text.chars().count() / 2).collect();
            Sent::Text { status: answer.status, content_type: "application/json", text: half }
        }
        Kind::HtmlBody => Sent::Text {
            status: answer.status,
            content_type: "text/html",
            text: "<!doctype html><title>Please wait</title><p>You will be connected soon.</p>".to_owned(),
        },
        Kind::RateLimited { retry_after } => {
            let message = format!("too many calls; wait {retry_after} seconds");
            Sent::Answer(refuse(429, "TOO_MANY_REQUESTS", message), Some(*retry_after))
        }
        Kind::ServerError { status, .. } => {
            let code = if *status == 504 { "REQUEST_TIMEOUT" } else { "INTERNAL_ERROR" };
            Sent::Answer(refuse(*status, code, "the sandbox was told to fail here"), None)
        }
    }
}

/// An answer's body; an object where it has none, so that there is something to spoil.
fn text(answer: &Answer) -> String {
    answer.body.as_ref().map_or_else(|| "{}".to_owned(), |body| body.get().to_owned())
}

/// An answer up to the middle of its body, as it goes over the wire.
fn half(answer: &Answer) -> Vec<u8> {
    let text = text(answer);
    let reason = StatusCode::from_u16(answer.status).ok().and_then(|status| status.canonical_reason());
    let mut bytes = format!(
        "HTTP/1.1 {} {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        answer.status,
        reason.unwrap_or_default(),
        text.len(),
    )
    .into_bytes();
    bytes.extend_from_slice(&text.as_bytes()[..text.len() / 2]);
    bytes
}
