//! How a step of a payment is to end: by the test card, else by the description, else well.
//!
//! A description decides where it is nothing but a response code, as with the vendor's test gateway: `DO_NOT_HONOR`. So
//! that everything can be reached, it may also be a sub-status (`PENDING_OTP_COMPLETION`), have the transaction's status
//! before the code where a code comes with several (`REJECTED COUNTRY_NOT_SUPPORTED`), and the network's advice after it
//! (`DECLINED_BY_BANK TRY_AGAIN_LATER`).

use serde::{Deserialize, Serialize};
use yuno_api::types::{
    CardData, MerchantAdviceCode, PaymentStatus, PaymentSubStatus, ResponseCode, ThreeDSecureOutcome, TransactionStatus,
};

use super::{
    codes::{self, CODES},
    test_cards,
};

/// How a step ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Verdict {
    /// Which step it is about.
    pub step: Step,
    pub status: TransactionStatus,
    pub code: ResponseCode,
    pub advice: Option<MerchantAdviceCode>,
    /// Where the payment stands then, where that does not follow from the transaction.
    pub state: Option<(PaymentStatus, PaymentSubStatus)>,
    /// How 3-D Secure ended, in its own letters.
    pub authenticated: Option<ThreeDSecureOutcome>,
}

/// A step of a payment that can end in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Step {
    /// Nothing is begun at all.
    Nothing,
    /// The screening for fraud before the charge.
    Screening,
    /// 3-D Secure.
    Authentication,
    /// The purchase, authorization or verification; the capture, cancellation or refund.
    Charge,
    /// A screening after the charge.
    LateScreening,
    /// What becomes of a chargeback, should one come.
    Dispute,
}

/// Sub-statuses that no response code leads to: their name, and the transaction's status and code.
static SITUATIONS: &[(&str, Step, &str, &str, &str)] = &[
    ("CREATED", Step::Nothing, "CREATED", "SUCCEEDED", "CREATED"),
    ("READY_TO_PAY", Step::Charge, "CREATED", "ACTION_REQUIRED", "READY_TO_PAY"),
    ("IN_PROCESS", Step::Charge, "CREATED", "SUCCEEDED", "PENDING"),
    ("WAITING_ADDITIONAL_STEP", Step::Charge, "PENDING", "PENDING_PROVIDER_CONFIRMATION", "PENDING"),
    ("PENDING_OTP_COMPLETION", Step::Charge, "PENDING", "PENDING_PROVIDER_CONFIRMATION", "PENDING"),
    ("PARTIALLY_APPROVED", Step::Charge, "SUCCEEDED", "SUCCEEDED", "SUCCEEDED"),
    ("FRAUD_DECLINED", Step::LateScreening, "DECLINED", "FRAUD_VERIFICATION_DECLINED", "SUCCEEDED"),
    ("TIMEOUT", Step::Charge, "ERROR", "PROVIDER_TIMEOUT", "ERROR"),
    ("PENDING_REVERSE", Step::Charge, "ERROR", "TO_REVERSE", "ERROR"),
    ("REVERSED_BY_TIMEOUT", Step::Charge, "ERROR", "PROVIDER_TIMEOUT", "ERROR"),
];

impl Verdict {
    pub(super) fn new(step: Step, status: TransactionStatus, code: ResponseCode) -> Self {
        let declined = status == TransactionStatus::Declined;
        let advice = codes::usual_advice(&code).filter(|_| declined);
        Self { step, status, code, advice, state: None, authenticated: None }
    }

    pub(super) fn success() -> Self {
        Self::new(Step::Charge, TransactionStatus::Succeeded, ResponseCode::Succeeded)
    }

    pub(super) fn in_state(mut self, status: PaymentStatus, sub_status: PaymentSubStatus) -> Self {
        self.state = Some((status, sub_status));
        self
    }

    /// The customer has a step left to take.
    pub(super) fn waits_for_customer() -> Self {
        Self::new(Step::Charge, TransactionStatus::Pending, ResponseCode::PendingProviderConfirmation)
            .in_state(PaymentStatus::Pending, PaymentSubStatus::WaitingAdditionalStep)
    }

    /// The customer has not begun to pay.
    pub(super) fn ready_to_pay() -> Self {
        Self::new(Step::Charge, TransactionStatus::Created, ResponseCode::ActionRequired)
            .in_state(PaymentStatus::ReadyToPay, PaymentSubStatus::Created)
    }

    /// What the test gateway's table says of a card.
    pub(super) fn of_card(card: &CardData) -> Option<Self> {
        test_cards::outcome(card).and_then(|code| of_code(None, code))
    }

    /// What a description says, where it is more than a description.
    pub(super) fn of_description(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        match *words.as_slice() {
            [code] => of_word(code),
            [one, two] => of_code(Some(one), two).or_else(|| of_word(one)?.advised(two)),
            [status, code, advice] => of_code(Some(status), code)?.advised(advice),
            _ => None,
        }
    }

