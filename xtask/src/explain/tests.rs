#![allow(clippy::unwrap_used)]

use yuno_api::webhooks::{EventKind, inspect, testing};

use super::{Arguments, Explanation, Side, explain, run};

fn event(body: &[u8]) -> Explanation {
    explain(body, inspect, true, false, false)
}

#[test]
fn an_event_is_told_member_by_member() {
    let body = testing::event(EventKind::PaymentPurchase)
        .set("data.payment.order_id", "SECRET-ORDER")
        .set("data.payment.status", "SECRET_STATUS")
        .set("data.payment.amount", "SECRET-AMOUNT")
        .set("data.payment.customer_payer.email", "secret@example.com")
        .set("data.payment.customer_payer.4507990000000002", "SECRET")
        .set(
            "data.payment.metadata",
            serde_json::json!([{"key": "a", "value": "SECRET", "new": 4_507_990_000_000_002_u64}]),
        )
        .build();
    let Explanation { text, parses } = event(&body);
    assert!(parses);
    for line in [
        "payment.purchase, version 2",
        "  $.type_event                                          payment.purchase",
        "? $.data.payment.status                                 a text of 13 characters: not in the list of known values",
        "  $.data.payment.sub_status                             APPROVED",
        "! $.data.payment.amount                                 a text of 13 characters: an object was expected",
        "+ $.data.payment.order_id                               a text of 12 characters: no member of this name is known",
        "  $.data.payment.customer_payer.email                   a text of 18 characters",
        "+ $.data.payment.customer_payer.*                       a text of 6 characters: no member of this name is known",
        "+ $.data.payment.metadata[0].new                        a number: no member of this name is known",
        "  $.data.payment.transactions.type                      PURCHASE",
    ] {
        assert!(text.lines().any(|it| it.split_whitespace().eq(line.split_whitespace())), "{line}\n\n{text}");
    }
    assert!(!text.contains("SECRET") && !text.contains("secret@") && !text.contains("4507990"), "{text}");
}

#[test]
fn what_an_event_lacks_is_told_with_its_consequence() {
    let body = testing::event(EventKind::PaymentPurchase)
        .remove("account_id")
        .remove("data.payment.account_id")
        .remove("data.payment.updated_at")
        .remove("data.payment.idempotency_key")
        .build();
    let text = event(&body).text;
    for missing in ["account_id", "updated_at", "idempotency_key"] {
        assert!(text.contains(&format!("- {missing} is missing: ")), "{text}");
    }
    assert!(!event(&testing::event(EventKind::PaymentPurchase).build()).text.contains("missing"));
}

#[test]
fn version_1_and_unknown_events_are_told_as_such() {
    let v1 = event(&testing::event(EventKind::PaymentRefund).version_1().build()).text;
    assert!(v1.starts_with("payment.refund, version 1\n"), "{v1}");
    let new = event(&testing::event("SECRET.event").build()).text;
    assert!(new.contains("an event that this version does not know"), "{new}");
    assert!(!new.contains("SECRET"), "{new}");
}

#[test]
fn why_a_body_cannot_be_read_is_told_with_the_usual_cause() {
    for (body, told) in [
        (&b""[..], "The body is empty"),
        (b"\xef\xbb\xbf{}", "byte order mark"),
        (b"\"{}\"", "encoded twice"),
        (b"[{}]", "It is a list"),
        (b"POST / HTTP/1.1\r\n\r\n{}", "keep only the body"),
        (b"{'type': 'SECRET'}", "single quotes"),
        (b"<html>SECRET</html>", "HTML"),
        (b"type=SECRET", "a form"),
        (b"{\"type\": \"SECRET\",\n \"data\": }", "line 2"),
        (b"{\"type\": \"\xff\"}", "UTF-8"),
    ] {
        let Explanation { text, parses } = event(body);
        assert!(!parses);
        assert!(text.contains(told), "{told}\n\n{text}");
        assert!(!text.contains("SECRET"), "{text}");
    }
}

#[test]
fn a_body_of_an_operation_is_told_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("body.json");
    std::fs::write(&file, r#"{"merchant_customer_id": "SECRET", "country": "ZZ", "phone": []}"#).unwrap();
    let arguments = |operation: &str, side: Side| Arguments {
        file: file.clone(),
        operation: Some(operation.to_owned()),
        side,
        brief: true,
    };
    let told = run(&arguments("customers.create", Side::Request)).unwrap();
    assert!(told.parses);
    assert!(told.text.contains("$.country") && told.text.contains("$.phone"), "{}", told.text);
    assert!(!told.text.contains("SECRET") && !told.text.contains("$.merchant_customer_id  "), "{}", told.text);

    let incomplete = run(&arguments("payments.create", Side::Request)).unwrap().text;
    assert!(incomplete.contains("refused before it is sent"), "{incomplete}");
    let unknown = run(&arguments("payments.make", Side::Request)).err().unwrap().to_string();
    assert!(unknown.contains("there is no operation payments.make; there are ") && unknown.contains("payments.create"));
}
