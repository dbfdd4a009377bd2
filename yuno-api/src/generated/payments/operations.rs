//! Generated from `spec/payments/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{call::Call, operation::{Idempotency, Method, Operation}, resource::handle, types::*};

handle! {
    /// Taking money, and all that happens to it later, from capture to refund and dispute.
    Payments, payments
}

impl Payments<'_> {
    /// Create a payment.
    ///
    /// Creates a payment and, unless it is an authorization or waits for the customer, charges it. One operation
    /// serves all workflows and payment methods. With `payment_method.detail.card.capture: false` the card is only
    /// authorized: capture or cancel it later. A decline is not an error: the answer is a payment with status
    /// DECLINED, and its transaction says why. Where the customer has to act, the payment is PENDING and its payment
    /// method holds a `redirect_url` or an instruction.
    ///
    /// Conditions of routing look at the metadata of the checkout session, not at those given here.
    ///
    /// `POST /v1/payments` answers 201: the payment. Read its status and sub-status to learn whether money moved.
    /// Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not
    /// accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same
    /// on every attempt, and after an unclear outcome the client looks with `payments.retrieve_by_merchant_order_id`
    /// for a minute whether `merchant_order_id` already led somewhere. Source: reference; the guide says that the
    /// idempotency key is not honored here and payments are to be looked up by merchant_order_id instead, so a retry
    /// does both.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = CreatePayment::builder()
    ///     .account_id("7d3c1f0e-52a4-4c8b-9d0e-6f1b2a3c4d5e")
    ///     .merchant_order_id("order-20260821-0011")
    ///     .description("Two chairs")
    ///     .country(Country::Br)
    ///     .amount(PaymentAmount::new(Currency::Brl, dec!(150.00)))
    ///     .workflow(Workflow::Direct)
    ///     .payment_method(PaymentMethodInput::builder()
    ///         .type_(PaymentMethodType::Card)
    ///         .vaulted_token("4a8b9c2d-1e3f-4678-90ab-cdef12345678")
    ///         .build())
    ///     .build();
    /// let payment = yuno.payments().create(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create(&self, body: &CreatePayment) -> Call<Payment> {
        self.call(&CREATE).body(body).build()
    }

    /// Find payments by your order number.
    ///
    /// Answers all payments that were created with this order number. This is how to learn, after a timeout, whether a
    /// payment was created. Take an empty list and the error PAYMENT_NOT_FOUND alike as none.
    /// - `merchant_order_id`: The order number that the payment was created with.
    ///
    /// `GET /v1/payments` answers 200: the payments of the order. Errors: 400: the request is wrong, or the state of
    /// what it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not
    /// allow this. Safe to retry: a repetition changes nothing further. Source: reference; it does not say what is
    /// answered when there is no payment.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, merchant_order_id: &str) -> Result<(), Error> {
    /// let payments = yuno.payments().retrieve_by_merchant_order_id(merchant_order_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve_by_merchant_order_id(&self, merchant_order_id: &str) -> Call<Vec<Payment>> {
        self.call(&RETRIEVE_BY_MERCHANT_ORDER_ID).query("merchant_order_id", Some(merchant_order_id)).build()
    }

    /// Retrieve a payment.
    ///
    /// Answers a payment as it stands now. To learn of changes, rather have webhooks sent than ask again and again.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    ///
    /// `GET /v1/payments/{payment_id}` answers 200: the payment. Errors: 400: the request is wrong, or the state of
    /// what it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not
    /// allow this. Safe to retry: a repetition changes nothing further. Source: reference; both its current and its
    /// older form answer what is described here.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, payment_id: &PaymentId) -> Result<(), Error> {
    /// let payment = yuno.payments().retrieve(payment_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve(&self, payment_id: &PaymentId) -> Call<Payment> {
        self.retrieve_with(payment_id, &PaymentsRetrieveParams::default())
    }

    /// As [`retrieve`](Self::retrieve), with the parameters that may be left out.
    pub fn retrieve_with(&self, payment_id: &PaymentId, params: &PaymentsRetrieveParams) -> Call<Payment> {
        self.call(&RETRIEVE)
            .path("payment_id", payment_id)
            .query("transactions_history", params.transactions_history.as_ref())
            .query("raw_response", params.raw_response.as_ref())
            .build()
    }

    /// Capture an authorization.
    ///
    /// Takes the money that an authorization reserved, or a part of it. The transaction is the authorization. An
    /// authorization that is not captured runs out after some days, which the issuer decides.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    /// - `transaction_id`: The transaction's id, from the payment's `transactions`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/transactions/{transaction_id}/capture` answers 200: the capture. Errors: 400:
    /// the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in
    /// this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same on every
    /// attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_id: &PaymentId, transaction_id: &TransactionId) -> Result<(), Error> {
    /// let body = CapturePayment::builder()
    ///     .amount(Amount::new(Currency::Usd, dec!(320.50)))
    ///     .merchant_reference("booking-77120-checkout")
    ///     .reason("PRODUCT_CONFIRMED")
    ///     .build();
    /// let transaction_result = yuno.payments().capture(payment_id, transaction_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn capture(
        &self,
        payment_id: &PaymentId,
        transaction_id: &TransactionId,
        body: &CapturePayment,
    ) -> Call<TransactionResult> {
        self.call(&CAPTURE).path("payment_id", payment_id).path("transaction_id", transaction_id).body(body).build()
    }

    /// Cancel an authorization.
    ///
    /// Releases the money that an authorization reserved, or calls off a payment that the customer has not made yet.
    /// Once it is captured, refund it instead.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    /// - `transaction_id`: The transaction's id, from the payment's `transactions`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/transactions/{transaction_id}/cancel` answers 200: the cancellation. Errors:
    /// 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted
    /// in this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same on every
    /// attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_id: &PaymentId, transaction_id: &TransactionId) -> Result<(), Error> {
    /// let body = CancelPayment::builder()
    ///     .merchant_reference("booking-77120-no-show")
    ///     .reason(ReversalReason::RequestedByCustomer)
    ///     .description("Guest called the trip off")
    ///     .build();
    /// let transaction_result = yuno.payments().cancel(payment_id, transaction_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn cancel(
        &self,
        payment_id: &PaymentId,
        transaction_id: &TransactionId,
        body: &CancelPayment,
    ) -> Call<TransactionResult> {
        self.call(&CANCEL).path("payment_id", payment_id).path("transaction_id", transaction_id).body(body).build()
    }

    /// Refund a captured transaction.
    ///
    /// Gives back money that was taken, in full or, with an amount, in part; several partial refunds may follow one
    /// another. The transaction is the purchase or the capture. Not every payment method can be refunded.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    /// - `transaction_id`: The transaction's id, from the payment's `transactions`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/transactions/{transaction_id}/refund` answers 200: the payment after the
    /// refund. Its last transaction is the refund. Errors: 400: the request is wrong, or the state of what it concerns
    /// does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow this. Safe to
    /// retry: the idempotency key is the same on every attempt. Source: reference; answers the payment, where the
    /// other operations answer the new transaction.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_id: &PaymentId, transaction_id: &TransactionId) -> Result<(), Error> {
    /// let body = RefundPayment::builder()
    ///     .merchant_reference("refund-0002")
    ///     .reason(ReversalReason::RequestedByCustomer)
    ///     .description("Returned unopened")
    ///     .build();
    /// let payment = yuno.payments().refund(payment_id, transaction_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn refund(
        &self,
        payment_id: &PaymentId,
        transaction_id: &TransactionId,
        body: &RefundPayment,
    ) -> Call<Payment> {
        self.call(&REFUND).path("payment_id", payment_id).path("transaction_id", transaction_id).body(body).build()
    }

    /// Cancel or refund a payment, whichever applies.
    ///
    /// Gives the customer the money back in the way that the payment's state allows: a cancellation while it is only
    /// authorized, a refund once it is captured. Spares you looking up the state. An amount makes it a partial refund.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/cancel-or-refund` answers 201: the cancellation or refund that was made. Its
    /// `type` tells which. Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401:
    /// the keys are not accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency
    /// key is the same on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, payment_id: &PaymentId) -> Result<(), Error> {
    /// let body = RefundPayment::builder()
    ///     .merchant_reference("refund-0002")
    ///     .reason(ReversalReason::RequestedByCustomer)
    ///     .description("Returned unopened")
    ///     .build();
    /// let transaction_result = yuno.payments().cancel_or_refund(payment_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn cancel_or_refund(&self, payment_id: &PaymentId, body: &RefundPayment) -> Call<TransactionResult> {
        self.call(&CANCEL_OR_REFUND).path("payment_id", payment_id).body(body).build()
    }

    /// Cancel or refund one transaction, whichever applies.
    ///
    /// Like cancelling or refunding the payment, but of one transaction: cancels it while it is only authorized, and
    /// refunds it once it is captured.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    /// - `transaction_id`: The transaction's id, from the payment's `transactions`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/transactions/{transaction_id}/cancel-or-refund` answers 201: the cancellation
    /// or refund that was made. Its `type` tells which. Errors: 400: the request is wrong, or the state of what it
    /// concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow
    /// this. Safe to retry: the idempotency key is the same on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_id: &PaymentId, transaction_id: &TransactionId) -> Result<(), Error> {
    /// let body = RefundPayment::builder()
    ///     .merchant_reference("refund-0002")
    ///     .reason(ReversalReason::RequestedByCustomer)
    ///     .description("Returned unopened")
    ///     .build();
    /// let transaction_result = yuno.payments().cancel_or_refund_transaction(payment_id, transaction_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn cancel_or_refund_transaction(
        &self,
        payment_id: &PaymentId,
        transaction_id: &TransactionId,
        body: &RefundPayment,
    ) -> Call<TransactionResult> {
        self.call(&CANCEL_OR_REFUND_TRANSACTION)
            .path("payment_id", payment_id)
            .path("transaction_id", transaction_id)
            .body(body)
            .build()
    }

    /// Contest a chargeback.
    ///
    /// Answers a chargeback with evidence that the charge was right. The transaction is the chargeback. Evidence
    /// counts only until the deadline that the network sets.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    /// - `transaction_id`: The transaction's id, from the payment's `transactions`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/transactions/{transaction_id}/dispute` answers 200: the payment, in dispute.
    /// Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not
    /// accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same
    /// on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_id: &PaymentId, transaction_id: &TransactionId) -> Result<(), Error> {
    /// let body = DisputeSubmission::builder()
    ///     .account_id("7d3c1f0e-52a4-4c8b-9d0e-6f1b2a3c4d5e")
    ///     .evidence(vec![
    ///         Evidence::builder()
    ///             .file_name("receipt-20260702-0113.pdf")
    ///             .content_type(EvidenceContentType::Pdf)
    ///             .content_category(EvidenceCategory::Receipt)
    ///             .content("JVBERi0xLjQKJSBhIHZlcnkgc21hbGwgZmlsZQo=")
    ///             .build(),
    ///     ])
    ///     .build();
    /// let payment = yuno.payments().open_dispute(payment_id, transaction_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn open_dispute(
        &self,
        payment_id: &PaymentId,
        transaction_id: &TransactionId,
        body: &DisputeSubmission,
    ) -> Call<Payment> {
        self.call(&OPEN_DISPUTE)
            .path("payment_id", payment_id)
            .path("transaction_id", transaction_id)
            .body(body)
            .build()
    }

    /// Send further evidence in a dispute.
    ///
    /// Sends the evidence of a dispute anew, as long as it may still be sent.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    /// - `transaction_id`: The transaction's id, from the payment's `transactions`. At least 1 character.
    ///
    /// `PATCH /v1/payments/{payment_id}/transactions/{transaction_id}/dispute` answers 200: the payment, in dispute.
    /// Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not
    /// accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same
    /// on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_id: &PaymentId, transaction_id: &TransactionId) -> Result<(), Error> {
    /// let body = DisputeSubmission::builder()
    ///     .account_id("7d3c1f0e-52a4-4c8b-9d0e-6f1b2a3c4d5e")
    ///     .evidence(vec![
    ///         Evidence::builder()
    ///             .file_name("delivery-20260705.pdf")
    ///             .content_type(EvidenceContentType::Pdf)
    ///             .content_category(EvidenceCategory::ProofOfDelivery)
    ///             .content("JVBERi0xLjQKJSBzaWduZWQgYXQgdGhlIGRvb3IK")
    ///             .build(),
    ///         Evidence::builder()
    ///             .file_name("mails-20260710.pdf")
    ///             .content_type(EvidenceContentType::Pdf)
    ///             .content_category(EvidenceCategory::CustomerInteraction)
    ///             .content("JVBERi0xLjQKJSB0aGFuayB5b3UsIGl0IGZpdHMK")
    ///             .build(),
    ///     ])
    ///     .build();
    /// let payment = yuno.payments().update_dispute(payment_id, transaction_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn update_dispute(
        &self,
        payment_id: &PaymentId,
        transaction_id: &TransactionId,
        body: &DisputeSubmission,
    ) -> Call<Payment> {
        self.call(&UPDATE_DISPUTE)
            .path("payment_id", payment_id)
            .path("transaction_id", transaction_id)
            .body(body)
            .build()
    }

    /// Report what was delivered.
    ///
    /// Tells the provider of a payment how far the order is delivered. Some pay out only then.
    /// - `payment_id`: The payment's id, from `payments.create`. At least 1 character.
    ///
    /// `POST /v1/payments/{payment_id}/fulfillments` answers 202: taken in. It is passed on afterwards, so this does
    /// not say that the provider has it. Errors: 400: the request is wrong, or the state of what it concerns does not
    /// allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow this. Not retried
    /// after an unclear outcome: a repetition may act twice. Source: reference; publishes no body for the answer.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, payment_id: &PaymentId) -> Result<(), Error> {
    /// let body = CreateFulfillment::builder()
    ///     .status(FulfillmentStatus::Completed)
    ///     .fulfillments(vec![
    ///         Fulfillment::builder()
    ///             .id("parcel-1")
    ///             .type_(ShippingType::Standard)
    ///             .status(FulfillmentStatus::Completed)
    ///             .build(),
    ///     ])
    ///     .build();
    /// yuno.payments().create_fulfillment(payment_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create_fulfillment(&self, payment_id: &PaymentId, body: &CreateFulfillment) -> Call<()> {
        self.call(&CREATE_FULFILLMENT).path("payment_id", payment_id).body(body).build()
    }

    /// List the banks of a payment method.
    ///
    /// Answers the banks that the customer can choose from for a bank transfer such as PSE. Send the chosen one's id
    /// as `bank_id` with the payment.
    ///
    /// `GET /v1/issuers` answers 200: the banks. Errors: 400: the request is wrong, or the state of what it concerns
    /// does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow this. Safe to
    /// retry: a repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let issuers = yuno.payments().list_issuers().await?;
    /// # Ok(()) }
    /// ```
    pub fn list_issuers(&self) -> Call<Issuers> {
        self.list_issuers_with(&PaymentsListIssuersParams::default())
    }

    /// As [`list_issuers`](Self::list_issuers), with the parameters that may be left out.
    pub fn list_issuers_with(&self, params: &PaymentsListIssuersParams) -> Call<Issuers> {
        self.call(&LIST_ISSUERS)
            .query("checkout_session", params.checkout_session.as_ref())
            .query("country_code", params.country_code.as_ref())
            .query("payment_method", params.payment_method.as_ref())
            .build()
    }
}

