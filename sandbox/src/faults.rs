//! What can go wrong between a merchant and Yuno, on demand: for the next calls, or with a probability.

mod plan;

use std::time::Duration;

use fastrand::Rng;
use serde::{Deserialize, Serialize};

pub(crate) use self::plan::{Drawn, Plan};

/// Something that goes wrong with calls, and with which.
///
/// Unless told otherwise, it happens once, to the next call of any operation. Faults happen to calls that are in order:
/// what the sandbox refuses at its door never meets one.
///
/// ```
/// use yuno_sandbox::Fault;
///
/// // The payment is made, but the merchant never hears of it.
/// let lost = Fault::timeout_after_acting().on("payments.create");
/// // A tenth of all calls; which ones, the seed decides.
/// let flaky = Fault::server_error(503).with_probability(0.1, 7);
/// ```
///
/// As JSON, for `POST /_sandbox/faults`:
///
/// ```
/// # let read = |json: &str| serde_json::from_str::<yuno_sandbox::Fault>(json).map(drop);
/// read(r#"{"fault": "reset_after_acting", "operation": "payments.create", "next": 2}"#)?;
/// read(r#"{"fault": {"rate_limited": {"retry_after": 2}}, "probability": 0.5, "seed": 7}"#)?;
/// read(r#"{"fault": {"latency": {"uniform": {"from_ms": 20, "to_ms": 200}}}, "probability": 1.0}"#)?;
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    fault: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operation: Option<String>,
    /// To how many calls it still happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    next: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    probability: Option<f64>,
    /// The state of its randomness: it moves on with each draw.
    #[serde(default)]
    seed: u64,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Latency(Latency),
    TimeoutBeforeActing,
    TimeoutAfterActing,
    ResetBeforeActing,
    ResetAfterActing,
    TruncatedBody,
    MalformedBody,
    HtmlBody,
    RateLimited {
        /// In seconds.
        retry_after: u64,
    },
    ServerError {
        status: u16,
        #[serde(default)]
        acts: bool,
    },
}

/// How long an answer takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Latency {
    /// Always the same.
    Fixed {
        /// Milliseconds.
        ms: u64,
    },
    /// Anything between two times, evenly.
    Uniform {
        /// The shortest, in milliseconds.
        from_ms: u64,
        /// The longest, in milliseconds.
        to_ms: u64,
    },
    /// Mostly short, now and then long.
    Exponential {
        /// The mean, in milliseconds.
        mean_ms: u64,
    },
}

/// No latency is longer: whoever waits longer wants a timeout.
const LONGEST_MS: u64 = 3_600_000;

impl Fault {
    fn new(fault: Kind) -> Self {
        Self { fault, operation: None, next: None, probability: None, seed: 0 }
    }

    /// The answer takes its time. The request is at work meanwhile: another one with its idempotency key is told so.
    #[must_use]
    pub fn latency(latency: Latency) -> Self {
        Self::new(Kind::Latency(latency))
    }

    /// Nothing is done, and no answer ever comes.
    #[must_use]
    pub fn timeout_before_acting() -> Self {
        Self::new(Kind::TimeoutBeforeActing)
    }

    /// What was asked for is done, but no answer ever comes.
    #[must_use]
    pub fn timeout_after_acting() -> Self {
        Self::new(Kind::TimeoutAfterActing)
    }

    /// Nothing is done, and the connection is reset.
    #[must_use]
    pub fn reset_before_acting() -> Self {
        Self::new(Kind::ResetBeforeActing)
    }

    /// What was asked for is done, but the connection is reset before the answer.
    #[must_use]
    pub fn reset_after_acting() -> Self {
        Self::new(Kind::ResetAfterActing)
    }

    /// The answer ends in the middle of its body. What was asked for is done.
    #[must_use]
    pub fn truncated_body() -> Self {
        Self::new(Kind::TruncatedBody)
    }

    /// The answer's body is whole, but no JSON. What was asked for is done.
    #[must_use]
    pub fn malformed_body() -> Self {
        Self::new(Kind::MalformedBody)
    }

    /// The answer's body is a web page, as from a proxy on the way. What was asked for is done.
    #[must_use]
    pub fn html_body() -> Self {
        Self::new(Kind::HtmlBody)
    }

    /// 429 with `Retry-After`, in whole seconds. Nothing is done.
    #[must_use]
    pub fn rate_limited(retry_after: Duration) -> Self {
        Self::new(Kind::RateLimited { retry_after: retry_after.as_secs() })
    }

    /// This status, from 500 to 599. Nothing is done.
    #[must_use]
    pub fn server_error(status: u16) -> Self {
        Self::new(Kind::ServerError { status, acts: false })
    }

