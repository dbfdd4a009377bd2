//! Texts, numbers and flags: how each is read from whatever the API sends, and shown to the driver.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde_json::value::RawValue;

use super::{
    FieldSlot, FieldView, Json, Sensitive, View,
    slot::{ScalarsSlot, Slot},
};

/// How a scalar wants to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As the parser sees it.
    Plain,
    /// As the text that stands in the body, so that no digit is lost.
    Exact,
}

/// A value as the parser saw it.
#[derive(Clone, Copy)]
pub enum Raw<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number from 0.
    Unsigned(u64),
    /// A whole number below 0.
    Signed(i64),
    /// Any other number.
    Float(f64),
    /// A flag.
    Flag(bool),
    /// JSON, as it stands in the body.
    Json(&'a RawValue),
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

/// Reads every item, or none.
pub(super) fn fill<T: Scalar>(items: &[&RawValue]) -> Option<Vec<T>> {
    items
        .iter()
        .map(|item| match read_json(item) {
            Some((value, Fit::Exact)) => Some(value),
            _ => None,
        })
        .collect()
}

impl<T: Scalar> ScalarsSlot for Vec<T> {
    fn fill(&mut self, items: &[&RawValue]) -> bool {
        let filled = fill(items);
        let fits = filled.is_some();
        *self = filled.unwrap_or_default();
        fits
    }

    fn clear(&mut self) {
        self.clear();
    }
}

impl<T: Scalar> ScalarsSlot for Option<Vec<T>> {
    fn fill(&mut self, items: &[&RawValue]) -> bool {
        *self = fill(items);
        self.is_some()
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// A text taken out of its quotes, or nothing where the JSON is no text.
pub(super) fn unquote(json: &str) -> Option<String> {
    json.starts_with('"').then(|| serde_json::from_str(json).ok()).flatten()
}

/// Reads a scalar from JSON text: what the parser would do, for a value that was already passed over.
pub(super) fn read_json<T: Scalar>(raw: &RawValue) -> Option<(T, Fit)> {
    if T::KIND == Kind::Exact {
        return T::read(Raw::Json(raw));
    }
    let json = raw.get();
    match json.as_bytes().first()? {
        b'"' => T::read(Raw::Text(&unquote(json)?)),
        b't' => T::read(Raw::Flag(true)),
        b'f' => T::read(Raw::Flag(false)),
        b'-' | b'0'..=b'9' => match (json.parse(), json.parse()) {
            (Ok(unsigned), _) => T::read(Raw::Unsigned(unsigned)),
            (_, Ok(signed)) => T::read(Raw::Signed(signed)),
            _ => T::read(Raw::Float(json.parse().ok()?)),
        },
        _ => None,
    }
}

/// A number or flag as text; `None` for a text, which needs no change, and for what has no text.
pub(super) fn respell(raw: Raw<'_>) -> Option<String> {
    match raw {
        Raw::Unsigned(number) => Some(number.to_string()),
        Raw::Signed(number) => Some(number.to_string()),
        Raw::Float(number) => serde_json::to_string(&number).ok(),
        Raw::Flag(flag) => Some(flag.to_string()),
        Raw::Text(_) | Raw::Json(_) => None,
    }
}

/// For types that are made from a text: a number or a flag is taken as its text.
pub(crate) fn read_text<T: for<'a> From<&'a str>>(raw: Raw<'_>) -> Option<(T, Fit)> {
    match raw {
        Raw::Text(text) => Some((T::from(text), Fit::Exact)),
        _ => respell(raw).map(|text| (T::from(&text), Fit::Respelled)),
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
        match raw {
            Raw::Unsigned(number) => Self::try_from(number).ok().map(|number| (number, Fit::Exact)),
            Raw::Signed(number) => Some((number, Fit::Exact)),
            Raw::Float(number) => whole(number).map(|number| (number, Fit::Respelled)),
            Raw::Text(text) => {
                let number = text.parse().ok().or_else(|| whole(text.parse().ok()?))?;
                Some((number, Fit::Respelled))
            }
            Raw::Flag(_) | Raw::Json(_) => None,
        }
    }

    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }

    fn blank() -> Self {
        0
    }
}

/// The integer that a float is, if it is one and small enough to be exact.
fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[allow(clippy::cast_possible_truncation)] // Within ±2^53 and without a fraction: nothing is cut off.
    (number.abs() <= EXACT && number.fract() == 0.0).then_some(number as i64)
}

impl Scalar for Decimal {
    const KIND: Kind = Kind::Exact;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        let Raw::Json(raw) = raw else { return None };
        let json = raw.get();
        if let Some(text) = unquote(json) {
            return parse_decimal(&text).map(|number| (number, Fit::Respelled));
        }
        let number = parse_decimal(json)?;
        let fit = if spells(&number, json) { Fit::Exact } else { Fit::Respelled };
        Some((number, fit))
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
    if text.bytes().any(|byte| matches!(byte, b'e' | b'E')) {
        // An exponent may ask for more digits than a decimal has; then what came is kept as it is.
        let number = Decimal::from_scientific(text).ok()?;
        return (number.to_string().parse::<f64>().ok() == text.parse::<f64>().ok()).then_some(number);
    }
    Decimal::from_str_exact(text).ok()
}

/// Whether the decimal is written just like the text, without going through the heap.
fn spells(number: &Decimal, text: &str) -> bool {
    use std::fmt::Write as _;

    struct Rest<'a>(&'a str);
    impl std::fmt::Write for Rest<'_> {
        fn write_str(&mut self, part: &str) -> std::fmt::Result {
            self.0 = self.0.strip_prefix(part).ok_or(std::fmt::Error)?;
            Ok(())
        }
    }

    let mut rest = Rest(text);
    write!(rest, "{number}").is_ok() && rest.0.is_empty()
}

impl Scalar for Timestamp {
    const KIND: Kind = Kind::Plain;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        let Raw::Text(text) = raw else { return None };
        let instant: Self = text.parse().ok()?;
        let fit = if instant.to_string() == text { Fit::Exact } else { Fit::Respelled };
        Some((instant, fit))
    }

    fn view(&self) -> View<'_> {
        View::Time(self)
    }

    fn blank() -> Self {
        Self::UNIX_EPOCH
    }
}

impl Scalar for Json {
    const KIND: Kind = Kind::Exact;

    fn read(raw: Raw<'_>) -> Option<(Self, Fit)> {
        let Raw::Json(raw) = raw else { return None };
        Some((Self::from_raw(raw), Fit::Exact))
    }

    fn view(&self) -> View<'_> {
        View::Json(self)
    }

    fn blank() -> Self {
        Self::from_text("null".to_owned())
    }
}
