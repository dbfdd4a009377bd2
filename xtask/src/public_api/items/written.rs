//! What is written by hand.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use syn::{Item, spanned::Spanned as _};

use super::{Kind, generated::macro_made, join, list::List};
use crate::public_api::{
    Crate, Module, is_public, last_segment, leaves,
    made::{Made, type_of},
    shown::printed,
    tokens::{signatures, tidy},
};

impl Crate {
    /// Adds an item of a module, where callers can name it.
    pub(super) fn written(&self, list: &mut List, paths: &BTreeMap<String, String>, module: &Module, item: &Item) {
        if let Item::Macro(makes) = item {
            if let Some(made) = Made::of(&makes.mac) {
                // As the generated half does it.
                if module.public || self.exported.contains_key(&made.name()) {
                    macro_made(list, &self.path(module, &made.name()), &made, makes.span().start().line);
                }
            } else if let Some(name) = &makes.ident {
                let lines: Vec<_> = signatures(&makes.mac.tokens).filter(|line| !line.contains(": ident")).collect();
                for text in lines {
                    let path = format!("{name}!: {text}");
                    list.add(path, Kind::Made, text, &[], name.span().start().line);
                }
            }
            return;
        }
        let Some(shown) = self.shown(module, item) else { return };
        let line = item.span().start().line;
        match shown {
            Item::Struct(it) => {
                let path = self.path(module, &it.ident.to_string());
                let mut head = it.clone();
                head.fields = syn::Fields::Unit;
                let exhaustive = !it.fields.is_empty() && !is_open(&it.attrs) && it.fields.iter().all(is_named_public);
                list.add(path.clone(), Kind::Type, one_line(Item::Struct(head)), &it.attrs, line);
                list.derived(&path, &it.attrs, line);
                if exhaustive {
                    list.mark_exhaustive(&path);
                }
                for field in it.fields.iter().filter(|field| is_named_public(field)) {
                    let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                    let kind = Kind::Field { required: false, skipped: false };
                    list.part(&path, &name, kind, type_of(field), &field.attrs, field.span().start().line);
                }
            }
            Item::Enum(it) => {
                let path = self.path(module, &it.ident.to_string());
                let mut head = it.clone();
                head.variants.clear();
                list.add(path.clone(), Kind::Type, one_line(Item::Enum(head)), &it.attrs, line);
                list.derived(&path, &it.attrs, line);
                if !is_open(&it.attrs) {
                    list.mark_exhaustive(&path);
                }
                for variant in &it.variants {
                    let mut bare = variant.clone();
                    bare.attrs.clear();
                    let text = tidy(&bare.to_token_stream().to_string());
                    let at = variant.span().start().line;
                    list.part(&path, &variant.ident.to_string(), Kind::Variant, text, &variant.attrs, at);
                }
            }
            Item::Trait(it) => {
                let path = self.path(module, &it.ident.to_string());
                let mut head = it.clone();
                head.items.clear();
                list.add(path.clone(), Kind::Type, one_line(Item::Trait(head)), &it.attrs, line);
                for item in &it.items {
                    let (name, required) = match item {
                        syn::TraitItem::Fn(method) => (method.sig.ident.to_string(), method.default.is_none()),
                        syn::TraitItem::Const(constant) => (constant.ident.to_string(), constant.default.is_none()),
                        syn::TraitItem::Type(ty) => (ty.ident.to_string(), ty.default.is_none()),
                        _ => continue,
                    };
                    if let syn::TraitItem::Fn(method) = item {
                        list.function(format!("{path}::{name}"), Some(&path), &method.sig, &method.attrs);
                    } else {
                        let text = tidy(&item.to_token_stream().to_string());
                        list.part(&path, &name, Kind::Method, text, &[], item.span().start().line);
                    }
                    if required {
                        list.mark_exhaustive(&format!("{path}::{name}"));
                    }
                }
            }
            Item::Impl(block) => implemented(list, paths, &block),
            Item::Fn(it) => {
                let path = self.path(module, &it.sig.ident.to_string());
                list.function(path, None, &it.sig, &it.attrs);
            }
            Item::Const(it) => {
                let text = format!("const {}: {}", it.ident, tidy(&it.ty.to_token_stream().to_string()));
                list.add(self.path(module, &it.ident.to_string()), Kind::Function, text, &it.attrs, line);
            }
            Item::Static(it) => {
                let text = format!("static {}: {}", it.ident, tidy(&it.ty.to_token_stream().to_string()));
                list.add(self.path(module, &it.ident.to_string()), Kind::Function, text, &it.attrs, line);
            }
            Item::Type(it) => {
                let path = self.path(module, &it.ident.to_string());
                list.add(path, Kind::Type, one_line(Item::Type(it.clone())), &it.attrs, line);
            }
            Item::Mod(it) => {
                let text = format!("mod {}", it.ident);
                list.add(join(&module.path, &it.ident.to_string()), Kind::Module, text, &it.attrs, line);
            }
            Item::Use(it) => leaves(&it.tree, &mut |name, of| {
                let path = join(&module.path, name);
                // What is re-exported from our own private modules stands in the list as what it is.
                if !list.items.contains_key(&path) && !paths.values().any(|known| *known == path) {
                    list.add(path, Kind::Module, format!("use {of}"), &it.attrs, line);
                }
            }),
            _ => {}
        }
    }
}

/// Adds what a type implements, and its public methods.
pub(super) fn implemented(list: &mut List, paths: &BTreeMap<String, String>, block: &syn::ItemImpl) {
    let Some(path) = last_segment(&block.self_ty).and_then(|name| paths.get(&name).cloned()) else { return };
    if let Some((of, _)) = &block.trait_ {
        // `fmt::Debug` is `Debug`, and whatever is generic shows in the types.
        let of = of.segments.last().map(|last| last.to_token_stream().to_string()).unwrap_or_default();
        let text = tidy(&format!("impl {of} for {}", block.self_ty.to_token_stream()));
        list.part(&path, &format!("`{text}`"), Kind::Impl, text.clone(), &block.attrs, block.span().start().line);
        return;
    }
    for item in &block.items {
        let line = item.span().start().line;
        match item {
            syn::ImplItem::Fn(method) => {
                let name = format!("{path}::{}", method.sig.ident);
                list.function(name, Some(&path), &method.sig, &method.attrs);
            }
            syn::ImplItem::Const(constant) => {
                let text = format!("const {}: {}", constant.ident, tidy(&constant.ty.to_token_stream().to_string()));
                list.part(&path, &constant.ident.to_string(), Kind::Method, text, &constant.attrs, line);
            }
            _ => {}
        }
    }
}

fn is_named_public(field: &syn::Field) -> bool {
    field.ident.as_ref().is_some_and(|name| name != "__private") && is_public(&field.vis)
}

fn is_open(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("non_exhaustive"))
}

/// The declaration in one line, without attributes that stand for something else in the list.
fn one_line(mut item: Item) -> String {
    let attributes = match &mut item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        _ => return printed(item),
    };
    attributes.retain(|attribute| attribute.path().is_ident("non_exhaustive"));
    let text = printed(item).split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches([';', '{', '}', ' ']).to_owned()
}
