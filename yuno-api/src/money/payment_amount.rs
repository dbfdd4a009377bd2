//! The amount of a payment, which also says what was captured and refunded.

use crate::types::{Amount, Currency, Decimal, PaymentAmount};

impl PaymentAmount {
    /// An amount to be paid, in the currency's major unit: `150.00` for 150 reais.
    pub fn new(currency: impl Into<Currency>, value: impl Into<Decimal>) -> Self {
        Amount::new(currency, value).into()
    }

    /// What is to be paid, where the answer has both currency and value.
    #[must_use]
    pub fn to_amount(&self) -> Option<Amount> {
        self.amount_of(self.value)
    }

    /// How much was captured so far, where the answer says so.
    ///
    /// A purchase captures at once, and the API mostly leaves this at 0 for it: whether the money is there, tells
    /// [`Payment::outcome`](crate::types::Payment::outcome).
    #[must_use]
    pub fn captured_amount(&self) -> Option<Amount> {
        self.amount_of(self.captured)
    }

    /// How much was given back so far, where the answer says so.
    #[must_use]
    pub fn refunded_amount(&self) -> Option<Amount> {
        self.amount_of(self.refunded)
    }

    fn amount_of(&self, value: Option<Decimal>) -> Option<Amount> {
        Some(Amount::new(self.currency.clone()?, value?))
    }
}

/// So that a payment's builder takes an [`Amount`].
impl From<Amount> for PaymentAmount {
    fn from(amount: Amount) -> Self {
        Self {
            currency: amount.currency,
            value: amount.value,
            unknown_fields: amount.unknown_fields,
            ..Self::default()
        }
    }
}
