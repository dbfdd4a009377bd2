//! Rust bindings for [Yuno](https://docs.y.uno), which puts one API in front of many payment providers.
//!
//! ```
//! use yuno_api::{Client, dec, types::*};
//!
//! # use yuno_api::transport::{HttpRequest, HttpResponse};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let answer = r#"{"id": "6c44ed29-cc51-4479-a5eb-108afdaadd50", "status": "SUCCEEDED", "sub_status": "APPROVED"}"#;
//! # let yuno = Client::builder()
//! #     .keys("sandbox_public", "sandbox_secret")
//! #     .transport(move |_: HttpRequest| Ok(HttpResponse::json(http::StatusCode::CREATED, answer)))
//! #     .build()?;
//! # let (account, token) = ("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223", "0f6b2c1d-7e35-4a98-b2d4-5c8e9f1a3b70");
//! # /*
//! let yuno = Client::from_env()?;
//! # */
//! let payment = yuno
//!     .payments()
//!     .create(
//!         &CreatePayment::builder()
//!             .account_id(account)
//!             .merchant_order_id("order-1001")
//!             .description("Annual plan")
//!             .country(Country::Br)
//!             .amount(Amount::new(Currency::Brl, dec!(150.00)))
//!             .payment_method(PaymentMethodInput::vaulted(token))
//!             .workflow(Workflow::Direct)
//!             .build(),
//!     )
//!     .await?;
//!
//! match payment.outcome() {
//!     Outcome::Settled => println!("Paid: ship {}.", payment.id()?),
//!     Outcome::Authorized => println!("Reserved: capture it when you ship."),
//!     Outcome::ActionRequired(step) => println!("Send the customer to {:?}.", step.url()),
//!     Outcome::Pending => println!("Wait for the webhook."),
//!     Outcome::Declined(decline) => println!("Declined; what to do: {:?}.", decline.advice()),
//!     other => println!("Look into it: {other:?}."),
//! }
//! # assert!(matches!(payment.outcome(), Outcome::Settled));
//! # Ok(())
//! # }
//! ```
//!
//! # Calls
//!
//! A [`Client`] gives a handle for each resource: `yuno.customers()`, `yuno.payments()` ([`resources`]). A method makes
//! a [`Call`], which does nothing until it is awaited and takes options of its own:
//! `yuno.payments().create(&body).timeout(..).idempotency_key(..).await`. What comes back is a
//! [`Response`]: the value, and beside it the status, headers, request id and body.
//!
//! # Money
//!
//! Amounts are [`Decimal`](types::Decimal)s in the currency's **major unit**: `150.00` is 150 reais, never 15000.
//! [`Amount`](types::Amount) converts to and from minor units by the currency's own exponent. Nothing goes through a
//! float on its way to or from the API.
//!
//! # When the network fails
//!
//! Calls are retried by each operation's own rule. Where the API knows a repeat by its idempotency key, the key is made
//! once per call and stays the same. A payment is sent again only when the first attempt can make none any more, and
//! looking for it finds nothing. An error whose outcome is not known says so ([`Error::outcome_is_unknown`]), and
//! what to call to find out; it is never reported as a failure. See [`retry`] and [`error`].
//!
//! A **decline is an answer**, not an error: read it from [`Payment::outcome`](types::Payment::outcome).
//!
//! What a merchant does with a payment afterwards (capturing, giving money back, waiting for the end) is in [`flows`].
//!
//! # Where to read on
//!
//! [`guide`] has a page for each resource: its life, which call to use when, what to keep in your own database, and the
//! usual mistakes.
//!
//! # What the API sends beyond what we know
//!
//! Every enum has an arm `Unrecognized`, every object has `unknown_fields`, every member of an answer is an `Option`. A
//! value that does not fit its member is kept and written back as it came. So an answer about money is always readable,
//! and `serde_json::to_string` of it is what the API sent.
//!
//! # Secrets
//!
//! Card numbers, codes, tokens, keys and data about persons are [`Sensitive`](types::Sensitive) or types like it:
//! `Debug` shows none of them, nor any other free text. `Debug` of a body shows its structure; to see the text, encode
//! it.
//!
//! # Features
//!
//! | feature | default | what |
//! |---|---|---|
//! | `customers`, `customer_sessions`, `checkout_sessions`, `payment_methods`, `payments`, `payment_links` | yes | the groups of the API, named as their handles |
//! | `all-groups` | yes | all of them, and the [`guide`] |
//! | `rustls` | yes | TLS in Rust, with the platform's certificates |
//! | `native-tls` | | TLS by the operating system's library |
//! | `webhooks` | yes | receiving events: [`webhooks`] |
//! | `axum` | | an extractor for events |
//! | `blocking` | | `Call::wait`: calls without async |
//! | `server` | | decoding of requests, for programs that stand in for Yuno |
//! | `tracing` | yes | a span for each call and an event for each repeat, for the crate `tracing`; no cost without it |
//!
//! A program that only keeps customers compiles a third of the crate with
//! `default-features = false, features = ["customers", "rustls"]`. The groups that speak of payments bring `payments`.
//!
//! Any set of features compiles. Where `native-tls` and `rustls` are both on, `native-tls` is used, since somebody asked
//! for it. Without either, a client speaks plain `http` to this machine only, or through a
//! [transport](client::ClientBuilder::transport) of yours; building one for `https` is an error that says so.

