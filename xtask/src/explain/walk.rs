//! A body, member by member, held against what the types made of it.

use std::collections::HashSet;

use serde_json::Value;
use yuno_api::exchange::{Inspect, Inspection};

use super::probe;

/// One member, or one item of a list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it stands: `$.data.payment.transactions[0].amount`.
    pub(super) path: String,
    /// What kind of value stands there, and the value itself where it may be seen.
    pub(super) shown: String,
    pub(super) verdict: Verdict,
}

/// What the types make of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is in its place.
    Recognised,
    /// No type has a member of this name.
    Unknown,
    /// It should be one of a list of texts, and is another.
    UnknownValue,
    /// The member is known, but takes another kind of value: this one.
    Unfitting(&'static str),
}

/// Every value in a body that holds no other.
pub(super) fn lines(body: &[u8], inspect: Inspect, inspection: &Inspection) -> Vec<Line> {
    let set = |paths: &[String]| paths.iter().cloned().collect::<HashSet<_>>();
    let mut walk = Walk {
        inspect,
        unknown: set(&inspection.unknown_fields),
        values: set(&inspection.unknown_values),
        lines: Vec::new(),
    };
    // Nested deeper than the parser goes: the crate keeps it, but there is nothing to walk through.
    if let Ok(value) = serde_json::from_slice::<Value>(body) {
        walk.value(&value, &mut Place::default());
    }
    walk.lines
}

/// Where we are: as it is shown, as inspections spell it, and step by step.
#[derive(Default)]
struct Place {
    steps: Vec<Step>,
}

#[derive(Clone)]
pub(super) enum Step {
    Member(String),
    Item(usize),
}

impl Place {
    fn shown(&self) -> String {
        self.steps.iter().fold("$".to_owned(), |path, step| match step {
            Step::Member(name) => path + "." + mask(name),
            Step::Item(index) => format!("{path}[{index}]"),
        })
    }

    fn inspected(&self) -> String {
        self.steps.iter().fold("$".to_owned(), |path, step| match step {
            Step::Member(name) => path + "." + name,
            Step::Item(_) => path + "[]",
        })
    }

    /// As an inspection spells it where an object stands for a list of one.
    fn inspected_without_lists(&self) -> String {
        self.inspected().replace("[]", "")
    }
}

struct Walk {
    inspect: Inspect,
    unknown: HashSet<String>,
    values: HashSet<String>,
    lines: Vec<Line>,
}

impl Walk {
    fn value(&mut self, value: &Value, place: &mut Place) {
        let path = place.inspected();
        if self.unknown.contains(&path) && !place.steps.is_empty() {
            let verdict = match probe::expected(self.inspect, &place.steps) {
                // The path is that of all items, and another one may be meant.
                Some(expected) if probe::fits(expected, value) => Verdict::Recognised,
                Some(expected) => Verdict::Unfitting(expected),
                None => Verdict::Unknown,
            };
            if verdict != Verdict::Recognised {
                return self.line(place, kind(value), verdict);
            }
        }
        match value {
            Value::Object(members) if !members.is_empty() => {
                for (name, value) in members {
                    place.steps.push(Step::Member(name.clone()));
                    self.value(value, place);
                    place.steps.pop();
                }
            }
            Value::Array(items) if !items.is_empty() => {
                for (index, value) in items.iter().enumerate() {
                    place.steps.push(Step::Item(index));
                    self.value(value, place);
                    place.steps.pop();
                }
            }
            Value::String(text) => self.text(text, place, &path),
            Value::Bool(flag) => self.line(place, format!("{flag}"), Verdict::Recognised),
            _ => self.line(place, kind(value), Verdict::Recognised),
        }
    }

    fn text(&mut self, text: &str, place: &Place, path: &str) {
        let suspected = self.values.contains(path) || self.values.contains(&place.inspected_without_lists());
        match probe::in_list(self.inspect, &place.steps, text) {
            // From a list that the crate has: its words, not the customer's.
            Some(true) => self.line(place, text.to_owned(), Verdict::Recognised),
            Some(false) if suspected => self.line(place, length(text), Verdict::UnknownValue),
            _ => self.line(place, length(text), Verdict::Recognised),
        }
    }

    fn line(&mut self, place: &Place, shown: String, verdict: Verdict) {
        self.lines.push(Line { path: place.shown(), shown, verdict });
    }
}

/// A value's kind, and nothing of the value.
fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null, the same as absent".to_owned(),
        Value::Bool(_) => "a flag".to_owned(),
        Value::Number(_) => "a number".to_owned(),
        Value::String(text) => length(text),
        Value::Array(items) if items.is_empty() => "an empty list".to_owned(),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(members) if members.is_empty() => "an empty object".to_owned(),
        Value::Object(members) if members.len() == 1 => "an object with 1 member".to_owned(),
        Value::Object(members) => format!("an object with {} members", members.len()),
    }
}

fn length(text: &str) -> String {
    match text.chars().count() {
        0 => "an empty text".to_owned(),
        1 => "a text of 1 character".to_owned(),
        count => format!("a text of {count} characters"),
    }
}

/// A member's name, or `*` where it may be a value: objects can be used as maps, by card number or e-mail address.
fn mask(name: &str) -> &str {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let digits = name.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or_default();
    if plain && !name.is_empty() && name.len() <= 64 && digits < 6 { name } else { "*" }
}
