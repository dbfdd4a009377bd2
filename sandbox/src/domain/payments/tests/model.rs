//! Random sequences of acts on several payments, against a small model that counts money only.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use yuno_api::types::{Amount, Currency, Decimal, Payment, TransactionResult, TransactionStatus};

use super::world::{World, authorization, card, method, read, request, state, text};
use crate::domain::Act;

/// What is done next. Payments are numbered, and so are keys; amounts are in centavos.
#[derive(Debug, Clone)]
enum Step {
    Create { kind: u8, key: u8 },
    Capture { payment: usize, amount: i64, declined: bool },
    Refund { payment: usize, amount: i64, declined: bool },
    CancelOrRefund { payment: usize },
    Cancel { payment: usize },
    Act { payment: usize, act: Act },
    Pass { hours: i64 },
}

/// A payment, as the model knows it.
#[derive(Debug, Default)]
struct Money {
    authorized: i64,
    captured: i64,
    refunded: i64,
    purchased: i64,
    last: Option<(String, String)>,
}

const PRICE: i64 = 10_050;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let act = prop_oneof![Just(Act::Settle), Just(Act::Decline), Just(Act::Expire), Just(Act::Chargeback)];
    let amount = prop_oneof![1..PRICE * 2, Just(PRICE), -5..5_i64];
    let rarely = prop::bool::weighted(0.1);
    let step = prop_oneof![
        3 => (0..5_u8, 0..40_u8).prop_map(|(kind, key)| Step::Create { kind, key }),
        4 => (0..5_usize, amount.clone(), rarely)
            .prop_map(|(payment, amount, declined)| Step::Capture { payment, amount, declined }),
        4 => (0..5_usize, amount, rarely)
            .prop_map(|(payment, amount, declined)| Step::Refund { payment, amount, declined }),
        1 => (0..5_usize).prop_map(|payment| Step::CancelOrRefund { payment }),
        1 => (0..5_usize).prop_map(|payment| Step::Cancel { payment }),
        2 => (0..5_usize, act).prop_map(|(payment, act)| Step::Act { payment, act }),
        1 => (1..48_i64).prop_map(|hours| Step::Pass { hours }),
    ];
    prop::collection::vec(step, 50)
}

/// Final: nothing moves a payment from here.
fn is_terminal(state: &(String, String)) -> bool {
    matches!(
        (state.0.as_str(), state.1.as_str()),
        ("DECLINED" | "REJECTED" | "EXPIRED" | "CHARGEBACK" | "VERIFIED", _)
            | ("CANCELED", "CANCELED")
            | ("REFUNDED", "REFUNDED")
    )
}

fn money(amount: i64, declined: bool) -> Value {
    json!({
        "amount": Amount::new(Currency::Brl, Decimal::new(amount, 2)), "merchant_reference": "ref", "reason": "DUPLICATE",
        "description": if declined { "DO_NOT_HONOR" } else { "As asked" },
    })
}

fn centavos(value: Option<Decimal>) -> i64 {
    let amount = Amount::new(Currency::Brl, value.unwrap());
    amount.minor_units().unwrap()
}

