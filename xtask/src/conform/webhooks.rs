//! Webhook events: each is read whole, envelope and all, in whichever of its forms it came.

use std::path::Path;

use yuno_api::webhooks::{self, Event, EventKind};

use super::check::{self, Error, Outcome};
use super::recorded::Side;
use super::report::Report;
use super::sources::{self, Unusable};

/// Under which name events stand in a report.
const OPERATION: &str = "webhooks";

/// Holds the event in a file against what is known of events.
pub(super) fn check(file: &Path, report: &mut Report) -> Result<(), Unusable> {
    const REMEDY: &str = "An event is the JSON object that was delivered, with `type`, `type_event` and `data`.";
    let text = sources::text(file)?;
    if !Event::parse(text.as_bytes()).is_ok_and(|event| is_event(&event)) {
        return Err(Unusable::new(file, "is not a webhook event", REMEDY));
    }
    let outcome = match check::body(webhooks::inspect, text.as_bytes(), OPERATION, "$", report) {
        Ok(()) => Outcome::Lossless,
        Err(Error::Unread(error)) => Outcome::Unread(error),
        Err(Error::Altered(error)) => Outcome::Altered(error),
    };
    // To us, an event is what an answer is: it comes from the API.
    report.outcome(OPERATION, Side::Response, None, &file.display().to_string(), outcome);
    Ok(())
}

/// Whether the object is one that Yuno delivers: any other has none of the members by which an event is told.
fn is_event(event: &Event) -> bool {
    let has_envelope = event.type_event.is_some() && event.data.is_some();
    has_envelope || event.payment.is_some() || !matches!(event.kind(), EventKind::Unrecognized(_))
}
