//! Calls without `async`, over real sockets. The crate's tests always have the feature `blocking`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::time::Duration;

use support::*;
use tokio::runtime::Runtime;
use yuno_api::{
    client::Client,
    error::ErrorKind,
    flows::Polling,
    retry::Backoff,
    transport::HttpRequest,
    types::{Outcome, PaymentId},
};

/// A server, and the runtime that it lives in.
fn server(acts: impl IntoIterator<Item = Act>) -> (Runtime, Server) {
    let runtime = Runtime::new().unwrap();
    let server = runtime.block_on(Server::start(acts));
    (runtime, server)
}

fn payment(status: &str, sub_status: &str) -> Act {
    Answer(200, vec![], format!(r#"{{"id":"p-1","status":"{status}","sub_status":"{sub_status}"}}"#))
}

#[test]
fn calls_can_be_waited_for() {
    let (runtime, server) = server([ok(), Reset, code(400, "INVALID_REQUEST"), ok()]);
    let client = server.client();
    let answer = call(&client, &CAPTURE).wait().unwrap();
    assert!(answer.get().contains("p-1"));
    let error = call(&client, &CAPTURE).wait().unwrap_err();
    assert!(error.outcome_is_unknown());
    // Inside of a runtime it holds up a thread, but does not panic.
    runtime.block_on(async { call(&client, &FIND).wait().unwrap() });
    assert_eq!(server.asked().len(), 4);
}

#[test]
fn a_payment_is_looked_up_before_it_is_made_again() {
    let (_runtime, server) = server([Reset, PaymentWithLastKey]);
    let answer = call(&server.client(), &PAY).wait().unwrap();
    assert!(answer.found_by_lookup());
    assert_eq!(server.keys(), [answer.idempotency_key().unwrap()]);
}

#[test]
fn threads_wait_side_by_side() {
    let (_runtime, server) = server((0..40).map(|index| if index % 4 == 0 { status(503) } else { ok() }));
    let client = server.builder().retry(Backoff::never()).build().unwrap();
    let failed: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| (0..5).filter(|_| call(&client, &CAPTURE).wait().is_err()).count()))
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!((failed, server.asked().len()), (10, 40));
}

#[test]
fn the_end_can_be_waited_for() {
    let (_runtime, server) = server([
        payment("PENDING", "PENDING_PROVIDER_CONFIRMATION"),
        code(500, "INTERNAL_ERROR"),
        payment("SUCCEEDED", "APPROVED"),
    ]);
    let polling = Polling::new().first(Duration::from_millis(100)).cap(Duration::from_millis(100));
    let paid = server.client().payments().block_until_final(&PaymentId::from("p-1"), &polling).unwrap();
    assert!(matches!(paid.outcome(), Outcome::Settled));
    assert_eq!(server.asked(), ["GET /v1/payments/p-1"; 3]);
}

#[test]
fn a_panic_of_a_transport_is_an_error() {
    let panics = |_: HttpRequest| panic!("of a test");
    let client = Client::builder().keys("k", "k").transport(panics).build().unwrap();
    assert!(call(&client, &PAY).wait().unwrap_err().outcome_is_unknown());
    assert_eq!(call(&client, &FIND).wait().unwrap_err().kind(), ErrorKind::Configuration);
}
