//! Writes a tree as JSON or YAML: in its own order, with numbers as they were written.

use crate::load::is_plain_text;
use crate::tree::{Node, Value};

/// Indented JSON, with a line break at the end.
pub(super) fn json(node: &Node) -> String {
    let mut out = String::new();
    json_node(&mut out, node, 0);
    out.push('\n');
    out
}

fn json_node(out: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::List(items) if !items.is_empty() => {
            for (at, item) in items.iter().enumerate() {
                out.push(if at == 0 { '[' } else { ',' });
                line(out, depth + 1);
                json_node(out, item, depth + 1);
            }
            line(out, depth);
            out.push(']');
        }
        Value::Map(entries) if !entries.is_empty() => {
            for (at, entry) in entries.iter().enumerate() {
                out.push(if at == 0 { '{' } else { ',' });
                line(out, depth + 1);
                out.push_str(&quoted(&entry.key));
                out.push_str(": ");
                json_node(out, &entry.node, depth + 1);
            }
            line(out, depth);
            out.push('}');
        }
        _ => out.push_str(&scalar(&node.value, quoted)),
    }
}

/// Block style YAML.
pub(super) fn yaml(node: &Node) -> String {
    let mut out = String::new();
    match &node.value {
        Value::Map(entries) if !entries.is_empty() => yaml_map(&mut out, entries, 0, false),
        _ => yaml_node(&mut out, node, 0),
    }
    out.push('\n');
    out
}

/// What comes after `key:` or `-`.
fn yaml_node(out: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::List(items) if !items.is_empty() => {
            for item in items {
                line(out, depth);
                out.push('-');
                match &item.value {
                    Value::Map(entries) if !entries.is_empty() => {
                        out.push(' ');
                        yaml_map(out, entries, depth + 1, false);
                    }
                    _ => yaml_node(out, item, depth + 1),
                }
            }
        }
        Value::Map(entries) if !entries.is_empty() => yaml_map(out, entries, depth, true),
        _ => {
            out.push(' ');
            out.push_str(&scalar(&node.value, plain));
        }
    }
}

/// The entries, each on a line of its own; the first one too, where the line is not begun yet.
fn yaml_map(out: &mut String, entries: &[crate::tree::Entry], depth: usize, begin: bool) {
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 || begin {
            line(out, depth);
        }
        out.push_str(&plain(&entry.key));
        out.push(':');
        yaml_node(out, &entry.node, depth + 1);
    }
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

fn scalar(value: &Value, text: impl Fn(&str) -> String) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(content) => text(content),
        Value::List(_) => "[]".to_owned(),
        Value::Map(_) => "{}".to_owned(),
    }
}

/// The text as JSON, which is YAML too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The text without quotes, where no reader of YAML takes it for anything else.
fn plain(text: &str) -> String {
    let is_inner =
        |one: char| one.is_ascii_alphanumeric() || matches!(one, '_' | '-' | '/' | '.' | ' ' | ',' | '(' | ')');
    let is_simple = text.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '/')
        && !text.ends_with(' ')
        && text.chars().all(is_inner)
        && is_plain_text(text);
    if is_simple { text.to_owned() } else { quoted(text) }
}
