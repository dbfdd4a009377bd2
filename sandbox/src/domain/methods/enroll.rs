//! Bringing a payment method into the vault: in a customer session, from server to server, or by paying with it.

use jiff::Timestamp;
use yuno_api::types::{
    CardDataInput, CardVerification, Country, EnrollPaymentMethod, EnrollPaymentMethodInSession, EnrollmentAction,
    ErrorCode, OneTimeToken, PaymentMethodType, TokenSource, VaultedToken,
};

use super::{
    Enrolled, Owner, Step,
    begin::{begin, fingerprint, settle_in},
    manage::in_session,
    unknown, verification,
};
use crate::domain::{
    Answer, Domain, Request,
    bodies::{answer, body, check_account, check_country, path},
    errors::Refused,
    offer,
    tokens::CardOnFile,
};

/// The card that the customer types into the SDK's form when the sandbox settles the enrollment of one.
const TYPED_IN: (&str, i64, i64) = ("4507990000000002", 11, 28);

/// Begins what the SDK goes on with.
pub(super) fn enroll_in_session(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "customer_session")?;
    let sent: EnrollPaymentMethodInSession = body(request)?;
    check_account(request, sent.account_id.as_str())?;
    check_country(&sent.country)?;
    let session = domain.sessions.open_customer(id, now)?;
    if session.account != sent.account_id.as_str() {
        let message = "account_id is another account than the customer session was opened for";
        return Err(Refused::new(400, ErrorCode::InvalidAccountId, message));
    }
    let customer = session.customer().to_owned();
    let callback_url = session.details.callback_url.clone();
    let offered = offer::find_enrollable(&sent.payment_method_type, Some(&sent.country))?;
    let account = sent.account_id.as_str();
    let owner = Owner { account, customer: &customer, country: Some(&sent.country) };
    let mut begun = begin(domain, owner, CardOnFile::new(offered.type_.clone(), None), now)?;
    begun.kept_current = sent.account_updater == Some(true);
    let details = &mut begun.details;
    details.idempotency_key.clone_from(&request.key);
    details.name = Some(offered.name.to_owned());
    details.description = Some(offered.description.to_owned());
    details.icon = Some(offered.icon());
    details.category = Some(offered.category.clone());
    details.callback_url = callback_url;
    details.enrollment = Some(Box::new(in_session(id)));
    details.verify = sent.verify.map(unanswered);
    let method = settle_in(domain, begun, Step::Ask, now);
    domain.sessions.begin_enrollment(id, &method);
    shown(domain, &method)
}

/// Takes a payment method in from the merchant's server.
pub(super) fn enroll(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let customer = path(request, "customer_id")?;
    let sent: EnrollPaymentMethod = body(request)?;
    let account = sent.account_id.as_str();
    check_account(request, account)?;
    check_country(&sent.country)?;
    let owner = Owner { account, customer, country: Some(&sent.country) };
    let card = what(domain, &sent, now)?;
    let step = first_step(&sent, &card, now);
    let mut begun = begin(domain, owner, card, now)?;
    begun.kept_current = sent.account_updater == Some(true);
    begun.details.verify = sent.verify.clone().map(unanswered);
    if begun.card.card.is_some() && step != Step::Reject {
        check(domain, &mut begun, step, now)?;
    }
    let details = &mut begun.details;
    details.idempotency_key.clone_from(&request.key);
    details.parent_type.clone_from(&sent.parent_type);
    details.callback_url.clone_from(&sent.callback_url);
    if let Some(payer) = &sent.customer_payer {
        details.customer_payer = Some(payer.clone());
    }
    if step == Step::Ask {
        details.action = Some(EnrollmentAction::RedirectUrl);
    }
    if let Some(token) = used_token(&sent) {
        domain.tokens.spend(token.expose(), now)?;
    }
    let method = settle_in(domain, begun, step, now);
    shown(domain, &method)
}

/// Keeps what a payment succeeded with, for the next one. What is enrolled already keeps its token; nothing is kept
/// for somebody who is no customer.
pub(crate) fn vault(
    domain: &mut Domain,
    owner: Owner<'_>,
    card: CardOnFile,
    now: Timestamp,
) -> Result<Option<VaultedToken>, Refused> {
    if domain.customers.find(owner.customer, Some(owner.account)).is_none() {
        return Ok(None);
    }
    if let Some(token) = domain.methods.enrolled_as(owner.customer, &card) {
        return Ok(Some(token));
    }
    let begun = begin(domain, owner, card, now)?;
    let method = settle_in(domain, begun, Step::Enroll, now);
    Ok(Some(VaultedToken::from(method)))
}