fn run(steps: &[Step]) {
    let mut world = World::new();
    let mut payments: Vec<Value> = Vec::new();
    let mut model: Vec<Money> = Vec::new();
    let mut keys: BTreeMap<u8, (Timestamp, Value)> = BTreeMap::new();
    for step in steps {
        match step {
            Step::Create { kind, key } => {
                let body = match kind {
                    0 | 1 => authorization("A room"),
                    2 => card("A coat"),
                    3 => method("PIX", "Coffee"),
                    _ => card("DO_NOT_HONOR"),
                };
                let sent = request("payments.create", &[], &body, Some(&key.to_string()));
                let payment = world.send(&sent).value();
                let remembered = |since: &Timestamp| world.now.duration_since(*since) < SignedDuration::from_hours(24);
                if let Some((_, first)) = keys.get(key).filter(|(since, _)| remembered(since)) {
                    assert_eq!(first, &payment, "one payment for a key");
                    continue;
                }
                let authorized = if *kind < 2 { PRICE } else { 0 };
                let purchased = if matches!(kind, 2 | 3) { PRICE } else { 0 };
                keys.insert(*key, (world.now, payment.clone()));
                payments.push(payment);
                model.push(Money { authorized, purchased, ..Money::default() });
            }
            Step::Capture { payment, amount, declined } => {
                let Some(it) = payments.get(*payment).filter(|_| model[*payment].authorized > 0) else { continue };
                let answer = world.on("payments.capture", it, "AUTHORIZE", &money(*amount, *declined));
                let fits = *amount > 0 && model[*payment].captured + amount <= model[*payment].authorized;
                assert!(answer.status == 200 || answer.status == 400);
                assert!(fits || answer.status == 400, "captured {amount} too much");
                if answer.status == 200 && !declined {
                    model[*payment].captured += amount;
                }
            }
            Step::Refund { payment, amount, declined } => {
                let Some(it) = payments.get(*payment) else { continue };
                let path = [("payment_id", text(it, "id"))];
                let answer = world.call("payments.cancel_or_refund", &path, &money(*amount, *declined));
                assert!(answer.status == 201 || answer.status == 400);
                let money = &mut model[*payment];
                if answer.status == 201 && !declined && answer.value()["type"] == "REFUND" {
                    money.refunded += amount;
                    assert!(*amount > 0 && money.refunded <= money.captured + money.purchased, "{money:?}");
                }
            }
            Step::CancelOrRefund { payment } => {
                let Some(it) = payments.get(*payment) else { continue };
                let path = [("payment_id", text(it, "id"))];
                let answer = world.call("payments.cancel_or_refund", &path, &json!({ "reason": "DUPLICATE" }));
                if answer.status == 201 && answer.value()["type"] == "REFUND" {
                    let given_back = read::<TransactionResult>(&answer).amount.unwrap();
                    model[*payment].refunded += centavos(given_back.value);
                }
            }
            Step::Cancel { payment } => {
                let Some(it) = payments.get(*payment).filter(|_| model[*payment].authorized > 0) else { continue };
                let answer = world.on("payments.cancel", it, "AUTHORIZE", &money(1, false));
                assert!(answer.status == 400 || model[*payment].captured == 0, "canceled what was captured");
            }
            Step::Act { payment, act } => {
                let Some(it) = payments.get(*payment) else { continue };
                // Whether it can be done is up to the state; that it does no harm is checked below.
                let _ = world.domain.act(text(it, "id"), *act, world.now);
            }
            Step::Pass { hours } => world.pass(SignedDuration::from_hours(*hours)),
        }
        check(&mut world, &payments, &mut model);
    }
}

/// What holds of every payment after every step.
fn check(world: &mut World, payments: &[Value], model: &mut [Money]) {
    world.events();
    for (payment, money) in payments.iter().zip(model) {
        let answer = world.retrieve(payment);
        let (now, state) = (read::<Payment>(&answer), state(&answer.value()));
        let amount = now.amount.as_ref().unwrap();
        assert_eq!((centavos(amount.captured), centavos(amount.refunded)), (money.captured, money.refunded), "{now:?}");
        assert!(0 <= money.captured && money.captured <= money.authorized);
        assert!(now.every_transaction().all(|it| centavos(it.amount) > 0), "{now:?}");
        let lost = now.every_transaction().filter(|it| it.status == Some(TransactionStatus::Lost));
        let lost = lost.map(|it| centavos(it.amount)).sum::<i64>();
        assert!(0 <= money.refunded && money.refunded + lost <= money.captured + money.purchased, "{now:?}");
        if let Some(last) = money.last.as_ref().filter(|last| is_terminal(last)) {
            assert_eq!(last, &state, "what is final stays");
        }
        money.last = Some(state);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_acts_never_lose_count(steps in steps()) {
        run(&steps);
    }
}
