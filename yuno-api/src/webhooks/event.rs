//! An event: the envelope, what it carries, and what every event can be asked.

use std::borrow::Cow;

use jiff::{SignedDuration, Timestamp};

use super::{
    infer,
    kind::{EventKind, EventType},
    payload::Payload,
};
use crate::{
    types::{AccountId, EnrolledPaymentMethod, Payment, PaymentMethodId, Transaction},
    wire::{Decode, DecodeError, EncodeError, Json, OneOrMany, UnknownFields, encode, tables::object},
};

/// An event that Yuno delivered.
///
/// Get one from a [`Receiver`](super::Receiver), which verifies it first. [`Event::parse`] reads without verifying: it
/// is for bodies from your own store. Nothing is lost: members and events that this version does not know, texts where
/// numbers belong and the like are kept and written back, and never make an error.
///
/// ```
/// # use yuno_api::webhooks::{Event, EventKind};
/// let event = Event::parse(br#"{
///     "type": "payment", "type_event": "payment.purchase", "retry": "0", "version": 2,
///     "data": {"payment": {"id": "6c44ed29-cc51-4479-a5eb-108afdaadd50", "status": "SUCCEEDED"}}
/// }"#)?;
/// assert_eq!(event.kind(), EventKind::PaymentPurchase);
/// assert_eq!(event.status().as_deref(), Some("SUCCEEDED"));
/// # Ok::<(), yuno_api::types::DecodeError>(())
/// ```
///
/// Version 2 of the webhooks wraps what the event is about in `data`. Version 1 sends a payment alone, as
/// `{"payment": {..}}`, and some notifications of split transfers are the transfer without anything around it. The
/// methods read all of them; the members hold what came.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct Event {
    /// What the event is about.
    pub type_: Option<EventType>,
    /// What happened, as it came. [`kind`](Event::kind) also knows what to make of older forms.
    pub type_event: Option<EventKind>,
    /// The account that it happened in.
    pub account_id: Option<AccountId>,
    /// How many deliveries of this event came before this one.
    pub retry: Option<i64>,
    /// The version of the webhooks: 2, or absent.
    pub version: Option<i64>,
    /// What the event is about, and details of what happened.
    pub data: Option<Box<EventData>>,
    /// The payment, in version 1.
    pub payment: Option<Box<Payment>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Event {
    type_ as "type";
    type_event;
    account_id;
    retry;
    version;
    data;
    payment;
} }

/// What an event is about, and details of what happened.
///
/// Payments, enrolled payment methods and subscriptions stand in members of their own. Payouts, onboardings and most
/// others stand here directly, with an id and a status; the rest of them is in `unknown_fields`.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct EventData {
    /// What tells a repeated delivery from a new event. Use [`Event::dedup_key`], which knows its traps.
    pub idempotency_key: Option<String>,
    /// The payment, as it stood after what happened. `transactions` is the one transaction that made the event.
    pub payment: Option<Box<Payment>>,
    /// The payment method that was enrolled, removed or changed.
    pub payment_method: Option<Box<EnrolledPaymentMethod>>,
    /// The subscription.
    pub subscription: Option<Box<EventResource>>,
    /// The id of what the event is about, where that stands here directly.
    pub id: Option<String>,
    /// Its status.
    pub status: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EventData {
    idempotency_key;
    payment;
    payment_method;
    subscription;
    id;
    status;
    created_at;
    updated_at;
} }

/// What an event is about, where this version has no type for it: the members that all of them have.
#[derive(Clone, Default)]
#[non_exhaustive]
pub struct EventResource {
    /// Its id.
    pub id: Option<String>,
    /// Its id, under the name that subscriptions use.
    pub code: Option<String>,
    /// The key that it was created with.
    pub idempotency_key: Option<String>,
    /// Where it stands.
    pub status: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
    /// Everything else.
    pub unknown_fields: UnknownFields,
}

object! { EventResource {
    id;
    code;
    idempotency_key;
    status;
    created_at;
    updated_at;
} }

impl Event {
    /// Reads an event **without verifying it**.
    ///
    /// For bodies that were verified before, such as those that you have stored. For what comes from the network use
    /// a [`Receiver`](super::Receiver).
    ///
    /// # Errors
    ///
    /// Where the body is not a JSON object. What stands inside never makes an error.
    pub fn parse(body: &[u8]) -> Result<Self, DecodeError> {
        Self::decode(body)
    }

