//! What time does to payments.

use jiff::SignedDuration;
use serde_json::json;
use yuno_api::dec;

use super::world::{World, authorization, card, method, part, state, text};
use crate::domain::Domain;

fn delayed(setting: &str, delay: &str) -> serde_json::Value {
    let mut body = authorization("A room");
    body["payment_method"]["detail"]["card"][setting] = json!({ "delay": delay });
    body
}

#[test]
fn an_authorization_is_captured_or_canceled_when_its_delay_is_over() {
    for (setting, sub_status, event) in [
        ("delayed_capture_settings", "CAPTURED", "payment.capture"),
        ("delayed_cancel_settings", "CANCELED", "payment.cancel"),
    ] {
        let mut world = World::new();
        let payment = world.create(&delayed(setting, "P2D"));
        world.pass(SignedDuration::from_hours(47));
        assert_eq!(state(&world.look(&payment)).1, "AUTHORIZED");
        world.events();
        world.pass(SignedDuration::from_hours(24));
        let payment = world.look(&payment);
        assert_eq!(state(&payment).1, sub_status);
        assert_eq!(
            text(&payment["transactions"], "created_at"),
            "2026-08-23T15:00:00Z",
            "at its time, not when looked at"
        );
        assert_eq!(world.events().iter().map(|it| it.event.as_str()).collect::<Vec<_>>(), [event]);
    }
}

#[test]
fn a_delay_does_nothing_once_the_merchant_has_acted() {
    let mut world = World::new();
    let payment = world.create(&delayed("delayed_cancel_settings", "P2D"));
    world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(100.5), "All"));
    world.pass(SignedDuration::from_hours(24 * 30));
    assert_eq!(state(&world.look(&payment)).1, "CAPTURED");
}

#[test]
fn a_delay_that_is_none_is_refused() {
    for delay in ["twenty days", "-P1D", "", "P99999999Y"] {
        let mut world = World::new();
        let answer = world.call("payments.create", &[], &delayed("delayed_capture_settings", delay));
        assert_eq!(answer.status, 400, "{delay}");
    }
}

#[test]
fn what_nobody_pays_passes_or_captures_expires() {
    let mut challenge = card("A chair");
    challenge["payment_method"]["detail"]["card"]["card_data"]["number"] = "4916994064252017".into();
    for body in [method("PIX", "Coffee"), method("OXXO", "Shoes"), authorization("A room"), challenge] {
        let mut world = World::new();
        let payment = world.create(&body);
        world.pass(SignedDuration::from_hours(24 * 8));
        assert_eq!(state(&world.look(&payment)).0, "EXPIRED", "{body}");
    }
    let mut ticket = method("OXXO", "Shoes");
    ticket["payment_method"]["detail"] = json!({ "ticket": { "expires_at": "2026-08-21T16:00:00Z" } });
    let mut world = World::new();
    let payment = world.create(&ticket);
    world.pass(SignedDuration::from_mins(59));
    assert_eq!(state(&world.look(&payment)).0, "PENDING");
    world.pass(SignedDuration::from_mins(1));
    assert_eq!(state(&world.look(&payment)).0, "EXPIRED");
}

#[test]
fn a_declined_capture_is_repeated_on_the_schedule_and_then_given_up() {
    let mut world = World::new();
    let payment = world.create(&authorization("A room"));
    let mut body = part(dec!(100.5), "DO_NOT_HONOR");
    body["simplified_mode"] = true.into();
    world.on("payments.capture", &payment, "AUTHORIZE", &body);
    world.events();
    let minutes = [5, 50, 6 * 60, 24 * 60, 48 * 60, 96 * 60];
    for (index, wait) in minutes.into_iter().enumerate() {
        assert_eq!(state(&world.look(&payment)).1, "CAPTURE_RETRY_IN_PROCESS", "before repeat {index}");
        world.pass(SignedDuration::from_mins(wait));
        assert_eq!(world.events().len(), 1, "repeat {index}");
    }
    assert_eq!(state(&world.look(&payment)).1, "CAPTURE_RETRY_PROCESS_FAILED");
    let answer = world.on("payments.capture", &payment, "AUTHORIZE", &part(dec!(100.5), "By hand"));
    assert_eq!(answer.value()["payment"]["sub_status"], "CAPTURED");
}

#[test]
fn a_snapshot_goes_on_as_if_nothing_had_happened() {
    let mut world = World::new();
    let payment = world.create(&delayed("delayed_capture_settings", "PT1H"));
    let text = serde_json::to_string(&world.domain).unwrap();
    assert!(!text.contains("4111111111111111"), "no number is kept");
    let mut other = World { domain: serde_json::from_str::<Domain>(&text).unwrap(), now: world.now };
    assert_eq!(serde_json::to_string(&other.domain).unwrap(), text);
    for world in [&mut world, &mut other] {
        world.pass(SignedDuration::from_hours(1));
        world.create(&card("Another"));
    }
    assert_eq!(world.look(&payment), other.look(&payment));
    assert_eq!(world.domain.overview(world.now), other.domain.overview(other.now));
}
