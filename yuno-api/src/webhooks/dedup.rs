//! Which deliveries are one event.

use std::fmt;

use ring::digest::SHA256;
use serde_json::Value;

use super::Event;
use crate::types::PaymentStatus;

/// What two deliveries of one event have in common, and no other event has.
///
/// It is a text; store it in a column with a unique index. `Debug` shows only what happened, since the key holds ids
/// and a key that you may have chosen.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DedupKey(String);

impl DedupKey {
    /// The text to store.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key that was stored.
    #[must_use]
    pub fn from_stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    fn of(event: &Event) -> Self {
        let kind = event.kind();
        // The list's JSON: whatever a part holds, two lists of parts never give one text.
        let parts = [
            Value::from(event.account().map(crate::types::AccountId::as_str)),
            Value::from(kind.as_str()),
            Value::from(identity(event)),
            Value::from(state(event)),
        ];
        Self(Value::from(parts.to_vec()).to_string())
    }
}

impl fmt::Debug for DedupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<Value> = serde_json::from_str(&self.0).unwrap_or_default();
        let kind =
            parts.get(1).and_then(Value::as_str).map_or(super::EventKind::Unrecognized(String::new()), Into::into);
        write!(f, "DedupKey({kind:?}, {} characters)", self.0.chars().count())
    }
}

impl Event {
    /// What this event has in common with every repeated delivery of it, and with no other event.
    ///
    /// Yuno's rule is `type_event` and `data.idempotency_key`, which for payments stands in
    /// `data.payment.idempotency_key`; where there is none, the id of what the event is about. That alone loses
    /// events: the key is the one that the payment or the subscription was **created** with, so a payment that waits
    /// and then succeeds sends `payment.purchase` twice with one key, two refunds of one payment share it, and so do all
    /// renewal notices of a subscription. Keys are also yours to choose, and may repeat in another account. The key
    /// given here therefore also holds
    ///
    /// - the account,
    /// - for payments: the status, the sub-status, and the transaction with its status,
    /// - for anything else: a digest of `data`, which a repeated delivery does not change.
    ///
    /// What changes from one delivery to the next, `retry`, is not in it.
    #[must_use]
    pub fn dedup_key(&self) -> DedupKey {
        DedupKey::of(self)
    }
}

/// Which payment, subscription and so on.
fn identity(event: &Event) -> Option<String> {
    match (event.idempotency_key(), event.resource_id()) {
        (Some(key), _) => Some(format!("key:{key}")),
        // Whoever has the id of a payment method can charge it, so it is not stored with the events.
        (None, Some(id)) if event.payment_method().is_some() => Some(format!("id:sha256:{}", hash(&id))),
        (None, Some(id)) => Some(format!("id:{id}")),
        (None, None) => None,
    }
}

/// Which step in its life.
fn state(event: &Event) -> String {
    match event.payment() {
        Some(payment) if identity(event).is_some() => {
            let transaction = event.transaction();
            let parts = [
                payment.status.as_ref().map(PaymentStatus::as_str),
                payment.sub_status.as_ref().map(crate::types::PaymentSubStatus::as_str),
                transaction.and_then(|it| it.id.as_ref()).map(crate::types::TransactionId::as_str),
                transaction.and_then(|it| it.status.as_ref()).map(crate::types::TransactionStatus::as_str),
            ];
            parts.map(Option::unwrap_or_default).join("/")
        }
        _ => digest(event),
    }
}

/// A digest of what the event carries that does not depend on spacing and the order of members.
fn digest(event: &Event) -> String {
    let json = event.json();
    let mut text = String::new();
    match json.parse::<Value>() {
        Ok(mut value) => {
            if event.data.is_none()
                && let Value::Object(members) = &mut value
            {
                // The whole event, without what differs between deliveries.
                members.remove("retry");
            }
            write_sorted(&mut text, &value);
        }
        // Nested deeper than the parser goes.
        Err(_) => text.push_str(json.get()),
    }
    hash(&text)
}

fn hash(text: &str) -> String {
    ring::digest::digest(&SHA256, text.as_bytes()).as_ref().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn write_sorted(out: &mut String, value: &Value) {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().filter(|(_, value)| !value.is_null()).collect();
            members.sort_by_key(|(name, _)| *name);
            out.push('{');
            for (name, value) in members {
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write_sorted(out, value);
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for item in items {
                write_sorted(out, item);
                out.push(',');
            }
            out.push(']');
        }
        scalar => out.push_str(&scalar.to_string()),
    }
}
