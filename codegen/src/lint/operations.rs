//! Rules about operations: their ids, tags, docs, bodies and answers.

use std::collections::HashMap;

use super::{Context, names};
use crate::model::{Answer, Idempotency, Kind, Location, Operation, Type};
use crate::report::Finding;
use crate::survey::{Part, RawOperation};
use crate::tree::{Entry, Node, Place};

/// Characters in a summary, at most: it becomes the first line of a method's docs.
const MAX_SUMMARY: usize = 60;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut ids: HashMap<&str, Place> = HashMap::new();
    for (raw, operation) in context.survey.operations.iter().zip(&context.api.operations) {
        id(context, raw, operation, findings);
        if let Some(first) = ids.insert(&operation.id, operation.place).filter(|_| !operation.id.is_empty()) {
            let message = format!("There are two operations `{}`.", operation.id);
            let finding = Finding::new("duplicate-operation-id", operation.place, message, "Name one by another verb.");
            findings.push(finding.with(first, "the first one"));
        }
        docs(raw, operation, findings);
        idempotency(context, raw, operation, findings);
        responses(context, raw, operation, findings);
        request(context, raw, operation, findings);
    }
    for (part, node) in &context.survey.parts {
        match part {
            Part::RequestBody | Part::Response => content(*part, node, findings),
            _ => {}
        }
    }
}

/// `operation-id-form`, `operation-tag`
fn id(context: &Context<'_>, raw: &RawOperation<'_>, operation: &Operation, findings: &mut Vec<Finding>) {
    let form = operation.id.split_once('.');
    if !form.is_some_and(|(tag, verb)| names::is_snake(tag) && names::is_snake(verb)) {
        let message = if operation.id.is_empty() {
            "The operation has no id.".to_owned()
        } else {
            format!("`{}` is not of the form `<tag>.<verb>`, both in snake_case.", operation.id)
        };
        let remedy = "Write it so: `payments.capture`. The tag becomes the handle, the verb its method.";
        findings.push(Finding::new("operation-id-form", operation.place, message, remedy));
    }
    let tags = raw.entry.node.get("tags").map_or(&[][..], Node::items);
    let place = raw.entry.node.entry("tags").map_or(raw.entry.key_place, |entry| entry.key_place);
    let mut tag_finding = |message: String, remedy: &str| {
        findings.push(Finding::new("operation-tag", place, message, remedy));
    };
    let [tag] = tags else {
        tag_finding("An operation has exactly one tag.".to_owned(), "Name its group, and only that.");
        return;
    };
    let tag = tag.text().unwrap_or_default();
    if !context.api.tags.iter().any(|declared| declared.name == tag) {
        tag_finding(format!("The tag `{tag}` is not declared."), "Declare it in openapi.yaml, under `tags`.");
    }
    if form.is_some_and(|(before, _)| before != tag) {
        let message = format!("The tag `{tag}` is not the part of the id before the dot.");
        tag_finding(message, "Let the tag and the id name the same group.");
    }
    let folder = context.path(raw.entry.key_place.file).rsplit_once('/').map_or("", |(folder, _)| folder);
    if folder != tag {
        let message = format!("The tag `{tag}` is not the folder that the operation stands in.");
        tag_finding(message, "Move the operation into the folder of its tag.");
    }
}

/// `missing-summary`, `summary-form`, `missing-description`, `missing-source`
fn docs(raw: &RawOperation<'_>, operation: &Operation, findings: &mut Vec<Finding>) {
    let place = operation.place;
    let summary = operation.summary.trim();
    if summary.is_empty() {
        let remedy = "Say in a few words what it does: `Capture a payment`.";
        findings.push(Finding::new("missing-summary", place, "The operation has no summary.", remedy));
    } else if summary.chars().count() > MAX_SUMMARY || summary.contains('\n') || summary.ends_with('.') {
        let place = raw.entry.node.get("summary").map_or(place, |node| node.place);
        let message = "The summary is not a short line.";
        let remedy = format!("At most {MAX_SUMMARY} characters, in one line, without a full stop.");
        findings.push(Finding::new("summary-form", place, message, remedy));
    }
    if operation.description.trim().is_empty() {
        let remedy = "Say what a caller needs to know about it.";
        findings.push(Finding::new("missing-description", place, "The operation has no description.", remedy));
    }
    if operation.source.trim().is_empty() {
        let remedy = "Say which document its facts are from: `x-yuno-source: reference`.";
        findings.push(Finding::new("missing-source", place, "The operation has no `x-yuno-source`.", remedy));
    }
}

