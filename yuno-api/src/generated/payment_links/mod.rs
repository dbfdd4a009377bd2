//! Generated from `spec/payment_links/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod operations;
pub(crate) mod payment_link;
