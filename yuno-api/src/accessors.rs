//! What calling code needs from an answer to go on: ids, tokens, and the transaction that the next call is about.
//!
//! Every member of an answer is optional, because answers leave out what they do not know. Where the next call cannot
//! do without one, these methods say so in a sentence instead of leaving an `unwrap` to the caller. They also know
//! that the API sends an empty text for what is not there, and where one thing has two names.

#[cfg(feature = "checkout_sessions")]
mod checkout_sessions;
#[cfg(feature = "customer_sessions")]
mod customer_sessions;
#[cfg(feature = "customers")]
mod customers;
#[cfg(feature = "payment_links")]
mod payment_links;
#[cfg(feature = "payment_methods")]
mod payment_methods;
#[cfg(feature = "payments")]
mod payments;

use std::fmt;

use crate::wire::PathText;

/// An answer lacks what the next call needs.
///
/// Nothing was sent. The text says what is missing, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingField {
    object: &'static str,
    field: &'static str,
    remedy: &'static str,
}

impl MissingField {
    pub(crate) const fn new(object: &'static str, field: &'static str, remedy: &'static str) -> Self {
        Self { object, field, remedy }
    }

    /// What the answer is about, such as `payment`.
    #[must_use]
    pub fn object(&self) -> &'static str {
        self.object
    }

    /// What it lacks, such as `id`.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.field
    }
}

impl fmt::Display for MissingField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} has no {}; {}", self.object, self.field, self.remedy)
    }
}

impl std::error::Error for MissingField {}

/// What to do where an answer has no id.
#[cfg(feature = "payments")]
const RETRIEVE: &str = "retrieve it again, by what you know it by";

/// A text or id that is there and not empty: the API writes an empty text for what it does not have.
fn present<T: PathText>(value: Option<&T>) -> Option<&T> {
    value.filter(|value| !value.path_text().trim().is_empty())
}

/// A text that is there and not empty.
pub(crate) fn text(value: Option<&String>) -> Option<&str> {
    value.map(String::as_str).filter(|text| !text.trim().is_empty())
}

#[cfg(all(test, feature = "all-groups"))]
mod tests;
