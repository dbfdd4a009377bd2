//! Generated from `spec/checkout_sessions/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod available_payment_method;
pub(crate) mod checkout_session;
pub(crate) mod one_time_token;
pub(crate) mod operations;
pub(crate) mod recurring_payment;
