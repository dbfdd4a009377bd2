//! Payments: money that is owed for an order, reserved, taken, given back, contested.
//!
//! An order can have several payments: one that was declined and one that succeeded, say. A payment can have several
//! transactions: an authorization and its captures, a purchase and its refunds, one for each provider that was tried.
//! The payment's id stays the same through all of them. **What counts is the payment's `status` and `sub_status`
//! together**, which [`Payment::outcome`](crate::types::Payment::outcome) reads.
//!
//! # Life
//!
//! ```text
//! create
//!   +-- capture: true -----------> SUCCEEDED/APPROVED                the money is yours; PARTIALLY_APPROVED: a part
//!   +-- capture: false ----------> PENDING/AUTHORIZED                it is reserved
//!   +-- somebody has to act -----> CREATED, READY_TO_PAY, PENDING    later one of the others, or EXPIRED
//!   +-- amount 0, verify: true --> VERIFIED                          the card is valid, nothing was charged
//!   +-- stand_alone screening ---> FRAUD                             only a check, nothing was charged
//!   +-- refused -----------------> DECLINED, REJECTED                nothing was charged
//!   +-- something broke ---------> ERROR                             find out whether it charged
//!
//! PENDING/AUTHORIZED
//!   +-- capture -----------------> SUCCEEDED/CAPTURED, SUCCEEDED/PARTIALLY_CAPTURED
//!   +-- capture, refused --------> DECLINED, REJECTED; SUCCEEDED/CAPTURE_RETRY_IN_PROCESS while it is repeated
//!   +-- cancel ------------------> CANCELED
//!   +-- time runs out -----------> EXPIRED
//!
//! SUCCEEDED/APPROVED, PARTIALLY_APPROVED, CAPTURED, PARTIALLY_CAPTURED
//!   +-- refund of a part --------> SUCCEEDED/PARTIALLY_REFUNDED      and again, until all is given back
//!   +-- refund of all -----------> REFUNDED
//!   +-- refund, refused ---------> SUCCEEDED/PARTIALLY_CAPTURED; SUCCEEDED/REFUND_RETRY_IN_PROCESS while repeated
//!   +-- the cardholder disputes -> IN_DISPUTE; once lost, CHARGEBACK or SUCCEEDED/PARTIALLY_CHARGEBACKED
//! ```
//!
//! A refund or a cancellation that waits for the provider is `REFUNDED` or `CANCELED` already, with the sub-status
//! `PENDING_PROVIDER_CONFIRMATION`. [`Outcome`](crate::types::Outcome) names the states of each outcome, and
//! [`outcome`](crate::outcome) what it means for the money and the goods.
//!
//! Much of this moves without a call of yours: the customer pays, a provider confirms, time runs out, a cardholder
//! disputes. Webhooks tell of it. Where none come, [`retrieve`](crate::resources::Payments::retrieve).
//!
//! # Calls
//!
//! The handle is `yuno.payments()`, of the type [`Payments`](crate::resources::Payments).
//!
//! | to | call | and where you name the transaction yourself |
//! |---|---|---|
//! | take or reserve money | [`create`](crate::resources::Payments::create) | |
//! | see where it stands | [`retrieve`](crate::resources::Payments::retrieve) | [`retrieve_with`](crate::resources::Payments::retrieve_with) `transactions_history` has all transactions |
//! | find it without its id | [`retrieve_by_merchant_order_id`](crate::resources::Payments::retrieve_by_merchant_order_id) | |
//! | wait while somebody stands at the till | [`wait_until_final`](crate::resources::Payments::wait_until_final) | |
//! | take what is reserved | [`capture_in_full`](crate::resources::Payments::capture_in_full), [`capture_in_part`](crate::resources::Payments::capture_in_part) | [`capture`](crate::resources::Payments::capture), of the authorization |
//! | give up what is reserved, or call off what is not paid yet | [`cancel_authorization`](crate::resources::Payments::cancel_authorization) | [`cancel`](crate::resources::Payments::cancel) |
//! | give back what was taken | [`refund_in_full`](crate::resources::Payments::refund_in_full), [`refund_in_part`](crate::resources::Payments::refund_in_part) | [`refund`](crate::resources::Payments::refund), of the purchase or the capture |
//! | give it back, captured or not | [`give_back`](crate::resources::Payments::give_back) or [`cancel_or_refund`](crate::resources::Payments::cancel_or_refund) | [`cancel_or_refund_transaction`](crate::resources::Payments::cancel_or_refund_transaction) |
//! | answer a dispute with evidence | | [`open_dispute`](crate::resources::Payments::open_dispute), [`update_dispute`](crate::resources::Payments::update_dispute), of the chargeback |
//! | report a delivery to the provider; some pay out only then | [`create_fulfillment`](crate::resources::Payments::create_fulfillment) | |
//! | let the customer choose a bank | [`list_issuers`](crate::resources::Payments::list_issuers) | |
//!
//! What a payment is made with:
//!
//! | you have | send | workflow |
//! |---|---|---|
//! | a token from the SDK | [`one_time`](crate::types::PaymentMethodInput::one_time), for wallets [`with_type`](crate::types::PaymentMethodInput::with_type), and the [checkout session](crate::guide::checkout_sessions) | `SDK_CHECKOUT` |
//! | a payment method [on file](crate::guide::payment_methods) | [`vaulted`](crate::types::PaymentMethodInput::vaulted) for a card, [`vaulted_as`](crate::types::PaymentMethodInput::vaulted_as) for others | `DIRECT`, or `SDK_CHECKOUT` in a session |
//! | a card's number, as a PCI certified merchant | [`card`](crate::types::PaymentMethodInput::card) | `DIRECT` |
//! | a payment method's name, such as `PIX` | [`of`](crate::types::PaymentMethodInput::of) | `DIRECT`, or `REDIRECT` to a page of the provider's |
//!
//! For cards, [`authorize_only`](crate::types::PaymentMethodInput::authorize_only) reserves instead of taking.
//!
//! # Example
//!
//! ```
//! use yuno_api::{Client, dec, types::*};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # use yuno_api::transport::{HttpRequest, HttpResponse};
//! # let yuno = Client::builder().keys("sandbox_public", "sandbox_secret").transport(|request: HttpRequest| {
//! #     Ok(HttpResponse::json(http::StatusCode::OK, match request.operation().id {
//! #         "payments.capture" => r#"{"id": "d3d94468", "type": "CAPTURE", "status": "SUCCEEDED"}"#,
//! #         "payments.refund" => r#"{"status": "SUCCEEDED", "sub_status": "PARTIALLY_REFUNDED", "amount": {"currency": "BRL", "value": 150, "captured": 150, "refunded": 75}}"#,
//! #         _ => r#"{"id": "5b1f0c6d", "status": "PENDING", "sub_status": "AUTHORIZED", "amount": {"currency": "BRL", "value": 150, "captured": 0}, "transactions_history": [{"id": "c4ca4238", "type": "AUTHORIZE", "status": "SUCCEEDED"}]}"#,
//! #     }))
//! # }).build()?;
//! # let (account, token) = ("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223", "4a8b9c2d-1e3f-4678-90ab-cdef12345678");
//! // 1. The customer orders. The order is in your database, with its number, before this call.
//! let payment = yuno
//!     .payments()
//!     .create(
//!         &CreatePayment::builder()
//!             .account_id(account)
//!             .merchant_order_id("order-1001")
//!             .description("Two chairs")
//!             .country(Country::Br)
//!             .amount(Amount::new(Currency::Brl, dec!(150.00)))
//!             .payment_method(PaymentMethodInput::vaulted(token).authorize_only())
//!             .workflow(Workflow::Direct)
//!             .build(),
//!     )
//!     .await?;
//! let id = payment.id()?.clone(); // Keep it with the order.
//! match payment.outcome() {
//!     Outcome::Authorized => println!("Pack it."),
//!     Outcome::Declined(decline) => println!("Ask for another card: {:?}.", decline.advice()),
//!     other => println!("Not yet, see `outcome`: {}.", other.as_str()),
//! }
//!
//! // 2. Days later the chairs leave. The step has a key of its own, made once and kept with the delivery.
//! let all = PaymentsRetrieveParams::builder().transactions_history(true).build();
//! let payment = yuno.payments().retrieve_with(&id, &all).await?;
//! let capture = yuno
//!     .payments()
//!     .capture_in_full(&payment, "delivery-77", "PRODUCT_CONFIRMED")?
//!     .idempotency_key("5f0e6b8e-3a70-4f0b-9a55-3f3d7f1f6a10")
//!     .await?;
//! let TransactionOutcome::Done = capture.outcome() else { return Err("do not ship yet".into()) };
//! let capture_id = capture.id()?; // Keep it: a refund asks for it.
//!
//! // 3. One of them comes back.
//! let half = Amount::new(Currency::Brl, dec!(75.00));
//! let payment = yuno
//!     .payments()
//!     .refund(&id, capture_id, &RefundPayment::partial(half, "return-12", ReversalReason::RequestedByCustomer))
//!     .idempotency_key("0c6a2a52-7f0e-4a56-8f0b-61b1a8a2f0d4")
//!     .await?;
//! let Outcome::Reversed(refund) = payment.outcome() else { return Err("the money is not back".into()) };
//! assert_eq!(refund.state(), ReversalState::Done);
//! assert_eq!(refund.refunded().unwrap().to_string(), "BRL 75.00");
//! # Ok(())
//! # }
//! ```
//!
//! # What to store
//!
//! | when | what | because |
//! |---|---|---|
//! | before `create` | the `merchant_order_id` and the amount | after a crash the order number is all that finds the payment |
//! | before a capture, a cancellation, a refund | the idempotency key, where your program may run the step twice | a repeat with the same key does not act twice |
//! | after `create` | the payment's id | every later call takes it |
//! | after a capture | the capture's id and amount | where there were several, each is refunded by its own |
//! | at every answer and webhook | `status` and `sub_status`, and when they were read | your own view of what is paid |
//! | with `vault_on_success` | the [vaulted token](crate::types::Payment::vaulted_token) | to charge again |
//!
//! Never keep the security code, nor a one-time token. Keep a card's number only as a PCI certified merchant.
//!
//! # Usual mistakes
//!
//! **Of money**
//!
//! - **Centavos.** Amounts are in the currency's major unit: 150 reais are `150.00`. A factor of 100 is wrong besides
//!   for currencies without decimals, or with three.
//!   [`Amount::from_minor_units`](crate::types::Amount::from_minor_units) knows each.
//! - **Reading `amount.captured` to see whether it is paid.** For a purchase the API mostly leaves it at 0. Read the
//!   outcome.
//! - **Delivering for the whole amount.** An issuer may approve a part:
//!   [`PartlySettled`](crate::types::Outcome::PartlySettled).
//! - **Letting a reservation run out.** It lasts some days, which the issuer decides. Capture it or cancel it.
//!   `delayed_capture_settings` and `delayed_cancel_settings` have Yuno do so by itself.
//!
//! **Of answers**
//!
//! - **Taking `Ok` for paid.** A decline is an answer: it comes with HTTP 201, like a success. A refused capture is
//!   one too.
//! - **Reading `status` alone.** `SUCCEEDED` with `FRAUD_DECLINED` or `CAPTURE_RETRY_IN_PROCESS` is no reason to
//!   deliver.
//! - **Taking the customer's return for a payment.** `callback_url` only says where the customer comes back to.
//!   Retrieve the payment, or wait for the webhook. Give one whenever the payment may lead through another page.
//! - **Failing a payment because time is up.** `Pending` is not decided: a ticket is paid when the customer pays it.
//! - **Showing `response_message` to customers.** It is meant for people who work for you.
//!
//! **Of repeats**
//!
//! - **Calling `create` again after a timeout.** The client has repeated it already, where that was safe: it sends the
//!   same key, but only after a minute in which looking by `merchant_order_id` has found nothing. What remains unclear
//!   is an error with [`outcome_is_unknown`](crate::Error::outcome_is_unknown): keep its key, and go on with
//!   [`resume`](crate::call::Call::resume). A plain second call has a new key, looks nothing up, and may charge again.
//! - **Letting a customer wait for that minute.** By default `create` takes it, and up to 150 seconds in all, because
//!   most programs want to be told what happened. Where somebody waits, have an unclear outcome reported at once, and
//!   settle it in the background: [`retry`](crate::retry#the-minute-after-an-unclear-outcome) says how.
//! - **Creating again after a crash.** First look for the order with
//!   [`retrieve_by_merchant_order_id`](crate::resources::Payments::retrieve_by_merchant_order_id), and not before a
//!   minute has gone by: Yuno may be at work on the payment for so long. Whether a key that you have kept would help,
//!   is not known: see below.
//! - **Counting on the order number to stop a second payment.** An order can have several, and the reference does not
//!   say that a number is refused the second time. That a paid order is not charged again is up to your program.
//! - **Two attempts with one order number, minutes apart.** When the client has to look a payment up and the API gives
//!   back no keys, it takes one of that number that was made at most five minutes before its first attempt for its own,
//!   rather than charge twice. So give a deliberate new attempt, after a decline say, a number of its own, such as
//!   `order-1001-2`.
//! - **Trying a declined card again at once.** [`advice`](crate::types::Decline::advice) says whether and when.
//! - **Capturing or refunding while an automatic repeat goes on**, under `CAPTURE_RETRY_IN_PROCESS` and
//!   `REFUND_RETRY_IN_PROCESS`. `capture_in_full`, `refund_in_full` and their siblings refuse to.
//! - **A deadline under 60 seconds.** Yuno works on a request for up to 60. Give up sooner, and there are
//!   payments whose outcome you do not know.
//!
//! **Of transactions**
//!
//! - **Capturing from an answer that holds only the last transaction.** Many do. Retrieve the payment with
//!   `transactions_history` first; otherwise the call fails before anything is sent, and says so.
//! - **Canceling what was captured**, or refunding what was not. `give_back` lets Yuno decide when the request arrives.
//! - **Refunding during a dispute.** It is refused with `CHARGEBACK_IN_PROCESS`. Evidence counts only until the
//!   deadline that the network sets.
//! - **Expecting every payment method to be refundable.** Some are not. Others need a bank account to send the money
//!   to.
//! - **Leaving the workflow out.** The reference assumes `SDK_CHECKOUT` for payments and `DIRECT` for authorizations.
//!   Send it.
//! - **Metadata for routing.** Conditions look at the checkout session's, not at the payment's.
//! - **Repeating `create_fulfillment`.** It has no key, and a repeat may act twice. After an unclear outcome the client
//!   does not repeat it either.
//!
//! # Not known
//!
//! - Whether the API honors the idempotency key of `create`. Sources disagree, so the client sends it and looks the
//!   payment up as well.
//! - How long the API remembers a key.
//! - Whether the rest of a reservation stays after a capture in part. That is up to the provider.
//! - In which state a payment is after a dispute that you won. The published table has no row for it. A chargeback that
//!   fails leads back to `SUCCEEDED/PARTIALLY_CAPTURED`; one that you won has the transaction status `WON`.