/// `missing-idempotency`, `lookup`
fn idempotency(context: &Context<'_>, raw: &RawOperation<'_>, operation: &Operation, findings: &mut Vec<Finding>) {
    let Some(entry) = raw.entry.node.entry("x-yuno-idempotency") else {
        let message = "The operation does not say how a retry is made safe.";
        let remedy = "Add `x-yuno-idempotency`: `key`, `natural`, `none`, or a lookup.";
        findings.push(Finding::new("missing-idempotency", operation.place, message, remedy));
        return;
    };
    let mut find = |message: String, remedy: &str| {
        findings.push(Finding::new("lookup", entry.key_place, message, remedy));
    };
    let Idempotency::Lookup { operation: id, field } = &operation.idempotency else { return };
    match context.api.operations.iter().find(|other| other.id == *id) {
        None => find(format!("There is no operation `{id}` to look with."), "Name one by its id."),
        Some(other) => {
            if other.method != "GET" {
                find(format!("`{id}` does more than look."), "Name an operation with GET.");
            }
            let is_query =
                |parameter: &crate::model::Parameter| parameter.location == Location::Query && parameter.name == *field;
            if !other.parameters.iter().any(is_query) {
                find(format!("`{id}` has no query parameter `{field}`."), "Name a parameter that it has.");
            }
        }
    }
    let body = operation.request.as_ref().and_then(|body| context.component(&body.ty));
    let has = match body.map(|component| &component.kind) {
        Some(Kind::Object { properties, .. }) => {
            properties.iter().any(|property| property.name == *field && property.ty == Type::Text)
        }
        _ => false,
    };
    if !has {
        find(format!("The body has no text `{field}` to look for."), "Name a text that every request has.");
    }
}

/// `response-status`, `one-success`, `missing-description`, `body-type`, `missing-example`
fn responses(context: &Context<'_>, raw: &RawOperation<'_>, operation: &Operation, findings: &mut Vec<Finding>) {
    let responses = raw.entry.node.get("responses").map_or(&[][..], Node::entries);
    // `0200` and `+200` are numbers, too, and no status.
    let status = |entry: &Entry| {
        let status = entry.key.parse::<u16>().ok().filter(|status| (200..600).contains(status));
        status.filter(|status| status.to_string() == entry.key)
    };
    for entry in responses.iter().filter(|entry| status(entry).is_none()) {
        let message = format!("`{}` is no status that an answer can have.", entry.key);
        let remedy = "Write the status as a number in quotes, one entry for each.";
        findings.push(Finding::new("response-status", entry.key_place, message, remedy));
    }
    let successes: Vec<_> = responses.iter().filter(|entry| status(entry).is_some_and(|status| status < 300)).collect();
    match successes.as_slice() {
        [] => {
            let remedy = "Describe the answer that a call gets when all goes well.";
            findings.push(Finding::new("one-success", operation.place, "There is no 2xx answer.", remedy));
        }
        [_] => {}
        [first, others @ ..] => {
            for other in others {
                let message = "An operation has one 2xx answer.";
                let remedy = "Keep the one that it really gives; a method can have one result.";
                let finding = Finding::new("one-success", other.key_place, message, remedy);
                findings.push(finding.with(first.key_place, "the first one"));
            }
        }
    }
    for answer in std::iter::once(&operation.success).chain(&operation.errors) {
        self::answer(context, answer, findings);
    }
}

fn answer(context: &Context<'_>, answer: &Answer, findings: &mut Vec<Finding>) {
    let Some(ty) = &answer.ty else { return };
    let item = match ty {
        Type::List(item) => item,
        other => other,
    };
    if !is_object(context, item) {
        let message = format!("The body of {} is neither an object nor a list of objects.", answer.status);
        let remedy = "Refer to a component with properties.";
        findings.push(Finding::new("body-type", answer.place, message, remedy));
    }
    if answer.examples.is_empty() {
        let message = format!("The answer {} has no example.", answer.status);
        let remedy = "Add `examples`, each with a `$ref` into examples.yaml.";
        findings.push(Finding::new("missing-example", answer.place, message, remedy));
    }
}

/// `request-body`, `body-type`, `missing-example`
fn request(context: &Context<'_>, raw: &RawOperation<'_>, operation: &Operation, findings: &mut Vec<Finding>) {
    let Some(entry) = raw.entry.node.entry("requestBody") else { return };
    let Ok(node) = context.document.follow(&entry.node) else { return };
    let mut find = |rule, message: &str, remedy: &str| {
        findings.push(Finding::new(rule, entry.key_place, message, remedy));
    };
    if ["GET", "DELETE"].contains(&operation.method.as_str()) {
        find("request-body", "This method takes no body.", "Send it as parameters, or with another method.");
    }
    if node.get("required").and_then(Node::flag) != Some(true) {
        find("request-body", "The body is not required.", "Add `required: true`; what may be left out is a property.");
    }
    match &operation.request {
        None => find("request-body", "The body does not say what it holds.", "Add `content` with a `schema`."),
        Some(body) => {
            if !is_object(context, &body.ty) {
                find("body-type", "The body is no object.", "Refer to a component with properties.");
            }
            if body.examples.is_empty() {
                find(
                    "missing-example",
                    "The body has no example.",
                    "Add `examples`, each with a `$ref` into examples.yaml.",
                );
            }
        }
    }
}

fn is_object(context: &Context<'_>, ty: &Type) -> bool {
    context.component(ty).is_some_and(|component| matches!(component.kind, Kind::Object { .. }))
}

