//! Collects what a schema says, over `$ref` and `allOf`, before the schemas that it is made of are read.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::kinds::Kind;
use super::merge::NOWHERE;
use super::{Core, canonical};
use crate::diff::Document;
use crate::report::Finding;
use crate::tree::{Node, Place, Value};

/// Nodes all of which hold for a value, as `allOf` says.
pub(super) type AllOf<'a> = Vec<&'a Node>;

/// Nodes lists of which one holds at least: a single one, unless unions are merged.
pub(super) type AnyOf<'a> = Vec<AllOf<'a>>;

/// A schema of which only the uppermost level has been read.
pub(super) struct Parts<'a> {
    pub(super) core: Core,
    pub(super) fields: BTreeMap<String, FieldParts<'a>>,
    pub(super) required: BTreeMap<String, Place>,
    pub(super) refuses_extra: bool,
    pub(super) extra: AnyOf<'a>,
    pub(super) items: AnyOf<'a>,
    pub(super) tuple: Vec<&'a Node>,
    pub(super) unions: Vec<Union<'a>>,
    pub(super) discriminator: Option<&'a Node>,
}

/// A member before its schema is read.
pub(super) struct FieldParts<'a> {
    pub(super) place: Place,
    pub(super) schemas: AnyOf<'a>,
}

/// `oneOf` or `anyOf`, without null.
pub(super) struct Union<'a> {
    pub(super) one_of: bool,
    /// The list of the alternatives.
    pub(super) list: &'a Node,
    pub(super) alternatives: Vec<&'a Node>,
}

/// Keywords that are compared as they are written.
const CONDITIONS: [&str; 11] = [
    "not",
    "if",
    "then",
    "else",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "patternProperties",
    "propertyNames",
    "contains",
    "unevaluatedItems",
];

/// Reads nodes that all hold, and what they refer to, but for the lists of alternatives that are `decided` already.
pub(super) fn read<'a>(
    document: &'a Document,
    nodes: &[&'a Node],
    decided: &[&'a Node],
    findings: &mut Vec<Finding>,
) -> Parts<'a> {
    let place = nodes.first().map_or(NOWHERE, |node| node.place);
    let mut parts = Parts::new(place);
    let mut waiting: Vec<&Node> = nodes.iter().rev().copied().collect();
    let mut seen = HashSet::new();
    let mut prose = Vec::new();
    while let Some(node) = waiting.pop() {
        if !seen.insert(std::ptr::from_ref(node).addr()) {
            continue;
        }
        if node.entry("$ref").is_some_and(|reference| reference.node.text().is_some()) {
            match document.follow(node) {
                Ok(target) => waiting.push(target),
                Err(finding) => findings.push(*finding),
            }
            // In 3.0, what stands beside a reference is to be ignored.
            if !document.is_3_1() || node.entries().len() == 1 {
                continue;
            }
        }
        match &node.value {
            Value::Map(_) => {
                prose.push(canonical::prose(document, node));
                parts.add(document, node, decided, &mut waiting);
            }
            Value::Bool(true) => {}
            Value::Bool(false) => parts.core.types = Some(BTreeSet::from([Kind::Nothing])),
            _ => findings.push(Finding::new(
                "schema-form",
                node.place,
                "Here should be a schema.",
                "Write a mapping such as `type: string`.",
            )),
        }
    }
    // A wrapper without prose says what the wrapped says.
    prose.retain(|one| *one != canonical::hash(&Vec::<(&str, String)>::new()));
    parts.core.prose = canonical::hash(&prose);
    parts.finish();
    parts
}

/// The list among the alternatives of what says that it is a list or one of its items.
fn list_of_one_or_many<'a>(node: &Node, alternatives: &'a Node) -> Option<&'a Node> {
    let says_so = node.get("x-yuno-one-or-many").and_then(Node::flag) == Some(true);
    let is_list = |node: &&Node| node.get("type").and_then(Node::text) == Some("array");
    alternatives.items().iter().find(is_list).filter(|_| says_so)
}

impl<'a> Parts<'a> {
    pub(super) fn new(place: Place) -> Self {
        Self {
            core: Core::new(place),
            fields: BTreeMap::new(),
            required: BTreeMap::new(),
            refuses_extra: false,
            extra: Vec::new(),
            items: Vec::new(),
            tuple: Vec::new(),
            unions: Vec::new(),
            discriminator: None,
        }
    }

