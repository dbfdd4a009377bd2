//! Generated from `spec/payments/bnpl.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// How a payment by buy now, pay later was made, and where the payer completes it.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Bnpl {
    /// How many installments the credit has.
    pub installments: Option<i64>,
    /// The address of the provider's logo.
    pub provider_image: Option<String>,
    /// Where to send the payer to take out the credit.
    pub redirect_url: Option<String>,
    /// The payer as the lender knows them.
    pub customer_data: Option<Box<BnplCustomerData>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Bnpl { installments; provider_image; redirect_url; customer_data; } }

/// The payer as the lender knows them.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct BnplCustomerData {
    /// The payer's user id with the lender.
    pub bank_user_id: Option<Sensitive>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { BnplCustomerData { bank_user_id; } }
