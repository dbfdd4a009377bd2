//! Payments through the shell: what the network does to them, what the shopper does, and what webhooks tell.

use std::{sync::Arc, time::Duration};

use axum::{Router, body::Bytes, extract::State, routing::post};
use http::{HeaderMap, StatusCode};
use tokio::{
    net::TcpListener,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
};
use yuno_api::{
    Client, dec,
    error::ErrorKind,
    retry::Backoff,
    types::{
        Amount, CardDataInput, Country, CreateCustomer, CreatePayment, CreatePaymentLink, Currency,
        EnrollPaymentMethod, Outcome, PaymentMethodInput, PaymentMethodType, Workflow,
    },
    webhooks::{Event, EventKind, Receiver, Verifier},
};
use yuno_sandbox::{Fault, Latency, Sandbox, Webhook};

use crate::wire::control;

fn payment(order: &str, method: PaymentMethodInput) -> CreatePayment {
    CreatePayment::builder()
        .account_id(yuno_sandbox::ACCOUNT_ID)
        .merchant_order_id(order)
        .description("Annual plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, dec!(150.00)))
        .payment_method(method)
        .workflow(Workflow::Direct)
        .build()
}

fn card(number: &str) -> PaymentMethodInput {
    PaymentMethodInput::card(CardDataInput::new(number, 11, 2028, "JOHN DOE").with_security_code("123"))
}

fn good_card() -> PaymentMethodInput {
    card("4507990000000002")
}

fn pix() -> PaymentMethodInput {
    PaymentMethodInput::of(PaymentMethodType::Pix)
}

/// A merchant's receiver: takes what is signed with the secret.
async fn receiver() -> (String, UnboundedReceiver<Event>) {
    type Shared = (Receiver, UnboundedSender<Event>);
    async fn hook(State((receiver, events)): State<Shared>, headers: HeaderMap, body: Bytes) -> StatusCode {
        let Ok(delivery) = receiver.receive(&headers, body) else { return StatusCode::UNAUTHORIZED };
        events.send(delivery.into_parts().0).unwrap();
        StatusCode::OK
    }
    let (sender, events) = unbounded_channel();
    let receiver = Receiver::new(Verifier::new("the client secret").unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/yuno", listener.local_addr().unwrap());
    let router = Router::new().route("/yuno", post(hook)).with_state((receiver, sender));
    tokio::spawn(async move { axum::serve(listener, router).await });
    (url, events)
}

async fn next(events: &mut UnboundedReceiver<Event>) -> Event {
    tokio::time::timeout(Duration::from_secs(30), events.recv()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_payment_is_made_and_told_of() {
    let (url, mut events) = receiver().await;
    let webhook = Webhook::new(url).secret("the client secret");
    let sandbox = Sandbox::builder().webhook(webhook).start().await.unwrap();
    let made = sandbox.client().payments().create(&payment("order-1001", good_card())).await.unwrap();
    assert!(matches!(made.outcome(), Outcome::Settled), "{made:?}");

    let event = next(&mut events).await;
    assert_eq!(event.kind(), EventKind::PaymentPurchase);
    assert_eq!(event.payment().unwrap().id, made.id);
    assert_eq!(event.account().unwrap().as_str(), sandbox.account_id());
    assert!(!sandbox.snapshot().unwrap().contains("4507990000000002"), "the number is kept nowhere");
}

#[tokio::test]
async fn no_digit_of_an_amount_is_lost_on_any_way() {
    let (url, mut events) = receiver().await;
    let webhook = Webhook::new(url).secret("the client secret");
    let sandbox = Sandbox::builder().webhook(webhook).start().await.unwrap();
    let yuno = sandbox.client();
    for value in [dec!(150.00), dec!(0.1), dec!(12345678901234.5678)] {
        let mut sent = payment("order-1001", good_card());
        sent.amount = Amount::new(Currency::Brl, value).into();
        let made = yuno.payments().create(&sent).await.unwrap();
        let found = yuno.payments().retrieve(made.id().unwrap()).await.unwrap();
        let event = next(&mut events).await;
        for seen in [&*made, &*found, event.payment().unwrap()] {
            // Decimals of one value are equal whatever their scale; their texts are not.
            assert_eq!(seen.amount.as_ref().unwrap().value.unwrap().to_string(), value.to_string());
        }
    }
}

#[tokio::test]
async fn the_client_pays_once_whatever_the_network_does() {
    for fault in [
        Fault::reset_before_acting(),
        Fault::reset_after_acting(),
        Fault::timeout_after_acting(),
        Fault::truncated_body(),
        Fault::malformed_body(),
        Fault::html_body(),
        Fault::server_error(500),
        Fault::server_error_after_acting(504),
        Fault::rate_limited(Duration::ZERO),
    ] {
        let sandbox = Sandbox::start().await.unwrap();
        sandbox.fault(fault.clone().on("payments.create")).unwrap();
        let backoff = Backoff::default().first(Duration::from_millis(1)).cap(Duration::from_millis(2));
        // The sandbox acts at once or never, so that there is no minute to wait for.
        let builder = sandbox.client_builder().retry(backoff).processing_limit(Duration::from_millis(50));
        let yuno = builder.timeout(Duration::from_secs(2)).build().unwrap();
        let made = yuno.payments().create(&payment("order-1001", good_card())).await.unwrap();
        assert!(matches!(made.outcome(), Outcome::Settled), "{fault:?}: {made:?}");
        let found = yuno.payments().retrieve_by_merchant_order_id("order-1001").await.unwrap();
        assert_eq!(found.len(), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_key_whose_request_is_at_work_is_in_process() {
    let sandbox = Arc::new(Sandbox::start().await.unwrap());
    sandbox.fault(Fault::latency(Latency::Fixed { ms: 3_600_000 }).on("payments.create")).unwrap();
    let client = |sandbox: &Sandbox| sandbox.client_builder().retry(Backoff::never()).build().unwrap();
    let create = |yuno: Client| async move {
        yuno.payments().create(&payment("order-1001", good_card())).idempotency_key("one-key").await
    };
    let slow = tokio::spawn(create(client(&sandbox)));
    while sandbox.journal().iter().all(|call| call.fault.is_none()) {
        tokio::task::yield_now().await;
    }
    let error = create(client(&sandbox)).await.unwrap_err();
    assert_eq!(sandbox.journal()[1].code.as_deref(), Some("REQUEST_IN_PROCESS"), "{error}");
    assert_eq!(sandbox.journal()[1].idempotency_key.as_deref(), Some("one-key"));
    slow.abort();
}

#[tokio::test]
async fn the_shopper_approves_or_declines_on_a_page() {
    let sandbox = Sandbox::start().await.unwrap();
    let yuno = sandbox.client();
    for (decision, paid) in [("approve", true), ("decline", false)] {
        let made = yuno.payments().create(&payment("order-1001", pix())).await.unwrap();
        assert!(matches!(made.outcome(), Outcome::ActionRequired(_) | Outcome::Pending), "{made:?}");
        let path = format!("/_sandbox/pay/{}", made.id().unwrap().as_str());
        let page = control(&sandbox, &format!("GET {path}"), "").await;
        assert!(page.body.contains("BRL 150") && page.body.contains(&format!("{path}/{decision}")), "{}", page.body);
        let page = control(&sandbox, &format!("POST {path}/{decision}"), "").await;
        assert!(page.status == 200 && !page.body.contains("<form"), "{}", page.body);
        let now = yuno.payments().retrieve(made.id().unwrap()).await.unwrap();
        assert_eq!(matches!(now.outcome(), Outcome::Settled), paid, "{now:?}");
    }
}

#[tokio::test]
async fn the_test_is_the_bank() {
    let sandbox = Sandbox::start().await.unwrap();
    let yuno = sandbox.client();
    let made = yuno.payments().create(&payment("order-1001", pix())).await.unwrap();
    let id = made.id().unwrap();
    assert!(sandbox.charge_back(id).is_err(), "nothing was paid yet");
    sandbox.settle(id).unwrap();
    assert!(sandbox.settle(id).is_err(), "it is paid");
    let paid = control(&sandbox, &format!("POST /_sandbox/payments/{}/chargeback", id.as_str()), "").await;
    assert_eq!(paid.status, 204, "{}", paid.body);
    let disputed = yuno.payments().retrieve(id).await.unwrap();
    assert_eq!(disputed.status.as_ref().unwrap().as_str(), "IN_DISPUTE");

    let made = yuno.payments().create(&payment("order-1002", pix())).await.unwrap();
    sandbox.expire(made.id().unwrap()).unwrap();
    let expired = yuno.payments().retrieve(made.id().unwrap()).await.unwrap();
    assert_eq!(expired.status.as_ref().unwrap().as_str(), "EXPIRED");
}

#[tokio::test]
async fn a_seed_and_a_fixed_clock_make_the_same_payments() {
    let mut bodies = Vec::new();
    for _ in 0..2 {
        let clock = "2026-01-01T00:00:00Z".parse().unwrap();
        let sandbox = Sandbox::builder().seed(7).port(0).fixed_clock(clock).start().await.unwrap();
        let made = sandbox.client().payments().create(&payment("order-1001", good_card())).await.unwrap();
        bodies.push((made.id.clone(), made.created_at, made.transactions.clone()));
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn a_snapshot_holds_the_payments() {
    let sandbox = Sandbox::start().await.unwrap();
    let made = sandbox.client().payments().create(&payment("order-1001", pix())).await.unwrap();
    let other = Sandbox::builder().restore(sandbox.snapshot().unwrap()).start().await.unwrap();
    let id = made.id().unwrap();
    assert_eq!(other.client().payments().retrieve(id).await.unwrap().id, made.id);
    other.settle(id).unwrap();
    let untouched = sandbox.client().payments().retrieve(id).await.unwrap();
    assert!(!matches!(untouched.outcome(), Outcome::Settled));
    sandbox.reset();
    let error = sandbox.client().payments().retrieve(id).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
}

#[tokio::test]
async fn the_journal_shows_a_payment_without_what_is_secret() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.client().payments().create(&payment("CANARY-1001", good_card())).await.unwrap();
    let journal = control(&sandbox, "GET /_sandbox/journal", "").await.body;
    for secret in ["4507990000000002", "JOHN DOE", "CANARY", "Annual plan"] {
        assert!(!journal.contains(secret), "{secret}: {journal}");
    }
    for shown in ["150.00", "BRL", "SUCCEEDED", "payments.create"] {
        assert!(journal.contains(shown), "{shown}: {journal}");
    }
}

#[tokio::test]
async fn whoever_has_a_payment_link_pays_on_its_page() {
    let sandbox = Sandbox::start().await.unwrap();
    let yuno = sandbox.client();
    let wanted = CreatePaymentLink::builder()
        .account_id(yuno_sandbox::ACCOUNT_ID)
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, dec!(349.90)))
        .payment_method_types(vec![PaymentMethodType::Card, PaymentMethodType::Pix])
        .one_time_use(true)
        .build();
    let made = yuno.payment_links().create(&wanted).await.unwrap();
    let url = made.checkout_url.as_ref().unwrap().expose();
    let path = url.strip_prefix(&sandbox.url()).unwrap();
    let page = control(&sandbox, &format!("GET {path}"), "").await;
    assert!(page.body.contains("BRL 349.90") && page.body.contains(&format!("{path}/PIX")), "{}", page.body);
    assert!(control(&sandbox, &format!("POST {path}/SPEI"), "").await.body.contains("role=\"alert\""));

    let chosen = control(&sandbox, &format!("POST {path}/PIX"), "").await;
    assert_eq!(chosen.status, 303, "{}", chosen.head);
    let payment = chosen.header("location").unwrap();
    let page = control(&sandbox, &format!("POST {payment}/approve"), "").await;
    assert!(page.body.contains("SUCCEEDED"), "{}", page.body);
    let page = control(&sandbox, &format!("GET {path}"), "").await;
    assert!(page.body.contains("PAID") && !page.body.contains("<form"), "{}", page.body);
    assert_eq!(control(&sandbox, "GET /_sandbox/links/none", "").await.status, 404);
}

#[tokio::test]
async fn the_shopper_lets_a_payment_method_be_kept_or_does_not() {
    let sandbox = Sandbox::start().await.unwrap();
    let yuno = sandbox.client();
    let customer = CreateCustomer::builder().merchant_customer_id("shopper-42").country(Country::Br).build();
    let customer = yuno.customers().create(&customer).await.unwrap();
    for (decision, status) in [("approve", "ENROLLED"), ("decline", "DECLINED")] {
        let wanted = EnrollPaymentMethod::builder()
            .account_id(yuno_sandbox::ACCOUNT_ID)
            .country(Country::Br)
            .type_(PaymentMethodType::NuPayEnrollment)
            .callback_url("https://shop.example.com/done")
            .build();
        let begun = yuno.payment_methods().enroll(customer.id().unwrap(), &wanted).await.unwrap();
        let path = begun.redirect_url.as_ref().unwrap().strip_prefix(&sandbox.url()).unwrap().to_owned();
        let page = control(&sandbox, &format!("GET {path}"), "").await;
        assert!(
            page.body.contains("Keep NU_PAY") && page.body.contains(&format!("{path}/{decision}")),
            "{}",
            page.body
        );
        let page = control(&sandbox, &format!("POST {path}/{decision}"), "").await;
        assert!(page.body.contains(status) && !page.body.contains("<form"), "{}", page.body);
        assert!(page.body.contains("href=\"https://shop.example.com/done\""), "{}", page.body);
    }
}
