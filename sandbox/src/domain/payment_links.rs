//! Payment links: pages on which whoever has the address pays, until they are paid, canceled or over.

#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{
    AccountId, Amount, CardInput, Country, CreatePayment, CreatePaymentLink, ErrorCode, PaymentLink, PaymentLinkCode,
    PaymentMethodDetailInput, PaymentMethodInput, PaymentMethodType, Workflow,
};

use super::{
    Answer, Domain, Request,
    bodies::{answer, body, check_account, check_amount, check_country, path, same_account},
    errors::Refused,
    handlers::Handler,
    payments::{self, Payments},
};
use crate::overview::PaymentLinkSeen;

pub(crate) const HANDLERS: &[(&str, Handler)] =
    &[("payment_links.create", create), ("payment_links.retrieve", retrieve), ("payment_links.cancel", cancel)];

/// A link that can be paid with. The API publishes no list of a link's statuses.
const OPEN: &str = "CREATED";
const PAID: &str = "PAID";
const CANCELED: &str = "CANCELED";
const EXPIRED: &str = "EXPIRED";

/// Every link that was made.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct PaymentLinks {
    by_code: BTreeMap<String, Link>,
}

#[derive(Serialize, Deserialize)]
struct Link {
    account: AccountId,
    country: Country,
    amount: Amount,
    /// What the API answers of it and never changes.
    details: PaymentLink,
    /// After how many successful payments it closes.
    most: Option<i64>,
    vault_on_success: bool,
    canceled: bool,
    /// The ids of the payments that were begun with it, whatever became of them.
    payments: Vec<String>,
}

/// How many there are: whoever has the code of one can pay with it.
impl fmt::Debug for PaymentLinks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PaymentLinks({})", self.by_code.len())
    }
}

impl Link {
    /// How many payments succeeded.
    fn paid(&self, payments: &Payments) -> i64 {
        let paid = self.payments.iter().filter(|id| payments.has_succeeded(id)).count();
        i64::try_from(paid).unwrap_or(i64::MAX)
    }

    fn status(&self, payments: &Payments, now: Timestamp) -> &'static str {
        let until = self.details.availability.as_deref().and_then(|it| it.finish_at);
        if self.canceled {
            CANCELED
        } else if self.most.is_some_and(|most| self.paid(payments) >= most) {
            PAID
        } else if until.is_some_and(|until| until <= now) {
            EXPIRED
        } else {
            OPEN
        }
    }

    /// As it stands now, without a name: what answers call that differs.
    fn shown(&self, payments: &Payments, now: Timestamp) -> PaymentLink {
        let mut shown = self.details.clone();
        shown.status = Some(self.status(payments, now).to_owned());
        shown.payments_number = Some(self.paid(payments));
        shown
    }
}

impl PaymentLinks {
    /// A link that this account may see.
    fn named(&self, request: &Request) -> Result<&Link, Refused> {
        let code = path(request, "code")?;
        let found =
            self.by_code.get(code).filter(|it| same_account(Some(it.account.as_str()), request.account.as_deref()));
        found.ok_or_else(unknown)
    }

    /// All of them, for a person to look at.
    pub(crate) fn overview(&self, payments: &Payments, now: Timestamp) -> Vec<PaymentLinkSeen> {
        let one = |(code, link): (&String, &Link)| PaymentLinkSeen {
            code: code.as_str().into(),
            payments: link.payments.iter().map(|id| id.as_str().into()).collect(),
            link: link.shown(payments, now),
        };
        self.by_code.iter().map(one).collect()
    }
}

fn create(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let sent: CreatePaymentLink = body(request)?;
    check_account(request, sent.account_id.as_str())?;
    check_country(&sent.country)?;
    check_amount(&sent.amount)?;
    check(&sent)?;
    if let Some(id) = sent.customer_payer.as_deref().and_then(|payer| payer.id.as_ref()) {
        domain.customers.named(id.as_str(), Some(sent.account_id.as_str()))?;
    }
    let code = domain.ids.next("payment_link");
    let mut details = PaymentLink::default();
    details.account_id = Some(sent.account_id.clone());
    details.checkout_url = Some(format!("{}/_sandbox/links/{code}", domain.settings.base_url).into());
    details.merchant_order_id = sent.merchant_order_id;
    details.description = sent.description;
    details.country = Some(sent.country.clone());
    details.amount = Some(Box::new(sent.amount.clone()));
    details.capture = Some(sent.capture.unwrap_or(true));
    details.availability = sent.availability;
    details.one_time_use = sent.one_time_use;
    details.split_payment_methods = sent.split_payment_methods;
    details.payment_method_types = Some(sent.payment_method_types);
    details.installments_plan = sent.installments_plan;
    details.customer_payer = sent.customer_payer;
    details.taxes = sent.taxes;
    details.additional_data = sent.additional_data;
    details.callback_url = sent.callback_url;
    details.metadata = sent.metadata;
    let link = Link {
        account: sent.account_id,
        country: sent.country,
        amount: sent.amount,
        details,
        most: if sent.one_time_use == Some(true) { Some(1) } else { sent.payments_number },
        vault_on_success: sent.vault_on_success == Some(true),
        canceled: false,
        payments: Vec::new(),
    };
    let mut shown = link.shown(&domain.payments, now);
    shown.id = Some(PaymentLinkCode::from(code.as_str()));
    let answered = answer(200, &shown)?;
    domain.payment_links.by_code.insert(code, link);
    Ok(answered)
}

