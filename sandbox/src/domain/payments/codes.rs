//! Response codes: with which status each comes, its ISO 8583 code, and the network's advice that goes with it.

use yuno_api::types::{MerchantAdviceCode, ResponseCode};

/// Status of the transaction, response code, and the issuer's code in ISO 8583 where there is one.
pub(super) static CODES: &[(&str, &str, &str)] = &[
    ("SUCCEEDED", "SUCCEEDED", "00"),
    ("SUCCEEDED", "FRAUD_VERIFIED", ""),
    ("SUCCEEDED", "SUCCEEDED_THREE_D_SECURE", ""),
    ("WON", "REVIEW_WON", ""),
    ("CREATED", "ACTION_REQUIRED", ""),
    ("CREATED", "SUCCEEDED", ""),
    ("CREATED", "RECEIVED", ""),
    ("PENDING", "CHALLENGE_REQUIRED", ""),
    ("PENDING", "IN_REVIEW", ""),
    ("PENDING", "PENDING_FRAUD_REVIEW", ""),
    ("PENDING", "PENDING_PROVIDER_CONFIRMATION", ""),
    ("PENDING", "PENDING_REVIEW", ""),
    ("DECLINED", "ACCOUNT_STATUS", ""),
    ("DECLINED", "ACQUIRE_CONTINGENCY", "22"),
    ("DECLINED", "AUTHENTICATION_ATTEMPT", ""),
    ("DECLINED", "AUTHENTICATION_FAILED_THREE_D_SECURE", ""),
    ("DECLINED", "BAD_FILLED_INFO", "30"),
    ("DECLINED", "BANK_NOT_SUPPORTED", "31"),
    ("DECLINED", "CALL_FOR_AUTHORIZE", "66"),
    ("DECLINED", "CANCELLED_BY_USER", "17"),
    ("DECLINED", "COUNTRY_NOT_SUPPORTED", ""),
    ("DECLINED", "CURRENCY_NOT_ALLOWED", ""),
    ("DECLINED", "DECLINED_BY_BANK", ""),
    ("DECLINED", "DECLINED_BY_PROVIDER", ""),
    ("DECLINED", "DISABLED", ""),
    ("DECLINED", "DO_NOT_HONOR", "05"),
    ("DECLINED", "DUPLICATED_TRANSACTION", "26"),
    ("DECLINED", "EXPIRED", ""),
    ("DECLINED", "EXPIRED_CARD", "33"),
    ("DECLINED", "FIRST_USE", "78"),
    ("DECLINED", "FRAUD_VALIDATION", "34"),
    ("DECLINED", "FRAUD_VERIFICATION_DECLINED", ""),
    ("DECLINED", "INSUFFICIENT_FUNDS", "51"),
    ("DECLINED", "INVALID_AMOUNT", "13"),
    ("DECLINED", "INVALID_CARD_DATA", "56"),
    ("DECLINED", "INVALID_CARD_NUMBER", "14"),
    ("DECLINED", "INVALID_API", ""),
    ("DECLINED", "INVALID_API_VERSION", ""),
    ("DECLINED", "INVALID_CREDENTIALS", ""),
    ("DECLINED", "INVALID_ISSUER", "15"),
    ("DECLINED", "INVALID_MERCHANT", "03"),
    ("DECLINED", "INVALID_PARAMETERS", ""),
    ("DECLINED", "INVALID_SECURITY_CODE", "56"),
    ("DECLINED", "INVALID_STATUS", ""),
    ("DECLINED", "INVALID_RESPONSE_FORMAT", ""),
    ("DECLINED", "INVALID_TRANSACTION", "12"),
    ("DECLINED", "ISSUER_VIOLATION", "93"),
    ("DECLINED", "MISSING_PARAMETERS", ""),
    ("DECLINED", "NO_RETRY_LIFE_CYCLE", "79"),
    ("DECLINED", "NO_RETRY_POLICY", "82"),
    ("DECLINED", "NO_RETRY_SECURITY", "83"),
    ("DECLINED", "RETRY_AFTER_1_H", ""),
    ("DECLINED", "RETRY_AFTER_24_H", ""),
    ("DECLINED", "RETRY_AFTER_2_D", ""),
    ("DECLINED", "RETRY_AFTER_4_D", ""),
    ("DECLINED", "RETRY_AFTER_6_D", ""),
    ("DECLINED", "RETRY_AFTER_8_D", ""),
    ("DECLINED", "RETRY_AFTER_10_D", ""),
    ("DECLINED", "REJECTED_THREE_D_SECURE_REQUIRED", ""),
    ("DECLINED", "REFER_TO_CARD_ISSUER", "01"),
    ("DECLINED", "REPORTED_LOST", "41"),
    ("DECLINED", "REPORTED_STOLEN", "43"),
    ("DECLINED", "REQUESTS_EXCEEDED", ""),
    ("DECLINED", "RESTRICTED_BY_BANK", "62"),
    ("DECLINED", "TERMINAL_ERROR", "58"),
    ("DECLINED", "THREE_D_SECURE_REQUIRED", ""),
    ("DECLINED", "TRANSACTION_NOT_FOUND", "25"),
    ("DECLINED", "UNAVAILABLE_PAYMENT_METHOD", ""),
    ("DECLINED", "UNSUPPORTED_OPERATION", "40"),
    ("DECLINED", "UNKNOWN_ERROR", ""),
    ("DECLINED", "USER_RESTRICTION", "57"),
    ("REJECTED", "COUNTRY_NOT_SUPPORTED", ""),
    ("REJECTED", "CURRENCY_NOT_ALLOWED", ""),
    ("REJECTED", "INVALID_PARAMETERS", ""),
    ("REJECTED", "INVALID_REQUEST", ""),
    ("REJECTED", "INTERNAL_ERROR", ""),
    ("REJECTED", "MISSING_PARAMETERS", ""),
    ("ERROR", "ERROR", ""),
    ("ERROR", "PROVIDER_ERROR", "06"),
    ("ERROR", "PROVIDER_INTERNAL_ERROR", "98"),
    ("ERROR", "PROVIDER_INVALID_CREDENTIALS", ""),
    ("ERROR", "PROVIDER_INVALID_REQUEST", ""),
    ("ERROR", "PROVIDER_TIMEOUT", "68"),
    ("ERROR", "PROVIDER_UNKNOWN_ERROR", ""),
    ("ERROR", "OPERATION_NOT_SUPPORTED", ""),
    ("ERROR", "TO_REVERSE", ""),
    ("ERROR", "PROVIDER_INVALID_RESPONSE", "20"),
    ("ERROR", "PROVIDER_INVALID_API_VERSION", ""),
    ("EXPIRED", "EXPIRED_BY_PROVIDER", ""),
    ("LOST", "CLOSED", ""),
    ("LOST", "EXPIRED", ""),
    ("LOST", "PARTIALLY_CHARGEBACKED", ""),
    ("LOST", "REVIEW_LOST", ""),
    ("PREVENTED", "PREVENTED", ""),
];

