//! The page on which a shopper pays: approve, or decline.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use yuno_api::types::{Payment, PaymentStatus};

use super::{Escaped, Sandbox, back, bill, decide, decisions, document, missing, retrieve};
use crate::engine::Engine;

pub(in crate::control) async fn show(State(engine): Sandbox, Path(payment_id): Path<String>) -> Response {
    page(&engine, &payment_id, None)
}

/// Where a receipt's address leads.
pub(in crate::control) async fn receipt(Path(transaction_id): Path<String>) -> Response {
    document(&format!("<h1>Receipt</h1><p>Transaction {}</p>", Escaped(&transaction_id))).into_response()
}

pub(in crate::control) async fn act(
    State(engine): Sandbox,
    Path((payment_id, decision)): Path<(String, String)>,
) -> Response {
    let problem = decide(&engine, &payment_id, &decision).err();
    page(&engine, &payment_id, problem.as_deref())
}

fn page(engine: &Engine, payment_id: &str, problem: Option<&str>) -> Response {
    let Some(payment) = retrieve::<Payment>(engine, "payments.retrieve", "payment_id", payment_id) else {
        return missing("payment");
    };
    let amount = payment.amount.as_deref();
    let amount = (amount.and_then(|it| it.currency.as_ref()), amount.and_then(|it| it.value));
    let status = payment.status.as_ref().map_or("unknown", PaymentStatus::as_str);
    let mut body = bill(amount, payment.description.as_deref(), status, problem);
    if payment.status == Some(PaymentStatus::Pending) {
        body += &decisions(&format!("/_sandbox/pay/{payment_id}"));
    }
    body += &back(payment.callback_url.as_deref());
    document(&body).into_response()
}
