//! Customers: made once, found, changed member by member, deleted.
#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::domain::testkit::{ACCOUNT, Desk, at, refusal, text};

fn complete() -> Value {
    json!({
        "merchant_customer_id": "shopper-1042",
        "merchant_customer_created_at": "2023-08-05T14:43:58.980718Z",
        "first_name": "Caio", "last_name": "Furtado", "gender": "M", "date_of_birth": "1988-11-03",
        "email": "caio.furtado@example.com", "nationality": "BR", "country": "BR",
        "document": { "document_type": "CPF", "document_number": "12345678909" },
        "phone": { "country_code": "55", "number": "11987654321" },
        "billing_address": { "address_line_1": "Rua das Laranjeiras, 210", "city": "Rio de Janeiro", "country": "BR" },
        "metadata": [{ "key": "loyalty_tier", "value": "gold" }],
    })
}

#[test]
fn a_customer_has_everything_that_made_it_and_is_found_by_both_ids() {
    let mut desk = Desk::new();
    let made = desk.call("customers.create", &[], complete());
    assert_eq!(made.status, 201);
    for (member, value) in complete().as_object().unwrap() {
        assert_eq!(at(&made, &format!("/{member}")), *value, "{member}");
    }
    assert_eq!(at(&made, "/created_at"), "2026-08-03T09:00:00Z");
    let by_id = desk.call("customers.retrieve", &[&text(&made, "/id")], Value::Null);
    let by_number =
        desk.query("customers.retrieve_by_merchant_customer_id", &[], &[("merchant_customer_id", "shopper-1042")]);
    assert_eq!((by_id.status, by_id.body.as_ref()), (200, made.body.as_ref()));
    assert_eq!(by_number.body, made.body);
}

#[test]
fn what_the_spec_does_not_know_is_not_kept() {
    let mut desk = Desk::new();
    let made = desk.call("customers.create", &[], json!({ "merchant_customer_id": "a", "shoe_size": 41 }));
    assert_eq!(at(&made, "/shoe_size"), Value::Null);
}

#[test]
fn a_number_of_the_merchants_is_taken_once_in_each_account() {
    let mut desk = Desk::new();
    let body = json!({ "merchant_customer_id": "shopper-1" });
    assert_eq!(desk.call_for(ACCOUNT, "customers.create", &[], body.clone()).status, 201);
    let again = desk.call_for(ACCOUNT, "customers.create", &[], body.clone());
    assert_eq!(refusal(&again), (400, "CUSTOMER_ID_DUPLICATED".to_owned()));
    let other = "00000000-0000-4000-8000-000000000001";
    let elsewhere = desk.call_for(other, "customers.create", &[], body);
    assert_eq!(elsewhere.status, 201);
    let id = text(&elsewhere, "/id");
    let hidden = desk.call_for(ACCOUNT, "customers.retrieve", &[&id], Value::Null);
    assert_eq!(refusal(&hidden), (404, "CUSTOMER_NOT_FOUND".to_owned()));
}

#[test]
fn an_update_leaves_what_is_absent_clears_what_is_null_and_sets_the_rest() {
    let mut desk = Desk::new();
    let made = desk.call("customers.create", &[], complete());
    let id = text(&made, "/id");
    desk.wait(SignedDuration::from_secs(60));
    let change = json!({ "email": "caio@example.org", "phone": null, "metadata": null, "gender": null });
    let updated = desk.call("customers.update", &[&id], change);
    assert_eq!(updated.status, 200);
    assert_eq!(at(&updated, "/email"), "caio@example.org");
    for cleared in ["/phone", "/metadata", "/gender"] {
        assert_eq!(at(&updated, cleared), Value::Null, "{cleared}");
    }
    for kept in ["/first_name", "/document", "/billing_address", "/created_at", "/id"] {
        assert_eq!(at(&updated, kept), at(&made, kept), "{kept}");
    }
    assert_eq!(at(&updated, "/updated_at"), "2026-08-03T09:01:00Z");
    assert_eq!(desk.call("customers.retrieve", &[&id], Value::Null).body, updated.body);
}

#[test]
fn the_merchants_number_changes_only_to_a_free_one_and_never_to_none() {
    let mut desk = Desk::new();
    let (one, _two) = (desk.customer("one"), desk.customer("two"));
    let to = |number: Value| json!({ "merchant_customer_id": number });
    let taken = desk.call("customers.update", &[&one], to("two".into()));
    assert_eq!(refusal(&taken), (400, "CUSTOMER_ID_DUPLICATED".to_owned()));
    let cleared = desk.call("customers.update", &[&one], to(Value::Null));
    assert_eq!(refusal(&cleared), (400, "INVALID_PARAMETERS".to_owned()));
    assert_eq!(desk.call("customers.update", &[&one], to("one".into())).status, 200);
    assert_eq!(text(&desk.call("customers.update", &[&one], to("three".into())), "/merchant_customer_id"), "three");
    let lookup = "customers.retrieve_by_merchant_customer_id";
    assert_eq!(desk.query(lookup, &[], &[("merchant_customer_id", "one")]).status, 404);
    assert_eq!(text(&desk.query(lookup, &[], &[("merchant_customer_id", "three")]), "/id"), one);
    assert_eq!(desk.call("customers.create", &[], to("one".into())).status, 201);
}

#[test]
fn a_deletion_is_taken_in_and_follows() {
    let mut desk = Desk::new();
    let id = desk.customer("leaver");
    let taken = desk.call("customers.delete", &[&id], Value::Null);
    assert_eq!((taken.status, taken.body), (202, None));
    assert_eq!(desk.call("customers.retrieve", &[&id], Value::Null).status, 404);
    let again = desk.call("customers.delete", &[&id], Value::Null);
    assert_eq!(refusal(&again), (400, "CUSTOMER_NOT_FOUND".to_owned()));
    assert_ne!(desk.customer("leaver"), id, "the number is free again");
}

#[test]
fn whoever_does_not_say_whom_to_look_for_is_told() {
    let mut desk = Desk::new();
    let refused = desk.query("customers.retrieve_by_merchant_customer_id", &[], &[]);
    assert_eq!(refusal(&refused), (400, "MISSING_PARAMETERS".to_owned()));
    let nobody = desk.call("customers.update", &["nobody"], json!({}));
    assert_eq!(refusal(&nobody), (400, "CUSTOMER_NOT_FOUND".to_owned()));
}

#[test]
fn the_state_survives_a_snapshot_and_debug_shows_nobody() {
    let mut desk = Desk::new();
    let made = desk.call("customers.create", &[], complete());
    let id = text(&made, "/id");
    let saved = serde_json::to_string(&desk.domain).unwrap();
    let shown = format!("{:?}", desk.domain);
    assert!(!shown.contains("Furtado") && !shown.contains("12345678909"), "{shown}");
    desk.domain = serde_json::from_str(&saved).unwrap();
    assert_eq!(desk.call("customers.retrieve", &[&id], Value::Null).body, made.body);
    let again = desk.call("customers.create", &[], complete());
    assert_eq!(refusal(&again), (400, "CUSTOMER_ID_DUPLICATED".to_owned()));
}
