//! Generated from `spec/payments/card.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, open_enum, request}};

/// How a card is to be charged, and the card itself unless a token stands for it: in full in `card_data`, as a
/// network token, or as tokens of providers.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CardInput {
    /// True to take the money at once, false to reserve it and capture or cancel later.
    pub capture: Option<bool>,
    /// True to check the card without charging it; the amount is then 0. The API assumes `false` where it is absent.
    pub verify: Option<bool>,
    /// In how many installments the cardholder pays.
    pub installments: Option<i64>,
    /// How many months pass before the first installment is due.
    pub first_installment_deferral: Option<i64>,
    /// What the cardholder reads on the statement. Providers cut it short, some at 15 characters. At most 255
    /// characters.
    pub soft_descriptor: Option<String>,
    /// A card in full. Only PCI certified merchants may send it.
    pub card_data: Option<Box<CardDataInput>>,
    /// A network token that the merchant obtained without Yuno. With Yuno's tokens there is nothing to send.
    pub network_token: Option<Box<NetworkTokenInput>>,
    /// The result of a 3-D Secure authentication. Send it when the merchant authenticates without Yuno; with the SDK
    /// or the hosted checkout, Yuno fills it in.
    pub three_d_secure: Option<Box<ThreeDSecure>>,
    /// Tells the network that a credential is being kept, or that a kept one is used. Issuers approve recurring
    /// charges more readily when it is right.
    pub stored_credentials: Option<Box<StoredCredentials>>,
    /// Has Yuno capture the whole amount by itself, after a while. For authorizations.
    pub delayed_capture_settings: Option<Box<DelaySettings>>,
    /// Has Yuno cancel by itself, after a while, what has not been captured. For authorizations.
    pub delayed_cancel_settings: Option<Box<DelaySettings>>,
    /// The acquirer's number for following the transaction through the network.
    pub acquirer_reference_number: Option<String>,
    /// Tokens that providers issued for this card, in place of `card_data`. One for each provider and connection. 1 to
    /// 5 items.
    pub external_providers_data: Option<Vec<ExternalProviderData>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CardInput {
    capture; verify; installments; first_installment_deferral;
    soft_descriptor: max_length(255);
    card_data; network_token; three_d_secure; stored_credentials; delayed_capture_settings;
    delayed_cancel_settings; acquirer_reference_number;
    external_providers_data: items(1, 5);
} rules &[
    Rule::Require {
        path: "card_data.holder_name",
        when: &[],
        unless: &[],
        because: "a card cannot be charged without the holder's name",
    },
] }

/// When Yuno acts on an authorization by itself.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct DelaySettings {
    /// How long after the authorization, as an ISO 8601 duration, such as `P20D` for twenty days.
    pub delay: Option<String>,
    /// True to have Yuno try again when the capture or the cancellation fails.
    pub simplified_mode: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { DelaySettings { delay; simplified_mode; } }

/// A card as one provider knows it.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct ExternalProviderData {
    /// The connection that the token belongs to.
    pub connection_id: ConnectionId,
    /// The provider that issued the token.
    pub provider_id: Provider,
    /// The provider's token for the card.
    pub provider_token: Sensitive,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { ExternalProviderData {
    connection_id: required;
    provider_id: required;
    provider_token: required;
} }

/// A card in full. Only PCI certified merchants may send it.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CardDataInput {
    /// The card's number, 8 to 19 digits without spaces.
    pub number: Sensitive,
    /// The card's last month, 1 to 12. Required to enroll a card, and for a one-time token.
    pub expiration_month: Option<i64>,
    /// The card's last year, two or four digits. Required to enroll a card, and for a one-time token.
    pub expiration_year: Option<i64>,
    /// The code beside the signature, or on the front of American Express cards. 3 or 4 digits.
    pub security_code: Option<Sensitive>,
    /// The cardholder's name as it is on the card. Required for payments and one-time tokens.
    pub holder_name: Option<Sensitive>,
    /// Whether to charge a card with both functions, as issued in Brazil, as a credit or a debit card.
    pub type_: Option<CardType>,
    /// The card's brand. For enrollments.
    pub brand: Option<CardBrand>,
    /// The scheme to process the card with, if it has several. For enrollments.
    pub scheme: Option<String>,
    /// What the cardholder reads on the statement. For enrollments.
    pub soft_descriptor: Option<String>,
    /// The card's PIN, for the few payment methods that need it. For enrollments.
    pub card_pin: Option<Sensitive>,
    /// How the cardholder was recognized with Click to Pay. For enrollments.
    pub authentication_method: Option<CardAuthenticationMethod>,
    /// Why the card is kept. For one-time tokens; payments take it beside the card.
    pub stored_credentials: Option<Box<StoredCredentials>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CardDataInput {
    number: required;
    expiration_month; expiration_year; security_code; holder_name;
    type_ as "type";
    brand; scheme; soft_descriptor; card_pin; authentication_method; stored_credentials;
} }

