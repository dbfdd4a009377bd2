//! A payment without an amount.
use yuno_api::types::*;

fn main() {
    let _ = CreatePayment::builder()
        .account_id("account")
        .merchant_order_id("order")
        .description("A plan")
        .country(Country::Co)
        .build();
}
