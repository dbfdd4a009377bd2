//! Rules about components: each says what it is, is unlike the others, and asks only for what can be sent.

use std::collections::HashMap;

use super::Context;
use crate::model::{Component, Kind, Type};
use crate::read;
use crate::report::Finding;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for component in &context.api.components {
        describe(context, component, findings);
        directions(context, component, findings);
        patch(context, component, findings);
    }
    shapes(context, findings);
}

/// `missing-description` of components and properties.
fn describe(context: &Context<'_>, component: &Component, findings: &mut Vec<Finding>) {
    let remedy = "Say in a sentence or two what it is.";
    if component.description.trim().is_empty() {
        let message = format!("`{}` has no description.", component.name);
        findings.push(Finding::new("missing-description", component.place, message, remedy));
    }
    let nodes = context.nodes.get(component.name.as_str()).and_then(|node| node.get("properties"));
    for property in component.properties().iter().filter(|property| property.description.trim().is_empty()) {
        let referred = nodes.and_then(|nodes| nodes.get(&property.name)).and_then(read::referred);
        if referred.is_some_and(|node| context.document.follow(node).is_err()) {
            // It would have its description from where the reference should lead, which is a finding already.
            continue;
        }
        let message = format!("`{}.{}` has no description.", component.name, property.name);
        findings.push(Finding::new("missing-description", property.place, message, remedy));
    }
}

/// `required-unknown`, `required-read-only`, `required-in-answer`, `read-only-in-request`
fn directions(context: &Context<'_>, component: &Component, findings: &mut Vec<Finding>) {
    let properties = component.properties();
    let node = context.nodes.get(component.name.as_str());
    let required = node.and_then(|node| node.entry("required"));
    let mut seen = std::collections::HashSet::new();
    let names: HashMap<_, _> = properties.iter().map(|property| (property.name.as_str(), property)).collect();
    for item in required.map_or(&[][..], |entry| entry.node.items()) {
        let Some(name) = item.text() else { continue };
        let mut find = |rule, message: String, remedy: &str| {
            findings.push(Finding::new(rule, item.place, message, remedy));
        };
        if !seen.insert(name) {
            find("required-unknown", format!("`{name}` is listed twice."), "Keep one of the two.");
        }
        match names.get(name) {
            None => {
                let message = format!("`{}` has no property `{name}`.", component.name);
                find("required-unknown", message, "Add the property, or take its name off `required`.");
            }
            Some(property) if property.read_only => {
                let message = format!("Only answers have `{name}`, so no request can be asked for it.");
                find("required-read-only", message, "Take its name off `required`, or delete `readOnly`.");
            }
            Some(_) => {}
        }
    }
    let direction = component.direction;
    if let Some(required) = required.filter(|_| direction.response && !direction.request) {
        let message = format!("`{}` is never sent, so nothing in it can be required.", component.name);
        let remedy = "Delete `required`: what an answer lacks is read as absent.";
        findings.push(Finding::new("required-in-answer", required.key_place, message, remedy));
    }
    if direction.request && !direction.response {
        for property in properties.iter().filter(|property| property.read_only) {
            let message = format!("`{}` is never received, so nothing in it is `readOnly`.", component.name);
            let remedy = "Delete the property, or its `readOnly`.";
            findings.push(Finding::new("read-only-in-request", property.place, message, remedy));
        }
    }
}

/// `patch-shared`: in the body of a PATCH absent, null and value are three things, elsewhere two. Where every member is
/// required, that makes no difference.
fn patch(context: &Context<'_>, component: &Component, findings: &mut Vec<Finding>) {
    if !component.patch || component.properties().iter().all(|property| property.required || property.read_only) {
        return;
    }
    let is = |ty: &Type| refers_to(ty, &component.name);
    let elsewhere = context.api.operations.iter().any(|operation| {
        let sent = operation.method != "PATCH" && operation.request.as_ref().is_some_and(|body| is(&body.ty));
        let mut answers = std::iter::once(&operation.success).chain(&operation.errors);
        sent || answers.any(|answer| answer.ty.as_ref().is_some_and(is))
    });
    let within = context.api.components.iter().any(|other| other.properties().iter().any(|property| is(&property.ty)));
    if elsewhere || within {
        let message = format!("`{}` is the body of a PATCH, and something else too.", component.name);
        let remedy = "Give the PATCH a component of its own: `UpdateOrder`.";
        findings.push(Finding::new("patch-shared", component.place, message, remedy));
    }
}

