//! The list of what a crate offers, while it grows.

use std::collections::BTreeMap;

use quote::ToTokens as _;

use super::{Kind, Offered};
use crate::public_api::tokens::tidy;

/// The list while it grows: where it is in the sources.
pub(super) struct List {
    pub(super) items: BTreeMap<String, Offered>,
    pub(super) file: String,
}

impl List {
    pub(super) fn add(
        &mut self,
        path: String,
        kind: Kind,
        signature: String,
        attributes: &[syn::Attribute],
        line: usize,
    ) {
        self.put(
            path,
            Offered {
                kind,
                shape: signature.clone(),
                signature,
                deprecated: deprecated(attributes),
                exhaustive: false,
                parent: None,
                file: self.file.clone(),
                line,
            },
        );
    }

    pub(super) fn part(
        &mut self,
        of: &str,
        name: &str,
        kind: Kind,
        text: String,
        attributes: &[syn::Attribute],
        line: usize,
    ) {
        let path = format!("{of}::{name}");
        self.add(path.clone(), kind, text, attributes, line);
        if let Some(added) = self.items.get_mut(&path) {
            added.parent = Some(of.to_owned());
        }
    }

    /// A function or method, of which callers feel the types.
    pub(super) fn function(
        &mut self,
        path: String,
        of: Option<&str>,
        sig: &syn::Signature,
        attributes: &[syn::Attribute],
    ) {
        let mut shape = sig.clone();
        shape.constness = None;
        for input in &mut shape.inputs {
            if let syn::FnArg::Typed(input) = input {
                *input.pat = syn::parse_quote!(_);
            }
        }
        self.put(
            path,
            Offered {
                kind: if of.is_some() { Kind::Method } else { Kind::Function },
                signature: tidy(&sig.to_token_stream().to_string()),
                shape: tidy(&shape.to_token_stream().to_string()),
                deprecated: deprecated(attributes),
                exhaustive: false,
                parent: of.map(str::to_owned),
                file: self.file.clone(),
                // Attributes before it may have been rewritten, and stand nowhere.
                line: sig.ident.span().start().line,
            },
        );
    }

    /// Two blocks under different features may give the same name: both signatures count.
    fn put(&mut self, path: String, offered: Offered) {
        match self.items.get_mut(&path) {
            Some(there) if there.kind == Kind::Module || there.signature == offered.signature => *there = offered,
            Some(there) => {
                there.signature = format!("{} / {}", there.signature, offered.signature);
                there.shape = format!("{} / {}", there.shape, offered.shape);
            }
            None => drop(self.items.insert(path, offered)),
        }
    }

    /// What a type derives stands beside what it implements by hand: callers see no difference.
    pub(super) fn derived(&mut self, of: &str, attributes: &[syn::Attribute], line: usize) {
        let name = of.rsplit("::").next().unwrap_or(of);
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
            // A derive that is no list of paths is none that rustc takes.
            let _ = attribute.parse_nested_meta(|meta| {
                if let Some(last) = meta.path.segments.last() {
                    let text = format!("impl {} for {name}", last.ident);
                    self.part(of, &format!("`{text}`"), Kind::Impl, text.clone(), &[], line);
                }
                Ok(())
            });
        }
    }

    pub(super) fn mark_exhaustive(&mut self, path: &str) {
        if let Some(item) = self.items.get_mut(path) {
            item.exhaustive = true;
        }
    }
}

/// The note of `#[deprecated]`, in each of its three forms.
fn deprecated(attributes: &[syn::Attribute]) -> Option<String> {
    let attribute = attributes.iter().find(|attribute| attribute.path().is_ident("deprecated"))?;
    let text = |value: &syn::Expr| match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => text.value(),
        other => other.to_token_stream().to_string(),
    };
    let mut note = String::new();
    match &attribute.meta {
        syn::Meta::NameValue(pair) => note = text(&pair.value),
        syn::Meta::List(_) => {
            // A form that rustc takes and this does not is deprecated all the same.
            let _ = attribute.parse_nested_meta(|meta| {
                let value: syn::Expr = meta.value()?.parse()?;
                if meta.path.is_ident("note") {
                    note = text(&value);
                }
                Ok(())
            });
        }
        syn::Meta::Path(_) => {}
    }
    Some(note)
}
