//! HTTP Archive 1.2, as far as bodies are concerned.
//!
//! Read with a few structs of our own rather than with the crate `har`: it is maintained, but holds recordings to
//! the letter of the format and so refuses a whole file for a missing timing or cookie list, as Firefox, proxies and
//! people who cut a recording down write them. Nothing of that is of interest here.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::recorded::{Recorded, Side};

#[derive(Deserialize)]
struct Log {
    #[serde(default)]
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    request: Request,
    response: Option<Response>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    method: String,
    url: String,
    post_data: Option<Content>,
}

#[derive(Deserialize)]
struct Response {
    status: Option<i64>,
    content: Option<Content>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Content {
    mime_type: Option<String>,
    text: Option<String>,
    encoding: Option<String>,
}

/// The bodies of the archive under `log`: of each entry first the request's, then the answer's.
pub(super) fn read(log: &str, file: &str) -> Result<Vec<Recorded>, serde_json::Error> {
    let log: Log = serde_json::from_str(log)?;
    let mut bodies = Vec::with_capacity(log.entries.len() * 2);
    for (index, entry) in log.entries.into_iter().enumerate() {
        let Entry { request, response } = entry;
        let source = format!("{file}#{}", index + 1);
        // Browsers write 0 where no answer came.
        let status = response.as_ref().and_then(|response| response.status);
        let status = status.and_then(|status| u16::try_from(status).ok()).filter(|status| *status != 0);
        let body = |side: Side, content: Option<Content>| {
            let content = content.unwrap_or_default();
            Recorded {
                method: request.method.clone(),
                path: request.url.clone(),
                side,
                status,
                media_type: content.mime_type.clone().filter(|media_type| !media_type.is_empty()),
                body: bytes(content),
                source: source.clone(),
            }
        };
        bodies.push(body(Side::Request, request.post_data));
        bodies.push(body(Side::Response, response.and_then(|response| response.content)));
    }
    Ok(bodies)
}

fn bytes(content: Content) -> Vec<u8> {
    let text = content.text.unwrap_or_default();
    if !content.encoding.is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64")) {
        return text.into_bytes();
    }
    let packed: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    // What is no base64 after all is looked at as it stands, and will not pass for JSON.
    STANDARD.decode(&packed).unwrap_or(packed)
}
