//! Enrollments: how they begin, end, are told of, and what can be done with what is enrolled.
#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::SignedDuration;
use serde_json::{Value, json};
use yuno_api::types::EnrollmentStatus;

use super::{
    Owner,
    status::{Step, after},
    vault,
};
use crate::domain::{
    Act, Answer,
    testkit::{ACCOUNT, Desk, at, refusal, text},
};

const VISA: &str = "4507990000000002";

fn card(number: &str) -> Value {
    json!({
        "account_id": ACCOUNT, "country": "BR", "type": "CARD",
        "card_data": {
            "number": number, "expiration_month": 11, "expiration_year": 28, "security_code": "737",
            "holder_name": "BEATRIZ NOGUEIRA",
        },
    })
}

fn checked(number: &str) -> Value {
    let mut body = card(number);
    body["verify"] = json!({ "vault_on_success": true, "currency": "BRL", "metadata": [{ "key": "a", "value": "b" }] });
    body
}

fn enrolled(desk: &mut Desk, customer: &str, body: Value) -> Answer {
    let answer = desk.call("payment_methods.enroll", &[customer], body);
    assert_eq!(answer.status, 201, "{answer:?}");
    answer
}

fn statuses(desk: &mut Desk, id: &str) -> String {
    text(&desk.call("payment_methods.retrieve", &[id], Value::Null), "/status")
}

fn told(desk: &mut Desk) -> Vec<String> {
    desk.told().into_iter().map(|(event, status)| format!("{event} {status}")).collect()
}

fn session(desk: &mut Desk, customer: &str) -> String {
    let body = json!({ "account_id": ACCOUNT, "country": "BR", "customer_id": customer });
    text(&desk.call("customer_sessions.create", &[], body), "/customer_session")
}

fn in_session(type_: &str) -> Value {
    json!({ "account_id": ACCOUNT, "country": "BR", "payment_method_type": type_ })
}

#[test]
fn a_card_is_enrolled_and_its_number_forgotten() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let made = enrolled(&mut desk, &customer, card(VISA));
    let vaulted = text(&made, "/vaulted_token");
    assert_eq!((text(&made, "/status"), text(&made, "/id")), ("ENROLLED".to_owned(), vaulted.clone()));
    assert_eq!(text(&made, "/name"), "VISA ****0002");
    assert_eq!(text(&made, "/customer_payer/first_name"), "Beatriz");
    assert!(at(&made, "/idempotency_key").is_string());
    assert_eq!(told(&mut desk), ["enrollment.enroll ENROLLED"]);
    assert_eq!(desk.domain.methods.vaulted(&vaulted).unwrap().card.outcome(), Some("SUCCEEDED"));
    let read = desk.call("payment_methods.retrieve_for_customer", &[&customer, &vaulted], Value::Null);
    assert_eq!(read.body, made.body);
    let listed = desk.call("payment_methods.list", &[&customer], Value::Null);
    assert_eq!(at(&listed, "/payment_methods/0"), made.value());
    assert!(!format!("{:?} {:?}", desk.domain.methods, desk.domain.tokens).contains(&vaulted));
    let state = serde_json::to_string(&desk.domain).unwrap();
    for place in [&state, &format!("{:?}", desk.domain)] {
        assert!(!place.contains(VISA) && !place.contains("\"737\""), "{place}");
    }
}

