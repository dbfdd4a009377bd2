//! Generated from `spec/payments/status.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// Where the payment as a whole stands, whatever number of transactions it took. Decide on this together with
    /// `sub_status`, not on a single transaction.
    pub enum PaymentStatus {
        /// The payment exists, but nothing has been sent to a provider. No money has moved.
        Created = "CREATED",
        /// Waiting for the customer to pay, for instance in the SDK. No money has moved.
        ReadyToPay = "READY_TO_PAY",
        /// Not final. With sub-status AUTHORIZED the money is reserved and waits for your capture; with the others a step
        /// of the customer, of the provider or of a fraud review is still open.
        Pending = "PENDING",
        /// The card was checked with an amount of zero. Nothing was charged, and nothing will be.
        Verified = "VERIFIED",
        /// The money is yours, in full or in part. The sub-status tells how much: approved, captured, partially captured,
        /// partially refunded.
        Succeeded = "SUCCEEDED",
        /// Final. The provider, the issuer or a fraud screening refused. The customer was not charged.
        Declined = "DECLINED",
        /// Final. Refused before an issuer decided, usually because the request was at fault. Nobody was charged.
        Rejected = "REJECTED",
        /// Final. The time to pay ran out before the customer paid. Nobody was charged.
        Expired = "EXPIRED",
        /// The reservation was given up, or is being given up. The customer keeps the money.
        Canceled = "CANCELED",
        /// The full amount went back to the customer, or is on its way when the sub-status is
        /// PENDING_PROVIDER_CONFIRMATION.
        Refunded = "REFUNDED",
        /// The cardholder contests the charge. The money may already be withheld; answer with evidence.
        InDispute = "IN_DISPUTE",
        /// Final. The dispute is lost and the money went back to the cardholder.
        Chargeback = "CHARGEBACK",
        /// Something broke on the way, and the outcome at the provider may be unknown. Read the sub-status before you try
        /// again.
        Error = "ERROR",
        /// A stand-alone fraud screening came to an end. No charge belongs to it.
        Fraud = "FRAUD",
    }
}

open_enum! {
    /// The step within the payment's status. The same word can stand under several statuses, so read both: under
    /// REFUNDED and under CANCELED, PENDING_PROVIDER_CONFIRMATION means two different things for your money.
    pub enum PaymentSubStatus {
        /// Nothing has been sent to a provider yet.
        Created = "CREATED",
        /// The purchase was started and is being worked on. The outcome is open.
        InProcess = "IN_PROCESS",
        /// The customer has to act: follow a redirect, pass a 3-D Secure challenge, scan a code, pay a ticket.
        WaitingAdditionalStep = "WAITING_ADDITIONAL_STEP",
        /// The provider has the instruction and has not confirmed it. Under PENDING it is a payment, under REFUNDED a
        /// refund, under CANCELED a cancellation that waits.
        PendingProviderConfirmation = "PENDING_PROVIDER_CONFIRMATION",
        /// A fraud screening holds the payment back, often for a person to look at.
        PendingFraudReview = "PENDING_FRAUD_REVIEW",
        /// The customer has to enter a one-time password.
        PendingOtpCompletion = "PENDING_OTP_COMPLETION",
        /// The amount is reserved on the card. Capture it to be paid, or cancel it to let it go.
        Authorized = "AUTHORIZED",
        /// Charged in full by a purchase. The money is yours.
        Approved = "APPROVED",
        /// The issuer approved less than you asked for. Only that part was charged.
        PartiallyApproved = "PARTIALLY_APPROVED",
        /// The reserved amount was taken in full.
        Captured = "CAPTURED",
        /// A part of the reserved amount was taken. Also where a refund or chargeback that failed leads back to.
        PartiallyCaptured = "PARTIALLY_CAPTURED",
        /// A part went back to the customer, the rest is still yours.
        PartiallyRefunded = "PARTIALLY_REFUNDED",
        /// A part was lost in a dispute, the rest is still yours.
        PartiallyChargebacked = "PARTIALLY_CHARGEBACKED",
        /// The capture was refused and is being repeated automatically. Do not capture again.
        CaptureRetryInProcess = "CAPTURE_RETRY_IN_PROCESS",
        /// All automatic repeats of the capture failed. The money has not been taken.
        CaptureRetryProcessFailed = "CAPTURE_RETRY_PROCESS_FAILED",
        /// The refund was refused and is being repeated automatically. Do not refund again.
        RefundRetryInProcess = "REFUND_RETRY_IN_PROCESS",
        /// The full amount went back to the customer.
        Refunded = "REFUNDED",
        /// The reservation was released.
        Canceled = "CANCELED",
        /// The card was found valid. Nothing was charged.
        Verified = "VERIFIED",
        /// The time to pay ran out.
        Expired = "EXPIRED",
        /// Refused before an issuer decided, or the capture broke with an error.
        Rejected = "REJECTED",
        /// Refused by the issuer or the provider.
        Declined = "DECLINED",
        /// A fraud screening said no. Under DECLINED nothing was charged; under SUCCEEDED the screening came after the
        /// charge, so decide whether to deliver.
        FraudDeclined = "FRAUD_DECLINED",
        /// A stand-alone fraud screening found nothing against the customer.
        FraudVerified = "FRAUD_VERIFIED",
        /// A dispute has come in and nobody has looked at it yet.
        Received = "RECEIVED",
        /// The dispute is being examined. Evidence may still be sent.
        PendingReview = "PENDING_REVIEW",
        /// The dispute was decided for the cardholder, or the money was given back before a decision.
        Lost = "LOST",
        /// An unforeseen failure. Look the payment up before you try again.
        Error = "ERROR",
        /// The provider did not answer in time. Whether it charged is unknown.
        Timeout = "TIMEOUT",
        /// The provider did not answer in time, and a possible charge is being undone.
        PendingReverse = "PENDING_REVERSE",
        /// The provider did not answer in time, and a possible charge was undone. Nobody is charged.
        ReversedByTimeout = "REVERSED_BY_TIMEOUT",
    }
}
