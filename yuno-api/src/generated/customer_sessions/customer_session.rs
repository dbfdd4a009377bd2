//! Generated from `spec/customer_sessions/customer_session.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, request}};

/// A session within which a customer can enroll payment methods.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct CustomerSession {
    /// A customer session. Whoever holds it can enroll payment methods for that customer, so it is treated as a
    /// credential.
    pub customer_session: Option<CustomerSessionId>,
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number.
    pub customer_id: Option<CustomerId>,
    /// The country whose payment methods are offered.
    pub country: Option<Country>,
    /// Where the customer's browser goes after a provider's page.
    pub callback_url: Option<String>,
    /// When the session was opened.
    pub created_at: Option<Timestamp>,
    /// The checkout whose settings apply, as configured in the dashboard's Checkout Builder.
    pub checkout_id: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { CustomerSession {
    customer_session; customer_id; country; callback_url; created_at; checkout_id;
} }

/// A customer session to open.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreateCustomerSession {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// The country whose payment methods to offer.
    pub country: Country,
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number. 36 to 64
    /// characters.
    pub customer_id: CustomerId,
    /// Where to send the customer's browser after a provider's page.
    pub callback_url: Option<String>,
    /// The checkout whose settings to apply, as configured in the dashboard's Checkout Builder.
    pub checkout_id: Option<String>,
    /// The API sets it itself; leave it out.
    pub created_at: Option<Timestamp>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreateCustomerSession {
    account_id: required, length(36, 36);
    country: required;
    customer_id: required, length(36, 64);
    callback_url; checkout_id; created_at;
} }
