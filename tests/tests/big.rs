//! Bodies that are made to do harm: deep ones, and of fifty megabytes. They give a value or an error, and neither takes
//! more stack, time or memory than their size allows for.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    fs,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use http::StatusCode;
use yuno_api::{
    Client,
    retry::RetryPolicy,
    transport::{HttpRequest, HttpResponse},
    types::{CreatePayment, Customer, Decode, Json, Payment},
};

const MB: usize = 1024 * 1024;
/// A build without optimisation is too slow for the whole size each time: what is quadratic shows sooner, too.
const SIZE: usize = if cfg!(debug_assertions) { 4 * MB } else { FULL };
const FULL: usize = 50 * MB;
/// A build without optimisation is tens of times slower than what programs run; what is quadratic would take days.
const TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 5 });
/// How many bytes of memory a byte of a body may take at the worst.
const FACTOR: usize = 40;
/// What a thread of a server has at the least.
const STACK: usize = if cfg!(debug_assertions) { 2 * MB } else { MB / 2 };

/// One at a time: they are measured.
static TURN: Mutex<()> = Mutex::new(());

/// Repeats a text until it is as large as wanted.
fn fill(before: &str, text: &str, between: &str, after: &str) -> String {
    fill_to(SIZE, before, text, between, after)
}

fn fill_to(size: usize, before: &str, text: &str, between: &str, after: &str) -> String {
    let count = size / (text.len() + between.len());
    let mut body = String::with_capacity(size + MB);
    body.push_str(before);
    for index in 0..count {
        if index > 0 {
            body.push_str(between);
        }
        body.push_str(text);
    }
    body.push_str(after);
    body
}

fn nested(before: &str, open: &str, inner: &str, close: &str, after: &str, depth: usize) -> String {
    format!("{before}{}{inner}{}{after}", open.repeat(depth), close.repeat(depth))
}

/// The most memory that the program had since it was last asked, where the system says so.
fn peak() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    fs::write("/proc/self/clear_refs", "5").ok()?;
    Some(kilobytes * 1024)
}

/// Does something with a body on a small stack, and looks at the clock and at the memory.
fn bounded<T: Send>(what: &str, body: &str, work: impl FnOnce(&str) -> T + Send) -> T {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let before = peak().and_then(|_| peak());
    let start = Instant::now();
    let done = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || work(body)).unwrap();
        thread.join().unwrap_or_else(|_| panic!("{what} panicked"))
    });
    let took = start.elapsed();
    assert!(took < TIME, "{what} took {took:?}");
    if let (Some(before), Some(after)) = (before, peak()) {
        let grown = after.saturating_sub(before);
        let most = FACTOR * body.len().max(MB);
        assert!(grown < most, "{what} took {} MB for {} MB", grown / MB, body.len() / MB);
    }
    done
}

/// Reads, writes, prints, clones, compares and drops. What came back, where there is a value.
fn whole_life<T>(body: &str) -> Option<String>
where
    T: Decode + Clone + PartialEq + std::fmt::Debug + serde::Serialize + serde::de::DeserializeOwned,
{
    let value = T::decode(body.as_bytes()).map_err(|error| assert!(error.to_string().len() < 1000)).ok()?;
    assert!(value == value.clone());
    let shown = format!("{value:?}");
    assert!(shown.len() < 8 * body.len().max(MB), "Debug is much longer than the body");
    let written = serde_json::to_string(&value).unwrap();
    assert!(serde_json::from_str::<T>(&written).unwrap() == value, "it is another value when it is read again");
    Some(written)
}

