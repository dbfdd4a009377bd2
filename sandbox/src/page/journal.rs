//! The calls, masked as the journal masks them.

use super::{SHOWN, row, section as table};
use crate::{control::Escaped, engine::Engine, journal::Call};

pub(super) fn section(engine: &Engine) -> String {
    let calls = engine.calls();
    let rows: Vec<String> = calls.iter().rev().take(SHOWN).map(one).collect();
    table("journal", "Journal", calls.len(), &["No.", "Time", "Call", "Answer", "Bodies"], &rows)
}

fn one(call: &Call) -> String {
    let status = call.status.map_or_else(|| "none".to_owned(), |status| status.to_string());
    let part = |label: &str, text: &Option<String>| {
        text.as_ref().map(|text| format!("<p>{label}</p><pre>{}</pre>", Escaped(text))).unwrap_or_default()
    };
    let fault = call.fault.map(|fault| format!("<br>fault {fault}")).unwrap_or_default();
    let bodies = part("Request", &call.request) + &part("Response", &call.response);
    row(&[
        ("No.", call.number.to_string()),
        ("Time", format!("<time>{:.0}</time>", call.at)),
        ("Call", format!("<code>{} {}</code>", Escaped(&call.method), Escaped(&call.path))),
        (
            "Answer",
            format!(
                "{status} {}<br>{}{fault}",
                Escaped(call.code.as_deref().unwrap_or_default()),
                Escaped(&call.messages.join("; "))
            ),
        ),
        ("Bodies", format!("<details id=\"call-{}\"><summary>Show</summary>{bodies}</details>", call.number)),
    ])
}
