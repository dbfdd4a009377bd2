//! What happens when a call is awaited: sending, judging, waiting, looking up, sending again.
//!
//! It knows nothing of the answer's type (that is behind [`Decoder`]), so it is compiled once. One rule runs through
//! it: from the moment a writing request may have left without a clear answer, the call is **in doubt**, and it stays
//! in doubt until an answer to the same request comes, or a lookup has told. A call that ends in doubt ends as
//! `OutcomeUnknown`, whatever its last failure was.
//!
//! A lookup that finds nothing tells little while the API may still be at work on what was sent. So where the key alone
//! does not make a repeat safe, the request is sent again only once it is **quiet**: when no request that has left can
//! have an effect any more, and a lookup after that has found nothing.

mod doubt;

use std::{
    any::Any,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use reqwest::Url;
use tokio::time::{self, Instant};
use uuid::Uuid;

use self::doubt::LookedUp;
use super::{Client, builder::header_value};
use crate::{
    call::Request,
    error::{Error, FirstSent},
    operation::{Idempotency, Operation},
    response::Meta,
    retry::{Retry, RetryPolicy, RetryReason},
    trace::{self, CallSpan},
    transport::{BoxFuture, Exchange, Finished, HttpRequest, HttpResponse, Next, Repeat, TransportError},
    wire::DecodeError,
};

/// Reads a body into a value of a type that only the caller knows.
pub(crate) type Decoder = fn(&[u8]) -> Result<Box<dyn Any + Send>, DecodeError>;

/// A value, and what came with it.
pub(crate) struct Answer {
    pub(crate) value: Box<dyn Any + Send>,
    pub(crate) meta: Meta,
}

const ACCOUNT_CODE: HeaderName = HeaderName::from_static("x-account-code");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("x-idempotency-key");

/// Makes a call. Nothing happens until the future is polled.
pub(crate) fn execute(request: Request, decode: Decoder) -> BoxFuture<'static, Result<Answer, Error>> {
    Box::pin(async move {
        let span = CallSpan::new(&request);
        let operation = request.operation;
        let inside = span.clone();
        span.around(async move {
            let mut run = Run::prepare(request, decode).map_err(|error| error.of(operation))?;
            let result = run.run().await;
            run.finish(result, &inside)
        })
        .await
    })
}

/// A call under way.
struct Run {
    client: Client,
    operation: &'static Operation,
    url: Url,
    account_code: Option<HeaderValue>,
    key_header: Option<HeaderValue>,
    body: Option<Bytes>,
    key: Option<String>,
    lookup: Option<Lookup>,
    decode: Decoder,
    policy: Arc<dyn RetryPolicy>,
    timeout: Duration,
    started: Instant,
    deadline: Instant,
    /// How often the request was sent, or tried to be.
    attempts: u32,
    /// Of these, those that ended because the API was still at work on an earlier one.
    in_process: u32,
    /// When the request may have left for the first time.
    first_sent: FirstSent,
    /// When the last attempt began.
    began: Instant,
    /// Whether a request may have had its effect without our knowing.
    in_doubt: bool,
}

/// How to look up what an earlier attempt made.
struct Lookup {
    operation: &'static Operation,
    url: Url,
    field: &'static str,
    value: String,
}

/// What one exchange means.
enum Verdict {
    Done(Answer),
    /// Nothing left, or the API did not begin with it: repeating is safe for every operation.
    Again(RetryReason, Error),
    /// It may have happened.
    Unclear(Error),
    /// The API is at work on an earlier request with the same key.
    InProcess(Error),
    /// The key belongs to an earlier request.
    Spent(Error),
    Refused(Error),
}

