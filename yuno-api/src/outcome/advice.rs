//! What to do after a decline: the network's advice as an instruction.

use std::time::Duration;

use super::Hardness;
use crate::types::{MerchantAdviceCode, ResponseCode};

/// What to do after a decline.
///
/// Card networks charge fees for repeats against their advice, and issuers then approve less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Advice {
    /// Do not charge this again as it is. Ask the customer for another way to pay; end a plan that charges by itself.
    DoNotRetry,
    /// Wait at least this long, counted from the decline. Then the same charge may succeed.
    RetryAfter(Duration),
    /// The reason is temporary. The same charge may succeed later, or through another provider.
    TryLater,
    /// The card's data are wrong or have changed. Ask the customer for them, or have the account updater fetch them,
    /// then try again.
    UpdateData,
    /// The issuer wants the cardholder authenticated. Try again with 3-D Secure.
    Authenticate,
    /// The request, or the set-up of the connection to the provider, is at fault. Mend that; until then it will fail
    /// for every customer.
    FixRequest,
    /// **The charge may have been made, by this attempt or by one before.** Find out before you try again.
    FindOutFirst,
    /// Nothing that is known follows from the codes. Do not try again by yourself.
    Unspecified,
}

impl Advice {
    /// The network's advice counts first, then what the response code says in particular, then whether it is hard.
    pub(super) fn from_codes(advice: Option<&MerchantAdviceCode>, code: Option<&ResponseCode>) -> Self {
        if let Some(advice) = advice {
            match BY_ADVICE_CODE.iter().find(|(name, _)| *name == advice.as_str()) {
                Some((_, Some(advice))) => return *advice,
                Some((_, None)) => {}
                // Advice that is not known may well be not to try again.
                None => return Self::Unspecified,
            }
        }
        let Some(code) = code else { return Self::Unspecified };
        if let Some((_, advice)) = BY_RESPONSE_CODE.iter().find(|(name, _)| *name == code.as_str()) {
            return *advice;
        }
        match code.hardness() {
            Hardness::Hard => Self::DoNotRetry,
            Hardness::Soft => Self::TryLater,
            Hardness::Unspecified => Self::Unspecified,
        }
    }

    const fn hours(hours: u64) -> Self {
        Self::RetryAfter(Duration::from_secs(hours * 60 * 60))
    }

    const fn days(days: u64) -> Self {
        Self::hours(days * 24)
    }
}

/// Every merchant advice code. `None` where it says something of the card, but nothing about trying again.
pub(super) const BY_ADVICE_CODE: &[(&str, Option<Advice>)] = &[
    ("UPDATE_INFORMATION", Some(Advice::UpdateData)),
    ("TRY_AGAIN_LATER", Some(Advice::TryLater)),
    ("DO_NOT_TRY_AGAIN", Some(Advice::DoNotRetry)),
    ("REQUIREMENTS_NOT_FULFILLED", Some(Advice::FixRequest)),
    ("NO_RETRY_LIFE_CYCLE", Some(Advice::DoNotRetry)),
    ("RETRY_AFTER_1_H", Some(Advice::hours(1))),
    ("RETRY_AFTER_24_H", Some(Advice::hours(24))),
    ("RETRY_AFTER_2_D", Some(Advice::days(2))),
    ("RETRY_AFTER_4_D", Some(Advice::days(4))),
    ("RETRY_AFTER_6_D", Some(Advice::days(6))),
    ("RETRY_AFTER_8_D", Some(Advice::days(8))),
    ("RETRY_AFTER_10_D", Some(Advice::days(10))),
    ("NO_RETRY_POLICY", Some(Advice::DoNotRetry)),
    ("NO_RETRY_SECURITY", Some(Advice::DoNotRetry)),
    ("MULTIPLE_USE_CARD", None),
    ("INVALID_DATA", Some(Advice::UpdateData)),
];

/// The response codes from which more follows than from hard or soft.
pub(super) const BY_RESPONSE_CODE: &[(&str, Advice)] = &[
    ("NO_RETRY_LIFE_CYCLE", Advice::DoNotRetry),
    ("NO_RETRY_POLICY", Advice::DoNotRetry),
    ("NO_RETRY_SECURITY", Advice::DoNotRetry),
    ("REPORTED_LOST", Advice::DoNotRetry),
    ("REPORTED_STOLEN", Advice::DoNotRetry),
    // The customer meant it.
    ("CANCELLED_BY_USER", Advice::DoNotRetry),
    ("RETRY_AFTER_1_H", Advice::hours(1)),
    ("RETRY_AFTER_24_H", Advice::hours(24)),
    ("RETRY_AFTER_2_D", Advice::days(2)),
    ("RETRY_AFTER_4_D", Advice::days(4)),
    ("RETRY_AFTER_6_D", Advice::days(6)),
    ("RETRY_AFTER_8_D", Advice::days(8)),
    ("RETRY_AFTER_10_D", Advice::days(10)),
    ("BAD_FILLED_INFO", Advice::UpdateData),
    ("EXPIRED_CARD", Advice::UpdateData),
    ("INVALID_CARD_DATA", Advice::UpdateData),
    ("INVALID_CARD_NUMBER", Advice::UpdateData),
    ("INVALID_SECURITY_CODE", Advice::UpdateData),
    ("REJECTED_THREE_D_SECURE_REQUIRED", Advice::Authenticate),
    ("THREE_D_SECURE_REQUIRED", Advice::Authenticate),
    ("COUNTRY_NOT_SUPPORTED", Advice::FixRequest),
    ("CURRENCY_NOT_ALLOWED", Advice::FixRequest),
    ("DISABLED", Advice::FixRequest),
    ("INVALID_AMOUNT", Advice::FixRequest),
    ("INVALID_API", Advice::FixRequest),
    ("INVALID_API_VERSION", Advice::FixRequest),
    ("INVALID_CREDENTIALS", Advice::FixRequest),
    ("INVALID_MERCHANT", Advice::FixRequest),
    ("INVALID_PARAMETERS", Advice::FixRequest),
    ("INVALID_REQUEST", Advice::FixRequest),
    ("MISSING_PARAMETERS", Advice::FixRequest),
    ("OPERATION_NOT_SUPPORTED", Advice::FixRequest),
    ("PROVIDER_INVALID_API_VERSION", Advice::FixRequest),
    ("PROVIDER_INVALID_CREDENTIALS", Advice::FixRequest),
    ("PROVIDER_INVALID_REQUEST", Advice::FixRequest),
    ("TERMINAL_ERROR", Advice::FixRequest),
    ("UNSUPPORTED_OPERATION", Advice::FixRequest),
    // What a provider did that gave no answer, or one that made no sense, nobody knows.
    ("DUPLICATED_TRANSACTION", Advice::FindOutFirst),
    ("ERROR", Advice::FindOutFirst),
    ("INVALID_RESPONSE_FORMAT", Advice::FindOutFirst),
    ("PROVIDER_ERROR", Advice::FindOutFirst),
    ("PROVIDER_INTERNAL_ERROR", Advice::FindOutFirst),
    ("PROVIDER_INVALID_RESPONSE", Advice::FindOutFirst),
    ("PROVIDER_TIMEOUT", Advice::FindOutFirst),
    ("PROVIDER_UNKNOWN_ERROR", Advice::FindOutFirst),
    ("TO_REVERSE", Advice::FindOutFirst),
];
