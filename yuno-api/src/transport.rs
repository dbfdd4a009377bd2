//! Between a call and the network: see and change requests, answer without a network, watch what happens.
//!
//! A [`Middleware`] stands around every exchange. A [`Transport`] takes the network's place, so that the tests of your
//! code need no server:
//!
//! ```
//! use http::StatusCode;
//! use yuno_api::{
//!     client::Client,
//!     transport::{HttpRequest, HttpResponse},
//! };
//!
//! # fn main() -> Result<(), yuno_api::error::Error> {
//! let yuno = Client::builder()
//!     .keys("sandbox_test", "test")
//!     .transport(|request: HttpRequest| match (request.operation().id, request.path()) {
//!         ("payments.create", _) => Ok(HttpResponse::json(StatusCode::CREATED, r#"{"status": "SUCCEEDED"}"#)),
//!         _ => Ok(HttpResponse::json(StatusCode::NOT_FOUND, r#"{"code": "NOT_FOUND", "messages": []}"#)),
//!     })
//!     .build()?;
//! # Ok(())
//! # }
//! ```

use std::{error::Error as StdError, fmt, future::Future, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use reqwest::Url;

use crate::{
    error::Error,
    operation::{Method, Operation},
    retry::RetryReason,
};

/// A future on the heap, so that traits with asynchronous methods can stand behind `dyn`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries one request to the API and brings the answer.
///
/// Any function from a request to an answer is one. To answer later, implement the trait.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request and reads the whole answer.
    ///
    /// The future is dropped when the caller gives up; then nothing may be left behind. The client itself sees to the
    /// time limit, repeats and redirects.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;
}

impl<F> Transport for F
where
    F: Fn(HttpRequest) -> Result<HttpResponse, TransportError> + Send + Sync + 'static,
{
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let answer = self(request);
        Box::pin(async move { answer })
    }
}

/// Stands between the client and the transport, around every exchange: each attempt, and each looking up.
///
/// ```
/// use http::HeaderValue;
/// use yuno_api::transport::{BoxFuture, HttpRequest, HttpResponse, Middleware, Next, TransportError};
///
/// /// Tells our gateway which service asks.
/// struct Caller;
///
/// impl Middleware for Caller {
///     fn handle<'a>(
///         &'a self,
///         mut request: HttpRequest,
///         next: Next<'a>,
///     ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
///         request.headers_mut().insert("x-caller", HeaderValue::from_static("shop"));
///         next.run(request)
///     }
/// }
/// ```
///
/// A middleware must not send a request twice: only the client knows when that is safe.
pub trait Middleware: Send + Sync + 'static {
    /// Answers, or passes the request on with [`Next::run`].
    fn handle<'a>(
        &'a self,
        request: HttpRequest,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>>;
}

/// What comes after a middleware: the next one, and in the end the transport.
pub struct Next<'a> {
    chain: &'a [Arc<dyn Middleware>],
    transport: &'a dyn Transport,
}

impl<'a> Next<'a> {
    pub(crate) fn new(chain: &'a [Arc<dyn Middleware>], transport: &'a dyn Transport) -> Self {
        Self { chain, transport }
    }

    /// Passes the request on.
    #[must_use]
    pub fn run(self, request: HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        match self.chain.split_first() {
            Some((first, rest)) => first.handle(request, Next { chain: rest, transport: self.transport }),
            None => self.transport.send(request),
        }
    }
}

impl fmt::Debug for Next<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Next({} more middlewares)", self.chain.len())
    }
}

/// A request on its way.
///
/// `Debug` shows operation, route and size: the address holds ids, the headers hold the keys, the body may hold card
/// data.
pub struct HttpRequest {
    operation: &'static Operation,
    attempt: u32,
    url: Url,
    headers: HeaderMap,
    body: Option<Bytes>,
}

impl HttpRequest {
    pub(crate) fn new(
        operation: &'static Operation,
        attempt: u32,
        url: Url,
        headers: HeaderMap,
        body: Option<Bytes>,
    ) -> Self {
        Self { operation, attempt, url, headers, body }
    }

    /// The operation. While a payment is looked up before a repeat, it is the one that looks.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Which attempt it is, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.operation.method
    }

    /// The whole address. It cannot be changed: the keys go only where the client was told to send them.
    #[must_use]
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The address from the first slash on, without the query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// The first value that the query has for a name.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<String> {
        self.url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    /// The headers, the keys among them.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The headers, to change them.
    #[must_use]
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The text of a header, where it has it and it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body, empty where there is none.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.body.as_deref().unwrap_or_default()
    }

    /// Sends another body.
    pub fn set_body(&mut self, body: impl Into<Bytes>) {
        self.body = Some(body.into());
    }

    pub(crate) fn into_reqwest(self) -> reqwest::Request {
        let mut request = reqwest::Request::new(self.operation.method.into(), self.url);
        *request.headers_mut() = self.headers;
        *request.body_mut() = self.body.map(reqwest::Body::from);
        request
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "HttpRequest({} {}, attempt {}, {} bytes)",
            self.operation.method,
            self.operation.path,
            self.attempt,
            self.body().len()
        )
    }
}

