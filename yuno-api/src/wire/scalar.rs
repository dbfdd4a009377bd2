//! Texts, numbers and flags: how each is read from whatever the API sends, and shown to the driver.

use super::{
    FieldSlot, FieldView, Json, Sensitive, View,
    reader::{Quoted, Reader},
    slot::{ScalarsSlot, Slot},
};
use jiff::Timestamp;
use rust_decimal::Decimal;

/// How a scalar wants to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As a text, a number or a flag.
    Plain,
    /// As it stands in the body, whatever it is.
    Exact,
}

/// A value as it stands in the body.
#[derive(Clone, Copy)]
pub enum Raw<'a> {
    /// A text, without quotes and escapes.
    Text(&'a str),
    /// A number, every digit of it.
    Number(&'a str),
    /// A flag.
    Flag(bool),
    /// Any JSON.
    Json(&'a str),
}

/// How a value went into its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It would be written as it came.
    Exact,
    /// It is there, but would be written otherwise.
    Respelled,
    /// It is not there.
    Misfit,
}

/// A type that is a text, number, flag, or any JSON value.
pub trait Scalar: Sized {
    /// How it wants to be read.
    const KIND: Kind;
    /// Reads it. `None` where the value does not fit.
    fn read(raw: Raw<'_>) -> Option<(Self, Fit)>;
    /// Shows it.
    fn view(&self) -> View<'_>;
    /// A value with nothing in it, where one is needed before the real one is read.
    fn blank() -> Self;
}

/// Where a scalar goes.
pub trait ScalarSlot {
    /// How it wants to be read.
    fn kind(&self) -> Kind;
    /// Takes a value.
    fn read(&mut self, raw: Raw<'_>) -> Fit;
    /// Takes it away again.
    fn clear(&mut self);
}

impl<T: Scalar> ScalarSlot for T {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn read(&mut self, raw: Raw<'_>) -> Fit {
        match T::read(raw) {
            Some((value, fit)) => {
                *self = value;
                fit
            }
            None => Fit::Misfit,
        }
    }

    fn clear(&mut self) {
        *self = T::blank();
    }
}

impl<T: Scalar> ScalarSlot for Option<T> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn read(&mut self, raw: Raw<'_>) -> Fit {
        let read = T::read(raw);
        let fit = read.as_ref().map_or(Fit::Misfit, |(_, fit)| *fit);
        *self = read.map(|(value, _)| value);
        fit
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Scalar> FieldSlot for T {
    fn field_slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }

    fn field_empty() -> Self {
        T::blank()
    }
}

impl<T: Scalar> FieldSlot for Option<T> {
    fn field_slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }

    fn field_empty() -> Self {
        None
    }
}

impl<T: Scalar> FieldView for T {
    fn field_view(&self) -> View<'_> {
        self.view()
    }
}

impl<T: Scalar> FieldView for Option<T> {
    fn field_view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, Scalar::view)
    }
}

impl<T: Scalar> ScalarsSlot for Vec<T> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn start(&mut self) {
        self.clear();
    }

    fn push(&mut self, raw: Raw<'_>) -> Fit {
        let read = T::read(raw);
        let fit = read.as_ref().map_or(Fit::Misfit, |(_, fit)| *fit);
        self.extend(read.map(|(value, _)| value));
        fit
    }

    fn clear(&mut self) {
        self.clear();
    }
}

impl<T: Scalar> ScalarsSlot for Option<Vec<T>> {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn start(&mut self) {
        *self = Some(Vec::new());
    }

    fn push(&mut self, raw: Raw<'_>) -> Fit {
        ScalarsSlot::push(self.get_or_insert_default(), raw)
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// Reads a scalar from JSON that was read before.
pub(super) fn read_json<T: Scalar>(json: &str) -> Option<T> {
    let read = if T::KIND == Kind::Exact {
        T::read(Raw::Json(json))
    } else {
        match json.as_bytes().first()? {
            b'"' => T::read(Raw::Text(&Reader::new(json).quoted().ok().and_then(Quoted::text)?)),
            b't' => T::read(Raw::Flag(true)),
            b'f' => T::read(Raw::Flag(false)),
            b'-' | b'0'..=b'9' => T::read(Raw::Number(json)),
            _ => None,
        }
    };
    read.map(|(value, _)| value)
}

/// For types that are made from a text: a number or a flag is taken as its text.
pub(crate) fn read_text<T: for<'a> From<&'a str>>(raw: Raw<'_>) -> Option<(T, Fit)> {
    match raw {
        Raw::Text(text) => Some((T::from(text), Fit::Exact)),
        Raw::Number(text) => Some((T::from(text), Fit::Respelled)),
        Raw::Flag(flag) => Some((T::from(if flag { "true" } else { "false" }), Fit::Respelled)),
        Raw::Json(_) => None,
    }
}

impl Scalar for String {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        read_text(raw)
    }

    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl Scalar for Sensitive {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        read_text(raw)
    }

    fn view(&self) -> View<'_> {
        View::Secret(self)
    }

