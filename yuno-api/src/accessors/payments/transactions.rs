//! The transaction that the next call is about.

use crate::types::{
    OneOrMany, Payment, PaymentStatus as Status, PaymentSubStatus as Sub, Transaction, TransactionStatus,
    TransactionType,
};

impl Payment {
    /// Every transaction that the answer holds, each once, in the order in which the answer has them.
    ///
    /// Answers hold them under `transactions` or `transactions_history`, or some under both. Many hold only the last
    /// one: to see all, [retrieve](crate::resources::Payments::retrieve_with) the payment with `transactions_history`.
    pub fn every_transaction(&self) -> impl Iterator<Item = &Transaction> {
        let payment = self.unwrapped();
        let history = payment.transactions_history.as_deref().unwrap_or_default();
        let current = payment.transactions.as_deref().unwrap_or_default();
        let known = |transaction: &Transaction| {
            transaction.id.is_some() && history.iter().any(|other| other.id == transaction.id)
        };
        history.iter().chain(current.iter().filter(move |transaction| !known(transaction)))
    }

    /// The last transaction: the one that brought the payment to where it stands.
    ///
    /// After a refund it is the refund, after a 3-D Secure check it may be the check. Where the payment stands, say
    /// `status` and `sub_status`, not this one: see [`outcome`](Self::outcome).
    #[must_use]
    pub fn last_transaction(&self) -> Option<&Transaction> {
        match &self.unwrapped().transactions {
            Some(OneOrMany::One(last)) => Some(last),
            _ => self.newest(|_| true),
        }
    }

    /// The authorization that reserved the money, whatever happened to it later.
    #[must_use]
    pub fn authorization(&self) -> Option<&Transaction> {
        self.newest(|it| is(it, &TransactionType::Authorize) && succeeded(it))
    }

    /// The transaction to capture: the authorization, where the payment is in a state in which a capture can be made.
    ///
    /// That is so once the payment is authorized, after a capture in part (some providers take several), and after
    /// the automatic repeats of a capture were given up. It is not while they go on: a second capture would race
    /// with them.
    #[must_use]
    pub fn capturable(&self) -> Option<&Transaction> {
        let state = self.state();
        let open = matches!(
            state,
            Some(
                (Status::Pending, Sub::Authorized)
                    | (Status::Succeeded, Sub::PartiallyCaptured | Sub::CaptureRetryProcessFailed)
            )
        );
        open.then(|| self.authorization()).flatten()
    }

    /// The transaction to cancel: the authorization that is not captured yet, or the purchase that the customer or
    /// the provider has not completed yet.
    #[must_use]
    pub fn cancelable(&self) -> Option<&Transaction> {
        match self.state()? {
            (Status::Pending, Sub::Authorized) => self.authorization(),
            (Status::ReadyToPay, _)
            | (
                Status::Pending,
                Sub::InProcess
                | Sub::WaitingAdditionalStep
                | Sub::PendingProviderConfirmation
                | Sub::PendingFraudReview
                | Sub::PendingOtpCompletion,
            ) => self.newest(|it| {
                let begun = matches!(it.status, Some(TransactionStatus::Created | TransactionStatus::Pending));
                begun && (is(it, &TransactionType::Purchase) || is(it, &TransactionType::Authorize))
            }),
            _ => None,
        }
    }

    /// The transactions whose money can be given back: the purchase, or the captures, that succeeded. One, unless
    /// there were several captures in part.
    ///
    /// There are none while a refund is repeated automatically, because a second one would give back twice. Nor are
    /// there where the answer holds only the last transaction, and that is another one: retrieve the payment with
    /// `transactions_history`.
    pub fn refundable(&self) -> impl Iterator<Item = &Transaction> {
        let open = matches!(
            self.state(),
            Some((
                Status::Succeeded,
                Sub::Approved
                    | Sub::PartiallyApproved
                    | Sub::Captured
                    | Sub::PartiallyCaptured
                    | Sub::PartiallyRefunded
                    | Sub::PartiallyChargebacked
                    | Sub::FraudDeclined,
            ))
        );
        let taken = |it: &&Transaction| {
            succeeded(it) && (is(it, &TransactionType::Purchase) || is(it, &TransactionType::Capture))
        };
        self.every_transaction().filter(move |_| open).filter(taken)
    }

    /// Status and sub-status, where the answer has both.
    pub(crate) fn state(&self) -> Option<(&Status, &Sub)> {
        let payment = self.unwrapped();
        Some((payment.status.as_ref()?, payment.sub_status.as_ref()?))
    }

    /// The newest transaction of a kind. Where one has no time, the order of the answer decides.
    pub(crate) fn newest(&self, kind: impl Fn(&Transaction) -> bool) -> Option<&Transaction> {
        self.every_transaction().filter(|transaction| kind(transaction)).reduce(|newest, next| {
            match (newest.created_at, next.created_at) {
                (Some(newest_at), Some(next_at)) if next_at < newest_at => newest,
                _ => next,
            }
        })
    }
}

fn is(transaction: &Transaction, kind: &TransactionType) -> bool {
    transaction.type_.as_ref() == Some(kind)
}

fn succeeded(transaction: &Transaction) -> bool {
    transaction.status == Some(TransactionStatus::Succeeded)
}
