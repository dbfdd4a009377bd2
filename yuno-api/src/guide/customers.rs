//! Customers: the people and companies that pay.
//!
//! Payment methods, sessions and payments hang on a customer. You need one to keep a payment method on file and to open
//! a customer session. A payment alone does without: give the payer's details in its `customer_payer`.
//!
//! # Life
//!
//! ```text
//! create --> customer --> delete: 202, the deletion follows
//!             ^    |
//!             +----+
//!             update
//! ```
//!
//! A customer has no status. It has two names: the `id` that Yuno gives it, and the `merchant_customer_id` that is your
//! own number. Calls about a customer take the `id` ([`CustomerId`](crate::types::CustomerId)), except the one that
//! looks it up by your number.
//!
//! # Calls
//!
//! The handle is `yuno.customers()`, of the type [`Customers`](crate::resources::Customers).
//!
//! | to | call |
//! |---|---|
//! | make one | [`create`](crate::resources::Customers::create) |
//! | find one by your number | [`retrieve_by_merchant_customer_id`](crate::resources::Customers::retrieve_by_merchant_customer_id) |
//! | read one | [`retrieve`](crate::resources::Customers::retrieve) |
//! | change some of it | [`update`](crate::resources::Customers::update) |
//! | have it deleted | [`delete`](crate::resources::Customers::delete) |
//! | see what it has on file | [`payment_methods().list`](crate::resources::PaymentMethods::list) |
//!
//! After an unclear outcome `create` looks the customer up by your number, and sends it again only where nothing is there
//! after [a minute](crate::retry#the-minute-after-an-unclear-outcome).
//!
//! # Example
//!
//! The customer of a shopper, whether or not this is the first visit:
//!
//! ```
//! use yuno_api::{Client, Error, Response, types::*};
//!
//! async fn customer_of(yuno: &Client, shopper: &str) -> Result<Response<Customer>, Error> {
//!     let body = CreateCustomer::builder().merchant_customer_id(shopper).country(Country::Br).build();
//!     match yuno.customers().create(&body).await {
//!         Err(error) if error.code() == Some(ErrorCode::CustomerIdDuplicated) => {
//!             yuno.customers().retrieve_by_merchant_customer_id(shopper).await
//!         }
//!         result => result,
//!     }
//! }
//!
//! async fn change_email(yuno: &Client, id: &CustomerId, email: &str) -> Result<Response<Customer>, Error> {
//!     // Only what is set is sent; the rest stays as it is.
//!     yuno.customers().update(id, &UpdateCustomer::builder().email(email).build()).await
//! }
//! #
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use yuno_api::transport::{HttpRequest, HttpResponse};
//! # let yuno = Client::builder().keys("sandbox_public", "sandbox_secret").transport(|request: HttpRequest| {
//! #     let (status, body) = match request.operation().id {
//! #         "customers.create" => (400, r#"{"code": "CUSTOMER_ID_DUPLICATED", "messages": []}"#),
//! #         "customers.update" => (if request.body() == br#"{"email":"ada@example.org"}"# { 200 } else { 400 }, "{}"),
//! #         _ => (200, r#"{"id": "0b8e64c1-77d2-4f59-9c3a-e15a40d2b9f6"}"#),
//! #     };
//! #     Ok(HttpResponse::json(http::StatusCode::from_u16(status).unwrap(), body))
//! # }).build()?;
//! # let customer = customer_of(&yuno, "shopper-42").await?;
//! # change_email(&yuno, customer.id()?, "ada@example.org").await?;
//! # Ok(())
//! # }
//! ```
//!
//! # What to store
//!
//! - Yuno's `id`, beside your own number for the customer.
//! - Nothing else. What you know about the customer is yours already; send changes with `update`.
//!
//! # Usual mistakes
//!
//! - **Sending your own number where the `id` belongs.** The types differ, but a text turns into either. `customer_id`
//!   of a session and `customer_payer.id` of a payment are Yuno's `id`.
//! - **Making a customer for every order.** No two may share a `merchant_customer_id`: the second is refused with
//!   `CUSTOMER_ID_DUPLICATED`. Use a number that stays with the person, and take the refusal as "look it up".
//! - **Half an address.** A billing address needs its first line and its city, a shipping address its country too. To
//!   make a customer with only some of these is refused by the client, before anything is sent.
//! - **No document.** Many providers in Latin America refuse a payment without the payer's identity or tax document.
//!   Put it into the customer or into the payment's `customer_payer`.
//! - **Expecting `vault_on_success` to work without a customer.** The payment has to name one by `customer_payer.id`.
//!   Details given there without the `id` keep nothing on file.
//! - **Deleting without an account code.** `delete` takes the header `X-Account-Code`: set
//!   [`account_code`](crate::client::ClientBuilder::account_code) on the client or on the call.
//! - **Taking the 202 for done.** It says that the request was taken in, not that the customer is gone.
//!
//! # Not known
//!
//! - Which members [`Patch::Clear`](crate::types::Patch::Clear), sent as null, clears. The reference shows no null in
//!   an update.
//! - What a deletion does to the customer's payment methods and payments, and when it is done.
//! - Whether the `merchant_customer_id` of a deleted customer may be used again.
