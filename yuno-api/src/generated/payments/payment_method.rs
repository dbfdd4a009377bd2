//! Generated from `spec/payments/payment_method.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum, request}};

/// What to pay with: a token from the SDK, a vaulted token, or the details themselves. A refund to a bank account
/// names that account here.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct PaymentMethodInput {
    /// The payment method. Required for the workflows `DIRECT` and `REDIRECT`, and always for wallets.
    pub type_: Option<PaymentMethodType>,
    /// A one-time token. With it, send no vaulted token. 36 to 64 characters.
    pub token: Option<OneTimeToken>,
    /// An enrolled payment method. With it, send no one-time token. 36 to 64 characters.
    pub vaulted_token: Option<VaultedToken>,
    /// True to enroll the payment method once the payment succeeds. The payer must be a customer of Yuno, named by
    /// `customer_payer.id`.
    pub vault_on_success: Option<bool>,
    /// True to keep the bank details and count them as enrolled, without asking the provider. For enrollments of bank
    /// accounts.
    pub vault_only: Option<bool>,
    /// False to leave this card out of the account updater. Without it, the account's own setting holds.
    pub account_updater: Option<bool>,
    /// The details, under the name of the payment method's kind.
    pub detail: Option<Box<PaymentMethodDetailInput>>,
    /// Whether the payer confirms with a one-time password.
    pub otp: Option<Box<OneTimePassword>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { PaymentMethodInput {
    type_ as "type";
    token: length(36, 64);
    vaulted_token: length(36, 64);
    vault_on_success; vault_only; account_updater; detail; otp;
} }

/// The details, under the name of the payment method's kind.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct PaymentMethodDetailInput {
    /// How a card is to be charged, and the card itself unless a token stands for it: in full in `card_data`, as a
    /// network token, or as tokens of providers.
    pub card: Option<Box<CardInput>>,
    /// The bank account to charge, or to refund to. Which fields are needed depends on the country and the payment
    /// method.
    pub bank_transfer: Option<Box<BankTransferInput>>,
    /// What the wallet gave the merchant, and how the payment is to be made.
    pub wallet: Option<Box<WalletInput>>,
    /// How the ticket is to be made out.
    pub ticket: Option<Box<TicketInput>>,
    /// The exemptions from strong customer authentication (PSD2) to ask the issuer for. The issuer decides.
    pub strong_customer_authentication_exemptions: Option<Vec<ScaExemption>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { PaymentMethodDetailInput {
    card; bank_transfer; wallet; ticket; strong_customer_authentication_exemptions;
} }

open_enum! {
    /// A ground for sparing the cardholder strong customer authentication, or a wish about it.
    pub enum ScaExemption {
        /// The amount is small, as a rule under 30 euros.
        LowValue = "LOW_VALUE",
        /// The acquirer's analysis found little risk.
        TransactionRiskAnalysis = "TRANSACTION_RISK_ANALYSIS",
        /// No exemption. The cardholder is to be authenticated.
        StrongCustomerAuthentication = "STRONG_CUSTOMER_AUTHENTICATION",
        /// The rules do not apply, as with an issuer outside Europe.
        OutOfScope = "OUT_OF_SCOPE",
        /// A corporate payment through a process that is secure by itself.
        SecureCorporate = "SECURE_CORPORATE",
        /// The cardholder has the issuer trust this merchant.
        TrustedBeneficiary = "TRUSTED_BENEFICIARY",
        /// A later payment of a series, at the same amount.
        RecurringPayment = "RECURRING_PAYMENT",
        /// No wish either way.
        NoPreference = "NO_PREFERENCE",
        /// The merchant's own assessment found little risk.
        TransactionRiskAssessment = "TRANSACTION_RISK_ASSESSMENT",
    }
}

/// Whether the payer confirms with a one-time password.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct OneTimePassword {
    /// True to have the payer asked for a one-time password. The API assumes `false` where it is absent.
    pub is_required: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { OneTimePassword { is_required; } }

/// What a payment or a transaction was made with.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct PaymentMethod {
    /// The payment method.
    pub type_: Option<PaymentMethodType>,
    /// The one-time token that was used.
    pub token: Option<OneTimeToken>,
    /// The enrolled payment method that was used, or that `vault_on_success` made. Charge it again with this.
    pub vaulted_token: Option<VaultedToken>,
    /// Whether the payment method was to be enrolled once the payment succeeded.
    pub vault_on_success: Option<bool>,
    /// The wallet that a card came from, such as `APPLE_PAY`.
    pub parent_payment_method_type: Option<PaymentMethodType>,
    /// The details, in the payment itself.
    pub payment_method_detail: Option<Box<PaymentMethodDetail>>,
    /// The details, in a transaction.
    pub detail: Option<Box<PaymentMethodDetail>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { PaymentMethod {
    type_ as "type";
    token; vaulted_token; vault_on_success; parent_payment_method_type; payment_method_detail; detail;
} }

/// The details, under the name of the payment method's kind.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct PaymentMethodDetail {
    /// How a card was charged.
    pub card: Option<Box<Card>>,
    /// The bank account that a payment used, and how the payer completes the transfer.
    pub bank_transfer: Option<Box<BankTransfer>>,
    /// How a wallet payment was made, and where the payer completes it.
    pub wallet: Option<Box<Wallet>>,
    /// The ticket to show to the payer.
    pub ticket: Option<Box<Ticket>>,
    /// How a payment by buy now, pay later was made, and where the payer completes it.
    pub bnpl: Option<Box<Bnpl>>,
    /// The provider's page for a payment, and what the payer chose there.
    pub payment_link: Option<Box<ProviderPaymentLink>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { PaymentMethodDetail { card; bank_transfer; wallet; ticket; bnpl; payment_link; } }
