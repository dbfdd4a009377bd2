//! Who is told of events, and what became of it.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::StatusCode;

use super::reply::{done, read, refused};
use crate::{
    engine::Engine,
    webhooks::{DeliveryAttempt, SentEvent},
};

type Sandbox = State<Arc<Engine>>;

pub(super) async fn list(State(engine): Sandbox) -> Json<Vec<String>> {
    Json(engine.webhook_urls())
}

pub(super) async fn register(State(engine): Sandbox, body: Bytes) -> Response {
    match read(&body) {
        Ok(webhook) => done(engine.register(webhook)),
        Err(refused) => refused,
    }
}

pub(super) async fn forget(State(engine): Sandbox) -> StatusCode {
    engine.forget_webhooks();
    StatusCode::NO_CONTENT
}

pub(super) async fn events(State(engine): Sandbox) -> Json<Vec<SentEvent>> {
    Json(engine.events())
}

pub(super) async fn deliveries(State(engine): Sandbox) -> Json<Vec<DeliveryAttempt>> {
    Json(engine.attempts())
}

pub(super) async fn deliver(State(engine): Sandbox, body: Bytes) -> Response {
    match read(&body) {
        Ok(disorder) => Json(engine.deliver(&disorder).await).into_response(),
        Err(refused) => refused,
    }
}

pub(super) async fn replay(State(engine): Sandbox, Path(number): Path<String>, body: Bytes) -> Response {
    let Ok(number) = number.parse() else { return refused(404, "the number of an event is a whole number") };
    let disorder = match read(&body) {
        Ok(disorder) => disorder,
        Err(refused) => return refused,
    };
    match engine.replay(number, &disorder).await {
        Ok(attempts) => Json(attempts).into_response(),
        Err(message) => refused(404, message),
    }
}
