//! Generated from `spec/payments/provider_data.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, text}};

/// What the provider said, in its own codes and words. Its form is the provider's; use the transaction's own
/// `status` and `response_code` to decide, and this to look into a single case.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct ProviderData {
    /// The provider, in a payment's transactions.
    pub id: Option<Provider>,
    /// The provider, in a fraud screening's transactions.
    pub provider_id: Option<Provider>,
    /// The provider's own number of the transaction. Quote it when you talk to the provider.
    pub transaction_id: Option<String>,
    /// Your account with the provider.
    pub account_id: Option<String>,
    /// The number that a party behind the provider gave the transaction.
    pub third_party_transaction_id: Option<String>,
    /// Your account with a party behind the provider.
    pub third_party_account_id: Option<String>,
    /// The provider's status.
    pub status: Option<String>,
    /// The provider's sub-status.
    pub sub_status: Option<String>,
    /// What the provider adds to its status.
    pub status_detail: Option<String>,
    /// The provider's response code.
    pub response_code: Option<String>,
    /// The provider's response in words.
    pub response_message: Option<String>,
    /// The provider's code for the reason.
    pub reason_code: Option<String>,
    /// The reason in the provider's words.
    pub reason_description: Option<String>,
    /// The issuer's answer as a response code of ISO 8583, two characters such as `00` or `51`.
    pub iso8583_response_code: Option<String>,
    /// What the ISO 8583 response code stands for.
    pub iso8583_response_message: Option<String>,
    /// The same as `iso8583_response_code`, under its older name.
    pub iso8583_code: Option<String>,
    /// The same as `iso8583_response_message`, under its older name.
    pub iso8583_message: Option<String>,
    /// The network's advice on trying again, in the network's own code.
    pub merchant_advice_code: Option<String>,
    /// The network's advice in words.
    pub merchant_advice_code_message: Option<String>,
    /// The risk score of a fraud screening, on the provider's own scale.
    pub score: Option<String>,
    /// Who authenticated the cardholder, in a fraud screening's transactions.
    pub three_d_secure_provider: Option<String>,
    /// The transaction that set up the cardholder's authentication, in a fraud screening's transactions.
    pub three_d_secure_setup_transaction_id: Option<String>,
    /// The exemptions from strong customer authentication that the provider suggests.
    pub strong_customer_authentication_exemptions: Option<Vec<ScaExemption>>,
    /// What was sent to the provider, any JSON value. Only when asked for; may hold personal data.
    pub raw_request: Option<Json>,
    /// What the provider answered, any JSON value. Only when asked for; may hold personal data.
    pub raw_response: Option<Json>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { ProviderData {
    id; provider_id; transaction_id; account_id; third_party_transaction_id; third_party_account_id;
    status; sub_status; status_detail; response_code; response_message; reason_code;
    reason_description; iso8583_response_code; iso8583_response_message; iso8583_code; iso8583_message;
    merchant_advice_code; merchant_advice_code_message; score; three_d_secure_provider;
    three_d_secure_setup_transaction_id; strong_customer_authentication_exemptions; raw_request;
    raw_response;
} }

/// The connection to the provider that the transaction went through, as set up in the dashboard.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct ConnectionData {
    /// A connection to a provider, a UUID. The dashboard shows it.
    pub id: Option<ConnectionId>,
    /// The connection's name.
    pub name: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { ConnectionData { id; name; } }

text! {
    /// A connection to a provider, a UUID. The dashboard shows it.
    pub struct ConnectionId;
}
