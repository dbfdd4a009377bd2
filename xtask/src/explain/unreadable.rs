//! Why a body cannot be read.

use yuno_api::types::DecodeError;

/// What is wrong, where, and what the cause may be.
pub(super) fn explain(body: &[u8], error: &DecodeError) -> String {
    let cause = cause(body).map(|cause| format!("{cause}\n")).unwrap_or_default();
    format!(
        "It cannot be read: {error}.\n{cause}A body can be read where it is JSON, and an object at its root; what stands \
         inside never makes an error.\n"
    )
}

/// The usual causes.
fn cause(body: &[u8]) -> Option<&'static str> {
    let trimmed = body.trim_ascii();
    if trimmed.is_empty() {
        return Some("The body is empty: something has read it before, or the file was not saved.");
    }
    if body.starts_with(b"\xef\xbb\xbf") {
        return Some("It begins with a byte order mark, which JSON does not have: save it as UTF-8 without one.");
    }
    if body.starts_with(b"\xff\xfe") || body.starts_with(b"\xfe\xff") {
        return Some("It is UTF-16: save it as UTF-8.");
    }
    if trimmed.starts_with(b"POST ") || trimmed.starts_with(b"HTTP/") {
        return Some("It is a whole request, with its headers: keep only the body, which begins after the empty line.");
    }
    if trimmed.starts_with(b"<") {
        return Some("It is HTML or XML: the body of something else, such as a proxy's error page.");
    }
    if trimmed.starts_with(b"\"") {
        return Some("It is JSON in a text: it was encoded twice. Decode the text, and what comes out is the body.");
    }
    if trimmed.starts_with(b"{'") {
        return Some("Its texts stand in single quotes: it is a printed object of Python's or JavaScript's, not JSON.");
    }
    if trimmed.starts_with(b"[") {
        return Some("It is a list: deliveries are single events.");
    }
    // Names are followed by `=`, not by `:`.
    if trimmed.contains(&b'=') && !trimmed.starts_with(b"{") {
        return Some("It is a form, not JSON.");
    }
    None
}
