//! Sessions: opened, changed, listed from, and over in time.
#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::domain::testkit::{ACCOUNT, Desk, at, refusal, text};

fn order(country: &str, currency: &str) -> Value {
    json!({
        "account_id": ACCOUNT, "merchant_order_id": "order-1", "payment_description": "Shoes", "country": country,
        "amount": { "currency": currency, "value": 349.9 },
    })
}

fn with(mut body: Value, member: &str, value: Value) -> Value {
    body[member] = value;
    body
}

fn opened(desk: &mut Desk, body: Value) -> String {
    let made = desk.call("checkout_sessions.create", &[], body);
    assert_eq!(made.status, 200, "{made:?}");
    text(&made, "/checkout_session")
}

#[test]
fn a_checkout_session_answers_what_opened_it() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let mut body = with(order("BR", "BRL"), "customer_id", json!(customer));
    body["installments"] = json!({ "plan": [{ "installment": 3, "rate": 1.04 }] });
    body["alternative_amount"] = json!({ "currency": "USD", "value": 67.15 });
    body["metadata"] = json!([{ "key": "channel", "value": "app" }]);
    let made = desk.call("checkout_sessions.create", &[], body.clone());
    assert_eq!(at(&made, "/workflow"), "SDK_CHECKOUT");
    let id = text(&made, "/checkout_session");
    let read = desk.call("checkout_sessions.retrieve", &[&id], Value::Null);
    assert_eq!((text(&read, "/id"), at(&read, "/used")), (id, json!(false)));
    for member in ["customer_id", "installments", "metadata", "amount", "country", "merchant_order_id"] {
        assert_eq!(at(&made, &format!("/{member}")), body[member], "{member}");
        assert_eq!(at(&read, &format!("/{member}")), body[member], "{member}");
    }
    assert_eq!(at(&made, "/alternative_amount"), Value::Null, "no answer has it");
}

#[test]
fn a_session_is_refused_for_what_is_wrong_with_it() {
    let mut desk = Desk::new();
    let refusals = [
        (with(order("BR", "BRL"), "customer_id", json!("nobody")), "CUSTOMER_NOT_FOUND"),
        (order("", "BRL"), "COUNTRY_NOT_SUPPORTED"),
        (order("XX", "BRL"), "COUNTRY_NOT_SUPPORTED"),
        (with(order("BR", "BRL"), "amount", json!({ "currency": "BRL", "value": -1 })), "INVALID_AMOUNT"),
        (with(order("BR", "BRL"), "amount", json!({ "currency": "CLP", "value": 1.5 })), "INVALID_AMOUNT"),
    ];
    for (body, code) in refusals {
        assert_eq!(refusal(&desk.call("checkout_sessions.create", &[], body)), (400, code.to_owned()));
    }
    let elsewhere = desk.call_for("another", "checkout_sessions.create", &[], order("BR", "BRL"));
    assert_eq!(refusal(&elsewhere), (400, "INVALID_ACCOUNT_ID".to_owned()));
}

#[test]
fn an_update_sets_clears_and_leaves() {
    let mut desk = Desk::new();
    let body = with(order("BR", "BRL"), "callback_url", json!("https://shop.example.com/done"));
    let id = opened(&mut desk, with(body, "metadata", json!([{ "key": "a", "value": "b" }])));
    let mut change = with(order("CO", "BRL"), "amount", json!({ "currency": "COP", "value": 5000 }));
    change["callback_url"] = Value::Null;
    let updated = desk.call("checkout_sessions.update", &[&id], change);
    assert_eq!((updated.status, text(&updated, "/checkout_session")), (200, id));
    assert_eq!((at(&updated, "/country"), at(&updated, "/amount/currency")), (json!("CO"), json!("COP")));
    assert_eq!((at(&updated, "/callback_url"), at(&updated, "/metadata/0/key")), (Value::Null, json!("a")));
}

#[test]
fn a_session_is_over_in_time() {
    let mut desk = Desk::new();
    let id = opened(&mut desk, order("BR", "BRL"));
    desk.wait(SignedDuration::from_hours(24) - SignedDuration::from_secs(1));
    assert_eq!(desk.call("checkout_sessions.list_payment_methods", &[&id], Value::Null).status, 200);
    desk.wait(SignedDuration::from_secs(1));
    let gone = (400, "CHECKOUT_SESSION_NOT_FOUND".to_owned());
    let listed = desk.call("checkout_sessions.list_payment_methods", &[&id], Value::Null);
    assert_eq!(refusal(&listed), gone);
    assert!(text(&listed, "/messages/0").contains("2026-08-04T09:00:00Z"), "it says since when: {listed:?}");
    assert_eq!(refusal(&desk.call("checkout_sessions.update", &[&id], order("BR", "BRL"))), gone);
    let card = json!({ "payment_method": { "type": "CARD", "card": { "number": "4507990000000002" } } });
    assert_eq!(refusal(&desk.call("checkout_sessions.create_session_token", &[&id], card)), gone);
    assert!(desk.domain.sessions.open_checkout(&id, desk.now).is_err());
    assert_eq!(desk.call("checkout_sessions.retrieve", &[&id], Value::Null).status, 200, "it can be read");
    assert_eq!(refusal(&desk.call("checkout_sessions.retrieve", &["none"], Value::Null)), gone);
}

