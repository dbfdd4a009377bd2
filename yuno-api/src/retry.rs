//! Whether and when a failed request is sent again.
//!
//! What is **safe** to repeat is not decided here: the client knows that from the [operation](crate::operation) and
//! never asks about anything else. A policy decides whether a repeat is worth it, and how long to wait. Repeats are
//! on by default:
//!
//! | what happened | what it means | what the client does |
//! |---|---|---|
//! | no connection (refused, DNS, TLS) | never sent | sends again |
//! | timeout, reset, 5xx, an unreadable success | unclear | `key`: sends again with the same key. `lookup`: looks, and goes on looking until that request can have no effect any more; only then, if nothing is there, sends again. `none`: reports [`OutcomeUnknown`](crate::error::ErrorKind::OutcomeUnknown) |
//! | `REQUEST_IN_PROCESS`, or 409 without a code | the first request is still at work | waits, then as above |
//! | `IDEMPOTENCY_DUPLICATED` | the key is spent | reports it; a new attempt is the caller's decision. After an unclear attempt, as a refusal |
//! | 429 | too fast | waits as told, sends again |
//! | any other 4xx, a redirect | refused | reports it |
//! | the same, after an unclear attempt | that attempt may still be at work | `lookup`: looks, and reports the refusal if nothing is there a minute after that attempt. Otherwise reports `OutcomeUnknown` |
//! | repeats exhausted while unclear | unknown | reports `OutcomeUnknown`, and how to find out |
//!
//! # The minute after an unclear outcome
//!
//! Creating a payment or a customer is of the kind `lookup`: sources disagree on whether the API knows a repeat by its
//! key, so the key is sent, but not relied on. Looking alone does not make a repeat safe either. When a connection
//! breaks, or a gateway answers 502 or 504, the API may still be at work on the request, for
//! [`PROCESSING_LIMIT`]: there is no payment yet, and in a moment there is one. So the client sends it again only when
//! **that time has passed since the request can have arrived (which takes up to 10 seconds, connecting included), and a
//! look after it finds nothing.**
//!
//! Meanwhile it looks every few seconds, and answers with the payment as soon as it appears. Only what was never made
//! costs the whole minute:
//!
//! | you want | say |
//! |---|---|
//! | the call to settle it, if it takes two minutes (the default) | nothing |
//! | an unclear outcome at once, to settle it yourself | [`Backoff::max_doubt_wait`] of zero: it looks once, and reports `OutcomeUnknown` |
//! | an answer within a time | [`total_timeout`](crate::call::Call::total_timeout): where the minute, and the time that the second request may take, do not fit into it, the same |
//!
//! All of these can be set for the client and for one call. In a checkout, where a person waits, the second or third is
//! mostly right: show that the payment is being checked, and let a job [`resume`](crate::call::Call::resume) the call
//! or a webhook tell. What you must not do is call anew: that is a second payment.

pub(crate) mod asking;

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use http::{HeaderMap, header};
use tokio::time::Instant;

use crate::operation::Operation;

/// How long Yuno works on a request at most, by its own account: after that it has happened, or never will.
///
/// So much time must go by after an unclear outcome before looking for a payment and not finding it means that there is
/// none. It is also why a time limit below it makes outcomes unclear.
pub const PROCESSING_LIMIT: Duration = Duration::from_secs(60);

/// Decides whether and when a request is repeated. [`Backoff`] is the one that clients have unless told otherwise.
///
/// ```
/// use std::time::Duration;
/// use yuno_api::retry::{Retry, RetryPolicy};
///
/// /// Once more, after a second; and never for reading calls.
/// struct OnceMore;
///
/// impl RetryPolicy for OnceMore {
///     fn next(&self, retry: &Retry) -> Option<Duration> {
///         let reads = retry.operation.id.contains("retrieve");
///         (retry.attempt == 1 && !reads).then_some(retry.retry_after.unwrap_or(Duration::from_secs(1)))
///     }
/// }
/// ```
pub trait RetryPolicy: Send + Sync + 'static {
    /// How long to wait before the next attempt, or `None` to give up.
    ///
    /// It is asked only where a repeat is safe, or will be after [`least_wait`](Retry::least_wait). The client gives up on its own where the wait would not end before the
    /// call's deadline, or where the [budget](RetryBudget) is spent.
    fn next(&self, retry: &Retry) -> Option<Duration>;
}

