//! Random edits of the real spec: each is found, in every direction in which it is used and nowhere else, and the path
//! of the finding leads to what was edited.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use yuno_codegen::diff::{Comparison, Document, Surface, Verdict, compare, rule};
use yuno_codegen::{bundle, load};
use yuno_tests::repository;

/// The spec as one document, without its examples, which are half of it.
fn spec() -> Value {
    let document = load::read_folder(&repository::spec()).and_then(load::parse).unwrap();
    let mut document = bundle::bundle(&document).to_value();
    each(&mut document, &mut |members| drop(members.remove("examples")));
    document
}

/// Calls back with every object in a value.
fn each(value: &mut Value, seen: &mut impl FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            seen(members);
            members.values_mut().for_each(|value| each(value, seen));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| each(value, seen)),
        _ => {}
    }
}

/// Gives components other names, and refers to them by these.
fn rename(document: &mut Value, names: &BTreeSet<&str>) {
    each(document, &mut |members| {
        if let Some(Value::String(reference)) = members.get_mut("$ref")
            && names.contains(reference.rsplit('/').next().unwrap())
        {
            reference.push_str("Renamed");
        }
    });
    let schemas = document["components"]["schemas"].as_object_mut().unwrap();
    for name in names {
        let schema = schemas.remove(*name).unwrap();
        schemas.insert(format!("{name}Renamed"), schema);
    }
}

fn surface(document: &Value) -> Surface {
    let files = BTreeMap::from([("openapi.json".to_owned(), serde_json::to_string_pretty(document).unwrap())]);
    let document = Document::from_sources(files).unwrap_or_else(|report| panic!("{}", report.render(false)));
    Surface::of(&document).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

/// What a node refers to, or the node itself.
fn follow<'a>(document: &'a Value, node: &'a Value) -> &'a Value {
    let mut node = node;
    while let Some(reference) = node.get("$ref").and_then(Value::as_str) {
        node = document.pointer(&reference[1..]).unwrap();
    }
    node
}

/// What a node is made of: the parts of its `allOf`, and the list and its item of what may be either.
fn members_of(node: &Value) -> impl Iterator<Item = &Value> {
    ["allOf", "oneOf"].into_iter().filter_map(|keyword| node[keyword].as_array()).flatten()
}

/// A node and what it is made of.
fn parts<'a>(document: &'a Value, node: &'a Value) -> Vec<&'a Value> {
    let node = follow(document, node);
    let inner = members_of(node).flat_map(|part| parts(document, part));
    std::iter::once(node).chain(inner).collect()
}

fn has_flag(document: &Value, node: &Value, flag: &str) -> bool {
    parts(document, node).iter().any(|part| part[flag] == true)
}

/// The parts of all operations that hold schemas: the rules' word, the path, the operation, and the schema.
fn entries(document: &Value) -> Vec<(&'static str, String, String, &Value)> {
    let mut found = Vec::new();
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values().filter(|node| node.get("responses").is_some()) {
            let id = operation["operationId"].as_str().unwrap();
            let shared = item["parameters"].as_array().into_iter().flatten();
            for parameter in operation["parameters"].as_array().into_iter().flatten().chain(shared) {
                let parameter = follow(document, parameter);
                let path =
                    format!("request.{}.{}", parameter["in"].as_str().unwrap(), parameter["name"].as_str().unwrap());
                found.push(("parameter", path, id.to_owned(), &parameter["schema"]));
            }
            let body = &operation["requestBody"]["content"]["application/json"]["schema"];
            if !body.is_null() {
                found.push(("request", "request.body".to_owned(), id.to_owned(), body));
            }
            for (status, response) in operation["responses"].as_object().unwrap() {
                let schema = &follow(document, response)["content"]["application/json"]["schema"];
                if !schema.is_null() {
                    found.push(("response", format!("response.{status}.body"), id.to_owned(), schema));
                }
            }
        }
    }
    found
}

