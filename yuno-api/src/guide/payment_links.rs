//! Payment links: a page of Yuno's, on which whoever opens the link pays.
//!
//! You need one where you have neither a web shop nor the customer in front of you: an invoice by mail, an order by
//! phone, a message in a chat. Where the customer is on your own page, open a
//! [checkout session](crate::guide::checkout_sessions) instead.
//!
//! # Life
//!
//! ```text
//! payment_links.create --> link, open
//!                            |
//!                            +-- somebody pays on the page    a payment of its own: the webhook tells
//!                            |
//!                            +-- payment_links.cancel         nobody can pay any more
//!                            |
//!                            +-- availability.finish_at       the same, by the clock
//! ```
//!
//! The link is not the payment. What was paid through it is an ordinary [payment](crate::guide::payments), with its own
//! id, captured and refunded like any other.
//!
//! # Calls
//!
//! The handle is `yuno.payment_links()`, of the type [`PaymentLinks`](crate::resources::PaymentLinks).
//!
//! | to | call |
//! |---|---|
//! | make one | [`create`](crate::resources::PaymentLinks::create) |
//! | see how it stands | [`retrieve`](crate::resources::PaymentLinks::retrieve) |
//! | close it | [`cancel`](crate::resources::PaymentLinks::cancel) |
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
//! #         "payment_links.create" => {
//! #             r#"{"id": "pl_6f0d2c9a41", "checkout_url": "https://checkout.example.com/payment"}"#
//! #         }
//! #         _ => r#"{"code": "pl_6f0d2c9a41", "status": "CANCELED"}"#,
//! #     }))
//! # }).build()?;
//! # let account = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";
//! let link = yuno
//!     .payment_links()
//!     .create(
//!         &CreatePaymentLink::builder()
//!             .account_id(account)
//!             .merchant_order_id("order-2077")
//!             .country(Country::Br)
//!             .amount(Amount::new(Currency::Brl, dec!(240)))
//!             .payment_method_types([PaymentMethodType::Card, PaymentMethodType::Pix])
//!             .one_time_use(true)
//!             .build(),
//!     )
//!     .await?;
//! let _send_to_the_customer = link.checkout_url.as_ref().map(Sensitive::expose);
//!
//! // The customer has paid in cash meanwhile.
//! let closed = yuno.payment_links().cancel(link.code()?).await?;
//! assert_eq!(closed.status.as_deref(), Some("CANCELED"));
//! # Ok(())
//! # }
//! ```
//!
//! # What to store
//!
//! - The link's [code](crate::types::PaymentLink::code) with your order: `retrieve` and `cancel` take it.
//! - From the webhook of a payment, the payment's id. Your `merchant_order_id` is in it too.
//!
//! # Usual mistakes
//!
//! - **Repeating `create` after an unclear outcome.** No key and no look-up tells links apart, so the client does not
//!   repeat it, and says [`outcome_is_unknown`](crate::Error::outcome_is_unknown). A second link is harmless only while
//!   nobody has the first: set `one_time_use`, and send the customer one of them.
//! - **Taking a link for paid because it was opened.** Only a payment's webhook, or the payment itself, says so.
//! - **Logging `checkout_url`.** Whoever has it can pay, and sees what is being paid for.
//!
//! # Not known
//!
//! The reference lists no values for the link's `status`, and does not say what `installments_plan`, `payments` and
//! `payment_method` hold. They are there as the API sends them.
