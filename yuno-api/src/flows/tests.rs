#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use http::StatusCode;
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::{
    Client,
    flows::Polling,
    transport::{HttpRequest, HttpResponse},
    types::*,
};

type Seen = Arc<Mutex<Vec<(String, Value)>>>;

/// A client whose every request is noted, and answered by `answer`: the number of the request, from 0, in; status and
/// body out.
fn client(answer: impl Fn(usize) -> (u16, Value) + Send + Sync + 'static) -> (Client, Seen) {
    let seen = Seen::default();
    let notes = seen.clone();
    let client = Client::builder()
        .keys("sandbox_test", "test")
        .retry(crate::retry::Backoff::never())
        .transport(move |request: HttpRequest| {
            let mut notes = notes.lock().unwrap();
            let (status, body) = answer(notes.len());
            let sent = serde_json::from_slice(request.body()).unwrap_or_default();
            notes.push((format!("{} {}", request.method(), request.path()), sent));
            Ok(HttpResponse::json(StatusCode::from_u16(status).unwrap(), body.to_string()))
        })
        .build()
        .unwrap();
    (client, seen)
}

#[allow(clippy::needless_pass_by_value)] // The values are written where they are used.
fn payment(state: &str, transactions: Value) -> Payment {
    let (status, sub_status) = state.split_once('/').unwrap();
    let json = json!({
        "id": "p", "status": status, "sub_status": sub_status, "transactions": transactions,
        "amount": {"currency": "USD", "value": 300, "captured": 0, "refunded": 0},
    });
    Payment::decode(json.to_string().as_bytes()).unwrap()
}

fn authorized() -> Payment {
    payment("PENDING/AUTHORIZED", json!({"id": "t", "type": "AUTHORIZE", "status": "SUCCEEDED", "amount": 300}))
}

fn paid() -> Payment {
    payment("SUCCEEDED/APPROVED", json!({"id": "t", "type": "PURCHASE", "status": "SUCCEEDED", "amount": 300}))
}

const REASON: ReversalReason = ReversalReason::RequestedByCustomer;

#[tokio::test]
async fn each_flow_makes_its_call() {
    let (client, seen) = client(|_| (200, json!({"id": "new", "status": "SUCCEEDED"})));
    let payments = client.payments();
    let ten = || Amount::new(Currency::Usd, 10);

    let answer = payments.capture_in_full(&authorized(), "ref", "OK").unwrap().await.unwrap();
    assert!(matches!(answer.outcome(), TransactionOutcome::Done));
    payments.capture_in_part(&authorized(), ten(), "ref", "OK").unwrap().await.unwrap();
    payments.cancel_authorization(&authorized(), "ref", REASON).unwrap().await.unwrap();
    payments.refund_in_full(&paid(), "ref", REASON).unwrap().await.unwrap();
    payments.refund_in_part(&paid(), ten(), "ref", REASON).unwrap().await.unwrap();
    payments.give_back(&authorized(), "ref", REASON).unwrap().await.unwrap();

    let usd = |value: i32| json!({"currency": "USD", "value": value});
    let back = json!({"merchant_reference": "ref", "reason": "REQUESTED_BY_CUSTOMER"});
    let mut part = back.clone();
    part["amount"] = usd(10);
    let transaction = "POST /v1/payments/p/transactions/t";
    let wanted = [
        (format!("{transaction}/capture"), json!({"amount": usd(300), "merchant_reference": "ref", "reason": "OK"})),
        (format!("{transaction}/capture"), json!({"amount": usd(10), "merchant_reference": "ref", "reason": "OK"})),
        (format!("{transaction}/cancel"), back.clone()),
        (format!("{transaction}/refund"), back.clone()),
        (format!("{transaction}/refund"), part),
        ("POST /v1/payments/p/cancel-or-refund".to_owned(), back),
    ];
    assert_eq!(*seen.lock().unwrap(), wanted);
}

#[tokio::test]
async fn a_capture_in_full_takes_what_is_left() {
    let (client, seen) = client(|_| (200, json!({"status": "SUCCEEDED"})));
    let mut rest = payment(
        "SUCCEEDED/PARTIALLY_CAPTURED",
        json!([{"id": "t", "type": "AUTHORIZE", "status": "SUCCEEDED", "amount": 250}]),
    );
    let mut amount = PaymentAmount::new(Currency::Usd, 300);
    amount.captured = Some(Decimal::from(100));
    rest.amount = Some(Box::new(amount));
    client.payments().capture_in_full(&rest, "ref", "OK").unwrap().await.unwrap();
    assert_eq!(seen.lock().unwrap()[0].1["amount"]["value"], json!(150));

    // Nothing is left, or nobody says how much.
    for captured in [250, 260] {
        rest.amount.as_mut().unwrap().captured = Some(Decimal::from(captured));
        let error = client.payments().capture_in_full(&rest, "ref", "OK").unwrap_err();
        assert!(error.to_string().contains("no amount left to capture"), "{error}");
    }
    rest.amount = None;
    assert!(client.payments().capture_in_full(&rest, "ref", "OK").is_err());
}

