//! Rules about examples and defaults: each fits its type, and an example of a request keeps the component's own rules.

use std::collections::HashSet;

use super::instance::{Instances, Misfit, Side};
use super::{Context, rules};
use crate::model::{Kind, Type};
use crate::report::Finding;
use crate::tree::{Entry, Node, Place};

/// Bytes of stack for the validator, which goes into components within components.
const STACK: usize = 512 << 20;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // A thread of its own: a chain of thousands of components would exhaust the stack of this one.
    let found = std::thread::scope(|scope| {
        let work = || {
            let mut found = Vec::new();
            let instances = Instances::new(context)?;
            Checker { context, instances, seen: HashSet::new(), findings: &mut found }.all();
            Some(found)
        };
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        thread.ok().and_then(|thread| thread.join().ok()).flatten()
    });
    match found {
        Some(found) => findings.extend(found),
        None => findings.push(Finding {
            rule: "examples-unchecked",
            message: "The examples could not be checked against their schemas.".to_owned(),
            place: None,
            related: None,
            remedy: "Mend the other findings first; if there are none, the spec has too many components.".to_owned(),
        }),
    }
}

struct Checker<'c, 'f> {
    context: &'c Context<'c>,
    instances: Instances,
    /// What several operations share is looked at once.
    seen: HashSet<(Place, String, Side)>,
    findings: &'f mut Vec<Finding>,
}

impl Checker<'_, '_> {
    fn all(&mut self) {
        let context = self.context;
        for (raw, operation) in context.survey.operations.iter().zip(&context.api.operations) {
            let body = raw.entry.node.entry("requestBody");
            if let (Some(entry), Some(body)) = (body, &operation.request) {
                self.content(entry, Side::Request, &body.ty);
            }
            for entry in raw.entry.node.get("responses").map_or(&[][..], Node::entries) {
                let mut answers = std::iter::once(&operation.success).chain(&operation.errors);
                if let Some(ty) = answers.find(|answer| answer.place == entry.key_place).and_then(|it| it.ty.as_ref()) {
                    self.content(entry, Side::Response, ty);
                }
            }
        }
        self.defaults();
    }

    fn content(&mut self, entry: &Entry, side: Side, ty: &Type) {
        let document = self.context.document;
        let Ok(node) = document.follow(&entry.node) else { return };
        let media = node.get("content").and_then(|content| content.entries().first());
        let examples = media.and_then(|media| media.node.get("examples"));
        for entry in examples.map_or(&[][..], Node::entries) {
            let Ok(example) = document.follow(&entry.node) else { continue };
            match example.get("value") {
                None => {
                    let message = format!("The example `{}` has no value.", entry.key);
                    let remedy = "Write the body under `value`.";
                    self.findings.push(Finding::new("example-value", entry.key_place, message, remedy));
                }
                Some(value) => self.example(value, side, ty),
            }
        }
    }

    /// `example-fit`, `example-rule`
    fn example(&mut self, value: &Node, side: Side, ty: &Type) {
        if !self.seen.insert((value.place, format!("{ty:?}"), side)) {
            return;
        }
        for misfit in self.instances.body(self.context, side, ty, value) {
            let remedy = "Correct the example; or the schema, where the API really does this.";
            self.findings.push(finding("example-fit", misfit, remedy));
        }
        if side == Side::Request {
            rules::example(self.context, ty, value, self.findings);
        }
    }

    /// `default-fit`
    fn defaults(&mut self) {
        for component in &self.context.api.components {
            let Kind::Object { properties, .. } = &component.kind else { continue };
            let node = self.context.nodes.get(component.name.as_str()).and_then(|node| node.get("properties"));
            for (property, entry) in properties.iter().zip(node.map_or(&[][..], Node::entries)) {
                let Some(default) = entry.node.get("default").filter(|_| property.name == entry.key) else { continue };
                for misfit in self.instances.default(self.context, property, default) {
                    self.findings.push(finding("default-fit", misfit, "Write a default that a request could send."));
                }
            }
        }
    }
}

