//! Pass 2: the types of members and parameters, as a person would write them.

use quote::ToTokens as _;
use syn::{
    GenericArgument, PathArguments, Type, TypePath,
    visit_mut::{self, VisitMut},
};

use crate::model::{Api, Component, Kind, Property, Type as ModelType};

/// `::std::option::Option<types::X>` becomes `Option<X>`, lifetimes go, JSON values become `Json`.
pub(super) fn shorten(ty: &Type) -> Type {
    let mut ty = ty.clone();
    Shorten.visit_type_mut(&mut ty);
    ty
}

struct Shorten;

impl VisitMut for Shorten {
    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        if let Some(last) = ty.path.segments.last().cloned() {
            let is_json = last.ident == "Value" && ty.path.segments.iter().any(|part| part.ident == "serde_json");
            ty.path.leading_colon = None;
            ty.path.segments = std::iter::once(last).collect();
            if is_json {
                ty.path = syn::parse_quote!(Json);
            }
        }
        visit_mut::visit_type_path_mut(self, ty);
    }

    fn visit_type_reference_mut(&mut self, ty: &mut syn::TypeReference) {
        ty.lifetime = None;
        visit_mut::visit_type_reference_mut(self, ty);
    }
}

/// What stands in `Option<..>`, and whether it did.
pub(super) fn unwrap_option(ty: &Type) -> (Type, bool) {
    argument_of(ty, "Option").map_or_else(|| (ty.clone(), false), |inner| (inner, true))
}

/// The `T` of `Name<T>`.
pub(super) fn argument_of(ty: &Type, name: &str) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(inner) => Some(inner.clone()),
        _ => None,
    })
}

/// The type of a member, from progenitor's and from what the model knows beyond it.
pub(super) fn member(component: &Component, property: &Property, generated: &Type, api: &Api) -> Type {
    // typify breaks cycles with a box of its own; ours goes around every object. It gives an optional list as a
    // plain one, where absent and empty would be the same.
    let mut inner = shorten(generated);
    while let Some(within) = argument_of(&inner, "Option").or_else(|| argument_of(&inner, "Box")) {
        inner = within;
    }
    let inner: Type = if matches!(property.ty, ModelType::Any) { syn::parse_quote!(Json) } else { inner };
    let inner = match (property.sensitive.is_some(), &property.ty) {
        (true, ModelType::Text | ModelType::Time) => syn::parse_quote!(Sensitive),
        (true, ModelType::List(item)) if matches!(**item, ModelType::Text | ModelType::Time) => {
            syn::parse_quote!(Vec<Sensitive>)
        }
        _ => inner,
    };
    let inner: Type = match (property.one_or_many, argument_of(&inner, "Vec")) {
        (true, Some(item)) => syn::parse_quote!(OneOrMany<#item>),
        _ => inner,
    };
    if component.takes_null(property) {
        return syn::parse_quote!(Patch<#inner>);
    }
    if property.required && !component.direction.response {
        return inner;
    }
    if is_object(&property.ty, api) {
        syn::parse_quote!(Option<Box<#inner>>)
    } else {
        syn::parse_quote!(Option<#inner>)
    }
}

/// Whether the type is a component that is an object.
fn is_object(ty: &ModelType, api: &Api) -> bool {
    let ModelType::Ref(name) = ty else { return false };
    api.component(name).is_some_and(|component| matches!(component.kind, Kind::Object { .. }))
}

/// The type as text, for a signature that we write.
pub(super) fn text(ty: &Type) -> String {
    let file = syn::File {
        shebang: None,
        attrs: Vec::new(),
        items: vec![syn::parse_quote!(type T = #ty;)],
        frontmatter: None,
    };
    let printed = prettyplease::unparse(&file);
    printed
        .trim()
        .strip_prefix("type T = ")
        .and_then(|text| text.strip_suffix(';'))
        .map_or_else(|| ty.to_token_stream().to_string(), |text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}
