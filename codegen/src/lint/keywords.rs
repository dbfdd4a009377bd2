//! Rules about keys: which may stand where, and what they may hold. A key that nothing reads would be a fact lost.

use super::Context;
use crate::report::Finding;
use crate::survey::{Part, Schema, Use};
use crate::tree::{Entry, Node, Value};

/// What a key may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Flag,
    /// A whole number, not negative.
    Count,
    Number,
    Texts,
    List,
    Map,
    Any,
}

use Form::{Any, Count, Flag, List, Map, Number, Text, Texts};

type Keys = &'static [(&'static str, Form)];

const ROOT: Keys = &[
    ("openapi", Text),
    ("info", Map),
    ("servers", List),
    ("security", List),
    ("tags", List),
    ("paths", Map),
    ("components", Map),
];
const COMPONENTS: Keys = &[("securitySchemes", Map)];
const INFO: Keys = &[
    ("title", Text),
    ("version", Text),
    ("description", Text),
    ("license", Map),
    ("contact", Map),
    ("termsOfService", Text),
];
const SERVER: Keys = &[("url", Text), ("description", Text)];
const TAG: Keys = &[("name", Text), ("description", Text), ("externalDocs", Map)];
const PATH_ITEM: Keys = &[
    ("parameters", List),
    ("get", Map),
    ("put", Map),
    ("post", Map),
    ("delete", Map),
    ("patch", Map),
    ("summary", Text),
    ("description", Text),
];
const OPERATION: Keys = &[
    ("operationId", Text),
    ("tags", Texts),
    ("summary", Text),
    ("description", Text),
    ("parameters", List),
    ("requestBody", Map),
    ("responses", Map),
    ("deprecated", Flag),
    ("x-yuno-deprecated", Text),
    ("externalDocs", Map),
    ("x-yuno-source", Text),
    ("x-yuno-idempotency", Any),
];
const PARAMETER: Keys = &[
    ("name", Text),
    ("in", Text),
    ("required", Flag),
    ("description", Text),
    ("deprecated", Flag),
    ("x-yuno-deprecated", Text),
    ("schema", Map),
    ("style", Text),
    ("explode", Flag),
    ("x-yuno-name", Text),
    ("x-yuno-source", Text),
];
const REQUEST_BODY: Keys = &[("description", Text), ("required", Flag), ("content", Map), ("x-yuno-source", Text)];
const RESPONSE: Keys = &[("description", Text), ("content", Map), ("x-yuno-source", Text)];
const MEDIA: Keys = &[("schema", Map), ("examples", Map)];
const EXAMPLE: Keys = &[("summary", Text), ("description", Text), ("value", Any), ("x-yuno-source", Text)];

/// What a schema may have by its type.
const STRING: Keys = &[("enum", List), ("format", Text), ("minLength", Count), ("maxLength", Count), ("pattern", Text)];
const NUMERIC: Keys = &[("minimum", Number), ("maximum", Number)];
const ARRAY: Keys = &[("items", Map), ("minItems", Count), ("maxItems", Count)];
const OBJECT: Keys = &[("properties", Map), ("required", Texts)];
const REFERRING: Keys = &[("allOf", List)];

/// What a schema may have by its use.
const ALWAYS: Keys = &[("type", Text), ("description", Text)];
const COMPONENT: Keys = &[("deprecated", Flag), ("x-yuno-deprecated", Text), ("x-yuno-source", Text)];
const PROPERTY: Keys = &[
    ("nullable", Flag),
    ("deprecated", Flag),
    ("x-yuno-deprecated", Text),
    ("readOnly", Flag),
    ("default", Any),
    ("x-yuno-source", Text),
    ("x-yuno-name", Text),
];
const OF_PARAMETER: Keys = &[("default", Any)];

/// Our extensions, and where each has a meaning.
const EXTENSIONS: [(&str, &str); 9] = [
    ("x-yuno-source", "It goes on operations, components, properties, parameters, bodies, answers and examples."),
    ("x-yuno-idempotency", "It goes on operations."),
    (
        "x-yuno-sensitive",
        "It goes on `type: string`: a property, a component that is no enum, or the `items` of a list.",
    ),
    ("x-yuno-open", "It goes on a component with `enum`."),
    ("x-yuno-values", "It goes on a component with `enum`."),
    ("x-yuno-rules", "It goes on a component with `properties`."),
    ("x-yuno-one-or-many", "It goes on a property of `type: array`."),
    ("x-yuno-name", "It goes on properties and parameters."),
    ("x-yuno-deprecated", DEPRECATED),
];

