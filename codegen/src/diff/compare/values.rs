//! Compares what schemas say of a value by itself: null, format, values, limits, default.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::schema::Schemas;
use super::walk::Change;
use crate::diff::surface::{Bound, Limit, shown};

/// Formats that hold all values of another.
const WIDER: [(&str, &str); 2] = [("int32", "int64"), ("float", "double")];

pub(super) fn compare(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.core, &schemas.head.core);
    if base.nullable != head.nullable && base.types.is_some() && head.types.is_some() {
        let name = if head.nullable { "became-nullable" } else { "became-not-nullable" };
        schemas.find(name, schemas.keyword("nullable", base.nullable.to_string(), head.nullable.to_string()));
    }
    formats(schemas);
    enums(schemas);
    limits(schemas);
    steps(schemas);
    text(schemas, "default", [&base.default, &head.default], ["default-added", "default-removed", "default-changed"]);
    let names = ["sensitive-added", "sensitive-removed", "sensitive-changed"];
    text(schemas, "x-yuno-sensitive", [&base.sensitive, &head.sensitive], names);
    text(schemas, "contentEncoding", [&base.encoding, &head.encoding], ["encoding-changed"; 3]);
    conditions(schemas);
    let flags = [
        ("deprecated", base.deprecated, head.deprecated, ["deprecated", "undeprecated"]),
        ("uniqueItems", base.unique, head.unique, ["unique-items-required", "unique-items-dropped"]),
        ("x-yuno-one-or-many", base.one_or_many, head.one_or_many, ["one-or-many-added", "one-or-many-removed"]),
    ];
    for (keyword, old, new, [set, unset]) in flags {
        if old != new {
            let change = schemas.keyword(keyword, old.to_string(), new.to_string());
            schemas.find(if new { set } else { unset }, change);
        }
    }
}

/// A keyword with a text: named differently where it is added, removed and changed.
fn text(schemas: &mut Schemas<'_>, keyword: &str, values: [&Option<String>; 2], names: [&str; 3]) {
    let [added, removed, changed] = names;
    let name = match values {
        [old, new] if old == new => return,
        [None, Some(_)] => added,
        [Some(_), None] => removed,
        _ => changed,
    };
    let [old, new] =
        values.map(|value| value.as_deref().map_or_else(|| "none".to_owned(), |it| format!("`{}`", shown(it))));
    schemas.find(name, schemas.keyword(keyword, old, new));
}

fn formats(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.core, &schemas.head.core);
    let is = |small: &Option<String>, wide: &Option<String>| {
        WIDER.iter().any(|(one, two)| small.as_deref() == Some(one) && wide.as_deref() == Some(two))
    };
    let changed = if is(&base.format, &head.format) {
        "format-widened"
    } else if is(&head.format, &base.format) {
        "format-narrowed"
    } else {
        "format-changed"
    };
    text(schemas, "format", [&base.format, &head.format], ["format-added", "format-removed", changed]);
    let listed = |patterns: &BTreeSet<String>| {
        (!patterns.is_empty()).then(|| patterns.iter().cloned().collect::<Vec<_>>().join("` and `"))
    };
    let patterns = [&listed(&base.patterns), &listed(&head.patterns)];
    text(schemas, "pattern", patterns, ["pattern-added", "pattern-removed", "pattern-changed"]);
}

/// Values as a sentence lists them.
fn listed<'a>(values: impl ExactSizeIterator<Item = &'a String>) -> String {
    const MAX: usize = 5;
    let more = values.len().saturating_sub(MAX);
    let mut text: Vec<_> = values.take(MAX).map(|value| format!("`{}`", shown(value))).collect();
    if more > 0 {
        text.push(format!("{more} more"));
    }
    text.join(", ")
}

