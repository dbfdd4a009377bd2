//! Giving money back, in full, in part, and in several parts; and cancel-or-refund, which chooses by the state.

use jiff::Timestamp;
use rust_decimal::Decimal;
use yuno_api::types::{
    ErrorCode, PaymentStatus as Status, PaymentSubStatus as Sub, RefundPayment, TransactionStatus, TransactionType,
};

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    answers::{self, Shown},
    cancel::Words,
    capture::follow_up,
    desk::Desk,
    record::Entry,
    verdict::Verdict,
};

pub(super) fn refund(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let wanted: RefundPayment = bodies::body(request)?;
    let mut desk = Desk::open(domain, request, now)?;
    let target = desk.entry(request)?.id().to_owned();
    if wanted.merchant_reference.is_none() {
        return Err(Refused::bad_request(ErrorCode::MissingParameters, "merchant_reference is missing"));
    }
    desk.refund(Some(&target), &wanted)?;
    bodies::answer(200, &answers::payment(desk.record, Shown::HISTORY))
}

pub(super) fn cancel_or_refund(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let wanted: RefundPayment = bodies::body(request)?;
    let desk = Desk::open(domain, request, now)?;
    if wanted.reason.is_none() {
        return Err(Refused::bad_request(ErrorCode::MissingParameters, "reason is missing"));
    }
    either(desk, None, &wanted)
}

pub(super) fn cancel_or_refund_transaction(
    domain: &mut Domain,
    request: &Request,
    now: Timestamp,
) -> Result<Answer, Refused> {
    let wanted: RefundPayment = bodies::body(request)?;
    let desk = Desk::open(domain, request, now)?;
    let target = desk.entry(request)?.id().to_owned();
    either(desk, Some(&target), &wanted)
}

/// Cancels what is only authorized or unpaid, and refunds the rest.
fn either(mut desk: Desk<'_>, target: Option<&str>, wanted: &RefundPayment) -> Result<Answer, Refused> {
    let asked = wanted.response_additional_data.as_deref();
    let id = if desk.is_cancelable() {
        let entry = desk.record.authorization().or_else(|| desk.record.open()).map(|entry| entry.id().to_owned());
        if target.is_some() && target != entry.as_deref() {
            let message = "what can be canceled of the payment is another transaction";
            return Err(Refused::bad_request(ErrorCode::InvalidTransactionType, message));
        }
        desk.cancel(entry.as_deref(), words(wanted))
    } else {
        // Once something is captured, an authorization stands for its captures.
        let captured =
            target.and_then(|target| desk.record.entry(target)).is_some_and(|it| it.is(&TransactionType::Authorize));
        desk.refund(target.filter(|_| !captured), wanted)?
    };
    desk.receipt(&id, asked);
    bodies::answer(201, &answers::result(desk.record, &id, asked))
}

fn words(wanted: &RefundPayment) -> Words {
    Words {
        merchant_reference: wanted.merchant_reference.clone(),
        reason: wanted.reason.clone(),
        description: wanted.description.clone(),
    }
}

impl Desk<'_> {
    /// Refunds one transaction, or the payment as a whole. Gives the id of the refund.
    fn refund(&mut self, target: Option<&str>, wanted: &RefundPayment) -> Result<String, Refused> {
        let (status, sub_status) = self.record.state();
        if status == Status::InDispute {
            let message = "the payment is in dispute; it can be refunded once that is decided";
            return Err(Refused::bad_request(ErrorCode::ChargebackInProcess, message));
        }
        let retrying = matches!(sub_status, Sub::RefundRetryInProcess | Sub::CaptureRetryInProcess);
        let rest = self.record.taken() - self.record.refunded() - self.record.lost();
        if status != Status::Succeeded || retrying || rest <= Decimal::ZERO {
            return Err(self.wrong_state("refunded", "there has to be money taken that is not given back yet"));
        }
        let entry = match target.map(|target| self.record.entry(target)) {
            None => self.only_taking(),
            Some(entry) => entry,
        };
        if entry.is_some_and(|entry| !entry.takes()) {
            let message = "a purchase or a capture that succeeded is refunded; this is another transaction";
            return Err(Refused::bad_request(ErrorCode::InvalidTransactionType, message));
        }
        let left = entry.map_or(rest, |entry| self.record.refundable(entry).min(rest));
        let of = entry.map(|entry| entry.id().to_owned());
        let amount = self.record.part(wanted.amount.as_deref(), left, "refunded")?;

        let verdict = follow_up(wanted.description.as_deref());
        let id = self.push(TransactionType::Refund, amount, &verdict, of.as_deref());
        self.say(&id, words(wanted));
        if let Some(entry) = self.record.entry_mut(&id) {
            entry.transaction.simplified_mode = Some(wanted.simplified_mode.unwrap_or_default());
        }
        self.receipt(&id, wanted.response_additional_data.as_deref());
        self.refunded(&id, &verdict);
        Ok(id)
    }

    /// The transaction that brought all the money, where it was one.
    fn only_taking(&self) -> Option<&Entry> {
        let mut all = self.record.entries.iter().filter(|entry| entry.takes());
        all.next().filter(|_| all.next().is_none())
    }

    /// What follows from a refund.
    pub(super) fn refunded(&mut self, id: &str, verdict: &Verdict) {
        let repeated = verdict.status == TransactionStatus::Declined && self.repeats(id);
        let (status, sub_status) =
            if repeated { (Status::Succeeded, Sub::RefundRetryInProcess) } else { self.record.standing() };
        self.set(status, sub_status);
        self.tell(&TransactionType::Refund);
    }
}
