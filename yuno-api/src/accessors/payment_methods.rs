//! What the next call needs from an enrolled payment method.

use super::{MissingField, present};
use crate::{
    types::{EnrolledPaymentMethod, PaymentMethodId, VaultedToken},
    wire::PathText,
};

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
