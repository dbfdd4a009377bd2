//! Generated from `spec/` by `cargo xtask generate`. Edit that file, not this one.

// The lists and tables name what is deprecated, too: only who calls it is to be warned. And a call has as many
// arguments as the API asks for.
#![allow(clippy::too_many_arguments, deprecated)]

#[cfg(feature = "checkout_sessions")] pub(crate) mod checkout_sessions;
pub(crate) mod common;
#[cfg(feature = "customer_sessions")] pub(crate) mod customer_sessions;
#[cfg(feature = "customers")] pub(crate) mod customers;
#[cfg(feature = "payment_links")] pub(crate) mod payment_links;
#[cfg(feature = "payment_methods")] pub(crate) mod payment_methods;
#[cfg(feature = "payments")] pub(crate) mod payments;

/// Every generated type.
pub(crate) mod types {
    #[cfg(feature = "checkout_sessions")] pub use super::checkout_sessions::types::*;
    pub use super::common::types::*;
    #[cfg(feature = "customer_sessions")] pub use super::customer_sessions::types::*;
    #[cfg(feature = "customers")] pub use super::customers::types::*;
    #[cfg(feature = "payment_links")] pub use super::payment_links::types::*;
    #[cfg(feature = "payment_methods")] pub use super::payment_methods::types::*;
    #[cfg(feature = "payments")] pub use super::payments::types::*;
}

/// The handle of every resource.
pub(crate) mod resources {
    #[cfg(feature = "customers")] pub use super::customers::operations::Customers;
    #[cfg(feature = "customer_sessions")] pub use super::customer_sessions::operations::CustomerSessions;
    #[cfg(feature = "checkout_sessions")] pub use super::checkout_sessions::operations::CheckoutSessions;
    #[cfg(feature = "payment_methods")] pub use super::payment_methods::operations::PaymentMethods;
    #[cfg(feature = "payments")] pub use super::payments::operations::Payments;
    #[cfg(feature = "payment_links")] pub use super::payment_links::operations::PaymentLinks;
}

/// The operations of every group, in the order of the tags.
pub(crate) const OPERATIONS: &[&[&crate::operation::Operation]] = &[
    #[cfg(feature = "customers")] customers::OPERATIONS,
    #[cfg(feature = "customer_sessions")] customer_sessions::OPERATIONS,
    #[cfg(feature = "checkout_sessions")] checkout_sessions::OPERATIONS,
    #[cfg(feature = "payment_methods")] payment_methods::OPERATIONS,
    #[cfg(feature = "payments")] payments::OPERATIONS,
    #[cfg(feature = "payment_links")] payment_links::OPERATIONS,
];

/// The same with the types of their bodies.
#[cfg(feature = "server")]
pub(crate) const EXCHANGES: &[&[crate::exchange::Exchange]] = &[
    #[cfg(feature = "customers")] customers::EXCHANGES,
    #[cfg(feature = "customer_sessions")] customer_sessions::EXCHANGES,
    #[cfg(feature = "checkout_sessions")] checkout_sessions::EXCHANGES,
    #[cfg(feature = "payment_methods")] payment_methods::EXCHANGES,
    #[cfg(feature = "payments")] payments::EXCHANGES,
    #[cfg(feature = "payment_links")] payment_links::EXCHANGES,
];

/// Every object by name.
#[cfg(feature = "server")]
pub(crate) const OBJECTS: &[&[(&str, crate::exchange::Inspect)]] = &[
    #[cfg(feature = "checkout_sessions")] checkout_sessions::OBJECTS,
    common::OBJECTS,
    #[cfg(feature = "customer_sessions")] customer_sessions::OBJECTS,
    #[cfg(feature = "customers")] customers::OBJECTS,
    #[cfg(feature = "payment_links")] payment_links::OBJECTS,
    #[cfg(feature = "payment_methods")] payment_methods::OBJECTS,
    #[cfg(feature = "payments")] payments::OBJECTS,
];
