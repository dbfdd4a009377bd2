//! The page that a shopper is sent to: approve, or decline.

use std::{fmt, sync::Arc};

use axum::{
    extract::{Path, State},
    response::{Html, IntoResponse, Response},
};
use http::StatusCode;
use yuno_api::types::{Decode, Payment, PaymentStatus};

use crate::{
    domain::{Act, Request},
    engine::Engine,
};

type Sandbox = State<Arc<Engine>>;

pub(super) async fn show(State(engine): Sandbox, Path(payment_id): Path<String>) -> Response {
    page(&engine, &payment_id, None)
}

/// Where a receipt's address leads.
pub(super) async fn receipt(Path(transaction_id): Path<String>) -> Response {
    let body = format!("<h1>Receipt</h1><p>Transaction {}</p>", Escaped(&transaction_id));
    Html(document(&body)).into_response()
}

pub(super) async fn decide(State(engine): Sandbox, Path((payment_id, decision)): Path<(String, String)>) -> Response {
    let act = match decision.as_str() {
        "approve" => Act::Settle,
        "decline" => Act::Decline,
        _ => return page(&engine, &payment_id, Some("You can approve or decline.")),
    };
    let problem = engine.act(&payment_id, act).err();
    page(&engine, &payment_id, problem.as_deref())
}

/// The payment as the API shows it.
fn payment(engine: &Engine, payment_id: &str) -> Option<Payment> {
    let operation = yuno_api::OPERATIONS.iter().find(|it| it.id == "payments.retrieve")?;
    let request = Request {
        operation,
        path: vec![("payment_id", payment_id.to_owned())],
        query: Vec::new(),
        account: None,
        key: None,
        body: bytes::Bytes::new(),
    };
    let reserved = engine.reserve(&request).ok()?;
    let answer = engine.perform(reserved, &request);
    let body = answer.body.filter(|_| answer.status == 200)?;
    Payment::decode(body.get().as_bytes()).ok()
}

fn page(engine: &Engine, payment_id: &str, problem: Option<&str>) -> Response {
    let Some(payment) = payment(engine, payment_id) else {
        let body = "<h1>No such payment</h1><p>The sandbox may have been reset since you were sent here.</p>";
        return (StatusCode::NOT_FOUND, Html(document(body))).into_response();
    };
    let amount = payment.amount.as_deref();
    let currency = amount.and_then(|it| it.currency.as_ref()).map(ToString::to_string);
    let value = amount.and_then(|it| it.value).map(|it| it.to_string());
    let mut body = format!(
        "<h1>{} {}</h1><p>{}</p><p>Status: <strong>{}</strong></p>",
        Escaped(&currency.unwrap_or_default()),
        Escaped(&value.unwrap_or_default()),
        Escaped(payment.description.as_deref().unwrap_or_default()),
        Escaped(payment.status.as_ref().map_or("unknown", PaymentStatus::as_str)),
    );
    if let Some(problem) = problem {
        body += &format!("<p role=\"alert\">{}</p>", Escaped(problem));
    }
    if payment.status == Some(PaymentStatus::Pending) {
        for (decision, label) in [("approve", "Approve"), ("decline", "Decline")] {
            body += &format!(
                "<form method=\"post\" action=\"/_sandbox/pay/{}/{decision}\"><button>{label}</button></form>",
                Escaped(payment_id),
            );
        }
    }
    let shop = payment.callback_url.as_deref().unwrap_or_default();
    if shop.starts_with("https://") || shop.starts_with("http://") {
        body += &format!("<p><a href=\"{}\">Back to the shop</a></p>", Escaped(shop));
    }
    Html(document(&body)).into_response()
}

fn document(body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Sandbox payment</title>\
         <style>body{{font:1.1rem system-ui;max-width:30rem;margin:2rem auto;padding:0 1rem}}\
         form{{display:inline-block;margin-right:1rem}}button{{font:inherit;padding:.5rem 1.5rem}}</style>\
         <main>{body}</main></html>"
    )
}

/// Text in HTML, inside of an attribute too.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => fmt::Write::write_char(f, other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_payment_becomes_markup() {
        assert_eq!(Escaped("<a href='x' b=\"&\">").to_string(), "&lt;a href=&#39;x&#39; b=&quot;&amp;&quot;&gt;");
    }
}
