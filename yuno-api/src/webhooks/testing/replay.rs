//! The schedule on which Yuno repeats what is not answered with 200.

use std::{collections::BTreeMap, time::Duration};

use http::HeaderMap;
use serde_json::value::{RawValue, to_raw_value};

use super::headers;

/// How long after the first delivery each delivery comes: at once, then after 5 and 50 minutes, 6, 24, 48 and 96 hours.
///
/// Yuno's documentation can also be read as each wait beginning with the delivery before it; then the last one comes
/// after seven days and seven hours. Keep what you need to recognise a repetition for eight days.
pub const SCHEDULE: [Duration; 7] = [
    Duration::ZERO,
    Duration::from_secs(5 * 60),
    Duration::from_secs(50 * 60),
    Duration::from_secs(6 * 60 * 60),
    Duration::from_secs(24 * 60 * 60),
    Duration::from_secs(48 * 60 * 60),
    Duration::from_secs(96 * 60 * 60),
];

/// One delivery.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Attempt {
    /// How many came before it.
    pub retry: usize,
    /// How long after the first.
    pub after: Duration,
    /// The headers, with the signature of this body.
    pub headers: HeaderMap,
    /// The body: the event's, with its `retry`.
    pub body: Vec<u8>,
}

/// What became of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Replay {
    /// The status that each delivery was answered with.
    pub answers: Vec<u16>,
    /// Whether the last of them was 200. If not, Yuno has given up.
    pub acknowledged: bool,
}

/// All deliveries of an event that is never acknowledged.
///
/// They differ in `retry`, and so in their signatures. A body without `retry`, as in version 1, stays as it is.
#[must_use]
pub fn attempts(secret: impl AsRef<[u8]>, body: &[u8]) -> Vec<Attempt> {
    let delivery = |(retry, after): (usize, Duration)| {
        let body = with_retry(body, retry).unwrap_or_else(|| body.to_vec());
        Attempt { retry, after, headers: headers(secret.as_ref(), &body), body }
    };
    SCHEDULE.into_iter().enumerate().map(delivery).collect()
}

/// Delivers an event as Yuno does: again and again, until it is answered with 200. Does not wait; give your clock
/// [`Attempt::after`] where it matters.
///
/// ```
/// # use yuno_api::webhooks::{testing, EventKind};
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let body = testing::event(EventKind::PaymentPurchase).build();
/// let replay = testing::replay("secret", &body, async |attempt| {
///     // Here: hand attempt.headers and attempt.body to your receiver.
///     if attempt.retry < 2 { 503 } else { 200 }
/// }).await;
/// assert_eq!(replay.answers, [503, 503, 200]);
/// # }
/// ```
pub async fn replay(secret: impl AsRef<[u8]>, body: &[u8], mut deliver: impl AsyncFnMut(Attempt) -> u16) -> Replay {
    let mut answers = Vec::new();
    for attempt in attempts(secret, body) {
        answers.push(deliver(attempt).await);
        if answers.last() == Some(&200) {
            return Replay { answers, acknowledged: true };
        }
    }
    Replay { answers, acknowledged: false }
}

fn with_retry(body: &[u8], retry: usize) -> Option<Vec<u8>> {
    let mut members: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(body).ok()?;
    *members.get_mut("retry")? = to_raw_value(&retry).ok()?;
    serde_json::to_vec(&members).ok()
}
