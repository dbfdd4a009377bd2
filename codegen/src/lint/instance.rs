//! Whether a value of the spec (an example, a default) fits its type, by JSON Schema.
//!
//! The schema is made from the model, once for what is sent and once for what is received: limits, `required` and the
//! lack of what only answers have bind requests; an answer may hold null wherever it likes.

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use serde_json::{Map, Value, json};

use super::Context;
use crate::model::{Component, Kind, Limits, Property, Type};
use crate::tree::{Node, Place};

/// Components, at most: the validator goes into components within components as deep as there are any.
const MAX_COMPONENTS: usize = 4_000;

/// Misfits of one value that are told, at most: who has seen so many knows what is wrong.
const MAX_MISFITS: usize = 100;

/// Which way a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Request,
    Response,
}

/// What a value has that it should not, and where.
pub(super) struct Misfit {
    pub place: Place,
    pub message: String,
}

/// A validator that knows all components.
pub(super) struct Instances {
    request: Validator,
    response: Validator,
}

impl Instances {
    /// Makes the validators; none where the document is beyond what they can take.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        if context.api.components.len() > MAX_COMPONENTS {
            return None;
        }
        let build = |side| jsonschema::options().should_validate_formats(true).build(&whole(context, side)).ok();
        Some(Self { request: build(Side::Request)?, response: build(Side::Response)? })
    }

    /// What is wrong with a body.
    pub(super) fn body(&self, context: &Context<'_>, side: Side, ty: &Type, node: &Node) -> Vec<Misfit> {
        let Some(key) = key(context, ty) else { return Vec::new() };
        let validator = match side {
            Side::Request => &self.request,
            Side::Response => &self.response,
        };
        let wrapped = json!({ key: node.to_json() });
        // The first step of the path is the key of the wrapping.
        misfits(validator, &wrapped, 1, node)
    }

    /// What is wrong with the default of a property.
    pub(super) fn default(&self, context: &Context<'_>, property: &Property, node: &Node) -> Vec<Misfit> {
        if matches!(property.ty, Type::Ref(_)) {
            return self.body(context, Side::Request, &property.ty, node);
        }
        let schema = self::property(context, Side::Request, property);
        match jsonschema::validator_for(&json!({ "$defs": {}, "allOf": [schema] })) {
            Ok(validator) => misfits(&validator, &node.to_json(), 0, node),
            // A list of components, which no default is; or a pattern that is none, which is found elsewhere.
            Err(_) => Vec::new(),
        }
    }
}

fn misfits(validator: &Validator, value: &Value, skip: usize, node: &Node) -> Vec<Misfit> {
    let mut found = Vec::new();
    for error in validator.iter_errors(value).take(MAX_MISFITS) {
        let path = error.instance_path().as_str();
        let target = at(node, path, skip);
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                found.extend(unexpected.iter().take(MAX_MISFITS).map(|name| Misfit {
                    place: target.entry(name).map_or(target.place, |entry| entry.key_place),
                    message: format!("`{name}` is none of the properties that may stand here."),
                }));
            }
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                found.push(Misfit { place: target.place, message: format!("`{name}` is missing here.") });
            }
            ValidationErrorKind::Enum { .. } => {
                let message = "This is none of the enum's values.".to_owned();
                found.push(Misfit { place: target.place, message });
            }
            _ => {
                let message = format!("{}.", error.masked_with("This value"));
                found.push(Misfit { place: target.place, message });
            }
        }
    }
    found.truncate(MAX_MISFITS);
    found
}

/// The node at a JSON pointer, or the last one on the way to it.
fn at<'n>(node: &'n Node, pointer: &str, skip: usize) -> &'n Node {
    let mut node = node;
    for step in pointer.split('/').skip(1 + skip) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let item = step.parse().ok().and_then(|at: usize| node.items().get(at));
        match item.or_else(|| node.get(&step)) {
            Some(next) => node = next,
            None => break,
        }
    }
    node
}