#[test]
fn what_the_state_does_not_allow_is_not_sent() {
    let (client, seen) = client(|_| (200, json!({})));
    let payments = client.payments();
    let says = |error: crate::MissingField, what: &str| assert!(error.to_string().contains(what), "{error}");
    says(payments.capture_in_full(&paid(), "ref", "OK").unwrap_err(), "no authorization that can be captured");
    says(payments.cancel_authorization(&paid(), "ref", REASON).unwrap_err(), "no transaction that can be canceled");
    says(payments.refund_in_full(&authorized(), "ref", REASON).unwrap_err(), "no purchase or capture");
    says(payments.give_back(&Payment::decode(b"{}").unwrap(), "ref", REASON).unwrap_err(), "no id");

    // A refund of one of two captures would not be a full one.
    let capture = |id: &str| json!({"id": id, "type": "CAPTURE", "status": "SUCCEEDED"});
    let twice = payment("SUCCEEDED/PARTIALLY_CAPTURED", json!([capture("a"), capture("b")]));
    says(payments.refund_in_full(&twice, "ref", REASON).unwrap_err(), "no single capture");
    assert!(seen.lock().unwrap().is_empty());
}

fn state(status: &str, sub_status: &str) -> (u16, Value) {
    (200, json!({"id": "p", "status": status, "sub_status": sub_status}))
}

#[tokio::test(start_paused = true)]
async fn waiting_ends_with_the_outcome() {
    let (client, seen) = client(|asked| match asked {
        0 | 1 => state("PENDING", "IN_PROCESS"),
        // A failure in between is passed over.
        2 => (503, json!({})),
        3 => state("SOMETHING_NEW", "CREATED"),
        _ => state("SUCCEEDED", "APPROVED"),
    });
    let began = Instant::now();
    let payment = client.payments().wait_until_final(&"p".into(), &Polling::new()).await.unwrap();
    assert!(matches!(payment.outcome(), Outcome::Settled));
    assert_eq!(seen.lock().unwrap().len(), 5);
    // 1 + 2 + 4 + 8 seconds, or up to half of it.
    let took = began.elapsed();
    assert!(took >= Duration::from_millis(7_500) && took <= Duration::from_secs(15), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn when_time_is_up_the_last_answer_counts() {
    let (client, _) = client(|asked| if asked < 2 { state("PENDING", "IN_PROCESS") } else { (503, json!({})) });
    let began = Instant::now();
    let polling = Polling::new().deadline(Duration::from_secs(30));
    let payment = client.payments().wait_until_final(&"p".into(), &polling).await.unwrap();
    assert!(matches!(payment.outcome(), Outcome::Pending));
    assert!(began.elapsed() < Duration::from_secs(30));
}

#[tokio::test(start_paused = true)]
async fn waiting_without_an_answer_fails() {
    let (silent, seen) = client(|_| (503, json!({})));
    let error = silent.payments().wait_until_final(&"p".into(), &Polling::new()).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));
    assert!(seen.lock().unwrap().len() > 3);

    // What the API refuses, it will refuse again.
    let (refusing, seen) = client(|_| (403, json!({"code": "FORBIDDEN", "messages": []})));
    assert!(refusing.payments().wait_until_final(&"p".into(), &Polling::new()).await.is_err());
    assert_eq!(seen.lock().unwrap().len(), 1);

    // No time at all still gives an error, not a panic.
    let none = Polling::new().deadline(Duration::ZERO);
    assert!(silent.payments().wait_until_final(&"p".into(), &none).await.is_err());
}

#[tokio::test(start_paused = true)]
async fn waiting_for_what_one_wants() {
    let (client, _) = client(|asked| {
        state(if asked < 3 { "SUCCEEDED" } else { "REFUNDED" }, if asked < 3 { "APPROVED" } else { "REFUNDED" })
    });
    let refunded = |payment: &Payment| matches!(payment.outcome(), Outcome::Reversed(_));
    let payment = client.payments().wait_until(&"p".into(), &Polling::new(), refunded).await.unwrap();
    assert_eq!(payment.status, Some(PaymentStatus::Refunded));
}

#[cfg(feature = "blocking")]
#[test]
fn waiting_without_async() {
    let (client, seen) =
        client(|asked| if asked == 0 { state("PENDING", "IN_PROCESS") } else { state("DECLINED", "DECLINED") });
    let polling = Polling::new().first(Duration::ZERO);
    let payment = client.payments().block_until_final(&"p".into(), &polling).unwrap();
    assert!(matches!(payment.outcome(), Outcome::Declined(_)));
    assert_eq!(seen.lock().unwrap().len(), 2);
}

#[test]
fn a_waiting_future_can_be_spawned() {
    fn is_send<T: Send>(_: T) {}
    let (client, _) = client(|_| (200, json!({})));
    is_send(client.payments().wait_until_final(&"p".into(), &Polling::new()));
}
