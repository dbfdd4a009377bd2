//! Reads the typed model from the document.
//!
//! Whatever is missing or malformed is read as best it can be: it is lint that says so, except for the few things that
//! only reading sees (a type that has no place in the model, an extension of the wrong form), which are found here.

mod body;
mod direction;
mod extension;
mod operation;
mod schema;

pub(crate) use schema::referred;

use crate::load::Document;
use crate::model::{Api, Server, Tag};
use crate::report::Finding;
use crate::survey::{Role, Survey};
use crate::tree::{Node, Place};

/// The model of a document, and what could not be read into it.
#[must_use]
pub fn model_of(document: &Document) -> (Api, Vec<Finding>) {
    read(&Survey::new(document))
}

/// The model of a document that is surveyed already.
#[must_use]
pub fn read(survey: &Survey<'_>) -> (Api, Vec<Finding>) {
    let mut reader = Reader { document: survey.document, findings: Vec::new() };
    let root = survey.document.root();
    let info = root.and_then(|root| root.get("info"));
    let mut components: Vec<_> = survey.named(Role::Schema).map(|named| reader.component(named)).collect();
    let operations: Vec<_> = survey.operations.iter().map(|raw| reader.operation(raw)).collect();
    direction::mark(&mut components, &operations);
    let api = Api {
        title: text(info, "title"),
        version: text(info, "version"),
        description: text(info, "description"),
        servers: list(root, "servers")
            .iter()
            .map(|node| Server { url: text(Some(node), "url"), description: text(Some(node), "description") })
            .collect(),
        tags: list(root, "tags")
            .iter()
            .map(|node| Tag {
                name: text(Some(node), "name"),
                description: text(Some(node), "description"),
                place: node.entry("name").map_or(node.place, |entry| entry.node.place),
            })
            .collect(),
        operations,
        components,
    };
    (api, reader.findings)
}

/// Reads, and keeps what it could not read.
struct Reader<'a> {
    document: &'a Document,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn find(&mut self, rule: &'static str, place: Place, message: impl Into<String>, remedy: impl Into<String>) {
        self.findings.push(Finding {
            rule,
            message: message.into(),
            place: Some(place),
            related: None,
            remedy: remedy.into(),
        });
    }
}

/// The text under a key, or nothing.
fn text(node: Option<&Node>, key: &str) -> String {
    node.and_then(|node| node.text_at(key)).unwrap_or_default().to_owned()
}

/// The items of the list under a key.
fn list<'a>(node: Option<&'a Node>, key: &str) -> &'a [Node] {
    node.and_then(|node| node.get(key)).map_or(&[], Node::items)
}

