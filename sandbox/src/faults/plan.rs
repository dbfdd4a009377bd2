//! Which of the armed faults strikes a call.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Fault, Kind};

/// The faults that are armed, in the order in which they were.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub(crate) struct Plan(Vec<Fault>);

/// What happens to one call.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) latency: Duration,
    pub(crate) fault: Option<Kind>,
}

impl Plan {
    /// Arms one. `Err` says what is wrong with it.
    pub(crate) fn arm(&mut self, mut fault: Fault) -> Result<(), String> {
        fault.check()?;
        if fault.next.is_none() && fault.probability.is_none() {
            fault.next = Some(1);
        }
        self.0.push(fault);
        Ok(())
    }

    /// What is wrong with what was read.
    pub(crate) fn check(&self) -> Result<(), String> {
        self.0.iter().try_for_each(Fault::check)
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn armed(&self) -> &[Fault] {
        &self.0
    }

    /// What happens to a call of this operation: of the latencies and of the other faults one each, that which was
    /// armed first.
    pub(crate) fn draw(&mut self, operation: &str) -> Drawn {
        let mut drawn = Drawn::default();
        let mut slow = false;
        for fault in &mut self.0 {
            if fault.is_latency() {
                if !slow && fault.strikes(operation) {
                    slow = true;
                    drawn.latency = fault.duration();
                }
            } else if drawn.fault.is_none() && fault.strikes(operation) {
                drawn.fault = Some(fault.fault.clone());
            }
        }
        self.0.retain(|fault| !fault.is_spent());
        drawn
    }
}
