//! The sandbox's time: the machine's, or one that stands still until it is moved.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What the sandbox takes for now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Clock {
    /// The machine's time, and how far the sandbox was moved ahead of it.
    Real {
        #[serde(default)]
        ahead: SignedDuration,
    },
    /// Stands still.
    Fixed { now: Timestamp },
}

impl Clock {
    pub(crate) fn real() -> Self {
        Self::Real { ahead: SignedDuration::ZERO }
    }

    pub(crate) fn now(&self) -> Timestamp {
        match self {
            Self::Real { ahead } => Timestamp::now().saturating_add(*ahead).unwrap_or(Timestamp::MAX),
            Self::Fixed { now } => *now,
        }
    }

    pub(crate) fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed { .. })
    }

    /// Moves it so that it is this instant now. It is never moved back.
    pub(crate) fn move_to(&mut self, instant: Timestamp) {
        let by = instant.duration_since(self.now()).max(SignedDuration::ZERO);
        match self {
            Self::Real { ahead } => *ahead = ahead.saturating_add(by),
            Self::Fixed { now } => *now = instant.max(*now),
        }
    }

    /// The instant that comes this much later. `Err` says why there is none.
    pub(crate) fn later(&self, by: SignedDuration) -> Result<Timestamp, String> {
        if by.is_negative() {
            return Err("the clock cannot be moved back; give a duration that is not negative".to_owned());
        }
        self.now().checked_add(by).map_err(|_| "the clock cannot be moved past the year 9999".to_owned())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_moves_only_when_told_to() {
        let start: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let mut clock = Clock::Fixed { now: start };
        assert_eq!(clock.now(), start);
        clock.move_to(clock.later(SignedDuration::from_hours(6)).unwrap());
        assert_eq!(clock.now().to_string(), "2026-01-01T06:00:00Z");
        clock.move_to(start);
        assert_eq!(clock.now().to_string(), "2026-01-01T06:00:00Z");
    }

    #[test]
    fn a_real_clock_goes_on_from_where_it_was_moved_to() {
        let mut clock = Clock::real();
        let later = clock.later(SignedDuration::from_hours(24)).unwrap();
        clock.move_to(later);
        assert!(clock.now() >= later);
    }

    #[test]
    fn no_clock_goes_back_or_past_the_end() {
        let clock = Clock::real();
        assert!(clock.later(SignedDuration::from_secs(-1)).is_err());
        assert!(clock.later(SignedDuration::MAX).is_err());
    }
}
