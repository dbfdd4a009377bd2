//! How much a capture or a refund is about.

use rust_decimal::Decimal;
use yuno_api::types::{Amount, ErrorCode};

use super::{super::errors::Refused, record::Record};

impl Record {
    /// The amount that a request asks for, or all that is left where it asks for none. More than is left is refused.
    pub(super) fn part(&self, wanted: Option<&Amount>, left: Decimal, act: &str) -> Result<Decimal, Refused> {
        let wrong = |message: String| Err(Refused::bad_request(ErrorCode::InvalidAmount, message));
        let currency = self.payment.amount.as_deref().and_then(|amount| amount.currency.as_ref());
        if let (Some(own), Some(asked)) = (currency, wanted.and_then(|amount| amount.currency.as_ref()))
            && own != asked
        {
            return wrong(format!("amount.currency is {asked}, but the payment is in {own}"));
        }
        let value = wanted.and_then(|amount| amount.value).unwrap_or(left);
        if value <= Decimal::ZERO {
            return wrong(format!("amount.value is {value}; it has to be above 0"));
        }
        if value > left {
            return wrong(format!("amount.value is {value}, but only {left} is left to be {act}"));
        }
        Ok(value)
    }
}
