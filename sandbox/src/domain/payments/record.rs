//! A payment as the sandbox keeps it: what the API answers of it, its transactions, and what is still to come.

use std::collections::VecDeque;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use yuno_api::types::{
    CreateFulfillment, Payment, PaymentId, PaymentMethodCategory, PaymentStatus as Status, PaymentSubStatus as Sub,
    Transaction, TransactionId, TransactionStatus, TransactionType,
};

use super::{super::tokens::CardOnFile, verdict::Verdict};

/// A payment.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Record {
    /// What the API answers, but for the transactions.
    pub payment: Payment,
    /// All transactions, the oldest first.
    pub entries: Vec<Entry>,
    pub plan: Plan,
    /// When the time runs out to take the step that it waits for, or to capture.
    pub deadline: Option<Timestamp>,
    /// Where it stood before the cancellation that is open.
    pub before: Option<(Status, Sub)>,
    /// The order in which payments were made, from 1.
    pub number: u64,
    /// What the merchant has reported of deliveries.
    pub fulfillments: Vec<CreateFulfillment>,
}

/// A transaction of a payment.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    /// What the API answers, but for the payment method, which is the payment's, and for what the provider said, which
    /// follows from the rest.
    pub transaction: Transaction,
    /// The transaction that this one acts on: that a refund gives back, or a capture takes.
    pub of: Option<String>,
    /// How often it was repeated automatically.
    pub repeats: u8,
    /// The provider's number of it.
    pub reference: String,
}

/// How the payment goes on whenever nothing is in its way any more.
///
/// Boxed, because most payments have none of it, and there may be a hundred thousand of them.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Plan {
    /// The purchase, authorization or verification that it is all about.
    pub charge: TransactionType,
    pub category: PaymentMethodCategory,
    /// How the screening for fraud ends, where there is one.
    pub screening: Option<Box<Verdict>>,
    /// Whether the screening is all there is.
    pub only_screening: bool,
    /// How 3-D Secure ends, where it is asked for.
    pub authentication: Option<Box<Verdict>>,
    /// What the charge goes through, one after the other. It succeeds where there is nothing more.
    pub charges: VecDeque<Verdict>,
    /// A screening after the charge.
    pub late_screening: Option<Box<Verdict>>,
    /// What becomes of a chargeback, where that is settled beforehand.
    pub dispute: Option<Box<Verdict>>,
    /// When to capture or cancel an authorization by itself, as ISO 8601 durations.
    pub capture_after: Option<String>,
    pub cancel_after: Option<String>,
    /// Until when the customer can pay, where the merchant has said so.
    pub pay_until: Option<Timestamp>,
    /// What to enroll once the payment succeeds.
    pub keep: Option<Box<CardOnFile>>,
    /// Whether what follows from success was done.
    pub settled: bool,
    /// The merchant's number for the charge.
    pub merchant_reference: Option<String>,
}

impl Record {
    pub(super) fn id(&self) -> &str {
        self.payment.id.as_ref().map(PaymentId::as_str).unwrap_or_default()
    }

    pub(super) fn state(&self) -> (Status, Sub) {
        let (status, sub_status) = (self.payment.status.clone(), self.payment.sub_status.clone());
        (status.unwrap_or(Status::Created), sub_status.unwrap_or(Sub::Created))
    }

    pub(super) fn is_in(&self, status: &Status, sub_status: &Sub) -> bool {
        self.payment.status.as_ref() == Some(status) && self.payment.sub_status.as_ref() == Some(sub_status)
    }

