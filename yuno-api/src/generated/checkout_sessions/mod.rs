//! Generated from `spec/checkout_sessions/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod available_payment_method;
pub(crate) mod checkout_session;
pub(crate) mod one_time_token;
pub(crate) mod operations;
pub(crate) mod recurring_payment;

pub(crate) mod types {
    pub use super::available_payment_method::*;
    pub use super::checkout_session::*;
    pub use super::one_time_token::*;
    pub use super::operations::{CheckoutSessionsListPaymentMethodsParams};
    pub use super::recurring_payment::*;
}

pub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[
    &operations::CREATE,
    &operations::RETRIEVE,
    &operations::UPDATE,
    &operations::LIST_PAYMENT_METHODS,
    &operations::CREATE_SESSION_TOKEN,
    &operations::CREATE_TOKEN,
];

#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&operations::CREATE).takes::<CreateCheckoutSession>().answers::<CheckoutSession>(),
        Exchange::new(&operations::RETRIEVE).answers::<CheckoutSession>(),
        Exchange::new(&operations::UPDATE).takes::<UpdateCheckoutSession>().answers::<CheckoutSession>(),
        Exchange::new(&operations::LIST_PAYMENT_METHODS).answers::<Vec<AvailablePaymentMethod>>(),
        Exchange::new(&operations::CREATE_SESSION_TOKEN).takes::<CreateSessionToken>().answers::<TokenizedPaymentMethod>(),
        Exchange::new(&operations::CREATE_TOKEN).takes::<CreateToken>().answers::<TokenizedPaymentMethod>(),
    ]
};

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    AvailablePaymentMethod, PaymentMethodCheckout, CheckoutConditions, CheckoutRule, CheckoutRuleValues,
    CheckoutSession, CreateCheckoutSession, UpdateCheckoutSession, CheckoutInstallments, InstallmentRate,
    CreateToken, CreateSessionToken, SessionTokenPaymentMethod, TokenizedPaymentMethod, RecurringPaymentTerms,
    RecurringBilling,
};
