//! Why a payment, or one transaction of it, was refused.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::Advice;
use crate::{
    accessors::text,
    types::{
        MerchantAdviceCode, Payment, ProviderData, ResponseCode, Transaction, TransactionResult, TransactionStatus,
        TransactionType,
    },
};

/// Why a payment, or one transaction of it, was refused.
#[derive(Clone, Copy, Default)]
pub struct Decline<'a> {
    kind: Option<&'a TransactionType>,
    status: Option<&'a TransactionStatus>,
    response_code: Option<&'a ResponseCode>,
    message: Option<&'a str>,
    advice_code: Option<&'a MerchantAdviceCode>,
    advice_message: Option<&'a str>,
    provider: Option<&'a ProviderData>,
    at: Option<Timestamp>,
}

/// Whether trying again can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hardness {
    /// It may succeed later, or on another route, without a change.
    Soft,
    /// It will not succeed until something is changed.
    Hard,
    /// The code does not say, or is not known. Do not count on a repeat.
    Unspecified,
}

impl<'a> Decline<'a> {
    /// The decline of the transaction that brought the payment to where it stands: the newest one that failed.
    pub(super) fn of_payment(payment: &'a Payment) -> Self {
        let failed = payment.newest(|it| {
            use TransactionStatus::{Declined, Error, Expired, Rejected};
            matches!(it.status, Some(Declined | Rejected | Error | Expired))
        });
        failed.or_else(|| payment.last_transaction()).map(Self::from).unwrap_or_default()
    }

    /// Yuno's wording of the reason, the same for all providers.
    #[must_use]
    pub fn response_code(&self) -> Option<&'a ResponseCode> {
        self.response_code
    }

    /// The reason in words, for people who work for you. It is not meant for the customer.
    #[must_use]
    pub fn message(&self) -> Option<&'a str> {
        self.message
    }

    /// Whether trying again can help.
    #[must_use]
    pub fn hardness(&self) -> Hardness {
        self.response_code.map_or(Hardness::Unspecified, ResponseCode::hardness)
    }

    /// Whether it may succeed later, or on another route, without a change.
    #[must_use]
    pub fn is_soft(&self) -> bool {
        self.hardness() == Hardness::Soft
    }

    /// Whether it will not succeed until something is changed.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.hardness() == Hardness::Hard
    }

    /// What to do: the card network's advice where there is one, else what follows from the response code.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use yuno_api::types::*;
    /// let payment = Payment::decode(br#"{
    ///     "status": "DECLINED",
    ///     "sub_status": "DECLINED",
    ///     "transactions": {
    ///         "type": "PURCHASE",
    ///         "status": "DECLINED",
    ///         "response_code": "INSUFFICIENT_FUNDS",
    ///         "merchant_advice_code": "RETRY_AFTER_24_H"
    ///     }
    /// }"#).unwrap();
    ///
    /// let Outcome::Declined(decline) = payment.outcome() else { panic!("it was declined") };
    /// assert!(decline.is_soft());
    /// assert_eq!(decline.advice(), Advice::RetryAfter(Duration::from_secs(24 * 60 * 60)));
    /// ```
    #[must_use]
    pub fn advice(&self) -> Advice {
        Advice::from_codes(self.advice_code, self.response_code)
    }

    /// The card network's advice, in Yuno's wording.
    #[must_use]
    pub fn merchant_advice_code(&self) -> Option<&'a MerchantAdviceCode> {
        self.advice_code
    }

    /// The card network's advice in words.
    #[must_use]
    pub fn merchant_advice_message(&self) -> Option<&'a str> {
        self.advice_message
    }

    /// Where the advice is to wait: when trying again is allowed.
    #[must_use]
    pub fn retry_not_before(&self) -> Option<Timestamp> {
        let Advice::RetryAfter(wait) = self.advice() else { return None };
        self.at?.checked_add(SignedDuration::try_from(wait).ok()?).ok()
    }

    /// The issuer's answer as an ISO 8583 code of two characters, such as `51`.
    #[must_use]
    pub fn iso8583_code(&self) -> Option<&'a str> {
        let provider = self.provider?;
        text(provider.iso8583_response_code.as_ref()).or_else(|| text(provider.iso8583_code.as_ref()))
    }

    /// What the provider said, in its own codes and words.
    #[must_use]
    pub fn provider_data(&self) -> Option<&'a ProviderData> {
        self.provider
    }

    /// What was refused: a purchase, an authorization, a capture, a fraud screening.
    #[must_use]
    pub fn transaction_type(&self) -> Option<&'a TransactionType> {
        self.kind
    }

    /// How the transaction ended: declined by issuer or provider, rejected before either decided, or broken.
    #[must_use]
    pub fn transaction_status(&self) -> Option<&'a TransactionStatus> {
        self.status
    }
}