fn enums(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.core, &schemas.head.core);
    let (old, new) = match (&base.values, &head.values) {
        (None, None) => return,
        (None, Some(new)) => {
            let change = schemas.keyword("enum", "any", listed(new.keys()));
            return schemas.find("enum-added", change);
        }
        (Some(old), None) => {
            let change = schemas.keyword("enum", listed(old.keys()), "any");
            return schemas.find("enum-removed", change);
        }
        (Some(old), Some(new)) => (old, new),
    };
    // Who gets values that can never grow may match them without a fallback.
    let is_closed = base.closed && head.closed && !schemas.side.is_sent();
    let (added, removed) = match is_closed {
        true => ("closed-enum-value-added", "closed-enum-value-removed"),
        false => ("enum-value-added", "enum-value-removed"),
    };
    for (value, place) in old.iter().filter(|(value, _)| !new.contains_key(*value)) {
        schemas.find(removed, Change::removed(format!("`{}`", shown(value)), *place));
    }
    for (value, place) in new.iter().filter(|(value, _)| !old.contains_key(*value)) {
        schemas.find(added, Change::added(format!("`{}`", shown(value)), *place));
    }
    if base.closed != head.closed {
        let word = |closed: bool| if closed { "closed" } else { "open" };
        let change = schemas.keyword("x-yuno-open", word(base.closed), word(head.closed));
        schemas.find(if head.closed { "enum-closed" } else { "enum-opened" }, change);
    }
}

fn limits(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.core, &schemas.head.core);
    let known: BTreeSet<Limit> = base.limits.keys().chain(head.limits.keys()).copied().collect();
    for limit in known {
        let (old, new) = (base.limits.get(&limit), head.limits.get(&limit));
        let what = match limit.room(old, new) {
            Ordering::Equal => continue,
            Ordering::Less => "tightened",
            Ordering::Greater => "loosened",
        };
        let change = schemas.keyword(limit.keyword(), Bound::shown(old), Bound::shown(new));
        schemas.find(&format!("{}-{what}", limit.word()), change);
    }
}

/// `multipleOf`: a multiple of the old step is a tighter one.
fn steps(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.core.multiple_of, &schemas.head.core.multiple_of);
    let number = |step: &Option<String>| step.as_ref().and_then(|step| step.parse::<f64>().ok());
    let divides = |small: Option<f64>, large: Option<f64>| {
        small.zip(large).is_some_and(|(small, large)| {
            let times = large / small;
            times.is_finite() && (times - times.round()).abs() < 1e-9
        })
    };
    let (old, new) = (number(base), number(head));
    let changed = if divides(old, new) {
        "multiple-of-tightened"
    } else if divides(new, old) {
        "multiple-of-loosened"
    } else {
        "multiple-of-changed"
    };
    text(schemas, "multipleOf", [base, head], ["multiple-of-tightened", "multiple-of-loosened", changed]);
}

fn conditions(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.core, &schemas.head.core);
    let only = |one: &BTreeSet<String>, two: &BTreeSet<String>| -> Vec<String> {
        one.difference(two).map(|condition| format!("`{}`", cut(condition))).collect()
    };
    let (old, new) = (only(&base.conditions, &head.conditions), only(&head.conditions, &base.conditions));
    let name = match (old.is_empty(), new.is_empty()) {
        (true, true) => None,
        (true, false) => Some("conditions-added"),
        (false, true) => Some("conditions-removed"),
        (false, false) => Some("conditions-changed"),
    };
    if let Some(name) = name {
        schemas.find(name, schemas.keyword("conditions", old.join(", "), new.join(", ")));
    }
    // Rules bind what is sent.
    if schemas.side.is_sent() {
        for (rule, place) in base.rules.iter().filter(|(rule, _)| !head.rules.contains_key(*rule)) {
            schemas.find("rule-removed", Change::removed(rule, *place));
        }
        for (rule, place) in head.rules.iter().filter(|(rule, _)| !base.rules.contains_key(*rule)) {
            schemas.find("rule-added", Change::added(rule, *place));
        }
    }
}

/// A condition that is short enough for a sentence.
fn cut(condition: &str) -> String {
    const MAX: usize = 100;
    match condition.char_indices().nth(MAX) {
        Some((at, _)) => format!("{}..", condition.get(..at).unwrap_or_default()),
        None => condition.to_owned(),
    }
}
