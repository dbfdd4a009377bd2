//! The hand-written half: each public item without docs, bodies and what callers cannot see.

use std::fmt::Write as _;

use syn::{ImplItem, Item, Visibility};

use super::{Crate, Module, is_public, last_segment, tokens::signatures};

impl Crate {
    /// What a top-level module offers.
    #[must_use]
    pub fn offers(&self, group: &str) -> String {
        let mut out = String::new();
        for module in self.modules.iter().filter(|module| module.group() == group) {
            let mut shown = String::new();
            for item in &module.items {
                if let Some(item) = self.shown(module, item) {
                    shown.push_str(&printed(item));
                }
            }
            let made = self.made_by_macros(module);
            if shown.is_empty() && made.is_empty() {
                continue;
            }
            let path = if module.path.is_empty() { "the root" } else { &module.path };
            let kind = if module.public { "" } else { ", of which callers see what others re-export" };
            let features: String = module.cfg.iter().map(|cfg| format!(", {cfg}")).collect();
            let separator = if out.is_empty() { "" } else { "\n" };
            let _ = write!(out, "{separator}// {path}{kind}{features}\n{shown}{made}");
        }
        out
    }

    /// The item without what is no part of the API; none where nothing is.
    pub(super) fn shown(&self, module: &Module, item: &Item) -> Option<Item> {
        let mut item = item.clone();
        let offered = |visibility: &Visibility, name: &syn::Ident| self.is_offered(module, visibility, name);
        match &mut item {
            Item::Struct(it) => {
                strip(&mut it.attrs);
                let all = it.fields.len();
                let public = it.fields.iter().filter(|field| is_public(&field.vis)).cloned();
                let mut fields: syn::FieldsNamed = syn::parse_quote!({});
                fields.named = public.filter(|field| field.ident.is_some()).collect();
                fields.named.iter_mut().for_each(|field| strip(&mut field.attrs));
                if fields.named.len() < all {
                    // Stands for what callers do not see.
                    fields.named.push(syn::parse_quote!(__private: ()));
                }
                if all > 0 {
                    it.fields = syn::Fields::Named(fields);
                    it.semi_token = None;
                }
                offered(&it.vis, &it.ident).then_some(item)
            }
            Item::Enum(it) => {
                strip(&mut it.attrs);
                for variant in &mut it.variants {
                    strip(&mut variant.attrs);
                    variant.fields.iter_mut().for_each(|field| strip(&mut field.attrs));
                }
                offered(&it.vis, &it.ident).then_some(item)
            }
            Item::Trait(it) => {
                strip(&mut it.attrs);
                for item in &mut it.items {
                    if let syn::TraitItem::Fn(method) = item {
                        strip(&mut method.attrs);
                        method.default = method.default.take().map(|_| syn::parse_quote!({}));
                    }
                }
                offered(&it.vis, &it.ident).then_some(item)
            }
            Item::Fn(it) => {
                strip(&mut it.attrs);
                it.block = syn::parse_quote!({});
                offered(&it.vis, &it.sig.ident).then_some(item)
            }
            Item::Const(it) => {
                strip(&mut it.attrs);
                offered(&it.vis, &it.ident).then_some(item)
            }
            Item::Static(it) => {
                strip(&mut it.attrs);
                it.expr = syn::parse_quote!(..);
                offered(&it.vis, &it.ident).then_some(item)
            }
            Item::Type(it) => {
                strip(&mut it.attrs);
                offered(&it.vis, &it.ident).then_some(item)
            }
            Item::Use(it) => {
                strip(&mut it.attrs);
                (is_public(&it.vis) && module.public).then_some(item)
            }
            Item::Mod(it) => {
                strip(&mut it.attrs);
                it.content = None;
                it.semi = Some(syn::Token![;](proc_macro2::Span::call_site()));
                (is_public(&it.vis) && module.public).then_some(item)
            }
            Item::Impl(it) => self.shown_block(it).then_some(item),
            _ => None,
        }
    }

    /// Whether an impl block is part of the API; it keeps what is.
    fn shown_block(&self, block: &mut syn::ItemImpl) -> bool {
        strip(&mut block.attrs);
        if last_segment(&block.self_ty).is_none_or(|name| !self.types.contains(&name)) {
            return false;
        }
        if let Some((path, _)) = &block.trait_ {
            let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
            block.items.retain(|item| matches!(item, ImplItem::Type(_)));
            return !self.private_traits.contains(&name);
        }
        block.items.retain_mut(|item| match item {
            ImplItem::Fn(method) => {
                strip(&mut method.attrs);
                method.block = syn::parse_quote!({});
                // How the body treats its own copy is not for callers.
                if let Some(syn::FnArg::Receiver(receiver)) = method.sig.inputs.first_mut()
                    && matches!(receiver.kind, syn::ReceiverKind::Value)
                {
                    receiver.mutability = None;
                }
                is_public(&method.vis)
            }
            ImplItem::Const(constant) => {
                strip(&mut constant.attrs);
                is_public(&constant.vis)
            }
            _ => false,
        });
        !block.items.is_empty()
    }

    /// The lines of macros that make public items.
    pub(super) fn made_by_macros(&self, module: &Module) -> String {
        let mut out = String::new();
        for item in &module.items {
            let Item::Macro(item) = item else { continue };
            let Some(name) = item.ident.as_ref() else { continue };
            // What a macro takes looks like what it makes, but for the kinds of its fragments.
            let mut public: Vec<_> = signatures(&item.mac.tokens).collect();
            public.retain(|line| !line.contains(": ident"));
            if !public.is_empty() {
                let _ = writeln!(out, "macro_rules! {name} makes");
                for line in public {
                    let _ = writeln!(out, "    {line};");
                }
            }
        }
        out
    }
}

/// Keeps the attributes that callers feel.
fn strip(attributes: &mut Vec<syn::Attribute>) {
    const KEPT: [&str; 6] = ["cfg", "deprecated", "derive", "must_use", "non_exhaustive", "macro_export"];
    attributes.retain(|attribute| KEPT.iter().any(|kept| attribute.path().is_ident(kept)));
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("must_use")) {
        *attribute = syn::parse_quote!(#[must_use]);
    }
}

pub(super) fn printed(item: Item) -> String {
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let text = prettyplease::unparse(&file);
    text.replace(" {}\n", ";\n")
        .replace(" = ..;", ";")
        .replace("{\n    __private: (),\n}", "{ .. }")
        .replace("__private: (),", "..")
}
