//! A call: what is asked, with which options, before anything is sent.

use std::{
    any::Any,
    fmt,
    future::{Future, IntoFuture},
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    client::{
        Client,
        engine::{self, Answer},
    },
    error::{Error, FirstSent},
    operation::{Idempotency, Operation},
    response::Response,
    retry::RetryPolicy,
    trace,
    transport::BoxFuture,
    wire::{self, Decode, DecodeError, Encode, Json, PathText, QueryText, Violation},
};

/// What can be said for one call, or for each call of a handle.
#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) account_code: Option<String>,
    pub(crate) without_validation: bool,
    pub(crate) policy: Option<Arc<dyn RetryPolicy>>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("idempotency_key", &self.idempotency_key)
            .field("without_validation", &self.without_validation)
            .finish_non_exhaustive()
    }
}

/// The options, as methods of whatever holds them in `options`: handles and calls have the same.
macro_rules! option_methods {
    () => {
        /// How long one exchange may take, instead of the client's limit
        /// ([`ClientBuilder::timeout`](crate::client::ClientBuilder::timeout)).
        pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
            self.options.timeout = Some(timeout);
            self
        }

        /// How long the call may take with its repeats, instead of the client's limit
        /// ([`ClientBuilder::total_timeout`](crate::client::ClientBuilder::total_timeout)).
        pub fn total_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.options.total_timeout = Some(timeout);
            self
        }

        /// The idempotency key, instead of one made for the call: up to 64 visible characters, best a UUID.
        ///
        /// **One key is for one request.** To a second one with the same key the API gives the first one's answer,
        /// whatever its body says.
        pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
            self.options.idempotency_key = Some(key.into());
            self
        }

        /// The account code (`X-Account-Code`), instead of the client's.
        pub fn account_code(mut self, code: impl Into<String>) -> Self {
            self.options.account_code = Some(code.into());
            self
        }

        /// Sends the request even if it breaks a limit that this crate knows of.
        pub fn without_validation(mut self) -> Self {
            self.options.without_validation = true;
            self
        }

        /// Whether and when a failed request is sent again, instead of the client's policy.
        pub fn retry(mut self, policy: impl $crate::retry::RetryPolicy) -> Self {
            self.options.policy = Some(std::sync::Arc::new(policy));
            self
        }
    };
}
pub(crate) use option_methods;

/// Puts a call together: the values of its route, its query, its body. Begun by [`Client::call`].
#[must_use = "a call does nothing until it is built and awaited"]
pub struct CallBuilder {
    request: Request,
    path: String,
    query: String,
}

/// A call's request, independent of the type of its answer.
pub(crate) struct Request {
    pub(crate) client: Client,
    pub(crate) operation: &'static Operation,
    /// The route with its values, and the query.
    pub(crate) target: String,
    pub(crate) body: Option<Bytes>,
    /// What the request can be looked up by.
    pub(crate) lookup_value: Option<String>,
    pub(crate) violations: Vec<Violation>,
    /// Why it cannot be sent, whatever else there is.
    pub(crate) problem: Option<Error>,
    pub(crate) options: Options,
    /// Where it goes on with an earlier call whose outcome is unknown: when that one was first sent.
    pub(crate) resumed: Option<FirstSent>,
}

/// All but what RFC 3986 lets stand anywhere.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A value as it may stand in a path or a query.
pub(crate) fn escape(value: &str) -> String {
    utf8_percent_encode(value, ESCAPED).to_string()
}

impl CallBuilder {
    pub(crate) fn new(client: Client, operation: &'static Operation, options: Options) -> Self {
        Self {
            request: Request {
                client,
                operation,
                target: String::new(),
                body: None,
                lookup_value: None,
                violations: Vec::new(),
                problem: None,
                options,
                resumed: None,
            },
            path: operation.path.to_owned(),
            query: String::new(),
        }
    }

    /// The value of a parameter of the route.
    pub fn path<T: PathText + ?Sized>(mut self, name: &str, value: &T) -> Self {
        self.put_path(name, value.path_text());
        self
    }

