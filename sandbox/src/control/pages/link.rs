//! The page that a payment link leads to: choose what to pay with, then pay on the payment's own page.

use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect, Response},
};
use yuno_api::types::{PaymentLink, PaymentMethodType};

use super::{Sandbox, back, bill, button, document, missing, retrieve};
use crate::engine::Engine;

pub(in crate::control) async fn show(State(engine): Sandbox, Path(code): Path<String>) -> Response {
    page(&engine, &code, None)
}

/// Makes a payment, and sends the shopper to its page.
pub(in crate::control) async fn pay(State(engine): Sandbox, Path((code, type_)): Path<(String, String)>) -> Response {
    match engine.pay_link(&code, PaymentMethodType::from(type_.as_str())) {
        Ok(payment) => Redirect::to(&format!("/_sandbox/pay/{payment}")).into_response(),
        Err(problem) => page(&engine, &code, Some(&problem)),
    }
}

fn page(engine: &Engine, code: &str, problem: Option<&str>) -> Response {
    let Some(link) = retrieve::<PaymentLink>(engine, "payment_links.retrieve", "code", code) else {
        return missing("payment link");
    };
    let amount = link.amount.as_deref();
    let amount = (amount.and_then(|it| it.currency.as_ref()), amount.and_then(|it| it.value));
    let status = link.status.as_deref().unwrap_or("unknown");
    let mut body = bill(amount, link.description.as_deref(), status, problem);
    if status == "CREATED" {
        for type_ in link.payment_method_types.iter().flatten() {
            body += &button(&format!("/_sandbox/links/{code}/{type_}"), &format!("Pay with {type_}"));
        }
    }
    body += &back(link.callback_url.as_deref());
    document(&body).into_response()
}