const DEPRECATED: &str = "It goes beside `deprecated: true`, on operations, parameters, components and properties.";

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut checker = Checker { findings };
    if let Some(root) = context.document.root() {
        checker.node(root, &[ROOT]);
        checker.under(root, "info", INFO);
        checker.under(root, "components", COMPONENTS);
        for (key, keys) in [("servers", SERVER), ("tags", TAG)] {
            for node in root.get(key).map_or(&[][..], Node::items) {
                checker.node(node, &[keys]);
            }
        }
    }
    for (part, node) in &context.survey.parts {
        let keys = match part {
            Part::PathItem => PATH_ITEM,
            Part::Operation => OPERATION,
            Part::Parameter => PARAMETER,
            Part::RequestBody => REQUEST_BODY,
            Part::Response => RESPONSE,
            Part::Media => MEDIA,
            Part::Example => EXAMPLE,
        };
        checker.node(node, &[keys]);
    }
    for schema in &context.survey.schemas {
        checker.schema(schema);
    }
}

struct Checker<'f> {
    findings: &'f mut Vec<Finding>,
}

impl Checker<'_> {
    fn under(&mut self, node: &Node, key: &str, keys: Keys) {
        if let Some(node) = node.get(key) {
            self.node(node, &[keys]);
        }
    }

    fn schema(&mut self, schema: &Schema<'_>) {
        let node = schema.node;
        // References have rules of their own; what stands under `oneOf` goes with it.
        if node.get("$ref").is_some() || schema.usage == Use::Part {
            return;
        }
        let is_property = schema.usage == Use::Property;
        let kind = node.text_at("type");
        let by_type: Keys = match kind {
            Some("string") => STRING,
            Some("integer" | "number") => NUMERIC,
            Some("array") => ARRAY,
            Some("object") => OBJECT,
            // What a wrong type or a missing one means for the rest cannot be told.
            None if !is_property || node.get("allOf").is_none() => &[],
            None => REFERRING,
            Some(_) => &[],
        };
        let by_use: Keys = match schema.usage {
            Use::Component => COMPONENT,
            Use::Property => PROPERTY,
            Use::Parameter => OF_PARAMETER,
            Use::Items | Use::Body | Use::Part => &[],
        };
        let is_enum = node.get("enum").is_some();
        let extensions: Keys = match (schema.usage, kind) {
            (Use::Component, Some("string")) if is_enum => &[("x-yuno-open", Flag), ("x-yuno-values", Any)],
            (Use::Component | Use::Property | Use::Items, Some("string")) => &[("x-yuno-sensitive", Any)],
            (Use::Component, Some("object")) => &[("x-yuno-rules", Any)],
            (Use::Property, Some("array")) => &[("x-yuno-one-or-many", Flag)],
            _ => &[],
        };
        self.node(node, &[ALWAYS, by_type, by_use, extensions]);
    }

    /// Every key is among those that are allowed, and has what it may hold.
    fn node(&mut self, node: &Node, allowed: &[Keys]) {
        if !matches!(node.value, Value::Map(_)) {
            let remedy = "Write a mapping: `key: value`.";
            self.findings.push(Finding::new("keyword-value", node.place, "This should be a mapping.", remedy));
        }
        for entry in node.entries() {
            let form = allowed.iter().flat_map(|keys| keys.iter()).find(|(key, _)| *key == entry.key);
            match form {
                // Without the flag there is nothing to give a reason for.
                Some(_)
                    if entry.key == "x-yuno-deprecated"
                        && node.get("deprecated").and_then(Node::flag) != Some(true) =>
                {
                    self.findings.push(stranger(entry));
                }
                Some((_, form)) => self.form(entry, *form),
                None if entry.key == "$ref" => {}
                None => self.findings.push(stranger(entry)),
            }
        }
    }

    /// `keyword-value`
    fn form(&mut self, entry: &Entry, form: Form) {
        let is_count = |text: &str| text.parse::<u64>().is_ok();
        let (fits, wanted) = match (form, &entry.node.value) {
            (Any, _) => (true, ""),
            (Text, value) => (matches!(value, Value::Text(_)), "Write a text, in quotes where it looks like a number."),
            (Flag, value) => (matches!(value, Value::Bool(_)), "Write `true` or `false`."),
            (Number, value) => (matches!(value, Value::Number(_)), "Write a number."),
            (Count, Value::Number(text)) => (is_count(text), "Write a whole number that is not negative."),
            (Count, _) => (false, "Write a whole number that is not negative."),
            (Map, value) => (matches!(value, Value::Map(_)), "Write a mapping: `key: value`."),
            (List, value) => (matches!(value, Value::List(_)), "Write a list: `[a, b]`."),
            (Texts, Value::List(items)) => (items.iter().all(|item| item.text().is_some()), "Write a list of texts."),
            (Texts, _) => (false, "Write a list of texts."),
        };
        if !fits {
            let message = format!("`{}` cannot have this value.", entry.key);
            self.findings.push(Finding::new("keyword-value", entry.key_place, message, wanted));
        }
    }
}

