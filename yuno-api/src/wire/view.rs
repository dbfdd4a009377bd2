//! Reading a value member by member, whatever its type: what encoding, comparing, printing and validating use.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::{EncodeError, Json, Sensitive, UnknownFields, encode, schema::Schema};

/// A value that travels as a JSON object.
///
/// Implemented by every type of [`types`](crate::types); not meant to be implemented elsewhere.
pub trait Encode {
    /// The JSON text of the value, as a call sends it: what was read, unknown members included.
    ///
    /// `serde_json::to_vec` gives the same bytes and takes longer; use it where the value stands within one of yours.
    ///
    /// ```
    /// use yuno_api::types::{Amount, Currency, Decode, Encode};
    ///
    /// let amount = Amount::new(Currency::Brl, yuno_api::dec!(150.00));
    /// let json = amount.encode()?;
    /// assert_eq!(json, br#"{"currency":"BRL","value":150.00}"#);
    /// assert_eq!(Amount::decode(&json)?, amount);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the value is nested more than a hundred objects deep, which no type of the API comes near.
    fn encode(&self) -> Result<Vec<u8>, EncodeError>
    where
        Self: Sized,
    {
        encode::encode(self)
    }

    /// The JSON text of a list of values, which [`Decode`](super::Decode) reads back as a `Vec`.
    ///
    /// # Errors
    ///
    /// As [`encode`](Self::encode).
    fn encode_list(values: &[Self]) -> Result<Vec<u8>, EncodeError>
    where
        Self: Sized,
    {
        encode::encode_list(values)
    }

    /// The type's table.
    #[doc(hidden)]
    fn schema(&self) -> &'static Schema;
    /// The member at this index of the table.
    #[doc(hidden)]
    fn view(&self, index: usize) -> View<'_>;
    /// What the table does not know.
    #[doc(hidden)]
    fn kept(&self) -> &UnknownFields;
}

/// One member of an object, or one item of a list.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Not there.
    Absent,
    /// Set to null on purpose.
    Null,
    /// Text that may be anything: never printed.
    Text(&'a str),
    /// Text from a list that we know: may be printed.
    Known(&'a str),
    /// Text where one from a list is expected, but not from it: never printed.
    Unrecognized(&'a str),
    /// An id: printed where it has the form of one.
    Id(&'a str),
    /// Text that must not be seen.
    Secret(&'a Sensitive),
    /// A whole number.
    Integer(i64),
    /// An exact number.
    Number(&'a Decimal),
    /// A flag.
    Flag(bool),
    /// An instant.
    Time(&'a Timestamp),
    /// Any JSON value.
    Json(&'a Json),
    /// An object.
    Object(&'a dyn Encode),
    /// A list.
    List(&'a dyn ListView),
}

/// The items of a list.
pub trait ListView {
    /// How many.
    fn count(&self) -> usize;
    /// The item at this index; absent past the end.
    fn item(&self, index: usize) -> View<'_>;
}

/// A type that can stand in a member or in a list.
///
/// Each of these implementations is for any `T`, and not one for each type of the API: the compiler holds every two
/// implementations for `Option` against each other, and builds a generic one only where it is used.
pub trait FieldView {
    /// What it holds.
    fn field_view(&self) -> View<'_>;
}

impl<T: FieldView> FieldView for Option<T> {
    fn field_view(&self) -> View<'_> {
        match self {
            Some(value) => value.field_view(),
            None => View::Absent,
        }
    }
}

impl<T: Encode> FieldView for Box<T> {
    fn field_view(&self) -> View<'_> {
        View::Object(&**self)
    }
}
