//! Bodies that are made to do harm: of fifty megabytes, and a hundred thousand levels deep. They give an answer or an
//! error, on the stack of a thread, and within a bound on memory that the allocator counts.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    alloc::System,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use http::StatusCode;
use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait};
use yuno_api::{
    Client, Error,
    client::ClientBuilder,
    error::ErrorKind,
    retry::Backoff,
    transport::{HttpRequest, HttpResponse},
    types::{
        Amount, Country, CreatePayment, Currency, Customer, Decode, Json, Payment, PaymentId, PaymentMethodInput,
        Transaction, Workflow,
    },
};

#[global_allocator]
static MEMORY: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

const MB: usize = 1024 * 1024;
/// As large as it gets.
const FULL: usize = 50 * MB;
/// Where a body is read, written, printed, cloned and compared: large enough for whatever is quadratic to never end.
const LARGE: usize = 2 * MB;
const DEPTH: usize = 100_000;
/// What a thread of a server has at the least. Code that is not optimised takes several times the stack.
const STACK: usize = if cfg!(debug_assertions) { 2 * MB } else { MB / 2 };

/// One test at a time, because they count the memory of the process.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Repeats a text until it is as large as wanted.
fn fill(size: usize, before: &str, text: &str, between: &str, after: &str) -> String {
    let mut body = String::with_capacity(size + before.len() + after.len());
    body.push_str(before);
    body.push_str(text);
    for _ in 1..size / (text.len() + between.len()) {
        body.push_str(between);
        body.push_str(text);
    }
    body.push_str(after);
    body
}

fn nested(before: &str, open: &str, inner: &str, close: &str, after: &str) -> String {
    format!("{before}{}{inner}{}{after}", open.repeat(DEPTH), close.repeat(DEPTH))
}

/// Does something with a body on a small stack.
fn on_a_small_stack<T: Send>(what: &str, work: impl FnOnce() -> T + Send) -> T {
    thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).unwrap();
        thread.join().unwrap_or_else(|_| panic!("{what} panicked"))
    })
}

/// The same, and how many bytes it had at once beyond those that were there before.
fn counted<T: Send>(what: &str, work: impl FnOnce() -> T + Send) -> (T, usize) {
    MEMORY.reset_peak_memory();
    let done = on_a_small_stack(what, work);
    (done, MEMORY.get_peak_memory())
}

/// The most that a body may take: what the driver allows for its length, and as much again, because a list that grows
/// doubles.
fn most(body: &str) -> usize {
    2 * (32 * MB + 16 * body.len()) + MB
}

/// Whether it is read.
fn is_read<T: Decode + Send>(what: &str, body: &str) -> bool {
    let (read, took) = counted(what, || T::decode(body.as_bytes()).map_err(short).is_ok());
    assert!(took < most(body), "{what} took {took} bytes for {}", body.len());
    read
}

/// An error says where, not what.
fn short(error: impl std::fmt::Display) {
    let text = error.to_string();
    assert!(text.len() < 1_000, "an error of {} bytes", text.len());
}

/// Reads, clones, compares, prints, writes, reads again and drops. What came back, where there is a value.
fn whole_life<T>(what: &str, body: &str) -> Option<String>
where
    T: Decode + Clone + PartialEq + std::fmt::Debug + serde::Serialize,
{
    on_a_small_stack(what, || {
        let value = T::decode(body.as_bytes()).map_err(short).ok()?;
        assert!(value == value.clone());
        let shown = format!("{value:?}");
        assert!(shown.len() < 8 * body.len().max(MB), "Debug is much longer than the body");
        let written = serde_json::to_string(&value).unwrap();
        assert!(T::decode(written.as_bytes()).unwrap() == value, "it is another value when it is read again");
        Some(written)
    })
}

