//! The payments, the newest first, with their timelines.

use serde_json::Value;

use super::{SHOWN, button, list, row, section as table, text};

pub(super) fn section(payments: &Value) -> String {
    let all = list(payments);
    let rows: Vec<String> = all.iter().rev().take(SHOWN).map(one).collect();
    table("payments", "Payments", all.len(), &["Order", "Amount", "Status", "Timeline", "Do"], &rows)
}

fn one(record: &Value) -> String {
    let payment = &record["payment"];
    let id = payment["id"].as_str().unwrap_or_default();
    let order = format!(
        "<strong>{}</strong><br>{}<br><code>{}</code>",
        text(&payment["merchant_order_id"]),
        text(&payment["description"]),
        text(&payment["id"]),
    );
    let amount = format!("{} {}", text(&payment["amount"]["currency"]), text(&payment["amount"]["value"]));
    let deadline = match &record["deadline"] {
        Value::Null => String::new(),
        at => format!("<br>until {}", text(at)),
    };
    let status = format!("<strong>{}</strong><br>{}{deadline}", text(&payment["status"]), text(&payment["sub_status"]));
    let acts = [("settle", "Settle"), ("decline", "Decline"), ("expire", "Expire"), ("chargeback", "Charge back")];
    let about = payment["merchant_order_id"].as_str().unwrap_or(id);
    let buttons =
        acts.map(|(act, label)| button(&format!("payments/{id}/{act}"), &format!("{act}-{id}"), label, about));
    row(&[
        ("Order", order),
        ("Amount", amount),
        ("Status", status),
        ("Timeline", timeline(payment)),
        ("Do", format!("<div class=\"acts\">{}</div>", buttons.concat())),
    ])
}

/// The transactions, the newest first.
fn timeline(payment: &Value) -> String {
    let history = list(&payment["transactions_history"]);
    let mut all: Vec<&Value> = match &payment["transactions"] {
        Value::Array(several) => several.iter().collect(),
        Value::Object(_) if history.is_empty() => vec![&payment["transactions"]],
        _ => history.iter().collect(),
    };
    // They are made in order, and a stable sort keeps those of one moment as they are.
    all.sort_by(|one, other| other["created_at"].as_str().cmp(&one["created_at"].as_str()));
    let step = |it: &&Value| {
        let code = text(&it["response_code"]);
        format!(
            "<li>{} {} {}<br>{code} <time>{}</time></li>",
            text(&it["type"]),
            text(&it["status"]),
            text(&it["amount"]),
            text(&it["created_at"]),
        )
    };
    format!("<ol reversed>{}</ol>", all.iter().map(step).collect::<String>())
}