/// In which directions each component is used.
fn uses(document: &Value) -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut found: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    let mut waiting: Vec<_> = entries(document).into_iter().map(|(side, _, _, schema)| (side, schema)).collect();
    while let Some((side, node)) = waiting.pop() {
        if let Some(reference) = node.get("$ref").and_then(Value::as_str) {
            let name = reference.rsplit('/').next().unwrap().to_owned();
            if !found.entry(name).or_default().insert(side) {
                continue;
            }
        }
        let node = follow(document, node);
        waiting.extend(members_of(node).map(|part| (side, part)));
        waiting.extend(node.get("items").map(|items| (side, items)));
        waiting.extend(node.get("additionalProperties").filter(|it| it.is_object()).map(|extra| (side, extra)));
        for property in node["properties"].as_object().into_iter().flat_map(|members| members.values()) {
            let hidden = if side == "response" { "writeOnly" } else { "readOnly" };
            if !has_flag(document, property, hidden) {
                waiting.push((side, property));
            }
        }
    }
    found
}

/// The schemas at the end of a path such as `request.body.payer.emails[]`.
fn resolve<'a>(document: &'a Value, operation: &str, path: &str) -> Vec<&'a Value> {
    let entries = entries(document).into_iter().filter(|(_, entry, id, _)| id == operation && path.starts_with(entry));
    let (_, entry, _, schema) = entries.max_by_key(|(_, entry, _, _)| entry.len()).unwrap();
    let mut at = vec![schema];
    let steps = path[entry.len()..].replace("[]", ".[]");
    for step in steps.split('.').skip(1) {
        let all = at.iter().flat_map(|node| parts(document, node));
        at = all
            .filter_map(|part| match step {
                "[]" => part.get("items"),
                "*" => part.get("additionalProperties"),
                name => part["properties"].get(name),
            })
            .collect();
    }
    at.into_iter().flat_map(|node| parts(document, node)).collect()
}

/// A random edit: which component, which of its members or values, and what is done.
#[derive(Debug, Clone)]
struct Edit {
    component: usize,
    member: usize,
    what: &'static str,
}

/// Edits that hide nothing below them, so that several can be made at once.
const SMALL: [&str; 8] = [
    "field-added",
    "enum-value-added",
    "deprecated",
    "became-nullable",
    "max-length-tightened",
    "field-became-required",
    "format-added",
    "sensitive-added",
];

/// Edits that take away what others may have edited.
const LARGE: [&str; 3] = ["type-changed", "field-removed", "enum-value-removed"];

/// Edits that change nothing.
const IDLE: [&str; 3] = ["description", "renamed", "reordered"];

/// Makes an edit, where the component can have it. The answer names what is to be found: the change, and the end of its
/// path.
fn apply(document: &mut Value, name: &str, edit: &Edit) -> Option<String> {
    if edit.what == "renamed" {
        rename(document, &BTreeSet::from([name]));
        return Some(String::new());
    }
    let schema = &mut document["components"]["schemas"][name];
    if edit.what == "description" {
        schema["description"] = json!("Something else.");
        return Some(String::new());
    }
    if edit.what.starts_with("enum") {
        let values = schema.get_mut("enum")?.as_array_mut()?;
        match edit.what {
            "enum-value-added" => values.push(json!("ZZ_NEW")),
            _ if values.len() > 1 => drop(values.remove(edit.member % values.len())),
            _ => return None,
        }
        return Some(String::new());
    }
    let required: BTreeSet<String> =
        schema["required"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap().to_owned()).collect();
    let members = schema.get_mut("properties")?.as_object_mut()?;
    let member = members.keys().nth(edit.member % members.len().max(1))?.clone();
    let node = &mut members[&member];
    let is_text = node["type"] == "string" && node.get("enum").is_none();
    match edit.what {
        "field-added" => {
            members.insert("zz_new".to_owned(), json!({ "type": "string" }));
            return Some(".zz_new".to_owned());
        }
        "reordered" => {
            let first = members.keys().next()?.clone();
            let value = members.remove(&first)?;
            members.insert(first, value);
            return Some(String::new());
        }
        "field-removed" if !required.contains(&member) => {
            members.remove(&member);
        }
        "field-became-required" if !required.contains(&member) && node.get("readOnly").is_none() => {
            let mut names: Vec<_> = required.into_iter().collect();
            names.push(member.clone());
            schema["required"] = json!(names);
        }
        "type-changed" if is_text => *node = json!({ "type": "boolean" }),
        "max-length-tightened" if is_text => node["maxLength"] = json!(1),
        "format-added" if is_text && node.get("format").is_none() => node["format"] = json!("uuid"),
        "sensitive-added" if is_text && node.get("x-yuno-sensitive").is_none() => {
            node["x-yuno-sensitive"] = json!("personal");
        }
        "deprecated" if is_text && node.get("deprecated").is_none() => node["deprecated"] = json!(true),
        "became-nullable" if is_text && node.get("nullable").is_none() => node["nullable"] = json!(true),
        _ => return None,
    }
    Some(format!(".{member}"))
}