#[test]
fn a_check_decides_by_the_test_card() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    for (number, status, payment, code) in [
        (VISA, "ENROLLED", "VERIFIED", "SUCCEEDED"),
        ("4507990000000010", "DECLINED", "DECLINED", "INSUFFICIENT_FUNDS"),
        ("5252440000000077", "ERROR", "ERROR", "ERROR"),
        ("4111111111111111", "ENROLLED", "VERIFIED", "SUCCEEDED"),
    ] {
        let made = enrolled(&mut desk, &customer, checked(number));
        assert_eq!(text(&made, "/status"), status, "{number}");
        assert_eq!(at(&made, "/vaulted_token").is_string(), status == "ENROLLED", "{number}");
        assert_eq!(text(&made, "/verify/payment/status"), payment, "{number}");
        assert_eq!(text(&made, "/verify/payment/transactions/0/response_code"), code, "{number}");
        assert_eq!(told(&mut desk), [format!("enrollment.enroll {status}")]);
    }
    let unchecked = enrolled(&mut desk, &customer, card("4507990000000010"));
    assert_eq!(text(&unchecked, "/status"), "ENROLLED", "nobody asked the issuer");
    let listed = desk.call("payment_methods.list", &[&customer], Value::Null);
    assert_eq!(at(&listed, "/payment_methods").as_array().unwrap().len(), 3, "only what can be charged");
}

#[test]
fn a_card_that_has_run_out_is_rejected() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let mut body = checked(VISA);
    body["card_data"]["expiration_month"] = json!(7);
    body["card_data"]["expiration_year"] = json!(2026);
    let made = enrolled(&mut desk, &customer, body);
    assert_eq!((text(&made, "/status"), at(&made, "/verify/payment")), ("REJECTED".to_owned(), Value::Null));
}

#[test]
fn a_one_time_token_is_enrolled_and_spent() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let body = json!({ "account_id": ACCOUNT, "card_data": card(VISA)["card_data"] });
    let token = text(&desk.call("checkout_sessions.create_token", &[], body), "/token");
    let mut body = json!({ "account_id": ACCOUNT, "country": "BR", "type": "CARD", "token": token });
    body["type"] = json!("NU_PAY_ENROLLMENT");
    let mistaken = desk.call("payment_methods.enroll", &[&customer], body.clone());
    assert_eq!(refusal(&mistaken), (400, "INCORRECT_PAYMENT_METHOD_TYPE".to_owned()));
    body["type"] = json!("CARD");
    assert_eq!(
        at(&enrolled(&mut desk, &customer, body.clone()), "/card_data/lfd"),
        "0002",
        "whoever is refused keeps it"
    );
    let again = desk.call("payment_methods.enroll", &[&customer], body);
    assert_eq!(refusal(&again), (401, "INVALID_TOKEN".to_owned()));
}

#[test]
fn what_cannot_be_enrolled_is_refused_and_leaves_nothing() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let mut nothing = card(VISA);
    nothing.as_object_mut().unwrap().remove("card_data");
    let mut foreign = card(VISA);
    foreign["type"] = json!("ACH_ENROLLMENT");
    for (body, code) in [(nothing, "MISSING_PARAMETERS"), (foreign, "UNAVAILABLE_PAYMENT_METHOD")] {
        assert_eq!(refusal(&desk.call("payment_methods.enroll", &[&customer], body)), (400, code.to_owned()));
    }
    let nobody = desk.call("payment_methods.enroll", &["nobody"], card(VISA));
    assert_eq!(refusal(&nobody), (400, "CUSTOMER_NOT_FOUND".to_owned()));
    assert_eq!(desk.domain.methods.by_id.len(), 0);
}

#[test]
fn one_card_has_one_fingerprint_and_paying_with_it_keeps_its_token() {
    let mut desk = Desk::new();
    let (one, other) = (desk.customer("a"), desk.customer("b"));
    let first = enrolled(&mut desk, &one, card(VISA));
    let second = enrolled(&mut desk, &one, card(VISA));
    let print = |answer: &Answer| text(answer, "/card_data/fingerprint");
    assert_eq!(print(&first), print(&second), "so that a merchant sees that it was enrolled twice");
    assert_ne!(text(&first, "/vaulted_token"), text(&second, "/vaulted_token"));
    assert_ne!(print(&first), print(&enrolled(&mut desk, &one, card("4507990000000028"))));
    assert_ne!(print(&first), print(&enrolled(&mut desk, &other, card(VISA))), "another customer's is another's");

    let file = desk.domain.methods.vaulted(&text(&first, "/vaulted_token")).unwrap().card.clone();
    let owner = Owner { account: ACCOUNT, customer: &one, country: None };
    let kept = vault(&mut desk.domain, owner, file.clone(), desk.now).unwrap().unwrap();
    assert_eq!(kept.expose(), text(&first, "/vaulted_token"));
    let guest = Owner { customer: "nobody", ..owner };
    assert_eq!(vault(&mut desk.domain, guest, file, desk.now).unwrap(), None);
}

