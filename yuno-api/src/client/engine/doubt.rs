//! A call in doubt: from when on it is quiet, what looking for it says, and what is told in the end.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use tokio::time::{self, Instant};

use super::{
    super::{
        http::ARRIVES_WITHIN,
        lookup::{self, Found, Wanted},
    },
    Answer, Run, Verdict, after, judge,
};
use crate::{
    error::Error,
    retry::{RetryReason, asking},
    transport::HttpRequest,
};

/// Looking up only reads, and need not wait as long.
const LOOKUP_TIMEOUT: Duration = Duration::from_secs(30);
/// While it is not quiet: soon at first, because somebody may wait, and then seldom enough to be no load.
const FIRST_PAUSE: Duration = Duration::from_secs(2);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// What a lookup says, after its repeats.
pub(super) enum LookedUp {
    Found(Answer),
    Nothing,
    Failed(Error),
}

impl Run {
    /// Notes that a request may be at work, and until when.
    pub(super) fn doubt(&mut self, reason: RetryReason) {
        // What is said to be in process is then the request that is noted already, not this one.
        if reason == RetryReason::InProcess && self.in_doubt {
            return;
        }
        let (now, shared) = (Instant::now(), &self.client.0);
        let arrived = match reason {
            // It is one of another call's, made with the same key at a time that we do not know.
            RetryReason::InProcess => now,
            // What leaves does so as soon as there is a connection.
            _ => now.min(after(after(self.began, shared.connect_timeout), ARRIVES_WITHIN)),
        };
        self.first_sent.quiet = self.first_sent.quiet.max(after(arrived, shared.processing_limit));
        self.in_doubt = true;
    }

    /// Whether the request must not be sent before it is quiet.
    pub(super) fn needs_quiet(&self) -> bool {
        self.in_doubt && self.lookup.is_some()
    }

    /// How long it takes until no request that has left can have an effect any more.
    pub(super) fn quiet_in(&self) -> Duration {
        self.first_sent.quiet.saturating_duration_since(Instant::now())
    }

    /// Whether a request that is sent after a wait has all the time that the API may take. Where it has not, it would
    /// end as it began: in doubt.
    pub(super) fn has_time_after(&self, wait: Duration) -> bool {
        let takes = self.timeout.min(self.client.0.processing_limit);
        after(after(Instant::now(), wait), takes) <= self.deadline
    }

    /// Looks until something is there, or until it is quiet and nothing is.
    pub(super) async fn look_until_quiet(&self) -> LookedUp {
        let mut looks = 0;
        while !self.quiet_in().is_zero() {
            looks += 1;
            let failure = match self.look_once(looks).await {
                Ok(LookedUp::Nothing) => None,
                Ok(told) => return told,
                // There is time to ask again.
                Err((_, error)) => Some(error),
            };
            let pause = asking::pause(FIRST_PAUSE, LONGEST_PAUSE, looks, (self.client.0.random)());
            let mut pause = pause.min(self.quiet_in());
            if let Some(error) = failure {
                pause = pause.max(error.retry_after().unwrap_or_default());
                if after(Instant::now(), pause) >= self.deadline {
                    return LookedUp::Failed(error);
                }
            }
            time::sleep(pause).await;
        }
        self.look_up().await
    }

    /// Looks up what an earlier attempt made. A lookup that fails is repeated as far as the policy goes.
    async fn look_up(&self) -> LookedUp {
        let mut attempt = 0;
        loop {
            attempt += 1;
            let (reason, error) = match self.look_once(attempt).await {
                Ok(told) => return told,
                Err(failure) => failure,
            };
            let Some(lookup) = &self.lookup else { return LookedUp::Failed(error) };
            match self.wait_before_repeat(lookup.operation, attempt, reason, &error) {
                Some(delay) => time::sleep(delay).await,
                None => return LookedUp::Failed(error),
            }
        }
    }

