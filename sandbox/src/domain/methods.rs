//! Enrolled payment methods: how they come into the vault, what can be done with them there, and how they leave it.

mod begin;
mod enroll;
mod enrolled;
mod manage;
mod status;
#[cfg(test)]
mod tests;
mod verification;

use std::{collections::BTreeMap, fmt};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use yuno_api::types::{Country, EnrollmentStatus, ErrorCode, Json, VaultedToken};

use self::status::Step;
pub(crate) use self::{enroll::vault, enrolled::Enrolled};
use super::{
    Act, Domain, Event, agenda::Agenda, bodies::same_account, errors::Refused, handlers::Handler, tokens::CardOnFile,
};
use crate::overview::PaymentMethodSeen;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("payment_methods.enroll_in_session", enroll::enroll_in_session),
    ("payment_methods.enroll", enroll::enroll),
    ("payment_methods.list_enrollable", manage::list_enrollable),
    ("payment_methods.retrieve", manage::retrieve),
    ("payment_methods.retrieve_for_customer", manage::retrieve_for_customer),
    ("payment_methods.list", manage::list),
    ("payment_methods.unenroll", manage::unenroll),
    ("payment_methods.unenroll_for_customer", manage::unenroll_for_customer),
    ("payment_methods.reassign", manage::reassign),
    ("payment_methods.register_for_account_updater", manage::register_for_account_updater),
];

/// Every payment method that somebody began to enroll.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Methods {
    by_id: BTreeMap<String, Enrolled>,
    /// The ids of each customer's, oldest first.
    of_customers: BTreeMap<String, Vec<String>>,
    agenda: Agenda,
}

/// How many there are: whoever has the id of one can charge it.
impl fmt::Debug for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Methods({})", self.by_id.len())
    }
}

impl Methods {
    /// The payment method that a vaulted token stands for, if it can be charged.
    pub(crate) fn vaulted(&self, token: &str) -> Option<&Enrolled> {
        self.by_id.get(token).filter(|it| *it.status() == EnrollmentStatus::Enrolled)
    }

    /// What a customer can pay with, oldest first.
    pub(crate) fn chargeable(&self, customer: &str) -> impl Iterator<Item = &Enrolled> {
        self.all_of(customer).filter(|it| *it.status() == EnrollmentStatus::Enrolled)
    }

    /// The token of a card that the customer has enrolled already.
    pub(crate) fn enrolled_as(&self, customer: &str, card: &CardOnFile) -> Option<VaultedToken> {
        self.chargeable(customer).find(|it| it.card.same_number(card))?.details.vaulted_token.clone()
    }

    /// Notes that a payment with it succeeded.
    pub(crate) fn paid_with(&mut self, token: &str, now: Timestamp) {
        let Some(customer) = self.by_id.get(token).map(|it| it.customer.clone()) else { return };
        for id in self.of_customers.get(&customer).into_iter().flatten() {
            let Some(enrolled) = self.by_id.get_mut(id) else { continue };
            let this = id == token;
            enrolled.details.last_successfully_used = Some(this);
            if this {
                enrolled.last_used_at = Some(now);
            }
            let when = if this { now.to_string() } else { String::new() };
            enrolled.details.last_successfully_used_at = Some(when);
        }
    }

    fn all_of(&self, customer: &str) -> impl Iterator<Item = &Enrolled> {
        self.of_customers.get(customer).into_iter().flatten().filter_map(|id| self.by_id.get(id))
    }

    /// What is the same for every token of one card of one customer; nothing, if the card is new to the customer.
    fn fingerprint(&self, customer: &str, card: &CardOnFile) -> Option<String> {
        let same = self.all_of(customer).find(|it| it.card.same_number(card))?;
        same.details.card_data.as_ref()?.fingerprint.clone()
    }

    /// A payment method that this account may see, in whatever state.
    fn find(&self, id: &str, account: Option<&str>) -> Option<&Enrolled> {
        self.by_id.get(id).filter(|it| same_account(Some(&it.account), account))
    }

    /// All of them, for a person to look at, in the order in which they were begun.
    pub(crate) fn overview(&self) -> Vec<PaymentMethodSeen> {
        let mut all: Vec<_> = self.by_id.values().collect();
        all.sort_by_key(|it| it.details.created_at);
        let one = |it: &Enrolled| PaymentMethodSeen {
            customer_id: it.customer.as_str().into(),
            due_at: it.due,
            payment_method: it.details.clone(),
        };
        all.into_iter().map(one).collect()
    }

