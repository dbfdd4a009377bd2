//! What is done to a payment from outside the API: by the customer, the bank, the issuer, or time.

use yuno_api::types::{
    PaymentStatus as Status, PaymentSubStatus as Sub, ResponseCode as Code, TransactionStatus, TransactionType as Kind,
};

use super::{
    super::Act,
    desk::Desk,
    timers::{Due, What},
    verdict::{Step, Verdict},
};

impl Desk<'_> {
    /// `Err` is a sentence that says why it cannot be done.
    pub(super) fn act(&mut self, act: Act) -> Result<(), String> {
        match (self.record.state(), act) {
            ((Status::InDispute, _), act) => self.act_on_dispute(act),
            (_, Act::Chargeback) => self.charge_back(),
            ((Status::Pending, Sub::Authorized), Act::Expire) => {
                self.expire();
                Ok(())
            }
            ((Status::Succeeded, Sub::CaptureRetryInProcess | Sub::RefundRetryInProcess), act) => {
                self.act_on_repeats(act)
            }
            ((Status::Error, Sub::Timeout | Sub::PendingReverse), Act::Settle) => {
                self.set(Status::Error, Sub::ReversedByTimeout);
                let charge = self.record.plan.charge.clone();
                self.tell(&charge);
                Ok(())
            }
            ((Status::Created, _), Act::Settle) => {
                self.proceed();
                Ok(())
            }
            ((Status::Created, _), Act::Expire) => {
                self.set(Status::Expired, Sub::Expired);
                let charge = self.record.plan.charge.clone();
                self.tell(&charge);
                Ok(())
            }
            (_, act) => self.act_on_open(act),
        }
    }

    /// Something falls due.
    pub(super) fn fall_due(&mut self, due: &Due) {
        match &due.what {
            What::Expire if self.record.deadline == Some(due.at) => self.expire(),
            What::Expire => {}
            What::Capture => self.capture_all(),
            What::Cancel => self.cancel_by_itself(),
            What::Repeat(id) => self.repeat(id),
        }
    }

    fn act_on_open(&mut self, act: Act) -> Result<(), String> {
        let Some(open) = self.record.open() else {
            let (status, sub_status) = self.record.state();
            return Err(format!("the payment is {status} with sub-status {sub_status} and waits for nobody"));
        };
        let (id, kind) = (open.id().to_owned(), open.transaction.type_.clone().unwrap_or(Kind::Purchase));
        if act == Act::Expire {
            self.expire();
            return Ok(());
        }
        let settled = act == Act::Settle;
        match kind {
            Kind::FraudScreening => {
                let verdict = if settled {
                    Verdict::new(Step::Screening, TransactionStatus::Succeeded, Code::FraudVerified)
                } else {
                    Verdict::new(Step::Screening, TransactionStatus::Declined, Code::FraudVerificationDeclined)
                };
                self.decide(&id, &verdict);
                if self.screened(&verdict) {
                    self.proceed();
                } else {
                    self.tell(&kind);
                }
            }
            Kind::ThreeDSecure => {
                let verdict = if settled {
                    Verdict::new(Step::Authentication, TransactionStatus::Succeeded, Code::SucceededThreeDSecure)
                } else {
                    let code = Code::AuthenticationFailedThreeDSecure;
                    Verdict::new(Step::Authentication, TransactionStatus::Declined, code)
                };
                self.decide(&id, &verdict);
                if self.authenticated(&verdict) {
                    self.proceed();
                } else {
                    self.tell(&kind);
                }
            }
            kind => {
                let follow_up = matches!(kind, Kind::Capture | Kind::Cancel | Kind::Refund);
                let verdict = match (settled, follow_up) {
                    (true, true) => Verdict::success(),
                    (true, false) => self.next_verdict(),
                    (false, _) => Verdict::new(Step::Charge, TransactionStatus::Declined, Code::DeclinedByProvider),
                };
                let granted = self.granted(&verdict);
                if let Some(entry) = self.record.entry_mut(&id).filter(|_| !follow_up) {
                    entry.transaction.amount = Some(granted);
                }
                self.decide(&id, &verdict);
                match kind {
                    Kind::Capture => self.captured(&id, &verdict),
                    Kind::Cancel => self.canceled(&verdict),
                    Kind::Refund => self.refunded(&id, &verdict),
                    _ => self.charged(&verdict),
                }
            }
        }
        Ok(())
    }

    /// The time is over in which the payment could be paid, passed or captured.
    fn expire(&mut self) {
        let over = self
            .record
            .open()
            .or_else(|| self.record.authorization())
            .map(|entry| (entry.id().to_owned(), entry.transaction.type_.clone().unwrap_or(Kind::Purchase)));
        let Some((id, kind)) = over else { return };
        let verdict = Verdict::new(Step::Charge, TransactionStatus::Expired, Code::ExpiredByProvider);
        self.decide(&id, &verdict);
        match kind {
            Kind::Capture => self.captured(&id, &verdict),
            Kind::Cancel => self.canceled(&verdict),
            Kind::Refund => self.refunded(&id, &verdict),
            kind => {
                self.record.deadline = None;
                self.withdraw_step();
                self.set(Status::Expired, Sub::Expired);
                self.tell(&kind);
            }
        }
    }

    /// Settling decides a dispute for the merchant, a decline throws the chargeback out, and the issuer's taking the
    /// money, or the deadline for evidence, decides it for the cardholder.
    fn act_on_dispute(&mut self, act: Act) -> Result<(), String> {
        let open = self.record.open().filter(|entry| entry.is(&Kind::Chargeback)).map(|entry| entry.id().to_owned());
        let id = open.ok_or_else(|| "the payment has no open chargeback".to_owned())?;
        match act {
            Act::Settle => {
                let won = Verdict::new(Step::Dispute, TransactionStatus::Won, Code::ReviewWon);
                self.dispute_ended(&id, &won);
            }
            Act::Decline => {
                let out = Verdict::new(Step::Dispute, TransactionStatus::Declined, Code::DeclinedByProvider);
                self.dispute_ended(&id, &out);
            }
            Act::Expire => self.dispute_lost(&id, Code::Expired),
            Act::Chargeback => self.dispute_lost(&id, Code::ReviewLost),
        }
        Ok(())
    }

    /// A capture or refund that is being repeated comes through, or is given up.
    fn act_on_repeats(&mut self, act: Act) -> Result<(), String> {
        let kind = if self.record.state().1 == Sub::CaptureRetryInProcess { Kind::Capture } else { Kind::Refund };
        let last = self.record.entries.iter_mut().rev().find(|entry| entry.is(&kind));
        let Some(entry) = last else { return Err("the payment has nothing that is being repeated".to_owned()) };
        let id = entry.id().to_owned();
        if act == Act::Settle {
            let verdict = Verdict::success();
            self.decide(&id, &verdict);
            if kind == Kind::Capture { self.captured(&id, &verdict) } else { self.refunded(&id, &verdict) }
        } else {
            entry.repeats = u8::MAX - 1;
            self.repeat(&id);
        }
        Ok(())
    }
}
