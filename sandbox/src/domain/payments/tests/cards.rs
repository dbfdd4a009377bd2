//! The test gateway's cards and codes.

use std::collections::BTreeSet;

use super::{
    super::{codes::CODES, test_cards, verdict::Verdict},
    world::{World, authorization, card, facts, numbered, state, text},
};
use crate::domain::Act;

#[test]
fn every_test_card_leads_to_its_code() {
    let mut world = World::new();
    for (number, code) in test_cards::OUTCOMES {
        let mut body = numbered(number);
        // The card comes before the description.
        body["description"] = "EXPIRED_CARD".into();
        let payment = world.create(&body);
        let last = &payment["transactions"];
        assert_eq!(text(last, "response_code"), *code, "{number}");
        let status = CODES.iter().find(|row| row.1 == *code).unwrap().0;
        assert_eq!((text(last, "status"), text(&payment, "status")), (status, status), "{number}");
        let shown = payment.to_string();
        assert!(!shown.contains(number), "the number is not kept");
        let data = &payment["payment_method"]["payment_method_detail"]["card"]["card_data"];
        assert!(number.starts_with(text(data, "iin")) && number.ends_with(text(data, "lfd")));
    }
}

#[test]
fn every_three_d_secure_card_leads_where_its_name_says() {
    for (number, result) in test_cards::THREE_D_SECURE {
        let mut world = World::new();
        let payment = world.create(&numbered(number));
        let expected = match *result {
            "BROWSER_CHALLENGE" | "APPLICATION_CHALLENGE" => "PENDING",
            name if name.starts_with("NOT_AUTHENTICATED") => "DECLINED",
            name if name.starts_with("AUTHENTICATED") || name.starts_with("ATTEMPTED") => "SUCCEEDED",
            "UNAVAILABLE_BROWSER_FRICTIONLESS" | "NOT_ENROLLED" | "THREE_RI" => "SUCCEEDED",
            _ => "ERROR",
        };
        assert_eq!(text(&payment, "status"), expected, "{number} {result}");
        assert_eq!(payment["transactions_history"][0]["type"], "THREE_D_SECURE");
    }
}

#[test]
fn a_challenge_is_passed_or_failed_or_not_taken() {
    let mut body = authorization("A room");
    body["payment_method"]["detail"]["card"]["card_data"]["number"] = "4916994064252017".into();
    for (act, expected) in [
        (Act::Settle, ("PENDING", "AUTHORIZED")),
        (Act::Decline, ("DECLINED", "DECLINED")),
        (Act::Expire, ("EXPIRED", "EXPIRED")),
    ] {
        let mut world = World::new();
        world.domain.settings().base_url = "http://127.0.0.1:4010".to_owned();
        let payment = world.create(&body);
        let card = &payment["payment_method"]["payment_method_detail"]["card"];
        let url = format!("http://127.0.0.1:4010/_sandbox/challenge/{}", text(&payment, "id"));
        assert_eq!(text(card, "redirect_url"), url);
        assert_eq!(payment["transactions"]["response_code"], "CHALLENGE_REQUIRED");

        world.act(&payment, act);
        let payment = world.look(&payment);
        assert_eq!(state(&payment), (expected.0.to_owned(), expected.1.to_owned()));
        let card = &payment["payment_method"]["payment_method_detail"]["card"];
        assert!(card.get("redirect_url").is_none(), "the step is over");
        let passed = card["card_data"]["three_d_secure"]["pares_status"] == "Y";
        assert_eq!(passed, act == Act::Settle);
    }
}

#[test]
fn who_was_authenticated_elsewhere_is_not_challenged() {
    let mut body = numbered("4916994064252017");
    body["payment_method"]["detail"]["card"]["three_d_secure"] = serde_json::json!({
        "version": "2.2.0", "electronic_commerce_indicator": "05", "cryptogram": "AAABBJkZUQAAAABjRWWZEEFgFz8=",
    });
    let payment = World::new().create(&body);
    assert_eq!(state(&payment), ("SUCCEEDED".to_owned(), "APPROVED".to_owned()));
    assert!(!payment.to_string().contains("AAABBJkZUQAAAABjRWWZEEFgFz8="));
}

#[test]
fn every_code_is_reached_by_description() {
    for (status, code, _) in CODES {
        let mut world = World::new();
        let description = format!("{status} {code}");
        let payment = world.create(&card(&description));
        // What becomes of disputes shows in a dispute.
        if matches!(*code, "RECEIVED" | "PENDING_REVIEW") || matches!(*status, "WON" | "LOST" | "PREVENTED") {
            assert_eq!(text(&payment, "sub_status"), "APPROVED", "{description}");
            world.act(&payment, Act::Chargeback);
            match *status {
                "WON" => world.act(&payment, Act::Settle),
                "LOST" => world.act(&payment, Act::Expire),
                _ => {}
            }
            if *code == "PENDING_REVIEW" {
                world.on("payments.open_dispute", &payment, "CHARGEBACK", &super::world::evidence());
            }
        }
        let payment = world.look(&payment);
        let reached = payment["transactions_history"].as_array().unwrap().iter();
        let reached: BTreeSet<_> = reached.map(|it| (text(it, "status"), text(it, "response_code"))).collect();
        assert!(reached.contains(&(*status, *code)), "{description}: {reached:?}");
    }
}

#[test]
fn every_advice_is_reached_by_description() {
    for advice in ["UPDATE_INFORMATION", "REQUIREMENTS_NOT_FULFILLED", "MULTIPLE_USE_CARD", "INVALID_DATA"] {
        let payment = World::new().create(&card(&format!("DECLINED_BY_BANK {advice}")));
        assert_eq!(payment["transactions"]["merchant_advice_code"], advice);
    }
    let payment = World::new().create(&card("INSUFFICIENT_FUNDS"));
    let last = &payment["transactions"];
    assert_eq!(last["merchant_advice_code"], "RETRY_AFTER_24_H");
    assert_eq!(last["provider_data"]["merchant_advice_code"], "25");
    assert_eq!(last["provider_data"]["iso8583_response_code"], "51");
}

#[test]
fn a_description_that_only_describes_decides_nothing() {
    for text in ["Annual plan", "declined", "DECLINED", "INSUFFICIENT_FUNDS for fun", "", "NO SUCH CODE AT ALL"] {
        assert_eq!(Verdict::of_description(text), None, "{text}");
    }
}

#[test]
fn the_tables_are_those_of_the_vendor() {
    if let Some(rows) = facts("test-cards.tsv") {
        let theirs: Vec<_> = rows.iter().map(|row| (row[1].as_str(), row[4].as_str())).collect();
        assert_eq!(test_cards::OUTCOMES, theirs);
    }
    if let Some(rows) = facts("test-cards-3ds.tsv") {
        let theirs: BTreeSet<_> = rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(test_cards::THREE_D_SECURE.iter().map(|row| row.0).collect::<BTreeSet<_>>(), theirs);
    }
    if let Some(rows) = facts("response-codes.tsv") {
        let theirs: Vec<_> = rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
        assert_eq!(CODES.iter().map(|row| (row.0, row.1)).collect::<Vec<_>>(), theirs);
    }
    if let Some(rows) = facts("merchant-advice-codes.tsv") {
        for row in rows {
            assert!(super::super::codes::advice(&row[0]).is_some(), "{row:?}");
        }
    }
}
