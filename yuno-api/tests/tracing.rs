//! What traces hold: the conventions' names, and nothing secret.
//!
//! This is a program of its own with a single test: which callsites are on is a matter of the whole process, and tests
//! beside it would switch them off.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::json;
use support::*;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use yuno_api::{retry::PROCESSING_LIMIT, types::Json};

type Fields = BTreeMap<String, String>;

/// Keeps all that is traced.
#[derive(Clone, Default)]
struct Recorder {
    spans: Arc<Mutex<Vec<Fields>>>,
    events: Arc<Mutex<Vec<Fields>>>,
}

struct Collect<'a>(&'a mut Fields);

impl Visit for Collect<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "yuno_api"
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::new();
        span.record(&mut Collect(&mut fields));
        let mut spans = self.spans.lock().unwrap();
        spans.push(fields);
        Id::from_u64(spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Collect(&mut self.spans.lock().unwrap()[index]));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Collect(&mut fields));
        fields.insert("level".to_owned(), event.metadata().level().to_string());
        self.events.lock().unwrap().push(fields);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn traces_follow_the_conventions_and_keep_secrets() {
    let recorder = Recorder::default();
    tracing::subscriber::set_global_default(recorder.clone()).unwrap();

    // A call is one span, and a repeat is one event.
    let server = Server::start([Reset, status(504), PaymentWithLastKey]).await;
    let client = server.builder().keys("sandbox_CANARY", "CANARY").account_code("CANARY").build().unwrap();
    let body = Json::new(&json!({"merchant_order_id": "CANARY order", "card": "CANARY"})).unwrap();
    client.call(&PAY).json(&body).build::<Json>().idempotency_key("CANARY").await.unwrap();

    let spans = recorder.spans.lock().unwrap().split_off(0);
    assert_eq!(spans.len(), 1);
    let port = server.address.port().to_string();
    for (name, value) in [
        ("otel.name", "POST /v1/payments"),
        ("otel.kind", "client"),
        ("yuno.operation", "payments.create"),
        ("http.request.method", "POST"),
        ("url.template", "/v1/payments"),
        ("server.address", "127.0.0.1"),
        ("server.port", &port),
        ("http.response.status_code", "200"),
        ("http.request.resend_count", "0"),
        ("yuno.found_by_lookup", "true"),
    ] {
        assert_eq!(spans[0].get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(spans[0].contains_key("yuno.duration_ms") && !spans[0].contains_key("error.type"));
    assert!(!spans[0].contains_key("otel.status_code"), "unset, where nothing failed");

    let events = recorder.events.lock().unwrap().split_off(0);
    let repeats: Vec<_> = events.iter().filter(|event| event["message"] == "repeating").collect();
    let told: Vec<_> = repeats
        .iter()
        .map(|event| [&event["operation"], &event["reason"], &event["cause"]].map(String::as_str))
        .collect();
    assert_eq!(told, [["payments.create", "unclear", "transport"], [FIND.id, "unclear", "504"]]);
    let all = format!("{spans:?} {events:?}");
    assert!(!all.contains("CANARY"), "{all}");

    // An error has its type, and a short limit its warning: once for a client and its clones.
    let server = Server::start([code(400, "INVALID_REQUEST"), Reset, Reset]).await;
    let client = server.builder().processing_limit(PROCESSING_LIMIT).timeout(Duration::from_secs(20)).build().unwrap();
    call(&client, &CAPTURE).await.unwrap_err();
    call(&client, &NOTIFY).await.unwrap_err();
    call(&client.clone(), &NOTIFY).await.unwrap_err();
    let spans = recorder.spans.lock().unwrap().split_off(0);
    let types: Vec<_> = spans.iter().map(|span| span["error.type"].as_str()).collect();
    assert_eq!(types, ["INVALID_REQUEST", "outcome_unknown", "outcome_unknown"]);
    assert!(spans.iter().all(|span| span["otel.status_code"] == "ERROR"));
    assert_eq!(spans[0]["url.template"], "/v1/payments/{payment_id}/capture", "the route, not the address");
    assert_eq!(spans[0]["yuno.request_id"], "req-err");
    assert!(!format!("{spans:?}").contains("p-1"));
    let events = recorder.events.lock().unwrap();
    let warnings: Vec<_> = events.iter().filter(|event| event["level"] == "WARN").collect();
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0]["message"].contains("60 seconds"));
}
