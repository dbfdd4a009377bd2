//! The control API under `/_sandbox/`: what tests and people do to the sandbox itself.

mod guard;
mod pages;
mod reply;
mod state;
mod webhooks;

pub(crate) use self::pages::Escaped;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    middleware::from_fn_with_state,
    routing::{any, get, post},
};
use serde_json::{Value, json};

use crate::engine::Engine;

const LONGEST_BODY: usize = 256 * 1024 * 1024;

/// Its routes. They need no keys; in a browser, they answer only to pages of the sandbox itself.
pub(crate) fn router(engine: &Arc<Engine>) -> Router<Arc<Engine>> {
    Router::new()
        .route("/_sandbox/", get(index))
        .route("/_sandbox/state", get(state::overview))
        .route("/_sandbox/reset", post(state::reset))
        .route("/_sandbox/snapshot", get(state::snapshot).put(state::restore))
        .route("/_sandbox/clock", get(state::clock))
        .route("/_sandbox/clock/advance", post(state::advance))
        .route("/_sandbox/payments/{payment_id}/{act}", post(state::act))
        .route("/_sandbox/faults", get(state::faults).post(state::arm).delete(state::disarm))
        .route("/_sandbox/journal", get(state::journal).delete(state::clear_journal))
        .route("/_sandbox/webhooks", get(webhooks::list).post(webhooks::register).delete(webhooks::forget))
        .route("/_sandbox/webhooks/events", get(webhooks::events))
        .route("/_sandbox/webhooks/events/{number}/replay", post(webhooks::replay))
        .route("/_sandbox/webhooks/deliver", post(webhooks::deliver))
        .route("/_sandbox/webhooks/deliveries", get(webhooks::deliveries))
        .route("/_sandbox/pay/{payment_id}", get(pages::payment::show))
        .route("/_sandbox/challenge/{payment_id}", get(pages::payment::show))
        .route("/_sandbox/receipt/{transaction_id}", get(pages::payment::receipt))
        .route("/_sandbox/pay/{payment_id}/{decision}", post(pages::payment::act))
        .route("/_sandbox/enroll/{payment_method_id}", get(pages::enrollment::show))
        .route("/_sandbox/enroll/{payment_method_id}/{decision}", post(pages::enrollment::act))
        .route("/_sandbox/links/{code}", get(pages::link::show))
        .route("/_sandbox/links/{code}/{payment_method_type}", post(pages::link::pay))
        .merge(crate::page::router())
        .route("/_sandbox/{*unknown}", any(reply::unknown))
        // A snapshot is as long as what happened.
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(from_fn_with_state(engine.clone(), guard::guard))
}

/// What there is, for a person who tries.
async fn index() -> Json<Value> {
    Json(json!({
        "GET /": "the page for people",
        "GET /_sandbox/state": "everything that the sandbox knows; cards as BIN and last four",
        "POST /_sandbox/reset": "begins anew",
        "GET /_sandbox/snapshot": "the whole state as JSON, the webhooks' secrets among it",
        "PUT /_sandbox/snapshot": "puts such a state in its place",
        "GET /_sandbox/clock": "the sandbox's time",
        "POST /_sandbox/clock/advance": "moves it on and lets happen what comes due: {\"by\": \"6h\"}",
        "POST /_sandbox/payments/{payment_id}/{act}": "act is settle, decline, expire or chargeback",
        "GET, POST, DELETE /_sandbox/faults": "what goes wrong: {\"fault\": \"reset_after_acting\", \"operation\": \"payments.create\", \"next\": 1}",
        "GET, DELETE /_sandbox/journal": "the calls, without what may be secret",
        "GET, POST, DELETE /_sandbox/webhooks": "who is told of events: {\"url\": \"http://127.0.0.1:8080/yuno\", \"secret\": \"..\"}",
        "GET /_sandbox/webhooks/events": "what happened",
        "POST /_sandbox/webhooks/events/{number}/replay": "delivers it anew: {\"duplicates\": 1, \"forge\": true}, or {}",
        "POST /_sandbox/webhooks/deliver": "delivers what is due: {\"duplicates\": 1, \"reorder\": true, \"forge\": true}, or {}",
        "GET /_sandbox/webhooks/deliveries": "what became of deliveries",
        "GET /_sandbox/pay/{payment_id}": "the page on which a shopper approves or declines",
        "GET /_sandbox/enroll/{payment_method_id}": "the page on which a shopper lets a payment method be kept",
        "GET /_sandbox/links/{code}": "the page that a payment link leads to",
    }))
}