#[test]
fn after_a_restart_a_card_is_known_by_what_is_shown_of_it() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let before = enrolled(&mut desk, &customer, card(VISA));
    let saved = serde_json::to_string(&desk.domain).unwrap();
    desk.domain = serde_json::from_str(&saved).unwrap();
    let after = enrolled(&mut desk, &customer, card(VISA));
    assert_eq!(text(&before, "/card_data/fingerprint"), text(&after, "/card_data/fingerprint"));
}

#[test]
fn in_a_session_a_card_waits_for_the_customer() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let session = session(&mut desk, &customer);
    let mut body = in_session("CARD");
    body["verify"] = json!({ "vault_on_success": true, "currency": "BRL" });
    let begun = desk.call("payment_methods.enroll_in_session", &[&session], body.clone());
    assert_eq!((begun.status, text(&begun, "/status")), (201, "READY_TO_ENROLL".to_owned()));
    assert_eq!(at(&begun, "/enrollment"), json!({ "session": session, "sdk_required_action": true }));
    assert_eq!((at(&begun, "/vaulted_token"), at(&begun, "/card_data")), (Value::Null, Value::Null));
    let again = desk.call("payment_methods.enroll_in_session", &[&session], body);
    assert_eq!(refusal(&again), (400, "INVALID_STATUS".to_owned()), "one session, one enrollment");
    assert!(told(&mut desk).is_empty());

    let id = text(&begun, "/id");
    desk.act(&id, Act::Settle).unwrap();
    let done = desk.call("payment_methods.retrieve", &[&id], Value::Null);
    assert_eq!((text(&done, "/status"), text(&done, "/vaulted_token")), ("ENROLLED".to_owned(), id.clone()));
    assert_eq!(at(&done, "/enrollment/sdk_required_action"), false);
    assert_eq!(
        (at(&done, "/card_data/lfd"), text(&done, "/verify/payment/status")),
        (json!("0002"), "VERIFIED".to_owned())
    );
    assert_eq!(told(&mut desk), ["enrollment.enroll ENROLLED"]);
    assert!(desk.act(&id, Act::Settle).unwrap_err().contains("ENROLLED"));
    assert!(desk.act(&id, Act::Chargeback).is_err());
}

#[test]
fn the_customer_may_fail_and_time_runs_out() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let mut begin = |type_: &str| {
        let session = session(&mut desk, &customer);
        text(&desk.call("payment_methods.enroll_in_session", &[&session], in_session(type_)), "/id")
    };
    let (declined, forgotten) = (begin("CARD"), begin("NU_PAY_ENROLLMENT"));
    desk.act(&declined, Act::Decline).unwrap();
    assert_eq!(statuses(&mut desk, &declined), "DECLINED");
    desk.wait(SignedDuration::from_hours(24) - SignedDuration::from_secs(1));
    assert_eq!(statuses(&mut desk, &forgotten), "READY_TO_ENROLL");
    desk.wait(SignedDuration::from_secs(1));
    assert_eq!(statuses(&mut desk, &forgotten), "EXPIRED");
    assert_eq!(told(&mut desk), ["enrollment.enroll DECLINED", "enrollment.expiration EXPIRED"]);
}