/// Advice, Mastercard's code for it, Visa's and Elo's.
static ADVICE: &[(&str, &str, &str)] = &[
    ("UPDATE_INFORMATION", "01", ""),
    ("TRY_AGAIN_LATER", "02", "51"),
    ("DO_NOT_TRY_AGAIN", "03", "14"),
    ("REQUIREMENTS_NOT_FULFILLED", "04", ""),
    ("NO_RETRY_LIFE_CYCLE", "21", ""),
    ("RETRY_AFTER_1_H", "24", ""),
    ("RETRY_AFTER_24_H", "25", ""),
    ("RETRY_AFTER_2_D", "26", ""),
    ("RETRY_AFTER_4_D", "27", ""),
    ("RETRY_AFTER_6_D", "28", ""),
    ("RETRY_AFTER_8_D", "29", ""),
    ("RETRY_AFTER_10_D", "30", ""),
    ("NO_RETRY_POLICY", "40", ""),
    ("NO_RETRY_SECURITY", "42", ""),
    ("MULTIPLE_USE_CARD", "43", ""),
    ("INVALID_DATA", "", "54"),
];

/// The issuer's code in ISO 8583 that leads to a response code.
pub(super) fn iso8583(status: &str, code: &ResponseCode) -> Option<&'static str> {
    let row = CODES.iter().find(|(of, name, _)| *of == status && *name == code.as_str())?;
    Some(row.2).filter(|iso| !iso.is_empty())
}

/// The advice of this name.
pub(super) fn advice(name: &str) -> Option<MerchantAdviceCode> {
    ADVICE.iter().any(|(known, ..)| *known == name).then(|| name.into())
}

/// What the networks usually advise with a decline.
pub(super) fn usual_advice(code: &ResponseCode) -> Option<MerchantAdviceCode> {
    use MerchantAdviceCode as Advice;
    use ResponseCode as Code;
    match code {
        Code::InsufficientFunds => Some(Advice::RetryAfter24H),
        Code::AcquireContingency | Code::DoNotHonor | Code::DeclinedByBank | Code::RequestsExceeded => {
            Some(Advice::TryAgainLater)
        }
        Code::InvalidCardNumber
        | Code::InvalidTransaction
        | Code::ReportedLost
        | Code::ReportedStolen
        | Code::UserRestriction => Some(Advice::DoNotTryAgain),
        Code::ExpiredCard => Some(Advice::UpdateInformation),
        Code::InvalidCardData | Code::InvalidSecurityCode => Some(Advice::InvalidData),
        code => advice(code.as_str()),
    }
}

/// The network's own code for an advice: Mastercard's, and where Mastercard has none, Visa's.
pub(super) fn network_code(advice: &MerchantAdviceCode) -> Option<&'static str> {
    let (_, mastercard, visa) = ADVICE.iter().find(|(name, ..)| *name == advice.as_str())?;
    [*mastercard, *visa].into_iter().find(|code| !code.is_empty())
}

/// A code in words: `INSUFFICIENT_FUNDS` as `Insufficient funds`.
pub(super) fn in_words(code: &str) -> String {
    let mut words = code.replace('_', " ").to_lowercase();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