/// What a [`RetryPolicy`] is told.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Retry {
    /// The operation that failed. While something is looked up, it is the one that looks.
    pub operation: &'static Operation,
    /// How many attempts there were, from 1.
    pub attempt: u32,
    /// Why the last one is to be repeated.
    pub reason: RetryReason,
    /// How long the call has taken so far.
    pub elapsed: Duration,
    /// How long the API asked to wait.
    pub retry_after: Option<Duration>,
    /// How long the client waits in any case: until what was sent before can have no effect any more. It looks for that
    /// meanwhile. Whatever the policy says, it is not sent sooner.
    pub least_wait: Duration,
    /// A random number, at least 0 and below 1, made for this decision: the policy needs no source of its own.
    pub random: f64,
}

impl Retry {
    /// A first attempt that failed just now, for tests of a policy of yours.
    #[must_use]
    pub fn new(operation: &'static Operation, reason: RetryReason) -> Self {
        Self {
            operation,
            attempt: 1,
            reason,
            elapsed: Duration::ZERO,
            retry_after: None,
            least_wait: Duration::ZERO,
            random: 0.5,
        }
    }
}

/// Why a request is to be repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryReason {
    /// It was never sent: no connection could be made.
    NotSent,
    /// It was sent, and nothing clear came back.
    Unclear,
    /// The API is still at work on an earlier request with the same key.
    InProcess,
    /// The API takes no more for now.
    SlowDown,
}

impl RetryReason {
    /// As traces name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Unclear => "unclear",
            Self::InProcess => "in_process",
            Self::SlowDown => "slow_down",
        }
    }
}

/// Exponential backoff with full jitter: before attempt `n + 1` a random time between nothing and
/// `first * 2^(n - 1)`, but never more than `cap`.
///
/// Full jitter spreads the repeats of many clients evenly, so that they do not come back together and bring down again
/// what has just recovered.
#[derive(Clone, Debug, PartialEq)]
pub struct Backoff {
    max_attempts: u32,
    first: Duration,
    cap: Duration,
    max_retry_after: Duration,
    max_doubt_wait: Duration,
    in_process_pause: Duration,
    in_process_for: Duration,
}

impl Default for Backoff {
    /// Four attempts; waits of at most 0.5 s, 1 s and 2 s; a `Retry-After` of up to a minute; and the
    /// [minute after an unclear outcome](self#the-minute-after-an-unclear-outcome).
    fn default() -> Self {
        Self {
            max_attempts: 4,
            first: Duration::from_millis(500),
            cap: Duration::from_secs(8),
            max_retry_after: Duration::from_secs(60),
            max_doubt_wait: PROCESSING_LIMIT,
            in_process_pause: Duration::from_secs(1),
            in_process_for: Duration::from_secs(65),
        }
    }
}

impl Backoff {
    /// As [`Backoff::default`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Nothing is sent twice. After an unclear outcome a payment is still looked up once: that only reads.
    #[must_use]
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// How often a request is sent at most, the first time included.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// The longest wait before the second attempt. It doubles with each attempt.
    #[must_use]
    pub fn first(mut self, wait: Duration) -> Self {
        self.first = wait;
        self
    }

    /// The longest wait of all.
    #[must_use]
    pub fn cap(mut self, wait: Duration) -> Self {
        self.cap = wait;
        self
    }

    /// The longest `Retry-After` that is waited for. Where the API asks for more, the call ends with its answer, and
    /// [`Error::retry_after`](crate::error::Error::retry_after) says when to come back.
    #[must_use]
    pub fn max_retry_after(mut self, wait: Duration) -> Self {
        self.max_retry_after = wait;
        self
    }

    /// How long to wait at most until an unclear request can have no effect any more, where it must not be sent again
    /// before that. Where it takes longer, the call looks once for what it made, and ends as
    /// [`OutcomeUnknown`](crate::error::ErrorKind::OutcomeUnknown).
    ///
    /// By default it is the whole [`PROCESSING_LIMIT`]. With zero an unclear outcome is reported at once; see
    /// [the minute after an unclear outcome](self#the-minute-after-an-unclear-outcome).
    ///
    /// ```
    /// use std::time::Duration;
    /// use yuno_api::retry::Backoff;
    ///
    /// // In a checkout: somebody waits, and a job settles later what is unclear.
    /// let at_once = Backoff::default().max_doubt_wait(Duration::ZERO);
    /// ```
    #[must_use]
    pub fn max_doubt_wait(mut self, wait: Duration) -> Self {
        self.max_doubt_wait = wait;
        self
    }

