//! Rules about enums: their values, the names that these have in Rust, and their docs.

use std::collections::HashMap;

use super::{Context, names};
use crate::report::Finding;
use crate::survey::{Schema, Use};
use crate::tree::{Node, Place};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for schema in context.survey.schemas.iter().filter(|schema| schema.usage == Use::Component) {
        if let Some(values) = schema.node.get("enum") {
            let docs = schema.node.get("x-yuno-values").map_or(&[][..], Node::entries);
            let docs: HashMap<_, _> = docs.iter().map(|doc| (doc.key.as_str(), &doc.node)).collect();
            let texts = self::values(schema, values, findings);
            variants(&texts, &docs, findings);
            strangers(schema, &texts, findings);
        }
    }
}

/// `enum-values`. Gives the values that are texts.
fn values<'a>(schema: &Schema<'a>, values: &'a Node, findings: &mut Vec<Finding>) -> HashMap<&'a str, Place> {
    let mut texts = HashMap::new();
    if values.items().is_empty() {
        let message = format!("The enum `{}` has no values.", schema.key);
        findings.push(Finding::new("enum-values", schema.place, message, "List them, or delete `enum`."));
    }
    for item in values.items() {
        match item.text() {
            None => {
                let message = format!("A value of `{}` is no text.", schema.key);
                findings.push(Finding::new("enum-values", item.place, message, "Write it in quotes."));
            }
            Some(text) => {
                if let Some(first) = texts.insert(text, item.place) {
                    let message = format!("`{}` has the value `{text}` twice.", schema.key);
                    let finding = Finding::new("enum-values", item.place, message, "Keep one of the two.");
                    findings.push(finding.with(first, "the first one"));
                }
            }
        }
    }
    texts
}

/// `variant-name`, `name-collision`
fn variants(texts: &HashMap<&str, Place>, docs: &HashMap<&str, &Node>, findings: &mut Vec<Finding>) {
    let mut in_order: Vec<_> = texts.iter().collect();
    in_order.sort_by_key(|(_, place)| **place);
    let mut seen: HashMap<String, (&str, Place)> = HashMap::new();
    for (text, place) in in_order {
        let given = docs.get(text).and_then(|doc| doc.text_at("name"));
        let name = given.map_or_else(|| crate::names::camel(text), str::to_owned);
        let problem = if given.is_some_and(|name| !is_variant(name)) {
            Some(format!("`{name}` cannot be the name of a variant."))
        } else if given.is_none() && (!is_variant(&name) || text.chars().count() == 1) {
            Some(format!("The value `{text}` makes no name."))
        } else if name == "Unrecognized" {
            Some("`Unrecognized` is the variant for values that the spec does not know.".to_owned())
        } else {
            None
        };
        if let Some(message) = problem {
            let remedy = "Name it under `x-yuno-values`: `{ name: UpperCamel, description: .. }`.";
            findings.push(Finding::new("variant-name", *place, message, remedy));
        } else if let Some((first, at)) = seen.insert(name.clone(), (text, *place)) {
            let message = format!("The values `{first}` and `{text}` are both `{name}` in Rust.");
            let remedy = "Name one of them under `x-yuno-values`.";
            findings.push(Finding::new("name-collision", *place, message, remedy).with(at, "the other one"));
        }
    }
}

/// `UpperCamelCase`, in which digits may be kept apart: `V1_0`.
fn is_variant(name: &str) -> bool {
    names::is_identifier(name) && name.starts_with(|first: char| first.is_ascii_uppercase())
}

/// `unknown-value`: docs for a value that the enum does not have.
fn strangers(schema: &Schema<'_>, texts: &HashMap<&str, Place>, findings: &mut Vec<Finding>) {
    for doc in schema.node.get("x-yuno-values").map_or(&[][..], Node::entries) {
        if !texts.contains_key(doc.key.as_str()) {
            let message = format!("`{}` has no value `{}`.", schema.key, doc.key);
            let remedy = "Add it to `enum`, or delete it here.";
            findings.push(Finding::new("unknown-value", doc.key_place, message, remedy));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    #[track_caller]
    fn state(values: &str, expected: &[&str]) {
        leads_to("enum: [OPEN, PAID]", &format!("enum: [OPEN, {values}"), expected);
    }

    #[test]
    fn values_are_texts_and_different() {
        state("PAID, PAID]", &["enum-values `PAID`"]);
        state("7]", &["enum-values `7`"]);
        leads_to("[OPEN, PAID]", "[]", &["example-fit `OPEN`", "enum-values `State`"]);
    }

    #[test]
    fn values_have_names() {
        state("'']", &["variant-name `''`"]);
        state("'1.0']", &["variant-name `'1.0'`"]);
        state("A]", &["variant-name `A`"]);
        state("A]\n  x-yuno-values: { A: { name: Adult, description: Grown up. } }", &[]);
        state("'1.0']\n  x-yuno-values: { '1.0': { name: V1_0 } }", &[]);
        state("B_B]\n  x-yuno-values: { B_B: { name: b } }", &["variant-name `B_B`"]);
        state("UNRECOGNIZED]", &["variant-name `UNRECOGNIZED`"]);
        state("PAID, open]", &["name-collision `open`"]);
        state("self]", &["variant-name `self`"]);
        state("credit-card, in_app, V1_0, Mastercard]", &[]);
    }

    #[test]
    fn docs_are_for_values_that_exist() {
        state("PAID]\n  x-yuno-values: { LOST: Gone. }", &["unknown-value `LOST`"]);
        state("PAID]\n  x-yuno-values: { PAID: [Gone.] }", &["extension-form `PAID`"]);
        state("PAID]\n  x-yuno-values: Gone.", &["extension-form `x-yuno-values`"]);
    }
}
