//! Generated from `spec/payments/refund.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{open_enum, request}};

/// How much to give back, why, and to where. A refund needs `merchant_reference`; a cancel-or-refund of a whole
/// payment needs `reason`; sending both is right everywhere.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct RefundPayment {
    /// How much to give back, in the currency of the payment. Leave it out to give everything back. A cancellation is
    /// always of the whole.
    pub amount: Option<Box<Amount>>,
    /// Your own reference of the refund.
    pub merchant_reference: Option<String>,
    /// Why a payment is canceled or refunded.
    pub reason: Option<ReversalReason>,
    /// A note on the refund.
    pub description: Option<String>,
    /// What each recipient of a marketplace payment gives back. The shares add up to the amount.
    pub split_marketplace: Option<Vec<Split>>,
    /// Who gets the money, where the provider asks for it again, as for cash payments.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// Where the money goes when it cannot go back the way it came: the bank account under `detail.bank_transfer`.
    pub payment_method: Option<Box<PaymentMethodInput>>,
    /// True to have a refund that fails repeated automatically. The API assumes `false` where it is absent.
    pub simplified_mode: Option<bool>,
    /// What the answer should hold besides the result. Leave it out for the plain answer. Cancellations take all of
    /// it, refunds only what concerns the receipt.
    pub response_additional_data: Option<Box<ResponseAdditionalData>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { RefundPayment {
    amount; merchant_reference; reason; description; split_marketplace; customer_payer; payment_method;
    simplified_mode; response_additional_data;
} }

open_enum! {
    /// Why a payment is canceled or refunded.
    pub enum ReversalReason {
        /// The customer was charged twice.
        Duplicate = "DUPLICATE",
        /// The charge was a fraud.
        Fraudulent = "FRAUDULENT",
        /// The customer asked for it.
        RequestedByCustomer = "REQUESTED_BY_CUSTOMER",
        /// An earlier transaction is undone, for instance after a timeout. Not for a plain cancellation.
        Reverse = "REVERSE",
    }
}
