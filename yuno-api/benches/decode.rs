//! Reading a payment and a list of a hundred, ours against the usual ways: `cargo bench -p yuno-api --bench decode`.
//!
//! divan's table shows times and allocations; the ratios stand below it.

mod plain;

use divan::{AllocProfiler, Bencher, counter::BytesCount};
use plain::{PAYMENT, derived, flattened, race};
use serde_json::Value;
use yuno_api::types::{Decode, Payment};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
    if !race::is_wanted() {
        return;
    }
    let targets = ["(target: at most 1.00)", "(target: below 1.00)", "(target: at most 0.75)"];
    let one = PAYMENT.as_bytes();
    race::race(
        "decode a payment",
        &targets,
        &[
            race::runner("ours, unknown fields kept", || Payment::decode(one).unwrap()),
            race::runner("(a) derived, unknown fields dropped", || {
                serde_json::from_slice::<derived::Payment>(one).unwrap()
            }),
            race::runner("(b) derived with flatten", || serde_json::from_slice::<flattened::Payment>(one).unwrap()),
            race::runner("(c) serde_json::Value", || serde_json::from_slice::<Value>(one).unwrap()),
        ],
    );
    let many = plain::list();
    let many = many.as_bytes();
    race::race(
        "decode a list of 100 payments",
        &targets,
        &[
            race::runner("ours, unknown fields kept", || Vec::<Payment>::decode(many).unwrap()),
            race::runner("(a) derived, unknown fields dropped", || {
                serde_json::from_slice::<Vec<derived::Payment>>(many).unwrap()
            }),
            race::runner("(b) derived with flatten", || {
                serde_json::from_slice::<Vec<flattened::Payment>>(many).unwrap()
            }),
            race::runner("(c) serde_json::Value", || serde_json::from_slice::<Value>(many).unwrap()),
        ],
    );
}

/// One payment.
#[divan::bench_group(counters = [BytesCount::new(PAYMENT.len())])]
mod payment {
    use super::*;

    #[divan::bench]
    fn ours() -> Payment {
        Payment::decode(divan::black_box(PAYMENT).as_bytes()).unwrap()
    }

    #[divan::bench]
    fn a_derived() -> derived::Payment {
        serde_json::from_slice(divan::black_box(PAYMENT).as_bytes()).unwrap()
    }

    #[divan::bench]
    fn b_flattened() -> flattened::Payment {
        serde_json::from_slice(divan::black_box(PAYMENT).as_bytes()).unwrap()
    }

    #[divan::bench]
    fn c_value() -> Value {
        serde_json::from_slice(divan::black_box(PAYMENT).as_bytes()).unwrap()
    }
}

/// A hundred payments.
#[divan::bench_group(sample_count = 30)]
mod list {
    use super::*;

    fn bench<T>(bencher: Bencher<'_, '_>, decode: impl Fn(&[u8]) -> T + Sync) {
        let body = plain::list();
        bencher.counter(BytesCount::new(body.len())).bench(|| decode(divan::black_box(&body).as_bytes()));
    }

    #[divan::bench]
    fn ours(bencher: Bencher<'_, '_>) {
        bench(bencher, |body| Vec::<Payment>::decode(body).unwrap());
    }

    #[divan::bench]
    fn a_derived(bencher: Bencher<'_, '_>) {
        bench(bencher, |body| serde_json::from_slice::<Vec<derived::Payment>>(body).unwrap());
    }

    #[divan::bench]
    fn b_flattened(bencher: Bencher<'_, '_>) {
        bench(bencher, |body| serde_json::from_slice::<Vec<flattened::Payment>>(body).unwrap());
    }

    #[divan::bench]
    fn c_value(bencher: Bencher<'_, '_>) {
        bench(bencher, |body| serde_json::from_slice::<Value>(body).unwrap());
    }
}
