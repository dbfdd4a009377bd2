//! After an outage: which of the calls whose outcome is unknown took effect?
//!
//! ```text
//! cargo run -p yuno-api --example reconciliation
//! ```
//!
//! It talks to a sandbox in this process, which loses connections on demand, unless the `YUNO_*` variables hold
//! credentials: then it talks to the environment that they name, and most likely every outcome is clear at once.

use std::{error::Error, time::Duration};

use yuno_api::{
    Client, dec,
    retry::Backoff,
    types::{
        Amount, CapturePayment, CardDataInput, Country, CreatePayment, Currency, Outcome, Payment, PaymentMethodInput,
        PaymentsRetrieveParams, TransactionOutcome, Workflow,
    },
};
use yuno_sandbox::{Fault, Sandbox};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (sandbox, yuno) = connect().await?;
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payments")?;
    let number = std::process::id();
    // Somebody waits for these calls: what is unclear is reported at once, and settled later.
    let shop = Backoff::default().max_attempts(2).max_doubt_wait(Duration::ZERO);

    // Paid for yesterday, to be delivered during the outage.
    let reserved = yuno.payments().create(&order(account, &format!("chairs-{number}"), true)).await?;

    println!("The outage:");
    if let Some(sandbox) = &sandbox {
        // The first payment is made, the second is not, and nobody hears of either. Nor does anybody get to look.
        sandbox.fault(Fault::reset_after_acting().on("payments.create"))?;
        sandbox.fault(Fault::reset_before_acting().on("payments.create"))?;
        sandbox.fault(Fault::server_error(503).on("payments.retrieve_by_merchant_order_id").always())?;
        sandbox.fault(Fault::server_error_after_acting(504).on("payments.capture").always())?;
    }
    let mut unclear = Vec::new();
    for name in ["lamp", "table", "shelf"] {
        let name = format!("{name}-{number}");
        // In a shop the order, and that it is being paid, is in the database before this call.
        match yuno.payments().create(&order(account, &name, false)).retry(shop.clone()).await {
            Ok(payment) => println!("  {name}: {}", said(&payment)),
            // Neither paid nor not paid. Keep the order, the error, and do not charge anew.
            Err(error) if error.outcome_is_unknown() => {
                println!("  {name}: unknown");
                unclear.push((name, error));
            }
            Err(error) => println!("  {name}: not paid: {error}"),
        }
    }
    let authorization = reserved.authorization().ok_or("the chairs were not reserved")?.id()?;
    let delivery = format!("delivery-{number}");
    let body = CapturePayment::new(chairs(), &*delivery, "PRODUCT_CONFIRMED");
    let captured = yuno.payments().capture(reserved.id()?, authorization, &body).retry(shop).await;
    match &captured {
        Ok(capture) => println!("  chairs-{number}: captured: {:?}", capture.outcome()),
        Err(error) if error.outcome_is_unknown() => println!("  chairs-{number}: capture unknown"),
        Err(error) => println!("  chairs-{number}: not captured: {error}"),
    }

    println!("After it:");
    if let Some(sandbox) = &sandbox {
        sandbox.clear_faults();
    }
    // Yuno may be at work on a request for a minute. Before that, finding nothing tells nothing.
    tokio::time::sleep(if sandbox.is_some() { SANDBOX_MINUTE } else { Duration::from_secs(70) }).await;
    for (name, error) in unclear {
        // Nothing there is an empty list, or a refusal with a code that says so.
        let found = match yuno.payments().retrieve_by_merchant_order_id(&name).await {
            Ok(found) => found.into_inner(),
            Err(error) if error.code_str().is_some_and(|code| code.ends_with("NOT_FOUND")) => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        match found.as_slice() {
            [] => {
                // It was never made. Goes on with the same call: same key, and it looks once more before it sends.
                let payment = yuno.payments().create(&order(account, &name, false)).resume(&error).await?;
                println!("  {name}: was not made; paid now: {}", said(&payment));
            }
            [payment] => println!("  {name}: was made: {}", said(payment)),
            several => println!("  {name}: {} payments; ask a person", several.len()),
        }
    }
    if captured.is_err_and(|error| error.outcome_is_unknown()) {
        let all = PaymentsRetrieveParams::builder().transactions_history(true).build();
        let payment = yuno.payments().retrieve_with(reserved.id()?, &all).await?;
        // By the number that is ours: another capture would have another one.
        let ours = payment.every_transaction().find(|it| it.merchant_reference.as_deref() == Some(&*delivery));
        match ours.map(|transaction| transaction.outcome()) {
            Some(TransactionOutcome::Done) => println!("  chairs-{number}: was captured; do not capture again"),
            Some(other) => println!("  chairs-{number}: {other:?}"),
            None => println!("  chairs-{number}: was not captured; capture it now"),
        }
    }
    if let Some(sandbox) = &sandbox {
        let sent = sandbox.journal().iter().filter(|call| call.operation == Some("payments.create")).count();
        println!("The sandbox saw {sent} requests to create a payment, for four orders.");
    }
    Ok(())
}

/// What a payment came to.
fn said(payment: &Payment) -> &'static str {
    match payment.outcome() {
        Outcome::Settled => "paid",
        Outcome::Declined(_) => "declined",
        other => other.as_str(),
    }
}

fn chairs() -> Amount {
    Amount::new(Currency::Brl, dec!(480.00))
}

fn order(account: &str, order: &str, reserve: bool) -> CreatePayment {
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    let method = PaymentMethodInput::card(card);
    CreatePayment::builder()
        .account_id(account)
        .merchant_order_id(order)
        .description("Furniture")
        .country(Country::Br)
        .amount(chairs())
        .payment_method(if reserve { method.authorize_only() } else { method })
        .workflow(Workflow::Direct)
        .build()
}

/// How long the sandbox works on a request at most. Yuno's is a minute, which nobody wants to wait for in an example.
const SANDBOX_MINUTE: Duration = Duration::from_millis(200);

/// Yuno, where the environment has credentials; otherwise a sandbox, which lives as long as the first value.
async fn connect() -> Result<(Option<Sandbox>, Client), Box<dyn Error>> {
    if std::env::var_os("YUNO_PRIVATE_SECRET_KEY").is_some() {
        println!("Talking to Yuno.");
        return Ok((None, Client::from_env()?));
    }
    println!("Talking to a sandbox in this process.");
    let sandbox = Sandbox::start().await?;
    let yuno = sandbox.client_builder().processing_limit(SANDBOX_MINUTE).build()?;
    Ok((Some(sandbox), yuno))
}
