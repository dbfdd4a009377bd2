//! Opening, changing and reading a session to pay in, and what it offers.

use jiff::{SignedDuration, Timestamp};
use yuno_api::types::{
    self, AvailablePaymentMethod, CheckoutSessionId, CreateCheckoutSession, ErrorCode, Patch, PaymentMethodCategory,
    PaymentMethodCheckout, UpdateCheckoutSession, Workflow,
};

use super::{CheckoutSession, check_customer, no_checkout};
use crate::domain::{
    Answer, Domain, Request,
    bodies::{after, answer, body, check_account, check_amount, check_country, patch, path, query, same_account},
    errors::Refused,
    methods::Enrolled,
    offer::{self, Offered},
};

/// How long a checkout session can be paid in. The API publishes no figure.
const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn create(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let sent: CreateCheckoutSession = body(request)?;
    check_account(request, sent.account_id.as_str())?;
    check_country(&sent.country)?;
    [&sent.amount, &sent.alternative_amount].into_iter().flatten().try_for_each(|amount| check_amount(amount))?;
    if let Some(customer) = &sent.customer_id {
        check_customer(domain, customer, sent.account_id.as_str())?;
    }
    let id = domain.ids.next("checkout_session");
    let mut details = types::CheckoutSession::default();
    details.merchant_order_id = Some(sent.merchant_order_id);
    details.payment_description = Some(sent.payment_description);
    details.country = Some(sent.country);
    details.customer_id = sent.customer_id;
    details.callback_url = sent.callback_url;
    details.amount = sent.amount;
    details.workflow = Some(sent.workflow.unwrap_or(Workflow::SdkCheckout));
    details.installments = sent.installments;
    details.metadata = sent.metadata;
    details.checkout_id = sent.checkout_id;
    details.used = Some(false);
    details.created_at = Some(now);
    let session = CheckoutSession {
        account: sent.account_id.as_str().to_owned(),
        expires_at: after(now, LIFETIME),
        alternative_amount: sent.alternative_amount.map(|amount| *amount),
        details,
    };
    let answered = answer(200, &named_for_the_sdk(&id, &session))?;
    domain.sessions.of_checkouts.insert(id, session);
    Ok(answered)
}

pub(super) fn retrieve(domain: &mut Domain, request: &Request, _: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "checkout_session")?;
    let session = domain.sessions.checkout(id).filter(|it| may_see(request, it)).ok_or_else(no_checkout)?;
    let mut details = session.details.clone();
    details.id = Some(CheckoutSessionId::from(id));
    answer(200, &details)
}

pub(super) fn update(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "checkout_session")?;
    let sent: UpdateCheckoutSession = body(request)?;
    check_account(request, sent.account_id.as_str())?;
    let session = domain.sessions.open_checkout(id, now)?;
    if session.account != sent.account_id.as_str() {
        return Err(no_checkout());
    }
    check_country(&sent.country)?;
    [&sent.amount, &sent.alternative_amount].into_iter().filter_map(Patch::set).try_for_each(check_amount)?;
    if let Some(customer) = sent.customer_id.set() {
        check_customer(domain, customer, sent.account_id.as_str())?;
    }
    let session = domain.sessions.of_checkouts.get_mut(id).ok_or_else(no_checkout)?;
    patch(&mut session.alternative_amount, sent.alternative_amount);
    let details = &mut session.details;
    details.merchant_order_id = Some(sent.merchant_order_id);
    details.payment_description = Some(sent.payment_description);
    details.country = Some(sent.country);
    patch(&mut details.amount, sent.amount);
    patch(&mut details.customer_id, sent.customer_id);
    patch(&mut details.callback_url, sent.callback_url);
    patch(&mut details.workflow, sent.workflow);
    patch(&mut details.installments, sent.installments);
    patch(&mut details.metadata, sent.metadata);
    answer(200, &named_for_the_sdk(id, session))
}

/// What the customer has enrolled, then what is new to them.
pub(super) fn list_payment_methods(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "checkout_session")?;
    let category = query(request, "category").map(PaymentMethodCategory::from);
    if let Some(PaymentMethodCategory::Unrecognized(_)) = category {
        let message = "category is none that payment methods have: send CARD, WALLET, BANK_TRANSFER, TICKET or BNPL";
        return Err(Refused::new(400, ErrorCode::InvalidParameters, message));
    }
    let session = domain.sessions.running_checkout(id, now)?;
    let country = session.details.country.as_ref();
    let customer = session.details.customer_id.as_ref();
    let enrolled = customer.into_iter().flat_map(|it| domain.methods.chargeable(it.as_str())).map(already_enrolled);
    let mut list: Vec<_> = enrolled.chain(offer::payable(country).map(new_to_the_customer)).collect();
    list.retain(|it| category.is_none() || it.category == category);
    let mut checkout = PaymentMethodCheckout::default();
    checkout.session = Some(CheckoutSessionId::from(id));
    checkout.sdk_required_action = Some(true);
    for it in &mut list {
        it.checkout = Some(Box::new(checkout.clone()));
    }
    answer(200, &list)
}

fn already_enrolled(enrolled: &Enrolled) -> AvailablePaymentMethod {
    let details = &enrolled.details;
    let mut available = AvailablePaymentMethod::default();
    available.name.clone_from(&details.name);
    available.description.clone_from(&details.description);
    available.type_.clone_from(&details.type_);
    available.category.clone_from(&details.category);
    available.icon.clone_from(&details.icon);
    available.vaulted_token.clone_from(&details.vaulted_token);
    available.card_data.clone_from(&details.card_data);
    available.last_successfully_used = details.last_successfully_used;
    available.last_successfully_used_at = enrolled.last_used_at;
    available.preferred = details.preferred;
    available
}

fn new_to_the_customer(offered: &Offered) -> AvailablePaymentMethod {
    let mut available = AvailablePaymentMethod::default();
    available.name = Some(offered.name.to_owned());
    available.description = Some(offered.description.to_owned());
    available.type_ = Some(offered.type_.clone());
    available.category = Some(offered.category.clone());
    available.icon = Some(offered.icon());
    available.last_successfully_used = Some(false);
    available
}

/// As the answers of creating and updating have it: under the name that the SDK starts with.
fn named_for_the_sdk(id: &str, session: &CheckoutSession) -> types::CheckoutSession {
    let mut details = session.details.clone();
    details.checkout_session = Some(CheckoutSessionId::from(id));
    details
}

fn may_see(request: &Request, session: &CheckoutSession) -> bool {
    same_account(request.account.as_deref(), Some(&session.account))
}
