//! The extensions whose names begin with `x-yuno-`.

use std::collections::HashMap;

use super::{Reader, text};
use crate::model::{EnumValue, Idempotency, Rule, Sensitivity};
use crate::tree::{Entry, Node, Value};

impl Reader<'_> {
    /// `x-yuno-idempotency`.
    pub(super) fn idempotency(&mut self, operation: &Node) -> Idempotency {
        // That it is missing is for lint to say.
        let Some(entry) = operation.entry("x-yuno-idempotency") else { return Idempotency::None };
        let node = &entry.node;
        match (node.text(), node.text_at("lookup"), node.text_at("field")) {
            (Some("key"), ..) => Idempotency::Key,
            (Some("natural"), ..) => Idempotency::Natural,
            (Some("none"), ..) => Idempotency::None,
            (None, Some(operation), Some(field)) if node.entries().len() == 2 => {
                Idempotency::Lookup { operation: operation.to_owned(), field: field.to_owned() }
            }
            _ => {
                self.malformed(entry, "`key`, `natural`, `none`, or `{ lookup: <operation>, field: <member> }`");
                Idempotency::None
            }
        }
    }

    /// `x-yuno-sensitive`.
    pub(super) fn sensitivity(&mut self, schema: &Node) -> Option<Sensitivity> {
        let entry = schema.entry("x-yuno-sensitive")?;
        match entry.node.text() {
            Some("pan") => Some(Sensitivity::Pan),
            Some("security-code") => Some(Sensitivity::SecurityCode),
            Some("token") => Some(Sensitivity::Token),
            Some("personal") => Some(Sensitivity::Personal),
            _ => {
                self.malformed(entry, "`pan`, `security-code`, `token` or `personal`");
                None
            }
        }
    }

    /// `enum`, with what `x-yuno-values` says about its values.
    pub(super) fn enum_values(&mut self, schema: &Node) -> Vec<EnumValue> {
        let docs = schema.entry("x-yuno-values");
        if let Some(docs) = docs.filter(|docs| !matches!(docs.node.value, Value::Map(_))) {
            self.malformed(docs, "a mapping of values to what they mean");
        }
        for doc in docs.map_or(&[][..], |docs| docs.node.entries()) {
            const KEYS: [&str; 2] = ["name", "description"];
            let is_map = matches!(doc.node.value, Value::Map(_))
                && doc
                    .node
                    .entries()
                    .iter()
                    .all(|entry| KEYS.contains(&entry.key.as_str()) && entry.node.text().is_some());
            if doc.node.text().is_none() && !is_map {
                self.malformed(doc, "a sentence, or `{ name: <RustName>, description: <sentence> }`");
            }
        }
        let docs: HashMap<_, _> =
            docs.map_or(&[][..], |docs| docs.node.entries()).iter().map(|doc| (doc.key.as_str(), &doc.node)).collect();
        let values = schema.get("enum").map_or(&[][..], Node::items);
        let texts = values.iter().filter_map(Node::text);
        let read = texts.map(|value| {
            let doc = docs.get(value);
            EnumValue {
                value: value.to_owned(),
                rust_name: doc.and_then(|doc| doc.text_at("name")).map(str::to_owned),
                description: doc.and_then(|doc| doc.text().or_else(|| doc.text_at("description"))).map(str::to_owned),
            }
        });
        read.collect()
    }

    /// `x-yuno-rules`.
    pub(super) fn rules(&mut self, schema: &Node) -> Vec<Rule> {
        let Some(entry) = schema.entry("x-yuno-rules") else { return Vec::new() };
        if !matches!(entry.node.value, Value::List(_)) {
            self.malformed(entry, "a list of rules");
        }
        let mut rules = Vec::new();
        for node in entry.node.items() {
            match rule(node) {
                Some(rule) => rules.push(rule),
                None => self.find(
                    "extension-form",
                    node.place,
                    "This is no rule.",
                    "Write `require` with `when` or `unless`, or `together`, or `any_of`; and `because` with each.",
                ),
            }
        }
        rules
    }

    fn malformed(&mut self, entry: &Entry, form: &str) {
        let message = format!("`{}` has a value that it cannot have.", entry.key);
        self.find("extension-form", entry.key_place, message, format!("Write {form}."));
    }
}

/// One rule; none where it has another form.
fn rule(node: &Node) -> Option<Rule> {
    let because = text(Some(node), "because");
    if because.is_empty() {
        return None;
    }
    let has_only = |keys: &[&str]| node.entries().iter().all(|entry| keys.contains(&entry.key.as_str()));
    if let Some(path) = node.get("require") {
        if !has_only(&["require", "when", "unless", "because"]) {
            return None;
        }
        let path = path.text()?.to_owned();
        return Some(Rule::Require {
            path,
            when: conditions(node, "when")?,
            unless: conditions(node, "unless")?,
            because,
        });
    }
    let paths = |key: &str| {
        let paths: Option<Vec<_>> = node.get(key)?.items().iter().map(|item| item.text().map(str::to_owned)).collect();
        paths.filter(|paths| paths.len() > 1)
    };
    if has_only(&["together", "because"]) {
        Some(Rule::Together { paths: paths("together")?, because })
    } else if has_only(&["any_of", "because"]) {
        Some(Rule::AnyOf { paths: paths("any_of")?, because })
    } else {
        None
    }
}

/// `{ member: [VALUE, ..], .. }`, or one value in place of the list.
fn conditions(node: &Node, key: &str) -> Option<Vec<(String, Vec<String>)>> {
    let Some(node) = node.get(key) else { return Some(Vec::new()) };
    if node.entries().is_empty() {
        return None;
    }
    let read = node.entries().iter().map(|entry| {
        let values = match &entry.node.value {
            Value::List(items) => items.iter().map(scalar).collect(),
            _ => scalar(&entry.node).map(|value| vec![value]),
        };
        values.filter(|values: &Vec<_>| !values.is_empty()).map(|values| (entry.key.clone(), values))
    });
    read.collect()
}

/// The text of a value in a condition. Flags and numbers count as what they are written as.
fn scalar(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}
