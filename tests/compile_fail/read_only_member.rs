//! A member that only answers have, in a request.
use yuno_api::types::*;

fn main() {
    let _ = PaymentAmount::builder().captured(Decimal::ONE);
}
