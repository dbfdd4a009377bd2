//! Generated from `spec/checkout_sessions/checkout_session.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, request}};

/// A session within which a customer pays for one order.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct CheckoutSession {
    /// The session, as its retrieval names it.
    pub id: Option<CheckoutSessionId>,
    /// The session, as the answers of creating and updating it name it. The SDK starts with it.
    pub checkout_session: Option<CheckoutSessionId>,
    /// The merchant's number for the order.
    pub merchant_order_id: Option<String>,
    /// What is being paid for.
    pub payment_description: Option<String>,
    /// The country whose payment methods are offered.
    pub country: Option<Country>,
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number.
    pub customer_id: Option<CustomerId>,
    /// Where the customer's browser goes after a provider's page.
    pub callback_url: Option<String>,
    /// What is to be paid.
    pub amount: Option<Box<Amount>>,
    /// Who drives the payment: Yuno's SDK in the customer's browser or app, or your own server. SDK_CHECKOUT where
    /// left out.
    pub workflow: Option<Workflow>,
    /// In how many installments the customer may pay, by a stored plan or by a plan for this session alone.
    pub installments: Option<Box<CheckoutInstallments>>,
    /// The merchant's notes on the session.
    pub metadata: Option<Vec<Metadata>>,
    /// The checkout whose settings apply, as configured in the dashboard's Checkout Builder.
    pub checkout_id: Option<String>,
    /// Whether a payment was made in the session. A used session takes no further one.
    pub used: Option<bool>,
    /// When the session was opened.
    pub created_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { CheckoutSession {
    id; checkout_session; merchant_order_id; payment_description; country; customer_id; callback_url;
    amount; workflow; installments; metadata; checkout_id; used; created_at;
} }

/// A checkout session to open.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreateCheckoutSession {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// The merchant's number for the order. Payments can be looked up by it, so keep it stable over retries.
    pub merchant_order_id: String,
    /// What is being paid for.
    pub payment_description: String,
    /// The country whose payment methods to offer.
    pub country: Country,
    /// What is to be paid.
    pub amount: Option<Box<Amount>>,
    /// The same sum in a second currency, for providers that settle in it.
    pub alternative_amount: Option<Box<Amount>>,
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number. 36 to 64
    /// characters.
    pub customer_id: Option<CustomerId>,
    /// Where to send the customer's browser after a provider's page.
    pub callback_url: Option<String>,
    /// How the session will be paid. DIRECT and REDIRECT payments need no session. The API assumes `"SDK_CHECKOUT"`
    /// where it is absent.
    pub workflow: Option<Workflow>,
    /// In how many installments the customer may pay, by a stored plan or by a plan for this session alone.
    pub installments: Option<Box<CheckoutInstallments>>,
    /// Terms of the charges that follow the first, as Apple Pay shows them to the customer.
    pub recurring_payment: Option<Box<RecurringPaymentTerms>>,
    /// The merchant's notes on the session. Routing conditions test these: notes on the payment alone do not route it.
    pub metadata: Option<Vec<Metadata>>,
    /// The checkout whose settings to apply, as configured in the dashboard's Checkout Builder.
    pub checkout_id: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreateCheckoutSession {
    account_id: required, length(36, 36);
    merchant_order_id: required;
    payment_description: required;
    country: required;
    amount; alternative_amount;
    customer_id: length(36, 64);
    callback_url; workflow; installments; recurring_payment; metadata; checkout_id;
} }

/// The checkout session as it is to be.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct UpdateCheckoutSession {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// The merchant's number for the order.
    pub merchant_order_id: String,
    /// What is being paid for.
    pub payment_description: String,
    /// The country whose payment methods to offer.
    pub country: Country,
    /// What is to be paid.
    #[builder(default)] pub amount: Patch<Amount>,
    /// The same sum in a second currency, for providers that settle in it.
    #[builder(default)] pub alternative_amount: Patch<Amount>,
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number. 36 to 64
    /// characters.
    #[builder(default)] pub customer_id: Patch<CustomerId>,
    /// Where to send the customer's browser after a provider's page.
    #[builder(default)] pub callback_url: Patch<String>,
    /// Who drives the payment: Yuno's SDK in the customer's browser or app, or your own server. SDK_CHECKOUT where
    /// left out.
    #[builder(default)] pub workflow: Patch<Workflow>,
    /// In how many installments the customer may pay, by a stored plan or by a plan for this session alone.
    #[builder(default)] pub installments: Patch<CheckoutInstallments>,
    /// The merchant's notes on the session.
    #[builder(default)] pub metadata: Patch<Vec<Metadata>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { UpdateCheckoutSession {
    account_id: required, length(36, 36);
    merchant_order_id: required;
    payment_description: required;
    country: required;
    amount; alternative_amount;
    customer_id: length(36, 64);
    callback_url; workflow; installments; metadata;
} }

/// In how many installments the customer may pay, by a stored plan or by a plan for this session alone.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CheckoutInstallments {
    /// A plan of installments stored at Yuno.
    pub plan_id: Option<String>,
    /// The choices that this session offers, in place of a stored plan.
    pub plan: Option<Vec<InstallmentRate>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CheckoutInstallments { plan_id; plan; } }

/// One choice of installments and its price.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct InstallmentRate {
    /// The number of installments, 1 for paying at once.
    #[builder(required)]
    pub installment: Option<i64>,
    /// The rate that is applied to the amount for this choice.
    #[builder(required)]
    pub rate: Option<Decimal>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { InstallmentRate {
    installment: required;
    rate: required;
} }