/// How a card was charged.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Card {
    /// Whether this only checked the card.
    pub verify: Option<bool>,
    /// Whether the money was taken at once, instead of reserved.
    pub capture: Option<bool>,
    /// In how many installments the cardholder pays.
    pub installments: Option<i64>,
    /// How many months pass before the first installment is due.
    pub first_installment_deferral: Option<i64>,
    /// The plan of installments that was used.
    pub installments_plan_id: Option<String>,
    /// Who finances the installments.
    pub installments_type: Option<InstallmentsType>,
    /// What one installment comes to, interest included, in the currency's major unit.
    pub installment_amount: Option<Decimal>,
    /// What all installments come to, interest included, in the currency's major unit.
    pub installments_total_amount: Option<Decimal>,
    /// What the cardholder reads on the statement.
    pub soft_descriptor: Option<String>,
    /// The code by which the issuer authorized the payment.
    pub authorization_code: Option<String>,
    /// The acquirer's number for the authorization. In Brazil, the NSU.
    pub retrieval_reference_number: Option<String>,
    /// The acquirer's number for following the transaction through the network, as disputes ask for it.
    pub acquirer_reference_number: Option<String>,
    /// The number of the receipt that the issuing bank gave. Empty where the gateway does not say.
    pub voucher: Option<String>,
    /// What can be shown of a card.
    pub card_data: Option<Box<CardData>>,
    /// The network token that a payment used.
    pub network_token: Option<Box<NetworkToken>>,
    /// Tells the network that a credential is being kept, or that a kept one is used. Issuers approve recurring
    /// charges more readily when it is right.
    pub stored_credentials: Option<Box<StoredCredentials>>,
    /// The same for every token of one card of one customer.
    pub fingerprint: Option<String>,
    /// Where to send the cardholder for authentication.
    pub redirect_url: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Card {
    verify; capture; installments; first_installment_deferral; installments_plan_id; installments_type;
    installment_amount; installments_total_amount; soft_descriptor; authorization_code;
    retrieval_reference_number; acquirer_reference_number; voucher; card_data; network_token;
    stored_credentials; fingerprint; redirect_url;
} }

/// What can be shown of a card.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct CardData {
    /// The card's full number. Only PCI certified merchants see it, and only for a vaulted card.
    pub number: Option<Sensitive>,
    /// The first 6 to 8 digits, which tell the issuer.
    pub iin: Option<String>,
    /// The last four digits.
    pub lfd: Option<String>,
    /// How many digits the number has.
    pub number_length: Option<i64>,
    /// How many digits the security code has. 0 where none was given.
    pub security_code_length: Option<i64>,
    /// For how many seconds the vault still has the security code, -1 once it is gone. Only with the PCI proxy.
    pub security_code_expires_in: Option<i64>,
    /// The cardholder's name as it is on the card.
    pub holder_name: Option<Sensitive>,
    /// The card's last month, 1 to 12.
    pub expiration_month: Option<i64>,
    /// The card's last year, mostly two digits.
    pub expiration_year: Option<i64>,
    /// A card network, or one of its brands.
    pub brand: Option<CardBrand>,
    /// How a card is settled.
    pub type_: Option<CardType>,
    /// The product that the card belongs to, such as `CLASSIC` or `PREPAID RELOADABLE`.
    pub category: Option<String>,
    /// The bank that issued the card.
    pub issuer_name: Option<String>,
    /// The bank that issued the card, where a payment method is retrieved by its id.
    pub issuer: Option<String>,
    /// A code for the issuing bank, such as `US_JPMORGAN_CHASE_BANK_NA`.
    pub issuer_code: Option<String>,
    /// Where the card was issued.
    pub country_code: Option<Country>,
    /// The same for every token of one card of one customer, so it shows that a card was enrolled twice.
    pub fingerprint: Option<String>,
    /// The result of a 3-D Secure authentication. Send it when the merchant authenticates without Yuno; with the SDK
    /// or the hosted checkout, Yuno fills it in.
    pub three_d_secure: Option<Box<ThreeDSecure>>,
    /// The network token kept beside a vaulted card. Only PCI certified merchants see it.
    pub network_token: Option<Box<VaultedNetworkToken>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { CardData {
    number; iin; lfd; number_length; security_code_length; security_code_expires_in; holder_name;
    expiration_month; expiration_year; brand;
    type_ as "type";
    category; issuer_name; issuer; issuer_code; country_code; fingerprint; three_d_secure;
    network_token;
} }

open_enum! {
    /// A card network, or one of its brands.
    pub enum CardBrand {
        Visa = "VISA",
        Mastercard = "MASTERCARD",
        /// American Express, as network tokens write it.
        AmericanExpress = "AMERICAN_EXPRESS",
        /// American Express, as enrollments write it.
        Amex = "AMEX",
    }
}

open_enum! {
    /// How a card is settled.
    pub enum CardType {
        /// The issuer lends the money.
        Credit = "CREDIT",
        /// The money comes from the cardholder's account, or from a prepaid balance.
        Debit = "DEBIT",
        /// The cardholder settles in full each month.
        ChargeCard = "CHARGE_CARD",
    }
}

open_enum! {
    /// How Click to Pay recognized the cardholder.
    pub enum CardAuthenticationMethod {
        /// By a passkey or another FIDO2 device.
        Fido2 = "FIDO2",
        /// By the merchant's own login.
        OwnCredentials = "OWN_CREDENTIALS",
        /// By a login with another service.
        FederatedId = "FEDERATED_ID",
    }
}

open_enum! {
    /// Who finances the installments.
    pub enum InstallmentsType {
        /// The merchant.
        Merchant = "MERCHANT",
        /// The bank that issued the card.
        Issuer = "ISSUER",
        /// There are no installments.
        None = "NONE",
        /// Not said.
        Empty = "",
    }
}
