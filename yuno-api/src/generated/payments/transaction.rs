//! Generated from `spec/payments/transaction.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// One step of a payment with one provider: a purchase, an authorization, a capture, a refund, a 3-D Secure check.
/// A payment that is tried at several providers has one for each.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Transaction {
    /// One transaction of a payment: a purchase, an authorization, a capture, a refund. Each attempt has its own.
    pub id: Option<TransactionId>,
    /// What a transaction does.
    pub type_: Option<TransactionType>,
    /// How a single transaction stands. For the payment as a whole read the payment's status.
    pub status: Option<TransactionStatus>,
    /// The family of a payment method or of a transaction. It decides which part of the details applies.
    pub category: Option<PaymentMethodCategory>,
    /// What this transaction moves, in major units of the payment's currency.
    pub amount: Option<Decimal>,
    /// The provider that carried it out.
    pub provider_id: Option<Provider>,
    /// What was paid with, as of this transaction. Its particulars stand under `detail`.
    pub payment_method: Option<Box<PaymentMethod>>,
    /// Yuno's own wording for what the provider or the issuer answered, the same across all providers. A soft decline
    /// may succeed when tried again later or on another route; a hard one will not until something is changed. What
    /// the provider said itself is in `provider_data`.
    pub response_code: Option<ResponseCode>,
    /// The response code in words, for people. Do not show it to the customer as it is.
    pub response_message: Option<String>,
    /// The card network's advice on whether and when to try a declined transaction again, in one wording for
    /// Mastercard, Visa and Elo. Trying against the advice costs fees and approval rate.
    pub merchant_advice_code: Option<MerchantAdviceCode>,
    /// The network's advice in words.
    pub merchant_advice_code_message: Option<String>,
    /// Why a later transaction such as a refund or a cancellation was made. Some providers put a text of their own
    /// here.
    pub reason: Option<TransactionReason>,
    /// The description sent with the operation that made this transaction.
    pub description: Option<String>,
    /// Your own reference of this transaction.
    pub merchant_reference: Option<String>,
    /// What the provider said, in its own codes and words. Its form is the provider's; use the transaction's own
    /// `status` and `response_code` to decide, and this to look into a single case.
    pub provider_data: Option<Box<ProviderData>>,
    /// The connection to the provider that the transaction went through, as set up in the dashboard.
    pub connection_data: Option<Box<ConnectionData>>,
    /// Whether the cardholder still has to act for 3-D Secure. Any JSON value.
    pub three_d_secure_action_required: Option<Json>,
    /// Whether a capture or cancellation that fails is repeated automatically.
    pub simplified_mode: Option<bool>,
    /// Whether a receipt for the customer was asked for or made.
    pub receipt: Option<bool>,
    /// Where the receipt can be fetched. Absent until there is one.
    pub receipt_url: Option<String>,
    /// The language that the receipt is written in.
    pub receipt_language: Option<ReceiptLanguage>,
    /// The fingerprint of the customer's device that a fraud screening looked at.
    pub device_fingerprint: Option<Sensitive>,
    /// When the transaction was made.
    pub created_at: Option<Timestamp>,
    /// When the transaction last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Transaction {
    id;
    type_ as "type";
    status; category; amount; provider_id; payment_method; response_code; response_message;
    merchant_advice_code; merchant_advice_code_message; reason; description; merchant_reference;
    provider_data; connection_data; three_d_secure_action_required; simplified_mode; receipt;
    receipt_url; receipt_language; device_fingerprint; created_at; updated_at;
} }

/// What became of a capture, a cancellation or a cancel-or-refund: the new transaction, and the payment as it
/// stands after it. Unlike in a `Transaction`, the amount comes with its currency.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct TransactionResult {
    /// One transaction of a payment: a purchase, an authorization, a capture, a refund. Each attempt has its own.
    pub id: Option<TransactionId>,
    /// What a transaction does.
    pub type_: Option<TransactionType>,
    /// How a single transaction stands. For the payment as a whole read the payment's status.
    pub status: Option<TransactionStatus>,
    /// The family of a payment method or of a transaction. It decides which part of the details applies.
    pub category: Option<PaymentMethodCategory>,
    /// The amount of this transaction. `captured` and `refunded` are counted on the payment, so read them at
    /// `payment.amount`.
    pub amount: Option<Box<PaymentAmount>>,
    /// The reference that you sent with the operation.
    pub merchant_reference: Option<String>,
    /// Yuno's own wording for what the provider or the issuer answered, the same across all providers. A soft decline
    /// may succeed when tried again later or on another route; a hard one will not until something is changed. What
    /// the provider said itself is in `provider_data`.
    pub response_code: Option<ResponseCode>,
    /// The response code in words, for people.
    pub response_message: Option<String>,
    /// What the provider said, in its own codes and words. Its form is the provider's; use the transaction's own
    /// `status` and `response_code` to decide, and this to look into a single case.
    pub provider_data: Option<Box<ProviderData>>,
    /// The payment after this transaction. Several of its parts may be left out.
    pub payment: Option<Box<Payment>>,
    /// Who pays.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// Whether the operation is repeated automatically when it fails.
    pub simplified_mode: Option<bool>,
    /// Whether a receipt for the customer was asked for or made.
    pub receipt: Option<bool>,
    /// Where the receipt can be fetched. Absent until there is one.
    pub receipt_url: Option<String>,
    /// The language that the receipt is written in.
    pub receipt_language: Option<ReceiptLanguage>,
    /// When the transaction was made.
    pub created_at: Option<Timestamp>,
    /// When the transaction last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { TransactionResult {
    id;
    type_ as "type";
    status; category; amount; merchant_reference; response_code; response_message; provider_data;
    payment; customer_payer; simplified_mode; receipt; receipt_url; receipt_language; created_at;
    updated_at;
} }

