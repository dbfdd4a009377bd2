#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp)]

use http::HeaderValue;
use proptest::prelude::*;

use super::*;
use crate::operation::{Idempotency, Method};

static OPERATION: Operation = Operation {
    id: "payments.capture",
    method: Method::Post,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Key,
};

fn after(attempt: u32, random: f64) -> Retry {
    Retry { attempt, random, ..Retry::new(&OPERATION, RetryReason::Unclear) }
}

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (http::HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
        .collect()
}

#[test]
fn the_default_waits_are_those_of_its_docs() {
    let policy = Backoff::default();
    let longest = |attempt| policy.next(&after(attempt, 1.0));
    assert_eq!(longest(1), Some(Duration::from_millis(500)));
    assert_eq!(longest(2), Some(Duration::from_secs(1)));
    assert_eq!(longest(3), Some(Duration::from_secs(2)));
    assert_eq!(longest(4), None);
}

#[test]
fn jitter_is_full_and_even() {
    let policy = Backoff::default().max_attempts(10).first(Duration::from_secs(8));
    let random = fastrand::Rng::with_seed(7);
    let mut random = random;
    let mut buckets = [0_u32; 8];
    for _ in 0..8_000 {
        let wait = policy.next(&after(1, random.f64())).unwrap();
        buckets[usize::try_from(wait.as_secs()).unwrap().min(7)] += 1;
    }
    assert!(buckets.iter().all(|&count| (850..=1150).contains(&count)), "{buckets:?}");
}

#[test]
fn never_is_never() {
    for reason in [RetryReason::NotSent, RetryReason::Unclear, RetryReason::InProcess, RetryReason::SlowDown] {
        assert_eq!(Backoff::never().next(&Retry::new(&OPERATION, reason)), None);
    }
}

#[test]
fn doubt_is_waited_out_for_as_long_as_allowed() {
    let waits = |policy: Backoff, seconds| {
        let least_wait = Duration::from_secs(seconds);
        policy.next(&Retry { least_wait, ..Retry::new(&OPERATION, RetryReason::Unclear) }).is_some()
    };
    assert!(waits(Backoff::default(), 60) && !waits(Backoff::default(), 61));
    let at_once = || Backoff::default().max_doubt_wait(Duration::ZERO);
    assert!(waits(at_once(), 0) && !waits(at_once(), 1));
}

#[test]
fn work_under_way_is_waited_for_by_time_and_not_by_attempts() {
    let policy = Backoff::default();
    let in_process = |attempt, elapsed| {
        policy.next(&Retry {
            attempt,
            elapsed: Duration::from_secs(elapsed),
            ..Retry::new(&OPERATION, RetryReason::InProcess)
        })
    };
    for attempt in [1, 4, 40] {
        let wait = in_process(attempt, 10).unwrap();
        assert!(wait >= Duration::from_secs(1) && wait <= Duration::from_secs(9), "{wait:?}");
    }
    assert_eq!(in_process(1, 65), None);
}

#[test]
fn the_bucket_runs_dry_and_fills_again() {
    let budget = RetryBudget::new(10, 5);
    let clone = budget.clone();
    assert!(budget.take() && clone.take() && !budget.take());
    for _ in 0..5 {
        budget.give();
    }
    assert!(clone.take());
    assert!(!clone.take());
    assert!((0..1_000).all(|_| RetryBudget::unlimited().take()));
}

#[tokio::test(start_paused = true)]
async fn the_bucket_fills_with_time() {
    let budget = RetryBudget::new(10, 5);
    assert!(budget.take() && budget.take() && !budget.take());
    tokio::time::advance(Duration::from_secs(4)).await;
    assert!(!budget.take());
    tokio::time::advance(Duration::from_secs(1)).await;
    assert!(budget.take());
    tokio::time::advance(Duration::from_secs(3600)).await;
    assert!(budget.take() && budget.take() && !budget.take(), "never above its capacity");
}

