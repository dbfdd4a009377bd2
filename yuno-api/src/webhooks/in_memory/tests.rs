#![allow(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use super::{Claim, DedupKey, EXPIRY, InMemory, LEASE};

fn key(number: usize) -> DedupKey {
    DedupKey::from_stored(number.to_string())
}

#[test]
fn an_event_is_new_once_until_it_lapses() {
    let (store, start) = (InMemory::new(), Instant::now());
    let claim = |after: Duration| store.claim_at(&key(1), start + after).unwrap();
    assert_eq!(claim(Duration::ZERO), Claim::New);
    assert_eq!(claim(Duration::from_secs(1)), Claim::Pending);
    store.settle(&key(1), true, start);
    assert_eq!(claim(EXPIRY - Duration::from_secs(1)), Claim::Done);
    assert_eq!(claim(EXPIRY), Claim::New);
}

#[test]
fn a_claim_that_nobody_settles_lapses_before_the_first_repetition() {
    let (store, start) = (InMemory::new(), Instant::now());
    assert!(LEASE < crate::webhooks::testing::SCHEDULE[1]);
    assert_eq!(store.claim_at(&key(1), start).unwrap(), Claim::New);
    assert_eq!(store.claim_at(&key(1), start + LEASE).unwrap(), Claim::New);
}

#[test]
fn what_was_released_is_new_again_and_what_is_done_stays_done() {
    let (store, now) = (InMemory::new(), Instant::now());
    store.claim_at(&key(1), now).unwrap();
    store.settle(&key(1), false, now);
    assert_eq!(store.claim_at(&key(1), now).unwrap(), Claim::New);
    store.settle(&key(1), true, now);
    store.settle(&key(1), false, now);
    assert_eq!(store.claim_at(&key(1), now).unwrap(), Claim::Done);
}

#[test]
fn it_is_bounded_and_forgets_the_oldest_that_are_done() {
    let (store, start) = (InMemory::new().capacity(10), Instant::now());
    // One that takes long, and many that do not.
    store.claim_at(&key(0), start).unwrap();
    for number in 1..=1000 {
        let now = start + Duration::from_millis(number as u64);
        assert_eq!(store.claim_at(&key(number), now).unwrap(), Claim::New);
        store.settle(&key(number), true, now);
        assert!(store.len() <= 10);
        assert!(store.events().order.len() <= 41);
    }
    let now = start + Duration::from_secs(2);
    assert_eq!(store.claim_at(&key(0), now).unwrap(), Claim::Pending);
    assert_eq!(store.claim_at(&key(1000), now).unwrap(), Claim::Done);
    assert_eq!(store.claim_at(&key(1), now).unwrap(), Claim::New);
}

#[test]
fn a_store_full_of_work_refuses_rather_than_forgets() {
    let (store, now) = (InMemory::new().capacity(2), Instant::now());
    store.claim_at(&key(1), now).unwrap();
    store.claim_at(&key(2), now).unwrap();
    assert!(store.claim_at(&key(3), now).is_err());
    assert_eq!(store.claim_at(&key(1), now).unwrap(), Claim::Pending);
    store.settle(&key(2), true, now);
    assert_eq!(store.claim_at(&key(3), now).unwrap(), Claim::New);
}

#[test]
fn an_event_that_fails_again_and_again_takes_no_more_room() {
    let (store, start) = (InMemory::new().capacity(10), Instant::now());
    store.claim_at(&key(0), start).unwrap();
    store.settle(&key(0), true, start);
    for number in 1..=1000 {
        let now = start + Duration::from_millis(number);
        store.claim_at(&key(1), now).unwrap();
        store.settle(&key(1), false, now);
    }
    assert!(store.events().order.len() <= 41);
}
