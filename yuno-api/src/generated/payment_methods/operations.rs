//! Generated from `spec/payment_methods/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{call::Call, operation::{Idempotency, Method, Operation}, resource::handle, types::*};

handle! {
    /// Enrolling, listing, moving and removing the payment methods that a customer keeps on file.
    PaymentMethods, payment_methods
}

impl PaymentMethods<'_> {
    /// Enroll a payment method in a customer session.
    ///
    /// Starts the enrollment of what the customer chose. Unless the answer's `enrollment.sdk_required_action` is
    /// false, the SDK goes on from here and asks for the details. A webhook tells how it ended.
    /// - `customer_session`: The customer session, from `customer_sessions.create`. At least 1 character.
    ///
    /// `POST /v1/customers/sessions/{customer_session}/payment-methods` answers 201: the enrollment, begun. Errors:
    /// 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted
    /// in this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same on every
    /// attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, customer_session: &CustomerSessionId) -> Result<(), Error> {
    /// let body = EnrollPaymentMethodInSession::builder()
    ///     .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
    ///     .payment_method_type(PaymentMethodType::NuPayEnrollment)
    ///     .country(Country::Br)
    ///     .build();
    /// let enrolled_payment_method = yuno.payment_methods().enroll_in_session(customer_session, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn enroll_in_session(
        &self,
        customer_session: &CustomerSessionId,
        body: &EnrollPaymentMethodInSession,
    ) -> Call<EnrolledPaymentMethod> {
        self.call(&ENROLL_IN_SESSION).path("customer_session", customer_session).body(body).build()
    }

    /// List what a customer can enroll.
    ///
    /// Lists the payment methods that the account offers for enrollment in the session's country.
    /// - `customer_session`: The customer session, from `customer_sessions.create`. At least 1 character.
    ///
    /// `GET /v1/checkout/customers/sessions/{customer_session}/payment-methods` answers 200: what there is to choose
    /// from. Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are
    /// not accepted in this environment; 403: the keys do not allow this. Safe to retry: a repetition changes nothing
    /// further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, customer_session: &CustomerSessionId) -> Result<(), Error> {
    /// let enrollable_payment_methods = yuno.payment_methods().list_enrollable(customer_session).await?;
    /// # Ok(()) }
    /// ```
    pub fn list_enrollable(&self, customer_session: &CustomerSessionId) -> Call<EnrollablePaymentMethods> {
        self.call(&LIST_ENROLLABLE).path("customer_session", customer_session).build()
    }

    /// Retrieve a payment method.
    ///
    /// Tells how an enrollment stands, whoever the customer is. With the customer's id at hand,
    /// `payment_methods.retrieve_for_customer` tells more.
    /// - `payment_method_id`: The enrolled payment method's id. At least 1 character.
    ///
    /// `GET /v1/payment-methods/{payment_method_id}` answers 200: the payment method. Errors: 400: the request is
    /// wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in this environment;
    /// 403: the keys do not allow this. Safe to retry: a repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_method_id: &PaymentMethodId) -> Result<(), Error> {
    /// let enrolled_payment_method = yuno.payment_methods().retrieve(payment_method_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve(&self, payment_method_id: &PaymentMethodId) -> Call<EnrolledPaymentMethod> {
        self.call(&RETRIEVE).path("payment_method_id", payment_method_id).build()
    }

    /// Give a payment method to another customer.
    ///
    /// Moves an enrolled card to another customer of the same account. Where the merchant keeps the customer beside
    /// the vaulted token, as for subscriptions, it is up to the merchant to change that too. Refused with 409 when the
    /// card's present customer has data of their own.
    /// - `payment_method_id`: The enrolled payment method's id. At least 1 character.
    /// - The account, by [`account_code`](Self::account_code) where the client has none.
    ///
    /// `PATCH /v1/payment-methods/{payment_method_id}` answers 200: the payment method, with its new owner. Errors:
    /// 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted
    /// in this environment; 403: the keys do not allow this; 404: what the call names does not exist, or belongs to
    /// another account; 409: collides with another call, or with the present state of what it concerns. Safe to retry:
    /// a repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_method_id: &PaymentMethodId) -> Result<(), Error> {
    /// let body = ReassignPaymentMethod::builder().customer_id("d47a20f6-1c9e-4b83-a05f-7e62c8d139b4").build();
    /// let enrolled_payment_method = yuno.payment_methods().reassign(payment_method_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn reassign(
        &self,
        payment_method_id: &PaymentMethodId,
        body: &ReassignPaymentMethod,
    ) -> Call<EnrolledPaymentMethod> {
        self.call(&REASSIGN).path("payment_method_id", payment_method_id).body(body).build()
    }

    /// Unenroll a payment method.
    ///
    /// Removes a payment method from the vault, whoever the customer is. Payments made with it stay as they are. Doing
    /// it twice changes nothing more.
    /// - `payment_method_id`: The enrolled payment method's id. At least 1 character.
    ///
    /// `POST /v1/customers/payment-methods/{payment_method_id}/unenroll` answers 200: the payment method, unenrolled.
    /// Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not
    /// accepted in this environment; 403: the keys do not allow this. Safe to retry: a repetition changes nothing
    /// further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, payment_method_id: &PaymentMethodId) -> Result<(), Error> {
    /// let enrolled_payment_method = yuno.payment_methods().unenroll(payment_method_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn unenroll(&self, payment_method_id: &PaymentMethodId) -> Call<EnrolledPaymentMethod> {
        self.call(&UNENROLL).path("payment_method_id", payment_method_id).build()
    }

    /// Enroll a payment method.
    ///
    /// Puts a payment method into the vault without the SDK. Only PCI certified merchants may send a card. Where the
    /// answer has an `action`, the customer has a step to take before the payment method can be charged.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    ///
    /// `POST /v1/customers/{customer_id}/payment-methods` answers 201: the payment method. Its status tells whether it
    /// can be charged yet. Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401:
    /// the keys are not accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency
    /// key is the same on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, customer_id: &CustomerId) -> Result<(), Error> {
    /// let body = EnrollPaymentMethod::builder()
    ///     .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
    ///     .country(Country::Mx)
    ///     .type_(PaymentMethodType::Card)
    ///     .provider_data(EnrollmentProviderData::builder()
    ///         .id(Provider::Dlocal)
    ///         .token_source(TokenSource::ProviderToken)
    ///         .payment_method_token("CID-0b5f-example-77c1")
    ///         .connection_id("a83c5f17-2e90-4d6b-9f08-61b7d2e4c05a")
    ///         .build())
    ///     .build();
    /// let enrolled_payment_method = yuno.payment_methods().enroll(customer_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn enroll(&self, customer_id: &CustomerId, body: &EnrollPaymentMethod) -> Call<EnrolledPaymentMethod> {
        self.call(&ENROLL).path("customer_id", customer_id).body(body).build()
    }

    /// List a customer's payment methods.
    ///
    /// Lists what the customer has enrolled, as a checkout would show it.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    ///
    /// `GET /v1/customers/{customer_id}/payment-methods` answers 200: the customer's payment methods. Errors: 400: the
    /// request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in this
    /// environment; 403: the keys do not allow this. Safe to retry: a repetition changes nothing further. Source:
    /// reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, customer_id: &CustomerId) -> Result<(), Error> {
    /// let enrolled_payment_methods = yuno.payment_methods().list(customer_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn list(&self, customer_id: &CustomerId) -> Call<EnrolledPaymentMethods> {
        self.call(&LIST).path("customer_id", customer_id).build()
    }

    /// Retrieve a customer's payment method.
    ///
    /// Tells all that is known of one of the customer's payment methods. PCI certified merchants also see the card's
    /// number and its network token.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    /// - `payment_method_id`: The enrolled payment method's id. At least 1 character.
    ///
    /// `GET /v1/customers/{customer_id}/payment-methods/{payment_method_id}` answers 200: the payment method. Errors:
    /// 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted
    /// in this environment; 403: the keys do not allow this; 404: what the call names does not exist, or belongs to
    /// another account. Safe to retry: a repetition changes nothing further. Source: reference; it describes the
    /// operation twice, with and without the card's number: the union.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, customer_id: &CustomerId, payment_method_id: &PaymentMethodId) -> Result<(), Error> {
    /// let enrolled_payment_method = yuno.payment_methods().retrieve_for_customer(customer_id, payment_method_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve_for_customer(
        &self,
        customer_id: &CustomerId,
        payment_method_id: &PaymentMethodId,
    ) -> Call<EnrolledPaymentMethod> {
        self.call(&RETRIEVE_FOR_CUSTOMER)
            .path("customer_id", customer_id)
            .path("payment_method_id", payment_method_id)
            .build()
    }

    /// Unenroll a customer's payment method.
    ///
    /// Removes one of the customer's payment methods from the vault. Payments made with it stay as they are.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    /// - `payment_method_id`: The enrolled payment method's id. At least 1 character.
    ///
    /// `POST /v1/customers/{customer_id}/payment-methods/{payment_method_id}/unenroll` answers 200: the payment
    /// method, unenrolled. Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401:
    /// the keys are not accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency
    /// key is the same on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, customer_id: &CustomerId, payment_method_id: &PaymentMethodId) -> Result<(), Error> {
    /// let enrolled_payment_method = yuno.payment_methods().unenroll_for_customer(customer_id, payment_method_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn unenroll_for_customer(
        &self,
        customer_id: &CustomerId,
        payment_method_id: &PaymentMethodId,
    ) -> Call<EnrolledPaymentMethod> {
        self.call(&UNENROLL_FOR_CUSTOMER)
            .path("customer_id", customer_id)
            .path("payment_method_id", payment_method_id)
            .build()
    }

    /// Have vaulted cards kept current.
    ///
    /// Registers up to 100 cards of the vault with the account updater, which learns from the networks when a card is
    /// replaced or renewed. All are registered or none. The account must be enabled for it.
    ///
    /// `POST /v1/payment-methods/account-updater` answers 200: the cards were taken in; nothing is updated yet.
    /// Errors: 400: the request is wrong, or the state of what it concerns does not allow it; 401: the keys are not
    /// accepted in this environment; 403: the keys do not allow this. Safe to retry: the idempotency key is the same
    /// on every attempt. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = RegisterForAccountUpdater::builder()
    ///     .payment_method_ids(vec![
    ///         PaymentMethodId::from("b6219f4d-83c0-4a7e-9d15-f02e7c64a8b9"),
    ///         PaymentMethodId::from("2a7f80d3-c5e6-4b19-8e42-d6b10f9c3a75"),
    ///     ])
    ///     .build();
    /// let account_updater_registration = yuno.payment_methods().register_for_account_updater(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn register_for_account_updater(&self, body: &RegisterForAccountUpdater) -> Call<AccountUpdaterRegistration> {
        self.call(&REGISTER_FOR_ACCOUNT_UPDATER).body(body).build()
    }
}

