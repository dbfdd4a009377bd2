//! Every rule of the comparison, on a pair of documents that differ in nothing else, forwards and backwards.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use yuno_codegen::diff::{Comparison, Document, Level, Surface, Topic, Verdict, compare, rule, rules};
use yuno_codegen::load;
use yuno_codegen::tree::Sources;

/// A table of pairs, as JSON.
fn table(text: &str) -> serde_json::Map<String, Value> {
    let mut sources = Sources::default();
    sources.add(load::ROOT, text);
    let document = load::parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false)));
    document.root().unwrap().to_json().as_object().unwrap().clone()
}

fn surface(document: &Value) -> Surface {
    let files = BTreeMap::from([("openapi.json".to_owned(), serde_json::to_string_pretty(document).unwrap())]);
    let document = Document::from_sources(files).unwrap_or_else(|report| panic!("{}", report.render(false)));
    Surface::of(&document).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

/// A document with one operation, the same but for what is laid over it.
fn document(patch: Option<&Value>) -> Value {
    let animal = |name: &str| json!({ "type": "object", "properties": { name: { "type": "string" } } });
    let mut document = json!({
        "openapi": "3.0.3",
        "info": { "title": "Things", "version": "1" },
        "servers": [{ "url": "https://a.example" }],
        "paths": { "/things": { "post": {
            "operationId": "things.create",
            "responses": { "200": { "description": "Done." } },
        } } },
        "components": {
            "schemas": { "Cat": animal("claws"), "Dog": animal("tail") },
            "securitySchemes": {
                "one": { "type": "apiKey", "in": "header", "name": "one" },
                "two": { "type": "http", "scheme": "bearer" },
                "scoped": { "type": "oauth2", "flows": { "password": { "tokenUrl": "https://a.example/token" } } },
            },
        },
    });
    let part = |name: &str| patch.and_then(|patch| patch.get(name)).cloned().unwrap_or(Value::Null);
    lay_over(&mut document, &part("root"));
    lay_over(&mut document["paths"]["/things"], &part("path"));
    lay_over(&mut document["paths"]["/things"]["post"], &part("operation"));
    document
}

/// Lays one value over another: members are added or replaced, null removes.
fn lay_over(value: &mut Value, patch: &Value) {
    match (value, patch) {
        (Value::Object(members), Value::Object(patch)) => {
            for (name, patch) in patch {
                if patch.is_null() {
                    members.remove(name);
                } else {
                    lay_over(members.entry(name).or_insert(Value::Null), patch);
                }
            }
        }
        (_, Value::Null) => {}
        (value, patch) => *value = patch.clone(),
    }
}

/// The places in which a value can be, with the way to it.
const PLACES: [(&str, &str); 4] = [
    ("parameter", "request.query.it"),
    ("request", "request.body.it"),
    ("response", "response.200.body.it"),
    ("header", "response.200.header.it"),
];

/// A document in which this schema stands in this place.
fn with_value(place: &str, schema: &Value) -> Value {
    let body = json!({ "application/json": { "schema": { "type": "object", "properties": { "it": schema } } } });
    let operation = match place {
        "parameter" => json!({ "parameters": [{ "name": "it", "in": "query", "schema": schema }] }),
        "request" => json!({ "requestBody": { "content": body } }),
        "response" => json!({ "responses": { "200": { "content": body } } }),
        _ => json!({ "responses": { "200": { "headers": { "it": { "schema": schema } } } } }),
    };
    document(Some(&json!({ "operation": operation })))
}

/// One pair: the rule that finds it, where, and the documents.
struct Pair {
    rule: String,
    path: Option<&'static str>,
    base: Value,
    head: Value,
}

fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (change, pair) in table(include_str!("../diff/values.yaml")) {
        let before = pairs.len();
        for (place, path) in PLACES {
            let name = format!("{place}-{change}");
            if rule(&name).is_some() {
                let [base, head] = ["base", "head"].map(|side| with_value(place, &pair[side]));
                pairs.push(Pair { rule: name, path: Some(path), base, head });
            }
        }
        assert!(pairs.len() > before, "no rule is called `..-{change}`");
    }
    for (name, pair) in table(include_str!("../diff/operations.yaml")) {
        assert!(rule(&name).is_some(), "no rule is called `{name}`");
        let [base, head] = ["base", "head"].map(|side| document(pair.get(side)));
        pairs.push(Pair { rule: name, path: None, base, head });
    }
    pairs
}

