//! Sessions of customers and checkouts.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::ErrorCode;

use super::{errors::Refused, handlers::Handler};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Sessions {
    checkouts: BTreeMap<String, CheckoutSession>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct CheckoutSession {
    used: bool,
}

impl Sessions {
    /// A checkout session that can still be paid in.
    pub(crate) fn open_checkout(&self, id: &str, _now: Timestamp) -> Result<&CheckoutSession, Refused> {
        let missing = || Refused::bad_request(ErrorCode::CheckoutSessionNotFound, "there is no such checkout session");
        let session = self.checkouts.get(id).ok_or_else(missing)?;
        if session.used {
            return Err(Refused::bad_request(ErrorCode::InvalidStatus, "a payment was made in this checkout session"));
        }
        Ok(session)
    }

    /// From now on the session takes no further payment.
    pub(crate) fn mark_used(&mut self, id: &str) {
        if let Some(session) = self.checkouts.get_mut(id) {
            session.used = true;
        }
    }

    #[cfg(test)]
    pub(crate) fn put(&mut self, id: &str) {
        self.checkouts.insert(id.to_owned(), CheckoutSession::default());
    }
}
