//! One call of an operation, from the door to the answer.

use std::{future::pending, sync::Arc, time::Duration};

use axum::{
    extract::Request as HttpRequest,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, header::RETRY_AFTER};
use yuno_api::exchange::Exchange;

use super::{
    answer::{refuse, with_body},
    connection::Hand,
    door, routes,
    spoil::{Sent, spoil},
};
use crate::{
    domain::{Answer, Request},
    engine::Engine,
    faults::Kind,
};

pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// A call whose route is resolved.
pub(super) struct Call {
    pub(super) engine: Arc<Engine>,
    pub(super) exchange: &'static Exchange,
    pub(super) hand: Hand,
    pub(super) path: Vec<(&'static str, String)>,
    pub(super) query: Vec<(String, String)>,
    pub(super) request: HttpRequest,
}

/// Answers a call, or never does.
pub(super) async fn answer(call: Call) -> Response {
    let (engine, hand) = (call.engine.clone(), call.hand.clone());
    let key = header(call.request.headers(), "x-idempotency-key");
    let number = engine.journal().came(routes::came(&call, key.as_deref()));
    let sent = match take_in(call, key, number).await {
        Err(refused) => Sent::Answer(refused, None),
        Ok(request) => act(&engine, request, number).await,
    };
    let mut response = match sent {
        Sent::Answer(answer, retry_after) => {
            engine.journal().answered(number, answer.status, answer.body.as_ref());
            let mut response = answer.into_response();
            if let Some(seconds) = retry_after {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
        Sent::Text { status, content_type, text } => {
            engine.journal().note(number, |call| call.status = Some(status));
            with_body(status, content_type, Some(text))
        }
        Sent::Cut { cut, status } => {
            engine.journal().note(number, |call| call.status = status);
            hand.cut(cut);
            Response::default()
        }
        // Until the caller gives up: then this future is dropped.
        Sent::Nothing => pending().await,
    };
    response.headers_mut().insert(REQUEST_ID, request_id(number));
    response
}

/// What the API's answers are known by; here, the number in the journal.
pub(super) fn request_id(number: u64) -> HeaderValue {
    // Digits and letters can stand in a header.
    HeaderValue::try_from(format!("sandbox-{number}")).unwrap_or_else(|_| HeaderValue::from(number))
}

/// Gets a call past the door. `Err` is the answer of one that does not get past it.
async fn take_in(call: Call, key: Option<String>, number: u64) -> Result<Request, Answer> {
    let Call { engine, exchange, path, query, request, .. } = call;
    let (parts, body) = request.into_parts();
    door::keys(&parts.headers, &engine.settings)?;
    let takes_body = exchange.request.is_some();
    if takes_body {
        door::content_type(&parts.headers)?;
    }
    let body = door::body(body, &parts.headers).await?;
    if takes_body {
        let checked = door::read(exchange, &body)?;
        engine.journal().note(number, |call| {
            call.request = Some(checked.debug);
            call.unknown = checked.unknown_fields;
            call.unknown.extend_from_slice(&checked.unknown_values);
        });
        door::values(&checked.unknown_values)?;
        door::limits(&checked.violations)?;
    }
    let account = header(&parts.headers, "x-account-code").or_else(|| header(&parts.headers, "account-code"));
    Ok(Request { operation: exchange.operation, path, query, account, key, body })
}

/// Does what was asked for, unless a fault keeps it from that, and gives what of the answer is sent.
async fn act(engine: &Arc<Engine>, request: Request, number: u64) -> Sent {
    let drawn = engine.draw(request.operation.id);
    let (latency, fault) = (drawn.latency, drawn.fault);
    let name = fault.as_ref().map(Kind::name).or((!latency.is_zero()).then_some("latency"));
    engine.journal().note(number, |call| call.fault = name);
    match fault {
        None => Sent::Answer(perform(engine, request, latency).await, None),
        Some(fault) if fault.acts() => spoil(&fault, perform(engine, request, latency).await),
        Some(fault) => {
            tokio::time::sleep(latency).await;
            // What is sent of it does not depend on an answer.
            spoil(&fault, Answer { status: 200, body: None })
        }
    }
}

/// Reserves the request's place, waits, and performs it. While it waits, others find it in process.
async fn perform(engine: &Arc<Engine>, request: Request, latency: Duration) -> Answer {
    if latency.is_zero() {
        match engine.reserve(&request) {
            Ok(reserved) => engine.perform(reserved, &request),
            Err(answer) => answer,
        }
    } else {
        // A task of its own: what is at work goes on when the caller has gone, as it does at Yuno.
        let engine = engine.clone();
        let task = tokio::spawn(async move {
            let reserved = engine.reserve(&request);
            tokio::time::sleep(latency).await;
            match reserved {
                Ok(reserved) => engine.perform(reserved, &request),
                Err(answer) => answer,
            }
        });
        task.await.unwrap_or_else(|_| refuse(500, "INTERNAL_ERROR", "the sandbox failed; this is a bug of it"))
    }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}
