//! Generated from `spec/payments/issuer.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// The banks that can be chosen.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Issuers {
    /// One entry for each bank.
    pub issuers: Option<Vec<Issuer>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Issuers { issuers; } }

/// A bank.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Issuer {
    /// The bank's code. It goes into `bank_id` of the bank transfer detail when the payment is created.
    pub id: Option<String>,
    /// The bank's name, to be shown to the customer.
    pub name: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Issuer { id; name; } }
