//! Generated from `spec/payments/network_token.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum, request}};

/// A network token that the merchant obtained without Yuno. With Yuno's tokens there is nothing to send.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct NetworkTokenInput {
    /// A network token and the cryptogram for one payment. For PCI certified merchants only.
    pub token_data: Option<Box<NetworkTokenDataInput>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { NetworkTokenInput { token_data; } }

/// A network token and the cryptogram for one payment. For PCI certified merchants only.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct NetworkTokenDataInput {
    /// The token's number, 8 to 19 digits without spaces.
    pub number: Sensitive,
    /// The cardholder's name as the token has it.
    pub holder_name: Option<Sensitive>,
    /// The token's last month, two digits, such as `09`.
    pub expiration_month: String,
    /// The token's last year, four digits.
    pub expiration_year: String,
    /// The network's cryptogram for this payment.
    pub cryptogram: Sensitive,
    /// The ECI that came with the cryptogram. Some providers want `02` for a token that Mastercard verified.
    pub electronic_commerce_indicator: Option<String>,
    /// The merchant's id as a requestor of tokens, where the provider asks for it.
    pub token_requestor_id: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { NetworkTokenDataInput {
    number: required;
    holder_name;
    expiration_month: required;
    expiration_year: required;
    cryptogram: required;
    electronic_commerce_indicator; token_requestor_id;
} }

/// The network token that a payment used.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct NetworkToken {
    /// The network that issued the token.
    pub network: Option<CardBrand>,
    /// Where a network token is in its life.
    pub status: Option<NetworkTokenStatus>,
    /// The payment account reference. It is the same for all tokens and cards of one account.
    pub par: Option<String>,
    /// What can be shown of the network token that a payment used.
    pub token_data: Option<Box<NetworkTokenData>>,
    /// Tells the network that a credential is being kept, or that a kept one is used. Issuers approve recurring
    /// charges more readily when it is right.
    pub stored_credentials: Option<Box<StoredCredentials>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { NetworkToken { network; status; par; token_data; stored_credentials; } }

/// What can be shown of the network token that a payment used.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct NetworkTokenData {
    /// The token's first 6 to 8 digits.
    pub iin: Option<String>,
    /// The token's last four digits.
    pub lfd: Option<String>,
    /// The token's last month, two digits.
    pub expiration_month: Option<String>,
    /// The token's last year, four digits.
    pub expiration_year: Option<String>,
    /// The network's reference of the payment.
    pub network_payment_reference: Option<String>,
    /// What the network, or the provider of its tokens, said.
    pub response: Option<Box<NetworkTokenResponse>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { NetworkTokenData {
    iin; lfd; expiration_month; expiration_year; network_payment_reference; response;
} }

/// The network token kept beside a vaulted card. Only PCI certified merchants see it.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct VaultedNetworkToken {
    /// The network that issued the token.
    pub network: Option<CardBrand>,
    /// The token's number.
    pub number: Option<Sensitive>,
    /// Where a network token is in its life.
    pub status: Option<NetworkTokenStatus>,
    /// The payment account reference. It is the same for all tokens and cards of one account.
    pub par: Option<String>,
    /// The token's id with the network.
    pub network_token_id: Option<String>,
    /// What can be shown of a vaulted network token.
    pub token_data: Option<Box<VaultedNetworkTokenData>>,
    /// What the network, or the provider of its tokens, said.
    pub response: Option<Box<NetworkTokenResponse>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { VaultedNetworkToken {
    network; number; status; par; network_token_id; token_data; response;
} }

/// What can be shown of a vaulted network token.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct VaultedNetworkTokenData {
    /// The token's first 6 to 8 digits.
    pub iin: Option<String>,
    /// The token's last four digits.
    pub lfd: Option<String>,
    /// The token's last month, 1 to 12.
    pub expiration_month: Option<i64>,
    /// The token's last year, two or four digits.
    pub expiration_year: Option<i64>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { VaultedNetworkTokenData { iin; lfd; expiration_month; expiration_year; } }

/// What the network, or the provider of its tokens, said.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct NetworkTokenResponse {
    /// The answer's code, such as `succeeded`.
    pub code: Option<String>,
    /// The answer in words.
    pub message: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { NetworkTokenResponse { code; message; } }

open_enum! {
    /// Where a network token is in its life.
    pub enum NetworkTokenStatus {
        /// Asked for, not yet usable.
        Created = "CREATED",
        /// It can be charged.
        Active = "ACTIVE",
        /// Blocked for a time, by the issuer or the cardholder.
        Suspended = "SUSPENDED",
        /// Ended for good.
        Canceled = "CANCELED",
    }
}
