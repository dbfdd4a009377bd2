//! What happens to payments by itself once its time has come.

use std::collections::BTreeSet;

use jiff::{Span, Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// What is to happen, the soonest first.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Timers {
    due: BTreeSet<Due>,
    set: u64,
}

/// Something that is to happen to a payment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Due {
    pub at: Timestamp,
    /// What was asked for first happens first.
    order: u64,
    pub payment: String,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum What {
    /// Its time is over, if it still waits for the same.
    Expire,
    /// An authorization is captured in full.
    Capture,
    /// An authorization is canceled.
    Cancel,
    /// A capture or refund that was declined is tried again. Names the transaction.
    Repeat(String),
}

impl Timers {
    pub(super) fn set(&mut self, at: Timestamp, payment: &str, what: What) {
        self.set += 1;
        self.due.insert(Due { at, order: self.set, payment: payment.to_owned(), what });
    }

    /// The next that is due by now.
    pub(super) fn take(&mut self, now: Timestamp) -> Option<Due> {
        if self.due.first()?.at > now { None } else { self.due.pop_first() }
    }
}

/// The time that lies so long after another one, by an ISO 8601 duration such as `P20D`. `None` where it is no duration,
/// or goes backwards, or out of all bounds.
pub(super) fn after(now: Timestamp, duration: &str) -> Option<Timestamp> {
    let span: Span = duration.trim().parse().ok()?;
    if span.is_negative() {
        return None;
    }
    // Days and months are those of UTC.
    now.to_zoned(TimeZone::UTC).checked_add(span).ok().map(|then| then.timestamp())
}
