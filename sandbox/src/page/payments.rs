//! The payments, the newest first, with their timelines.

use yuno_api::types::{
    Currency, Payment, PaymentId, PaymentStatus, PaymentSubStatus, ResponseCode, Transaction, TransactionStatus,
    TransactionType,
};

use super::{SHOWN, button, number, row, section as table, text, time};
use crate::overview::PaymentSeen;

pub(super) fn section(all: &[PaymentSeen]) -> String {
    let rows: Vec<String> = all.iter().rev().take(SHOWN).map(one).collect();
    table("payments", "Payments", all.len(), &["Order", "Amount", "Status", "Timeline", "Do"], &rows)
}

fn one(seen: &PaymentSeen) -> String {
    let payment = &seen.payment;
    let id = payment.id.as_ref().map_or("", PaymentId::as_str);
    let order = payment.merchant_order_id.as_deref();
    let description = payment.description.as_deref();
    let amount = payment.amount.as_deref();
    let amount = format!(
        "{} {}",
        text(amount.and_then(|it| it.currency.as_ref()).map(Currency::as_str)),
        number(amount.and_then(|it| it.value)),
    );
    let deadline = seen.deadline.map(|at| format!("<br>until {}", time(Some(at)))).unwrap_or_default();
    let status = format!(
        "<strong>{}</strong><br>{}{deadline}",
        text(payment.status.as_ref().map(PaymentStatus::as_str)),
        text(payment.sub_status.as_ref().map(PaymentSubStatus::as_str)),
    );
    let acts = [("settle", "Settle"), ("decline", "Decline"), ("expire", "Expire"), ("chargeback", "Charge back")];
    let about = order.unwrap_or(id);
    let buttons =
        acts.map(|(act, label)| button(&format!("payments/{id}/{act}"), &format!("{act}-{id}"), label, about));
    row(&[
        (
            "Order",
            format!("<strong>{}</strong><br>{}<br><code>{}</code>", text(order), text(description), text(Some(id))),
        ),
        ("Amount", amount),
        ("Status", status),
        ("Timeline", timeline(payment)),
        ("Do", format!("<div class=\"acts\">{}</div>", buttons.concat())),
    ])
}

/// The transactions, the newest first.
fn timeline(payment: &Payment) -> String {
    // They are kept in the order in which they were made.
    let all: Vec<&Transaction> = payment.every_transaction().collect();
    let step = |it: &&Transaction| {
        format!(
            "<li>{} {} {}<br>{} {}</li>",
            text(it.type_.as_ref().map(TransactionType::as_str)),
            text(it.status.as_ref().map(TransactionStatus::as_str)),
            number(it.amount),
            text(it.response_code.as_ref().map(ResponseCode::as_str)),
            time(it.created_at),
        )
    };
    format!("<ol reversed>{}</ol>", all.iter().rev().map(step).collect::<String>())
}
