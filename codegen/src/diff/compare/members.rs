//! Compares what objects and lists are made of.

use std::collections::BTreeSet;

use super::schema::Schemas;
use super::walk::Change;
use crate::diff::surface::{ANYTHING, Extra, Field, Kind, Surface};

pub(super) fn compare(schemas: &mut Schemas<'_>) {
    if both_may_be(schemas, Kind::Object) {
        object(schemas);
    }
    if both_may_be(schemas, Kind::Array) {
        array(schemas);
    }
}

/// Whether a value of this type fits both: what only one of them allows has been found by its type.
fn both_may_be(schemas: &Schemas<'_>, kind: Kind) -> bool {
    let types = [&schemas.base.core.types, &schemas.head.core.types];
    types.into_iter().all(|types| types.as_ref().is_none_or(|types| types.contains(&kind)))
}

fn object(schemas: &mut Schemas<'_>) {
    let names: BTreeSet<&String> = schemas.base.fields.keys().chain(schemas.head.fields.keys()).collect();
    for name in names {
        field(schemas, name);
    }
    extra(schemas);
}

fn array(schemas: &mut Schemas<'_>) {
    let items = (schemas.base.items, schemas.head.items);
    if items != (None, None) {
        schemas.pair.inner.push(("[]".to_owned(), items.0.unwrap_or(ANYTHING), items.1.unwrap_or(ANYTHING)));
    }
    tuple(schemas);
}

/// Whether a member is there in the direction at hand.
fn is_seen(schemas: &Schemas<'_>, surface: &Surface, field: &Field) -> bool {
    let core = &surface.schema(field.schema).core;
    if schemas.side.is_sent() { !core.read_only } else { !core.write_only }
}

fn field(schemas: &mut Schemas<'_>, name: &str) {
    let step = format!(".{name}");
    let (base, head) = (schemas.base.fields.get(name), schemas.head.fields.get(name));
    let seen = |surface: &Surface, field: &Option<&Field>| field.is_some_and(|field| is_seen(schemas, surface, field));
    let (old_seen, new_seen) = (seen(schemas.surfaces.0, &base), seen(schemas.surfaces.1, &head));
    match (base, head) {
        (Some(old), Some(new)) if old_seen && new_seen => {
            if old.required != new.required {
                let change = Change::of(old.required.to_string(), new.required.to_string(), old.place, new.place);
                let what = if new.required { "field-became-required" } else { "field-became-optional" };
                schemas.find_at(what, step.clone(), change);
            }
            schemas.pair.inner.push((step, old.schema, new.schema));
        }
        (Some(old), Some(new)) if old_seen != new_seen => {
            let required = if schemas.side.is_sent() && (if old_seen { old.required } else { new.required }) {
                "required-"
            } else {
                ""
            };
            let what = match (schemas.side.is_sent(), new_seen) {
                (true, true) => "field-became-writable",
                (true, false) => "field-became-read-only",
                (false, true) => "field-became-readable",
                (false, false) => "field-became-write-only",
            };
            let word = |seen: bool| if seen { "there" } else { "not there" };
            let change = Change::of(word(old_seen), word(new_seen), old.place, new.place);
            schemas.find_at(&format!("{required}{what}"), step, change);
        }
        (Some(old), None) if old_seen => {
            let what = if old.required { "required-field-removed" } else { "field-removed" };
            schemas.find_at(what, step, Change::removed(name, old.place));
        }
        (None, Some(new)) if new_seen => {
            let what = if new.required { "required-field-added" } else { "field-added" };
            schemas.find_at(what, step, Change::added(name, new.place));
        }
        _ => {}
    }
}

/// Members that are not listed.
fn extra(schemas: &mut Schemas<'_>) {
    let like = |extra: Extra| match extra {
        Extra::Any => Some(ANYTHING),
        Extra::Refused => None,
        Extra::Like(id) => Some(id),
    };
    let change = |schemas: &Schemas<'_>, old: &str, new: &str| schemas.keyword("additionalProperties", old, new);
    match (like(schemas.base.extra), like(schemas.head.extra)) {
        (None, None) => {}
        (Some(_), None) => schemas.find("unknown-fields-refused", change(schemas, "allowed", "refused")),
        (None, Some(_)) => schemas.find("unknown-fields-allowed", change(schemas, "refused", "allowed")),
        (Some(old), Some(new)) if (old, new) == (ANYTHING, ANYTHING) => {}
        (Some(old), Some(new)) => schemas.pair.inner.push((".*".to_owned(), old, new)),
    }
}

fn tuple(schemas: &mut Schemas<'_>) {
    let (base, head) = (&schemas.base.tuple, &schemas.head.tuple);
    for at in 0..base.len().max(head.len()) {
        let step = format!("[{at}]");
        match (base.get(at), head.get(at)) {
            (Some(old), Some(new)) => schemas.pair.inner.push((step, *old, *new)),
            (Some(old), None) => {
                let place = schemas.surfaces.0.schema(*old).core.place;
                schemas.find_at("tuple-item-removed", step, Change::removed(at.to_string(), place));
            }
            (None, Some(new)) => {
                let place = schemas.surfaces.1.schema(*new).core.place;
                schemas.find_at("tuple-item-added", step, Change::added(at.to_string(), place));
            }
            (None, None) => {}
        }
    }
}
