//! Generated from `spec/payments/bank_transfer.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum, request}};

/// The bank account to charge, or to refund to. Which fields are needed depends on the country and the payment
/// method.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct BankTransferInput {
    /// What kind of bank account it is.
    pub account_type: Option<BankAccountType>,
    /// Whether the account belongs to a person or a company. ACH asks for it.
    pub account_holder_type: Option<BankAccountHolderType>,
    /// The payer's bank, by the id that `payments.list_issuers` gives, where the payment method has the payer choose
    /// one.
    pub bank_id: Option<String>,
    /// The bank's name.
    pub bank_name: Option<String>,
    /// The account's number. 3 to 255 characters.
    pub bank_account: Option<Sensitive>,
    /// The name of the account's holder. 3 to 255 characters.
    pub beneficiary_name: Option<Sensitive>,
    /// Whether the holder is a person or a company.
    pub beneficiary_type: Option<BankAccountHolderType>,
    /// The kind of `beneficiary_document`.
    pub beneficiary_document_type: Option<DocumentType>,
    /// The number of the holder's identity or tax document.
    pub beneficiary_document: Option<Sensitive>,
    /// The bank's branch.
    pub branch: Option<String>,
    /// The check digit of the branch.
    pub branch_digit: Option<String>,
    /// The bank's routing number, as in an ACH transfer. 3 to 255 characters.
    pub routing_number: Option<String>,
    /// The bank's code in its country.
    pub code: Option<String>,
    /// A reference that goes with the transfer.
    pub reference: Option<String>,
    /// The account's number with all but the last digits masked, such as `****6789`.
    pub bank_account_mask_number: Option<String>,
    /// The payer's permission for direct debits, as in ACH, SEPA, BACS or PAD.
    pub mandate: Option<Box<Mandate>>,
    /// Until when the payer can make the transfer, where the provider lets the merchant say so.
    pub expires_at: Option<Timestamp>,
    /// The notice sent to the payer before a recurring debit, a UUID. UPI Autopay refuses a debit without it.
    pub pre_debit_notification_id: Option<String>,
    /// What the payer reads beside the transfer on the statement.
    pub soft_descriptor: Option<String>,
    /// A token that a third party gave for the account, such as an account aggregator.
    pub third_party_token_id: Option<Sensitive>,
    /// Tells the network that a credential is being kept, or that a kept one is used. Issuers approve recurring
    /// charges more readily when it is right.
    pub stored_credentials: Option<Box<StoredCredentials>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { BankTransferInput {
    account_type; account_holder_type; bank_id; bank_name;
    bank_account: length(3, 255);
    beneficiary_name: length(3, 255);
    beneficiary_type; beneficiary_document_type; beneficiary_document; branch; branch_digit;
    routing_number: length(3, 255);
    code; reference; bank_account_mask_number; mandate; expires_at; pre_debit_notification_id;
    soft_descriptor; third_party_token_id; stored_credentials;
} }

/// The bank account that a payment used, and how the payer completes the transfer.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct BankTransfer {
    /// The address of the provider's logo.
    pub provider_image: Option<String>,
    /// What kind of bank account it is.
    pub account_type: Option<BankAccountType>,
    /// The payer's bank, as the payer or the merchant chose it.
    pub bank_id: Option<String>,
    /// The bank's name.
    pub bank_name: Option<String>,
    /// The name of the account's holder.
    pub beneficiary_name: Option<Sensitive>,
    /// The account's number.
    pub bank_account: Option<Sensitive>,
    /// A second number of the account, where the country uses two.
    pub bank_account_2: Option<Sensitive>,
    /// The account's number with all but the last digits masked.
    pub bank_account_mask_number: Option<String>,
    /// The kind of `beneficiary_document`.
    pub beneficiary_document_type: Option<DocumentType>,
    /// The number of the holder's identity or tax document.
    pub beneficiary_document: Option<Sensitive>,
    /// What the payer has to do, in words to show the payer.
    pub payment_instruction: Option<String>,
    /// Where to send the payer to complete the transfer.
    pub redirect_url: Option<String>,
    /// The payer's permission for direct debits, as in ACH, SEPA, BACS or PAD.
    pub mandate: Option<Box<Mandate>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { BankTransfer {
    provider_image; account_type; bank_id; bank_name; beneficiary_name; bank_account; bank_account_2;
    bank_account_mask_number; beneficiary_document_type; beneficiary_document; payment_instruction;
    redirect_url; mandate;
} }

/// The payer's permission for direct debits, as in ACH, SEPA, BACS or PAD.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Mandate {
    /// The mandate's id, as the provider has it.
    pub id: Option<String>,
    /// Notes on the mandate, in free text.
    pub info: Option<String>,
    /// Whether the provider has the mandate, in the provider's words.
    pub received_status: Option<String>,
    /// How a mandate that already existed stands, in the provider's words.
    pub existing_status: Option<String>,
    /// When the mandate was made.
    pub created_at: Option<Timestamp>,
    /// When the mandate last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Mandate { id; info; received_status; existing_status; created_at; updated_at; } }

open_enum! {
    /// What kind of bank account it is.
    pub enum BankAccountType {
        /// A current account, for everyday payments.
        Checkings = "CHECKINGS",
        /// A savings account.
        Savings = "SAVINGS",
    }
}

open_enum! {
    /// Who a bank account belongs to.
    pub enum BankAccountHolderType {
        /// A person.
        Individual = "INDIVIDUAL",
        /// A company or other legal entity, in enrollments and as a beneficiary's type.
        Entity = "ENTITY",
        /// A company, as the holder of the account in payments.
        Company = "COMPANY",
    }
}
