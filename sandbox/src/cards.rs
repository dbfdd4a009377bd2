//! The test cards, and what becomes of a payment with each.

/// A brand's test cards. They expire in any month to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Brand {
    /// Its name.
    pub name: &'static str,
    /// How the numbers of its cards begin; an [`Outcome`] says how they end.
    pub prefix: &'static str,
    /// The security code of its cards.
    pub security_code: &'static str,
}

/// What becomes of a payment, by the last four digits of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outcome {
    /// How the card's number ends.
    pub last_four: &'static str,
    /// The transaction's response code.
    pub response_code: &'static str,
}

/// The brands.
pub const BRANDS: [Brand; 5] = [
    Brand { name: "Visa", prefix: "450799000000", security_code: "123" },
    Brand { name: "Mastercard", prefix: "525244000000", security_code: "123" },
    Brand { name: "American Express", prefix: "37000000000", security_code: "1234" },
    Brand { name: "Diners", prefix: "364716600000", security_code: "123" },
    Brand { name: "UATP", prefix: "113900000000", security_code: "123" },
];

/// What can become of a payment.
pub const OUTCOMES: [Outcome; 8] = [
    Outcome { last_four: "0002", response_code: "SUCCEEDED" },
    Outcome { last_four: "0010", response_code: "INSUFFICIENT_FUNDS" },
    Outcome { last_four: "0028", response_code: "DECLINED_BY_BANK" },
    Outcome { last_four: "0036", response_code: "DO_NOT_HONOR" },
    Outcome { last_four: "0044", response_code: "INVALID_SECURITY_CODE" },
    Outcome { last_four: "0051", response_code: "INVALID_CARD_DATA" },
    Outcome { last_four: "0069", response_code: "REPORTED_STOLEN" },
    Outcome { last_four: "0077", response_code: "ERROR" },
];

impl Brand {
    /// The number of this brand's card that leads to the outcome.
    ///
    /// ```
    /// use yuno_sandbox::cards::{BRANDS, OUTCOMES};
    /// assert_eq!(BRANDS[0].number(&OUTCOMES[0]), "4507990000000002");
    /// ```
    #[must_use]
    pub fn number(&self, outcome: &Outcome) -> String {
        format!("{}{}", self.prefix, outcome.last_four)
    }
}
