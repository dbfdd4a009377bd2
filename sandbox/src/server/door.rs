//! What a call has to get past before the sandbox looks at it: keys, the form of its body, and the API's limits.

use std::error::Error;

use axum::body::{Body, to_bytes};
use bytes::Bytes;
use http::{HeaderMap, header};
use http_body_util::LengthLimitError;
use yuno_api::{
    exchange::{Checked, Exchange},
    types::Violation,
};

use super::answer::{refusal, refuse};
use crate::{PRIVATE_SECRET_KEY, PUBLIC_API_KEY, domain::Answer, engine::Settings};

/// The longest body that is taken.
pub(super) const LONGEST_BODY: usize = 1024 * 1024;

/// Whether the keys are those that the sandbox printed.
pub(super) fn keys(headers: &HeaderMap, settings: &Settings) -> Result<(), Answer> {
    for (name, key) in [("public-api-key", PUBLIC_API_KEY), ("private-secret-key", PRIVATE_SECRET_KEY)] {
        let Some(value) = headers.get(name).filter(|value| !value.is_empty()) else {
            return Err(refuse(401, "INVALID_CREDENTIALS", format!("the header {name} is missing")));
        };
        if !settings.any_keys && value.as_bytes() != key.as_bytes() {
            let message = format!("the {name} is not the one that this sandbox printed when it started");
            return Err(refuse(401, "INVALID_CREDENTIALS", message));
        }
    }
    Ok(())
}

/// Whether a body says that it is JSON.
pub(super) fn content_type(headers: &HeaderMap) -> Result<(), Answer> {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = value.split(';').next().unwrap_or_default().trim();
    if media.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(refuse(400, "BAD_REQUEST", "the header content-type must be application/json"))
}

/// Reads the body to its end, within bounds.
pub(super) async fn body(body: Body, headers: &HeaderMap) -> Result<Bytes, Answer> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    let too_long = || {
        refuse(400, "INVALID_REQUEST", format!("the body is longer than {LONGEST_BODY} bytes, the most that is taken"))
    };
    if length.is_some_and(|length| length > LONGEST_BODY) {
        return Err(too_long());
    }
    to_bytes(body, LONGEST_BODY).await.map_err(|error| match error.source() {
        Some(source) if source.is::<LengthLimitError>() => too_long(),
        _ => refuse(400, "BAD_REQUEST", "the body ended before its end"),
    })
}

/// Holds the body against the operation's type: it must be JSON.
pub(super) fn read(exchange: &Exchange, body: &[u8]) -> Result<Checked, Answer> {
    exchange.check(body).map_err(|error| refuse(400, "BAD_REQUEST", format!("the body cannot be read: {error}")))
}

/// Whether its values are among those that the API has: an answer that repeated another would break the API's form.
pub(super) fn values(unknown: &[String]) -> Result<(), Answer> {
    let Some(first) = unknown.first() else { return Ok(()) };
    let code = match first.rsplit('.').next() {
        Some("country" | "nationality") => "COUNTRY_NOT_SUPPORTED",
        Some("currency") => "CURRENCY_NOT_ALLOWED",
        _ => "INVALID_PARAMETERS",
    };
    let message = |path: &String| format!("{path} holds none of the values that the API knows");
    Err(refusal(400, code, &unknown.iter().map(message).collect::<Vec<_>>()))
}

/// Whether it keeps the API's limits.
pub(super) fn limits(violations: &[Violation]) -> Result<(), Answer> {
    if violations.is_empty() {
        return Ok(());
    }
    let only_missing = violations.iter().all(Violation::is_missing);
    let code = if only_missing { "MISSING_PARAMETERS" } else { "INVALID_PARAMETERS" };
    let messages: Vec<String> = violations.iter().map(ToString::to_string).collect();
    Err(refusal(400, code, &messages))
}
