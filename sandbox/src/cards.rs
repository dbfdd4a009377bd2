//! The test cards, and what becomes of a payment with each.

use crate::domain::test_cards;

/// A card of the test gateway. It expires in any month to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TestCard {
    /// Its number.
    pub number: &'static str,
    /// What it leads to: a transaction's response code, or how 3-D Secure ends.
    pub result: &'static str,
}

/// The cards that decide what becomes of a payment, by its response code.
///
/// ```
/// let no_money = yuno_sandbox::cards::outcomes().find(|card| card.result == "INSUFFICIENT_FUNDS").unwrap();
/// assert_eq!((no_money.brand(), no_money.number), ("Visa", "4507990000000010"));
/// ```
pub fn outcomes() -> impl Iterator<Item = TestCard> {
    cards(test_cards::OUTCOMES)
}

/// The cards that decide how 3-D Secure ends. A payment with one whose result begins with `BROWSER_CHALLENGE` waits for
/// the shopper.
pub fn three_d_secure() -> impl Iterator<Item = TestCard> {
    cards(test_cards::THREE_D_SECURE)
}

fn cards(table: &'static [(&str, &str)]) -> impl Iterator<Item = TestCard> {
    table.iter().map(|(number, result)| TestCard { number, result })
}

impl TestCard {
    /// Its brand.
    #[must_use]
    pub fn brand(&self) -> &'static str {
        match self.number.as_bytes() {
            [b'4', ..] => "Visa",
            [b'3', b'4' | b'7', ..] if self.number.len() == 15 => "American Express",
            [b'3', b'5', ..] => "JCB",
            [b'3', ..] => "Diners",
            [b'5', ..] => "Mastercard",
            _ => "UATP",
        }
    }

    /// A security code of the length that its brand has.
    #[must_use]
    pub fn security_code(&self) -> &'static str {
        if self.brand() == "American Express" { "1234" } else { "123" }
    }
}
