//! Generated from `spec/customers/operations.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::call::Call;
use crate::operation::{Idempotency, Method, Operation};
use crate::resource::handle;
use crate::types::*;

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
    /// `POST /v1/customers`, answers 201. Not retried after an unclear outcome: a repetition may act twice.
    ///
    /// # Errors
    ///
    /// The API documents the statuses 400, 401, 403; see [`Error`](crate::Error).
    pub fn create(&self, body: &CreateCustomer) -> Call<Customer> {
        self.call(&CREATE).body(body).build()
    }

    /// Retrieve a customer by the merchant's number.
    ///
    /// Gives the customer that was made with this `merchant_customer_id`.
    ///
    /// `GET /v1/customers`, answers 200. Safe to retry: a repetition changes nothing further.
    ///
    /// # Errors
    ///
    /// The API documents the statuses 400, 401, 403, 404; see [`Error`](crate::Error).
    pub fn retrieve_by_merchant_customer_id(&self, merchant_customer_id: &str) -> Call<Customer> {
        self.call(&RETRIEVE_BY_MERCHANT_CUSTOMER_ID).query("merchant_customer_id", Some(merchant_customer_id)).build()
    }

    /// Retrieve a customer.
    ///
    /// Gives the customer of this id.
    ///
    /// `GET /v1/customers/{customer_id}`, answers 200. Safe to retry: a repetition changes nothing further.
    ///
    /// # Errors
    ///
    /// The API documents the statuses 400, 401, 403, 404; see [`Error`](crate::Error).
    pub fn retrieve(&self, customer_id: &CustomerId) -> Call<Customer> {
        self.call(&RETRIEVE).path("customer_id", customer_id).build()
    }

    /// Update a customer.
    ///
    /// Changes the fields that are sent and leaves the others.
    ///
    /// `PATCH /v1/customers/{customer_id}`, answers 200. Safe to retry: a repetition changes nothing further.
    ///
    /// # Errors
    ///
    /// The API documents the statuses 400, 401, 403; see [`Error`](crate::Error).
    pub fn update(&self, customer_id: &CustomerId, body: &UpdateCustomer) -> Call<Customer> {
        self.call(&UPDATE).path("customer_id", customer_id).body(body).build()
    }

    /// Delete a customer.
    ///
    /// Asks Yuno to delete the customer. The answer only says that the request was taken; the deletion follows.
    ///
    /// `DELETE /v1/customers/{customer_id}`, answers 202. Safe to retry: a repetition changes nothing further.
    ///
    /// # Errors
    ///
    /// The API documents the statuses 400; see [`Error`](crate::Error).
    pub fn delete(&self, customer_id: &CustomerId) -> Call<()> {
        self.call(&DELETE).path("customer_id", customer_id).build()
    }
}

/// `customers.create`.
pub(crate) static CREATE: Operation = Operation {
    id: "customers.create",
    method: Method::Post,
    path: "/v1/customers",
    account_code: false,
    idempotency: Idempotency::None,
};

/// `customers.retrieve_by_merchant_customer_id`.
pub(crate) static RETRIEVE_BY_MERCHANT_CUSTOMER_ID: Operation = Operation {
    id: "customers.retrieve_by_merchant_customer_id",
    method: Method::Get,
    path: "/v1/customers",
    account_code: false,
    idempotency: Idempotency::Natural,
};

/// `customers.retrieve`.
pub(crate) static RETRIEVE: Operation = Operation {
    id: "customers.retrieve",
    method: Method::Get,
    path: "/v1/customers/{customer_id}",
    account_code: false,
    idempotency: Idempotency::Natural,
};

/// `customers.update`.
pub(crate) static UPDATE: Operation = Operation {
    id: "customers.update",
    method: Method::Patch,
    path: "/v1/customers/{customer_id}",
    account_code: false,
    idempotency: Idempotency::Natural,
};

/// `customers.delete`.
pub(crate) static DELETE: Operation = Operation {
    id: "customers.delete",
    method: Method::Delete,
    path: "/v1/customers/{customer_id}",
    account_code: true,
    idempotency: Idempotency::Natural,
};
