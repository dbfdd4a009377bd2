//! Rules about names that are taken: by Rust, by the crate's own code around what is generated, and by what the
//! generator and the builders make beside what the spec names.
//!
//! A test holds these lists to the crate's own code.

use std::collections::{HashMap, HashSet};

use super::Context;
use crate::model::{Component, Location, Operation};
use crate::names;
use crate::report::Finding;
use crate::tree::Place;

/// Rust's prelude, and what the standard library's usual imports have.
const OF_RUST: &str = "\
    Any Arc AsMut AsRef Box Clone Copy Cow Debug Default Display DoubleEndedIterator Drop Eq Err Error \
    ExactSizeIterator Extend Fn FnMut FnOnce From FromIterator FromStr Future HashMap Hash Infallible Into \
    IntoFuture IntoIterator Iterator None Ok Option Ord PartialEq PartialOrd Rc Result Self Send Sized Some \
    StdError String Sync ToOwned ToString TryFrom TryInto Vec";

/// What the crate's own code uses around generated types, and what stands beside them in `yuno_api::types`.
const OF_THE_CRATE: &str = "\
    Advice Call Charged Client ClientBuilder Credentials Decimal Decline Decode DecodeError Encode EncodeError \
    Environment Extent Failure FailureKind Hardness Idempotency Json List Map Maybe Method MissingField MoneyError \
    NextStep Number Object OneOrMany Operation Outcome PartKind PartialSettlement Patch PathText Properties \
    QueryText Rejected Request Response Retry Reversal ReversalKind ReversalState Rule Sensitive Slot StepKind Text \
    Timestamp TransactionOutcome UnknownFields UnknownFieldsIter UnknownState Unrecognized Value View Violation \
    Webhook Wire Yuno";

/// What stands beside a handle, in its module or in what a program imports to use it.
const BESIDE_HANDLES: &str =
    "Call CallBuilder Client Credentials Environment Idempotency Json Method Operation Response";

/// The methods of every handle.
const OF_HANDLES: &str = "\
    account_code call client clone fmt idempotency_key new retry timeout total_timeout with without_retries \
    without_validation";

/// The methods of the client, which also has one for each handle.
const OF_THE_CLIENT: &str = "account_id builder call clone environment fmt from_env new retry_budget";

/// The arguments of a method that are no parameters.
const ARGUMENTS: &str = "body params";

fn has(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|taken| taken == name)
}

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    tags(context, findings);
    components(context, findings);
    for operation in &context.api.operations {
        verb(operation, findings);
        arguments(operation, findings);
        let optional = operation.parameters.iter();
        let optional = optional.filter(|parameter| parameter.location == Location::Query && !parameter.required);
        let optional = optional.map(|parameter| Built {
            wire: &parameter.name,
            rust: names::member(&parameter.rust_name),
            place: parameter.place,
            optional: true,
        });
        builder(&optional.collect::<Vec<_>>(), findings);
    }
    for component in &context.api.components {
        let built = component.properties().iter().filter(|property| !property.read_only);
        let built = built.map(|property| Built {
            wire: &property.name,
            rust: names::member(property.rust_name.as_deref().unwrap_or(&property.name)),
            place: property.place,
            optional: !property.required,
        });
        if component.direction.request {
            builder(&built.collect::<Vec<_>>(), findings);
        }
        members(component, findings);
    }
}

fn taken(place: Place, message: String, remedy: &str) -> Finding {
    Finding::new("taken-name", place, message, remedy)
}

/// Tags, which become a handle, a method of the client, and a module.
fn tags(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for tag in &context.api.tags {
        let handle = names::camel(&tag.name);
        let reason = if [OF_RUST, BESIDE_HANDLES].iter().any(|list| has(list, &handle)) {
            format!("its handle would be `{handle}`, and Rust or the crate itself has something of that name")
        } else if has(OF_THE_CLIENT, &tag.name) {
            "the client has a method of that name".to_owned()
        } else {
            continue;
        };
        let message = format!("The tag `{}` is taken: {reason}.", tag.name);
        findings.push(taken(tag.place, message, "Say more exactly what the group is: `phone_calls`."));
    }
}

fn components(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let handles: HashSet<_> = context.api.tags.iter().map(|tag| names::camel(&tag.name)).collect();
    for component in &context.api.components {
        let name = component.name.as_str();
        let built = name.strip_suffix("Builder").or_else(|| name.strip_suffix("Needs"));
        let built = built.and_then(|stem| context.components.get(stem));
        let parameter = name.strip_prefix('S').is_some_and(|rest| rest.parse::<u32>().is_ok());
        let reason = if [OF_RUST, OF_THE_CRATE].iter().any(|list| has(list, name)) {
            "Rust or the crate itself has something of that name".to_owned()
        } else if handles.contains(name) {
            "the handle of a tag has that name".to_owned()
        } else if name.ends_with("Params") {
            "names that end so are those of an operation's optional parameters".to_owned()
        } else if let Some(built) = built {
            format!("it is the name of what builds a `{}`", built.name)
        } else if parameter {
            "the builders name their type parameters so".to_owned()
        } else {
            continue;
        };
        let message = format!("`{name}` is taken: {reason}.");
        findings.push(taken(component.place, message, "Say more exactly what it is: `OrderError`."));
    }
}

