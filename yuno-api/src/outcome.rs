//! What became of a payment, and what that means for the money and the goods.
//!
//! A declined payment is not an error of a call: it comes with HTTP 201 like one that succeeded. What happened stands
//! in `status` and `sub_status` together, in forty pairs, some of which mislead when only one of the two is read:
//! `SUCCEEDED` with `FRAUD_DECLINED` is no reason to deliver, nor is `SUCCEEDED` with `CAPTURE_RETRY_IN_PROCESS`,
//! under which nobody has paid yet. [`Payment::outcome`] reads them for you:
//!
//! | [`Outcome`] | the money | the goods |
//! |---|---|---|
//! | `Settled` | all of it is yours | deliver |
//! | `PartlySettled` | a part is yours, the rest never was | deliver what it pays for, or collect the rest, or give it back |
//! | `Authorized` | reserved, not taken | deliver after you have captured |
//! | `ActionRequired` | not taken | wait: the customer has something to do |
//! | `Pending` | not taken, as far as is known | wait for the webhook |
//! | `Verified` | none was to be taken | there is nothing paid to deliver for |
//! | `Declined` | not taken | do not deliver; ask for another way to pay, as [`Decline::advice`] says |
//! | `Reversed` | back with the customer, on its way there, or contested | do not deliver, or stop it |
//! | `Failed` | see [`Failure::charged`] | do not deliver |
//! | `Unknown` | unknown | do not deliver; look at the dashboard, and update this crate |
//!
//! ```
//! use yuno_api::types::*;
//!
//! fn after(payment: &Payment) -> &'static str {
//!     match payment.outcome() {
//!         Outcome::Settled => "deliver",
//!         Outcome::PartlySettled(_) => "ask a person",
//!         Outcome::Authorized => "capture when it is shipped",
//!         Outcome::ActionRequired(step) if step.url().is_some() => "send the customer there",
//!         Outcome::ActionRequired(_) | Outcome::Pending => "wait for the webhook",
//!         Outcome::Verified => "keep the card",
//!         Outcome::Declined(decline) => match decline.advice() {
//!             Advice::RetryAfter(_) | Advice::TryLater => "try later",
//!             Advice::UpdateData => "ask for the card's data again",
//!             _ => "ask for another way to pay",
//!         },
//!         Outcome::Reversed(_) => "stop the delivery",
//!         Outcome::Failed(failure) if failure.charged() == Charged::No => "offer to start anew",
//!         Outcome::Failed(_) | Outcome::Unknown(_) => "ask a person",
//!     }
//! }
//!
//! let payment = Payment::decode(br#"{"status": "SUCCEEDED", "sub_status": "FRAUD_DECLINED"}"#).unwrap();
//! assert_eq!(after(&payment), "ask a person");
//! ```

mod advice;
mod decline;
mod next_step;
mod states;
mod transaction;

pub use advice::Advice;
pub use decline::{Decline, Hardness};
pub use next_step::{NextStep, StepKind};
pub use states::{
    Charged, Extent, Failure, FailureKind, PartKind, PartialSettlement, Reversal, ReversalKind, ReversalState,
    UnknownState,
};
pub use transaction::TransactionOutcome;

use crate::types::{Payment, PaymentStatus as Status, PaymentSubStatus as Sub};

