//! Components, their members, and the types of both.

use std::collections::HashSet;

use super::{Reader, deprecated, text};
use crate::model::{Component, Direction, Kind, Limits, Property, Sensitivity, Type};
use crate::survey::Named;
use crate::tree::{Entry, Node, Place, Value};

/// A schema that is not a component, read.
pub(super) struct Shape {
    /// Its type.
    pub ty: Type,
    /// Its limits; for a list also those of its items.
    pub limits: Limits,
    /// `x-yuno-sensitive`, its own or its items'.
    pub sensitive: Option<Sensitivity>,
}

impl Shape {
    fn new(ty: Type) -> Self {
        Self { ty, limits: Limits::default(), sensitive: None }
    }
}

impl Reader<'_> {
    /// A named schema.
    pub(super) fn component(&mut self, named: &Named<'_>) -> Component {
        let Entry { key, key_place, node } = named.entry;
        let path = self.document.sources.get(named.file).map_or("", |file| &file.path);
        Component {
            name: key.clone(),
            file: named.file,
            module: path.strip_suffix(".yaml").unwrap_or(path).to_owned(),
            description: text(Some(node), "description"),
            source: node.text_at("x-yuno-source").map(str::to_owned),
            kind: self.kind(named.entry),
            direction: Direction::default(),
            patch: false,
            deprecated: deprecated(node, node.text_at("description").unwrap_or_default()),
            place: *key_place,
        }
    }

    fn kind(&mut self, entry: &Entry) -> Kind {
        let node = &entry.node;
        match node.text_at("type") {
            Some("string") if node.get("enum").is_some() => Kind::Enum {
                values: self.enum_values(node),
                open: node.get("x-yuno-open").and_then(Node::flag).unwrap_or(true),
            },
            Some("string") => Kind::Text { limits: limits(node), sensitive: self.sensitivity(node) },
            Some("object") if node.get("properties").is_some() => {
                Kind::Object { properties: self.properties(node), rules: self.rules(node) }
            }
            _ => {
                self.find(
                    "component-kind",
                    entry.key_place,
                    format!("`{}` is neither an object with properties, nor an enum, nor a text.", entry.key),
                    "Write the schema out where it is used; only those three are components.",
                );
                Kind::Object { properties: Vec::new(), rules: Vec::new() }
            }
        }
    }

    fn properties(&mut self, node: &Node) -> Vec<Property> {
        let required = node.get("required").map_or(&[][..], Node::items);
        let required: HashSet<_> = required.iter().filter_map(Node::text).collect();
        let properties = node.get("properties").map_or(&[][..], Node::entries);
        let mut read = Vec::with_capacity(properties.len());
        for entry in properties {
            read.push(self.property(entry, required.contains(entry.key.as_str())));
        }
        read
    }

    fn property(&mut self, entry: &Entry, required: bool) -> Property {
        let Entry { key, key_place, node } = entry;
        let shape = self.shape(node, *key_place);
        let flag = |key: &str| node.get(key).and_then(Node::flag).unwrap_or_default();
        let own = node.text_at("description").map(str::to_owned);
        let inherited = || {
            let referred = referred(node).and_then(|node| self.document.follow(node).ok());
            text(referred, "description")
        };
        let description = own.unwrap_or_else(inherited);
        Property {
            name: key.clone(),
            rust_name: node.text_at("x-yuno-name").map(str::to_owned),
            ty: shape.ty,
            required,
            nullable: flag("nullable"),
            deprecated: deprecated(node, &description),
            description,
            source: node.text_at("x-yuno-source").map(str::to_owned),
            sensitive: shape.sensitive,
            limits: shape.limits,
            one_or_many: flag("x-yuno-one-or-many"),
            default: node.get("default").map(Node::to_json_text),
            read_only: flag("readOnly"),
            place: *key_place,
        }
    }

    /// The type of a member, an item, a parameter or a body.
    pub(super) fn shape(&mut self, node: &Node, place: Place) -> Shape {
        if let Some(reference) = referred(node) {
            return Shape { limits: limits(node), ..Shape::new(self.reference(reference)) };
        }
        if node.get("allOf").is_some() {
            self.find(
                "all-of-form",
                place,
                "`allOf` is for one reference with a description beside it, nothing else.",
                "Keep one `$ref` under `allOf`; write a component for what combines several.",
            );
            return Shape::new(Type::Any);
        }
        let Some(kind) = node.get("type") else { return self.untyped(node, place) };
        match kind.text() {
            Some("string") if node.get("enum").is_some() => {
                let remedy = "Move it into a component of its own, and refer to that.";
                self.find("inline-enum", place, "An enum stands inside another definition.", remedy);
                Shape::new(Type::Text)
            }
            Some("string") => self.text_shape(node),
            Some("integer") => self.scalar_shape(node, Type::Integer),
            Some("number") => self.scalar_shape(node, Type::Number),
            Some("boolean") => self.scalar_shape(node, Type::Flag),
            Some("array") => self.list_shape(node, place),
            Some("object") => {
                if node.get("properties").is_some() {
                    let remedy = "Move it into a component of its own, and refer to that.";
                    self.find("inline-object", place, "An object stands inside another definition.", remedy);
                } else {
                    let message = "`type: object` without properties says nothing that `{}` does not.";
                    let remedy = "Leave `type` out where any JSON value may stand, else name the properties.";
                    self.find("empty-object", place, message, remedy);
                }
                Shape::new(Type::Any)
            }
            _ => {
                let message = "The type is none of string, integer, number, boolean, array.";
                self.find("unknown-type", kind.place, message, "Write one of those, in lower case.");
                Shape::new(Type::Any)
            }
        }
    }

    fn reference(&self, node: &Node) -> Type {
        let target = node.text_at("$ref").map(|text| self.document.resolve(node.place.file, text));
        match target {
            Some(Ok(target)) => Type::Ref(target.entry.key.clone()),
            _ => Type::Any,
        }
    }

    fn untyped(&mut self, node: &Node, place: Place) -> Shape {
        const STRUCTURE: [&str; 6] = ["properties", "items", "enum", "required", "format", "pattern"];
        let is_schema = matches!(node.value, Value::Map(_));
        if let Some(key) = STRUCTURE.iter().find(|key| node.get(key).is_some()) {
            let message = format!("`{key}` stands without a `type`.");
            self.find("missing-type", place, message, "Say which type it is.");
        } else if !is_schema {
            let remedy = "Write `type: ..` or `$ref: ..` under it, or `{}` with a description for any JSON value.";
            self.find("missing-type", place, "This is no schema.", remedy);
        }
        Shape::new(Type::Any)
    }

    fn text_shape(&mut self, node: &Node) -> Shape {
        let ty = if node.text_at("format") == Some("date-time") { Type::Time } else { Type::Text };
        self.scalar_shape(node, ty)
    }

    fn scalar_shape(&mut self, node: &Node, ty: Type) -> Shape {
        Shape { ty, limits: limits(node), sensitive: self.sensitivity(node) }
    }

    fn list_shape(&mut self, node: &Node, place: Place) -> Shape {
        let Some(items) = node.entry("items") else {
            self.find("missing-items", place, "The list does not say what it holds.", "Add `items`.");
            return Shape::new(Type::List(Box::new(Type::Any)));
        };
        let item = self.shape(&items.node, items.key_place);
        if matches!(item.ty, Type::List(_)) {
            let message = "A list of lists has no place in the types.";
            self.find("nested-list", items.key_place, message, "Give the inner list a name: an object that holds it.");
            return Shape::new(Type::List(Box::new(Type::Any)));
        }
        let own = limits(node);
        let limits = Limits { min_items: own.min_items, max_items: own.max_items, ..item.limits };
        Shape { ty: Type::List(Box::new(item.ty)), limits, sensitive: item.sensitive }
    }
}

