//! What can go wrong with a call, and what it means for the money.
//!
//! | [`ErrorKind`] | what happened | what it means for the money | what to do |
//! |---|---|---|---|
//! | `Configuration` | the client or the call is set up wrongly | nothing was sent | mend what the message names |
//! | `Validation` | the request breaks limits of the API | nothing was sent | mend [`violations`](Error::violations); or [`without_validation`](crate::call::Call::without_validation), if the limit is wrong |
//! | `Connection` | no connection could be made | nothing was sent | call again later |
//! | `Api` | the API refused the request | nothing happened | see [`code`](Error::code) and [`messages`](Error::messages); call again only if [`is_retryable`](Error::is_retryable) |
//! | `KeySpent` | the idempotency key belongs to an earlier request, which failed | no payment exists for the key | decide on a new attempt, with a new key |
//! | `Transport` | a reading call got no answer | nothing: it only reads | call again |
//! | `Decode` | a reading call got an answer that is not what the API sends | nothing: it only reads | call again; report it if it stays |
//! | `Incomplete` | an answer lacks what the next call needs, such as an id ([`MissingField`]) | the next call was not sent; **what was called before stands** | what the message says, mostly: retrieve it again |
//! | `Amount` | an amount cannot be had from what was given ([`MoneyError`]) | the call that was to have it was not sent; what was called before stands | mend the amount |
//! | `OutcomeUnknown` | the request left, and no clear answer came | **it may or may not have happened** | do what [`how_to_find_out`](Error::how_to_find_out) says; never simply call again |
//!
//! A declined payment is no error: it is an answer, with a status that says so.
//!
//! How long a call that creates a payment tries to know before it reports `OutcomeUnknown`, and how to have it reported
//! at once, is in [`retry`](crate::retry#the-minute-after-an-unclear-outcome). `KeySpent` and `Api` after an unclear
//! attempt are reported only when that minute is over and nothing is there; for operations without a lookup that is
//! `OutcomeUnknown`, because an earlier attempt may be what the API refuses this one for.

mod body;
pub(crate) mod scrub;

use std::{borrow::Cow, error::Error as StdError, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use tokio::time::Instant;

use crate::{
    accessors::MissingField,
    money::MoneyError,
    operation::{Idempotency, Operation},
    retry,
    transport::TransportError,
    types::ErrorCode,
    wire::{DecodeError, EncodeError, Violation},
};

/// Why a call gave no answer.
///
/// `Display` and `Debug` show no body, no key and no address, and take card numbers, tokens and e-mail addresses out of
/// the API's messages. What they leave out is there for code that asks: [`messages`](Self::messages),
/// [`body`](Self::body).
///
/// ```
/// # use yuno_api::error::{Error, ErrorKind};
/// # fn log(_: impl std::fmt::Display) {}
/// fn handle(error: Error) {
///     if error.outcome_is_unknown() {
///         // Keep `error.idempotency_key()` with the order, and find out before anything else.
///         log(error.how_to_find_out().unwrap_or_default());
///     } else if error.is_retryable() {
///         // Nothing happened, and a later call may succeed.
///     } else {
///         match error.kind() {
///             ErrorKind::Validation => log(&error),
///             _ => log(&error),
///         }
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

/// What kind of failure an [`Error`] is. The [module](self) says what each means for the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client or the call is set up wrongly. Nothing was sent.
    Configuration,
    /// The request breaks limits of the API. Nothing was sent.
    Validation,
    /// No connection could be made. Nothing was sent.
    Connection,
    /// A reading call got no answer, or not in time.
    Transport,
    /// The API refused the request, or answered a reading call with an error.
    Api,
    /// The idempotency key belongs to an earlier request, which failed before it made anything.
    KeySpent,
    /// A reading call got an answer that is not what the API sends.
    Decode,
    /// An answer lacks what the next call needs ([`MissingField`]). That call was not sent; earlier ones stand.
    Incomplete,
    /// An amount cannot be had from what was given ([`MoneyError`]). The call that was to have it was not sent; earlier
    /// ones stand.
    Amount,
    /// The request left and no clear answer came: it may have happened, or may still.
    OutcomeUnknown,
}

struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    operation: Option<&'static Operation>,
    idempotency_key: Option<String>,
    attempts: u32,
    first_sent: Option<FirstSent>,
    status: Option<StatusCode>,
    code: Option<String>,
    messages: Vec<String>,
    request_id: Option<String>,
    retry_after: Option<Duration>,
    retryable: bool,
    body: Bytes,
    violations: Vec<Violation>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// When a request first left: by the clock on the wall, and by the one that measures. And from when on nothing that left