/// Why the node is on its way out, where it says that it is: in words for that, else in its description.
fn deprecated(node: &Node, description: &str) -> Option<String> {
    let is = node.get("deprecated").and_then(Node::flag).unwrap_or_default();
    let reason = || {
        let first = description.trim().split("\n\n").next().unwrap_or_default();
        node.text_at("x-yuno-deprecated").unwrap_or(first).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    is.then(reason)
}

#[cfg(test)]
#[allow(clippy::panic, clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::lint::testing::spoiled;
    use crate::load;
    use crate::model::{Direction, Idempotency, Kind, Location, Property, Rule, Sensitivity, Type};
    use crate::tree::Sources;

    fn model(replacements: &[(&str, &str)]) -> Api {
        let mut sources = Sources::default();
        for (path, text) in spoiled(replacements) {
            sources.add(path, text);
        }
        let document = load::parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false)));
        let (api, findings) = model_of(&document);
        assert!(findings.is_empty(), "{findings:?}");
        api
    }

    fn property<'a>(api: &'a Api, component: &str, name: &str) -> &'a Property {
        match &api.component(component).unwrap().kind {
            Kind::Object { properties, .. } => properties.iter().find(|property| property.name == name).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn operations_have_their_parameters_bodies_and_examples() {
        let api = model(&[]);
        assert_eq!((api.title.as_str(), api.servers.len(), api.tags.len()), ("Shop", 1, 1));
        let [create, retrieve] = api.operations.as_slice() else { panic!("{:?}", api.operations) };
        assert_eq!((create.tag.as_str(), create.verb.as_str(), create.method.as_str()), ("orders", "create", "POST"));
        assert_eq!(create.idempotency, Idempotency::Key);
        let body = create.request.as_ref().unwrap();
        assert_eq!(body.ty, Type::Ref("CreateOrder".to_owned()));
        assert_eq!((body.examples[0].name.as_str(), &body.examples[0].value["number"]), ("create", &"A-1".into()));
        assert_eq!((create.success.status, create.errors.len()), (201, 0));
        assert_eq!(retrieve.path, "/v1/orders/{order_id}");
        let locations: Vec<_> = retrieve.parameters.iter().map(|it| (it.name.as_str(), it.location)).collect();
        assert_eq!(locations, [("order_id", Location::Path), ("full", Location::Query)]);
    }

    #[test]
    fn an_operations_parameter_wins_over_its_paths() {
        let again = "    parameters:\n      - name: order_id\n        in: path\n        required: true\n        \
            description: Ours.\n        schema: { $ref: 'order.yaml#/OrderId' }\n      - name: full";
        let api = model(&[("    parameters:\n      - name: full", again)]);
        let parameters = &api.operations[1].parameters;
        assert_eq!((parameters.len(), parameters[0].description.as_str()), (2, "Ours."));
    }

    #[test]
    fn components_travel_where_a_way_leads_to_them() {
        let api = model(&[]);
        let direction = |name: &str| api.component(name).unwrap().direction;
        assert_eq!(direction("CreateOrder"), Direction { request: true, response: false });
        assert_eq!(direction("Order"), Direction { request: false, response: true });
        assert_eq!(direction("Line"), Direction { request: true, response: true });
        assert_eq!(direction("OrderId"), Direction { request: true, response: true });
        assert_eq!(direction("State"), Direction { request: false, response: true });
        // What only answers have is no way for a request.
        let api = model(&[(
            "    price:\n",
            "    state: { description: A., readOnly: true, allOf: [{ $ref: '#/State' }] }\n    price:\n",
        )]);
        assert_eq!(api.component("State").unwrap().direction, Direction { request: false, response: true });
    }

    #[test]
    fn the_body_of_a_patch_is_marked_and_nothing_else() {
        let api = model(&[("  post:", "  patch:")]);
        let patches: Vec<_> = api.components.iter().filter(|it| it.patch).map(|it| it.name.as_str()).collect();
        assert_eq!(patches, ["CreateOrder"]);
    }

    #[test]
    fn components_stand_in_the_order_and_module_of_their_file() {
        let api = model(&[]);
        let names: Vec<_> = api.components.iter().map(|it| (it.name.as_str(), it.module.as_str())).collect();
        let names_in_order = ["CreateOrder", "Order", "Line", "State", "OrderId"];
        assert_eq!(names, names_in_order.map(|name| (name, "orders/order")));
    }

    #[test]
    fn a_reference_keeps_what_is_said_beside_it() {
        let api = model(&[(
            "id: { $ref: '#/OrderId' }",
            "id: { description: Ours., nullable: true, allOf: [{ $ref: '#/OrderId' }] }",
        )]);
        let id = property(&api, "Order", "id");
        assert_eq!((&id.ty, id.description.as_str(), id.nullable), (&Type::Ref("OrderId".to_owned()), "Ours.", true));
        let state = property(&api, "Order", "state");
        assert_eq!((&state.ty, state.description.as_str()), (&Type::Ref("State".to_owned()), "How far an order is."));
    }

    #[test]
    fn properties_have_their_limits_and_extensions() {
        let api = model(&[(
            "    price:\n",
            "    notes:\n      type: array\n      description: A.\n      minItems: 1\n      maxItems: 2\n      x-yuno-name: remarks\n      \
             x-yuno-one-or-many: true\n      default: []\n      items: { type: string, maxLength: 9, x-yuno-sensitive: personal }\n    price:\n",
        )]);
        let notes = property(&api, "Line", "notes");
        assert_eq!(notes.ty, Type::List(Box::new(Type::Text)));
        assert_eq!(
            (notes.limits.min_items, notes.limits.max_items, notes.limits.max_length),
            (Some(1), Some(2), Some(9))
        );
        assert_eq!((notes.sensitive, notes.one_or_many), (Some(Sensitivity::Personal), true));
        assert_eq!((notes.rust_name.as_deref(), notes.default.as_deref()), (Some("remarks"), Some("[]")));
        assert!(property(&api, "Line", "text").required && !property(&api, "Line", "price").required);
        assert!(property(&api, "Line", "count").read_only);
    }

    #[test]
    fn enums_have_names_docs_and_openness() {
        let api = model(&[(
            "enum: [OPEN, PAID]",
            "enum: [OPEN, '1.0']\n  x-yuno-open: false\n  x-yuno-values:\n    OPEN: Not paid.\n    '1.0': { name: V1_0, description: Old. }",
        )]);
        let Kind::Enum { values, open } = &api.component("State").unwrap().kind else { panic!() };
        assert!(!open);
        let read: Vec<_> =
            values.iter().map(|it| (it.value.as_str(), it.rust_name.as_deref(), it.description.as_deref())).collect();
        assert_eq!(read, [("OPEN", None, Some("Not paid.")), ("1.0", Some("V1_0"), Some("Old."))]);
    }

    #[test]
    fn rules_are_read() {
        let rules = "  required: [number]\n  x-yuno-rules:\n    - { require: lines, when: { number: [A, B] }, unless: { number: C }, because: why }\n    \
            - { any_of: [lines, number], because: why }\n";
        let api = model(&[("  required: [number]\n", rules)]);
        let Kind::Object { rules, .. } = &api.component("CreateOrder").unwrap().kind else { panic!() };
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            *rules,
            [
                Rule::Require {
                    path: "lines".to_owned(),
                    when: vec![("number".to_owned(), texts(&["A", "B"]))],
                    unless: vec![("number".to_owned(), texts(&["C"]))],
                    because: "why".to_owned(),
                },
                Rule::AnyOf { paths: texts(&["lines", "number"]), because: "why".to_owned() },
            ]
        );
    }
}
