//! Generated from `spec/payments/response_code.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// Yuno's own wording for what the provider or the issuer answered, the same across all providers. A soft decline
    /// may succeed when tried again later or on another route; a hard one will not until something is changed. What
    /// the provider said itself is in `provider_data`.
    pub enum ResponseCode {
        /// Done as asked (ISO 8583 0, 8, 10, 11, 16, 32). With transaction status CREATED it only says that the
        /// transaction was made.
        Succeeded = "SUCCEEDED",
        /// The cardholder was authenticated by 3-D Secure. A charge is still to follow.
        SucceededThreeDSecure = "SUCCEEDED_THREE_D_SECURE",
        /// The fraud screening passed.
        FraudVerified = "FRAUD_VERIFIED",
        /// The dispute was decided for you.
        ReviewWon = "REVIEW_WON",
        /// The customer has to do something before the provider goes on.
        ActionRequired = "ACTION_REQUIRED",
        /// A dispute has come in.
        Received = "RECEIVED",
        /// The cardholder has to pass a 3-D Secure challenge.
        ChallengeRequired = "CHALLENGE_REQUIRED",
        /// The provider is examining the transaction.
        InReview = "IN_REVIEW",
        /// The fraud screening has not decided yet.
        PendingFraudReview = "PENDING_FRAUD_REVIEW",
        /// The provider has accepted the instruction and will confirm it later.
        PendingProviderConfirmation = "PENDING_PROVIDER_CONFIRMATION",
        /// The dispute is being examined.
        PendingReview = "PENDING_REVIEW",
        /// The state of the customer's account stands in the way.
        AccountStatus = "ACCOUNT_STATUS",
        /// Soft decline. The acquirer or the network is out of order for the moment (ISO 8583 22, 80, 90, 91, 92, 96).
        AcquireContingency = "ACQUIRE_CONTINGENCY",
        /// Authentication was tried but not completed.
        AuthenticationAttempt = "AUTHENTICATION_ATTEMPT",
        /// The cardholder failed 3-D Secure.
        AuthenticationFailedThreeDSecure = "AUTHENTICATION_FAILED_THREE_D_SECURE",
        /// Hard decline. Some of the data is malformed (ISO 8583 30, 89). Correct it first.
        BadFilledInfo = "BAD_FILLED_INFO",
        /// Soft decline. The provider does not reach this bank (ISO 8583 31). Another route may.
        BankNotSupported = "BANK_NOT_SUPPORTED",
        /// Soft decline. The issuer wants to be called by the cardholder (ISO 8583 66).
        CallForAuthorize = "CALL_FOR_AUTHORIZE",
        /// Soft decline. The customer broke off (ISO 8583 17).
        CancelledByUser = "CANCELLED_BY_USER",
        /// Hard decline. No connection processes this country.
        CountryNotSupported = "COUNTRY_NOT_SUPPORTED",
        /// Hard decline. No connection processes this currency.
        CurrencyNotAllowed = "CURRENCY_NOT_ALLOWED",
        /// Soft decline. The issuer said no without saying why.
        DeclinedByBank = "DECLINED_BY_BANK",
        /// Soft decline. The provider said no itself, before or instead of the issuer.
        DeclinedByProvider = "DECLINED_BY_PROVIDER",
        /// Soft decline. The payment method or the connection is switched off.
        Disabled = "DISABLED",
        /// Soft decline. The issuer's catch-all refusal (ISO 8583 5).
        DoNotHonor = "DO_NOT_HONOR",
        /// Soft decline. The provider takes it for a repeat (ISO 8583 26, 94). Check first whether the earlier one went
        /// through.
        DuplicatedTransaction = "DUPLICATED_TRANSACTION",
        /// The time for this step ran out. A soft decline of a payment; for a lost dispute, the time to answer it.
        Expired = "EXPIRED",
        /// Hard decline. The card is past its date (ISO 8583 33, 54). Ask for another one.
        ExpiredCard = "EXPIRED_CARD",
        /// Soft decline. The card is new and has to be unlocked by its holder (ISO 8583 78).
        FirstUse = "FIRST_USE",
        /// Soft decline. The issuer or the provider suspects fraud (ISO 8583 34, 59, 63, 64).
        FraudValidation = "FRAUD_VALIDATION",
        /// The fraud screening said no.
        FraudVerificationDeclined = "FRAUD_VERIFICATION_DECLINED",
        /// Soft decline. Not enough money or credit (ISO 8583 51).
        InsufficientFunds = "INSUFFICIENT_FUNDS",
        /// Soft decline. The amount is outside of what is allowed here (ISO 8583 13, 64).
        InvalidAmount = "INVALID_AMOUNT",
        /// Hard decline. The card's data do not belong together (ISO 8583 56).
        InvalidCardData = "INVALID_CARD_DATA",
        /// Hard decline. There is no such card (ISO 8583 14).
        InvalidCardNumber = "INVALID_CARD_NUMBER",
        /// Hard decline. The provider's interface refused the call.
        InvalidApi = "INVALID_API",
        /// Hard decline. The provider no longer takes the version that the connection speaks.
        InvalidApiVersion = "INVALID_API_VERSION",
        /// Hard decline. The connection's credentials are wrong. Mend them in the dashboard.
        InvalidCredentials = "INVALID_CREDENTIALS",
        /// Soft decline. The network does not know the card's issuer (ISO 8583 15).
        InvalidIssuer = "INVALID_ISSUER",
        /// Soft decline. The provider does not accept your merchant account (ISO 8583 3).
        InvalidMerchant = "INVALID_MERCHANT",
        /// Hard decline. A value in the request is wrong.
        InvalidParameters = "INVALID_PARAMETERS",
        /// Hard decline. The security code does not match (ISO 8583 56, 82). Ask for it again.
        InvalidSecurityCode = "INVALID_SECURITY_CODE",
        /// Soft decline. The transaction is not in a state in which this can be done.
        InvalidStatus = "INVALID_STATUS",
        /// Soft decline. The provider's answer could not be read.
        InvalidResponseFormat = "INVALID_RESPONSE_FORMAT",
        /// Hard decline. This kind of transaction is not possible here (ISO 8583 12, 23).
        InvalidTransaction = "INVALID_TRANSACTION",
        /// Soft decline. It would break a law or a rule of the issuer (ISO 8583 93).
        IssuerViolation = "ISSUER_VIOLATION",
        /// Hard decline. A value that the provider needs was not sent.
        MissingParameters = "MISSING_PARAMETERS",
        /// Hard decline. The account is closed or the plan is over; do not try again (ISO 8583 79).
        NoRetryLifeCycle = "NO_RETRY_LIFE_CYCLE",
        /// Hard decline. The issuer's policy forbids it; do not try again (ISO 8583 82).
        NoRetryPolicy = "NO_RETRY_POLICY",
        /// Hard decline. Refused for security; do not try again (ISO 8583 83).
        NoRetrySecurity = "NO_RETRY_SECURITY",
        /// Hard decline until an hour has passed.
        RetryAfter1H = "RETRY_AFTER_1_H",
        /// Hard decline until 24 hours have passed.
        RetryAfter24H = "RETRY_AFTER_24_H",
        /// Hard decline until 2 days have passed.
        RetryAfter2D = "RETRY_AFTER_2_D",
        /// Hard decline until 4 days have passed.
        RetryAfter4D = "RETRY_AFTER_4_D",
        /// Hard decline until 6 days have passed.
        RetryAfter6D = "RETRY_AFTER_6_D",
        /// Hard decline until 8 days have passed.
        RetryAfter8D = "RETRY_AFTER_8_D",
        /// Hard decline until 10 days have passed.
        RetryAfter10D = "RETRY_AFTER_10_D",
        /// Soft decline. Send it again with 3-D Secure.
        RejectedThreeDSecureRequired = "REJECTED_THREE_D_SECURE_REQUIRED",
        /// Soft decline. The cardholder should ask the issuer (ISO 8583 01).
        ReferToCardIssuer = "REFER_TO_CARD_ISSUER",
        /// Hard decline. The card was reported lost (ISO 8583 41). Never use it again.
        ReportedLost = "REPORTED_LOST",
        /// Hard decline. The card was reported stolen (ISO 8583 43). Never use it again.
        ReportedStolen = "REPORTED_STOLEN",
        /// Soft decline. Too many attempts in a short time. Slow down.
        RequestsExceeded = "REQUESTS_EXCEEDED",
        /// Soft decline. The bank has restricted the card (ISO 8583 62).
        RestrictedByBank = "RESTRICTED_BY_BANK",
        /// Soft decline. The terminal or merchant set-up may not do this (ISO 8583 58).
        TerminalError = "TERMINAL_ERROR",
        /// Soft decline. The issuer wants the cardholder authenticated. Send it again with 3-D Secure.
        ThreeDSecureRequired = "THREE_D_SECURE_REQUIRED",
        /// Hard decline. The provider does not know the transaction (ISO 8583 25).
        TransactionNotFound = "TRANSACTION_NOT_FOUND",
        /// Hard decline. The payment method cannot be used here.
        UnavailablePaymentMethod = "UNAVAILABLE_PAYMENT_METHOD",
        /// Hard decline. The provider cannot do this (ISO 8583 40).
        UnsupportedOperation = "UNSUPPORTED_OPERATION",
        /// Soft decline. The provider gave no reason that could be understood.
        UnknownError = "UNKNOWN_ERROR",
        /// Hard decline. The cardholder may not make this kind of purchase (ISO 8583 57).
        UserRestriction = "USER_RESTRICTION",
        /// Refused without a more precise code.
        Rejected = "REJECTED",
        /// Rejected, hard. The request is not well-formed.
        InvalidRequest = "INVALID_REQUEST",
        /// Rejected, hard. Yuno failed on its own side.
        InternalError = "INTERNAL_ERROR",
        /// Error, soft. Something failed without a more precise code.
        Error = "ERROR",
        /// Error, soft. The provider reported a failure (ISO 8583 6).
        ProviderError = "PROVIDER_ERROR",
        /// Error, soft. The provider broke down (ISO 8583 98).
        ProviderInternalError = "PROVIDER_INTERNAL_ERROR",
        /// Error, hard. The provider refused the connection's credentials.
        ProviderInvalidCredentials = "PROVIDER_INVALID_CREDENTIALS",
        /// Error, hard. The provider could not make sense of what was sent.
        ProviderInvalidRequest = "PROVIDER_INVALID_REQUEST",
        /// Error, soft. The provider did not answer in time (ISO 8583 68). It may have charged all the same: look the
        /// payment up first.
        ProviderTimeout = "PROVIDER_TIMEOUT",
        /// Error, soft. The provider failed with a code that nobody knows.
        ProviderUnknownError = "PROVIDER_UNKNOWN_ERROR",
        /// Error, hard. The provider has no such operation.
        OperationNotSupported = "OPERATION_NOT_SUPPORTED",
        /// Error, hard. The outcome is unknown and whatever was charged is to be undone.
        ToReverse = "TO_REVERSE",
        /// Error, hard. The provider's answer made no sense (ISO 8583 20).
        ProviderInvalidResponse = "PROVIDER_INVALID_RESPONSE",
        /// Error, hard. The provider refused the version that the connection speaks.
        ProviderInvalidApiVersion = "PROVIDER_INVALID_API_VERSION",
        /// The provider closed the payment because the customer did not pay in time.
        ExpiredByProvider = "EXPIRED_BY_PROVIDER",
        /// The dispute was closed against you.
        Closed = "CLOSED",
        /// A part of the amount was lost in the dispute.
        PartiallyChargebacked = "PARTIALLY_CHARGEBACKED",
        /// The dispute was decided for the cardholder.
        ReviewLost = "REVIEW_LOST",
        /// The dispute was headed off by giving the money back early.
        Prevented = "PREVENTED",
    }
}

