//! Money as a floating point number.
use yuno_api::types::*;

fn main() {
    let _ = Amount::new(Currency::Usd, 150.10);
}
