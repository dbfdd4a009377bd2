//! The extractor for axum.

#![allow(clippy::unwrap_used)]

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{FromRequest as _, Request},
    http::StatusCode,
    response::IntoResponse as _,
    routing::post,
};
use yuno_api::webhooks::{Delivery, EventKind, ReceiveError, Receiver, Verifier, testing};

fn receiver() -> Receiver {
    Receiver::new(Verifier::new("secret").unwrap()).max_body(64 * 1024)
}

fn request(secret: &str, body: Vec<u8>) -> Request {
    let mut request = Request::new(Body::empty());
    *request.headers_mut() = testing::headers(secret, &body);
    *request.body_mut() = Body::from(body);
    request
}

async fn extract(request: Request) -> Result<Delivery, (StatusCode, ReceiveError)> {
    Delivery::from_request(request, &receiver()).await.map_err(|error| (error.clone().into_response().status(), error))
}

#[tokio::test]
async fn a_signed_event_comes_through_with_its_bytes() {
    let body = testing::event(EventKind::PaymentPurchase).build();
    let delivery = extract(request("secret", body.clone())).await.unwrap();
    assert_eq!(delivery.kind(), EventKind::PaymentPurchase);
    assert_eq!(delivery.body(), &Bytes::from(body));
}

#[tokio::test]
async fn what_is_not_yunos_is_answered_with_401() {
    let body = testing::event(EventKind::PaymentPurchase).build();
    let (status, error) = extract(request("a guess", body.clone())).await.unwrap_err();
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(matches!(error, ReceiveError::Unverified(_)));

    let (status, _) = extract(Request::new(Body::from(body))).await.unwrap_err();
    assert_eq!(status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_cannot_be_read_is_answered_with_400() {
    let (status, error) = extract(request("secret", b"no JSON".to_vec())).await.unwrap_err();
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(matches!(error, ReceiveError::Unreadable(_)));

    let (status, error) = extract(request("secret", vec![b' '; 64 * 1024 + 1])).await.unwrap_err();
    assert_eq!((status, error), (StatusCode::BAD_REQUEST, ReceiveError::TooLong { limit: 64 * 1024 }));
}

#[tokio::test]
async fn a_refusal_says_nothing() {
    let (_, error) = extract(request("a guess", b"{}".to_vec())).await.unwrap_err();
    let answer = error.into_response();
    assert!(axum::body::to_bytes(answer.into_body(), 1024).await.unwrap().is_empty());
}

#[tokio::test]
async fn the_receiver_can_be_the_state_of_a_router() {
    async fn hook(_: Delivery) {}
    let _: Router = Router::new().route("/yuno", post(hook)).with_state(receiver());
}
