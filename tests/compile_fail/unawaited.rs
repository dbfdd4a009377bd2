//! A call that nobody waits for.
#![deny(unused_must_use)]
use yuno_api::{Client, types::*};

fn delete(client: &Client, customer: &CustomerId) {
    client.customers().delete(customer);
}

fn main() {}