#[test]
fn a_bank_account_waits_for_its_owner_or_its_bank() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let bank = json!({ "detail": { "bank_transfer": { "beneficiary_name": "Grace", "routing_number": "110000000" } } });
    let mut body = json!({ "account_id": ACCOUNT, "country": "US", "type": "ACH_ENROLLMENT", "payment_method": bank });
    let waiting = enrolled(&mut desk, &customer, body.clone());
    assert_eq!((text(&waiting, "/status"), at(&waiting, "/action")), ("ENROLL_IN_PROCESS".to_owned(), Value::Null));
    body["callback_url"] = json!("https://shop.example.com/done");
    let sent_away = enrolled(&mut desk, &customer, body.clone());
    assert_eq!(
        (text(&sent_away, "/status"), text(&sent_away, "/action")),
        ("READY_TO_ENROLL".into(), "REDIRECT_URL".into())
    );
    let id = text(&sent_away, "/id");
    assert!(text(&sent_away, "/redirect_url").ends_with(&id));
    desk.act(&id, Act::Settle).unwrap();
    let done = desk.call("payment_methods.retrieve", &[&id], Value::Null);
    assert_eq!((text(&done, "/status"), at(&done, "/redirect_url")), ("ENROLLED".to_owned(), Value::Null));
    body["payment_method"]["vault_only"] = json!(true);
    body["verify"] = json!({ "vault_on_success": true, "payment": { "id": "invented" } });
    let kept = enrolled(&mut desk, &customer, body);
    assert_eq!((text(&kept, "/status"), at(&kept, "/verify/payment")), ("ENROLLED".into(), Value::Null), "no card");
}

#[test]
fn a_providers_token_is_there_at_once_and_anything_else_is_fetched() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    for (source, status) in [("PROVIDER_TOKEN", "ENROLLED"), ("PROVIDER_API", "ENROLL_IN_PROCESS")] {
        let body = json!({
            "account_id": ACCOUNT, "country": "MX", "type": "CARD",
            "provider_data": { "id": "DLOCAL", "token_source": source, "payment_method_token": "t", "connection_id": "c" },
        });
        assert_eq!(text(&enrolled(&mut desk, &customer, body), "/status"), status, "{source}");
    }
}

#[test]
fn what_is_unenrolled_cannot_be_charged() {
    let mut desk = Desk::new();
    let (customer, other) = (desk.customer("a"), desk.customer("b"));
    let id = text(&enrolled(&mut desk, &customer, card(VISA)), "/id");
    let foreign = desk.call("payment_methods.unenroll_for_customer", &[&other, &id], Value::Null);
    assert_eq!(refusal(&foreign), (400, "PAYMENT_METHOD_NOT_FOUND".to_owned()));
    desk.told();
    let gone = desk.call("payment_methods.unenroll_for_customer", &[&customer, &id], Value::Null);
    assert_eq!((gone.status, text(&gone, "/status")), (200, "UNENROLLED".to_owned()));
    assert!(desk.domain.methods.vaulted(&id).is_none());
    let again = desk.call("payment_methods.unenroll", &[&id], Value::Null);
    assert_eq!((again.status, &again.body), (200, &gone.body), "doing it twice changes nothing more");
    assert_eq!(told(&mut desk), ["enrollment.unenroll UNENROLLED"]);

    let declined = text(&enrolled(&mut desk, &customer, checked("4507990000000010")), "/id");
    let refused = desk.call("payment_methods.unenroll", &[&declined], Value::Null);
    assert_eq!(refusal(&refused), (400, "PAYMENT_METHOD_STATUS_INVALID".to_owned()));
    let unknown = desk.call("payment_methods.retrieve_for_customer", &[&customer, "none"], Value::Null);
    assert_eq!(refusal(&unknown), (404, "PAYMENT_METHOD_NOT_FOUND".to_owned()));
}

