//! What becomes of reserved money: captured in parts, given back in parts, let go, or whichever of these still fits.
//!
//! ```text
//! cargo run -p yuno-api --example refunds_and_captures
//! ```
//!
//! It talks to a sandbox in this process, unless the `YUNO_*` variables hold credentials: then it talks to the
//! environment that they name. Use a test account there; the example charges a card. Whether several captures are
//! possible is up to the provider.

use std::error::Error;

use yuno_api::{
    Client, Response, dec,
    types::{
        Amount, CardDataInput, Country, CreatePayment, Currency, Decimal, Outcome, Payment, PaymentId,
        PaymentMethodInput, PaymentsRetrieveParams, RefundPayment, ReversalKind, ReversalReason, ReversalState,
        TransactionOutcome, TransactionType, Workflow,
    },
};
use yuno_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (_sandbox, yuno) = connect().await?;
    let order = format!("order-{}", std::process::id());

    println!("Two parcels, and a return of a part of the first one:");
    let payment = reserve(&yuno, &format!("{order}-1"), dec!(150.00)).await?;
    let id = payment.id()?.clone();
    let first = yuno
        .payments()
        .capture_in_part(&payment, brl(dec!(100.00)), format!("{order}-parcel-1"), "PRODUCT_CONFIRMED")?
        .await?;
    done(&first.outcome())?;
    // Keep the id of each capture: its refund asks for it.
    let first = first.id()?;
    let payment = with_history(&yuno, &id).await?;
    println!("  captured a part: {}", said(&payment));

    // What is left, as the answer has it.
    let second = yuno.payments().capture_in_full(&payment, format!("{order}-parcel-2"), "PRODUCT_CONFIRMED")?.await?;
    done(&second.outcome())?;
    println!("  captured the rest: {}", said(&with_history(&yuno, &id).await?));

    // The key is made once, and kept with the return: a repeat with it gives back nothing more.
    let key = format!("return-of-{order}");
    let refund =
        RefundPayment::partial(brl(dec!(40.00)), format!("{order}-return"), ReversalReason::RequestedByCustomer);
    for attempt in ["refunded a part", "the same once more"] {
        let payment = yuno.payments().refund(&id, first, &refund).idempotency_key(&*key).await?;
        let Outcome::Reversed(reversal) = payment.outcome() else { return Err("the money is not back".into()) };
        println!("  {attempt}: {} in all", reversal.refunded().ok_or("the answer does not say how much")?);
    }
    let too_much =
        RefundPayment::partial(brl(dec!(90.00)), format!("{order}-return-2"), ReversalReason::RequestedByCustomer);
    match yuno.payments().refund(&id, first, &too_much).await {
        Ok(payment) => println!("  more than is left: {}", said(&payment)),
        Err(error) => println!("  more than is left is refused: {}", error.code_str().unwrap_or("no code")),
    }

    println!("An order that is called off before it is packed:");
    let payment = reserve(&yuno, &format!("{order}-2"), dec!(80.00)).await?;
    let canceled = yuno
        .payments()
        .cancel_authorization(&payment, format!("{order}-2-off"), ReversalReason::RequestedByCustomer)?
        .await?;
    done(&canceled.outcome())?;
    println!("  {}", said(&with_history(&yuno, payment.id()?).await?));

    println!("An order that is called off while somebody else may be capturing it:");
    let payment = reserve(&yuno, &format!("{order}-3"), dec!(80.00)).await?;
    let captured =
        yuno.payments().capture_in_full(&payment, format!("{order}-3-delivery"), "PRODUCT_CONFIRMED")?.await?;
    done(&captured.outcome())?;
    // The payment at hand still says `Authorized`. Yuno decides by what it is when the request arrives.
    let given_back =
        yuno.payments().give_back(&payment, format!("{order}-3-off"), ReversalReason::RequestedByCustomer)?.await?;
    done(&given_back.outcome())?;
    println!("  captured meanwhile, so it became a {}", given_back.type_.as_ref().map_or("?", TransactionType::as_str));
    println!("  {}", said(&with_history(&yuno, payment.id()?).await?));
    Ok(())
}

/// A card payment that only reserves the money.
async fn reserve(yuno: &Client, order: &str, value: Decimal) -> Result<Response<Payment>, Box<dyn Error>> {
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payments")?;
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    let payment = yuno
        .payments()
        .create(
            &CreatePayment::builder()
                .account_id(account)
                .merchant_order_id(order)
                .description("Two chairs")
                .country(Country::Br)
                .amount(brl(value))
                .payment_method(PaymentMethodInput::card(card).authorize_only())
                .workflow(Workflow::Direct)
                .build(),
        )
        .await?;
    match payment.outcome() {
        Outcome::Authorized => println!("  reserved BRL {value}"),
        other => return Err(format!("not reserved: {other:?}").into()),
    }
    Ok(payment)
}

/// The payment with all of its transactions, which captures and refunds look for. Many answers have only the last one.
async fn with_history(yuno: &Client, id: &PaymentId) -> Result<Payment, yuno_api::Error> {
    let all = PaymentsRetrieveParams::builder().transactions_history(true).build();
    yuno.payments().retrieve_with(id, &all).await.map(Response::into_inner)
}

/// Where a payment stands, for a person.
fn said(payment: &Payment) -> String {
    match payment.outcome() {
        Outcome::Settled => "all of it is taken".to_owned(),
        Outcome::PartlySettled(part) => match part.taken() {
            Some(taken) => format!("{taken} of it is taken"),
            None => "a part of it is taken".to_owned(),
        },
        Outcome::Reversed(reversal) if reversal.state() == ReversalState::Done => match reversal.kind() {
            ReversalKind::Cancellation => "canceled, nothing was taken".to_owned(),
            _ => "the money is back with the customer".to_owned(),
        },
        other => format!("{other:?}"),
    }
}

/// A refused capture or refund is an answer and not an error.
fn done(outcome: &TransactionOutcome<'_>) -> Result<(), String> {
    match outcome {
        TransactionOutcome::Done => Ok(()),
        other => Err(format!("it did not happen: {other:?}")),
    }
}

fn brl(value: Decimal) -> Amount {
    Amount::new(Currency::Brl, value)
}

/// Yuno, where the environment has credentials; otherwise a sandbox, which lives as long as the first value.
async fn connect() -> Result<(Option<Sandbox>, Client), Box<dyn Error>> {
    if std::env::var_os("YUNO_PRIVATE_SECRET_KEY").is_some() {
        println!("Talking to Yuno.");
        return Ok((None, Client::from_env()?));
    }
    println!("Talking to a sandbox in this process.");
    let sandbox = Sandbox::start().await?;
    let yuno = sandbox.client();
    Ok((Some(sandbox), yuno))
}
