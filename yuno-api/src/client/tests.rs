//! The engine on a scripted transport and a paused clock: every row of the table in [`crate::retry`], and what
//! surrounds it.
#![allow(clippy::unwrap_used, clippy::panic)]

mod minute;

use std::{
    collections::VecDeque,
    future,
    sync::{Arc, Mutex},
    time::Duration,
};

use ::http::{HeaderValue, StatusCode, header};
use serde_json::json;
use tokio::time::Instant;

use super::*;
use crate::{
    call::Call,
    error::{Error, ErrorKind},
    operation::{Idempotency, Method},
    response::Response,
    retry::{Backoff, RetryReason},
    transport::{BoxFuture, Exchange, Finished, HttpRequest, HttpResponse, Repeat, TransportError},
    types::Json,
};

static FIND: Operation = Operation {
    id: "payments.find",
    method: Method::Get,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Natural,
};
static PAY: Operation = Operation {
    id: "payments.create",
    method: Method::Post,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Lookup { operation: &FIND, field: "merchant_order_id" },
};
static CAPTURE: Operation = Operation {
    id: "payments.capture",
    method: Method::Post,
    path: "/v1/payments/p/capture",
    account_code: false,
    idempotency: Idempotency::Key,
};
static NOTIFY: Operation = Operation {
    id: "payments.notify",
    method: Method::Post,
    path: "/v1/payments/p/fulfillments",
    account_code: false,
    idempotency: Idempotency::None,
};
static UPDATE: Operation = Operation {
    id: "customers.update",
    method: Method::Patch,
    path: "/v1/customers/c",
    account_code: false,
    idempotency: Idempotency::Natural,
};

/// What the other side does with one request.
enum Step {
    Answer(u16, String),
    With(u16, &'static str, &'static str, String),
    NeverSent,
    Reset,
    Hang,
    After(Duration, Box<Step>),
    /// The payment of a lookup, with the key of the call that looks.
    FoundByKey,
    /// Lookups find nothing, as many as come.
    Nothings,
}
use Step::{After, Answer, FoundByKey, Hang, NeverSent, Nothings, Reset, With};

fn ok() -> Step {
    Answer(200, r#"{"id":"p-1"}"#.to_owned())
}

fn status(status: u16) -> Step {
    Answer(status, String::new())
}

fn code(status: u16, code: &str) -> Step {
    Answer(status, json!({"code": code, "messages": ["m"]}).to_string())
}

fn in_process() -> Step {
    code(400, "REQUEST_IN_PROCESS")
}

fn spent() -> Step {
    code(400, "IDEMPOTENCY_DUPLICATED")
}

fn nothing() -> Step {
    Answer(200, "[]".to_owned())
}

#[derive(Clone, Debug, PartialEq)]
struct Seen {
    operation: &'static str,
    key: Option<String>,
    at: Duration,
}

/// Plays a script, and notes what came.
#[derive(Clone)]
struct Script {
    steps: Arc<Mutex<VecDeque<Step>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
    began: Instant,
}

impl Script {
    fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self { steps: Arc::new(Mutex::new(steps.into_iter().collect())), seen: Arc::default(), began: Instant::now() }
    }

    fn operations(&self) -> Vec<&'static str> {
        self.seen.lock().unwrap().iter().map(|seen| seen.operation).collect()
    }

    fn keys(&self) -> Vec<String> {
        let mut keys: Vec<_> = self.seen.lock().unwrap().iter().filter_map(|seen| seen.key.clone()).collect();
        keys.dedup();
        keys
    }

    fn left(&self) -> usize {
        self.steps.lock().unwrap().iter().filter(|step| !matches!(step, Nothings)).count()
    }

    /// The next step for a request.
    fn next(&self, operation: &str) -> Option<Step> {
        let mut steps = self.steps.lock().unwrap();
        if matches!(steps.front(), Some(Nothings)) {
            if operation == FIND.id {
                return Some(nothing());
            }
            steps.pop_front();
        }
        steps.pop_front()
    }

    /// When each request of an operation came.
    fn times(&self, operation: &Operation) -> Vec<f64> {
        let seen = self.seen.lock().unwrap();
        seen.iter().filter(|seen| seen.operation == operation.id).map(|seen| seen.at.as_secs_f64()).collect()
    }

    async fn play(step: Step, key: Option<String>) -> Result<HttpResponse, TransportError> {
        match step {
            Answer(status, body) => Ok(HttpResponse::json(StatusCode::from_u16(status).unwrap(), body)),
            With(status, name, value, body) => Ok(HttpResponse::json(StatusCode::from_u16(status).unwrap(), body)
                .with_header(name.parse().unwrap(), HeaderValue::from_str(value).unwrap())),
            NeverSent => Err(TransportError::never_sent("connection refused")),
            Reset => Err(TransportError::unclear("connection reset")),
            Hang => future::pending().await,
            Nothings => unreachable!("it is no step of its own"),
            After(wait, step) => {
                tokio::time::sleep(wait).await;
                Box::pin(Self::play(*step, key)).await
            }
            FoundByKey => Ok(HttpResponse::json(
                StatusCode::OK,
                json!([{"id": "old", "idempotency_key": "other"}, {"id": "found", "idempotency_key": key}]).to_string(),
            )),
        }
    }
}

