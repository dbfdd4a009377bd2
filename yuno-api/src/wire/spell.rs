//! Numbers and instants as text, without the heap: a payment holds dozens of each.

use jiff::{Timestamp, tz::Offset};
use rust_decimal::Decimal;

/// A short text of ASCII, filled from its end.
pub(super) struct Spelled {
    bytes: [u8; Self::SIZE],
    start: usize,
}

impl Spelled {
    /// More than any number or instant needs.
    const SIZE: usize = 48;

    fn new() -> Self {
        Self { bytes: [0; Self::SIZE], start: Self::SIZE }
    }

    pub(super) fn as_str(&self) -> &str {
        self.bytes.get(self.start..).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    fn push(&mut self, byte: u8) {
        // There is always room; where there were none, a byte too few is better than a panic.
        if let Some(at) = self.start.checked_sub(1) {
            self.start = at;
            self.bytes[at] = byte;
        }
    }

    /// So many digits of a number, the last ones. What is left of it comes back.
    fn digits(&mut self, mut number: u64, count: u32) -> u64 {
        for _ in 0..count {
            self.push(b'0' + u8::try_from(number % 10).unwrap_or_default());
            number /= 10;
        }
        number
    }

    /// The digits that a number has, at least one.
    fn number(&mut self, mut number: u64) {
        loop {
            number = self.digits(number, 1);
            if number == 0 {
                return;
            }
        }
    }
}

/// A whole number: `-3`.
pub(super) fn integer(number: i64) -> Spelled {
    let mut out = Spelled::new();
    out.number(number.unsigned_abs());
    if number < 0 {
        out.push(b'-');
    }
    out
}

/// A decimal with all its digits: `150.00`.
pub(super) fn decimal(number: &Decimal) -> Spelled {
    let mut out = Spelled::new();
    let scale = number.scale();
    let mut rest = number.mantissa().unsigned_abs();
    let mut places = scale;
    // Few numbers have more digits than an u64 holds.
    while rest > u128::from(u64::MAX) {
        out.digits(u64::try_from(rest % 10).unwrap_or_default(), 1);
        rest /= 10;
        if places > 0 {
            places -= 1;
            if places == 0 {
                out.push(b'.');
            }
        }
    }
    let mut rest = u64::try_from(rest).unwrap_or(u64::MAX);
    if places > 0 {
        rest = out.digits(rest, places);
        out.push(b'.');
    }
    out.number(rest);
    if number.is_sign_negative() && !number.is_zero() {
        out.push(b'-');
    }
    out
}

/// An instant in UTC, without zeros at the end of its fraction: `2026-08-21T15:02:11.4829Z`.
pub(super) fn instant(time: Timestamp) -> Option<Spelled> {
    let at = Offset::UTC.to_datetime(time);
    let year = u64::try_from(at.year()).ok()?;
    let small = |part: i8| u64::try_from(part).unwrap_or_default();
    let mut out = Spelled::new();
    out.push(b'Z');
    let mut fraction = u64::try_from(at.subsec_nanosecond()).ok()?;
    if fraction > 0 {
        let mut places = 9;
        while fraction % 10 == 0 {
            (fraction, places) = (fraction / 10, places - 1);
        }
        out.digits(fraction, places);
        out.push(b'.');
    }
    for (part, before) in
        [(at.second(), b':'), (at.minute(), b':'), (at.hour(), b'T'), (at.day(), b'-'), (at.month(), b'-')]
    {
        out.digits(small(part), 2);
        out.push(before);
    }
    out.digits(year, 4);
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn decimals_are_spelt_as_they_print(mantissa in prop_oneof![any::<i64>().prop_map(i128::from), -(1_i128 << 96) + 1..1_i128 << 96, -1000_i128..1000], scale in 0_u32..=28) {
            let number = Decimal::from_i128_with_scale(mantissa, scale);
            let spelled = decimal(&number);
            prop_assert_eq!(spelled.as_str(), number.to_string());
        }

        #[test]
        fn integers_are_spelt_as_they_print(number in any::<i64>()) {
            let spelled = integer(number);
            prop_assert_eq!(spelled.as_str(), number.to_string());
        }

        #[test]
        fn instants_are_spelt_as_they_print(seconds in -377_705_023_201_i64..=253_402_207_200, nanoseconds in prop_oneof![Just(0), 0_i32..1_000_000_000, (0_i32..1000).prop_map(|it| it * 1_000_000)]) {
            let Ok(time) = Timestamp::new(seconds, if seconds < 0 { -nanoseconds } else { nanoseconds }) else { return Ok(()) };
            if let Some(spelled) = instant(time) {
                prop_assert_eq!(spelled.as_str(), time.to_string());
            }
        }
    }
}
