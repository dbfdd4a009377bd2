//! Generated from `spec/payments/subscription.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// Makes the payment the first of a subscription, or, with `id`, a payment of a subscription that exists.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct PaymentSubscription {
    /// The subscription that the payment belongs to. Send nothing else beside it.
    pub id: Option<String>,
    /// How often is charged, and who starts the charge.
    pub frequency: Option<Box<SubscriptionFrequency>>,
    /// What each charge after the first amounts to.
    pub amount: Option<Box<SubscriptionAmount>>,
    /// How many times is charged. Without it the subscription goes on until it is ended.
    pub billing_cycles: Option<Box<SubscriptionBillingCycles>>,
    /// On which day is charged.
    pub billing_date: Option<Box<BillingDate>>,
    /// The time in which charges may be made.
    pub availability: Option<Box<Availability>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { PaymentSubscription {
    id; frequency; amount; billing_cycles; billing_date; availability;
} }

/// How often is charged, and who starts the charge.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct SubscriptionFrequency {
    /// The unit of `value`. Payments take MONTH.
    #[builder(required)]
    pub type_: Option<FrequencyUnit>,
    /// How many units of time lie between two charges.
    pub value: Option<i64>,
    /// Who starts the charges after the first.
    #[builder(required)]
    pub execution: Option<SubscriptionExecution>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { SubscriptionFrequency {
    type_ as "type": required;
    value;
    execution: required;
} }

open_enum! {
    /// Who starts the charges after the first.
    pub enum SubscriptionExecution {
        /// Yuno charges when it is due.
        Yuno = "YUNO",
        /// You create each payment yourself.
        Merchant = "MERCHANT",
    }
}

/// What each charge after the first amounts to.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct SubscriptionAmount {
    /// The amount in the currency's major unit.
    #[builder(required)]
    pub value: Option<Decimal>,
    /// A currency, as ISO 4217 code. Metals, test codes and units of account without a minor unit are left out.
    #[builder(required)]
    pub currency: Option<Currency>,
    /// Whether each charge is the same.
    #[builder(required)]
    pub type_: Option<SubscriptionAmountType>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { SubscriptionAmount {
    value: required;
    currency: required;
    type_ as "type": required;
} }

open_enum! {
    /// Whether each charge is the same.
    pub enum SubscriptionAmountType {
        /// Always the same.
        Fixed = "FIXED",
        /// May differ from charge to charge.
        Variable = "VARIABLE",
    }
}

/// How many times is charged. Without it the subscription goes on until it is ended.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct SubscriptionBillingCycles {
    /// Number of charges. At least 1.
    pub total: Option<i64>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { SubscriptionBillingCycles {
    total: minimum("1");
} }

/// On which day is charged.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct BillingDate {
    /// How the day is determined.
    pub type_: Option<String>,
    /// Day of the month. From 1 to 31.
    pub day: Option<i64>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { BillingDate {
    type_ as "type";
    day: range("1", "31");
} }