    /// The event as JSON.
    ///
    /// The same JSON as came, apart from spacing, the order of members, and nulls: a null in a known member is the same
    /// as its absence. To keep the very bytes that were signed, store [`Delivery::body`](super::Delivery::body).
    ///
    /// # Errors
    ///
    /// Never for an event that was read.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EncodeError> {
        encode(self)
    }

    /// What happened.
    ///
    /// Where `type_event` is absent, as in version 1, it is told from what the event carries.
    #[must_use]
    pub fn kind(&self) -> EventKind {
        infer::kind(self)
    }

    /// What the event carries.
    #[must_use]
    pub fn payload(&self) -> Payload<'_> {
        Payload::of(self)
    }

    /// The payment that the event is about.
    #[must_use]
    pub fn payment(&self) -> Option<&Payment> {
        let mut payment = self.data.as_ref().and_then(|data| data.payment.as_ref()).or(self.payment.as_ref())?;
        // Some bodies wrap the payment once more.
        while let Some(inner) = &payment.payment {
            payment = inner;
        }
        Some(payment)
    }

    /// The payment's transaction that made the event; where the event holds several, the one that changed last.
    #[must_use]
    pub fn transaction(&self) -> Option<&Transaction> {
        match self.payment()?.transactions.as_ref()? {
            OneOrMany::One(one) => Some(one),
            OneOrMany::Many(many) => many.iter().max_by_key(|it| it.updated_at.or(it.created_at)),
        }
    }

    /// The payment method that the event is about.
    #[must_use]
    pub fn payment_method(&self) -> Option<&EnrolledPaymentMethod> {
        self.data.as_ref()?.payment_method.as_deref()
    }

    /// The id of the payment, payment method, subscription or whatever else the event is about.
    ///
    /// That of a payment method can be charged: keep it out of logs.
    #[must_use]
    pub fn resource_id(&self) -> Option<Cow<'_, str>> {
        if let Some(payment) = self.payment() {
            return text(payment.id.as_ref().map(crate::types::PaymentId::as_str));
        }
        if let Some(method) = self.payment_method() {
            return text(method.id.as_ref().map(PaymentMethodId::expose));
        }
        if let Some(subscription) = self.data.as_ref().and_then(|data| data.subscription.as_deref()) {
            return text(subscription.code.as_deref()).or_else(|| text(subscription.id.as_deref()));
        }
        let data = self.data.as_ref().and_then(|data| text(data.id.as_deref()));
        data.or_else(|| {
            infer::resource(self).and_then(|it| it.code.or(it.id)).and_then(|id| text(Some(&*id)).map(owned))
        })
    }

    /// The status of what the event is about.
    #[must_use]
    pub fn status(&self) -> Option<Cow<'_, str>> {
        if let Some(payment) = self.payment() {
            return text(payment.status.as_ref().map(crate::types::PaymentStatus::as_str));
        }
        if let Some(method) = self.payment_method() {
            return text(method.status.as_ref().map(crate::types::EnrollmentStatus::as_str));
        }
        if let Some(subscription) = self.data.as_ref().and_then(|data| data.subscription.as_deref()) {
            return text(subscription.status.as_deref());
        }
        let data = self.data.as_ref().and_then(|data| text(data.status.as_deref()));
        data.or_else(|| infer::resource(self).and_then(|it| it.status).and_then(|it| text(Some(&*it)).map(owned)))
    }

    /// The idempotency key, from wherever in the event it stands.
    ///
    /// It is that of the payment or the subscription, not of the event: a payment's whole life may share one. To
    /// recognise repeated deliveries use [`dedup_key`](Event::dedup_key).
    #[must_use]
    pub fn idempotency_key(&self) -> Option<Cow<'_, str>> {
        let data = self.data.as_deref();
        text(data.and_then(|data| data.idempotency_key.as_deref()))
            .or_else(|| text(self.payment().and_then(|payment| payment.idempotency_key.as_deref())))
            .or_else(|| text(self.payment_method().and_then(|method| method.idempotency_key.as_deref())))
            .or_else(|| text(data.and_then(|data| data.subscription.as_ref()?.idempotency_key.as_deref())))
            .or_else(|| {
                let key = infer::resource(self)?.idempotency_key?;
                text(Some(&*key)).map(owned)
            })
    }

    /// The account that it happened in.
    #[must_use]
    pub fn account(&self) -> Option<&AccountId> {
        let nested = || {
            let payment = self.payment().and_then(|payment| payment.account_id.as_ref());
            payment.or_else(|| self.payment_method().and_then(|method| method.account_id.as_ref()))
        };
        self.account_id.as_ref().or_else(nested).filter(|id| !id.as_str().is_empty())
    }

    /// When what the event is about last changed.
    #[must_use]
    pub fn updated_at(&self) -> Option<Timestamp> {
        if let Some(payment) = self.payment() {
            return payment.updated_at;
        }
        if let Some(method) = self.payment_method() {
            return method.updated_at;
        }
        let data = self.data.as_deref();
        data.and_then(|data| data.subscription.as_ref()).map_or_else(
            || data.and_then(|data| data.updated_at).or_else(|| infer::resource(self)?.updated_at),
            |subscription| subscription.updated_at,
        )
    }

    /// How long ago what the event is about last changed, or was made. `None` where the event does not say.
    #[must_use]
    pub fn age(&self, now: Timestamp) -> Option<SignedDuration> {
        let created = || match (self.payment(), self.payment_method(), self.data.as_deref()) {
            (Some(payment), ..) => payment.created_at,
            (_, Some(method), _) => method.created_at,
            (.., Some(data)) => data.subscription.as_ref().map_or(data.created_at, |it| it.created_at),
            _ => infer::resource(self)?.created_at,
        };
        self.updated_at().or_else(created).map(|then| now.duration_since(then))
    }

    /// Whether this is a repeated delivery, because an earlier one was not answered with 200 in time.
    #[must_use]
    pub fn is_retry(&self) -> bool {
        self.retry.is_some_and(|retry| retry > 0)
    }

    /// What the event carries, as JSON: `data`, or the whole event where nothing is around it.
    #[must_use]
    pub fn json(&self) -> Json {
        let bytes = match &self.data {
            Some(data) => encode(&**data),
            None => encode(self),
        };
        // An object that was read can be written, and what is written is UTF-8.
        bytes.ok().and_then(|bytes| std::str::from_utf8(&bytes).ok().map(Json::from_json)).unwrap_or_else(Json::null)
    }
}

/// A text that is there and not empty: the API writes an empty text for what it does not have.
fn text(text: Option<&str>) -> Option<Cow<'_, str>> {
    text.filter(|text| !text.trim().is_empty()).map(Cow::Borrowed)
}

fn owned<'a>(text: Cow<'_, str>) -> Cow<'a, str> {
    Cow::Owned(text.into_owned())
}
