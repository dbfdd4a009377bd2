//! What a type expects in a place, found out by putting things there.

use serde_json::{Map, Value, json};
use yuno_api::exchange::Inspect;

use super::walk::Step;

/// A text that is in no list.
const STRANGE: &str = "\u{a7} explain";

/// Kinds of values, with one of each.
fn samples() -> [(&'static str, Value); 6] {
    [
        ("a text", json!("")),
        ("a number", json!(1)),
        ("a flag", json!(true)),
        ("a time in RFC 3339", json!("2026-01-01T00:00:00Z")),
        ("an object", json!({})),
        ("a list", json!([])),
    ]
}

/// The kind of value that fits this place, or nothing where no member of this name is known.
pub(super) fn expected(inspect: Inspect, steps: &[Step]) -> Option<&'static str> {
    let fits = |sample: &Value| inspected(inspect, steps, sample).is_some_and(|found| !found.unknown);
    // Texts take numbers and flags too, so what takes a text is asked first; a time takes only some.
    samples().into_iter().find(|(_, sample)| fits(sample)).map(|(name, _)| name)
}

/// Whether a value is of a kind.
pub(super) fn fits(kind: &str, value: &Value) -> bool {
    match kind {
        "a text" => matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_)),
        "a number" => value.is_number() || value.as_str().is_some_and(|text| text.parse::<f64>().is_ok()),
        "a flag" => value.is_boolean() || matches!(value.as_str(), Some("true" | "false")),
        "an object" => value.is_object(),
        "a list" => value.is_array(),
        _ => false,
    }
}

/// Whether this text is in the list of known values for this place. Nothing where there is no such list.
pub(super) fn in_list(inspect: Inspect, steps: &[Step], text: &str) -> Option<bool> {
    if !inspected(inspect, steps, &STRANGE.into())?.unknown_value {
        return None;
    }
    Some(!inspected(inspect, steps, &text.into())?.unknown_value)
}

struct Found {
    unknown: bool,
    unknown_value: bool,
}

/// What an inspection says of a body that holds nothing but this value in this place.
fn inspected(inspect: Inspect, steps: &[Step], value: &Value) -> Option<Found> {
    let body = steps.iter().rev().fold(value.clone(), |inner, step| match step {
        Step::Member(name) => Value::Object(Map::from_iter([(name.clone(), inner)])),
        Step::Item(_) => Value::Array(vec![inner]),
    });
    let found = inspect(body.to_string().as_bytes()).ok()?;
    Some(Found { unknown: !found.unknown_fields.is_empty(), unknown_value: !found.unknown_values.is_empty() })
}
