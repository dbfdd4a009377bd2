//! A request read from an answer.
use yuno_api::types::*;

fn main() {
    let _ = CreatePayment::decode(b"{}");
}
