//! Rules about parameters: where they travel, in which style, and whether the path agrees.

use std::collections::{BTreeMap, HashSet};

use super::Context;
use crate::model::{Kind, Location, Operation, Parameter, Type};
use crate::report::Finding;
use crate::survey::{Part, RawOperation};
use crate::tree::{Node, Place};

/// The headers that a call may take. The others belong to the transport.
const HEADERS: [&str; 2] = ["X-Idempotency-Key", "X-Account-Code"];

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (part, node) in &context.survey.parts {
        if *part == Part::Parameter {
            written(node, findings);
        }
    }
    for (raw, operation) in context.survey.operations.iter().zip(&context.api.operations) {
        template(raw, operation, findings);
        duplicates(context, raw, findings);
        for parameter in &operation.parameters {
            ty(context, parameter, findings);
            deprecated(parameter, findings);
        }
    }
    conflicts(context, findings);
}

/// `parameter-location`, `parameter-style`, `parameter-form`, `missing-description`
fn written(node: &Node, findings: &mut Vec<Finding>) {
    let place = node.entry("name").map_or(node.place, |entry| entry.node.place);
    let name = node.text_at("name").unwrap_or_default();
    let location = node.text_at("in").unwrap_or_default();
    let mut find = |rule, place: Place, message: String, remedy: &str| {
        findings.push(Finding::new(rule, place, message, remedy));
    };
    if name.is_empty() {
        find("parameter-form", place, "The parameter has no name.".to_owned(), "Add `name`.");
    }
    if node.get("schema").is_none() {
        find("parameter-form", place, format!("The parameter `{name}` has no type."), "Add `schema`.");
    }
    if node.text_at("description").unwrap_or_default().trim().is_empty() {
        let message = format!("The parameter `{name}` has no description.");
        find("missing-description", place, message, "Say in a sentence what it is.");
    }
    match location {
        "path" if node.get("required").and_then(Node::flag) != Some(true) => {
            let message = format!("`{name}` is part of the path, so it is required.");
            find("parameter-form", place, message, "Add `required: true`.");
        }
        "header" if !HEADERS.contains(&name) => {
            let message = format!("No call takes the header `{name}`.");
            find("parameter-location", place, message, "Only X-Idempotency-Key and X-Account-Code are parameters.");
        }
        "path" | "query" | "header" => {}
        _ => {
            let message = format!("A parameter cannot travel in `{location}`.");
            find("parameter-location", place, message, "Write `in: path`, `in: query` or `in: header`.");
        }
    }
    let default = if location == "query" { "form" } else { "simple" };
    if let Some(style) = node.entry("style").filter(|style| style.node.text() != Some(default)) {
        let message = format!("The style of `{name}` is none that the client writes.");
        find("parameter-style", style.key_place, message, "Delete `style`: the default is the one that is written.");
    }
    let is_form = location == "query";
    if let Some(explode) = node.entry("explode").filter(|explode| explode.node.flag() != Some(is_form)) {
        let message = format!("The client does not write `{name}` in this way.");
        find(
            "parameter-style",
            explode.key_place,
            message,
            "Delete `explode`: the default is the one that is written.",
        );
    }
}

/// `path-template`
fn template(raw: &RawOperation<'_>, operation: &Operation, findings: &mut Vec<Finding>) {
    let path = &raw.path.key;
    let mut find = |place: Place, message: String, remedy: &str| {
        findings.push(Finding::new("path-template", place, message, remedy));
    };
    let Some(names) = placeholders(path) else {
        let remedy = "Write it as `/v1/things/{thing_id}/parts`.";
        find(raw.path.key_place, format!("`{path}` is no path."), remedy);
        return;
    };
    let declared: Vec<_> =
        operation.parameters.iter().filter(|parameter| parameter.location == Location::Path).collect();
    for name in &names {
        if !declared.iter().any(|parameter| parameter.name == *name) {
            let message = format!("`{path}` has `{{{name}}}`, which `{}` does not declare.", operation.id);
            find(raw.path.key_place, message, "Declare it under `parameters`, with `in: path`.");
        }
    }
    for parameter in declared {
        if !names.contains(&parameter.name.as_str()) {
            let message = format!("`{path}` has no `{{{}}}`.", parameter.name);
            find(parameter.place, message, "Put it into the path, or delete the parameter.");
        }
    }
    let distinct: HashSet<_> = names.iter().collect();
    if distinct.len() < names.len() {
        find(raw.path.key_place, format!("`{path}` has a name twice."), "Name each part for what it is.");
    }
}

/// The names in braces; none where the path is malformed.
fn placeholders(path: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    for segment in path.strip_prefix('/')?.split('/') {
        match segment.strip_prefix('{') {
            Some(rest) => names.push(rest.strip_suffix('}').filter(|name| !name.is_empty() && is_plain(name))?),
            None if segment.is_empty() || !is_plain(segment) => return None,
            None => {}
        }
    }
    Some(names)
}

