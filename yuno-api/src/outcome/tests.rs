#![allow(clippy::unwrap_used, clippy::panic)]

mod declines;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{
    facts,
    types::{PaymentStatus, PaymentSubStatus},
    wire::Decode,
};

fn payment(json: &str) -> Payment {
    Payment::decode(json.as_bytes()).unwrap()
}

fn in_state(status: &str, sub_status: &str) -> Payment {
    payment(&serde_json::json!({"status": status, "sub_status": sub_status}).to_string())
}

/// The outcome in words, with what a merchant decides on.
fn told(payment: &Payment) -> String {
    match payment.outcome() {
        Outcome::PartlySettled(part) => format!("partly settled: {:?}", part.kind()),
        Outcome::Reversed(it) => format!("reversed: {:?} {:?} {:?}", it.kind(), it.state(), it.extent()),
        Outcome::Failed(it) => format!("failed: {:?}, charged: {:?}", it.kind(), it.charged()),
        other => other.as_str().replace('_', " "),
    }
}

/// Status, sub-status, outcome, whether it is final.
const STATES: &[(&str, &str, &str, bool)] = &[
    ("CREATED", "CREATED", "pending", false),
    ("READY_TO_PAY", "CREATED", "action required", false),
    ("PENDING", "AUTHORIZED", "authorized", true),
    ("PENDING", "IN_PROCESS", "pending", false),
    ("PENDING", "WAITING_ADDITIONAL_STEP", "action required", false),
    ("PENDING", "PENDING_PROVIDER_CONFIRMATION", "pending", false),
    ("PENDING", "PENDING_FRAUD_REVIEW", "pending", false),
    ("PENDING", "PENDING_OTP_COMPLETION", "action required", false),
    ("VERIFIED", "VERIFIED", "verified", true),
    ("EXPIRED", "EXPIRED", "failed: Expired, charged: No", true),
    ("REJECTED", "REJECTED", "declined", true),
    ("DECLINED", "DECLINED", "declined", true),
    ("DECLINED", "FRAUD_DECLINED", "declined", true),
    ("SUCCEEDED", "PARTIALLY_APPROVED", "partly settled: Approved", true),
    ("SUCCEEDED", "APPROVED", "settled", true),
    ("SUCCEEDED", "CAPTURED", "settled", true),
    ("SUCCEEDED", "PARTIALLY_CAPTURED", "partly settled: Captured", true),
    ("SUCCEEDED", "PARTIALLY_REFUNDED", "reversed: Refund Done Part", true),
    ("SUCCEEDED", "PARTIALLY_CHARGEBACKED", "reversed: Chargeback Done Part", true),
    ("SUCCEEDED", "FRAUD_DECLINED", "failed: FraudAfterCharge, charged: Yes", true),
    ("SUCCEEDED", "REFUND_RETRY_IN_PROCESS", "reversed: Refund InProgress Unknown", false),
    ("SUCCEEDED", "CAPTURE_RETRY_IN_PROCESS", "pending", false),
    ("SUCCEEDED", "CAPTURE_RETRY_PROCESS_FAILED", "failed: CaptureFailed, charged: No", true),
    ("REFUNDED", "PENDING_PROVIDER_CONFIRMATION", "reversed: Refund InProgress Whole", false),
    ("REFUNDED", "REFUNDED", "reversed: Refund Done Whole", true),
    ("CANCELED", "PENDING_PROVIDER_CONFIRMATION", "reversed: Cancellation InProgress Whole", false),
    ("CANCELED", "CANCELED", "reversed: Cancellation Done Whole", true),
    ("IN_DISPUTE", "RECEIVED", "reversed: Chargeback Contested Unknown", false),
    ("IN_DISPUTE", "PENDING_REVIEW", "reversed: Chargeback Contested Unknown", false),
    ("CHARGEBACK", "LOST", "reversed: Chargeback Done Whole", true),
    ("ERROR", "ERROR", "failed: Error, charged: Maybe", false),
    ("ERROR", "TIMEOUT", "failed: Timeout, charged: Maybe", false),
    ("ERROR", "PENDING_REVERSE", "failed: BeingReversed, charged: Maybe", false),
    ("ERROR", "REVERSED_BY_TIMEOUT", "failed: ReversedAfterTimeout, charged: No", true),
    ("FRAUD", "FRAUD_VERIFIED", "verified", true),
];

