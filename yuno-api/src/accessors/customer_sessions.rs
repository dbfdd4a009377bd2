//! What the next call needs from a customer session.

use super::{MissingField, present};
use crate::types::{CustomerSession, CustomerSessionId};

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
