//! Generated from `spec/checkout_sessions/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{call::Call, operation::{Idempotency, Method, Operation}, resource::handle, types::*};

handle! {
    /// Sessions within which a customer pays, and the one-time tokens that stand for a payment method.
    CheckoutSessions, checkout_sessions
}

impl CheckoutSessions<'_> {
    /// Open a checkout session.
    ///
    /// Opens a session for paying one order through the SDK or the hosted checkout. Each payment takes a session of
    /// its own; an unused one does no harm.
    ///
    /// `POST /v1/checkout/sessions` answers 200; errors: 400, 401, 403. Not retried after an unclear outcome: a
    /// repetition may act twice.
    pub fn create(&self, body: &CreateCheckoutSession) -> Call<CheckoutSession> {
        self.call(&CREATE).body(body).build()
    }

    /// Retrieve a checkout session.
    ///
    /// Gives the session, and whether a payment has been made in it.
    ///
    /// `GET /v1/checkout/sessions/{checkout_session}` answers 200; errors: 400, 401, 403. Safe to retry: a repetition
    /// changes nothing further.
    pub fn retrieve(&self, checkout_session: &CheckoutSessionId) -> Call<CheckoutSession> {
        self.call(&RETRIEVE).path("checkout_session", checkout_session).build()
    }

    /// Update a checkout session.
    ///
    /// Changes a session that has not been paid, when the cart has changed, say. Unlike most updates it asks for the
    /// fields again that opening a session requires.
    ///
    /// `PATCH /v1/checkout/sessions/{checkout_session}` answers 200; errors: 400, 401, 403. Safe to retry: a
    /// repetition changes nothing further.
    pub fn update(&self, checkout_session: &CheckoutSessionId, body: &UpdateCheckoutSession) -> Call<CheckoutSession> {
        self.call(&UPDATE).path("checkout_session", checkout_session).body(body).build()
    }

    /// List what a checkout session offers.
    ///
    /// Lists the payment methods that the session's country, amount and settings allow, and those that its customer
    /// has enrolled.
    ///
    /// `GET /v1/checkout/sessions/{checkout_session}/payment-methods` answers 200; errors: 400, 401, 403. Safe to
    /// retry: a repetition changes nothing further.
    pub fn list_payment_methods(&self, checkout_session: &CheckoutSessionId) -> Call<Vec<AvailablePaymentMethod>> {
        self.list_payment_methods_with(checkout_session, &CheckoutSessionsListPaymentMethodsParams::default())
    }

    /// As [`list_payment_methods`](Self::list_payment_methods), with the parameters that may be left out.
    pub fn list_payment_methods_with(
        &self,
        checkout_session: &CheckoutSessionId,
        params: &CheckoutSessionsListPaymentMethodsParams,
    ) -> Call<Vec<AvailablePaymentMethod>> {
        self.call(&LIST_PAYMENT_METHODS)
            .path("checkout_session", checkout_session)
            .query("category", params.category.as_ref())
            .build()
    }

    /// Tokenize a card within a session.
    ///
    /// Turns a payment method into a one-time token for the session's payment. It takes full card numbers, so only PCI
    /// certified merchants may call it. A repeated call makes another token.
    ///
    /// `POST /v1/checkout/sessions/{checkout_session}/token` answers 201; errors: 400, 401, 403. Not retried after an
    /// unclear outcome: a repetition may act twice.
    pub fn create_session_token(
        &self,
        checkout_session: &CheckoutSessionId,
        body: &CreateSessionToken,
    ) -> Call<TokenizedPaymentMethod> {
        self.call(&CREATE_SESSION_TOKEN).path("checkout_session", checkout_session).body(body).build()
    }

    /// Tokenize a card.
    ///
    /// Turns a card into a one-time token without a session. It takes full card numbers, so only PCI certified
    /// merchants may call it. A repeated call makes another token.
    ///
    /// `POST /v1/tokens` answers 201; errors: 400, 401, 403. Not retried after an unclear outcome: a repetition may
    /// act twice.
    pub fn create_token(&self, body: &CreateToken) -> Call<TokenizedPaymentMethod> {
        self.call(&CREATE_TOKEN).body(body).build()
    }
}

/// What a call of `checkout_sessions.list_payment_methods` may leave out.
#[derive(Clone, Debug, Default, bon::Builder)] #[builder(on(_, into))]
#[non_exhaustive]
pub struct CheckoutSessionsListPaymentMethodsParams {
    /// Only payment methods of this category.
    pub category: Option<PaymentMethodCategory>,
}

pub(crate) static CREATE: Operation = Operation {
    id: "checkout_sessions.create", method: Method::Post, account_code: false,
    path: "/v1/checkout/sessions", idempotency: Idempotency::None,
};

pub(crate) static RETRIEVE: Operation = Operation {
    id: "checkout_sessions.retrieve", method: Method::Get, account_code: false,
    path: "/v1/checkout/sessions/{checkout_session}", idempotency: Idempotency::Natural,
};

pub(crate) static UPDATE: Operation = Operation {
    id: "checkout_sessions.update", method: Method::Patch, account_code: false,
    path: "/v1/checkout/sessions/{checkout_session}", idempotency: Idempotency::Natural,
};

pub(crate) static LIST_PAYMENT_METHODS: Operation = Operation {
    id: "checkout_sessions.list_payment_methods", method: Method::Get, account_code: false,
    path: "/v1/checkout/sessions/{checkout_session}/payment-methods", idempotency: Idempotency::Natural,
};

pub(crate) static CREATE_SESSION_TOKEN: Operation = Operation {
    id: "checkout_sessions.create_session_token", method: Method::Post, account_code: false,
    path: "/v1/checkout/sessions/{checkout_session}/token", idempotency: Idempotency::None,
};

pub(crate) static CREATE_TOKEN: Operation = Operation {
    id: "checkout_sessions.create_token", method: Method::Post, account_code: false,
    path: "/v1/tokens", idempotency: Idempotency::None,
};
