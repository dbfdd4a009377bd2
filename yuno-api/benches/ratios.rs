//! Ours against the usual ways of reading and writing JSON, as ratios of times: `cargo bench -p yuno-api --bench ratios`.
//!
//! The contenders run in turns, so that a machine that is slow for a moment is slow for all of them. Making and dropping
//! a value both count, as they do in a program.

// A bench that cannot do its work has to stop.
#![allow(clippy::unwrap_used, clippy::panic, clippy::needless_pass_by_value)]

mod plain;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use plain::{PAYMENT, derived, flattened};
use serde::Serialize;
use serde_json::Value;
use yuno_api::types::{Decode, Encode, Payment};

const OURS: &str = "ours, unknown fields kept";
const DERIVED: &str = "(a) derived, unknown fields dropped";
const FLATTENED: &str = "(b) derived with flatten";
const VALUE: &str = "(c) serde_json::Value";
const DECODE: [&str; 3] = ["at most 1.00", "below 1.00", "at most 0.75"];
const ENCODE: [&str; 3] = ["at most 1.20", "", ""];

fn main() {
    // `cargo test --benches` only wants to know that it runs.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { 100 } else { 1 };
    let one = PAYMENT.as_bytes();
    let list = plain::list();
    let many = list.as_bytes();

    race(
        rounds,
        "decode a payment",
        DECODE,
        [
            runner(OURS, || Payment::decode(one).unwrap()),
            runner(DERIVED, || serde_json::from_slice::<derived::Payment>(one).unwrap()),
            runner(FLATTENED, || serde_json::from_slice::<flattened::Payment>(one).unwrap()),
            runner(VALUE, || serde_json::from_slice::<Value>(one).unwrap()),
        ],
    );
    race(
        rounds,
        "decode a list of 100 payments",
        DECODE,
        [
            runner(OURS, || Vec::<Payment>::decode(many).unwrap()),
            runner(DERIVED, || serde_json::from_slice::<Vec<derived::Payment>>(many).unwrap()),
            runner(FLATTENED, || serde_json::from_slice::<Vec<flattened::Payment>>(many).unwrap()),
            runner(VALUE, || serde_json::from_slice::<Value>(many).unwrap()),
        ],
    );

    let ours = Vec::<Payment>::decode(many).unwrap();
    let derived: Vec<derived::Payment> = serde_json::from_slice(many).unwrap();
    let flattened: Vec<flattened::Payment> = serde_json::from_slice(many).unwrap();
    let value: Vec<Value> = serde_json::from_slice(many).unwrap();
    race(
        rounds,
        "encode a payment",
        ENCODE,
        [
            runner(OURS, || ours[0].encode().unwrap()),
            runner(DERIVED, || write(&derived[0])),
            runner(FLATTENED, || write(&flattened[0])),
            runner(VALUE, || write(&value[0])),
        ],
    );
    race(
        rounds,
        "encode a list of 100 payments",
        ENCODE,
        [
            runner(OURS, || Payment::encode_list(&ours).unwrap()),
            runner(DERIVED, || write(&derived)),
            runner(FLATTENED, || write(&flattened)),
            runner(VALUE, || write(&value)),
        ],
    );
    race(
        rounds,
        "the same, ours through serde too",
        [""; 3],
        [
            runner(OURS, || write(&ours)),
            runner(DERIVED, || write(&derived)),
            runner(FLATTENED, || write(&flattened)),
            runner(VALUE, || write(&value)),
        ],
    );
}

fn write<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

/// One contender.
struct Runner<'a> {
    name: &'static str,
    run: Box<dyn Fn() + 'a>,
}

fn runner<'a, T>(name: &'static str, work: impl Fn() -> T + 'a) -> Runner<'a> {
    Runner { name, run: Box::new(move || drop(black_box(work()))) }
}

/// Prints the time of the first as a ratio of each other's.
fn race(rounds: usize, what: &str, targets: [&str; 3], runners: [Runner<'_>; 4]) {
    // As many repeats as take a few milliseconds.
    let start = Instant::now();
    runners.iter().for_each(|runner| (runner.run)());
    let all = start.elapsed().max(Duration::from_micros(1)).as_nanos();
    let repeats = u32::try_from((8_000_000 / all).max(1)).unwrap_or(1);

    let mut times = [(); 4].map(|()| Vec::with_capacity(rounds));
    for _ in 0..rounds {
        for (runner, times) in runners.iter().zip(&mut times) {
            let start = Instant::now();
            (0..repeats).for_each(|_| (runner.run)());
            times.push(start.elapsed().as_secs_f64() * 1e6 / f64::from(repeats));
        }
    }
    let medians = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    println!("\n{what} (median of {rounds} rounds of {repeats})");
    println!("  {:<38} {:>10.2} us", runners[0].name, medians[0]);
    for ((runner, median), target) in runners.iter().zip(medians).skip(1).zip(targets) {
        let ratio = medians[0] / median;
        let target = if target.is_empty() { String::new() } else { format!("(target: {target})") };
        println!("  {:<38} {median:>10.2} us   ours is {ratio:.2}x   {target}", runner.name);
    }
}
