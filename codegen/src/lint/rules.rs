//! Rules about `x-yuno-rules`: the members that they name exist, and the examples keep them.

use super::Context;
use crate::model::{Component, Kind, Property, Rule, Type};
use crate::report::Finding;
use crate::tree::{Node, Place, Value};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for component in &context.api.components {
        let Kind::Object { rules, .. } = &component.kind else { continue };
        let entry = context.nodes.get(component.name.as_str()).and_then(|node| node.entry("x-yuno-rules"));
        let Some(entry) = entry else { continue };
        if component.direction.response && !component.direction.request {
            let message = format!("`{}` is never sent, so no rule can bind it.", component.name);
            findings.push(Finding::new("rule-in-answer", entry.key_place, message, "Delete `x-yuno-rules`."));
        }
        for rule in rules {
            let place = place_of(&entry.node, rule).unwrap_or(entry.key_place);
            members(context, component, rule, place, findings);
        }
    }
}

/// Where the rule stands in the list.
fn place_of(list: &Node, rule: &Rule) -> Option<Place> {
    let (Rule::Require { because, .. } | Rule::Together { because, .. } | Rule::AnyOf { because, .. }) = rule;
    let node = list.items().iter().find(|node| node.text_at("because").is_some_and(|text| text == because));
    node.map(|node| node.place)
}

/// `rule-member`
fn members(context: &Context<'_>, component: &Component, rule: &Rule, place: Place, findings: &mut Vec<Finding>) {
    let mut find = |message: String, remedy: &str| {
        findings.push(Finding::new("rule-member", place, message, remedy));
    };
    let (paths, conditions): (Vec<&str>, Vec<_>) = match rule {
        Rule::Require { path, when, unless, .. } => (vec![path], when.iter().chain(unless).collect()),
        Rule::Together { paths, .. } | Rule::AnyOf { paths, .. } => {
            (paths.iter().map(String::as_str).collect(), Vec::new())
        }
    };
    for path in paths.into_iter().chain(conditions.iter().map(|(path, _)| path.as_str())) {
        if member(context, component, path).is_none() {
            let message = format!("`{}` has no member `{path}`.", component.name);
            find(message, "Name it by its path from this component, with dots; a path cannot go through a list.");
        }
    }
    for (path, values) in conditions {
        let ty = member(context, component, path).map(|property| &property.ty);
        let possible = |value: &String| match ty.and_then(|ty| context.component(ty)).map(|component| &component.kind) {
            Some(Kind::Enum { values, .. }) => values.iter().any(|known| known.value == *value),
            Some(Kind::Object { .. }) => false,
            Some(Kind::Text { .. }) => true,
            None if ty == Some(&Type::Flag) => value == "true" || value == "false",
            None => true,
        };
        if let Some(value) = values.iter().find(|value| !possible(value)) {
            let message = format!("`{path}` cannot be `{value}`.");
            find(message, "Name a value that the member can have.");
        }
    }
}

/// The member at a dotted path.
fn member<'a>(context: &Context<'a>, component: &'a Component, path: &str) -> Option<&'a Property> {
    let mut component = component;
    let mut found = None;
    for step in path.split('.') {
        if let Some(property) = found {
            let property: &Property = property;
            component = context.component(&property.ty)?;
        }
        let Kind::Object { properties, .. } = &component.kind else { return None };
        found = Some(properties.iter().find(|property| property.name == step)?);
    }
    found
}

/// `example-rule`: an example of a request keeps the rules of its component, and of those within.
pub(super) fn example(context: &Context<'_>, ty: &Type, node: &Node, findings: &mut Vec<Finding>) {
    if let Type::List(item) = ty {
        node.items().iter().for_each(|node| example(context, item, node, findings));
        return;
    }
    let Some(Kind::Object { properties, rules }) = context.component(ty).map(|component| &component.kind) else {
        return;
    };
    for rule in rules.iter().filter(|rule| is_broken(rule, node)) {
        let (because, what) = match rule {
            Rule::Require { path, because, .. } => (because, format!("`{path}` is missing here")),
            Rule::Together { paths, because } => (because, format!("of {} some are missing here", quoted(paths))),
            Rule::AnyOf { paths, because } => (because, format!("none of {} is here", quoted(paths))),
        };
        let message = format!("The example breaks a rule: {what}, and {}.", because.trim_end_matches('.'));
        let remedy = "Correct the example, or the rule under `x-yuno-rules`.";
        findings.push(Finding::new("example-rule", node.place, message, remedy));
    }
    for entry in node.entries() {
        if let Some(property) = properties.iter().find(|property| property.name == entry.key) {
            example(context, &property.ty, &entry.node, findings);
        }
    }
}

