//! A local Yuno: customers, sessions, payments and webhooks with state, for development and tests.
//!
//! `cargo run -p yuno-sandbox` starts one to develop against. Tests start one of their own, in their own process:
//!
//! ```
//! use yuno_api::error::ErrorKind;
//! use yuno_sandbox::{Fault, Sandbox};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! let yuno = sandbox.client();
//!
//! // Whatever the network can do to you, it can be told to do.
//! sandbox.fault(Fault::server_error(503).on("payments.retrieve").times(2))?;
//! let answer = yuno.payments().retrieve(&"6c44ed29-cc51-4479-a5eb-108afdaadd50".into()).await;
//!
//! // The client repeated the call until it got through; what was answered then is up to the state.
//! let calls = sandbox.journal();
//! assert_eq!(calls.len(), 3);
//! assert_eq!(calls[0].status, Some(503));
//! assert_eq!(answer.is_ok(), calls[2].status == Some(200));
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
mod sandbox;
mod server;
mod webhooks;

pub use self::{
    builder::{Builder, StartError},
    faults::{Fault, Latency},
    journal::Call,
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
