//! What an event carries, as a type to match on.

use std::borrow::Cow;

use jiff::Timestamp;

use super::{Event, EventKind};
use crate::{
    types::{CardData, EnrolledPaymentMethod, Payment},
    wire::{Decode, Json},
};

/// What an event carries.
///
/// It goes by what is there: an event that this version does not know still gives its payment.
///
/// ```
/// # use yuno_api::webhooks::{Payload, testing, EventKind};
/// # let event = testing::event(EventKind::PaymentRefund).parse();
/// match event.payload() {
///     Payload::Payment(payment) => println!("now {:?}", payment.status),
///     Payload::Refund(payment) => println!("given back: {:?}", payment.amount),
///     Payload::Chargeback(payment) => println!("contested: {:?}", payment.id),
///     Payload::Enrollment(method) => println!("enrolled: {:?}", method.status),
///     Payload::Other(other) => println!("{:?} is now {:?}", other.id(), other.status()),
///     _ => {}
/// }
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Payload<'a> {
    /// A payment, after a purchase, an authorization, a capture, a cancellation, a verification or a fraud screening.
    Payment(&'a Payment),
    /// A payment, after a refund.
    Refund(&'a Payment),
    /// A payment that a cardholder contests.
    Chargeback(&'a Payment),
    /// A payment method that was enrolled, removed or changed.
    Enrollment(&'a EnrolledPaymentMethod),
    /// Anything else: payouts, subscriptions, onboardings, banking, split transfers, and what is new.
    Other(Other<'a>),
}

impl<'a> Payload<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        if let Some(payment) = event.payment() {
            return match event.kind() {
                EventKind::PaymentRefund => Self::Refund(payment),
                EventKind::PaymentChargeback => Self::Chargeback(payment),
                _ => Self::Payment(payment),
            };
        }
        event.payment_method().map_or(Self::Other(Other(event)), Self::Enrollment)
    }
}

/// What an event carries that this version has no type for, kept as JSON.
#[derive(Clone, Copy, Debug)]
pub struct Other<'a>(&'a Event);

impl<'a> Other<'a> {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> Option<Cow<'a, str>> {
        self.0.resource_id()
    }

    /// Its status.
    #[must_use]
    pub fn status(&self) -> Option<Cow<'a, str>> {
        self.0.status()
    }

    /// The key that it was created with.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<Cow<'a, str>> {
        self.0.idempotency_key()
    }

    /// When it last changed.
    #[must_use]
    pub fn updated_at(&self) -> Option<Timestamp> {
        self.0.updated_at()
    }

    /// All of it. [`Json::parse`] reads it as a type of yours, or as `serde_json::Value`.
    #[must_use]
    pub fn json(&self) -> Json {
        self.0.json()
    }
}

impl Event {
    /// The card of an enrollment event. Events have it in another place (`detail.card`) than the answers of the API
    /// (`card_data`); this reads both.
    #[must_use]
    pub fn enrolled_card(&self) -> Option<CardData> {
        let method = self.payment_method()?;
        if let Some(card) = &method.card_data {
            return Some((**card).clone());
        }
        let detail: std::collections::HashMap<String, Json> = method.unknown_fields.get("detail")?.parse().ok()?;
        let card = detail.get("card").filter(|card| !card.is_null())?;
        CardData::decode(card.get().as_bytes()).ok()
    }
}
