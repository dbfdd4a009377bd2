//! What a payment's success leaves behind: the token has paid, and the payment method is kept for the next time.

use jiff::Timestamp;
use yuno_api::types::{AccountId, CustomerId};

use super::{
    super::{
        Domain,
        methods::{self, Owner},
    },
    answers,
};

/// To be called whenever a payment may have succeeded; it does its work once.
pub(super) fn settle(domain: &mut Domain, id: &str, now: Timestamp) {
    let Some(record) = domain.payments.records.get_mut(id) else { return };
    let charge = record.plan.charge.clone();
    if record.plan.settled || !record.entries.iter().any(|entry| entry.is(&charge) && entry.succeeded()) {
        return;
    }
    record.plan.settled = true;
    let method = record.payment.payment_method.as_deref();
    if let Some(token) = method.and_then(|method| method.vaulted_token.as_ref()) {
        return domain.methods.paid_with(token.expose(), now);
    }
    let Some(card) = record.plan.keep.take() else { return };
    let payer = record.payment.customer_payer.as_deref().and_then(|payer| payer.id.clone());
    let Some(customer) = payer.as_ref().map(CustomerId::as_str) else { return };
    let (account, country) = (record.payment.account_id.clone(), record.payment.country.clone());
    let account = account.as_ref().map(AccountId::as_str).unwrap_or_default();
    let owner = Owner { account, customer, country: country.as_ref() };
    // The payment succeeded; that its payment method cannot be kept does not change that.
    let Ok(Some(token)) = methods::vault(domain, owner, *card, now) else { return };
    let Some(record) = domain.payments.records.get_mut(id) else { return };
    if let Some(method) = &mut record.payment.payment_method {
        method.vaulted_token = Some(token);
    }
    // The event that told of the success tells of the token, too.
    let Some(data) = answers::told(record) else { return };
    let told = |event: &&mut super::super::Event| event.value()["payment"]["id"] == id;
    if let Some(event) = domain.events.iter_mut().rev().find(told) {
        event.data = data;
    }
}
