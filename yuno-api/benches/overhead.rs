//! What a call costs beyond the same call written by hand with reqwest: `cargo bench -p yuno-api --bench overhead`.
//!
//! Both make a payment at one server on this machine and read the answer (10 KB) into a struct. The one by hand does
//! what careful code would do, and no more: a pooled client, a time limit, the keys, an idempotency key, derived serde
//! on both sides. It drops what it does not know, repeats nothing and looks nothing up.
//!
//! They run in turns, so that a machine that is slow for a moment is slow for both, and each turn gives a ratio of its
//! own. The one by hand runs twice: what it differs from itself is the noise.

// A bench that cannot do its work has to stop.
#![allow(clippy::unwrap_used, clippy::panic, clippy::needless_pass_by_value)]

mod plain;

use std::{
    future::Future,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use plain::{PAYMENT, derived};
use serde::Serialize;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    runtime::{Builder, Runtime},
    task::JoinSet,
};
use uuid::Uuid;
use yuno_api::{
    Client,
    types::{Amount, Country, CreatePayment, Currency, PaymentMethodInput, Workflow},
};

const ACCOUNT: &str = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";
const TOKEN: &str = "0f6b2c1d-7e35-4a98-b2d4-5c8e9f1a3b70";
const AT_ONCE: usize = 64;
const TARGET: &str = "(target: at most 1.05)";

fn main() {
    if !is_wanted() {
        return;
    }
    let base = format!("http://{}", serve_in_a_thread());
    let (hand, ours) = (ByHand::new(&base), Ours::new(&base));
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();

    compare("latency, one call after the other", [&hand, &ours, &hand], |way| one_after_the_other(&runtime, way, 150));
    compare("throughput, 64 calls at once", [&hand, &ours, &hand], |way| at_once(&runtime, way, 1_280));
}

/// Times a call by each way in turns.
fn compare(what: &str, ways: [&dyn Way; 3], time: impl Fn(&dyn Way) -> Duration) {
    const ROUNDS: usize = 60;
    for way in ways {
        time(way);
    }
    let mut times: [Vec<f64>; 3] = Default::default();
    for round in 0..ROUNDS {
        // Each goes first as often as the others.
        for turn in 0..3 {
            let index = (round + turn) % 3;
            times[index].push(time(ways[index]).as_secs_f64() * 1e6);
        }
    }
    let [hand, ours, again] = &times;
    let ratio = |of: &[f64]| median(of.iter().zip(hand).map(|(of, hand)| of / hand).collect());
    println!("{what}");
    println!("  by hand with reqwest {:>31.2} us a call", median(hand.clone()));
    println!("  ours {:>47.2} us a call   {:.3}x   {TARGET}", median(ours.clone()), ratio(ours));
    println!("  by hand once more {:>34.2} us a call   {:.3}x   (noise)", median(again.clone()), ratio(again));
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

fn one_after_the_other(runtime: &Runtime, way: &dyn Way, count: u32) -> Duration {
    runtime.block_on(async {
        let start = Instant::now();
        for _ in 0..count {
            way.call().await;
        }
        start.elapsed() / count
    })
}

fn at_once(runtime: &Runtime, way: &dyn Way, count: u32) -> Duration {
    runtime.block_on(async {
        let start = Instant::now();
        let mut workers = JoinSet::new();
        for _ in 0..AT_ONCE {
            let way = way.another();
            workers.spawn(async move {
                for _ in 0..count as usize / AT_ONCE {
                    way.call().await;
                }
            });
        }
        workers.join_all().await;
        start.elapsed() / count
    })
}

trait Way: Send + Sync {
    fn call(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
    fn another(&self) -> Box<dyn Way>;
}

#[derive(Clone)]
struct Ours(Client);

impl Ours {
    fn new(base: &str) -> Self {
        let client = Client::builder().keys("sandbox_public", "private").endpoint(base).build();
        Self(client.unwrap())
    }
}

impl Way for Ours {
    fn call(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async {
            let body = CreatePayment::builder()
                .account_id(ACCOUNT)
                .merchant_order_id("order-1001")
                .description("Annual plan")
                .country(Country::Br)
                .amount(Amount::new(Currency::Brl, 150))
                .payment_method(PaymentMethodInput::vaulted(TOKEN))
                .workflow(Workflow::Direct)
                .build();
            let payment = self.0.payments().create(&body).await.unwrap();
            assert!(payment.id().is_ok());
        })
    }

    fn another(&self) -> Box<dyn Way> {
        Box::new(self.clone())
    }
}

#[derive(Clone)]
struct ByHand {
    http: reqwest::Client,
    url: Arc<str>,
}

#[derive(Serialize)]
struct NewPayment<'a> {
    account_id: &'a str,
    merchant_order_id: &'a str,
    description: &'a str,
    country: &'a str,
    amount: NewAmount<'a>,
    payment_method: NewMethod<'a>,
    workflow: &'a str,
}

