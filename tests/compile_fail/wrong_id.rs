//! One kind of id for another.
use yuno_api::{Client, types::*};

fn retrieve(client: &Client, transaction: &TransactionId) {
    let _ = client.payments().retrieve(transaction);
}

fn main() {}
