//! Checkout and customer sessions. Their ids can be used, so that they are not shown.

use serde_json::Value;

use super::{SHOWN, list, row, section as table, text, time};

pub(super) fn section(sessions: &Value) -> String {
    let one = |it: &Value| {
        let session = &it["session"];
        row(&[
            ("Order or customer", text(&session["merchant_order_id"]) + &text(&session["customer_id"])),
            ("Country", text(&session["country"])),
            ("Created", time(&session["created_at"])),
            ("Expires", time(&it["expires_at"])),
        ])
    };
    let columns = ["Order or customer", "Country", "Created", "Expires"];
    let kind = |member: &str, id: &str, title: &str| {
        let all = list(&sessions[member]);
        let rows: Vec<String> = all.iter().rev().take(SHOWN).map(one).collect();
        table(id, title, all.len(), &columns, &rows)
    };
    kind("checkout", "checkouts", "Checkout sessions") + &kind("customer", "customers", "Customer sessions")
}
