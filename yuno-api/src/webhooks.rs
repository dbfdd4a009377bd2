//! Webhooks: verified, typed, and handled once.
//!
//! Yuno tells a merchant of most changes by posting an event to an address of his. A receiver has four things to do,
//! and this module has a part for each:
//!
//! 1. **Verify** that the delivery is Yuno's: [`Receiver`], with a [`Verifier`] for the webhook's client secret.
//! 2. **Store** the event, unless it was delivered before: [`Event::dedup_key`] and a [`Deduplicator`].
//! 3. **Answer 200**, soon. Anything else, or no answer in time, and Yuno repeats the delivery: after 5 minutes, 50
//!    minutes, 6, 24, 48 and 96 hours.
//! 4. **Handle** what is stored, and take no older state for a newer one: [`Event::supersedes`].
//!
//! An event is a notification. Before you ship goods for it, retrieve the payment: that also covers what an event leaves
//! out.
//!
//! # With axum
//!
//! With the feature `axum`, a handler takes a [`Delivery`]. What is not Yuno's is answered with 401, what cannot be read
//! with 400, and the handler is not called.
//!
//! ```
//! # #[cfg(feature = "axum")] {
//! use axum::{Router, extract::FromRef, http::StatusCode, routing::post};
//! use yuno_api::webhooks::{Delivery, Receiver, Verifier};
//!
//! async fn hook(delivery: Delivery) -> StatusCode {
//!     // Store delivery.body() under delivery.dedup_key(), then:
//!     StatusCode::OK
//! }
//!
//! let receiver = Receiver::new(Verifier::new("the webhook's client secret")?);
//! let app: Router = Router::new().route("/yuno", post(hook)).with_state(receiver);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The example `webhook_receiver` is a whole server that answers once an event is safe in `SQLite`, and handles it
//! afterwards.
//!
//! # With actix-web
//!
//! Take the body as `Bytes`, not as `Json`, and set its limit.
//!
//! ```text
//! use actix_web::{App, HttpRequest, HttpResponse, HttpServer, http::StatusCode, web};
//! use yuno_api::webhooks::{DeliveryHeaders, Receiver, Verifier};
//!
//! async fn hook(request: HttpRequest, body: web::Bytes, receiver: web::Data<Receiver>) -> HttpResponse {
//!     let headers = DeliveryHeaders::look_up(|name| request.headers().get(name).map(|value| value.as_bytes()));
//!     match receiver.receive_from(&headers, body) {
//!         Ok(delivery) => {
//!             // Store delivery.body() under delivery.dedup_key(), then:
//!             HttpResponse::Ok().finish()
//!         }
//!         Err(error) => {
//!             eprintln!("refused: {error}");
//!             let status = StatusCode::from_u16(error.status().as_u16()).unwrap_or(StatusCode::BAD_REQUEST);
//!             HttpResponse::build(status).finish()
//!         }
//!     }
//! }
//!
//! #[actix_web::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let receiver = web::Data::new(Receiver::new(Verifier::new(std::env::var("YUNO_WEBHOOK_SECRET")?)?));
//!     HttpServer::new(move || {
//!         App::new()
//!             .app_data(receiver.clone())
//!             .app_data(web::PayloadConfig::new(receiver.body_limit()))
//!             .route("/yuno", web::post().to(hook))
//!     })
//!     .bind(("127.0.0.1", 8080))?
//!     .run()
//!     .await?;
//!     Ok(())
//! }
//! ```
//!
//! # With hyper
//!
//! Read the body within the limit, and hand over the parts.
//!
//! ```text
//! use std::convert::Infallible;
//!
//! use http_body_util::{BodyExt, Empty, LengthLimitError, Limited};
//! use hyper::{Request, Response, StatusCode, body::{Bytes, Incoming}};
//! use yuno_api::webhooks::{ReceiveError, Receiver};
//!
//! async fn hook(request: Request<Incoming>, receiver: Receiver) -> Result<Response<Empty<Bytes>>, Infallible> {
//!     let (parts, body) = request.into_parts();
//!     let limit = receiver.body_limit();
//!     let delivery = match Limited::new(body, limit).collect().await {
//!         Ok(body) => receiver.receive(&parts.headers, body.to_bytes()),
//!         Err(error) if error.is::<LengthLimitError>() => Err(ReceiveError::TooLong { limit }),
//!         Err(_) => Err(ReceiveError::Interrupted),
//!     };
//!     let status = match delivery {
//!         Ok(delivery) => {
//!             // Store delivery.body() under delivery.dedup_key(), then:
//!             StatusCode::OK
//!         }
//!         Err(error) => {
//!             eprintln!("refused: {error}");
//!             error.status()
//!         }
//!     };
//!     let mut response = Response::new(Empty::new());
//!     *response.status_mut() = status;
//!     Ok(response)
//! }
//! ```
//!
//! # In tests
//!
//! [`testing`] signs bodies, makes up any event, and repeats deliveries as Yuno does.

#[cfg(feature = "axum")]
mod axum;
mod dedup;
mod deduplicator;
mod diagnose;
mod event;
mod in_memory;
mod infer;
mod kind;
mod order;
mod payload;
mod receive;
mod respell;
pub mod testing;
mod verify;

pub use self::{
    dedup::DedupKey,
    deduplicator::{BoxFuture, Claim, Deduplicator, Once, OnceError, StoreError, once},
    diagnose::{Malformed, Mismatch},
    event::{Event, EventData, EventResource},
    in_memory::InMemory,
    kind::{EventKind, EventType},
    order::Relation,
    payload::{Other, Payload},
    receive::{DEFAULT_MAX_BODY, Delivery, ReceiveError, Receiver},
    verify::{
        API_KEY_HEADER, DeliveryHeaders, InvalidSecret, SECRET_HEADER, SIGNATURE_HEADER, Verifier, VerifierBuilder,
        VerifyError,
    },
};

/// Reads an event without verifying it, and says what the types do not know of it: for tools. Needs the feature
/// `server`.
///
/// # Errors
///
/// Where the body is not a JSON object.
#[cfg(feature = "server")]
pub fn inspect(body: &[u8]) -> Result<crate::exchange::Inspection, crate::types::DecodeError> {
    crate::wire::inspect::inspect::<Event>(body)
}
