//! Pass 5: operations by resource, their table, and the parameters that have no place in a method's signature.

use std::fmt::Write as _;

use super::{Module, Modules, Piece, collect::Items, docs, example, types};
use crate::{
    lower,
    model::{Api, Idempotency, Location, Operation, Parameter, Tag, Type},
    names,
};

/// How long a line may be.
const WIDTH: usize = 120;

/// Adds a module of operations for each tag, and the list of all.
pub(super) fn refine(api: &Api, items: &Items<'_>, modules: &mut Modules) -> Result<(), String> {
    for tag in &api.tags {
        let operations: Vec<_> = api.operations.iter().filter(|operation| operation.tag == tag.name).collect();
        if operations.is_empty() {
            continue;
        }
        let module = modules.entry(format!("{}/operations", tag.name)).or_default();
        module.source = format!("{}/operations.yaml", tag.name);
        resource(tag, &operations, api, items, module)?;
    }
    Ok(())
}

/// The name of a tag's handle: `checkout_sessions` is `CheckoutSessions`.
pub(crate) fn handle(tag: &str) -> String {
    names::camel(tag)
}

/// The name of an operation's static: `payments.create` is `CREATE`.
pub(crate) fn constant(operation: &Operation) -> String {
    names::snake(&operation.verb).to_uppercase()
}

fn resource(
    tag: &Tag,
    operations: &[&Operation],
    api: &Api,
    items: &Items<'_>,
    module: &mut Module,
) -> Result<(), String> {
    module.imports("call::Call");
    module.imports("operation::{Idempotency, Method, Operation}");
    module.imports("resource::handle");
    module.imports("types::*");
    let mut out = String::from("handle! {\n");
    for line in docs::wrap(&tag.description) {
        let _ = writeln!(out, "    ///{line}");
    }
    let _ = write!(out, "    {}, {}\n}}\n", handle(&tag.name), tag.name);
    module.pieces.push(Piece::Text(out));

    let mut out = format!("impl {}<'_> {{\n", handle(&tag.name));
    for (index, operation) in operations.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        method(operation, items, api, &mut out)?;
    }
    out.push_str("}\n");
    module.pieces.push(Piece::Text(out));
    for operation in operations {
        if let Some(text) = parameters(operation, items, api)? {
            module.pieces.push(Piece::Text(text));
            module.types.push(parameters_name(operation));
        }
    }
    for operation in operations {
        module.pieces.push(Piece::Text(row(operation, api)?));
    }
    Ok(())
}

/// One method, or two where parameters may be left out.
fn method(operation: &Operation, items: &Items<'_>, api: &Api, out: &mut String) -> Result<(), String> {
    let signature = signature(operation, items)?;
    let name = names::member(&operation.verb);
    let deprecated = operation.deprecated.as_deref().map(docs::deprecated_text);
    let deprecated = deprecated.map(|line| format!("    {line}\n")).unwrap_or_default();
    let mut declared = vec!["&self".to_owned()];
    declared.extend(signature.arguments.iter().map(|(name, ty)| format!("{name}: {ty}")));
    for line in docs::operation(operation, api) {
        let _ = writeln!(out, "    ///{line}");
    }
    for line in example::lines(operation, &signature.arguments, api) {
        let _ = writeln!(out, "    /// {line}");
    }
    out.push_str(&deprecated);
    out.push_str(&head(&name, &declared, &signature.answer));
    if optional_query(operation).next().is_some() {
        let given: String = signature.arguments.iter().map(|(name, _)| format!("{name}, ")).collect();
        let params = parameters_name(operation);
        let _ = writeln!(out, "        self.{name}_with({given}&{params}::default())");
        let _ = writeln!(out, "    }}\n");
        let _ = writeln!(out, "    /// As [`{name}`](Self::{name}), with the parameters that may be left out.");
        out.push_str(&deprecated);
        declared.push(format!("params: &{params}"));
        out.push_str(&head(&format!("{name}_with"), &declared, &signature.answer));
    }
    let mut steps = Vec::new();
    for parameter in &operation.parameters {
        let argument = names::member(&parameter.rust_name);
        match parameter.location {
            Location::Path => steps.push(format!(".path({:?}, {argument})", parameter.name)),
            Location::Query if parameter.required => {
                // What is no reference is a flag or a number.
                let by_value = signature.arguments.iter().any(|(name, ty)| *name == argument && !ty.starts_with('&'));
                let borrow = if by_value { "&" } else { "" };
                steps.push(format!(".query({:?}, Some({borrow}{argument}))", parameter.name));
            }
            Location::Query => steps.push(format!(".query({:?}, params.{argument}.as_ref())", parameter.name)),
            Location::Header => {}
        }
    }
    if operation.request.is_some() {
        steps.push(".body(body)".to_owned());
    }
    steps.push(".build()".to_owned());
    let call = format!("self.call(&{})", constant(operation));
    let line = format!("        {call}{}", steps.concat());
    if line.len() <= WIDTH {
        let _ = writeln!(out, "{line}");
    } else {
        let _ = writeln!(out, "        {call}");
        for step in steps {
            let _ = writeln!(out, "            {step}");
        }
    }
    out.push_str("    }\n");
    Ok(())
}

