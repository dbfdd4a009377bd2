//! The life of a payment after its creation, as short calls: capture, cancel, refund, and wait for the end.
//!
//! ```text
//!              create
//!                |
//!   READY_TO_PAY, PENDING ----- the customer acts -----> DECLINED, EXPIRED
//!                |                                          wait_until_final
//!        +-------+--------------------+
//!        | capture: false             | capture: true
//!        v                            v
//!   PENDING/AUTHORIZED           SUCCEEDED/APPROVED
//!        |      |                     |
//!        |      | cancel_authorization|
//!        |      +----> CANCELED       |
//!        | capture_in_full            |
//!        | capture_in_part            |
//!        v                            v
//!   SUCCEEDED/CAPTURED, PARTIALLY_CAPTURED
//!        |
//!        | refund_in_full -----> REFUNDED
//!        | refund_in_part -----> SUCCEEDED/PARTIALLY_REFUNDED
//! ```
//!
//! They are methods of [`Payments`], and find in the answer that you have what the API asks for: which of the
//! payment's transactions the call is about, and how much is left. Each gives a [`Call`], with the same options as any
//! other, that is sent when it is awaited:
//!
//! ```no_run
//! # use yuno_api::types::*;
//! # async fn ship(yuno: yuno_api::Client, id: &PaymentId) -> Result<(), Box<dyn std::error::Error>> {
//! let payment = yuno.payments().retrieve(id).await?;
//! let capture = yuno
//!     .payments()
//!     .capture_in_full(&payment, "delivery-77", "PRODUCT_CONFIRMED")?
//!     .idempotency_key("5f0e6b8e-3a70-4f0b-9a55-3f3d7f1f6a10") // Kept with the delivery: see below.
//!     .await?;
//! match capture.outcome() {
//!     TransactionOutcome::Done => println!("paid"),
//!     TransactionOutcome::Pending => println!("the webhook will tell"),
//!     TransactionOutcome::Declined(decline) => println!("refused: {:?}", decline.response_code()),
//!     TransactionOutcome::Unclear(_) | TransactionOutcome::Unknown => println!("retrieve the payment"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! **Two calls are two captures, or two refunds.** Within one call repeats are safe, by its idempotency key. Where your
//! own program may run the same step twice, after a crash or from a queue, make a key for the step, keep it, and give
//! it to the call.
//!
//! ## Enroll a card, and pay with it
//!
//! ```no_run
//! # use yuno_api::types::*;
//! # async fn enroll(
//! #     yuno: yuno_api::Client, account: &AccountId, customer: &CustomerId, card: CardDataInput,
//! # ) -> Result<(), Box<dyn std::error::Error>> {
//! let enrolled = yuno
//!     .payment_methods()
//!     .enroll(customer, &EnrollPaymentMethod::card(account, Country::Br, card))
//!     .await?;
//!
//! // Now, and each month from now on.
//! let payment = yuno
//!     .payments()
//!     .create(
//!         &CreatePayment::builder()
//!             .account_id(account)
//!             .merchant_order_id("plan-1001-2026-09")
//!             .description("Monthly plan, September")
//!             .country(Country::Br)
//!             .amount(Amount::from_minor_units(Currency::Brl, 2_990)?)
//!             .payment_method(enrolled.to_input()?)
//!             .customer_payer(CustomerPayer::builder().id(customer).build())
//!             .workflow(Workflow::Direct)
//!             .build(),
//!     )
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod polling;

use crate::{
    accessors::MissingField,
    call::Call,
    resources::Payments,
    types::{
        Amount, CancelPayment, CapturePayment, Payment, RefundPayment, ReversalReason, Transaction, TransactionResult,
    },
};

pub use polling::Polling;

const NOT_CAPTURABLE: MissingField = MissingField::new(
    "payment",
    "authorization that can be captured",
    "its status may not allow it any more, or the answer holds only the last transaction: retrieve the payment with \
     transactions_history",
);

const NOT_CANCELABLE: MissingField = MissingField::new(
    "payment",
    "transaction that can be canceled",
    "its status may not allow it any more (once captured, refund it), or the answer holds only the last transaction: \
     retrieve the payment with transactions_history",
);

const NOT_REFUNDABLE: MissingField = MissingField::new(
    "payment",
    "purchase or capture that can be refunded",
    "its status may not allow it, or the answer holds only the last transaction: retrieve the payment with \
     transactions_history",
);

const SEVERAL: MissingField = MissingField::new(
    "payment",
    "single capture to refund",
    "it was captured in several parts: refund each by its transaction, or use give_back for all of them",
);

const NO_AMOUNT: MissingField =
    MissingField::new("payment", "amount left to capture", "retrieve the payment, or capture an amount of your own");

