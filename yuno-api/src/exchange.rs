//! Every operation with the types of its bodies, for programs that stand on the other side or look at recorded
//! traffic: sandboxes, proxies, `cargo xtask conform`.
//!
//! Needs the feature `server`.

use std::fmt;

use crate::{
    operation::Operation,
    wire::{Decode, DecodeError, FieldView, inspect},
};

pub use crate::wire::inspect::{Checked, Inspection};

/// An operation and how to read its bodies.
#[derive(Debug)]
#[non_exhaustive]
pub struct Exchange {
    /// The operation.
    pub operation: &'static Operation,
    /// Reads a request's body. `None` where the operation takes none.
    pub request: Option<Inspect>,
    /// Reads a successful answer's body. `None` where the operation answers without one.
    pub response: Option<Inspect>,
    check: Option<Check>,
}

/// Reads a body, writes it again, and says what the type does not know of it.
pub type Inspect = fn(&[u8]) -> Result<Inspection, DecodeError>;

type Check = fn(&[u8]) -> Result<Checked, DecodeError>;

/// Every operation, in the order of the spec.
pub fn all() -> impl Iterator<Item = &'static Exchange> {
    crate::generated::EXCHANGES.iter().copied().flatten()
}

/// Every object of the API by its name in the spec, in the order of its files.
pub fn objects() -> impl Iterator<Item = (&'static str, Inspect)> {
    crate::generated::OBJECTS.iter().copied().flatten().copied()
}

/// Reads an error answer's body.
///
/// # Errors
///
/// Where it is not a JSON object.
pub fn error_body(body: &[u8]) -> Result<Inspection, DecodeError> {
    inspect::inspect::<crate::types::ErrorBody>(body)
}

impl Exchange {
    /// Holds a request's body against the operation's type and its limits, as a server does that takes it in. An
    /// operation that takes no body takes any.
    ///
    /// Stricter than [`request`](Self::request): a value of another JSON type than its member's is a violation.
    ///
    /// ```
    /// let mut exchanges = yuno_api::exchange::all();
    /// let cancel = exchanges.find(|it| it.operation.id == "payments.cancel").unwrap();
    /// let checked = cancel.check(br#"{"description": ["no text"], "merchant_reference": "ref-1", "colour": "red"}"#)?;
    /// assert_eq!(checked.violations[0].to_string(), "$.description holds a list that does not fit");
    /// assert_eq!(checked.unknown_fields, ["$.colour"]);
    /// # Ok::<(), yuno_api::types::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the body is not JSON, or no object.
    pub fn check(&self, body: &[u8]) -> Result<Checked, DecodeError> {
        self.check.map_or_else(|| Ok(Checked::default()), |check| check(body))
    }

    pub(crate) const fn new(operation: &'static Operation) -> Self {
        Self { operation, request: None, response: None, check: None }
    }

    pub(crate) const fn takes<T: Decode + FieldView + fmt::Debug>(mut self) -> Self {
        self.request = Some(inspect::inspect::<T>);
        self.check = Some(inspect::check::<T>);
        self
    }

    pub(crate) const fn answers<T: Decode + FieldView + fmt::Debug>(mut self) -> Self {
        self.response = Some(inspect::inspect::<T>);
        self
    }
}

/// Each object's name with how to read it.
macro_rules! object_table {
    ($($name:ident,)*) => {
        &[$((stringify!($name), crate::wire::inspect::inspect::<crate::types::$name>)),*]
    };
}
pub(crate) use object_table;
