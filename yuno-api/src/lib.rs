//! Rust bindings for [Yuno](https://docs.y.uno), which puts one API in front of many payment providers.
//!
//! A first payment, without an account:
//!
//! ```
//! use yuno_api::{dec, types::*};
//! use yuno_sandbox::Sandbox;
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let sandbox = Sandbox::start().await?; // A Yuno in this process.
//!     let yuno = sandbox.client(); // With an account of yours: Client::from_env()?
//!
//!     let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
//!     let payment = yuno
//!         .payments()
//!         .create(
//!             &CreatePayment::builder()
//!                 .account_id(sandbox.account_id())
//!                 .merchant_order_id("order-1001")
//!                 .description("Annual plan")
//!                 .country(Country::Br)
//!                 .amount(Amount::new(Currency::Brl, dec!(150.00)))
//!                 .payment_method(PaymentMethodInput::card(card))
//!                 .workflow(Workflow::Direct)
//!                 .build(),
//!         )
//!         .await?;
//!
//!     match payment.outcome() {
//!         Outcome::Settled => println!("Paid: ship {}.", payment.id()?),
//!         Outcome::Authorized => println!("Reserved: capture it when you ship."),
//!         Outcome::ActionRequired(step) => println!("Send the customer to {:?}.", step.url()),
//!         Outcome::Pending => println!("Wait for the webhook."),
//!         Outcome::Declined(decline) => println!("Declined; what to do: {:?}.", decline.advice()),
//!         other => println!("Look into it: {other:?}."),
//!     }
//!     Ok(())
//! }
//! ```
//!
//! [`Client::from_env`] takes the place of the sandbox once `YUNO_PUBLIC_API_KEY` and `YUNO_PRIVATE_SECRET_KEY` are set.
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
//! # Webhooks
//!
//! Most of what becomes of a payment comes later, as an event. Verify it, store it, answer 200, and then handle what is
//! stored, each event once: [`webhooks`] has a part for each of these.
//!
//! ```
//! use yuno_api::webhooks::{EventKind, Receiver, Verifier};
//!
//! # use yuno_api::webhooks::testing;
//! # let body = testing::event(EventKind::PaymentPurchase).status("SUCCEEDED", "APPROVED").build();
//! # let headers = testing::headers("the webhook's client secret", &body);
//! let receiver = Receiver::new(Verifier::new("the webhook's client secret")?);
//!
//! // In the handler, with the request's headers and its body as it came:
//! let delivery = receiver.receive(&headers, body)?;
//! println!("Store {} under {}, answer 200, and then handle it.", delivery.kind(), delivery.dedup_key().as_str());
//! # assert_eq!(delivery.kind(), EventKind::PaymentPurchase);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Testing with the sandbox
//!
//! The crate `yuno-sandbox` is a Yuno of your own: in a test's process, or as a program. It has state, test cards,
//! webhooks, a clock that can be moved, and every way in which a network fails.
//!
//! ```
//! use yuno_api::{dec, types::*};
//! use yuno_sandbox::{Fault, Sandbox};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! let yuno = sandbox.client();
//! let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
//!
//! // The payment is made, and the connection breaks before the answer.
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
//!             .payment_method(PaymentMethodInput::card(card))
//!             .workflow(Workflow::Direct)
//!             .build(),
//!     )
//!     .await?;
//!
//! // The client has looked for it, and did not send it again.
//! assert!(payment.found_by_lookup());
//! assert!(matches!(payment.outcome(), Outcome::Settled));
//! # Ok(())
//! # }
//! ```
//!
//! # Going live
//!
//! ```
//! use yuno_api::{Client, Environment};
//!
//! # let (public, private, account) = ("prod_public", "secret", "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223");
//! let yuno = Client::builder()
//!     .environment(Environment::ProductionEu) // Without it: Yuno's test environment.
//!     .keys(public, private) // Those of the test environment are refused here.
//!     .account_id(account)
//!     .user_agent_suffix("shop/2.1") // Says in Yuno's logs whose calls these are.
//!     .build()?;
//! # let _ = yuno;
//! # Ok::<(), yuno_api::Error>(())
//! ```
//!
//! [`Client::from_env`] reads the same from `YUNO_ENVIRONMENT` (`prod-us`, `prod-eu`), `YUNO_PUBLIC_API_KEY`,
//! `YUNO_PRIVATE_SECRET_KEY` and `YUNO_ACCOUNT_ID`. Make one client and clone it: clones share connections and the
//! [budget for repeats](retry::RetryBudget).
//!
//! Before the first real payment, see that
//!
//! - **the order and its amount are in your database before `create`**, and the payment's id after it;
//! - **nothing cuts a call off.** A call takes up to 150 seconds where an outcome is unclear. Where a person or a load
//!   balancer waits for less, set [`total_timeout`](Call::total_timeout) and take
//!   [`outcome_is_unknown`](Error::outcome_is_unknown) for an answer; dropping the future is no answer;
//! - **a job finds out what is unknown**, with [`resume`](Call::resume) or by what
//!   [`how_to_find_out`](Error::how_to_find_out) says. The example `reconciliation` is one;
//! - the webhook is registered in this environment, its secret is this environment's, and 200 means stored;
//! - declines, 3-D Secure and payments that stay pending were tried, in the sandbox and with your own routes in Yuno's
//!   test environment;
//! - somebody is told of [`Outcome::Unknown`](types::Outcome::Unknown), of
//!   [`OutcomeUnknown`](error::ErrorKind::OutcomeUnknown) and of payments in dispute;
//! - card numbers go to the API from your server only if you are PCI certified.
//!
//! # Migration of tokens
//!
//! Cards that another provider keeps for you can be taken over into Yuno's vault, one customer at a time, once this is
//! agreed with Yuno. What you keep from then on is the vaulted token.
//!
//! ```
//! use yuno_api::types::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = yuno_sandbox::Sandbox::start().await?;
//! # let (yuno, account, connection) = (sandbox.client(), sandbox.account_id(), "90defca1-c913-4894-965c-ed536b65951a");
//! # let customer = CreateCustomer::builder().merchant_customer_id("shopper-42").country(Country::Br).build();
//! # let customer = yuno.customers().create(&customer).await?.id()?.clone();
//! let theirs = EnrollmentProviderData::builder()
//!     .id(Provider::Stripe)
//!     .token_source(TokenSource::ProviderToken) // Goes on being charged with that provider.
//!     .payment_method_token("pm_of_the_provider")
//!     .connection_id(connection)
//!     .build();
//! let enrolled = yuno
//!     .payment_methods()
//!     .enroll(
//!         &customer,
//!         &EnrollPaymentMethod::builder()
//!             .account_id(account)
//!             .country(Country::Br)
//!             .type_(PaymentMethodType::Card)
//!             .provider_data(theirs)
//!             .build(),
//!     )
//!     .await?;
//! let charge_with = enrolled.to_input()?;
//! # let _ = charge_with;
//! # Ok(())
//! # }
//! ```
//!
//! The first charge with a token that has paid before is no first one: say so with
//! [`StoredCredentials`](types::StoredCredentials), `USED`, and the network's id of the first charge where you have it.
//!
//! # Where to read on
//!
//! [`guide`] has a page for each resource: its life, which call to use when, what to keep in your own database, and the
//! usual mistakes. [Payments](guide::payments), [payment methods](guide::payment_methods),
//! [checkout sessions](guide::checkout_sessions), [customers](guide::customers),
//! [customer sessions](guide::customer_sessions), [payment links](guide::payment_links).
//!
//! Every method of a handle says what it takes, what it answers, which errors mean what and whether it is retried, with
//! an example of the smallest request that the API takes.
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

pub(crate) use yuno_api_macros::Builder;
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
