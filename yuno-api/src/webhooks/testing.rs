//! What the tests of a receiver need: signed bodies, any event, and the schedule of repetitions.
//!
//! ```
//! use yuno_api::webhooks::{EventKind, Receiver, Verifier, testing};
//!
//! let body = testing::event(EventKind::PaymentRefund).status("REFUNDED", "REFUNDED").build();
//! let headers = testing::headers("secret", &body);
//!
//! let receiver = Receiver::new(Verifier::new("secret")?);
//! let delivery = receiver.receive(&headers, body.clone())?;
//! assert_eq!(delivery.kind(), EventKind::PaymentRefund);
//!
//! let forged = testing::headers("a guess", &body);
//! assert_eq!(receiver.receive(&forged, body).unwrap_err().status(), 401);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod build;
mod replay;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderValue, header::CONTENT_TYPE};

use super::verify::{self, SIGNATURE_HEADER};

pub use self::{
    build::{EventBuilder, event},
    replay::{Attempt, Replay, SCHEDULE, attempts, replay},
};

/// The signature that Yuno would send with this body: the Base64 of its HMAC-SHA256.
#[must_use]
pub fn sign(secret: impl AsRef<[u8]>, body: &[u8]) -> String {
    STANDARD.encode(verify::sign(secret.as_ref(), body))
}

/// The headers that Yuno would send with this body: its type and its signature.
#[must_use]
pub fn headers(secret: impl AsRef<[u8]>, body: &[u8]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    // Base64 is what a header may hold.
    if let Ok(signature) = HeaderValue::from_str(&sign(secret, body)) {
        headers.insert(SIGNATURE_HEADER, signature);
    }
    headers
}
