//! How the domain says no: a status, a code of the API's, and a sentence for a person.

use serde_json::json;
use yuno_api::types::ErrorCode;

use super::Answer;

/// A request that is refused. Nothing has changed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refused {
    status: u16,
    code: ErrorCode,
    messages: Vec<String>,
}

impl Refused {
    /// Takes the code as [`ErrorCode`] or as its text.
    pub(crate) fn new(status: u16, code: impl Into<ErrorCode>, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), messages: vec![message.into()] }
    }

    /// With status 400, as nearly all refusals of the API.
    pub(crate) fn bad_request(code: ErrorCode, message: impl Into<String>) -> Self {
        Self::new(400, code, message)
    }

    /// The sentence for a person.
    pub(crate) fn message(&self) -> String {
        self.messages.join("; ")
    }
}

impl From<Refused> for Answer {
    fn from(refused: Refused) -> Self {
        let body = json!({ "code": refused.code.as_str(), "messages": refused.messages });
        Self { status: refused.status, body: Some(body.into()) }
    }
}
