//! What comes due when.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Ids by the time at which something is to happen to them. An entry whose time has been put off stays: whoever takes
/// it looks whether it still holds.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Agenda(BTreeSet<(Timestamp, String)>);

impl Agenda {
    pub(crate) fn add(&mut self, due: Timestamp, id: &str) {
        self.0.insert((due, id.to_owned()));
    }

    /// The earliest that is due by now.
    pub(crate) fn take(&mut self, now: Timestamp) -> Option<(Timestamp, String)> {
        if self.0.first()?.0 > now {
            return None;
        }
        self.0.pop_first()
    }
}