pub(crate) static ENROLL_IN_SESSION: Operation = Operation {
    id: "payment_methods.enroll_in_session", method: Method::Post, account_code: false,
    path: "/v1/customers/sessions/{customer_session}/payment-methods", idempotency: Idempotency::Key,
};

pub(crate) static LIST_ENROLLABLE: Operation = Operation {
    id: "payment_methods.list_enrollable", method: Method::Get, account_code: false,
    path: "/v1/checkout/customers/sessions/{customer_session}/payment-methods", idempotency: Idempotency::Natural,
};

pub(crate) static RETRIEVE: Operation = Operation {
    id: "payment_methods.retrieve", method: Method::Get, account_code: false,
    path: "/v1/payment-methods/{payment_method_id}", idempotency: Idempotency::Natural,
};

pub(crate) static REASSIGN: Operation = Operation {
    id: "payment_methods.reassign", method: Method::Patch, account_code: true,
    path: "/v1/payment-methods/{payment_method_id}", idempotency: Idempotency::Natural,
};

pub(crate) static UNENROLL: Operation = Operation {
    id: "payment_methods.unenroll", method: Method::Post, account_code: false,
    path: "/v1/customers/payment-methods/{payment_method_id}/unenroll", idempotency: Idempotency::Natural,
};

pub(crate) static ENROLL: Operation = Operation {
    id: "payment_methods.enroll", method: Method::Post, account_code: false,
    path: "/v1/customers/{customer_id}/payment-methods", idempotency: Idempotency::Key,
};

pub(crate) static LIST: Operation = Operation {
    id: "payment_methods.list", method: Method::Get, account_code: false,
    path: "/v1/customers/{customer_id}/payment-methods", idempotency: Idempotency::Natural,
};

pub(crate) static RETRIEVE_FOR_CUSTOMER: Operation = Operation {
    id: "payment_methods.retrieve_for_customer", method: Method::Get, account_code: false,
    path: "/v1/customers/{customer_id}/payment-methods/{payment_method_id}", idempotency: Idempotency::Natural,
};

pub(crate) static UNENROLL_FOR_CUSTOMER: Operation = Operation {
    id: "payment_methods.unenroll_for_customer", method: Method::Post, account_code: false,
    path: "/v1/customers/{customer_id}/payment-methods/{payment_method_id}/unenroll", idempotency: Idempotency::Key,
};

pub(crate) static REGISTER_FOR_ACCOUNT_UPDATER: Operation = Operation {
    id: "payment_methods.register_for_account_updater", method: Method::Post, account_code: false,
    path: "/v1/payment-methods/account-updater", idempotency: Idempotency::Key,
};
