//! The client against real sockets: what goes over the wire, to the byte, and servers that break HTTP. What the
//! sandbox can do to a call is in `repeats.rs`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::time::{Duration, SystemTime};

use support::*;
use tokio::net::TcpListener;
use yuno_api::{
    client::Client,
    environment::Environment,
    error::ErrorKind,
    retry::{Backoff, RetryBudget},
    types::Json,
};

const PAY_: &str = "POST /v1/payments";
const FIND_: &str = "GET /v1/payments?merchant_order_id=order%201%262";
const CAPTURE_: &str = "POST /v1/payments/p-1/capture";

#[tokio::test]
async fn a_request_carries_what_it_should_and_nothing_else() {
    let server = Server::start([ok(), ok(), ok(), ok()]).await;
    let client = server.builder().account_code("acc-1").user_agent_suffix("shop/2.1").build().unwrap();

    let answer = call(&client, &PAY).await.unwrap();
    assert_eq!(answer.get(), r#"{"id":"p-1","amount":{"value":150.00}}"#);
    assert_eq!((answer.status().as_u16(), answer.attempts()), (200, 1));
    assert_eq!(answer.request_id(), Some("req-ok"));
    assert_eq!(answer.headers()["x-request-id"], "req-ok");
    call(&client, &FIND).await.unwrap();
    call(&client, &REASSIGN).await.unwrap();
    call(&client, &CAPTURE).idempotency_key("my-key").await.unwrap();

    let seen = server.seen();
    assert_eq!(server.asked(), [PAY_, FIND_, "PATCH /v1/payment-methods/m-1", CAPTURE_]);
    let names = |index: usize| {
        let seen: &Seen = &seen[index];
        let mut names: Vec<_> = seen.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names
    };
    let always = ["accept", "host", "private-secret-key", "public-api-key", "user-agent"];
    assert_eq!(names(1), always);
    let mut write = vec!["accept", "content-length", "content-type", "host", "private-secret-key", "public-api-key"];
    write.extend(["user-agent", "x-idempotency-key"]);
    assert_eq!(names(0), write);
    write.truncate(7);
    write.push("x-account-code");
    assert_eq!(names(2), write);

    assert_eq!(seen[0].header("public-api-key"), Some("sandbox_public"));
    assert_eq!(seen[0].header("private-secret-key"), Some("private"));
    assert_eq!(seen[0].header("accept"), Some("application/json"));
    assert_eq!(seen[0].header("content-type"), Some("application/json"));
    assert_eq!(seen[0].header("x-idempotency-key"), answer.idempotency_key());
    assert_eq!(seen[0].body, body().get());
    let agent = seen[0].header("user-agent").unwrap();
    assert!(agent.starts_with("yuno-api/") && agent.ends_with("(rust) shop/2.1"), "{agent}");
    assert_eq!(seen[2].header("x-account-code"), Some("acc-1"));
    assert_eq!(seen[3].header("x-idempotency-key"), Some("my-key"));
    assert_eq!(*server.made.borrow(), 1, "one connection is kept for all");
}

#[tokio::test]
async fn no_connection_means_never_sent() {
    // Refused, until somebody listens.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let client = Client::builder().keys("k", "k").endpoint(format!("http://{address}"));
    let patient =
        client.retry(Backoff::default().first(Duration::from_millis(300))).randomness(|| 0.9).build().unwrap();
    let paid = tokio::spawn(call(&patient, &NOTIFY).into_future());
    tokio::time::sleep(Duration::from_millis(100)).await;
    let server = Server::on(TcpListener::bind(address).await.unwrap(), [ok()]);
    let answer = paid.await.unwrap().unwrap();
    assert!(answer.attempts() > 1);
    assert_eq!(server.asked().len(), 1);

    // No such name; and something that speaks no TLS.
    let deaf = Server::start([]).await;
    for endpoint in ["https://yuno.invalid".to_owned(), format!("https://{}", deaf.address)] {
        let client = Client::builder()
            .keys("k", "k")
            .endpoint(endpoint)
            .no_proxy()
            .connect_timeout(Duration::from_millis(500))
            .retry(quick().max_attempts(2))
            .build()
            .unwrap();
        let error = call(&client, &PAY).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connection, "{error:?}");
        assert!(error.is_retryable());
        assert_eq!(error.attempts(), 2);
    }
}

#[tokio::test]
async fn what_is_no_answer_is_unclear() {
    for bytes in [&b""[..], b"HTTP/1.1 nonsense\r\n\r\n"] {
        let server = Server::start([Raw(bytes.to_vec()), ok()]).await;
        let answer = call(&server.client(), &CAPTURE).await.unwrap();
        assert_eq!(answer.attempts(), 2);
        assert_eq!(server.asked(), [CAPTURE_; 2]);
        assert_eq!(server.keys(), [answer.idempotency_key().unwrap()]);
    }
}

