//! Which deliveries are one event, which of two events is later, and that each is handled once.

#![cfg(feature = "webhooks")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use proptest::prelude::*;
use yuno_api::{
    types::{PaymentStatus, PaymentSubStatus},
    webhooks::{
        BoxFuture, Claim, DedupKey, Deduplicator, Delivery, Event, EventKind, InMemory, Once, OnceError, Receiver,
        Relation, StoreError, Verifier, once,
        testing::{self, EventBuilder},
    },
};

fn purchase() -> EventBuilder {
    testing::event(EventKind::PaymentPurchase)
}

fn key(event: &EventBuilder) -> DedupKey {
    event.parse().dedup_key()
}

#[test]
fn repeated_deliveries_of_every_event_have_one_key() {
    for kind in EventKind::KNOWN {
        let body = testing::event(kind.clone()).build();
        let keys: Vec<DedupKey> = testing::attempts("secret", &body)
            .iter()
            .map(|attempt| Event::parse(&attempt.body).unwrap().dedup_key())
            .collect();
        assert_eq!(keys.len(), 7);
        assert!(keys.windows(2).all(|two| two[0] == two[1]), "{kind:?}");
        // It can be stored and read back.
        assert_eq!(DedupKey::from_stored(keys[0].as_str()), keys[0]);
    }
}

#[test]
fn no_two_kinds_of_event_share_a_key() {
    let mut keys: Vec<DedupKey> = EventKind::KNOWN.iter().map(|kind| key(&testing::event(kind.clone()))).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), EventKind::KNOWN.len());
}

#[test]
fn the_key_goes_by_the_idempotency_key_in_both_places() {
    let in_payment = purchase().idempotency_key("k-1");
    let in_data = purchase().remove("data.payment.idempotency_key").set("data.idempotency_key", "k-1");
    assert_eq!(key(&in_payment), key(&in_data));
    assert_ne!(key(&in_payment), key(&purchase().idempotency_key("k-2")));
    assert!(key(&in_payment).as_str().contains("key:k-1"));
    // An empty one is none.
    let (empty, absent) = (purchase().idempotency_key(""), purchase().remove("data.payment.idempotency_key"));
    assert_eq!(key(&empty), key(&absent));
    assert_ne!(key(&empty), key(&empty.clone().id("another payment")));
}

