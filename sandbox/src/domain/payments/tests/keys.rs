//! Idempotency keys.

use jiff::SignedDuration;
use serde_json::{Value, json};
use yuno_api::dec;

use super::world::{World, authorization, card, part, refusal, request, text};
use crate::domain::Request;

fn spent() -> (u16, String) {
    (400, "IDEMPOTENCY_DUPLICATED".to_owned())
}

fn create(body: &Value, account: &str) -> Request {
    Request { account: Some(account.to_owned()), ..request("payments.create", &[], body, Some("key-1")) }
}

#[test]
fn a_replayed_key_gives_the_first_answer_whatever_has_happened_since() {
    let mut world = World::new();
    let first = create(&authorization("A room"), super::world::ACCOUNT);
    let answer = world.send(&first);
    let payment = answer.value();
    assert_eq!(text(&payment, "idempotency_key"), "key-1");
    world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(100.5), "All"));
    let repeat = create(&card("Quite another body"), super::world::ACCOUNT);
    assert_eq!(world.send(&repeat), answer);
    let order = Request {
        query: vec![("merchant_order_id".to_owned(), "order-1".to_owned())],
        ..request("payments.retrieve_by_merchant_order_id", &[], &Value::Null, None)
    };
    assert_eq!(world.send(&order).value().as_array().unwrap().len(), 1);
}

#[test]
fn keys_are_those_of_an_account_and_of_one_request() {
    let mut world = World::new();
    let one = world.send(&create(&card("One"), super::world::ACCOUNT)).value();
    let other = "0d3c1f0e-52a4-4c8b-9d0e-6f1b2a3c4d5e";
    let mut body = card("Other");
    body["account_id"] = other.into();
    let two = world.send(&create(&body, other)).value();
    assert_ne!(text(&one, "id"), text(&two, "id"));
    let path = [("payment_id", text(&one, "id"))];
    let refund = Request {
        account: Some(super::world::ACCOUNT.to_owned()),
        ..request("payments.cancel_or_refund", &path, &json!({ "reason": "DUPLICATE" }), Some("key-1"))
    };
    assert_eq!(refusal(&world.send(&refund)), spent());
}

#[test]
fn a_key_at_work_is_told_to_wait_and_a_dropped_one_is_spent() {
    let mut world = World::new();
    let request = create(&card("One"), super::world::ACCOUNT);
    let reserved = world.domain.reserve(&request, world.now).unwrap();
    assert_eq!(refusal(&world.send(&request)), (400, "REQUEST_IN_PROCESS".to_owned()));
    let first = world.domain.perform(reserved, &request, world.now);
    assert_eq!(first.status, 201);
    assert_eq!(world.send(&request), first);

    let dropped = Request { key: Some("key-2".to_owned()), ..request };
    drop(world.domain.reserve(&dropped, world.now).unwrap());
    assert_eq!(refusal(&world.send(&dropped)), spent());
}

#[test]
fn a_failed_first_request_spends_its_key_for_a_day() {
    let mut world = World::new();
    let mut body = card("One");
    body["workflow"] = "SDK_CHECKOUT".into();
    body["checkout"] = json!({ "session": "none" });
    let answer = world.send(&create(&body, super::world::ACCOUNT));
    assert_eq!(refusal(&answer), (400, "CHECKOUT_SESSION_NOT_FOUND".to_owned()));
    let mended = create(&card("One"), super::world::ACCOUNT);
    assert_eq!(refusal(&world.send(&mended)), spent());
    world.pass(SignedDuration::from_hours(24));
    assert_eq!(world.send(&mended).status, 201);
}

#[test]
fn the_other_reading_of_the_documents_makes_a_second_payment() {
    let mut world = World::new();
    world.domain.settings().honours_create_key = false;
    let request = create(&card("One"), super::world::ACCOUNT);
    let (one, two) = (world.send(&request).value(), world.send(&request).value());
    assert_ne!(text(&one, "id"), text(&two, "id"));
    assert!(one.get("idempotency_key").is_none());
}