/// What a call of `payments.retrieve` may leave out.
#[derive(Clone, Debug, Default, crate::Builder)] #[non_exhaustive]
pub struct PaymentsRetrieveParams {
    /// True to get all transactions, not only the last one.
    pub transactions_history: Option<bool>,
    /// True to get what the provider answered, in each transaction's `provider_data`.
    pub raw_response: Option<bool>,
}

/// What a call of `payments.list_issuers` may leave out.
#[derive(Clone, Debug, Default, crate::Builder)] #[non_exhaustive]
pub struct PaymentsListIssuersParams {
    /// The checkout session that the customer pays in. At least 1 character.
    pub checkout_session: Option<CheckoutSessionId>,
    /// The country of the banks.
    pub country_code: Option<Country>,
    /// The payment method that the bank is for.
    pub payment_method: Option<PaymentMethodType>,
}

pub(crate) static CREATE: Operation = Operation {
    id: "payments.create", method: Method::Post, account_code: false,
    path: "/v1/payments",
    idempotency: Idempotency::Lookup { operation: &RETRIEVE_BY_MERCHANT_ORDER_ID, field: "merchant_order_id" },
};

pub(crate) static RETRIEVE_BY_MERCHANT_ORDER_ID: Operation = Operation {
    id: "payments.retrieve_by_merchant_order_id", method: Method::Get, account_code: false,
    path: "/v1/payments", idempotency: Idempotency::Natural,
};

