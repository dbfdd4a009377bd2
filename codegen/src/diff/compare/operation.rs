//! Compares operations: whether they are there, what they are called, and their parts.

use std::collections::BTreeMap;

use super::walk::{Change, Part, Walk};
use super::{Side, parameters, requirements, responses};
use crate::diff::surface::{Body, Media, Operation, Spot};

pub(super) fn compare(walk: &mut Walk<'_>, key: &str) {
    let (base, head) = (walk.base, walk.head);
    match (base.operations.get(key), head.operations.get(key)) {
        (Some(old), Some(new)) => both(walk, key, old, new),
        (Some(old), None) => {
            let name = if old.inbound { "webhook" } else { deprecated(old, "operation") };
            walk.find(&format!("{name}-removed"), "", &subject(key, old), Change::removed(key, old.place));
        }
        (None, Some(new)) => {
            let name = if new.inbound { "webhook" } else { deprecated(new, "operation") };
            walk.find(&format!("{name}-added"), "", &subject(key, new), Change::added(key, new.place));
        }
        (None, None) => {}
    }
}

fn deprecated<'a>(operation: &Operation, name: &'a str) -> &'a str {
    if operation.deprecated.is_some() { "deprecated-operation" } else { name }
}

/// What a sentence calls an operation.
fn subject(key: &str, operation: &Operation) -> String {
    if operation.inbound {
        return format!("The webhook `{}`", key.strip_prefix("WEBHOOK ").unwrap_or(key));
    }
    match &operation.id {
        Some(id) => format!("The operation `{}` ({key})", id.value),
        None => format!("The operation {key}"),
    }
}

fn both(walk: &mut Walk<'_>, key: &str, old: &Operation, new: &Operation) {
    let subject = subject(key, new);
    walk.prose(old.prose, new.prose);
    if old.deprecated.is_some() != new.deprecated.is_some() {
        let name = if new.deprecated.is_some() { "operation-deprecated" } else { "operation-undeprecated" };
        let place = |operation: &Operation| operation.deprecated.unwrap_or(operation.place);
        let word = |operation: &Operation| operation.deprecated.is_some().to_string();
        walk.find(name, "", &subject, Change::of(word(old), word(new), place(old), place(new)));
    }
    id(walk, &subject, old, new);
    idempotency(walk, &subject, old, new);
    if let (Some(one), Some(two)) = (&old.servers, &new.servers) {
        walk.sets("operation-server", one, two, "servers", &subject);
    } else if old.servers.is_some() || new.servers.is_some() {
        // The one has hosts of its own, the other those of the document.
        let (base, head) = (walk.base, walk.head);
        let one = old.servers.as_ref().unwrap_or(&base.servers);
        let two = new.servers.as_ref().unwrap_or(&head.servers);
        walk.sets("operation-server", one, two, "servers", &subject);
    }
    requirements::compare(walk, &subject, (old.place, new.place), &old.security, &new.security);
    parameters::compare(walk, old, new);
    body(walk, &subject, old, new);
    responses::compare(walk, &subject, old, new);
}

fn id(walk: &mut Walk<'_>, subject: &str, old: &Operation, new: &Operation) {
    match (&old.id, &new.id) {
        (Some(one), Some(two)) if one.value != two.value => {
            walk.find("operation-id-changed", "", subject, Change::of(&one.value, &two.value, one.place, two.place));
        }
        (Some(one), None) => {
            walk.find("operation-id-removed", "", subject, Change::of(&one.value, "none", one.place, new.place));
        }
        (None, Some(two)) => {
            walk.find("operation-id-added", "", subject, Change::of("none", &two.value, old.place, two.place));
        }
        _ => {}
    }
}

fn idempotency(walk: &mut Walk<'_>, subject: &str, old: &Operation, new: &Operation) {
    /// How much a retry may count on it.
    fn strength(word: &str) -> u8 {
        match word {
            "key" | "natural" => 2,
            "lookup" => 1,
            _ => 0,
        }
    }
    let shown = |it: &Option<Spot<(String, String)>>| {
        it.as_ref()
            .map_or_else(|| "none given".to_owned(), |it| format!("{} {}", it.value.0, it.value.1).trim().to_owned())
    };
    let name = match (&old.idempotency, &new.idempotency) {
        (Some(one), Some(two)) if one.value == two.value => return,
        (None, None) => return,
        (None, Some(_)) => "idempotency-declared",
        (Some(_), None) => "idempotency-undeclared",
        (Some(one), Some(two)) => match strength(&two.value.0).cmp(&strength(&one.value.0)) {
            std::cmp::Ordering::Less => "idempotency-weakened",
            std::cmp::Ordering::Greater => "idempotency-strengthened",
            std::cmp::Ordering::Equal => "idempotency-changed",
        },
    };
    let place = |operation: &Operation| operation.idempotency.as_ref().map_or(operation.place, |it| it.place);
    let change = Change::of(shown(&old.idempotency), shown(&new.idempotency), place(old), place(new));
    walk.find(name, "idempotency", subject, change);
}

fn body(walk: &mut Walk<'_>, subject: &str, old: &Operation, new: &Operation) {
    let name = |body: &Body, rest: &str| format!("{}request-body-{rest}", if body.required { "required-" } else { "" });
    match (&old.body, &new.body) {
        (None, None) => {}
        (Some(one), None) => {
            walk.find(&name(one, "removed"), "request.body", subject, Change::removed("a body", one.place));
        }
        (None, Some(two)) => {
            walk.find(&name(two, "added"), "request.body", subject, Change::added("a body", two.place));
        }
        (Some(one), Some(two)) => {
            walk.prose(one.prose, two.prose);
            let subject = if old.inbound { "The payload" } else { "The request body" };
            if one.required != two.required {
                let name = if two.required { "request-body-became-required" } else { "request-body-became-optional" };
                let change = Change::of(one.required.to_string(), two.required.to_string(), one.place, two.place);
                walk.find(name, "request.body", subject, change);
            }
            let side = if old.inbound { Side::Response } else { Side::Request };
            let part = Part { side, path: "request.body".to_owned(), subject: subject.to_owned() };
            content(walk, &part, &one.content, &two.content);
        }
    }
}

/// Compares bodies, content type by content type.
pub(super) fn content(
    walk: &mut Walk<'_>,
    part: &Part,
    base: &BTreeMap<String, Media>,
    head: &BTreeMap<String, Media>,
) {
    let places = |content: &BTreeMap<String, Media>| {
        content.iter().map(|(kind, media)| (kind.clone(), media.place)).collect::<BTreeMap<_, _>>()
    };
    let what = if part.side.is_sent() { "request-content-type" } else { "response-content-type" };
    walk.sets(what, &places(base), &places(head), &part.path, &part.subject);
    let several = base.len() > 1 || head.len() > 1;
    for (kind, old) in base {
        let Some(new) = head.get(kind) else { continue };
        walk.prose(old.prose, new.prose);
        let mut part = part.clone();
        if several && kind != "application/json" {
            part.path = format!("{}({kind})", part.path);
        }
        if old.encoding.as_ref().map(|it| &it.value) != new.encoding.as_ref().map(|it| &it.value) {
            let shown =
                |media: &Media| media.encoding.as_ref().map_or_else(|| "none".to_owned(), |it| it.value.clone());
            let place = |media: &Media| media.encoding.as_ref().map_or(media.place, |it| it.place);
            let change = Change::of(shown(old), shown(new), place(old), place(new));
            if part.side.is_sent() {
                walk.find("request-form-encoding-changed", &part.path, &part.subject, change);
            }
        }
        walk.schemas(&part, old.schema, new.schema);
    }
}
