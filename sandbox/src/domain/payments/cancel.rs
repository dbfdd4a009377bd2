//! Canceling what was authorized, or what the customer has not paid yet.

use jiff::Timestamp;
use rust_decimal::Decimal;
use yuno_api::types::{
    CancelPayment, ErrorCode, PaymentStatus as Status, PaymentSubStatus as Sub, ResponseAdditionalData, ResponseCode,
    ReversalReason, TransactionStatus, TransactionType,
};

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    answers,
    capture::follow_up,
    desk::Desk,
    verdict::{Step, Verdict},
};

pub(super) fn cancel(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let wanted: CancelPayment = bodies::body(request)?;
    let mut desk = Desk::open(domain, request, now)?;
    let entry = desk.entry(request)?;
    if !entry.is(&TransactionType::Authorize) && !entry.is_open() {
        let message = "an authorization or an open purchase is canceled; what was captured is refunded";
        return Err(Refused::bad_request(ErrorCode::InvalidTransactionType, message));
    }
    let target = entry.id().to_owned();
    if wanted.reason == Some(ReversalReason::Reverse) {
        let message = "reason REVERSE is not for a cancellation: leave it out or send another";
        return Err(Refused::bad_request(ErrorCode::InvalidParameters, message));
    }
    if !desk.is_cancelable() {
        return Err(desk.wrong_state("canceled", "it has to be authorized or unpaid; what was captured is refunded"));
    }
    let words = Words {
        merchant_reference: Some(wanted.merchant_reference),
        reason: wanted.reason,
        description: wanted.description,
    };
    let id = desk.cancel(Some(&target), words);
    let asked = wanted.response_additional_data.as_deref();
    desk.receipt(&id, asked);
    bodies::answer(200, &answers::result(desk.record, &id, asked))
}

/// What the merchant says of a cancellation or refund.
#[derive(Default)]
pub(super) struct Words {
    pub merchant_reference: Option<String>,
    pub reason: Option<ReversalReason>,
    pub description: Option<String>,
}

impl Desk<'_> {
    pub(super) fn is_cancelable(&self) -> bool {
        let nothing_taken = self.record.captured().is_zero();
        match self.record.state() {
            (Status::Created | Status::ReadyToPay | Status::Pending, _) => nothing_taken,
            (Status::Succeeded, Sub::CaptureRetryProcessFailed) => nothing_taken,
            _ => false,
        }
    }

    /// Cancels. Gives the id of the cancellation.
    pub(super) fn cancel(&mut self, target: Option<&str>, words: Words) -> String {
        let verdict = follow_up(words.description.as_deref());
        let authorized = self.record.authorized();
        let amount = if authorized.is_zero() { self.record.asked() } else { authorized };
        self.record.before = Some(self.record.state());
        let id = self.push(TransactionType::Cancel, amount, &verdict, target);
        self.say(&id, words);
        self.canceled(&verdict);
        id
    }

    /// What follows from a cancellation.
    pub(super) fn canceled(&mut self, verdict: &Verdict) {
        match verdict.status {
            TransactionStatus::Succeeded => {
                self.record.before = None;
                self.record.deadline = None;
                self.withdraw_step();
                self.set(Status::Canceled, Sub::Canceled);
                let called_off = Verdict::new(Step::Charge, TransactionStatus::Declined, ResponseCode::CancelledByUser);
                if let Some(open) = self.record.open().map(|entry| entry.id().to_owned()) {
                    self.decide(&open, &called_off);
                }
            }
            TransactionStatus::Created | TransactionStatus::Pending => {
                self.record.deadline = None;
                self.set(Status::Canceled, Sub::PendingProviderConfirmation);
            }
            // The authorization stands as it stood.
            _ => {
                if let Some((status, sub_status)) = self.record.before.take() {
                    self.set(status, sub_status);
                }
            }
        }
        self.tell(&TransactionType::Cancel);
    }

    /// Writes on a transaction what the merchant said of it.
    pub(super) fn say(&mut self, id: &str, words: Words) {
        let Some(entry) = self.record.entry_mut(id) else { return };
        entry.transaction.merchant_reference = words.merchant_reference;
        entry.transaction.reason = words.reason.map(|reason| reason.as_str().into());
        entry.transaction.description = words.description;
    }

    /// Makes the receipt that was asked for.
    pub(super) fn receipt(&mut self, id: &str, asked: Option<&ResponseAdditionalData>) {
        let Some(asked) = asked.filter(|asked| asked.receipt == Some(true)) else { return };
        let url = format!("{}/_sandbox/receipt/{id}", self.base_url);
        let Some(entry) = self.record.entry_mut(id) else { return };
        entry.transaction.receipt = Some(true);
        entry.transaction.receipt_language.clone_from(&asked.receipt_language);
        entry.transaction.receipt_url = Some(url);
    }

    /// Cancels without anybody's asking.
    pub(super) fn cancel_by_itself(&mut self) {
        let target = self.record.authorization().map(|entry| entry.id().to_owned());
        if self.is_cancelable() && self.record.authorized() > Decimal::ZERO {
            self.cancel(target.as_deref(), Words::default());
        }
    }
}
