//! Telling merchants what happened: which endpoints there are, what is to be delivered, and what became of it.

mod endpoint;
mod post;

use std::{collections::VecDeque, time::Duration};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use yuno_api::{types::Json, webhooks::testing};

use crate::domain::Event;

pub use self::endpoint::Webhook;
pub(crate) use self::post::Post;

/// Events and attempts beyond so many are forgotten, the oldest first.
const MOST: usize = 1000;

/// How deliveries go wrong. The receiver's answers to forgeries and duplicates do not count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Disorder {
    pub(crate) duplicates: u32,
    pub(crate) reorder: bool,
    pub(crate) forge: bool,
}

impl Disorder {
    /// Everything is delivered once and in order.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Each delivery comes so many times more.
    #[must_use]
    pub fn duplicated(mut self, times: u32) -> Self {
        self.duplicates = times;
        self
    }

    /// What is due is delivered the newest first.
    #[must_use]
    pub fn reordered(mut self) -> Self {
        self.reorder = true;
        self
    }

    /// Before each delivery comes one with the same body, signed by somebody who does not know the secret.
    #[must_use]
    pub fn forged(mut self) -> Self {
        self.forge = true;
        self
    }
}

/// An event that happened in the sandbox.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SentEvent {
    /// Its number, from 1, to replay it by.
    pub number: u64,
    /// When it happened.
    pub at: Timestamp,
    /// `type_event` of its envelope: `payment.purchase`.
    pub event: String,
}

/// One delivery to one endpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeliveryAttempt {
    /// The number of the event.
    pub event_number: u64,
    /// `type_event` of its envelope.
    pub event: String,
    /// Where it went.
    pub url: String,
    /// When, by the sandbox's clock.
    pub at: Timestamp,
    /// How many came before it.
    pub retry: usize,
    /// Whether its signature was wrong.
    pub forged: bool,
    /// Whether it repeats one that came just before.
    pub duplicate: bool,
    /// The status that it was answered with. Only 200 counts.
    pub status: Option<u16>,
    /// Why there is none.
    pub error: Option<String>,
}

/// Everything that the sandbox knows of webhooks.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Webhooks {
    endpoints: Vec<Webhook>,
    events: VecDeque<Recorded>,
    queue: Vec<Pending>,
    attempts: VecDeque<DeliveryAttempt>,
    /// How many events there were.
    happened: u64,
    /// How many deliveries there were.
    queued: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Recorded {
    number: u64,
    at: Timestamp,
    event: Event,
}

/// An event that an endpoint has not acknowledged yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Pending {
    id: u64,
    recorded: Recorded,
    endpoint: Webhook,
    first: Timestamp,
    due: Timestamp,
    retry: usize,
}

impl Webhooks {
    pub(crate) fn register(&mut self, endpoint: Webhook) {
        self.endpoints.push(endpoint);
    }

    /// Takes all endpoints away, and what was to be delivered to them.
    pub(crate) fn forget_endpoints(&mut self) {
        self.endpoints.clear();
        self.queue.clear();
    }

    pub(crate) fn endpoints(&self) -> &[Webhook] {
        &self.endpoints
    }

    pub(crate) fn attempts(&self) -> Vec<DeliveryAttempt> {
        self.attempts.iter().cloned().collect()
    }

    pub(crate) fn events(&self) -> Vec<SentEvent> {
        let sent = |it: &Recorded| SentEvent { number: it.number, at: it.at, event: it.event.event.clone() };
        self.events.iter().map(sent).collect()
    }

    /// Takes in what happened: every endpoint is to hear of it, now.
    pub(crate) fn happened(&mut self, event: Event, now: Timestamp) {
        self.happened += 1;
        let recorded = Recorded { number: self.happened, at: now, event };
        self.queue(&recorded, now);
        self.events.push_back(recorded);
        if self.events.len() > MOST {
            self.events.pop_front();
        }
    }

    /// Delivers an event anew, to every endpoint that there is now. `Err` says why not.
    pub(crate) fn replay(&mut self, number: u64, now: Timestamp) -> Result<(), String> {
        let recorded = self.events.iter().find(|it| it.number == number).cloned();
        let recorded = recorded.ok_or_else(|| format!("there is no event {number}, or it is too old"))?;
        self.queue(&recorded, now);
        Ok(())
    }

    fn queue(&mut self, recorded: &Recorded, now: Timestamp) {
        for endpoint in &self.endpoints {
            self.queued += 1;
            self.queue.push(Pending {
                id: self.queued,
                recorded: recorded.clone(),
                endpoint: endpoint.clone(),
                first: now,
                due: now,
                retry: 0,
            });
        }
    }

    /// When the next delivery comes due, where there is one to come.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        self.queue.iter().map(|pending| pending.due).min()
    }

    /// What is to be delivered by now, in the order in which it comes due.
    pub(crate) fn due(&self, now: Timestamp) -> Vec<Post> {
        let mut due: Vec<&Pending> = self.queue.iter().filter(|pending| pending.due <= now).collect();
        due.sort_by_key(|pending| (pending.due, pending.id));
        due.into_iter().map(Pending::post).collect()
    }

    /// Notes what became of a delivery; unless it was acknowledged, it comes again.
    pub(crate) fn attempted(&mut self, id: u64, attempt: DeliveryAttempt) {
        let acknowledged = attempt.status == Some(200);
        let counts = !attempt.forged && !attempt.duplicate;
        self.attempts.push_back(attempt);
        if self.attempts.len() > MOST {
            self.attempts.pop_front();
        }
        // It may be gone: its endpoint may have been taken away meanwhile.
        let Some(at) = self.queue.iter().position(|pending| pending.id == id).filter(|_| counts) else { return };
        if acknowledged || !self.queue[at].again() {
            self.queue.remove(at);
        }
    }
}

/// What is posted.
#[derive(Serialize)]
struct Envelope<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    #[serde(rename = "type_event")]
    event: &'a str,
    account_id: &'a str,
    retry: usize,
    version: u8,
    data: &'a Json,
}

impl Pending {
    /// Sets it to come again, unless the schedule ends here.
    fn again(&mut self) -> bool {
        self.retry += 1;
        let after = testing::SCHEDULE.get(self.retry).copied().map(SignedDuration::try_from);
        let Some(Ok(after)) = after else { return false };
        self.due = self.first.saturating_add(after).unwrap_or(Timestamp::MAX);
        true
    }

    fn post(&self) -> Post {
        let Event { kind, event, account, data } = &self.recorded.event;
        let envelope = Envelope { kind, event, account_id: account, retry: self.retry, version: 2, data };
        Post {
            id: self.id,
            event_number: self.recorded.number,
            event: event.clone(),
            endpoint: self.endpoint.clone(),
            retry: self.retry,
            // Text, numbers and JSON have a JSON form.
            body: serde_json::to_vec(&envelope).unwrap_or_default(),
        }
    }
}

/// A receiver that has not answered by then has not acknowledged.
const PATIENCE: Duration = Duration::from_secs(10);