    /// What 3-D Secure's simulator says of a card.
    pub(super) fn of_authentication(card: &CardData) -> Option<Self> {
        test_cards::authentication(card).map(Self::of_simulation)
    }

    fn of_simulation(result: &str) -> Self {
        use ThreeDSecureOutcome as Outcome;
        let new = |status, code| Self::new(Step::Authentication, status, code);
        let passed = || new(TransactionStatus::Succeeded, ResponseCode::SucceededThreeDSecure);
        match result {
            "BROWSER_CHALLENGE" | "APPLICATION_CHALLENGE" => Self::challenge(),
            "AUTHENTICATED_BROWSER_FRICTIONLESS" | "AUTHENTICATED_APPLICATION_FRICTIONLESS" | "THREE_RI" => {
                passed().authenticated(Outcome::Authenticated)
            }
            "ATTEMPTED_BROWSER_FRICTIONLESS" => passed().authenticated(Outcome::Attempted),
            // The issuer is not there to be asked: the charge goes on without an authentication.
            "UNAVAILABLE_BROWSER_FRICTIONLESS" | "NOT_ENROLLED" => passed().authenticated(Outcome::Unavailable),
            "NOT_AUTHENTICATED_BROWSER_FRICTIONLESS" | "NOT_AUTHENTICATED_APPLICATION_FRICTIONLESS" => {
                new(TransactionStatus::Declined, ResponseCode::AuthenticationFailedThreeDSecure)
                    .authenticated(Outcome::Failed)
            }
            "TIMEOUT" => new(TransactionStatus::Error, ResponseCode::ProviderTimeout)
                .in_state(PaymentStatus::Error, PaymentSubStatus::Timeout),
            "SERVER_ERROR" => new(TransactionStatus::Error, ResponseCode::ProviderInternalError),
            result if result.starts_with("IREQ_") => {
                new(TransactionStatus::Error, ResponseCode::ProviderInvalidRequest)
            }
            result if result.starts_with("ERROR_") => new(TransactionStatus::Error, ResponseCode::ProviderError),
            // What is left are messages of the directory server that break the protocol.
            _ => new(TransactionStatus::Error, ResponseCode::ProviderInvalidResponse),
        }
    }

    fn challenge() -> Self {
        Self::new(Step::Authentication, TransactionStatus::Pending, ResponseCode::ChallengeRequired)
    }

    fn authenticated(mut self, outcome: ThreeDSecureOutcome) -> Self {
        self.authenticated = Some(outcome);
        self
    }

    fn advised(mut self, advice: &str) -> Option<Self> {
        self.advice = Some(codes::advice(advice)?);
        Some(self)
    }
}

fn of_word(word: &str) -> Option<Verdict> {
    let situation = SITUATIONS.iter().find(|(name, ..)| *name == word);
    let Some((name, step, transaction, code, status)) = situation else { return of_code(None, word) };
    let sub_status = if *name == "READY_TO_PAY" { "CREATED" } else { name };
    let verdict = Verdict::new(*step, (*transaction).into(), (*code).into());
    Some(verdict.in_state((*status).into(), sub_status.into()))
}

/// What a response code says, with the transaction's status or the first that it comes with.
fn of_code(status: Option<&str>, code: &str) -> Option<Verdict> {
    use {PaymentStatus as Status, PaymentSubStatus as Sub, ResponseCode as Code};
    let row = CODES.iter().find(|(of, name, _)| *name == code && status.is_none_or(|status| status == *of))?;
    let (status, code) = (TransactionStatus::from(row.0), ResponseCode::from(row.1));
    let step = match (&status, &code) {
        (TransactionStatus::Won | TransactionStatus::Lost | TransactionStatus::Prevented, _) => Step::Dispute,
        (_, Code::Received | Code::PendingReview) => Step::Dispute,
        (_, Code::FraudVerified | Code::FraudVerificationDeclined | Code::PendingFraudReview) => Step::Screening,
        (
            _,
            Code::SucceededThreeDSecure
            | Code::ChallengeRequired
            | Code::AuthenticationAttempt
            | Code::AuthenticationFailedThreeDSecure,
        ) => Step::Authentication,
        _ => Step::Charge,
    };
    let verdict = Verdict::new(step, status, code);
    Some(match (&verdict.status, &verdict.code) {
        (_, Code::ActionRequired) => verdict.in_state(Status::ReadyToPay, Sub::Created),
        (TransactionStatus::Created, Code::Succeeded) => verdict.in_state(Status::Pending, Sub::InProcess),
        (_, Code::ProviderTimeout) => verdict.in_state(Status::Error, Sub::Timeout),
        (_, Code::ToReverse) => verdict.in_state(Status::Error, Sub::PendingReverse),
        _ => verdict,
    })
}