/// The node that holds the `$ref`: the schema itself, or the one item of its `allOf`.
pub(crate) fn referred(node: &Node) -> Option<&Node> {
    if node.get("$ref").is_some() {
        return Some(node);
    }
    match node.get("allOf").map(Node::items) {
        Some([only]) if only.get("$ref").is_some() => Some(only),
        _ => None,
    }
}

fn limits(node: &Node) -> Limits {
    let number = |key: &str| match node.get(key).map(|node| &node.value) {
        Some(Value::Number(text)) => Some(text.clone()),
        _ => None,
    };
    let count = |key: &str| number(key).and_then(|text| text.parse().ok());
    Limits {
        min_length: count("minLength"),
        max_length: count("maxLength"),
        min_items: count("minItems"),
        max_items: count("maxItems"),
        minimum: number("minimum"),
        maximum: number("maximum"),
        pattern: node.text_at("pattern").map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::leads_to;

    /// Gives the property `price` another schema.
    #[track_caller]
    fn price(schema: &str, expected: &[&str]) {
        let from = "      type: number\n      description: What it costs.\n";
        leads_to(from, &format!("      description: What it costs.\n{schema}"), expected);
    }

    #[test]
    fn every_property_has_a_type_of_its_kind() {
        let misfit = "example-fit `3.5`";
        let answer = "example-fit `3.50`";
        price("      type: number\n", &[]);
        price("", &[]);
        price("      type: float\n", &["unknown-type `float`"]);
        price("      type: [number]\n", &["keyword-value `type`", "unknown-type `[number]`"]);
        price("      minimum: 3\n", &["unsupported-keyword `minimum`"]);
        price("      pattern: a\n", &["missing-type `price`", "unsupported-keyword `pattern`"]);
        price("      type: object\n", &["empty-object `price`"]);
        price("      type: object\n      properties: { a: { description: A. } }\n", &["inline-object `price`"]);
        price("      type: string\n      enum: [A_A]\n", &[misfit, answer, "inline-enum `price`"]);
        price("      type: array\n", &[misfit, answer, "missing-items `price`"]);
        price("      type: array\n      items: { type: array, items: {} }\n", &[misfit, answer, "nested-list `items`"]);
        leads_to(
            "    price:\n      type: number\n      description: What it costs.\n",
            "    price:\n",
            &["missing-description `price`", "missing-type `price`", "keyword-value ``"],
        );
    }

    #[test]
    fn components_are_objects_enums_and_texts() {
        for node in ["{ type: integer, description: A. }", "{ description: A. }", "{ type: object, description: A. }"] {
            let line = format!("\nSpare: {node}\nLine:");
            let rules = crate::lint::testing::found(&[
                ("\nLine:", &line),
                ("    price:\n", "    spare: { $ref: '#/Spare' }\n    price:\n"),
            ]);
            assert_eq!(rules, ["component-kind `Spare`"], "{node}");
        }
    }

    #[test]
    fn what_is_sensitive_is_a_text() {
        price(
            "      type: string\n      x-yuno-sensitive: secret\n",
            &["example-fit `3.5`", "example-fit `3.50`", "extension-form `x-yuno-sensitive`"],
        );
        price("      type: number\n      x-yuno-sensitive: pan\n", &["misplaced-extension `x-yuno-sensitive`"]);
    }
}
