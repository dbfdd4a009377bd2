//! Generated from `spec/payments/payment_link.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// The provider's page for a payment, and what the payer chose there.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct ProviderPaymentLink {
    /// Whether this only checked the card.
    pub verify: Option<bool>,
    /// Whether the money was taken at once.
    pub capture: Option<bool>,
    /// How many installments the payer chose.
    pub installments: Option<i64>,
    /// What the payer paid with on that page, such as `credit_card`.
    pub payment_method_id: Option<String>,
    /// More on what the payer paid with, such as `visa`.
    pub payment_method_detail: Option<String>,
    /// Until when the link can be paid.
    pub date_of_expiration: Option<String>,
    /// When the provider frees the money for the merchant.
    pub money_release_date: Option<String>,
    /// The partner's account with the provider.
    pub sponsor_id: Option<String>,
    /// The acquirer's authorization code.
    pub authorization_code: Option<String>,
    /// The page to send the payer to.
    pub redirect_url: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { ProviderPaymentLink {
    verify; capture; installments; payment_method_id; payment_method_detail; date_of_expiration;
    money_release_date; sponsor_id; authorization_code; redirect_url;
} }
