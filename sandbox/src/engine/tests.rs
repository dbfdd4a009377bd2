//! Webhooks as a merchant's receiver sees them: real HTTP, a clock that is moved by hand.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::VecDeque;

use axum::{Router, body::Bytes, extract::State, routing::post};
use http::{HeaderMap, StatusCode};
use serde_json::json;
use tokio::net::TcpListener;
use yuno_api::webhooks::{EventKind, Receiver, Verifier, testing};

use jiff::SignedDuration;

use super::*;
use crate::{domain::Event, webhooks::Disorder};

/// A receiver of webhooks that answers as it was told to, and 200 from then on.
#[derive(Clone)]
struct Merchant {
    url: String,
    seen: std::sync::Arc<Mutex<Vec<Seen>>>,
}

#[derive(Debug, Clone)]
struct Seen {
    kind: Option<EventKind>,
    retry: Option<i64>,
    number: Option<String>,
    body: Bytes,
}

impl Merchant {
    async fn start(answers: impl IntoIterator<Item = u16>) -> Self {
        type Shared = (std::sync::Arc<Mutex<Vec<Seen>>>, std::sync::Arc<Mutex<VecDeque<u16>>>, Receiver);
        async fn hook(State((seen, answers, receiver)): State<Shared>, headers: HeaderMap, body: Bytes) -> StatusCode {
            let delivery = receiver.receive(&headers, body.clone());
            let event = delivery.as_ref().ok();
            seen.lock().unwrap().push(Seen {
                kind: event.map(|it| it.kind()),
                retry: event.and_then(|it| it.event().retry),
                number: event.and_then(|it| it.event().resource_id().map(std::borrow::Cow::into_owned)),
                body,
            });
            let Some(_) = event else { return StatusCode::UNAUTHORIZED };
            let status = answers.lock().unwrap().pop_front().unwrap_or(200);
            StatusCode::from_u16(status).unwrap()
        }
        let verifier = Verifier::builder().secret("secret").api_key("key").header_secret("other").build().unwrap();
        let seen = std::sync::Arc::<Mutex<Vec<Seen>>>::default();
        let answers = std::sync::Arc::new(Mutex::new(answers.into_iter().collect::<VecDeque<_>>()));
        let router =
            Router::new().route("/hook", post(hook)).with_state((seen.clone(), answers, Receiver::new(verifier)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, seen }
    }

    fn webhook(&self) -> Webhook {
        Webhook::new(&self.url).secret("secret").api_key("key").header_secret("other")
    }

    fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    fn ids(&self) -> Vec<String> {
        self.seen().into_iter().filter_map(|it| it.number).collect()
    }
}

fn engine(merchant: &Merchant, delivers: bool) -> Engine {
    Engine::new(Settings {
        seed: 1,
        honours_create_key: true,
        any_keys: false,
        exposed: false,
        delivers,
        clock: Clock::Fixed { now: "2026-01-01T00:00:00Z".parse().unwrap() },
        webhooks: vec![merchant.webhook()],
        url: "http://127.0.0.1".to_owned(),
    })
}

fn happen(engine: &Engine, id: &str) {
    let mut state = engine.state();
    let now = state.clock.now();
    let data = json!({ "payment": { "id": id, "status": "SUCCEEDED", "sub_status": "APPROVED" } });
    let event = Event {
        kind: "payment".to_owned(),
        event: "payment.purchase".to_owned(),
        account: "a-1".to_owned(),
        data: data.into(),
    };
    state.webhooks.happened(event, now);
}

#[tokio::test]
async fn a_delivery_is_signed_and_in_the_envelope() {
    let merchant = Merchant::start([]).await;
    let engine = engine(&merchant, true);
    happen(&engine, "p-1");
    let attempts = engine.deliver(&Disorder::none()).await;
    assert_eq!((attempts.len(), attempts[0].status, attempts[0].retry), (1, Some(200), 0));
    let seen = merchant.seen();
    assert_eq!((seen[0].kind.clone(), seen[0].retry), (Some(EventKind::PaymentPurchase), Some(0)));
    let envelope: serde_json::Value = serde_json::from_slice(&seen[0].body).unwrap();
    assert_eq!(
        (&envelope["type"], &envelope["account_id"], &envelope["version"]),
        (&json!("payment"), &json!("a-1"), &json!(2))
    );
    assert!(engine.deliver(&Disorder::none()).await.is_empty(), "what is acknowledged comes once");
}

#[tokio::test]
async fn what_is_not_acknowledged_comes_again_on_the_schedule() {
    let merchant = Merchant::start([500, 204, 404, 302, 503, 401, 500]).await;
    let engine = engine(&merchant, true);
    happen(&engine, "p-1");
    engine.advance(SignedDuration::from_hours(200)).await.unwrap();
    let start: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    let after: Vec<_> =
        engine.attempts().iter().map(|it| it.at.duration_since(start).as_secs().unsigned_abs()).collect();
    assert_eq!(after, testing::SCHEDULE.map(|it| it.as_secs()));
    let retries: Vec<_> = merchant.seen().iter().filter_map(|it| it.retry).collect();
    assert_eq!(retries, [0, 1, 2, 3, 4, 5, 6]);
    assert_eq!(engine.now().to_string(), "2026-01-09T08:00:00Z");
}

#[tokio::test]
async fn only_what_has_come_due_is_delivered() {
    let merchant = Merchant::start([500, 500]).await;
    let engine = engine(&merchant, true);
    happen(&engine, "p-1");
    engine.deliver(&Disorder::none()).await;
    for (seconds, attempts) in [(299, 1), (1, 2), (2699, 2), (1, 3), (1_000_000, 3)] {
        engine.advance(SignedDuration::from_secs(seconds)).await.unwrap();
        assert_eq!(merchant.seen().len(), attempts, "after {seconds} more seconds");
    }
}

#[tokio::test]
async fn a_receiver_that_is_away_is_tried_again() {
    let engine = {
        let merchant = Merchant::start([]).await;
        let mut away = merchant;
        // Nobody listens at the discard port of this machine.
        "http://127.0.0.1:9/hook".clone_into(&mut away.url);
        engine(&away, true)
    };
    happen(&engine, "p-1");
    let attempts = engine.deliver(&Disorder::none()).await;
    assert_eq!(attempts[0].status, None);
    assert!(attempts[0].error.is_some());
    assert_eq!(engine.state().webhooks.next_due().unwrap().to_string(), "2026-01-01T00:05:00Z");
}

#[tokio::test]
async fn duplicates_order_and_forgeries_are_as_asked_for() {
    let merchant = Merchant::start([]).await;
    let engine = engine(&merchant, false);
    for id in ["p-1", "p-2", "p-3"] {
        happen(&engine, id);
    }
    let attempts = engine.deliver(&Disorder::none().duplicated(1).reordered().forged()).await;
    assert_eq!(merchant.ids(), ["p-3", "p-3", "p-2", "p-2", "p-1", "p-1"]);
    assert_eq!(merchant.seen().iter().filter(|it| it.kind.is_none()).count(), 3, "forgeries are not taken");
    let statuses: Vec<_> = attempts.iter().map(|it| (it.forged, it.duplicate, it.status)).collect();
    assert_eq!(statuses[..3], [(true, false, Some(401)), (false, false, Some(200)), (false, true, Some(200))]);
    assert!(engine.deliver(&Disorder::none()).await.is_empty());
}

#[tokio::test]
async fn on_demand_means_only_on_demand() {
    let merchant = Merchant::start([]).await;
    let engine = engine(&merchant, false);
    happen(&engine, "p-1");
    engine.advance(SignedDuration::from_hours(1)).await.unwrap();
    assert!(merchant.seen().is_empty());
    engine.deliver(&Disorder::none()).await;
    assert_eq!(merchant.ids(), ["p-1"]);
}

#[tokio::test]
async fn an_event_is_replayed_by_its_number() {
    let merchant = Merchant::start([]).await;
    let engine = engine(&merchant, true);
    happen(&engine, "p-1");
    happen(&engine, "p-2");
    engine.deliver(&Disorder::none()).await;
    let number = engine.events()[0].number;
    let attempts = engine.replay(number, &Disorder::none().duplicated(1)).await.unwrap();
    assert_eq!(attempts.len(), 2);
    assert_eq!(merchant.ids(), ["p-1", "p-2", "p-1", "p-1"]);
    assert!(engine.replay(77, &Disorder::none()).await.unwrap_err().contains("77"));
}

#[tokio::test]
async fn a_snapshot_holds_what_is_still_to_be_delivered() {
    let merchant = Merchant::start([500]).await;
    let first = engine(&merchant, true);
    happen(&first, "p-1");
    first.deliver(&Disorder::none()).await;
    first.arm(Fault::html_body().times(3)).unwrap();
    let snapshot = first.snapshot().unwrap();

    let second = engine(&merchant, true);
    second.restore(snapshot.as_bytes()).unwrap();
    assert_eq!(second.armed(), first.armed());
    second.advance(SignedDuration::from_mins(5)).await.unwrap();
    assert_eq!(merchant.ids(), ["p-1", "p-1"]);
    assert_eq!(second.attempts().last().unwrap().retry, 1);

    second.reset();
    assert!(second.armed().is_empty() && second.attempts().is_empty());
    assert_eq!(second.now().to_string(), "2026-01-01T00:00:00Z");
}

#[tokio::test]
async fn what_is_no_snapshot_changes_nothing() {
    let merchant = Merchant::start([]).await;
    let engine = engine(&merchant, true);
    engine.arm(Fault::html_body()).unwrap();
    let other = engine.snapshot().unwrap().replacen("\"version\":1", "\"version\":9", 1);
    let abroad = engine.snapshot().unwrap().replace("http://127.0.0.1", "http://192.0.2.1");
    for snapshot in ["", "{}", "[]", "{\"version\":\"CANARY\"}", other.as_str(), abroad.as_str()] {
        let error = engine.restore(snapshot.as_bytes()).unwrap_err();
        assert!(!error.contains("CANARY"), "{error}");
    }
    assert_eq!(engine.armed().len(), 1);
}
