//! Generated from `spec/payments/dispute.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{open_enum, request}};

/// The evidence with which you contest a chargeback.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct DisputeSubmission {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// The documents, each one a file.
    pub evidence: Vec<Evidence>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { DisputeSubmission {
    account_id: required, length(36, 36);
    evidence: required;
} }

/// One document that supports your side.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct Evidence {
    /// What the file is called.
    pub file_name: String,
    /// The media type of a document.
    pub content_type: EvidenceContentType,
    /// What a document shows.
    pub content_category: EvidenceCategory,
    /// The file itself, in Base64.
    pub content: Sensitive,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { Evidence {
    file_name: required;
    content_type: required;
    content_category: required;
    content: required;
} }

open_enum! {
    /// The media type of a document.
    pub enum EvidenceContentType {
        /// A PDF file.
        Pdf = "application/pdf",
    }
}

open_enum! {
    /// What a document shows.
    pub enum EvidenceCategory {
        /// Your terms of cancellation, as the customer saw them.
        CancelPolicy = "CANCEL_POLICY",
        /// What you and the customer wrote to each other.
        CustomerInteraction = "CUSTOMER_INTERACTION",
        /// Anything else.
        Others = "OTHERS",
        /// Records of the payment.
        PaymentDetail = "PAYMENT_DETAIL",
        /// That the goods are genuine.
        ProofOfAuthenticity = "PROOF_OF_AUTHENTICITY",
        /// That the goods arrived.
        ProofOfDelivery = "PROOF_OF_DELIVERY",
        /// That the service was rendered.
        ProofOfService = "PROOF_OF_SERVICE",
        /// The receipt or invoice.
        Receipt = "RECEIPT",
        /// Your terms of refund, as the customer saw them.
        RefundPolicy = "REFUND_POLICY",
        /// The contract with the customer.
        ServiceAgreement = "SERVICE_AGREEMENT",
        /// Your general terms, as the customer saw them.
        TermsAndConditions = "TERMS_AND_CONDITIONS",
    }
}