#![warn(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Each group leaves another part of the driver unused; what nobody uses is seen with all of them.
#![cfg_attr(not(feature = "all-groups"), allow(dead_code, unreachable_pub, unused_imports, unused_macros))]

// Types of ours are named by the crate's name in the spec and in macros.
extern crate self as yuno_api;

mod accessors;
#[cfg(feature = "blocking")]
pub mod blocking;
pub mod call;
pub mod client;
pub mod credentials;
pub mod environment;
pub mod error;
#[cfg(feature = "server")]
pub mod exchange;
#[cfg(all(test, feature = "all-groups"))]
mod facts;
#[cfg(feature = "payments")]
pub mod flows;
// Its descriptions are the spec's, which names companies and places as they write themselves.
#[allow(clippy::doc_markdown)]
#[rustfmt::skip]
mod generated;
#[cfg(feature = "all-groups")]
pub mod guide;
pub mod money;
pub mod operation;
#[cfg(feature = "payments")]
pub mod outcome;
#[cfg(feature = "payments")]
mod requests;
mod resource;
pub mod response;
pub mod retry;
mod trace;
pub mod transport;
#[cfg(feature = "webhooks")]
pub mod webhooks;
mod wire;

/// The README's code compiles.
#[cfg(all(doctest, feature = "all-groups"))]
#[doc = include_str!("../README.md")]
mod readme {}

pub use {
    accessors::MissingField, call::Call, client::Client, credentials::Credentials, environment::Environment,
    error::Error, operation::OPERATIONS, response::Response,
};

/// Every type of the API, and the few that they are made of.
pub mod types {
    pub use jiff::Timestamp;
    pub use rust_decimal::Decimal;

    #[cfg(feature = "payments")]
    pub use crate::outcome::{
        Advice, Charged, Decline, Extent, Failure, FailureKind, Hardness, NextStep, Outcome, PartKind,
        PartialSettlement, Reversal, ReversalKind, ReversalState, StepKind, TransactionOutcome, UnknownState,
    };
    pub use crate::{
        accessors::MissingField,
        generated::types::*,
        money::MoneyError,
        wire::{
            Decode, DecodeError, Encode, EncodeError, Json, OneOrMany, Patch, Sensitive, UnknownFields,
            UnknownFieldsIter, Violation,
        },
    };
}

/// The handles of the API's resources; a [`Client`] gives them.
pub mod resources {
    pub use crate::generated::resources::*;
}
