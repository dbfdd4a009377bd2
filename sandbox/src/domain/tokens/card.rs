//! A payment method as the sandbox keeps it: what may be shown of it. A card's number is read once and forgotten.

use std::hash::{BuildHasher, RandomState};

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use yuno_api::types::{CardBrand, CardData, CardDataInput, CardType, Country, ErrorCode, PaymentMethodType};

use crate::domain::{errors::Refused, test_cards};

/// What a token stands for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CardOnFile {
    /// What is paid with.
    pub type_: PaymentMethodType,
    /// What may be shown of the card, where it is one.
    pub card: Option<CardData>,
    /// Tells the number from others without giving it away. It does not survive the process.
    #[serde(skip)]
    mark: Option<u64>,
}

/// What marks of numbers are made with: random in every process and never shown, since a number of which BIN and last
/// four are known could be found by trying if the way from number to mark were known.
#[derive(Debug, Clone, Default)]
pub(crate) struct Salt(RandomState);

impl CardOnFile {
    /// A payment method of which no more is known than this.
    pub(crate) fn new(type_: PaymentMethodType, card: Option<CardData>) -> Self {
        Self { type_, card, mark: None }
    }

    /// A card, as a request has it.
    pub(crate) fn read(input: &CardDataInput, country: Option<&Country>, salt: &Salt) -> Result<Self, Refused> {
        let number = input.number.expose();
        check(input, number)?;
        let mut card = number_shown(number);
        let security_code = input.security_code.as_ref().map_or(0, |code| code.expose().len());
        card.security_code_length = i64::try_from(security_code).ok();
        card.holder_name.clone_from(&input.holder_name);
        card.expiration_month = input.expiration_month;
        card.expiration_year = input.expiration_year;
        card.type_ = input.type_.clone().or(Some(CardType::Credit));
        card.category = Some("CLASSIC".to_owned());
        card.issuer_name = Some("SANDBOX BANK".to_owned());
        card.country_code = country.cloned();
        Ok(Self { type_: PaymentMethodType::Card, card: Some(card), mark: Some(salt.0.hash_one(number)) })
    }

    /// Whether both are the same card. After a restart only what is shown of them can tell.
    pub(crate) fn same_number(&self, other: &Self) -> bool {
        match (&self.card, &other.card, self.mark, other.mark) {
            (Some(_), Some(_), Some(one), Some(other)) => one == other,
            (Some(one), Some(other), ..) => {
                (&one.iin, &one.lfd, one.number_length) == (&other.iin, &other.lfd, other.number_length)
            }
            _ => false,
        }
    }

    /// The end of a card's last month.
    pub(crate) fn expires_at(&self) -> Option<Timestamp> {
        let card = self.card.as_ref()?;
        let year = card.expiration_year.map(|year| if year < 100 { 2000 + year } else { year })?;
        let month = i8::try_from(card.expiration_month?).ok()?;
        let last_month = Date::new(i16::try_from(year).ok()?, month, 1).ok()?;
        let end = last_month.checked_add(1.month()).ok()?;
        end.to_zoned(TimeZone::UTC).ok().map(|end| end.timestamp())
    }

    /// Whether it is a card whose last month is over.
    pub(crate) fn is_expired(&self, now: Timestamp) -> bool {
        self.expires_at().is_some_and(|end| end <= now)
    }

    /// The response code that the test gateway answers to it; none to what is no test card.
    pub(crate) fn outcome(&self) -> Option<&'static str> {
        test_cards::outcome(self.card.as_ref()?)
    }

    /// How a page names it: `VISA ****0002`.
    pub(crate) fn name(&self) -> String {
        let Some(card) = &self.card else { return self.type_.as_str().to_owned() };
        let brand = card.brand.as_ref().map_or("CARD", CardBrand::as_str);
        format!("{brand} ****{}", card.lfd.as_deref().unwrap_or_default())
    }
}

/// Refuses what is no card.
fn check(input: &CardDataInput, number: &str) -> Result<(), Refused> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let refused = |message: &str| Err(Refused::new(400, ErrorCode::InvalidParameters, message));
    if !(8..=19).contains(&number.len()) || !digits(number) {
        return refused("number must be the 8 to 19 digits of a card, without spaces");
    }
    if input
        .security_code
        .as_ref()
        .is_some_and(|code| !(3..=4).contains(&code.expose().len()) || !digits(code.expose()))
    {
        return refused("security_code must be 3 or 4 digits");
    }
    if input.expiration_month.is_some_and(|month| !(1..=12).contains(&month)) {
        return refused("expiration_month must be 1 to 12");
    }
    if input.expiration_year.is_some_and(|year| !(0..=99).contains(&year) && !(2000..=2099).contains(&year)) {
        return refused("expiration_year must have two digits, or four from 2000 on");
    }
    Ok(())
}

/// What is kept of a number: the BIN, the last four digits, how long it is, and the brand. At least four digits stay
/// hidden between BIN and last four: a short number has a short BIN, or none.
pub(crate) fn number_shown(number: &str) -> CardData {
    let bin = if number.len() >= 16 { 8 } else { number.len().saturating_sub(8).min(6) };
    let mut card = CardData::default();
    card.iin = number.get(..bin).map(str::to_owned);
    card.lfd = number.get(number.len().saturating_sub(4)..).map(str::to_owned);
    card.number_length = i64::try_from(number.len()).ok();
    card.brand = brand(number);
    card
}

/// The brand, by the first digits. Brands that the spec has no name for are left out.
fn brand(number: &str) -> Option<CardBrand> {
    let first = |count: usize| number.get(..count).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or_default();
    match (first(1), first(2), first(4)) {
        (4, ..) => Some(CardBrand::Visa),
        (_, 51..=55, _) | (_, _, 2221..=2720) => Some(CardBrand::Mastercard),
        (_, 34 | 37, _) => Some(CardBrand::Amex),
        _ => None,
    }
}
