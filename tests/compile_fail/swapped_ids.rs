//! Two ids in the wrong order.
use yuno_api::{Client, types::*};

fn cancel(client: &Client, payment: &PaymentId, transaction: &TransactionId, body: &CancelPayment) {
    let _ = client.payments().cancel(transaction, payment, body);
}

fn main() {}