open_enum! {
    /// What a transaction does.
    pub enum TransactionType {
        /// Charges at once, authorization and capture in one.
        Purchase = "PURCHASE",
        /// Reserves the amount. It has to be captured or canceled.
        Authorize = "AUTHORIZE",
        /// Takes what was reserved, or a part of it.
        Capture = "CAPTURE",
        /// Gives money back that was taken.
        Refund = "REFUND",
        /// Releases what was reserved, or calls off what is pending.
        Cancel = "CANCEL",
        /// Checks a card with an amount of zero.
        Verify = "VERIFY",
        /// Follows a dispute of the cardholder's.
        Chargeback = "CHARGEBACK",
        /// Authenticates the cardholder.
        ThreeDSecure = "THREE_D_SECURE",
        /// Has a fraud provider judge the payment.
        FraudScreening = "FRAUD_SCREENING",
        /// Passes a share on to a marketplace recipient.
        SplitTransfer = "SPLIT_TRANSFER",
        /// Fetches a share back from a marketplace recipient.
        SplitTransferReversal = "SPLIT_TRANSFER_REVERSAL",
        /// The same as SPLIT_TRANSFER_REVERSAL, under its other name.
        SplitTransferReverse = "SPLIT_TRANSFER_REVERSE",
    }
}

open_enum! {
    /// How a single transaction stands. For the payment as a whole read the payment's status.
    pub enum TransactionStatus {
        /// Made, and not yet answered by the provider.
        Created = "CREATED",
        /// Accepted by the provider, and not yet decided.
        Pending = "PENDING",
        /// Done.
        Succeeded = "SUCCEEDED",
        /// Refused by the issuer, the provider or a fraud screening. The response code says why.
        Declined = "DECLINED",
        /// Refused before an issuer decided, usually because the request was at fault.
        Rejected = "REJECTED",
        /// Failed technically. The response code tells whether the outcome is known.
        Error = "ERROR",
        /// The time to complete it ran out.
        Expired = "EXPIRED",
        /// A refund of the full amount that is done.
        Refunded = "REFUNDED",
        /// A dispute that was decided for you.
        Won = "WON",
        /// A dispute that was decided for the cardholder.
        Lost = "LOST",
        /// A dispute that was headed off by giving the money back early.
        Prevented = "PREVENTED",
    }
}

open_enum! {
    /// Why a later transaction such as a refund or a cancellation was made. Some providers put a text of their own
    /// here.
    pub enum TransactionReason {
        /// The order was called off.
        Cancelled = "CANCELLED",
        /// The matter was dropped.
        Dismiss = "DISMISS",
        /// The customer was charged twice.
        Duplicate = "DUPLICATE",
        /// The customer was charged twice, in another spelling.
        Duplicated = "DUPLICATED",
        /// The charge was a fraud.
        Fraudulent = "FRAUDULENT",
        /// A deadline was missed.
        Missed = "MISSED",
        /// What it refers to does not exist.
        NotFound = "NOT_FOUND",
        /// The order was stopped before delivery.
        OrderStopped = "ORDER_STOPPED",
        /// The money had already been given back.
        Refunded = "REFUNDED",
        /// The customer asked for it.
        RequestedByCustomer = "REQUESTED_BY_CUSTOMER",
        /// Settled with the customer in another way.
        Resolved = "RESOLVED",
        /// An earlier transaction is undone.
        Reverse = "REVERSE",
        /// The service paid for was suspended.
        ServiceSuspended = "SERVICE_SUSPENDED",
        /// A provider's own words for a lack of funds.
        InsufficientFunds = "Insufficient funds",
    }
}
