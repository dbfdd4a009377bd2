use std::{collections::BTreeSet, time::Duration};

use super::{in_state, payment};
use crate::{
    facts,
    outcome::{
        advice::{BY_ADVICE_CODE, BY_RESPONSE_CODE},
        decline::{HARD, SOFT},
        *,
    },
    types::{MerchantAdviceCode, ResponseCode, Transaction, TransactionStatus},
    wire::Decode,
};

fn transaction(status: &str, code: &str, advice: &str) -> Transaction {
    let json = serde_json::json!({
        "type": "PURCHASE", "status": status, "response_code": code, "merchant_advice_code": advice,
        "created_at": "2026-01-01T00:00:00Z",
        "provider_data": {"iso8583_response_code": "51", "response_message": "4111111111111111"},
        "response_message": "4111111111111111",
    });
    Transaction::decode(json.to_string().as_bytes()).unwrap()
}

#[test]
fn hardness_is_that_of_the_facts() {
    for row in facts::table("response-codes.tsv").unwrap_or_default() {
        // That a dispute's time ran out says nothing about charging again.
        if row["transaction_status"] == "LOST" {
            continue;
        }
        let wanted = match &*row["hard_or_soft_decline"] {
            "HARD" => Hardness::Hard,
            "SOFT" => Hardness::Soft,
            _ => Hardness::Unspecified,
        };
        assert_eq!(ResponseCode::from(&*row["response_code"]).hardness(), wanted, "{}", row["response_code"]);
    }
}

#[test]
fn advice_is_that_of_the_facts() {
    let Some(facts) = facts::table("merchant-advice-codes.tsv") else { return };
    let theirs: BTreeSet<_> = facts.iter().map(|row| &*row["merchant_advice_code"]).collect();
    assert_eq!(BY_ADVICE_CODE.iter().map(|(code, _)| *code).collect::<BTreeSet<_>>(), theirs);
}

#[test]
fn tables_hold_known_codes_once() {
    let codes = SOFT.iter().chain(HARD).copied();
    let response_codes: Vec<_> = codes.clone().chain(BY_RESPONSE_CODE.iter().map(|(code, _)| *code)).collect();
    for code in response_codes {
        assert!(ResponseCode::KNOWN.contains(&ResponseCode::from(code)), "{code}");
    }
    for (code, _) in BY_ADVICE_CODE {
        assert!(MerchantAdviceCode::KNOWN.contains(&MerchantAdviceCode::from(*code)), "{code}");
    }
    let all: Vec<_> = codes.collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    let named: BTreeSet<_> = BY_RESPONSE_CODE.iter().map(|(code, _)| code).collect();
    assert_eq!(named.len(), BY_RESPONSE_CODE.len());
}

#[test]
fn advice_comes_from_the_network_then_from_the_code_then_from_its_hardness() {
    let hours = |hours: u64| Advice::RetryAfter(Duration::from_secs(hours * 3600));
    let cases = [
        ("INSUFFICIENT_FUNDS", "RETRY_AFTER_24_H", hours(24)),
        ("INSUFFICIENT_FUNDS", "RETRY_AFTER_10_D", hours(240)),
        ("INSUFFICIENT_FUNDS", "DO_NOT_TRY_AGAIN", Advice::DoNotRetry),
        ("INSUFFICIENT_FUNDS", "UPDATE_INFORMATION", Advice::UpdateData),
        // Says nothing about trying again, so the code does.
        ("INSUFFICIENT_FUNDS", "MULTIPLE_USE_CARD", Advice::TryLater),
        // New advice may be not to.
        ("INSUFFICIENT_FUNDS", "SOMETHING_NEW", Advice::Unspecified),
        ("INSUFFICIENT_FUNDS", "", Advice::TryLater),
        ("RETRY_AFTER_1_H", "", hours(1)),
        ("NO_RETRY_POLICY", "", Advice::DoNotRetry),
        ("EXPIRED_CARD", "", Advice::UpdateData),
        ("THREE_D_SECURE_REQUIRED", "", Advice::Authenticate),
        ("INVALID_CREDENTIALS", "", Advice::FixRequest),
        ("PROVIDER_TIMEOUT", "", Advice::FindOutFirst),
        ("USER_RESTRICTION", "", Advice::DoNotRetry),
        ("DO_NOT_HONOR", "", Advice::TryLater),
        ("FRAUD_VERIFICATION_DECLINED", "", Advice::Unspecified),
        ("SOMETHING_NEW", "", Advice::Unspecified),
        ("", "", Advice::Unspecified),
    ];
    for (code, advice, wanted) in cases {
        let transaction = transaction("DECLINED", code, advice);
        assert_eq!(Decline::from(&transaction).advice(), wanted, "{code}, {advice}");
    }
}

#[test]
fn a_decline_tells_of_the_newest_failure() {
    let payment = payment(
        r#"{"status": "DECLINED", "sub_status": "DECLINED",
            "transactions": {"id": "3", "type": "THREE_D_SECURE", "status": "SUCCEEDED",
                "created_at": "2026-01-03T00:00:00Z"},
            "transactions_history": [
                {"id": "2", "type": "PURCHASE", "status": "DECLINED", "response_code": "DO_NOT_HONOR",
                 "created_at": "2026-01-02T00:00:00Z"},
                {"id": "1", "type": "PURCHASE", "status": "DECLINED", "response_code": "EXPIRED_CARD",
                 "created_at": "2026-01-01T00:00:00Z"}]}"#,
    );
    let Outcome::Declined(decline) = payment.outcome() else { panic!() };
    assert_eq!(decline.response_code(), Some(&ResponseCode::DoNotHonor));
    assert!(decline.is_soft());

    let nothing = in_state("DECLINED", "DECLINED");
    let Outcome::Declined(decline) = nothing.outcome() else { panic!() };
    assert_eq!((decline.response_code(), decline.advice()), (None, Advice::Unspecified));
    assert_eq!(decline.hardness(), Hardness::Unspecified);
}

#[test]
fn a_decline_shows_codes_and_no_messages() {
    let transaction = transaction("DECLINED", "INSUFFICIENT_FUNDS", "RETRY_AFTER_1_H");
    let decline = Decline::from(&transaction);
    assert_eq!(decline.iso8583_code(), Some("51"));
    assert_eq!(decline.message(), Some("4111111111111111"));
    assert_eq!(decline.retry_not_before(), Some("2026-01-01T01:00:00Z".parse().unwrap()));
    let shown = format!("{decline:?}");
    assert!(shown.contains("INSUFFICIENT_FUNDS") && !shown.contains("4111"), "{shown}");
}

#[test]
fn what_became_of_a_transaction() {
    for status in TransactionStatus::KNOWN.iter().map(TransactionStatus::as_str).chain(["", "SOMETHING_NEW"]) {
        let transaction = transaction(status, "", "");
        let told = match transaction.outcome() {
            TransactionOutcome::Done => "done",
            TransactionOutcome::Pending => "pending",
            TransactionOutcome::Declined(_) => "declined",
            TransactionOutcome::Unclear(_) => "unclear",
            TransactionOutcome::Unknown => "unknown",
        };
        let wanted = match status {
            "SUCCEEDED" | "REFUNDED" | "WON" | "LOST" | "PREVENTED" => "done",
            "CREATED" | "PENDING" => "pending",
            "DECLINED" | "REJECTED" | "EXPIRED" => "declined",
            "ERROR" => "unclear",
            _ => "unknown",
        };
        assert_eq!(told, wanted, "{status}");
    }
}
