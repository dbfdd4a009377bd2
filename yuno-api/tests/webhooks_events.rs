//! Every event decodes, known or not, and encodes back to the same JSON.

#![cfg(feature = "webhooks")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used)]

#[path = "webhooks/exact.rs"]
mod exact;

use exact::Exact;
use yuno_api::{
    types::{Json, OneOrMany, TransactionType},
    webhooks::{Event, EventKind, EventType, Payload, testing},
};

/// The vendor's list, as of August 2026.
const LIST: &str = include_str!("webhooks/events.tsv");

const BODIES: [(&str, &[u8]); 10] = [
    ("payment, version 2", include_bytes!("webhooks/payment_v2.json")),
    ("payment, version 1", include_bytes!("webhooks/payment_v1.json")),
    ("dispute, version 1, transactions as a list", include_bytes!("webhooks/chargeback_v1.json")),
    ("refund, retry and version as texts", include_bytes!("webhooks/refund.json")),
    ("enrollment", include_bytes!("webhooks/enrollment.json")),
    ("payout", include_bytes!("webhooks/payout.json")),
    ("subscription", include_bytes!("webhooks/subscription.json")),
    ("onboarding", include_bytes!("webhooks/onboarding.json")),
    ("split transfer, without an envelope", include_bytes!("webhooks/split_transfer.json")),
    ("unknown", include_bytes!("webhooks/unknown.json")),
];

fn rows() -> Vec<(&'static str, &'static str)> {
    LIST.lines().skip(1).map(|line| line.split_once('\t').unwrap()).collect()
}

fn round_trip(body: &[u8], what: &str) -> Event {
    let event = Event::parse(body).unwrap_or_else(|error| panic!("{what}: {error}"));
    let written = event.to_bytes().unwrap();
    assert_eq!(
        Exact::parse(&written).without_nulls(),
        Exact::parse(body).without_nulls(),
        "{what}: {}",
        String::from_utf8_lossy(body),
    );
    assert_eq!(Event::parse(&written).unwrap(), event, "{what}");
    event
}

#[test]
fn the_kinds_are_those_of_the_list() {
    let listed: Vec<String> = rows().iter().map(|(about, action)| format!("{about}.{action}")).collect();
    let known: Vec<&str> = EventKind::KNOWN.iter().map(EventKind::as_str).collect();
    assert_eq!(known, listed);
    for (about, action) in rows() {
        let kind = EventKind::from(&*format!("{about}.{action}"));
        assert_eq!((kind.event_type().as_str(), kind.action()), (about, action));
        assert!(EventType::KNOWN.contains(&kind.event_type()));
    }
}

