//! Pass 6: what a caller reads.

use syn::{Attribute, parse_quote};

use super::markdown;
use crate::{
    model::{
        Answer, Api, Component, EnumValue, Idempotency, Kind, Limits, Location, Operation, Parameter, Property, Type,
    },
    names,
};

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
        facts.push(format!("The API assumes {} where it is absent.", code(default)));
    }
    let is_list = matches!(property.ty, Type::List(_));
    facts.extend(count(limits.min_items, limits.max_items, "items"));
    facts.extend(value(limits).into_iter().map(|fact| if is_list { of_each(&fact) } else { fact }));
    for fact in facts {
        text.push(' ');
        text.push_str(&fact);
    }
    attributes(wrap(&text))
}

/// That it is on its way out, and why.
pub(super) fn deprecated(reason: &str) -> Attribute {
    parse_quote!(#[deprecated(note = #reason)])
}

/// The same as text.
pub(super) fn deprecated_text(reason: &str) -> String {
    format!("#[deprecated(note = {reason:?})]")
}

/// The text in ticks, of which there are more than in a row within it.
fn code(text: &str) -> String {
    let most = text.split(|one| one != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(most + 1);
    if most == 0 { format!("`{text}`") } else { format!("{ticks} {text} {ticks}") }
}

/// How many of something there may be, in words.
fn count(least: Option<u64>, most: Option<u64>, unit: &str) -> Option<String> {
    let units = |count: u64| if count == 1 { unit.trim_end_matches('s') } else { unit };
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(format!("{least} {}.", units(least))),
        (Some(least), Some(most)) => Some(format!("{least} to {most} {}.", units(most))),
        (Some(least), None) => Some(format!("At least {least} {}.", units(least))),
        (None, Some(most)) => Some(format!("At most {most} {}.", units(most))),
        (None, None) => None,
    }
}

/// What a text or number may be, in words.
fn value(limits: &Limits) -> Vec<String> {
    let numbers = match (&limits.minimum, &limits.maximum) {
        (Some(least), Some(most)) => Some(format!("From {least} to {most}.")),
        (Some(least), None) => Some(format!("At least {least}.")),
        (None, Some(most)) => Some(format!("At most {most}.")),
        (None, None) => None,
    };
    // Told, not checked: an engine for patterns would cost every user of the crate more than it is worth.
    let pattern = limits.pattern.as_ref().map(|pattern| format!("In the form {}.", code(pattern)));
    let length = count(limits.min_length, limits.max_length, "characters");
    length.into_iter().chain(numbers).chain(pattern).collect()
}

/// A fact about the items of a list.
fn of_each(fact: &str) -> String {
    let mut characters = fact.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    format!("Each item: {}", first.chain(characters).collect::<String>())
}

/// The documentation of a parameter that stands in a struct.
pub(super) fn parameter(parameter: &Parameter, api: &Api) -> Vec<String> {
    wrap(&parameter_text(parameter, api))
}

/// What a parameter is, and what it may be.
fn parameter_text(parameter: &Parameter, api: &Api) -> String {
    let limits = match &parameter.ty {
        Type::Ref(name) => api.component(name).and_then(|component| match &component.kind {
            Kind::Text { limits, .. } => Some(limits),
            _ => None,
        }),
        _ => None,
    };
    let mut text = parameter.description.trim().to_owned();
    for fact in limits.map(value).unwrap_or_default() {
        text.push(' ');
        text.push_str(&fact);
    }
    text
}

/// The documentation of an operation's method, without its example.
pub(super) fn operation(operation: &Operation, api: &Api) -> Vec<String> {
    let mut lines = wrap(&format!("{}.", operation.summary.trim_end_matches('.')));
    lines.push(String::new());
    lines.extend(wrap(&operation.description));
    let mut parameters = Vec::new();
    for parameter in &operation.parameters {
        let is_argument = parameter.location == Location::Path || parameter.required;
        if is_argument && parameter.location != Location::Header {
            let name = names::member(&parameter.rust_name);
            // A description of several paragraphs would end the list.
            let text = parameter_text(parameter, api).split_whitespace().collect::<Vec<_>>().join(" ");
            let list = wrap(&format!("- `{name}`: {text}"));
            parameters.extend(list.into_iter().enumerate().map(|(index, line)| match index {
                0 => line,
                _ => format!("  {line}"),
            }));
        } else if parameter.name.eq_ignore_ascii_case("x-account-code") {
            parameters
                .push(" - The account, by [`account_code`](Self::account_code) where the client has none.".to_owned());
        }
    }
    lines.extend(parameters);
    lines.push(String::new());
    let success = &operation.success;
    let errors: Vec<_> =
        operation.errors.iter().map(|answer| format!("{}: {}", answer.status, clause(answer))).collect();
    let errors = if errors.is_empty() { String::new() } else { format!(" Errors: {}.", errors.join("; ")) };
    lines.extend(wrap(&format!(
        "`{} {}` answers {}: {}.{errors} {} Source: {}.",
        operation.method,
        operation.path,
        success.status,
        clause(success),
        retrying(&operation.idempotency),
        operation.source.trim().trim_end_matches('.'),
    )));
    lines
}

/// What an answer means, as a part of a sentence.
fn clause(answer: &Answer) -> String {
    let text = answer.description.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_end_matches('.');
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(characters).collect()
}

fn retrying(idempotency: &Idempotency) -> String {
    match idempotency {
        Idempotency::Key => "Safe to retry: the idempotency key is the same on every attempt.".to_owned(),
        Idempotency::Lookup { operation, field } => format!(
            "Safe to retry: the idempotency key is the same on every attempt, and after an unclear outcome the client \
             looks with `{operation}` for a minute whether `{field}` already led somewhere."
        ),
        Idempotency::Natural => "Safe to retry: a repetition changes nothing further.".to_owned(),
        Idempotency::None => "Not retried after an unclear outcome: a repetition may act twice.".to_owned(),
    }
}

/// `#[doc = ".."]` for each line.
fn attributes(lines: Vec<String>) -> Vec<Attribute> {
    lines.into_iter().map(|line| parse_quote!(#[doc = #line])).collect()
}

/// Lines of at most [`WIDTH`], each with the blank that follows `///`. Paragraphs, lists, tables and code stay.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    let text = markdown::sound(text);
    for line in text.lines() {
        let line = line.trim_end();
        let mark = fence_of(line);
        let stays = fence.is_some() || mark.is_some() || line.is_empty() || line.trim_start().starts_with('|');
        match (fence, mark) {
            (Some(open), Some(mark)) if mark.starts_with(open) && line.trim_start() == mark => fence = None,
            (None, Some(_)) => fence = mark,
            _ => {}
        }
        if stays {
            lines.push(if line.is_empty() { String::new() } else { format!(" {line}") });
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.len() + word.len() + 1 > WIDTH && !begins_a_block(word) {
                lines.push(std::mem::take(&mut current));
            }
            current.push(' ');
            current.push_str(word);
        }
        lines.push(current);
    }
    // What is left open would take in the lines that follow.
    lines.extend(fence.map(|fence| format!(" {fence}")));
    lines
}

/// The ticks or tildes that open or close a block of code on this line.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.trim_start_matches(line.chars().next().filter(|first| "`~".contains(*first))?);
    let fence = line.get(..line.len() - rest.len())?;
    // Three ticks with more ticks after them on the line are code within a text.
    (fence.len() >= 3 && !(fence.starts_with('`') && rest.contains('`'))).then_some(fence)
}

/// Whether a line that began with this word would begin a list, a quote or a heading in the middle of a paragraph.
fn begins_a_block(word: &str) -> bool {
    // Of lists with numbers, only one that begins with 1 does.
    matches!(word, "-" | "+" | "*" | "1." | "1)" | "=" | "|") || word.starts_with(['>', '#'])
}

#[cfg(test)]
mod tests {
    use super::{code, wrap};

    #[test]
    fn code_is_not_wrapped_and_is_closed() {
        let long = "word ".repeat(60);
        let block = wrap(&format!("a\n\n```\n{long}\n```"));
        assert_eq!(block, [" a", "", " ```text", &format!(" {}", long.trim_end()), " ```"]);
        assert_eq!(wrap("```json\n{}"), [" ```json", " {}", " ```"]);
        assert_eq!(wrap("~~~~json\n~~~\n```"), [" ~~~~json", " ~~~", " ```", " ~~~~"]);
    }

    #[test]
    fn no_line_begins_a_list_that_is_none() {
        for word in ["-", "1.", "#1", ">"] {
            let text = format!("{} {word} {}", "a".repeat(super::WIDTH - 2), "b ".repeat(60));
            let lines = wrap(&text);
            assert!(lines.len() > 1 && lines.iter().all(|line| !line.starts_with(&format!(" {word}"))), "{lines:?}");
        }
    }

    #[test]
    fn code_has_more_ticks_around_it_than_in_it() {
        assert_eq!(code("^a$"), "`^a$`");
        assert_eq!(code("a`b"), "`` a`b ``");
    }

    #[test]
    fn long_lines_break_between_words() {
        let lines = wrap(&"word ".repeat(60));
        assert!(lines.len() > 2 && lines.iter().all(|line| line.len() <= super::WIDTH + 1));
    }
}
