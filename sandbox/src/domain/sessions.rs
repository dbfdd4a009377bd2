//! Sessions: a customer's, to enroll one payment method in, and a checkout's, to pay one order in. Both run out.

mod checkout;
mod customer;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{self, Amount, CustomerId, ErrorCode};

use super::{Domain, errors::Refused, handlers::Handler};
use crate::overview::{CheckoutSessionSeen, CustomerSessionSeen, SessionsSeen};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("customer_sessions.create", customer::create),
    ("checkout_sessions.create", checkout::create),
    ("checkout_sessions.retrieve", checkout::retrieve),
    ("checkout_sessions.update", checkout::update),
    ("checkout_sessions.list_payment_methods", checkout::list_payment_methods),
];

/// Every session that was opened.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Sessions {
    of_customers: BTreeMap<String, CustomerSession>,
    of_checkouts: BTreeMap<String, CheckoutSession>,
}

/// A session to enroll one payment method in.
#[derive(Serialize, Deserialize)]
pub(crate) struct CustomerSession {
    /// The account that it was opened for.
    pub account: String,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// The payment method that is enrolled in it.
    pub enrollment: Option<String>,
    /// What the API answers of it.
    pub details: types::CustomerSession,
}

/// A session to pay one order in.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CheckoutSession {
    /// The account that it was opened for.
    pub account: String,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// The sum in a second currency, which no answer has.
    pub alternative_amount: Option<Amount>,
    /// What the API answers of it.
    pub details: types::CheckoutSession,
}

/// How many there are: whoever has a session can act in it.
impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sessions({} of customers, {} of checkouts)", self.of_customers.len(), self.of_checkouts.len())
    }
}

impl CustomerSession {
    /// Whose it is.
    pub(crate) fn customer(&self) -> &str {
        self.details.customer_id.as_ref().map(CustomerId::as_str).unwrap_or_default()
    }
}

impl CheckoutSession {
    /// Whether a payment was made in it.
    pub(crate) fn is_used(&self) -> bool {
        self.details.used == Some(true)
    }
}

impl Sessions {
    /// A checkout session, in whatever state.
    pub(crate) fn checkout(&self, id: &str) -> Option<&CheckoutSession> {
        self.of_checkouts.get(id)
    }

    /// A checkout session that can still be paid in.
    pub(crate) fn open_checkout(&self, id: &str, now: Timestamp) -> Result<&CheckoutSession, Refused> {
        let session = self.running_checkout(id, now)?;
        if session.is_used() {
            let message = "a payment was made in this checkout session: each payment takes a session of its own";
            return Err(Refused::new(400, ErrorCode::InvalidStatus, message));
        }
        Ok(session)
    }

    /// From now on the session takes no further payment.
    pub(crate) fn mark_used(&mut self, id: &str) {
        if let Some(session) = self.of_checkouts.get_mut(id) {
            session.details.used = Some(true);
        }
    }

    /// All sessions, for a person to look at, in the order in which they were opened.
    pub(crate) fn overview(&self) -> SessionsSeen {
        let mut of_checkouts: Vec<_> = self.of_checkouts.iter().collect();
        of_checkouts.sort_by_key(|(_, it)| it.details.created_at);
        let mut of_customers: Vec<_> = self.of_customers.iter().collect();
        of_customers.sort_by_key(|(_, it)| it.details.created_at);
        let checkout = |(id, it): (&String, &CheckoutSession)| CheckoutSessionSeen {
            id: id.as_str().into(),
            account_id: it.account.as_str().into(),
            expires_at: it.expires_at,
            session: it.details.clone(),
        };
        let customer = |(id, it): (&String, &CustomerSession)| CustomerSessionSeen {
            id: id.as_str().into(),
            account_id: it.account.as_str().into(),
            expires_at: it.expires_at,
            payment_method: it.enrollment.as_deref().map(Into::into),
            session: it.details.clone(),
        };
        SessionsSeen {
            checkout: of_checkouts.into_iter().map(checkout).collect(),
            customer: of_customers.into_iter().map(customer).collect(),
        }
    }

    /// Puts in place what a test needs.
    #[cfg(test)]
    pub(crate) fn put(&mut self, id: &str) {
        let details = types::CheckoutSession::default();
        let account = String::new();
        let made = CheckoutSession { account, expires_at: Timestamp::MAX, alternative_amount: None, details };
        self.of_checkouts.insert(id.to_owned(), made);
    }

    /// A checkout session whose time is not over.
    fn running_checkout(&self, id: &str, now: Timestamp) -> Result<&CheckoutSession, Refused> {
        let session = self.checkout(id).ok_or_else(no_checkout)?;
        if session.expires_at <= now {
            let message = format!("the checkout session expired at {}: open another one", session.expires_at);
            return Err(Refused::new(400, ErrorCode::CheckoutSessionNotFound, message));
        }
        Ok(session)
    }

    /// A customer session whose time is not over.
    pub(crate) fn running_customer(&self, id: &str, now: Timestamp) -> Result<&CustomerSession, Refused> {
        let message = match self.of_customers.get(id) {
            None => "no such customer session: open one with customer_sessions.create".to_owned(),
            Some(session) if session.expires_at <= now => {
                format!("the customer session expired at {}: open another one", session.expires_at)
            }
            Some(session) => return Ok(session),
        };
        Err(Refused::new(400, ErrorCode::NotFound, message))
    }

    /// A customer session in which nothing was enrolled.
    pub(crate) fn open_customer(&self, id: &str, now: Timestamp) -> Result<&CustomerSession, Refused> {
        let session = self.running_customer(id, now)?;
        if session.enrollment.is_some() {
            let message = "the customer session was used: each enrollment takes a session of its own";
            return Err(Refused::new(400, ErrorCode::InvalidStatus, message));
        }
        Ok(session)
    }

    /// From now on the session takes no further enrollment.
    pub(crate) fn begin_enrollment(&mut self, id: &str, payment_method: &str) {
        if let Some(session) = self.of_customers.get_mut(id) {
            session.enrollment = Some(payment_method.to_owned());
        }
    }
}

fn no_checkout() -> Refused {
    let message = "no such checkout session: open one with checkout_sessions.create";
    Refused::new(400, ErrorCode::CheckoutSessionNotFound, message)
}

/// Refuses a session for a customer who is not there.
fn check_customer(domain: &Domain, customer: &CustomerId, account: &str) -> Result<(), Refused> {
    domain.customers.named(customer.as_str(), Some(account)).map(|_| ())
}
