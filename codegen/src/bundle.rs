//! The whole spec as one self-contained `OpenAPI` 3.0.3 document, for tools that want one file.
//!
//! Path items are written out where they are used; everything else that a reference leads to becomes a component.

mod write;

use std::collections::{BTreeMap, HashMap};

use crate::load::Document;
use crate::survey::{METHODS, Role, Survey};
use crate::tree::{Entry, FileId, Node, Value};

/// The spec in one document. Order and digits are those of the spec.
#[derive(Clone, Debug)]
pub struct Bundle(Node);

impl Bundle {
    /// The document as a tree.
    #[must_use]
    pub fn tree(&self) -> &Node {
        &self.0
    }

    /// The document as a value, which has neither the order nor the digits of the spec.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        self.0.to_json()
    }

    /// The document as JSON, indented, in the order of the spec.
    #[must_use]
    pub fn to_json(&self) -> String {
        write::json(&self.0)
    }

    /// The document as YAML, in the order of the spec.
    #[must_use]
    pub fn to_yaml(&self) -> String {
        write::yaml(&self.0)
    }
}

/// Bundles a document. One that lint has passed gives a valid one; of any other, what can be made of it.
#[must_use]
pub fn bundle(document: &Document) -> Bundle {
    let survey = Survey::new(document);
    let bundler = Bundler { document, names: names(&survey) };
    let Some(root) = document.root() else {
        return Bundle(Node { value: Value::Map(Vec::new()), place: NOWHERE });
    };
    let mut entries = Vec::new();
    for entry in root.entries() {
        match entry.key.as_str() {
            "paths" => entries.push(with(entry, bundler.each(&entry.node, |node| bundler.path_item(node)))),
            "components" => {}
            _ => entries.push(entry.clone()),
        }
    }
    entries.push(named("components", bundler.components(&survey, root)));
    Bundle(Node { value: Value::Map(entries), place: root.place })
}

const NOWHERE: crate::tree::Place = crate::tree::Place { file: FileId(0), line: 1, column: 1, start: 0, end: 0 };

/// The sections of `components`, in the order in which they are written.
const SECTIONS: [(Role, &str); 5] = [
    (Role::Schema, "schemas"),
    (Role::Parameter, "parameters"),
    (Role::RequestBody, "requestBodies"),
    (Role::Response, "responses"),
    (Role::Example, "examples"),
];

/// What each entry of a file is called among the components of its kind.
type Names<'a> = HashMap<(FileId, &'a str), (Role, String)>;

/// An entry keeps its name where no other of its kind has it; else the name of its file is put before it.
fn names<'a>(survey: &Survey<'a>) -> Names<'a> {
    let mut uses: BTreeMap<(Role, &str), usize> = BTreeMap::new();
    for named in &survey.entries {
        *uses.entry((named.role, &named.entry.key)).or_default() += 1;
    }
    let mut names = HashMap::new();
    for named in &survey.entries {
        let key = named.entry.key.as_str();
        let is_unique = uses.get(&(named.role, key)) == Some(&1);
        let path = survey.document.sources.get(named.file).map_or("", |file| &file.path);
        let folder = path.strip_suffix(".yaml").unwrap_or(path).trim_end_matches("/examples").replace('/', ".");
        let name = if is_unique { key.to_owned() } else { format!("{folder}.{key}") };
        let name = name.chars().map(|one| if is_name(one) { one } else { '_' }).collect();
        names.insert((named.file, key), (named.role, name));
    }
    names
}

/// Whether the character may stand in the name of a component.
fn is_name(one: char) -> bool {
    one.is_ascii_alphanumeric() || matches!(one, '.' | '_' | '-')
}

struct Bundler<'a> {
    document: &'a Document,
    names: Names<'a>,
}

