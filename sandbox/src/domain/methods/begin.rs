//! The beginning of every enrollment: a payment method that exists, and of which nothing else is settled.

use jiff::Timestamp;
use yuno_api::types::{
    AccountId, Country, Customer, CustomerPayer, EnrolledPaymentMethod, EnrollmentAction, EnrollmentProvider,
    EnrollmentStatus, PaymentMethodCategory, PaymentMethodId, PaymentMethodType, Provider,
};

use super::{Enrolled, Owner, Step, take_step};
use crate::domain::{Domain, errors::Refused, offer, tokens::CardOnFile};

/// A payment method of which nothing but its existence is settled.
pub(super) fn begin(
    domain: &mut Domain,
    owner: Owner<'_>,
    card: CardOnFile,
    now: Timestamp,
) -> Result<Enrolled, Refused> {
    let customer = domain.customers.named(owner.customer, Some(owner.account))?;
    let mut details = EnrolledPaymentMethod::default();
    details.account_id = Some(AccountId::from(owner.account));
    details.name = Some(card.name());
    details.description = Some(card.name());
    details.type_ = Some(card.type_.clone());
    details.category = category(&card, owner.country);
    details.country = owner.country.cloned();
    details.status = Some(EnrollmentStatus::Created);
    details.customer_payer = payer(&customer.details).map(Box::new);
    let mut provider = EnrollmentProvider::default();
    provider.id = Some(Provider::Yuno);
    provider.type_ = Some("YUNO".to_owned());
    details.provider = Some(Box::new(provider));
    details.last_successfully_used = Some(false);
    details.created_at = Some(now);
    details.updated_at = Some(now);
    let nothing_yet = CardOnFile::new(card.type_.clone(), None);
    let mut begun = Enrolled::new(owner.account, owner.customer, nothing_yet, details);
    if card.card.is_some() {
        let fingerprint = fingerprint(domain, owner.customer, &card);
        begun.show_card(card, fingerprint);
    }
    Ok(begun)
}

/// Puts a payment method in its place and takes its first step. Gives its id.
pub(super) fn settle_in(domain: &mut Domain, mut begun: Enrolled, step: Step, now: Timestamp) -> String {
    let id = domain.ids.next("payment_method");
    begun.details.id = Some(PaymentMethodId::from(id.as_str()));
    if begun.details.action == Some(EnrollmentAction::RedirectUrl) {
        begun.details.redirect_url = Some(format!("{}/_sandbox/enroll/{id}", domain.settings.base_url));
    }
    domain.methods.insert(id.clone(), begun);
    take_step(domain, &id, step, now);
    id
}

/// What is the same for every token of this card of this customer.
pub(super) fn fingerprint(domain: &mut Domain, customer: &str, card: &CardOnFile) -> Option<String> {
    let known = domain.methods.fingerprint(customer, card);
    known.or_else(|| Some(domain.ids.next("fingerprint")))
}

fn category(card: &CardOnFile, country: Option<&Country>) -> Option<PaymentMethodCategory> {
    if card.type_ == PaymentMethodType::Card {
        return Some(PaymentMethodCategory::Card);
    }
    let offered = offer::enrollable(country).chain(offer::payable(country)).find(|it| it.type_ == card.type_);
    offered.map(|it| it.category.clone())
}

/// What is known of a customer, as a payment method has it.
fn payer(customer: &Customer) -> Option<CustomerPayer> {
    let payer = CustomerPayer::builder()
        .maybe_first_name(customer.first_name.clone())
        .maybe_last_name(customer.last_name.clone())
        .maybe_email(customer.email.clone())
        .maybe_gender(customer.gender.clone())
        .maybe_date_of_birth(customer.date_of_birth.clone())
        .maybe_nationality(customer.nationality.clone())
        .maybe_document(customer.document.clone())
        .maybe_phone(customer.phone.clone())
        .maybe_billing_address(customer.billing_address.clone())
        .maybe_shipping_address(customer.shipping_address.clone())
        .build();
    (payer != CustomerPayer::default()).then_some(payer)
}