    /// The shortest wait while the API is still at work on the first request (one second), and how long after the
    /// call's begin that goes on (65 seconds, since Yuno gives up after 60). These waits do not count as attempts.
    #[must_use]
    pub fn in_process(mut self, pause: Duration, at_most: Duration) -> Self {
        self.in_process_pause = pause;
        self.in_process_for = at_most;
        self
    }

    /// The longest wait after this attempt, before jitter.
    fn ceiling(&self, attempt: u32) -> Duration {
        let doublings = attempt.saturating_sub(1).min(31);
        self.first.saturating_mul(1_u32 << doublings).min(self.cap)
    }
}

impl RetryPolicy for Backoff {
    fn next(&self, retry: &Retry) -> Option<Duration> {
        if retry.least_wait > self.max_doubt_wait {
            return None;
        }
        let random = if retry.random.is_finite() { retry.random.clamp(0.0, 1.0) } else { 0.5 };
        let jitter = self.ceiling(retry.attempt).mul_f64(random);
        if retry.reason == RetryReason::InProcess {
            let wait = self.in_process_pause.saturating_add(jitter).max(retry.retry_after.unwrap_or_default());
            let in_time = retry.elapsed.checked_add(wait).is_some_and(|end| end <= self.in_process_for);
            return (self.max_attempts > 1 && in_time).then_some(wait);
        }
        if retry.attempt >= self.max_attempts {
            return None;
        }
        match retry.retry_after {
            None => Some(jitter),
            // Never sooner than told; and a little apart from the others who were told the same.
            Some(told) if told <= self.max_retry_after => Some(told.saturating_add(jitter)),
            Some(_) => None,
        }
    }
}

/// How many repeats a client may make: a bucket of tokens that its clones share.
///
/// A repeat takes tokens, an answer gives one back, and one comes back each second. While the API works, nobody
/// notices it. When it fails for everybody, the bucket runs dry, and calls fail at once instead of multiplying the load
/// on an API that is down. Looking up a payment takes nothing the first time: it settles what happened.
#[derive(Clone)]
pub struct RetryBudget(Option<Arc<Mutex<Bucket>>>);

#[derive(Debug)]
struct Bucket {
    tokens: f64,
    capacity: f64,
    price: f64,
    filled: Option<Instant>,
}

impl Default for RetryBudget {
    /// A hundred tokens, of which a repeat takes five.
    fn default() -> Self {
        Self::new(100, 5)
    }
}

impl RetryBudget {
    /// A full bucket of so many tokens, of which a repeat takes `price`.
    #[must_use]
    pub fn new(capacity: u32, price: u32) -> Self {
        let capacity = f64::from(capacity);
        Self(Some(Arc::new(Mutex::new(Bucket { tokens: capacity, capacity, price: f64::from(price), filled: None }))))
    }

    /// No limit but the policy's.
    #[must_use]
    pub fn unlimited() -> Self {
        Self(None)
    }

    /// How many tokens are left, where they are counted.
    #[must_use]
    pub fn tokens(&self) -> Option<f64> {
        let bucket = self.0.as_ref()?;
        Some(bucket.lock().unwrap_or_else(PoisonError::into_inner).tokens)
    }

    /// Takes what a repeat costs, if it is there.
    pub(crate) fn take(&self) -> bool {
        let Some(bucket) = &self.0 else { return true };
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let since = bucket.filled.map_or(0.0, |filled| now.saturating_duration_since(filled).as_secs_f64());
        bucket.filled = Some(now);
        bucket.tokens = (bucket.tokens + since).min(bucket.capacity);
        let enough = bucket.tokens >= bucket.price;
        if enough {
            bucket.tokens -= bucket.price;
        }
        enough
    }

    /// Gives a token back for an answer.
    pub(crate) fn give(&self) {
        if let Some(bucket) = &self.0 {
            let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
            bucket.tokens = (bucket.tokens + 1.0).min(bucket.capacity);
        }
    }
}

impl fmt::Debug for RetryBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tokens() {
            Some(tokens) => write!(f, "RetryBudget({tokens:.1} tokens)"),
            None => f.write_str("RetryBudget(unlimited)"),
        }
    }
}

/// What `Retry-After` says, as a time from now. A date is held against the answer's own `Date`, because the clock of
/// this machine may be wrong.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
    let told = text(header::RETRY_AFTER)?;
    if !told.is_empty() && told.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than a number has are as good as never.
        return Some(Duration::from_secs(told.parse().unwrap_or(u64::MAX)));
    }
    let then = httpdate::parse_http_date(told).ok()?;
    let now = text(header::DATE).and_then(|date| httpdate::parse_http_date(date).ok()).unwrap_or_else(SystemTime::now);
    Some(then.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests;
