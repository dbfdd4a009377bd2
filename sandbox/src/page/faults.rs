//! The armed faults, and the form that arms one.

use std::time::Duration;

use super::button;
use crate::{
    control::Escaped,
    engine::Engine,
    faults::{Fault, Latency},
};

type Make = fn() -> Fault;

/// What the form offers. Values that a fault needs are chosen; the control API takes any.
const OFFERED: [(&str, &str, Make); 10] = [
    ("timeout_before_acting", "Timeout before acting", Fault::timeout_before_acting),
    ("timeout_after_acting", "Timeout after acting", Fault::timeout_after_acting),
    ("reset_before_acting", "Reset before acting", Fault::reset_before_acting),
    ("reset_after_acting", "Reset after acting", Fault::reset_after_acting),
    ("truncated_body", "Truncated body", Fault::truncated_body),
    ("malformed_body", "Malformed body", Fault::malformed_body),
    ("html_body", "HTML body", Fault::html_body),
    ("rate_limited", "429, Retry-After 2", || Fault::rate_limited(Duration::from_secs(2))),
    ("server_error", "503", || Fault::server_error(503)),
    ("latency", "Latency 2 s", || Fault::latency(Latency::Fixed { ms: 2000 })),
];

pub(super) fn read(fault: &str, operation: &str) -> Result<Fault, String> {
    let (_, _, make) = OFFERED.iter().find(|(name, ..)| *name == fault).ok_or("There is no such fault.")?;
    Ok(if operation.is_empty() { make() } else { make().on(operation) })
}

pub(super) fn section(engine: &Engine) -> String {
    let armed = engine.armed();
    let shown = |fault: &Fault| {
        let json = serde_json::to_string(fault).unwrap_or_default();
        format!("<li><code>{}</code></li>", Escaped(&json))
    };
    let listed = if armed.is_empty() {
        "<p>None armed.</p>".to_owned()
    } else {
        let clear = button("faults/clear", "clear-faults", "Clear all", "faults");
        format!("<ul>{}</ul>{clear}", armed.iter().map(shown).collect::<String>())
    };
    let faults: String =
        OFFERED.iter().map(|(name, label, _)| format!("<option value=\"{name}\">{label}</option>")).collect();
    let operations: String = yuno_api::OPERATIONS.iter().map(|it| format!("<option>{}</option>", it.id)).collect();
    format!(
        "<section aria-labelledby=\"faults\"><h2 id=\"faults\">Faults <small>({})</small></h2>{listed}\
         <form method=\"post\" action=\"/_sandbox/page/faults\">\
         <label>To the next call: <select id=\"fault\" name=\"fault\">{faults}</select></label> \
         <label>of <select id=\"operation\" name=\"operation\"><option value=\"\">any operation</option>{operations}\
         </select></label> <button id=\"arm\">Arm</button></form></section>",
        armed.len()
    )
}
