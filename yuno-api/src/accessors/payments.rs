//! What the next call needs from a payment and its transactions.

use super::{MissingField, RETRIEVE, present};
use crate::types::{Payment, PaymentId, Transaction, TransactionId, TransactionResult, VaultedToken};

mod transactions;

impl Payment {
    /// The payment itself, where an answer wraps it once more.
    ///
    /// All other methods look there by themselves.
    #[must_use]
    pub fn unwrapped(&self) -> &Self {
        let mut payment = self;
        while let Some(inner) = &payment.payment {
            payment = inner;
        }
        payment
    }

    /// The payment's id, which every call about the payment takes.
    ///
    /// ```
    /// # use yuno_api::types::*;
    /// let payment = Payment::decode(br#"{"id": "6c44ed29-cc51-4479-a5eb-108afdaadd50"}"#).unwrap();
    /// assert_eq!(payment.id().unwrap().as_str(), "6c44ed29-cc51-4479-a5eb-108afdaadd50");
    ///
    /// let error = Payment::decode(b"{}").unwrap().id().unwrap_err();
    /// assert_eq!(error.to_string(), "the payment has no id; look it up by its merchant_order_id");
    /// ```
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn id(&self) -> Result<&PaymentId, MissingField> {
        present(self.unwrapped().id.as_ref()).ok_or(MissingField::new(
            "payment",
            "id",
            "look it up by its merchant_order_id",
        ))
    }

    /// The token of the payment method that was used, or that `vault_on_success` has made: what to charge the next
    /// time.
    ///
    /// # Errors
    ///
    /// Where the payment method is not enrolled.
    pub fn vaulted_token(&self) -> Result<&VaultedToken, MissingField> {
        let method = self.unwrapped().payment_method.as_deref();
        present(method.and_then(|method| method.vaulted_token.as_ref())).ok_or(MissingField::new(
            "payment",
            "vaulted token",
            "the payment method is enrolled only where the payment succeeds and vault_on_success was sent",
        ))
    }
}

impl Transaction {
    /// The transaction's id, which captures, cancellations and refunds take.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn id(&self) -> Result<&TransactionId, MissingField> {
        present(self.id.as_ref()).ok_or(MissingField::new("transaction", "id", RETRIEVE))
    }
}

impl TransactionResult {
    /// The id of the transaction that the call has made: of the capture, the cancellation, the refund.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn id(&self) -> Result<&TransactionId, MissingField> {
        present(self.id.as_ref()).ok_or(MissingField::new(
            "transaction",
            "id",
            "retrieve the payment with transactions_history",
        ))
    }

    /// The payment as it stands after the call. Several of its parts may be left out.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn payment(&self) -> Result<&Payment, MissingField> {
        let missing = MissingField::new("transaction", "payment", "retrieve the payment by its id");
        self.payment.as_deref().map(Payment::unwrapped).ok_or(missing)
    }
}
