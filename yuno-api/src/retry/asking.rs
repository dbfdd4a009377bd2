//! Pauses between questions that only read: soon at first, then ever more seldom.

use std::time::Duration;

/// Nobody needs to ask more often.
pub(crate) const SHORTEST: Duration = Duration::from_millis(100);
/// Nor more seldom.
pub(crate) const LONGEST: Duration = Duration::from_secs(86_400 * 365);

/// The wait after so many questions: the first, doubled with each, up to the cap. `random` is from 0 to 1, and takes up
/// to half of the wait away, so that those who began together do not ask together.
pub(crate) fn pause(first: Duration, cap: Duration, asked: u32, random: f64) -> Duration {
    let doublings = asked.saturating_sub(1).min(31);
    let wait = first.max(SHORTEST).saturating_mul(1 << doublings).min(cap.clamp(SHORTEST, LONGEST));
    // A float may round a long wait up.
    wait.mul_f64(1.0 - random.clamp(0.0, 1.0) / 2.0).min(wait)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn waits_double_up_to_the_cap() {
        let [first, cap] = [1, 10].map(Duration::from_secs);
        let waits: Vec<u64> = (1..=6).map(|asked| pause(first, cap, asked, 0.0).as_secs()).collect();
        assert_eq!(waits, [1, 2, 4, 8, 10, 10]);
        assert_eq!(pause(first, cap, 1, 1.0), Duration::from_millis(500));
    }

    proptest! {
        #[test]
        fn a_wait_is_never_too_short_nor_too_long(asked: u32, random: f64, first: u64, cap: u64) {
            let random = if random.is_nan() { 0.0 } else { random };
            let wait = pause(Duration::from_nanos(first), Duration::from_nanos(cap), asked, random);
            prop_assert!(wait >= SHORTEST / 2);
            prop_assert!(wait <= Duration::from_nanos(cap).max(SHORTEST));
            let endless = pause(Duration::MAX, Duration::MAX, asked, random);
            prop_assert!(endless <= LONGEST);
        }
    }
}