/// An answer, read to its end. `Debug` shows status and size.
#[derive(Clone)]
pub struct HttpResponse {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl HttpResponse {
    /// An answer without headers.
    #[must_use]
    pub fn new(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.into() }
    }

    /// An answer of JSON text.
    #[must_use]
    pub fn json(status: StatusCode, body: impl Into<Bytes>) -> Self {
        Self::new(status, body).with_header(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))
    }

    /// With one more header.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.append(name, value);
        self
    }

    pub(crate) fn from_parts(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self { status, headers, body }
    }

    pub(crate) fn into_parts(self) -> (StatusCode, HeaderMap, Bytes) {
        (self.status, self.headers, self.body)
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpResponse({}, {} bytes)", self.status.as_u16(), self.body.len())
    }
}

/// Why no answer came, and, what matters most, whether the request had left.
///
/// Its text is its source's. Neither shows the address or the body.
#[derive(Debug)]
pub struct TransportError {
    never_sent: bool,
    timeout: bool,
    source: Box<dyn StdError + Send + Sync>,
}

impl TransportError {
    /// Not one byte of the request left. Only say so where it is certain: the request will be sent again.
    #[must_use]
    pub fn never_sent(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { never_sent: true, timeout: false, source: source.into() }
    }

    /// The request left, or may have.
    #[must_use]
    pub fn unclear(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { never_sent: false, timeout: false, source: source.into() }
    }

    /// The request left, and no answer came in time.
    #[must_use]
    pub fn timed_out(after: Duration) -> Self {
        Self {
            never_sent: false,
            timeout: true,
            source: format!("no answer within {} seconds", after.as_secs_f64()).into(),
        }
    }

    pub(crate) fn from_reqwest(error: reqwest::Error) -> Self {
        let (never_sent, timeout) = (error.is_connect() || error.is_builder(), error.is_timeout());
        // The address holds ids, and a lookup's query an order id.
        Self { never_sent, timeout, source: Box::new(error.without_url()) }
    }

    /// Whether it is certain that not one byte of the request left.
    #[must_use]
    pub fn was_never_sent(&self) -> bool {
        self.never_sent
    }

    /// Whether time ran out.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timeout
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.source, f)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.source()
    }
}

/// Is told what happens, for metrics. All methods do nothing unless written.
///
/// They are called in the middle of a call: be quick, and do not block. Nothing that they are told holds a key, a body
/// or an id beyond the request's own.
pub trait Observer: Send + Sync + 'static {
    /// One exchange ended.
    fn exchange(&self, _exchange: &Exchange<'_>) {}
    /// A request is about to be repeated.
    fn retry(&self, _repeat: &Repeat<'_>) {}
    /// A call ended. It is not told of calls that were dropped before.
    fn call(&self, _call: &Finished<'_>) {}
}

/// One request and what came of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Exchange<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// Which attempt it was, from 1.
    pub attempt: u32,
    /// How long it took.
    pub duration: Duration,
    /// The status, where an answer came.
    pub status: Option<StatusCode>,
    /// Why none came.
    pub error: Option<&'a TransportError>,
}

/// A request that is about to be sent again.
#[derive(Debug)]
#[non_exhaustive]
pub struct Repeat<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// Which attempt failed, from 1.
    pub attempt: u32,
    /// Why it is repeated.
    pub reason: RetryReason,
    /// How long the wait is. A payment that is found meanwhile ends it, and then nothing is repeated.
    pub delay: Duration,
    /// What failed.
    pub error: &'a Error,
}

/// A call that ended.
#[derive(Debug)]
#[non_exhaustive]
pub struct Finished<'a> {
    /// The operation.
    pub operation: &'static Operation,
    /// How often the request was sent, or tried to be.
    pub attempts: u32,
    /// How long the call took, waits included.
    pub duration: Duration,
    /// The status of the answer.
    pub status: Option<StatusCode>,
    /// Whether the answer was found by looking it up.
    pub found_by_lookup: bool,
    /// Why there is no answer.
    pub error: Option<&'a Error>,
}

#[cfg(test)]
mod tests;
