//! What the sandbox knows and does, without sockets, clocks or threads: a request and a time go in, an answer comes out.
//!
//! Everything here is deterministic: the ids come from a seed, the time from the caller. The whole state is one value
//! that serde writes and reads, so that a snapshot is complete by construction.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use yuno_api::operation::Operation;

/// A request that the shell has taken, its route resolved.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// Which operation its method and path name.
    pub operation: &'static Operation,
    /// The parameters in its path, in their order, percent-decoded.
    pub path: Vec<(&'static str, String)>,
    /// The parameters in its query, percent-decoded.
    pub query: Vec<(String, String)>,
    /// The account that its headers name.
    pub account: Option<String>,
    /// Its `X-Idempotency-Key`.
    pub key: Option<String>,
    /// Its body; empty where there is none.
    pub body: bytes::Bytes,
}

/// An answer in the API's form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body, or nothing for an answer without one.
    pub body: Option<Value>,
}

/// Something that happened to a resource, which a webhook tells of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Event {
    /// `type` of the envelope: `payment`.
    pub kind: String,
    /// `type_event` of the envelope: `payment.purchase`.
    pub event: String,
    /// The account that it belongs to.
    pub account: String,
    /// `data` of the envelope.
    pub data: Value,
}

/// What a person does to a payment from outside the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Act {
    /// The shopper pays, or the bank confirms; a challenge is passed.
    Settle,
    /// The shopper fails the challenge, or the provider declines.
    Decline,
    /// Its time runs out.
    Expire,
    /// The issuer takes the money back.
    Chargeback,
}

/// Everything that the sandbox knows.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Domain {
    seed: u64,
}

/// A place kept for a request while it is at work, so that another one with its key finds it in process.
#[derive(Debug)]
pub(crate) struct Reserved;

impl Domain {
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Takes in a request before it acts. `Err` is the answer of a request that must not act: one that is replayed by
    /// its key, is in process, has a spent key, or is turned away at the door.
    pub(crate) fn reserve(&mut self, request: &Request, now: Timestamp) -> Result<Reserved, Answer> {
        let _ = (request, now);
        Ok(Reserved)
    }

    /// Acts, and answers.
    pub(crate) fn perform(&mut self, reserved: Reserved, request: &Request, now: Timestamp) -> Answer {
        let _ = (reserved, request, now);
        Answer { status: 501, body: None }
    }

    /// What has come due by now happens: sessions and payments expire, delayed captures and cancellations run.
    pub(crate) fn advance(&mut self, now: Timestamp) {
        let _ = now;
    }

    /// Does to a payment what only somebody outside the API can. `Err` is a sentence that says why not.
    pub(crate) fn act(&mut self, payment_id: &str, act: Act, now: Timestamp) -> Result<(), String> {
        let _ = (payment_id, act, now);
        Err(format!("there is no payment {}", self.seed))
    }

    /// What has happened since the last call, oldest first.
    pub(crate) fn take_events(&mut self) -> Vec<Event> {
        Vec::new()
    }

    /// Everything, for a person to look at: card numbers only as BIN and last four.
    pub(crate) fn overview(&self) -> Value {
        Value::Null
    }
}
