//! A member that is given twice.
use yuno_api::types::*;

fn main() {
    let _ = CreateCustomer::builder().merchant_customer_id("one").merchant_customer_id("two").build();
}
