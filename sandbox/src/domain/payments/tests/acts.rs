//! What a merchant does to payments, and what is refused.

use serde_json::{Value, json};
use yuno_api::{
    dec,
    types::{CardData, Decode, PaymentMethodType, TransactionResult},
};

use super::world::{
    ACCOUNT, World, authorization, card, evidence, method, part, read, refusal, request, state, text, verification,
    whole,
};
use crate::domain::{Act, payments::HANDLERS, tokens::CardOnFile};

fn on_file() -> CardOnFile {
    let card = CardData::decode(br#"{"iin": "45079900", "lfd": "0010", "brand": "VISA"}"#).unwrap();
    CardOnFile::new(PaymentMethodType::Card, Some(card))
}

#[test]
fn partial_captures_and_refunds_add_up_and_no_more() {
    let mut world = World::new();
    let payment = world.create(&authorization("A room"));
    for (value, sub_status) in [(dec!(40.25), "PARTIALLY_CAPTURED"), (dec!(60), "PARTIALLY_CAPTURED")] {
        let answer = world.on("payments.capture", &payment, "AUTHORIZE", &part(value, "A part"));
        assert_eq!(answer.value()["payment"]["sub_status"], sub_status);
    }
    let over = world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(0.26), "Too much"));
    assert_eq!(refusal(&over), (400, "INVALID_AMOUNT".to_owned()));
    let last = world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(0.25), "The rest"));
    let then = read::<TransactionResult>(&last).payment.unwrap();
    assert_eq!(then.amount.unwrap().captured, Some(dec!(100.50)));
    let again = world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(0.25), "Again"));
    assert_eq!(refusal(&again), (400, "INVALID_STATUS".to_owned()));

    let over = world.on("payments.refund", &payment, "CAPTURE", &part(dec!(0.26), "More than this capture"));
    assert_eq!(refusal(&over), (400, "INVALID_AMOUNT".to_owned()));
    let answer = world.on("payments.refund", &payment, "CAPTURE", &part(dec!(0.25), "This capture"));
    assert_eq!(state(&answer.value()).1, "PARTIALLY_REFUNDED");
    let path = [("payment_id", text(&payment, "id"))];
    let over = world.call("payments.cancel_or_refund", &path, &part(dec!(100.26), "More than is left"));
    assert_eq!(refusal(&over), (400, "INVALID_AMOUNT".to_owned()));
    let rest = world.call("payments.cancel_or_refund", &path, &whole("The rest"));
    assert_eq!(rest.status, 201);
    let back = read::<TransactionResult>(&rest).amount.unwrap().value;
    let rest = rest.value();
    assert_eq!((text(&rest, "type"), back), ("REFUND", Some(dec!(100.25))));
    assert_eq!(rest["payment"]["status"], "REFUNDED");
    let over = world.call("payments.cancel_or_refund", &path, &whole("Again"));
    assert_eq!(refusal(&over), (400, "INVALID_STATUS".to_owned()));
}

#[test]
fn cancel_or_refund_chooses_by_the_state() {
    for (body, kind) in [
        (authorization("A room"), "CANCEL"),
        (method("PIX", "Coffee"), "CANCEL"),
        (card("CREATED"), "CANCEL"),
        (card("A coat"), "REFUND"),
    ] {
        let mut world = World::new();
        let payment = world.create(&body);
        let path = [("payment_id", text(&payment, "id"))];
        let answer = world.call("payments.cancel_or_refund", &path, &whole("Called off"));
        assert_eq!(answer.value()["type"], kind);
    }
    for (body, transaction, kind) in
        [(authorization("A room"), "AUTHORIZE", "CANCEL"), (card("A coat"), "PURCHASE", "REFUND")]
    {
        let mut world = World::new();
        let payment = world.create(&body);
        let answer = world.on("payments.cancel_or_refund_transaction", &payment, transaction, &whole("Called off"));
        assert_eq!((answer.status, &answer.value()["type"]), (201, &json!(kind)));
    }
}

