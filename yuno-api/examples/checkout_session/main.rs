//! A checkout for a web front end: the server opens a session, the page's SDK makes a one-time token of what the
//! customer enters, the server pays with it, and the customer passes a 3-D Secure challenge.
//!
//! ```text
//! cargo run -p yuno-api --example checkout_session
//! ```
//!
//! It talks to a sandbox in this process, unless the `YUNO_*` variables hold credentials: then it talks to the
//! environment that they name. Use a test account there.

use std::error::Error;

use yuno_api::{
    Client, dec,
    flows::Polling,
    types::{
        Amount, CardDataInput, CheckoutReference, CheckoutSessionId, Country, CreateCheckoutSession, CreateCustomer,
        CreatePayment, CreateSessionToken, Currency, OneTimeToken, Outcome, PaymentMethodInput, PaymentMethodType,
        SessionTokenPaymentMethod, Workflow,
    },
};
use yuno_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let (sandbox, yuno) = connect().await?;
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payment")?;
    // The order is in your database, with its number and its amount, before the session is opened.
    let order = format!("order-{}", std::process::id());
    let amount = Amount::new(Currency::Brl, dec!(349.90));

    let customer = yuno
        .customers()
        .create(
            &CreateCustomer::builder().merchant_customer_id(format!("shopper-{order}")).country(Country::Br).build(),
        )
        .await?;
    let session = yuno
        .checkout_sessions()
        .create(
            &CreateCheckoutSession::builder()
                .account_id(account)
                .merchant_order_id(&*order)
                .payment_description("Running shoes")
                .country(Country::Br)
                .customer_id(customer.id()?)
                .amount(amount.clone())
                .build(),
        )
        .await?;
    // Whoever holds the session can pay within it: `Debug` shows that there is one, `expose` which.
    println!("1. The session of {order} is open. The page gets it: {:?}.", session.id()?);

    let offered = yuno.checkout_sessions().list_payment_methods(session.id()?).await?;
    let offers = |wanted: &PaymentMethodType| offered.iter().any(|it| it.type_.as_ref() == Some(wanted));
    println!("2. The page can offer {}.", if offers(&PaymentMethodType::Card) { "cards" } else { "no cards" });

    let token = token_from_the_page(&yuno, session.id()?).await?;
    println!("3. The page sends a token, good for one payment: {token:?}.");

    let payment = yuno
        .payments()
        .create(
            &CreatePayment::builder()
                .account_id(account)
                .merchant_order_id(&*order)
                .description("Running shoes")
                .country(Country::Br)
                .amount(amount)
                .checkout(CheckoutReference::builder().session(session.id()?).build())
                .payment_method(PaymentMethodInput::one_time(token))
                .callback_url("https://shop.example/orders/return")
                .workflow(Workflow::SdkCheckout)
                .build(),
        )
        .await?;
    let id = payment.id()?;
    match payment.outcome() {
        Outcome::ActionRequired(step) => {
            println!("4. Payment {id} waits for the customer: {:?}.", step.kind());
            // The SDK goes on by itself. Without it, send the customer there.
            println!("   {}", if step.url().is_some() { "There is an address to go to." } else { "The SDK goes on." });
        }
        other => println!("4. Payment {id} needs nothing more of the customer: {other:?}."),
    }

    // The customer types in the code that the bank has sent.
    if let Some(sandbox) = &sandbox {
        sandbox.settle(id)?;
    }
    // That the customer is back on your page says nothing: ask, or wait for the webhook.
    let payment = yuno.payments().wait_until_final(id, &Polling::new()).await?;
    println!("5. In the end: {:?}.", payment.outcome());
    Ok(())
}

/// What the SDK does in the customer's browser: it makes a one-time token of the card, for this session. A server may
/// do that itself only where its merchant is PCI certified.
async fn token_from_the_page(yuno: &Client, session: &CheckoutSessionId) -> Result<OneTimeToken, Box<dyn Error>> {
    // A test card whose issuer wants the cardholder to pass a challenge.
    let card = CardDataInput::new("4916994064252017", 11, 2030, "Ada Shopper").with_security_code("123");
    let method = SessionTokenPaymentMethod::builder().type_(PaymentMethodType::Card).card(card).build();
    let tokenized = yuno
        .checkout_sessions()
        .create_session_token(session, &CreateSessionToken::builder().payment_method(method).build())
        .await?;
    Ok(tokenized.token()?.clone())
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
