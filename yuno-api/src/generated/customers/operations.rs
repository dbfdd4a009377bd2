//! Generated from `spec/customers/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{call::Call, operation::{Idempotency, Method, Operation}, resource::handle, types::*};

handle! {
    /// The people and companies that pay. Payments, sessions and vaulted payment methods hang on them.
    Customers, customers
}

impl Customers<'_> {
    /// Create a customer.
    ///
    /// Makes a customer, to whom payment methods can be enrolled and payments ascribed. A second one with the same
    /// `merchant_customer_id` is refused with `CUSTOMER_ID_DUPLICATED`.
    ///
    /// `POST /v1/customers` answers 201: the customer, with its id. Errors: 400: the request is wrong, or the state of
    /// what it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not
    /// allow this. Safe to retry: the idempotency key is the same on every attempt, and after an unclear outcome the
    /// client looks with `customers.retrieve_by_merchant_customer_id` for a minute whether `merchant_customer_id`
    /// already led somewhere. Source: reference; that an address must have its first line and city is a rule, since
    /// Address is shared.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client) -> Result<(), Error> {
    /// let body = CreateCustomer::builder()
    ///     .merchant_customer_id("shopper-1041")
    ///     .first_name("Beatriz")
    ///     .last_name("Nogueira")
    ///     .email("beatriz.nogueira@example.com")
    ///     .build();
    /// let customer = yuno.customers().create(&body).await?;
    /// # Ok(()) }
    /// ```
    pub fn create(&self, body: &CreateCustomer) -> Call<Customer> {
        self.call(&CREATE).body(body).build()
    }

    /// Retrieve a customer by the merchant's number.
    ///
    /// Gives the customer that was made with this `merchant_customer_id`.
    /// - `merchant_customer_id`: The merchant's own number for the customer.
    ///
    /// `GET /v1/customers` answers 200: the customer. Errors: 400: the request is wrong, or the state of what it
    /// concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not allow
    /// this; 404: what the call names does not exist, or belongs to another account. Safe to retry: a repetition
    /// changes nothing further. Source: reference; it has the parameter as optional, but without it there is nothing
    /// to look for.
    /// ```
    /// # use yuno_api::{*, types::*};
    /// # async fn example(yuno: Client, merchant_customer_id: &str) -> Result<(), Error> {
    /// let customer = yuno.customers().retrieve_by_merchant_customer_id(merchant_customer_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve_by_merchant_customer_id(&self, merchant_customer_id: &str) -> Call<Customer> {
        self.call(&RETRIEVE_BY_MERCHANT_CUSTOMER_ID).query("merchant_customer_id", Some(merchant_customer_id)).build()
    }

    /// Retrieve a customer.
    ///
    /// Gives the customer of this id.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    ///
    /// `GET /v1/customers/{customer_id}` answers 200: the customer. Errors: 400: the request is wrong, or the state of
    /// what it concerns does not allow it; 401: the keys are not accepted in this environment; 403: the keys do not
    /// allow this; 404: what the call names does not exist, or belongs to another account. Safe to retry: a repetition
    /// changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, customer_id: &CustomerId) -> Result<(), Error> {
    /// let customer = yuno.customers().retrieve(customer_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn retrieve(&self, customer_id: &CustomerId) -> Call<Customer> {
        self.call(&RETRIEVE).path("customer_id", customer_id).build()
    }

    /// Update a customer.
    ///
    /// Changes the fields that are sent and leaves the others.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    ///
    /// `PATCH /v1/customers/{customer_id}` answers 200: the customer as it is now. Errors: 400: the request is wrong,
    /// or the state of what it concerns does not allow it; 401: the keys are not accepted in this environment; 403:
    /// the keys do not allow this. Safe to retry: a repetition changes nothing further. Source: reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, customer_id: &CustomerId) -> Result<(), Error> {
    /// let body = UpdateCustomer::builder().email("beatriz@example.org").build();
    /// let customer = yuno.customers().update(customer_id, &body).await?;
    /// # Ok(()) }
    /// ```
    pub fn update(&self, customer_id: &CustomerId, body: &UpdateCustomer) -> Call<Customer> {
        self.call(&UPDATE).path("customer_id", customer_id).body(body).build()
    }

    /// Delete a customer.
    ///
    /// Asks Yuno to delete the customer. The answer only says that the request was taken; the deletion follows.
    /// - `customer_id`: The customer's id, from `customers.create`. 36 to 64 characters.
    /// - The account, by [`account_code`](Self::account_code) where the client has none.
    ///
    /// `DELETE /v1/customers/{customer_id}` answers 202: the request was taken. There is no body. Errors: 400: the
    /// request is wrong, or the state of what it concerns does not allow it; 401: the keys are not accepted in this
    /// environment; 403: the keys do not allow this. Safe to retry: a repetition changes nothing further. Source:
    /// reference.
    /// ```
    /// # use yuno_api::{*, types::*}; async fn example(yuno: Client, customer_id: &CustomerId) -> Result<(), Error> {
    /// yuno.customers().delete(customer_id).await?;
    /// # Ok(()) }
    /// ```
    pub fn delete(&self, customer_id: &CustomerId) -> Call<()> {
        self.call(&DELETE).path("customer_id", customer_id).build()
    }
}

pub(crate) static CREATE: Operation = Operation {
    id: "customers.create", method: Method::Post, account_code: false,
    path: "/v1/customers",
    idempotency: Idempotency::Lookup { operation: &RETRIEVE_BY_MERCHANT_CUSTOMER_ID, field: "merchant_customer_id" },
};

pub(crate) static RETRIEVE_BY_MERCHANT_CUSTOMER_ID: Operation = Operation {
    id: "customers.retrieve_by_merchant_customer_id", method: Method::Get, account_code: false,
    path: "/v1/customers", idempotency: Idempotency::Natural,
};

pub(crate) static RETRIEVE: Operation = Operation {
    id: "customers.retrieve", method: Method::Get, account_code: false,
    path: "/v1/customers/{customer_id}", idempotency: Idempotency::Natural,
};

pub(crate) static UPDATE: Operation = Operation {
    id: "customers.update", method: Method::Patch, account_code: false,
    path: "/v1/customers/{customer_id}", idempotency: Idempotency::Natural,
};

pub(crate) static DELETE: Operation = Operation {
    id: "customers.delete", method: Method::Delete, account_code: true,
    path: "/v1/customers/{customer_id}", idempotency: Idempotency::Natural,
};
