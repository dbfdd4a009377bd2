//! Values in one spelling, so that equal ones are equal texts.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::super::Document;
use crate::tree::{Node, Value};

/// Levels of a value that are compared.
const MAX_DEPTH: usize = 64;

/// Keys whose values are for readers only.
const PROSE: [&str; 7] = ["description", "summary", "title", "example", "examples", "externalDocs", "tags"];

/// Extensions that are compared as what they mean.
const MEANING: [&str; 6] =
    ["x-yuno-idempotency", "x-yuno-one-or-many", "x-yuno-open", "x-yuno-rules", "x-yuno-sensitive", "x-yuno-values"];

/// A number without needless zeros.
pub(super) fn number(text: &str) -> String {
    if let Ok(whole) = text.parse::<i128>() {
        return whole.to_string();
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => number.to_string(),
        _ => text.to_owned(),
    }
}

/// A value as JSON, its keys sorted.
pub(super) fn value(node: &Node) -> String {
    write(node, 0)
}

/// A value written as JSON, as a sentence shows it.
pub(in crate::diff) fn shown(value: &str) -> String {
    let text = serde_json::from_str::<String>(value).ok();
    text.filter(|text| !text.trim().is_empty()).unwrap_or_else(|| value.to_owned())
}

fn write(node: &Node, depth: usize) -> String {
    if depth > MAX_DEPTH {
        return "..".to_owned();
    }
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(text) => number(text),
        Value::Text(text) => serde_json::Value::from(text.as_str()).to_string(),
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|item| write(item, depth + 1)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Map(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|entry| {
                    let key = serde_json::Value::from(entry.key.as_str());
                    format!("{key}:{}", write(&entry.node, depth + 1))
                })
                .collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
    }
}

/// A schema as JSON without prose, its references written out, as far as they do not lead back.
pub(super) fn condition(document: &Document, node: &Node) -> String {
    let mut budget = 2_000;
    expand(document, node, &mut HashSet::new(), &mut budget)
}

fn expand(document: &Document, node: &Node, open: &mut HashSet<usize>, budget: &mut usize) -> String {
    *budget = budget.saturating_sub(1);
    let node = document.follow(node).unwrap_or(node);
    let address = std::ptr::from_ref(node).addr();
    if *budget == 0 || open.len() > MAX_DEPTH || open.contains(&address) {
        return "..".to_owned();
    }
    open.insert(address);
    let written = match &node.value {
        Value::List(items) => {
            let items: Vec<_> = items.iter().map(|item| expand(document, item, open, budget)).collect();
            format!("[{}]", items.join(","))
        }
        Value::Map(entries) => {
            let entries = entries.iter().filter(|entry| !PROSE.contains(&entry.key.as_str()));
            let mut entries: Vec<_> = entries
                .map(|entry| format!("{:?}:{}", entry.key, expand(document, &entry.node, open, budget)))
                .collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
        _ => value(node),
    };
    open.remove(&address);
    written
}

/// A fingerprint of what a node says to readers: descriptions, examples, and extensions that mean nothing on the wire.
pub(super) fn prose(document: &Document, node: &Node) -> u64 {
    let mut parts: Vec<(&str, String)> = Vec::new();
    for entry in node.entries() {
        let key = entry.key.as_str();
        if key == "examples" {
            let follow_one = |node| document.follow(node).unwrap_or(node);
            let mut examples: Vec<_> = entry
                .node
                .entries()
                .iter()
                .map(|example| format!("{}:{}", example.key, value(follow_one(&example.node))))
                .collect();
            examples.extend(entry.node.items().iter().map(value));
            parts.push((key, examples.join(",")));
        } else if PROSE.contains(&key) || (key.starts_with("x-") && !MEANING.contains(&key)) {
            parts.push((key, value(&entry.node)));
        }
    }
    parts.sort();
    hash(&parts)
}

/// A hash that is the same in every run.
pub(super) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
