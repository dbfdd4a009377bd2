#![allow(clippy::unwrap_used, clippy::panic)]

use http::StatusCode;
use serde_json::json;

use super::*;
use crate::{
    error::ErrorKind,
    operation::Method,
    transport::{HttpRequest, HttpResponse},
};

static GET: Operation = Operation {
    id: "things.retrieve",
    method: Method::Get,
    path: "/v1/things/{thing_id}/parts/{part_id}",
    account_code: false,
    idempotency: Idempotency::Natural,
};
static POST: Operation = Operation {
    id: "things.create",
    method: Method::Post,
    path: "/v1/things",
    account_code: true,
    idempotency: Idempotency::Key,
};
static ASTRAY: Operation = Operation {
    id: "things.astray",
    method: Method::Get,
    path: "@example.com/v1/things",
    account_code: false,
    idempotency: Idempotency::Natural,
};

/// Answers with what was asked.
fn echo() -> Client {
    let answer = |request: HttpRequest| {
        let header = |name: &str| request.header(name).map(str::to_owned);
        let seen = json!({
            "url": request.url(),
            "key": header("x-idempotency-key"),
            "code": header("x-account-code"),
            "type": header("content-type"),
            "body": String::from_utf8(request.body().to_vec()).unwrap(),
        });
        Ok(HttpResponse::json(StatusCode::OK, seen.to_string()))
    };
    Client::builder().keys("k", "k").account_code("client-code").transport(answer).build().unwrap()
}

async fn seen(call: Call<Json>) -> serde_json::Value {
    call.await.unwrap().parse().unwrap()
}

async fn refused(call: Call<Json>) -> String {
    let error = call.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(error.attempts(), 0);
    error.to_string()
}

#[tokio::test]
async fn values_are_escaped() {
    let call = echo()
        .call(&GET)
        .path("thing_id", "a/b?c#d%e é")
        .path("part_id", "..x")
        .query("q", Some("a b&c=d"))
        .query("flag", Some(&true))
        .query("none", None::<&str>)
        .build();
    assert_eq!(
        seen(call).await["url"],
        "https://api-sandbox.y.uno/v1/things/a%2Fb%3Fc%23d%25e%20%C3%A9/parts/..x?q=a%20b%26c%3Dd&flag=true"
    );
}

#[tokio::test]
async fn a_value_cannot_lead_to_another_route() {
    for value in ["", ".", ".."] {
        let message = refused(echo().call(&GET).path("thing_id", value).path("part_id", "p").build()).await;
        assert!(message.starts_with("things.retrieve: thing_id is"), "{message}");
    }
    let message = refused(echo().call(&GET).path("thing_id", "t").build()).await;
    assert!(message.contains("part_id"), "{message}");
    let message = refused(echo().call(&GET).path("thing_id", "{part_id}").build()).await;
    assert!(message.contains("part_id"), "a value is no place for another: {message}");
    refused(echo().call(&ASTRAY).build()).await;
}

#[tokio::test]
async fn a_key_is_made_for_each_call_or_given() {
    let body = Json::new(&json!({"a": 1})).unwrap();
    let call = || echo().call(&POST).json(&body).build();
    let (one, two) = (seen(call()).await, seen(call()).await);
    assert_ne!(one["key"], two["key"]);
    let key: Uuid = one["key"].as_str().unwrap().parse().unwrap();
    assert_eq!(key.get_version_num(), 4);
    assert_eq!(
        (&one["type"], &one["body"], &one["code"]),
        (&json!("application/json"), &json!(r#"{"a":1}"#), &json!("client-code"))
    );

    let given = seen(call().idempotency_key("mine").account_code("call-code")).await;
    assert_eq!((&given["key"], &given["code"]), (&json!("mine"), &json!("call-code")));
    let answer = call().idempotency_key("mine").await.unwrap();
    assert_eq!(answer.idempotency_key(), Some("mine"));

    for bad in ["", "with space", "line\nbreak", "é", &"x".repeat(65)] {
        let message = refused(call().idempotency_key(bad)).await;
        assert!(message.contains("idempotency key"), "{message}");
    }
    refused(call().account_code("a\r\nprivate-secret-key: x")).await;
}

#[tokio::test]
async fn reading_takes_no_key_and_no_body() {
    let seen = seen(echo().call(&GET).path("thing_id", "t").path("part_id", "p").build()).await;
    assert_eq!((&seen["key"], &seen["code"], &seen["type"]), (&json!(null), &json!(null), &json!(null)));
}

#[test]
fn calls_do_nothing_and_print_nothing_before_they_are_awaited() {
    let body = Json::new(&json!({"number": "4111111111111111"})).unwrap();
    let client = Client::builder().keys("k", "k").transport(|_: HttpRequest| panic!("sent")).build().unwrap();
    let builder = client.call(&POST).json(&body);
    let shown = format!("{builder:?}");
    let call = builder.build::<Json>();
    let shown = format!("{shown} {call:?}");
    let shown = format!("{shown} {:?}", call.into_future());
    assert!(!shown.contains("4111"), "{shown}");
}

#[test]
fn futures_can_be_spawned_and_are_small() {
    fn check<T: Send + Unpin + 'static>(_: &T) {}
    let call = echo().call(&POST).build::<Json>().into_future();
    check(&call);
    assert_eq!(size_of_val(&call), 2 * size_of::<usize>());
}
