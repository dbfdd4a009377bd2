//! Customer sessions: each lets the SDK enroll one payment method of one customer.
//!
//! You need one where Yuno's SDK is to ask the customer for a payment method **without a payment**. To keep what a
//! payment is made with, send `vault_on_success` with the payment. To enroll from server to server, call
//! [`payment_methods().enroll`](crate::resources::PaymentMethods::enroll). Neither takes a customer session.
//!
//! # Life
//!
//! ```text
//! customer_sessions.create --> session
//!                                |
//!                                +-- payment_methods.list_enrollable     what there is to choose from
//!                                |
//!                                +-- payment_methods.enroll_in_session   what the customer chose
//!                                |
//!                              the SDK asks for the details
//!                                |
//!                              ENROLLED, or not: the webhook tells       the session has served
//! ```
//!
//! The session has no status, and there is no call that reads, changes or closes it. What has a life is the payment
//! method that is enrolled in it: see [`payment_methods`](crate::guide::payment_methods).
//!
//! # Calls
//!
//! The handle is `yuno.customer_sessions()`, of the type [`CustomerSessions`](crate::resources::CustomerSessions).
//!
//! | to | call |
//! |---|---|
//! | open one | [`create`](crate::resources::CustomerSessions::create) |
//! | list what the account offers in the session's country | [`payment_methods().list_enrollable`](crate::resources::PaymentMethods::list_enrollable) |
//! | begin the enrollment of what was chosen | [`payment_methods().enroll_in_session`](crate::resources::PaymentMethods::enroll_in_session) |
//! | learn how it stands | [`payment_methods().retrieve`](crate::resources::PaymentMethods::retrieve) |
//!
//! # Example
//!
//! ```
//! use yuno_api::{Client, types::*};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use yuno_api::transport::{HttpRequest, HttpResponse};
//! # let yuno = Client::builder().keys("sandbox_public", "sandbox_secret").transport(|request: HttpRequest| {
//! #     Ok(HttpResponse::json(http::StatusCode::OK, match request.operation().id {
//! #         "customer_sessions.create" => r#"{"customer_session": "c9f2a1d4-58e0-4b67-8d3b-6e7a0c5f1b92"}"#,
//! #         "payment_methods.list_enrollable" => r#"{"payment_methods": [{"name": "Card", "type": "CARD"}]}"#,
//! #         _ => r#"{"id": "5e0d7b24-9c81-4f36-b7ad-20c4e8f19a63", "status": "READY_TO_ENROLL"}"#,
//! #     }))
//! # }).build()?;
//! # let account = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";
//! # let customer = CustomerId::from("0b8e64c1-77d2-4f59-9c3a-e15a40d2b9f6");
//! let session = yuno
//!     .customer_sessions()
//!     .create(
//!         &CreateCustomerSession::builder()
//!             .account_id(account)
//!             .customer_id(&customer)
//!             .country(Country::Br)
//!             .callback_url("https://shop.example.com/wallet/done")
//!             .build(),
//!     )
//!     .await?;
//!
//! let offered = yuno.payment_methods().list_enrollable(session.id()?).await?;
//! for method in offered.payment_methods.iter().flatten() {
//!     println!("{:?}: {:?}", method.type_, method.name);
//! }
//!
//! // The customer chose the card. Now the SDK, with the session, asks for its number.
//! let card = EnrollPaymentMethodInSession::builder()
//!     .account_id(account)
//!     .payment_method_type(PaymentMethodType::Card)
//!     .country(Country::Br)
//!     .build();
//! let begun = yuno.payment_methods().enroll_in_session(session.id()?, &card).await?;
//! let _give_to_the_page = session.id()?.expose();
//! let _keep_with_the_customer = begun.id()?;
//! # assert_eq!(begun.status, Some(EnrollmentStatus::ReadyToEnroll));
//! # Ok(())
//! # }
//! ```
//!
//! # What to store
//!
//! - Of the session nothing, once the page has it. It is of no use for a second enrollment.
//! - The payment method's id that `enroll_in_session` answers, with the customer, until a webhook tells how it ended.
//!
//! # Usual mistakes
//!
//! - **Using a session twice.** Each enrollment takes a session of its own.
//! - **Giving the session to the wrong page, or to a log.** Whoever holds it can enroll payment methods for that
//!   customer. It is a [`CustomerSessionId`](crate::types::CustomerSessionId): `Debug` hides it, `expose` shows it.
//! - **Taking it for a checkout session.** That one is for paying. The two types do not mix.
//! - **Not opening another after an unclear outcome.** `create` has no key and no look-up, so the client does not
//!   repeat it and reports [`outcome_is_unknown`](crate::Error::outcome_is_unknown). Here, unlike with payments, simply
//!   call it again: a session that nobody uses does no harm. For `enroll_in_session`, which carries a key, go on with
//!   [`resume`](crate::call::Call::resume).
//! - **Taking `READY_TO_ENROLL` for done.** The payment method can be charged once its status is `ENROLLED`. Unless
//!   `enrollment.sdk_required_action` is false, the SDK still has something to ask.
//! - **Sending `created_at`.** One of the vendor's examples does; the API sets it itself.
//!
//! # Not known
//!
//! - How long a session can be used. Open it when the customer is about to enroll, not when the page is first shown.
//! - Which error a session gives that has been used or has run out.