#[test]
fn a_provider_takes_its_time_to_remove_and_a_pending_enrollment_is_given_up() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let begin = json!({ "account_id": ACCOUNT, "country": "BR", "type": "NU_PAY_ENROLLMENT" });
    let pending = text(&enrolled(&mut desk, &customer, begin.clone()), "/id");
    assert_eq!(text(&desk.call("payment_methods.unenroll", &[&pending], Value::Null), "/status"), "CANCELED");
    let id = text(&enrolled(&mut desk, &customer, begin), "/id");
    desk.act(&id, Act::Settle).unwrap();
    assert_eq!(text(&desk.call("payment_methods.unenroll", &[&id], Value::Null), "/status"), "UNENROLL_IN_PROCESS");
    desk.wait(SignedDuration::from_mins(1));
    assert_eq!(statuses(&mut desk, &id), "UNENROLLED");
}

#[test]
fn a_guests_card_is_reassigned_and_a_customers_is_not() {
    let mut desk = Desk::new();
    let guest = text(&desk.call("customers.create", &[], json!({ "merchant_customer_id": "guest" })), "/id");
    let member = desk.customer("member");
    let id = text(&enrolled(&mut desk, &guest, card(VISA)), "/id");
    desk.told();
    let to = |customer: &str| json!({ "customer_id": customer });
    let nobody = desk.call("payment_methods.reassign", &[&id], to("nobody"));
    assert_eq!(refusal(&nobody), (400, "CUSTOMER_NOT_FOUND".to_owned()));
    let moved = desk.call("payment_methods.reassign", &[&id], to(&member));
    assert_eq!((moved.status, text(&moved, "/customer_id")), (200, member.clone()));
    assert_eq!(told(&mut desk), ["enrollment.update ENROLLED"]);
    let count = |desk: &mut Desk, customer: &str| {
        let listed = desk.call("payment_methods.list", &[customer], Value::Null);
        at(&listed, "/payment_methods").as_array().unwrap().len()
    };
    assert_eq!((count(&mut desk, &guest), count(&mut desk, &member)), (0, 1));
    let back = desk.call("payment_methods.reassign", &[&id], to(&guest));
    assert_eq!(refusal(&back), (409, "CONFLICT".to_owned()));
    desk.call("payment_methods.unenroll", &[&id], Value::Null);
    let gone = desk.call("payment_methods.reassign", &[&id], to(&guest));
    assert_eq!(refusal(&gone), (400, "PAYMENT_METHOD_NOT_REASSIGNABLE".to_owned()));
    assert_eq!(desk.call("payment_methods.reassign", &["none"], to(&guest)).status, 404);
}

#[test]
fn cards_run_out_unless_they_are_kept_current() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let (kept, left) = (enrolled(&mut desk, &customer, card(VISA)), enrolled(&mut desk, &customer, card(VISA)));
    let (kept, left) = (text(&kept, "/id"), text(&left, "/id"));
    let ids = |ids: &[&str]| json!({ "payment_method_ids": ids });
    let unknown = desk.call("payment_methods.register_for_account_updater", &[], ids(&[&left, "none"]));
    assert_eq!(refusal(&unknown), (400, "PAYMENT_METHOD_NOT_FOUND".to_owned()), "all or none");
    let registered = desk.call("payment_methods.register_for_account_updater", &[], ids(&[&kept]));
    assert_eq!((registered.status, at(&registered, "/accepted")), (200, json!(1)));
    desk.told();
    desk.now = "2028-11-30T23:59:59Z".parse().unwrap();
    desk.wait(SignedDuration::ZERO);
    assert!(told(&mut desk).is_empty());
    desk.wait(SignedDuration::from_secs(1));
    let mut events = told(&mut desk);
    events.sort();
    assert_eq!(events, ["enrollment.expiration EXPIRED", "enrollment.update ENROLLED"]);
    let renewed = desk.call("payment_methods.retrieve", &[&kept], Value::Null);
    assert_eq!(
        (text(&renewed, "/status"), at(&renewed, "/card_data/expiration_year")),
        ("ENROLLED".to_owned(), json!(32))
    );
    assert_eq!(statuses(&mut desk, &left), "EXPIRED");
    desk.now = "2045-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(statuses(&mut desk, &kept), "ENROLLED", "however far the clock jumps");
}

