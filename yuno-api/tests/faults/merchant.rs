//! The other side: a merchant that calls by the book, finds out by the book, and believes what it is told.

use std::time::Duration;

use fastrand::Rng;
use tokio::time;
use yuno_api::{
    Client, Error,
    error::ErrorKind,
    types::{
        Amount, CancelPayment, CapturePayment, Country, CreatePayment, Currency, Outcome, Payment, PaymentId,
        PaymentMethodInput, PaymentsRetrieveParams, RefundPayment, ReversalReason, Transaction, TransactionId,
        TransactionOutcome, TransactionResult, Workflow,
    },
};

use super::model::{Act, Told, order, payment_id};

/// How a call ended.
#[derive(Debug)]
pub enum End {
    Told(Told),
    Unknown(Error),
    /// As no call may end.
    Otherwise(String),
}

/// Whether a call begins, or goes on from an error.
#[derive(Clone, Copy)]
pub enum Begin<'a> {
    Afresh,
    Resume(&'a Error),
    NewAttempt(&'a Error),
}

macro_rules! begin {
    ($call:expr, $from:expr) => {
        match $from {
            Begin::Afresh => $call,
            Begin::Resume(error) => $call.resume(error),
            Begin::NewAttempt(error) => $call.retry_as_new_attempt(error),
        }
    };
}

/// Makes a call. A spent key is a reason for a new attempt, which is this merchant's decision.
pub async fn call(client: &Client, act: Act, index: usize, from: Begin<'_>) -> End {
    let mut end = once(client, act, index, from).await;
    for _ in 0..20 {
        match end {
            Ok(end) => return end,
            Err(error) if error.kind() == ErrorKind::KeySpent => {
                end = once(client, act, index, Begin::NewAttempt(&error)).await;
            }
            Err(error) if error.outcome_is_unknown() => return End::Unknown(error),
            Err(error) => {
                return match error.kind() {
                    // Nothing was sent, or it was refused: either way nothing happened.
                    ErrorKind::Connection | ErrorKind::Api => End::Told(Told::Refused),
                    _ => End::Otherwise(error.to_string()),
                };
            }
        }
    }
    End::Otherwise("every key is spent".to_owned())
}

async fn once(client: &Client, act: Act, index: usize, from: Begin<'_>) -> Result<End, Error> {
    let payments = client.payments();
    let (payment, transaction) = (PaymentId::from(payment_id(index)), TransactionId::from("the-transaction"));
    let ten = || Amount::new(Currency::Brl, 10);
    Ok(match act {
        Act::Create => {
            let body = CreatePayment::builder()
                .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
                .merchant_order_id(order(index))
                .description("Annual plan")
                .country(Country::Br)
                .amount(Amount::new(Currency::Brl, 150))
                .payment_method(PaymentMethodInput::vaulted("0f6b2c1d-7e35-4a98-b2d4-5c8e9f1a3b70"))
                .workflow(Workflow::Direct)
                .build();
            of_payment(&*begin!(payments.create(&body), from).await?)
        }
        // Always a part, of which the API would take a second one.
        Act::Capture => {
            let body = CapturePayment::new(ten(), reference(index), "PRODUCT_CONFIRMED");
            of_result(&*begin!(payments.capture(&payment, &transaction, &body), from).await?)
        }
        Act::Cancel => {
            let body = CancelPayment::new(reference(index), ReversalReason::RequestedByCustomer);
            of_result(&*begin!(payments.cancel(&payment, &transaction, &body), from).await?)
        }
        Act::Refund => {
            let body = RefundPayment::partial(ten(), reference(index), ReversalReason::RequestedByCustomer);
            let payment = begin!(payments.refund(&payment, &transaction, &body), from).await?;
            payment.last_transaction().map_or_else(|| odd(&"no transaction"), of_transaction)
        }
    })
}

fn reference(index: usize) -> String {
    format!("delivery-{index}")
}

fn of_payment(payment: &Payment) -> End {
    let Ok(id) = payment.id() else { return odd(&"no id") };
    match payment.outcome() {
        Outcome::Settled => End::Told(Told::Settled(id.to_string())),
        Outcome::Declined(_) => End::Told(Told::Declined(id.to_string())),
        other => odd(&other.as_str()),
    }
}

fn of_result(result: &TransactionResult) -> End {
    result.id().map_or_else(|error| odd(&error), |id| of_outcome(id, &result.outcome()))
}

fn of_transaction(transaction: &Transaction) -> End {
    transaction.id().map_or_else(|error| odd(&error), |id| of_outcome(id, &transaction.outcome()))
}

fn of_outcome(id: &TransactionId, outcome: &TransactionOutcome<'_>) -> End {
    match outcome {
        TransactionOutcome::Done => End::Told(Told::Settled(id.to_string())),
        TransactionOutcome::Declined(_) => End::Told(Told::Declined(id.to_string())),
        other => odd(other),
    }
}

fn odd(what: &dyn std::fmt::Debug) -> End {
    End::Otherwise(format!("{what:?}"))
}

/// Does what [`Error::how_to_find_out`] says, until it is known: waits for a minute, then looks for itself, or goes on
/// with the call. The API goes on failing meanwhile.
pub async fn find_out(
    client: &Client,
    act: Act,
    index: usize,
    mut error: Error,
    minute: Duration,
    known_from_before: Option<&str>,
    rng: &mut Rng,
) -> End {
    assert!(error.how_to_find_out().is_some());
    for _ in 0..300 {
        time::sleep(minute).await;
        let seen = if rng.bool() { look(client, act, index, &error, known_from_before).await } else { Seen::Unclear };
        let goes_on = match seen {
            Seen::Told(end) => return end,
            // To create, go on with the call, which looks once more. The rest has simply not happened.
            Seen::Nothing if act != Act::Create => return End::Told(Told::Refused),
            Seen::Nothing => true,
            Seen::Unclear => rng.bool(),
        };
        if goes_on {
            match call(client, act, index, Begin::Resume(&error)).await {
                End::Unknown(next) => error = next,
                end => return end,
            }
        }
    }
    End::Unknown(error)
}

enum Seen {
    Told(End),
    Nothing,
    Unclear,
}

async fn look(client: &Client, act: Act, index: usize, error: &Error, known: Option<&str>) -> Seen {
    let payments = client.payments();
    if act == Act::Create {
        let found = match payments.retrieve_by_merchant_order_id(&order(index)).await {
            Ok(found) => found.into_inner(),
            Err(error) if error.code_str().is_some_and(|code| code.ends_with("NOT_FOUND")) => Vec::new(),
            Err(_) => return Seen::Unclear,
        };
        let ours = found.iter().find(|payment| match payment.idempotency_key.as_deref() {
            Some(key) => Some(key) == error.idempotency_key(),
            None => payment.id().is_ok_and(|id| Some(id.as_str()) != known),
        });
        return ours.map_or(Seen::Nothing, |payment| Seen::Told(of_payment(payment)));
    }
    let params = PaymentsRetrieveParams::builder().transactions_history(true).build();
    let Ok(payment) = payments.retrieve_with(&PaymentId::from(payment_id(index)), &params).await else {
        return Seen::Unclear;
    };
    let reference = reference(index);
    let ours = payment.every_transaction().find(|it| it.merchant_reference.as_deref() == Some(&*reference));
    ours.map_or(Seen::Nothing, |transaction| Seen::Told(of_transaction(transaction)))
}
