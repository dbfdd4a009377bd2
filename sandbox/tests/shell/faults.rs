//! Each fault as our client sees it, and as it goes over the wire.

use std::{io::ErrorKind, sync::Arc, time::Duration};

use yuno_api::{
    Client, Response,
    client::ClientBuilder,
    retry::Backoff,
    types::{Country, CreateCustomer, PaymentId},
};
use yuno_sandbox::{Fault, Latency, PRIVATE_SECRET_KEY, PUBLIC_API_KEY, Sandbox};

use crate::wire::{call, raw};

fn quick(builder: ClientBuilder) -> Client {
    let backoff = Backoff::default().first(Duration::from_millis(1)).cap(Duration::from_millis(2));
    builder.retry(backoff).build().unwrap()
}

fn customer(id: &str) -> CreateCustomer {
    CreateCustomer::builder().merchant_customer_id(id).country(Country::Br).build()
}

fn request() -> String {
    format!(
        "GET /v1/payments/p-1 HTTP/1.1\r\nhost: here\r\npublic-api-key: {PUBLIC_API_KEY}\r\n\
         private-secret-key: {PRIVATE_SECRET_KEY}\r\n\r\n"
    )
}

#[tokio::test]
async fn a_reset_is_a_reset_and_nothing_else() {
    let sandbox = Sandbox::start().await.unwrap();
    for fault in [Fault::reset_before_acting(), Fault::reset_after_acting()] {
        sandbox.fault(fault).unwrap();
        let error = raw(&sandbox, request().as_bytes()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionReset);
        let call = sandbox.journal().pop().unwrap();
        assert_eq!(call.status, None);
        assert!(call.fault.unwrap().starts_with("reset_"));
    }
}

#[tokio::test]
async fn a_truncated_body_ends_before_its_length() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.fault(Fault::truncated_body()).unwrap();
    let came = String::from_utf8(raw(&sandbox, request().as_bytes()).await.unwrap()).unwrap();
    let (head, body) = came.split_once("\r\n\r\n").unwrap();
    let length: usize = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
    assert!(!body.is_empty() && body.len() < length, "{came}");
    assert!(serde_json::from_str::<serde_json::Value>(body).is_err());
}

#[tokio::test]
async fn spoilt_bodies_are_whole_and_no_json() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.fault(Fault::malformed_body()).unwrap();
    sandbox.fault(Fault::html_body()).unwrap();
    let malformed = call(&sandbox, "GET /v1/payments/p-1", "").await;
    assert_eq!(malformed.header("content-type"), Some("application/json"));
    assert_eq!(malformed.header("content-length"), Some(malformed.body.len().to_string().as_str()));
    assert!(serde_json::from_str::<serde_json::Value>(&malformed.body).is_err());
    let page = call(&sandbox, "GET /v1/payments/p-1", "").await;
    assert_eq!(page.header("content-type"), Some("text/html"));
    assert!(page.body.starts_with("<!doctype html>"));
    assert_eq!(page.status, malformed.status);
}

#[tokio::test]
async fn slowing_down_comes_with_how_long() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.fault(Fault::rate_limited(Duration::from_secs(7))).unwrap();
    let came = call(&sandbox, "GET /v1/payments/p-1", "").await;
    assert_eq!((came.status, came.header("retry-after")), (429, Some("7")));
}

#[tokio::test]
async fn a_client_that_is_not_answered_gives_up_and_tells_so() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.fault(Fault::timeout_before_acting().on("payments.retrieve").always()).unwrap();
    let yuno = quick(sandbox.client_builder().timeout(Duration::from_millis(200)));
    let error = yuno.payments().retrieve(&PaymentId::from("p-1")).await.unwrap_err();
    let calls = sandbox.journal();
    assert!(calls.len() > 1, "it repeats what only reads");
    assert!(calls.iter().all(|call| call.status.is_none() && call.fault == Some("timeout_before_acting")), "{error}");
}

#[tokio::test]
async fn other_operations_and_later_calls_are_spared() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.fault(Fault::server_error(503).on("payments.retrieve").times(2)).unwrap();
    assert_ne!(call(&sandbox, "GET /v1/customers/c-1", "").await.status, 503);
    for status in [true, true, false] {
        assert_eq!(call(&sandbox, "GET /v1/payments/p-1", "").await.status == 503, status);
    }
    sandbox.fault(Fault::server_error(500).always()).unwrap();
    assert_eq!(call(&sandbox, "GET /v1/payments/p-1", "").await.status, 500);
    sandbox.clear_faults();
    assert_ne!(call(&sandbox, "GET /v1/payments/p-1", "").await.status, 500);
}

#[tokio::test]
async fn a_call_that_is_refused_at_the_door_meets_no_fault() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.fault(Fault::server_error(503)).unwrap();
    assert_eq!(call(&sandbox, "POST /v1/customers", "{}").await.status, 400);
    assert_eq!(call(&sandbox, "GET /v1/payments/p-1", "").await.status, 503);
}

#[tokio::test]
async fn a_latency_holds_back_only_the_call_that_it_strikes() {
    let sandbox = Arc::new(Sandbox::start().await.unwrap());
    sandbox.fault(Fault::latency(Latency::Fixed { ms: 3_600_000 })).unwrap();
    let slow = tokio::spawn({
        let sandbox = sandbox.clone();
        async move { call(&sandbox, "GET /v1/payments/p-1", "").await }
    });
    while sandbox.journal().iter().all(|call| call.fault.is_none()) {
        tokio::task::yield_now().await;
    }
    call(&sandbox, "GET /v1/payments/p-2", "").await;
    let calls = sandbox.journal();
    assert_eq!((calls[0].fault, calls[0].status), (Some("latency"), None));
    assert!(calls[1].fault.is_none() && calls[1].status.is_some());
    assert!(!slow.is_finished());
    slow.abort();
}

#[tokio::test]
async fn a_customer_whose_creation_was_not_answered_is_there_or_not() {
    for (fault, there) in [
        (Fault::server_error(503), false),
        (Fault::reset_before_acting(), false),
        (Fault::server_error_after_acting(504), true),
        (Fault::reset_after_acting(), true),
        (Fault::truncated_body(), true),
        (Fault::malformed_body(), true),
        (Fault::html_body(), true),
    ] {
        let sandbox = Sandbox::start().await.unwrap();
        sandbox.fault(fault.clone().on("customers.create")).unwrap();
        let yuno = sandbox.client_builder().retry(Backoff::never()).build().unwrap();
        // Where it is there, the client finds it on its own.
        let made = yuno.customers().create(&customer("shopper-42")).await;
        assert_eq!(made.as_ref().is_ok_and(Response::found_by_lookup), there, "{fault:?}: {made:?}");
        let found = yuno.customers().retrieve_by_merchant_customer_id("shopper-42").await;
        assert_eq!(found.is_ok(), there, "{fault:?}: {found:?}");
    }
}
