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
    /// `POST /v1/payment-links` answers 200; errors: 400, 401, 403. Not retried after an unclear outcome: a repetition
    /// may act twice.
    pub fn create(&self, body: &CreatePaymentLink) -> Call<PaymentLink> {
        self.call(&CREATE).body(body).build()
    }

    /// Retrieve a payment link.
    ///
    /// Gives the link as it is now, with the number of payments that were made through it.
    ///
    /// `GET /v1/payment-links/{code}` answers 200; errors: 400, 401, 403. Safe to retry: a repetition changes nothing
    /// further.
    pub fn retrieve(&self, code: &PaymentLinkCode) -> Call<PaymentLink> {
        self.call(&RETRIEVE).path("code", code).build()
    }

    /// Cancel a payment link.
    ///
    /// Closes the link, so that nobody can pay with it any more. Payments that were already made stay as they are.
    ///
    /// `POST /v1/payment-links/{code}/cancel` answers 200; errors: 400, 401, 403. Safe to retry: a repetition changes
    /// nothing further.
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
