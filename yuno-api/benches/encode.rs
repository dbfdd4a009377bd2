//! Writing a payment and a list of a hundred, ours against the usual ways: `cargo bench -p yuno-api --bench encode`.
//!
//! Times and allocations. The bench `ratios` holds the times against one another in one run.

// A bench that cannot do its work has to stop.
#![allow(clippy::unwrap_used, clippy::panic, clippy::needless_pass_by_value)]

mod plain;

use divan::{AllocProfiler, Bencher};
use plain::{PAYMENT, derived, flattened};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use yuno_api::types::{Encode, Payment};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn read<T: DeserializeOwned>() -> T {
    serde_json::from_str(PAYMENT).unwrap()
}

fn write<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(divan::black_box(value)).unwrap()
}

#[divan::bench(types = [Payment, derived::Payment, flattened::Payment, Value])]
fn payment<T: Serialize + DeserializeOwned + Sync>(bencher: Bencher<'_, '_>) {
    let value: T = read();
    bencher.bench(|| write(&value));
}

/// As a call writes it.
#[divan::bench]
fn payment_as_a_body(bencher: Bencher<'_, '_>) {
    let value: Payment = read();
    bencher.bench(|| divan::black_box(&value).encode().unwrap());
}

#[divan::bench(types = [Payment, derived::Payment, flattened::Payment, Value], sample_count = 30)]
fn list<T: Serialize + DeserializeOwned + Clone + Sync>(bencher: Bencher<'_, '_>) {
    let values = vec![read::<T>(); 100];
    bencher.bench(|| write(&values));
}