    fn put_path(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            self.refuse(format!("{name} is empty, which would call another route"));
        } else if value == "." || value == ".." {
            // Even escaped, these two are steps of a path, not names in it.
            self.refuse(format!("{name} is a dot path, which would call another route"));
        } else {
            let place = self
                .path
                .match_indices('{')
                .map(|(at, _)| at)
                .find(|&at| self.path[at + 1..].strip_prefix(name).is_some_and(|rest| rest.starts_with('}')));
            if let Some(at) = place {
                self.path.replace_range(at..at + name.len() + 2, &escape(value));
            }
        }
    }

    /// A parameter of the query, where it has a value.
    pub fn query<T: QueryText + ?Sized>(mut self, name: &str, value: Option<&T>) -> Self {
        if let Some(value) = value {
            self.put_query(name, &value.query_text());
        }
        self
    }

    fn put_query(&mut self, name: &str, value: &str) {
        self.query.push(if self.query.is_empty() { '?' } else { '&' });
        self.query.extend(utf8_percent_encode(name, ESCAPED));
        self.query.push('=');
        self.query.extend(utf8_percent_encode(value, ESCAPED));
    }

    /// The body, held against the API's limits.
    pub fn body(mut self, body: &dyn Encode) -> Self {
        if let Idempotency::Lookup { field, .. } = self.request.operation.idempotency {
            self.request.lookup_value = wire::text_at(body, field);
        }
        if self.request.client.0.validate && !self.request.options.without_validation {
            self.request.violations = wire::validate(body);
        }
        match wire::encode(body) {
            Ok(bytes) => self.put_body(bytes),
            Err(error) => self.request.problem = Some(Error::encode(error)),
        }
        self
    }

    /// A body of any JSON, for operations that this crate has no types for. It is sent as it is.
    pub fn json(mut self, body: &Json) -> Self {
        if let Idempotency::Lookup { field, .. } = self.request.operation.idempotency {
            let value = body.parse::<serde_json::Value>().ok();
            self.request.lookup_value = value.and_then(|value| value.get(field)?.as_str().map(str::to_owned));
        }
        self.put_body(body.get().as_bytes().to_vec());
        self
    }

    fn put_body(&mut self, bytes: Vec<u8>) {
        // It may hold card data, so it clears itself.
        self.request.body = Some(Bytes::from_owner(Zeroizing::new(bytes)));
    }

    fn refuse(&mut self, why: String) {
        self.request.problem.get_or_insert_with(|| Error::configuration(why));
    }

    /// The call, with the type of its answer.
    pub fn build<T: Decode + Send + 'static>(self) -> Call<T> {
        let (request, options) = self.finish();
        Call { request, options, answer: PhantomData }
    }

    /// All of it that does not depend on the answer's type.
    #[inline(never)]
    fn finish(mut self) -> (Request, Options) {
        if self.request.problem.is_none()
            && let Some(open) = self.path.find('{')
        {
            let name = self.path[open..].trim_start_matches('{').split('}').next().unwrap_or_default().to_owned();
            self.refuse(format!("the parameter {name} of the route has no value"));
        }
        self.request.target = self.path;
        self.request.target.push_str(&self.query);
        let options = std::mem::take(&mut self.request.options);
        (self.request, options)
    }
}

impl fmt::Debug for CallBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CallBuilder({})", self.request.operation.id)
    }
}

/// A call that has not begun. Nothing is sent until it is awaited.
///
/// ```no_run
/// # async fn call(call: yuno_api::call::Call<()>) -> Result<(), yuno_api::error::Error> {
/// use std::time::Duration;
///
/// let response = call.timeout(Duration::from_secs(70)).await?;
/// # Ok(())
/// # }
/// ```
///
/// Dropping the future ends the call and leaves nothing behind in this process. What the API does with a request that
/// has already left is another matter: a call that may have been cut off has an unknown outcome. Rather than dropping
/// it, give it a [`total_timeout`](Self::total_timeout): the error then holds the idempotency key.
#[must_use = "a call does nothing until it is awaited"]
pub struct Call<T> {
    request: Request,
    options: Options,
    answer: PhantomData<fn() -> T>,
}

