//! What can be done with payment methods once they are there.

use std::collections::BTreeSet;

use jiff::Timestamp;
use yuno_api::types::{
    AccountUpdaterRegistration, Customer, CustomerId, CustomerSessionId, EnrollablePaymentMethod,
    EnrollablePaymentMethods, EnrolledPaymentMethods, EnrollmentSession, EnrollmentStatus, ErrorCode, PaymentMethodId,
    PaymentMethodType, ReassignPaymentMethod, RegisterForAccountUpdater,
};

use super::{Enrolled, Step, announce, take_step, unknown};
use crate::domain::{
    Answer, Domain, Request,
    bodies::{answer, body, path},
    customers,
    errors::Refused,
    offer,
};

pub(super) fn list_enrollable(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "customer_session")?;
    let session = domain.sessions.running_customer(id, now)?;
    let mut list = EnrollablePaymentMethods::default();
    let offered = offer::enrollable(session.details.country.as_ref());
    list.payment_methods = Some(
        offered
            .map(|offered| {
                let mut enrollable = EnrollablePaymentMethod::default();
                enrollable.name = Some(offered.name.to_owned());
                enrollable.description = Some(offered.description.to_owned());
                enrollable.type_ = Some(offered.type_.clone());
                enrollable.category = Some(offered.category.clone());
                enrollable.icon = Some(offered.icon());
                enrollable.enrollment = Some(Box::new(in_session(id)));
                enrollable
            })
            .collect(),
    );
    answer(200, &list)
}

/// An enrollment whose details the SDK has yet to ask for.
pub(super) fn in_session(id: &str) -> EnrollmentSession {
    let mut session = EnrollmentSession::default();
    session.session = Some(CustomerSessionId::from(id));
    session.sdk_required_action = Some(true);
    session
}

pub(super) fn retrieve(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "payment_method_id")?;
    let found = domain.methods.find(id, request.account.as_deref()).ok_or_else(|| unknown(400))?;
    answer(200, &found.details)
}

pub(super) fn retrieve_for_customer(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let (_, found) = of_customer(domain, request, 404)?;
    answer(200, &found.details)
}

pub(super) fn list(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let customer = path(request, "customer_id")?;
    domain.customers.named(customer, request.account.as_deref())?;
    let mut list = EnrolledPaymentMethods::default();
    list.payment_methods = Some(domain.methods.chargeable(customer).map(|it| it.details.clone()).collect());
    answer(200, &list)
}

pub(super) fn unenroll(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "payment_method_id")?;
    domain.methods.find(id, request.account.as_deref()).ok_or_else(|| unknown(400))?;
    remove(domain, id, now)
}

pub(super) fn unenroll_for_customer(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let (id, _) = of_customer(domain, request, 400)?;
    remove(domain, id, now)
}

pub(super) fn reassign(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "payment_method_id")?;
    let sent: ReassignPaymentMethod = body(request)?;
    let found = domain.methods.find(id, request.account.as_deref()).ok_or_else(|| unknown(404))?;
    let new = domain.customers.named(sent.customer_id.as_str(), Some(&found.account))?;
    let new = new.details.id.as_ref().map(CustomerId::as_str).unwrap_or_default().to_owned();
    if found.details.type_ != Some(PaymentMethodType::Card) || *found.status() != EnrollmentStatus::Enrolled {
        let message = "only a card that is enrolled can be given to another customer";
        return Err(Refused::new(400, ErrorCode::PaymentMethodNotReassignable, message));
    }
    if found.customer == new {
        return answer(200, &found.details);
    }
    let present = domain.customers.find(&found.customer, Some(&found.account));
    if present.is_some_and(|present| has_own_data(&present.details)) {
        let message = "the card's present customer has data of their own: only a guest's card can be reassigned";
        return Err(Refused::new(409, ErrorCode::Conflict, message));
    }
    let old = found.customer.clone();
    if let Some(ids) = domain.methods.of_customers.get_mut(&old) {
        ids.retain(|it| it != id);
    }
    domain.methods.of_customers.entry(new.clone()).or_default().push(id.to_owned());
    let found = domain.methods.by_id.get_mut(id).ok_or_else(|| unknown(404))?;
    found.details.customer_id = Some(CustomerId::from(new.as_str()));
    found.details.customer_payer = None;
    found.details.updated_at = Some(now);
    found.customer = new;
    let answered = answer(200, &found.details);
    announce(domain, id, "update");
    answered
}