fn is_plain(segment: &str) -> bool {
    segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

/// `duplicate-parameter`, within one list: across the two lists the operation's wins.
fn duplicates(context: &Context<'_>, raw: &RawOperation<'_>, findings: &mut Vec<Finding>) {
    for node in [raw.item, &raw.entry.node] {
        let mut seen = HashSet::new();
        for written in node.get("parameters").map_or(&[][..], Node::items) {
            let Ok(parameter) = context.document.follow(written) else { continue };
            let key = (parameter.text_at("name"), parameter.text_at("in"));
            if !seen.insert(key) {
                let message = format!("The parameter `{}` is listed twice.", key.0.unwrap_or_default());
                findings.push(Finding::new("duplicate-parameter", written.place, message, "Keep one of the two."));
            }
        }
    }
}

/// `parameter-type`
fn ty(context: &Context<'_>, parameter: &Parameter, findings: &mut Vec<Finding>) {
    let is_text = match context.component(&parameter.ty).map(|component| &component.kind) {
        Some(Kind::Text { .. } | Kind::Enum { .. }) => true,
        Some(Kind::Object { .. }) => false,
        None => parameter.ty == Type::Text,
    };
    let (fits, remedy) = match parameter.location {
        Location::Path => {
            (is_text && matches!(parameter.ty, Type::Ref(_)), "Refer to the component of its kind of id.")
        }
        Location::Query => (
            is_text || matches!(parameter.ty, Type::Integer | Type::Flag),
            "Write string, integer or boolean, or refer to an id or enum.",
        ),
        Location::Header => (is_text, "Write string, or refer to an id or enum."),
    };
    if !fits {
        let message = format!("The parameter `{}` has a type that cannot travel there.", parameter.name);
        findings.push(Finding::new("parameter-type", parameter.place, message, remedy));
    }
}

/// `deprecated-parameter`
fn deprecated(parameter: &Parameter, findings: &mut Vec<Finding>) {
    let is_field = parameter.location == Location::Query && !parameter.required;
    if parameter.deprecated.is_some() && !is_field {
        let message = format!("`{}` cannot be marked as deprecated in Rust.", parameter.name);
        let remedy = "Say it in the description; the mark is for parameters of the query that may be left out.";
        findings.push(Finding::new("deprecated-parameter", parameter.place, message, remedy));
    }
}

/// `path-conflict`: two paths that differ only in the names of their parameters.
fn conflicts(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, Place> = BTreeMap::new();
    let paths = context.document.root().and_then(|root| root.get("paths"));
    for entry in paths.map_or(&[][..], Node::entries) {
        let shape: Vec<_> = entry.key.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
        if let Some(first) = seen.insert(shape.join("/"), entry.key_place) {
            let message = format!("`{}` is the same path as another one.", entry.key);
            let finding = Finding::new("path-conflict", entry.key_place, message, "Put their methods into one path.");
            findings.push(finding.with(first, "the other one"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    /// Changes the query parameter `full`.
    #[track_caller]
    fn full(to: &str, expected: &[&str]) {
        leads_to("      - name: full\n        in: query\n", to, expected);
    }

    #[test]
    fn parameters_travel_in_path_query_and_two_headers() {
        full("      - name: full\n        in: cookie\n", &["parameter-location `full`"]);
        full("      - name: full\n        in: header\n", &["parameter-location `full`", "parameter-type `full`"]);
        full("      - name: full\n", &["parameter-location `full`"]);
        full("      - in: query\n", &["parameter-form `in: query`"]);
    }

    #[test]
    fn only_the_default_style_is_written() {
        full("      - name: full\n        in: query\n        style: form\n        explode: true\n", &[]);
        full("      - name: full\n        in: query\n        style: deepObject\n", &["parameter-style `style`"]);
        full("      - name: full\n        in: query\n        explode: false\n", &["parameter-style `explode`"]);
    }

    #[test]
    fn only_what_may_be_left_out_is_deprecated() {
        full("      - name: full\n        in: query\n        deprecated: true\n", &[]);
        full(
            "      - name: full\n        in: query\n        required: true\n        deprecated: true\n",
            &["deprecated-parameter `full`"],
        );
    }

    #[test]
    fn parameters_are_scalars() {
        leads_to("schema: { type: boolean }", "schema: { type: number }", &["parameter-type `full`"]);
        let list = "schema: { type: array, items: { type: string } }";
        leads_to("schema: { type: boolean }", list, &["parameter-type `full`"]);
        leads_to("schema: { type: boolean }", "schema: { $ref: 'order.yaml#/Line' }", &["parameter-type `full`"]);
        leads_to("schema: { type: boolean }", "schema: { $ref: 'order.yaml#/State' }", &[]);
        leads_to("schema: { $ref: 'order.yaml#/OrderId' }", "schema: { type: string }", &["parameter-type `order_id`"]);
    }

    #[test]
    fn the_path_and_its_parameters_agree() {
        let path = "/v1/orders/{order_id}";
        leads_to(path, "/v1/orders/{id}", &["path-template `/v1/orders/{id}`", "path-template `order_id`"]);
        leads_to(path, "/v1/orders/order_id", &["path-template `order_id`"]);
        leads_to(path, "/v1/orders/{order_id", &["path-template `/v1/orders/{order_id`"]);
        leads_to(path, "/v1//{order_id}", &["path-template `/v1//{order_id}`"]);
        let again = "/v1/orders/{other}: { $ref: 'orders/operations.yaml#/order' }\n  /v1/orders/{order_id}";
        leads_to(
            path,
            again,
            &[
                "path-template `/v1/orders/{other}`",
                "path-conflict `/v1/orders/{order_id}`",
                "path-template `order_id`",
                "duplicate-operation-id `orders.retrieve`",
            ],
        );
    }

    #[test]
    fn parameters_are_described_and_listed_once() {
        leads_to("        description: Whether to answer everything.\n", "", &["missing-description `full`"]);
        leads_to(
            "      required: true\n      description: The order.",
            "      description: The order.",
            &["parameter-form `order_id`"],
        );
        let twice =
            "      - { name: full, in: query, description: A., schema: { type: boolean } }\n      - name: full\n";
        leads_to("      - name: full\n", twice, &["duplicate-parameter `name: full`"]);
    }
}
