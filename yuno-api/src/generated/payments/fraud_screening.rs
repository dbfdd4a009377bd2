//! Generated from `spec/payments/fraud_screening.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, request}};

/// How a payment is to be screened for fraud.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct FraudScreeningSettings {
    /// True to have the payment screened only. Nothing is charged, whatever the screening finds.
    pub stand_alone: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { FraudScreeningSettings { stand_alone; } }

/// A screening of a payment for fraud, and what it found.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct FraudScreening {
    /// Whether only the screening was done. No charge follows one of this kind, whatever it found.
    pub stand_alone: Option<bool>,
    /// How the screening as a whole stands.
    pub status: Option<TransactionStatus>,
    /// One for each fraud provider that was asked.
    pub transactions: Option<Vec<Transaction>>,
    /// When the screening began.
    pub created_at: Option<Timestamp>,
    /// When the screening last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { FraudScreening { stand_alone; status; transactions; created_at; updated_at; } }
