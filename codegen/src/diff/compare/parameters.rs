//! Compares parameters, and the headers of answers, which are much the same.

use std::collections::BTreeMap;

use super::Side;
use super::walk::{Change, Part, Walk};
use crate::diff::surface::{Location, Operation, Parameter};

/// Parameters by where they are and what they are found by.
type Key = (Location, String);

pub(super) fn compare(walk: &mut Walk<'_>, old: &Operation, new: &Operation) {
    let moved = moved(old, new);
    for (from, to) in &moved {
        let (Some(one), Some(two)) = (old.parameters.get(from), new.parameters.get(to)) else { continue };
        let change = Change::of(from.0.word(), to.0.word(), one.place, two.place);
        walk.find("parameter-moved", &path(to.0, two), &format!("The parameter `{}`", two.name), change);
        pair(walk, to.0, one, two, true);
    }
    for (key, one) in old.parameters.iter().filter(|(key, _)| !moved.contains_key(*key)) {
        match new.parameters.get(key) {
            Some(two) => pair(walk, key.0, one, two, false),
            None => {
                let name = if one.required { "required-parameter-removed" } else { "parameter-removed" };
                let change = Change::removed(&one.name, one.place);
                walk.find(name, &path(key.0, one), &subject(key.0, one), change);
            }
        }
    }
    for (key, two) in &new.parameters {
        if !old.parameters.contains_key(key) && !moved.values().any(|to| to == key) {
            let name = if two.required { "required-parameter-added" } else { "parameter-added" };
            walk.find(name, &path(key.0, two), &subject(key.0, two), Change::added(&two.name, two.place));
        }
    }
}

/// Parameters that are gone in one place and have come, under the same name, in another.
fn moved(old: &Operation, new: &Operation) -> BTreeMap<Key, Key> {
    let mut found = BTreeMap::new();
    for (key, one) in old.parameters.iter().filter(|(key, _)| !new.parameters.contains_key(*key)) {
        let same = |(other, two): &(&Key, &Parameter)| {
            !old.parameters.contains_key(*other) && two.name.eq_ignore_ascii_case(&one.name)
        };
        if let Some((to, _)) = new.parameters.iter().find(same) {
            found.insert(key.clone(), to.clone());
        }
    }
    found
}

fn path(location: Location, parameter: &Parameter) -> String {
    format!("request.{}.{}", location.word(), parameter.name)
}

fn subject(location: Location, parameter: &Parameter) -> String {
    let word = if location == Location::Header { "request header" } else { location.word() };
    let word = if location == Location::Header { word.to_owned() } else { format!("{word} parameter") };
    format!("The {word} `{}`", parameter.name)
}

fn pair(walk: &mut Walk<'_>, location: Location, old: &Parameter, new: &Parameter, moved: bool) {
    let part = Part { side: Side::Parameter, path: path(location, old), subject: subject(location, old) };
    if old.required != new.required {
        let name = if new.required { "parameter-became-required" } else { "parameter-became-optional" };
        walk.find(name, &part.path, &part.subject, flags(old, new, old.required, new.required));
    }
    let is_written_anew = old.style != new.style && !moved;
    if old.content != new.content {
        let shown = |parameter: &Parameter| parameter.content.clone().unwrap_or_else(|| "plain text".to_owned());
        let change = Change::of(shown(old), shown(new), old.place, new.place);
        walk.find("parameter-content-changed", &part.path, &part.subject, change);
    } else if is_written_anew {
        let change = Change::of(&old.style, &new.style, old.place, new.place);
        walk.find("parameter-style-changed", &part.path, &part.subject, change);
    }
    let pairs = [
        (old.allows_reserved, new.allows_reserved, "parameter-reserved-allowed", "parameter-reserved-refused"),
        (old.allows_empty, new.allows_empty, "parameter-empty-allowed", "parameter-empty-refused"),
    ];
    for (one, two, allowed, refused) in pairs {
        if one != two {
            let name = if two { allowed } else { refused };
            walk.find(name, &part.path, &part.subject, flags(old, new, one, two));
        }
    }
    rest(walk, &part, old, new);
}

/// What parameters and headers have in common.
pub(super) fn rest(walk: &mut Walk<'_>, part: &Part, old: &Parameter, new: &Parameter) {
    walk.prose(old.prose, new.prose);
    if old.deprecated.is_some() != new.deprecated.is_some() {
        let name = part.side.rule(if new.deprecated.is_some() { "deprecated" } else { "undeprecated" }).id;
        let change = flags(old, new, old.deprecated.is_some(), new.deprecated.is_some());
        walk.find(name, &part.path, &part.subject, change);
    }
    walk.schemas(part, old.schema, new.schema);
}

pub(super) fn flags(old: &Parameter, new: &Parameter, one: bool, two: bool) -> Change {
    Change::of(one.to_string(), two.to_string(), old.place, new.place)
}
