//! One-time tokens: what they stand for, once and for a while.
#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::SignedDuration;
use serde_json::{Value, json};
use yuno_api::types::{CardDataInput, PaymentMethodType};

use crate::domain::testkit::{ACCOUNT, Desk, at, refusal, text};

const NUMBER: &str = "4507990000000010";

fn card(number: &str) -> Value {
    json!({
        "number": number, "expiration_month": 11, "expiration_year": 28, "security_code": "737",
        "holder_name": "Caio Furtado",
    })
}

fn tokenized(desk: &mut Desk, number: &str) -> String {
    let body = json!({ "account_id": ACCOUNT, "country": "BR", "card_data": card(number) });
    let made = desk.call("checkout_sessions.create_token", &[], body);
    assert_eq!(made.status, 201, "{made:?}");
    text(&made, "/token")
}

fn session(desk: &mut Desk, customer: Option<&str>) -> String {
    let mut body = json!({
        "account_id": ACCOUNT, "merchant_order_id": "order-1", "payment_description": "Shoes", "country": "BR",
    });
    if let Some(customer) = customer {
        body["customer_id"] = json!(customer);
    }
    text(&desk.call("checkout_sessions.create", &[], body), "/checkout_session")
}

#[test]
fn a_token_shows_the_card_but_not_its_number() {
    let mut desk = Desk::new();
    let body = json!({
        "account_id": ACCOUNT, "country": "BR", "card_data": card(NUMBER),
        "customer_payer": { "first_name": "Caio", "email": "caio@example.com" },
    });
    let made = desk.call("checkout_sessions.create_token", &[], body);
    let shown = ["iin", "lfd", "number_length", "security_code_length", "brand", "holder_name"];
    let shown = shown.map(|member| at(&made, &format!("/card_data/{member}")));
    assert_eq!(shown, [json!("45079900"), json!("0010"), json!(16), json!(3), json!("VISA"), json!("Caio Furtado")]);
    assert_eq!(at(&made, "/customer_payer/email"), "caio@example.com");
    let state = serde_json::to_string(&desk.domain).unwrap();
    for place in [&state, &format!("{:?}", desk.domain), &made.value().to_string()] {
        assert!(!place.contains(NUMBER) && !place.contains("\"737\""), "{place}");
    }
}

#[test]
fn a_token_is_spent_once() {
    let mut desk = Desk::new();
    let token = tokenized(&mut desk, NUMBER);
    assert!(desk.domain.tokens.peek(&token, desk.now).is_ok(), "looking does not spend it");
    let spent = desk.domain.tokens.spend(&token, desk.now).unwrap();
    assert_eq!(spent.outcome(), Some("INSUFFICIENT_FUNDS"));
    assert_eq!(spent.card.unwrap().lfd.as_deref(), Some("0010"));
    let again = desk.domain.tokens.spend(&token, desk.now).unwrap_err();
    assert!(again.message().contains("was used"), "{again:?}");
}

#[test]
fn a_token_is_good_for_a_while() {
    let mut desk = Desk::new();
    let token = tokenized(&mut desk, NUMBER);
    desk.wait(SignedDuration::from_mins(30) - SignedDuration::from_nanos(1));
    assert!(desk.domain.tokens.peek(&token, desk.now).is_ok());
    let later = desk.now + SignedDuration::from_nanos(1);
    assert!(desk.domain.tokens.peek(&token, later).unwrap_err().message().contains("expired"), "before it is cleared");
    desk.wait(SignedDuration::from_nanos(1));
    assert!(desk.domain.tokens.spend(&token, desk.now).is_err());
}

#[test]
fn a_session_makes_tokens_of_what_it_offers() {
    let mut desk = Desk::new();
    let id = session(&mut desk, None);
    let with_card = json!({ "payment_method": { "type": "CARD", "card": card(NUMBER) } });
    let made = desk.call("checkout_sessions.create_session_token", &[&id], with_card.clone());
    assert_eq!((made.status, at(&made, "/country"), at(&made, "/type")), (201, json!("BR"), json!("CARD")));
    assert_eq!(desk.domain.tokens.session_of(&text(&made, "/token")), Some(id.as_str()));
    let pix =
        desk.call("checkout_sessions.create_session_token", &[&id], json!({ "payment_method": { "type": "PIX" } }));
    let spent = desk.domain.tokens.spend(&text(&pix, "/token"), desk.now).unwrap();
    assert_eq!((spent.type_, spent.card), (PaymentMethodType::Pix, None));
    let pse =
        desk.call("checkout_sessions.create_session_token", &[&id], json!({ "payment_method": { "type": "PSE" } }));
    assert_eq!(refusal(&pse), (400, "UNAVAILABLE_PAYMENT_METHOD".to_owned()));
    let without = desk.call("checkout_sessions.create_session_token", &[&id], json!({ "payment_method": {} }));
    assert_eq!(refusal(&without), (400, "MISSING_PARAMETERS".to_owned()));
    desk.domain.sessions.mark_used(&id);
    let used = desk.call("checkout_sessions.create_session_token", &[&id], with_card);
    assert_eq!(refusal(&used), (400, "INVALID_STATUS".to_owned()));
}

