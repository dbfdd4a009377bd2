//! Checkout sessions: each lets the SDK take the payment of one order. And one-time tokens, each good for one payment.
//!
//! You need a session for the workflows in which Yuno's SDK asks the customer: `SDK_CHECKOUT`, which is assumed where a
//! payment names no workflow, and `SDK_SEAMLESS`. Payments with the workflows `DIRECT` and `REDIRECT` take none.
//!
//! # Life
//!
//! ```text
//! create --> session <--> update                the cart has changed
//!               |
//!               +-- list_payment_methods        what the session offers, and what its customer has on file
//!               |
//!               +-- the SDK --------------+
//!               +-- create_session_token -+--> one-time token
//!                                                 |
//!                                              payments.create, with the session and the token
//!                                                 |
//!                                              session, used: true     it takes no further payment
//! ```
//!
//! With `SDK_SEAMLESS` the SDK also creates the payment. Your server then learns of it from a webhook, or by
//! [`retrieve_by_merchant_order_id`](crate::resources::Payments::retrieve_by_merchant_order_id).
//!
//! # Calls
//!
//! The handle is `yuno.checkout_sessions()`, of the type [`CheckoutSessions`](crate::resources::CheckoutSessions).
//!
//! | to | call |
//! |---|---|
//! | open one | [`create`](crate::resources::CheckoutSessions::create) |
//! | change what is to be paid | [`update`](crate::resources::CheckoutSessions::update) |
//! | see whether it was paid in | [`retrieve`](crate::resources::CheckoutSessions::retrieve): `used` |
//! | build a page of your own | [`list_payment_methods`](crate::resources::CheckoutSessions::list_payment_methods) |
//! | tokenize a card that your own page took, for the session's payment | [`create_session_token`](crate::resources::CheckoutSessions::create_session_token) |
//! | the same without a session | [`create_token`](crate::resources::CheckoutSessions::create_token) |
//!
//! The last two take full card numbers. Only PCI certified merchants may call them; everybody else has the SDK make the
//! token.
//!
//! # Example
//!
//! ```
//! use yuno_api::{Client, dec, types::*};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use yuno_api::transport::{HttpRequest, HttpResponse};
//! # let yuno = Client::builder().keys("sandbox_public", "sandbox_secret").transport(|request: HttpRequest| {
//! #     Ok(HttpResponse::json(http::StatusCode::OK, match request.operation().id {
//! #         "payments.create" => r#"{"id": "2c9e7b14-5d06", "status": "SUCCEEDED", "sub_status": "APPROVED"}"#,
//! #         _ => r#"{"checkout_session": "4a7d0e92-6c15-4f38-a9b2-d35e81c7f064"}"#,
//! #     }))
//! # }).build()?;
//! # let account = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";
//! # let customer = CustomerId::from("0b8e64c1-77d2-4f59-9c3a-e15a40d2b9f6");
//! # let token_from_the_page = "2c90d7e5-8b41-4f6a-a1d3-70e5b8c2946f";
//! // The order is in your database, with its number and its amount, before the session is opened.
//! let (order, amount) = ("order-1001", Amount::new(Currency::Brl, dec!(349.90)));
//! let session = yuno
//!     .checkout_sessions()
//!     .create(
//!         &CreateCheckoutSession::builder()
//!             .account_id(account)
//!             .merchant_order_id(order)
//!             .payment_description("Running shoes")
//!             .country(Country::Br)
//!             .customer_id(&customer)
//!             .amount(amount.clone())
//!             .build(),
//!     )
//!     .await?;
//! let _give_to_the_page = session.id()?.expose();
//!
//! // The SDK has asked the customer, and the page sends you its token.
//! let payment = yuno
//!     .payments()
//!     .create(
//!         &CreatePayment::builder()
//!             .account_id(account)
//!             .merchant_order_id(order)
//!             .description("Running shoes")
//!             .country(Country::Br)
//!             .amount(amount)
//!             .checkout(CheckoutReference::builder().session(session.id()?).build())
//!             .payment_method(PaymentMethodInput::one_time(token_from_the_page))
//!             .workflow(Workflow::SdkCheckout)
//!             .build(),
//!     )
//!     .await?;
//! match payment.outcome() {
//!     Outcome::Settled => println!("Paid."),
//!     Outcome::ActionRequired(step) if step.kind() == StepKind::ContinueInSdk => println!("Let the SDK go on."),
//!     Outcome::Declined(_) => println!("Open a new session, and offer to pay in another way."),
//!     other => println!("See `guide::payments`: {}.", other.as_str()),
//! }
//! # assert!(matches!(payment.outcome(), Outcome::Settled));
//! # Ok(())
//! # }
//! ```
//!
//! # What to store
//!
//! - The session's id, with the order, for as long as it is open: to update it, and to name it in the payment.
//! - The `merchant_order_id`. Use the same one for the session and its payment: payments can be looked up by it.
//! - Never a one-time token. Once the payment is made it is worth nothing. What can be charged again is the [vaulted
//!   token](crate::guide::payment_methods).
//!
//! # Usual mistakes
//!
//! - **Centavos.** Amounts are in the currency's major unit: `349.90`, not 34990. From a shop that counts in the minor
//!   unit, use [`Amount::from_minor_units`](crate::types::Amount::from_minor_units). The amounts in `recurring_payment`
//!   are texts, such as `9.99`, but in the major unit too.
//! - **Leaving the amount out.** The API does not ask for it, but what is offered depends on it.
//! - **Paying twice in one session.** Each payment takes a session of its own. After a decline open a new one, and have
//!   the SDK make a new token.
//! - **Using a one-time token twice.** A token that was used, has expired or never was is refused with `INVALID_TOKEN`,
//!   one that another call is using with `TOKEN_IN_USE`. The published table has both under HTTP 401: look at the code
//!   before you suspect your keys.
//! - **Sending only the change in `update`.** It asks again for the account, the order number, the description and the
//!   country; its builder does not compile without them.
//! - **Metadata on the payment alone.** Routing conditions look at the session's.
//! - **Looking for the id in one place.** `create` and `update` answer `checkout_session`, `retrieve` answers `id`.
//!   [`CheckoutSession::id`](crate::types::CheckoutSession::id) knows both.
//! - **Giving the session to the wrong page, or to a log.** Whoever holds it can pay within it. `Debug` hides it,
//!   `expose` shows it.
//! - **Not opening another after an unclear outcome.** `create`, `create_session_token` and `create_token` have no key
//!   and no look-up, so the client does not repeat them and reports
//!   [`outcome_is_unknown`](crate::Error::outcome_is_unknown). Simply call them again: that makes another session or
//!   token, and moves no money. This holds for these calls, **not for `payments.create`**.
//! - **Taking a missing `used` for false.** The answer to `create` does not have it.
//!
//! # Not known
//!
//! - How long a session and a one-time token can be used. Open the session when the customer comes to pay, and be ready
//!   to open another on `CHECKOUT_SESSION_NOT_FOUND` or `INVALID_TOKEN`.
//! - Which amount counts where those of the session and of its payment differ. Keep them the same: update the session,
//!   then create the payment.
//! - Whether `update` clears or keeps what may be left out and is. Send all that matters.
