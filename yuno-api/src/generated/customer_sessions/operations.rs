//! Generated from `spec/customer_sessions/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{call::Call, operation::{Idempotency, Method, Operation}, resource::handle, types::*};

handle! {
    /// Sessions within which a customer enrolls payment methods through the SDK.
    CustomerSessions, customer_sessions
}

impl CustomerSessions<'_> {
    /// Open a customer session.
    ///
    /// Opens a session for one enrollment. Each further enrollment needs a session of its own, so a repeated call does
    /// no harm.
    ///
    /// `POST /v1/customers/sessions` answers 201; errors: 400, 401, 403. Not retried after an unclear outcome: a
    /// repetition may act twice.
    pub fn create(&self, body: &CreateCustomerSession) -> Call<CustomerSession> {
        self.call(&CREATE).body(body).build()
    }
}

pub(crate) static CREATE: Operation = Operation {
    id: "customer_sessions.create", method: Method::Post, account_code: false,
    path: "/v1/customers/sessions", idempotency: Idempotency::None,
};