#[test]
fn every_state_has_its_outcome() {
    for (status, sub_status, outcome, is_final) in STATES {
        let payment = in_state(status, sub_status);
        assert_eq!(told(&payment), *outcome, "{status}/{sub_status}");
        assert_eq!(payment.outcome().is_final(), *is_final, "{status}/{sub_status}");
    }
}

#[test]
fn the_states_are_those_of_the_facts() {
    let Some(facts) = facts::table("payment-status.tsv") else { return };
    let theirs: BTreeSet<_> = facts.iter().map(|row| (&*row["status"], &*row["sub_status"])).collect();
    let ours: BTreeSet<_> = STATES.iter().map(|(status, sub_status, ..)| (*status, *sub_status)).collect();
    assert_eq!(ours, theirs);
}

#[test]
fn any_other_pair_is_unknown() {
    let known: BTreeSet<_> = STATES.iter().map(|(status, sub_status, ..)| (*status, *sub_status)).collect();
    for status in PaymentStatus::KNOWN {
        for sub_status in PaymentSubStatus::KNOWN {
            let pair = (status.as_str(), sub_status.as_str());
            if !known.contains(&pair) {
                assert!(matches!(in_state(pair.0, pair.1).outcome(), Outcome::Unknown(_)), "{pair:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn only_two_states_are_settled(status in "(?s).{0,12}|SUCCEEDED", sub_status in "(?s).{0,12}|APPROVED|CAPTURED") {
        let payment = in_state(&status, &sub_status);
        let settled = status == "SUCCEEDED" && (sub_status == "APPROVED" || sub_status == "CAPTURED");
        prop_assert_eq!(matches!(payment.outcome(), Outcome::Settled), settled);
    }
}

#[test]
fn what_is_missing_or_new_is_unknown() {
    for json in [
        "{}",
        r#"{"status": "SUCCEEDED"}"#,
        r#"{"status": "SUCCEEDED", "sub_status": null}"#,
        r#"{"status": "SUCCEEDED", "sub_status": ""}"#,
        r#"{"status": "succeeded", "sub_status": "approved"}"#,
        r#"{"status": ["SUCCEEDED"], "sub_status": "APPROVED"}"#,
        r#"{"sub_status": "APPROVED"}"#,
        r#"{"status": "SUCCEEDED", "sub_status": "4111111111111111"}"#,
    ] {
        let payment = payment(json);
        let outcome = payment.outcome();
        assert!(matches!(outcome, Outcome::Unknown(_)), "{json}");
        assert!(!outcome.is_final());
        assert!(!format!("{outcome:?}").contains("4111"));
    }
}

#[test]
fn a_wrapped_payment_is_the_one_that_counts() {
    let payment = payment(
        r#"{"status": "SUCCEEDED", "sub_status": "APPROVED", "payment": {"status": "DECLINED", "sub_status": "DECLINED"}}"#,
    );
    assert!(matches!(payment.outcome(), Outcome::Declined(_)));
}

#[test]
fn a_part_says_how_much() {
    let payment = payment(
        r#"{"status": "SUCCEEDED", "sub_status": "PARTIALLY_CAPTURED",
            "amount": {"currency": "USD", "value": 300, "captured": 100.5, "refunded": 0}}"#,
    );
    let Outcome::PartlySettled(part) = payment.outcome() else { panic!() };
    assert_eq!(part.taken().unwrap().to_string(), "USD 100.50");
    assert_eq!(part.asked().unwrap().to_string(), "USD 300.00");

    // Nought is what the API writes where it does not say.
    let payment = self::payment(
        r#"{"status": "SUCCEEDED", "sub_status": "PARTIALLY_APPROVED",
            "amount": {"currency": "USD", "value": 300, "captured": 0}}"#,
    );
    let Outcome::PartlySettled(part) = payment.outcome() else { panic!() };
    assert_eq!(part.taken(), None);
}

#[test]
fn the_step_has_the_address_of_whichever_kind() {
    for kind in ["card", "bank_transfer", "wallet", "bnpl", "payment_link", "ticket", "a_kind_that_is_new"] {
        for holder in ["payment_method_detail", "detail"] {
            let detail = serde_json::json!({kind: {"redirect_url": "https://example.com/pay"}});
            let method = serde_json::json!({"type": "X", holder: detail});
            let in_payment = serde_json::json!({
                "status": "PENDING", "sub_status": "WAITING_ADDITIONAL_STEP", "payment_method": method,
            });
            let in_transaction = serde_json::json!({
                "status": "PENDING", "sub_status": "WAITING_ADDITIONAL_STEP",
                "transactions": [
                    {"id": "a", "status": "PENDING", "created_at": "2026-01-02T00:00:00Z", "payment_method": method},
                    {"id": "b", "status": "SUCCEEDED", "created_at": "2026-01-01T00:00:00Z"},
                ],
            });
            for json in [in_payment, in_transaction] {
                let payment = payment(&json.to_string());
                let Outcome::ActionRequired(step) = payment.outcome() else { panic!("{json}") };
                assert_eq!(step.url(), Some("https://example.com/pay"), "{json}");
                assert_eq!(step.kind(), StepKind::Redirect);
                // Whoever has the address can go on with the payment.
                assert!(!format!("{step:?}").contains("example.com"));
            }
        }
    }
}

#[test]
fn an_attempt_that_is_over_sends_nobody_anywhere() {
    let payment = payment(
        r#"{"status": "READY_TO_PAY", "sub_status": "CREATED", "transactions": [
            {"id": "a", "status": "DECLINED", "created_at": "2026-01-01T00:00:00Z",
             "payment_method": {"detail": {"card": {"redirect_url": "https://example.com/old"}}}},
            {"id": "b", "status": "CREATED", "created_at": "2026-01-02T00:00:00Z"}]}"#,
    );
    let Outcome::ActionRequired(step) = payment.outcome() else { panic!() };
    assert_eq!((step.url(), step.kind()), (None, StepKind::Unspecified));
}