#[test]
fn fifty_megabytes_are_read_or_refused() {
    let _turn = turn();
    for (what, read, body) in [
        ("a text", true, fill(FULL, r#"{"description":""#, "abcdefghij", "", r#""}"#)),
        ("an unknown text", true, fill(FULL, r#"{"new":""#, "\u{1f600}", "", r#""}"#)),
        ("a number", true, fill(FULL, r#"{"amount":{"value":"#, "1", "", "}}")),
        ("notes", true, fill(FULL, r#"{"metadata":["#, r#"{"key":"channel","value":"web"}"#, ",", "]}")),
        // Small things that take much memory.
        ("empty objects", false, fill(FULL, r#"{"transactions":["#, "{}", ",", "]}")),
        ("numbers for objects", false, fill(FULL, r#"{"transactions":["#, "1", ",", "]}")),
        ("a page", false, fill(FULL, "<html>", "<br>", "", "</html>")),
        ("an open text", false, fill(FULL, r#"{"id":""#, "a", "", "")),
    ] {
        assert_eq!(is_read::<Payment>(what, &body), read, "{what}");
    }
    assert!(!is_read::<Vec<Payment>>("empty payments", &fill(FULL, "[", "{}", ",", "]")));
}

/// So that a bound on memory means something: what is read takes what it must.
#[test]
fn memory_is_counted() {
    let _turn = turn();
    let count = 1_000;
    let body = format!(r#"{{"transactions":[{}]}}"#, vec!["{}"; count].join(","));
    let (payment, took) = counted("some empty objects", || Payment::decode(body.as_bytes()).unwrap());
    let empty = size_of::<Transaction>();
    assert!(took >= count * empty, "{count} empty objects of {empty} bytes took {took}");
    drop(payment);
    let too_many = 1 + (32 * MB + 16 * FULL) / empty;
    let body = fill(too_many * 3, r#"{"transactions":["#, "{}", ",", "]}");
    assert!(body.len() < FULL && Payment::decode(body.as_bytes()).is_err());
}

#[test]
fn what_is_large_comes_back_as_it_was() {
    let _turn = turn();
    let same = |what: &str, body: String| {
        let back = whole_life::<Payment>(what, &body);
        assert!(back.is_some_and(|back| back == body), "{what} came back altered");
    };
    same("a text", fill(LARGE, r#"{"description":""#, "abcdefghij", "", r#""}"#));
    same("a text of escapes", fill(LARGE, r#"{"description":""#, r"\\\n\u0000", "", r#""}"#));
    same("a text for an instant", fill(LARGE, r#"{"created_at":""#, "2", "", r#""}"#));
    same("a text for an object", fill(LARGE, r#"{"amount":""#, "é", "", r#""}"#));
    same("a number for a text", fill(LARGE, r#"{"id":"#, "1", "", "}"));
    same("an unknown name", fill(LARGE, r#"{""#, "name", "", r#"":1}"#));
    same("a fraction", fill(LARGE, r#"{"amount":{"value":0."#, "1", "", "}}"));
    same("an exponent", fill(LARGE, r#"{"amount":{"value":1e"#, "1", "", "}}"));
    same("notes", fill(LARGE, r#"{"metadata":["#, r#"{"key":"channel","value":"web"}"#, ",", "]}"));
    let names: Vec<String> = (0..LARGE / 32).map(|index| format!(r#""a_new_member_{index}":{index}"#)).collect();
    same("unknown members", format!("{{{}}}", names.join(",")));
    // Of members with one name the last counts, so these need not come back.
    for (what, text) in [
        ("one unknown member", r#""a":1"#),
        ("one known member", r#""status":1"#),
        ("known and unknown members", r#""id":1,"a":2,"id":"x","id":[],"b":3"#),
    ] {
        whole_life::<Payment>(what, &fill(LARGE, "{", text, ",", "}"));
    }
    for (what, text) in
        [("space", " "), ("lines", "\n"), ("quotes", "\""), ("backslashes", "\\"), ("braces", r#"{"":"#)]
    {
        assert_eq!(whole_life::<Payment>(what, &fill(LARGE, "", text, "", "")), None, "{what}");
    }
}

#[test]
fn a_hundred_thousand_levels_are_kept_or_refused() {
    let _turn = turn();
    for (what, before, open, inner, close, after) in [
        ("an object in itself", "", r#"{"payment":"#, "{}", "}", ""),
        ("lists for an object", r#"{"amount":"#, "[", "", "]", "}"),
        ("lists in an unknown member", r#"{"new":"#, "[", "1", "]", "}"),
        ("objects in an unknown member", r#"{"new":"#, r#"{"a":"#, "1", "}", "}"),
        ("lists for a text", r#"{"id":"#, "[", "", "]", "}"),
        ("objects for a number", r#"{"amount":{"value":"#, r#"{"a":"#, "1", "}", "}}"),
        ("lists for a list", r#"{"transactions":"#, "[", "", "]", "}"),
        ("lists for an item", r#"{"metadata":["#, "[", "", "]", "]}"),
    ] {
        let body = nested(before, open, inner, close, after);
        assert_eq!(whole_life::<Payment>(what, &body).as_deref(), Some(&*body), "{what} came back altered");
        assert_eq!(whole_life::<Json>(what, &body).as_deref(), Some(&*body), "{what} came back altered");
        assert!(is_read::<Payment>(what, &body) && is_read::<Vec<Payment>>(what, &format!("[{body}]")));
        // Requests are read by servers.
        whole_life::<CreatePayment>(what, &body);
        // Without its end it is no JSON.
        assert!(!is_read::<Payment>(what, &body[..body.len() / 2]), "half of {what}");
        // What the caller takes apart on their own has serde_json's limit.
        let json = Json::decode(body.as_bytes()).unwrap();
        assert!(on_a_small_stack(what, move || json.parse::<serde_json::Value>().is_err()));
    }
    for (what, body) in [
        ("lists", nested("", "[", "", "]", "")),
        ("lists that are open", "[".repeat(DEPTH)),
        ("objects that are open", r#"{"id":"#.repeat(DEPTH)),
    ] {
        assert!(on_a_small_stack(what, || Payment::decode(body.as_bytes()).is_err()), "{what} for a payment");
        assert!(on_a_small_stack(what, || Customer::decode(body.as_bytes()).is_err()), "{what} for a customer");
    }
}

/// Refusals are read by the runtime, which shows them to people.
#[test]
fn refusals_are_read_and_shown_in_short() {
    let _turn = turn();
    for (what, body) in [
        ("a deep message", nested(r#"{"code":"X","messages":"#, "[", "\"a\"", "]", "}")),
        ("a deep error", nested("", r#"{"error":"#, "1", "}", "")),
        ("brackets", "[".repeat(DEPTH)),
        ("messages", fill(LARGE, r#"{"code":"X","messages":["#, r#""a message that says what is wrong""#, ",", "]}")),
        ("one message", fill(LARGE, r#"{"code":"X","messages":[""#, "word 4111 ", "", r#""]}"#)),
        ("a page", fill(LARGE, "<html>", "<br>", "", "</html>")),
    ] {
        let answer = HttpResponse::json(StatusCode::BAD_REQUEST, body);
        let error = on_a_small_stack(what, || {
            let client = builder().transport(move |_: HttpRequest| Ok(answer.clone())).build().unwrap();
            retrieve(&client).unwrap_err()
        });
        assert_eq!(error.kind(), ErrorKind::Api, "{what}");
        let shown = format!("{error} {error:?}").len();
        assert!(shown < 20_000, "{what}: the error shows {shown} bytes");
    }
}

#[test]
fn the_client_reads_no_more_than_it_may() {
    let _turn = turn();
    for chunked in [false, true] {
        let large = server(200, chunked, FULL);
        let client = builder().endpoint(format!("http://{large}")).build().unwrap();
        let (error, took) = counted("a large answer", || retrieve(&client).unwrap_err());
        assert_eq!(error.kind(), ErrorKind::Transport);
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert!(cause.contains("larger than 16777216 bytes"), "{cause}");
        // What is announced is not begun with; what is not, doubles a buffer up to the bound.
        let most = if chunked { 4 * 16 * MB } else { 4 * MB };
        assert!(took < most, "it took {took} bytes");
        // It may have been paid.
        assert!(create(&client).unwrap_err().outcome_is_unknown());

        let refusal = server(400, chunked, FULL);
        let client = builder().endpoint(format!("http://{refusal}")).build().unwrap();
        assert_eq!(retrieve(&client).unwrap_err().kind(), ErrorKind::Transport);

        let within = server(200, chunked, 15 * MB);
        let client = builder().endpoint(format!("http://{within}")).build().unwrap();
        assert_eq!(retrieve(&client).unwrap().description.unwrap().len(), 15 * MB);
    }
    let client = builder().endpoint(format!("http://{}", server(200, true, FULL)));
    let client = client.max_response_bytes(usize::MAX).build().unwrap();
    assert_eq!(retrieve(&client).unwrap().description.unwrap().len(), FULL);
}

fn builder() -> ClientBuilder {
    // However slow a machine is, no clock decides here.
    let long = Duration::from_secs(3_600);
    Client::builder().keys("sandbox_test", "test").retry(Backoff::never()).timeout(long).total_timeout(long)
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn retrieve(client: &Client) -> Result<Payment, Error> {
    let id = PaymentId::from("6c44ed29-cc51-4479-a5eb-108afdaadd50");
    block_on(async { client.payments().retrieve(&id).await.map(yuno_api::Response::into_inner) })
}

fn create(client: &Client) -> Result<Payment, Error> {
    let body = CreatePayment::builder()
        .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
        .merchant_order_id("order-1001")
        .description("Annual plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, 150))
        .payment_method(PaymentMethodInput::vaulted("0f6b2c1d-7e35-4a98-b2d4-5c8e9f1a3b70"))
        .workflow(Workflow::Direct)
        .build();
    block_on(async { client.payments().create(&body).await.map(yuno_api::Response::into_inner) })
}

/// A server that gives every request the same payment, whose description is so long.
fn server(status: u16, chunked: bool, length: usize) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // The other side may go at any time: that is what is tested.
            let _ = answer(&stream, status, chunked, length);
        }
    });
    address
}

fn answer(stream: &TcpStream, status: u16, chunked: bool, length: usize) -> std::io::Result<()> {
    let mut input = BufReader::new(stream);
    let mut announced = 0;
    loop {
        let mut line = String::new();
        input.read_line(&mut line)?;
        if let Some(length) = line.strip_prefix("content-length: ") {
            announced = length.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    input.read_exact(&mut vec![0; announced])?;

    let (before, after) = (r#"{"description":""#, r#""}"#);
    let size = before.len() + length + after.len();
    let how = if chunked { "transfer-encoding: chunked".to_owned() } else { format!("content-length: {size}") };
    let mut output = stream;
    write!(output, "HTTP/1.1 {status} X\r\nconnection: close\r\n{how}\r\n\r\n")?;
    let mut send = |piece: &[u8]| {
        if chunked {
            write!(output, "{:x}\r\n", piece.len())?;
            output.write_all(piece)?;
            return output.write_all(b"\r\n");
        }
        output.write_all(piece)
    };
    send(before.as_bytes())?;
    let piece = vec![b'a'; MB / 4];
    let mut left = length;
    while left > 0 {
        let now = left.min(piece.len());
        send(&piece[..now])?;
        left -= now;
    }
    send(after.as_bytes())?;
    if chunked { output.write_all(b"0\r\n\r\n") } else { Ok(()) }
}
