//! 10,000 calls leave memory where it was, and calls that are dropped midway leave nothing behind.
//!
//! Memory is what `/proc/self/statm` says, so the first is tested on Linux only.
#![allow(clippy::unwrap_used)]

use std::{
    future::IntoFuture,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    runtime::{Builder, Handle, Runtime},
    task::JoinSet,
    time,
};
use yuno_api::{
    Client,
    retry::{Backoff, RetryBudget},
    types::{Amount, Country, CreatePayment, Currency, Decode, Payment, PaymentMethodInput, Workflow},
};

const CALLS: usize = 10_000;
const AT_ONCE: usize = 64;
/// A hundred bytes for each call.
const GROWTH: usize = 100 * CALLS;

/// The tests measure the process that they share.
static ALONE: Mutex<()> = Mutex::new(());

#[test]
fn ten_thousand_calls_leave_memory_where_it_was() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(_) = resident() else {
        println!("skipped: this system has no /proc/self/statm");
        return;
    };
    let server = Server::start(Duration::ZERO);
    let runtime = runtime();
    let client = server.client();
    // Buffers, pools and the allocator's arenas come to their size.
    runtime.block_on(calls(&client, CALLS));
    let mut grown = Vec::new();
    // What leaks grows each time. What only settles does not.
    for _ in 0..4 {
        let before = resident().unwrap();
        let failed = runtime.block_on(calls(&client, CALLS));
        let after = resident().unwrap();
        grown.push(after.saturating_sub(before));
        println!("{CALLS} calls, {failed} of them failed: {before} bytes before, {after} after");
        assert!(failed > CALLS / 100 && failed < CALLS / 2, "the server is to fail now and then: {failed}");
        if after.saturating_sub(before) <= GROWTH {
            return;
        }
    }
    assert!(grown.iter().any(|&grown| grown <= GROWTH), "memory grows by {grown:?} bytes with each {CALLS} calls");
}

#[test]
fn calls_that_are_dropped_leave_nothing_behind() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    // Slow enough to be left at every step: connecting, sending, waiting, reading, pausing before a repeat.
    let server = Server::start(Duration::from_millis(4));
    let runtime = runtime();
    let tasks = |handle: &Handle| handle.metrics().num_alive_tasks();
    let handle = runtime.handle().clone();
    assert_eq!(tasks(&handle), 0);

    let client = server.client();
    let dropped = runtime.block_on(async {
        let mut workers = JoinSet::new();
        for worker in 0..AT_ONCE {
            let client = client.clone();
            workers.spawn(async move {
                let mut random = fastrand::Rng::with_seed(worker as u64);
                let mut dropped = 0;
                for number in 0..40 {
                    let patience = Duration::from_micros(random.u64(0..30_000));
                    let call = client.payments().create(&body(worker * 1_000 + number));
                    dropped += usize::from(time::timeout(patience, call).await.is_err());
                }
                // And some that were polled once, or never.
                for _ in 0..10 {
                    let call = client.payments().create(&body(worker)).into_future();
                    let _ = time::timeout(Duration::ZERO, call).await;
                    drop(client.payments().create(&body(worker)).into_future());
                }
                dropped
            });
        }
        workers.join_all().await.into_iter().sum::<usize>()
    });
    assert!(dropped > AT_ONCE * 10 && dropped < AT_ONCE * 40, "{dropped}");

    // What is left are connections that wait for the next call, each with its task, and none with an exchange; and one
    // task of the pool's, that closes those which wait for too long.
    let idle = eventually(|| {
        let (open, tasks) = (server.open.load(Ordering::SeqCst), tasks(&handle));
        (server.busy.load(Ordering::SeqCst) == 0 && tasks <= open + 1 && open <= AT_ONCE).then_some((open, tasks))
    });
    let (open, left) = idle.unwrap_or_else(|| {
        let (busy, open) = (server.busy.load(Ordering::SeqCst), server.open.load(Ordering::SeqCst));
        unreachable!("{busy} exchanges, {open} connections, {} tasks are left", tasks(&handle))
    });
    let made = server.made.load(Ordering::SeqCst);
    println!("{dropped} calls dropped on {made} connections, of which {open} wait, with {left} tasks");

    // The client still works, and when it goes, all goes.
    runtime.block_on(async { assert!(calls(&client, 100).await < 50) });
    drop(client);
    let gone = eventually(|| (server.open.load(Ordering::SeqCst) == 0 && tasks(&handle) == 0).then_some(()));
    assert!(gone.is_some(), "{} connections and {} tasks are left", server.open.load(Ordering::SeqCst), tasks(&handle));
}

fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn eventually<T>(is: impl Fn() -> Option<T>) -> Option<T> {
    let end = Instant::now() + Duration::from_secs(20);
    loop {
        if let Some(value) = is() {
            return Some(value);
        }
        if Instant::now() > end {
            return None;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// The memory that the process holds, in bytes.
fn resident() -> Option<usize> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    Some(pages.split(' ').nth(1)?.parse::<usize>().ok()? * 4096)
}

/// So many calls, and how many failed.
async fn calls(client: &Client, count: usize) -> usize {
    let next = Arc::new(AtomicUsize::new(0));
    let mut workers = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (client, next) = (client.clone(), next.clone());
        workers.spawn(async move {
            let mut failed = 0;
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= count {
                    return failed;
                }
                failed += usize::from(client.payments().create(&body(number)).await.is_err());
            }
        });
    }
    workers.join_all().await.into_iter().sum()
}

fn body(number: usize) -> CreatePayment {
    CreatePayment::builder()
        .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
        .merchant_order_id(format!("order-{number}"))
        .description("Annual plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, 150))
        .payment_method(PaymentMethodInput::vaulted("0f6b2c1d-7e35-4a98-b2d4-5c8e9f1a3b70"))
        .workflow(Workflow::Direct)
        .build()
}

/// A server in a thread of its own, that counts what is open and keeps nothing else.
struct Server {
    address: SocketAddr,
    made: Arc<AtomicUsize>,
    open: Arc<AtomicUsize>,
    busy: Arc<AtomicUsize>,
}

const PAYMENT: &str = include_str!("../benches/payment.json");

impl Server {
    fn start(pause: Duration) -> Self {
        assert!(Payment::decode(PAYMENT.as_bytes()).is_ok());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let server = Self { address, made: Arc::default(), open: Arc::default(), busy: Arc::default() };
        let (made, open, busy) = (server.made.clone(), server.open.clone(), server.busy.clone());
        thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).unwrap();
                while let Ok((stream, _)) = listener.accept().await {
                    made.fetch_add(1, Ordering::SeqCst);
                    let (open, busy) = (Counted::of(&open), busy.clone());
                    tokio::spawn(async move {
                        let _open = open;
                        serve(stream, pause, &busy).await
                    });
                }
            });
        });
        server
    }

    fn client(&self) -> Client {
        let quick = Backoff::default().first(Duration::from_millis(2)).cap(Duration::from_millis(4));
        let quick = quick.in_process(Duration::from_millis(1), Duration::from_millis(20));
        Client::builder()
            .keys("sandbox_public", "private")
            .endpoint(format!("http://{}", self.address))
            .retry(quick)
            // Its requests are done when they are answered.
            .processing_limit(Duration::ZERO)
            .retry_budget(RetryBudget::unlimited())
            .build()
            .unwrap()
    }
}

/// Counts while it lives.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn of(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Every order has its own fate: most are paid, some only after a failure of one kind or the other, some are refused.
async fn serve(mut stream: TcpStream, pause: Duration, busy: &Arc<AtomicUsize>) -> Option<()> {
    let mut buffer = Vec::new();
    let mut turn: usize = 0;
    loop {
        let end = loop {
            if let Some(at) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            more(&mut stream, &mut buffer).await?;
        };
        let _busy = Counted::of(busy);
        let head = String::from_utf8_lossy(&buffer[..end]).into_owned();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.parse().unwrap());
        while buffer.len() < end + length {
            more(&mut stream, &mut buffer).await?;
        }
        buffer.drain(..end + length);
        time::sleep(pause).await;
        turn += 1;
        let (status, body) = match (head.starts_with("GET"), turn % 20) {
            (true, _) => (200, "[]"),
            (_, 3) => (400, r#"{"code":"INVALID_REQUEST","messages":["no"]}"#),
            (_, 7) => (503, "<html>"),
            (_, 11) => (400, r#"{"code":"REQUEST_IN_PROCESS","messages":["wait"]}"#),
            (_, 13) => (200, "{"),
            (_, 0) => {
                stream.set_zero_linger().ok()?;
                return None;
            }
            _ => (201, PAYMENT),
        };
        let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        let (first, rest) = answer.split_at(answer.len() / 2);
        stream.write_all(first.as_bytes()).await.ok()?;
        if !pause.is_zero() {
            time::sleep(pause / 4).await;
        }
        stream.write_all(rest.as_bytes()).await.ok()?;
    }
}

async fn more(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Option<()> {
    let mut chunk = [0; 4096];
    let length = stream.read(&mut chunk).await.ok().filter(|&length| length > 0)?;
    buffer.extend_from_slice(&chunk[..length]);
    Some(())
}