#[test]
fn a_person_sees_everything_in_its_order_and_no_number() {
    let mut desk = Desk::new();
    let customers = ["a", "b", "c"].map(|number| {
        desk.now += SignedDuration::from_secs(1);
        desk.customer(number)
    });
    let session = session(&mut desk, &customers[1]);
    let begun = desk.call("payment_methods.enroll_in_session", &[&session], in_session("CARD"));
    desk.now += SignedDuration::from_secs(1);
    let done = enrolled(&mut desk, &customers[0], card(VISA));
    let seen = serde_json::to_value(desk.domain.overview(desk.now)).unwrap();
    let ids: Vec<_> = seen["customers"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, customers);
    let methods: Vec<_> = seen["payment_methods"].as_array().unwrap().iter().map(|it| &it["payment_method"]).collect();
    assert_eq!(methods, [&begun.value(), &done.value()]);
    assert_eq!(seen["sessions"]["customer"][0]["payment_method"], text(&begun, "/id"));
    assert!(!seen.to_string().contains(VISA));
}

#[test]
fn what_a_deleted_customer_had_enrolled_goes_too() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let id = text(&enrolled(&mut desk, &customer, card(VISA)), "/id");
    desk.call("customers.delete", &[&customer], Value::Null);
    assert_eq!(statuses(&mut desk, &id), "UNENROLLED");
}

#[test]
fn the_last_payment_marks_what_it_was_made_with() {
    let mut desk = Desk::new();
    let customer = desk.customer("a");
    let made = [card(VISA), card("5252440000000002")].map(|card| text(&enrolled(&mut desk, &customer, card), "/id"));
    for id in &made {
        desk.domain.methods.paid_with(id, desk.now);
    }
    let listed = desk.call("payment_methods.list", &[&customer], Value::Null);
    let last = |index: usize| {
        let member = |name: &str| at(&listed, &format!("/payment_methods/{index}/{name}"));
        (member("last_successfully_used"), member("last_successfully_used_at"))
    };
    assert_eq!(last(0), (json!(false), json!("")));
    assert_eq!(last(1), (json!(true), json!("2026-08-03T09:00:00Z")));
}

#[test]
fn an_enrollment_that_has_ended_stays_ended() {
    use EnrollmentStatus::{Canceled, Declined, Enrolled, Error, Rejected, Unenrolled};
    const STEPS: [Step; 10] = [
        Step::Ask,
        Step::Begin,
        Step::Enroll,
        Step::Decline,
        Step::Reject,
        Step::Fail,
        Step::Cancel,
        Step::Expire,
        Step::Unenroll,
        Step::Remove,
    ];
    for status in [Declined, Rejected, Canceled, Error, Unenrolled] {
        assert!(STEPS.iter().all(|step| after(&status, *step).is_none()), "{status}");
    }
    let reached = |status: &EnrollmentStatus| {
        EnrollmentStatus::KNOWN.iter().any(|from| STEPS.iter().any(|step| after(from, *step).as_ref() == Some(status)))
    };
    let unreached: Vec<_> = EnrollmentStatus::KNOWN.iter().filter(|status| !reached(status)).collect();
    assert_eq!(unreached, [&EnrollmentStatus::Created], "every status can be reached");
    assert_eq!(after(&Enrolled, Step::Enroll), None);
}

#[test]
fn the_same_calls_have_the_same_answers() {
    let run = || {
        let mut desk = Desk::new();
        let customer = desk.customer("a");
        let session = session(&mut desk, &customer);
        let begun = desk.call("payment_methods.enroll_in_session", &[&session], in_session("CARD"));
        desk.act(&text(&begun, "/id"), Act::Settle).unwrap();
        enrolled(&mut desk, &customer, checked(VISA));
        serde_json::to_string(&desk.domain).unwrap()
    };
    assert_eq!(run(), run());
}
