//! Generated from `spec/payments/capture.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::request};

/// How much of an authorization to take, and what to tell the provider about it.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CapturePayment {
    /// How much to take, in the currency of the payment. Less than was reserved makes it a partial capture.
    pub amount: Amount,
    /// Your own reference of the capture, such as the delivery's number.
    pub merchant_reference: String,
    /// Why you capture now, in your own words, such as `PRODUCT_CONFIRMED`.
    pub reason: String,
    /// A note on the capture.
    pub description: Option<String>,
    /// What was really delivered, where it differs from the order or was not known then.
    pub additional_data: Option<Box<AdditionalData>>,
    /// True to have a capture that fails repeated automatically.
    pub simplified_mode: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CapturePayment {
    amount: required;
    merchant_reference: required;
    reason: required;
    description; additional_data; simplified_mode;
} }
