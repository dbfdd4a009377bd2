//! Enrolled payment methods.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{handlers::Handler, tokens::CardOnFile};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Methods {
    enrolled: BTreeMap<String, Enrolled>,
}

/// A payment method that a vaulted token stands for.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Enrolled {
    pub card: CardOnFile,
}

impl Methods {
    pub(crate) fn vaulted(&self, token: &str) -> Option<&Enrolled> {
        self.enrolled.get(token)
    }

    #[cfg(test)]
    pub(crate) fn put(&mut self, token: &str, card: CardOnFile) {
        self.enrolled.insert(token.to_owned(), Enrolled { card });
    }
}
