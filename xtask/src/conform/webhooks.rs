//! Webhook events, as far as there are types for them: the envelope's form, and the payment in it.
//!
//! To be replaced by the events' own types.

use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;
use yuno_api::exchange::{Inspect, objects};

use super::check::{self, Error, Outcome};
use super::recorded::{Side, what};
use super::report::Report;
use super::sources::{self, Unusable};

/// Under which name events stand in a report.
const OPERATION: &str = "webhooks";

/// What every event has around its data.
#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(rename = "type")]
    kind: Option<&'a RawValue>,
    type_event: Option<&'a RawValue>,
    #[serde(borrow)]
    data: Option<Data<'a>>,
}

/// What an event is about.
#[derive(Deserialize)]
struct Data<'a> {
    #[serde(borrow)]
    payment: Option<&'a RawValue>,
}

/// Holds the event in a file against what is known of events.
pub(super) fn check(file: &Path, report: &mut Report) -> Result<(), Unusable> {
    const REMEDY: &str = "An event is the JSON object that was delivered, with `type`, `type_event` and `data`.";
    let text = sources::text(file)?;
    let event: Envelope<'_> = serde_json::from_str(&text).map_err(|error| Unusable::new(file, what(&error), REMEDY))?;
    if event.kind.is_none() || event.type_event.is_none() {
        return Err(Unusable::new(file, "is not a webhook event", REMEDY));
    }
    let source = file.display().to_string();
    match (event.data.and_then(|data| data.payment), payment()) {
        (Some(payment), Some(inspect)) if payment.get() != "null" => {
            let passed = check::body(inspect, payment.get().as_bytes(), OPERATION, "$.data.payment", report);
            let outcome = match passed {
                Ok(()) => Outcome::Lossless,
                Err(Error::Unread(error)) => Outcome::Unread(error),
                Err(Error::Altered(error)) => Outcome::Altered(error),
            };
            report.outcome(OPERATION, Side::Request, None, &source, outcome);
        }
        _ => report.stranger(format!("webhook event without a payment ({source})")),
    }
    Ok(())
}

fn payment() -> Option<Inspect> {
    objects().find(|(name, _)| *name == "Payment").map(|(_, inspect)| inspect)
}
