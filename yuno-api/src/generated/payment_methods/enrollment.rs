//! Generated from `spec/payment_methods/enrollment.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, open_enum, request}};

/// The payment method that a customer chose to enroll. The SDK collects its details afterwards.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct EnrollPaymentMethodInSession {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// What to enroll, from `payment_methods.list_enrollable`.
    pub payment_method_type: PaymentMethodType,
    /// Where the payment method will be used.
    pub country: Country,
    /// False to leave this card out of the account updater. Without it, the account's own setting holds.
    pub account_updater: Option<bool>,
    /// A check of the card, without charging it, before it is enrolled. The account needs a card route with a provider
    /// that can verify.
    pub verify: Option<Box<CardVerification>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { EnrollPaymentMethodInSession {
    account_id: required, length(36, 36);
    payment_method_type: required;
    country: required;
    account_updater; verify;
} }

/// A payment method to enroll from server to server: a card, a bank account, or a token that a provider or Yuno
/// issued.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct EnrollPaymentMethod {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// Where the payment method will be used.
    pub country: Country,
    /// What to enroll.
    pub type_: PaymentMethodType,
    /// The payment method that this one comes from, such as `CARD`.
    pub parent_type: Option<PaymentMethodType>,
    /// Always `DIRECT`, which is also what holds without it.
    pub workflow: Option<Workflow>,
    /// Where the customer comes back to from the provider's page. Not needed for cards.
    pub callback_url: Option<String>,
    /// A one-time token that stands for the payment method. 36 to 64 characters.
    pub token: Option<OneTimeToken>,
    /// A card in full. Only PCI certified merchants may send it.
    pub card_data: Option<Box<CardDataInput>>,
    /// The payment method's details, where it is not a card.
    pub payment_method: Option<Box<PaymentMethodInput>>,
    /// A token that a provider already holds, to be taken over into the vault. To be agreed with Yuno beforehand.
    pub provider_data: Option<Box<EnrollmentProviderData>>,
    /// The customer's data that the provider asks for, such as the IP address and the browser for an ACH mandate given
    /// online.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// False to leave this card out of the account updater. Without it, the account's own setting holds.
    pub account_updater: Option<bool>,
    /// A check of the card, without charging it, before it is enrolled. The account needs a card route with a provider
    /// that can verify.
    pub verify: Option<Box<CardVerification>>,
    /// The charges that the payment method is enrolled for.
    pub recurring_payment: Option<Box<EnrollmentRecurringPayment>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { EnrollPaymentMethod {
    account_id: required, length(36, 36);
    country: required;
    type_ as "type": required;
    parent_type; workflow; callback_url;
    token: length(36, 64);
    card_data; payment_method; provider_data; customer_payer; account_updater; verify;
    recurring_payment;
} rules &[
    Rule::Require {
        path: "card_data.expiration_month",
        when: &[],
        unless: &[],
        because: "a card cannot be enrolled without its expiry",
    },
    Rule::Require {
        path: "card_data.expiration_year",
        when: &[],
        unless: &[],
        because: "a card cannot be enrolled without its expiry",
    },
    Rule::Require {
        path: "payment_method.detail.bank_transfer.beneficiary_name",
        when: &[("type", &["ACH_ENROLLMENT"])],
        unless: &[],
        because: "the mandate for a bank account names the account's holder",
    },
    Rule::Require {
        path: "payment_method.detail.bank_transfer.routing_number",
        when: &[("type", &["ACH_ENROLLMENT"])],
        unless: &[],
        because: "a bank account is found by its bank's routing number",
    },
] }

/// A check of the card, without charging it, before it is enrolled. The account needs a card route with a provider
/// that can verify.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CardVerification {
    /// True to check the card, and to enroll it only if the check succeeds.
    #[builder(required)]
    pub vault_on_success: Option<bool>,
    /// The currency to check the card in.
    pub currency: Option<Currency>,
    /// Notes for the payment that the check makes, just like a payment's own.
    pub metadata: Option<Vec<Metadata>>,
    /// The payment that the check made. It moves no money.
    #[builder(skip)]
    pub payment: Option<Box<Payment>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CardVerification {
    vault_on_success: required;
    currency; metadata; payment;
} }

/// A token that a provider already holds, to be taken over into the vault. To be agreed with Yuno beforehand.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct EnrollmentProviderData {
    /// The provider that holds the token.
    pub id: Provider,
    /// Where a token to be taken over comes from.
    pub token_source: Option<TokenSource>,
    /// The provider's token for the payment method.
    pub payment_method_token: Option<Sensitive>,
    /// The connection that the token belongs to.
    pub connection_id: Option<ConnectionId>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { EnrollmentProviderData {
    id: required;
    token_source; payment_method_token; connection_id;
} rules &[
    Rule::Require {
        path: "payment_method_token",
        when: &[("token_source", &["PROVIDER_TOKEN"])],
        unless: &[],
        because: "that source is the token itself",
    },
    Rule::Require {
        path: "connection_id",
        when: &[("token_source", &["PROVIDER_API", "PROVIDER_TOKEN"])],
        unless: &[],
        because: "the token is read, or charged, through a connection",
    },
] }

open_enum! {
    /// Where a token to be taken over comes from.
    pub enum TokenSource {
        /// Yuno reads the card from the provider's API.
        ProviderApi = "PROVIDER_API",
        /// The card came with a file that the provider delivered.
        MigrationFile = "MIGRATION_FILE",
        /// The provider's token is kept as it is, and charged with that provider. For cards only.
        ProviderToken = "PROVIDER_TOKEN",
    }
}

/// The charges that the payment method is enrolled for.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct EnrollmentRecurringPayment {
    /// What is charged at each interval.
    pub regular_billing: Option<Box<EnrollmentBilling>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { EnrollmentRecurringPayment { regular_billing; } }

/// What is charged at each interval.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct EnrollmentBilling {
    /// What the customer reads for the plan.
    pub label: Option<String>,
    /// An amount of money.
    pub amount: Option<Box<Amount>>,
    /// A unit of the calendar that charges are spaced by.
    pub interval_unit: Option<FrequencyUnit>,
    /// How many units lie between two charges.
    pub interval_count: Option<i64>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { EnrollmentBilling { label; amount; interval_unit; interval_count; } }

/// The customer who is to have an enrolled payment method from now on.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct ReassignPaymentMethod {
    /// The new owner, a customer of the same account. 36 to 64 characters.
    pub customer_id: CustomerId,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { ReassignPaymentMethod {
    customer_id: required, length(36, 64);
} }