impl Run {
    /// Everything that can be wrong with a call before it is sent.
    fn prepare(request: Request, decode: Decoder) -> Result<Self, Error> {
        let Request { client, operation, target, body, lookup_value, violations, problem, options, resumed } = request;
        if let Some(problem) = problem {
            return Err(problem);
        }
        if !violations.is_empty() && !options.without_validation {
            return Err(Error::validation(violations));
        }
        let shared = &client.0;
        let key = match options.idempotency_key {
            Some(key) => Some(checked_key(key)?),
            None => operation.takes_key().then(|| Uuid::new_v4().to_string()),
        };
        let account_code = match options.account_code {
            Some(code) => Some(header_value(&code, "account code")?),
            None => shared.account_code.clone().filter(|_| operation.account_code),
        };
        let lookup = match operation.idempotency {
            Idempotency::Lookup { operation, field } => match lookup_value.filter(|value| !value.trim().is_empty()) {
                Some(value) => {
                    let target = lookup_target(operation, field, &value);
                    let url = address(&client, &target)?;
                    Some(Lookup { operation, url, field, value })
                }
                None if resumed.is_some() => {
                    return Err(Error::configuration(format!(
                        "the call cannot be gone on with, because its body has no {field} by which to look up what \
                         the earlier one made"
                    )));
                }
                None => None,
            },
            _ => None,
        };
        let key_header = key
            .as_deref()
            .filter(|_| !operation.reads())
            .map(|key| header_value(key, "idempotency key"))
            .transpose()?;
        let url = address(&client, &target)?;
        let timeout = options.timeout.unwrap_or(shared.timeout);
        let total_timeout = options.total_timeout.unwrap_or(shared.total_timeout);
        warn_of_short_limit(&client, operation, timeout.min(total_timeout));
        let started = Instant::now();
        let deadline = after(started, total_timeout);
        Ok(Self {
            operation,
            url,
            account_code,
            key_header,
            body,
            key,
            lookup,
            decode,
            policy: options.policy.unwrap_or_else(|| shared.policy.clone()),
            timeout,
            started,
            deadline,
            attempts: 0,
            in_process: 0,
            first_sent: resumed.unwrap_or_else(FirstSent::now),
            began: started,
            in_doubt: resumed.is_some() && !operation.reads(),
            client,
        })
    }

    async fn run(&mut self) -> Result<Answer, Error> {
        // So it is where the call goes on with another one.
        if self.needs_quiet() && !self.quiet_in().is_zero() && !self.has_time_after(self.quiet_in()) {
            return self.give_up(Error::configuration(
                "an earlier request may still be at work, and the call's time is too short to wait until it cannot be, \
                 and then to send it again",
            ))
            .await;
        }
        loop {
            if self.needs_quiet() {
                match self.look_until_quiet().await {
                    LookedUp::Found(answer) => return Ok(answer),
                    LookedUp::Nothing => {}
                    // Not knowing whether it is there, we do not send it again.
                    LookedUp::Failed(error) => return Err(error.into_outcome_unknown()),
                }
            }
            let (reason, error) = match self.attempt().await {
                Verdict::Done(answer) => return Ok(answer),
                Verdict::Refused(error) => return self.settle(error, false).await,
                Verdict::Spent(error) => return self.settle(error, true).await,
                Verdict::Again(reason, error) => (reason, error),
                Verdict::Unclear(error) => (RetryReason::Unclear, error),
                Verdict::InProcess(error) => (RetryReason::InProcess, error),
            };
            if matches!(reason, RetryReason::Unclear | RetryReason::InProcess) && !self.operation.reads() {
                self.doubt(reason);
                if !self.may_be_repeated() {
                    return Err(error.into_outcome_unknown());
                }
            }
            if reason == RetryReason::InProcess {
                self.in_process += 1;
            }
            let attempt = match reason {
                RetryReason::InProcess => self.in_process,
                _ => self.attempts - self.in_process,
            };
            match self.wait_before_repeat(self.operation, attempt, reason, &error) {
                Some(delay) => time::sleep(delay).await,
                None => return self.give_up(error).await,
            }
        }
    }

    /// Whether anything makes a repeat safe while in doubt.
    fn may_be_repeated(&self) -> bool {
        match self.operation.idempotency {
            Idempotency::Natural | Idempotency::Key => true,
            Idempotency::Lookup { .. } => self.lookup.is_some(),
            Idempotency::None => false,
        }
    }

