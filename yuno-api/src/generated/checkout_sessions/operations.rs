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
    /// `POST /v1/checkout/sessions` answers 200: the session. Errors: 400: the request is wrong, or the state of what
    /// it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow
    /// this. Not retried after an unclear outcome: a repetition may act twice. Source: reference; one session for one
    /// payment from guide.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = CreateCheckoutSession::builder()
    ///     .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
    ///     .merchant_order_id("order-20260803-0117")
    ///     .payment_description("Running shoes")
    ///     .country(Country::Br)
    ///     .customer_id("0b8e64c1-77d2-4f59-9c3a-e15a40d2b9f6")
    ///     .amount(Amount::new(Currency::Brl, dec!(349.90)))
    ///     .build();
    /// let checkout_session = yuno.checkout_sessions().create(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create(&self, body: &CreateCheckoutSession) -> Call<CheckoutSession> {
        self.call(&CREATE).body(body).build()
    }

    /// Retrieve a checkout session.
    ///
    /// Gives the session, and whether a payment has been made in it.
    /// - `checkout_session`: The checkout session, from `checkout_sessions.create`. At least 1 character.
    ///
    /// `GET /v1/checkout/sessions/{checkout_session}` answers 200: the session. Errors: 400: the request is wrong, or
    /// the state of what it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the
    /// keys do not allow this. Safe to retry: a repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, checkout_session: &CheckoutSessionId) -> Result<(), Error> {
    /// let checkout_session = yuno.checkout_sessions().retrieve(checkout_session).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve(&self, checkout_session: &CheckoutSessionId) -> Call<CheckoutSession> {
        self.call(&RETRIEVE).path("checkout_session", checkout_session).build()
    }

    /// Update a checkout session.
    ///
    /// Changes a session that has not been paid, when the cart has changed, say. Unlike most updates it asks for the
    /// fields again that opening a session requires.
    /// - `checkout_session`: The checkout session, from `checkout_sessions.create`. At least 1 character.
    ///
    /// `PATCH /v1/checkout/sessions/{checkout_session}` answers 200: the session as it is now. Errors: 400: the
    /// request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in this
    /// environment; 403: the keys do not allow this. Safe to retry: a repetition changes nothing further. Source:
    /// reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, checkout_session: &CheckoutSessionId) -> Result<(), Error> {
    /// let body = UpdateCheckoutSession::builder()
    ///     .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
    ///     .merchant_order_id("order-20260803-0117")
    ///     .payment_description("Running shoes and socks")
    ///     .country(Country::Br)
    ///     .amount(Amount::new(Currency::Brl, dec!(389.80)))
    ///     .build();
    /// let checkout_session = yuno.checkout_sessions().update(checkout_session, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn update(&self, checkout_session: &CheckoutSessionId, body: &UpdateCheckoutSession) -> Call<CheckoutSession> {
        self.call(&UPDATE).path("checkout_session", checkout_session).body(body).build()
    }

    /// List what a checkout session offers.
    ///
    /// Lists the payment methods that the session's country, amount and settings allow, and those that its customer
    /// has enrolled.
    /// - `checkout_session`: The checkout session, from `checkout_sessions.create`. At least 1 character.
    ///
    /// `GET /v1/checkout/sessions/{checkout_session}/payment-methods` answers 200: the payment methods, in the order
    /// in which to show them. Errors: 400: the request is wrong, or the state of what it concerns does not allow it;
    /// 401: the keys are not accepted in this environment; 403: the keys do not allow this. Safe to retry: a
    /// repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, checkout_session: &CheckoutSessionId) -> Result<(), Error> {
    /// let available_payment_methods = yuno.checkout_sessions().list_payment_methods(checkout_session).await?;
    /// # Ok(()) }
    /// ```
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
    /// - `checkout_session`: The checkout session, from `checkout_sessions.create`. At least 1 character.
    ///
    /// `POST /v1/checkout/sessions/{checkout_session}/token` answers 201: the token. Errors: 400: the request is
    /// wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in this environment;
    /// 403: the keys do not allow this. Not retried after an unclear outcome: a repetition may act twice. Source:
    /// reference; the body from example.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, checkout_session: &CheckoutSessionId) -> Result<(), Error> {
    /// let body = CreateSessionToken::builder()
    ///     .payment_method(SessionTokenPaymentMethod::builder()
    ///         .type_(PaymentMethodType::Card)
    ///         .card(CardDataInput::builder()
    ///             .number("4507990000000002")
    ///             .expiration_month(11)
    ///             .expiration_year(28)
    ///             .security_code("123")
    ///             .holder_name("Caio Furtado")
    ///             .build())
    ///         .build())
    ///     .build();
    /// let tokenized_payment_method = yuno.checkout_sessions().create_session_token(checkout_session, &body).await?;
    /// # Ok(()) }
    /// ```
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
    /// `POST /v1/tokens` answers 201: the token. Errors: 400: the request is wrong, or the state of what it concerns
    /// does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow this. Not
    /// retried after an unclear outcome: a repetition may act twice. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = CreateToken::builder()
    ///     .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
    ///     .country(Country::Br)
    ///     .card_data(CardDataInput::builder()
    ///         .number("4507990000000002")
    ///         .expiration_month(11)
    ///         .expiration_year(28)
    ///         .security_code("123")
    ///         .holder_name("Caio Furtado")
    ///         .stored_credentials(StoredCredentials::builder()
    ///             .reason(StoredCredentialsReason::CardOnFile)
    ///             .usage(StoredCredentialsUsage::First)
    ///             .build())
    ///         .build())
    ///     .customer_payer(CustomerPayer::builder()
    ///         .first_name("Caio")
    ///         .last_name("Furtado")
    ///         .email("caio.furtado@example.com")
    ///         .phone(Phone::builder().country_code("55").number("11987654321").build())
    ///         .document(Document::builder().document_type(DocumentType::Cpf).document_number("12345678909").build())
    ///         .build())
    ///     .build();
    /// let tokenized_payment_method = yuno.checkout_sessions().create_token(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create_token(&self, body: &CreateToken) -> Call<TokenizedPaymentMethod> {
        self.call(&CREATE_TOKEN).body(body).build()
    }
}

/// What a call of `checkout_sessions.list_payment_methods` may leave out.
#[derive(Clone, Debug, Default, crate::Builder)] #[non_exhaustive]
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
