//! Decimals as literals, read by the compiler.
//!
//! `rust_decimal` has such a macro, but what it makes names `rust_decimal`, which a program that depends on this crate
//! alone does not have. It would also bring a second version of `syn` into the program's build.

use rust_decimal::Decimal;

/// Writes an amount as a [`Decimal`](crate::types::Decimal): `dec!(150.00)`. It keeps the decimals that are written.
///
/// ```
/// use yuno_api::{dec, types::Decimal};
///
/// const FEE: Decimal = dec!(-0.50);
/// assert_eq!(FEE.to_string(), "-0.50");
/// assert_eq!(dec!(1_250.00) + FEE, dec!(1249.5));
/// ```
///
/// What is no plain number, or has more than 28 decimals or 28 digits, does not compile:
///
/// ```compile_fail
/// let amount = yuno_api::dec!(1e3);
/// ```
#[macro_export]
macro_rules! dec {
    ($number:literal) => {
        const { $crate::money::decimal_literal(::core::stringify!($number)) }
    };
}

/// What `dec!` calls while it is compiled.
///
/// # Panics
///
/// Where the text is no plain number. In a constant, that is a compile error.
#[doc(hidden)]
#[must_use]
// In a constant, this is how to refuse.
#[allow(clippy::panic)]
pub const fn decimal_literal(text: &str) -> Decimal {
    /// What 96 bits hold for certain.
    const MOST_DIGITS: u32 = 28;
    let text = text.as_bytes();
    let (mut mantissa, mut digits, mut decimals): (u128, u32, u32) = (0, 0, 0);
    let (mut negative, mut in_decimals) = (false, false);
    let mut at = 0;
    while at < text.len() {
        match text[at] {
            b'-' if at == 0 => negative = true,
            b' ' if at == 1 && negative => {}
            b'_' => {}
            b'.' => in_decimals = true,
            digit @ b'0'..=b'9' => {
                assert!(digits < MOST_DIGITS, "an amount has at most 28 digits");
                mantissa = mantissa * 10 + (digit - b'0') as u128;
                // Leading zeros take no room.
                digits += (mantissa > 0) as u32;
                decimals += in_decimals as u32;
                assert!(decimals <= MOST_DIGITS, "an amount has at most 28 decimals");
            }
            _ => panic!("write the amount in plain digits without a type, such as dec!(150.00)"),
        }
        at += 1;
    }
    let [low, middle, high] = [word(mantissa), word(mantissa >> 32), word(mantissa >> 64)];
    Decimal::from_parts(low, middle, high, negative && mantissa > 0, decimals)
}

#[allow(clippy::cast_possible_truncation)]
const fn word(bits: u128) -> u32 {
    (bits & 0xFFFF_FFFF) as u32
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn literals_are_what_is_written() {
        for (made, text) in [
            (crate::dec!(0), "0"),
            (crate::dec!(0.00), "0.00"),
            (crate::dec!(-0.0), "0.0"),
            (crate::dec!(150.00), "150.00"),
            (crate::dec!(-1_250.5), "-1250.5"),
            (crate::dec!(12345678901234.5678), "12345678901234.5678"),
            (crate::dec!(9999999999999999999999999999), "9999999999999999999999999999"),
            (crate::dec!(0.0000000000000000000000000001), "0.0000000000000000000000000001"),
        ] {
            assert_eq!(made.to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn it_reads_what_the_decimals_own_parser_reads(mantissa in -(10_i128.pow(28) - 1)..10_i128.pow(28), scale in 0..=28_u32) {
            let text = Decimal::from_i128_with_scale(mantissa, scale).to_string();
            let (ours, theirs) = (decimal_literal(&text), Decimal::from_str_exact(&text).unwrap());
            prop_assert_eq!((ours.serialize(), ours.to_string()), (theirs.serialize(), text));
        }

        #[test]
        fn it_refuses_what_is_no_plain_number(text in "[0-9]{0,3}[a-f+eE][0-9]{0,3}") {
            prop_assert!(std::panic::catch_unwind(|| decimal_literal(&text)).is_err());
        }
    }
}
