//! Receiving: from headers and bytes to a verified event, whatever the web framework.

use std::{fmt, ops::Deref, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use jiff::{SignedDuration, Timestamp};

use super::{DeliveryHeaders, Event, Verifier, VerifyError};
use crate::types::DecodeError;

/// The longest body that is taken unless another is set: 2 MiB. Events of payments are some 10 KB long, those of
/// disputes with a long history some 100 KB.
pub const DEFAULT_MAX_BODY: usize = 2 * 1024 * 1024;

/// Takes deliveries: bounds them, verifies them, and reads them.
///
/// Cloning is cheap; put it into the state of your server. With the feature `axum` a handler takes a [`Delivery`] as an
/// argument. With any other framework, hand over the headers and the raw body:
///
/// ```
/// # use yuno_api::webhooks::{testing, EventKind, Receiver, Verifier};
/// let receiver = Receiver::new(Verifier::new("secret")?);
///
/// # let body = testing::event(EventKind::PaymentPurchase).build();
/// # let headers = testing::headers("secret", &body);
/// let status = match receiver.receive(&headers, body) {
///     Ok(delivery) => {
///         println!("{:?} of {:?}", delivery.kind(), delivery.resource_id());
///         200 // once the event is stored
///     }
///     Err(error) => {
///         eprintln!("refused: {error}");
///         error.status().as_u16() // 400 or 401
///     }
/// };
/// # assert_eq!(status, 200);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Receiver {
    verifier: Verifier,
    max_body: usize,
    max_age: Option<Duration>,
}

impl Receiver {
    /// With what tells deliveries from forgeries.
    #[must_use]
    pub fn new(verifier: Verifier) -> Self {
        Self { verifier, max_body: DEFAULT_MAX_BODY, max_age: None }
    }

    /// Refuses bodies of more bytes. Without this, [`DEFAULT_MAX_BODY`].
    #[must_use]
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = bytes;
        self
    }

    /// Refuses events about what last changed longer ago than this. **Off unless set.**
    ///
    /// Yuno signs no time of sending, so the age is that of the payload: `updated_at` of the payment and so on. That
    /// keeps somebody who has recorded a delivery from sending it again much later, and no more. An event that says no
    /// time is taken. Set it well above a week: an honest delivery is repeated for days where it was not answered, and
    /// by one reading of the schedule for more than seven. [`DedupKey`](super::DedupKey)s that you keep for as long
    /// refuse repetitions better.
    #[must_use]
    pub fn max_age(mut self, age: Duration) -> Self {
        self.max_age = Some(age);
        self
    }

    /// How many bytes of a body to read at most.
    #[must_use]
    pub fn body_limit(&self) -> usize {
        self.max_body
    }

    /// Takes a delivery.
    ///
    /// # Errors
    ///
    /// Where it is too long, not signed by Yuno, too old, or no event. [`ReceiveError::status`] is the answer to give.
    pub fn receive(&self, headers: &HeaderMap, body: impl Into<Bytes>) -> Result<Delivery, ReceiveError> {
        self.receive_from(&DeliveryHeaders::from_map(headers), body)
    }

    /// The same for frameworks whose headers are of another type.
    ///
    /// # Errors
    ///
    /// As [`receive`](Receiver::receive).
    pub fn receive_from(
        &self,
        headers: &DeliveryHeaders<'_>,
        body: impl Into<Bytes>,
    ) -> Result<Delivery, ReceiveError> {
        self.receive_at(headers, body.into(), Timestamp::now())
    }

    /// The same at a time of yours, for tests.
    ///
    /// # Errors
    ///
    /// As [`receive`](Receiver::receive).
    pub fn receive_at(
        &self,
        headers: &DeliveryHeaders<'_>,
        body: Bytes,
        now: Timestamp,
    ) -> Result<Delivery, ReceiveError> {
        if body.len() > self.max_body {
            return Err(ReceiveError::TooLong { limit: self.max_body });
        }
        self.verifier.verify_headers(headers, &body).map_err(ReceiveError::Unverified)?;
        let event = Event::parse(&body).map_err(ReceiveError::Unreadable)?;
        if let (Some(limit), Some(age)) = (self.max_age, event.age(now))
            && SignedDuration::try_from(limit).is_ok_and(|limit| age > limit)
        {
            return Err(ReceiveError::Stale { age });
        }
        Ok(Delivery { event, body })
    }
}

/// An event that was verified, with the bytes that it came as.
///
/// Use it as an [`Event`].
#[derive(Clone)]
pub struct Delivery {
    event: Event,
    body: Bytes,
}

impl Delivery {
    /// The body as it came, and as it was signed: what to store.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The event.
    #[must_use]
    pub fn event(&self) -> &Event {
        &self.event
    }

    /// The event and the body.
    #[must_use]
    pub fn into_parts(self) -> (Event, Bytes) {
        (self.event, self.body)
    }
}

impl Deref for Delivery {
    type Target = Event;

    fn deref(&self) -> &Event {
        &self.event
    }
}

/// The event as `Debug` shows it, and the length of the body.
impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Delivery({:?}, {} bytes)", self.event, self.body.len())
    }
}

/// Why a delivery was not taken. The texts are for your log; they hold nothing of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReceiveError {
    /// The body is too long.
    TooLong {
        /// How many bytes are taken.
        limit: usize,
    },
    /// The body broke off.
    Interrupted,
    /// It is not Yuno's, as far as can be told.
    Unverified(VerifyError),
    /// It is Yuno's, and no JSON object.
    Unreadable(DecodeError),
    /// It is older than this receiver takes.
    Stale {
        /// How long ago what it is about last changed.
        age: SignedDuration,
    },
}

impl ReceiveError {
    /// The status to answer: 401 to what is not Yuno's, 400 to what cannot be read.
    ///
    /// Answer without a body. Yuno repeats what is not answered with 200.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unverified(_) => StatusCode::UNAUTHORIZED,
            Self::TooLong { .. } | Self::Interrupted | Self::Unreadable(_) | Self::Stale { .. } => {
                StatusCode::BAD_REQUEST
            }
        }
    }
}

impl fmt::Display for ReceiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(
                f,
                "the body is longer than {limit} bytes; if it is Yuno's, raise the limit with Receiver::max_body"
            ),
            Self::Interrupted => f.write_str("the body broke off before its end"),
            Self::Unverified(error) => fmt::Display::fmt(error, f),
            Self::Unreadable(error) => write!(f, "the body is signed, but no event: {error}"),
            Self::Stale { age } => write!(
                f,
                "the event is about something that last changed {} hours ago, longer than Receiver::max_age allows",
                age.as_hours()
            ),
        }
    }
}

impl std::error::Error for ReceiveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unverified(error) => Some(error),
            Self::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}
