//! What the buttons of the page do. Each leads back to the page.

use std::sync::Arc;

use axum::{
    Form,
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use http::StatusCode;
use jiff::SignedDuration;
use serde::Deserialize;

use super::{faults, page};
use crate::{domain::Act, engine::Engine, webhooks::Disorder};

type Sandbox = State<Arc<Engine>>;

pub(super) async fn payment(State(engine): Sandbox, Path((id, act)): Path<(String, String)>) -> Response {
    let act = match act.as_str() {
        "settle" => Act::Settle,
        "decline" => Act::Decline,
        "expire" => Act::Expire,
        "chargeback" => Act::Chargeback,
        _ => return back(&engine, Err("A payment can be settled, declined, expired or charged back.".to_owned())),
    };
    let done = engine.act(&id, act);
    back(&engine, done)
}

pub(super) async fn replay(State(engine): Sandbox, Path(number): Path<u64>) -> Response {
    let done = engine.replay(number, &Disorder::none()).await.map(drop);
    back(&engine, done)
}

pub(super) async fn deliver(State(engine): Sandbox) -> Response {
    engine.deliver(&Disorder::none()).await;
    back(&engine, Ok(()))
}

#[derive(Deserialize)]
pub(super) struct Advance {
    by: String,
}

pub(super) async fn advance(State(engine): Sandbox, Form(form): Form<Advance>) -> Response {
    let done = match form.by.trim().parse::<SignedDuration>() {
        Ok(by) => engine.advance(by).await.map(drop),
        Err(_) => Err("Write how far to move the clock as 90s, 5m, 6h or 1h 30m.".to_owned()),
    };
    back(&engine, done)
}

#[derive(Deserialize)]
pub(super) struct Arm {
    fault: String,
    operation: String,
}

pub(super) async fn arm(State(engine): Sandbox, Form(form): Form<Arm>) -> Response {
    let done = faults::read(&form.fault, &form.operation).and_then(|fault| engine.arm(fault));
    back(&engine, done)
}

pub(super) async fn disarm(State(engine): Sandbox) -> Response {
    engine.disarm();
    back(&engine, Ok(()))
}

pub(super) async fn reset(State(engine): Sandbox) -> Response {
    engine.reset();
    back(&engine, Ok(()))
}

fn back(engine: &Engine, done: Result<(), String>) -> Response {
    match done {
        Ok(()) => Redirect::to("/").into_response(),
        Err(problem) => (StatusCode::BAD_REQUEST, page(engine, Some(&problem))).into_response(),
    }
}
