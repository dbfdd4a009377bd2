//! Payment links: how long they can be paid with, and what comes of it.
#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::SignedDuration;
use serde_json::{Value, json};
use yuno_api::types::PaymentMethodType;

use crate::domain::{
    Act,
    testkit::{ACCOUNT, Desk, at, refusal, text},
};

fn link() -> Value {
    json!({
        "account_id": ACCOUNT, "country": "BR", "amount": { "currency": "BRL", "value": 349.90 },
        "payment_method_types": ["CARD", "PIX"], "description": "Two tickets",
    })
}

fn made(desk: &mut Desk, body: Value) -> String {
    let made = desk.call("payment_links.create", &[], body);
    assert_eq!((made.status, at(&made, "/status")), (200, json!("CREATED")), "{made:?}");
    text(&made, "/id")
}

fn stands(desk: &mut Desk, code: &str) -> (Value, Value) {
    let found = desk.call("payment_links.retrieve", &[code], Value::Null);
    (at(&found, "/status"), at(&found, "/payments_number"))
}

fn pay(desk: &mut Desk, code: &str, type_: PaymentMethodType) -> Result<String, String> {
    desk.domain.pay_link(code, type_, desk.now)
}

fn settle(desk: &mut Desk, payment: &str) {
    desk.domain.act(payment, Act::Settle, desk.now).unwrap();
}

#[test]
fn a_link_is_named_by_id_and_then_by_code() {
    let mut desk = Desk::new();
    let answer = desk.call("payment_links.create", &[], link());
    let code = text(&answer, "/id");
    assert_eq!(at(&answer, "/code"), Value::Null);
    assert!(text(&answer, "/checkout_url").ends_with(&format!("/_sandbox/links/{code}")));
    assert!(answer.body.unwrap().get().contains("349.9"));
    let found = desk.call("payment_links.retrieve", &[&code], Value::Null);
    assert_eq!((text(&found, "/code"), text(&found, "/account_code")), (code, ACCOUNT.to_owned()));
    assert_eq!((at(&found, "/id"), at(&found, "/account_id")), (Value::Null, Value::Null));
}

#[test]
fn whoever_has_the_link_pays_as_often_as_it_takes_payments() {
    let mut desk = Desk::new();
    let code = made(&mut desk, link());
    for count in 1..=2 {
        let payment = pay(&mut desk, &code, PaymentMethodType::Pix).unwrap();
        assert_eq!(stands(&mut desk, &code), (json!("CREATED"), json!(count - 1)), "it was begun only");
        settle(&mut desk, &payment);
        assert_eq!(stands(&mut desk, &code), (json!("CREATED"), json!(count)));
        let paid = desk.call("payments.retrieve", &[&payment], Value::Null);
        assert_eq!((at(&paid, "/status"), at(&paid, "/description")), (json!("SUCCEEDED"), json!("Two tickets")));
        assert_eq!((at(&paid, "/amount/value"), at(&paid, "/workflow")), (json!(349.9), json!("REDIRECT")));
    }
    let error = pay(&mut desk, &code, PaymentMethodType::OxxoPay).unwrap_err();
    assert!(error.contains("does not offer"), "{error}");
}

#[test]
fn a_link_for_one_payment_closes_with_it() {
    let mut desk = Desk::new();
    for most in [("one_time_use", json!(true)), ("payments_number", json!(1))] {
        let mut body = link();
        body[most.0] = most.1;
        let code = made(&mut desk, body);
        let declined = pay(&mut desk, &code, PaymentMethodType::Card).unwrap();
        desk.domain.act(&declined, Act::Decline, desk.now).unwrap();
        let payment = pay(&mut desk, &code, PaymentMethodType::Card).unwrap();
        settle(&mut desk, &payment);
        assert_eq!(stands(&mut desk, &code), (json!("PAID"), json!(1)));
        assert!(pay(&mut desk, &code, PaymentMethodType::Card).unwrap_err().contains("PAID"));
        assert_eq!(
            refusal(&desk.call("payment_links.cancel", &[&code], Value::Null)),
            (400, "INVALID_STATUS".to_owned())
        );
    }
}