/// without a clear answer can have an effect any more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FirstSent {
    pub(crate) wall: Timestamp,
    pub(crate) instant: Instant,
    pub(crate) quiet: Instant,
}

impl FirstSent {
    pub(crate) fn now() -> Self {
        let now = Instant::now();
        Self { wall: Timestamp::now(), instant: now, quiet: now }
    }
}

impl Error {
    fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            operation: None,
            idempotency_key: None,
            attempts: 0,
            first_sent: None,
            status: None,
            code: None,
            messages: Vec::new(),
            request_id: None,
            retry_after: None,
            retryable: false,
            body: Bytes::new(),
            violations: Vec::new(),
            source: None,
        }))
    }

    pub(crate) fn configuration(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Configuration, message)
    }

    pub(crate) fn validation(violations: Vec<Violation>) -> Self {
        let mut error = Self::new(ErrorKind::Validation, "the request breaks limits of the API and was not sent");
        error.0.violations = violations;
        error
    }

    pub(crate) fn encode(source: EncodeError) -> Self {
        Self::configuration("the request cannot be written").because(source)
    }

    /// A request that never left.
    pub(crate) fn connection(source: TransportError) -> Self {
        let mut error = Self::new(ErrorKind::Connection, "no connection to the API could be made; nothing was sent");
        error.0.retryable = true;
        error.because(source)
    }

    /// A request that left and got no answer.
    pub(crate) fn transport(source: TransportError) -> Self {
        let mut error = Self::new(
            ErrorKind::Transport,
            if source.is_timeout() { "no answer came in time" } else { "the connection failed before an answer came" },
        );
        error.0.retryable = true;
        error.because(source)
    }

    /// An answer that is not a success.
    pub(crate) fn api(status: StatusCode, headers: &HeaderMap, body: Bytes) -> Self {
        let (code, messages) = body::read(&body);
        let mut error = Self::new(
            ErrorKind::Api,
            if status.is_redirection() {
                "the answer sends us to another address, which is not followed because the keys would go along; \
                 check the endpoint"
            } else if status.is_server_error() {
                "the API failed"
            } else {
                "the API refused the request"
            },
        );
        error.0.status = Some(status);
        error.0.code = code;
        error.0.messages = messages;
        error.0.request_id = request_id(headers).map(str::to_owned);
        error.0.retry_after = retry::retry_after(headers);
        error.0.retryable = status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error();
        error.0.body = body;
        error
    }

    /// A success whose body cannot be read.
    pub(crate) fn decode(source: DecodeError, status: StatusCode, headers: &HeaderMap, body: Bytes) -> Self {
        let mut error = Self::new(ErrorKind::Decode, "the answer is not what the API sends");
        error.0.status = Some(status);
        error.0.request_id = request_id(headers).map(str::to_owned);
        error.0.retryable = true;
        error.0.body = body;
        error.because(source)
    }

    /// The body of an answer that answers the question, but not in a way that can be judged.
    pub(crate) fn unreadable(message: &'static str, status: StatusCode, headers: &HeaderMap, body: Bytes) -> Self {
        let mut error = Self::new(ErrorKind::Decode, message);
        error.0.status = Some(status);
        error.0.request_id = request_id(headers).map(str::to_owned);
        error.0.body = body;
        error
    }

    /// The idempotency key was used before. `looked_up` says that no payment was found since.
    pub(crate) fn spent(mut self, looked_up: bool) -> Self {
        self.0.kind = ErrorKind::KeySpent;
        self.0.retryable = false;
        self.0.message = Cow::Borrowed(if looked_up {
            "the idempotency key is spent, and looking it up shows that nothing was made; a new attempt needs a new key"
        } else {
            "the idempotency key is spent: an earlier request with it failed before it made anything; \
             a new attempt needs a new key"
        });
        self
    }

    /// Nobody knows whether it happened. `self` is the last failure.
    pub(crate) fn into_outcome_unknown(self) -> Self {
        let mut error = Self::new(
            ErrorKind::OutcomeUnknown,
            "whether it happened is unknown, because a request left and no clear answer came",
        );
        error.0.operation = self.0.operation;
        error.0.status = self.0.status;
        error.0.code.clone_from(&self.0.code);
        error.0.messages.clone_from(&self.0.messages);
        error.0.request_id.clone_from(&self.0.request_id);
        error.0.retry_after = self.0.retry_after;
        error.0.body = self.0.body.clone();
        error.because(self)
    }

    fn because(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }

    pub(crate) fn with_source(self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.because(source)
    }

    /// Says of which operation the error is.
    pub(crate) fn of(mut self, operation: &'static Operation) -> Self {
        self.0.operation = Some(operation);
        self
    }

    /// Says of which call the error is: what a caller needs to find out, or to go on.
    pub(crate) fn within(
        mut self,
        operation: &'static Operation,
        key: Option<&str>,
        attempts: u32,
        first_sent: Option<FirstSent>,
    ) -> Self {
        self.0.operation = Some(operation);
        self.0.idempotency_key = key.map(str::to_owned);
        self.0.attempts = attempts;
        self.0.first_sent = first_sent;
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether the request may have had its effect all the same. Then find out before anything else: see
    /// [`how_to_find_out`](Self::how_to_find_out).
    #[must_use]
    pub fn outcome_is_unknown(&self) -> bool {
        self.0.kind == ErrorKind::OutcomeUnknown
    }

    /// Whether making the call anew, later, is safe and may succeed.
    ///
    /// Never true while the outcome is unknown: a new call has a new idempotency key, and would act again.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable && !self.outcome_is_unknown()
    }

    /// Whether the last failure was that no answer came in time.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        let mut source = self.source();
        while let Some(error) = source {
            if let Some(error) = error.downcast_ref::<TransportError>() {
                return error.is_timeout();
            }
            source = error.source();
        }
        false
    }

    /// The API's code. One that this version does not know is there too, as `Unrecognized`.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.code_str().map(ErrorCode::from)
    }

    /// The API's code as text, such as `INVALID_REQUEST`.
    #[must_use]
    pub fn code_str(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// The API's messages, word for word. They may repeat what was sent; `Display` shows them scrubbed.
    #[must_use]
    pub fn messages(&self) -> &[String] {
        &self.0.messages
    }

    /// Every limit that the request breaks.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    /// The operation, such as `payments.create`.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.id)
    }

    /// The idempotency key that the call carried.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.idempotency_key.as_deref()
    }

    /// The name under which the API knows the last exchange. Quote it to Yuno's support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The HTTP status of the last answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.status
    }

    /// How long the API asked to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How often the request was sent, or tried to be.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The body of the last answer, as it came. It may hold card data: keep it out of logs.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// Where the outcome is unknown: what to call to find out.
    #[must_use]
    pub fn how_to_find_out(&self) -> Option<String> {
        if !self.outcome_is_unknown() {
            return None;
        }
        let operation = self.0.operation?;
        Some(match operation.idempotency {
            Idempotency::Lookup { operation: lookup, field } => format!(
                "call `{}` with the same {field}; if nothing is there after a minute, repeat this call with \
                 `.resume(&error)`, which keeps the idempotency key and looks again before it sends anything",
                lookup.id
            ),
            Idempotency::Key => format!(
                "wait for a minute, retrieve what `{}` acts on and see whether it took effect; or repeat this call \
                 with `.resume(&error)`, which keeps the idempotency key",
                operation.id
            ),
            Idempotency::Natural => "repeat this call: a repeat has no further effect".to_owned(),
            Idempotency::None => format!(
                "wait for a minute, retrieve what `{}` acts on and see whether it took effect; do not repeat the call \
                 before that, because a repeat may act twice",
                operation.id
            ),
        })
    }

    pub(crate) fn first_sent(&self) -> Option<FirstSent> {
        self.0.first_sent
    }

    pub(crate) fn operation_of(&self) -> Option<&'static Operation> {
        self.0.operation
    }

    /// A word for metrics and traces: the API's code where it looks like one, the status, or the kind.
    #[cfg_attr(not(feature = "tracing"), allow(dead_code))]
    pub(crate) fn label(&self) -> String {
        match (&self.0.code, self.0.status) {
            (Some(code), _) if is_plain_code(code) => code.clone(),
            (_, Some(status)) => status.as_str().to_owned(),
            _ if self.is_timeout() => "timeout".to_owned(),
            _ => match self.0.kind {
                ErrorKind::Configuration => "configuration",
                ErrorKind::Validation => "validation",
                ErrorKind::Connection => "connection",
                ErrorKind::Transport => "transport",
                ErrorKind::Api => "api",
                ErrorKind::KeySpent => "key_spent",
                ErrorKind::Decode => "decode",
                ErrorKind::Incomplete => "incomplete",
                ErrorKind::Amount => "amount",
                ErrorKind::OutcomeUnknown => "outcome_unknown",
            }
            .to_owned(),
        }
    }

    /// The code as people may see it. A member of that name may be something else: a payment link has its own.
    fn shown_code(&self) -> Option<Cow<'_, str>> {
        self.0.code.as_deref().map(|code| match code {
            code if is_plain_code(code) => Cow::Borrowed(code),
            code if code.contains(|c: char| c.is_numeric()) => Cow::Borrowed("[not shown]"),
            code => Cow::Owned(scrub::line(code, 60)),
        })
    }
}

