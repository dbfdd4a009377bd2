//! One payment on the desk: everything that an act on it needs.

use jiff::{SignedDuration, Timestamp};
use rust_decimal::Decimal;
use yuno_api::types::{
    ErrorCode, PaymentStatus as Status, PaymentSubStatus as Sub, Provider, Transaction, TransactionStatus,
    TransactionType,
};

use super::{
    super::{Domain, Event, Request, bodies, errors::Refused, ids::Ids},
    answers, codes,
    record::{Entry, Record},
    timers::{Timers, What},
    verdict::Verdict,
};

/// A payment that is being worked on.
pub(super) struct Desk<'a> {
    pub record: &'a mut Record,
    pub ids: &'a mut Ids,
    pub timers: &'a mut Timers,
    events: &'a mut Vec<Event>,
    pub base_url: &'a str,
    pub now: Timestamp,
}

impl<'a> Desk<'a> {
    /// The payment of this id.
    pub(super) fn find(domain: &'a mut Domain, payment: &str, now: Timestamp) -> Option<Self> {
        let Domain { payments, ids, events, settings, .. } = domain;
        let record = payments.records.get_mut(payment)?;
        Some(Self { record, ids, timers: &mut payments.timers, events, base_url: &settings.base_url, now })
    }

    /// The payment that a request's path names.
    pub(super) fn open(domain: &'a mut Domain, request: &Request, now: Timestamp) -> Result<Self, Refused> {
        Self::find(domain, bodies::path(request, "payment_id")?, now)
            .ok_or_else(|| Refused::bad_request(ErrorCode::PaymentNotFound, "there is no payment with this id"))
    }

    /// The transaction that a request's path names.
    pub(super) fn entry(&self, request: &Request) -> Result<&Entry, Refused> {
        self.record.entry(bodies::path(request, "transaction_id")?).ok_or_else(|| {
            Refused::bad_request(ErrorCode::TransactionNotFound, "the payment has no transaction with this id")
        })
    }

    /// Refuses an act that the payment's state does not allow.
    pub(super) fn wrong_state(&self, act: &str, remedy: &str) -> Refused {
        let (status, sub_status) = self.record.state();
        let message = format!("a payment that is {status} with sub-status {sub_status} cannot be {act}; {remedy}");
        Refused::bad_request(ErrorCode::InvalidStatus, message)
    }

    /// Adds a transaction that ends, or waits, as the verdict says. Gives its id.
    pub(super) fn push(
        &mut self,
        kind: TransactionType,
        amount: Decimal,
        verdict: &Verdict,
        of: Option<&str>,
    ) -> String {
        let id = self.ids.next("transaction");
        let mut transaction = Transaction::default();
        transaction.id = Some(id.as_str().into());
        transaction.type_ = Some(kind);
        transaction.category = Some(self.record.plan.category.clone());
        transaction.amount = Some(amount);
        transaction.provider_id = Some(Provider::YunoTestPaymentGw);
        transaction.description.clone_from(&self.record.payment.description);
        transaction.merchant_reference.clone_from(&self.record.plan.merchant_reference);
        transaction.created_at = Some(self.now);
        let of = of.map(str::to_owned);
        let reference = self.ids.next("provider transaction");
        self.record.entries.push(Entry { transaction, of, repeats: 0, reference });
        self.decide(&id, verdict);
        id
    }

    /// Has a transaction end, or wait, as the verdict says.
    pub(super) fn decide(&mut self, id: &str, verdict: &Verdict) {
        let now = self.now;
        let Some(entry) = self.record.entry_mut(id) else { return };
        let it = &mut entry.transaction;
        let message = match verdict.status {
            TransactionStatus::Succeeded => "Transaction successful".to_owned(),
            _ => codes::in_words(verdict.code.as_str()),
        };
        it.status = Some(verdict.status.clone());
        it.response_code = Some(verdict.code.clone());
        it.merchant_advice_code.clone_from(&verdict.advice);
        it.merchant_advice_code_message = verdict.advice.as_ref().map(|advice| codes::in_words(advice.as_str()));
        it.updated_at = Some(now);
        it.response_message = Some(message);
        self.record.payment.updated_at = Some(now);
        self.count();
    }

    /// Moves the payment.
    pub(super) fn set(&mut self, status: Status, sub_status: Sub) {
        self.record.payment.status = Some(status);
        self.record.payment.sub_status = Some(sub_status);
        self.record.payment.updated_at = Some(self.now);
    }

    /// Lets the payment expire if nothing changes until then.
    pub(super) fn expire_at(&mut self, at: Timestamp) {
        self.record.deadline = Some(at);
        self.timers.set(at, self.record.id(), What::Expire);
    }

    /// Lets the payment expire if nothing changes for so long.
    pub(super) fn expire_after(&mut self, wait: SignedDuration) {
        if let Ok(at) = self.now.checked_add(wait) {
            self.expire_at(at);
        }
    }

    /// Tells of a change that a transaction of this kind has made.
    pub(super) fn tell(&mut self, kind: &TransactionType) {
        let event = match kind {
            // 3-D Secure has no event of its own: it is a step of the charge.
            TransactionType::ThreeDSecure => event_of(&self.record.plan.charge),
            kind => event_of(kind),
        };
        let Some(data) = answers::told(self.record) else { return };
        self.events.push(Event {
            kind: "payment".to_owned(),
            event: event.to_owned(),
            account: self.record.payment.account_id.as_ref().map(ToString::to_string).unwrap_or_default(),
            data,
        });
    }

    /// Writes what was captured and refunded on the payment. A purchase counts as neither.
    fn count(&mut self) {
        let sum = |kind: TransactionType| {
            let done = self.record.entries.iter().filter(|entry| entry.is(&kind) && entry.succeeded());
            done.map(Entry::amount).sum::<Decimal>()
        };
        let (captured, refunded) = (sum(TransactionType::Capture), sum(TransactionType::Refund));
        if let Some(amount) = &mut self.record.payment.amount {
            amount.captured = Some(captured);
            amount.refunded = Some(refunded);
        }
    }
}

/// The event that tells of a transaction.
fn event_of(kind: &TransactionType) -> &'static str {
    match kind {
        TransactionType::Authorize => "payment.authorize",
        TransactionType::Capture => "payment.capture",
        TransactionType::Refund => "payment.refund",
        TransactionType::Cancel => "payment.cancel",
        TransactionType::Verify => "payment.verify",
        TransactionType::Chargeback => "payment.chargeback",
        TransactionType::FraudScreening => "payment.fraud_screening",
        _ => "payment.purchase",
    }
}
