//! Every operation with the types of its bodies, for programs that stand on the other side or look at recorded
//! traffic: sandboxes, proxies, `cargo xtask conform`.
//!
//! Needs the feature `server`.

use std::fmt;

use crate::{
    operation::Operation,
    wire::{Decode, DecodeError, FieldView, inspect},
};

pub use crate::wire::inspect::Inspection;

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
}

/// Reads a body, writes it again, and says what the type does not know of it.
pub type Inspect = fn(&[u8]) -> Result<Inspection, DecodeError>;

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
    pub(crate) const fn new(operation: &'static Operation) -> Self {
        Self { operation, request: None, response: None }
    }

    pub(crate) const fn takes<T: Decode + FieldView + fmt::Debug>(mut self) -> Self {
        self.request = Some(inspect::inspect::<T>);
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