fn found(comparison: &Comparison) -> Vec<&str> {
    comparison.findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn every_rule_finds_its_pair_and_its_opposite_finds_it_backwards() {
    let mut covered = BTreeSet::new();
    let mut wrong = Vec::new();
    for pair in pairs() {
        let opposite = rule(&pair.rule).unwrap().opposite;
        let (base, head) = (surface(&pair.base), surface(&pair.head));
        for (from, to, expected) in [(&base, &head, pair.rule.as_str()), (&head, &base, opposite)] {
            let comparison = compare(from, to);
            if found(&comparison) != [expected] {
                wrong.push(format!("{expected}: found {:#?}", comparison.findings));
                continue;
            }
            covered.insert(expected.to_owned());
            let finding = &comparison.findings[0];
            assert_eq!(finding.level, rule(expected).unwrap().level, "{expected}");
            assert!(finding.base.is_some() || finding.head.is_some(), "{expected} has no place");
            assert!(pair.path.is_none_or(|path| finding.path.starts_with(path)), "{expected}: {}", finding.path);
            assert!(finding.text.ends_with('.'), "{}", finding.text);
            assert!(!["{it}", "{old}", "{new}"].iter().any(|word| finding.text.contains(word)), "{}", finding.text);
        }
        for same in [&base, &head] {
            let comparison = compare(same, same);
            assert_eq!(comparison, Comparison::default(), "a document against itself, for {}", pair.rule);
            assert_eq!(comparison.verdict(), Verdict::None);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let missing: Vec<_> = rules().map(|rule| rule.id).filter(|id| !covered.contains(*id)).collect();
    assert!(missing.is_empty(), "rules without a pair: {missing:?}");
}

#[test]
fn the_table_of_rules_holds_together() {
    let ids: Vec<_> = rules().map(|rule| rule.id).collect();
    assert!(ids.len() >= 120, "{}", ids.len());
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a rule stands twice");
    for one in rules() {
        let opposite = rule(one.opposite).unwrap_or_else(|| panic!("{} has no opposite {}", one.id, one.opposite));
        assert_eq!(opposite.opposite, one.id, "opposite of the opposite of {}", one.id);
        let topics = [one.kind, opposite.kind];
        let mirrored = topics == [Topic::Added, Topic::Missing] || topics == [Topic::Missing, Topic::Added];
        assert!(mirrored || topics[0] == topics[1], "{} and {} are about different things", one.id, one.opposite);
        assert!(one.what.contains("callers") || one.what.contains("merchants") || one.what.contains("generators"));
        assert!(one.what.contains("{it}") || one.what.starts_with("The API"), "{}", one.id);
    }
}

#[test]
fn the_spec_against_itself_gives_nothing() {
    let read = || Surface::of(&Document::from_folder(&yuno_tests::repository::spec()).unwrap()).unwrap();
    assert_eq!(compare(&read(), &read()), Comparison::default());
    assert_eq!(read().operations().count(), yuno_tests::repository::operations());
}

#[test]
fn a_value_added_to_a_response_is_safe_and_to_a_closed_one_is_not() {
    assert_eq!(rule("response-enum-value-added").unwrap().level, Level::Safe);
    assert_eq!(rule("request-enum-value-removed").unwrap().level, Level::Breaking);
    assert_eq!(rule("response-closed-enum-value-added").unwrap().level, Level::Breaking);
    assert_eq!(rule("response-field-added").unwrap().level, Level::Safe);
    assert_eq!(rule("request-required-field-added").unwrap().level, Level::Breaking);
}

/// The rules as the documentation lists them: a change in each place where it has a rule, then the rest.
fn documented() -> String {
    const PREFIXES: [&str; 4] = ["parameter-", "request-", "response-", "header-"];
    let word = |level: Level| format!("{level:?}").to_lowercase();
    let mut values: Vec<(&str, [String; 4])> = Vec::new();
    let mut rest = Vec::new();
    for one in rules() {
        let Some(at) = PREFIXES.iter().position(|prefix| one.id.starts_with(prefix)) else {
            rest.push(one);
            continue;
        };
        let change = &one.id[PREFIXES[at].len()..];
        let row = values.iter().position(|(known, _)| *known == change).unwrap_or_else(|| {
            values.push((change, Default::default()));
            values.len() - 1
        });
        values[row].1[at] = word(one.level);
    }
    let mut text =
        "Rules of values and members are called after the place and the change: `request-type-changed`.\n\n".to_owned();
    text.push_str("| change | `parameter-` | `request-` | `response-` | `header-` |\n|---|---|---|---|---|\n");
    for (change, levels) in values {
        text.push_str(&format!("| `{change}` | {} |\n", levels.join(" | ")));
    }
    text.push_str("\n| rule | level |\n|---|---|\n");
    for one in rest {
        text.push_str(&format!("| `{}` | {} |\n", one.id, word(one.level)));
    }
    text
}

#[test]
fn the_documentation_lists_every_rule() {
    let path = yuno_tests::repository::root().join("codegen/docs/diff-rules.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let expected = documented();
    let (_, listed) = page.split_once("## The rules\n\n").unwrap();
    assert!(listed == expected, "the end of {} should be:\n{expected}", path.display());
}