    pub(super) fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id() == id)
    }

    pub(super) fn entry_mut(&mut self, id: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id() == id)
    }

    /// The newest transaction that is created or pending.
    pub(super) fn open(&self) -> Option<&Entry> {
        self.entries.iter().rev().find(|entry| entry.is_open())
    }

    /// The authorization that succeeded.
    pub(super) fn authorization(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.is(&TransactionType::Authorize) && entry.succeeded())
    }

    /// What was to be paid.
    pub(super) fn asked(&self) -> Decimal {
        self.payment.amount.as_deref().and_then(|amount| amount.value).unwrap_or_default()
    }

    /// What may be captured in all.
    pub(super) fn authorized(&self) -> Decimal {
        self.authorization().map(Entry::amount).unwrap_or_default()
    }

    /// What was captured, or is being captured.
    pub(super) fn captured(&self) -> Decimal {
        self.sum(|entry| entry.is(&TransactionType::Capture) && entry.stands())
    }

    /// What came in, by a purchase or by captures.
    pub(super) fn taken(&self) -> Decimal {
        self.sum(Entry::takes)
    }

    /// What was given back, or is being given back.
    pub(super) fn refunded(&self) -> Decimal {
        self.sum(|entry| entry.is(&TransactionType::Refund) && entry.stands())
    }

    /// What was lost in disputes.
    pub(super) fn lost(&self) -> Decimal {
        self.sum(Entry::is_lost)
    }

    /// How much of a transaction can still be given back.
    pub(super) fn refundable(&self, entry: &Entry) -> Decimal {
        let gone = self.sum(|other| {
            let gives = other.is(&TransactionType::Refund) && other.stands() || other.is_lost();
            gives && other.of.as_deref() == Some(entry.id())
        });
        entry.amount() - gone
    }

    /// Where a payment stands of which something was taken, by what was taken, given back and lost.
    pub(super) fn standing(&self) -> (Status, Sub) {
        let back = |entry: &&Entry| entry.is_lost() || entry.is(&TransactionType::Refund) && entry.succeeded();
        let last = self.entries.iter().rev().find(back);
        let done = self.taken() - self.entries.iter().filter(back).map(Entry::amount).sum::<Decimal>();
        let left = self.taken() - self.refunded() - self.lost();
        match last {
            Some(last) if done.is_zero() && last.is_lost() => (Status::Chargeback, Sub::Lost),
            Some(_) if done.is_zero() => (Status::Refunded, Sub::Refunded),
            _ if left.is_zero() => (Status::Refunded, Sub::PendingProviderConfirmation),
            Some(last) if last.is_lost() => (Status::Succeeded, Sub::PartiallyChargebacked),
            Some(_) => (Status::Succeeded, Sub::PartiallyRefunded),
            None => (Status::Succeeded, self.taking()),
        }
    }

    /// How the money came in.
    fn taking(&self) -> Sub {
        let suspected = |entry: &Entry| {
            let declined = entry.transaction.status == Some(TransactionStatus::Declined);
            entry.is(&TransactionType::FraudScreening) && declined
        };
        if self.authorization().is_some() {
            return if self.taken() == self.authorized() { Sub::Captured } else { Sub::PartiallyCaptured };
        }
        if self.entries.iter().any(suspected) {
            Sub::FraudDeclined
        } else if self.taken() < self.asked() {
            Sub::PartiallyApproved
        } else {
            Sub::Approved
        }
    }

    fn sum(&self, which: impl Fn(&Entry) -> bool) -> Decimal {
        self.entries.iter().filter(|entry| which(entry)).map(Entry::amount).sum()
    }
}

impl Entry {
    pub(super) fn id(&self) -> &str {
        self.transaction.id.as_ref().map(TransactionId::as_str).unwrap_or_default()
    }

    pub(super) fn amount(&self) -> Decimal {
        self.transaction.amount.unwrap_or_default()
    }

    pub(super) fn is(&self, kind: &TransactionType) -> bool {
        self.transaction.type_.as_ref() == Some(kind)
    }

    pub(super) fn succeeded(&self) -> bool {
        self.transaction.status == Some(TransactionStatus::Succeeded)
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self.transaction.status, Some(TransactionStatus::Created | TransactionStatus::Pending))
    }

    /// Done, or on its way.
    pub(super) fn stands(&self) -> bool {
        self.succeeded() || self.is_open()
    }

    /// Whether it brought money in.
    pub(super) fn takes(&self) -> bool {
        self.succeeded() && (self.is(&TransactionType::Purchase) || self.is(&TransactionType::Capture))
    }

    fn is_lost(&self) -> bool {
        let lost = matches!(self.transaction.status, Some(TransactionStatus::Lost | TransactionStatus::Prevented));
        lost && self.is(&TransactionType::Chargeback)
    }
}
