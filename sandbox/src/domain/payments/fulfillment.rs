//! What merchants report of deliveries.

use jiff::Timestamp;
use yuno_api::types::CreateFulfillment;

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    desk::Desk,
};

pub(super) fn create(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let reported: CreateFulfillment = bodies::body(request)?;
    let desk = Desk::open(domain, request, now)?;
    desk.record.fulfillments.push(reported);
    Ok(Answer { status: 202, body: None })
}