/// The line or lines of a method before its body.
fn head(name: &str, declared: &[String], answer: &str) -> String {
    let line = format!("    pub fn {name}({}) -> Call<{answer}> {{\n", declared.join(", "));
    if line.len() <= WIDTH + 1 {
        return line;
    }
    let declared: String = declared.iter().map(|argument| format!("        {argument},\n")).collect();
    format!("    pub fn {name}(\n{declared}    ) -> Call<{answer}> {{\n")
}

struct Signature {
    /// Name and type of each argument that must be given.
    arguments: Vec<(String, String)>,
    /// What the call answers.
    answer: String,
}

/// The signature of a method, from progenitor's.
fn signature(operation: &Operation, items: &Items<'_>) -> Result<Signature, String> {
    let name = lower::operation_name(operation);
    let generated = items.methods.get(&name).ok_or_else(|| super::missing(&operation.id))?;
    let optional: Vec<_> = optional_query(operation).map(generated_name).collect();
    let mut arguments = Vec::new();
    for input in &generated.inputs {
        let syn::FnArg::Typed(input) = input else { continue };
        let syn::Pat::Ident(pattern) = &*input.pat else { continue };
        let generated = pattern.ident.to_string();
        if optional.contains(&generated) {
            continue;
        }
        let known = operation.parameters.iter().find(|parameter| generated_name(parameter) == generated);
        let name = known.map_or(generated, |parameter| names::member(&parameter.rust_name));
        let mut ty = types::text(&types::shorten(&input.ty));
        // progenitor borrows ids and takes enums by value; a caller should not have to know which is which.
        if known.is_some_and(|parameter| matches!(parameter.ty, Type::Ref(_))) && !ty.starts_with('&') {
            ty.insert(0, '&');
        }
        arguments.push((name, ty));
    }
    // Path parameters in the order of the path, as the model has them; progenitor sorts them by name.
    let rank =
        |name: &String| operation.parameters.iter().position(|parameter| names::member(&parameter.rust_name) == *name);
    arguments.sort_by_key(|(name, _)| rank(name).unwrap_or(usize::MAX));
    Ok(Signature { arguments, answer: answer(&generated.output) })
}

/// How progenitor writes the name of a parameter.
fn generated_name(parameter: &Parameter) -> String {
    let snake = lower::parameter_name(parameter);
    if names::is_keyword(&snake) { format!("{snake}_") } else { snake }
}

/// The `T` of `Result<ResponseValue<T>, Error<()>>`.
fn answer(output: &syn::ReturnType) -> String {
    let syn::ReturnType::Type(_, ty) = output else { return "()".to_owned() };
    let result = types::argument_of(&types::shorten(ty), "Result");
    let value = result.as_ref().and_then(|ty| types::argument_of(ty, "ResponseValue"));
    value.map_or_else(|| "()".to_owned(), |ty| types::text(&ty))
}

