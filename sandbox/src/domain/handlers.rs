//! Which function carries out which operation.

use jiff::Timestamp;

use super::{Answer, Domain, Request, customers, errors::Refused, issuers, methods, payments, sessions, tokens};

/// Carries out an operation. A refusal means that nothing has changed.
pub(crate) type Handler = fn(&mut Domain, &Request, Timestamp) -> Result<Answer, Refused>;

/// What each part of the domain carries out.
static TABLES: &[&[(&str, Handler)]] = &[
    customers::HANDLERS,
    sessions::HANDLERS,
    tokens::HANDLERS,
    methods::HANDLERS,
    issuers::HANDLERS,
    payments::HANDLERS,
];

/// Who carries out an operation, by its id.
pub(crate) fn find(operation: &str) -> Option<Handler> {
    TABLES.iter().copied().flatten().find(|(id, _)| *id == operation).map(|(_, handler)| *handler)
}