impl Transport for Script {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let operation = request.operation().id;
        let key = request.header("x-idempotency-key").map(str::to_owned);
        let last_key = {
            let mut seen = self.seen.lock().unwrap();
            seen.push(Seen { operation, key, at: self.began.elapsed() });
            seen.iter().rev().find_map(|seen| seen.key.clone())
        };
        if operation == FIND.id {
            assert_eq!(request.query("merchant_order_id").as_deref(), Some("order 1"));
            assert!(request.body().is_empty());
        }
        let step = self.next(operation);
        Box::pin(async move { Self::play(step.expect("the script is at its end"), last_key).await })
    }
}

fn client(script: &Script) -> Client {
    builder(script).build().unwrap()
}

fn builder(script: &Script) -> ClientBuilder {
    // What the other side does is over when it answers: whether a minute is waited is a matter of tests of its own.
    patient(script).endpoint("http://127.0.0.1").processing_limit(Duration::ZERO)
}

/// As clients are.
fn patient(script: &Script) -> ClientBuilder {
    Client::builder().keys("sandbox_k", "k").transport(script.clone()).randomness(|| 0.5)
}

fn call(client: &Client, operation: &'static Operation) -> Call<Json> {
    let builder = client.call(operation);
    match operation.method {
        Method::Get => builder.query("merchant_order_id", Some("order 1")).build(),
        _ => builder.json(&Json::new(&json!({"merchant_order_id": "order 1"})).unwrap()).build(),
    }
}

async fn make(script: &Script, operation: &'static Operation) -> Result<Response<Json>, Error> {
    call(&client(script), operation).await
}

fn id(response: &Response<Json>) -> String {
    response.parse::<serde_json::Value>().unwrap()["id"].as_str().unwrap().to_owned()
}

/// What went out for the call, and that the script was played to its end.
fn sent(script: &Script) -> Vec<&'static str> {
    assert_eq!(script.left(), 0, "not all of the script was played");
    script.operations()
}

const PAY_: &str = "payments.create";
const FIND_: &str = "payments.find";
const CAPTURE_: &str = "payments.capture";

#[tokio::test(start_paused = true)]
async fn never_sent_is_sent_again_by_every_operation() {
    for operation in [&FIND, &PAY, &CAPTURE, &NOTIFY, &UPDATE] {
        let script = Script::new([NeverSent, NeverSent, ok()]);
        let answer = make(&script, operation).await.unwrap();
        assert_eq!(answer.attempts(), 3);
        assert!(!answer.found_by_lookup());
        assert_eq!(sent(&script), [operation.id; 3], "without looking anything up");
        assert!(script.keys().len() <= 1);
    }
}

#[tokio::test(start_paused = true)]
async fn never_sent_to_the_end_is_a_connection_error() {
    let script = Script::new([NeverSent, NeverSent, NeverSent, NeverSent]);
    let error = make(&script, &PAY).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(error.is_retryable() && !error.outcome_is_unknown());
    assert_eq!(error.attempts(), 4);
}

