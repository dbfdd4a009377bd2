//! State, clock, faults and journal.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};

use super::reply::{done, read, refused};
use crate::{domain::Act, engine::Engine, faults::Fault, journal::Call, overview::Overview};

type Sandbox = State<Arc<Engine>>;

pub(super) async fn overview(State(engine): Sandbox) -> Json<Overview> {
    Json(engine.overview())
}

pub(super) async fn reset(State(engine): Sandbox) -> StatusCode {
    engine.reset();
    StatusCode::NO_CONTENT
}

pub(super) async fn snapshot(State(engine): Sandbox) -> Response {
    match engine.snapshot() {
        Ok(text) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        Err(message) => refused(500, message),
    }
}

pub(super) async fn restore(State(engine): Sandbox, body: Bytes) -> Response {
    done(engine.restore(&body))
}

pub(super) async fn clock(State(engine): Sandbox) -> Json<Value> {
    Json(json!({ "now": engine.now(), "fixed": engine.has_fixed_clock() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    /// As jiff reads it: `90s`, `6h 30m`, `PT5M`.
    by: SignedDuration,
}

pub(super) async fn advance(State(engine): Sandbox, body: Bytes) -> Response {
    let advance: Advance = match read(&body) {
        Ok(advance) => advance,
        Err(refused) => return refused,
    };
    match engine.advance(advance.by).await {
        Ok(now) => Json(json!({ "now": now })).into_response(),
        Err(message) => refused(400, message),
    }
}

pub(super) async fn act(State(engine): Sandbox, Path((payment_id, act)): Path<(String, String)>) -> Response {
    let act = match act.as_str() {
        "settle" => Act::Settle,
        "decline" => Act::Decline,
        "expire" => Act::Expire,
        "chargeback" => Act::Chargeback,
        _ => return refused(404, "what can be done to a payment is settle, decline, expire and chargeback"),
    };
    done(engine.act(&payment_id, act))
}

pub(super) async fn faults(State(engine): Sandbox) -> Json<Vec<Fault>> {
    Json(engine.armed())
}

pub(super) async fn arm(State(engine): Sandbox, body: Bytes) -> Response {
    match read(&body) {
        Ok(fault) => done(engine.arm(fault)),
        Err(refused) => refused,
    }
}

pub(super) async fn disarm(State(engine): Sandbox) -> StatusCode {
    engine.disarm();
    StatusCode::NO_CONTENT
}

pub(super) async fn journal(State(engine): Sandbox) -> Json<Vec<Call>> {
    Json(engine.calls())
}

pub(super) async fn clear_journal(State(engine): Sandbox) -> StatusCode {
    engine.journal().clear();
    StatusCode::NO_CONTENT
}