impl<T> Call<T> {
    option_methods!();

    /// Goes on with an earlier call of the same request whose outcome is unknown: **with the same idempotency key**,
    /// and after looking up what that one made, where it can be looked up.
    ///
    /// Where it is to be looked up, nothing is sent within
    /// [the minute](crate::retry#the-minute-after-an-unclear-outcome) in which the earlier request may still have its
    /// effect. Until then the call looks, or says again that the outcome is unknown where its
    /// [`total_timeout`](Self::total_timeout) is too short for that.
    ///
    /// ```no_run
    /// # use yuno_api::{call::Call, error::Error};
    /// # async fn pay(call: impl Fn() -> Call<()>) -> Result<(), Error> {
    /// let response = match call().await {
    ///     Err(error) if error.outcome_is_unknown() => call().resume(&error).await?,
    ///     other => other?,
    /// };
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// An operation that has no key and no lookup cannot be gone on with: the call then fails without sending anything.
    pub fn resume(mut self, error: &Error) -> Self {
        let operation = self.request.operation;
        if error.operation_of().is_none_or(|other| other.id != operation.id) {
            return self.refuse(format!("the error to go on from is not one of {}", operation.id));
        }
        if error.outcome_is_unknown() {
            if matches!(operation.idempotency, Idempotency::None) {
                return self.refuse(format!(
                    "{} has nothing that makes a repeat safe; find out whether it took effect, and if it did not, use \
                     `retry_as_new_attempt`",
                    operation.id
                ));
            }
            self.request.resumed = error.first_sent();
        }
        if let Some(key) = error.idempotency_key() {
            self.options.idempotency_key = Some(key.to_owned());
        }
        self
    }

    /// Tries anew **with a new idempotency key, even though the outcome of the earlier call may be unknown.**
    ///
    /// This is the one way in which this crate sends a request again that may act a second time. Use it only after
    /// [`how_to_find_out`](Error::how_to_find_out) has shown that the first one did not take effect, or after
    /// [`KeySpent`](crate::error::ErrorKind::KeySpent). Everywhere else use [`resume`](Self::resume).
    pub fn retry_as_new_attempt(mut self, error: &Error) -> Self {
        if error.outcome_is_unknown() {
            trace::tried_anew(self.request.operation);
        }
        self.request.resumed = None;
        self.options.idempotency_key = Some(Uuid::new_v4().to_string());
        self
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn operation(&self) -> &'static Operation {
        self.request.operation
    }

    fn refuse(mut self, why: String) -> Self {
        self.request.problem.get_or_insert_with(|| Error::configuration(why));
        self
    }
}

impl<T: Decode + Send + 'static> Call<T> {
    fn start(mut self) -> CallFuture<T> {
        self.request.options = self.options;
        CallFuture { inner: engine::execute(self.request, decode::<T>), answer: PhantomData }
    }
}

/// Reads an answer into a value whose type the engine does not know: so the engine is compiled once, not for each type.
fn decode<T: Decode + Send + 'static>(body: &[u8]) -> Result<Box<dyn Any + Send>, DecodeError> {
    T::decode(body).map(|value| Box::new(value) as Box<dyn Any + Send>)
}

impl<T: Decode + Send + 'static> IntoFuture for Call<T> {
    type Output = Result<Response<T>, Error>;
    type IntoFuture = CallFuture<T>;

    fn into_future(self) -> CallFuture<T> {
        self.start()
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &self.request.operation.id)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}

/// A call under way.
#[must_use = "a call does nothing until it is awaited"]
pub struct CallFuture<T> {
    inner: BoxFuture<'static, Result<Answer, Error>>,
    answer: PhantomData<fn() -> T>,
}

impl<T: 'static> Future for CallFuture<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.inner.as_mut().poll(context).map(|result| result.and_then(Response::of))
    }
}

impl<T> fmt::Debug for CallFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallFuture")
    }
}

#[cfg(test)]
mod tests;
