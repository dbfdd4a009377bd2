//! Idempotency keys: what the API remembers of them, for each account.
//!
//! The first request with a key acts, and what it answered is answered again. While it is at work, others with its key
//! are told to wait. A request that came to nothing leaves the key spent. Requests that are turned away before any of
//! this, because their form is wrong, leave no trace. Keys are forgotten after a day.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Weak},
};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use yuno_api::{
    operation::Idempotency,
    types::{ErrorCode, Json},
};

use super::{Answer, Request, errors::Refused};

/// How long a key is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// All keys that have been sent.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Keys {
    /// By account and key.
    uses: BTreeMap<String, Use>,
    /// The same by age, the oldest first.
    ages: VecDeque<(Timestamp, String)>,
}

/// The first request with a key.
#[derive(Debug, Serialize, Deserialize)]
struct Use {
    /// What it asked for: a key is for repeats of one request, not for others.
    target: String,
    state: State,
}

/// What has become of it.
#[derive(Debug, Serialize, Deserialize)]
enum State {
    /// At work for as long as somebody holds its [`Place`]. One that was dropped, or that a snapshot caught at work,
    /// began and came to nothing: its key is spent.
    AtWork(#[serde(skip)] Weak<()>),
    /// It failed before there was anything to answer again.
    Spent,
    /// It was answered. The body as text, which takes a fraction of the memory.
    Answered { status: u16, body: Option<Json> },
}

/// The place that a key keeps for its first request.
#[derive(Debug)]
pub(crate) struct Place {
    slot: String,
    held: Arc<()>,
}

impl Keys {
    /// Keeps the place of a request with a key. `Err` is the answer of one that must not act.
    pub(crate) fn reserve(&mut self, request: &Request, now: Timestamp) -> Result<Option<Place>, Answer> {
        self.forget(now);
        let Some(key) = request.key.as_deref().filter(|_| takes_key(request)) else { return Ok(None) };
        let slot = format!("{} {key}", request.account.as_deref().unwrap_or_default());
        let target = target(request);
        if let Some(first) = self.uses.get(&slot) {
            return Err(first.answer(&target).unwrap_or_else(Answer::from));
        }
        let held = Arc::new(());
        self.uses.insert(slot.clone(), Use { target, state: State::AtWork(Arc::downgrade(&held)) });
        self.ages.push_back((now, slot.clone()));
        Ok(Some(Place { slot, held }))
    }

    /// Keeps what the first request was answered.
    pub(crate) fn answered(&mut self, place: Place, answer: &Answer) {
        let Place { slot, held } = place;
        let Some(first) = self.uses.get_mut(&slot) else { return };
        first.state = if answer.status < 400 {
            State::Answered { status: answer.status, body: answer.body.clone() }
        } else {
            State::Spent
        };
        drop(held);
    }

    fn forget(&mut self, now: Timestamp) {
        while self.ages.front().is_some_and(|(since, _)| now.duration_since(*since) >= REMEMBERED) {
            if let Some((_, slot)) = self.ages.pop_front() {
                self.uses.remove(&slot);
            }
        }
    }
}

impl Use {
    fn answer(&self, target: &str) -> Result<Answer, Refused> {
        let spent = |why: &str| Refused::bad_request(ErrorCode::IdempotencyDuplicated, why);
        if self.target != target {
            return Err(spent("this idempotency key was used for another request; take a new key for this one"));
        }
        match &self.state {
            State::AtWork(held) if held.strong_count() > 0 => Err(Refused::bad_request(
                ErrorCode::RequestInProcess,
                "the first request with this idempotency key is still at work; repeat this one in a moment",
            )),
            State::AtWork(_) | State::Spent => {
                Err(spent("the first request with this idempotency key failed; a new attempt needs a new key"))
            }
            State::Answered { status, body } => Ok(Answer { status: *status, body: body.clone() }),
        }
    }
}

/// Whether the operation knows a repeat by its key.
pub(crate) fn takes_key(request: &Request) -> bool {
    matches!(request.operation.idempotency, Idempotency::Key | Idempotency::Lookup { .. })
}

/// The operation and what it is about. The body does not matter: that of a repeat is not looked at.
fn target(request: &Request) -> String {
    let mut target = request.operation.id.to_owned();
    for (_, value) in &request.path {
        target.push(' ');
        target.push_str(value);
    }
    target
}
