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
    /// `POST /v1/customers/sessions` answers 201: the session. Errors: 400: the request is wrong, or the state of what
    /// it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow
    /// this. Not retried after an unclear outcome: a repetition may act twice. Source: reference; one session for one
    /// enrollment from guide.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = CreateCustomerSession::builder()
    ///     .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
    ///     .customer_id("0b8e64c1-77d2-4f59-9c3a-e15a40d2b9f6")
    ///     .country(Country::Br)
    ///     .callback_url("https://shop.example.com/wallet/done")
    ///     .build();
    /// let customer_session = yuno.customer_sessions().create(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create(&self, body: &CreateCustomerSession) -> Call<CustomerSession> {
        self.call(&CREATE).body(body).build()
    }
}

pub(crate) static CREATE: Operation = Operation {
    id: "customer_sessions.create", method: Method::Post, account_code: false,
    path: "/v1/customers/sessions", idempotency: Idempotency::None,
};