#[test]
fn a_used_session_is_not_changed_any_more() {
    let mut desk = Desk::new();
    let id = opened(&mut desk, order("BR", "BRL"));
    desk.domain.sessions.mark_used(&id);
    assert_eq!(at(&desk.call("checkout_sessions.retrieve", &[&id], Value::Null), "/used"), true);
    let refused = desk.call("checkout_sessions.update", &[&id], order("BR", "BRL"));
    assert_eq!(refusal(&refused), (400, "INVALID_STATUS".to_owned()));
    assert!(desk.domain.sessions.open_checkout(&id, desk.now).is_err());
}

#[test]
fn a_session_offers_what_its_country_has() {
    let mut desk = Desk::new();
    let types = |desk: &mut Desk, id: &str, query: &[(&str, &str)]| -> Vec<String> {
        let listed = desk.query("checkout_sessions.list_payment_methods", &[id], query);
        assert_eq!(listed.status, 200, "{listed:?}");
        let list = listed.value();
        list.as_array().unwrap().iter().map(|it| it["type"].as_str().unwrap().to_owned()).collect()
    };
    let brazil = opened(&mut desk, order("BR", "BRL"));
    let offered = types(&mut desk, &brazil, &[]);
    assert_eq!(offered[..2], ["CARD", "PIX"]);
    assert!(offered.contains(&"BOLETO".to_owned()) && !offered.contains(&"PSE".to_owned()), "{offered:?}");
    assert!(!offered.iter().any(|it| it.ends_with("ENROLLMENT")), "{offered:?}");
    let colombia = opened(&mut desk, order("CO", "COP"));
    assert_eq!(types(&mut desk, &colombia, &[("category", "BANK_TRANSFER")]), ["PSE"]);
    let refused = desk.query("checkout_sessions.list_payment_methods", &[&brazil], &[("category", "SHELLS")]);
    assert_eq!(refusal(&refused), (400, "INVALID_PARAMETERS".to_owned()));
}

#[test]
fn what_the_customer_has_enrolled_comes_first() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let card = json!({ "number": "4507990000000002", "expiration_month": 11, "expiration_year": 28 });
    let body = json!({ "account_id": ACCOUNT, "country": "BR", "type": "CARD", "card_data": card });
    let vaulted = text(&desk.call("payment_methods.enroll", &[&customer], body), "/vaulted_token");
    desk.domain.methods.paid_with(&vaulted, desk.now);
    let id = opened(&mut desk, with(order("BR", "BRL"), "customer_id", json!(customer)));
    let listed = desk.call("checkout_sessions.list_payment_methods", &[&id], Value::Null);
    assert_eq!((text(&listed, "/0/vaulted_token"), text(&listed, "/0/name")), (vaulted, "VISA ****0002".to_owned()));
    assert_eq!(at(&listed, "/0/last_successfully_used_at"), "2026-08-03T09:00:00Z");
    assert_eq!(at(&listed, "/0/card_data/lfd"), "0002");
    assert_eq!((at(&listed, "/1/type"), at(&listed, "/1/vaulted_token")), (json!("CARD"), Value::Null));
    assert_eq!(text(&listed, "/1/checkout/session"), id);
}

#[test]
fn a_customer_session_takes_a_customer_of_the_account() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let body = json!({ "account_id": ACCOUNT, "country": "BR", "customer_id": customer });
    let made = desk.call("customer_sessions.create", &[], body.clone());
    assert_eq!((made.status, text(&made, "/customer_id")), (201, customer));
    let refused = desk.call("customer_sessions.create", &[], with(body, "customer_id", json!("nobody")));
    assert_eq!(refusal(&refused), (400, "CUSTOMER_NOT_FOUND".to_owned()));
    let id = text(&made, "/customer_session");
    assert_eq!(desk.call("payment_methods.list_enrollable", &[&id], Value::Null).status, 200);
    desk.wait(SignedDuration::from_hours(1));
    let expired = desk.call("payment_methods.list_enrollable", &[&id], Value::Null);
    assert_eq!(refusal(&expired), (400, "NOT_FOUND".to_owned()));
    assert!(text(&expired, "/messages/0").contains("expired"), "{expired:?}");
}

#[test]
fn banks_are_those_of_country_and_payment_method() {
    let mut desk = Desk::new();
    let mut count = |query: &[(&str, &str)]| {
        let listed = desk.query("payments.list_issuers", &[], query);
        assert_eq!(listed.status, 200, "{listed:?}");
        at(&listed, "/issuers").as_array().unwrap().len()
    };
    let all = count(&[]);
    assert!(count(&[("country_code", "CO")]) < all);
    assert_eq!(count(&[("country_code", "CO"), ("payment_method", "PSE")]), 3);
    assert_eq!(count(&[("country_code", "BR"), ("payment_method", "PSE")]), 0);
    let session = opened(&mut desk, order("NL", "EUR"));
    let listed = desk.query("payments.list_issuers", &[], &[("checkout_session", &session)]);
    assert_eq!(at(&listed, "/issuers").as_array().unwrap().len(), 2);
    let refused = desk.query("payments.list_issuers", &[], &[("payment_method", "SHELLS")]);
    assert_eq!(refusal(&refused), (400, "INVALID_PARAMETERS".to_owned()));
    let unknown = desk.query("payments.list_issuers", &[], &[("checkout_session", "none")]);
    assert_eq!(refusal(&unknown), (400, "CHECKOUT_SESSION_NOT_FOUND".to_owned()));
}