fn quoted(paths: &[String]) -> String {
    let paths: Vec<_> = paths.iter().map(|path| format!("`{path}`")).collect();
    paths.join(", ")
}

fn is_broken(rule: &Rule, node: &Node) -> bool {
    let has = |path: &str| at(node, path).is_some();
    let holds = |(path, values): &(String, Vec<String>)| {
        at(node, path).and_then(written).is_some_and(|value| values.contains(&value))
    };
    match rule {
        Rule::Require { path, when, unless, .. } => {
            // Where the object that should hold the member is absent, its own absence is what counts.
            let has_parent = path.rsplit_once('.').is_none_or(|(parent, _)| has(parent));
            has_parent && when.iter().all(holds) && !unless.iter().any(holds) && !has(path)
        }
        Rule::Together { paths, .. } => {
            let present = paths.iter().filter(|path| has(path)).count();
            present > 0 && present < paths.len()
        }
        Rule::AnyOf { paths, .. } => !paths.iter().any(|path| has(path)),
    }
}

/// What stands at a dotted path, if it is not null.
fn at<'n>(node: &'n Node, path: &str) -> Option<&'n Node> {
    let found = path.split('.').try_fold(node, |node, step| node.get(step))?;
    (!matches!(found.value, Value::Null)).then_some(found)
}

fn written(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::List(_) | Value::Map(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    #[track_caller]
    fn rule(rule: &str, expected: &[&str]) {
        let with = format!("  required: [number]\n  x-yuno-rules:\n    - {rule}\n");
        leads_to("  required: [number]\n", &with, expected);
    }

    #[test]
    fn rules_have_their_form() {
        rule("{ require: lines }", &["extension-form `{ require: lines }`"]);
        rule(
            "{ require: lines, because: it is so, wann: { number: [A] } }",
            &["extension-form `{ require: lines, because: it is so, wann: { number: [A] } }`"],
        );
        rule(
            "{ require: lines, when: number, because: it is so }",
            &["extension-form `{ require: lines, when: number, because: it is so }`"],
        );
        rule("{ together: lines, because: it is so }", &["extension-form `{ together: lines, because: it is so }`"]);
        rule("{ any_of: [lines], because: it is so }", &["extension-form `{ any_of: [lines], because: it is so }`"]);
        rule("lines", &["extension-form `lines`"]);
        rule("{ require: lines, when: { number: A-1 }, because: it is so }", &[]);
    }

    #[test]
    fn rules_name_members_that_exist() {
        rule(
            "{ any_of: [lines, colour], because: it is so }",
            &["rule-member `{ any_of: [lines, colour], because: it is so }`"],
        );
        rule(
            "{ any_of: [lines, number.length], because: it is so }",
            &["rule-member `{ any_of: [lines, number.length], because: it is so }`"],
        );
        rule(
            "{ any_of: [number, lines.text], because: it is so }",
            &["rule-member `{ any_of: [number, lines.text], because: it is so }`"],
        );
        rule(
            "{ require: lines, unless: { colour: [RED] }, because: it is so }",
            &["rule-member `{ require: lines, unless: { colour: [RED] }, because: it is so }`"],
        );
    }

    #[test]
    fn examples_keep_the_rules() {
        rule("{ require: lines, unless: { number: [A-1] }, because: it is so }", &[]);
        let without = |rule: &str| {
            super::super::testing::found(&[
                ("    lines:\n      - { text: Tea, price: 3.5 }\n", ""),
                ("  required: [number]\n", &format!("  required: [number]\n  x-yuno-rules:\n    - {rule}\n")),
            ])
        };
        let broken = ["example-rule `number: A-1`"];
        assert_eq!(without("{ require: lines, when: { number: [A-1] }, because: it is so }"), broken);
        assert_eq!(without("{ require: lines, when: { number: [B-1] }, because: it is so }"), [""; 0]);
        assert_eq!(without("{ require: lines, unless: { number: [A-1] }, because: it is so }"), [""; 0]);
        assert_eq!(without("{ together: [lines, number], because: it is so }"), broken);
        assert_eq!(without("{ any_of: [lines, number], because: it is so }"), [""; 0]);
    }
}
