//! Generated from `spec/customers/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod customer;
pub(crate) mod operations;
