//! Sessions of customers and checkouts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::handlers::Handler;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sessions {
    checkouts: BTreeMap<String, CheckoutSession>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct CheckoutSession {}

impl Sessions {
    pub(crate) fn checkout(&self, id: &str) -> Option<&CheckoutSession> {
        self.checkouts.get(id)
    }

    #[cfg(test)]
    pub(crate) fn put(&mut self, id: &str) {
        self.checkouts.insert(id.to_owned(), CheckoutSession::default());
    }
}
