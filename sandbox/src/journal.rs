//! What was asked and answered, for people and tests to look at: structure, states and ids, no text that may be secret.

use std::collections::VecDeque;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use tokio::sync::watch;
use yuno_api::{
    exchange::{self, Exchange},
    types::Json,
};

/// The oldest are forgotten beyond so many.
const MOST: usize = 1000;

/// A call that the sandbox took.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Call {
    /// Its number, from 1. The answer's `x-request-id` ends in it.
    pub number: u64,
    /// When it came, by the sandbox's clock.
    pub at: Timestamp,
    /// Its HTTP method.
    pub method: String,
    /// The route. Of the ids in it, those of payments, transactions and customers are shown.
    pub path: String,
    /// The operation that it names, where there is one.
    pub operation: Option<&'static str>,
    /// Its idempotency key, where that has the form of one.
    pub idempotency_key: Option<String>,
    /// The body's structure. Texts that may be secret show as their length.
    pub request: Option<String>,
    /// JSON paths in the body that the API's description does not know. They are taken all the same.
    pub unknown: Vec<String>,
    /// The fault that struck it.
    pub fault: Option<&'static str>,
    /// The status of the answer. None where the answer was withheld, or is not there yet.
    pub status: Option<u16>,
    /// The code of an error.
    pub code: Option<String>,
    /// Why it was refused.
    pub messages: Vec<String>,
    /// The answer's structure.
    pub response: Option<String>,
}

/// The calls, the newest last.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    entries: VecDeque<(Call, Option<Json>)>,
    count: u64,
    /// Who waits for changes of the journal, or of the state.
    changes: watch::Sender<u64>,
}

/// What is known of a call when it comes.
pub(crate) struct Came<'a> {
    pub(crate) at: Timestamp,
    pub(crate) method: &'a str,
    pub(crate) path: String,
    pub(crate) operation: Option<&'static str>,
    pub(crate) key: Option<&'a str>,
}

impl Journal {
    /// Notes that a call came, and gives its number.
    pub(crate) fn came(&mut self, came: Came<'_>) -> u64 {
        self.count += 1;
        let call = Call {
            number: self.count,
            at: came.at,
            method: came.method.to_owned(),
            path: came.path,
            operation: came.operation,
            idempotency_key: came.key.filter(|key| is_key(key)).map(str::to_owned),
            request: None,
            unknown: Vec::new(),
            fault: None,
            status: None,
            code: None,
            messages: Vec::new(),
            response: None,
        };
        self.entries.push_back((call, None));
        if self.entries.len() > MOST {
            self.entries.pop_front();
        }
        self.count
    }

    /// Notes more about a call.
    pub(crate) fn note(&mut self, number: u64, write: impl FnOnce(&mut Call)) {
        if let Some((call, _)) = self.find(number) {
            write(call);
        }
        self.changed();
    }

    /// Notes the answer to a call.
    pub(crate) fn answered(&mut self, number: u64, status: u16, body: Option<&Json>) {
        let Some((call, response)) = self.find(number) else { return };
        call.status = Some(status);
        if status >= 400
            && let Some(body) = body
        {
            let body: Value = body.parse().unwrap_or_default();
            call.code = body["code"].as_str().map(str::to_owned);
            let messages = body["messages"].as_array().map(Vec::as_slice).unwrap_or_default();
            call.messages = messages.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        } else {
            *response = body.cloned();
        }
        self.changed();
    }

    /// All of them, the oldest first.
    pub(crate) fn calls(&self) -> Vec<Call> {
        let masked = |(call, response): &(Call, Option<Json>)| {
            let mut call = call.clone();
            call.response = response.as_ref().and_then(|body| masked(call.operation?, body));
            call
        };
        self.entries.iter().map(masked).collect()
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.changed();
    }

    /// Something has changed, here or in the state.
    pub(crate) fn changed(&self) {
        self.changes.send_modify(|count| *count += 1);
    }

    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    fn find(&mut self, number: u64) -> Option<&mut (Call, Option<Json>)> {
        // Mostly one of the last.
        self.entries.iter_mut().rev().find(|(call, _)| call.number == number)
    }
}

/// An answer as the API's own type shows it, which shows no text.
fn masked(operation: &str, body: &Json) -> Option<String> {
    let exchange = exchange::all().find(|it| it.operation.id == operation)?;
    let inspection = exchange.response?(body.get().as_bytes()).ok()?;
    Some(inspection.debug)
}

/// A route with the ids that may be seen.
pub(crate) fn shown_path(exchange: &Exchange, path: &[(&'static str, String)]) -> String {
    let step = |step: &str| {
        let shown = path.iter().find(|(name, value)| {
            step == format!("{{{name}}}")
                && matches!(*name, "payment_id" | "transaction_id" | "customer_id")
                && uuid::Uuid::try_parse(value).is_ok()
        });
        shown.map_or_else(|| step.to_owned(), |(_, value)| value.clone())
    };
    exchange.operation.path.split('/').map(step).collect::<Vec<_>>().join("/")
}

/// A path that no operation has: only the words that some operation has are shown, since the others may be anything.
pub(crate) fn shown_unknown_path(path: &str) -> String {
    let known = |step: &str| exchange::all().any(|it| it.operation.path.split('/').any(|known| known == step));
    path.split('/').map(|step| if known(step) { step } else { "*" }).collect::<Vec<_>>().join("/")
}

/// A UUID, or what merchants make in place of one. What may be a card number is none.
fn is_key(key: &str) -> bool {
    let plain = key.len() <= 64 && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    plain && (uuid::Uuid::try_parse(key).is_ok() || key.bytes().filter(u8::is_ascii_digit).count() < 12)
}
