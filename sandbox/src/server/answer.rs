//! Answers as HTTP.

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use serde_json::json;

use crate::domain::Answer;

/// An answer that refuses, in the API's form.
pub(crate) fn refusal(status: u16, code: &str, messages: &[String]) -> Answer {
    Answer { status, body: Some(json!({ "code": code, "messages": messages }).into()) }
}

/// The same with one message.
pub(super) fn refuse(status: u16, code: &str, message: impl Into<String>) -> Answer {
    refusal(status, code, &[message.into()])
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let text = self.body.as_ref().map(|body| body.get().to_owned());
        with_body(self.status, "application/json", text)
    }
}

/// A response with this text, or without a body.
pub(super) fn with_body(status: u16, content_type: &'static str, text: Option<String>) -> Response {
    let mut response = Response::new(Body::empty());
    // Statuses come from handlers and checked faults; what is none can only be a bug of ours.
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Some(text) = text {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        *response.body_mut() = Body::from(text);
    }
    response
}
