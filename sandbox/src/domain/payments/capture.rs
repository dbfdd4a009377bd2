//! Capturing what was authorized, in full, in part, and in several parts.

use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use yuno_api::types::{
    CapturePayment, ErrorCode, PaymentStatus as Status, PaymentSubStatus as Sub, TransactionStatus, TransactionType,
};

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    answers,
    charge::TO_CAPTURE,
    desk::Desk,
    timers::What,
    verdict::{Step, Verdict},
};

/// How long after an attempt a capture or refund with `simplified_mode` is tried again.
static REPEATS: [SignedDuration; 6] = [
    SignedDuration::from_mins(5),
    SignedDuration::from_mins(50),
    SignedDuration::from_hours(6),
    SignedDuration::from_hours(24),
    SignedDuration::from_hours(48),
    SignedDuration::from_hours(96),
];

pub(super) fn capture(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let wanted: CapturePayment = bodies::body(request)?;
    let mut desk = Desk::open(domain, request, now)?;
    let entry = desk.entry(request)?;
    if !entry.is(&TransactionType::Authorize) {
        let message = "only an authorization is captured: send the id of the payment's AUTHORIZE transaction";
        return Err(Refused::bad_request(ErrorCode::InvalidTransactionType, message));
    }
    let authorization = entry.id().to_owned();
    if !desk.is_capturable() {
        return Err(desk.wrong_state("captured", "it has to be authorized, and not wholly captured"));
    }
    let left = desk.record.authorized() - desk.record.captured();
    let amount = desk.record.part(Some(&wanted.amount), left, "captured")?;

    let verdict = follow_up(wanted.description.as_deref());
    let id = desk.push(TransactionType::Capture, amount, &verdict, Some(&authorization));
    if let Some(entry) = desk.record.entry_mut(&id) {
        let it = &mut entry.transaction;
        it.merchant_reference = Some(wanted.merchant_reference);
        it.description = wanted.description;
        it.simplified_mode = Some(wanted.simplified_mode.unwrap_or_default());
    }
    desk.captured(&id, &verdict);
    bodies::answer(200, &answers::result(desk.record, &id, None))
}

/// How a capture, cancellation or refund ends: by its description, else well.
pub(super) fn follow_up(description: Option<&str>) -> Verdict {
    let verdict = description.and_then(Verdict::of_description);
    verdict.filter(|verdict| verdict.step == Step::Charge).unwrap_or_else(Verdict::success)
}

impl Desk<'_> {
    pub(super) fn is_capturable(&self) -> bool {
        matches!(
            self.record.state(),
            (Status::Pending, Sub::Authorized)
                | (Status::Succeeded, Sub::PartiallyCaptured | Sub::CaptureRetryProcessFailed)
        )
    }

    /// Captures all that is left, without anybody's asking.
    pub(super) fn capture_all(&mut self) {
        let left = self.record.authorized() - self.record.captured();
        let Some(authorization) = self.record.authorization().map(|entry| entry.id().to_owned()) else { return };
        if self.is_capturable() && left > Decimal::ZERO {
            let verdict = Verdict::success();
            let id = self.push(TransactionType::Capture, left, &verdict, Some(&authorization));
            self.captured(&id, &verdict);
        }
    }

    /// What follows from a capture.
    pub(super) fn captured(&mut self, id: &str, verdict: &Verdict) {
        let (status, sub_status) = match verdict.status {
            TransactionStatus::Declined if self.repeats(id) => (Status::Succeeded, Sub::CaptureRetryInProcess),
            TransactionStatus::Created | TransactionStatus::Pending => {
                (Status::Pending, Sub::PendingProviderConfirmation)
            }
            // What was captured before stays captured, whatever becomes of this.
            _ if self.record.taken() > Decimal::ZERO => self.record.standing(),
            TransactionStatus::Declined => (Status::Declined, Sub::Declined),
            _ => (Status::Rejected, Sub::Rejected),
        };
        // Repeats go on for longer than an authorization stands; it runs out only once they are over.
        self.record.deadline = None;
        self.set(status, sub_status);
        self.tell(&TransactionType::Capture);
    }

    /// Whether a declined capture or refund is tried again automatically; if so, sets the clock for it.
    pub(super) fn repeats(&mut self, id: &str) -> bool {
        let Some(entry) = self.record.entry(id) else { return false };
        let wanted = entry.transaction.simplified_mode == Some(true);
        let Some(wait) = REPEATS.get(usize::from(entry.repeats)).filter(|_| wanted) else { return false };
        let Ok(at) = self.now.checked_add(*wait) else { return false };
        self.timers.set(at, self.record.id(), What::Repeat(id.to_owned()));
        true
    }

    /// Another automatic attempt at a capture or refund. It is declined like the first, until somebody settles it.
    pub(super) fn repeat(&mut self, id: &str) {
        let retrying = matches!(self.record.state().1, Sub::CaptureRetryInProcess | Sub::RefundRetryInProcess);
        let now = self.now;
        let Some(entry) = self.record.entry_mut(id).filter(|_| retrying) else { return };
        entry.repeats = entry.repeats.saturating_add(1);
        entry.transaction.updated_at = Some(now);
        let kind = entry.transaction.type_.clone().unwrap_or(TransactionType::Capture);
        if !self.repeats(id) {
            if kind == TransactionType::Capture {
                self.set(Status::Succeeded, Sub::CaptureRetryProcessFailed);
                self.expire_after(TO_CAPTURE);
            } else {
                let (status, sub_status) = self.record.standing();
                self.set(status, sub_status);
            }
        }
        self.tell(&kind);
    }
}