    /// This status, from 500 to 599, although what was asked for is done.
    #[must_use]
    pub fn server_error_after_acting(status: u16) -> Self {
        Self::new(Kind::ServerError { status, acts: true })
    }

    /// Only to calls of this operation: `payments.create`.
    #[must_use]
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// To so many calls.
    #[must_use]
    pub fn times(mut self, calls: u32) -> Self {
        self.next = Some(calls);
        self
    }

    /// To each call with this probability, from 0 to 1, until the faults are cleared. With [`times`](Self::times), until
    /// it has happened so often. The same seed makes the same choices.
    #[must_use]
    pub fn with_probability(mut self, probability: f64, seed: u64) -> Self {
        self.probability = Some(probability);
        self.seed = seed;
        self
    }

    /// To every call, until the faults are cleared.
    #[must_use]
    pub fn always(self) -> Self {
        self.with_probability(1.0, 0)
    }

    /// What is wrong with it.
    fn check(&self) -> Result<(), String> {
        if let Some(operation) = &self.operation
            && !yuno_api::OPERATIONS.iter().any(|known| known.id == operation)
        {
            return Err("there is no such operation; write its id, such as payments.create, or leave it out".to_owned());
        }
        if self.probability.is_some_and(|it| !(0.0..=1.0).contains(&it)) {
            return Err("a probability goes from 0 to 1".to_owned());
        }
        match self.fault {
            Kind::ServerError { status, .. } if !(500..=599).contains(&status) => {
                Err("the status of a server error goes from 500 to 599".to_owned())
            }
            Kind::Latency(
                Latency::Fixed { ms: longest }
                | Latency::Uniform { to_ms: longest, .. }
                | Latency::Exponential { mean_ms: longest },
            ) if longest > LONGEST_MS => Err(format!("a latency has at most {LONGEST_MS} milliseconds")),
            Kind::Latency(Latency::Uniform { from_ms, to_ms }) if from_ms > to_ms => {
                Err("a latency goes from the shorter time to the longer one".to_owned())
            }
            _ => Ok(()),
        }
    }

    fn is_latency(&self) -> bool {
        matches!(self.fault, Kind::Latency(_))
    }

    /// Whether it happens to a call of this operation now.
    fn strikes(&mut self, operation: &str) -> bool {
        if self.is_spent() || self.operation.as_deref().is_some_and(|only| only != operation) {
            return false;
        }
        let mut rng = Rng::with_seed(self.seed);
        let strikes = self.probability.is_none_or(|probability| rng.f64() < probability);
        self.seed = rng.get_seed();
        if strikes && let Some(left) = &mut self.next {
            *left -= 1;
        }
        strikes
    }

    fn is_spent(&self) -> bool {
        self.next == Some(0)
    }

    fn duration(&mut self) -> Duration {
        let Kind::Latency(latency) = self.fault else { return Duration::ZERO };
        let mut rng = Rng::with_seed(self.seed);
        let duration = match latency {
            Latency::Fixed { ms } => Duration::from_millis(ms),
            Latency::Uniform { from_ms, to_ms } => Duration::from_millis(rng.u64(from_ms..=to_ms)),
            // A draw is below 1, so the logarithm is finite.
            Latency::Exponential { mean_ms } => Duration::from_millis(mean_ms).mul_f64(-(1.0 - rng.f64()).ln()),
        };
        self.seed = rng.get_seed();
        duration
    }
}

impl Kind {
    /// Its name, as in JSON.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Latency(_) => "latency",
            Self::TimeoutBeforeActing => "timeout_before_acting",
            Self::TimeoutAfterActing => "timeout_after_acting",
            Self::ResetBeforeActing => "reset_before_acting",
            Self::ResetAfterActing => "reset_after_acting",
            Self::TruncatedBody => "truncated_body",
            Self::MalformedBody => "malformed_body",
            Self::HtmlBody => "html_body",
            Self::RateLimited { .. } => "rate_limited",
            Self::ServerError { .. } => "server_error",
        }
    }

    /// Whether what was asked for is done all the same.
    pub(crate) fn acts(&self) -> bool {
        match self {
            Self::TimeoutBeforeActing | Self::ResetBeforeActing | Self::RateLimited { .. } => false,
            Self::ServerError { acts, .. } => *acts,
            Self::Latency(_)
            | Self::TimeoutAfterActing
            | Self::ResetAfterActing
            | Self::TruncatedBody
            | Self::MalformedBody
            | Self::HtmlBody => true,
        }
    }
}

#[cfg(test)]
mod tests;