    fn add(&mut self, document: &'a Document, node: &'a Node, decided: &[&'a Node], waiting: &mut Vec<&'a Node>) {
        self.core.add(node);
        self.members(document, node);
        for keyword in CONDITIONS {
            if let Some(entry) = node.entry(keyword) {
                self.core.mark("conditions", entry.key_place);
                let written = canonical::condition(document, &entry.node);
                self.core.conditions.insert(format!("{keyword}: {written}"));
            }
        }
        for (keyword, one_of) in [("oneOf", true), ("anyOf", false)] {
            if let Some(entry) =
                node.entry(keyword).filter(|entry| !decided.iter().any(|it| std::ptr::eq(*it, &entry.node)))
            {
                // The bundle writes both forms of a list that may come as one object; the list says it all.
                if let Some(list) = list_of_one_or_many(node, &entry.node) {
                    waiting.push(list);
                    continue;
                }
                self.core.mark("alternatives", entry.key_place);
                self.union(document, &entry.node, one_of, waiting);
            }
        }
        self.discriminator = self.discriminator.or_else(|| node.get("discriminator"));
        if let Some(parts) = node.get("allOf") {
            waiting.extend(parts.items().iter().rev());
        }
    }

    fn members(&mut self, document: &'a Document, node: &'a Node) {
        for entry in node.get("properties").map_or(&[][..], Node::entries) {
            if !self.core.order.contains(&entry.key) {
                self.core.order.push(entry.key.clone());
            }
            let field = self.fields.entry(entry.key.clone());
            let field = field.or_insert_with(|| FieldParts { place: entry.key_place, schemas: vec![Vec::new()] });
            field.schemas.iter_mut().for_each(|all| all.push(&entry.node));
        }
        for name in node.get("required").map_or(&[][..], Node::items) {
            if let Some(text) = name.text() {
                self.required.entry(text.to_owned()).or_insert(name.place);
            }
        }
        for keyword in ["additionalProperties", "unevaluatedProperties"] {
            let Some(entry) = node.entry(keyword) else { continue };
            self.core.mark("additionalProperties", entry.key_place);
            match entry.node.value {
                Value::Bool(flag) => self.refuses_extra |= !flag,
                Value::Map(_) if !is_empty(document, &entry.node) => push(&mut self.extra, &entry.node),
                _ => {}
            }
        }
        if let Some(items) = node.get("items").filter(|items| items.flag().is_none()) {
            push(&mut self.items, items);
        }
        if self.tuple.is_empty() {
            self.tuple = node.get("prefixItems").map_or(&[][..], Node::items).iter().collect();
        }
    }

    /// Takes in alternatives: null is `nullable`, values are an enum, and a single one is no alternative.
    fn union(&mut self, document: &'a Document, list: &'a Node, one_of: bool, waiting: &mut Vec<&'a Node>) {
        let followed = |node| document.follow(node).unwrap_or(node);
        let (null, rest): (Vec<_>, Vec<_>) = list.items().iter().partition(|node| is_null(followed(node)));
        self.core.nullable |= !null.is_empty();
        if let [only] = rest.as_slice() {
            waiting.push(only);
        } else if !rest.is_empty() && rest.iter().all(|node| is_values(followed(node))) {
            rest.iter().for_each(|node| self.core.values(followed(node), true));
        } else if !rest.is_empty() && rest.iter().all(|node| is_type(followed(node))) {
            rest.iter().for_each(|node| self.core.types(followed(node), true));
        } else if !rest.is_empty() {
            self.unions.push(Union { one_of, list, alternatives: rest });
        }
    }

    /// What follows from the rest, once all of it is known.
    fn finish(&mut self) {
        let core = &mut self.core;
        if core.types.is_none() {
            core.types = if !self.fields.is_empty() || !self.extra.is_empty() {
                Some(BTreeSet::from([Kind::Object]))
            } else if !self.items.is_empty() || !self.tuple.is_empty() {
                Some(BTreeSet::from([Kind::Array]))
            } else {
                core.values.as_ref().map(|values| values.keys().map(|value| kind_of(value)).collect())
            };
        }
        for (name, place) in &self.required {
            // A member may be required without being described.
            let undescribed = || FieldParts { place: *place, schemas: vec![Vec::new()] };
            self.fields.entry(name.clone()).or_insert_with(undescribed);
        }
        core.one_of = self.unions.iter().any(|union| union.one_of);
    }
}

fn push<'a>(to: &mut AnyOf<'a>, node: &'a Node) {
    match to.first_mut() {
        Some(all) => all.push(node),
        None => to.push(vec![node]),
    }
}

fn is_empty(document: &Document, node: &Node) -> bool {
    document.follow(node).unwrap_or(node).entries().is_empty()
}

fn is_null(node: &Node) -> bool {
    let null_alone = |items: &[Node]| matches!(items, [Node { value: Value::Null, .. }]);
    node.text_at("type") == Some("null")
        || node.get("enum").is_some_and(|values| null_alone(values.items()))
        || node.get("const").is_some_and(|value| matches!(value.value, Value::Null))
}

const ANNOTATIONS: [&str; 5] = ["description", "title", "example", "examples", "x-yuno-source"];

fn has_only(node: &Node, keywords: &[&str]) -> bool {
    let known = |key: &str| keywords.contains(&key) || ANNOTATIONS.contains(&key);
    node.entries().iter().all(|entry| known(&entry.key))
}

fn is_values(node: &Node) -> bool {
    (node.get("const").is_some() || node.get("enum").is_some()) && has_only(node, &["const", "enum", "type"])
}

fn is_type(node: &Node) -> bool {
    node.text_at("type").is_some_and(|word| !["object", "array"].contains(&word)) && has_only(node, &["type"])
}

/// The type of a value written as JSON.
fn kind_of(value: &str) -> Kind {
    match value.chars().next() {
        Some('"') => Kind::String,
        Some('{') => Kind::Object,
        Some('[') => Kind::Array,
        Some('t' | 'f') => Kind::Boolean,
        _ if value.parse::<i128>().is_ok() => Kind::Integer,
        _ => Kind::Number,
    }
}
