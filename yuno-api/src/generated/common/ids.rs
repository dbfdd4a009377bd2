//! Generated from `spec/common/ids.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::{secret_text, text};

text! {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers.
    pub struct AccountId;
}

text! {
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number.
    pub struct CustomerId;
}

text! {
    /// A payment. It stays the same through capture, cancellation, refund and dispute.
    pub struct PaymentId;
}

text! {
    /// One transaction of a payment: a purchase, an authorization, a capture, a refund. Each attempt has its own.
    pub struct TransactionId;
}

secret_text! {
    /// A payment method that a customer has enrolled. In the direct workflow it is the vaulted token, so it is treated
    /// as a credential.
    pub struct PaymentMethodId;
}

text! {
    /// A payment link, as the `id` of its creation and the `code` of later answers name it.
    pub struct PaymentLinkCode;
}

secret_text! {
    /// A checkout session. Whoever holds it can pay within that session, so it is treated as a credential.
    pub struct CheckoutSessionId;
}

secret_text! {
    /// A customer session. Whoever holds it can enroll payment methods for that customer, so it is treated as a
    /// credential.
    pub struct CustomerSessionId;
}

secret_text! {
    /// A payment method kept in Yuno's vault. It can be charged again and again without asking for the card.
    pub struct VaultedToken;
}

secret_text! {
    /// A payment method tokenized for one payment, by the SDK or by one of the token operations.
    pub struct OneTimeToken;
}

text! {
    /// A recipient of a marketplace's split payments, as registered with Yuno.
    pub struct RecipientId;
}
