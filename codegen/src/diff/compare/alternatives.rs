//! Compares alternatives: finds out which form of the one document is which of the other.

use std::collections::BTreeSet;

use super::schema::Schemas;
use super::walk::Change;
use crate::diff::surface::{Discriminator, Schema, SchemaId, Surface, named};

/// Whether a schema is nothing but alternatives.
pub(super) fn is_lone(schema: &Schema) -> bool {
    !schema.alternatives.is_empty() && schema.fields.is_empty() && schema.core.types.is_none()
}

pub(super) fn compare(schemas: &mut Schemas<'_>) {
    let (one, two) = (schemas.base, schemas.head);
    let (lone_one, lone_two) = (is_lone(one), is_lone(two));
    let mut old = one.alternatives.clone();
    let mut new = two.alternatives.clone();
    if lone_one != lone_two {
        // The single form stands against the list. What is fixed to anything stays that.
        if lone_one { new = vec![schemas.ids.1] } else { old = vec![schemas.ids.0] }
    } else if old.is_empty() != new.is_empty() {
        let forms = |count: usize| if count == 0 { "none".to_owned() } else { format!("one of {count} forms") };
        let change = schemas.keyword("alternatives", forms(old.len()), forms(new.len()));
        return schemas.find(if old.is_empty() { "conditions-added" } else { "conditions-removed" }, change);
    }
    if old.len() > 1 && new.len() > 1 && one.core.one_of != two.core.one_of {
        let word = |one_of: bool| if one_of { "oneOf" } else { "anyOf" };
        let change = schemas.keyword("alternatives", word(one.core.one_of), word(two.core.one_of));
        schemas.find(if two.core.one_of { "any-of-became-one-of" } else { "one-of-became-any-of" }, change);
    }
    let matched = pairs(schemas, &mut old, &mut new);
    discriminators(schemas, &old, &new);
    for (label, old, new) in matched {
        let step = if label.is_empty() { String::new() } else { format!("({label})") };
        schemas.pair.inner.push((step, old, new));
    }
    for id in old {
        let place = schemas.surfaces.0.schema(id).core.place;
        let label = label(schemas.surfaces.0, one, id);
        schemas.find("alternative-removed", Change::removed(label, place));
    }
    for id in new {
        let place = schemas.surfaces.1.schema(id).core.place;
        let label = label(schemas.surfaces.1, two, id);
        schemas.find("alternative-added", Change::added(label, place));
    }
}

/// Takes from both lists the forms that belong together: those of one tag, those that say the same, then those that
/// have most members in common.
fn pairs(schemas: &Schemas<'_>, old: &mut Vec<SchemaId>, new: &mut Vec<SchemaId>) -> Vec<(String, SchemaId, SchemaId)> {
    let (base, head) = schemas.surfaces;
    let mut found = Vec::new();
    let mut take = |old: &mut Vec<SchemaId>, new: &mut Vec<SchemaId>, one: SchemaId, two: SchemaId, label: String| {
        old.retain(|id| *id != one);
        new.retain(|id| *id != two);
        found.push((label, one, two));
    };
    if let (Some(one), Some(two)) = (&schemas.base.discriminator, &schemas.head.discriminator) {
        for (tag, id) in &one.mapping {
            if let Some(other) = two.mapping.get(tag).filter(|other| old.contains(id) && new.contains(other)) {
                take(old, new, *id, *other, tag.clone());
            }
        }
    }
    for id in old.clone() {
        let shape = base.schema(id).shape;
        if let Some(other) = new.iter().copied().find(|other| head.schema(*other).shape == shape) {
            take(old, new, id, other, label(base, schemas.base, id));
        }
    }
    // What is left has changed. Of a single one on both sides, there is no doubt which is which.
    for id in old.clone() {
        let is_single = old.len() == 1 && new.len() == 1;
        let likeness = |other: &SchemaId| likeness(base.schema(id), head.schema(*other));
        let best = new.iter().copied().max_by_key(|other| (likeness(other), std::cmp::Reverse(*other)));
        if let Some(other) = best.filter(|other| likeness(other) >= if is_single { 1 } else { 50 }) {
            take(old, new, id, other, label(base, schemas.base, id));
        }
    }
    found
}

/// How much two schemas have in common, up to 100.
fn likeness(one: &Schema, two: &Schema) -> usize {
    if one.core.types != two.core.types {
        return 0;
    }
    let names: BTreeSet<_> = one.fields.keys().chain(two.fields.keys()).collect();
    if names.is_empty() {
        return 60;
    }
    let common = one.fields.keys().filter(|name| two.fields.contains_key(*name)).count();
    100 * common / names.len()
}

/// What a form is called: its tag, else its type and first members.
fn label(surface: &Surface, of: &Schema, id: SchemaId) -> String {
    let tag = of.discriminator.as_ref().and_then(|it| it.mapping.iter().find(|(_, known)| **known == id));
    if let Some((tag, _)) = tag {
        return tag.clone();
    }
    let schema = surface.schema(id);
    let required = schema.fields.iter().filter(|(_, field)| field.required);
    let optional = schema.fields.iter().filter(|(_, field)| !field.required);
    let names: Vec<_> = required.chain(optional).map(|(name, _)| name.as_str()).take(3).collect();
    let kind = named(schema.core.types.as_ref());
    if names.is_empty() { kind } else { format!("{kind} of {}", names.join(", ")) }
}

/// Compares what tells the forms apart. The tag of a form that only one side has goes with that form.
fn discriminators(schemas: &mut Schemas<'_>, gone: &[SchemaId], added: &[SchemaId]) {
    let (one, two) = (schemas.base, schemas.head);
    match (&one.discriminator, &two.discriminator) {
        (None, None) => {}
        (None, Some(new)) => schemas.find(
            "discriminator-added",
            Change { base: Some(one.core.place), ..Change::added(&new.property, new.place) },
        ),
        (Some(old), None) => schemas.find(
            "discriminator-removed",
            Change { head: Some(two.core.place), ..Change::removed(&old.property, old.place) },
        ),
        (Some(old), Some(new)) if old.property != new.property => {
            schemas.find("discriminator-moved", Change::of(&old.property, &new.property, old.place, new.place));
        }
        (Some(old), Some(new)) => {
            let is_other = |(tag, form): &(&String, &SchemaId), other: &Discriminator, lone: &[SchemaId]| {
                !other.mapping.contains_key(*tag) && !lone.contains(*form)
            };
            for (tag, _) in old.mapping.iter().filter(|it| is_other(it, new, gone)) {
                schemas.find("discriminator-value-removed", Change::removed(format!("`{tag}`"), old.place));
            }
            for (tag, _) in new.mapping.iter().filter(|it| is_other(it, old, added)) {
                schemas.find("discriminator-value-added", Change::added(format!("`{tag}`"), new.place));
            }
        }
    }
}
