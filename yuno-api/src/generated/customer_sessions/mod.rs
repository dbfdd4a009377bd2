//! Generated from `spec/customer_sessions/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod customer_session;
pub(crate) mod operations;