impl<'a> From<&'a Transaction> for Decline<'a> {
    fn from(it: &'a Transaction) -> Self {
        Self {
            kind: it.type_.as_ref(),
            status: it.status.as_ref(),
            response_code: it.response_code.as_ref().filter(|code| !code.as_str().is_empty()),
            message: text(it.response_message.as_ref()),
            advice_code: it.merchant_advice_code.as_ref().filter(|code| !code.as_str().is_empty()),
            advice_message: text(it.merchant_advice_code_message.as_ref()),
            provider: it.provider_data.as_deref(),
            at: it.updated_at.or(it.created_at),
        }
    }
}

impl<'a> From<&'a TransactionResult> for Decline<'a> {
    fn from(it: &'a TransactionResult) -> Self {
        Self {
            kind: it.type_.as_ref(),
            status: it.status.as_ref(),
            response_code: it.response_code.as_ref().filter(|code| !code.as_str().is_empty()),
            message: text(it.response_message.as_ref()),
            advice_code: None,
            advice_message: None,
            provider: it.provider_data.as_deref(),
            at: it.updated_at.or(it.created_at),
        }
    }
}

/// Codes only: the messages are the provider's, and may hold anything.
impl fmt::Debug for Decline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decline")
            .field("transaction_type", &self.kind)
            .field("transaction_status", &self.status)
            .field("response_code", &self.response_code)
            .field("hardness", &self.hardness())
            .field("advice", &self.advice())
            .finish_non_exhaustive()
    }
}

impl ResponseCode {
    /// Whether trying again can help. [`Hardness::Unspecified`] for codes that are no refusal.
    #[must_use]
    pub fn hardness(&self) -> Hardness {
        let code = self.as_str();
        if SOFT.contains(&code) {
            Hardness::Soft
        } else if HARD.contains(&code) {
            Hardness::Hard
        } else {
            Hardness::Unspecified
        }
    }
}

/// May succeed later, or on another route.
#[rustfmt::skip]
pub(super) const SOFT: &[&str] = &[
    "ACQUIRE_CONTINGENCY", "BANK_NOT_SUPPORTED", "CALL_FOR_AUTHORIZE", "CANCELLED_BY_USER", "DECLINED_BY_BANK",
    "DECLINED_BY_PROVIDER", "DISABLED", "DO_NOT_HONOR", "DUPLICATED_TRANSACTION", "FIRST_USE", "FRAUD_VALIDATION",
    "INSUFFICIENT_FUNDS", "INVALID_AMOUNT", "INVALID_ISSUER", "INVALID_MERCHANT", "INVALID_STATUS",
    "INVALID_RESPONSE_FORMAT", "ISSUER_VIOLATION", "REJECTED_THREE_D_SECURE_REQUIRED", "REFER_TO_CARD_ISSUER",
    "REQUESTS_EXCEEDED", "RESTRICTED_BY_BANK", "TERMINAL_ERROR", "THREE_D_SECURE_REQUIRED", "UNKNOWN_ERROR",
    // Of a payment. Of a dispute that is lost it says nothing about trying again.
    "EXPIRED",
    // Not refused, but broken.
    "ERROR", "PROVIDER_ERROR", "PROVIDER_INTERNAL_ERROR", "PROVIDER_TIMEOUT", "PROVIDER_UNKNOWN_ERROR",
];

/// Will not succeed until something is changed.
#[rustfmt::skip]
pub(super) const HARD: &[&str] = &[
    "BAD_FILLED_INFO", "COUNTRY_NOT_SUPPORTED", "CURRENCY_NOT_ALLOWED", "EXPIRED_CARD", "INVALID_CARD_DATA",
    "INVALID_CARD_NUMBER", "INVALID_API", "INVALID_API_VERSION", "INVALID_CREDENTIALS", "INVALID_PARAMETERS",
    "INVALID_SECURITY_CODE", "INVALID_TRANSACTION", "MISSING_PARAMETERS", "NO_RETRY_LIFE_CYCLE", "NO_RETRY_POLICY",
    "NO_RETRY_SECURITY", "RETRY_AFTER_1_H", "RETRY_AFTER_24_H", "RETRY_AFTER_2_D", "RETRY_AFTER_4_D",
    "RETRY_AFTER_6_D", "RETRY_AFTER_8_D", "RETRY_AFTER_10_D", "REPORTED_LOST", "REPORTED_STOLEN",
    "TRANSACTION_NOT_FOUND", "UNAVAILABLE_PAYMENT_METHOD", "UNSUPPORTED_OPERATION", "USER_RESTRICTION",
    // Rejected before an issuer decided.
    "INVALID_REQUEST", "INTERNAL_ERROR",
    // Not refused, but broken.
    "PROVIDER_INVALID_CREDENTIALS", "PROVIDER_INVALID_REQUEST", "OPERATION_NOT_SUPPORTED", "TO_REVERSE",
    "PROVIDER_INVALID_RESPONSE", "PROVIDER_INVALID_API_VERSION",
];