/// `same-shape`
fn shapes(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<String, Vec<&Component>> = HashMap::new();
    for component in &context.api.components {
        let Some(shape) = shape(component) else { continue };
        let alike = seen.entry(shape).or_default();
        let twin = alike.iter().find(|other| !may_differ(other, component));
        if let Some(twin) = twin {
            let message = format!("`{}` and `{}` are one shape under two names.", component.name, twin.name);
            let remedy = "Keep one, named for the concept, and refer to it in both places.";
            let finding = Finding::new("same-shape", component.place, message, remedy);
            findings.push(finding.with(twin.place, "the other one"));
        }
        // Enough to compare with; a file of ten thousand twins is still found out in time.
        if alike.len() < 8 {
            alike.push(component);
        }
    }
}

/// What makes two components one: the names and types of the properties, or the values. Texts are told apart by what
/// they mean, so they have no shape.
fn shape(component: &Component) -> Option<String> {
    let mut parts: Vec<String> = match &component.kind {
        Kind::Object { properties, .. } => {
            properties.iter().map(|property| format!("{}: {:?}", property.name, property.ty)).collect()
        }
        Kind::Enum { values, .. } => values.iter().map(|value| format!("{:?}", value.value)).collect(),
        Kind::Text { .. } => return None,
    };
    parts.sort();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whether two components of one shape have a reason to be two: one is a PATCH, or requests need different members.
fn may_differ(a: &Component, b: &Component) -> bool {
    let required = |component: &Component| -> Vec<String> {
        let mut names: Vec<_> = component
            .properties()
            .iter()
            .filter(|property| property.required)
            .map(|property| property.name.clone())
            .collect();
        names.sort();
        names
    };
    a.patch != b.patch || (a.direction.request && b.direction.request && required(a) != required(b))
}

fn refers_to(ty: &Type, name: &str) -> bool {
    match ty {
        Type::Ref(to) => to == name,
        Type::List(item) => refers_to(item, name),
        Type::Text | Type::Time | Type::Integer | Type::Number | Type::Flag | Type::Any => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, leads_to};

    #[test]
    fn everything_is_described() {
        leads_to("  description: A line of an order.\n", "", &["missing-description `Line`"]);
        leads_to("      description: What it is.\n", "", &["missing-description `text`"]);
        leads_to(
            "  description: How far an order is.\n",
            "",
            &["missing-description `state`", "missing-description `State`"],
        );
    }

    #[test]
    fn required_names_what_can_be_sent() {
        leads_to("[text]", "[text, colour]", &["required-unknown `colour`"]);
        leads_to("[text]", "[text, text]", &["required-unknown `text`"]);
        leads_to("[text]", "[text, count]", &["required-read-only `count`"]);
        leads_to(
            "  description: An order.\n",
            "  description: An order.\n  required: [id]\n",
            &["required-in-answer `required`"],
        );
        leads_to(
            "      minLength: 3\n",
            "      readOnly: true\n",
            &["example-fit `number`", "required-read-only `number`", "read-only-in-request `number`"],
        );
    }

    #[test]
    fn a_patch_has_a_body_of_its_own() {
        leads_to("  post:\n", "  patch:\n", &[]);
        let found = found(&[
            ("  post:\n", "  patch:\n"),
            ("schema: { $ref: 'order.yaml#/Order' }", "schema: { $ref: 'order.yaml#/CreateOrder' }"),
        ]);
        assert!(found.contains(&"patch-shared `CreateOrder`".to_owned()), "{found:?}");
    }

    #[test]
    fn one_shape_has_one_name() {
        let twin = "  type: object\n  description: A.\n  properties:\n    city: { type: string, description: A. }\n";
        let place = "    price:\n";
        let two = format!("\nTwinA:\n{twin}TwinB:\n{twin}Line:");
        let use_both = "    a: { $ref: '#/TwinA' }\n    b: { $ref: '#/TwinB' }\n    price:\n";
        assert_eq!(found(&[("\nLine:", &two), (place, use_both)]), ["same-shape `TwinB`"]);
        let required = two.replacen("  properties", "  required: [city]\n  properties", 1);
        assert_eq!(found(&[("\nLine:", &required), (place, use_both)]), [""; 0]);
        let enums = "\nTwinA: { type: string, description: A., enum: [A_A, B_B] }\n\
            TwinB: { type: string, description: A., enum: [B_B, A_A] }\nLine:";
        assert_eq!(found(&[("\nLine:", enums), (place, use_both)]), ["same-shape `TwinB`"]);
    }
}
