//! Generated from `spec/payment_links/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod operations;
pub(crate) mod payment_link;

pub(crate) mod types {
    pub use super::payment_link::*;
}

pub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[
    &operations::CREATE,
    &operations::RETRIEVE,
    &operations::CANCEL,
];

#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&operations::CREATE).takes::<CreatePaymentLink>().answers::<PaymentLink>(),
        Exchange::new(&operations::RETRIEVE).answers::<PaymentLink>(),
        Exchange::new(&operations::CANCEL).answers::<PaymentLink>(),
    ]
};

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    PaymentLink, CreatePaymentLink, PaymentLinkAdditionalData, PayerDevice, PayerRiskData,
};