#[test]
fn a_token_pays_in_the_session_that_it_was_made_in() {
    let mut desk = Desk::new();
    let (id, other) = (session(&mut desk, None), session(&mut desk, None));
    let body = json!({ "payment_method": { "type": "CARD", "card": card(NUMBER) } });
    let token = text(&desk.call("checkout_sessions.create_session_token", &[&id], body), "/token");
    let mut pay = |session: &str| {
        let body = json!({
            "account_id": ACCOUNT, "merchant_order_id": "order-1", "description": "Shoes", "country": "BR",
            "amount": { "currency": "BRL", "value": 150 }, "checkout": { "session": session },
            "payment_method": { "type": "CARD", "token": token },
        });
        desk.call("payments.create", &[], body)
    };
    assert_eq!(refusal(&pay(&other)), (401, "INVALID_TOKEN".to_owned()));
    assert_eq!(pay(&id).status, 201, "the refusal did not spend it");
}

#[test]
fn a_card_that_the_customer_has_enrolled_is_recognized() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let body = json!({ "account_id": ACCOUNT, "country": "BR", "type": "CARD", "card_data": card(NUMBER) });
    let vaulted = text(&desk.call("payment_methods.enroll", &[&customer], body), "/vaulted_token");
    let id = session(&mut desk, Some(&customer));
    let with = |number: &str| json!({ "payment_method": { "card": card(number) } });
    let made = desk.call("checkout_sessions.create_session_token", &[&id], with(NUMBER));
    assert_eq!(text(&made, "/vaulted_token"), vaulted);
    let other = desk.call("checkout_sessions.create_session_token", &[&id], with("4507990000000002"));
    assert_eq!(at(&other, "/vaulted_token"), Value::Null);
}

#[test]
fn what_is_no_card_is_refused() {
    let mut desk = Desk::new();
    let mut refused = |member: &str, value: Value| {
        let mut card = card(NUMBER);
        card[member] = value;
        let body = json!({ "account_id": ACCOUNT, "card_data": card });
        refusal(&desk.call("checkout_sessions.create_token", &[], body))
    };
    let wrong = (400, "INVALID_PARAMETERS".to_owned());
    assert_eq!(refused("number", json!("4507 9900 0000 0002")), wrong);
    assert_eq!(refused("number", json!("4507990")), wrong);
    assert_eq!(refused("expiration_month", json!(13)), wrong);
    assert_eq!(refused("expiration_year", json!(1928)), wrong);
    assert_eq!(refused("security_code", json!("12")), wrong);
}

#[test]
fn every_test_card_leads_to_its_outcome_and_enough_of_a_number_stays_hidden() {
    let desk = Desk::new();
    let read = |number: &str| {
        let input = CardDataInput::builder().number(number).expiration_month(2).expiration_year(2027).build();
        desk.domain.tokens.read_card(&input, None).unwrap()
    };
    let outcome = |number: &str| read(number).outcome();
    assert_eq!(outcome("370000000000028"), Some("DECLINED_BY_BANK"));
    assert_eq!(outcome("5252440000000077"), Some("ERROR"));
    assert_eq!(outcome("4111111111111111"), None);
    for number in ["12345678", "1234567890123", "370000000000028", "4507990000000010", "1234567890123456789"] {
        let card = read(number).card.unwrap();
        let shown = card.iin.unwrap().len() + card.lfd.unwrap().len();
        assert!(number.len() - shown >= 4, "{number} shows {shown}");
    }
    assert_eq!(read("370000000000028").expires_at().unwrap().to_string(), "2027-03-01T00:00:00Z");
    assert!(read(NUMBER).same_number(&read(NUMBER)) && !read(NUMBER).same_number(&read("4507990000000028")));
}