/// One schema for everything: a value goes in under the key of its type.
fn whole(context: &Context<'_>, side: Side) -> Value {
    let mut definitions = Map::new();
    let mut properties = Map::new();
    for (position, component) in context.api.components.iter().enumerate() {
        definitions.insert(position.to_string(), self::component(context, side, component));
        let reference = json!({ "$ref": format!("#/$defs/{position}") });
        properties.insert(format!("list {position}"), json!({ "type": "array", "items": reference.clone() }));
        properties.insert(format!("one {position}"), reference);
    }
    json!({ "$defs": definitions, "properties": properties })
}

/// The key under which a value of this type is checked.
fn key(context: &Context<'_>, ty: &Type) -> Option<String> {
    match ty {
        Type::Ref(name) => Some(format!("one {}", context.positions.get(name.as_str())?)),
        Type::List(item) => match item.as_ref() {
            Type::Ref(name) => Some(format!("list {}", context.positions.get(name.as_str())?)),
            _ => None,
        },
        _ => None,
    }
}

fn component(context: &Context<'_>, side: Side, component: &Component) -> Value {
    match &component.kind {
        Kind::Object { properties, .. } => {
            let sent = |property: &&Property| side == Side::Response || !property.read_only;
            let required: Vec<_> = properties
                .iter()
                .filter(|property| side == Side::Request && property.required && !property.read_only)
                .map(|property| &property.name)
                .collect();
            let properties: Map<_, _> = properties
                .iter()
                .filter(sent)
                .map(|property| (property.name.clone(), self::property(context, side, property)))
                .collect();
            json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
        }
        Kind::Enum { values, .. } => {
            json!({ "enum": values.iter().map(|value| &value.value).collect::<Vec<_>>() })
        }
        Kind::Text { limits, .. } => limited(json!({ "type": "string" }), limits),
    }
}

fn property(context: &Context<'_>, side: Side, property: &Property) -> Value {
    let schema = match &property.ty {
        Type::List(item) => {
            let item = limited(self::ty(context, item), &property.limits);
            let list = of_list(json!({ "type": "array", "items": item.clone() }), &property.limits);
            if property.one_or_many && side == Side::Response {
                json!({ "if": { "type": "array" }, "then": list, "else": item })
            } else {
                list
            }
        }
        other => limited(self::ty(context, other), &property.limits),
    };
    if property.nullable || side == Side::Response {
        json!({ "if": { "type": "null" }, "else": schema })
    } else {
        schema
    }
}

fn ty(context: &Context<'_>, ty: &Type) -> Value {
    match ty {
        Type::Text => json!({ "type": "string" }),
        Type::Time => json!({ "type": "string", "format": "date-time" }),
        Type::Integer => json!({ "type": "integer" }),
        Type::Number => json!({ "type": "number" }),
        Type::Flag => json!({ "type": "boolean" }),
        Type::Any => json!({}),
        Type::Ref(name) => match context.positions.get(name.as_str()) {
            Some(position) => json!({ "$ref": format!("#/$defs/{position}") }),
            None => json!({}),
        },
        Type::List(item) => json!({ "type": "array", "items": self::ty(context, item) }),
    }
}

/// The schema with the limits of a text or number.
fn limited(mut schema: Value, limits: &Limits) -> Value {
    let number = |text: &Option<String>| text.as_ref().and_then(|text| serde_json::from_str(text).ok());
    let pattern = limits.pattern.clone().filter(|pattern| is_pattern(pattern));
    let all: [(&str, Option<Value>); 5] = [
        ("minLength", limits.min_length.map(Value::from)),
        ("maxLength", limits.max_length.map(Value::from)),
        ("minimum", number(&limits.minimum)),
        ("maximum", number(&limits.maximum)),
        ("pattern", pattern.map(Value::from)),
    ];
    insert(&mut schema, all);
    schema
}

fn of_list(mut schema: Value, limits: &Limits) -> Value {
    insert(
        &mut schema,
        [("minItems", limits.min_items.map(Value::from)), ("maxItems", limits.max_items.map(Value::from))],
    );
    schema
}

fn insert<const N: usize>(schema: &mut Value, entries: [(&str, Option<Value>); N]) {
    let Some(schema) = schema.as_object_mut() else { return };
    schema.extend(entries.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
}

/// Whether the text is a regular expression, as JSON Schema understands them.
pub(super) fn is_pattern(text: &str) -> bool {
    jsonschema::validator_for(&json!({ "type": "string", "pattern": text })).is_ok()
}