open_enum! {
    /// The card network's advice on whether and when to try a declined transaction again, in one wording for
    /// Mastercard, Visa and Elo. Trying against the advice costs fees and approval rate.
    pub enum MerchantAdviceCode {
        /// New account data exist; fetch them, then try again (Mastercard 01).
        UpdateInformation = "UPDATE_INFORMATION",
        /// The reason is temporary; try again later (Mastercard 02).
        TryAgainLater = "TRY_AGAIN_LATER",
        /// This card will not work; ask for another way to pay (Mastercard 03).
        DoNotTryAgain = "DO_NOT_TRY_AGAIN",
        /// The token was not used as its rules demand (Mastercard 04).
        RequirementsNotFulfilled = "REQUIREMENTS_NOT_FULFILLED",
        /// The recurring plan was ended; stop charging (Mastercard 21).
        NoRetryLifeCycle = "NO_RETRY_LIFE_CYCLE",
        /// Short of funds; wait an hour (Mastercard 24).
        RetryAfter1H = "RETRY_AFTER_1_H",
        /// Short of funds; wait 24 hours (Mastercard 25).
        RetryAfter24H = "RETRY_AFTER_24_H",
        /// Short of funds; wait 2 days (Mastercard 26).
        RetryAfter2D = "RETRY_AFTER_2_D",
        /// Short of funds; wait 4 days (Mastercard 27).
        RetryAfter4D = "RETRY_AFTER_4_D",
        /// Short of funds; wait 6 days (Mastercard 28).
        RetryAfter6D = "RETRY_AFTER_6_D",
        /// Short of funds; wait 8 days (Mastercard 29).
        RetryAfter8D = "RETRY_AFTER_8_D",
        /// Short of funds; wait 10 days (Mastercard 30).
        RetryAfter10D = "RETRY_AFTER_10_D",
        /// A prepaid card that cannot be loaded again; do not retry (Mastercard 40).
        NoRetryPolicy = "NO_RETRY_POLICY",
        /// The sanction score is too high; do not retry (Mastercard 42).
        NoRetrySecurity = "NO_RETRY_SECURITY",
        /// A virtual card made for several uses (Mastercard 43).
        MultipleUseCard = "MULTIPLE_USE_CARD",
        /// Data of the card are wrong; correct them before you try again (Visa and Elo only).
        InvalidData = "INVALID_DATA",
    }
}
