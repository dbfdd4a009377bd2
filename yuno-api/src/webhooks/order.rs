//! Which of two events about one thing tells the later state.
//!
//! Deliveries are repeated for days and come in any order, so the last one to arrive need not be the last to happen.

use std::cmp::Ordering;

use super::Event;
use crate::types::{PaymentStatus, PaymentSubStatus};

/// How an event stands to one that came before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Relation {
    /// It tells a later state: take it over.
    Newer,
    /// It tells the state that is stored already.
    Same,
    /// It tells an earlier state: keep what is stored.
    Older,
    /// The two do not say which came first. Retrieve the payment and go by that.
    Unclear,
    /// It is about something else.
    Unrelated,
}

impl Event {
    /// Whether this event tells a later state than the stored one, about the same thing.
    ///
    /// Goes by `updated_at`, and where that is absent or equal, by how far the status has come. A state that is final
    /// is never replaced by one that is open, whatever `updated_at` says: a stale `PENDING` does not undo `SUCCEEDED`.
    ///
    /// False also where the two do not say which is later; [`relation`](Event::relation) tells that apart.
    ///
    /// ```
    /// # use yuno_api::webhooks::{testing, EventKind};
    /// let paid = testing::event(EventKind::PaymentPurchase).status("SUCCEEDED", "APPROVED").parse();
    /// let late = testing::event(EventKind::PaymentPurchase).status("PENDING", "IN_PROCESS").parse();
    /// assert!(paid.supersedes(&late));
    /// assert!(!late.supersedes(&paid));
    /// ```
    #[must_use]
    pub fn supersedes(&self, stored: &Self) -> bool {
        self.relation(stored) == Relation::Newer
    }

    /// How this event stands to the stored one.
    #[must_use]
    pub fn relation(&self, stored: &Self) -> Relation {
        match (self.resource_id(), stored.resource_id()) {
            (Some(ours), Some(theirs)) if ours == theirs && self.topic() == stored.topic() => {}
            _ => return Relation::Unrelated,
        }
        let (ours, theirs) = (Stage::of(self), Stage::of(stored));
        if ours.is_open() && theirs.is_final() {
            return Relation::Older;
        }
        if theirs.is_open() && ours.is_final() {
            return Relation::Newer;
        }
        let by_time = match (self.updated_at(), stored.updated_at()) {
            (Some(ours), Some(theirs)) => ours.cmp(&theirs),
            _ => Ordering::Equal,
        };
        match by_time.then_with(|| ours.cmp(&theirs)) {
            Ordering::Greater => Relation::Newer,
            Ordering::Less => Relation::Older,
            Ordering::Equal if self.tells_the_same(stored) => Relation::Same,
            Ordering::Equal => Relation::Unclear,
        }
    }

    /// What kind of thing the event is about: ids of payments and of subscriptions have nothing to do with each other.
    fn topic(&self) -> Topic {
        if self.payment().is_some() {
            Topic::Payment
        } else if self.payment_method().is_some() {
            Topic::PaymentMethod
        } else {
            Topic::Other
        }
    }

    fn tells_the_same(&self, stored: &Self) -> bool {
        match (self.payment(), stored.payment()) {
            (Some(ours), Some(theirs)) => ours.status == theirs.status && ours.sub_status == theirs.sub_status,
            _ => self.status() == stored.status(),
        }
    }
}

#[derive(PartialEq)]
enum Topic {
    Payment,
    PaymentMethod,
    Other,
}

/// How far something has come in its life. What is further down comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// It exists.
    Created,
    /// Someone has something left to do.
    Waiting,
    /// Reserved, not yet taken.
    Authorized,
    /// Not known to us, or one that things come back from.
    Between,
    /// It came to a result.
    Settled,
    /// It came to a result, which is being undone, or was undone in part.
    Reversing,
    /// The result was undone.
    Reversed,
}

impl Stage {
    fn of(event: &Event) -> Self {
        match event.payment() {
            Some(payment) => Self::of_payment(payment.status.as_ref(), payment.sub_status.as_ref()),
            None => event.status().map_or(Self::Between, |status| Self::of_text(&status)),
        }
    }

    fn of_payment(status: Option<&PaymentStatus>, sub_status: Option<&PaymentSubStatus>) -> Self {
        use {PaymentStatus as S, PaymentSubStatus as Sub};
        match (status, sub_status) {
            (Some(S::Created), _) => Self::Created,
            (Some(S::ReadyToPay), _) => Self::Waiting,
            (Some(S::Pending), Some(Sub::Authorized)) => Self::Authorized,
            (Some(S::Pending), _) => Self::Waiting,
            // Given up or given back, but not for certain: the provider may still say no, and then all is as before.
            (Some(S::Canceled | S::Refunded), Some(Sub::PendingProviderConfirmation)) => Self::Between,
            // The provider did not answer: the outcome is open.
            (Some(S::Error), Some(Sub::Timeout | Sub::PendingReverse)) => Self::Between,
            (
                Some(S::Succeeded),
                Some(Sub::PartiallyRefunded | Sub::PartiallyChargebacked | Sub::RefundRetryInProcess),
            ) => Self::Reversing,
            (Some(S::Succeeded | S::Verified | S::Declined | S::Rejected | S::Expired | S::Error | S::Fraud), _) => {
                Self::Settled
            }
            (Some(S::InDispute), _) => Self::Reversing,
            (Some(S::Canceled | S::Refunded | S::Chargeback), _) => Self::Reversed,
            (Some(S::Unrecognized(_)) | None, _) => Self::Between,
        }
    }

    /// For everything but payments: only statuses that mean one thing wherever they occur. Subscriptions and
    /// onboardings come back from most others; there the time decides.
    fn of_text(status: &str) -> Self {
        match status.to_ascii_uppercase().as_str() {
            "CREATED" => Self::Created,
            "PENDING" | "PROCESSING" | "IN_PROCESS" | "READY_TO_ENROLL" | "ENROLL_IN_PROCESS" => Self::Waiting,
            "ENROLLED" | "COMPLETED" => Self::Settled,
            "UNENROLL_IN_PROCESS" => Self::Reversing,
            "UNENROLLED" | "CANCELED" | "CANCELLED" | "CLOSED" | "REVERSED" => Self::Reversed,
            _ => Self::Between,
        }
    }

    fn is_open(self) -> bool {
        self < Self::Between
    }

    fn is_final(self) -> bool {
        self > Self::Between
    }
}
