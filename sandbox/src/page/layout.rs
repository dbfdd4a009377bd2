//! The frame of the page: its head, the clock, and reset.

use axum::response::{Html, IntoResponse, Response};
use http::header;

use super::button;
use crate::{control::Escaped, engine::Engine};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// Nothing comes from elsewhere, and no other page shows this one.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(super) fn document(problem: Option<&str>, body: &str) -> Response {
    let alert = problem.map(|problem| format!("<p role=\"alert\">{}</p>", Escaped(problem))).unwrap_or_default();
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Yuno sandbox</title><style>{STYLE}</style></head>\
         <body><a class=\"skip\" href=\"#main\">Skip to the payments and controls</a>\
         <header><h1>Yuno sandbox</h1></header>{alert}\
         <main id=\"main\" tabindex=\"-1\">{body}</main><script>{SCRIPT}</script></body></html>"
    );
    let headers = [(header::CONTENT_SECURITY_POLICY, POLICY), (header::CACHE_CONTROL, "no-store")];
    (headers, Html(html)).into_response()
}

/// The clock, and the way to begin anew.
pub(super) fn controls(engine: &Engine) -> String {
    let step =
        |(by, label): (&str, &str)| format!("<button id=\"clock-{by}\" name=\"by\" value=\"{by}\">{label}</button> ");
    let steps = [("5m", "5 min"), ("1h", "1 h"), ("24h", "1 day")].map(step).concat();
    let kind = if engine.has_fixed_clock() { " (stands still)" } else { "" };
    format!(
        "<section aria-labelledby=\"clock\"><h2 id=\"clock\">Clock</h2><p><time>{:.0}</time>{kind}</p>\
         <form method=\"post\" action=\"/_sandbox/page/clock\" aria-label=\"Advance the clock\">Advance by {steps}</form>\
         <form method=\"post\" action=\"/_sandbox/page/clock\"><label>or by \
         <input id=\"by\" name=\"by\" placeholder=\"6h 30m\" size=\"8\" required></label> \
         <button id=\"advance\">Advance</button></form>{}</section>",
        engine.now(),
        button("reset", "reset", "Reset", "the sandbox: everything is forgotten"),
    )
}
