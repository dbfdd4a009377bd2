//! Our document against published ones, in both of the styles that vendors publish in.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeMap;

use yuno_codegen::diff::Document;
use yuno_codegen::diff::upstream::{Ledger, Upstream, draft, upstream};
use yuno_tests::repository;

fn document(name: &str, text: &str) -> Document {
    let files = BTreeMap::from([(name.to_owned(), text.to_owned())]);
    Document::from_sources(files).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

fn ledger(text: &str) -> Ledger {
    Ledger::parse("upstream.toml", text).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

const OURS: &str = "\
openapi: 3.0.3
info: { title: Ours, version: '1' }
servers: [{ url: 'https://api.example' }]
security: [{ public: [], private: [] }]
paths:
  /v1/orders/{order_id}:
    parameters:
      - { name: order_id, in: path, required: true, schema: { type: string } }
    get:
      operationId: orders.retrieve
      x-yuno-idempotency: natural
      responses:
        '200':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
  /v1/orders:
    post:
      operationId: orders.create
      x-yuno-idempotency: none
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
      responses:
        '201':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
components:
  securitySchemes:
    public: { type: apiKey, in: header, name: public-key }
    private: { type: apiKey, in: header, name: private-key }
  schemas:
    Order:
      type: object
      properties:
        id: { type: string, readOnly: true, x-yuno-sensitive: token }
        total: { type: number }
        state: { type: string, nullable: true, enum: [NEW, PAID] }
        method: { $ref: '#/components/schemas/Method' }
    Method:
      type: object
      properties:
        card: { type: string }
        phone: { type: string }
";

/// One operation, as a tool for documentation exports it: 3.1, everything inline, no ids, alternatives by example, keys
/// as parameters, `/v1` in the server.
const ONE_OPERATION: &str = r##"{
  "openapi": "3.1.0",
  "info": {"title": "orders", "version": "1.0"},
  "servers": [{"url": "https://api.example/v1"}],
  "paths": {"/orders": {"post": {
    "summary": "Create",
    "parameters": [
      {"name": "public-key", "in": "header", "required": true, "schema": {"type": "string"}},
      {"name": "private-key", "in": "header", "schema": {"type": "string", "default": "<your key>"}}
    ],
    "requestBody": {"required": true, "content": {"application/json": {"schema": {"oneOf": [
      {"title": "Card", "type": "object", "properties": {
        "total": {"type": "number"},
        "state": {"type": ["string", "null"], "enum": ["NEW", "PAID", null]},
        "method": {"type": "object", "properties": {"card": {"type": "string"}}}
      }},
      {"title": "Phone", "type": "object", "properties": {
        "total": {"type": "number"},
        "state": {},
        "method": {"type": "object", "properties": {"phone": {"type": "string"}}}
      }}
    ]}}}},
    "responses": {"201": {"description": "201", "content": {"application/json": {
      "examples": {"Result": {"value": "{}"}},
      "schema": {"type": "object", "properties": {
        "id": {"type": "string", "examples": ["1"]},
        "total": {"type": "number"},
        "state": {"type": ["string", "null"], "enum": ["NEW", "PAID"]},
        "method": {"type": "object", "properties": {"card": {"type": "string"}, "phone": {"type": "string"}}}
      }}
    }}}}
  }}}
}"##;

/// The whole API in 3.0, with components, as a code generator would want it.
fn whole() -> String {
    let text = OURS.replace("/v1/orders", "/orders").replace("https://api.example", "https://api.example/v1");
    let text =
        text.replace("order_id", "id").replace("Order'", "OrderSchema'").replace("    Order:", "    OrderSchema:");
    text.replace("      operationId: orders.retrieve\n", "").replace("orders.create", "create-order")
}

fn hold(published: &[Document], entries: &str, complete: bool) -> Upstream {
    let ours = document("ours.yaml", OURS);
    upstream(&ours, published, &ledger(entries), complete).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

#[test]
fn both_styles_of_one_api_agree_with_ours() {
    let one = hold(&[document("order.json", ONE_OPERATION)], "", false);
    assert_eq!(one.unexplained, [], "{:#?}", one.unexplained);
    assert_eq!(one.compared, ["POST /v1/orders"]);
    let all = hold(&[document("whole.yaml", &whole())], "", true);
    assert_eq!(all.unexplained, [], "{:#?}", all.unexplained);
    assert_eq!(all.compared, ["GET /v1/orders/{}", "POST /v1/orders"]);
}

/// A difference as a short text.
fn texts(outcome: &Upstream) -> Vec<String> {
    let text = |it: &yuno_codegen::diff::upstream::Departed| {
        format!("{} {} {} {} {}", it.operation, it.path, it.kind, it.published, it.ours)
    };
    outcome.unexplained.iter().map(text).collect()
}

#[test]
fn differences_are_found_in_either_style_and_explained_by_the_ledger() {
    let json = ONE_OPERATION.replacen(
        r#""total": {"type": "number"}"#,
        r#""total": {"type": "integer"}, "tip": {"type": "string"}"#,
        2,
    );
    let yaml = whole().replace("type: number", "type: integer");
    let yaml = yaml.replace("total:", "tip: { type: string, readOnly: true }\n        total:");
    for (published, added) in [(document("order.json", &json), 3), (document("whole.yaml", &yaml), 5)] {
        let found = hold(std::slice::from_ref(&published), "", false);
        assert!(
            texts(&found).iter().any(|text| text.ends_with(".total type integer number")),
            "{:#?}",
            found.unexplained
        );
        assert!(texts(&found).iter().any(|text| text.contains(".tip missing tip")), "{:#?}", texts(&found));
        assert!(found.unexplained.len() <= added, "{:#?}", texts(&found));
        let first = found.unexplained.iter().find(|it| it.kind == "type").unwrap();
        assert!(first.published_at.is_some() && first.ours_at.as_ref().is_some_and(|at| at.file == "ours.yaml"));
        let entries = "\
[[departure]]
operation = '*'
path = '*.total'
kind = 'type'
published = 'integer'
ours = 'number'
reason = 'Totals have fractions.'

[[departure]]
operation = '* /v1/orders*'
path = '*.tip'
kind = 'missing'
reason = 'Nobody has ever seen one.'
";
        let explained = hold(std::slice::from_ref(&published), entries, false);
        assert!(explained.is_clean(), "{:#?} {:#?}", explained.unexplained, explained.stale);
        assert_eq!(explained.explained, found.unexplained.len());
        let other = hold(&[published], &entries.replace("'integer'", "'boolean'"), false);
        assert!(other.unexplained.iter().all(|it| it.kind == "type") && !other.unexplained.is_empty());
    }
}

#[test]
fn an_entry_that_explains_nothing_is_a_finding_where_it_could() {
    let entry = |operation: &str| {
        format!("\n[[departure]]\noperation = '{operation}'\npath = 'request.body.gone'\nkind = 'type'\nreason = 'x'\n")
    };
    let published = || [document("order.json", ONE_OPERATION)];
    let named = hold(&published(), &entry("POST /v1/orders"), false);
    assert_eq!(named.stale.len(), 1);
    assert_eq!((named.stale[0].at.file.as_str(), named.stale[0].at.line), ("upstream.toml", 2));
    assert!(!named.is_clean());
    // Of operations that have not been compared, nothing is known; nor of all, from one.
    assert!(hold(&published(), &entry("GET /v1/orders/{order_id}"), false).is_clean());
    assert!(hold(&published(), &entry("*"), false).is_clean());
    assert_eq!(hold(&[document("whole.yaml", &whole())], &entry("*"), true).stale.len(), 1);
}

#[test]
fn a_missing_operation_is_a_finding_only_of_complete_documents() {
    let published = || [document("order.json", ONE_OPERATION)];
    assert!(hold(&published(), "", false).is_clean());
    let complete = texts(&hold(&published(), "", true));
    assert_eq!(complete, ["GET /v1/orders/{}  added  GET /v1/orders/{}"]);
    let both = [document("order.json", ONE_OPERATION), document("whole.yaml", &whole())];
    assert!(hold(&both, "", true).is_clean());
    let more = whole().replace("  /orders:\n", "  /more: { get: { responses: {} } }\n  /orders:\n");
    let theirs = texts(&hold(&[document("whole.yaml", &more)], "", true));
    assert_eq!(theirs, ["GET /v1/more  missing GET /v1/more "]);
}

#[test]
fn drafts_explain_what_they_were_made_of_once_they_have_reasons() {
    let json = ONE_OPERATION.replace(r#""type": "number""#, r#""type": "integer""#).replace("PAID", "SETTLED");
    let published = || [document("order.json", &json)];
    let found = hold(&published(), "", false);
    assert!(found.unexplained.len() > 3, "{:#?}", texts(&found));
    let drafted = draft(&found.unexplained);
    let refused = Ledger::parse("upstream.toml", &drafted).unwrap_err();
    assert!(refused.findings.iter().all(|finding| finding.rule == "ledger-reason"), "{}", refused.render(false));
    let reasoned = drafted.replace("reason = \"\"", "reason = \"The examples show it.\"");
    let explained = hold(&published(), &reasoned, false);
    assert!(explained.is_clean(), "{:#?} {:#?}\n{drafted}", explained.unexplained, explained.stale);
}

#[test]
fn the_ledger_of_the_spec_is_read_and_names_operations_of_the_spec() {
    let spec = Document::from_folder(&repository::spec()).unwrap();
    let ledger =
        Ledger::read(&repository::spec().join("upstream.toml")).unwrap_or_else(|it| panic!("{}", it.render(false)));
    // Held against itself, the spec departs in nothing, and every entry explains nothing.
    let outcome = upstream(&spec, std::slice::from_ref(&spec), &ledger, false).unwrap();
    assert_eq!(outcome.unexplained, []);
    assert_eq!(outcome.compared.len(), repository::operations());
    let named = outcome.stale.iter().filter(|stale| stale.entry.operation.contains('/')).count();
    assert_eq!(named, outcome.stale.len());
    let text = std::fs::read_to_string(repository::spec().join("upstream.toml")).unwrap();
    let entries = text.matches("operation = ").count();
    let wide = text.matches("operation = \"*\"").count();
    assert_eq!(named, entries - wide, "an entry names an operation that the spec does not have");
}

#[test]
fn a_list_that_may_come_as_one_object_agrees_with_both() {
    let list = "type: array, x-yuno-one-or-many: true, items: { $ref: '#/components/schemas/Method' }";
    let ours = OURS.replace("method: { $ref: '#/components/schemas/Method' }", &format!("method: {{ {list} }}"));
    assert_ne!(ours, OURS);
    let (ours, none) = (document("ours.yaml", &ours), Ledger::default());
    let hold = |published: &str| upstream(&ours, &[document("order.json", published)], &none, false).unwrap();
    assert_eq!(texts(&hold(ONE_OPERATION)), [""; 0]);
    let other = ONE_OPERATION.replace(r#""phone": {"type": "string"}"#, r#""phone": {"type": "boolean"}"#);
    let kinds: Vec<_> = texts(&hold(&other));
    assert_eq!(kinds.len(), 2, "{kinds:?}");
    assert!(kinds.iter().all(|text| text.ends_with(".method.phone type boolean string")), "{kinds:?}");
}
