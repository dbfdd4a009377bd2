//! Generated from `spec/payment_methods/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod account_updater;
pub(crate) mod enrollment;
pub(crate) mod operations;
pub(crate) mod payment_method;

pub(crate) mod types {
    pub use super::account_updater::*;
    pub use super::enrollment::*;
    pub use super::payment_method::*;
}

pub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[
    &operations::ENROLL_IN_SESSION,
    &operations::LIST_ENROLLABLE,
    &operations::RETRIEVE,
    &operations::REASSIGN,
    &operations::UNENROLL,
    &operations::ENROLL,
    &operations::LIST,
    &operations::RETRIEVE_FOR_CUSTOMER,
    &operations::UNENROLL_FOR_CUSTOMER,
    &operations::REGISTER_FOR_ACCOUNT_UPDATER,
];

#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&operations::ENROLL_IN_SESSION).takes::<EnrollPaymentMethodInSession>().answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::LIST_ENROLLABLE).answers::<EnrollablePaymentMethods>(),
        Exchange::new(&operations::RETRIEVE).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::REASSIGN).takes::<ReassignPaymentMethod>().answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::UNENROLL).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::ENROLL).takes::<EnrollPaymentMethod>().answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::LIST).answers::<EnrolledPaymentMethods>(),
        Exchange::new(&operations::RETRIEVE_FOR_CUSTOMER).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::UNENROLL_FOR_CUSTOMER).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&operations::REGISTER_FOR_ACCOUNT_UPDATER).takes::<RegisterForAccountUpdater>().answers::<AccountUpdaterRegistration>(),
    ]
};

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    RegisterForAccountUpdater, AccountUpdaterRegistration, EnrollPaymentMethodInSession, EnrollPaymentMethod,
    CardVerification, EnrollmentProviderData, EnrollmentRecurringPayment, EnrollmentBilling, ReassignPaymentMethod,
    EnrolledPaymentMethods, EnrolledPaymentMethod, EnrollmentSession, EnrollmentProvider, EnrollablePaymentMethods,
    EnrollablePaymentMethod,
};
