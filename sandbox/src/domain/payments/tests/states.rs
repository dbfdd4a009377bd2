//! Every state that the vendor's table has, and the transaction that leads there.

use serde_json::{Value, json};
use yuno_api::{dec, types::Decimal};

use super::world::{World, authorization, card, evidence, facts, method, part, state, text, verification, whole};
use crate::domain::Act;

/// How to bring a payment into a state: makes it, and gives it.
type Way = fn(&mut World) -> Value;

/// Status, sub-status, type and status of the transaction that leads there, and the way.
static ROWS: &[(&str, &str, &str, &str, Way)] = &[
    ("CREATED", "CREATED", "", "", |w| w.create(&card("CREATED"))),
    ("READY_TO_PAY", "CREATED", "PURCHASE", "CREATED", |w| w.create(&card("READY_TO_PAY"))),
    ("PENDING", "AUTHORIZED", "AUTHORIZE", "SUCCEEDED", |w| w.create(&authorization("A room"))),
    ("PENDING", "IN_PROCESS", "PURCHASE", "CREATED", |w| w.create(&card("IN_PROCESS"))),
    ("PENDING", "WAITING_ADDITIONAL_STEP", "PURCHASE", "PENDING", |w| w.create(&method("PIX", "Coffee"))),
    ("PENDING", "WAITING_ADDITIONAL_STEP", "AUTHORIZE", "PENDING", |w| {
        w.create(&authorization("WAITING_ADDITIONAL_STEP"))
    }),
    ("PENDING", "PENDING_PROVIDER_CONFIRMATION", "PURCHASE", "PENDING", |w| {
        w.create(&card("PENDING_PROVIDER_CONFIRMATION"))
    }),
    ("PENDING", "PENDING_FRAUD_REVIEW", "FRAUD_SCREENING", "PENDING", |w| w.create(&card("PENDING_FRAUD_REVIEW"))),
    ("PENDING", "PENDING_OTP_COMPLETION", "PURCHASE", "PENDING", |w| w.create(&card("PENDING_OTP_COMPLETION"))),
    ("VERIFIED", "VERIFIED", "VERIFY", "SUCCEEDED", |w| w.create(&verification("A check"))),
    ("EXPIRED", "EXPIRED", "PURCHASE", "EXPIRED", |w| then(w, &method("OXXO", "Shoes"), Act::Expire)),
    ("EXPIRED", "EXPIRED", "AUTHORIZE", "EXPIRED", |w| then(w, &authorization("A room"), Act::Expire)),
    ("REJECTED", "REJECTED", "PURCHASE", "REJECTED", |w| w.create(&card("INVALID_REQUEST"))),
    ("REJECTED", "REJECTED", "CAPTURE", "ERROR", |w| captured(w, dec!(100.5), "PROVIDER_ERROR")),
    ("DECLINED", "DECLINED", "PURCHASE", "DECLINED", |w| w.create(&card("DO_NOT_HONOR"))),
    ("DECLINED", "DECLINED", "CAPTURE", "DECLINED", |w| captured(w, dec!(100.5), "DO_NOT_HONOR")),
    ("DECLINED", "FRAUD_DECLINED", "FRAUD_SCREENING", "DECLINED", |w| w.create(&card("FRAUD_VERIFICATION_DECLINED"))),
    ("SUCCEEDED", "PARTIALLY_APPROVED", "PURCHASE", "SUCCEEDED", |w| w.create(&card("PARTIALLY_APPROVED"))),
    ("SUCCEEDED", "APPROVED", "PURCHASE", "SUCCEEDED", |w| w.create(&card("Annual plan"))),
    ("SUCCEEDED", "CAPTURED", "CAPTURE", "SUCCEEDED", |w| captured(w, dec!(100.5), "All of it")),
    ("SUCCEEDED", "PARTIALLY_CAPTURED", "CAPTURE", "SUCCEEDED", |w| captured(w, dec!(40.25), "A part")),
    ("SUCCEEDED", "PARTIALLY_CAPTURED", "REFUND", "DECLINED", |w| {
        let payment = captured(w, dec!(40.25), "A part");
        w.on("payments.refund", &payment, "CAPTURE", &whole("DECLINED_BY_PROVIDER"));
        payment
    }),
    ("SUCCEEDED", "PARTIALLY_CAPTURED", "REFUND", "ERROR", |w| {
        let payment = captured(w, dec!(40.25), "A part");
        w.on("payments.refund", &payment, "CAPTURE", &whole("PROVIDER_ERROR"));
        payment
    }),
    ("SUCCEEDED", "PARTIALLY_CAPTURED", "CHARGEBACK", "DECLINED", |w| {
        let payment = captured(w, dec!(40.25), "A part");
        w.act(&payment, Act::Chargeback);
        w.act(&payment, Act::Decline);
        payment
    }),
    ("SUCCEEDED", "PARTIALLY_REFUNDED", "REFUND", "SUCCEEDED", |w| {
        let payment = w.create(&card("Annual plan"));
        w.on("payments.refund", &payment, "PURCHASE", &part(dec!(0.5), "A discount"));
        payment
    }),
    ("SUCCEEDED", "PARTIALLY_CHARGEBACKED", "CHARGEBACK", "LOST", |w| {
        let payment = then(w, &card("PARTIALLY_CHARGEBACKED"), Act::Chargeback);
        w.act(&payment, Act::Chargeback);
        payment
    }),
    ("SUCCEEDED", "FRAUD_DECLINED", "FRAUD_SCREENING", "DECLINED", |w| w.create(&card("FRAUD_DECLINED"))),
    ("SUCCEEDED", "REFUND_RETRY_IN_PROCESS", "REFUND", "DECLINED", |w| {
        let payment = w.create(&card("Annual plan"));
        let mut body = whole("DO_NOT_HONOR");
        body["simplified_mode"] = true.into();
        w.on("payments.refund", &payment, "PURCHASE", &body);
        payment
    }),
    ("SUCCEEDED", "CAPTURE_RETRY_IN_PROCESS", "CAPTURE", "DECLINED", repeated_capture),
    ("SUCCEEDED", "CAPTURE_RETRY_PROCESS_FAILED", "CAPTURE", "DECLINED", |w| {
        let payment = repeated_capture(w);
        w.act(&payment, Act::Decline);
        payment
    }),
    ("REFUNDED", "PENDING_PROVIDER_CONFIRMATION", "REFUND", "PENDING", |w| {
        let payment = w.create(&card("Annual plan"));
        w.on("payments.refund", &payment, "PURCHASE", &whole("PENDING_PROVIDER_CONFIRMATION"));
        payment
    }),
    ("REFUNDED", "REFUNDED", "REFUND", "SUCCEEDED", |w| {
        let payment = w.create(&card("Annual plan"));
        w.on("payments.refund", &payment, "PURCHASE", &whole("All of it"));
        payment
    }),
    ("CANCELED", "PENDING_PROVIDER_CONFIRMATION", "CANCEL", "PENDING", |w| {
        let payment = w.create(&authorization("A room"));
        w.on("payments.cancel", &payment, "AUTHORIZE", &whole("PENDING_PROVIDER_CONFIRMATION"));
        payment
    }),
    ("CANCELED", "CANCELED", "CANCEL", "SUCCEEDED", |w| {
        let payment = w.create(&authorization("A room"));
        w.on("payments.cancel", &payment, "AUTHORIZE", &whole("Called off"));
        payment
    }),
    ("IN_DISPUTE", "RECEIVED", "CHARGEBACK", "CREATED", |w| then(w, &card("A coat"), Act::Chargeback)),
    ("IN_DISPUTE", "PENDING_REVIEW", "CHARGEBACK", "PENDING", |w| {
        let payment = then(w, &card("A coat"), Act::Chargeback);
        w.on("payments.open_dispute", &payment, "CHARGEBACK", &evidence());
        payment
    }),
    ("CHARGEBACK", "LOST", "CHARGEBACK", "PREVENTED", |w| then(w, &card("PREVENTED"), Act::Chargeback)),
    ("ERROR", "ERROR", "PURCHASE", "ERROR", |w| w.create(&card("PROVIDER_ERROR"))),
    ("ERROR", "TIMEOUT", "PURCHASE", "ERROR", |w| w.create(&card("PROVIDER_TIMEOUT"))),
    ("ERROR", "PENDING_REVERSE", "PURCHASE", "ERROR", |w| w.create(&card("TO_REVERSE"))),
    ("ERROR", "REVERSED_BY_TIMEOUT", "PURCHASE", "ERROR", |w| then(w, &card("TO_REVERSE"), Act::Settle)),
    ("FRAUD", "FRAUD_VERIFIED", "FRAUD_SCREENING", "SUCCEEDED", |w| {
        let mut body = card("A screening");
        body["fraud_screening"] = json!({ "stand_alone": true });
        w.create(&body)
    }),
];