    fn blank() -> Self {
        Self::default()
    }
}

impl Scalar for bool {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        match raw {
            Raw::Flag(flag) => Some((flag, Fit::Exact)),
            Raw::Text(text) => text.parse().ok().map(|flag| (flag, Fit::Respelled)),
            _ => None,
        }
    }

    fn view(&self) -> View<'_> {
        View::Flag(*self)
    }

    fn blank() -> Self {
        false
    }
}

impl Scalar for i64 {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        let (text, is_number) = match raw {
            Raw::Number(text) => (text, true),
            Raw::Text(text) => (text, false),
            Raw::Flag(_) | Raw::Json(_) => return None,
        };
        match text.parse() {
            Ok(number) => Some((number, if is_number && text != "-0" { Fit::Exact } else { Fit::Respelled })),
            Err(_) => {
                let number = parse_decimal(text)?;
                let number = number.is_integer().then(|| Self::try_from(number).ok()).flatten()?;
                Some((number, Fit::Respelled))
            }
        }
    }

    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }

    fn blank() -> Self {
        0
    }
}

impl Scalar for Decimal {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        match raw {
            Raw::Number(text) => read_decimal(text),
            Raw::Text(text) => parse_decimal(text).map(|number| (number, Fit::Respelled)),
            Raw::Flag(_) | Raw::Json(_) => None,
        }
    }

    fn view(&self) -> View<'_> {
        View::Number(self)
    }

    fn blank() -> Self {
        Self::ZERO
    }
}

/// A decimal that holds every digit of the text, or nothing.
pub(super) fn parse_decimal(text: &str) -> Option<Decimal> {
    read_decimal(text).map(|(number, _)| number)
}

/// The same, and whether it would be written as it came. In one pass, since most numbers are money and short.
fn read_decimal(text: &str) -> Option<(Decimal, Fit)> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let mut mantissa: i128 = 0;
    let (mut count, mut point, mut exponent) = (0_usize, None, None);
    for (at, &byte) in digits.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                count += 1;
            }
            b'.' if point.is_none() => point = Some(count),
            b'e' | b'E' => {
                exponent = Some(std::str::from_utf8(digits.get(at + 1..)?).ok()?);
                break;
            }
            _ => return None,
        }
    }
    if count == 0 {
        return None;
    }
    let fraction = i64::try_from(point.map_or(0, |point| count - point)).ok()?;
    let mut scale = fraction;
    let mut fit = if exponent.is_some() || (negative && mantissa == 0) { Fit::Respelled } else { Fit::Exact };
    if let Some(exponent) = exponent {
        scale = fraction.checked_sub(exponent.parse::<i32>().ok()?.into())?;
    }
    // Zeros at the end may be too many for a decimal, and say nothing.
    while scale > MOST_PLACES && mantissa % 10 == 0 && mantissa != 0 {
        (mantissa, scale, fit) = (mantissa / 10, scale - 1, Fit::Respelled);
    }
    while scale < 0 && mantissa != 0 {
        (mantissa, scale) = (mantissa.checked_mul(10)?, scale + 1);
    }
    if mantissa == 0 && !(0..=MOST_PLACES).contains(&scale) {
        (scale, fit) = (0, Fit::Respelled);
    }
    let signed = if negative { -mantissa } else { mantissa };
    let number = Decimal::try_from_i128_with_scale(signed, u32::try_from(scale).ok()?).ok()?;
    Some((number, fit))
}

/// How many digits a decimal has after its point at most.
const MOST_PLACES: i64 = 28;

impl Scalar for Timestamp {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        let Raw::Text(text) = raw else { return None };
        let instant: Self = text.parse().ok()?;
        let fit = if is_canonical(text.as_bytes()) { Fit::Exact } else { Fit::Respelled };
        Some((instant, fit))
    }

    fn view(&self) -> View<'_> {
        View::Time(self)
    }

    fn blank() -> Self {
        Self::UNIX_EPOCH
    }
}

/// Whether an instant is spelt as we spell it: `2026-08-21T15:02:11.4829Z`, without zeros at the end of the fraction.
fn is_canonical(text: &[u8]) -> bool {
    let Some((date_time, [fraction @ .., b'Z'])) = text.split_at_checked(19) else { return false };
    let shape = date_time.iter().zip(b"dddd-dd-ddTdd:dd:dd").all(|(byte, expected)| match expected {
        b'd' => byte.is_ascii_digit(),
        expected => byte == expected,
    });
    // A leap second is read as the one before it.
    shape
        && !date_time.ends_with(b"60")
        && match fraction {
            [] => true,
            [b'.', digits @ .., last] => {
                *last != b'0' && last.is_ascii_digit() && digits.iter().all(u8::is_ascii_digit)
            }
            _ => false,
        }
}

