//! From a method and a path to an operation: the routes are the spec's.

use std::sync::Arc;

use axum::{
    Extension, Router,
    extract::{Query, RawPathParams, Request as HttpRequest, State, rejection::QueryRejection},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use http::Method;
use yuno_api::exchange::{self, Exchange};

use super::{
    answer::refuse,
    call::{self, Call, REQUEST_ID},
    connection::Hand,
};
use crate::{
    control,
    domain::Answer,
    engine::Engine,
    journal::{Came, shown_path, shown_unknown_path},
};

/// Everything that the sandbox answers to.
pub(crate) fn router(engine: Arc<Engine>) -> Router {
    let mut router = Router::new();
    for exchange in exchange::all() {
        // Every method that an operation can have is one of axum's.
        let Ok(filter) = MethodFilter::try_from(Method::from(exchange.operation.method)) else { continue };
        let handler = move |State(engine): State<Arc<Engine>>,
                            Extension(hand): Extension<Hand>,
                            params: Result<RawPathParams, _>,
                            query: Result<Query<Vec<(String, String)>>, QueryRejection>,
                            request: HttpRequest| async move {
            let Ok(params) = params.map_err(|_: axum::extract::rejection::RawPathParamsRejection| ()) else {
                return unreadable(&engine, &request, "the path holds bytes that are not UTF-8");
            };
            let Ok(Query(query)) = query else {
                return unreadable(&engine, &request, "the query cannot be read");
            };
            let path = parameters(exchange, &params);
            call::answer(Call { engine, exchange, hand, path, query, request }).await
        };
        router = router.route(exchange.operation.path, on(filter, handler));
    }
    router
        .merge(control::router(&engine))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .with_state(engine)
}

/// The values of a path's parameters, by the names that the spec gives them.
fn parameters(exchange: &Exchange, params: &RawPathParams) -> Vec<(&'static str, String)> {
    let names = exchange.operation.path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'));
    names.zip(params.iter().map(|(_, value)| value.to_owned())).collect()
}

async fn unknown(State(engine): State<Arc<Engine>>, request: HttpRequest) -> Response {
    let message = "no operation of the API has this path";
    turned_away(&engine, &request, refuse(404, "NOT_FOUND", message))
}

async fn wrong_method(State(engine): State<Arc<Engine>>, request: HttpRequest) -> Response {
    let message = "no operation of the API has this method at this path; the header allow names those that there are";
    turned_away(&engine, &request, refuse(405, "UNSUPPORTED_METHOD", message))
}

fn unreadable(engine: &Engine, request: &HttpRequest, message: &str) -> Response {
    turned_away(engine, request, refuse(400, "BAD_REQUEST", message))
}

/// Answers what is a call of no operation.
fn turned_away(engine: &Engine, request: &HttpRequest, answer: Answer) -> Response {
    let came = Came {
        at: engine.now(),
        method: request.method().as_str(),
        path: shown_unknown_path(request.uri().path()),
        operation: None,
        key: None,
    };
    let mut journal = engine.journal();
    let number = journal.came(came);
    journal.answered(number, answer.status, answer.body.as_ref());
    drop(journal);
    let mut response = answer.into_response();
    response.headers_mut().insert(REQUEST_ID, call::request_id(number));
    response
}

/// What the journal knows of a call when it comes.
pub(super) fn came<'a>(call: &'a Call, key: Option<&'a str>) -> Came<'a> {
    Came {
        at: call.engine.now(),
        method: call.exchange.operation.method.as_str(),
        path: shown_path(call.exchange, &call.path),
        operation: Some(call.exchange.operation.id),
        key,
    }
}
