//! An answer: the value, and what came with it.

use std::{
    any::Any,
    fmt,
    ops::{Deref, DerefMut},
};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::{
    client::engine::Answer,
    error::{Error, request_id},
    operation::Operation,
};

/// An answer of the API: it reads like the value it holds, and knows what came with it.
///
/// `Debug` shows the value (whose `Debug` hides what is sensitive), and never the body.
pub struct Response<T> {
    value: T,
    meta: Box<Meta>,
}

/// What came with an answer.
#[derive(Clone)]
pub(crate) struct Meta {
    pub(crate) operation: &'static Operation,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) attempts: u32,
    pub(crate) found_by_lookup: bool,
}

impl<T> Response<T> {
    /// The value itself.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The HTTP status. Where the answer was [found by looking it up](Self::found_by_lookup), it is the lookup's.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.meta.status
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.meta.headers
    }

    /// The name under which the API knows the exchange. Quote it to Yuno's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.meta.headers)
    }

    /// The body, byte for byte. It may hold card data and tokens: keep it out of logs.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.meta.body
    }

    /// The idempotency key that the request carried.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.meta.idempotency_key.as_deref()
    }

    /// How often the request was sent, or tried to be.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.meta.attempts
    }

    /// Whether an attempt had no clear answer, and this one was found by looking up what it had made.
    #[must_use]
    pub fn found_by_lookup(&self) -> bool {
        self.meta.found_by_lookup
    }

    /// The operation, such as `payments.create`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.meta.operation.id
    }

    /// The same answer with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response { value: change(self.value), meta: self.meta }
    }
}

impl<T: 'static> Response<T> {
    pub(crate) fn of(answer: Answer) -> Result<Self, Error> {
        let Answer { value, meta } = answer;
        let value: Box<dyn Any> = value;
        match value.downcast::<T>() {
            Ok(value) => Ok(Self { value: *value, meta: Box::new(meta) }),
            // The decoder was chosen by the same type, so this is never reached; but it is not worth a panic.
            Err(_) => {
                Err(Error::configuration("the answer was read as another type than the call's").of(meta.operation))
            }
        }
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T> AsRef<T> for Response<T> {
    fn as_ref(&self) -> &T {
        &self.value
    }
}

impl<T: Clone> Clone for Response<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), meta: self.meta.clone() }
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("operation", &self.meta.operation.id)
            .field("status", &self.meta.status.as_u16())
            .field("attempts", &self.meta.attempts)
            .field("found_by_lookup", &self.meta.found_by_lookup)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