fn then(world: &mut World, body: &Value, act: Act) -> Value {
    let payment = world.create(body);
    world.act(&payment, act);
    payment
}

fn captured(world: &mut World, value: Decimal, description: &str) -> Value {
    let payment = world.create(&authorization("A room"));
    let answer = world.on("payments.capture", &payment, "AUTHORIZE", &part(value, description));
    assert_eq!(answer.status, 200, "{answer:?}");
    payment
}

fn repeated_capture(world: &mut World) -> Value {
    let payment = world.create(&authorization("A room"));
    let mut body = part(dec!(100.5), "DO_NOT_HONOR");
    body["simplified_mode"] = true.into();
    world.on("payments.capture", &payment, "AUTHORIZE", &body);
    payment
}

#[test]
fn every_state_is_reached_by_its_transaction() {
    for (status, sub_status, kind, transaction, way) in ROWS {
        let mut world = World::new();
        let made = way(&mut world);
        let payment = world.look(&made);
        assert_eq!(state(&payment), ((*status).to_owned(), (*sub_status).to_owned()), "{payment}");
        if kind.is_empty() {
            assert!(payment.get("transactions").is_none(), "{payment}");
        } else {
            let last = &payment["transactions"];
            assert_eq!((text(last, "type"), text(last, "status")), (*kind, *transaction), "{status} {sub_status}");
        }
        let events = world.events();
        assert_eq!(events.last().unwrap().value()["payment"]["sub_status"], *sub_status, "the last event tells of it");
    }
}

#[test]
fn the_rows_are_those_of_the_vendor() {
    let Some(facts) = facts("payment-status.tsv") else { return };
    for row in facts {
        let ours = ROWS.iter().filter(|ours| ours.0 == row[0] && ours.1 == row[1]).any(|(_, _, kind, status, _)| {
            let theirs = row[2].to_uppercase().replace(' ', "_");
            let kind_fits = theirs.is_empty()
                || kind.starts_with(&theirs)
                || *kind == "FRAUD_SCREENING" && theirs.starts_with("FRAUD");
            let named = row[3].to_uppercase();
            let status_fits = named.is_empty()
                || named.starts_with("EXAMPLE")
                || named.split('/').any(|one| one == *status)
                // A chargeback that takes a part was lost; the table writes that as success.
                || row[1] == "PARTIALLY_CHARGEBACKED" && *status == "LOST";
            kind_fits && status_fits
        });
        assert!(ours, "no row for {row:?}");
    }
}
