//! A local Yuno: customers, sessions, payments and webhooks with state, for development and tests.
//!
//! `cargo run -p yuno-sandbox` starts one to develop against. Tests start one of their own, in their own process:
//!
//! ```
//! use yuno_api::{dec, types::*};
//! use yuno_sandbox::{Fault, Sandbox};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! let yuno = sandbox.client();
//!
//! // The payment is made, but its answer is lost on the way.
//! sandbox.fault(Fault::reset_after_acting().on("payments.create"))?;
//! let payment = yuno
//!     .payments()
//!     .create(
//!         &CreatePayment::builder()
//!             .account_id(sandbox.account_id())
//!             .merchant_order_id("order-1001")
//!             .description("Annual plan")
//!             .country(Country::Br)
//!             .amount(Amount::new(Currency::Brl, dec!(150.00)))
//!             .payment_method(PaymentMethodInput::of(PaymentMethodType::Pix))
//!             .workflow(Workflow::Direct)
//!             .build(),
//!     )
//!     .await?;
//!
//! // The client has found it, and not made another one.
//! assert!(payment.found_by_lookup());
//! assert_eq!(yuno.payments().retrieve_by_merchant_order_id("order-1001").await?.len(), 1);
//!
//! // The shopper pays in the bank's app.
//! sandbox.settle(payment.id()?)?;
//! let payment = yuno.payments().retrieve(payment.id()?).await?;
//! assert!(matches!(payment.outcome(), Outcome::Settled));
//! # Ok(())
//! # }
//! ```
//!
//! # What a test can do
//!
//! - **Talk to it** with [`Sandbox::client`], or with anything else at [`Sandbox::url`] with the keys
//!   [`PUBLIC_API_KEY`] and [`PRIVATE_SECRET_KEY`]. Test cards ([`cards`]) decide what becomes of a payment.
//! - **Be the shopper and the bank**: [`settle`](Sandbox::settle), [`decline`](Sandbox::decline),
//!   [`expire`](Sandbox::expire), [`charge_back`](Sandbox::charge_back).
//! - **Move time**: [`advance`](Sandbox::advance) lets sessions expire, delayed captures run and webhooks repeat.
//! - **Break things**: [`fault`](Sandbox::fault), and [`Disorder`] for webhooks.
//! - **Look**: [`journal`](Sandbox::journal), [`events`](Sandbox::events), [`deliveries`](Sandbox::deliveries),
//!   [`overview`](Sandbox::overview).
//! - **Look in a browser**: [`Sandbox::url`] opens a page with all of that and buttons for it.
//! - **Keep a state**: [`snapshot`](Sandbox::snapshot), [`restore`](Sandbox::restore).
//!
//! Programs in other languages do the same over HTTP under `/_sandbox/`; `GET /_sandbox/` lists it.
//!
//! # What it keeps
//!
//! What it is sent, in memory, until it stops; of a card number only the first eight digits and the last four. Send it
//! test data only.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod builder;
pub mod cards;
mod clock;
mod control;
mod domain;
mod engine;
mod faults;
mod journal;
mod overview;
mod page;
mod sandbox;
mod server;
mod webhooks;

pub use self::{
    builder::{Builder, StartError},
    faults::{Fault, Latency},
    journal::Call,
    overview::{
        CheckoutSessionSeen, CustomerSessionSeen, Overview, PaymentLinkSeen, PaymentMethodSeen, PaymentSeen,
        SessionsSeen,
    },
    sandbox::{Refused, Sandbox},
    webhooks::{DeliveryAttempt, Disorder, SentEvent, Webhook},
};

/// The public API key that every sandbox takes.
pub const PUBLIC_API_KEY: &str = "sandbox_local_public_key";
/// The private secret key that every sandbox takes.
pub const PRIVATE_SECRET_KEY: &str = "sandbox_local_secret_key";
/// The account that the keys belong to.
pub const ACCOUNT_ID: &str = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";
/// What webhooks are signed with, unless an endpoint has a secret of its own.
pub const WEBHOOK_SECRET: &str = "sandbox_local_webhook_secret";
