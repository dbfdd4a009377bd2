//! Pass 6: what a caller reads.

use syn::{Attribute, parse_quote};

use crate::model::{Answer, Component, EnumValue, Idempotency, Limits, Operation, Property};

/// Where a line of documentation ends at the latest, less its indentation.
const WIDTH: usize = 112;

/// The documentation of a component.
pub(super) fn component(component: &Component) -> Vec<Attribute> {
    attributes(component_lines(component))
}

/// The same as lines.
pub(super) fn component_lines(component: &Component) -> Vec<String> {
    wrap(&component.description)
}

/// The documentation of a value of an enum.
pub(super) fn value_lines(value: &EnumValue) -> Vec<String> {
    value.description.as_deref().map(wrap).unwrap_or_default()
}

/// The documentation of a member.
pub(super) fn property(property: &Property, limits: &Limits) -> Vec<Attribute> {
    let mut text = property.description.clone();
    let mut facts = Vec::new();
    if let Some(default) = &property.default {
        facts.push(format!("The API assumes `{default}` where it is absent."));
    }
    facts.extend(size(limits));
    for fact in facts {
        text.push(' ');
        text.push_str(&fact);
    }
    attributes(wrap(&text))
}

/// The limits in words.
fn size(limits: &Limits) -> Option<String> {
    let words = |least: Option<u64>, most: Option<u64>, unit: &str| match (least, most) {
        (Some(1), None) => Some(format!("At least 1 {}.", unit.trim_end_matches('s'))),
        (Some(least), Some(most)) if least == most => Some(format!("{least} {unit}.")),
        (Some(least), Some(most)) => Some(format!("{least} to {most} {unit}.")),
        (Some(least), None) => Some(format!("At least {least} {unit}.")),
        (None, Some(most)) => Some(format!("At most {most} {unit}.")),
        (None, None) => None,
    };
    words(limits.min_length, limits.max_length, "characters")
        .or_else(|| words(limits.min_items, limits.max_items, "items"))
        .or_else(|| match (&limits.minimum, &limits.maximum) {
            (Some(least), Some(most)) => Some(format!("From {least} to {most}.")),
            (Some(least), None) => Some(format!("At least {least}.")),
            (None, Some(most)) => Some(format!("At most {most}.")),
            (None, None) => None,
        })
}

/// The documentation of an operation's method.
pub(super) fn operation(operation: &Operation) -> Vec<String> {
    let mut lines = wrap(&format!("{}.", operation.summary.trim_end_matches('.')));
    lines.push(String::new());
    lines.extend(wrap(&operation.description));
    lines.push(String::new());
    let errors: Vec<_> = operation.errors.iter().map(|answer: &Answer| answer.status.to_string()).collect();
    let errors = if errors.is_empty() { String::new() } else { format!("; errors: {}", errors.join(", ")) };
    lines.extend(wrap(&format!(
        "`{} {}` answers {}{errors}. {}",
        operation.method,
        operation.path,
        operation.success.status,
        retrying(&operation.idempotency)
    )));
    lines
}

fn retrying(idempotency: &Idempotency) -> String {
    match idempotency {
        Idempotency::Key => "Safe to retry: the idempotency key is the same on every attempt.".to_owned(),
        Idempotency::Lookup { operation, field } => format!(
            "Safe to retry: the idempotency key is the same on every attempt, and after an unclear outcome the client \
             first looks with `{operation}` whether `{field}` already led somewhere."
        ),
        Idempotency::Natural => "Safe to retry: a repetition changes nothing further.".to_owned(),
        Idempotency::None => "Not retried after an unclear outcome: a repetition may act twice.".to_owned(),
    }
}

/// `#[doc = ".."]` for each line.
fn attributes(lines: Vec<String>) -> Vec<Attribute> {
    lines.into_iter().map(|line| parse_quote!(#[doc = #line])).collect()
}

/// Lines of at most [`WIDTH`], each with the blank that follows `///`. Paragraphs, lists and fences stay; a fence
/// without a language is text, so that it never becomes a doctest.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fenced = false;
    for line in text.trim().lines() {
        let line = line.trim_end();
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            let opens_bare = fenced && line.trim() == "```";
            lines.push(if opens_bare { " ```text".to_owned() } else { format!(" {line}") });
            continue;
        }
        if fenced || line.is_empty() {
            lines.push(if line.is_empty() { String::new() } else { format!(" {line}") });
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.len() + word.len() + 1 > WIDTH {
                lines.push(std::mem::take(&mut current));
            }
            current.push(' ');
            current.push_str(word);
        }
        lines.push(current);
    }
    if fenced {
        lines.push(" ```".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn fences_never_become_doctests() {
        assert_eq!(wrap("a\n\n```\ncode\n```"), [" a", "", " ```text", " code", " ```"]);
        assert_eq!(wrap("```json\n{}"), [" ```json", " {}", " ```"]);
    }

    #[test]
    fn long_lines_break_between_words() {
        let lines = wrap(&"word ".repeat(60));
        assert!(lines.len() > 2 && lines.iter().all(|line| line.len() <= super::WIDTH + 1));
    }
}