#[derive(Serialize)]
struct NewAmount<'a> {
    currency: &'a str,
    value: f64,
}

#[derive(Serialize)]
struct NewMethod<'a> {
    #[serde(rename = "type")]
    type_: &'a str,
    vaulted_token: &'a str,
    detail: NewDetail,
}

#[derive(Serialize)]
struct NewDetail {
    card: NewCard,
}

#[derive(Serialize)]
struct NewCard {
    capture: bool,
}

impl ByHand {
    fn new(base: &str) -> Self {
        // Without a provider of its own reqwest builds no client at all; this one makes no TLS either.
        #[cfg(feature = "rustls")]
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(65))
            .connect_timeout(Duration::from_secs(5))
            .tcp_nodelay(true)
            .http1_only()
            .no_proxy()
            .build()
            .unwrap();
        Self { http, url: format!("{base}/v1/payments").into() }
    }
}

impl Way for ByHand {
    fn call(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async {
            let body = NewPayment {
                account_id: ACCOUNT,
                merchant_order_id: "order-1001",
                description: "Annual plan",
                country: "BR",
                amount: NewAmount { currency: "BRL", value: 150.0 },
                payment_method: NewMethod {
                    type_: "CARD",
                    vaulted_token: TOKEN,
                    detail: NewDetail { card: NewCard { capture: true } },
                },
                workflow: "DIRECT",
            };
            let response = self
                .http
                .post(&*self.url)
                .header("accept", "application/json")
                .header("content-type", "application/json")
                .header("user-agent", "shop/1.0")
                .header("public-api-key", "sandbox_public")
                .header("private-secret-key", "private")
                .header("x-idempotency-key", Uuid::new_v4().to_string())
                .body(serde_json::to_vec(&body).unwrap())
                .send()
                .await
                .unwrap()
                .error_for_status()
                .unwrap();
            let payment: derived::Payment = serde_json::from_slice(&response.bytes().await.unwrap()).unwrap();
            assert!(payment.id.is_some());
        })
    }

    fn another(&self) -> Box<dyn Way> {
        Box::new(self.clone())
    }
}

/// A server that answers everything with the same payment, as quickly as it can.
fn serve_in_a_thread() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let answer: Arc<[u8]> = format!(
        "HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{PAYMENT}",
        PAYMENT.len()
    )
    .into_bytes()
    .into();
    thread::spawn(move || {
        Builder::new_current_thread().enable_all().build().unwrap().block_on(async move {
            let listener = TcpListener::from_std(listener).unwrap();
            while let Ok((stream, _)) = listener.accept().await {
                stream.set_nodelay(true).unwrap();
                tokio::spawn(serve(stream, answer.clone()));
            }
        });
    });
    address
}

async fn serve(mut stream: TcpStream, answer: Arc<[u8]>) -> Option<()> {
    let mut buffer = Vec::with_capacity(4096);
    loop {
        let end = loop {
            if let Some(at) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            stream.read_buf(&mut buffer).await.ok().filter(|&length| length > 0)?;
        };
        let head = std::str::from_utf8(&buffer[..end]).unwrap();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let end = end + length.map_or(0, |length| length.parse::<usize>().unwrap());
        while buffer.len() < end {
            stream.read_buf(&mut buffer).await.ok().filter(|&length| length > 0)?;
        }
        buffer.drain(..end);
        stream.write_all(&answer).await.ok()?;
    }
}

/// Whether this run is to measure: `cargo test --benches` only wants to know that it builds.
fn is_wanted() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}
