//! Generated from `spec/checkout_sessions/recurring_payment.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{open_enum, request}};

/// Terms of the charges that follow the first, as Apple Pay shows them to the customer.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct RecurringPaymentTerms {
    /// What the customer subscribes to.
    pub description: Option<String>,
    /// The page where the customer changes or ends the subscription.
    pub management_url: Option<String>,
    /// The text that the customer agrees to.
    pub billing_agreement: Option<String>,
    /// The charges after any trial.
    pub regular_billing: Option<Box<RecurringBilling>>,
    /// The charges during the trial.
    pub trial_billing: Option<Box<RecurringBilling>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { RecurringPaymentTerms {
    description; management_url; billing_agreement; regular_billing; trial_billing;
} }

/// A charge that comes again at a fixed interval.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct RecurringBilling {
    /// What the charge is called on the payment sheet.
    pub label: String,
    /// The charge as text in the currency's major unit, such as `9.99`. The session's currency applies.
    pub amount: String,
    /// A unit of time between charges, in lower case as the wallet takes it.
    pub interval_unit: RecurringIntervalUnit,
    /// How many units lie between two charges.
    pub interval_count: i64,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { RecurringBilling {
    label: required;
    amount: required;
    interval_unit: required;
    interval_count: required;
} }

open_enum! {
    /// A unit of time between charges, in lower case as the wallet takes it.
    pub enum RecurringIntervalUnit {
        Year = "year",
        Month = "month",
        Day = "day",
        /// An hour. Of use in tests only.
        Hour = "hour",
        /// A minute. Of use in tests only.
        Minute = "minute",
    }
}