impl Payments<'_> {
    /// Captures all that is reserved and not captured yet.
    ///
    /// The payment, authorized, becomes captured. What became of it says
    /// [`TransactionResult::outcome`](crate::types::TransactionResult::outcome): a refused capture is not an error.
    ///
    /// # Errors
    ///
    /// Where the payment has no authorization to capture, or the answer does not say how much it is. Nothing is sent.
    pub fn capture_in_full(
        &self,
        payment: &Payment,
        merchant_reference: impl Into<String>,
        reason: impl Into<String>,
    ) -> Result<Call<TransactionResult>, MissingField> {
        let authorization = payment.capturable().ok_or(NOT_CAPTURABLE)?;
        let rest = uncaptured(payment, authorization).ok_or(NO_AMOUNT)?;
        self.capture_in_part(payment, rest, merchant_reference, reason)
    }

    /// Captures a part of what is reserved.
    ///
    /// The payment becomes captured in part. Whether the rest stays reserved for a further capture or is let go is up
    /// to the provider.
    ///
    /// # Errors
    ///
    /// Where the payment has no authorization to capture. Nothing is sent.
    pub fn capture_in_part(
        &self,
        payment: &Payment,
        amount: Amount,
        merchant_reference: impl Into<String>,
        reason: impl Into<String>,
    ) -> Result<Call<TransactionResult>, MissingField> {
        let authorization = payment.capturable().ok_or(NOT_CAPTURABLE)?;
        let body = CapturePayment::new(amount, merchant_reference, reason);
        Ok(self.capture(payment.id()?, authorization.id()?, &body))
    }

    /// Gives up what is reserved, so that the customer can dispose of the money again; or calls off a payment that the
    /// customer has not made yet.
    ///
    /// The payment becomes canceled. Once it is captured, refund it. Where you cannot tell, because the payment that
    /// you have may be old, use [`give_back`](Self::give_back).
    ///
    /// # Errors
    ///
    /// Where the payment has no transaction that can be canceled. Nothing is sent.
    pub fn cancel_authorization(
        &self,
        payment: &Payment,
        merchant_reference: impl Into<String>,
        reason: impl Into<ReversalReason>,
    ) -> Result<Call<TransactionResult>, MissingField> {
        let transaction = payment.cancelable().ok_or(NOT_CANCELABLE)?;
        let body = CancelPayment::new(merchant_reference, reason);
        Ok(self.cancel(payment.id()?, transaction.id()?, &body))
    }

    /// Refunds all that is left of what was taken.
    ///
    /// The payment becomes refunded, at once or when the provider confirms it. A refused refund is not an error: the
    /// answer is the payment, and its [last transaction](Payment::last_transaction) says what became of the refund.
    ///
    /// # Errors
    ///
    /// Where the payment has nothing to refund, or was captured in several parts. Nothing is sent.
    pub fn refund_in_full(
        &self,
        payment: &Payment,
        merchant_reference: impl Into<String>,
        reason: impl Into<ReversalReason>,
    ) -> Result<Call<Payment>, MissingField> {
        self.refund_one(payment, &RefundPayment::full(merchant_reference, reason))
    }

    /// Refunds a part of what was taken. Several may follow one another, until all is given back.
    ///
    /// # Errors
    ///
    /// Where the payment has nothing to refund, or was captured in several parts. Nothing is sent.
    pub fn refund_in_part(
        &self,
        payment: &Payment,
        amount: Amount,
        merchant_reference: impl Into<String>,
        reason: impl Into<ReversalReason>,
    ) -> Result<Call<Payment>, MissingField> {
        self.refund_one(payment, &RefundPayment::partial(amount, merchant_reference, reason))
    }

    fn refund_one(&self, payment: &Payment, body: &RefundPayment) -> Result<Call<Payment>, MissingField> {
        let mut refundable = payment.refundable();
        let transaction = refundable.next().ok_or(NOT_REFUNDABLE)?;
        if refundable.next().is_some() {
            return Err(SEVERAL);
        }
        Ok(self.refund(payment.id()?, transaction.id()?, body))
    }

    /// Gives the customer the money back by whichever way the payment's state allows: Yuno cancels while it is only
    /// authorized, and refunds once it is captured.
    ///
    /// Yuno decides when the request arrives, so that a payment captured a moment ago is refunded, and nothing falls
    /// between the two. It is the same as [`cancel_or_refund`](Self::cancel_or_refund), for a payment that you have.
    /// What it was, says the [type](crate::types::TransactionResult::type_) of the answer.
    ///
    /// # Errors
    ///
    /// Where the payment has no id. Nothing is sent.
    pub fn give_back(
        &self,
        payment: &Payment,
        merchant_reference: impl Into<String>,
        reason: impl Into<ReversalReason>,
    ) -> Result<Call<TransactionResult>, MissingField> {
        Ok(self.cancel_or_refund(payment.id()?, &RefundPayment::full(merchant_reference, reason)))
    }
}

/// What is reserved and not captured yet, where there is something.
fn uncaptured(payment: &Payment, authorization: &Transaction) -> Option<Amount> {
    let amount = payment.unwrapped().amount.as_deref()?;
    // The issuer may have reserved less than was asked for.
    let reserved = match authorization.amount {
        Some(value) => Amount::new(amount.currency.clone()?, value),
        None => amount.to_amount()?,
    };
    let rest = match amount.captured_amount() {
        Some(captured) => reserved.checked_sub(&captured).ok()?,
        None => reserved,
    };
    rest.value.is_some_and(|value| value.is_sign_positive() && !value.is_zero()).then_some(rest)
}

#[cfg(test)]
mod tests;