#[test]
fn a_card_is_only_authorized_where_the_link_says_so() {
    let mut desk = Desk::new();
    let mut body = link();
    body["capture"] = json!(false);
    let code = made(&mut desk, body);
    let payment = pay(&mut desk, &code, PaymentMethodType::Card).unwrap();
    settle(&mut desk, &payment);
    let authorized = desk.call("payments.retrieve", &[&payment], Value::Null);
    assert_eq!((at(&authorized, "/status"), at(&authorized, "/sub_status")), (json!("PENDING"), json!("AUTHORIZED")));
}

#[test]
fn a_link_can_be_used_in_its_time() {
    let mut desk = Desk::new();
    let hour = SignedDuration::from_hours(1);
    let mut body = link();
    body["availability"] = json!({ "start_at": desk.now + hour, "finish_at": desk.now + hour * 2 });
    let code = made(&mut desk, body.clone());
    assert!(pay(&mut desk, &code, PaymentMethodType::Pix).unwrap_err().contains("from 2026-08-03T10:00:00Z on"));
    desk.wait(hour);
    pay(&mut desk, &code, PaymentMethodType::Pix).unwrap();
    desk.wait(hour);
    assert_eq!(stands(&mut desk, &code).0, json!("EXPIRED"));
    assert!(pay(&mut desk, &code, PaymentMethodType::Pix).is_err());
    body["availability"]["finish_at"] = body["availability"]["start_at"].clone();
    assert_eq!(refusal(&desk.call("payment_links.create", &[], body)), (400, "INVALID_DATE".to_owned()));
}

#[test]
fn a_canceled_link_stays_canceled_and_its_payments_stay() {
    let mut desk = Desk::new();
    let code = made(&mut desk, link());
    let payment = pay(&mut desk, &code, PaymentMethodType::Pix).unwrap();
    for _ in 0..2 {
        let canceled = desk.call("payment_links.cancel", &[&code], Value::Null);
        assert_eq!((canceled.status, at(&canceled, "/status")), (200, json!("CANCELED")));
    }
    assert!(pay(&mut desk, &code, PaymentMethodType::Pix).is_err());
    settle(&mut desk, &payment);
    assert_eq!(stands(&mut desk, &code), (json!("CANCELED"), json!(1)));
}

#[test]
fn a_link_of_another_account_is_none() {
    let mut desk = Desk::new();
    let code = made(&mut desk, link());
    let other = "00000000-0000-4000-8000-000000000000";
    for operation in ["payment_links.retrieve", "payment_links.cancel"] {
        let found = desk.call_for(other, operation, &[&code], Value::Null);
        assert_eq!(refusal(&found), (400, "NOT_FOUND".to_owned()), "{operation}");
        assert_eq!(refusal(&desk.call(operation, &["none"], Value::Null)), (400, "NOT_FOUND".to_owned()));
    }
    assert!(pay(&mut desk, "none", PaymentMethodType::Pix).is_err());
}

#[test]
fn a_link_that_nobody_could_pay_with_is_refused() {
    let mut desk = Desk::new();
    for (member, value, code) in [
        ("payment_method_types", json!([]), "INVALID_PARAMETERS"),
        ("payments_number", json!(0), "INVALID_PARAMETERS"),
        ("amount", json!({ "currency": "BRL", "value": 0 }), "INVALID_AMOUNT"),
        ("amount", json!({ "currency": "BRL", "value": -1 }), "INVALID_AMOUNT"),
        ("customer_payer", json!({ "id": "00000000-0000-4000-8000-000000000000" }), "CUSTOMER_NOT_FOUND"),
    ] {
        let mut body = link();
        body[member] = value;
        assert_eq!(refusal(&desk.call("payment_links.create", &[], body)), (400, code.to_owned()), "{member}");
    }
}