    /// Sends the request once.
    async fn attempt(&mut self) -> Verdict {
        self.attempts += 1;
        self.began = Instant::now();
        if !self.in_doubt {
            self.first_sent = FirstSent::now();
        }
        let request =
            HttpRequest::new(self.operation, self.attempts, self.url.clone(), self.headers(true), self.body.clone());
        let response = match self.exchange(request, self.timeout).await {
            Ok(response) => response,
            Err(error) if error.was_never_sent() => {
                return Verdict::Again(RetryReason::NotSent, Error::connection(error));
            }
            Err(error) => return Verdict::Unclear(Error::transport(error)),
        };
        if !response.status().is_success() {
            return judge(self.operation, response);
        }
        let (status, headers, body) = response.into_parts();
        match (self.decode)(&body) {
            Ok(value) => {
                self.client.0.budget.give();
                Verdict::Done(self.answer(value, status, headers, body, false))
            }
            Err(error) => Verdict::Unclear(Error::decode(error, status, &headers, body)),
        }
    }

    /// The headers of the request itself, or of one that looks up what it made.
    fn headers(&self, itself: bool) -> HeaderMap {
        let mut headers = self.client.0.headers.clone();
        if let Some(code) = &self.account_code {
            headers.insert(ACCOUNT_CODE, code.clone());
        }
        if itself {
            if let Some(key) = &self.key_header {
                headers.insert(IDEMPOTENCY_KEY, key.clone());
            }
            if self.body.is_some() {
                headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            }
        }
        headers
    }

    /// One exchange, through the middlewares, within the time that is left.
    async fn exchange(&self, request: HttpRequest, timeout: Duration) -> Result<HttpResponse, TransportError> {
        let shared = &self.client.0;
        let (operation, attempt) = (request.operation(), request.attempt());
        let began = Instant::now();
        let limit = timeout.min(self.deadline.saturating_duration_since(began));
        if limit.is_zero() {
            return Err(TransportError::never_sent("the call's time was up"));
        }
        let next = Next::new(&shared.middleware, &*shared.transport);
        let result = match time::timeout(limit, next.run(request)).await {
            Ok(result) => result,
            Err(_) => Err(TransportError::timed_out(limit)),
        };
        let (status, error) = match &result {
            Ok(response) => (Some(response.status()), None),
            Err(error) => (None, Some(error)),
        };
        let duration = began.elapsed();
        trace::exchange(operation, attempt, status, error, duration);
        if let Some(observer) = &shared.observer {
            observer.exchange(&Exchange { operation, attempt, duration, status, error });
        }
        result
    }

    /// Asks the policy, the clock and the budget, and tells who listens. What it gives is the policy's wait; the rest of
    /// the time until it is quiet is spent looking.
    fn wait_before_repeat(
        &self,
        operation: &'static Operation,
        attempt: u32,
        reason: RetryReason,
        error: &Error,
    ) -> Option<Duration> {
        let shared = &self.client.0;
        let elapsed = self.started.elapsed();
        let retry_after = error.retry_after();
        let random = (shared.random)();
        let needs_quiet = self.needs_quiet() && operation.id == self.operation.id;
        let least_wait = if needs_quiet { self.quiet_in() } else { Duration::ZERO };
        let wait = self.policy.next(&Retry { operation, attempt, reason, elapsed, retry_after, least_wait, random })?;
        let delay = wait.max(least_wait);
        let in_time = after(Instant::now(), delay) < self.deadline && (!needs_quiet || self.has_time_after(delay));
        // Waiting for work that is under way is no load, and ends by itself.
        if !in_time || (reason != RetryReason::InProcess && !shared.budget.take()) {
            return None;
        }
        trace::repeating(operation, attempt, reason, error, delay);
        if let Some(observer) = &shared.observer {
            observer.retry(&Repeat { operation, attempt, reason, delay, error });
        }
        Some(wait)
    }

