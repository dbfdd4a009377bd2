//! Generated from `spec/payments/wallet.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, request}};

/// What the wallet gave the merchant, and how the payment is to be made.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct WalletInput {
    /// The wallet's whole answer, as a JSON text and unchanged.
    pub payment_token: Option<Sensitive>,
    /// The cryptogram of a card wallet, where the merchant integrates the wallet directly. 3 to 526 characters.
    pub cryptogram: Option<Sensitive>,
    /// True to take the money at once, false to reserve it and capture later.
    pub capture: Option<bool>,
    /// True to check the card without charging it; the amount is then 0.
    pub verify: Option<bool>,
    /// Until when the payer can pay, where the provider lets the merchant say so.
    pub expires_at: Option<Timestamp>,
    /// What the cardholder reads on the statement. How much of it the provider takes differs.
    pub soft_descriptor: Option<String>,
    /// The domain, registered with the wallet, on which the payer is paying.
    pub domain_url: Option<String>,
    /// Tells the network that a credential is being kept, or that a kept one is used. Issuers approve recurring
    /// charges more readily when it is right.
    pub stored_credentials: Option<Box<StoredCredentials>>,
    /// What the merchant knows of the card behind the wallet.
    pub card_data: Option<Box<WalletCardDataInput>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { WalletInput {
    payment_token;
    cryptogram: length(3, 526);
    capture; verify; expires_at; soft_descriptor; domain_url; stored_credentials; card_data;
} }

/// What the merchant knows of the card behind the wallet.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct WalletCardDataInput {
    /// The last four digits of the real card, as Google Pay tells them. A device token decrypts to other digits, and
    /// these are used in their place.
    pub lfd: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { WalletCardDataInput { lfd; } }

/// How a wallet payment was made, and where the payer completes it.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Wallet {
    /// Whether this only checked the card.
    pub verify: Option<bool>,
    /// Whether the money was taken at once.
    pub capture: Option<bool>,
    /// How many installments the payer chose.
    pub installments: Option<i64>,
    /// What the payer paid with inside the wallet, such as `credit_card`.
    pub payment_method_id: Option<String>,
    /// More on what the payer paid with, such as `visa`.
    pub payment_method_detail: Option<String>,
    /// Until when the payer can pay.
    pub date_of_expiration: Option<String>,
    /// When the provider frees the money for the merchant.
    pub money_release_date: Option<String>,
    /// The partner's account with the provider.
    pub sponsor_id: Option<String>,
    /// The acquirer's authorization code.
    pub authorization_code: Option<String>,
    /// What the wallet knows of the payer. Any JSON value.
    pub customer_data: Option<Json>,
    /// The card behind the wallet.
    pub card_data: Option<Box<CardData>>,
    /// Where to send the payer to complete the payment.
    pub redirect_url: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Wallet {
    verify; capture; installments; payment_method_id; payment_method_detail; date_of_expiration;
    money_release_date; sponsor_id; authorization_code; customer_data; card_data; redirect_url;
} }
