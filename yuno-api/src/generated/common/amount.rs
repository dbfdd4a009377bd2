//! Generated from `spec/common/amount.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// An amount of money.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Amount {
    /// A currency, as ISO 4217 code. Metals, test codes and units of account without a minor unit are left out.
    #[builder(required)]
    pub currency: Option<Currency>,
    /// The amount in the currency's major unit, such as `150.00` for 150 reais. No more digits after the point than
    /// the currency has.
    #[builder(required)]
    pub value: Option<Decimal>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Amount {
    currency: required;
    value: required;
} }