fn finding(rule: &'static str, misfit: Misfit, remedy: &str) -> Finding {
    Finding::new(rule, misfit.place, misfit.message, remedy)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, leads_to};

    #[test]
    fn examples_fit_their_schemas() {
        let line = "- { text: Tea, price: 3.5 }";
        leads_to(line, "- { text: Tea, price: '3.5' }", &["example-fit `'3.5'`"]);
        leads_to(line, "- { text: Tea, colour: red }", &["example-fit `colour`"]);
        leads_to(line, "- { price: 3.5 }", &["example-fit `{ price: 3.5 }`"]);
        leads_to(line, "- { text: null }", &["example-fit `null`"]);
        leads_to(line, "- { text: Tea, count: 1 }", &["example-fit `count`"]);
        leads_to(line, "- Tea", &["example-fit `Tea`"]);
        leads_to("number: A-1", "number: A", &["example-fit `A`"]);
        leads_to("number: A-1", "number: 17", &["example-fit `17`"]);
        leads_to("state: OPEN", "state: SHUT", &["example-fit `SHUT`"]);
        leads_to(
            "  value:\n    id:",
            "  wert:\n    id:",
            &[
                "unsupported-keyword `wert`",
                "missing-example `'201'`",
                "example-value `order`",
                "missing-example `'200'`",
                "example-value `order`",
            ],
        );
    }

    #[test]
    fn answers_may_be_null_and_incomplete() {
        leads_to("state: OPEN", "state: null", &[]);
        leads_to("- { text: Tea, price: 3.50, count: 2 }", "- { count: null }", &[]);
    }

    #[test]
    fn nulls_one_or_many_and_times_are_understood() {
        leads_to("      minLength: 3\n", "      minLength: 3\n      nullable: true\n", &[]);
        let null = [("number: A-1", "number: null"), ("      minLength: 3\n", "      nullable: true\n")];
        assert_eq!(found(&null), [""; 0]);
        let time = |value: &str| {
            found(&[
                ("- { text: Tea, price: 3.5 }", &format!("- {{ text: '{value}' }}")),
                (
                    "      type: string\n      description: What it is.",
                    "      type: string\n      format: date-time\n      description: When.",
                ),
                ("- { text: Tea, price: 3.50", "- { price: 3.50"),
            ])
        };
        assert_eq!(time("2026-01-31T10:00:00Z"), [""; 0]);
        assert_eq!(time("2026-01-31"), ["example-fit `'2026-01-31'`"]);
        let many = |side: &str| {
            found(&[
                (side, "    lines: { text: Tea }\n"),
                (
                    "    lines:\n      type: array\n      description: What is ordered.\n      items: { $ref: '#/Line' }\nOrder:",
                    "    lines:\n      type: array\n      description: A.\n      x-yuno-one-or-many: true\n      items: { $ref: '#/Line' }\nOrder:",
                ),
                (
                    "    lines:\n      type: array\n      description: What is ordered.\n      items: { $ref: '#/Line' }\nLine:",
                    "    lines:\n      type: array\n      description: A.\n      x-yuno-one-or-many: true\n      items: { $ref: '#/Line' }\nLine:",
                ),
            ])
        };
        assert_eq!(many("    lines:\n      - { text: Tea, price: 3.50, count: 2 }\n"), [""; 0]);
        assert_eq!(many("    lines:\n      - { text: Tea, price: 3.5 }\n"), ["example-fit `{ text: Tea }`"]);
    }

    #[test]
    fn defaults_fit() {
        let price = |line: &str, expected: &[&str]| {
            leads_to("      type: number\n", &format!("      type: number\n      {line}\n"), expected);
        };
        price("default: 3", &[]);
        price("default: three", &["default-fit `three`"]);
        leads_to("      minLength: 3\n", "      minLength: 3\n      default: A\n", &["default-fit `A`"]);
        leads_to(
            "state: { $ref: '#/State' }",
            "state: { description: A., default: SHUT, allOf: [{ $ref: '#/State' }] }",
            &["default-fit `SHUT`"],
        );
        leads_to(
            "state: { $ref: '#/State' }",
            "state: { description: A., default: PAID, allOf: [{ $ref: '#/State' }] }",
            &[],
        );
    }
}