#[test]
fn every_event_of_the_list_decodes_and_encodes_back() {
    assert_eq!(rows().len(), EventKind::KNOWN.len());
    for (about, action) in rows() {
        let name = format!("{about}.{action}");
        let event = round_trip(&testing::event(&*name).build(), &name);
        assert!(event.kind().is_known(), "{name}");
        assert_eq!(event.kind().as_str(), name);
        assert_eq!(event.type_.as_ref().unwrap().as_str(), about);
        assert!(event.resource_id().is_some() && event.status().is_some() && event.account().is_some(), "{name}");
        assert!(event.updated_at().is_some(), "{name}");
        match event.payload() {
            Payload::Payment(_) => assert!(about == "payment" && !matches!(action, "refund" | "chargeback")),
            Payload::Refund(_) => assert_eq!(name, "payment.refund"),
            Payload::Chargeback(_) => assert_eq!(name, "payment.chargeback"),
            Payload::Enrollment(_) => assert_eq!(about, "enrollment"),
            Payload::Other(other) => {
                assert!(!matches!(about, "payment" | "enrollment"), "{name}");
                assert_eq!(other.json(), event.json());
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

/// The same events around bodies that were not made by the code that is tested.
#[test]
fn every_event_of_the_list_decodes_around_any_data() {
    for (about, action) in rows() {
        for data in [r#"{"id": "1"}"#, "{}", "[1, 2.50]", "null", "\"text\"", "7", r#"{"payment": 7, "id": {}}"#] {
            let body = format!(
                r#"{{"type_event": "{about}.{action}", "data": {data}, "retry": "3", "type": "{about}", "version": "2"}}"#
            );
            let event = round_trip(body.as_bytes(), &body);
            assert_eq!(event.kind().as_str(), format!("{about}.{action}"));
            assert_eq!((event.retry, event.version), (Some(3), Some(2)));
        }
    }
}

#[test]
fn hand_made_events_decode_and_encode_back() {
    for (what, body) in BODIES {
        round_trip(body, what);
    }
}

#[test]
fn members_added_reordered_or_of_another_kind_change_nothing_else() {
    for (what, body) in BODIES {
        let exact = Exact::parse(body);
        let reordered = round_trip(exact.reversed().as_bytes(), what);
        assert_eq!(reordered, Event::parse(body).unwrap(), "{what}: the order of members counts");
        assert_eq!(reordered.dedup_key(), Event::parse(body).unwrap().dedup_key(), "{what}");

        let more = round_trip(exact.clone().with_additions().reversed().as_bytes(), what);
        assert_eq!(more.kind(), reordered.kind(), "{what}");
        assert_eq!(more.resource_id(), reordered.resource_id(), "{what}");

        let strangers = [
            Exact::Text("another".to_owned()),
            Exact::Text(String::new()),
            Exact::Scalar("12.50".to_owned()),
            Exact::Scalar("123456789012345678901234567890".to_owned()),
            Exact::Scalar("true".to_owned()),
            Exact::List(vec![Exact::Scalar("1".to_owned())]),
            Exact::Object([("new".to_owned(), Exact::Scalar("1".to_owned()))].into()),
        ];
        for stranger in strangers {
            for replaced in exact.each_replaced(&stranger).iter().filter(|it| matches!(it, Exact::Object(_))) {
                let event = round_trip(replaced.reversed().as_bytes(), what);
                // Whatever is asked, there is an answer.
                let _ = (event.dedup_key(), event.relation(&reordered), event.payload(), event.enrolled_card());
            }
        }
    }
}

#[test]
fn nulls_are_absence() {
    for (what, body) in BODIES {
        let exact = Exact::parse(body);
        for nulled in exact.each_replaced(&Exact::Null).iter().filter(|it| matches!(it, Exact::Object(_))) {
            let event = round_trip(nulled.reversed().as_bytes(), what);
            let absent = Event::parse(nulled.clone().without_nulls().reversed().as_bytes()).unwrap();
            assert_eq!(event.dedup_key(), absent.dedup_key(), "{what}");
            assert_eq!(event.relation(&absent), absent.relation(&event), "{what}");
        }
    }
}

#[test]
fn a_payment_is_typed_in_every_form() {
    let v2 = Event::parse(BODIES[0].1).unwrap();
    let payment = v2.payment().unwrap();
    assert_eq!(payment.amount.as_ref().unwrap().value.unwrap().to_string(), "1458.10");
    // An object here, a list in what the API answers.
    assert!(matches!(payment.transactions, Some(OneOrMany::One(_))));
    assert_eq!(v2.transaction().unwrap().type_, Some(TransactionType::Purchase));
    assert_eq!(v2.idempotency_key().unwrap(), "0d9f5c39-4f6f-4f0d-8a43-2d1a0b7e6c55");
    assert!(!v2.is_retry());

    let v1 = Event::parse(BODIES[1].1).unwrap();
    assert_eq!(v1.kind(), EventKind::PaymentPurchase);
    assert_eq!(v1.account().unwrap().as_str(), "c004cfd7-0c65-4add-b9b3-3d7e3949c9f1");
    assert_eq!(v1.idempotency_key().unwrap(), "28f14927-421b-4424-b4d2-5de4d83ca138");

    let dispute = Event::parse(BODIES[2].1).unwrap();
    assert!(matches!(dispute.payload(), Payload::Chargeback(_)));
    assert_eq!(dispute.transaction().unwrap().id.as_ref().unwrap().as_str(), "2");

    let refund = Event::parse(BODIES[3].1).unwrap();
    assert!(matches!(refund.payload(), Payload::Refund(_)));
    assert_eq!(refund.idempotency_key().unwrap(), "key-of-the-event");
    assert!(refund.is_retry());
}

#[test]
fn what_has_no_type_has_an_id_a_status_and_a_key() {
    let ask = |index: usize| {
        let event = Event::parse(BODIES[index].1).unwrap();
        let Payload::Other(other) = event.payload() else { panic!("{event:?}") };
        let text = |it: Option<std::borrow::Cow<'_, str>>| it.map(String::from);
        (event.kind(), text(other.id()), text(other.status()), text(other.idempotency_key()))
    };
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        ask(5),
        (EventKind::PayoutPayout, some("0cbc7bd4-04f3-4897-b3c6-4d5f36a6b9a7"), some("SUCCEEDED"), None)
    );
    assert_eq!(
        ask(6),
        (
            EventKind::SubscriptionCycleExecuted,
            some("e98ef674-9baa-4f7a-8da4-4c812c4749a4"),
            some("TRIALING"),
            some("created-with-this")
        )
    );
    assert_eq!(
        ask(8),
        (
            EventKind::SplitTransferReverseSucceeded,
            some("550e8400-e29b-41d4-a716-446655440000"),
            some("REVERSED_PARTIAL"),
            None
        )
    );
    assert_eq!(
        ask(9),
        (EventKind::Unrecognized("loyalty.points_granted".to_owned()), some("points-1"), some("GRANTED"), some("k-1"))
    );
    let event = Event::parse(BODIES[5].1).unwrap();
    let Payload::Other(other) = event.payload() else { panic!() };
    let data: std::collections::BTreeMap<String, Json> = other.json().parse().unwrap();
    assert_eq!(data["amount"].get(), r#"{ "currency": "BRL", "value": 100.10 }"#);
}

#[test]
fn an_unknown_event_about_a_payment_still_gives_the_payment() {
    let event = round_trip(&testing::event("payment.something_new").build(), "new");
    assert!(!event.kind().is_known());
    assert_eq!(event.kind().event_type(), EventType::Payment);
    assert!(matches!(event.payload(), Payload::Payment(_)));
    assert_eq!(event.status().as_deref(), Some("SUCCEEDED"));
}

#[test]
fn an_enrolled_card_is_read_from_both_places() {
    let event = Event::parse(BODIES[4].1).unwrap();
    let Payload::Enrollment(method) = event.payload() else { panic!() };
    assert_eq!(method.customer_id.as_ref().unwrap().as_str(), "2f38972e-2427-43b7-95be-ee4cf21cef1b");
    assert_eq!(event.enrolled_card().unwrap().iin.as_deref(), Some("41111111"));

    let other = testing::event(EventKind::EnrollmentUpdate)
        .remove("data.payment_method.detail")
        .set("data.payment_method.card_data.iin", "51584511");
    assert_eq!(other.parse().enrolled_card().unwrap().iin.as_deref(), Some("51584511"));
}

#[test]
fn a_name_without_its_type_is_completed() {
    let body = br#"{"type": "split_transfer", "type_event": "succeeded", "data": {"id": "1"}}"#;
    assert_eq!(Event::parse(body).unwrap().kind(), EventKind::SplitTransferSucceeded);
    let body = br#"{"type": "split_transfer", "type_event": "lost"}"#;
    assert_eq!(Event::parse(body).unwrap().kind().as_str(), "lost");
    assert_eq!(Event::parse(b"{}").unwrap().kind().as_str(), "");
}

#[test]
fn debug_shows_no_text_of_the_body() {
    // Names of events, statuses and ids of Yuno's are shown; whatever a merchant or a customer wrote is not.
    let shown = |text: &str| {
        let uuid = text.len() == 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        let time = text.starts_with("20") && text.ends_with('Z');
        let name =
            text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') || EventKind::from(text).is_known();
        uuid || time || name || EventType::KNOWN.contains(&text.into())
    };
    for (what, body) in BODIES {
        let event = Event::parse(body).unwrap();
        let debug = format!("{event:?} {:?} {:?}", event.payload(), event.dedup_key());
        for text in Exact::parse(body).texts().into_iter().filter(|text| text.len() > 3 && !shown(text)) {
            assert!(!debug.contains(text), "{what}: {text} is in {debug}");
        }
    }
}

#[test]
fn ages_are_those_of_the_payload() {
    let at = |text: &str| text.parse().unwrap();
    let event = testing::event(EventKind::PaymentPurchase).updated_at(at("2026-08-21T10:00:00Z"));
    assert_eq!(event.parse().age(at("2026-08-21T11:00:00Z")).unwrap().as_hours(), 1);
    let created = event.remove("data.payment.updated_at").set("data.payment.created_at", "2026-08-21T08:00:00Z");
    assert_eq!(created.parse().age(at("2026-08-21T11:00:00Z")).unwrap().as_hours(), 3);
    assert_eq!(created.remove("data.payment.created_at").parse().age(at("2026-08-21T11:00:00Z")), None);
}
