//! What the next call needs from a customer.

use super::{MissingField, present};
use crate::types::{Customer, CustomerId};

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