    fn answer(
        &self,
        value: Box<dyn Any + Send>,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
        found_by_lookup: bool,
    ) -> Answer {
        let meta = Meta {
            operation: self.operation,
            status,
            headers,
            body,
            idempotency_key: self.key.clone(),
            attempts: self.attempts,
            found_by_lookup,
        };
        Answer { value, meta }
    }

    /// Completes an error with what its caller needs, and tells who listens.
    fn finish(self, result: Result<Answer, Error>, span: &CallSpan) -> Result<Answer, Error> {
        let first_sent = Some(self.first_sent);
        let result =
            result.map_err(|error| error.within(self.operation, self.key.as_deref(), self.attempts, first_sent));
        let duration = self.started.elapsed();
        let status = match &result {
            Ok(answer) => Some(answer.meta.status),
            Err(error) => error.status(),
        };
        let found_by_lookup = result.as_ref().is_ok_and(|answer| answer.meta.found_by_lookup);
        span.record(result.as_ref().map(|answer| &answer.meta), self.attempts, duration);
        if let Some(observer) = &self.client.0.observer {
            observer.call(&Finished {
                operation: self.operation,
                attempts: self.attempts,
                duration,
                status,
                found_by_lookup,
                error: result.as_ref().err(),
            });
        }
        result
    }
}

/// What an answer means that is not a success.
fn judge(operation: &Operation, response: HttpResponse) -> Verdict {
    let (status, headers, body) = response.into_parts();
    let error = Error::api(status, &headers, body);
    // Only where a key was sent can one of these be about it.
    if operation.takes_key() && status.is_client_error() {
        match error.code_str() {
            Some("REQUEST_IN_PROCESS") => return Verdict::InProcess(error),
            Some("IDEMPOTENCY_DUPLICATED") => return Verdict::Spent(error),
            // Older descriptions answer so to a second request with the same key while the first is at work.
            None if status == StatusCode::CONFLICT => return Verdict::InProcess(error),
            _ => {}
        }
    }
    match status.as_u16() {
        429 => Verdict::Again(RetryReason::SlowDown, error),
        // 303 says that it was done, and 408 that the server saw no whole request: neither is what the API says.
        303 | 408 | 500..=599 => Verdict::Unclear(error),
        _ => Verdict::Refused(error),
    }
}

/// The route of a lookup: its value stands in the path, where the path has a place for it, or in the query.
fn lookup_target(operation: &Operation, field: &str, value: &str) -> String {
    let escaped = crate::call::escape(value);
    let place = format!("{{{field}}}");
    if operation.path.contains(&place) {
        operation.path.replace(&place, &escaped)
    } else {
        format!("{}?{field}={escaped}", operation.path)
    }
}

fn address(client: &Client, target: &str) -> Result<Url, Error> {
    // Without the slash the route would become part of the host's name, and the keys would go there.
    if !target.starts_with('/') {
        return Err(Error::configuration("the operation's path does not begin with a slash"));
    }
    Url::parse(&format!("{}{target}", client.0.endpoint.as_str()))
        .map_err(|error| Error::configuration("the address of the request cannot be built").with_source(error))
}

fn checked_key(key: String) -> Result<String, Error> {
    if (1..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(key)
    } else {
        Err(Error::configuration(
            "the idempotency key is not of 1 to 64 visible ASCII characters; a UUID is the usual choice",
        ))
    }
}

/// Warns, once for a client, of a limit that makes payments with an unknown outcome.
fn warn_of_short_limit(client: &Client, operation: &Operation, limit: Duration) {
    if !operation.reads() && limit < client.0.processing_limit && !client.0.warned.swap(true, Ordering::Relaxed) {
        trace::short_limit(operation, limit);
    }
}

/// A time past the end of time is far enough away.
fn after(instant: Instant, wait: Duration) -> Instant {
    instant.checked_add(wait).unwrap_or_else(|| instant + Duration::from_secs(86_400 * 365))
}
