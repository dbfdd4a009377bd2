//! Opening a session to enroll a payment method in.

use jiff::{SignedDuration, Timestamp};
use yuno_api::types::{self, CreateCustomerSession, CustomerSessionId};

use super::{CustomerSession, check_customer};
use crate::domain::{
    Answer, Domain, Request,
    bodies::{after, answer, body, check_account, check_country},
    errors::Refused,
};

/// How long a customer session takes an enrollment. The API publishes no figure.
const LIFETIME: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn create(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let sent: CreateCustomerSession = body(request)?;
    check_account(request, sent.account_id.as_str())?;
    check_country(&sent.country)?;
    check_customer(domain, &sent.customer_id, sent.account_id.as_str())?;
    let id = domain.ids.next("customer_session");
    let mut details = types::CustomerSession::default();
    details.customer_session = Some(CustomerSessionId::from(id.as_str()));
    details.customer_id = Some(sent.customer_id);
    details.country = Some(sent.country);
    details.callback_url = sent.callback_url;
    details.checkout_id = sent.checkout_id;
    details.created_at = Some(now);
    let answered = answer(201, &details)?;
    let account = sent.account_id.as_str().to_owned();
    let session = CustomerSession { account, expires_at: after(now, LIFETIME), enrollment: None, details };
    domain.sessions.of_customers.insert(id, session);
    Ok(answered)
}
