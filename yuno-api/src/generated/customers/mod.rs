//! Generated from `spec/customers/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod customer;
pub(crate) mod operations;

pub(crate) mod types {
    pub use super::customer::*;
}

pub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[
    &operations::CREATE,
    &operations::RETRIEVE_BY_MERCHANT_CUSTOMER_ID,
    &operations::RETRIEVE,
    &operations::UPDATE,
    &operations::DELETE,
];

#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&operations::CREATE).takes::<CreateCustomer>().answers::<Customer>(),
        Exchange::new(&operations::RETRIEVE_BY_MERCHANT_CUSTOMER_ID).answers::<Customer>(),
        Exchange::new(&operations::RETRIEVE).answers::<Customer>(),
        Exchange::new(&operations::UPDATE).takes::<UpdateCustomer>().answers::<Customer>(),
        Exchange::new(&operations::DELETE),
    ]
};

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    Customer, CreateCustomer, UpdateCustomer,
};
