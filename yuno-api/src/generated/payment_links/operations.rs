//! Generated from `spec/payment_links/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{call::Call, operation::{Idempotency, Method, Operation}, resource::handle, types::*};

handle! {
    /// Links to a page of Yuno's, where whoever has the link pays.
    PaymentLinks, payment_links
}

impl PaymentLinks<'_> {
    /// Create a payment link.
    ///
    /// Makes a link to a page of Yuno's, on which whoever opens it pays the amount with one of the allowed payment
    /// methods. Nothing is paid by this call. Send the payer to `checkout_url`; webhooks tell of the payments.
    ///
    /// `POST /v1/payment-links` answers 200: the link, with the address to send the payer to. Errors: 400: the request
    /// is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in this
    /// environment; 403: the keys do not allow this. Not retried after an unclear outcome: a repetition may act twice.
    /// Source: reference; no idempotency key is documented.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = CreatePaymentLink::builder()
    ///     .account_id("3f9e8a4c-2d7b-4c1e-9a55-0b8f7d6e5c4b")
    ///     .country(Country::Br)
    ///     .amount(Amount::new(Currency::Brl, dec!(89.9)))
    ///     .payment_method_types(vec![PaymentMethodType::Card])
    ///     .build();
    /// let payment_link = yuno.payment_links().create(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create(&self, body: &CreatePaymentLink) -> Call<PaymentLink> {
        self.call(&CREATE).body(body).build()
    }

    /// Retrieve a payment link.
    ///
    /// Gives the link as it is now, with the number of payments that were made through it.
    /// - `code`: The payment link's code, from `payment_links.create`. At least 1 character.
    ///
    /// `GET /v1/payment-links/{code}` answers 200: the link. Errors: 400: the request is wrong, or the state of what
    /// it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow
    /// this. Safe to retry: a repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, code: &PaymentLinkCode) -> Result<(), Error> {
    /// let payment_link = yuno.payment_links().retrieve(code).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve(&self, code: &PaymentLinkCode) -> Call<PaymentLink> {
        self.call(&RETRIEVE).path("code", code).build()
    }

    /// Cancel a payment link.
    ///
    /// Closes the link, so that nobody can pay with it any more. Payments that were already made stay as they are.
    /// - `code`: The payment link's code, from `payment_links.create`. At least 1 character.
    ///
    /// `POST /v1/payment-links/{code}/cancel` answers 200: the link, canceled. Errors: 400: the request is wrong, or
    /// the state of what it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the
    /// keys do not allow this. Safe to retry: a repetition changes nothing further. Source: reference; canceling twice
    /// leaves the link as canceling once does.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, code: &PaymentLinkCode) -> Result<(), Error> {
    /// let payment_link = yuno.payment_links().cancel(code).await?;
    /// # Ok(()) }
    /// ```
    pub fn cancel(&self, code: &PaymentLinkCode) -> Call<PaymentLink> {
        self.call(&CANCEL).path("code", code).build()
    }
}

pub(crate) static CREATE: Operation = Operation {
    id: "payment_links.create", method: Method::Post, account_code: false,
    path: "/v1/payment-links", idempotency: Idempotency::None,
};

pub(crate) static RETRIEVE: Operation = Operation {
    id: "payment_links.retrieve", method: Method::Get, account_code: false,
    path: "/v1/payment-links/{code}", idempotency: Idempotency::Natural,
};

pub(crate) static CANCEL: Operation = Operation {
    id: "payment_links.cancel", method: Method::Post, account_code: false,
    path: "/v1/payment-links/{code}/cancel", idempotency: Idempotency::Natural,
};
