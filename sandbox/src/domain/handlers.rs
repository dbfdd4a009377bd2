//! Which function carries out which operation.

use jiff::Timestamp;

use super::{
    Answer, Domain, Request, customers, errors::Refused, issuers, methods, payment_links, payments, sessions, tokens,
};

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
    payment_links::HANDLERS,
];

/// Who carries out an operation, by its id.
pub(crate) fn find(operation: &str) -> Option<Handler> {
    TABLES.iter().copied().flatten().find(|(id, _)| *id == operation).map(|(_, handler)| *handler)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_operation_of_the_spec_has_one_handler_and_no_handler_is_without_one() {
        let handled: Vec<_> = TABLES.iter().copied().flatten().map(|(id, _)| *id).collect();
        let known: BTreeSet<_> = yuno_api::OPERATIONS.iter().map(|operation| operation.id).collect();
        assert_eq!(handled.iter().copied().collect::<BTreeSet<_>>(), known);
        assert_eq!(handled.len(), known.len(), "one has two: {handled:?}");
    }
}
