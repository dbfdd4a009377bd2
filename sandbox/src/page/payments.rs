//! The payments, the newest first, with their timelines.

use serde_json::Value;

use super::{SHOWN, button, list, row, section as table, text, time};

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
        at => format!("<br>until {}", time(at)),
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
    // They are kept in the order in which they were made.
    let all = list(&payment["transactions_history"]).iter().rev();
    let step = |it: &Value| {
        let code = text(&it["response_code"]);
        format!(
            "<li>{} {} {}<br>{code} {}</li>",
            text(&it["type"]),
            text(&it["status"]),
            text(&it["amount"]),
            time(&it["created_at"]),
        )
    };
    format!("<ol reversed>{}</ol>", all.map(step).collect::<String>())
}
