#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::Mutex;

use super::*;
use crate::{
    client::Client,
    operation::{Idempotency, Method},
    types::Json,
};

static LIST: Operation = Operation {
    id: "things.list",
    method: Method::Get,
    path: "/v1/things/{thing_id}",
    account_code: false,
    idempotency: Idempotency::Natural,
};

/// Notes its name on the way in and on the way out.
struct Note(&'static str, Arc<Mutex<Vec<String>>>);

impl Middleware for Note {
    fn handle<'a>(
        &'a self,
        mut request: HttpRequest,
        next: Next<'a>,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            self.1.lock().unwrap().push(format!("{} in", self.0));
            request.headers_mut().append("x-note", HeaderValue::from_static(self.0));
            let response = next.run(request).await;
            self.1.lock().unwrap().push(format!("{} out", self.0));
            response
        })
    }
}

#[tokio::test]
async fn middlewares_stand_around_the_transport_in_order() {
    let notes = Arc::new(Mutex::new(Vec::new()));
    let client = Client::builder()
        .keys("sandbox_CANARY", "CANARY")
        .middleware(Note("outer", notes.clone()))
        .middleware(Note("inner", notes.clone()))
        .transport(|request: HttpRequest| {
            let seen: Vec<_> = request.headers().get_all("x-note").iter().map(|note| note.to_str().unwrap()).collect();
            assert_eq!(seen, ["outer", "inner"]);
            assert_eq!(request.path(), "/v1/things/t%201");
            assert_eq!(request.query("order id").as_deref(), Some("a&b=c"));
            assert_eq!(request.header("private-secret-key"), Some("CANARY"));
            let shown = format!("{request:?} {:?}", request.headers());
            assert!(!shown.contains("CANARY") && !shown.contains("t%201"), "{shown}");
            Ok(HttpResponse::json(StatusCode::OK, r#"{"a": 1}"#))
        })
        .build()
        .unwrap();
    let answer =
        client.call(&LIST).path("thing_id", "t 1").query("order id", Some("a&b=c")).build::<Json>().await.unwrap();
    assert_eq!(answer.get(), r#"{"a": 1}"#);
    assert_eq!(*notes.lock().unwrap(), ["outer in", "inner in", "inner out", "outer out"]);
}

/// Answers without asking anybody.
struct Cached;

impl Middleware for Cached {
    fn handle<'a>(&'a self, _: HttpRequest, _: Next<'a>) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async { Ok(HttpResponse::json(StatusCode::OK, "{}")) })
    }
}

#[tokio::test]
async fn a_middleware_can_answer() {
    let client = Client::builder()
        .keys("k", "k")
        .middleware(Cached)
        .transport(|_: HttpRequest| panic!("nothing goes out"))
        .build()
        .unwrap();
    assert_eq!(client.call(&LIST).path("thing_id", "t").build::<Json>().await.unwrap().get(), "{}");
}
