//! What calling code needs from an answer to go on: ids, tokens, and the transaction that the next call is about.
//!
//! Every member of an answer is optional, because answers leave out what they do not know. Where the next call cannot
//! do without one, these methods say so in a sentence instead of leaving an `unwrap` to the caller. They also know
//! that the API sends an empty text for what is not there, and where one thing has two names.

mod transactions;

use std::fmt;

use crate::{
    types::{
        CheckoutSession, CheckoutSessionId, Customer, CustomerId, CustomerSession, CustomerSessionId,
        EnrolledPaymentMethod, OneTimeToken, Payment, PaymentId, PaymentLink, PaymentLinkCode, PaymentMethodId,
        TokenizedPaymentMethod, Transaction, TransactionId, TransactionResult, VaultedToken,
    },
    wire::PathText,
};

/// An answer lacks what the next call needs.
///
/// Nothing was sent. The text says what is missing, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingField {
    object: &'static str,
    field: &'static str,
    remedy: &'static str,
}

impl MissingField {
    pub(crate) const fn new(object: &'static str, field: &'static str, remedy: &'static str) -> Self {
        Self { object, field, remedy }
    }

    /// What the answer is about, such as `payment`.
    #[must_use]
    pub fn object(&self) -> &'static str {
        self.object
    }

    /// What it lacks, such as `id`.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.field
    }
}

impl fmt::Display for MissingField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} has no {}; {}", self.object, self.field, self.remedy)
    }
}

impl std::error::Error for MissingField {}

/// What to do where an answer has no id.
const RETRIEVE: &str = "retrieve it again, by what you know it by";

/// A text or id that is there and not empty: the API writes an empty text for what it does not have.
fn present<T: PathText>(value: Option<&T>) -> Option<&T> {
    value.filter(|value| !value.path_text().trim().is_empty())
}

/// A text that is there and not empty.
pub(crate) fn text(value: Option<&String>) -> Option<&str> {
    value.map(String::as_str).filter(|text| !text.trim().is_empty())
}

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

impl Customer {
    /// The customer's id at Yuno.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn id(&self) -> Result<&CustomerId, MissingField> {
        present(self.id.as_ref()).ok_or(MissingField::new("customer", "id", "look it up by its merchant_customer_id"))
    }
}

impl CustomerSession {
    /// The session's id, which the API calls `customer_session`.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn id(&self) -> Result<&CustomerSessionId, MissingField> {
        present(self.customer_session.as_ref()).ok_or(MissingField::new("customer session", "id", "open a new one"))
    }
}

impl CheckoutSession {
    /// The session's id. The API calls it `checkout_session` in some answers and `id` in others.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn id(&self) -> Result<&CheckoutSessionId, MissingField> {
        present(self.checkout_session.as_ref()).or_else(|| present(self.id.as_ref())).ok_or(MissingField::new(
            "checkout session",
            "id",
            "open a new one",
        ))
    }
}

impl EnrolledPaymentMethod {
    /// The id that calls about the payment method take: its `id` or, where an answer has only that, its vaulted token.
    ///
    /// # Errors
    ///
    /// Where the answer has neither.
    pub fn id(&self) -> Result<PaymentMethodId, MissingField> {
        if let Some(id) = present(self.id.as_ref()) {
            return Ok(id.clone());
        }
        let token = present(self.vaulted_token.as_ref());
        token.map(|token| token.path_text().into()).ok_or(MissingField::new(
            "payment method",
            "id",
            "list the customer's payment methods",
        ))
    }

    /// The token to pay with.
    ///
    /// # Errors
    ///
    /// Where there is none, as long as the payment method is not enrolled.
    pub fn vaulted_token(&self) -> Result<&VaultedToken, MissingField> {
        present(self.vaulted_token.as_ref()).ok_or(MissingField::new(
            "payment method",
            "vaulted token",
            "wait until it is enrolled, then list the customer's payment methods",
        ))
    }
}

impl TokenizedPaymentMethod {
    /// The token to pay with, once.
    ///
    /// # Errors
    ///
    /// Where the answer has none.
    pub fn token(&self) -> Result<&OneTimeToken, MissingField> {
        present(self.token.as_ref()).ok_or(MissingField::new("tokenized payment method", "token", "make a new one"))
    }
}

#[cfg(test)]
mod tests;

impl PaymentLink {
    /// The link's code, which every call about the link takes: `id` in the answer to its creation, `code` later.
    ///
    /// # Errors
    ///
    /// Where the answer has neither.
    pub fn code(&self) -> Result<&PaymentLinkCode, MissingField> {
        let code = present(self.id.as_ref()).or_else(|| present(self.code.as_ref()));
        code.ok_or(MissingField::new("payment link", "code", "look for the link in Yuno's dashboard"))
    }
}