#[test]
fn without_a_key_it_goes_by_id_event_and_status() {
    let enrolled = testing::event(EventKind::EnrollmentEnroll);
    assert!(key(&enrolled).as_str().contains("id:"));
    assert_ne!(key(&enrolled), key(&enrolled.clone().id("another")));
    assert_ne!(key(&enrolled), key(&enrolled.clone().status("DECLINED", "")));
    assert_ne!(key(&enrolled), key(&testing::event(EventKind::EnrollmentUpdate)));
    // Nothing to go by but what it holds.
    let bare = |body: &str| Event::parse(body.as_bytes()).unwrap().dedup_key();
    assert_eq!(
        bare(r#"{"type": "new", "data": {"a": 1}, "retry": 0}"#),
        bare(r#"{"retry": 4, "data": {"a": 1}, "type": "new"}"#)
    );
    assert_ne!(bare(r#"{"type": "new", "data": {"a": 1}}"#), bare(r#"{"type": "new", "data": {"a": 2}}"#));
    assert_eq!(bare(r#"{"a": 1, "retry": 0}"#), bare(r#"{"retry": 1, "a": 1}"#));
}

/// What the rule of the documentation alone would fold into one: the key is that of the payment or the subscription.
#[test]
fn one_idempotency_key_for_a_whole_life_loses_no_event() {
    let steps = [
        key(&purchase().status("PENDING", "IN_PROCESS")),
        key(&purchase().status("SUCCEEDED", "APPROVED")),
        key(&testing::event(EventKind::PaymentRefund).status("SUCCEEDED", "PARTIALLY_REFUNDED").transaction_id("r-1")),
        key(&testing::event(EventKind::PaymentRefund).status("SUCCEEDED", "PARTIALLY_REFUNDED").transaction_id("r-2")),
        key(&testing::event(EventKind::SubscriptionCreate)),
        key(&testing::event(EventKind::SubscriptionActive)),
        key(&testing::event(EventKind::SubscriptionCloseToRenewal).set("data.subscription.billing_cycles.current", 2)),
        key(&testing::event(EventKind::SubscriptionCloseToRenewal).set("data.subscription.billing_cycles.current", 3)),
        // Another account may choose the same key.
        key(&purchase().status("SUCCEEDED", "APPROVED").set("account_id", "another")),
    ];
    let mut different = steps.to_vec();
    different.sort();
    different.dedup();
    assert_eq!(different.len(), steps.len());
}

#[test]
fn a_key_cannot_be_made_to_look_like_another() {
    let of = |chosen: &str, id: &str| key(&purchase().idempotency_key(chosen).id(id));
    assert_ne!(of("a\",\"b", "1"), of("a", "1"));
    let by_key = key(&purchase().idempotency_key("id:7"));
    let by_id = key(&purchase().idempotency_key("").id("7"));
    assert_ne!(by_key, by_id);
    let debug = format!("{:?}", of("chosen-by-me", "1"));
    assert!(debug.contains("payment.purchase") && !debug.contains("chosen-by-me"), "{debug}");
}

const EARLY: &str = "2026-08-21T10:00:00Z";
const LATE: &str = "2026-08-21T11:00:00Z";

fn at(time: &str, status: &str, sub_status: &str) -> Event {
    purchase().status(status, sub_status).updated_at(time.parse().unwrap()).parse()
}

#[test]
fn a_later_state_replaces_an_earlier_one() {
    for (then, now) in [
        (("CREATED", "CREATED"), ("READY_TO_PAY", "CREATED")),
        (("PENDING", "AUTHORIZED"), ("SUCCEEDED", "CAPTURED")),
        (("SUCCEEDED", "APPROVED"), ("SUCCEEDED", "PARTIALLY_REFUNDED")),
        (("SUCCEEDED", "APPROVED"), ("IN_DISPUTE", "RECEIVED")),
        (("IN_DISPUTE", "PENDING_REVIEW"), ("SUCCEEDED", "APPROVED")),
        (("REFUNDED", "PENDING_PROVIDER_CONFIRMATION"), ("SUCCEEDED", "APPROVED")),
        (("CANCELED", "PENDING_PROVIDER_CONFIRMATION"), ("PENDING", "AUTHORIZED")),
        (("EXPIRED", "EXPIRED"), ("SUCCEEDED", "APPROVED")),
        (("ERROR", "TIMEOUT"), ("PENDING", "IN_PROCESS")),
        (("SUCCEEDED", "APPROVED"), ("SOMETHING_NEW", "")),
    ] {
        let (stored, event) = (at(EARLY, then.0, then.1), at(LATE, now.0, now.1));
        assert_eq!(event.relation(&stored), Relation::Newer, "{then:?} {now:?}");
        assert_eq!(stored.relation(&event), Relation::Older, "{then:?} {now:?}");
        assert!(event.supersedes(&stored) && !stored.supersedes(&event));
    }
}

#[test]
fn what_is_final_is_not_undone_by_what_is_open_whatever_the_time() {
    for last in ["SUCCEEDED", "DECLINED", "REJECTED", "EXPIRED", "CANCELED", "REFUNDED", "CHARGEBACK", "VERIFIED"] {
        for open in [("CREATED", "CREATED"), ("READY_TO_PAY", "CREATED"), ("PENDING", "IN_PROCESS")] {
            for (then, now) in [(EARLY, LATE), (LATE, EARLY), (EARLY, EARLY)] {
                let (stored, stale) = (at(then, last, ""), at(now, open.0, open.1));
                assert!(!stale.supersedes(&stored), "{open:?} undoes {last}");
                assert!(stored.supersedes(&stale), "{last} does not follow {open:?}");
            }
        }
    }
}

#[test]
fn without_times_the_status_decides_as_far_as_it_can() {
    let timeless = |status: &str, sub_status: &str| {
        purchase().status(status, sub_status).remove("data.payment.updated_at").parse()
    };
    let paid = timeless("SUCCEEDED", "APPROVED");
    assert!(timeless("REFUNDED", "REFUNDED").supersedes(&paid));
    assert!(timeless("SUCCEEDED", "PARTIALLY_REFUNDED").supersedes(&paid));
    assert_eq!(paid.relation(&paid), Relation::Same);
    assert_eq!(timeless("DECLINED", "DECLINED").relation(&paid), Relation::Unclear);
    assert_eq!(at(LATE, "SUCCEEDED", "APPROVED").relation(&at(LATE, "SUCCEEDED", "APPROVED")), Relation::Same);
}

#[test]
fn events_about_other_things_are_not_compared() {
    let payment = purchase().parse();
    assert_eq!(purchase().id("another").parse().relation(&payment), Relation::Unrelated);
    assert_eq!(purchase().id("").parse().relation(&payment), Relation::Unrelated);
    // One id, two things.
    assert_eq!(testing::event(EventKind::EnrollmentEnroll).parse().relation(&payment), Relation::Unrelated);
    // One payment, two events, two versions.
    let refund = testing::event(EventKind::PaymentRefund).updated_at(LATE.parse().unwrap());
    assert!(refund.parse().supersedes(&payment));
    assert!(refund.version_1().parse().supersedes(&purchase().version_1().parse()));
}

#[test]
fn subscriptions_and_payment_methods_go_by_time_and_by_what_is_final() {
    let subscription = |status: &str, time: &str| {
        testing::event(EventKind::SubscriptionActive).status(status, "").updated_at(time.parse().unwrap()).parse()
    };
    assert!(subscription("PAUSED", LATE).supersedes(&subscription("ACTIVE", EARLY)));
    assert!(subscription("ACTIVE", LATE).supersedes(&subscription("PAUSED", EARLY)));
    assert!(!subscription("ACTIVE", EARLY).supersedes(&subscription("CANCELED", LATE)));
    let method = |status: &str, time: &str| {
        testing::event(EventKind::EnrollmentEnroll).status(status, "").updated_at(time.parse().unwrap()).parse()
    };
    assert!(!method("ENROLL_IN_PROCESS", LATE).supersedes(&method("ENROLLED", EARLY)));
    assert!(method("UNENROLLED", LATE).supersedes(&method("ENROLLED", EARLY)));
}

fn any_state() -> impl Strategy<Value = Event> {
    let statuses = PaymentStatus::KNOWN.iter().map(PaymentStatus::as_str).chain(["NEW"]).collect::<Vec<_>>();
    let sub_statuses = PaymentSubStatus::KNOWN.iter().map(PaymentSubStatus::as_str).chain([""]).collect::<Vec<_>>();
    let time = prop::option::of(prop::sample::select(vec![EARLY, LATE]));
    (prop::sample::select(statuses), prop::sample::select(sub_statuses), time).prop_map(|(status, sub_status, time)| {
        let event = purchase().status(status, sub_status);
        match time {
            Some(time) => event.updated_at(time.parse().unwrap()).parse(),
            None => event.remove("data.payment.updated_at").parse(),
        }
    })
}

proptest! {
    #[test]
    fn of_two_events_at_most_one_is_later(one in any_state(), two in any_state()) {
        let mirrored = match one.relation(&two) {
            Relation::Newer => Relation::Older,
            Relation::Older => Relation::Newer,
            other => other,
        };
        prop_assert_eq!(two.relation(&one), mirrored);
        prop_assert_eq!(one.relation(&one), Relation::Same);
    }
}

fn delivery(event: &EventBuilder) -> Delivery {
    let body = event.build();
    Receiver::new(Verifier::new("secret").unwrap()).receive(&testing::headers("secret", &body), body).unwrap()
}

#[tokio::test]
async fn a_delivery_that_fails_is_handled_when_it_comes_again() {
    let (store, delivery) = (InMemory::new(), delivery(&purchase()));
    let handle = async |outcome: Result<u32, &'static str>| once(&store, &delivery, async |_| outcome).await;
    assert!(matches!(handle(Err("the shop is closed")).await, Err(OnceError::Handler("the shop is closed"))));
    assert_eq!(handle(Ok(7)).await.unwrap(), Once::Handled(7));
    assert_eq!(handle(Ok(8)).await.unwrap(), Once::Duplicate);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_deliveries_at_once_one_is_handled() {
    let (store, handled) = (Arc::new(InMemory::new()), Arc::new(AtomicUsize::new(0)));
    let tasks = (0..64).map(|retry| {
        let (store, handled) = (store.clone(), handled.clone());
        tokio::spawn(async move {
            let delivery = delivery(&purchase().retry(retry));
            let done = once(&*store, &delivery, async |_| {
                tokio::task::yield_now().await;
                handled.fetch_add(1, Ordering::SeqCst);
                Ok::<(), OnceError<()>>(())
            });
            done.await.unwrap()
        })
    });
    let mut outcomes = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        outcomes.push(task.await.unwrap());
    }
    assert_eq!(handled.load(Ordering::SeqCst), 1);
    assert_eq!(outcomes.iter().filter(|it| **it == Once::Handled(())).count(), 1);
}

/// A store that is out of reach, as a user would write one.
struct OutOfReach;

impl Deduplicator for OutOfReach {
    fn claim<'a>(&'a self, _: &'a DedupKey, _: &'a [u8]) -> BoxFuture<'a, Result<Claim, StoreError>> {
        Box::pin(async { Err("connection refused".into()) })
    }

    fn complete<'a>(&'a self, _: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async { Ok(()) })
    }

    fn release<'a>(&'a self, _: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn nothing_is_handled_while_the_store_is_out_of_reach() {
    let store: Box<dyn Deduplicator> = Box::new(OutOfReach);
    let delivery = delivery(&purchase());
    let error = once(&*store, &delivery, async |_| -> Result<(), std::fmt::Error> {
        panic!("handled without having asked the store")
    });
    assert_eq!(error.await.unwrap_err().to_string(), "the store of events cannot be asked: connection refused");
}

#[tokio::test]
async fn the_schedule_is_followed_until_an_event_is_acknowledged() {
    let body = purchase().build();
    let hours: Vec<u64> = testing::SCHEDULE.iter().map(|after| after.as_secs() / 60).collect();
    assert_eq!(hours, [0, 5, 50, 6 * 60, 24 * 60, 48 * 60, 96 * 60]);
    let mut retries = Vec::new();
    let replay = testing::replay("secret", &body, async |attempt| {
        let receiver = Receiver::new(Verifier::new("secret").unwrap());
        let delivery = receiver.receive(&attempt.headers, attempt.body).unwrap();
        retries.push(delivery.retry.unwrap());
        if attempt.retry == 3 { 200 } else { 500 }
    });
    let replay = replay.await;
    assert!(replay.acknowledged);
    assert_eq!(retries, [0, 1, 2, 3]);
    let given_up = testing::replay("secret", &body, async |_| 404).await;
    assert_eq!((given_up.answers.len(), given_up.acknowledged), (7, false));
    // Version 1 has no `retry`: all deliveries are the same.
    let v1 = testing::attempts("secret", &purchase().version_1().build());
    assert!(v1.iter().all(|attempt| attempt.body == v1[0].body));
}
