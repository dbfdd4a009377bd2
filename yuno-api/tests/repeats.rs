//! Repeats of calls that act, against the sandbox: what was asked is in its journal, what was done in its state.
//!
//! What needs a server that breaks HTTP itself, or that says what the sandbox never would, is in `network.rs`; what
//! becomes of thousands of calls, in `faults`.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{future::IntoFuture as _, time::Duration};

use yuno_api::{
    Client,
    error::ErrorKind,
    retry::Backoff,
    types::{
        Amount, CapturePayment, CardDataInput, Country, CreateFulfillment, CreatePayment, Currency, Fulfillment,
        FulfillmentStatus, PaymentId, PaymentMethodInput, PaymentsRetrieveParams, ShippingType, TransactionId,
        TransactionType, Workflow,
    },
};
use yuno_sandbox::{Fault, Latency, Sandbox};

const CAPTURE: &str = "payments.capture";

/// A payment that is reserved, and a client that is quick to repeat.
struct Shop {
    sandbox: Sandbox,
    yuno: Client,
    payment: PaymentId,
    authorization: TransactionId,
    part: CapturePayment,
}

impl Shop {
    async fn open() -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let quick = Backoff::default().first(Duration::from_millis(10)).cap(Duration::from_millis(20));
        let quick = quick.in_process(Duration::from_millis(5), Duration::from_secs(60));
        let yuno = sandbox.client_builder().retry(quick).build().unwrap();
        let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
        let order = CreatePayment::builder()
            .account_id(sandbox.account_id())
            .merchant_order_id("order-1001")
            .description("Two chairs")
            .country(Country::Br)
            .amount(Amount::new(Currency::Brl, 150))
            .payment_method(PaymentMethodInput::card(card).authorize_only())
            .workflow(Workflow::Direct)
            .build();
        let payment = yuno.payments().create(&order).await.unwrap();
        let (id, authorization) =
            (payment.id().unwrap().clone(), payment.authorization().unwrap().id().unwrap().clone());
        // A part, so that a second one would be taken too.
        let part = CapturePayment::new(Amount::new(Currency::Brl, 10), "delivery-77", "PRODUCT_CONFIRMED");
        Self { sandbox, yuno, payment: id, authorization, part }
    }

    fn capture(&self) -> yuno_api::Call<yuno_api::types::TransactionResult> {
        self.yuno.payments().capture(&self.payment, &self.authorization, &self.part)
    }

    /// The keys of the captures that were asked for, in order.
    fn keys(&self) -> Vec<String> {
        let journal = self.sandbox.journal();
        journal
            .iter()
            .filter(|call| call.operation == Some(CAPTURE))
            .map(|it| it.idempotency_key.clone().unwrap())
            .collect()
    }

    /// How many captures there were.
    async fn captures(&self) -> usize {
        let all = PaymentsRetrieveParams::builder().transactions_history(true).build();
        let payment = self.yuno.payments().retrieve_with(&self.payment, &all).await.unwrap();
        payment.every_transaction().filter(|it| it.type_ == Some(TransactionType::Capture)).count()
    }
}

#[tokio::test]
async fn unclear_is_repeated_with_the_same_key() {
    let shop = Shop::open().await;
    let faults = [
        Fault::reset_before_acting(),
        Fault::reset_after_acting(),
        Fault::timeout_before_acting(),
        Fault::timeout_after_acting(),
        Fault::truncated_body(),
        Fault::malformed_body(),
        Fault::html_body(),
        Fault::server_error(500),
        Fault::server_error(503),
        Fault::server_error_after_acting(502),
        Fault::server_error_after_acting(504),
    ];
    for (before, fault) in faults.into_iter().enumerate() {
        let what = format!("{fault:?}");
        shop.sandbox.fault(fault.on(CAPTURE)).unwrap();
        let capture = shop.capture().timeout(Duration::from_millis(500)).await.unwrap();
        assert_eq!(capture.attempts(), 2, "{what}");
        let key = capture.idempotency_key().unwrap();
        assert_eq!(shop.keys().split_off(2 * before), [key; 2], "{what}");
        assert_eq!(shop.captures().await, before + 1, "{what}");
    }
}

#[tokio::test]
async fn work_under_way_is_waited_for() {
    let shop = Shop::open().await;
    shop.sandbox.fault(Fault::latency(Latency::Fixed { ms: 300 }).on(CAPTURE)).unwrap();
    let key = "5f0e6b8e-3a70-4f0b-9a55-3f3d7f1f6a10";
    let (one, other) = tokio::join!(
        shop.capture().idempotency_key(key).into_future(),
        shop.capture().idempotency_key(key).into_future()
    );
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.id().unwrap(), other.id().unwrap(), "both have the answer of the one that acted");
    assert!(one.attempts() > 1 || other.attempts() > 1, "one was told to wait");
    assert_eq!(shop.captures().await, 1);
    let journal = shop.sandbox.journal();
    assert!(journal.iter().any(|call| call.code.as_deref() == Some("REQUEST_IN_PROCESS")));
}

#[tokio::test]
async fn a_spent_key_is_reported() {
    let shop = Shop::open().await;
    let key = "0c6a2a52-7f0e-4a56-8f0b-61b1a8a2f0d4";
    let too_much = CapturePayment::new(Amount::new(Currency::Brl, 151), "delivery-78", "PRODUCT_CONFIRMED");
    let refused = shop.yuno.payments().capture(&shop.payment, &shop.authorization, &too_much).idempotency_key(key);
    assert_eq!(refused.await.unwrap_err().kind(), ErrorKind::Api);

    let error = shop.capture().idempotency_key(key).await.unwrap_err();
    assert_eq!((error.kind(), error.code_str()), (ErrorKind::KeySpent, Some("IDEMPOTENCY_DUPLICATED")));
    assert!(error.request_id().is_some() && !error.messages().is_empty());
    assert_eq!(shop.keys(), [key; 2], "a refusal is not repeated");

    let capture = shop.capture().retry_as_new_attempt(&error).await.unwrap();
    assert_ne!(capture.idempotency_key(), Some(key));
    assert_eq!(shop.captures().await, 1);
}

#[tokio::test]
async fn exhausted_while_unclear_is_unknown_and_can_be_gone_on_with() {
    let shop = Shop::open().await;
    shop.sandbox.fault(Fault::reset_after_acting().on(CAPTURE).times(4)).unwrap();
    let error = shop.capture().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::OutcomeUnknown, 4));
    let key = error.idempotency_key().unwrap();
    assert_eq!(shop.keys(), [key; 4]);
    let capture = shop.capture().resume(&error).await.unwrap();
    assert_eq!(capture.idempotency_key(), Some(key));
    assert_eq!(shop.captures().await, 1);

    // Nothing makes this one safe, so it is not repeated.
    let fulfillments = [Fulfillment::builder()
        .id("parcel-1")
        .type_(ShippingType::Express)
        .status(FulfillmentStatus::Completed)
        .build()];
    let sent = CreateFulfillment::builder().status(FulfillmentStatus::Completed).fulfillments(fulfillments).build();
    shop.sandbox.fault(Fault::reset_after_acting().on("payments.create_fulfillment")).unwrap();
    let error = shop.yuno.payments().create_fulfillment(&shop.payment, &sent).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    let journal = shop.sandbox.journal();
    assert_eq!(journal.iter().filter(|call| call.operation == Some("payments.create_fulfillment")).count(), 1);
}
