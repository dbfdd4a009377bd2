//! A domain to call, and everything that holds of every answer.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use yuno_api::{
    dec, exchange,
    types::{Amount, Currency, Decimal, Decode},
    webhooks,
};

use crate::domain::{Act, Answer, Domain, Event, Request};

pub(super) const ACCOUNT: &str = "7d3c1f0e-52a4-4c8b-9d0e-6f1b2a3c4d5e";

pub(super) struct World {
    pub domain: Domain,
    pub now: Timestamp,
}

impl World {
    pub(super) fn new() -> Self {
        Self { domain: Domain::new(7), now: "2026-08-21T15:00:00Z".parse().unwrap() }
    }

    pub(super) fn pass(&mut self, time: SignedDuration) {
        self.now = self.now.checked_add(time).unwrap();
        self.domain.advance(self.now);
    }

    /// Calls an operation, and holds its answer against the spec.
    pub(super) fn call(&mut self, id: &str, path: &[(&'static str, &str)], body: &Value) -> Answer {
        let request = request(id, path, body, None);
        self.send(&request)
    }

    pub(super) fn send(&mut self, request: &Request) -> Answer {
        let answer = match self.domain.reserve(request, self.now) {
            Ok(reserved) => self.domain.perform(reserved, request, self.now),
            Err(answer) => answer,
        };
        fits(request, &answer);
        answer
    }

    /// Creates a payment that must come to be.
    pub(super) fn create(&mut self, body: &Value) -> Value {
        let answer = self.call("payments.create", &[], body);
        assert_eq!(answer.status, 201, "{answer:?}");
        answer.value()
    }

    /// The payment as it stands, with all of its transactions.
    pub(super) fn look(&mut self, payment: &Value) -> Value {
        self.retrieve(payment).value()
    }

    /// The same as it was answered, with every digit.
    pub(super) fn retrieve(&mut self, payment: &Value) -> Answer {
        let mut request = request("payments.retrieve", &[("payment_id", text(payment, "id"))], &Value::Null, None);
        request.query.push(("transactions_history".to_owned(), "true".to_owned()));
        let answer = self.send(&request);
        assert_eq!(answer.status, 200, "{answer:?}");
        answer
    }

    /// An act on the newest transaction of a kind.
    pub(super) fn on(&mut self, id: &str, payment: &Value, kind: &str, body: &Value) -> Answer {
        let payment = self.look(payment);
        let all = payment["transactions_history"].as_array().unwrap();
        let last = all.iter().rev().find(|it| it["type"] == kind).unwrap_or_else(|| panic!("no {kind} in {payment}"));
        let path = [("payment_id", text(&payment, "id")), ("transaction_id", text(last, "id"))];
        self.call(id, &path, body)
    }

    pub(super) fn act(&mut self, payment: &Value, act: Act) {
        self.domain.act(text(payment, "id"), act, self.now).unwrap();
    }

    /// The events since the last look, each of which a receiver can read.
    pub(super) fn events(&mut self) -> Vec<Event> {
        let events = self.domain.take_events();
        for event in &events {
            let body = json!({
                "type": event.kind, "type_event": event.event, "account_id": event.account, "retry": 0, "version": 2,
                "data": event.data,
            });
            let read = webhooks::Event::parse(body.to_string().as_bytes()).unwrap();
            assert!(
                event.kind != "payment"
                    || matches!(
                        read.payload(),
                        webhooks::Payload::Payment(_) | webhooks::Payload::Refund(_) | webhooks::Payload::Chargeback(_)
                    )
            );
            assert_eq!(event.account, ACCOUNT);
        }
        events
    }
}

pub(super) fn request(id: &str, path: &[(&'static str, &str)], body: &Value, key: Option<&str>) -> Request {
    let exchange = exchange::all().find(|it| it.operation.id == id).unwrap();
    Request {
        operation: exchange.operation,
        path: path.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        query: Vec::new(),
        account: None,
        key: key.map(str::to_owned),
        body: if body.is_null() { bytes::Bytes::new() } else { body.to_string().into() },
    }
}

/// Every answer is one that the spec knows: no member and no value that it does not have.
fn fits(request: &Request, answer: &Answer) {
    let exchange = exchange::all().find(|it| it.operation.id == request.operation.id).unwrap();
    let Some(body) = &answer.body else {
        return assert!(exchange.response.is_none(), "{} answers with a body", request.operation.id);
    };
    let body = body.get();
    let read = match exchange.response.filter(|_| answer.status < 400) {
        Some(inspect) => inspect(body.as_bytes()).unwrap(),
        None => exchange::error_body(body.as_bytes()).unwrap(),
    };
    assert_eq!((read.unknown_fields, read.unknown_values), (Vec::new(), Vec::new()), "{body}");
}

pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name} in {value}"))
}

/// Status and sub-status.
pub(super) fn state(payment: &Value) -> (String, String) {
    (text(payment, "status").to_owned(), text(payment, "sub_status").to_owned())
}

/// The body of an answer, as its type.
pub(super) fn read<T: Decode>(answer: &Answer) -> T {
    T::decode(answer.body.as_ref().unwrap().get().as_bytes()).unwrap()
}

/// Status, and code of the error.
pub(super) fn refusal(answer: &Answer) -> (u16, String) {
    (answer.status, text(&answer.value(), "code").to_owned())
}

/// A payment of 100.00 by a card that no table has.
pub(super) fn card(description: &str) -> Value {
    json!({
        "account_id": ACCOUNT, "merchant_order_id": "order-1", "description": description, "country": "BR",
        "amount": Amount::new(Currency::Brl, dec!(100.50)), "workflow": "DIRECT",
        "payment_method": { "type": "CARD", "detail": { "card": { "card_data": {
            "number": "4111111111111111", "holder_name": "MARINA ALVES", "security_code": "123",
            "expiration_month": 11, "expiration_year": 28,
        } } } },
    })
}

pub(super) fn numbered(number: &str) -> Value {
    let mut body = card("Annual plan");
    body["payment_method"]["detail"]["card"]["card_data"]["number"] = number.into();
    body
}

pub(super) fn authorization(description: &str) -> Value {
    let mut body = card(description);
    body["payment_method"]["detail"]["card"]["capture"] = false.into();
    body
}

pub(super) fn verification(description: &str) -> Value {
    let mut body = card(description);
    body["payment_method"]["detail"]["card"]["verify"] = true.into();
    body["amount"]["value"] = 0.into();
    body
}

pub(super) fn method(kind: &str, description: &str) -> Value {
    let mut body = card(description);
    body["payment_method"] = json!({ "type": kind });
    body
}

/// The body of a capture or refund.
pub(super) fn part(value: Decimal, description: &str) -> Value {
    json!({
        "amount": Amount::new(Currency::Brl, value), "merchant_reference": "ref-1",
        "reason": "REQUESTED_BY_CUSTOMER", "description": description,
    })
}

/// The body of a refund or cancellation of everything.
pub(super) fn whole(description: &str) -> Value {
    json!({ "merchant_reference": "ref-1", "reason": "REQUESTED_BY_CUSTOMER", "description": description })
}

/// The body of a dispute.
pub(super) fn evidence() -> Value {
    json!({ "account_id": ACCOUNT, "evidence": [{
        "file_name": "receipt.pdf", "content_type": "application/pdf", "content_category": "RECEIPT",
        "content": "JVBERi0xLjQK",
    }] })
}

/// The rows of a table of the vendor's. `None`, and a word about it, where the table is not there.
pub(super) fn facts(name: &str) -> Option<Vec<Vec<String>>> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/facts").join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared/facts/{name} is not there to compare with");
        return None;
    };
    let rows = text.lines().skip(1).map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect());
    Some(rows.collect())
}
