//! A payment method as the sandbox keeps it: what may be shown of it.

use serde::{Deserialize, Serialize};
use yuno_api::types::{CardBrand, CardData, CardDataInput, Country, PaymentMethodType};

use crate::domain::errors::Refused;

/// What a token stands for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CardOnFile {
    /// What is paid with.
    pub type_: PaymentMethodType,
    /// What may be shown of the card, where it is one.
    pub card: Option<CardData>,
}

impl CardOnFile {
    /// A payment method of which no more is known than this.
    pub(crate) fn new(type_: PaymentMethodType, card: Option<CardData>) -> Self {
        Self { type_, card }
    }

    /// A card, as a request has it.
    pub(crate) fn read(input: &CardDataInput, country: Option<&Country>) -> Result<Self, Refused> {
        let mut card = number_shown(input.number.expose());
        let security_code = input.security_code.as_ref().map_or(0, |code| code.expose().len());
        card.security_code_length = i64::try_from(security_code).ok();
        card.holder_name.clone_from(&input.holder_name);
        card.expiration_month = input.expiration_month;
        card.expiration_year = input.expiration_year;
        card.type_.clone_from(&input.type_);
        card.country_code = country.cloned();
        Ok(Self { type_: PaymentMethodType::Card, card: Some(card) })
    }
}

/// What is kept of a number: the BIN, the last four digits, how long it is, and the brand.
pub(crate) fn number_shown(number: &str) -> CardData {
    let bin = if number.len() >= 16 { 8 } else { number.len().saturating_sub(8).min(6) };
    let mut card = CardData::default();
    card.iin = number.get(..bin).map(str::to_owned);
    card.lfd = number.get(number.len().saturating_sub(4)..).map(str::to_owned);
    card.number_length = i64::try_from(number.len()).ok();
    card.brand = match number.as_bytes() {
        [b'4', ..] => Some(CardBrand::Visa),
        [b'3', b'4' | b'7', ..] => Some(CardBrand::Amex),
        [b'2' | b'5', ..] => Some(CardBrand::Mastercard),
        _ => None,
    };
    card
}