#[test]
fn steps_without_an_address() {
    let step_of = |json: &str| {
        let payment = payment(json);
        let Outcome::ActionRequired(step) = payment.outcome() else { panic!("{json}") };
        (step.kind(), step.instruction().map(str::to_owned), step.ticket().is_some())
    };
    let sdk = r#"{"status": "READY_TO_PAY", "sub_status": "CREATED", "checkout": {"sdk_action_required": true},
        "payment_method": {"payment_method_detail": {"bank_transfer": {"redirect_url": "https://example.com"}}}}"#;
    assert_eq!(step_of(sdk), (StepKind::ContinueInSdk, None, false));

    let ticket = r#"{"status": "READY_TO_PAY", "sub_status": "CREATED", "workflow": "DIRECT",
        "checkout": {"sdk_action_required": true}, "payment_method": {"payment_method_detail":
            {"ticket": {"provider_number": "123", "payment_instruction": "Pay at the till.", "redirect_url": ""}}}}"#;
    assert_eq!(step_of(ticket), (StepKind::Show, Some("Pay at the till.".to_owned()), true));

    let otp = r#"{"status": "PENDING", "sub_status": "PENDING_OTP_COMPLETION"}"#;
    assert_eq!(step_of(otp), (StepKind::OneTimePassword, None, false));

    // Made, and the SDK has not begun: the customer's turn. Without a step there is nothing to show.
    let created = r#"{"status": "CREATED", "sub_status": "CREATED", "checkout": {"sdk_action_required": true}}"#;
    assert_eq!(step_of(created), (StepKind::ContinueInSdk, None, false));
}

#[test]
fn nobody_is_sent_to_the_provider_twice() {
    let payment = payment(
        r#"{"status": "PENDING", "sub_status": "IN_PROCESS", "checkout": {"sdk_action_required": true},
            "payment_method": {"payment_method_detail": {"wallet": {"redirect_url": "https://example.com/pay"}}}}"#,
    );
    assert!(matches!(payment.outcome(), Outcome::Pending));
}