#[tokio::test(start_paused = true)]
async fn unclear_is_repeated_with_the_same_key() {
    let failures: [fn() -> Step; 9] = [
        || Reset,
        || Hang,
        || status(500),
        || status(502),
        || status(503),
        || status(504),
        || Answer(504, "<html>".to_owned()),
        || Answer(200, r#"{"id":"p"#.to_owned()),
        || Answer(200, "<html>".to_owned()),
    ];
    for failure in failures {
        let script = Script::new([failure(), ok()]);
        let answer = make(&script, &CAPTURE).await.unwrap();
        assert_eq!((answer.attempts(), sent(&script)), (2, vec![CAPTURE_; 2]));
        assert_eq!(script.keys(), [answer.idempotency_key().unwrap()]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_payment_is_looked_up_before_it_is_made_again() {
    let script = Script::new([Reset, nothing(), status(504), nothing(), ok()]);
    let answer = make(&script, &PAY).await.unwrap();
    assert_eq!(sent(&script), [PAY_, FIND_, PAY_, FIND_, PAY_]);
    assert_eq!(script.keys().len(), 1);
    assert!(!answer.found_by_lookup());
}

#[tokio::test(start_paused = true)]
async fn a_payment_that_is_found_is_the_answer() {
    let script = Script::new([Hang, FoundByKey]);
    let answer = make(&script, &PAY).await.unwrap();
    assert_eq!(sent(&script), [PAY_, FIND_]);
    assert_eq!(id(&answer), "found");
    assert!(answer.found_by_lookup());
    assert!(answer.body().starts_with(b"{"), "the payment's own text, not the list's");
}

#[tokio::test(start_paused = true)]
async fn the_api_may_say_in_several_ways_that_nothing_is_there() {
    for answer in [nothing(), code(400, "PAYMENT_NOT_FOUND"), code(404, "NOT_FOUND"), code(400, "NOT_FOUND")] {
        let script = Script::new([Reset, answer, ok()]);
        make(&script, &PAY).await.unwrap();
        assert_eq!(sent(&script), [PAY_, FIND_, PAY_]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_lookup_that_fails_is_repeated_and_nothing_is_sent_before_it_tells() {
    let script = Script::new([Reset, status(503), Reset, NeverSent, Answer(200, "<html>".to_owned())]);
    let error = make(&script, &PAY).await.unwrap_err();
    assert_eq!(sent(&script), [PAY_, FIND_, FIND_, FIND_, FIND_]);
    assert!(error.outcome_is_unknown());
    assert_eq!(error.operation(), Some(PAY_));

    let script = Script::new([Reset, status(503), FoundByKey]);
    assert!(make(&script, &PAY).await.unwrap().found_by_lookup());

    // What a proxy says, what we may not see, and what cannot be judged, is no answer either.
    for answer in
        [status(404), Answer(404, "<html>".to_owned()), code(401, "INVALID_CREDENTIALS"), Answer(200, "{}".to_owned())]
    {
        let script = Script::new([Reset, answer]);
        let error = make(&script, &PAY).await.unwrap_err();
        assert_eq!(sent(&script), [PAY_, FIND_]);
        assert!(error.outcome_is_unknown());
    }
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_looked_up_is_not_sent_again() {
    let script = Script::new([Reset]);
    let call = client(&script).call(&PAY).json(&Json::new(&json!({})).unwrap()).build::<Json>();
    assert!(call.await.unwrap_err().outcome_is_unknown());
    sent(&script);
}

#[tokio::test(start_paused = true)]
async fn work_under_way_is_waited_for() {
    let script =
        Script::new([in_process(), in_process(), in_process(), in_process(), in_process(), in_process(), ok()]);
    let answer = make(&script, &CAPTURE).await.unwrap();
    assert_eq!((answer.attempts(), sent(&script)), (7, vec![CAPTURE_; 7]));
    assert_eq!(script.keys().len(), 1);
    let gaps: Vec<_> = script.seen.lock().unwrap().windows(2).map(|pair| pair[1].at - pair[0].at).collect();
    assert!(gaps.iter().all(|&gap| gap >= Duration::from_secs(1)), "{gaps:?}");

    // Waits are no attempts: there are as many of those as ever.
    let script = Script::new([in_process(), in_process(), in_process(), in_process(), Reset, Reset, Reset, ok()]);
    assert_eq!(make(&script, &CAPTURE).await.unwrap().attempts(), 8);

    // A 409 without a code says the same; one with a code does not.
    let script = Script::new([status(409), ok()]);
    assert_eq!(make(&script, &CAPTURE).await.unwrap().attempts(), 2);
    let script = Script::new([code(409, "INVALID_STATE")]);
    assert_eq!(make(&script, &CAPTURE).await.unwrap_err().kind(), ErrorKind::Api);

    let script = Script::new([in_process(), nothing(), in_process(), FoundByKey]);
    assert!(make(&script, &PAY).await.unwrap().found_by_lookup());
    assert_eq!(sent(&script), [PAY_, FIND_, PAY_, FIND_]);
}

#[tokio::test(start_paused = true)]
async fn work_that_stays_under_way_is_an_unknown_outcome() {
    let script = Script::new(std::iter::repeat_with(in_process).take(100));
    let error = make(&script, &CAPTURE).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(error.code_str(), Some("REQUEST_IN_PROCESS"));
    let waited = script.began.elapsed();
    assert!(waited > Duration::from_secs(50) && waited < Duration::from_secs(70), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn a_spent_key_is_reported() {
    for operation in [&PAY, &CAPTURE] {
        let script = Script::new([spent()]);
        let error = make(&script, operation).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::KeySpent);
        assert!(!error.is_retryable() && !error.outcome_is_unknown());
        assert!(error.to_string().contains("new key"), "{error}");
        sent(&script);
    }
}

#[tokio::test(start_paused = true)]
async fn a_key_spent_by_an_unclear_attempt_is_looked_into() {
    let script = Script::new([Reset, nothing(), spent(), nothing()]);
    let error = make(&script, &PAY).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::KeySpent);
    assert!(error.to_string().contains("nothing was made"), "{error}");
    assert_eq!(sent(&script), [PAY_, FIND_, PAY_, FIND_]);

    let script = Script::new([Reset, nothing(), spent(), FoundByKey]);
    assert!(make(&script, &PAY).await.unwrap().found_by_lookup());

    // Without a lookup it stays open whether the first attempt took effect: sources differ on what the code means.
    let script = Script::new([Reset, spent()]);
    let error = make(&script, &CAPTURE).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(error.code_str(), Some("IDEMPOTENCY_DUPLICATED"));
}

#[tokio::test(start_paused = true)]
async fn slow_down_is_obeyed() {
    let wait = |value| With(429, "retry-after", value, String::new());
    let soon = httpdate::fmt_http_date(std::time::SystemTime::now() + Duration::from_secs(30));
    for (value, least, most) in [("7", 7, 9), (&*soon, 28, 32)] {
        let value: &'static str = Box::leak(value.to_owned().into_boxed_str());
        for operation in [&FIND, &PAY, &CAPTURE, &NOTIFY, &UPDATE] {
            let script = Script::new([wait(value), ok()]);
            make(&script, operation).await.unwrap();
            let gap = script.seen.lock().unwrap()[1].at;
            assert!(gap >= Duration::from_secs(least) && gap <= Duration::from_secs(most), "{gap:?}");
            assert_eq!(sent(&script), [operation.id; 2]);
        }
    }
    // Longer than we wait: the caller is told when to come back.
    let script = Script::new([wait("3600")]);
    let error = make(&script, &PAY).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert!(error.is_retryable() && !error.outcome_is_unknown());
}

#[tokio::test(start_paused = true)]
async fn refusals_are_not_repeated() {
    for refused in [400, 401, 402, 403, 404, 405, 409, 410, 412, 413, 415, 422, 451, 301, 302, 307, 308] {
        for operation in [&FIND, &PAY, &CAPTURE, &NOTIFY, &UPDATE] {
            let script = Script::new([code(refused, "INVALID_REQUEST")]);
            let error = make(&script, operation).await.unwrap_err();
            assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, refused));
            assert!(!error.is_retryable() && !error.outcome_is_unknown());
            sent(&script);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_refusal_after_an_unclear_attempt_settles_nothing_by_itself() {
    // The first attempt may have captured, which is why the second is refused.
    let script = Script::new([Reset, code(400, "INVALID_STATUS")]);
    let error = make(&script, &CAPTURE).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(error.code_str(), Some("INVALID_STATUS"));

    let script = Script::new([Reset, nothing(), code(400, "INVALID_STATUS"), FoundByKey]);
    assert!(make(&script, &PAY).await.unwrap().found_by_lookup());
}

#[tokio::test(start_paused = true)]
async fn an_unclear_outcome_without_anything_to_make_it_safe_is_not_repeated() {
    for failure in [Reset, Hang, status(500), status(503), status(408), status(303), Answer(200, "{".to_owned())] {
        let script = Script::new([failure]);
        let error = make(&script, &NOTIFY).await.unwrap_err();
        assert!(error.outcome_is_unknown() && !error.is_retryable());
        assert_eq!(error.idempotency_key(), None);
        assert!(error.how_to_find_out().unwrap().contains("may act twice"));
        sent(&script);
    }
}

#[tokio::test(start_paused = true)]
async fn exhausted_while_unclear_is_unknown() {
    let script = Script::new([Reset, Reset, Reset, status(503)]);
    let error = make(&script, &CAPTURE).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(error.attempts(), 4);
    assert_eq!(script.keys(), [error.idempotency_key().unwrap()]);
    assert_eq!(error.status(), Some(StatusCode::SERVICE_UNAVAILABLE));

    let script = Script::new([Reset, nothing(), Reset, nothing(), Reset, nothing(), Reset, nothing()]);
    let error = make(&script, &PAY).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(sent(&script), [PAY_, FIND_, PAY_, FIND_, PAY_, FIND_, PAY_, FIND_]);
    let advice = error.how_to_find_out().unwrap();
    assert!(advice.contains(FIND_) && advice.contains("merchant_order_id"), "{advice}");

    // Doubt stays, even where the last failure is that nothing was sent.
    let script = Script::new([Reset, NeverSent, NeverSent, NeverSent]);
    assert!(make(&script, &CAPTURE).await.unwrap_err().outcome_is_unknown());
}

#[tokio::test(start_paused = true)]
async fn a_last_look_is_taken_before_giving_up() {
    let script = Script::new([Reset, FoundByKey]);
    let answer = call(&client(&script), &PAY).retry(Backoff::never()).await.unwrap();
    assert!(answer.found_by_lookup());
    assert_eq!(sent(&script), [PAY_, FIND_]);
}

#[tokio::test(start_paused = true)]
async fn reading_is_repeated_and_has_no_outcome_to_be_unsure_of() {
    let script = Script::new([Reset, status(500), Answer(200, "<html>".to_owned()), ok()]);
    assert_eq!(make(&script, &FIND).await.unwrap().attempts(), 4);

    let script = Script::new([Hang, Hang, Reset, Reset]);
    let client = builder(&script).total_timeout(Duration::from_secs(1000)).build().unwrap();
    let error = call(&client, &FIND).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable());
    sent(&script);

    let script = Script::new([Reset, Reset, Reset, Answer(200, "<html>".to_owned())]);
    let error = make(&script, &FIND).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), b"<html>");
}

#[tokio::test(start_paused = true)]
async fn time_limits_hold() {
    let script = Script::new([Hang]);
    let error = call(&client(&script), &NOTIFY).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(script.began.elapsed().as_secs(), 65);

    let script = Script::new([Hang]);
    call(&client(&script), &NOTIFY).timeout(Duration::from_secs(7)).await.unwrap_err();
    assert_eq!(script.began.elapsed().as_secs(), 7);

    // The whole call ends in time, though every exchange hangs.
    let script = Script::new(std::iter::repeat_with(|| Hang).take(50));
    let error = make(&script, &PAY).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    let took = script.began.elapsed();
    assert!(took > Duration::from_secs(130) && took <= Duration::from_secs(151), "{took:?}");

    let script = Script::new(std::iter::repeat_with(|| Hang).take(50));
    let error = call(&client(&script), &PAY).total_timeout(Duration::from_secs(3)).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    assert_eq!(script.began.elapsed().as_secs(), 3);

    // An answer that is slow, but in time, is an answer.
    let script = Script::new([After(Duration::from_secs(59), Box::new(ok()))]);
    make(&script, &PAY).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_empty_budget_ends_repeats_for_all_clones() {
    let script = Script::new([status(503), status(503), status(503)]);
    let client = builder(&script).retry_budget(RetryBudget::new(5, 5)).build().unwrap();
    let error = call(&client, &FIND).await.unwrap_err();
    assert_eq!(error.attempts(), 2);
    let error = call(&client.clone(), &FIND).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert!(client.retry_budget().tokens().unwrap() < 5.0);

    // What became of a payment is looked up all the same.
    let script = Script::new([Reset, FoundByKey]);
    let client = builder(&script).retry_budget(RetryBudget::new(0, 5)).build().unwrap();
    assert!(call(&client, &PAY).await.unwrap().found_by_lookup());
}

#[tokio::test(start_paused = true)]
async fn a_call_can_be_gone_on_with() {
    let script = Script::new([Reset, nothing(), nothing(), ok()]);
    let client = client(&script);
    let error = call(&client, &PAY).retry(Backoff::never()).await.unwrap_err();
    assert!(error.outcome_is_unknown());
    let answer = call(&client, &PAY).resume(&error).await.unwrap();
    assert_eq!(answer.idempotency_key(), error.idempotency_key());
    assert_eq!(sent(&script), [PAY_, FIND_, FIND_, PAY_], "looked up before anything is sent");
    assert_eq!(script.keys().len(), 1);

    // Doubt goes on with it.
    let script = Script::new([Reset, code(400, "INVALID_STATUS")]);
    let client = builder(&script).retry(Backoff::never()).build().unwrap();
    let error = call(&client, &CAPTURE).await.unwrap_err();
    assert!(call(&client, &CAPTURE).resume(&error).await.unwrap_err().outcome_is_unknown());

    // Not with another operation, nor where nothing makes it safe, nor without what it is looked up by.
    let script = Script::new([Reset, Reset, nothing()]);
    let client = builder(&script).retry(Backoff::never()).build().unwrap();
    let error = call(&client, &NOTIFY).await.unwrap_err();
    for call in [call(&client, &PAY).resume(&error), call(&client, &NOTIFY).resume(&error)] {
        assert_eq!(call.await.unwrap_err().kind(), ErrorKind::Configuration);
    }
    let error = call(&client, &PAY).await.unwrap_err();
    let other = client.call(&PAY).json(&Json::new(&json!({})).unwrap()).build::<Json>().resume(&error);
    assert_eq!(other.await.unwrap_err().kind(), ErrorKind::Configuration);
    sent(&script);
}

#[tokio::test(start_paused = true)]
async fn only_a_named_call_takes_a_new_key() {
    let script = Script::new([Reset, ok()]);
    let client = builder(&script).retry(Backoff::never()).build().unwrap();
    let error = call(&client, &NOTIFY).await.unwrap_err();
    call(&client, &NOTIFY).retry_as_new_attempt(&error).await.unwrap();

    let script = Script::new([Reset, ok()]);
    let client = builder(&script).retry(Backoff::never()).build().unwrap();
    let error = call(&client, &CAPTURE).await.unwrap_err();
    let answer = call(&client, &CAPTURE).retry_as_new_attempt(&error).await.unwrap();
    assert_ne!(answer.idempotency_key(), error.idempotency_key());
    assert_eq!(script.keys().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_policy_decides_when_and_not_what() {
    /// Always, at once.
    struct Eager;
    impl RetryPolicy for Eager {
        fn next(&self, retry: &crate::retry::Retry) -> Option<Duration> {
            (retry.attempt < 20).then_some(Duration::ZERO)
        }
    }
    for (operation, steps) in [(&NOTIFY, vec![Reset]), (&PAY, vec![code(400, "INVALID_REQUEST")])] {
        let script = Script::new(steps);
        call(&client(&script), operation).retry(Eager).await.unwrap_err();
        sent(&script);
    }
    let script = Script::new([Reset, nothing(), Reset, nothing(), ok()]);
    call(&client(&script), &PAY).retry(Eager).await.unwrap();
    assert_eq!(sent(&script), [PAY_, FIND_, PAY_, FIND_, PAY_]);
}

#[tokio::test(start_paused = true)]
async fn calls_do_not_disturb_each_other() {
    let script = Script::new(std::iter::repeat_with(|| After(Duration::from_secs(1), Box::new(ok()))).take(200));
    let client = client(&script);
    let calls: Vec<_> = (0..200).map(|_| tokio::spawn(call(&client, &CAPTURE).into_future())).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    let mut keys: Vec<_> = script.seen.lock().unwrap().iter().map(|seen| seen.key.clone().unwrap()).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 200);
    assert_eq!(script.began.elapsed().as_secs(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_ends() {
    let alive = Arc::new(());
    let held = alive.clone();
    let client = Client::builder().keys("k", "k").transport(Hanging(held)).build().unwrap();
    let cut = tokio::time::timeout(Duration::from_secs(1), call(&client, &CAPTURE).into_future()).await;
    assert!(cut.is_err());
    assert_eq!(Arc::strong_count(&alive), 2, "only the transport itself holds on to it");
    drop(client);
    assert_eq!(Arc::strong_count(&alive), 1);
}

struct Hanging(Arc<()>);

impl Transport for Hanging {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let held = self.0.clone();
        Box::pin(async move {
            let _held = held;
            future::pending().await
        })
    }
}

#[derive(Clone, Default)]
struct Watch(Arc<Mutex<Vec<String>>>);

impl Observer for Watch {
    fn exchange(&self, exchange: &Exchange<'_>) {
        let Exchange { operation, attempt, status, error, .. } = exchange;
        let what = status.map_or_else(|| error.unwrap().to_string(), |status| status.as_u16().to_string());
        self.0.lock().unwrap().push(format!("{} {attempt}: {what}", operation.id));
    }

    fn retry(&self, repeat: &Repeat<'_>) {
        assert!(repeat.delay <= Duration::from_secs(2));
        self.0.lock().unwrap().push(format!("{} again: {}", repeat.operation.id, repeat.reason.as_str()));
    }

    fn call(&self, call: &Finished<'_>) {
        let Finished { operation, attempts, found_by_lookup, error, .. } = call;
        let end = error.map_or("ok", |_| "error");
        self.0.lock().unwrap().push(format!("{} ended: {end}, {attempts}, {found_by_lookup}", operation.id));
    }
}

#[tokio::test(start_paused = true)]
async fn an_observer_is_told() {
    let watch = Watch::default();
    let script = Script::new([NeverSent, status(504), FoundByKey]);
    call(&builder(&script).observer(watch.clone()).build().unwrap(), &PAY).await.unwrap();
    assert_eq!(
        *watch.0.lock().unwrap(),
        [
            "payments.create 1: connection refused",
            "payments.create again: not_sent",
            "payments.create 2: 504",
            "payments.create again: unclear",
            "payments.find 1: 200",
            "payments.create ended: ok, 2, true",
        ]
    );
}

#[test]
fn reasons_have_names() {
    let names = [RetryReason::NotSent, RetryReason::Unclear, RetryReason::InProcess, RetryReason::SlowDown]
        .map(RetryReason::as_str);
    assert_eq!(names, ["not_sent", "unclear", "in_process", "slow_down"]);
}

#[test]
fn a_client_is_checked_before_it_is_built() {
    let refused = |builder: ClientBuilder, part: &str| {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(error.to_string().contains(part), "{error}");
    };
    refused(Client::builder(), "YUNO_PUBLIC_API_KEY");
    refused(Client::builder().keys("", "k"), "public API key is empty");
    refused(Client::builder().keys("prod_k", "k"), "api-sandbox.y.uno");
    refused(Client::builder().keys("sandbox_k", "k").environment(Environment::ProductionEu), "api.eu.y.uno");
    refused(Client::builder().keys("sandbox_k", "k").endpoint("https://api.y.uno/v1"), "prod_");
    refused(Client::builder().keys("k", "k").endpoint("http://api.y.uno"), "https");
    refused(Client::builder().keys("k", "k").timeout(Duration::ZERO), "timeout");
    refused(Client::builder().keys("k", "k").account_code("a\nb"), "account code");
    refused(Client::builder().keys("k", "k").user_agent_suffix("a\r\nb: c"), "user agent");
}

#[test]
fn a_client_prints_no_secret() {
    let builder = Client::builder()
        .keys("sandbox_CANARY", "CANARY")
        .account_code("CANARY")
        .account_id("CANARY")
        .endpoint("https://user:CANARY@example.com");
    assert!(!format!("{builder:?}").contains("CANARY"));
    let error = builder.build().unwrap_err();
    assert!(!format!("{error} {error:?}").contains("CANARY"));
    let client = Client::builder().keys("sandbox_CANARY", "CANARY").account_code("CANARY").build().unwrap();
    assert!(!format!("{client:?} {client:#?}").contains("CANARY"));
    assert!(
        client.0.headers.values().filter(|value| value.as_bytes().ends_with(b"CANARY")).all(HeaderValue::is_sensitive)
    );
    assert!(client.0.headers[header::USER_AGENT].to_str().unwrap().starts_with("yuno-api/"));
}
