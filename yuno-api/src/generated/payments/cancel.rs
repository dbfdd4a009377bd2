//! Generated from `spec/payments/cancel.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::request};

/// Why a transaction is canceled, and what to hand back.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CancelPayment {
    /// Your own reference of the cancellation.
    pub merchant_reference: String,
    /// Why you cancel. REVERSE is not taken here.
    pub reason: Option<ReversalReason>,
    /// A note on the cancellation.
    pub description: Option<String>,
    /// What the answer should hold besides the result. Leave it out for the plain answer. Cancellations take all of
    /// it, refunds only what concerns the receipt.
    pub response_additional_data: Option<Box<ResponseAdditionalData>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CancelPayment {
    merchant_reference: required;
    reason; description; response_additional_data;
} }