pub(crate) static RETRIEVE: Operation = Operation {
    id: "payments.retrieve", method: Method::Get, account_code: false,
    path: "/v1/payments/{payment_id}", idempotency: Idempotency::Natural,
};

pub(crate) static CAPTURE: Operation = Operation {
    id: "payments.capture", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/transactions/{transaction_id}/capture", idempotency: Idempotency::Key,
};

pub(crate) static CANCEL: Operation = Operation {
    id: "payments.cancel", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/transactions/{transaction_id}/cancel", idempotency: Idempotency::Key,
};

pub(crate) static REFUND: Operation = Operation {
    id: "payments.refund", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/transactions/{transaction_id}/refund", idempotency: Idempotency::Key,
};

pub(crate) static CANCEL_OR_REFUND: Operation = Operation {
    id: "payments.cancel_or_refund", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/cancel-or-refund", idempotency: Idempotency::Key,
};

pub(crate) static CANCEL_OR_REFUND_TRANSACTION: Operation = Operation {
    id: "payments.cancel_or_refund_transaction", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/transactions/{transaction_id}/cancel-or-refund", idempotency: Idempotency::Key,
};

pub(crate) static OPEN_DISPUTE: Operation = Operation {
    id: "payments.open_dispute", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/transactions/{transaction_id}/dispute", idempotency: Idempotency::Key,
};

pub(crate) static UPDATE_DISPUTE: Operation = Operation {
    id: "payments.update_dispute", method: Method::Patch, account_code: false,
    path: "/v1/payments/{payment_id}/transactions/{transaction_id}/dispute", idempotency: Idempotency::Key,
};

pub(crate) static CREATE_FULFILLMENT: Operation = Operation {
    id: "payments.create_fulfillment", method: Method::Post, account_code: false,
    path: "/v1/payments/{payment_id}/fulfillments", idempotency: Idempotency::None,
};

pub(crate) static LIST_ISSUERS: Operation = Operation {
    id: "payments.list_issuers", method: Method::Get, account_code: false,
    path: "/v1/issuers", idempotency: Idempotency::Natural,
};
