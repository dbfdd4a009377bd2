//! A request without something that the API requires.
use yuno_api::types::*;

fn main() {
    let _ = CreateCheckoutSession::builder().account_id("account").country(Country::Co).payment_description("A plan").build();
}