/// So that `?` carries both a call's failure and what keeps the next call from being made. The text is the
/// [`MissingField`]'s.
impl From<MissingField> for Error {
    fn from(missing: MissingField) -> Self {
        Self::new(ErrorKind::Incomplete, missing.to_string())
    }
}

/// The same for amounts. The text is the [`MoneyError`]'s.
impl From<MoneyError> for Error {
    fn from(error: MoneyError) -> Self {
        Self::new(ErrorKind::Amount, error.to_string())
    }
}

/// Whether a code is a word of the API's, and not something that merely stands in its place.
fn is_plain_code(code: &str) -> bool {
    code.len() <= 64
        && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
        && code.bytes().filter(u8::is_ascii_digit).count() < 8
}

/// The name that the API, or what stands before it, gave to an exchange.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    ["x-request-id", "request-id", "x-correlation-id", "x-trace-id", "x-amzn-requestid", "cf-ray"]
        .into_iter()
        .filter_map(|name| headers.get(name)?.to_str().ok())
        .find(|id| !id.is_empty() && id.len() <= 128)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        if let Some(operation) = inner.operation {
            write!(f, "{}: ", operation.id)?;
        }
        f.write_str(&inner.message)?;
        for (index, violation) in inner.violations.iter().enumerate() {
            write!(f, "{} {violation}", if index == 0 { ":" } else { ";" })?;
        }
        if inner.kind == ErrorKind::OutcomeUnknown {
            if let Some(advice) = self.how_to_find_out() {
                write!(f, ". To find out, {advice}")?;
            }
            if let Some(key) = &inner.idempotency_key {
                write!(f, " (idempotency key {key})")?;
            }
            return Ok(());
        }
        if let Some(status) = inner.status {
            write!(f, " ({}", status.as_u16())?;
            if let Some(code) = self.shown_code() {
                write!(f, " {code}")?;
            }
            f.write_str(")")?;
            let messages = inner.messages.iter().take(3);
            for (index, message) in messages.enumerate() {
                write!(f, "{} {}", if index == 0 { ":" } else { ";" }, scrub::line(message, 200))?;
            }
            if inner.messages.is_empty() && inner.code.is_none() && !status.is_success() {
                write!(f, ": it came with {}", body::describe(&inner.body))?;
            }
        }
        if let Some(id) = &inner.request_id {
            write!(f, " [request {}]", shown_id(id))?;
        }
        Ok(())
    }
}

