//! What a person or a test sees of everything that the sandbox knows. Amounts are exact, since they are the API's types.

use jiff::Timestamp;
use serde::Serialize;
use yuno_api::types::{
    AccountId, CheckoutSession, CheckoutSessionId, CreateFulfillment, Customer, CustomerId, CustomerSession,
    CustomerSessionId, EnrolledPaymentMethod, Payment, PaymentId, PaymentLink, PaymentLinkCode, VaultedToken,
};

/// Everything that a sandbox knows, mostly the oldest first. Of card numbers it has BIN and last four.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Overview {
    /// The payments.
    pub payments: Vec<PaymentSeen>,
    /// The customers.
    pub customers: Vec<Customer>,
    /// The sessions.
    pub sessions: SessionsSeen,
    /// The payment methods in customers' names.
    pub payment_methods: Vec<PaymentMethodSeen>,
    /// The payment links, by their codes.
    pub payment_links: Vec<PaymentLinkSeen>,
}

/// A payment, and what no answer has of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PaymentSeen {
    /// As the API answers it, with all of its transactions.
    pub payment: Payment,
    /// When the time runs out to take the step that it waits for, or to capture.
    pub deadline: Option<Timestamp>,
    /// What was reported of deliveries.
    pub fulfillments: Vec<CreateFulfillment>,
}

/// The sessions of both kinds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SessionsSeen {
    /// To pay one order in.
    pub checkout: Vec<CheckoutSessionSeen>,
    /// To enroll one payment method in.
    pub customer: Vec<CustomerSessionSeen>,
}

/// A checkout session, and what no answer has of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CheckoutSessionSeen {
    /// Its id.
    pub id: CheckoutSessionId,
    /// The account that it was opened for.
    pub account_id: AccountId,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// As the API answers it.
    pub session: CheckoutSession,
}

/// A customer session, and what no answer has of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomerSessionSeen {
    /// Its id.
    pub id: CustomerSessionId,
    /// The account that it was opened for.
    pub account_id: AccountId,
    /// When it runs out.
    pub expires_at: Timestamp,
    /// The payment method that is enrolled in it.
    pub payment_method: Option<VaultedToken>,
    /// As the API answers it.
    pub session: CustomerSession,
}

/// A payment method in a customer's name, and what no answer has of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PaymentMethodSeen {
    /// Whose it is.
    pub customer_id: CustomerId,
    /// When something happens to it by itself.
    pub due_at: Option<Timestamp>,
    /// As the API answers it.
    pub payment_method: EnrolledPaymentMethod,
}

/// A payment link, and what no answer has of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PaymentLinkSeen {
    /// Its code.
    pub code: PaymentLinkCode,
    /// The payments that were begun with it, whatever became of them.
    pub payments: Vec<PaymentId>,
    /// As the API answers it.
    pub link: PaymentLink,
}