fn verb(operation: &Operation, findings: &mut Vec<Finding>) {
    if has(OF_HANDLES, &operation.verb) {
        let message = format!("Every handle has a method `{}` already.", operation.verb);
        findings.push(taken(operation.place, message, "Choose another verb."));
    }
}

/// Parameters that become arguments, or options beside them.
fn arguments(operation: &Operation, findings: &mut Vec<Finding>) {
    for parameter in operation.parameters.iter().filter(|parameter| parameter.location != Location::Header) {
        let name = names::member(&parameter.rust_name);
        if has(ARGUMENTS, &name) {
            let message = format!("Methods have an argument `{name}` that is no parameter.");
            findings.push(taken(parameter.place, message, "Add `x-yuno-name` with another name."));
        }
    }
}

fn members(component: &Component, findings: &mut Vec<Finding>) {
    for property in component.properties() {
        let name = names::member(property.rust_name.as_deref().unwrap_or(&property.name));
        let reason = match name.as_str() {
            "unknown_fields" => "is where every object keeps what the spec does not know",
            "wire_index" => "is the one name that the tables of members need for themselves",
            _ => continue,
        };
        let message = format!("`{name}` {reason}.");
        findings.push(taken(property.place, message, "Add `x-yuno-name` with another name."));
    }
}

/// Something for which a builder has a method.
struct Built<'a> {
    wire: &'a str,
    rust: String,
    place: Place,
    /// Then the builder also has `maybe_<name>`.
    optional: bool,
}

/// `taken-name` and `name-collision` in a builder.
fn builder(all: &[Built<'_>], findings: &mut Vec<Finding>) {
    let optional: HashMap<_, _> = all.iter().filter(|it| it.optional).map(|it| (it.rust.as_str(), it)).collect();
    for built in all {
        let Built { rust, place, .. } = built;
        let remedy = "Add `x-yuno-name` with another name.";
        if matches!(rust.as_str(), "build" | "maybe_unknown_fields") {
            findings.push(taken(*place, format!("The builder has a method `{rust}` of its own."), remedy));
        }
        if let Some(other) = rust.strip_prefix("maybe_").and_then(|bare| optional.get(bare)) {
            let message = format!("For `{}`, the builder has a method `{rust}` already.", other.wire);
            findings.push(Finding::new("name-collision", *place, message, remedy).with(other.place, "the other one"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, leads_to};

    /// Adds properties to the component `Line`, which is sent and received.
    #[track_caller]
    fn line(properties: &str, expected: &[&str]) {
        leads_to("    price:\n", &format!("{properties}    price:\n"), expected);
    }

    #[test]
    fn components_have_names_of_their_own() {
        for name in [
            "Option",
            "Error",
            "Client",
            "Rule",
            "MissingField",
            "Orders",
            "RetrieveParams",
            "OrderBuilder",
            "OrderNeeds",
            "S0",
        ] {
            let found = found(&[
                ("{ $ref: '#/Line' }", &format!("{{ $ref: '#/{name}' }}")),
                ("{ $ref: '#/Line' }", &format!("{{ $ref: '#/{name}' }}")),
                ("\nLine:", &format!("\n{name}:")),
            ]);
            assert_eq!(found, [format!("taken-name `{name}`")], "{name}");
        }
    }

    #[test]
    fn tags_have_names_of_their_own() {
        for tag in ["call", "operation", "method", "idempotency", "client", "string", "environment", "from_env"] {
            let spare = format!("description: Orders. }}\n  - {{ name: {tag}, description: A. }}");
            let expected = [format!("taken-name `{tag}`"), format!("unused-tag `{tag}`")];
            let mut found = found(&[("description: Orders. }", &spare)]);
            found.sort();
            assert_eq!(found, expected, "{tag}");
        }
    }

    #[test]
    fn verbs_and_parameters_have_names_of_their_own() {
        for verb in ["timeout", "total_timeout", "retry", "clone"] {
            let id = format!("orders.{verb}");
            leads_to("orders.retrieve", &id, &[&format!("taken-name `{id}`")]);
        }
        leads_to("name: full", "name: body", &["taken-name `body`"]);
        leads_to("name: full", "name: params", &["taken-name `params`"]);
        leads_to("name: full", "name: build", &["taken-name `build`"]);
        leads_to("name: full", "x-yuno-name: whole\n        name: body", &[]);
    }

    #[test]
    fn builders_have_a_method_for_each_member() {
        let text = "{ type: string, description: A. }";
        line(&format!("    build: {text}\n"), &["taken-name `build`"]);
        line(&format!("    maybe_unknown_fields: {text}\n"), &["taken-name `maybe_unknown_fields`"]);
        line(&format!("    unknown_fields: {text}\n"), &["taken-name `unknown_fields`"]);
        line(&format!("    wireIndex: {text}\n"), &["taken-name `wireIndex`"]);
        line(&format!("    a: {text}\n    maybe_a: {text}\n"), &["name-collision `maybe_a`"]);
        line(&format!("    maybe_text: {text}\n"), &[]);
        line("    build: { type: string, readOnly: true, description: A. }\n", &[]);
    }
}