/// A request's id as it may be printed: it is a header of foreign origin.
fn shown_id(id: &str) -> &str {
    if id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':' | b'=')) {
        id
    } else {
        "of an unusual form"
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        let mut out = f.debug_struct("Error");
        out.field("kind", &inner.kind).field("message", &inner.message);
        if let Some(operation) = inner.operation {
            out.field("operation", &operation.id);
        }
        if let Some(status) = inner.status {
            out.field("status", &status.as_u16());
        }
        if let Some(code) = self.shown_code() {
            out.field("code", &code);
        }
        if !inner.messages.is_empty() {
            let messages: Vec<_> = inner.messages.iter().take(3).map(|message| scrub::line(message, 200)).collect();
            out.field("messages", &messages);
        }
        if !inner.violations.is_empty() {
            out.field("violations", &inner.violations);
        }
        if let Some(id) = &inner.request_id {
            out.field("request_id", &shown_id(id));
        }
        if let Some(key) = &inner.idempotency_key {
            out.field("idempotency_key", key);
        }
        if let Some(wait) = inner.retry_after {
            out.field("retry_after", &wait);
        }
        if inner.attempts > 0 {
            out.field("attempts", &inner.attempts);
        }
        if !inner.body.is_empty() {
            out.field("body", &format_args!("<{} bytes>", inner.body.len()));
        }
        if let Some(source) = &inner.source {
            // By `Display`, and scrubbed: a middleware's error may hold anything.
            out.field("source", &scrub::line(&source.to_string(), 300));
        }
        out.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

#[cfg(test)]
mod tests;
