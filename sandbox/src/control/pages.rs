//! The pages that shoppers are sent to: to pay, to enroll a payment method, or to use a payment link.

pub(super) mod enrollment;
pub(super) mod link;
pub(super) mod payment;

use std::{fmt, sync::Arc};

use axum::{
    extract::State,
    response::{Html, IntoResponse, Response},
};
use bytes::Bytes;
use http::StatusCode;
use rust_decimal::Decimal;
use yuno_api::types::{Currency, Decode};

use crate::{
    domain::{Act, Request},
    engine::Engine,
};

type Sandbox = State<Arc<Engine>>;

/// What an operation that takes one id, and nothing else, answers to it.
fn retrieve<T: Decode>(engine: &Engine, operation: &str, parameter: &'static str, id: &str) -> Option<T> {
    let operation = yuno_api::OPERATIONS.iter().find(|it| it.id == operation)?;
    let path = vec![(parameter, id.to_owned())];
    let request = Request { operation, path, query: Vec::new(), account: None, key: None, body: Bytes::new() };
    let reserved = engine.reserve(&request).ok()?;
    let answer = engine.perform(reserved, &request);
    let body = answer.body.filter(|_| answer.status == 200)?;
    T::decode(body.get().as_bytes()).ok()
}

/// What is to be paid, what for, and how that stands.
fn bill(
    amount: (Option<&Currency>, Option<Decimal>),
    description: Option<&str>,
    status: &str,
    problem: Option<&str>,
) -> String {
    let currency = amount.0.map_or("", Currency::as_str);
    let value = amount.1.map(|value| value.to_string()).unwrap_or_default();
    format!(
        "<h1>{} {}</h1><p>{}</p><p>Status: <strong>{}</strong></p>{}",
        Escaped(currency),
        Escaped(&value),
        Escaped(description.unwrap_or_default()),
        Escaped(status),
        alert(problem),
    )
}

/// The shopper approves or declines. `Err` says why that was not done.
fn decide(engine: &Engine, id: &str, decision: &str) -> Result<(), String> {
    match decision {
        "approve" => engine.act(id, Act::Settle),
        "decline" => engine.act(id, Act::Decline),
        _ => Err("You can approve or decline.".to_owned()),
    }
}

/// The buttons for it.
fn decisions(path: &str) -> String {
    let button = |(decision, label): (&str, &str)| button(&format!("{path}/{decision}"), label);
    [("approve", "Approve"), ("decline", "Decline")].map(button).concat()
}

/// A button that posts.
fn button(path: &str, label: &str) -> String {
    let (path, label) = (Escaped(path), Escaped(label));
    format!("<form method=\"post\" action=\"{path}\"><button>{label}</button></form>")
}

/// What went wrong.
fn alert(problem: Option<&str>) -> String {
    problem.map(|problem| format!("<p role=\"alert\">{}</p>", Escaped(problem))).unwrap_or_default()
}

/// The way back to the shop, where there is one.
fn back(callback_url: Option<&str>) -> String {
    let shop = callback_url.filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    shop.map(|url| format!("<p><a href=\"{}\">Back to the shop</a></p>", Escaped(url))).unwrap_or_default()
}

fn missing(what: &str) -> Response {
    let body = format!("<h1>No such {what}</h1><p>The sandbox may have been reset since you were sent here.</p>");
    (StatusCode::NOT_FOUND, document(&body)).into_response()
}

fn document(body: &str) -> Html<String> {
    Html(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>Sandbox payment</title>\
         <style>body{{font:1.1rem system-ui;max-width:30rem;margin:2rem auto;padding:0 1rem}}\
         form{{display:inline-block;margin:0 1rem 1rem 0}}button{{font:inherit;padding:.5rem 1.5rem}}</style>\
         <main>{body}</main></html>"
    ))
}

/// Text in HTML, inside of an attribute too.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

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
        assert_eq!(back(Some("javascript:alert(1)")), "");
    }
}
