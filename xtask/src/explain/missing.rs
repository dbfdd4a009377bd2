//! What an event lacks, and what that means.

use std::fmt::Write as _;

use yuno_api::webhooks::{Event, EventType};

/// Members that an event should have and does not, each with its consequence.
pub(super) fn members(text: &mut String, body: &[u8]) {
    let Ok(event) = Event::parse(body) else { return };
    let before = text.len();
    for (missing, name, consequence) in [
        (event.type_.is_none(), "type", "what the event is about is told from what it carries"),
        (
            event.type_event.is_none(),
            "type_event",
            "what happened is told from the payment's transaction, if there is one",
        ),
        (event.data.is_none() && event.payment.is_none(), "data", "the event carries nothing, or is bare"),
        (event.account().is_none(), "account_id", "which account it happened in is unknown"),
        (event.retry.is_none(), "retry", "a repeated delivery cannot be told from the first by looking at it"),
        (event.version.is_none(), "version", "it is taken for version 1 where it holds a payment without data"),
        (event.resource_id().is_none(), "an id", "it cannot be compared with other events about the same thing"),
        (event.status().is_none(), "a status", "there is no state to take over"),
        (event.updated_at().is_none(), "updated_at", "which of two events is later is judged by the status alone"),
        (event.idempotency_key().is_none(), "idempotency_key", no_key(&event)),
    ] {
        if missing {
            let _ = writeln!(text, "- {name} is missing: {consequence}");
        }
    }
    if text.len() > before {
        let _ = writeln!(text);
    }
}

fn no_key(event: &Event) -> &'static str {
    if matches!(event.type_, Some(EventType::Enrollment)) {
        "as usual for enrollments; repeated deliveries are recognised by id and content"
    } else {
        "repeated deliveries are recognised by id and content"
    }
}
