//! Writing a payment and a list of a hundred, ours against the usual ways: `cargo bench -p yuno-api --bench encode`.
//!
//! divan's table shows times and allocations; the ratios stand below it.

mod plain;

use divan::{AllocProfiler, Bencher};
use plain::{PAYMENT, derived, flattened, race};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use yuno_api::types::Payment;

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
    if !race::is_wanted() {
        return;
    }
    let targets = ["(target: at most 1.20)"];
    let (ours, derived, flattened, value) =
        (read::<Payment>(), read::<derived::Payment>(), read::<flattened::Payment>(), read::<Value>());
    race::race(
        "encode a payment",
        &targets,
        &[
            race::runner("ours, unknown fields written back", || write(&ours)),
            race::runner("(a) derived, unknown fields lost", || write(&derived)),
            race::runner("(b) derived with flatten", || write(&flattened)),
            race::runner("(c) serde_json::Value", || write(&value)),
        ],
    );
    let (ours, derived, flattened, value) =
        (vec![ours; 100], vec![derived; 100], vec![flattened; 100], vec![value; 100]);
    race::race(
        "encode a list of 100 payments",
        &targets,
        &[
            race::runner("ours, unknown fields written back", || write(&ours)),
            race::runner("(a) derived, unknown fields lost", || write(&derived)),
            race::runner("(b) derived with flatten", || write(&flattened)),
            race::runner("(c) serde_json::Value", || write(&value)),
        ],
    );
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

#[divan::bench(types = [Payment, derived::Payment, flattened::Payment, Value], sample_count = 30)]
fn list<T: Serialize + DeserializeOwned + Clone + Sync>(bencher: Bencher<'_, '_>) {
    let values = vec![read::<T>(); 100];
    bencher.bench(|| write(&values));
}