#[tokio::test]
async fn a_payment_is_looked_up_before_it_is_made_again() {
    let nothing = || Answer(200, vec![], "[]".to_owned());
    let server = Server::start([Reset, nothing(), truncated(), code(400, "PAYMENT_NOT_FOUND"), ok()]).await;
    let answer = call(&server.client(), &PAY).await.unwrap();
    assert_eq!(server.asked(), [PAY_, FIND_, PAY_, FIND_, PAY_]);
    assert_eq!(server.keys(), [answer.idempotency_key().unwrap()]);
    assert_eq!((answer.attempts(), answer.found_by_lookup()), (3, false));

    let server = Server::start([Reset, status(503), PaymentWithLastKey]).await;
    let answer = call(&server.client(), &PAY).await.unwrap();
    assert_eq!(server.asked(), [PAY_, FIND_, FIND_]);
    assert!(answer.found_by_lookup());
    assert!(answer.get().contains(r#""id":"found""#) && answer.get().contains("150.00"));
    assert_eq!(answer.body(), answer.get().as_bytes());

    let server = Server::start([Reset, Reset, Reset, Reset, Reset]).await;
    let error = call(&server.client(), &PAY).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(server.asked(), [PAY_, FIND_, FIND_, FIND_, FIND_], "not sent again without knowing");
}

#[tokio::test]
async fn work_under_way_is_looked_for() {
    let server = Server::start([code(400, "REQUEST_IN_PROCESS"), PaymentWithLastKey]).await;
    assert!(call(&server.client(), &PAY).await.unwrap().found_by_lookup());
}

#[tokio::test]
async fn slow_down_is_obeyed() {
    // A date has whole seconds: two ahead is a wait of more than one.
    let date = || httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(2));
    let told: [fn() -> String; 2] = [|| "1".to_owned(), date];
    for told in told {
        let server = Server::start([Answer(429, vec![("retry-after", told())], String::new()), ok()]).await;
        let began = std::time::Instant::now();
        let answer = call(&server.client(), &NOTIFY).await.unwrap();
        let took = began.elapsed();
        assert!(took >= Duration::from_millis(990) && took < Duration::from_secs(4), "{took:?}");
        assert_eq!(answer.attempts(), 2);
    }
}

#[tokio::test]
async fn refusals_are_not_repeated() {
    for operation in [&PAY, &CAPTURE, &NOTIFY, &FIND] {
        let server = Server::start([code(400, "INVALID_PARAMETERS")]).await;
        let error = call(&server.client(), operation).await.unwrap_err();
        assert_eq!((error.kind(), error.code_str()), (ErrorKind::Api, Some("INVALID_PARAMETERS")));
        assert_eq!(error.operation(), Some(operation.id));
        assert_eq!(server.asked().len(), 1);
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    for redirect in [301, 302, 307, 308] {
        let elsewhere = Server::start([]).await;
        let location = vec![("location", format!("{}/v1/payments", elsewhere.url()))];
        let server = Server::start([Answer(redirect, location, String::new())]).await;
        let error = call(&server.client(), &CAPTURE).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), redirect);
        assert!(error.to_string().contains("not followed"), "{error}");
        assert_eq!(server.asked().len(), 1);
        assert_eq!(*elsewhere.made.borrow(), 0, "the keys stay here");
    }
}

#[tokio::test]
async fn plain_http_and_keys_of_another_environment_are_refused() {
    let http = Client::builder().keys("k", "k").endpoint("http://192.0.2.1").build().unwrap_err();
    assert_eq!(http.kind(), ErrorKind::Configuration);
    let keys = Client::builder().keys("prod_k", "k").environment(Environment::Sandbox).build().unwrap_err();
    assert_eq!(keys.kind(), ErrorKind::Configuration);
}

#[tokio::test]
async fn bodies_are_bounded() {
    let announced = || Raw(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n{".to_vec());
    for act in [announced(), Endless, Answer(200, vec![], format!("\"{}\"", "x".repeat(1024)))] {
        let server = Server::start([act]).await;
        let client = server.builder().max_response_bytes(1025).retry(Backoff::never()).build().unwrap();
        let error = call(&client, &FIND).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert!(cause.contains("larger than 1025 bytes"), "{cause}");
    }
    let server = Server::start([Answer(200, vec![], format!("\"{}\"", "x".repeat(1023)))]).await;
    let client = server.builder().max_response_bytes(1025).build().unwrap();
    assert_eq!(call(&client, &FIND).await.unwrap().get().len(), 1025);
}

#[tokio::test]
async fn a_dropped_call_closes_its_connection() {
    let server = Server::start([Hang]).await;
    let client = server.client();
    let cut = tokio::time::timeout(Duration::from_millis(100), call(&client, &CAPTURE).into_future()).await;
    assert!(cut.is_err());
    let mut ended = server.ended.clone();
    tokio::time::timeout(Duration::from_secs(5), ended.wait_for(|&count| count == 1)).await.unwrap().unwrap();
    assert_eq!(server.asked().len(), 1, "and nothing is sent after it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_at_once() {
    let acts = (0..600).map(|index| match index % 6 {
        0 => status(503),
        1 => Reset,
        _ => ok(),
    });
    let server = Server::start(acts).await;
    let client =
        server.builder().retry_budget(RetryBudget::unlimited()).retry(quick().max_attempts(30)).build().unwrap();
    let calls: Vec<_> = (0..400).map(|_| tokio::spawn(call(&client.clone(), &CAPTURE).into_future())).collect();
    let mut keys = Vec::new();
    for call in calls {
        keys.push(call.await.unwrap().unwrap().idempotency_key().unwrap().to_owned());
    }
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 400);
    assert_eq!(server.keys(), keys, "each call keeps its key");
    assert_eq!(server.seen().len(), 600);
}

#[tokio::test]
async fn an_answer_without_a_body_is_read_where_none_is_expected() {
    let server = Server::start([Answer(202, vec![], String::new())]).await;
    let client = server.client();
    let answer = client.call(&NOTIFY).path("payment_id", "p").json(&body()).build::<()>().await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.body().len()), (202, 0));
    let () = answer.into_inner();
}

/// An answer's type is the caller's choice.
#[tokio::test]
async fn lists_are_read_too() {
    let server = Server::start([Answer(200, vec![], "[1, 2]".to_owned())]).await;
    let answer = server.client().call(&FIND).build::<Json>().await.unwrap();
    assert_eq!(answer.map(|json| json.get().len()).into_inner(), 6);
}
