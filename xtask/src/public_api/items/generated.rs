//! What is generated, and what macros make elsewhere.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use syn::{Item, spanned::Spanned as _};

use super::{Kind, OPEN_ENUM, list::List, written::implemented};
use crate::public_api::{
    is_public,
    made::{Direction, Made, Mark, mark, type_of},
};

/// Adds an item of a generated file.
pub(super) fn generated(list: &mut List, paths: &BTreeMap<String, String>, item: &Item) {
    let line = item.span().start().line;
    match item {
        Item::Struct(item) if is_public(&item.vis) => {
            let direction = Direction::of(item);
            let path = format!("types::{}", item.ident);
            let text = match direction {
                Direction::Both => "a struct with a default and a builder",
                Direction::Sent => "a struct with a builder",
                Direction::Received => "a struct with a default",
            };
            list.add(path.clone(), Kind::Type, text.to_owned(), &item.attrs, line);
            for field in &item.fields {
                let Some(name) = &field.ident else { continue };
                let mark = mark(field, direction.builds());
                let kind = Kind::Field { required: mark == Mark::Required, skipped: mark == Mark::Skipped };
                list.part(&path, &name.to_string(), kind, type_of(field), &field.attrs, name.span().start().line);
            }
        }
        Item::Macro(item) => {
            if let Some(made) = Made::of(&item.mac) {
                let name = made.name();
                let path = paths.get(&name).cloned().unwrap_or_else(|| format!("types::{name}"));
                macro_made(list, &path, &made, line);
            }
        }
        Item::Impl(block) if block.trait_.is_none() => {
            let mut public = block.clone();
            public.items.retain(|item| matches!(item, syn::ImplItem::Fn(method) if is_public(&method.vis)));
            implemented(list, paths, &public);
        }
        _ => {}
    }
}

/// Adds what a macro makes.
pub(super) fn macro_made(list: &mut List, path: &str, made: &Made, line: usize) {
    match made {
        Made::Enum(item) => {
            list.add(path.to_owned(), Kind::Type, OPEN_ENUM.to_owned(), &item.attrs, line);
            for variant in &item.variants {
                let text = variant.discriminant.as_ref().map(|(_, text)| text.to_token_stream().to_string());
                let at = variant.ident.span().start().line;
                let name = variant.ident.to_string();
                list.part(path, &name, Kind::Variant, text.unwrap_or_default(), &variant.attrs, at);
            }
        }
        Made::Text(item, secret) => {
            let text = if *secret { "a secret text" } else { "a text" };
            list.add(path.to_owned(), Kind::Type, text.to_owned(), &item.attrs, line);
        }
        Made::Handle(_, method) => {
            list.add(path.to_owned(), Kind::Type, format!("a handle, by Client::{method}()"), &[], line);
        }
    }
}
