//! Pass 1: what we take from progenitor's output, by name.

use std::collections::HashMap;

/// The items that later passes use.
#[derive(Default)]
pub(super) struct Items<'a> {
    /// Its structs.
    pub structs: HashMap<String, &'a syn::ItemStruct>,
    /// Its enums.
    pub enums: HashMap<String, &'a syn::ItemEnum>,
    /// The signatures of its client's methods.
    pub methods: HashMap<String, &'a syn::Signature>,
}

/// Finds them.
pub(super) fn collect(file: &syn::File) -> Items<'_> {
    let mut items = Items::default();
    for item in &file.items {
        match item {
            syn::Item::Mod(module) if module.ident == "types" => {
                for item in module.content.iter().flat_map(|(_, items)| items) {
                    match item {
                        syn::Item::Struct(item) => {
                            items.structs.insert(item.ident.to_string(), item);
                        }
                        syn::Item::Enum(item) => {
                            items.enums.insert(item.ident.to_string(), item);
                        }
                        _ => {}
                    }
                }
            }
            syn::Item::Impl(block) if block.trait_.is_none() => {
                for item in &block.items {
                    if let syn::ImplItem::Fn(method) = item {
                        items.methods.insert(method.sig.ident.to_string(), &method.sig);
                    }
                }
            }
            _ => {}
        }
    }
    items
}