impl Bundler<'_> {
    fn components(&self, survey: &Survey<'_>, root: &Node) -> Node {
        let mut sections = Vec::new();
        for (role, section) in SECTIONS {
            let entries: Vec<_> = survey
                .named(role)
                .filter_map(|named| {
                    let (_, name) = self.names.get(&(named.file, named.entry.key.as_str()))?;
                    let node = &named.entry.node;
                    let node = match role {
                        Role::Schema => self.schema(node),
                        Role::Parameter => self.parameter(node),
                        Role::RequestBody | Role::Response => self.body(node),
                        Role::Example | Role::PathItem => node.clone(),
                    };
                    Some(Entry { key: name.clone(), key_place: named.entry.key_place, node })
                })
                .collect();
            if !entries.is_empty() {
                sections.push(named(section, Node { value: Value::Map(entries), place: NOWHERE }));
            }
        }
        let schemes = root.get("components").and_then(|components| components.entry("securitySchemes"));
        sections.extend(schemes.cloned());
        Node { value: Value::Map(sections), place: NOWHERE }
    }

    /// The reference as one into the bundle.
    fn reference(&self, node: &Node) -> Option<Node> {
        let entry = node.entry("$ref")?;
        let target = self.document.resolve(entry.node.place.file, entry.node.text()?).ok()?;
        let (role, name) = self.names.get(&(target.file, target.entry.key.as_str()))?;
        let (_, section) = SECTIONS.iter().find(|(section_role, _)| section_role == role)?;
        let text = Value::Text(format!("#/components/{section}/{name}"));
        let text = with(entry, Node { value: text, place: entry.node.place });
        Some(Node { value: Value::Map(vec![text]), place: node.place })
    }

    fn path_item(&self, node: &Node) -> Node {
        let node = self.document.follow(node).unwrap_or(node);
        self.changed(node, |key, node| match key {
            "parameters" => Some(self.items(node, |node| self.parameter(node))),
            _ if METHODS.contains(&key) => Some(self.operation(node)),
            _ => None,
        })
    }

    fn operation(&self, node: &Node) -> Node {
        self.changed(node, |key, node| match key {
            "parameters" => Some(self.items(node, |node| self.parameter(node))),
            "requestBody" => Some(self.body(node)),
            "responses" => Some(self.each(node, |node| self.body(node))),
            _ => None,
        })
    }

    fn parameter(&self, node: &Node) -> Node {
        self.changed(node, |key, node| (key == "schema").then(|| self.schema(node)))
    }

    fn body(&self, node: &Node) -> Node {
        self.changed(node, |key, node| (key == "content").then(|| self.each(node, |node| self.media(node))))
    }

    fn media(&self, node: &Node) -> Node {
        self.changed(node, |key, node| match key {
            "schema" => Some(self.schema(node)),
            "examples" => Some(self.each(node, |node| self.reference(node).unwrap_or_else(|| node.clone()))),
            _ => None,
        })
    }

    fn schema(&self, node: &Node) -> Node {
        let schema = self.changed(node, |key, node| match key {
            "properties" => Some(self.each(node, |node| self.schema(node))),
            "items" | "not" | "additionalProperties" => Some(self.schema(node)),
            "allOf" | "oneOf" | "anyOf" => Some(self.items(node, |node| self.schema(node))),
            _ => None,
        });
        let says_so = schema.get("x-yuno-one-or-many").is_some_and(|node| matches!(node.value, Value::Bool(true)));
        if says_so { one_or_many(&schema) } else { schema }
    }

    /// The reference that the node is; or the node, with what `change` makes of its entries.
    fn changed(&self, node: &Node, change: impl Fn(&str, &Node) -> Option<Node>) -> Node {
        if let Some(reference) = self.reference(node) {
            return reference;
        }
        let Value::Map(entries) = &node.value else { return node.clone() };
        let entries = entries.iter().map(|entry| match change(&entry.key, &entry.node) {
            Some(node) => with(entry, node),
            None => entry.clone(),
        });
        Node { value: Value::Map(entries.collect()), place: node.place }
    }

    /// The mapping with every value changed.
    fn each(&self, node: &Node, change: impl Fn(&Node) -> Node) -> Node {
        let entries = node.entries().iter().map(|entry| with(entry, change(&entry.node)));
        Node { value: Value::Map(entries.collect()), place: node.place }
    }

    /// The list with every item changed.
    fn items(&self, node: &Node, change: impl Fn(&Node) -> Node) -> Node {
        Node { value: Value::List(node.items().iter().map(change).collect()), place: node.place }
    }
}

/// The list that may come as a single object, in words that every tool understands.
fn one_or_many(list: &Node) -> Node {
    let Some(items) = list.get("items").cloned() else { return list.clone() };
    let is_of_list = |entry: &&Entry| ["type", "items", "minItems", "maxItems", "uniqueItems"].contains(&&*entry.key);
    let (of_list, rest): (Vec<_>, Vec<_>) = list.entries().iter().partition(is_of_list);
    let many = Node { value: Value::Map(of_list.into_iter().cloned().collect()), place: list.place };
    let either = Node { value: Value::List(vec![many, items]), place: list.place };
    let rest = rest.into_iter().cloned();
    Node { value: Value::Map(rest.chain([named("oneOf", either)]).collect()), place: list.place }
}

