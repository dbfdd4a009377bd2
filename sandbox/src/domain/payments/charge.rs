//! The charge itself: screening, 3-D Secure, and the purchase, authorization or verification, as far as it goes without
//! somebody else.

use jiff::SignedDuration;
use rust_decimal::Decimal;
use yuno_api::types::{
    PaymentMethodCategory, PaymentStatus as Status, PaymentSubStatus as Sub, ThreeDSecure, ThreeDSecureOutcome,
    ThreeDSecureVersion, TransactionStatus, TransactionType,
};

use super::{
    desk::Desk,
    timers::{self, What},
    verdict::Verdict,
};

/// How long the cardholder has for a challenge.
const CHALLENGE: SignedDuration = SignedDuration::from_mins(30);
/// How long the customer has to pay.
const TO_PAY: SignedDuration = SignedDuration::from_hours(24);
/// How long the customer has to pay a ticket.
const TO_PAY_A_TICKET: SignedDuration = SignedDuration::from_hours(3 * 24);
/// How long an authorization stands.
pub(super) const TO_CAPTURE: SignedDuration = SignedDuration::from_hours(7 * 24);

impl Desk<'_> {
    /// Goes on with the payment until it is done or waits for somebody.
    pub(super) fn proceed(&mut self) {
        if let Some(verdict) = self.record.plan.screening.take() {
            self.push(TransactionType::FraudScreening, self.record.asked(), &verdict, None);
            if !self.screened(&verdict) {
                return self.tell(&TransactionType::FraudScreening);
            }
        }
        if let Some(verdict) = self.record.plan.authentication.take() {
            self.push(TransactionType::ThreeDSecure, self.record.asked(), &verdict, None);
            if !self.authenticated(&verdict) {
                return self.tell(&TransactionType::ThreeDSecure);
            }
        }
        let verdict = self.next_verdict();
        let charge = self.record.plan.charge.clone();
        self.push(charge, self.granted(&verdict), &verdict, None);
        self.charged(&verdict);
    }

    /// What the charge comes to next.
    pub(super) fn next_verdict(&mut self) -> Verdict {
        self.record.plan.charges.pop_front().unwrap_or_else(Verdict::success)
    }

    /// What follows from a screening. Whether the payment goes on.
    pub(super) fn screened(&mut self, verdict: &Verdict) -> bool {
        if let Some(screening) = &mut self.record.payment.fraud_screening {
            screening.status = Some(verdict.status.clone());
        }
        match verdict.status {
            TransactionStatus::Succeeded if self.record.plan.only_screening => {
                self.set(Status::Fraud, Sub::FraudVerified);
                false
            }
            TransactionStatus::Succeeded => true,
            TransactionStatus::Created | TransactionStatus::Pending => {
                self.set(Status::Pending, Sub::PendingFraudReview);
                false
            }
            _ => {
                self.set(Status::Declined, Sub::FraudDeclined);
                false
            }
        }
    }

    /// What follows from 3-D Secure. Whether the payment goes on.
    pub(super) fn authenticated(&mut self, verdict: &Verdict) -> bool {
        match verdict.status {
            TransactionStatus::Created | TransactionStatus::Pending => {
                self.set(Status::Pending, Sub::WaitingAdditionalStep);
                self.offer_step("challenge");
                self.expire_after(CHALLENGE);
                false
            }
            TransactionStatus::Succeeded => {
                self.withdraw_step();
                self.note_authentication(verdict);
                true
            }
            _ => {
                self.note_authentication(verdict);
                self.ended(verdict);
                false
            }
        }
    }

    /// What follows from the charge.
    pub(super) fn charged(&mut self, verdict: &Verdict) {
        let charge = self.record.plan.charge.clone();
        if verdict.status != TransactionStatus::Succeeded {
            self.ended(verdict);
            return self.tell(&charge);
        }
        self.withdraw_step();
        self.record.deadline = None;
        self.approve();
        match charge {
            TransactionType::Verify => self.set(Status::Verified, Sub::Verified),
            TransactionType::Authorize => {
                self.set(Status::Pending, Sub::Authorized);
                self.expire_after(TO_CAPTURE);
                self.delay();
            }
            _ => match verdict.state.clone() {
                Some((status, sub_status)) => self.set(status, sub_status),
                None => self.set(Status::Succeeded, Sub::Approved),
            },
        }
        self.tell(&charge);
        if let Some(late) = self.record.plan.late_screening.take() {
            self.push(TransactionType::FraudScreening, self.record.asked(), &late, None);
            if charge == TransactionType::Purchase {
                self.set(Status::Succeeded, Sub::FraudDeclined);
            }
            self.tell(&TransactionType::FraudScreening);
        }
    }

    /// Where the payment stands once a step of it has not succeeded, or not yet.
    pub(super) fn ended(&mut self, verdict: &Verdict) {
        let state = verdict.state.clone().unwrap_or(match verdict.status {
            TransactionStatus::Created => (Status::ReadyToPay, Sub::Created),
            TransactionStatus::Pending => (Status::Pending, Sub::PendingProviderConfirmation),
            TransactionStatus::Rejected => (Status::Rejected, Sub::Rejected),
            TransactionStatus::Error => (Status::Error, Sub::Error),
            TransactionStatus::Expired => (Status::Expired, Sub::Expired),
            _ => (Status::Declined, Sub::Declined),
        });
        let waits_for_customer = matches!(
            state,
            (Status::ReadyToPay, _) | (Status::Pending, Sub::WaitingAdditionalStep | Sub::PendingOtpCompletion)
        );
        let waits = matches!(state.0, Status::ReadyToPay | Status::Pending);
        self.set(state.0, state.1);
        if waits_for_customer {
            self.offer_step("pay");
        } else {
            self.withdraw_step();
        }
        if waits {
            match self.record.plan.pay_until {
                Some(until) => self.expire_at(until),
                None if self.record.plan.category == PaymentMethodCategory::Ticket => {
                    self.expire_after(TO_PAY_A_TICKET);
                }
                None => self.expire_after(TO_PAY),
            }
        } else {
            self.record.deadline = None;
        }
    }

    /// How much the issuer grants: all, or, where it approves a part, half.
    pub(super) fn granted(&self, verdict: &Verdict) -> Decimal {
        let asked = self.record.asked();
        if !matches!(verdict.state, Some((_, Sub::PartiallyApproved))) {
            return asked;
        }
        let half = (asked / Decimal::TWO).trunc_with_scale(asked.scale());
        if half.is_zero() { asked } else { half }
    }

    /// Writes down how 3-D Secure ended.
    fn note_authentication(&mut self, verdict: &Verdict) {
        let transaction = self.ids.next("authentication");
        let outcome = verdict.authenticated.clone().unwrap_or(match verdict.status {
            TransactionStatus::Succeeded => ThreeDSecureOutcome::Authenticated,
            TransactionStatus::Declined => ThreeDSecureOutcome::Failed,
            _ => ThreeDSecureOutcome::Unavailable,
        });
        let Some(card) = self.card().and_then(|card| card.card_data.as_mut()) else { return };
        let mut result = ThreeDSecure::default();
        result.version = Some(ThreeDSecureVersion::V2_2_0);
        let indicator = match outcome {
            ThreeDSecureOutcome::Authenticated => "05",
            ThreeDSecureOutcome::Attempted => "06",
            _ => "07",
        };
        result.electronic_commerce_indicator = Some(indicator.to_owned());
        result.pares_status = Some(outcome);
        result.transaction_id = Some(transaction);
        card.three_d_secure = Some(Box::new(result));
    }

    /// Writes down the issuer's approval.
    fn approve(&mut self) {
        let (code, reference) = (self.ids.digits("authorization code", 6), self.ids.digits("reference", 12));
        if let Some(card) = self.card() {
            card.authorization_code = Some(code);
            card.retrieval_reference_number = Some(reference);
        }
    }

    /// Sets the clock for what the merchant wants done with the authorization.
    fn delay(&mut self) {
        let wanted = [
            (self.record.plan.capture_after.take(), What::Capture),
            (self.record.plan.cancel_after.take(), What::Cancel),
        ];
        for (delay, what) in wanted {
            // Creating the payment has refused what is no duration.
            if let Some(at) = delay.and_then(|delay| timers::after(self.now, &delay)) {
                self.timers.set(at, self.record.id(), what);
            }
        }
    }
}