/// What became of a payment. The [module](self) has a table of what each means for the money and the goods.
///
/// This enum will not grow in a minor version: a `match` without a wildcard stays one, and names every case in which
/// money may go astray. What the API adds arrives as [`Unknown`](Self::Unknown).
#[derive(Clone, Debug)]
#[must_use = "a payment may have been declined: the call itself does not fail then"]
pub enum Outcome<'a> {
    /// **The whole amount is yours.** Charged by a purchase, or captured in full. Deliver.
    ///
    /// `SUCCEEDED` with `APPROVED` or `CAPTURED`, and nothing else.
    Settled,
    /// **A part of the amount is yours.** The issuer approved less than you asked for, or you captured less than was
    /// reserved. Compare [`taken`](PartialSettlement::taken) with what you meant to take before you deliver.
    ///
    /// `SUCCEEDED` with `PARTIALLY_APPROVED` or `PARTIALLY_CAPTURED`.
    PartlySettled(PartialSettlement<'a>),
    /// **The amount is reserved, and nothing is taken.** Capture it to be paid, or cancel it so that the customer can
    /// dispose of the money again. A reservation runs out after some days.
    ///
    /// `PENDING` with `AUTHORIZED`.
    Authorized,
    /// **Nothing is taken yet; it is the customer's turn**: to follow a redirect, pass a challenge, pay a ticket. The
    /// step says what there is to show. How it ended tells the webhook.
    ///
    /// `READY_TO_PAY`; `PENDING` with `WAITING_ADDITIONAL_STEP` or `PENDING_OTP_COMPLETION`; `CREATED` where the
    /// answer has a step to take.
    ActionRequired(NextStep<'a>),
    /// **Not decided.** The provider, a fraud review or an automatic repeat is at work. Do not deliver, and do not
    /// charge again: wait for the webhook.
    ///
    /// `CREATED`; `PENDING` with `IN_PROCESS`, `PENDING_PROVIDER_CONFIRMATION` or `PENDING_FRAUD_REVIEW`; `SUCCEEDED`
    /// with `CAPTURE_RETRY_IN_PROCESS`, under which the capture was refused and is being repeated.
    Pending,
    /// **A check has passed. Nothing was charged, and nothing will be**: the card is valid, or a fraud screening that
    /// stands alone found nothing against the customer.
    ///
    /// `VERIFIED`; `FRAUD` with `FRAUD_VERIFIED`.
    Verified,
    /// **Refused, and nothing was taken.** By the issuer, the provider, a fraud screening or Yuno. If a capture was
    /// refused, the reservation may stand until it runs out.
    ///
    /// `DECLINED`, `REJECTED`.
    Declined(Decline<'a>),
    /// **The money, or a part of it, is back with the customer, on its way there, or contested.** Whether all of it,
    /// and whether that is done, says the reversal.
    ///
    /// `CANCELED`, `REFUNDED`, `IN_DISPUTE`, `CHARGEBACK`; `SUCCEEDED` with `PARTIALLY_REFUNDED`,
    /// `PARTIALLY_CHARGEBACKED` or `REFUND_RETRY_IN_PROCESS`.
    Reversed(Reversal<'a>),
    /// **It did not come to a good end.** Do not deliver. Whether the customer was charged all the same, says
    /// [`charged`](Failure::charged): where it is [`Maybe`](Charged::Maybe), find out before you charge again.
    ///
    /// `EXPIRED`, `ERROR`; `SUCCEEDED` with `CAPTURE_RETRY_PROCESS_FAILED` (nobody has paid) or `FRAUD_DECLINED` (the
    /// customer has paid, and the fraud screening said no afterwards).
    Failed(Failure<'a>),
    /// **A state that this version does not know**, or one whose two parts do not go together. It may mean anything:
    /// do not deliver, do not charge again, look at the dashboard.
    Unknown(UnknownState<'a>),
}

impl Payment {
    /// What became of the payment, from `status` and `sub_status`.
    ///
    /// Only a pair that is known to mean so leads to [`Outcome::Settled`]. See the [module](crate::outcome) for all.
    pub fn outcome(&self) -> Outcome<'_> {
        use Outcome::{
            ActionRequired, Authorized, Declined, Failed, PartlySettled, Pending, Reversed, Settled, Verified,
        };

        let payment = self.unwrapped();
        let Some(state) = payment.state() else { return Outcome::Unknown(UnknownState::of(payment)) };
        let reversed = |kind, state, extent| Reversed(Reversal::new(payment, kind, state, extent));
        let failed = |kind| Failed(Failure::new(payment, kind));

        // The vendor's table, row by row.
        match state {
            (Status::Created, Sub::Created) => match NextStep::known(payment) {
                Some(step) => ActionRequired(step),
                None => Pending,
            },
            (Status::ReadyToPay, Sub::Created) => ActionRequired(NextStep::of(payment)),
            (Status::Pending, Sub::Authorized) => Authorized,
            // The customer is away at the provider, or back from there: nobody is to be sent there again.
            (Status::Pending, Sub::InProcess) => Pending,
            (Status::Pending, Sub::WaitingAdditionalStep) => ActionRequired(NextStep::of(payment)),
            (Status::Pending, Sub::PendingProviderConfirmation | Sub::PendingFraudReview) => Pending,
            (Status::Pending, Sub::PendingOtpCompletion) => ActionRequired(NextStep::of(payment)),
            (Status::Verified, Sub::Verified) => Verified,
            (Status::Expired, Sub::Expired) => failed(FailureKind::Expired),
            (Status::Rejected, Sub::Rejected) => Declined(Decline::of_payment(payment)),
            (Status::Declined, Sub::Declined | Sub::FraudDeclined) => Declined(Decline::of_payment(payment)),

            // Under one status: paid, paid in part, not paid at all, paid and under suspicion, paid and given back.
            (Status::Succeeded, Sub::PartiallyApproved) => {
                PartlySettled(PartialSettlement::new(payment, PartKind::Approved))
            }
            (Status::Succeeded, Sub::Approved | Sub::Captured) => Settled,
            (Status::Succeeded, Sub::PartiallyCaptured) => {
                PartlySettled(PartialSettlement::new(payment, PartKind::Captured))
            }
            (Status::Succeeded, Sub::PartiallyRefunded) => {
                reversed(ReversalKind::Refund, ReversalState::Done, Extent::Part)
            }
            (Status::Succeeded, Sub::PartiallyChargebacked) => {
                reversed(ReversalKind::Chargeback, ReversalState::Done, Extent::Part)
            }
            (Status::Succeeded, Sub::FraudDeclined) => failed(FailureKind::FraudAfterCharge),
            (Status::Succeeded, Sub::RefundRetryInProcess) => {
                reversed(ReversalKind::Refund, ReversalState::InProgress, Extent::Unknown)
            }
            (Status::Succeeded, Sub::CaptureRetryInProcess) => Pending,
            (Status::Succeeded, Sub::CaptureRetryProcessFailed) => failed(FailureKind::CaptureFailed),

            (Status::Refunded, Sub::PendingProviderConfirmation) => {
                reversed(ReversalKind::Refund, ReversalState::InProgress, Extent::Whole)
            }
            (Status::Refunded, Sub::Refunded) => reversed(ReversalKind::Refund, ReversalState::Done, Extent::Whole),
            (Status::Canceled, Sub::PendingProviderConfirmation) => {
                reversed(ReversalKind::Cancellation, ReversalState::InProgress, Extent::Whole)
            }
            (Status::Canceled, Sub::Canceled) => {
                reversed(ReversalKind::Cancellation, ReversalState::Done, Extent::Whole)
            }
            (Status::InDispute, Sub::Received | Sub::PendingReview) => {
                reversed(ReversalKind::Chargeback, ReversalState::Contested, Extent::Unknown)
            }
            (Status::Chargeback, Sub::Lost) => reversed(ReversalKind::Chargeback, ReversalState::Done, Extent::Whole),

            (Status::Error, Sub::Error) => failed(FailureKind::Error),
            (Status::Error, Sub::Timeout) => failed(FailureKind::Timeout),
            (Status::Error, Sub::PendingReverse) => failed(FailureKind::BeingReversed),
            (Status::Error, Sub::ReversedByTimeout) => failed(FailureKind::ReversedAfterTimeout),
            (Status::Fraud, Sub::FraudVerified) => Verified,

            _ => Outcome::Unknown(UnknownState::of(payment)),
        }
    }
}

impl Outcome<'_> {
    /// Whether waiting is over: what happens next is up to you, or to a later event such as a dispute.
    ///
    /// It is not while the customer, the provider, a repeat or a reversal is at work; while it is not known whether the
    /// customer was charged; and in a state that is not known.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Settled | Self::PartlySettled(_) | Self::Authorized | Self::Verified | Self::Declined(_) => true,
            Self::ActionRequired(_) | Self::Pending | Self::Unknown(_) => false,
            Self::Reversed(reversal) => reversal.state() == ReversalState::Done,
            Self::Failed(failure) => failure.charged() != Charged::Maybe,
        }
    }

    /// A word for logs and metrics, such as `settled`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::PartlySettled(_) => "partly_settled",
            Self::Authorized => "authorized",
            Self::ActionRequired(_) => "action_required",
            Self::Pending => "pending",
            Self::Verified => "verified",
            Self::Declined(_) => "declined",
            Self::Reversed(_) => "reversed",
            Self::Failed(_) => "failed",
            Self::Unknown(_) => "unknown",
        }
    }
}

#[cfg(test)]
mod tests;
