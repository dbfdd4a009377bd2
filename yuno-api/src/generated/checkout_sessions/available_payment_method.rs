//! Generated from `spec/checkout_sessions/available_payment_method.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// A payment method that the customer may choose, whether new or enrolled earlier.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct AvailablePaymentMethod {
    /// What to call it on the page.
    pub name: Option<String>,
    /// A line about it for the page.
    pub description: Option<String>,
    /// What a payment is paid with, or what is enrolled. Values come from all lists of the reference; which of them an
    /// account can use depends on its connections.
    pub type_: Option<PaymentMethodType>,
    /// The family of a payment method or of a transaction. It decides which part of the details applies.
    pub category: Option<PaymentMethodCategory>,
    /// URL of its picture.
    pub icon: Option<String>,
    /// The enrolled payment method's token. Absent where it is new to the customer.
    pub vaulted_token: Option<VaultedToken>,
    /// What may be shown of the enrolled card.
    pub card_data: Option<Box<CardData>>,
    /// Whether the customer's last successful payment was made with it.
    pub last_successfully_used: Option<bool>,
    /// When the customer last paid with it successfully.
    pub last_successfully_used_at: Option<Timestamp>,
    /// Whether it is to be put forward.
    pub preferred: Option<bool>,
    /// How the checkout handles a payment method.
    pub checkout: Option<Box<PaymentMethodCheckout>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { AvailablePaymentMethod {
    name; description;
    type_ as "type";
    category; icon; vaulted_token; card_data; last_successfully_used; last_successfully_used_at;
    preferred; checkout;
} }

/// How the checkout handles a payment method.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct PaymentMethodCheckout {
    /// A checkout session. Whoever holds it can pay within that session, so it is treated as a credential.
    pub session: Option<CheckoutSessionId>,
    /// Whether the SDK must take over to pay with it.
    pub sdk_required_action: Option<bool>,
    /// On what conditions the Checkout Builder shows a payment method.
    pub conditions: Option<Box<CheckoutConditions>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { PaymentMethodCheckout { session; sdk_required_action; conditions; } }

/// On what conditions the Checkout Builder shows a payment method.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct CheckoutConditions {
    /// Whether the conditions are in force.
    pub enabled: Option<bool>,
    /// The conditions.
    pub rules: Option<Vec<CheckoutRule>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { CheckoutConditions { enabled; rules; } }

/// One condition of the Checkout Builder.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct CheckoutRule {
    /// How the value is compared.
    pub condition: Option<String>,
    /// The group that the condition belongs to.
    pub condition_group_code: Option<String>,
    /// What the condition is called in the dashboard.
    pub condition_name: Option<String>,
    /// What is compared, such as the amount or the country.
    pub type_: Option<String>,
    /// What a condition compares with. Which members are there depends on its type.
    pub values: Option<Box<CheckoutRuleValues>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { CheckoutRule {
    condition; condition_group_code; condition_name;
    type_ as "type";
    values;
} }

/// What a condition compares with. Which members are there depends on its type.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct CheckoutRuleValues {
    /// The countries where the payment method is shown.
    pub countries: Option<Vec<Country>>,
    /// The currency of `min` and `max`.
    pub currency: Option<Currency>,
    /// The least amount, as text in the currency's major unit.
    pub min: Option<String>,
    /// The greatest amount, as text in the currency's major unit.
    pub max: Option<String>,
    /// The notes that the session must have.
    pub metadata: Option<Vec<Metadata>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { CheckoutRuleValues { countries; currency; min; max; metadata; } }
