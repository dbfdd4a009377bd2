//! Generated from `spec/payment_methods/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod account_updater;
pub(crate) mod enrollment;
pub(crate) mod operations;
pub(crate) mod payment_method;
