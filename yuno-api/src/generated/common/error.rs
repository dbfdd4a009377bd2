//! Generated from `spec/common/error.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// What went wrong with a call.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct ErrorBody {
    /// The kind of an error, for programs to act on.
    pub code: Option<ErrorCode>,
    /// One sentence for each thing that is wrong. For people; the wording changes.
    pub messages: Option<Vec<String>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { ErrorBody { code; messages; } }

open_enum! {
    /// The kind of an error, for programs to act on.
    pub enum ErrorCode {
        /// The request as a whole makes no sense to the API.
        InvalidRequest = "INVALID_REQUEST",
        /// A field has a value that the API does not take.
        InvalidParameters = "INVALID_PARAMETERS",
        /// A required field is missing.
        MissingParameters = "MISSING_PARAMETERS",
        /// The resource's status does not allow the operation.
        InvalidStatus = "INVALID_STATUS",
        /// The account cannot process in that country.
        CountryNotSupported = "COUNTRY_NOT_SUPPORTED",
        /// The currency does not go with the country or the payment method.
        CurrencyNotAllowed = "CURRENCY_NOT_ALLOWED",
        /// Another customer has this `merchant_customer_id`.
        CustomerIdDuplicated = "CUSTOMER_ID_DUPLICATED",
        /// The amount is out of range, or more than is left to capture or refund.
        InvalidAmount = "INVALID_AMOUNT",
        /// No such account, or one that the keys do not belong to.
        InvalidAccountId = "INVALID_ACCOUNT_ID",
        /// The transaction does not take this operation.
        InvalidTransaction = "INVALID_TRANSACTION",
        /// The version of the API that the call asks for does not exist.
        InvalidApiVersion = "INVALID_API_VERSION",
        /// The operation does not apply to this type of transaction.
        InvalidTransactionType = "INVALID_TRANSACTION_TYPE",
        /// The payment is disputed, so it cannot be refunded or cancelled now.
        ChargebackInProcess = "CHARGEBACK_IN_PROCESS",
        /// The payment method is not enabled for this account or country.
        UnavailablePaymentMethod = "UNAVAILABLE_PAYMENT_METHOD",
        /// No such resource.
        NotFound = "NOT_FOUND",
        /// A provider answered something that Yuno could not read.
        UnexpectedResponse = "UNEXPECTED_RESPONSE",
        /// The request is malformed.
        BadRequest = "BAD_REQUEST",
        /// The report's id is malformed.
        InvalidReportId = "INVALID_REPORT_ID",
        /// No such type of report.
        InvalidReportType = "INVALID_REPORT_TYPE",
        /// A date is not in the form that the API reads.
        InvalidDateFormat = "INVALID_DATE_FORMAT",
        /// The report would span more time than is allowed.
        ReportMaxRangeError = "REPORT_MAX_RANGE_ERROR",
        /// The report's end is before its start.
        ReportRangeError = "REPORT_RANGE_ERROR",
        /// The report is not ready, or failed.
        ReportStatusError = "REPORT_STATUS_ERROR",
        /// The report has no rows.
        ReportEmpty = "REPORT_EMPTY",
        /// No such payment method.
        PaymentMethodNotFound = "PAYMENT_METHOD_NOT_FOUND",
        /// The payment method's status does not allow the operation.
        PaymentMethodStatusInvalid = "PAYMENT_METHOD_STATUS_INVALID",
        /// The operation does not apply to this type of payment method.
        IncorrectPaymentMethodType = "INCORRECT_PAYMENT_METHOD_TYPE",
        /// The payment method cannot be moved to another customer.
        PaymentMethodNotReassignable = "PAYMENT_METHOD_NOT_REASSIGNABLE",
        /// No such subscription.
        SubscriptionNotFound = "SUBSCRIPTION_NOT_FOUND",
        /// The resource's state does not allow the operation.
        InvalidState = "INVALID_STATE",
        /// A date is out of range.
        InvalidDate = "INVALID_DATE",
        /// The token belongs to another customer.
        InvalidCustomerForToken = "INVALID_CUSTOMER_FOR_TOKEN",
        /// No such payment.
        PaymentNotFound = "PAYMENT_NOT_FOUND",
        /// No such transaction in this payment.
        TransactionNotFound = "TRANSACTION_NOT_FOUND",
        /// No such customer.
        CustomerNotFound = "CUSTOMER_NOT_FOUND",
        /// No such checkout session.
        CheckoutSessionNotFound = "CHECKOUT_SESSION_NOT_FOUND",
        /// No such report.
        ReportNotFound = "REPORT_NOT_FOUND",
        /// The idempotency key was spent by an earlier call. A new attempt needs a new key.
        IdempotencyDuplicated = "IDEMPOTENCY_DUPLICATED",
        /// An earlier call with this idempotency key is still at work. Wait, then repeat it.
        RequestInProcess = "REQUEST_IN_PROCESS",
        /// The operation collides with another, or with the resource's present state.
        Conflict = "CONFLICT",
        /// The keys are wrong, or belong to another environment.
        InvalidCredentials = "INVALID_CREDENTIALS",
        /// The keys have expired.
        ExpiredCredentials = "EXPIRED_CREDENTIALS",
        /// The account takes calls only from listed addresses, and this is none of them.
        UnknownIpAddress = "UNKNOWN_IP_ADDRESS",
        /// The token does not exist, has expired, or was used.
        InvalidToken = "INVALID_TOKEN",
        /// The token is being used by another call.
        TokenInUse = "TOKEN_IN_USE",
        /// The keys do not allow this operation.
        AuthorizationRequired = "AUTHORIZATION_REQUIRED",
        /// The path does not take this HTTP method.
        UnsupportedMethod = "UNSUPPORTED_METHOD",
        /// Yuno failed. Whether the call took effect is unknown.
        InternalError = "INTERNAL_ERROR",
        /// Yuno or a provider took too long. Whether the call took effect is unknown.
        RequestTimeout = "REQUEST_TIMEOUT",
    }
}
