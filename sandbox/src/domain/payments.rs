//! Payments: what the API can do with them, and what happens to them by themselves.

mod act;
mod aftermath;
mod amounts;
mod answers;
mod cancel;
mod capture;
mod charge;
mod codes;
mod create;
mod desk;
mod dispute;
mod families;
mod fulfillment;
mod record;
mod refund;
mod retrieve;
mod source;
mod steps;
pub(crate) mod test_cards;
mod timers;
mod verdict;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub(crate) use self::create::make;
use self::{answers::Shown, desk::Desk, record::Record, timers::Timers};
use super::{Act, Domain, handlers::Handler};
use crate::overview::PaymentSeen;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("payments.cancel", cancel::cancel),
    ("payments.cancel_or_refund", refund::cancel_or_refund),
    ("payments.cancel_or_refund_transaction", refund::cancel_or_refund_transaction),
    ("payments.capture", capture::capture),
    ("payments.create", create::create),
    ("payments.create_fulfillment", fulfillment::create),
    ("payments.open_dispute", dispute::open),
    ("payments.refund", refund::refund),
    ("payments.retrieve", retrieve::retrieve),
    ("payments.retrieve_by_merchant_order_id", retrieve::of_order),
    ("payments.update_dispute", dispute::update),
];

/// All payments.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Payments {
    /// By their ids.
    records: BTreeMap<String, Box<Record>>,
    /// The ids of each order's payments, the oldest first.
    orders: BTreeMap<String, Vec<String>>,
    timers: Timers,
}

impl Payments {
    /// Whether a payment has this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.records.contains_key(id)
    }

    fn keep(&mut self, mut record: Record) {
        record.number = u64::try_from(self.records.len()).unwrap_or(u64::MAX).saturating_add(1);
        let id = record.id().to_owned();
        if let Some(order) = &record.payment.merchant_order_id {
            self.orders.entry(order.clone()).or_default().push(id.clone());
        }
        self.records.insert(id, Box::new(record));
    }

    fn of_order(&self, order: &str) -> impl Iterator<Item = &Record> {
        self.orders.get(order).into_iter().flatten().filter_map(|id| self.records.get(id).map(|record| &**record))
    }

    /// Whether the money of a payment was charged, whatever became of it later.
    pub(crate) fn has_succeeded(&self, id: &str) -> bool {
        self.records.get(id).is_some_and(|record| record.plan.settled)
    }

    /// Everything about them, the oldest first.
    pub(crate) fn overview(&self) -> Vec<PaymentSeen> {
        let mut all: Vec<&Record> = self.records.values().map(|record| &**record).collect();
        all.sort_by_key(|record| record.number);
        let one = |record: &Record| PaymentSeen {
            payment: answers::payment(record, Shown::HISTORY),
            deadline: record.deadline,
            fulfillments: record.fulfillments.clone(),
        };
        all.into_iter().map(one).collect()
    }
}

/// What has come due by now happens, each thing at its own time.
pub(crate) fn advance(domain: &mut Domain, now: Timestamp) {
    while let Some(due) = domain.payments.timers.take(now) {
        if let Some(mut desk) = Desk::find(domain, &due.payment, due.at) {
            desk.fall_due(&due);
            aftermath::settle(domain, &due.payment, due.at);
        }
    }
}

/// Does to a payment what only somebody outside the API can.
pub(crate) fn act(domain: &mut Domain, payment: &str, act: Act, now: Timestamp) -> Result<(), String> {
    let desk = Desk::find(domain, payment, now);
    desk.ok_or_else(|| format!("there is no payment {payment}"))?.act(act)?;
    aftermath::settle(domain, payment, now);
    Ok(())
}

#[cfg(test)]
mod tests;
