//! Amounts written into a program: [`dec!`](crate::dec), read while it compiles.

use crate::types::Decimal;

/// Writes a [`Decimal`](crate::types::Decimal): `dec!(150.00)`. It keeps its decimals, and never is a float.
///
/// ```
/// use yuno_api::{dec, types::Decimal};
///
/// let price: Decimal = dec!(1_150.00);
/// assert_eq!(price.to_string(), "1150.00");
/// assert_eq!(dec!(-0.5) + dec!(2), dec!(1.5));
/// ```
///
/// What is no decimal number does not compile, nor does one that has too many digits:
///
/// ```compile_fail
/// # use yuno_api::dec;
/// let price = dec!(1e3);
/// ```
#[macro_export]
macro_rules! dec {
    ($number:literal) => {
        const { $crate::money::decimal_literal(::core::stringify!($number)) }
    };
}

/// What [`dec!`](crate::dec) calls.
///
/// # Panics
///
/// Where the text is no decimal number, or has more digits than fit: while the program compiles.
#[doc(hidden)]
#[must_use]
#[allow(clippy::panic, clippy::cast_possible_truncation)]
pub const fn decimal_literal(text: &str) -> Decimal {
    let text = text.as_bytes();
    let negative = !text.is_empty() && text[0] == b'-';
    let (mut at, mut digits, mut scale, mut point) = (negative as usize, 0, 0, false);
    let mut value: u128 = 0;
    while at < text.len() {
        match text[at] {
            digit @ b'0'..=b'9' => {
                value = value * 10 + (digit - b'0') as u128;
                digits += 1;
                scale += point as u32;
                // As many as a decimal has: more could also be too large for 96 bits, which is seen below.
                assert!(scale <= 28 && digits <= 29, "a decimal has at most 28 digits");
            }
            b'.' if !point => point = true,
            // A blank stands between the sign and the number.
            b'_' | b' ' => {}
            _ => panic!("write a decimal number, such as 150.00"),
        }
        at += 1;
    }
    assert!(digits > 0, "write a decimal number, such as 150.00");
    assert!(value >> 96 == 0, "the number is larger than a decimal can be");
    // Three parts of 32 bits each.
    Decimal::from_parts(value as u32, (value >> 32) as u32, (value >> 64) as u32, negative, scale)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_literal_keeps_its_digits() {
        let read = |text: &str| decimal_literal(text).to_string();
        assert_eq!(read("150.00"), "150.00");
        assert_eq!(read("- 0.5"), "-0.5");
        assert_eq!(read("1_000"), "1000");
        assert_eq!(read("79228162514264337593543950335"), Decimal::MAX.to_string());
        assert_eq!(crate::dec!(-12.50).to_string(), "-12.50");
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in ["", "-", ".", "1e3", "1.5f64", "0x10", "1.2.3", "79228162514264337593543950336"] {
            assert!(std::panic::catch_unwind(|| decimal_literal(text)).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn it_reads_what_the_library_reads(mantissa in -79_228_162_514_264_337_593_543_950_335_i128..=79_228_162_514_264_337_593_543_950_335, scale in 0_u32..=28) {
            let written = Decimal::from_i128_with_scale(mantissa, scale);
            // Zeros before the point are digits, too, which no literal of that size has room for.
            prop_assume!(written.to_string().bytes().filter(u8::is_ascii_digit).count() <= 29);
            let read = decimal_literal(&written.to_string());
            prop_assert_eq!((read, read.scale()), (written, written.scale()));
        }
    }
}