    /// Puts in place what a test needs.
    #[cfg(test)]
    pub(crate) fn put(&mut self, token: &str, card: CardOnFile) {
        let mut made = Enrolled::new("", "", card, Default::default());
        made.enter(token, EnrollmentStatus::Enrolled, Timestamp::UNIX_EPOCH);
        self.insert(token.to_owned(), made);
    }

    fn insert(&mut self, id: String, enrolled: Enrolled) {
        self.of_customers.entry(enrolled.customer.clone()).or_default().push(id.clone());
        self.by_id.insert(id, enrolled);
    }

    /// Puts what is to happen by itself on the agenda.
    fn note_due(&mut self, id: &str) {
        if let Some(due) = self.by_id.get(id).and_then(|it| it.due) {
            self.agenda.add(due, id);
        }
    }
}

/// Takes a step, and tells of it. `None`: the status does not allow it, and nothing has changed.
fn take_step(domain: &mut Domain, id: &str, step: Step, at: Timestamp) -> Option<EnrollmentStatus> {
    let enrolled = domain.methods.by_id.get_mut(id)?;
    let status = status::after(enrolled.status(), step)?;
    enrolled.enter(id, status.clone(), at);
    domain.methods.note_due(id);
    if let Some(event) = status::event(&status) {
        announce(domain, id, event);
    }
    Some(status)
}

/// Tells whoever listens how a payment method stands.
fn announce(domain: &mut Domain, id: &str, event: &str) {
    if let Some(enrolled) = domain.methods.by_id.get(id)
        && let Ok(data) = Json::new(&BTreeMap::from([("payment_method", &enrolled.details)]))
    {
        domain.events.push(Event {
            kind: "enrollment".to_owned(),
            event: format!("enrollment.{event}"),
            account: enrolled.account.clone(),
            data,
        });
    }
}

/// What has come due by now: enrollments that nobody completed, cards that ran out, providers that are done removing.
pub(crate) fn advance(domain: &mut Domain, now: Timestamp) {
    while let Some((due, id)) = domain.methods.agenda.take(now) {
        let Some(enrolled) = domain.methods.by_id.get_mut(&id).filter(|it| it.due == Some(due)) else { continue };
        match enrolled.status() {
            EnrollmentStatus::Enrolled if enrolled.kept_current => {
                enrolled.renew(due);
                domain.methods.note_due(&id);
                announce(domain, &id, "update");
            }
            EnrollmentStatus::UnenrollInProcess => {
                take_step(domain, &id, Step::Remove, due);
            }
            _ => {
                take_step(domain, &id, Step::Expire, due);
            }
        }
    }
}

/// Does to an enrollment what only the customer, the provider or time can. `Err` is a sentence that says why not.
pub(crate) fn act(domain: &mut Domain, id: &str, act: Act, now: Timestamp) -> Result<(), String> {
    let Some(enrolled) = domain.methods.by_id.get(id) else {
        return Err("there is no such payment, and no such payment method".to_owned());
    };
    let status = enrolled.status().clone();
    let step = match (act, &status) {
        (Act::Settle, EnrollmentStatus::UnenrollInProcess) => Step::Remove,
        (Act::Settle, _) => Step::Enroll,
        (Act::Decline, _) => Step::Decline,
        (Act::Expire, _) => Step::Expire,
        (Act::Chargeback, _) => return Err("a chargeback is for payments: a payment method has none".to_owned()),
    };
    if status::after(&status, step).is_none() {
        return Err(format!("the payment method is {status}, which does not allow it"));
    }
    if matches!(step, Step::Enroll | Step::Decline) {
        enroll::complete(domain, id, step, now).map_err(|refused| refused.message())?;
    }
    take_step(domain, id, step, now);
    Ok(())
}

/// Takes everything of a customer's out of the vault.
pub(crate) fn unenroll_all(domain: &mut Domain, customer: &str, now: Timestamp) {
    for id in domain.methods.of_customers.get(customer).cloned().unwrap_or_default() {
        for step in [Step::Cancel, Step::Remove] {
            take_step(domain, &id, step, now);
        }
    }
}

/// The refusal of a payment method that is not there, with the status that the operation has for it.
pub(crate) fn unknown(status: u16) -> Refused {
    let message = "no such payment method of this customer and account: enroll it first, or check the id";
    Refused::new(status, ErrorCode::PaymentMethodNotFound, message)
}

/// Whose a payment method is to be, and where it is used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner<'a> {
    /// The account.
    pub account: &'a str,
    /// The customer's id.
    pub customer: &'a str,
    /// The country, where it is known.
    pub country: Option<&'a Country>,
}
