//! Rules about references, and about the names that they refer to.

use super::Context;
use crate::load::Broken;
use crate::report::Finding;
use crate::survey::{BadReason, BadReference, Role};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.survey.bad.iter().map(finding));
    duplicates(context, findings);
    aliases(context, findings);
}

fn finding(bad: &BadReference) -> Finding {
    let text = &bad.text;
    let form = "Write it as 'file.yaml#/Name', relative to this file, or as '#/Name'.";
    let (rule, message, remedy) = match &bad.reason {
        BadReason::Broken(Broken::Form) => {
            ("ref-form", format!("`{text}` is not the way to refer to an entry of a file."), form.to_owned())
        }
        BadReason::Broken(Broken::Outside) => (
            "ref-outside",
            format!("`{text}` leads out of the spec folder."),
            "Copy what it refers to into the spec, and refer to that.".to_owned(),
        ),
        BadReason::Broken(Broken::Root) => (
            "ref-form",
            format!("`{text}` leads into openapi.yaml."),
            "Move what it refers to into a file of its family.".to_owned(),
        ),
        BadReason::Broken(Broken::NoFile(path)) => {
            ("ref-nowhere", format!("`{text}` leads to {path}, which is not there."), form.to_owned())
        }
        BadReason::Broken(Broken::NoEntry { file, name, like }) => (
            "ref-nowhere",
            format!("`{text}` leads to nothing: {file} has no `{name}`."),
            like.as_ref().map_or_else(
                || format!("Add `{name}` to {file}, or correct the reference."),
                |like| format!("Perhaps `{like}` is meant."),
            ),
        ),
        BadReason::Broken(Broken::Circle) => (
            "ref-circle",
            format!("`{text}` leads back to itself."),
            "Write out one of the definitions in the circle.".to_owned(),
        ),
        BadReason::Role { is, wanted } => (
            "ref-kind",
            format!("`{text}` is used as {} elsewhere, and as {} here.", is.with_article(), wanted.with_article()),
            "Refer to something of the right kind.".to_owned(),
        ),
        BadReason::Siblings => (
            "ref-siblings",
            "What stands beside `$ref` is ignored.".to_owned(),
            "Write `allOf: [{ $ref: .. }]`, with the rest beside it.".to_owned(),
        ),
    };
    Finding::new(rule, bad.place, message, remedy)
}

/// `duplicate-name`: schemas share one space of names over all files, and so do, each for itself, the other kinds.
fn duplicates(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for role in [Role::Schema, Role::Parameter, Role::Response] {
        for (name, all) in context.survey.by_name(role) {
            let Some((first, others)) = all.split_first() else { continue };
            for other in others {
                let message = format!("There are two {}s named `{name}`.", role.name());
                let remedy = "Rename one for what it is, or use one for both.";
                let finding = Finding::new("duplicate-name", other.entry.key_place, message, remedy);
                findings.push(finding.with(first.entry.key_place, "the first one"));
            }
        }
    }
}

/// `alias`
fn aliases(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for named in context.survey.entries.iter().filter(|named| named.entry.node.get("$ref").is_some()) {
        let message = format!("`{}` is only another name for something else.", named.entry.key);
        let remedy = "Refer to the thing itself; one concept has one name.";
        findings.push(Finding::new("alias", named.entry.key_place, message, remedy));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, leads_to};

    #[test]
    fn references_lead_somewhere() {
        let id = "{ $ref: '#/OrderId' }";
        for (reference, rule) in [
            ("'#/OrderKey'", "ref-nowhere"),
            ("'order.yaml#/orderid'", "ref-nowhere"),
            ("'other.yaml#/OrderId'", "ref-nowhere"),
            ("'../../order.yaml#/OrderId'", "ref-outside"),
            ("'/etc/passwd#/root'", "ref-outside"),
            ("'https://shop.example/order.yaml#/OrderId'", "ref-outside"),
            ("'../openapi.yaml#/info'", "ref-form"),
            ("'order.yaml'", "ref-form"),
            ("'#OrderId'", "ref-form"),
            ("'#/OrderId/type'", "ref-form"),
            ("''", "ref-form"),
            ("7", "ref-form"),
        ] {
            let rules = found(&[(id, &format!("{{ $ref: {reference} }}"))]);
            assert!(rules.contains(&format!("{rule} `{reference}`")), "{reference}: {rules:?}");
        }
    }

    #[test]
    fn a_name_that_is_like_another_is_offered() {
        let files = super::super::testing::spoiled(&[("{ $ref: '#/OrderId' }", "{ $ref: '#/orderID' }")]);
        let report = super::super::testing::report(&files);
        assert!(report.render(false).contains("Perhaps `OrderId` is meant."));
    }

    #[test]
    fn circles_are_found_unless_they_are_types_within_types() {
        leads_to(
            "'examples.yaml#/create' }",
            "'examples.yaml#/a' }",
            &["unused-component `create`", "missing-example `requestBody`", "ref-nowhere `'examples.yaml#/a'`"],
        );
        let rules = found(&[
            ("'examples.yaml#/create' }", "'examples.yaml#/a' }"),
            ("create:\n", "a: { $ref: '#/b' }\nb: { $ref: '#/a' }\ncreate:\n"),
        ]);
        assert!(rules.contains(&"ref-circle `'examples.yaml#/a'`".to_owned()), "{rules:?}");
        let rules = found(&[
            ("{ $ref: '#/OrderId' }", "{ $ref: '#/A' }"),
            ("\nLine:", "\nA: { $ref: '#/B' }\nB: { $ref: '#/A' }\nLine:"),
        ]);
        assert!(rules.contains(&"ref-circle `'#/A'`".to_owned()), "{rules:?}");
        leads_to(
            "    count:\n",
            "    parts:\n      type: array\n      description: Its parts.\n      items: { $ref: '#/Line' }\n    count:\n",
            &[],
        );
    }

    #[test]
    fn a_reference_stands_alone_and_keeps_its_kind() {
        leads_to("{ $ref: '#/OrderId' }", "{ $ref: '#/OrderId', description: Ours. }", &["ref-siblings `'#/OrderId'`"]);
        let rules = found(&[("'examples.yaml#/create'", "'order.yaml#/Order'")]);
        assert!(rules.contains(&"ref-kind `'order.yaml#/Order'`".to_owned()), "{rules:?}");
    }

    #[test]
    fn one_thing_has_one_name() {
        let rules = found(&[
            ("    state: { $ref: '#/State' }", "    state: { $ref: 'examples.yaml#/State' }"),
            ("create:\n", "State: { type: string, description: A. }\ncreate:\n"),
        ]);
        assert!(rules.contains(&"duplicate-name `State`".to_owned()), "{rules:?}");
        let rules = found(&[
            ("{ $ref: '#/OrderId' }", "{ $ref: '#/Key' }"),
            ("\nLine:", "\nKey: { $ref: '#/OrderId' }\nLine:"),
        ]);
        assert!(rules.contains(&"alias `Key`".to_owned()), "{rules:?}");
    }
}