impl Scalar for Json {
    const KIND: Kind = Kind::Exact;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        let Raw::Json(json) = raw else { return None };
        Some((Self::from_json(json), Fit::Exact))
    }

    fn view(&self) -> View<'_> {
        View::Json(self)
    }

    fn blank() -> Self {
        Self::null()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn decimals_are_read_as_their_own_type_reads_them(text in r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?") {
            let read = read_decimal(&text);
            prop_assert_eq!(read.map(|(number, _)| number), Decimal::from_str_exact(&text).ok(), "{}", text);
            if let Some((number, fit)) = read {
                prop_assert_eq!(fit == Fit::Exact, number.to_string() == text, "{}", text);
            }
        }

        #[test]
        fn decimals_with_fractions_and_exponents_are_those_of_their_own_type(
            text in r"-?[0-9]{1,8}(\.[0-9]{1,6})?[eE][+-]?[0-9]",
        ) {
            let read = read_decimal(&text).map(|(number, _)| number);
            prop_assert_eq!(read, Decimal::from_scientific(&text).ok(), "{}", text);
        }

        #[test]
        fn what_a_decimal_prints_is_read_as_it_is(mantissa: i64, scale in 0_u32..=28) {
            let number = Decimal::new(mantissa, scale);
            let (read, fit) = read_decimal(&number.to_string()).unwrap();
            prop_assert_eq!((read, read.scale(), fit), (number, scale, Fit::Exact));
        }

        #[test]
        fn other_texts_are_no_decimals(text in r"[-+.eE0-9_ x]{0,8}") {
            // A number has digits before its point, and a sign at most once; all that it may look like is in here.
            let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
            let digits = mantissa.strip_prefix(['-', '+']).unwrap_or(mantissa);
            let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
            let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            let is_number = digits.matches('.').count() <= 1
                && are_digits(&digits.replace('.', ""))
                && digits.bytes().any(|byte| byte.is_ascii_digit())
                && are_digits(exponent)
                && !exponent.is_empty();
            prop_assert!(is_number || read_decimal(&text).is_none(), "{}", text);
        }

        #[test]
        fn decimals_with_exponents_are_exact(mantissa in -1_000_000_i64..1_000_000, exponent in -20_i32..20) {
            let text = format!("{mantissa}e{exponent}");
            let expected = if exponent < 0 {
                Decimal::new(mantissa, exponent.unsigned_abs())
            } else {
                Decimal::from(mantissa) * Decimal::from(10_u64.pow(exponent.unsigned_abs().min(19)))
            };
            let read = read_decimal(&text).map(|(number, _)| number);
            prop_assert_eq!(read, Some(expected), "{}", text);
        }

        #[test]
        fn instants_are_canonical_where_they_print_as_they_came(
            text in r"[0-9]{4}-[01][0-9]-[0-3][0-9][Tt ][0-2][0-9]:[0-6][0-9]:[0-6][0-9]([.,][0-9]{1,9})?(Z|z|\+00:00|-03:00)",
        ) {
            let Ok(time) = text.parse::<Timestamp>() else { return Ok(()) };
            prop_assert_eq!(is_canonical(text.as_bytes()), time.to_string() == text, "{} {}", time, text);
        }
    }

    proptest! {
        #[test]
        fn what_an_instant_prints_is_read_as_it_is(second in YEAR_0..YEAR_10000, nanosecond in 0_i32..1_000_000_000) {
            let time = Timestamp::new(second, nanosecond).unwrap();
            let read = <Timestamp as Scalar>::read(Raw::Text(&time.to_string()));
            prop_assert_eq!(read, Some((time, Fit::Exact)));
        }
    }

    /// The years that have four digits, in seconds.
    const YEAR_0: i64 = -62_167_219_200;
    const YEAR_10000: i64 = 253_402_207_200;

    #[test]
    fn odd_numbers_are_read_exactly_or_not_at_all() {
        for (text, expected) in [
            ("", None),
            ("-", None),
            (".", None),
            ("e5", None),
            ("1e", None),
            ("1.2.3", None),
            ("1_000", None),
            ("NaN", None),
            ("0x10", None),
            ("1e400", None),
            ("1e-400", None),
            ("0e400", Some("0")),
            ("-0", Some("0")),
            ("-0.00", Some("0.00")),
            ("1.5E+3", Some("1500")),
            ("100e-2", Some("1.00")),
            ("79228162514264337593543950335", Some("79228162514264337593543950335")),
            ("79228162514264337593543950336", None),
            ("0.1000000000000000000000000000000000", Some("0.1000000000000000000000000000")),
            ("0.12345678901234567890123456789", None),
            ("99999999999999999999999999999999999999999999", None),
        ] {
            assert_eq!(parse_decimal(text).map(|it| it.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!(
            <i64 as Scalar>::read(Raw::Number("9007199254740993.0")),
            Some((9_007_199_254_740_993, Fit::Respelled))
        );
        assert_eq!(<i64 as Scalar>::read(Raw::Number("9007199254740991.4")), None);
        assert_eq!(<i64 as Scalar>::read(Raw::Number("9223372036854775808")), None);
        assert_eq!(<i64 as Scalar>::read(Raw::Number("1e2")), Some((100, Fit::Respelled)));
        assert_eq!(<i64 as Scalar>::read(Raw::Text("12")), Some((12, Fit::Respelled)));
    }
}
