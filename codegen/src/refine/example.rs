//! The example in an operation's documentation: a call with the body of the spec's own example, in Rust.
//!
//! What is written here has to compile for whatever lint accepts. Where it could not (a number that no type of the crate
//! holds), there is no example rather than a wrong one.

mod layout;
mod value;

use layout::{Code, WIDTH};

use crate::{
    model::{Api, Operation, Type},
    names,
    tree::{Node, Value},
};

/// The lines of the example, between the marks of a block of code; none where there can be no example.
///
/// `arguments` are those of the method, by name and type.
pub(super) fn lines(operation: &Operation, arguments: &[(String, String)], api: &Api) -> Vec<String> {
    let body = match &operation.request {
        None => None,
        Some(_) => match body(operation, api) {
            Some(body) => Some(body),
            None => return Vec::new(),
        },
    };
    let client = if arguments.iter().any(|(name, _)| name == "yuno") { "yuno_client" } else { "yuno" };
    let mut shown = Vec::new();
    if let Some(body) = &body {
        body.print(0, "let body = ", ";", &mut shown);
    }
    let is_body = |name: &str| body.is_some() && name == "body";
    let given = arguments.iter().map(|(name, _)| if is_body(name) { "&body" } else { name.as_str() });
    let given = given.collect::<Vec<_>>();
    let (tag, verb) = (names::member(&operation.tag), names::member(&operation.verb));
    let call = format!("{client}.{tag}().{verb}({}).await?;", given.join(", "));
    shown.push(binding(operation).map_or_else(|| call.clone(), |name| format!("let {name} = {call}")));

    // The boilerplate is not shown. A time is parsed, which is an error of another crate.
    let error = if shown.iter().any(|line| line.contains(">()?")) { "Box<dyn std::error::Error>" } else { "Error" };
    let taken = arguments.iter().filter(|(name, _)| !is_body(name));
    let taken: String = taken.map(|(name, ty)| format!(", {name}: {ty}")).collect();
    let head = format!("# async fn example({client}: Client{taken}) -> Result<(), {error}> {{");
    let uses = "# use yuno_api::{*, types::*};";
    let mut lines = vec!["```".to_owned()];
    if uses.len() + head.len() < WIDTH {
        lines.push(format!("{uses}{}", head.trim_start_matches('#')));
    } else {
        lines.extend([uses.to_owned(), head]);
    }
    lines.extend(shown);
    lines.extend(["# Ok(()) }".to_owned(), "```".to_owned()]);
    lines
}

/// The smallest of the request's examples that Rust can write.
fn body(operation: &Operation, api: &Api) -> Option<Code> {
    let request = operation.request.as_ref()?;
    let Type::Ref(name) = &request.ty else { return None };
    let component = api.component(name)?;
    let mut examples: Vec<_> = request.examples.iter().map(|example| &example.node).collect();
    examples.sort_by_key(|node| members(node));
    examples.into_iter().find_map(|node| value::object(component, node, api))
}

/// How many members a body has, those within others included.
fn members(node: &Node) -> usize {
    match &node.value {
        Value::List(items) => items.iter().map(members).sum(),
        Value::Map(entries) => entries.iter().map(|entry| 1 + members(&entry.node)).sum(),
        _ => 0,
    }
}

/// What the answer is called: a `Payment` is `payment`, a list of them `payments`.
fn binding(operation: &Operation) -> Option<String> {
    match operation.success.ty.as_ref()? {
        Type::Ref(name) => Some(names::member(name)),
        Type::List(item) => match item.as_ref() {
            Type::Ref(name) => Some(format!("{}s", names::snake(name).trim_end_matches('s'))),
            _ => None,
        },
        _ => None,
    }
}
