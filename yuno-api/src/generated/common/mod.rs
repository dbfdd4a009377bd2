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

pub(crate) mod types {
    pub use super::address::*;
    pub use super::amount::*;
    pub use super::category::*;
    pub use super::country::*;
    pub use super::currency::*;
    pub use super::document::*;
    pub use super::error::*;
    pub use super::gender::*;
    pub use super::ids::*;
    pub use super::metadata::*;
    pub use super::payment_method_type::*;
    pub use super::phone::*;
    pub use super::provider::*;
}

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    Address, Amount, Document, ErrorBody, Metadata, Phone,
};
