//! What the next call needs from a payment link.

use super::{MissingField, present};
use crate::types::{PaymentLink, PaymentLinkCode};

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
