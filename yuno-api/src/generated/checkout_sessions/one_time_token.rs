//! Generated from `spec/checkout_sessions/one_time_token.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, request}};

/// A card to tokenize for one payment, outside any session.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreateToken {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// The country where the payment will be processed.
    pub country: Option<Country>,
    /// A card in full. Only PCI certified merchants may send it.
    pub card_data: CardDataInput,
    /// Who will pay.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreateToken {
    account_id: required, length(36, 36);
    country;
    card_data: required;
    customer_payer;
} rules &[
    Rule::Require {
        path: "card_data.expiration_month",
        when: &[],
        unless: &[],
        because: "a card cannot be tokenized without its expiry",
    },
    Rule::Require {
        path: "card_data.expiration_year",
        when: &[],
        unless: &[],
        because: "a card cannot be tokenized without its expiry",
    },
    Rule::Require {
        path: "card_data.holder_name",
        when: &[],
        unless: &[],
        because: "a card cannot be tokenized without the holder's name",
    },
    Rule::Together {
        paths: &["customer_payer.phone.country_code", "customer_payer.phone.number"],
        because: "a telephone number has two parts",
    },
] }

/// A payment method to tokenize for one payment in a checkout session.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreateSessionToken {
    /// The payment method to tokenize.
    pub payment_method: SessionTokenPaymentMethod,
    /// The account that the session belongs to. 36 characters.
    pub account_id: Option<AccountId>,
    /// The card once more, as the printed example sends it.
    pub card_data: Option<Box<CardDataInput>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreateSessionToken {
    payment_method: required;
    account_id: length(36, 36);
    card_data;
} }

/// The payment method to tokenize.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct SessionTokenPaymentMethod {
    /// What a payment is paid with, or what is enrolled. Values come from all lists of the reference; which of them an
    /// account can use depends on its connections.
    pub type_: Option<PaymentMethodType>,
    /// The card in full.
    pub card: Option<Box<CardDataInput>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { SessionTokenPaymentMethod {
    type_ as "type";
    card;
} rules &[
    Rule::Require {
        path: "card",
        when: &[("type", &["CARD"])],
        unless: &[],
        because: "there is nothing else to make a card's token from",
    },
] }

/// A one-time token and what it stands for.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct TokenizedPaymentMethod {
    /// A payment method tokenized for one payment, by the SDK or by one of the token operations.
    pub token: Option<OneTimeToken>,
    /// What a payment is paid with, or what is enrolled. Values come from all lists of the reference; which of them an
    /// account can use depends on its connections.
    pub type_: Option<PaymentMethodType>,
    /// The vaulted token, where the payment method was already enrolled.
    pub vaulted_token: Option<VaultedToken>,
    /// Whether the payment method will be enrolled once a payment with it succeeds.
    pub vault_on_success: Option<bool>,
    /// What can be shown of a card.
    pub card_data: Option<Box<CardData>>,
    /// The country where the payment will be processed.
    pub country: Option<Country>,
    /// The customer session that the token was made in.
    pub customer_session: Option<CustomerSessionId>,
    /// Who will pay.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// The customer, in whatever form the API gives it.
    pub customer: Option<Json>,
    /// The installments chosen, in whatever form the API gives them.
    pub installment: Option<Json>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { TokenizedPaymentMethod {
    token;
    type_ as "type";
    vaulted_token; vault_on_success; card_data; country; customer_session; customer_payer; customer;
    installment;
} }