#[test]
fn retry_after_reads_both_forms() {
    let date = "Wed, 21 Oct 2015 07:28:00 GMT";
    for (pairs, wait) in [
        (vec![("retry-after", "0")], Some(0)),
        (vec![("retry-after", " 120 ")], Some(120)),
        (vec![("retry-after", "99999999999999999999999999")], Some(u64::MAX)),
        (vec![("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT"), ("date", date)], Some(30)),
        (vec![("retry-after", "Wednesday, 21-Oct-15 07:28:30 GMT"), ("date", date)], Some(30)),
        (vec![("retry-after", "Wed Oct 21 07:28:30 2015"), ("date", date)], Some(30)),
        (vec![("retry-after", "Wed, 21 Oct 2015 07:27:00 GMT"), ("date", date)], Some(0)),
        (vec![("retry-after", date)], Some(0)),
        (vec![("retry-after", "-1")], None),
        (vec![("retry-after", "soon")], None),
        (vec![("retry-after", "")], None),
        (vec![], None),
    ] {
        assert_eq!(retry_after(&headers(&pairs)).map(|wait| wait.as_secs()), wait, "{pairs:?}");
    }
    let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(100));
    let wait = retry_after(&headers(&[("retry-after", &soon)])).unwrap();
    assert!((95..=100).contains(&wait.as_secs()), "{wait:?}");
}

proptest! {
    #[test]
    fn a_wait_is_never_above_its_ceiling(
        attempt in 0_u32..100, random in 0.0_f64..1.0, first in 0_u64..10_000, cap in 0_u64..100_000, most in 0_u32..20,
    ) {
        let policy = Backoff::default()
            .first(Duration::from_millis(first)).cap(Duration::from_millis(cap)).max_attempts(most);
        match policy.next(&after(attempt, random)) {
            Some(wait) => {
                prop_assert!(attempt < most);
                prop_assert!(wait <= Duration::from_millis(cap));
                let doubled = u128::from(first) << attempt.saturating_sub(1).min(60);
                prop_assert!(wait.as_nanos() <= doubled * 1_000_000);
            }
            None => prop_assert!(attempt >= most),
        }
    }

    #[test]
    fn more_chance_is_a_longer_wait(attempt in 1_u32..4, one in 0.0_f64..1.0, two in 0.0_f64..1.0) {
        let policy = Backoff::default();
        let (low, high) = if one < two { (one, two) } else { (two, one) };
        prop_assert!(policy.next(&after(attempt, low)) <= policy.next(&after(attempt, high)));
    }

    #[test]
    fn it_never_comes_back_sooner_than_told(told in any::<u64>(), attempt in 1_u32..4, random in any::<f64>()) {
        let told = Duration::from_secs(told);
        let policy = Backoff::default();
        for reason in [RetryReason::SlowDown, RetryReason::Unclear, RetryReason::InProcess] {
            let retry = Retry { attempt, random, retry_after: Some(told), ..Retry::new(&OPERATION, reason) };
            match policy.next(&retry) {
                Some(wait) => prop_assert!(wait >= told && wait <= told + Duration::from_secs(9)),
                None => prop_assert!(told > Duration::from_secs(50)),
            }
        }
    }

    #[test]
    fn the_bucket_never_gives_more_than_it_has(capacity in 1_u32..200, price in 1_u32..20, steps in prop::collection::vec(any::<bool>(), 0..400)) {
        let budget = RetryBudget::new(capacity, price);
        let (mut taken, mut given) = (0_u32, 0_u32);
        for take in steps {
            if take {
                taken += u32::from(budget.take());
            } else {
                budget.give();
                given += 1;
            }
            let tokens = budget.tokens().unwrap();
            prop_assert!((0.0..=f64::from(capacity)).contains(&tokens));
        }
        // One token for the time that the test itself takes.
        prop_assert!(taken * price <= capacity + given + 1);
    }

    #[test]
    fn no_header_makes_it_panic(told in "\\PC{0,40}", date in "\\PC{0,40}") {
        let pairs: HeaderMap = [("retry-after", told), ("date", date)]
            .into_iter()
            .filter_map(|(name, value)| Some((http::HeaderName::from_static(name), HeaderValue::from_str(&value).ok()?)))
            .collect();
        let _ = retry_after(&pairs);
    }
}
