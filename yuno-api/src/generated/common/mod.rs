//! Generated from `spec/common/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod address;
pub(crate) mod amount;
pub(crate) mod category;
pub(crate) mod country;
pub(crate) mod currency;
pub(crate) mod document;
pub(crate) mod error;
pub(crate) mod gender;
pub(crate) mod ids;
pub(crate) mod metadata;
pub(crate) mod payment_method_type;
pub(crate) mod phone;
pub(crate) mod provider;
