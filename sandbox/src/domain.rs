//! What the sandbox knows and does, without sockets, clocks or threads: a request and a time go in, an answer comes out.
//!
//! Everything here is deterministic: the ids come from a seed, the time from the caller. The whole state is one value
//! that serde writes and reads, so that a snapshot is complete by construction.

mod agenda;
mod bodies;
mod customers;
mod errors;
mod handlers;
mod ids;
mod issuers;
mod keys;
mod methods;
mod offer;
mod payment_links;
mod payments;
mod sessions;
#[cfg(test)]
mod testkit;
mod tokens;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use yuno_api::{
    operation::Operation,
    types::{ErrorCode, Json, PaymentMethodType},
};

pub(crate) use self::payments::test_cards;
use self::{
    customers::Customers, errors::Refused, ids::Ids, keys::Keys, methods::Methods, payment_links::PaymentLinks,
    payments::Payments, sessions::Sessions, tokens::Tokens,
};
use crate::overview::Overview;

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
    /// The body, or nothing for an answer without one. It is text, since a `Value` holds no exact numbers.
    pub body: Option<Json>,
}

#[cfg(test)]
impl Answer {
    /// The body, for a test to look into; null where there is none. Amounts may lose digits.
    pub(crate) fn value(&self) -> Value {
        self.body.as_ref().and_then(|body| body.parse().ok()).unwrap_or_default()
    }
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
    pub data: Json,
}

impl Event {
    /// Its `data`, to look into it. Amounts may lose digits.
    pub(crate) fn value(&self) -> Value {
        self.data.parse().unwrap_or_default()
    }
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
    ids: Ids,
    customers: Customers,
    sessions: Sessions,
    tokens: Tokens,
    methods: Methods,
    payments: Payments,
    payment_links: PaymentLinks,
    keys: Keys,
    events: Vec<Event>,
    settings: Settings,
}

/// How the sandbox is to behave where there is a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Settings {
    /// Whether `payments.create` knows repeats by their idempotency key. The vendor's documents disagree: with `false`,
    /// the key is not looked at, and only looking the order up prevents a second payment.
    pub honours_create_key: bool,
    /// Where the sandbox is reached, without a slash at the end: the pages that customers are sent to lie there.
    pub base_url: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self { honours_create_key: true, base_url: "http://127.0.0.1".to_owned() }
    }
}

/// A place kept for a request while it is at work, so that another one with its key finds it in process.
///
/// One that is dropped without [`Domain::perform`] is a request that began and came to nothing: its key is spent.
#[derive(Debug)]
#[must_use]
pub(crate) struct Reserved(Option<keys::Place>);

impl Domain {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            ids: Ids::new(seed),
            customers: Customers::default(),
            sessions: Sessions::default(),
            tokens: Tokens::default(),
            methods: Methods::default(),
            payments: Payments::default(),
            payment_links: PaymentLinks::default(),
            keys: Keys::default(),
            events: Vec::new(),
            settings: Settings::default(),
        }
    }

    /// How it behaves, to look at and to change.
    pub(crate) fn settings(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// Takes in a request before it acts. `Err` is the answer of a request that must not act: one that is replayed by
    /// its key, is in process, has a spent key, or is turned away at the door.
    ///
    /// Requests whose form is wrong are to be refused before this: they leave no trace on their key.
    pub(crate) fn reserve(&mut self, request: &Request, now: Timestamp) -> Result<Reserved, Answer> {
        if request.operation.id == "payments.create" && !self.settings.honours_create_key {
            return Ok(Reserved(None));
        }
        self.keys.reserve(request, now).map(Reserved)
    }

    /// Acts, and answers.
    pub(crate) fn perform(&mut self, reserved: Reserved, request: &Request, now: Timestamp) -> Answer {
        self.advance(now);
        let answer = match handlers::find(request.operation.id) {
            Some(handler) => handler(self, request, now).unwrap_or_else(Answer::from),
            None => not_here(request.operation),
        };
        if let Reserved(Some(place)) = reserved {
            self.keys.answered(place, &answer);
        }
        answer
    }

    /// What has come due by now happens: sessions and payments expire, delayed captures and cancellations run.
    pub(crate) fn advance(&mut self, now: Timestamp) {
        customers::advance(self, now);
        self.tokens.advance(now);
        methods::advance(self, now);
        payments::advance(self, now);
    }

    /// Does to a payment, or to a payment method that is being enrolled, what only somebody outside the API can. `Err`
    /// is a sentence that says why not.
    pub(crate) fn act(&mut self, id: &str, act: Act, now: Timestamp) -> Result<(), String> {
        self.advance(now);
        if self.payments.has(id) { payments::act(self, id, act, now) } else { methods::act(self, id, act, now) }
    }

    /// Somebody who has a payment link pays with it. Gives the payment's id; `Err` is a sentence that says why not.
    pub(crate) fn pay_link(&mut self, code: &str, type_: PaymentMethodType, now: Timestamp) -> Result<String, String> {
        self.advance(now);
        payment_links::pay(self, code, type_, now).map_err(|refused| refused.message())
    }

    /// What has happened since the last call, oldest first.
    pub(crate) fn take_events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    /// Everything, for a person to look at: card numbers only as BIN and last four.
    pub(crate) fn overview(&self, now: Timestamp) -> Overview {
        Overview {
            payments: self.payments.overview(),
            customers: self.customers.overview(),
            sessions: self.sessions.overview(),
            payment_methods: self.methods.overview(),
            payment_links: self.payment_links.overview(&self.payments, now),
        }
    }
}

/// The answer to an operation that the sandbox does not carry out.
fn not_here(operation: &Operation) -> Answer {
    let message = format!("the sandbox does not carry out {}", operation.id);
    Refused::new(501, ErrorCode::UnsupportedMethod, message).into()
}
