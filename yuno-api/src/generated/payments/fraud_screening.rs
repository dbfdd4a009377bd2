//! Generated from `spec/payments/fraud_screening.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::types::*;
use crate::wire::tables::object;

/// A screening of a payment for fraud, and what it found.
#[derive(Clone, Default, bon::Builder)]
#[builder(on(_, into))]
#[non_exhaustive]
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
    #[builder(default)]
    pub unknown_fields: UnknownFields,
}

object! { FraudScreening {
    stand_alone;
    status;
    transactions;
    created_at;
    updated_at;
} }
