//! A request written as a literal, which the next member would break.
use yuno_api::types::*;

fn main() {
    let _ = CreateCustomerSession {
        country: Country::Co,
        customer_id: "customer".into(),
        callback_url: None,
        unknown_fields: UnknownFields::default(),
    };
}
