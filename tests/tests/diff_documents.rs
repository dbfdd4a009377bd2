//! Reading documents of any spelling, and telling an edit of the API from an edit of the text.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use yuno_codegen::diff::upstream::{Ledger, upstream};
use yuno_codegen::diff::{Comparison, Document, Surface, Verdict, compare};

fn files<const N: usize>(files: [(&str, &str); N]) -> BTreeMap<String, String> {
    files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

fn surface(files: BTreeMap<String, String>) -> Surface {
    let document = Document::from_sources(files).unwrap_or_else(|report| panic!("{}", report.render(false)));
    Surface::of(&document).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

/// Why files cannot be read or compared.
fn refused(files: BTreeMap<String, String>) -> String {
    let report = match Document::from_sources(files) {
        Err(report) => report,
        Ok(document) => Surface::of(&document).unwrap_err(),
    };
    report.render(false)
}

const FOLDER: [(&str, &str); 2] = [
    (
        "openapi.yaml",
        "\
openapi: 3.0.3
info: { title: Shop, version: '1' }
servers: [{ url: 'https://shop.example/v1' }]
security: [{ key: [] }]
paths:
  /orders/{order_id}: { $ref: 'orders.yaml#/order' }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: x-key }
",
    ),
    (
        "orders.yaml",
        "\
order:
  parameters:
    - { name: order_id, in: path, required: true, schema: { type: string } }
  patch:
    operationId: orders.update
    requestBody:
      content:
        application/json:
          schema: { $ref: '#/Order' }
    responses:
      '200':
        description: The order.
        content:
          application/json:
            schema: { $ref: '#/Order' }
Order:
  type: object
  required: [price]
  properties:
    price: { type: number, minimum: 0, exclusiveMinimum: true }
    note: { type: string, nullable: true, enum: [A, B, null] }
    state: { allOf: [{ $ref: '#/State' }], description: Where it stands. }
    parts: { type: array, items: { $ref: '#/Order' } }
State:
  type: string
  enum: [NEW]
",
    ),
];

/// The same API as [`FOLDER`], as a stranger would publish it: 3.1, JSON, inline, other names.
const STRANGER: &str = r##"{
	"openapi": "3.1.0",
	"info": {"title": "Other title", "version": "2"},
	"servers": [{"url": "https://shop.example"}],
	"paths": {"/v1/orders/{id}": {"patch": {
		"operationId": "orders.update",
		"security": [{"apiKeyAuth": []}],
		"parameters": [{"in": "path", "name": "id", "required": true, "schema": {"type": "string"}}],
		"requestBody": {"content": {"application/json; charset=utf-8": {"schema": {"$ref": "#/components/schemas/TheOrder"}}}},
		"responses": {"200": {"description": "\ud83d\ude00", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/TheOrder"}}}}}
	}}},
	"components": {
		"securitySchemes": {"apiKeyAuth": {"type": "apiKey", "in": "header", "name": "x-key"}},
		"schemas": {"TheOrder": {
			"allOf": [
				{"type": "object", "properties": {
					"parts": {"type": "array", "items": {"$ref": "#/components/schemas/TheOrder"}},
					"state": {"const": "NEW", "type": "string", "examples": ["NEW"]}
				}},
				{"required": ["price"], "properties": {
					"price": {"type": "number", "exclusiveMinimum": 0},
					"note": {"anyOf": [{"type": "string", "enum": ["A", "B"]}, {"type": "null"}]}
				}}
			]
		}}
	}
}"##;

#[test]
fn spellings_of_one_api_do_not_differ() {
    let ours = surface(files(FOLDER));
    let theirs = surface(files([("published.json", STRANGER)]));
    for comparison in [compare(&ours, &theirs), compare(&theirs, &ours)] {
        assert_eq!(comparison.findings, [], "{:#?}", comparison.findings);
        assert!(comparison.prose_changed);
        assert_eq!(comparison.verdict(), Verdict::Patch);
    }
    assert_eq!(ours.operations().collect::<Vec<_>>(), ["PATCH /v1/orders/{}"]);
}

#[test]
fn a_moved_and_renamed_schema_is_no_difference() {
    let base = surface(files(FOLDER));
    let orders = FOLDER[1].1.replace("$ref: '#/State'", "$ref: 'common/state.yaml#/OrderState'");
    let orders = orders.replace("State:\n  type: string\n  enum: [NEW]\n", "");
    let head = surface(files([
        FOLDER[0],
        ("orders.yaml", &orders),
        ("common/state.yaml", "OrderState:\n  type: string\n  enum: [NEW]\n"),
    ]));
    assert_eq!(compare(&base, &head), Comparison::default());
    let renamed = FOLDER[1].1.replace("#/Order", "#/Purchase").replace("\nOrder:", "\nPurchase:");
    let head = surface(files([FOLDER[0], ("orders.yaml", &renamed)]));
    assert_eq!(compare(&base, &head), Comparison::default());
}

#[test]
fn prose_and_order_are_no_findings() {
    let base = surface(files(FOLDER));
    let reordered = FOLDER[1].1.replace("[A, B, null]", "[B, null, A]");
    let described = FOLDER[1].1.replace("Where it stands.", "How far it is.");
    for text in [reordered, described] {
        let comparison = compare(&base, &surface(files([FOLDER[0], ("orders.yaml", &text)])));
        assert_eq!((comparison.findings.len(), comparison.prose_changed), (0, true), "{text}");
    }
}

#[test]
fn a_change_of_a_shared_component_is_one_finding_with_its_places() {
    let spec = yuno_tests::repository::spec();
    let base = surface(yuno_tests::repository::texts(&spec));
    let mut changed = yuno_tests::repository::texts(&spec);
    let error = changed.get_mut("common/error.yaml").unwrap();
    assert!(error.contains("\n    code:\n"));
    *error = error.replace("\n    code:\n", "\n    number:\n");
    let comparison = compare(&base, &surface(changed));
    let rules: Vec<_> = comparison.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules, ["response-field-removed", "response-field-added"], "{:#?}", comparison.findings);
    let removed = &comparison.findings[0];
    assert!(removed.others.len() > 20, "{:?}", removed.others);
    let count = format!("(in {} operations).", removed.others.len() + 1);
    assert!(removed.text.ends_with(&count), "{}", removed.text);
    assert_eq!(removed.base.as_ref().unwrap().file, "common/error.yaml");
    assert_eq!(removed.head, None);
    assert_eq!(comparison.verdict(), Verdict::Major);
}

#[test]
fn fingerprints_survive_unrelated_edits() {
    let change = |base: &str, head: &str| {
        let base = surface(files([FOLDER[0], ("orders.yaml", base)]));
        let comparison = compare(&base, &surface(files([FOLDER[0], ("orders.yaml", head)])));
        let of = comparison.findings.into_iter().map(|finding| (finding.rule, finding.fingerprint));
        of.collect::<BTreeMap<_, _>>()
    };
    let base = FOLDER[1].1;
    let head = base.replace("type: number", "type: integer");
    let alone = change(base, &head);
    let moved = format!("# A comment.\n\n{}", head.replace("enum: [NEW]", "enum: [NEW, OLD]"));
    let among_others = change(base, &moved);
    assert_eq!(alone.len(), 2);
    assert!(alone.values().all(|fingerprint| fingerprint.len() == 12));
    assert!(among_others.len() > alone.len());
    assert!(alone.iter().all(|(rule, fingerprint)| among_others.get(rule) == Some(fingerprint)), "{among_others:?}");
    let other = change(base, &base.replace("type: number", "type: string"));
    assert!(other.values().all(|fingerprint| !alone.values().any(|known| known == fingerprint)));
}

#[test]
fn bad_documents_are_refused_with_place_and_remedy() {
    let one = |text: &str| refused(files([("a.yaml", text)]));
    for (text, expected) in [
        ("", "empty-file"),
        ("a: [", "yaml-syntax"),
        ("[]", "empty-file"),
        ("openapi: 3.0.3\nopenapi: 3.0.3\n", "duplicate-key"),
        ("swagger: '2.0'\n", "Convert it to OpenAPI 3.0 first."),
        ("openapi: 4.0.0\n", "OpenAPI 4.0.0 cannot be read."),
        ("info: {}\n", "`openapi` is missing"),
        ("openapi: 3.1.0\npaths: { /a: { $ref: '#/b' } }\n", "there is no `b`"),
        ("openapi: 3.1.0\npaths: { /a: { $ref: 'https://x.example/a' } }\n", "nothing is fetched"),
        ("openapi: 3.1.0\npaths: { /a: { $ref: '#/paths/~1a' } }\n", "circle"),
        ("openapi: 3.1.0\npaths: { /a: { get: { callbacks: { b: { c: { $ref: '#/paths/~1d' } } } } } }\n", "no `/d`"),
    ] {
        let report = one(text);
        assert!(report.contains(expected), "{text:?}: {report}");
        assert!(report.contains("a.yaml:") || expected == "empty-file", "{text:?}: {report}");
    }
    let with = |schema: &str| {
        let media = format!("{{ content: {{ application/json: {{ schema: {schema} }} }} }}");
        one(&format!("openapi: 3.0.3\npaths:\n  /a:\n    post:\n      requestBody: {media}\n      responses: {{}}\n"))
    };
    assert!(with("3").contains("Here should be a schema."));
    assert!(with("{ $ref: 'b.yaml#/B' }").contains("there is no file b.yaml"));
    assert!(refused(BTreeMap::new()).contains("None of the files is an OpenAPI document."));
    let two = files([("a.yaml", "openapi: 3.0.3\n"), ("b.yaml", "openapi: 3.0.3\n")]);
    assert!(refused(two).contains("Several files are OpenAPI documents"));
    let missing = Document::from_file(std::path::Path::new("no/such/file.json")).unwrap_err();
    assert!(missing.render(false).contains("no/such/file.json cannot be read"));
    assert!(Document::from_folder(std::path::Path::new("no/such/folder")).is_err());
}

#[test]
fn aliases_and_merge_keys_of_strangers_are_read() {
    let text = "\
openapi: 3.0.3
x-common: &common { type: object, properties: { a: { type: string } } }
paths:
  /a:
    get:
      responses:
        '200':
          description: d
          content:
            application/json: { schema: { <<: *common, description: merged } }
            application/xml: { schema: *common }
";
    let plain = text.replace("<<: *common", "type: object, properties: { a: { type: string } }");
    let plain = plain.replace("*common", "{ type: object, properties: { a: { type: string } } }");
    let comparison = compare(&surface(files([("a.yaml", text)])), &surface(files([("a.yaml", &plain)])));
    assert_eq!(comparison, Comparison::default());
    let mut bomb = "openapi: 3.0.3\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n".to_owned();
    for level in 1..12 {
        let row = vec![format!("*x{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("x{level}: &x{level} [{row}]\n"));
    }
    assert!(refused(files([("a.yaml", &bomb)])).contains("yaml-aliases"));
}

#[test]
fn recursive_and_branching_schemas_are_compared_in_no_time() {
    // Each schema refers to the next twice: written out, it would have two to the sixtieth members.
    let document = |last: &str| {
        let mut text = "openapi: 3.0.3\npaths: { /a: { get: { responses: { '200': { description: d, content: \
                        { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } } }\n\
                        components:\n  schemas:\n"
            .to_owned();
        for at in 0..60 {
            let next = format!("{{ $ref: '#/components/schemas/S{}' }}", (at + 1) % 60);
            let own = if at == 59 { last } else { "string" };
            text.push_str(&format!(
                "    S{at}: {{ type: object, properties: {{ a: {next}, b: {next}, c: {{ type: {own} }} }} }}\n"
            ));
        }
        surface(files([("a.yaml", &text)]))
    };
    let comparison = compare(&document("string"), &document("boolean"));
    assert_eq!(comparison.findings.len(), 1);
    assert_eq!(comparison.findings[0].rule, "response-type-changed");
    assert_eq!(comparison.findings[0].path, format!("response.200.body{}.c", ".a".repeat(59)));
}

#[test]
fn a_form_and_its_tag_are_one_finding_and_forms_keep_their_places() {
    let document = |forms: &[&str], of_card: &str| {
        let mut text = "openapi: 3.0.3\npaths: { /a: { get: { responses: { '200': { description: d, content: \
                        { application/json: { schema: { $ref: '#/components/schemas/Way' } } } } } } } }\n\
                        components:\n  schemas:\n    Way:\n      discriminator: { propertyName: kind }\n      oneOf:\n"
            .to_owned();
        for form in forms {
            text.push_str(&format!("        - $ref: '#/components/schemas/{form}'\n"));
        }
        for form in forms {
            let own = if *form == "Card" { of_card } else { "string" };
            let members = format!("kind: {{ type: string }}, of_{form}: {{ type: {own} }}");
            text.push_str(&format!("    {form}: {{ type: object, properties: {{ {members} }} }}\n"));
        }
        surface(files([("a.yaml", &text)]))
    };
    let base = document(&["Card", "Bank"], "string");
    let added = compare(&base, &document(&["Phone", "Bank", "Card"], "string"));
    assert_eq!(added.findings.len(), 1, "{:#?}", added.findings);
    assert_eq!(added.findings[0].rule, "response-alternative-added");
    assert!(added.findings[0].text.contains("(Phone)"), "{}", added.findings[0].text);
    let changed = compare(&base, &document(&["Bank", "Card"], "boolean"));
    assert_eq!(changed.findings.len(), 1, "{:#?}", changed.findings);
    assert_eq!(changed.findings[0].path, "response.200.body(Card).of_Card");
}

#[test]
fn webhooks_and_callbacks_are_judged_the_other_way_round() {
    let text = "\
openapi: 3.1.0
paths:
  /a: &a
    post:
      callbacks: { done: { '{$request.body#/url}': { $ref: '#/paths/~1a' } } }
      requestBody: { content: { application/json: { schema: { type: string, enum: [A] } } } }
      responses: {}
webhooks:
  made: *a
";
    let base = surface(files([("a.yaml", text)]));
    assert_eq!(base.operations().collect::<Vec<_>>(), ["POST /a", "WEBHOOK done {} of POST /a", "WEBHOOK made"]);
    let comparison = compare(&base, &surface(files([("a.yaml", &text.replace("[A]", "[B]"))])));
    let rules: Vec<_> = comparison.findings.iter().map(|finding| (finding.rule, finding.others.len())).collect();
    let (request, response) = ("request-enum-value", "response-enum-value");
    let expected = [
        (format!("{request}-removed"), 0),
        (format!("{response}-removed"), 1),
        (format!("{request}-added"), 0),
        (format!("{response}-added"), 1),
    ];
    assert_eq!(rules, expected.iter().map(|(rule, others)| (rule.as_str(), *others)).collect::<Vec<_>>());
}

/// Random changes of a text: lines and pieces dropped, doubled, swapped, or replaced by something foreign.
fn spoiled(text: &str, edits: &[(usize, usize, u8)]) -> String {
    const FOREIGN: [&str; 10] =
        ["$ref: '#/Order'", "[]", "{}", "null", "- ", "3", "true", "allOf: [{ $ref: '#/Order' }]", "\u{feff}", "*x"];
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for (one, two, how) in edits {
        let (at, other) = (one % lines.len(), two % lines.len());
        let indent: String = lines[at].chars().take_while(|it| *it == ' ').collect();
        match how % 6 {
            0 => drop(lines.remove(at)),
            1 => lines.insert(other, lines[at].clone()),
            2 => lines.swap(at, other),
            3 => lines[at] = format!("{indent}{}", FOREIGN[two % FOREIGN.len()]),
            4 => {
                let key = lines[at].split(':').next().unwrap_or_default().to_owned();
                lines[at] = format!("{key}: {}", FOREIGN[two % FOREIGN.len()]);
            }
            _ => lines[at] = lines[at].chars().skip(two % 7).collect(),
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is in a document, it is compared or refused.
    #[test]
    fn no_document_is_a_crash(
        root in proptest::collection::vec(any::<(usize, usize, u8)>(), 0..3),
        orders in proptest::collection::vec(any::<(usize, usize, u8)>(), 0..8),
    ) {
        let texts = [spoiled(FOLDER[0].1, &root), spoiled(FOLDER[1].1, &orders)];
        let spoiled = files([("openapi.yaml", texts[0].as_str()), ("orders.yaml", texts[1].as_str())]);
        match Document::from_sources(spoiled) {
            Err(report) => prop_assert!(!report.render(true).is_empty()),
            Ok(document) => match Surface::of(&document) {
                Err(report) => prop_assert!(!report.render(true).is_empty()),
                Ok(read) => {
                    let sound = surface(files(FOLDER));
                    prop_assert_eq!(compare(&read, &read), Comparison::default());
                    let (there, back) = (compare(&sound, &read), compare(&read, &sound));
                    prop_assert_eq!(there.findings.len(), back.findings.len());
                    let ours = document;
                    let ledger = Ledger::default();
                    prop_assert!(upstream(&ours, &[Document::from_sources(files(FOLDER)).unwrap()], &ledger, true).is_ok());
                }
            },
        }
    }
}
