//! Enrolled payment methods.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{Country, VaultedToken};

use super::{Domain, errors::Refused, handlers::Handler, tokens::CardOnFile};

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

/// Whose a payment method is to be, and where it is used.
#[derive(Debug, Clone, Copy)]
#[allow(dead_code)]
pub(crate) struct Owner<'a> {
    pub account: &'a str,
    pub customer: &'a str,
    pub country: Option<&'a Country>,
}

impl Methods {
    pub(crate) fn vaulted(&self, token: &str) -> Option<&Enrolled> {
        self.enrolled.get(token)
    }

    /// Notes that a payment with it succeeded.
    pub(crate) fn paid_with(&mut self, _token: &str, _now: Timestamp) {}

    #[cfg(test)]
    pub(crate) fn put(&mut self, token: &str, card: CardOnFile) {
        self.enrolled.insert(token.to_owned(), Enrolled { card });
    }
}

/// Keeps what a payment succeeded with, for the next one.
pub(crate) fn vault(
    domain: &mut Domain,
    owner: Owner<'_>,
    card: CardOnFile,
    _now: Timestamp,
) -> Result<Option<VaultedToken>, Refused> {
    domain.customers.named(owner.customer, Some(owner.account))?;
    let token = domain.ids.next("payment method");
    domain.methods.enrolled.insert(token.clone(), Enrolled { card });
    Ok(Some(token.into()))
}
