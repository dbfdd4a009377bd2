//! Payment methods on file: what a customer has enrolled, and the vaulted token to charge it with.
//!
//! An enrolled payment method can be charged again and again without asking for the card. It belongs to a customer.
//!
//! # Life
//!
//! ```text
//! enroll_in_session --> CREATED, READY_TO_ENROLL     the customer has something to enter or to agree to
//!                           |
//!                       ENROLL_IN_PROCESS            the provider is at work
//!                           |
//!                           +--> DECLINED, REJECTED, CANCELED, EXPIRED, ERROR
//!                           v
//! enroll -------------> ENROLLED                     it can be charged
//! vault_on_success          |
//!                           +-- reassign --> ENROLLED, of another customer
//!                           +-- unenroll --> UNENROLL_IN_PROCESS, UNENROLLED
//!                           +-- runs out --> EXPIRED
//! ```
//!
//! `enroll` may answer one of the earlier states too: where there is an `action`, the customer has a step to take
//! first, such as going to `redirect_url`. How that ended tells a webhook. The reference lists the states and not the
//! ways between them; the diagram shows what their descriptions say.
//!
//! # Calls
//!
//! The handle is `yuno.payment_methods()`, of the type [`PaymentMethods`](crate::resources::PaymentMethods).
//!
//! | to enroll | call |
//! |---|---|
//! | through the SDK, without a payment | [`enroll_in_session`](crate::resources::PaymentMethods::enroll_in_session), within a [customer session](crate::guide::customer_sessions) |
//! | while paying | [`payments().create`](crate::resources::Payments::create) with [`vault_on_success`](crate::types::PaymentMethodInput::vault_on_success) and `customer_payer.id` |
//! | from server to server: a card (PCI certified merchants only), a bank account, a token of a provider's | [`enroll`](crate::resources::PaymentMethods::enroll) |
//!
//! | then, to | call |
//! |---|---|
//! | show a customer what is on file | [`list`](crate::resources::PaymentMethods::list) |
//! | learn how an enrollment stands | [`retrieve_for_customer`](crate::resources::PaymentMethods::retrieve_for_customer); [`retrieve`](crate::resources::PaymentMethods::retrieve) tells less, and does without the customer |
//! | charge it | [`payments().create`](crate::resources::Payments::create) with [`to_input`](crate::types::EnrolledPaymentMethod::to_input) or [`vaulted`](crate::types::PaymentMethodInput::vaulted) |
//! | give it to another customer of the account | [`reassign`](crate::resources::PaymentMethods::reassign) |
//! | remove it | [`unenroll_for_customer`](crate::resources::PaymentMethods::unenroll_for_customer), [`unenroll`](crate::resources::PaymentMethods::unenroll) |
//! | keep cards current when banks replace them | [`register_for_account_updater`](crate::resources::PaymentMethods::register_for_account_updater) |
//!
//! To check a card before it is enrolled, without charging it, send `verify` with `vault_on_success`: it is then
//! enrolled only if the check succeeds.
//!
//! # Example
//!
//! A card from server to server, enrolled once and charged each month:
//!
//! ```
//! use yuno_api::{Client, dec, types::*};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use yuno_api::transport::{HttpRequest, HttpResponse};
//! # let yuno = Client::builder().keys("sandbox_public", "sandbox_secret").transport(|request: HttpRequest| {
//! #     Ok(HttpResponse::json(http::StatusCode::OK, match request.operation().id {
//! #         "payments.create" if !request.body().windows(7).any(|it| it == br#""FIRST""#) => "{}",
//! #         "payments.create" => r#"{"id": "2c9e7b14-5d06", "status": "SUCCEEDED", "sub_status": "APPROVED"}"#,
//! #         "payment_methods.enroll" => r#"{"vaulted_token": "b6219f4d-83c0-4a7e-9d15-f02e7c64a8b9", "status": "ENROLLED", "type": "CARD"}"#,
//! #         _ => r#"{"id": "b6219f4d-83c0-4a7e-9d15-f02e7c64a8b9", "status": "UNENROLLED"}"#,
//! #     }))
//! # }).build()?;
//! # let account = "7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223";
//! # let customer = CustomerId::from("0b8e64c1-77d2-4f59-9c3a-e15a40d2b9f6");
//! // A card of the vendor's test gateway.
//! let card = CardDataInput::new("4507990000000002", 11, 2028, "JOHN DOE").with_security_code("123");
//! let enrolled = yuno
//!     .payment_methods()
//!     .enroll(&customer, &EnrollPaymentMethod::card(account, Country::Br, card))
//!     .await?;
//!
//! // Fails with a sentence where it is not enrolled yet, or not any more.
//! let mut method = enrolled.to_input()?;
//! if let Some(card) = method.detail.as_mut().and_then(|detail| detail.card.as_mut()) {
//!     let first = StoredCredentials::builder()
//!         .reason(StoredCredentialsReason::Subscription)
//!         .usage(StoredCredentialsUsage::First) // `Used` from the second month on.
//!         .build();
//!     card.stored_credentials = Some(Box::new(first));
//! }
//! let payment = yuno
//!     .payments()
//!     .create(
//!         &CreatePayment::builder()
//!             .account_id(account)
//!             .merchant_order_id("plan-1001-2026-09")
//!             .description("Monthly plan, September")
//!             .country(Country::Br)
//!             .amount(Amount::new(Currency::Brl, dec!(29.90)))
//!             .payment_method(method)
//!             .customer_payer(CustomerPayer::builder().id(&customer).build())
//!             .workflow(Workflow::Direct)
//!             .build(),
//!     )
//!     .await?;
//! if let Outcome::Declined(decline) = payment.outcome() {
//!     println!("{:?}", decline.advice()); // `DoNotRetry` ends the plan, `UpdateData` asks for the card anew.
//! }
//!
//! // The plan is over.
//! let gone = yuno.payment_methods().unenroll_for_customer(&customer, &enrolled.id()?).await?;
//! assert_eq!(gone.status, Some(EnrollmentStatus::Unenrolled));
//! # assert!(matches!(payment.outcome(), Outcome::Settled));
//! # Ok(())
//! # }
//! ```
//!
//! # What to store
//!
//! - The vaulted token, with the customer it belongs to. It can be charged: keep it as you keep a password, out of
//!   logs. Here it is a [`VaultedToken`](crate::types::VaultedToken), which `Debug` hides and `expose` shows.
//! - The payment method's id where it is not enrolled yet. Answers of the SDK workflow name it by `id`, those of the
//!   direct workflow by `vaulted_token`; [`EnrolledPaymentMethod::id`](crate::types::EnrolledPaymentMethod::id) gives
//!   whichever there is.
//! - For showing it: the brand, the last four digits (`lfd`) and the expiry of `card_data`.
//! - The `fingerprint` of `card_data`, if you do not want a card twice. A card that is enrolled twice has two tokens
//!   and one fingerprint.
//! - **Never the security code**, and the card's number only as a PCI certified merchant.
//!
//! # Usual mistakes
//!
//! - **Charging too early.** `READY_TO_ENROLL` is not `ENROLLED`.
//!   [`to_input`](crate::types::EnrolledPaymentMethod::to_input) refuses every state but that one.
//! - **Sending both tokens.** A payment takes a one-time token or a vaulted one.
//! - **`vault_on_success` without a customer.** It has no effect unless `customer_payer.id` names one, nor where the
//!   payment does not succeed. [`Payment::vaulted_token`](crate::types::Payment::vaulted_token) then says so.
//! - **Naming another customer than the owner.** `INVALID_CUSTOMER_FOR_TOKEN`: the token belongs to somebody else.
//! - **Charging on file without saying so.** Card networks want to know why a card is kept and whether it was charged
//!   before: `stored_credentials` of the card detail, with `usage` `FIRST`, then `USED`. Issuers approve more readily
//!   when it is right.
//! - **Repeating a declined charge at once.** Read [`advice`](crate::types::Decline::advice). Card networks charge fees
//!   for repeats against their advice.
//! - **Reassigning, and leaving the subscription behind.** Where you keep the customer beside the token, change that
//!   too. A card whose present customer has data of their own is refused with 409.
//! - **Reassigning without an account code.** The call takes the header `X-Account-Code`: set
//!   [`account_code`](crate::client::ClientBuilder::account_code).
//! - **Waiting for the account updater's answer.** It only says how many cards were taken in. The updates come later,
//!   as enrollment webhooks. A call takes up to 100 cards, and registers none of them if one is not known. The account
//!   must be enabled for it.
//! - **Logging what `retrieve_for_customer` answers.** PCI certified merchants get the card's number in it. `Debug`
//!   hides it; the encoded body does not.
//! - **Expecting `unenroll` to undo payments.** Those that were made stay as they are.
//!
//! # Not known
//!
//! - Whether a vaulted token stays the same when the account updater brings a new card.
//! - Whether `vault_on_success` takes effect with an authorization or only with its capture: the guide says, with the
//!   status `SUCCEEDED`.
//! - How long an enrollment may take before it is `EXPIRED`.
//! - What becomes of a customer's payment methods when the customer is deleted.
