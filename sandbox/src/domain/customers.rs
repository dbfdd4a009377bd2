//! Customers: made once for each number of the merchant's, found by either id, changed and deleted.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{CreateCustomer, Customer, CustomerId, ErrorCode, Patch, UnknownFields, UpdateCustomer};

use super::{
    Answer, Domain, Request,
    bodies::{answer, body, patch, path, query, recast, same_account},
    errors::Refused,
    handlers::Handler,
    methods,
};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("customers.create", create),
    ("customers.retrieve_by_merchant_customer_id", retrieve_by_merchant_customer_id),
    ("customers.retrieve", retrieve),
    ("customers.update", update),
    ("customers.delete", delete),
];

/// Everyone who is known.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Customers {
    by_id: BTreeMap<String, Registered>,
    /// The ids of those who have this number of the merchant's: at most one in each account.
    by_merchant_customer_id: BTreeMap<String, Vec<String>>,
    /// Whose deletion was asked for, and has not run yet.
    leaving: Vec<String>,
}

/// A customer, and the account that it was made in.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Registered {
    /// The account that the call named which made it.
    pub account: Option<String>,
    /// What the API answers of it.
    pub details: Customer,
}

impl Customers {
    /// A customer that this account may see.
    pub(crate) fn find(&self, id: &str, account: Option<&str>) -> Option<&Registered> {
        self.by_id.get(id).filter(|it| same_account(it.account.as_deref(), account))
    }

    /// The same, or the refusal of a body that names it.
    pub(crate) fn named(&self, id: &str, account: Option<&str>) -> Result<&Registered, Refused> {
        self.find(id, account).ok_or_else(|| unknown(400))
    }

    /// The same, to be changed.
    fn named_mut(&mut self, id: &str, account: Option<&str>) -> Result<&mut Registered, Refused> {
        let found = self.by_id.get_mut(id).filter(|it| same_account(it.account.as_deref(), account));
        found.ok_or_else(|| unknown(400))
    }

    /// The one who has this number of the merchant's.
    fn numbered(&self, number: &str, account: Option<&str>) -> Option<&Registered> {
        self.by_merchant_customer_id.get(number)?.iter().find_map(|id| self.find(id, account))
    }

    /// Refuses a number that another customer of the account has.
    fn check_number(&self, number: &str, account: Option<&str>) -> Result<(), Refused> {
        match self.numbered(number, account) {
            Some(_) => {
                let message = "another customer has this merchant_customer_id: look it up, or choose another one";
                Err(Refused::new(400, ErrorCode::CustomerIdDuplicated, message))
            }
            None => Ok(()),
        }
    }

    /// Everyone, for a person to look at, in the order in which they came.
    pub(crate) fn overview(&self) -> Vec<Customer> {
        let mut all: Vec<_> = self.by_id.values().map(|it| it.details.clone()).collect();
        all.sort_by_key(|it| it.created_at);
        all
    }

    fn forget_number(&mut self, number: &str, id: &str) {
        if let Some(ids) = self.by_merchant_customer_id.get_mut(number) {
            ids.retain(|it| it != id);
            if ids.is_empty() {
                self.by_merchant_customer_id.remove(number);
            }
        }
    }

    fn remove(&mut self, id: &str) {
        if let Some(gone) = self.by_id.remove(id)
            && let Some(number) = gone.details.merchant_customer_id
        {
            self.forget_number(&number, id);
        }
    }
}

/// Deletes those who are to go, and what they have enrolled.
pub(crate) fn advance(domain: &mut Domain, now: Timestamp) {
    for id in std::mem::take(&mut domain.customers.leaving) {
        methods::unenroll_all(domain, &id, now);
        domain.customers.remove(&id);
    }
}

fn create(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let sent: CreateCustomer = body(request)?;
    let account = request.account.as_deref();
    domain.customers.check_number(&sent.merchant_customer_id, account)?;
    let mut details: Customer = recast(&sent)?;
    let id = domain.ids.next("customer");
    details.id = Some(CustomerId::from(id.as_str()));
    details.created_at = Some(now);
    details.updated_at = Some(now);
    // The API keeps what it knows, and nothing else.
    details.unknown_fields = UnknownFields::default();
    let answered = answer(201, &details);
    domain.customers.by_merchant_customer_id.entry(sent.merchant_customer_id).or_default().push(id.clone());
    domain.customers.by_id.insert(id, Registered { account: request.account.clone(), details });
    answered
}

fn retrieve_by_merchant_customer_id(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let Some(number) = query(request, "merchant_customer_id") else {
        let message = "say whom to look for: add ?merchant_customer_id=.. to the address";
        return Err(Refused::new(400, ErrorCode::MissingParameters, message));
    };
    let found = domain.customers.numbered(number, request.account.as_deref()).ok_or_else(|| unknown(404))?;
    answer(200, &found.details)
}

fn retrieve(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "customer_id")?;
    let found = domain.customers.find(id, request.account.as_deref()).ok_or_else(|| unknown(404))?;
    answer(200, &found.details)
}

fn update(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "customer_id")?;
    let account = request.account.as_deref();
    let sent: UpdateCustomer = body(request)?;
    domain.customers.named(id, account)?;
    renumber(&mut domain.customers, id, account, &sent.merchant_customer_id)?;
    let details = &mut domain.customers.named_mut(id, account)?.details;
    patch(&mut details.merchant_customer_created_at, sent.merchant_customer_created_at);
    patch(&mut details.first_name, sent.first_name);
    patch(&mut details.last_name, sent.last_name);
    patch(&mut details.gender, sent.gender);
    patch(&mut details.date_of_birth, sent.date_of_birth);
    patch(&mut details.email, sent.email);
    patch(&mut details.nationality, sent.nationality);
    patch(&mut details.country, sent.country);
    patch(&mut details.document, sent.document);
    patch(&mut details.phone, sent.phone);
    patch(&mut details.billing_address, sent.billing_address);
    patch(&mut details.shipping_address, sent.shipping_address);
    patch(&mut details.metadata, sent.metadata);
    details.updated_at = Some(now);
    answer(200, details)
}

/// Gives a customer another number of the merchant's.
fn renumber(customers: &mut Customers, id: &str, account: Option<&str>, number: &Patch<String>) -> Result<(), Refused> {
    let number = match number {
        Patch::Keep => return Ok(()),
        Patch::Clear => {
            let message = "merchant_customer_id cannot be cleared: leave it out, or send another one";
            return Err(Refused::new(400, ErrorCode::InvalidParameters, message));
        }
        Patch::Set(number) => number,
    };
    let old = customers.named(id, account)?.details.merchant_customer_id.clone();
    if old.as_ref() == Some(number) {
        return Ok(());
    }
    customers.check_number(number, account)?;
    if let Some(old) = old {
        customers.forget_number(&old, id);
    }
    customers.by_merchant_customer_id.entry(number.clone()).or_default().push(id.to_owned());
    customers.named_mut(id, account)?.details.merchant_customer_id = Some(number.clone());
    Ok(())
}

/// Only takes the request in: the deletion runs with the clock.
fn delete(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "customer_id")?;
    domain.customers.named(id, request.account.as_deref())?;
    if !domain.customers.leaving.iter().any(|it| it == id) {
        domain.customers.leaving.push(id.to_owned());
    }
    Ok(Answer { status: 202, body: None })
}

/// The refusal of a customer that is not there, with the status that the operation has for it.
pub(crate) fn unknown(status: u16) -> Refused {
    Refused::new(
        status,
        ErrorCode::CustomerNotFound,
        "no such customer in this account: create it first, or check the id",
    )
}