    /// Looks once. The error is that nothing can be told from it, and that asking again may help.
    async fn look_once(&self, attempt: u32) -> Result<LookedUp, (RetryReason, Error)> {
        let (Some(lookup), Some(key)) = (&self.lookup, &self.key) else {
            return Ok(LookedUp::Failed(Error::configuration("nothing says what to look for")));
        };
        let request = HttpRequest::new(lookup.operation, attempt, lookup.url.clone(), self.headers(false), None);
        let failed = |reason, error: Error| Err((reason, error.of(lookup.operation)));
        let response = match self.exchange(request, self.timeout.min(LOOKUP_TIMEOUT)).await {
            Ok(response) => response,
            Err(error) if error.was_never_sent() => return failed(RetryReason::NotSent, Error::connection(error)),
            Err(error) => return failed(RetryReason::Unclear, Error::transport(error)),
        };
        if !response.status().is_success() {
            return match judge(lookup.operation, response) {
                Verdict::Again(reason, error) => failed(reason, error),
                Verdict::Unclear(error) => failed(RetryReason::Unclear, error),
                Verdict::Refused(error) if says_not_found(&error) => Ok(LookedUp::Nothing),
                Verdict::Refused(error) | Verdict::InProcess(error) | Verdict::Spent(error) => {
                    Ok(LookedUp::Failed(error.of(lookup.operation)))
                }
                Verdict::Done(answer) => Ok(LookedUp::Found(answer)),
            };
        }
        let (status, headers, body) = response.into_parts();
        let wanted = Wanted { key, field: lookup.field, value: &lookup.value, first_sent: self.first_sent };
        match lookup::judge(&body, &headers, &wanted) {
            Found::One(json) => {
                let body = Bytes::from(json);
                Ok(match (self.decode)(&body) {
                    Ok(value) => LookedUp::Found(self.answer(value, status, headers, body, true)),
                    Err(error) => LookedUp::Failed(Error::decode(error, status, &headers, body)),
                })
            }
            Found::Nothing => Ok(LookedUp::Nothing),
            Found::Open => {
                let why = "looking it up gave something of which it cannot be told whose it is";
                Ok(LookedUp::Failed(Error::unreadable(why, status, &headers, body)))
            }
            Found::Unreadable => {
                let why = "looking it up gave something that is not what the API sends";
                failed(RetryReason::Unclear, Error::unreadable(why, status, &headers, body))
            }
        }
    }

    /// The API has refused. What an earlier attempt did may still have to be found out.
    pub(super) async fn settle(&self, error: Error, spent: bool) -> Result<Answer, Error> {
        self.client.0.budget.give();
        if !self.in_doubt {
            return Err(if spent { error.spent(false) } else { error });
        }
        if self.lookup.is_none() {
            // An earlier attempt may have done what makes the API refuse this one.
            return Err(error.into_outcome_unknown());
        }
        match self.look_up().await {
            LookedUp::Found(answer) => Ok(answer),
            // What refuses this attempt (a gateway, say) need not know of an earlier one that is still at work.
            LookedUp::Nothing if !self.quiet_in().is_zero() => Err(error.into_outcome_unknown()),
            LookedUp::Nothing if spent => Err(error.spent(true)),
            LookedUp::Nothing => Err(error),
            LookedUp::Failed(error) => Err(error.into_outcome_unknown()),
        }
    }

    /// It is not repeated any more.
    pub(super) async fn give_up(&self, error: Error) -> Result<Answer, Error> {
        if !self.in_doubt {
            return Err(error);
        }
        if self.lookup.is_some()
            && let LookedUp::Found(answer) = self.look_up().await
        {
            return Ok(answer);
        }
        // That nothing was found does not mean that nothing will be: the API may still be at work.
        Err(error.into_outcome_unknown())
    }
}

/// Whether the API itself says that nothing is there. A page of a proxy does not say so, whatever its status.
fn says_not_found(error: &Error) -> bool {
    matches!(error.status(), Some(StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST))
        && error.code_str().is_some_and(|code| code.ends_with("NOT_FOUND"))
}