/// What the customer or the provider adds when an enrollment comes to its end: the card, and the check of it.
pub(super) fn complete(domain: &mut Domain, id: &str, step: Step, now: Timestamp) -> Result<(), Refused> {
    let enrolled = domain.methods.by_id.get(id).ok_or_else(|| unknown(400))?;
    if enrolled.card.type_ != PaymentMethodType::Card || enrolled.card.card.is_some() {
        return Ok(());
    }
    let (number, month, year) = TYPED_IN;
    let typed_in = CardDataInput::builder().number(number).expiration_month(month).expiration_year(year).build();
    let card = domain.tokens.read_card(&typed_in, enrolled.details.country.as_ref())?;
    let customer = enrolled.customer.clone();
    let fingerprint = fingerprint(domain, &customer, &card);
    let Some(mut enrolled) = domain.methods.by_id.remove(id) else { return Err(unknown(400)) };
    enrolled.show_card(card, fingerprint);
    let checked = check(domain, &mut enrolled, step, now);
    domain.methods.by_id.insert(id.to_owned(), enrolled);
    checked
}

/// What is to be enrolled. A token is only looked at: whoever is refused keeps it.
fn what(domain: &Domain, sent: &EnrollPaymentMethod, now: Timestamp) -> Result<CardOnFile, Refused> {
    if sent.type_ != PaymentMethodType::Card {
        offer::find_enrollable(&sent.type_, Some(&sent.country))?;
    }
    let found = match (&sent.card_data, used_token(sent)) {
        (Some(card), _) if sent.type_ == PaymentMethodType::Card => {
            domain.tokens.read_card(card, Some(&sent.country))?
        }
        (_, Some(token)) => domain.tokens.peek(token.expose(), now)?.clone(),
        _ if sent.type_ == PaymentMethodType::Card && sent.provider_data.is_none() => {
            let message = "a card is enrolled by card_data, by a one-time token or by provider_data: send one of them";
            return Err(Refused::new(400, ErrorCode::MissingParameters, message));
        }
        _ => CardOnFile::new(sent.type_.clone(), None),
    };
    if found.type_ != sent.type_ {
        let message = "the one-time token stands for a payment method of another type";
        return Err(Refused::new(400, ErrorCode::IncorrectPaymentMethodType, message));
    }
    Ok(found)
}

/// The one-time token that stands for what is to be enrolled. A card that is sent beside it comes first.
fn used_token(sent: &EnrollPaymentMethod) -> Option<&OneTimeToken> {
    let card = sent.card_data.is_some() && sent.type_ == PaymentMethodType::Card;
    sent.token.as_ref().filter(|_| !card)
}

/// A wish for a check, without the result that only answers have.
fn unanswered(mut verify: Box<CardVerification>) -> Box<CardVerification> {
    verify.payment = None;
    verify
}

/// Where an enrollment from server to server begins.
fn first_step(sent: &EnrollPaymentMethod, card: &CardOnFile, now: Timestamp) -> Step {
    if card.is_expired(now) {
        return Step::Reject;
    }
    if card.card.is_some() {
        let verify = verification::is_asked(sent.verify.as_deref());
        return if verify { verification::verdict(card) } else { Step::Enroll };
    }
    if let Some(provider) = &sent.provider_data {
        // Only a token that stays with its provider is there at once. Anything else has to be fetched.
        let fetched = matches!(provider.token_source, Some(TokenSource::ProviderApi | TokenSource::MigrationFile));
        return if fetched { Step::Begin } else { Step::Enroll };
    }
    if sent.payment_method.as_ref().is_some_and(|it| it.vault_only == Some(true)) {
        return Step::Enroll;
    }
    // Without an address to come back to, the customer is not sent anywhere.
    if sent.callback_url.is_some() { Step::Ask } else { Step::Begin }
}

/// Checks a card where that was asked for, and notes the payment that it took.
fn check(domain: &mut Domain, enrolled: &mut Enrolled, step: Step, now: Timestamp) -> Result<(), Refused> {
    let asked = |verify: &&mut Box<CardVerification>| verification::is_asked(Some(verify));
    let Some(verify) = enrolled.details.verify.as_mut().filter(asked) else { return Ok(()) };
    let outcome = match (step, enrolled.card.outcome()) {
        (Step::Enroll, _) => "SUCCEEDED",
        (_, None | Some("SUCCEEDED")) => "DECLINED_BY_BANK",
        (_, Some(outcome)) => outcome,
    };
    let country = enrolled.details.country.as_ref().map(Country::as_str);
    let made = verification::Check { account: &enrolled.account, country, verify, outcome, step };
    let payment = verification::payment(domain, &made, now)?;
    verify.payment = Some(Box::new(payment));
    Ok(())
}

fn shown(domain: &Domain, id: &str) -> Result<Answer, Refused> {
    let found = domain.methods.by_id.get(id).ok_or_else(|| unknown(400))?;
    answer(201, &found.details)
}
