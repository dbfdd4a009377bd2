//! A card that is enrolled once and charged each month, without asking for it again.
//!
//! ```text
//! cargo run -p yuno-api --example enrolment_flow
//! ```
//!
//! It talks to a sandbox in this process, unless the `YUNO_*` variables hold credentials: then it talks to the
//! environment that they name. Use a test account there; the example charges a card.

use std::error::Error;

use yuno_api::{
    Client, dec,
    types::{
        Amount, CardDataInput, Country, CreateCustomer, CreatePayment, Currency, CustomerId, CustomerPayer,
        EnrollPaymentMethod, EnrolledPaymentMethod, EnrollmentStatus, Outcome, StoredCredentials,
        StoredCredentialsReason, StoredCredentialsUsage, Workflow,
    },
};
use yuno_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (_sandbox, yuno) = connect().await?;
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payments")?;
    let number = std::process::id();

    let customer = yuno
        .customers()
        .create(
            &CreateCustomer::builder().merchant_customer_id(format!("shopper-{number}")).country(Country::Br).build(),
        )
        .await?;
    let customer = customer.id()?;
    println!("1. Customer {customer} is known to Yuno.");

    // From server to server, which only PCI certified merchants may do. Others have the SDK enroll it: see
    // `enroll_in_session`.
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    let enrolled =
        yuno.payment_methods().enroll(customer, &EnrollPaymentMethod::card(account, Country::Br, card)).await?;
    println!("2. The card is {}.", enrolled.status.as_ref().map_or("unknown", EnrollmentStatus::as_str));
    // Keep it with the customer. It can be charged, so `Debug` does not show it.
    println!("   What to keep for later: {:?}.", enrolled.vaulted_token()?);

    // Issuers approve more readily when they are told whether the card on file has paid before.
    for (month, usage) in [
        ("September", StoredCredentialsUsage::First),
        ("October", StoredCredentialsUsage::Used),
        ("November", StoredCredentialsUsage::Used),
    ] {
        let charge = charge(account, customer, &enrolled, &format!("plan-{number}-{month}"), usage.clone())?;
        let payment = yuno.payments().create(&charge).await?;
        match payment.outcome() {
            Outcome::Settled => println!("3. {month}: paid; the network is told that it is {}.", usage.as_str()),
            // `DoNotRetry` ends the plan; `UpdateData` asks the customer for the card anew.
            Outcome::Declined(decline) => println!("3. {month}: declined; what to do: {:?}.", decline.advice()),
            other => println!("3. {month}: not paid: {other:?}."),
        }
    }

    let gone = yuno.payment_methods().unenroll_for_customer(customer, &enrolled.id()?).await?;
    println!("4. The plan is over; the card is {}.", gone.status.as_ref().map_or("unknown", EnrollmentStatus::as_str));
    let charge =
        charge(account, customer, &enrolled, &format!("plan-{number}-December"), StoredCredentialsUsage::Used)?;
    match yuno.payments().create(&charge).await {
        Ok(payment) => println!("5. Charged all the same: {:?}.", payment.outcome()),
        Err(error) => println!("5. It cannot be charged any more: {}.", error.code_str().unwrap_or("no code")),
    }
    Ok(())
}

/// One month's charge. The order's number is made of the plan and the month, so a month has one payment.
fn charge(
    account: &str,
    customer: &CustomerId,
    enrolled: &EnrolledPaymentMethod,
    order: &str,
    usage: StoredCredentialsUsage,
) -> Result<CreatePayment, Box<dyn Error>> {
    // Says so where the card is not enrolled yet, or not any more.
    let mut method = enrolled.to_input()?;
    if let Some(card) = method.detail.as_mut().and_then(|detail| detail.card.as_mut()) {
        let stored = StoredCredentials::builder().reason(StoredCredentialsReason::Subscription).usage(usage).build();
        card.stored_credentials = Some(Box::new(stored));
    }
    Ok(CreatePayment::builder()
        .account_id(account)
        .merchant_order_id(order)
        .description("Monthly plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, dec!(29.90)))
        .customer_payer(CustomerPayer::builder().id(customer).build())
        .payment_method(method)
        .workflow(Workflow::Direct)
        .build())
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
