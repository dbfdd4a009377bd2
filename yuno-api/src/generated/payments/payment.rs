//! Generated from `spec/payments/payment.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// A payment: what is owed, who pays and how, where it stands, and the transactions it took. Answers leave out
/// what they do not know.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Payment {
    /// A payment. It stays the same through capture, cancellation, refund and dispute.
    pub id: Option<PaymentId>,
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers.
    pub account_id: Option<AccountId>,
    /// The account's code. Some answers give it beside or instead of `account_id`.
    pub account_code: Option<String>,
    /// The idempotency key that the payment was created with, if there was one.
    pub idempotency_key: Option<String>,
    /// Your number of the order. Payments can be looked up by it.
    pub merchant_order_id: Option<String>,
    /// What is paid for.
    pub description: Option<String>,
    /// The country that the payment is processed in.
    pub country: Option<Country>,
    /// Where the payment as a whole stands, whatever number of transactions it took. Decide on this together with
    /// `sub_status`, not on a single transaction.
    pub status: Option<PaymentStatus>,
    /// The step within the payment's status. The same word can stand under several statuses, so read both: under
    /// REFUNDED and under CANCELED, PENDING_PROVIDER_CONFIRMATION means two different things for your money.
    pub sub_status: Option<PaymentSubStatus>,
    /// What is to be paid and, in answers, what has become of it.
    pub amount: Option<Box<PaymentAmount>>,
    /// Taxes in the amount.
    pub taxes: Option<OneOrMany<Tax>>,
    /// Who drives the payment: Yuno's SDK in the customer's browser or app, or your own server. SDK_CHECKOUT where
    /// left out.
    pub workflow: Option<Workflow>,
    /// Where the customer is sent after a redirect.
    pub callback_url: Option<String>,
    /// The checkout session that a payment belongs to. Not needed for DIRECT and REDIRECT payments.
    pub checkout: Option<Box<CheckoutReference>>,
    /// What is paid with. Its particulars stand under `payment_method_detail`.
    pub payment_method: Option<Box<PaymentMethod>>,
    /// The person who pays. Name a registered customer by `id`, or give the details here, or both.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// What the payment is for, and who sells it. The more of it is known, the better a payment is judged.
    pub additional_data: Option<Box<AdditionalData>>,
    /// The payment's transactions. Newer answers give the last one as a single object, and all of them in
    /// `transactions_history`.
    pub transactions: Option<OneOrMany<Transaction>>,
    /// All transactions of the payment. Only when asked for, and in the answer to its creation.
    pub transactions_history: Option<OneOrMany<Transaction>>,
    /// A screening of a payment for fraud, and what it found.
    pub fraud_screening: Option<Box<FraudScreening>>,
    /// How the amount is divided among the recipients of a marketplace.
    pub split_marketplace: Option<Vec<Split>>,
    /// The same as `split_marketplace`, under its older name.
    pub split: Option<Vec<Split>>,
    /// The subscription that the payment began or belongs to.
    pub subscription: Option<Box<PaymentSubscription>>,
    /// The code of the subscription that the payment belongs to, a UUID.
    pub subscription_code: Option<String>,
    /// The payment link that the payment came from.
    pub payment_link_id: Option<String>,
    /// The same as `payment_link_id`, under its older name.
    pub payment_link_code: Option<String>,
    /// How the route of a payment was chosen.
    pub routing_rules: Option<Box<RoutingRules>>,
    /// Whether captures, cancellations and refunds that fail are repeated automatically.
    pub simplified_mode: Option<bool>,
    /// Your own notes, as you sent them.
    pub metadata: Option<Vec<Metadata>>,
    /// When the payment was created.
    pub created_at: Option<Timestamp>,
    /// When the payment last changed.
    pub updated_at: Option<Timestamp>,
    /// Some answers wrap the payment once more, in this member, with or without members beside it. Where it is there,
    /// it is the payment to read.
    pub payment: Option<Box<Payment>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Payment {
    id; account_id; account_code; idempotency_key; merchant_order_id; description; country; status;
    sub_status; amount; taxes; workflow; callback_url; checkout; payment_method; customer_payer;
    additional_data; transactions; transactions_history; fraud_screening; split_marketplace; split;
    subscription; subscription_code; payment_link_id; payment_link_code; routing_rules;
    simplified_mode; metadata; created_at; updated_at; payment;
} }
