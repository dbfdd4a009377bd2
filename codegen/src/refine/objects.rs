//! Pass 3: objects. Members in the order of the spec, what is unknown, the builder, and the table.

use std::{collections::HashMap, fmt::Write as _};

use syn::{Attribute, ItemStruct, Type, parse_quote};

use super::{Module, Piece, docs, types};
use crate::{
    model::{Api, Component, Kind, Limits, Property, Rule, Type as ModelType},
    names,
};

/// Adds an object to its module.
pub(super) fn refine(
    component: &Component,
    properties: &[Property],
    rules: &[Rule],
    generated: &ItemStruct,
    api: &Api,
    module: &mut Module,
) -> Result<(), String> {
    let found = members_of(generated);
    let mut members = Vec::new();
    for property in properties {
        let generated = found
            .get(&property.name)
            .ok_or_else(|| super::missing(&format!("{}.{}", component.name, property.name)))?;
        members.push(member(component, property, generated, api));
    }
    let name = quote::format_ident!("{}", component.name);
    let docs = docs::component(component);
    let builds = component.direction.request;
    let mut attributes: Vec<Attribute> = docs;
    if let Some(reason) = &component.deprecated {
        attributes.push(docs::deprecated(reason));
    }
    attributes.push(match (builds, component.direction.response) {
        (true, true) => parse_quote!(#[derive(Clone, Default, crate::Builder)]),
        (true, false) => parse_quote!(#[derive(Clone, crate::Builder)]),
        _ => parse_quote!(#[derive(Clone, Default)]),
    });
    attributes.push(parse_quote!(#[non_exhaustive]));
    let fields = members.iter().map(|member| &member.field);
    let unknown: syn::Field = {
        let mut field: syn::Field = parse_quote! {
            #[doc = " Members that this version does not know."]
            pub unknown_fields: UnknownFields
        };
        if builds {
            field.attrs.push(parse_quote!(#[builder(default)]));
        }
        field
    };
    module.pieces.push(Piece::Item(Box::new(parse_quote! {
        #(#attributes)*
        pub struct #name {
            #(#fields,)*
            #unknown,
        }
    })));
    let kind = if component.direction.response { "object" } else { "request" };
    module.pieces.push(Piece::Text(table(kind, component, &members, rules, api)));
    module.imports("types::*");
    module.imports(&format!("wire::tables::{kind}"));
    if !rules.is_empty() {
        module.imports("wire::Rule");
    }
    Ok(())
}

struct Member<'a> {
    property: &'a Property,
    ident: String,
    field: syn::Field,
}

/// progenitor's members by their name on the wire.
fn members_of(item: &ItemStruct) -> HashMap<String, &Type> {
    item.fields
        .iter()
        .filter_map(|field| {
            let ident = field.ident.as_ref()?.to_string();
            let name = renamed(field).unwrap_or_else(|| ident.trim_start_matches("r#").to_owned());
            Some((name, &field.ty))
        })
        .collect()
}

/// The text of `#[serde(rename = "..")]`.
fn renamed(field: &syn::Field) -> Option<String> {
    let mut name = None;
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // An option that we do not read ends the parse with an error, which is no reason to lose the name.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                name = Some(meta.value()?.parse::<syn::LitStr>()?.value());
            } else if let Ok(value) = meta.value() {
                value.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    name
}

fn member<'a>(component: &Component, property: &'a Property, generated: &Type, api: &Api) -> Member<'a> {
    let ident = property.rust_name.clone().unwrap_or_else(|| names::member(&property.name));
    let name = quote::format_ident!("{ident}");
    let ty = types::member(component, property, generated, api);
    let mut field: syn::Field = parse_quote!(pub #name: #ty);
    field.attrs = docs::property(property, &binding(component, property, api));
    if let Some(reason) = &property.deprecated {
        field.attrs.push(docs::deprecated(reason));
    }
    if component.direction.request {
        field.attrs.extend(builder(component, property));
    }
    Member { property, ident, field }
}

/// What the builder has to be told about a member.
fn builder(component: &Component, property: &Property) -> Option<Attribute> {
    if property.read_only {
        return Some(parse_quote!(#[builder(skip)]));
    }
    if component.takes_null(property) {
        // What is required has to be said, be it null.
        return (!property.required).then(|| parse_quote!(#[builder(default)]));
    }
    if property.required && component.direction.response {
        // Optional in an answer, required in a request: the builder asks for it.
        return Some(parse_quote!(#[builder(required)]));
    }
    None
}

/// How long a line of plain members in a table may be.
const TABLE_WIDTH: usize = 100;

/// Ends a line of plain members.
fn flush(plain: &mut String, out: &mut String) {
    if !plain.is_empty() {
        let _ = writeln!(out, "   {plain}");
        plain.clear();
    }
}

/// The table: members about which there is something to say have a line of their own.
fn table(kind: &str, component: &Component, members: &[Member<'_>], rules: &[Rule], api: &Api) -> String {
    let mut out = format!("{kind}! {{ {} {{\n", component.name);
    let mut plain = String::new();
    for Member { property, ident, .. } in members {
        let mut row = ident.clone();
        if *ident != property.name {
            let _ = write!(row, " as {:?}", property.name);
        }
        let limits = limits(component, property, api);
        if row == *ident && limits.is_empty() {
            if plain.len() + row.len() + 2 > TABLE_WIDTH {
                flush(&mut plain, &mut out);
            }
            let _ = write!(plain, " {row};");
            continue;
        }
        flush(&mut plain, &mut out);
        if !limits.is_empty() {
            let _ = write!(row, ": {}", limits.join(", "));
        }
        let _ = writeln!(out, "    {row};");
    }
    let alone = format!("{kind}! {{ {} {{{plain} }} }}\n", component.name);
    if rules.is_empty() && out.lines().count() == 1 && alone.len() <= TABLE_WIDTH {
        return alone;
    }
    flush(&mut plain, &mut out);
    if rules.is_empty() {
        out.push_str("} }\n");
    } else {
        out.push_str("} rules &[\n");
        for rule in rules {
            out.push_str(&rule_text(rule));
        }
        out.push_str("] }\n");
    }
    out
}

/// What the table says about a member beyond its name. What only answers hold is never checked.
fn limits(component: &Component, property: &Property, api: &Api) -> Vec<String> {
    fn range<T: std::fmt::Display>(name: &str, least: Option<T>, most: Option<T>) -> Option<String> {
        match (least, most) {
            (Some(least), Some(most)) => Some(format!("{name}({least}, {most})")),
            (Some(least), None) => Some(format!("min_{name}({least})")),
            (None, Some(most)) => Some(format!("max_{name}({most})")),
            (None, None) => None,
        }
    }
    if !component.direction.request || property.read_only {
        return Vec::new();
    }
    let limits = binding(component, property, api);
    let quoted = |text: &Option<String>| text.as_ref().map(|text| format!("{text:?}"));
    let numbers = match (quoted(&limits.minimum), quoted(&limits.maximum)) {
        (Some(least), Some(most)) => Some(format!("range({least}, {most})")),
        (Some(least), None) => Some(format!("minimum({least})")),
        (None, Some(most)) => Some(format!("maximum({most})")),
        (None, None) => None,
    };
    let closed = match &property.ty {
        ModelType::Ref(name) => api.component(name).is_some_and(|it| matches!(it.kind, Kind::Enum { open: false, .. })),
        _ => false,
    };
    property
        .required
        .then(|| "required".to_owned())
        .into_iter()
        .chain(closed.then(|| "closed".to_owned()))
        .chain(range("items", limits.min_items, limits.max_items))
        .chain(range("length", limits.min_length, limits.max_length))
        .chain(numbers)
        .collect()
}

/// The limits that bind a request: the member's own, else those of the text that it or its items refer to.
fn binding(component: &Component, property: &Property, api: &Api) -> Limits {
    if !component.direction.request || property.read_only {
        return Limits::default();
    }
    let ty = match &property.ty {
        ModelType::List(item) => item,
        other => other,
    };
    let referred = match ty {
        ModelType::Ref(name) => api.component(name).map(|component| &component.kind),
        _ => None,
    };
    match referred {
        Some(Kind::Text { limits, .. }) => {
            Limits { min_items: property.limits.min_items, max_items: property.limits.max_items, ..limits.clone() }
        }
        _ => property.limits.clone(),
    }
}

fn rule_text(rule: &Rule) -> String {
    fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
        format!("&[{}]", items.iter().map(item).collect::<Vec<_>>().join(", "))
    }
    let texts = |texts: &[String]| list(texts, |text| format!("{text:?}"));
    let cases =
        |cases: &[(String, Vec<String>)]| list(cases, |(path, values)| format!("({path:?}, {})", texts(values)));
    let (name, rows) = match rule {
        Rule::Require { path, when, unless, because } => (
            "Require",
            vec![
                format!("path: {path:?}"),
                format!("when: {}", cases(when)),
                format!("unless: {}", cases(unless)),
                format!("because: {because:?}"),
            ],
        ),
        Rule::Together { paths, because } => {
            ("Together", vec![format!("paths: {}", texts(paths)), format!("because: {because:?}")])
        }
        Rule::AnyOf { paths, because } => {
            ("AnyOf", vec![format!("paths: {}", texts(paths)), format!("because: {because:?}")])
        }
    };
    let rows: String = rows.iter().map(|row| format!("        {row},\n")).collect();
    format!("    Rule::{name} {{\n{rows}    }},\n")
}

impl Module {
    /// Adds a `use crate::<path>;`, once.
    pub(super) fn imports(&mut self, path: &str) {
        if !self.uses.iter().any(|it| it == path) {
            self.uses.push(path.to_owned());
        }
    }
}
