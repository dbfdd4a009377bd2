//! How many payments a sandbox takes, with the client in the same process, and what they leave in memory.
//!
//! ```text
//! cargo bench -p yuno-sandbox --bench load
//! ```
//!
//! Real HTTP over loopback, on two threads that client and sandbox share. `YUNO_LOAD_PAYMENTS` says how many payments
//! there are in the end; 100,000 otherwise.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{runtime, task::JoinSet};
use yuno_api::{
    Client, dec,
    types::{Amount, CardDataInput, Country, CreatePayment, Currency, Outcome, PaymentMethodInput, Workflow},
};
use yuno_sandbox::Sandbox;

fn main() {
    // `cargo test` runs benches too, to see whether they work.
    let total = if std::env::args().any(|it| it == "--bench") {
        std::env::var("YUNO_LOAD_PAYMENTS").map_or(100_000, |count| count.parse().unwrap())
    } else {
        500
    };
    let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let sandbox = Sandbox::start().await.unwrap();
        let client = sandbox.client();
        let before = resident();
        println!("| payments, from | to | at once | calls a second | p50 | p99 | longest | resident |");
        println!("|--:|--:|--:|--:|--:|--:|--:|--:|");
        let mut made = 0;
        for (until, at_once) in [(total / 100, 1), (total / 20, 8), (total / 5, 64), (total, 64)] {
            let (took, mut latencies) = pay(&client, made..until, at_once).await;
            latencies.sort_unstable();
            let at = |share: f64| {
                // A share of a length is within it.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
                let index = (latencies.len() as f64 * share) as usize;
                latencies[index.min(latencies.len() - 1)]
            };
            #[allow(clippy::cast_precision_loss)]
            let rate = latencies.len() as f64 / took.as_secs_f64();
            println!(
                "| {made} | {until} | {at_once} | {rate:.0} | {:.2?} | {:.2?} | {:.2?} | {} MiB |",
                at(0.5),
                at(0.99),
                at(1.0),
                resident() >> 20,
            );
            made = until;
        }
        let kept = resident().saturating_sub(before);
        println!("{made} payments take {} MiB, which is {} bytes each.", kept >> 20, kept / made.max(1));
        assert_eq!(sandbox.overview().payments.len(), made);
    });
}

/// Makes payments, so many at once. Gives how long all of them took, and each.
async fn pay(client: &Client, orders: std::ops::Range<usize>, at_once: usize) -> (Duration, Vec<Duration>) {
    let next = Arc::new(AtomicUsize::new(orders.start));
    let began = Instant::now();
    let mut workers = JoinSet::new();
    for _ in 0..at_once {
        let (client, next, end) = (client.clone(), next.clone(), orders.end);
        workers.spawn(async move {
            let mut latencies = Vec::new();
            loop {
                let order = next.fetch_add(1, Ordering::Relaxed);
                if order >= end {
                    return latencies;
                }
                let body = payment(order);
                let began = Instant::now();
                let payment = client.payments().create(&body).await.unwrap();
                latencies.push(began.elapsed());
                assert!(matches!(payment.outcome(), Outcome::Settled));
            }
        });
    }
    let latencies = workers.join_all().await.into_iter().flatten().collect();
    (began.elapsed(), latencies)
}

fn payment(order: usize) -> CreatePayment {
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    CreatePayment::builder()
        .account_id(yuno_sandbox::ACCOUNT_ID)
        .merchant_order_id(format!("order-{order}"))
        .description("Annual plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, dec!(150.00)))
        .payment_method(PaymentMethodInput::card(card))
        .workflow(Workflow::Direct)
        .build()
}

/// What of this process is in memory, in bytes; 0 where the system does not say it in this way.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: usize = statm.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0);
    pages * 4096
}
