#![allow(clippy::unwrap_used)]

use super::*;
use crate::types::*;

fn payment(json: &str) -> Payment {
    Payment::decode(json.as_bytes()).unwrap()
}

fn ids<'a>(transactions: impl Iterator<Item = &'a Transaction>) -> Vec<&'a str> {
    transactions.map(|transaction| transaction.id.as_ref().unwrap().path_text()).collect()
}

#[test]
fn an_empty_id_is_none() {
    assert!(payment(r#"{"id": ""}"#).id().is_err());
    assert!(Customer::decode(br#"{"id": " "}"#).unwrap().id().is_err());
    let error = CustomerSession::decode(b"{}").unwrap().id().unwrap_err();
    assert_eq!(error.to_string(), "the customer session has no id; open a new one");
    assert_eq!((error.object(), error.field()), ("customer session", "id"));
}

#[test]
fn a_wrapper_is_not_taken_for_the_payment() {
    // The outer id may be the one of a transaction.
    let wrapped = payment(r#"{"id": "transaction", "payment": {"id": "payment"}}"#);
    assert_eq!(wrapped.id().unwrap().path_text(), "payment");
    assert!(payment(r#"{"id": "transaction", "payment": {}}"#).id().is_err());
}

#[test]
fn one_thing_with_two_names() {
    for json in [r#"{"id": "s"}"#, r#"{"checkout_session": "s"}"#, r#"{"checkout_session": "s", "id": ""}"#] {
        assert_eq!(CheckoutSession::decode(json.as_bytes()).unwrap().id().unwrap().path_text(), "s");
    }
    for json in [r#"{"id": "m", "vaulted_token": "v"}"#, r#"{"vaulted_token": "m"}"#] {
        assert_eq!(EnrolledPaymentMethod::decode(json.as_bytes()).unwrap().id().unwrap().path_text(), "m");
    }
}

#[test]
fn the_last_transaction_is_the_single_one_or_the_newest() {
    let one = r#"{"transactions": {"id": "b"}, "transactions_history": [{"id": "a"}, {"id": "b"}]}"#;
    let one = payment(one);
    assert_eq!(one.last_transaction().unwrap().id().unwrap().path_text(), "b");
    assert_eq!(ids(one.every_transaction()), ["a", "b"]);

    let newest_first = payment(
        r#"{"transactions": [{"id": "b", "created_at": "2026-01-02T00:00:00Z"},
            {"id": "a", "created_at": "2026-01-01T00:00:00Z"}]}"#,
    );
    assert_eq!(ids(newest_first.last_transaction().into_iter()), ["b"]);

    // Without times the order decides.
    assert_eq!(ids(payment(r#"{"transactions": [{"id": "a"}, {"id": "b"}]}"#).last_transaction().into_iter()), ["b"]);
    assert!(payment("{}").last_transaction().is_none());
}

fn with(state: &str, transactions: &str) -> Payment {
    let (status, sub_status) = state.split_once('/').unwrap();
    payment(&format!(r#"{{"status": "{status}", "sub_status": "{sub_status}", "transactions": [{transactions}]}}"#))
}

#[test]
fn only_an_authorization_that_stands_is_captured() {
    let transactions = r#"{"id": "0", "type": "AUTHORIZE", "status": "DECLINED"},
        {"id": "1", "type": "AUTHORIZE", "status": "SUCCEEDED"}, {"id": "2", "type": "CAPTURE", "status": "DECLINED"}"#;
    for (state, capturable) in [
        ("PENDING/AUTHORIZED", true),
        ("SUCCEEDED/PARTIALLY_CAPTURED", true),
        ("SUCCEEDED/CAPTURE_RETRY_PROCESS_FAILED", true),
        ("SUCCEEDED/CAPTURE_RETRY_IN_PROCESS", false),
        ("SUCCEEDED/CAPTURED", false),
        ("CANCELED/CANCELED", false),
        ("PENDING/SOMETHING_NEW", false),
    ] {
        let payment = with(state, transactions);
        let wanted: &[&str] = if capturable { &["1"] } else { &[] };
        assert_eq!(ids(payment.capturable().into_iter()), wanted, "{state}");
        assert_eq!(ids(payment.authorization().into_iter()), ["1"]);
    }
    assert!(with("PENDING/AUTHORIZED", "").capturable().is_none());
}

#[test]
fn only_what_is_not_taken_is_canceled() {
    let authorized = with("PENDING/AUTHORIZED", r#"{"id": "1", "type": "AUTHORIZE", "status": "SUCCEEDED"}"#);
    assert_eq!(ids(authorized.cancelable().into_iter()), ["1"]);

    let begun = r#"{"id": "1", "type": "PURCHASE", "status": "DECLINED"}, {"id": "2", "type": "PURCHASE", "status": "CREATED"},
        {"id": "3", "type": "THREE_D_SECURE", "status": "PENDING"}"#;
    assert_eq!(ids(with("READY_TO_PAY/CREATED", begun).cancelable().into_iter()), ["2"]);
    assert_eq!(ids(with("PENDING/WAITING_ADDITIONAL_STEP", begun).cancelable().into_iter()), ["2"]);

    let paid = r#"{"id": "1", "type": "PURCHASE", "status": "SUCCEEDED"}"#;
    assert!(with("SUCCEEDED/APPROVED", paid).cancelable().is_none());
}

#[test]
fn what_was_taken_is_refunded_unless_a_refund_is_at_work() {
    let paid = r#"{"id": "1", "type": "AUTHORIZE", "status": "SUCCEEDED"},
        {"id": "2", "type": "CAPTURE", "status": "DECLINED"}, {"id": "3", "type": "CAPTURE", "status": "SUCCEEDED"},
        {"id": "4", "type": "REFUND", "status": "SUCCEEDED"}"#;
    for (state, refundable) in [
        ("SUCCEEDED/CAPTURED", true),
        ("SUCCEEDED/PARTIALLY_REFUNDED", true),
        ("SUCCEEDED/FRAUD_DECLINED", true),
        ("SUCCEEDED/REFUND_RETRY_IN_PROCESS", false),
        ("REFUNDED/PENDING_PROVIDER_CONFIRMATION", false),
        ("REFUNDED/REFUNDED", false),
        ("IN_DISPUTE/RECEIVED", false),
    ] {
        let wanted: &[&str] = if refundable { &["3"] } else { &[] };
        assert_eq!(ids(with(state, paid).refundable()), wanted, "{state}");
    }
}
