//! Compares answers: which there are, their headers and bodies.

use super::walk::{Change, Part, Walk};
use super::{Side, operation, parameters};
use crate::diff::surface::{Operation, Response};

pub(super) fn compare(walk: &mut Walk<'_>, subject: &str, old: &Operation, new: &Operation) {
    let only = |one: &Operation, two: &Operation| -> Vec<String> {
        one.responses.keys().filter(|status| !two.responses.contains_key(*status)).cloned().collect()
    };
    let (mut gone, mut added) = (only(old, new), only(new, old));
    // What a merchant answers to a webhook is none of the callers' business.
    let is_success = |status: &&String| status.starts_with('2') && !old.inbound;
    let successes = |list: &[String]| list.iter().filter(is_success).cloned().collect::<Vec<_>>();
    if let ([from], [to]) = (successes(&gone).as_slice(), successes(&added).as_slice())
        && let (Some(one), Some(two)) = (old.responses.get(from), new.responses.get(to))
    {
        let change = Change::of(from, to, one.place, two.place);
        walk.find("success-status-changed", &format!("response.{to}"), subject, change);
        pair(walk, from, one, two);
        gone.retain(|status| status != from);
        added.retain(|status| status != to);
    }
    for status in gone {
        let Some(one) = old.responses.get(&status) else { continue };
        let name = format!("{}-removed", kind(&status));
        walk.find(&name, &format!("response.{}", status.to_lowercase()), subject, Change::removed(&status, one.place));
    }
    for status in added {
        let Some(two) = new.responses.get(&status) else { continue };
        let name = format!("{}-added", kind(&status));
        walk.find(&name, &format!("response.{}", status.to_lowercase()), subject, Change::added(&status, two.place));
    }
    for (status, one) in &old.responses {
        if let Some(two) = new.responses.get(status) {
            pair(walk, status, one, two);
        }
    }
}

/// What the rules call a status.
fn kind(status: &str) -> &'static str {
    match status.chars().next() {
        Some('1'..='3') => "success-status",
        Some('D') => "default-response",
        _ => "error-status",
    }
}

fn pair(walk: &mut Walk<'_>, status: &str, old: &Response, new: &Response) {
    walk.prose(old.prose, new.prose);
    let status = status.to_lowercase();
    headers(walk, &status, old, new);
    let path = format!("response.{status}.body");
    let name = if status == "default" { "other responses".to_owned() } else { format!("response {status}") };
    match (old.content.is_empty(), new.content.is_empty()) {
        (true, true) => {}
        (false, true) => {
            let change = Change::of("a body", "none", old.place, new.place);
            walk.find("response-body-removed", &path, &format!("The {name}"), change);
        }
        (true, false) => {
            let change = Change::of("none", "a body", old.place, new.place);
            walk.find("response-body-added", &path, &format!("The {name}"), change);
        }
        (false, false) => {
            let part = Part { side: Side::Response, path, subject: format!("The body of {name}") };
            operation::content(walk, &part, &old.content, &new.content);
        }
    }
}

fn headers(walk: &mut Walk<'_>, status: &str, old: &Response, new: &Response) {
    let path = |name: &str| format!("response.{status}.header.{name}");
    let subject = |name: &str| format!("The header `{name}` of response {status}");
    let optional = |required: bool| if required { "required-" } else { "" };
    for (key, one) in &old.headers {
        let (path, subject) = (path(&one.name), subject(&one.name));
        let Some(two) = new.headers.get(key) else {
            let rule = format!("{}header-removed", optional(one.required));
            walk.find(&rule, &path, &subject, Change::removed(&one.name, one.place));
            continue;
        };
        if one.required != two.required {
            let rule = if two.required { "header-became-required" } else { "header-became-optional" };
            walk.find(rule, &path, &subject, parameters::flags(one, two, one.required, two.required));
        }
        parameters::rest(walk, &Part { side: Side::Header, path, subject }, one, two);
    }
    for (_, two) in new.headers.iter().filter(|(key, _)| !old.headers.contains_key(*key)) {
        let rule = format!("{}header-added", optional(two.required));
        walk.find(&rule, &path(&two.name), &subject(&two.name), Change::added(&two.name, two.place));
    }
}
