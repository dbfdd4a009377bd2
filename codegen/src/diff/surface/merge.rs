//! Alternatives as one schema that allows what any of them allows.

use std::collections::BTreeMap;

use super::limits::Limit;
use super::parts::{self, AllOf, Parts};
use crate::diff::Document;
use crate::report::Finding;
use crate::tree::{FileId, Node, Place};

/// Alternatives of one schema, at most, once those inside them are written out.
const MAX: usize = 2_000;

/// The place of what stands nowhere.
pub(super) const NOWHERE: Place = Place { file: FileId(0), line: 1, column: 1, start: 0, end: 0 };

/// Reads lists of nodes one of which holds, down to alternatives without alternatives, and unites them.
pub(super) fn read<'a>(document: &'a Document, any: &[AllOf<'a>], findings: &mut Vec<Finding>) -> Parts<'a> {
    let mut plain: Vec<Parts<'a>> = Vec::new();
    let mut waiting: Vec<(AllOf<'a>, Vec<&'a Node>)> = any.iter().rev().map(|all| (all.clone(), Vec::new())).collect();
    let mut steps = 0;
    while let Some((all, decided)) = waiting.pop() {
        steps += 1;
        let mut parts = parts::read(document, &all, &decided, findings);
        if parts.core.one_or_many {
            // A list that may come as a single object has that object's members, too.
            waiting.extend(parts.items.iter().map(|all| (all.clone(), Vec::new())));
        }
        match parts.unions.pop().filter(|_| steps < MAX) {
            None => plain.push(parts),
            Some(union) => {
                for alternative in union.alternatives.iter().rev() {
                    let all = all.iter().chain([alternative]).copied().collect();
                    let decided = decided.iter().chain([&union.list]).copied().collect();
                    waiting.push((all, decided));
                }
            }
        }
    }
    if steps >= MAX {
        let place = plain.first().map_or(NOWHERE, |parts| parts.core.place);
        let message = format!("This schema has more than {MAX} alternatives.");
        findings.push(Finding::new("alternatives", place, message, "Name the alternatives by a discriminator."));
    }
    unite(plain)
}

/// What any of them allows. `{}` and an object without members stand for a null in an example: the others win.
fn unite(mut all: Vec<Parts<'_>>) -> Parts<'_> {
    let says_something = |parts: &Parts<'_>| {
        let core = &parts.core;
        let is_bare_object =
            core.types.as_ref().is_some_and(|types| types.iter().all(|kind| *kind == super::Kind::Object))
                && parts.fields.is_empty()
                && parts.extra.is_empty();
        core.types.is_some() && !is_bare_object
    };
    let nullable = all.iter().any(|parts| parts.core.nullable);
    if all.iter().any(says_something) {
        all.retain(says_something);
    }
    let mut rest = all.into_iter();
    let mut united = rest.next().unwrap_or_else(|| Parts::new(NOWHERE));
    for parts in rest {
        join(&mut united, parts);
    }
    united.core.nullable = nullable;
    united
}

fn join<'a>(united: &mut Parts<'a>, other: Parts<'a>) {
    let (one, two) = (&mut united.core, other.core);
    one.values = match (one.values.take(), two.values) {
        (Some(mut one), Some(two)) => {
            one.extend(two);
            Some(one)
        }
        _ => None,
    };
    one.types = one.types.take().zip(two.types).map(|(one, two)| &one | &two);
    one.limits = loosest(std::mem::take(&mut one.limits), &two.limits);
    one.patterns.retain(|pattern| two.patterns.contains(pattern));
    one.conditions.retain(|condition| two.conditions.contains(condition));
    one.rules.retain(|rule, _| two.rules.contains_key(rule));
    one.format = one.format.take().filter(|format| Some(format) == two.format.as_ref());
    one.multiple_of = one.multiple_of.take().filter(|step| Some(step) == two.multiple_of.as_ref());
    one.default = one.default.take().filter(|default| Some(default) == two.default.as_ref());
    one.sensitive = one.sensitive.take().or(two.sensitive);
    one.closed &= two.closed;
    one.unique &= two.unique;
    one.deprecated &= two.deprecated;
    one.read_only &= two.read_only;
    one.write_only &= two.write_only;
    one.one_or_many |= two.one_or_many;
    for (keyword, place) in two.marks {
        one.mark(keyword, place);
    }
    united.required.retain(|name, _| other.required.contains_key(name));
    for (name, field) in other.fields {
        match united.fields.get_mut(&name) {
            Some(known) => known.schemas.extend(field.schemas),
            None => {
                united.fields.insert(name, field);
            }
        }
    }
    united.refuses_extra &= other.refuses_extra;
    united.extra.extend(other.extra);
    united.items.extend(other.items);
    if united.tuple.is_empty() {
        united.tuple = other.tuple;
    }
}

fn loosest(
    mut one: BTreeMap<Limit, super::Bound>,
    two: &BTreeMap<Limit, super::Bound>,
) -> BTreeMap<Limit, super::Bound> {
    one.retain(|limit, _| two.contains_key(limit));
    for (limit, bound) in &mut one {
        if let Some(other) = two.get(limit).filter(|other| limit.room(Some(bound), Some(other)).is_gt()) {
            *bound = other.clone();
        }
    }
    one
}