#[test]
fn what_the_state_does_not_allow_is_refused() {
    let mut world = World::new();
    let purchase = world.create(&card("A coat"));
    for (operation, code) in [
        ("payments.capture", "INVALID_TRANSACTION_TYPE"),
        ("payments.cancel", "INVALID_TRANSACTION_TYPE"),
        ("payments.open_dispute", "INVALID_TRANSACTION_TYPE"),
    ] {
        let body = if operation.ends_with("dispute") { evidence() } else { part(dec!(1.0), "Not so") };
        let answer = world.on(operation, &purchase, "PURCHASE", &body);
        assert_eq!(refusal(&answer), (400, code.to_owned()), "{operation}");
    }
    let reserved = world.create(&authorization("A room"));
    let answer = world.on("payments.refund", &reserved, "AUTHORIZE", &whole("Nothing is taken"));
    assert_eq!(refusal(&answer), (400, "INVALID_STATUS".to_owned()));
    world.act(&purchase, Act::Chargeback);
    let answer = world.on("payments.refund", &purchase, "PURCHASE", &whole("In dispute"));
    assert_eq!(refusal(&answer), (400, "CHARGEBACK_IN_PROCESS".to_owned()));
    let mut foreign = part(dec!(1.0), "Dollars");
    foreign["amount"]["currency"] = "USD".into();
    let answer = world.on("payments.capture", &reserved, "AUTHORIZE", &foreign);
    assert_eq!(refusal(&answer), (400, "INVALID_AMOUNT".to_owned()));
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut world = World::new();
    let payment = world.create(&card("A coat"));
    let paths: [&[(&'static str, &str)]; 2] = [
        &[("payment_id", "none"), ("transaction_id", "none")],
        &[("payment_id", text(&payment, "id")), ("transaction_id", "none")],
    ];
    for (operation, _) in HANDLERS.iter().filter(|it| it.0 != "payments.create" && !it.0.contains("order_id")) {
        let body = match *operation {
            "payments.retrieve" => Value::Null,
            name if name.contains("dispute") => evidence(),
            name if name.contains("fulfillment") => json!({ "status": "PARTIAL", "fulfillments": [] }),
            _ => part(dec!(1.0), "None"),
        };
        let answer = world.call(operation, paths[0], &body);
        assert_eq!(refusal(&answer), (400, "PAYMENT_NOT_FOUND".to_owned()), "{operation}");
        if !matches!(*operation, "payments.retrieve" | "payments.cancel_or_refund" | "payments.create_fulfillment") {
            let answer = world.call(operation, paths[1], &body);
            assert_eq!(refusal(&answer), (400, "TRANSACTION_NOT_FOUND".to_owned()), "{operation}");
        }
    }
    let order = world.call("payments.retrieve_by_merchant_order_id", &[], &Value::Null);
    assert_eq!(refusal(&order), (400, "MISSING_PARAMETERS".to_owned()));
}

#[test]
fn what_is_nested_beyond_measure_breaks_nothing() {
    let mut world = World::new();
    for depth in [10, 60, 100, 120, 126, 127, 128, 200] {
        let mut nested = Value::Null;
        for _ in 0..depth {
            nested = json!([nested]);
        }
        let mut body = card("A coat");
        body["additional_data"] = json!({ "order": { "unheard_of": nested } });
        let request = request("payments.create", &[], &body, None);
        let reserved = world.domain.reserve(&request, world.now).unwrap();
        let answer = world.domain.perform(reserved, &request, world.now);
        assert!(matches!(answer.status, 201 | 400), "{depth}: {answer:?}");
    }
    assert!(serde_json::to_string(&world.domain.overview(world.now)).is_ok());
}

#[test]
fn amounts_that_cannot_be_paid_are_refused() {
    let mut below = card("A coat");
    below["amount"]["value"] = (-1).into();
    let mut nothing = card("A coat");
    nothing["amount"]["value"] = 0.into();
    let mut verified = verification("A check");
    verified["amount"]["value"] = 1.into();
    for body in [below, nothing, verified] {
        let answer = World::new().call("payments.create", &[], &body);
        assert_eq!(refusal(&answer), (400, "INVALID_AMOUNT".to_owned()), "{body}");
    }
}

#[test]
fn the_sdk_pays_within_a_session_and_a_token_pays_once() {
    let mut world = World::new();
    world.domain.sessions.put("session-1");
    world.domain.tokens.put("token-1", on_file());
    let mut body = card("A coat");
    body["workflow"] = "SDK_CHECKOUT".into();
    body["checkout"] = json!({ "session": "session-1" });
    body["payment_method"] = json!({ "token": "token-1" });
    let payment = world.create(&body);
    assert_eq!(payment["transactions"]["response_code"], "INSUFFICIENT_FUNDS", "by the card behind the token");
    assert_eq!(payment["payment_method"]["type"], "CARD");
    let again = world.call("payments.create", &[], &body);
    assert_eq!(refusal(&again), (400, "INVALID_STATUS".to_owned()), "a session is for one payment");
    world.domain.sessions.put("session-2");
    body["checkout"]["session"] = "session-2".into();
    let again = world.call("payments.create", &[], &body);
    assert_eq!(refusal(&again), (401, "INVALID_TOKEN".to_owned()));

    body["payment_method"] = json!({ "type": "CARD" });
    let waiting = world.create(&body);
    assert_eq!(state(&waiting), ("READY_TO_PAY".to_owned(), "CREATED".to_owned()));
    assert_eq!(waiting["checkout"]["sdk_action_required"], true);
    world.act(&waiting, Act::Settle);
    assert_eq!(state(&world.look(&waiting)).1, "APPROVED");
    body.as_object_mut().unwrap().remove("checkout");
    assert_eq!(refusal(&world.call("payments.create", &[], &body)), (400, "MISSING_PARAMETERS".to_owned()));
}

#[test]
fn tokens_pay_server_to_server_too() {
    let mut world = World::new();
    world.domain.methods.put("vaulted-1", on_file());
    let mut body = card("A coat");
    body["payment_method"] = json!({ "type": "CARD", "vaulted_token": "vaulted-1" });
    let payment = world.create(&body);
    assert_eq!(payment["transactions"]["response_code"], "INSUFFICIENT_FUNDS");
    assert_eq!(payment["payment_method"]["vaulted_token"], "vaulted-1");
    body["payment_method"]["vaulted_token"] = "none".into();
    assert_eq!(refusal(&world.call("payments.create", &[], &body)), (401, "INVALID_TOKEN".to_owned()));

    body["payment_method"] = json!({ "type": "CARD", "detail": { "card": { "network_token": { "token_data": {
        "number": "5252440000000028", "expiration_month": "11", "expiration_year": "2028", "cryptogram": "AAAA",
    } } } } });
    let payment = world.create(&body);
    assert_eq!(payment["transactions"]["response_code"], "DECLINED_BY_BANK");
    body["payment_method"] = json!({ "type": "CARD" });
    assert_eq!(refusal(&world.call("payments.create", &[], &body)), (400, "MISSING_PARAMETERS".to_owned()));
}

#[test]
fn what_a_customer_paid_with_is_kept_where_that_is_asked_for() {
    let mut world = World::new();
    let wanted = json!({ "merchant_customer_id": "shopper-42", "country": "BR", "email": "marina@example.com" });
    let customer = world.call("customers.create", &[], &wanted).value();
    let mut body = card("A coat");
    body["customer_payer"] = json!({ "id": text(&customer, "id") });
    body["payment_method"]["vault_on_success"] = true.into();
    let declined = Value::from("DO_NOT_HONOR");
    for (description, kept) in [(declined, false), ("A coat".into(), true)] {
        body["description"] = description;
        let payment = world.create(&body);
        let token = payment["payment_method"].get("vaulted_token").cloned();
        assert_eq!(token.is_some(), kept);
        let told = world.events().into_iter().find(|it| it.kind == "payment").unwrap();
        assert_eq!(
            told.data.parse::<Value>().unwrap()["payment"]["payment_method"].get("vaulted_token"),
            token.as_ref()
        );
        let Some(token) = token else { continue };
        let mut again = card("A hat");
        again["payment_method"] = json!({ "type": "CARD", "vaulted_token": token });
        assert_eq!(state(&world.create(&again)).1, "APPROVED");
    }
    body["customer_payer"]["id"] = "none".into();
    let answer = world.call("payments.create", &[], &body);
    assert_eq!(refusal(&answer), (400, "CUSTOMER_NOT_FOUND".to_owned()));
}

#[test]
fn asynchronous_methods_wait_until_they_are_settled() {
    for (kind, part) in [
        ("PIX", "bank_transfer"),
        ("PSE", "bank_transfer"),
        ("OXXO", "ticket"),
        ("NU_PAY", "wallet"),
        ("MERCADO_PAGO_CHECKOUT_PRO", "payment_link"),
        ("ADDI", "bnpl"),
    ] {
        for (act, sub_status) in [(Act::Settle, "APPROVED"), (Act::Decline, "DECLINED"), (Act::Expire, "EXPIRED")] {
            let mut world = World::new();
            let payment = world.create(&method(kind, "Coffee"));
            assert_eq!(state(&payment).1, "WAITING_ADDITIONAL_STEP", "{kind}");
            let url = &payment["payment_method"]["payment_method_detail"][part]["redirect_url"];
            assert!(url.as_str().is_some_and(|url| url.contains("/_sandbox/pay/")), "{kind}: {payment}");
            world.act(&payment, act);
            assert_eq!(state(&world.look(&payment)).1, sub_status, "{kind}");
            assert!(world.domain.act(text(&payment, "id"), Act::Decline, world.now).is_err(), "nothing waits");
        }
    }
    let mut redirected = card("A coat");
    redirected["workflow"] = "REDIRECT".into();
    redirected["payment_method"] = json!({ "type": "CARD" });
    assert_eq!(state(&World::new().create(&redirected)).1, "WAITING_ADDITIONAL_STEP");
}

#[test]
fn a_dispute_is_contested_and_decided() {
    for (act, sub_status, code) in [
        (Act::Settle, "APPROVED", "REVIEW_WON"),
        (Act::Chargeback, "LOST", "REVIEW_LOST"),
        (Act::Expire, "LOST", "EXPIRED"),
    ] {
        let mut world = World::new();
        let payment = world.create(&card("A coat"));
        world.act(&payment, Act::Chargeback);
        let early = world.on("payments.update_dispute", &payment, "CHARGEBACK", &evidence());
        assert_eq!(refusal(&early), (400, "INVALID_STATUS".to_owned()));
        assert_eq!(world.on("payments.open_dispute", &payment, "CHARGEBACK", &evidence()).status, 200);
        assert_eq!(world.on("payments.update_dispute", &payment, "CHARGEBACK", &evidence()).status, 200);
        world.act(&payment, act);
        let payment = world.look(&payment);
        assert_eq!(state(&payment).1, sub_status);
        assert_eq!(payment["transactions"]["response_code"], code);
    }
}

#[test]
fn each_change_is_told_once_with_the_payment_as_it_is_retrieved() {
    let mut world = World::new();
    let payment = world.create(&authorization("A room"));
    world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(100.5), "All"));
    world.on("payments.refund", &payment, "CAPTURE", &whole("All"));
    let events = world.events();
    let names: Vec<_> = events.iter().map(|it| it.event.as_str()).collect();
    assert_eq!(names, ["payment.authorize", "payment.capture", "payment.refund"]);
    let path = [("payment_id", text(&payment, "id"))];
    let retrieved = world.call("payments.retrieve", &path, &Value::Null).value();
    assert_eq!(events[2].value()["payment"], retrieved);
    assert!(world.events().is_empty());
    assert_eq!(events[0].account, ACCOUNT);
}

#[test]
fn receipts_history_and_raw_answers_come_where_they_are_asked_for() {
    let mut world = World::new();
    let payment = world.create(&authorization("A room"));
    let mut body = whole("Called off");
    body["response_additional_data"] =
        json!({ "receipt": true, "receipt_language": "EN", "transactions_history": true, "raw_response": true });
    let answer = world.on("payments.cancel", &payment, "AUTHORIZE", &body).value();
    assert_eq!(answer["receipt"], true);
    assert!(text(&answer, "receipt_url").contains("/_sandbox/receipt/"));
    assert_eq!(answer["payment"]["transactions_history"].as_array().unwrap().len(), 2);
    assert_eq!(answer["provider_data"]["raw_response"]["status"], "SUCCEEDED");
    let fulfilled = json!({ "status": "PARTIAL", "fulfillments": [] });
    let path = [("payment_id", text(&payment, "id"))];
    assert_eq!(world.call("payments.create_fulfillment", &path, &fulfilled).status, 202);
}
