//! Generated from `spec/payments/receipt.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{open_enum, request}};

/// What the answer should hold besides the result. Leave it out for the plain answer. Cancellations take all of
/// it, refunds only what concerns the receipt.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct ResponseAdditionalData {
    /// True to have a receipt made for the customer. Its address then comes as `receipt_url`.
    pub receipt: Option<bool>,
    /// A language that receipts are written in.
    pub receipt_language: Option<ReceiptLanguage>,
    /// True to get all transactions of the payment, not only the last one.
    pub transactions_history: Option<bool>,
    /// True to get what was sent to the provider.
    pub raw_request: Option<bool>,
    /// True to get what the provider answered.
    pub raw_response: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { ResponseAdditionalData {
    receipt; receipt_language; transactions_history; raw_request; raw_response;
} }

open_enum! {
    /// A language that receipts are written in.
    pub enum ReceiptLanguage {
        /// Spanish.
        Es = "ES",
        /// English.
        En = "EN",
        /// Portuguese.
        Pt = "PT",
    }
}
