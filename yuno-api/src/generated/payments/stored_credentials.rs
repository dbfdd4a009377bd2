//! Generated from `spec/payments/stored_credentials.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, open_enum}};

/// Tells the network that a credential is being kept, or that a kept one is used. Issuers approve recurring
/// charges more readily when it is right.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct StoredCredentials {
    /// What the credential is kept for.
    pub reason: Option<StoredCredentialsReason>,
    /// Whether the credential has been charged before.
    pub usage: Option<StoredCredentialsUsage>,
    /// The merchant's number for the agreement with the customer. Issuers in Mexico ask for it.
    pub subscription_agreement_id: Option<String>,
    /// The network's id of the first transaction of the series. Send it when that transaction was not made through
    /// Yuno. 3 to 255 characters.
    pub network_transaction_id: Option<String>,
    /// More about the series of charges. Few providers ask for it; Mercado Pago is one.
    pub additional_data: Option<Box<StoredCredentialsAdditionalData>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { StoredCredentials {
    reason; usage; subscription_agreement_id;
    network_transaction_id: length(3, 255);
    additional_data;
} }

open_enum! {
    /// What the credential is kept for.
    pub enum StoredCredentialsReason {
        /// The customer is present, and pays with a card kept for convenience.
        CardOnFile = "CARD_ON_FILE",
        /// Charges at fixed times, without the customer.
        Subscription = "SUBSCRIPTION",
        /// Charges by the merchant at no fixed time, such as a top-up.
        UnscheduledCardOnFile = "UNSCHEDULED_CARD_ON_FILE",
    }
}

open_enum! {
    /// Whether the credential has been charged before.
    pub enum StoredCredentialsUsage {
        /// The first payment with this vaulted or network token.
        First = "FIRST",
        /// The token has paid before.
        Used = "USED",
    }
}

/// More about the series of charges. Few providers ask for it; Mercado Pago is one.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct StoredCredentialsAdditionalData {
    /// How many charges a series has.
    pub billing_cycles: Option<Box<BillingCycles>>,
    /// The time between two charges, such as 2 and `MONTH` for every other month.
    pub frequency: Option<Box<Frequency>>,
    /// The time in which charges may be made.
    pub availability: Option<Box<Availability>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { StoredCredentialsAdditionalData {
    billing_cycles; frequency; availability;
} rules &[
    Rule::Together {
        paths: &["billing_cycles.current", "billing_cycles.total"],
        because: "providers take both numbers or neither",
    },
    Rule::Together {
        paths: &["frequency.type", "frequency.value"],
        because: "a count of units means nothing without the unit",
    },
] }

/// How many charges a series has.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct BillingCycles {
    /// Which charge this is, counted from 1.
    pub current: Option<i64>,
    /// How many charges there are in all. At least 1.
    pub total: Option<i64>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { BillingCycles {
    current;
    total: minimum("1");
} }

/// The time between two charges, such as 2 and `MONTH` for every other month.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Frequency {
    /// A unit of the calendar that charges are spaced by.
    pub type_: Option<FrequencyUnit>,
    /// How many units lie between two charges.
    pub value: Option<i64>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Frequency {
    type_ as "type";
    value;
} }

open_enum! {
    /// A unit of the calendar that charges are spaced by.
    pub enum FrequencyUnit {
        Day = "DAY",
        Week = "WEEK",
        Month = "MONTH",
        Year = "YEAR",
    }
}

/// The time in which charges may be made.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Availability {
    /// From when on. Without it, at once.
    pub start_at: Option<Timestamp>,
    /// Until when. Without it, for good.
    pub finish_at: Option<Timestamp>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Availability {
    start_at; finish_at;
} rules &[
    Rule::Together {
        paths: &["start_at", "finish_at"],
        because: "a span of time has two ends",
    },
] }