/// Refuses a link that nobody could pay with.
fn check(sent: &CreatePaymentLink) -> Result<(), Refused> {
    let wrong = |code: ErrorCode, message: &str| Err(Refused::bad_request(code, message));
    if sent.amount.value.is_some_and(|value| value.is_zero()) {
        return wrong(ErrorCode::InvalidAmount, "amount.value is 0: a payment link is for an amount");
    }
    if sent.payment_method_types.is_empty() {
        return wrong(ErrorCode::InvalidParameters, "payment_method_types is empty: name what can be paid with");
    }
    if sent.payments_number.is_some_and(|most| most < 1) {
        return wrong(ErrorCode::InvalidParameters, "payments_number is less than 1: leave it out, or allow a payment");
    }
    let span = sent.availability.as_deref().and_then(|it| it.start_at.zip(it.finish_at));
    if span.is_some_and(|(start, finish)| finish <= start) {
        return wrong(ErrorCode::InvalidDate, "availability.finish_at is not after availability.start_at");
    }
    Ok(())
}

fn retrieve(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let link = domain.payment_links.named(request)?;
    answer(200, &by_code(path(request, "code")?, link.shown(&domain.payments, now)))
}

fn cancel(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let link = domain.payment_links.named(request)?;
    let status = link.status(&domain.payments, now);
    if ![OPEN, CANCELED].contains(&status) {
        let message = format!("the payment link is {status}: nobody can pay with it any more");
        return Err(Refused::bad_request(ErrorCode::InvalidStatus, message));
    }
    let code = path(request, "code")?;
    let link = domain.payment_links.by_code.get_mut(code).ok_or_else(unknown)?;
    link.canceled = true;
    answer(200, &by_code(code, link.shown(&domain.payments, now)))
}

/// As the answers to retrieving and canceling call its members.
fn by_code(code: &str, mut shown: PaymentLink) -> PaymentLink {
    shown.code = Some(PaymentLinkCode::from(code));
    shown.account_code = shown.account_id.take();
    shown
}

/// Makes the payment of somebody who has the link. Gives the payment's id.
pub(crate) fn pay(
    domain: &mut Domain,
    code: &str,
    type_: PaymentMethodType,
    now: Timestamp,
) -> Result<String, Refused> {
    let link = domain.payment_links.by_code.get(code).ok_or_else(unknown)?;
    let status = link.status(&domain.payments, now);
    let wrong = |message: String| Err(Refused::bad_request(ErrorCode::InvalidStatus, message));
    if status != OPEN {
        return wrong(format!("the payment link is {status}: ask for another one"));
    }
    let start = link.details.availability.as_deref().and_then(|it| it.start_at);
    if let Some(start) = start.filter(|start| *start > now) {
        return wrong(format!("the payment link can be used from {start} on"));
    }
    if !link.details.payment_method_types.iter().flatten().any(|it| *it == type_) {
        return wrong("the payment link does not offer this payment method".to_owned());
    }
    let wanted = wanted(code, link, type_);
    let id = payments::make(domain, wanted, None, now)?;
    if let Some(link) = domain.payment_links.by_code.get_mut(code) {
        link.payments.push(id.clone());
    }
    Ok(id)
}

/// The payment that the page makes: the customer goes on from it to approve it.
fn wanted(code: &str, link: &Link, type_: PaymentMethodType) -> CreatePayment {
    let details = &link.details;
    let card = (type_ == PaymentMethodType::Card).then(|| {
        PaymentMethodDetailInput::builder().card(CardInput::builder().maybe_capture(details.capture).build()).build()
    });
    let method = PaymentMethodInput::builder()
        .type_(type_)
        .vault_on_success(link.vault_on_success)
        .maybe_detail(card.map(Box::new))
        .build();
    CreatePayment::builder()
        .account_id(link.account.clone())
        .merchant_order_id(details.merchant_order_id.clone().unwrap_or_else(|| code.to_owned()))
        .description(details.description.clone().unwrap_or_else(|| "Payment link".to_owned()))
        .country(link.country.clone())
        .amount(link.amount.clone())
        .workflow(Workflow::Redirect)
        .payment_method(method)
        .maybe_customer_payer(details.customer_payer.clone())
        .maybe_callback_url(details.callback_url.clone())
        .maybe_metadata(details.metadata.clone())
        .build()
}

fn unknown() -> Refused {
    Refused::bad_request(
        ErrorCode::NotFound,
        "no such payment link in this account: create it first, or check the code",
    )
}
