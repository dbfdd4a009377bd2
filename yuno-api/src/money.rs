//! Amounts: minor units, arithmetic that does not mix currencies, and how many decimals a currency has.
//!
//! The API wants amounts in the currency's major unit: 150 reais are `150.00`. Shops mostly count in the minor unit:
//! 15000 centavos. How far apart the two are depends on the currency, so that a factor of 100 written into the code is
//! wrong for Chile, Paraguay and Japan by a factor of 100, and for Kuwait by one of 10.
//!
//! ```
//! # use yuno_api::{money::MoneyError, types::*};
//! # fn main() -> Result<(), MoneyError> {
//! let reais = Amount::from_minor_units(Currency::Brl, 15_000)?;
//! assert_eq!(reais.to_string(), "BRL 150.00");
//!
//! let pesos = Amount::from_minor_units(Currency::Clp, 15_000)?;
//! assert_eq!(pesos.to_string(), "CLP 15000");
//! assert_eq!(pesos.minor_units()?, 15_000);
//!
//! assert!(reais.checked_add(&pesos).is_err());
//! # Ok(())
//! # }
//! ```
//!
//! Nothing here rounds: what does not fit is refused.

mod digits;
mod literal;
#[cfg(feature = "payments")]
mod payment_amount;

use std::fmt;

#[doc(hidden)]
pub use self::literal::decimal_literal;
use crate::types::{Amount, Currency, Decimal, UnknownFields};

impl Amount {
    /// An amount in the currency's major unit: `150.00` for 150 reais.
    ///
    /// The value is sent as it is given. Whether it has more decimals than the currency shows in
    /// [`minor_units`](Self::minor_units).
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let amount = Amount::new(Currency::Brl, Decimal::new(15_000, 2));
    /// assert_eq!(amount.to_string(), "BRL 150.00");
    /// assert_eq!(amount, Amount::new("BRL", 150));
    /// ```
    pub fn new(currency: impl Into<Currency>, value: impl Into<Decimal>) -> Self {
        Self { currency: Some(currency.into()), value: Some(value.into()), unknown_fields: UnknownFields::default() }
    }

    /// An amount counted in the currency's smallest unit, such as centavos.
    ///
    /// # Errors
    ///
    /// Where this version does not know how many decimals the currency has.
    pub fn from_minor_units(currency: impl Into<Currency>, units: i64) -> Result<Self, MoneyError> {
        let currency = currency.into();
        let decimals = currency.exponent().ok_or(MoneyError::UnknownCurrency)?;
        Ok(Self::new(currency, Decimal::new(units, decimals)))
    }

    /// How many of the currency's smallest unit the amount is.
    ///
    /// # Errors
    ///
    /// Where the amount has no currency or no value, where the currency is not known, and where the amount is not a
    /// whole number of its smallest unit or is too large for an `i64`.
    pub fn minor_units(&self) -> Result<i64, MoneyError> {
        let (currency, value) = self.parts()?;
        let decimals = currency.exponent().ok_or(MoneyError::UnknownCurrency)?;
        // Zeros at the end say nothing: 150.000 is a whole number of centavos.
        let value = value.normalize();
        let Some(missing) = decimals.checked_sub(value.scale()) else {
            return Err(MoneyError::TooManyDecimals { currency: currency.clone(), decimals });
        };
        let units = value.mantissa().checked_mul(10_i128.pow(missing)).ok_or(MoneyError::TooLarge)?;
        i64::try_from(units).map_err(|_| MoneyError::TooLarge)
    }

    /// The sum of two amounts of one currency, to the last digit.
    ///
    /// # Errors
    ///
    /// Where the currencies differ, where one amount is incomplete, and where the sum has more digits than fit.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        self.combine(other, Decimal::checked_add)
    }

    /// What is left of the amount once another one of the same currency is taken away. It may be below zero.
    ///
    /// # Errors
    ///
    /// Where the currencies differ, where one amount is incomplete, and where the difference has more digits than fit.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, MoneyError> {
        self.combine(other, Decimal::checked_sub)
    }

    fn combine(&self, other: &Self, operation: fn(Decimal, Decimal) -> Option<Decimal>) -> Result<Self, MoneyError> {
        let ((currency, left), (other_currency, right)) = (self.parts()?, other.parts()?);
        if currency != other_currency {
            return Err(MoneyError::MixedCurrencies { left: currency.clone(), right: other_currency.clone() });
        }
        let result = operation(left, right).ok_or(MoneyError::TooLarge)?;
        // Where the digits do not fit, a decimal drops the last ones. Money does not.
        let exact = left.is_zero() || right.is_zero() || result.scale() >= left.scale().max(right.scale());
        if exact { Ok(Self::new(currency.clone(), result)) } else { Err(MoneyError::TooLarge) }
    }

    fn parts(&self) -> Result<(&Currency, Decimal), MoneyError> {
        let currency = self.currency.as_ref().ok_or(MoneyError::NoCurrency)?;
        Ok((currency, self.value.ok_or(MoneyError::NoValue)?))
    }
}

/// The currency's code and the value, with at least as many decimals as the currency has: `BRL 150.00`. Nothing is
/// rounded. For people use the conventions of their country instead.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.currency.as_ref().map_or("???", code))?;
        let Some(mut value) = self.value else { return f.write_str(" ?") };
        let decimals = self.currency.as_ref().and_then(Currency::exponent).unwrap_or_default();
        if value.scale() < decimals {
            value.rescale(decimals);
        }
        write!(f, " {value}")
    }
}

/// Why an amount cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MoneyError {
    /// The amount has no currency.
    NoCurrency,
    /// The amount has no value.
    NoValue,
    /// How many decimals the currency has is not known.
    UnknownCurrency,
    /// The value has more decimals than its currency.
    TooManyDecimals {
        /// The currency.
        currency: Currency,
        /// How many decimals it has.
        decimals: u32,
    },
    /// The number has more digits than fit.
    TooLarge,
    /// The amounts are of different currencies.
    MixedCurrencies {
        /// The currency of the first one.
        left: Currency,
        /// The currency of the second one.
        right: Currency,
    },
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCurrency => f.write_str("the amount has no currency"),
            Self::NoValue => f.write_str("the amount has no value"),
            Self::UnknownCurrency => f.write_str(
                "this version does not know how many decimals the currency has; give the amount in major units",
            ),
            Self::TooManyDecimals { currency, decimals } => {
                write!(f, "{} has {decimals} decimals and the amount has more; round it first", code(currency))
            }
            Self::TooLarge => f.write_str("the amount has more digits than fit"),
            Self::MixedCurrencies { left, right } => write!(
                f,
                "{} and {} are different currencies; convert one of the amounts first",
                code(left),
                code(right)
            ),
        }
    }
}

impl std::error::Error for MoneyError {}

/// A currency's code. Text that does not look like one is not shown, because it may be anything.
fn code(currency: &Currency) -> &str {
    let code = currency.as_str();
    if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()) { code } else { "???" }
}

#[cfg(all(test, feature = "payments"))]
mod tests;
