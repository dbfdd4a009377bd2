//! A script without `async`: it charges the invoices of a list, one after the other, and sums up.
//!
//! ```text
//! cargo run -p yuno-api --features blocking --example blocking_script
//! ```
//!
//! Every call is as in an async program, with `.wait()` in the place of `.await`. It talks to a sandbox in this
//! process, unless the `YUNO_*` variables hold credentials: then it talks to the environment that they name. Use a test
//! account there; the example charges cards.

use std::error::Error;

use tokio::runtime::Runtime;
use yuno_api::{
    Client,
    types::{Amount, CardDataInput, Country, CreatePayment, Currency, Decimal, Outcome, PaymentMethodInput, Workflow},
};
use yuno_sandbox::Sandbox;

/// Number, amount, and the end of a test card.
const INVOICES: &str = "\
    1001;150.00;0002
    1002;79.90;0010
    1003;12.50;0002";

fn main() -> Result<(), Box<dyn Error>> {
    let (_sandbox, yuno) = connect()?;
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payments")?;
    let mut paid = Amount::new(Currency::Brl, Decimal::ZERO);
    for line in INVOICES.lines() {
        let [number, value, card] = *line.trim().split(';').collect::<Vec<_>>() else {
            return Err(format!("not an invoice: {line}").into());
        };
        // From text to a decimal: nothing goes through a float.
        let amount = Amount::new(Currency::Brl, value.parse::<Decimal>()?);
        let card = CardDataInput::new(format!("450799000000{card}"), 11, 2030, "Ada Shopper").with_security_code("123");
        let answer = yuno
            .payments()
            .create(
                &CreatePayment::builder()
                    .account_id(account)
                    .merchant_order_id(format!("invoice-{number}-{}", std::process::id()))
                    .description(format!("Invoice {number}"))
                    .country(Country::Br)
                    .amount(amount.clone())
                    .payment_method(PaymentMethodInput::card(card))
                    .workflow(Workflow::Direct)
                    .build(),
            )
            .wait();
        match answer {
            Ok(payment) => match payment.outcome() {
                Outcome::Settled => {
                    paid = paid.checked_add(&amount)?;
                    println!("{number}: {amount} paid");
                }
                Outcome::Declined(decline) => println!("{number}: {amount} declined, {:?}", decline.advice()),
                other => println!("{number}: {amount} is open: {other:?}"),
            },
            // It may be paid. The text says how to find out.
            Err(error) if error.outcome_is_unknown() => println!("{number}: {error}"),
            Err(error) => println!("{number}: not paid: {error}"),
        }
    }
    println!("paid in all: {paid}");
    Ok(())
}

/// A sandbox, and the runtime that it lives in.
type Local = (Sandbox, Runtime);

/// Yuno, where the environment has credentials; otherwise a sandbox, which lives as long as the first value.
fn connect() -> Result<(Option<Local>, Client), Box<dyn Error>> {
    if std::env::var_os("YUNO_PRIVATE_SECRET_KEY").is_some() {
        println!("Talking to Yuno.");
        return Ok((None, Client::from_env()?));
    }
    println!("Talking to a sandbox in this process.");
    let runtime = Runtime::new()?;
    let sandbox = runtime.block_on(Sandbox::start())?;
    let yuno = sandbox.client();
    Ok((Some((sandbox, runtime)), yuno))
}
