//! One-time tokens: made of a payment method, for one payment, for a while.

pub(crate) mod card;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use yuno_api::types::{
    CardDataInput, Country, CreateSessionToken, CreateToken, ErrorCode, OneTimeToken, PaymentMethodType,
    TokenizedPaymentMethod,
};

pub(crate) use self::card::CardOnFile;
use self::card::Salt;
use super::{
    Answer, Domain, Request,
    agenda::Agenda,
    bodies::{after, answer, body, check_account, check_country, path},
    errors::Refused,
    handlers::Handler,
    offer,
};

pub(crate) const HANDLERS: &[(&str, Handler)] = &[
    ("checkout_sessions.create_session_token", create_session_token),
    ("checkout_sessions.create_token", create_token),
];

/// How long a token can be spent. The API publishes no figure.
const LIFETIME: SignedDuration = SignedDuration::from_mins(30);

/// The tokens that were made and have not expired.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Tokens {
    made: BTreeMap<String, Token>,
    agenda: Agenda,
    #[serde(skip)]
    salt: Salt,
}

#[derive(Serialize, Deserialize)]
struct Token {
    stands_for: CardOnFile,
    /// The checkout session that it was made in.
    session: Option<String>,
    expires_at: Timestamp,
    spent: bool,
}

/// How many there are: whoever has a token can pay with it.
impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tokens({})", self.made.len())
    }
}

impl Tokens {
    /// What a token stands for, without spending it.
    pub(crate) fn peek(&self, token: &str, now: Timestamp) -> Result<&CardOnFile, Refused> {
        let reason = match self.made.get(token) {
            None => "the one-time token does not exist, or has expired: make another one",
            Some(token) if token.spent => "the one-time token was used, and is good for one payment: make another one",
            Some(token) if token.expires_at <= now => "the one-time token has expired: make another one",
            Some(token) => return Ok(&token.stands_for),
        };
        Err(Refused::new(401, ErrorCode::InvalidToken, reason))
    }

    /// What a token stands for. From now on it stands for nothing.
    pub(crate) fn spend(&mut self, token: &str, now: Timestamp) -> Result<CardOnFile, Refused> {
        let stands_for = self.peek(token, now)?.clone();
        if let Some(token) = self.made.get_mut(token) {
            token.spent = true;
        }
        Ok(stands_for)
    }

    /// The checkout session that a token was made in.
    pub(crate) fn session_of(&self, token: &str) -> Option<&str> {
        self.made.get(token)?.session.as_deref()
    }

    /// A card as a request has it, as it may be kept.
    pub(crate) fn read_card(&self, input: &CardDataInput, country: Option<&Country>) -> Result<CardOnFile, Refused> {
        CardOnFile::read(input, country, &self.salt)
    }

    /// Forgets the tokens whose time is over.
    pub(crate) fn advance(&mut self, now: Timestamp) {
        while let Some((_, token)) = self.agenda.take(now) {
            self.made.remove(&token);
        }
    }

    /// Puts in place what a test needs.
    #[cfg(test)]
    pub(crate) fn put(&mut self, token: &str, card: CardOnFile) {
        let made = Token { stands_for: card, session: None, expires_at: Timestamp::MAX, spent: false };
        self.made.insert(token.to_owned(), made);
    }

    fn keep(&mut self, token: String, stands_for: CardOnFile, session: Option<String>, now: Timestamp) {
        let expires_at = after(now, LIFETIME);
        self.agenda.add(expires_at, &token);
        self.made.insert(token, Token { stands_for, session, expires_at, spent: false });
    }
}

fn create_session_token(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let id = path(request, "checkout_session")?;
    let sent: CreateSessionToken = body(request)?;
    let session = domain.sessions.open_checkout(id, now)?;
    let country = session.details.country.clone();
    let type_ = sent.payment_method.type_.unwrap_or(PaymentMethodType::Card);
    let stands_for = if type_ == PaymentMethodType::Card {
        let Some(card) = sent.payment_method.card.or(sent.card_data) else {
            let message = "send the card in payment_method.card";
            return Err(Refused::new(400, ErrorCode::MissingParameters, message));
        };
        domain.tokens.read_card(&card, country.as_ref())?
    } else {
        offer::check_payable(&type_, country.as_ref())?;
        CardOnFile::new(type_, None)
    };
    let token = domain.ids.next("one_time_token");
    let mut made = shown(&token, &stands_for);
    let customer = session.details.customer_id.as_ref();
    made.vaulted_token = customer.and_then(|it| domain.methods.enrolled_as(it.as_str(), &stands_for));
    made.country = country;
    let answered = answer(201, &made)?;
    domain.tokens.keep(token, stands_for, Some(id.to_owned()), now);
    Ok(answered)
}

fn create_token(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let sent: CreateToken = body(request)?;
    check_account(request, sent.account_id.as_str())?;
    if let Some(country) = &sent.country {
        check_country(country)?;
    }
    let stands_for = domain.tokens.read_card(&sent.card_data, sent.country.as_ref())?;
    let token = domain.ids.next("one_time_token");
    let mut made = shown(&token, &stands_for);
    made.country = sent.country;
    made.customer_payer = sent.customer_payer;
    let answered = answer(201, &made)?;
    domain.tokens.keep(token, stands_for, None, now);
    Ok(answered)
}

fn shown(token: &str, stands_for: &CardOnFile) -> TokenizedPaymentMethod {
    let mut made = TokenizedPaymentMethod::default();
    made.token = Some(OneTimeToken::from(token));
    made.type_ = Some(stands_for.type_.clone());
    made.vault_on_success = Some(false);
    made.card_data = stands_for.card.clone().map(Box::new);
    made
}
