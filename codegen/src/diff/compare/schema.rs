//! Compares two schemas by themselves, and says which pairs of those that they are made of are to be compared next.

use super::walk::Change;
use super::{Side, alternatives, members, values};
use crate::diff::rules::Rule;
use crate::diff::surface::{Core, Schema, SchemaId, Surface, named};

/// What two schemas differ in.
#[derive(Debug, Default)]
pub(super) struct Pair {
    pub(super) found: Vec<Local>,
    /// Each step from here with the schemas that it leads to.
    pub(super) inner: Vec<(String, SchemaId, SchemaId)>,
    pub(super) prose_changed: bool,
}

/// A difference, relative to the schemas.
#[derive(Debug)]
pub(super) struct Local {
    pub(super) rule: &'static Rule,
    /// The step to the member that it concerns; empty for the value itself.
    pub(super) step: String,
    pub(super) change: Change,
}

/// Two schemas and the way in which they are judged.
pub(super) struct Schemas<'a> {
    pub(super) surfaces: (&'a Surface, &'a Surface),
    pub(super) ids: (SchemaId, SchemaId),
    pub(super) base: &'a Schema,
    pub(super) head: &'a Schema,
    pub(super) side: Side,
    pub(super) pair: Pair,
}

impl Schemas<'_> {
    pub(super) fn find(&mut self, change: &str, values: Change) {
        self.find_at(change, String::new(), values);
    }

    pub(super) fn find_at(&mut self, change: &str, step: String, values: Change) {
        self.pair.found.push(Local { rule: self.side.rule(change), step, change: values });
    }

    /// A change of a keyword: old and new value, each with the keyword's place.
    pub(super) fn keyword(&self, keyword: &str, old: impl Into<String>, new: impl Into<String>) -> Change {
        let (base, head) = (&self.base.core, &self.head.core);
        let change = Change::of(old, new, base.at(keyword), head.at(keyword));
        // A schema may be used in several wrappers: where one of the documents has the keyword, that is the cause.
        let cause = [base, head].map(|core| core.marks.get(keyword).copied());
        if cause == [None, None] { change } else { Change { cause, ..change } }
    }
}

pub(super) fn compare(base: &Surface, head: &Surface, old: SchemaId, new: SchemaId, side: Side) -> Pair {
    let (one, two) = (base.schema(old), head.schema(new));
    let pair = Pair::default();
    let mut schemas = Schemas { surfaces: (base, head), ids: (old, new), base: one, head: two, side, pair };
    schemas.pair.prose_changed = prose_differs(&one.core, &two.core);
    if alternatives::is_lone(one) != alternatives::is_lone(two) {
        // A single form is an alternative without others.
        alternatives::compare(&mut schemas);
        return schemas.pair;
    }
    if types(&mut schemas) {
        values::compare(&mut schemas);
        members::compare(&mut schemas);
        alternatives::compare(&mut schemas);
    }
    schemas.pair
}

/// Compares the types. The answer says whether what else the schemas say can be compared.
fn types(schemas: &mut Schemas<'_>) -> bool {
    let (base, head) = (&schemas.base.core, &schemas.head.core);
    let change = || schemas.keyword("type", named(base.types.as_ref()), named(head.types.as_ref()));
    let (name, comparable) = match (&base.types, &head.types) {
        (old, new) if old == new => return true,
        (None, Some(_)) => ("type-closed", false),
        (Some(_), None) => ("type-opened", false),
        (Some(old), Some(new)) if old.iter().all(|kind| kind.is_among(new)) => ("type-widened", true),
        (Some(old), Some(new)) if new.iter().all(|kind| kind.is_among(old)) => ("type-narrowed", true),
        _ => ("type-changed", false),
    };
    let change = change();
    schemas.find(name, change);
    comparable
}

/// Whether descriptions or examples differ, or the order of what both have.
fn prose_differs(base: &Core, head: &Core) -> bool {
    let common = |one: &Core, two: &Core| -> Vec<String> {
        one.order.iter().filter(|name| two.order.contains(name)).cloned().collect()
    };
    let says_other = |(value, prose): (&String, &String)| head.value_prose.get(value).is_some_and(|it| it != prose);
    base.prose != head.prose || base.value_prose.iter().any(says_other) || common(base, head) != common(head, base)
}
