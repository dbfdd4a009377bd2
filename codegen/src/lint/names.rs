//! Rules about names: each has to be one in Rust, and no two may become the same one.

use std::collections::HashMap;

use super::Context;
use crate::model::{Kind, Operation};
use crate::names;
use crate::report::Finding;
use crate::tree::Place;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    components(context, findings);
    for component in &context.api.components {
        if let Kind::Object { properties, .. } = &component.kind {
            let names = properties.iter().map(|property| Name {
                wire: &property.name,
                rust: property.rust_name.as_deref(),
                place: property.place,
            });
            members("property", "properties", names, findings);
        }
    }
    for operation in &context.api.operations {
        let names = operation.parameters.iter().map(|parameter| Name {
            wire: &parameter.name,
            rust: (parameter.rust_name != parameter.name).then_some(parameter.rust_name.as_str()),
            place: parameter.place,
        });
        members("parameter", "parameters", names, findings);
    }
    verbs(&context.api.operations, findings);
}

/// `component-name-form`, `name-collision`
fn components(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<String, (&str, Place)> = HashMap::new();
    for component in &context.api.components {
        let (name, place) = (component.name.as_str(), component.place);
        if !is_camel(name) {
            let message = format!("`{name}` cannot be the name of a type.");
            findings.push(Finding::new(
                "component-name-form",
                place,
                message,
                "Name it in UpperCamelCase: `BillingCycle`.",
            ));
        }
        let key = names::camel(name).to_lowercase();
        match seen.get(&key) {
            // Two of exactly one name are a `duplicate-name`.
            Some((first, at)) if *first != name => {
                let message = format!("`{name}` and `{first}` differ in nothing but their case.");
                let finding = Finding::new("name-collision", place, message, "Rename one for what it is.");
                findings.push(finding.with(*at, "the other one"));
            }
            Some(_) => {}
            None => {
                seen.insert(key, (name, place));
            }
        }
    }
}

struct Name<'a> {
    wire: &'a str,
    rust: Option<&'a str>,
    place: Place,
}

/// `name-form`, `name-collision`
fn members<'a>(kind: &str, kinds: &str, all: impl Iterator<Item = Name<'a>>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<String, (&str, Place)> = HashMap::new();
    for Name { wire, rust, place } in all {
        if let Some(rust) = rust.filter(|rust| !is_snake(rust)) {
            let message = format!("`{rust}` cannot be the name of a {kind} in Rust.");
            findings.push(Finding::new("name-form", place, message, "Write `x-yuno-name` in snake_case."));
            continue;
        }
        let name = names::snake(rust.unwrap_or(wire));
        if !is_snake(&name) {
            let message = format!("`{wire}` cannot be the name of a {kind} in Rust.");
            findings.push(Finding::new("name-form", place, message, "Add `x-yuno-name`, in snake_case."));
            continue;
        }
        let name = names::member(&name);
        if let Some((first, at)) = seen.insert(name.clone(), (wire, place)) {
            let message = format!("The {kinds} `{first}` and `{wire}` are both `{name}` in Rust.");
            let finding = Finding::new("name-collision", place, message, "Add `x-yuno-name` to one of them.");
            findings.push(finding.with(at, "the other one"));
        }
    }
}

/// `name-collision` of operations.
fn verbs(operations: &[Operation], findings: &mut Vec<Finding>) {
    let known: HashMap<(&str, &str), Place> = operations
        .iter()
        .map(|operation| ((operation.tag.as_str(), operation.verb.as_str()), operation.place))
        .collect();
    for operation in operations {
        let bare = operation.verb.strip_suffix("_with");
        if let Some(other) = bare.and_then(|bare| known.get(&(operation.tag.as_str(), bare))) {
            let message = format!("`{}` is also the form with options of another operation.", operation.id);
            let finding = Finding::new("name-collision", operation.place, message, "Choose another verb.");
            findings.push(finding.with(*other, "the other one"));
        }
    }
}

/// Whether Rust takes it as a name.
pub(super) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|one| one.is_ascii_alphanumeric() || one == '_')
        && name != "Self"
}

/// Whether the name is `UpperCamelCase`.
fn is_camel(name: &str) -> bool {
    is_identifier(name) && name.starts_with(|first: char| first.is_ascii_uppercase()) && !name.contains('_')
}

/// Whether the name is `snake_case`.
pub(super) fn is_snake(name: &str) -> bool {
    is_identifier(name)
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.ends_with('_')
        && !name.contains("__")
        && !name.contains(|one: char| one.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, leads_to};
    use super::{is_camel, is_snake};

    #[test]
    fn identifiers_are_told_from_other_texts() {
        assert!(["Card", "V1", "BillingCycle"].into_iter().all(is_camel));
        assert!(!["", "card", "Card_Data", "1Card", "Self", "Ä", "A-b"].into_iter().any(is_camel));
        assert!(["create", "list_all", "v2"].into_iter().all(is_snake));
        assert!(!["", "Create", "_a", "a_", "a__b", "1a", "a-b", "ä"].into_iter().any(is_snake));
    }

    #[test]
    fn component_names_are_names_of_types() {
        for (name, rule) in
            [("line", "component-name-form"), ("Order_Line", "component-name-form"), ("3Lines", "component-name-form")]
        {
            let found = found(&[
                ("{ $ref: '#/Line' }", &format!("{{ $ref: '#/{name}' }}")),
                ("{ $ref: '#/Line' }", &format!("{{ $ref: '#/{name}' }}")),
                ("\nLine:", &format!("\n{name}:")),
            ]);
            assert_eq!(found, [format!("{rule} `{name}`")], "{name}");
        }
    }

    #[test]
    fn names_do_not_collide_in_rusts_case() {
        leads_to(
            "    price:\n",
            "    Text:\n      type: string\n      description: A.\n    price:\n",
            &["name-collision `Text`"],
        );
        leads_to(
            "    price:\n",
            "    aB:\n      type: string\n      description: A.\n    a_b:\n",
            &["example-fit `price`", "example-fit `price`", "name-collision `a_b`"],
        );
        let found = found(&[
            ("{ $ref: '#/Line' }", "{ $ref: '#/ORder' }"),
            ("\nLine:", "\nORder:"),
            ("{ $ref: '#/Line' }", "{ $ref: '#/ORder' }"),
        ]);
        assert_eq!(found, ["name-collision `ORder`"]);
    }

    #[test]
    fn names_of_members_are_names() {
        let line = "    price:\n";
        let with = |name: &str, more: &str| {
            format!("    {name}:\n      type: string\n      description: A.\n{more}    price:\n")
        };
        leads_to(line, &with("3ds", ""), &["name-form `3ds`"]);
        leads_to(line, &with("3ds", "      x-yuno-name: three_d_secure\n"), &[]);
        leads_to(line, &with("type", ""), &[]);
        leads_to(line, &with("kind", "      x-yuno-name: Kind\n"), &["name-form `kind`"]);
        leads_to("name: full", "name: order-id", &["name-collision `order-id`"]);
    }

    #[test]
    fn no_verb_is_the_form_with_options_of_another() {
        leads_to(
            "operationId: orders.retrieve",
            "operationId: orders.create_with",
            &["name-collision `orders.create_with`"],
        );
    }
}