#[test]
fn deep_bodies() {
    const DEPTH: usize = 200_000;
    for (what, before, open, inner, close, after) in [
        ("an object in itself", "", r#"{"payment":"#, "{}", "}", ""),
        ("lists for an object", r#"{"payment":"#, "[", "", "]", "}"),
        ("lists in an unknown member", r#"{"new":"#, "[", "1", "]", "}"),
        ("objects in an unknown member", r#"{"new":"#, r#"{"a":"#, "1", "}", "}"),
        ("lists for a text", r#"{"id":"#, "[", "", "]", "}"),
        ("objects for a number", r#"{"amount":{"value":"#, r#"{"a":"#, "1", "}", "}}"),
        ("lists for a list", r#"{"transactions":"#, "[", "", "]", "}"),
        (
            "an object in its list",
            "",
            r#"{"fraud_screening":{"transactions":[{"payment_method":{},"x":"#,
            "1",
            "}]}}",
            "",
        ),
        ("lists for an item", r#"{"metadata":["#, "[", "", "]", "]}"),
    ] {
        let body = nested(before, open, inner, close, after, DEPTH);
        let back = bounded(what, &body, whole_life::<Payment>);
        assert_eq!(back.as_deref(), Some(&*body), "{what}: it came back altered");
        let cut = &body[..body.len() / 2];
        assert_eq!(bounded(what, cut, whole_life::<Payment>), None, "{what}: half of it was taken");
        bounded(what, &body, whole_life::<CreatePayment>);
        bounded(what, &format!("[{body}]"), |body| Vec::<Payment>::decode(body.as_bytes()).is_ok());
        let json = bounded(what, &body, whole_life::<Json>);
        assert_eq!(json.as_deref(), Some(&*body));
    }
    let free = Json::decode("[".repeat(DEPTH).as_bytes());
    assert!(free.is_err());
    let free = Json::decode(nested("", "[", "", "]", "", DEPTH).as_bytes()).unwrap();
    assert!(free.parse::<serde_json::Value>().is_err(), "serde_json's own limit still holds");
}

#[test]
fn large_texts_and_numbers() {
    let check = |what: &str, body: String| {
        let back = bounded(what, &body, whole_life::<Customer>);
        assert!(back.is_some_and(|back| back == body), "{what}: it came back altered");
    };
    check("a text", fill(r#"{"first_name":""#, "abcdefghij", "", r#""}"#));
    check("a text of escapes", fill(r#"{"first_name":""#, r"\\\n\u0000", "", r#""}"#));
    check("a text for an instant", fill(r#"{"created_at":""#, "2", "", r#""}"#));
    check("a text for an object", fill(r#"{"document":""#, "é", "", r#""}"#));
    check("a number for a text", fill(r#"{"id":"#, "1", "", "}"));
    check("an unknown text", fill(r#"{"new":""#, "😀", "", r#""}"#));
    check("an unknown name", fill(r#"{""#, "name", "", r#"":1}"#));
    for number in ["1", "0.", "1e"] {
        let body = fill(&format!(r#"{{"amount":{{"value":{number}"#), "1", "", "}}");
        let back = bounded("a number", &body, whole_life::<Payment>);
        assert!(back.is_some_and(|back| back == body), "a number came back altered");
    }
}

#[test]
fn many_values() {
    let check = |what: &str, body: String| bounded(what, &body, whole_life::<Payment>);
    // These may be refused, for an empty object takes more memory than its text allows for; but they do no harm.
    check("empty objects for objects", fill(r#"{"transactions":["#, "{}", ",", "]}"));
    check("numbers for objects", fill(r#"{"transactions":["#, "1", ",", "]}"));
    check("lists for objects", fill(r#"{"transactions":["#, "[]", ",", "]}"));
    check("short members", fill("{", r#""a":1"#, ",", "}"));
    check("known members", fill("{", r#""status":1"#, ",", "}"));
    check("known and unknown members", fill("{", r#""id":1,"a":2,"id":"x","id":[],"b":3"#, ",", "}"));
    bounded("empty payments", &fill("[", "{}", ",", "]"), |body| Vec::<Payment>::decode(body.as_bytes()).is_ok());
    bounded("no payments", &fill("[", "1", ",", "]"), |body| Vec::<Payment>::decode(body.as_bytes()).is_ok());
    // And these are read.
    let names: Vec<String> = (0..SIZE / 32).map(|index| format!(r#""a_new_member_{index}":{index}"#)).collect();
    let body = format!("{{{}}}", names.join(","));
    assert!(check("unknown members", body.clone()).is_some_and(|back| back == body));
    let body = fill(r#"{"metadata":["#, r#"{"key":"channel","value":"web"}"#, ",", "]}");
    assert!(check("notes", body.clone()).is_some_and(|back| back == body));
    let body = fill(r#"{"split_marketplace":["#, r#"{"recipient_id":"6c44ed29","type":"PURCHASE"}"#, ",", "]}");
    assert!(check("shares", body.clone()).is_some_and(|back| back == body));
}

#[test]
fn fifty_megabytes() {
    let large = |before, text, between, after| fill_to(FULL, before, text, between, after);
    for (what, is_read, body) in [
        ("a text", true, large(r#"{"description":""#, "abcdefghij", "", r#""}"#)),
        ("unknown values", true, large(r#"{"new":["#, r#"{"a":[1,"b",null]}"#, ",", "]}")),
        ("notes", true, large(r#"{"metadata":["#, r#"{"key":"channel of the order","value":"web"}"#, ",", "]}")),
        ("empty objects", false, large(r#"{"transactions":["#, "{}", ",", "]}")),
        ("brackets", false, large(r#"{"id":"#, "[", "", "")),
        ("a page", false, large("<html>", "<br>", "", "</html>")),
    ] {
        let read = bounded(what, &body, |body| Payment::decode(body.as_bytes()).is_ok());
        assert_eq!(read, is_read, "{what}");
    }
}

#[test]
fn what_is_no_json() {
    for (what, body) in [
        ("nothing but space", fill("", " ", "", "")),
        ("lines", fill("{", "\n", "", "x")),
        ("brackets", fill("", "[", "", "")),
        ("braces", fill("", r#"{"":"#, "", "")),
        ("quotes", fill("", "\"", "", "")),
        ("backslashes", fill("\"", "\\", "", "")),
        ("letters", fill("", "<html>", "", "")),
        ("an open text", fill(r#"{"id":""#, "a", "", "")),
        ("objects and then nothing", fill(r#"{"transactions":["#, r#"{"id":"a long enough identifier"}"#, ",", "")),
    ] {
        assert_eq!(bounded(what, &body, whole_life::<Payment>), None, "{what}");
    }
}

struct Never;

impl RetryPolicy for Never {
    fn next(&self, _: &yuno_api::retry::Retry) -> Option<Duration> {
        None
    }
}

/// Refusals are read too, by the runtime.
#[test]
fn deep_and_large_refusals() {
    for (what, body) in [
        ("a deep message", nested(r#"{"code":"X","messages":"#, "[", "\"a\"", "]", "}", 200_000)),
        ("a deep error", nested("", r#"{"error":"#, "1", "}", "", 200_000)),
        ("brackets", "[".repeat(MB)),
        ("messages", fill(r#"{"code":"X","messages":["#, r#""a message that says what is wrong""#, ",", "]}")),
        ("one message", fill(r#"{"code":"X","messages":[""#, "word 4111 ", "", r#""]}"#)),
        ("a page", fill("<html>", "<br>", "", "</html>")),
    ] {
        let length = bounded(what, &body, |body| {
            let answer = HttpResponse::json(StatusCode::BAD_REQUEST, body.to_owned());
            let yuno = Client::builder()
                .keys("sandbox_test", "test")
                .retry(Never)
                .transport(move |_: HttpRequest| Ok(answer.clone()))
                .build()
                .unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
            let error = runtime.block_on(async { yuno.payments().list_issuers().await }).unwrap_err();
            format!("{error} {error:?}").len()
        });
        assert!(length < 20_000, "{what}: the error has {length} bytes");
    }
}
