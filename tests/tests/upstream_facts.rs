//! The ledger of the spec against the vendor's documents, rebuilt from the tables that were made of them.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};
use yuno_codegen::diff::Document;
use yuno_codegen::diff::upstream::{Departed, Ledger, upstream};
use yuno_tests::{facts, repository};

/// A table of dotted paths as the inline schema that it was made of.
fn schema(table: &Value) -> Value {
    const KEYWORDS: [&str; 9] =
        ["format", "enum", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "default"];
    let mut root = json!({ "type": "object" });
    for (path, said) in table.as_object().unwrap() {
        let path = path.replace("[]", ".[]");
        let mut node = &mut root;
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let is_last = path.ends_with(part) && said["required"] == true;
            node = match part {
                "[]" => &mut node["items"],
                "*" => &mut node["additionalProperties"],
                name => {
                    if is_last && path.rsplit('.').next() == Some(name) {
                        add_required(node, name);
                    }
                    &mut node["properties"][name]
                }
            };
            if node.is_null() {
                *node = json!({});
            }
        }
        match said["types"].as_array().map(Vec::as_slice) {
            Some([only]) => node["type"] = only.clone(),
            Some([_, _, ..]) => node["type"] = said["types"].clone(),
            _ => {}
        }
        for keyword in KEYWORDS {
            if let Some(value) = said.get(keyword) {
                node[keyword] = value.clone();
            }
        }
    }
    root
}

fn add_required(node: &mut Value, name: &str) {
    if node["required"].is_null() {
        node["required"] = json!([]);
    }
    let list = node["required"].as_array_mut().unwrap();
    if !list.contains(&json!(name)) {
        list.push(json!(name));
    }
}

/// One operation as a document of its own, with `/v1` in the server.
fn document(operation: &str, said: &Value) -> Document {
    let content = |table: &Value| json!({ "application/json": { "schema": schema(table) } });
    let mut node = json!({ "parameters": [], "responses": {}, "security": [{ "public": [], "private": [] }] });
    for parameter in said["parameters"].as_array().unwrap() {
        let mut parameter = parameter.clone();
        let types = parameter["types"].as_array().cloned().unwrap_or_default();
        parameter["schema"] = types.first().map_or_else(|| json!({}), |kind| json!({ "type": kind }));
        node["parameters"].as_array_mut().unwrap().push(parameter);
    }
    if said["request"].as_object().is_some_and(|request| !request.is_empty()) {
        node["requestBody"] = json!({ "required": true, "content": content(&said["request"]) });
    }
    for (key, table) in said.as_object().unwrap() {
        let Some(status) = key.strip_prefix("response ") else { continue };
        node["responses"][status] = json!({ "description": "An answer." });
        if table.as_object().is_some_and(|table| !table.is_empty()) {
            node["responses"][status]["content"] = content(table);
        }
    }
    let key = |name: &str| json!({ "type": "apiKey", "in": "header", "name": name });
    let servers =
        ["-sandbox.y.uno", ".y.uno", ".eu.y.uno"].map(|host| json!({ "url": format!("https://api{host}/v1") }));
    let method = operation.split(' ').next().unwrap().to_lowercase();
    let whole = json!({
        "openapi": "3.1.0",
        "info": { "title": operation, "version": "1" },
        "servers": servers,
        "paths": { said["path"].as_str().unwrap(): { method: node } },
        "components": { "securitySchemes": { "public": key("public-api-key"), "private": key("private-secret-key") } },
    });
    let files = BTreeMap::from([(format!("{operation}.json"), whole.to_string())]);
    Document::from_sources(files).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

#[test]
fn every_departure_from_the_published_documents_is_explained() {
    let Some(folder) = facts::shared("facts/fields") else {
        println!("skipped: the tables of the vendor's documents are not here");
        return;
    };
    let mut published = Vec::new();
    for group in [
        "customers",
        "customer-sessions-enrollment",
        "checkout-sessions",
        "payment-methods-checkout",
        "payment-methods-direct-workflow",
        "payments",
        "payment-links",
    ] {
        let text = fs::read_to_string(folder.join(format!("{group}.json"))).unwrap();
        let table: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
        published.extend(table.iter().map(|(operation, said)| document(operation, said)));
    }
    let ours = Document::from_folder(&repository::spec()).unwrap();
    let ledger =
        Ledger::read(&repository::spec().join("upstream.toml")).unwrap_or_else(|it| panic!("{}", it.render(false)));
    let outcome =
        upstream(&ours, &published, &ledger, false).unwrap_or_else(|report| panic!("{}", report.render(false)));
    assert_eq!(outcome.compared.len(), repository::operations(), "{:?}", outcome.compared);
    let text =
        |it: &Departed| format!("{} {}: {} is {:?}, ours {:?}", it.operation, it.path, it.kind, it.published, it.ours);
    let unexplained: Vec<_> = outcome.unexplained.iter().map(text).collect();
    assert!(unexplained.is_empty(), "not explained in spec/upstream.toml:\n{}", unexplained.join("\n"));
    assert!(outcome.stale.is_empty(), "entries that explain nothing: {:#?}", outcome.stale);
    assert!(outcome.explained > 1000);
    // The tables are of all that is published: the wide entries must explain something, too.
    let all = upstream(&ours, &published, &ledger, true).unwrap();
    assert!(all.stale.is_empty(), "entries that explain nothing: {:#?}", all.stale);
}