fn optional_query(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.parameters.iter().filter(|parameter| parameter.location == Location::Query && !parameter.required)
}

/// The name of the struct that holds what may be left out: `payments.retrieve` has `RetrievePaymentsParams`.
fn parameters_name(operation: &Operation) -> String {
    format!("{}{}Params", names::camel(&operation.tag), names::camel(&operation.verb))
}

/// The struct that holds the parameters that may be left out.
fn parameters(operation: &Operation, items: &Items<'_>, api: &Api) -> Result<Option<String>, String> {
    let optional: Vec<_> = optional_query(operation).collect();
    if optional.is_empty() {
        return Ok(None);
    }
    let generated =
        items.methods.get(&lower::operation_name(operation)).ok_or_else(|| super::missing(&operation.id))?;
    let mut out = String::new();
    let _ = writeln!(out, "/// What a call of `{}` may leave out.", operation.id);
    let _ = writeln!(out, "#[derive(Clone, Debug, Default, crate::Builder)] #[non_exhaustive]");
    let _ = writeln!(out, "pub struct {} {{", parameters_name(operation));
    for parameter in optional {
        let ty = generated.inputs.iter().find_map(|input| match input {
            syn::FnArg::Typed(input) => match &*input.pat {
                syn::Pat::Ident(pattern) if pattern.ident == generated_name(parameter) => Some(&input.ty),
                _ => None,
            },
            syn::FnArg::Receiver(_) => None,
        });
        let ty = ty.ok_or_else(|| super::missing(&format!("{}.{}", operation.id, parameter.name)))?;
        let (inner, _) = types::unwrap_option(&types::shorten(ty));
        let owned = match inner {
            syn::Type::Reference(reference) => *reference.elem,
            other => other,
        };
        let owned = types::text(&owned);
        let owned = if owned == "str" { "String" } else { &owned };
        for line in docs::parameter(parameter, api) {
            let _ = writeln!(out, "    ///{line}");
        }
        if let Some(reason) = &parameter.deprecated {
            let _ = writeln!(out, "    {}", docs::deprecated_text(reason));
        }
        let _ = writeln!(out, "    pub {}: Option<{owned}>,", names::member(&parameter.rust_name));
    }
    out.push_str("}\n");
    Ok(Some(out))
}

/// The row of an operation in the table.
fn row(operation: &Operation, api: &Api) -> Result<String, String> {
    let idempotency = match &operation.idempotency {
        Idempotency::Key => "Idempotency::Key".to_owned(),
        Idempotency::Natural => "Idempotency::Natural".to_owned(),
        Idempotency::None => "Idempotency::None".to_owned(),
        Idempotency::Lookup { operation: id, field } => {
            let by = api.operations.iter().find(|it| it.id == *id).ok_or_else(|| super::missing(id))?;
            let path =
                if by.tag == operation.tag { String::new() } else { format!("super::super::{}::operations::", by.tag) };
            format!("Idempotency::Lookup {{ operation: &{path}{}, field: {field:?} }}", constant(by))
        }
    };
    let account_code = operation.parameters.iter().any(|parameter| {
        parameter.location == Location::Header && parameter.name.eq_ignore_ascii_case("x-account-code")
    });
    let method = names::camel(&operation.method.to_lowercase());
    let mut out = String::new();
    let _ = writeln!(out, "pub(crate) static {}: Operation = Operation {{", constant(operation));
    let id = &operation.id;
    let _ = writeln!(out, "    id: {id:?}, method: Method::{method}, account_code: {account_code},");
    let path = format!("    path: {:?},", operation.path);
    let idempotency = format!("idempotency: {idempotency},");
    let gap = if path.len() + idempotency.len() < WIDTH { " " } else { "\n    " };
    let _ = writeln!(out, "{path}{gap}{idempotency}");
    out.push_str("};\n");
    Ok(out)
}
