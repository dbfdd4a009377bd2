//! A payment from server to server, in two steps: customer, authorization, capture, refund.
//!
//! ```text
//! cargo run -p yuno-api --example direct_flow
//! ```
//!
//! It talks to a sandbox in this process, unless the `YUNO_*` variables hold credentials: then it talks to the
//! environment that they name. Use a test account there; the example charges a card.

use std::error::Error;

use yuno_api::{
    Client, dec,
    types::{
        Amount, CardDataInput, Country, CreateCustomer, CreatePayment, Currency, CustomerPayer, Outcome, Payment,
        PaymentAmount, PaymentMethodInput, PaymentStatus, PaymentSubStatus, RefundPayment, ReversalReason,
        TransactionOutcome, Workflow,
    },
};
use yuno_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (_sandbox, yuno) = connect().await?;
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payment")?;

    // Any number that is yours; each run of the example is another order.
    let order = format!("order-{}", std::process::id());
    let amount = Amount::new(Currency::Brl, dec!(150.00));

    let customer = yuno
        .customers()
        .create(
            &CreateCustomer::builder().merchant_customer_id(format!("shopper-{order}")).country(Country::Br).build(),
        )
        .await?;
    println!("1. Customer {} is known to Yuno.", customer.id()?);

    // A test card that succeeds. Only PCI certified merchants may send a card's number.
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    let payment = yuno
        .payments()
        .create(
            &CreatePayment::builder()
                .account_id(account)
                .merchant_order_id(&*order)
                .description("Annual plan")
                .country(Country::Br)
                .amount(amount)
                .customer_payer(CustomerPayer::builder().id(customer.id()?).build())
                .payment_method(PaymentMethodInput::card(card).authorize_only())
                .workflow(Workflow::Direct)
                .build(),
        )
        .await?;
    println!("2. Payment {} of {order} is {}.", payment.id()?, state(&payment));
    match payment.outcome() {
        Outcome::Authorized => println!("   The money is reserved, not taken."),
        Outcome::Declined(decline) => return Err(format!("declined; what to do: {:?}", decline.advice()).into()),
        other => return Err(format!("not reserved: {other:?}").into()),
    }

    // Your own number of the delivery finds the capture again, whatever happens to this program.
    let capture = yuno.payments().capture_in_full(&payment, format!("{order}-delivery"), "PRODUCT_CONFIRMED")?.await?;
    match capture.outcome() {
        TransactionOutcome::Done => {
            let taken =
                capture.amount.as_deref().and_then(PaymentAmount::to_amount).ok_or("the capture has no amount")?;
            println!("3. Captured {taken}: ship it.");
        }
        other => return Err(format!("not captured: {other:?}").into()),
    }

    let back = Amount::new(Currency::Brl, dec!(30.00));
    let refund = RefundPayment::partial(back, format!("{order}-return"), ReversalReason::RequestedByCustomer);
    let payment = yuno.payments().refund(payment.id()?, capture.id()?, &refund).await?;
    println!("4. After a refund the payment is {}.", state(&payment));
    if let Outcome::Reversed(reversal) = payment.outcome() {
        let refunded = reversal.refunded().ok_or("the answer does not say how much was refunded")?;
        println!("   {refunded} went back to the customer.");
    }
    Ok(())
}

/// The payment's state, as the API names it.
fn state(payment: &Payment) -> String {
    let status = payment.status.as_ref().map_or("unknown", PaymentStatus::as_str);
    let sub_status = payment.sub_status.as_ref().map_or("unknown", PaymentSubStatus::as_str);
    format!("{status}/{sub_status}")
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