/// `title`, `composition`, `unknown-extension`, `misplaced-extension`, `unsupported-keyword`
fn stranger(entry: &Entry) -> Finding {
    let key = entry.key.as_str();
    let (rule, message, remedy) = match key {
        "title" => (
            "title",
            "A `title` would compete with the component's name.".to_owned(),
            "Delete it; say it in the description.".to_owned(),
        ),
        "oneOf" | "anyOf" | "not" => (
            "composition",
            format!("`{key}` has no type in Rust that reads well."),
            "Write one object with the union of the properties, all of them optional.".to_owned(),
        ),
        "allOf" => (
            "all-of-form",
            "`allOf` is for properties that refer to a component and say more about it.".to_owned(),
            "Write `$ref` in its place.".to_owned(),
        ),
        _ => match EXTENSIONS.iter().find(|(name, _)| *name == key) {
            Some((_, place)) => ("misplaced-extension", format!("`{key}` has no meaning here."), (*place).to_owned()),
            None if key.starts_with("x-") => {
                let known: Vec<_> = EXTENSIONS.iter().map(|(name, _)| format!("`{name}`")).collect();
                let remedy = format!("These there are: {}.", known.join(", "));
                ("unknown-extension", format!("Nothing reads `{key}`."), remedy)
            }
            None => (
                "unsupported-keyword",
                format!("`{key}` is not read here: it would be lost without a word."),
                "Delete it, or say it in the description.".to_owned(),
            ),
        },
    };
    Finding::new(rule, entry.key_place, message, remedy)
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    /// Adds a line to the property `price`.
    #[track_caller]
    fn price(line: &str, expected: &[&str]) {
        leads_to("    price:\n", &format!("    price:\n      {line}\n"), expected);
    }

    #[test]
    fn keys_that_nothing_reads_are_found() {
        price("title: Price", &["title `title`"]);
        price("multipleOf: 5", &["unsupported-keyword `multipleOf`"]);
        price("writeOnly: true", &["unsupported-keyword `writeOnly`"]);
        price("minLength: 5", &["unsupported-keyword `minLength`"]);
        price("x-yuno-colour: red", &["unknown-extension `x-yuno-colour`"]);
        price("x-rust-type: f64", &["unknown-extension `x-rust-type`"]);
        price("x-yuno-sensitive: pan", &["misplaced-extension `x-yuno-sensitive`"]);
        price("x-yuno-one-or-many: true", &["misplaced-extension `x-yuno-one-or-many`"]);
        leads_to("Line:\n", "Line:\n  additionalProperties: false\n", &["unsupported-keyword `additionalProperties`"]);
        leads_to("Line:\n", "Line:\n  nullable: true\n", &["unsupported-keyword `nullable`"]);
        leads_to(
            "    operationId: orders.create\n",
            "    operationId: orders.create\n    callbacks: {}\n",
            &["unsupported-keyword `callbacks`"],
        );
    }

    #[test]
    fn compositions_are_refused() {
        price("oneOf: [{ type: string }]", &["composition `oneOf`"]);
        price("not: { type: string }", &["composition `not`"]);
        leads_to(
            "Line:\n  type: object\n",
            "Line:\n  type: object\n  anyOf: [{ $ref: '#/Order' }]\n",
            &["composition `anyOf`"],
        );
    }

    #[test]
    fn all_of_is_for_one_reference_with_a_description() {
        let id = "id: { $ref: '#/OrderId' }";
        leads_to(id, "id: { description: Ours., allOf: [{ $ref: '#/OrderId' }] }", &[]);
        leads_to(
            id,
            "id: { description: A., allOf: [{ $ref: '#/OrderId' }, { $ref: '#/OrderId' }] }",
            &["all-of-form `id`"],
        );
        leads_to(id, "id: { description: A., allOf: [{ type: string }] }", &["all-of-form `id`"]);
        leads_to(
            id,
            "id: { description: A., maxItems: 3, allOf: [{ $ref: '#/OrderId' }] }",
            &["unsupported-keyword `maxItems`"],
        );
    }

    #[test]
    fn values_are_of_their_kind() {
        leads_to("minLength: 3", "minLength: '3'", &["keyword-value `minLength`"]);
        leads_to("minLength: 3", "minLength: -3", &["keyword-value `minLength`"]);
        leads_to("readOnly: true", "readOnly: 'true'", &["keyword-value `readOnly`"]);
        leads_to("[text]", "text", &["keyword-value `required`"]);
        leads_to("summary: A small order", "summary: 7", &["keyword-value `summary`"]);
    }
}