/// The rule of a change in a direction.
fn rule_of(side: &str, change: &str) -> String {
    let own = format!("{side}-{change}");
    if rule(&own).is_some() { own } else { format!("request-{change}") }
}

/// Makes the edits, and holds what is found against what should be.
fn check(original: &Value, base: &Surface, edits: &[Edit]) -> Result<usize, TestCaseError> {
    let uses = uses(original);
    let names: Vec<_> = uses.keys().collect();
    let mut edited = original.clone();
    let mut expected: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    let mut made = 0;
    for edit in edits {
        let name = names[edit.component % names.len()];
        if !taken.insert(name) {
            continue;
        }
        let Some(end) = apply(&mut edited, name, edit) else { continue };
        made += 1;
        if !IDLE.contains(&edit.what) {
            // A member that only goes one way is only found there.
            let original = &original["components"]["schemas"][name]["properties"][end.trim_start_matches('.')];
            for side in &uses[name] {
                let hidden = if *side == "response" { "writeOnly" } else { "readOnly" };
                if original[hidden] != true {
                    expected.entry(rule_of(side, edit.what)).or_default().push((name.clone(), end.clone()));
                }
            }
        }
    }
    let comparison = compare(base, &surface(&edited));
    let mut found: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for finding in &comparison.findings {
        found.entry(finding.rule.to_owned()).or_default().push((finding.operation.clone(), finding.path.clone()));
    }
    let counts = |map: &BTreeMap<String, Vec<(String, String)>>| -> BTreeMap<String, usize> {
        map.iter().map(|(rule, all)| (rule.clone(), all.len())).collect()
    };
    prop_assert_eq!(
        counts(&found),
        counts(&expected),
        "{:?}: {:#?}, expected {:?}",
        edits,
        &comparison.findings,
        expected
    );
    for (rule, places) in &expected {
        for (name, end) in places {
            // The path, without its end, leads to the component that was edited.
            let component = &original["components"]["schemas"][name.as_str()];
            let leads_there = found[rule].iter().any(|(operation, path)| {
                path.strip_suffix(end.as_str()).is_some_and(|path| {
                    resolve(original, operation, path).iter().any(|node| std::ptr::eq(*node, component))
                })
            });
            prop_assert!(leads_there, "{rule} of {name}{end}: {:?}", &found[rule]);
        }
    }
    if expected.is_empty() {
        prop_assert!(comparison.findings.is_empty());
        prop_assert!(comparison.verdict() <= Verdict::Patch);
    }
    Ok(made)
}

/// Runs a property over edits of these kinds, at most so many at once, always the same ones.
fn run(kinds: &'static [&'static str], at_once: usize, cases: u32) {
    let original = spec();
    let base = surface(&original);
    let edit = (any::<usize>(), any::<usize>(), prop::sample::select(kinds));
    let edits =
        prop::collection::vec(edit.prop_map(|(component, member, what)| Edit { component, member, what }), 1..=at_once);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let made = std::cell::Cell::new(0);
    let outcome = runner.run(&edits, |edits| {
        made.set(made.get() + check(&original, &base, &edits)?);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
    assert!(made.get() >= cases as usize / 5, "only {} edits could be made", made.get());
}

#[test]
fn small_edits_are_all_found_and_none_is_invented() {
    run(&SMALL, 12, 40);
}

#[test]
fn large_edits_are_found() {
    run(&LARGE, 1, 40);
}

#[test]
fn edits_that_leave_the_api_as_it_was_are_no_findings() {
    run(&IDLE, 8, 12);
}

#[test]
fn a_new_name_or_another_file_is_no_change_at_all() {
    let original = spec();
    let mut renamed = original.clone();
    let uses = uses(&original);
    rename(&mut renamed, &uses.keys().map(String::as_str).collect());
    assert_ne!(renamed, original);
    assert_eq!(compare(&surface(&original), &surface(&renamed)), Comparison::default());
    // The folder of the spec and its bundle are one API in one file and in fifty.
    let folder = Surface::of(&Document::from_folder(&repository::spec()).unwrap()).unwrap();
    assert_eq!(compare(&folder, &surface(&original)).findings, []);
}
