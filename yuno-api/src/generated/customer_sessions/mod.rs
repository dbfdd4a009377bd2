//! Generated from `spec/customer_sessions/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod customer_session;
pub(crate) mod operations;

pub(crate) mod types {
    pub use super::customer_session::*;
}

pub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[
    &operations::CREATE,
];

#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&operations::CREATE).takes::<CreateCustomerSession>().answers::<CustomerSession>(),
    ]
};

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    CustomerSession, CreateCustomerSession,
};
