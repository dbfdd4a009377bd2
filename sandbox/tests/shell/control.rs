//! The control API over HTTP, and the same through the library.

use std::time::Duration;

use serde_json::{Value, json};
use yuno_sandbox::{Fault, Sandbox, StartError, Webhook};

use crate::wire::{call, control, send};

const START: &str = "2026-01-01T00:00:00Z";

async fn fixed() -> Sandbox {
    Sandbox::builder().seed(7).fixed_clock(START.parse().unwrap()).start().await.unwrap()
}

#[tokio::test]
async fn the_clock_is_moved_and_never_back() {
    let sandbox = fixed().await;
    assert_eq!(control(&sandbox, "GET /_sandbox/clock", "").await.json(), json!({ "now": START, "fixed": true }));
    let moved = control(&sandbox, "POST /_sandbox/clock/advance", r#"{"by": "6h 30m"}"#).await;
    assert_eq!(moved.json(), json!({ "now": "2026-01-01T06:30:00Z" }));
    for body in [r#"{"by": "-1s"}"#, r#"{"by": "soon"}"#, r#"{"by": "200000000h"}"#, "{}", r#"{"to": "6h"}"#, "6h"] {
        let refused = control(&sandbox, "POST /_sandbox/clock/advance", body).await;
        assert_eq!((refused.status, refused.code().as_str()), (400, "INVALID_REQUEST"), "{body}");
    }
    sandbox.advance(Duration::from_secs(60)).await.unwrap();
    assert_eq!(sandbox.now().to_string(), "2026-01-01T06:31:00Z");
}

#[tokio::test]
async fn faults_are_armed_listed_and_cleared() {
    let sandbox = fixed().await;
    let armed = r#"{"fault": {"rate_limited": {"retry_after": 2}}, "operation": "payments.retrieve"}"#;
    assert_eq!(control(&sandbox, "POST /_sandbox/faults", armed).await.status, 204);
    let listed = control(&sandbox, "GET /_sandbox/faults", "").await.json();
    assert_eq!(listed[0]["next"], 1);
    assert_eq!(call(&sandbox, "GET /v1/payments/p-1", "").await.status, 429);
    assert_eq!(control(&sandbox, "GET /_sandbox/faults", "").await.json(), json!([]));

    sandbox.fault(Fault::html_body().always()).unwrap();
    assert_eq!(control(&sandbox, "DELETE /_sandbox/faults", "").await.status, 204);
    assert_eq!(control(&sandbox, "GET /_sandbox/faults", "").await.json(), json!([]));
    for body in [
        r#"{"fault": "explode"}"#,
        r#"{"fault": "html_body", "operation": "payments.creat"}"#,
        r#"{"fault": "html_body", "probability": 2}"#,
        r#"{"fault": {"server_error": {"status": 200}}}"#,
    ] {
        assert_eq!(control(&sandbox, "POST /_sandbox/faults", body).await.status, 400, "{body}");
    }
}

#[tokio::test]
async fn the_journal_tells_what_came_and_no_secret() {
    let sandbox = fixed().await;
    let customer = r#"{"merchant_customer_id": "CANARY-1", "country": "BR", "email": "CANARY@example.org"}"#;
    call(&sandbox, "POST /v1/customers", customer).await;
    call(&sandbox, "GET /v1/payments?merchant_order_id=CANARY", "").await;
    call(&sandbox, "GET /v1/payments/6c44ed29-cc51-4479-a5eb-108afdaadd50", "").await;
    call(&sandbox, "GET /v1/payment-methods/6c44ed29-cc51-4479-a5eb-108afdaadd50", "").await;
    let journal = control(&sandbox, "GET /_sandbox/journal", "").await;
    assert!(!journal.body.contains("CANARY"), "{}", journal.body);
    let journal = journal.json();
    let seen: Vec<_> =
        journal.as_array().unwrap().iter().map(|it| [&it["operation"], &it["path"], &it["at"]]).collect();
    let expected = [
        ["customers.create", "/v1/customers", START],
        ["payments.retrieve_by_merchant_order_id", "/v1/payments", START],
        ["payments.retrieve", "/v1/payments/6c44ed29-cc51-4479-a5eb-108afdaadd50", START],
        // This id can be charged.
        ["payment_methods.retrieve", "/v1/payment-methods/{payment_method_id}", START],
    ];
    assert_eq!(seen, expected);
    assert_eq!(control(&sandbox, "DELETE /_sandbox/journal", "").await.status, 204);
    assert!(sandbox.journal().is_empty());
}

#[tokio::test]
async fn a_state_is_written_and_read_back() {
    let first = fixed().await;
    first.advance(Duration::from_secs(3600)).await.unwrap();
    first.fault(Fault::server_error(503).on("payments.retrieve")).unwrap();
    first.webhook(Webhook::new("http://127.0.0.1:9/hook")).unwrap();
    let snapshot = control(&first, "GET /_sandbox/snapshot", "").await;
    assert_eq!((snapshot.status, snapshot.header("content-type")), (200, Some("application/json")));
    assert_eq!(snapshot.body, first.snapshot().unwrap());

    let second = Sandbox::start().await.unwrap();
    assert_eq!(control(&second, "PUT /_sandbox/snapshot", &snapshot.body).await.status, 204);
    assert_eq!(second.now().to_string(), "2026-01-01T01:00:00Z");
    assert_eq!(second.overview(), first.overview());
    assert_eq!(control(&second, "GET /_sandbox/webhooks", "").await.json(), json!(["http://127.0.0.1:9/hook"]));
    assert_eq!(call(&second, "GET /v1/payments/p-1", "").await.status, 503);

    let third = Sandbox::builder().restore(snapshot.body.clone()).start().await.unwrap();
    assert_eq!(third.snapshot().unwrap().replace(&third.url(), &first.url()), snapshot.body);
    assert_eq!(control(&third, "POST /_sandbox/reset", "").await.status, 204);
    assert_eq!(control(&third, "GET /_sandbox/webhooks", "").await.json(), json!([]));

    assert_eq!(control(&second, "PUT /_sandbox/snapshot", "{}").await.status, 400);
    let refused = Sandbox::builder().restore("{}").start().await.unwrap_err();
    assert!(matches!(refused, StartError::Snapshot(_)), "{refused}");
}

#[tokio::test]
async fn endpoints_are_registered_on_this_machine_only() {
    let sandbox = fixed().await;
    for url in ["http://192.0.2.1/hook", "https://127.0.0.1/hook", "example.org"] {
        let body = json!({ "url": url }).to_string();
        assert_eq!(control(&sandbox, "POST /_sandbox/webhooks", &body).await.status, 400, "{url}");
    }
    let body = json!({ "url": "http://localhost:9/hook", "secret": "CANARY" }).to_string();
    assert_eq!(control(&sandbox, "POST /_sandbox/webhooks", &body).await.status, 204);
    let listed = control(&sandbox, "GET /_sandbox/webhooks", "").await;
    assert_eq!(listed.json(), json!(["http://localhost:9/hook"]));
    assert_eq!(control(&sandbox, "DELETE /_sandbox/webhooks", "").await.status, 204);
    assert_eq!(control(&sandbox, "GET /_sandbox/webhooks", "").await.json(), json!([]));
    let refused = Sandbox::builder().webhook(Webhook::new("http://192.0.2.1/")).start().await.unwrap_err();
    assert!(matches!(refused, StartError::Webhook(_)), "{refused}");
}

#[tokio::test]
async fn pages_from_elsewhere_do_not_reach_it() {
    let sandbox = fixed().await;
    let here = format!("http://{}", sandbox.address());
    assert_eq!(send(&sandbox, "POST /_sandbox/reset", &[("origin", &here)], "").await.status, 204);
    for headers in [[("origin", "https://example.org")], [("origin", "null")], [("host", "rebound.example.org")]] {
        let refused = send(&sandbox, "POST /_sandbox/reset", &headers, "").await;
        assert_eq!((refused.status, refused.code().as_str()), (403, "AUTHORIZATION_REQUIRED"), "{headers:?}");
    }
}

#[tokio::test]
async fn what_there_is_not_is_not_found() {
    let sandbox = fixed().await;
    let payment = "6c44ed29-cc51-4479-a5eb-108afdaadd50";
    assert_eq!(control(&sandbox, "GET /_sandbox/nothing", "").await.status, 404);
    assert_eq!(control(&sandbox, &format!("POST /_sandbox/payments/{payment}/explode"), "").await.status, 404);
    assert_eq!(control(&sandbox, &format!("POST /_sandbox/payments/{payment}/settle"), "").await.status, 400);
    assert_eq!(control(&sandbox, "POST /_sandbox/webhooks/events/1/replay", "").await.status, 404);
    let page = control(&sandbox, &format!("GET /_sandbox/pay/{payment}"), "").await;
    assert_eq!((page.status, page.header("content-type")), (404, Some("text/html; charset=utf-8")));
    assert!(sandbox.settle(&payment.into()).is_err());
}

#[tokio::test]
async fn the_index_names_paths_that_there_are() {
    let sandbox = fixed().await;
    let index = control(&sandbox, "GET /_sandbox/", "").await.json();
    let Value::Object(entries) = index else { panic!("{index}") };
    for entry in entries.keys() {
        let (methods, path) = entry.split_once(" /").unwrap();
        let path = path.replace("{number}", "1").replace("{act}", "settle").replace("{payment_id}", "p-1");
        for method in methods.split(", ") {
            let came = control(&sandbox, &format!("{method} /{path}"), "").await;
            assert!(!came.body.contains("no such path") && came.status != 405, "{method} /{path}: {}", came.status);
        }
    }
}
