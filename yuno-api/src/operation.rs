//! What an operation of the API is: its route, and how a repeat of it is made safe.

use std::fmt;

use crate::generated;

/// An operation of the API. The generated ones stand beside their calls; [`OPERATIONS`] lists them.
///
/// One that this crate does not know yet can be described by hand and called with
/// [`Client::call`](crate::client::Client::call):
///
/// ```
/// use yuno_api::operation::{Idempotency, Method, Operation};
///
/// static LIST_REPORTS: Operation = Operation {
///     id: "reports.list",
///     method: Method::Get,
///     path: "/v1/reports",
///     account_code: false,
///     idempotency: Idempotency::Natural,
/// };
/// ```
pub struct Operation {
    /// Its name, as `<resource>.<verb>`: `payments.create`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The route, with parameters in braces: `/v1/payments/{payment_id}`.
    pub path: &'static str,
    /// Whether it takes the header `X-Account-Code`.
    pub account_code: bool,
    /// How a repeat is made safe.
    pub idempotency: Idempotency,
}

impl Operation {
    /// Whether it only reads: then nothing can happen twice, and there is no outcome to be unsure of.
    pub(crate) fn reads(&self) -> bool {
        matches!(self.method, Method::Get)
    }

    /// Whether the API tells its repeats by an idempotency key.
    pub(crate) fn takes_key(&self) -> bool {
        matches!(self.idempotency, Idempotency::Key | Idempotency::Lookup { .. })
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Operation({}: {} {}, {:?})", self.id, self.method, self.path, self.idempotency)
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// As HTTP writes it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Post => Self::POST,
            Method::Put => Self::PUT,
            Method::Patch => Self::PATCH,
            Method::Delete => Self::DELETE,
        }
    }
}

/// Every operation of the groups that are compiled in, in the order of the spec.
pub static OPERATIONS: &[&Operation] = &flat::<{ count(generated::OPERATIONS) }>(generated::OPERATIONS);

const fn count(groups: &[&[&'static Operation]]) -> usize {
    let (mut count, mut group) = (0, 0);
    while group < groups.len() {
        count += groups[group].len();
        group += 1;
    }
    count
}

/// The groups one after the other.
const fn flat<const N: usize>(groups: &[&[&'static Operation]]) -> [&'static Operation; N] {
    // Stands in each place until the one that belongs there comes.
    const NONE: &Operation =
        &Operation { id: "", method: Method::Get, path: "", account_code: false, idempotency: Idempotency::None };
    let mut all = [NONE; N];
    let (mut at, mut group) = (0, 0);
    while group < groups.len() {
        let mut place = 0;
        while place < groups[group].len() {
            all[at] = groups[group][place];
            at += 1;
            place += 1;
        }
        group += 1;
    }
    all
}

/// How a repeat of an operation is made safe.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Idempotency {
    /// A repeat has no further effect by its nature: reading, deleting, setting fields to given values.
    Natural,
    /// The API recognises a repeat by its `X-Idempotency-Key`.
    Key,
    /// The key is sent, but not relied on: it is repeated only when the first attempt can have no effect any more, and
    /// looking up what it may have made finds nothing.
    Lookup {
        /// The operation that looks it up. It takes `field` as a query parameter, or in its path.
        operation: &'static Operation,
        /// The member of the body that is looked for.
        field: &'static str,
    },
    /// Nothing makes a repeat safe: once its outcome is unclear it is never repeated on its own.
    None,
}

impl fmt::Debug for Idempotency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Natural => f.write_str("natural"),
            Self::Key => f.write_str("key"),
            Self::Lookup { operation, field } => write!(f, "lookup of {field} by {}", operation.id),
            Self::None => f.write_str("none"),
        }
    }
}
