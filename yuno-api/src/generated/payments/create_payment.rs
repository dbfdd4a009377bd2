//! Generated from `spec/payments/create_payment.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, open_enum, request}};

/// A payment to be taken, at once or in two steps. To authorize now and capture later, send the card detail's
/// `capture` as false.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreatePayment {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// Your number for the order. Payments can be looked up by it, which is how a retry finds out whether an earlier
    /// attempt arrived. 3 to 255 characters.
    pub merchant_order_id: String,
    /// Your number for this payment, where the order's number alone does not tell payments apart. 3 to 255 characters.
    pub merchant_reference: Option<String>,
    /// What is paid for. Some providers show it to the customer. 3 to 255 characters.
    pub description: String,
    /// Where the payment is processed. Providers, payment methods and routing depend on it.
    pub country: Country,
    /// What is to be paid and, in answers, what has become of it.
    pub amount: PaymentAmount,
    /// Who drives the payment: Yuno's SDK in the customer's browser or app, or your own server. SDK_CHECKOUT where
    /// left out.
    pub workflow: Option<Workflow>,
    /// The checkout session that a payment belongs to. Not needed for DIRECT and REDIRECT payments.
    pub checkout: Option<Box<CheckoutReference>>,
    /// What to pay with: a token from the SDK, a vaulted token, or the details themselves. A refund to a bank account
    /// names that account here.
    pub payment_method: PaymentMethodInput,
    /// The person who pays. Name a registered customer by `id`, or give the details here, or both.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// Where the customer comes back to after paying on another page. Needed when the payment leads through a
    /// redirection; of no use otherwise. 3 to 526 characters.
    pub callback_url: Option<String>,
    /// What the payment is for, and who sells it. The more of it is known, the better a payment is judged.
    pub additional_data: Option<Box<AdditionalData>>,
    /// The tax contained in the amount, where a single one applies to the whole payment.
    pub taxes: Option<Box<Tax>>,
    /// How the amount is shared out between the recipients of a marketplace.
    pub split_marketplace: Option<Vec<Split>>,
    /// Makes the payment the first of a subscription, or, with `id`, a payment of a subscription that exists.
    pub subscription: Option<Box<PaymentSubscription>>,
    /// How a payment is to be screened for fraud.
    pub fraud_screening: Option<Box<FraudScreeningSettings>>,
    /// Notes of your own. For routing conditions to see them they must also stand on the checkout session. At most 120
    /// items.
    pub metadata: Option<Vec<Metadata>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreatePayment {
    account_id: required, length(36, 36);
    merchant_order_id: required, length(3, 255);
    merchant_reference: length(3, 255);
    description: required, length(3, 255);
    country: required;
    amount: required;
    workflow; checkout;
    payment_method: required;
    customer_payer;
    callback_url: length(3, 526);
    additional_data; taxes; split_marketplace; subscription; fraud_screening;
    metadata: max_items(120);
} rules &[
    Rule::Require {
        path: "checkout",
        when: &[],
        unless: &[("workflow", &["DIRECT", "REDIRECT"])],
        because: "the SDK workflows pay within a checkout session, and SDK_CHECKOUT is assumed where no workflow is sent",
    },
    Rule::Require {
        path: "payment_method.type",
        when: &[("workflow", &["DIRECT", "REDIRECT"])],
        unless: &[],
        because: "without a checkout session nothing else says how the customer pays",
    },
] }

/// What is to be paid and, in answers, what has become of it.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct PaymentAmount {
    /// A currency, as ISO 4217 code. Metals, test codes and units of account without a minor unit are left out.
    #[builder(required)]
    pub currency: Option<Currency>,
    /// The amount in the currency's major unit, such as `150.00` for 150 reais. 0 together with the card detail's
    /// `verify` checks a card without charging it.
    #[builder(required)]
    pub value: Option<Decimal>,
    /// How much of the amount has been captured so far, in major units. Of a purchase mostly 0: read the payment's
    /// outcome to learn whether it is paid.
    #[builder(skip)]
    pub captured: Option<Decimal>,
    /// How much has been given back so far, in major units.
    #[builder(skip)]
    pub refunded: Option<Decimal>,
    /// A quote that lets the customer pay in the card's own currency.
    pub currency_conversion: Option<Box<CurrencyConversion>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { PaymentAmount {
    currency: required;
    value: required;
    captured; refunded; currency_conversion;
} }

open_enum! {
    /// Who drives the payment: Yuno's SDK in the customer's browser or app, or your own server. SDK_CHECKOUT where
    /// left out.
    pub enum Workflow {
        /// The SDK shows the payment methods, collects the details and gives a one-time token.
        SdkCheckout = "SDK_CHECKOUT",
        /// The SDK also creates the payment.
        SdkSeamless = "SDK_SEAMLESS",
        /// As SDK_CHECKOUT, by the name that older documents use.
        Checkout = "CHECKOUT",
        /// Server to server. With raw card data this needs PCI DSS certification.
        Direct = "DIRECT",
        /// Server to server, after which the customer continues on a page of the provider's.
        Redirect = "REDIRECT",
    }
}

/// The checkout session that a payment belongs to. Not needed for DIRECT and REDIRECT payments.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CheckoutReference {
    /// A checkout session. Whoever holds it can pay within that session, so it is treated as a credential. At least 1
    /// character.
    pub session: Option<CheckoutSessionId>,
    /// Whether the customer has a step left to take in the SDK, such as a challenge or a redirection.
    #[builder(skip)]
    pub sdk_action_required: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CheckoutReference {
    session: min_length(1);
    sdk_action_required;
} }
