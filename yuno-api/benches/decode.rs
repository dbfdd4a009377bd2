//! Reading a payment and a list of a hundred, ours against the usual ways: `cargo bench -p yuno-api --bench decode`.
//!
//! Times and allocations. The bench `ratios` holds the times against one another in one run.

// A bench that cannot do its work has to stop.
#![allow(clippy::unwrap_used, clippy::panic, clippy::needless_pass_by_value)]

mod plain;

use divan::{AllocProfiler, Bencher, counter::BytesCount};
use plain::{PAYMENT, derived, flattened};
use serde_json::Value;
use yuno_api::types::{Decode, Payment};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
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
