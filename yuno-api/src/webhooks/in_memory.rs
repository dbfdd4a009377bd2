//! A store of events in memory: for one instance, and for tests.

#[cfg(test)]
mod tests;

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::{
    dedup::DedupKey,
    deduplicator::{BoxFuture, Claim, Deduplicator, StoreError},
};

const CAPACITY: usize = 100_000;
/// Longer than Yuno repeats a delivery, by any reading of its schedule.
const EXPIRY: Duration = Duration::from_secs(8 * 24 * 60 * 60);
/// Shorter than the five minutes after which Yuno repeats a delivery for the first time.
const LEASE: Duration = Duration::from_secs(4 * 60);

/// Remembers events in memory, up to a number and for a time.
///
/// It forgets when the process ends: an event that was handled before a restart and is delivered again is handled again.
/// 100,000 of them take some 60 MB.
pub struct InMemory {
    capacity: usize,
    expiry: Duration,
    lease: Duration,
    events: Mutex<Events>,
}

#[derive(Default)]
struct Events {
    known: HashMap<DedupKey, Entry>,
    /// Keys by when they came, with what they were then. A key that has changed since has a later entry.
    order: VecDeque<(DedupKey, Instant)>,
}

#[derive(Clone, Copy)]
struct Entry {
    done: bool,
    since: Instant,
}

impl InMemory {
    /// For 100,000 events, each remembered for eight days.
    #[must_use]
    pub fn new() -> Self {
        Self { capacity: CAPACITY, expiry: EXPIRY, lease: LEASE, events: Mutex::default() }
    }

    /// Remembers so many events at most, and forgets the oldest that are done to take new ones. Where all of them are
    /// being handled, a new one is an error, so that Yuno repeats it.
    #[must_use]
    pub fn capacity(mut self, events: usize) -> Self {
        self.capacity = events.max(1);
        self
    }

    /// Remembers a handled event for so long.
    #[must_use]
    pub fn expiry(mut self, expiry: Duration) -> Self {
        self.expiry = expiry;
        self
    }

    /// After so long, an event that is neither completed nor released may be claimed again: whoever handled it is gone.
    #[must_use]
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease;
        self
    }

    /// How many events it remembers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events().known.len()
    }

    /// Whether it remembers none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn events(&self) -> MutexGuard<'_, Events> {
        // Nothing is half done where a panic could come from.
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn claim_at(&self, key: &DedupKey, now: Instant) -> Result<Claim, StoreError> {
        let mut events = self.events();
        if let Some(entry) = events.known.get(key)
            && !self.lapsed(*entry, now)
        {
            return Ok(if entry.done { Claim::Done } else { Claim::Pending });
        }
        events.known.remove(key);
        self.make_room(&mut events, now);
        if events.order.len() > 4 * self.capacity {
            let Events { known, order } = &mut *events;
            order.retain(|(key, since)| known.get(key).is_some_and(|entry| entry.since == *since));
        }
        if events.known.len() >= self.capacity {
            return Err("as many events as are remembered at most are being handled".into());
        }
        events.set(key, false, now);
        Ok(Claim::New)
    }

    fn settle(&self, key: &DedupKey, done: bool, now: Instant) {
        let mut events = self.events();
        if done {
            events.set(key, true, now);
        } else if events.known.get(key).is_some_and(|entry| !entry.done) {
            events.known.remove(key);
        }
    }

    fn lapsed(&self, entry: Entry, now: Instant) -> bool {
        let limit = if entry.done { self.expiry } else { self.lease };
        now.saturating_duration_since(entry.since) >= limit
    }

    /// Forgets what has lapsed, and while there are too many, the oldest that are done.
    fn make_room(&self, events: &mut Events, now: Instant) {
        let mut running = VecDeque::new();
        while let Some((key, since)) = events.order.pop_front() {
            let Some(entry) = events.known.get(&key).copied().filter(|entry| entry.since == since) else { continue };
            let full = events.known.len() >= self.capacity;
            if self.lapsed(entry, now) || (full && entry.done) {
                events.known.remove(&key);
            } else if entry.done {
                // Everything after this one is younger.
                events.order.push_front((key, since));
                break;
            } else {
                running.push_back((key, since));
            }
        }
        for it in running.into_iter().rev() {
            events.order.push_front(it);
        }
    }
}

impl Events {
    fn set(&mut self, key: &DedupKey, done: bool, now: Instant) {
        self.known.insert(key.clone(), Entry { done, since: now });
        self.order.push_back((key.clone(), now));
    }
}

impl Default for InMemory {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows how many events it remembers.
impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InMemory")
            .field("events", &self.len())
            .field("capacity", &self.capacity)
            .finish_non_exhaustive()
    }
}

impl Deduplicator for InMemory {
    fn claim<'a>(&'a self, key: &'a DedupKey, _: &'a [u8]) -> BoxFuture<'a, Result<Claim, StoreError>> {
        Box::pin(async move { self.claim_at(key, Instant::now()) })
    }

    fn complete<'a>(&'a self, key: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            self.settle(key, true, Instant::now());
            Ok(())
        })
    }

    fn release<'a>(&'a self, key: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async move {
            self.settle(key, false, Instant::now());
            Ok(())
        })
    }
}
