//! Short ways to pay with what a checkout session gave.

use crate::{
    accessors::MissingField,
    types::{PaymentMethodInput, TokenizedPaymentMethod},
};

impl TokenizedPaymentMethod {
    /// The payment method as a payment takes it, once.
    ///
    /// # Errors
    ///
    /// Where the answer lacks the token.
    pub fn to_input(&self) -> Result<PaymentMethodInput, MissingField> {
        let method = PaymentMethodInput::one_time(self.token()?);
        Ok(match &self.type_ {
            Some(payment_method) => method.with_type(payment_method.clone()),
            None => method,
        })
    }
}
