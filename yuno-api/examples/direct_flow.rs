//! A payment from server to server, in two steps: customer, checkout session, authorization, capture, refund.
//!
//! ```text
//! cargo run -p yuno-api --example direct_flow
//! ```
//!
//! It talks to a stand-in in this process, unless the `YUNO_*` variables hold credentials: then it talks to the
//! environment that they name. Use a sandbox account; the example charges a card.

mod support;

use std::error::Error;

use yuno_api::{
    Client, dec,
    types::{
        Amount, CapturePayment, CardDataInput, CardInput, Country, CreateCheckoutSession, CreateCustomer,
        CreatePayment, Currency, PaymentMethodDetailInput, PaymentMethodInput, PaymentMethodType, RefundPayment,
        ReversalReason, Workflow,
    },
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let live = std::env::var_os("YUNO_PRIVATE_SECRET_KEY").is_some();
    let yuno = if live { Client::from_env()? } else { support::client()? };
    let account = yuno.account_id().ok_or("set YUNO_ACCOUNT_ID to the account that takes the payment")?.to_owned();
    println!("Talking to {}.", if live { "Yuno" } else { "a stand-in in this process" });

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

    let session = yuno
        .checkout_sessions()
        .create(
            &CreateCheckoutSession::builder()
                .account_id(&*account)
                .merchant_order_id(&*order)
                .payment_description("Annual plan")
                .country(Country::Br)
                .amount(amount.clone())
                .maybe_customer_id(customer.id.clone())
                .build(),
        )
        .await?;
    // A session is a credential: `Debug` shows that there is one, and not which.
    println!("2. The checkout session of {order} is open: {:?}.", session.id()?);

    let card = CardDataInput::builder()
        .number("4507990000000002") // A test card that succeeds.
        .expiration_month(11)
        .expiration_year(28)
        .security_code("123")
        .holder_name("Ada Shopper")
        .build();
    let detail =
        PaymentMethodDetailInput::builder().card(CardInput::builder().capture(false).card_data(card).build()).build();
    let payment = yuno
        .payments()
        .create(
            &CreatePayment::builder()
                .account_id(&*account)
                .merchant_order_id(&*order)
                .description("Annual plan")
                .country(Country::Br)
                .amount(amount.clone())
                .workflow(Workflow::Direct)
                .payment_method(PaymentMethodInput::builder().type_(PaymentMethodType::Card).detail(detail).build())
                .build(),
        )
        .await?;
    println!("3. Payment {} is {}, {}.", payment.id()?, word(&payment.status), word(&payment.sub_status));
    println!("   For the program that is {:?}: the money is reserved, not taken.", payment.outcome());

    let payment_id = payment.id()?;
    let authorization = payment.authorization().ok_or("the payment was not authorized")?;
    let capture = yuno
        .payments()
        .capture(
            payment_id,
            authorization.id()?,
            &CapturePayment::builder()
                .amount(amount)
                .merchant_reference(format!("{order}-delivery"))
                .reason("PRODUCT_CONFIRMED")
                .build(),
        )
        .await?;

    let taken = capture.amount.as_deref().and_then(|amount| amount.value);
    println!("4. The capture of {:.2} is {}.", taken.unwrap_or_default(), word(&capture.status));

    let back = Amount::new(Currency::Brl, dec!(30.00));
    let refunded = yuno
        .payments()
        .refund(
            payment_id,
            capture.id()?,
            &RefundPayment::builder()
                .amount(back)
                .merchant_reference(format!("{order}-return"))
                .reason(ReversalReason::RequestedByCustomer)
                .build(),
        )
        .await?;
    println!("5. After a refund the payment is {}, {}.", word(&refunded.status), word(&refunded.sub_status));
    let amount = refunded.amount.as_deref();
    println!(
        "   Of {:.2} {:.2} were taken, {:.2} went back.",
        amount.and_then(|it| it.value).unwrap_or_default(),
        amount.and_then(|it| it.captured).unwrap_or_default(),
        amount.and_then(|it| it.refunded).unwrap_or_default(),
    );
    Ok(())
}

/// The text of a member that an answer may lack.
fn word<T: std::fmt::Display>(member: &Option<T>) -> String {
    member.as_ref().map_or_else(|| "unknown".to_owned(), ToString::to_string)
}
