//! Older and barer forms of events: what they are about, told from what they hold.

use super::{
    event::{Event, EventResource},
    kind::EventKind,
};
use crate::{
    types::{PaymentStatus, TransactionType},
    wire::{Decode, Json},
};

/// What happened.
pub(super) fn kind(event: &Event) -> EventKind {
    match (&event.type_, &event.type_event) {
        (_, Some(kind)) if kind.is_known() => kind.clone(),
        // `succeeded` of type `split_transfer`: the name without what it is about.
        (Some(about), Some(kind)) if !kind.as_str().starts_with(about.as_str()) => {
            let whole = EventKind::from(&*format!("{about}.{kind}"));
            if whole.is_known() { whole } else { kind.clone() }
        }
        (_, Some(kind)) => kind.clone(),
        (about, None) => {
            let told = of_payment(event).or_else(|| of_transfer(event));
            told.unwrap_or_else(|| EventKind::Unrecognized(about.as_ref().map(ToString::to_string).unwrap_or_default()))
        }
    }
}

/// Version 1 sends a payment and does not say what happened; its transaction does.
fn of_payment(event: &Event) -> Option<EventKind> {
    let payment = event.payment()?;
    let by_transaction = event.transaction().and_then(|transaction| match transaction.type_.as_ref()? {
        TransactionType::Purchase => Some(EventKind::PaymentPurchase),
        TransactionType::Authorize => Some(EventKind::PaymentAuthorize),
        TransactionType::Capture => Some(EventKind::PaymentCapture),
        TransactionType::Refund => Some(EventKind::PaymentRefund),
        TransactionType::Cancel => Some(EventKind::PaymentCancel),
        TransactionType::Verify => Some(EventKind::PaymentVerify),
        TransactionType::Chargeback => Some(EventKind::PaymentChargeback),
        TransactionType::FraudScreening => Some(EventKind::PaymentFraudScreening),
        _ => None,
    });
    by_transaction.or_else(|| match payment.status.as_ref()? {
        PaymentStatus::InDispute | PaymentStatus::Chargeback => Some(EventKind::PaymentChargeback),
        PaymentStatus::Refunded => Some(EventKind::PaymentRefund),
        PaymentStatus::Canceled => Some(EventKind::PaymentCancel),
        PaymentStatus::Verified => Some(EventKind::PaymentVerify),
        _ => None,
    })
}

/// A split transfer comes without an envelope. Its last transaction says what happened.
fn of_transfer(event: &Event) -> Option<EventKind> {
    let transactions: Vec<serde_json::Value> = event.unknown_fields.get("transactions")?.parse().ok()?;
    let last = transactions.last()?;
    let succeeded = last.get("status")?.as_str()? == "SUCCEEDED";
    match (last.get("type")?.as_str()?, succeeded) {
        ("SPLIT_TRANSFER", true) => Some(EventKind::SplitTransferSucceeded),
        ("SPLIT_TRANSFER", false) => Some(EventKind::SplitTransferFailed),
        ("SPLIT_TRANSFER_REVERSE" | "SPLIT_TRANSFER_REVERSAL", true) => Some(EventKind::SplitTransferReverseSucceeded),
        ("SPLIT_TRANSFER_REVERSE" | "SPLIT_TRANSFER_REVERSAL", false) => Some(EventKind::SplitTransferReverseFailed),
        _ => None,
    }
}

/// What an event is about that has no member of its own in our types: a member of `data` that is named like the
/// event's type, or the whole body where nothing is around it.
pub(super) fn resource(event: &Event) -> Option<EventResource> {
    let read = |json: &Json| EventResource::decode(json.get().as_bytes()).ok();
    match (&event.data, &event.type_) {
        (Some(data), Some(about)) => {
            let name = about.as_str().rsplit('.').next()?;
            data.unknown_fields.get(name).and_then(read)
        }
        (None, None) if event.payment.is_none() => read(&event.json()),
        _ => None,
    }
}
