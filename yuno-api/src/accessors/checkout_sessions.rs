//! What the next call needs from a checkout session and its tokens.

use super::{MissingField, present};
use crate::types::{CheckoutSession, CheckoutSessionId, OneTimeToken, TokenizedPaymentMethod};

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
