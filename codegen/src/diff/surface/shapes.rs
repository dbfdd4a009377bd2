//! A hash for each schema that is equal where two schemas say the same: by it, alternatives are found again.

use super::canonical::hash;
use super::{Extra, Field, Schema, SchemaId};

/// How deep schemas are looked into. What differs only below counts as the same, and is compared there.
const DEPTH: usize = 6;

/// Computes the shape of every schema.
pub(super) fn compute(schemas: &mut [Schema]) {
    let own: Vec<u64> = schemas.iter().map(own).collect();
    let mut shapes = own.clone();
    for _ in 0..DEPTH {
        shapes = schemas.iter().zip(&own).map(|(schema, own)| deeper(schema, *own, &shapes)).collect();
    }
    for (schema, shape) in schemas.iter_mut().zip(shapes) {
        schema.shape = shape;
    }
}

/// What a schema says without those that it is made of.
fn own(schema: &Schema) -> u64 {
    let core = &schema.core;
    let values: Option<Vec<_>> = core.values.as_ref().map(|values| values.keys().collect());
    let limits: Vec<_> = core.limits.iter().map(|(limit, bound)| (limit, &bound.text, bound.exclusive)).collect();
    let rules: Vec<_> = core.rules.keys().collect();
    let flags =
        (core.nullable, core.closed, core.unique, core.deprecated, core.read_only, core.write_only, core.one_or_many);
    let texts = (&core.format, &core.multiple_of, &core.default, &core.sensitive, &core.encoding);
    let tag = schema.discriminator.as_ref().map(|it| (&it.property, it.mapping.keys().collect::<Vec<_>>()));
    hash(&((&core.types, values, limits, &core.patterns), (rules, &core.conditions, flags, texts, tag)))
}

fn deeper(schema: &Schema, own: u64, shapes: &[u64]) -> u64 {
    let of = |id: SchemaId| shapes.get(id.0).copied().unwrap_or_default();
    let field = |(name, field): (&String, &Field)| hash(&(name, of(field.schema), field.required));
    let fields: Vec<_> = schema.fields.iter().map(field).collect();
    let extra = match schema.extra {
        Extra::Any => (0, 0),
        Extra::Refused => (1, 0),
        Extra::Like(id) => (2, of(id)),
    };
    let items = schema.items.map(of);
    let tuple: Vec<_> = schema.tuple.iter().map(|id| of(*id)).collect();
    let mut alternatives: Vec<_> = schema.alternatives.iter().map(|id| of(*id)).collect();
    alternatives.sort_unstable();
    hash(&(own, fields, extra, items, tuple, alternatives))
}
