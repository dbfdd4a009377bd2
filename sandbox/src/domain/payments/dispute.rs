//! Chargebacks: how they come, how a merchant contests them, and how they end.

use jiff::Timestamp;
use rust_decimal::Decimal;
use yuno_api::types::{
    DisputeSubmission, ErrorCode, PaymentStatus as Status, PaymentSubStatus as Sub, ResponseCode, TransactionStatus,
    TransactionType,
};

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    answers::{self, Shown},
    desk::Desk,
    record::Entry,
    verdict::{Step, Verdict},
};

pub(super) fn open(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    submit(domain, request, now, &Sub::Received, "send further evidence by PATCH")
}

pub(super) fn update(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    submit(domain, request, now, &Sub::PendingReview, "contest it by POST first")
}

/// Takes evidence for a dispute that stands so.
fn submit(
    domain: &mut Domain,
    request: &Request,
    now: Timestamp,
    stands: &Sub,
    remedy: &str,
) -> Result<Answer, Refused> {
    let _: DisputeSubmission = bodies::body(request)?;
    let mut desk = Desk::open(domain, request, now)?;
    let entry = desk.entry(request)?;
    if !entry.is(&TransactionType::Chargeback) {
        let message = "only a chargeback is contested: send the id of the payment's CHARGEBACK transaction";
        return Err(Refused::bad_request(ErrorCode::InvalidTransactionType, message));
    }
    let (id, open) = (entry.id().to_owned(), entry.is_open());
    if !open || !desk.record.is_in(&Status::InDispute, stands) {
        return Err(desk.wrong_state("contested", remedy));
    }
    let review = Verdict::new(Step::Dispute, TransactionStatus::Pending, ResponseCode::PendingReview);
    desk.decide(&id, &review);
    desk.set(Status::InDispute, Sub::PendingReview);
    desk.tell(&TransactionType::Chargeback);
    bodies::answer(200, &answers::payment(desk.record, Shown::HISTORY))
}

impl Desk<'_> {
    /// The issuer takes back what the newest purchase or capture brought in.
    pub(super) fn charge_back(&mut self) -> Result<(), String> {
        let (status, sub_status) = self.record.state();
        let contested = |entry: &&Entry| entry.takes() && self.record.refundable(entry) > Decimal::ZERO;
        let left = self.record.taken() - self.record.refunded() - self.record.lost();
        let target = self.record.entries.iter().rev().find(contested).filter(|_| left > Decimal::ZERO);
        let Some(target) = target.filter(|_| status == Status::Succeeded) else {
            return Err(format!(
                "the payment is {status} with sub-status {sub_status}: there is no money to take back"
            ));
        };
        let (id, whole) = (target.id().to_owned(), self.record.refundable(target).min(left));
        let beforehand = self.record.plan.dispute.as_deref().cloned();
        let partly = beforehand.as_ref().is_some_and(|it| it.code == ResponseCode::PartiallyChargebacked);
        let half = (whole / Decimal::TWO).trunc_with_scale(whole.scale());
        let amount = if partly && !half.is_zero() { half } else { whole };
        let prevented = beforehand.filter(|it| it.status == TransactionStatus::Prevented);
        let received = Verdict::new(Step::Dispute, TransactionStatus::Created, ResponseCode::Received);
        let verdict = prevented.unwrap_or(received);
        let chargeback = self.push(TransactionType::Chargeback, amount, &verdict, Some(&id));
        if verdict.status == TransactionStatus::Prevented {
            self.dispute_ended(&chargeback, &verdict);
        } else {
            self.set(Status::InDispute, Sub::Received);
            self.tell(&TransactionType::Chargeback);
        }
        Ok(())
    }

    /// The dispute is lost, by the reason settled beforehand or by this one.
    pub(super) fn dispute_lost(&mut self, id: &str, code: ResponseCode) {
        let beforehand = self.record.plan.dispute.as_deref().cloned().filter(|it| it.status == TransactionStatus::Lost);
        let verdict = beforehand.unwrap_or_else(|| Verdict::new(Step::Dispute, TransactionStatus::Lost, code));
        self.dispute_ended(id, &verdict);
    }

    /// What follows from the end of a dispute.
    pub(super) fn dispute_ended(&mut self, id: &str, verdict: &Verdict) {
        self.decide(id, verdict);
        let (status, sub_status) = self.record.standing();
        self.set(status, sub_status);
        self.tell(&TransactionType::Chargeback);
    }
}
