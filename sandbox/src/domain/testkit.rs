//! What the tests of the domain share: calls as the shell makes them, and answers held against the spec.
// `json!` makes a body in place, so a call takes it whole.
#![allow(clippy::unwrap_used, clippy::panic, clippy::needless_pass_by_value)]

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use yuno_api::{
    exchange::{self, Exchange},
    webhooks::{self, EventKind},
};

use super::{Act, Answer, Domain, Event, Request};

/// The account that the tests act for.
pub(crate) const ACCOUNT: &str = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";

/// A domain with a clock, called by operation id.
pub(crate) struct Desk {
    pub domain: Domain,
    pub now: Timestamp,
    calls: u64,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let now = "2026-08-03T09:00:00Z".parse().unwrap();
        Self { domain: Domain::new(7), now, calls: 0 }
    }

    /// Lets time pass.
    pub(crate) fn wait(&mut self, duration: SignedDuration) {
        self.now = self.now.checked_add(duration).unwrap();
        self.domain.advance(self.now);
    }

    /// Calls an operation with the values of its path in their order; `Value::Null` is no body. The answer's body is
    /// held against the spec: every member and every value must be one that it knows.
    pub(crate) fn call(&mut self, operation: &str, path: &[&str], body: Value) -> Answer {
        self.call_with(operation, path, &[], None, body)
    }

    pub(crate) fn query(&mut self, operation: &str, path: &[&str], query: &[(&str, &str)]) -> Answer {
        self.call_with(operation, path, query, None, Value::Null)
    }

    /// The same, for the account that the header names.
    pub(crate) fn call_for(&mut self, account: &str, operation: &str, path: &[&str], body: Value) -> Answer {
        self.call_with(operation, path, &[], Some(account), body)
    }

    fn call_with(
        &mut self,
        operation: &str,
        path: &[&str],
        query: &[(&str, &str)],
        account: Option<&str>,
        body: Value,
    ) -> Answer {
        let exchange = exchange(operation);
        let route = exchange.operation.path.split('/');
        let names = route.filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        self.calls += 1;
        let request = Request {
            operation: exchange.operation,
            path: names.zip(path).map(|(name, value)| (name, (*value).to_owned())).collect(),
            query: query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            account: account.map(str::to_owned),
            key: Some(format!("key-{}", self.calls)),
            body: if body.is_null() { Bytes::new() } else { body.to_string().into() },
        };
        let answer = match self.domain.reserve(&request, self.now) {
            Ok(reserved) => self.domain.perform(reserved, &request, self.now),
            Err(answer) => answer,
        };
        conforms(exchange, &answer);
        answer
    }

    /// Makes a customer with a name and an e-mail address; gives its id.
    pub(crate) fn customer(&mut self, number: &str) -> String {
        let made = self.call(
            "customers.create",
            &[],
            serde_json::json!({ "merchant_customer_id": number, "first_name": "Beatriz", "email": "b@example.com" }),
        );
        text(&made, "/id")
    }

    /// Does what only somebody outside can do to a payment method.
    pub(crate) fn act(&mut self, id: &str, act: Act) -> Result<(), String> {
        super::methods::act(&mut self.domain, id, act, self.now)
    }

    /// What was told since the last look: event and status of the payment method.
    pub(crate) fn told(&mut self) -> Vec<(String, String)> {
        let brief = |event: &Event| {
            assert_eq!((event.kind.as_str(), event.account.as_str()), ("enrollment", ACCOUNT));
            let envelope = serde_json::json!({
                "type": event.kind, "type_event": event.event, "account_id": event.account, "data": event.data,
            });
            let parsed = webhooks::Event::parse(envelope.to_string().as_bytes()).unwrap();
            assert!(EventKind::KNOWN.contains(&parsed.kind()), "{} is no event of the API", event.event);
            assert!(parsed.payment_method().is_some_and(|it| it.id.is_some()), "{envelope}");
            let status = event.value()["payment_method"]["status"].as_str().unwrap().to_owned();
            (event.event.clone(), status)
        };
        self.domain.take_events().iter().map(brief).collect()
    }
}

/// The text at a place in an answer's body.
pub(crate) fn text(answer: &Answer, pointer: &str) -> String {
    match answer.value().pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        other => panic!("{pointer} is {other:?} in {answer:?}"),
    }
}

/// What is at a place in an answer's body.
pub(crate) fn at(answer: &Answer, pointer: &str) -> Value {
    answer.value().pointer(pointer).cloned().unwrap_or_default()
}

/// The status and code of an error.
pub(crate) fn refusal(answer: &Answer) -> (u16, String) {
    (answer.status, text(answer, "/code"))
}

fn exchange(operation: &str) -> &'static Exchange {
    let found = exchange::all().find(|it| it.operation.id == operation);
    found.unwrap_or_else(|| panic!("there is no operation {operation}"))
}

fn conforms(exchange: &Exchange, answer: &Answer) {
    let id = exchange.operation.id;
    let Some(body) = &answer.body else {
        assert!(exchange.response.is_none(), "{id} answered {} without a body", answer.status);
        return;
    };
    let body = body.get();
    let inspection = match (answer.status, exchange.response) {
        (400.., _) => exchange::error_body(body.as_bytes()).unwrap(),
        (_, Some(inspect)) => inspect(body.as_bytes()).unwrap(),
        (_, None) => panic!("{id} answered a body that the spec does not have: {body}"),
    };
    assert_eq!(inspection.unknown_fields, [""; 0], "{id} answered {body}");
    assert_eq!(inspection.unknown_values, [""; 0], "{id} answered {body}");
}