pub(super) fn register_for_account_updater(
    domain: &mut Domain,
    request: &Request,
    _: Timestamp,
) -> Result<Answer, Refused> {
    let sent: RegisterForAccountUpdater = body(request)?;
    let ids: BTreeSet<_> = sent.payment_method_ids.iter().map(PaymentMethodId::expose).collect();
    for id in &ids {
        let found = domain.methods.find(id, request.account.as_deref()).ok_or_else(|| unknown(400))?;
        if found.card.card.is_none() {
            let message = "only cards can be kept current: leave the other payment methods out";
            return Err(Refused::new(400, ErrorCode::IncorrectPaymentMethodType, message));
        }
        if *found.status() != EnrollmentStatus::Enrolled {
            let message = format!("one of the cards is {}, and only enrolled ones can be kept current", found.status());
            return Err(Refused::new(400, ErrorCode::PaymentMethodStatusInvalid, message));
        }
    }
    let mut registration = AccountUpdaterRegistration::default();
    registration.accepted = i64::try_from(ids.len()).ok();
    for id in ids {
        if let Some(enrolled) = domain.methods.by_id.get_mut(id) {
            enrolled.kept_current = true;
        }
    }
    answer(200, &registration)
}

/// The payment method of the path, if it is that of the path's customer.
fn of_customer<'d, 'r>(
    domain: &'d Domain,
    request: &'r Request,
    status: u16,
) -> Result<(&'r str, &'d Enrolled), Refused> {
    let (customer, id) = (path(request, "customer_id")?, path(request, "payment_method_id")?);
    let account = request.account.as_deref();
    domain.customers.find(customer, account).ok_or_else(|| customers::unknown(status))?;
    let found = domain.methods.find(id, account).filter(|it| it.customer == customer);
    Ok((id, found.ok_or_else(|| unknown(status))?))
}

/// Takes a payment method out of the vault, or gives up its enrollment. Where a provider keeps it, that takes a while.
fn remove(domain: &mut Domain, id: &str, now: Timestamp) -> Result<Answer, Refused> {
    let found = domain.methods.by_id.get(id).ok_or_else(|| unknown(400))?;
    let kept_by_provider = found.card.card.is_none();
    let step = match found.status() {
        EnrollmentStatus::UnenrollInProcess | EnrollmentStatus::Unenrolled | EnrollmentStatus::Canceled => {
            return answer(200, &found.details);
        }
        EnrollmentStatus::Enrolled if kept_by_provider => Step::Unenroll,
        EnrollmentStatus::Enrolled | EnrollmentStatus::Expired => Step::Remove,
        _ => Step::Cancel,
    };
    if take_step(domain, id, step, now).is_none() {
        let message = "the payment method is not in the vault, so there is nothing to remove";
        return Err(Refused::new(400, ErrorCode::PaymentMethodStatusInvalid, message));
    }
    let found = domain.methods.by_id.get(id).ok_or_else(|| unknown(400))?;
    answer(200, &found.details)
}

/// Whether a customer is more than the guest that a checkout makes: a number of the merchant's and nothing else.
fn has_own_data(customer: &Customer) -> bool {
    let texts = [&customer.first_name, &customer.last_name, &customer.email, &customer.date_of_birth];
    texts.into_iter().any(Option::is_some)
        || customer.document.is_some()
        || customer.phone.is_some()
        || customer.billing_address.is_some()
        || customer.shipping_address.is_some()
}
