//! Requests and answers of the control API.

use axum::{
    body::Bytes,
    response::{IntoResponse, Response},
};
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::server::refusal;

/// What went wrong, in the API's own form.
pub(super) fn refused(status: u16, message: impl Into<String>) -> Response {
    let code = match status {
        404 => "NOT_FOUND",
        403 => "AUTHORIZATION_REQUIRED",
        _ => "INVALID_REQUEST",
    };
    refusal(status, code, &[message.into()]).into_response()
}

/// Done, with nothing to say; or why not.
pub(super) fn done(outcome: Result<(), String>) -> Response {
    match outcome {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(message) => refused(400, message),
    }
}

/// Reads a body. None at all is an empty object.
#[allow(clippy::result_large_err)]
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Response> {
    let body = if body.is_empty() { b"{}".as_slice() } else { body };
    serde_json::from_slice(body).map_err(|error| refused(400, format!("the body cannot be read: {error}")))
}

pub(super) async fn unknown() -> Response {
    refused(404, "the control API has no such path; GET /_sandbox/ lists those that there are")
}
