//! Customers.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{Customer, ErrorCode};

use super::{Answer, Domain, Request, bodies, errors::Refused, handlers::Handler};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[("customers.create", create)];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Customers {
    by_id: BTreeMap<String, Registered>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Registered {}

impl Customers {
    /// A customer, or the refusal of a body that names it.
    pub(crate) fn named(&self, id: &str, _account: Option<&str>) -> Result<&Registered, Refused> {
        let missing = || Refused::bad_request(ErrorCode::CustomerNotFound, "there is no customer with this id");
        self.by_id.get(id).ok_or_else(missing)
    }
}

fn create(domain: &mut Domain, _request: &Request, _now: Timestamp) -> Result<Answer, Refused> {
    let id = domain.ids.next("customer");
    let mut customer = Customer::default();
    customer.id = Some(id.as_str().into());
    domain.customers.by_id.insert(id, Registered {});
    bodies::answer(201, &customer)
}
