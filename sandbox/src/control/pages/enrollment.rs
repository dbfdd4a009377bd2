//! The page on which a shopper enrolls a payment method: approve, or decline.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use yuno_api::types::{EnrolledPaymentMethod, EnrollmentStatus};

use super::{Escaped, Sandbox, alert, back, decide, decisions, document, missing, retrieve};
use crate::engine::Engine;

pub(in crate::control) async fn show(State(engine): Sandbox, Path(id): Path<String>) -> Response {
    page(&engine, &id, None)
}

pub(in crate::control) async fn act(State(engine): Sandbox, Path((id, decision)): Path<(String, String)>) -> Response {
    let problem = decide(&engine, &id, &decision).err();
    page(&engine, &id, problem.as_deref())
}

fn page(engine: &Engine, id: &str, problem: Option<&str>) -> Response {
    let method = retrieve::<EnrolledPaymentMethod>(engine, "payment_methods.retrieve", "payment_method_id", id);
    let Some(method) = method else { return missing("payment method") };
    let mut body = format!(
        "<h1>Keep {} for the next time?</h1><p>Status: <strong>{}</strong></p>{}",
        Escaped(method.name.as_deref().unwrap_or("this payment method")),
        Escaped(method.status.as_ref().map_or("unknown", EnrollmentStatus::as_str)),
        alert(problem),
    );
    if let Some(EnrollmentStatus::ReadyToEnroll | EnrollmentStatus::EnrollInProcess) = method.status {
        body += &decisions(&format!("/_sandbox/enroll/{id}"));
    }
    body += &back(method.callback_url.as_deref());
    document(&body).into_response()
}