fn with(entry: &Entry, node: Node) -> Entry {
    Entry { key: entry.key.clone(), key_place: entry.key_place, node }
}

fn named(key: &str, node: Node) -> Entry {
    Entry { key: key.to_owned(), key_place: node.place, node }
}

#[cfg(test)]
#[allow(clippy::panic, clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::lint::testing::spoiled;
    use crate::load;
    use crate::tree::Sources;

    fn bundled(files: &[(&str, String)]) -> Bundle {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add(*path, text.clone());
        }
        bundle(&load::parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false))))
    }

    #[test]
    fn references_lead_into_the_bundle() {
        let value = bundled(&spoiled(&[])).to_value();
        let post = &value["paths"]["/v1/orders"]["post"];
        let body = &post["requestBody"]["content"]["application/json"];
        assert_eq!(body["schema"], json!({ "$ref": "#/components/schemas/CreateOrder" }));
        assert_eq!(body["examples"]["create"], json!({ "$ref": "#/components/examples/create" }));
        let order = &value["components"]["schemas"]["Order"]["properties"];
        assert_eq!(order["lines"]["items"], json!({ "$ref": "#/components/schemas/Line" }));
        assert_eq!(value["components"]["examples"]["order"]["value"]["state"], "OPEN");
        assert_eq!(value["components"]["securitySchemes"]["key"]["in"], "header");
        assert!(!value.to_string().contains(".yaml#"));
    }

    #[test]
    fn names_that_stand_twice_are_told_apart_by_their_files() {
        let mut files = spoiled(&[("'examples.yaml#/create'", "'more/examples.yaml#/order'")]);
        files
            .push(("orders/more/examples.yaml", "# More.\norder: { summary: A, value: { number: A-2 } }\n".to_owned()));
        let value = bundled(&files).to_value();
        let examples = value["components"]["examples"].as_object().unwrap();
        assert!(examples.contains_key("orders.order") && examples.contains_key("orders.more.order"), "{examples:?}");
    }

    #[test]
    fn a_list_that_may_be_a_single_object_says_so_in_words_of_openapi() {
        let lines = "      items: { $ref: '#/Line' }\nLine:";
        let value =
            bundled(&spoiled(&[(lines, &format!("      maxItems: 9\n      x-yuno-one-or-many: true\n{lines}"))]));
        let value = value.to_value();
        let line = json!({ "$ref": "#/components/schemas/Line" });
        assert_eq!(
            value["components"]["schemas"]["Order"]["properties"]["lines"],
            json!({
                "description": "What is ordered.",
                "x-yuno-one-or-many": true,
                "oneOf": [{ "type": "array", "maxItems": 9, "items": line }, line],
            })
        );
    }

    #[test]
    fn members_called_like_keywords_are_left_alone() {
        let value = bundled(&spoiled(&[
            (
                "    price:\n",
                "    $ref: { type: string, description: A. }\n    items: { $ref: '#/OrderId' }\n    price:\n",
            ),
            ("    number: A-1\n", "    number: A-1\n    $ref: '#/nothing'\n"),
        ]))
        .to_value();
        let line = &value["components"]["schemas"]["Line"]["properties"];
        assert_eq!(line["$ref"]["type"], "string");
        assert_eq!(line["items"]["$ref"], "#/components/schemas/OrderId");
        assert_eq!(value["components"]["examples"]["create"]["value"]["$ref"], "#/nothing");
    }

    #[test]
    fn both_forms_say_the_same_in_the_order_of_the_spec() {
        let odd = "'yes: \"no\"'";
        let bundle = bundled(&spoiled(&[
            ("description: A shop.", &format!("description: {odd}")),
            ("summary: A small order", "summary: \"two\\nlines \\u00e4\""),
            ("price: 3.5 }", "price: 3.50, note: [], more: {}, at: '2026-01-31', of: [[1, [2]], [{ a: 1, b: 2 }]] }"),
        ]));
        let json: serde_json::Value = serde_json::from_str(&bundle.to_json()).unwrap();
        assert_eq!(json, bundle.to_value());
        assert!(bundle.to_json().contains("\"price\": 3.50,"));
        let mut sources = Sources::default();
        sources.add(load::ROOT, bundle.to_yaml());
        let read = load::parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false)));
        assert_eq!(read.root().unwrap().to_json(), json);
        assert!(read.findings.is_empty());
        let keys = |node: &Node| node.entries().iter().map(|entry| entry.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(read.root().unwrap()), keys(bundle.tree()));
        assert_eq!(keys(bundle.tree()), ["openapi", "info", "servers", "security", "tags", "paths", "components"]);
    }
}
