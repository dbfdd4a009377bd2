//! A link to a page of Yuno's, for an order that came by phone: the customer gets it in a mail or a message.
//!
//! ```text
//! cargo run -p yuno-api --example payment_link
//! ```
//!
//! It talks to a sandbox in this process, unless the `YUNO_*` variables hold credentials: then it talks to the
//! environment that they name. Use a test account there; the example makes a link that can be paid with until it is
//! canceled.

use std::error::Error;

use yuno_api::{
    Client, dec,
    types::{Amount, Country, CreatePaymentLink, Currency, PaymentMethodType},
};
use yuno_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (_sandbox, yuno) = connect().await?;
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payments")?;
    let order = format!("order-{}", std::process::id());

    let link = yuno
        .payment_links()
        .create(
            &CreatePaymentLink::builder()
                .account_id(account)
                .merchant_order_id(&*order)
                .description("Two chairs")
                .country(Country::Br)
                .amount(Amount::new(Currency::Brl, dec!(349.90)))
                .payment_method_types(vec![PaymentMethodType::Card, PaymentMethodType::Pix])
                // An order is paid once.
                .one_time_use(true)
                .build(),
        )
        .await;
    let link = match link {
        Ok(link) => link,
        // There may be a link, and no call finds it. Nobody has its address, so nobody pays with it: make another one.
        Err(error) if error.outcome_is_unknown() => return Err(format!("make the link anew: {error}").into()),
        Err(error) => return Err(error.into()),
    };
    // Keep it with the order: there is no call that looks links up by their order.
    let code = link.code()?.clone();
    let address = link.checkout_url.as_ref().ok_or("the link has no address")?;
    // Whoever has it can open the page, so that `Debug` hides it. It is for the customer, and not for a log.
    println!("1. The link of {order} is for the customer: {}", address.expose());

    let now = yuno.payment_links().retrieve(&code).await?;
    println!("2. It is {}, paid {} times.", now.status.as_deref().unwrap_or("?"), now.payments_number.unwrap_or(0));

    // The customer has called the order off.
    let closed = yuno.payment_links().cancel(&code).await?;
    println!("3. It is {}: nobody can pay with it any more.", closed.status.as_deref().unwrap_or("?"));
    Ok(())
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
