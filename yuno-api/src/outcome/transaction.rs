//! What became of one transaction: of a capture, a cancellation, a refund.

use super::Decline;
use crate::types::{Transaction, TransactionResult, TransactionStatus};

/// What became of one transaction.
///
/// A refused capture, cancellation or refund is not an error of the call: it comes with HTTP 200 like one that was
/// carried out. What became of the payment as a whole says [`Payment::outcome`](crate::types::Payment::outcome).
#[derive(Clone, Debug)]
#[must_use = "a capture or a refund may have been refused: the call itself does not fail then"]
pub enum TransactionOutcome<'a> {
    /// Carried out. A dispute that is over; its status says for whom it was decided.
    Done,
    /// Accepted, and not carried out yet. Wait for the webhook, and do not ask again meanwhile.
    Pending,
    /// Refused or run out of time: it had no effect.
    Declined(Decline<'a>),
    /// **Broken: whether it had an effect is not known.** Retrieve the payment before you ask again.
    Unclear(Decline<'a>),
    /// A status that this version does not know, or none at all. Retrieve the payment before you ask again.
    Unknown,
}

impl Transaction {
    /// What became of this transaction.
    pub fn outcome(&self) -> TransactionOutcome<'_> {
        outcome(self.status.as_ref(), || self.into())
    }
}

impl TransactionResult {
    /// What became of the capture, the cancellation or the refund that was asked for.
    pub fn outcome(&self) -> TransactionOutcome<'_> {
        outcome(self.status.as_ref(), || self.into())
    }
}

fn outcome<'a>(status: Option<&TransactionStatus>, why: impl FnOnce() -> Decline<'a>) -> TransactionOutcome<'a> {
    use TransactionStatus::{
        Created, Declined, Error, Expired, Lost, Pending, Prevented, Refunded, Rejected, Succeeded, Won,
    };

    match status {
        Some(Succeeded | Refunded | Won | Lost | Prevented) => TransactionOutcome::Done,
        Some(Created | Pending) => TransactionOutcome::Pending,
        Some(Declined | Rejected | Expired) => TransactionOutcome::Declined(why()),
        Some(Error) => TransactionOutcome::Unclear(why()),
        _ => TransactionOutcome::Unknown,
    }
}