/// `content-type`, and `missing-description` of answers.
fn content(part: Part, node: &Node, findings: &mut Vec<Finding>) {
    if part == Part::Response && node.text_at("description").unwrap_or_default().trim().is_empty() {
        let place = node.entries().first().map_or(node.place, |entry| entry.key_place);
        let remedy = "Say in a sentence what it means.";
        findings.push(Finding::new("missing-description", place, "The answer has no description.", remedy));
    }
    let Some(content) = node.entry("content") else { return };
    let types = content.node.entries();
    if types.len() != 1 || types.iter().any(|entry| entry.key != "application/json") {
        let message = "A body is application/json, and nothing else.";
        let remedy = "Keep the one content type; leave `content` out where there is no body.";
        findings.push(Finding::new("content-type", content.key_place, message, remedy));
    }
    for entry in types.iter().filter(|entry| entry.node.get("schema").is_none()) {
        let remedy = "Add `schema`, with a `$ref` to a component.";
        findings.push(Finding::new("content-type", entry.key_place, "The body has no schema.", remedy));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    const ID: &str = "operationId: orders.create";

    #[test]
    fn ids_are_tag_and_verb() {
        leads_to(ID, "operationId: createOrder", &["operation-id-form `createOrder`"]);
        leads_to(ID, "operationId: orders.createNow", &["operation-id-form `orders.createNow`"]);
        leads_to("    operationId: orders.create\n", "", &["operation-id-form `post`"]);
        leads_to(ID, "operationId: orders.retrieve", &["duplicate-operation-id `orders.retrieve`"]);
    }

    #[test]
    fn the_tag_is_declared_and_the_folder() {
        leads_to("tags: [orders]", "tags: [carts]", &["operation-tag `tags`"; 3]);
        leads_to("tags: [orders]", "tags: [orders, carts]", &["operation-tag `tags`"]);
        leads_to("    tags: [orders]\n", "", &["operation-tag `post`"]);
    }

    #[test]
    fn operations_are_documented() {
        leads_to("    summary: Create an order\n", "", &["missing-summary `orders.create`"]);
        leads_to("summary: Create an order", "summary: Creates an order.", &["summary-form `Creates an order.`"]);
        leads_to("    description: Creates an order.\n", "", &["missing-description `orders.create`"]);
        leads_to("    x-yuno-source: reference\n", "", &["missing-source `orders.create`"]);
        leads_to("description: The order.", "description: ''", &["missing-description `description`"]);
    }

    #[test]
    fn retries_are_made_safe() {
        let key = "x-yuno-idempotency: key";
        leads_to("    x-yuno-idempotency: key\n", "", &["missing-idempotency `orders.create`"]);
        leads_to(key, "x-yuno-idempotency: sometimes", &["extension-form `x-yuno-idempotency`"]);
        leads_to(key, "x-yuno-idempotency: { lookup: orders.find, field: number }", &["lookup `x-yuno-idempotency`"]);
        let lookup = "x-yuno-idempotency: { lookup: orders.retrieve, field: colour }";
        leads_to(key, lookup, &["lookup `x-yuno-idempotency`"; 2]);
        let lookup = "x-yuno-idempotency: { lookup: orders.create, field: number }";
        leads_to(key, lookup, &["lookup `x-yuno-idempotency`"; 2]);
    }

    #[test]
    fn there_is_one_success() {
        leads_to("      '201':\n", "      '404':\n", &["one-success `orders.create`"]);
        let two = "      '204':\n        description: Nothing.\n      '201':\n";
        leads_to("      '201':\n", two, &["one-success `'201'`"]);
        let odd = "      default:\n        description: Nothing.\n      '201':\n";
        leads_to("      '201':\n", odd, &["response-status `default`"]);
        leads_to("'201'", "'0201'", &["one-success `orders.create`", "response-status `'0201'`"]);
        leads_to("'201'", "2XX", &["one-success `orders.create`", "response-status `2XX`"]);
    }

    #[test]
    fn bodies_are_objects_in_json() {
        leads_to("        application/json:\n", "        text/xml:\n", &["content-type `content`"]);
        let two = "        text/xml: { schema: { $ref: 'order.yaml#/CreateOrder' } }\n        application/json:\n";
        leads_to("        application/json:\n", two, &["missing-example `requestBody`", "content-type `content`"]);
        let list = "{ type: array, items: { $ref: 'order.yaml#/CreateOrder' } }";
        let fits = "example-fit `number: A-1`";
        leads_to("{ $ref: 'order.yaml#/CreateOrder' }", list, &[fits, "body-type `requestBody`"]);
        leads_to("      required: true\n      content", "      content", &["request-body `requestBody`"]);
        leads_to("  post:", "  delete:", &["request-body `requestBody`"]);
    }

    #[test]
    fn bodies_have_examples() {
        let request = "          examples:\n            create: { $ref: 'examples.yaml#/create' }\n";
        leads_to(request, "", &["unused-component `create`", "missing-example `requestBody`"]);
        let answer = "            examples:\n              order: { $ref: 'examples.yaml#/order' }\n";
        leads_to(answer, "", &["missing-example `'201'`"]);
    }
}
