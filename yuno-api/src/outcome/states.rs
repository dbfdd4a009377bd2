//! The outcomes that need more than a word.

use std::fmt;

use super::Decline;
use crate::types::{Amount, Payment, PaymentStatus, PaymentSubStatus};

/// A part of the amount is yours, and the rest never was.
#[derive(Clone, Copy)]
pub struct PartialSettlement<'a> {
    payment: &'a Payment,
    kind: PartKind,
}

/// Why only a part was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartKind {
    /// The issuer approved less than you asked for, or this is one of several cards that pay together. Collect the
    /// rest in another way, or give this part back.
    Approved,
    /// You captured less than was reserved. It is also where a refund or a chargeback that failed leads back to.
    Captured,
}

impl<'a> PartialSettlement<'a> {
    pub(super) fn new(payment: &'a Payment, kind: PartKind) -> Self {
        Self { payment, kind }
    }

    /// Why only a part was taken.
    #[must_use]
    pub fn kind(&self) -> PartKind {
        self.kind
    }

    /// How much was taken, where the answer says so. Where it does not, the dashboard does.
    #[must_use]
    pub fn taken(&self) -> Option<Amount> {
        let taken = self.payment.amount.as_deref()?.captured_amount()?;
        // The API writes 0 where it does not say: nothing at all would not be a part.
        taken.value.is_some_and(|value| !value.is_zero()).then_some(taken)
    }

    /// How much was to be paid.
    #[must_use]
    pub fn asked(&self) -> Option<Amount> {
        self.payment.amount.as_deref()?.to_amount()
    }
}

impl fmt::Debug for PartialSettlement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PartialSettlement").field("kind", &self.kind).field("taken", &self.taken()).finish()
    }
}

/// The money is back with the customer, on its way there, or contested.
#[derive(Clone, Copy)]
pub struct Reversal<'a> {
    payment: &'a Payment,
    kind: ReversalKind,
    state: ReversalState,
    extent: Extent,
}

/// By which way the money goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReversalKind {
    /// A reservation was given up, or a payment called off. The customer never paid.
    Cancellation,
    /// Money that was taken is given back.
    Refund,
    /// The cardholder has disputed the charge with the issuer.
    Chargeback,
}

/// How far a reversal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReversalState {
    /// Under way. It may still fail. Do not start another one.
    InProgress,
    /// The money is with the customer.
    Done,
    /// Not decided. The money may be withheld meanwhile. Answer with evidence, before the network's deadline.
    Contested,
}

/// How much of the amount something is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Extent {
    /// All of it.
    Whole,
    /// A part. The rest is still yours.
    Part,
    /// The state does not say.
    Unknown,
}

impl<'a> Reversal<'a> {
    pub(super) fn new(payment: &'a Payment, kind: ReversalKind, state: ReversalState, extent: Extent) -> Self {
        Self { payment, kind, state, extent }
    }

    /// By which way the money goes back.
    #[must_use]
    pub fn kind(&self) -> ReversalKind {
        self.kind
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> ReversalState {
        self.state
    }

    /// Whether it is about the whole amount.
    #[must_use]
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// How much was refunded so far, where the answer says so. What a chargeback took is not in it.
    #[must_use]
    pub fn refunded(&self) -> Option<Amount> {
        self.payment.amount.as_deref()?.refunded_amount()
    }
}

impl fmt::Debug for Reversal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, state, extent, .. } = self;
        f.debug_struct("Reversal").field("kind", kind).field("state", state).field("extent", extent).finish()
    }
}

/// The payment did not come to a good end.
#[derive(Clone, Copy)]
pub struct Failure<'a> {
    payment: &'a Payment,
    kind: FailureKind,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FailureKind {
    /// The time to pay ran out, or that of a reservation which was not captured. Nobody was charged; to pay all the
    /// same takes a new payment.
    Expired,
    /// The capture was refused, and so were its automatic repeats. Nobody was charged. As long as the reservation
    /// stands, it can be captured or canceled.
    CaptureFailed,
    /// **The customer was charged, and then a fraud screening said no.** Do not deliver: refund the payment, or
    /// decide to take the risk.
    FraudAfterCharge,
    /// Something broke. Whether the customer was charged is not known.
    Error,
    /// The provider did not answer in time. Whether the customer was charged is not known.
    Timeout,
    /// The provider did not answer in time, and what it may have charged is being undone. Wait for that before you
    /// charge again, or the customer may for a while have paid twice.
    BeingReversed,
    /// The provider did not answer in time, and what it may have charged was undone. Nobody is charged.
    ReversedAfterTimeout,
}

/// Whether the customer was charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Charged {
    /// No. Charging again is safe.
    No,
    /// Not known. Find out first: retrieve the payment again later, or look at the dashboard.
    Maybe,
    /// Yes.
    Yes,
}

impl<'a> Failure<'a> {
    pub(super) fn new(payment: &'a Payment, kind: FailureKind) -> Self {
        Self { payment, kind }
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> FailureKind {
        self.kind
    }

    /// Whether the customer was charged.
    #[must_use]
    pub fn charged(&self) -> Charged {
        match self.kind {
            FailureKind::Expired | FailureKind::CaptureFailed | FailureKind::ReversedAfterTimeout => Charged::No,
            FailureKind::Error | FailureKind::Timeout | FailureKind::BeingReversed => Charged::Maybe,
            FailureKind::FraudAfterCharge => Charged::Yes,
        }
    }

    /// What the transaction at fault says of the reason.
    #[must_use]
    pub fn cause(&self) -> Decline<'a> {
        Decline::of_payment(self.payment)
    }
}

impl fmt::Debug for Failure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failure").field("kind", &self.kind).field("charged", &self.charged()).finish()
    }
}

/// A state that this version does not know.
#[derive(Clone, Copy)]
pub struct UnknownState<'a> {
    payment: &'a Payment,
}

impl<'a> UnknownState<'a> {
    pub(super) fn of(payment: &'a Payment) -> Self {
        Self { payment }
    }

    /// The status, where the answer has one.
    #[must_use]
    pub fn status(&self) -> Option<&'a PaymentStatus> {
        self.payment.status.as_ref()
    }

    /// The sub-status, where the answer has one.
    #[must_use]
    pub fn sub_status(&self) -> Option<&'a PaymentSubStatus> {
        self.payment.sub_status.as_ref()
    }
}

impl fmt::Debug for UnknownState<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownState").field("status", &self.status()).field("sub_status", &self.sub_status()).finish()
    }
}
