//! The events, and what became of their deliveries.

use super::{SHOWN, button, row, section as table};
use crate::{
    control::Escaped,
    engine::Engine,
    webhooks::{DeliveryAttempt, SentEvent},
};

pub(super) fn section(engine: &Engine) -> String {
    let (events, attempts) = (engine.events(), engine.attempts());
    let rows: Vec<String> = events.iter().rev().take(SHOWN).map(event).collect();
    let tried: Vec<String> = attempts.iter().rev().take(SHOWN).map(attempt).collect();
    table("events", "Events", events.len(), &["No.", "Time", "Event", "Do"], &rows)
        + &table("deliveries", "Deliveries", attempts.len(), &["Event", "Time", "Endpoint", "Answer"], &tried)
        + &button("deliver", "deliver", "Deliver what is due", "to the webhooks")
}

fn event(event: &SentEvent) -> String {
    let number = event.number;
    let replay =
        button(&format!("events/{number}/replay"), &format!("replay-{number}"), "Replay", &format!("event {number}"));
    row(&[
        ("No.", number.to_string()),
        ("Time", format!("<time>{:.0}</time>", event.at)),
        ("Event", Escaped(&event.event).to_string()),
        ("Do", replay),
    ])
}

fn attempt(it: &DeliveryAttempt) -> String {
    let answer = it.status.map(|status| status.to_string()).or_else(|| it.error.clone()).unwrap_or_default();
    let mut notes = format!("{} {}", it.event_number, it.event);
    for (is, note) in [(it.retry > 0, "retry"), (it.forged, "forged"), (it.duplicate, "duplicate")] {
        if is {
            notes = notes + ", " + note;
        }
    }
    row(&[
        ("Event", Escaped(&notes).to_string()),
        ("Time", format!("<time>{:.0}</time>", it.at)),
        ("Endpoint", Escaped(&it.url).to_string()),
        ("Answer", Escaped(&answer).to_string()),
    ])
}
