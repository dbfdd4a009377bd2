//! What the crate offers as a list, so that two versions can be compared.

mod generated;
mod list;
mod written;

use std::collections::BTreeMap;

use syn::Item;

use super::{Crate, Module, made::Made};
use list::List;

/// The signature of a list of known texts that takes unknown ones too.
pub const OPEN_ENUM: &str = "an open enum";

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A struct, an enum, a trait or an alias.
    Type,
    /// A public member of a struct. `required` where its builder asks for it, `skipped` where its builder lacks it.
    Field {
        /// The builder asks for it.
        required: bool,
        /// The builder has no method for it.
        skipped: bool,
    },
    /// A value of an enum.
    Variant,
    /// A method, associated constant or item of a trait.
    Method,
    /// A trait that a type implements.
    Impl,
    /// A function, constant or static.
    Function,
    /// A module, or what one re-exports.
    Module,
    /// What a macro gives to every type that it makes.
    Made,
}

/// One thing that callers can name.
#[derive(Clone, Debug)]
pub struct Offered {
    /// What it is.
    pub kind: Kind,
    /// Its declaration in one line, without docs and body.
    pub signature: String,
    /// The same without what callers do not feel: the names of arguments, and that it is `const`.
    pub shape: String,
    /// The reason why it is deprecated.
    pub deprecated: Option<String>,
    /// Whether callers could write all of it out, so that an addition to it breaks them.
    pub exhaustive: bool,
    /// The path of the type that it is a part of.
    pub parent: Option<String>,
    /// The file, below `src`.
    pub file: String,
    /// The line in it.
    pub line: usize,
}

impl Crate {
    /// Everything that callers can name, by its path, such as `types::Card::brand`.
    #[must_use]
    pub fn items(&self) -> BTreeMap<String, Offered> {
        let mut list = List { items: BTreeMap::new(), file: String::new() };
        let paths = self.paths();
        for module in &self.modules {
            list.file.clone_from(&module.file);
            for item in &module.items {
                self.written(&mut list, &paths, module, item);
            }
        }
        for (file, items) in &self.generated {
            list.file.clone_from(file);
            for item in items {
                generated::generated(&mut list, &paths, item);
            }
        }
        list.items
    }

    /// The path of each type by its name.
    fn paths(&self) -> BTreeMap<String, String> {
        let mut paths: BTreeMap<_, _> =
            self.types.iter().map(|name| (name.clone(), format!("types::{name}"))).collect();
        for module in &self.modules {
            for item in &module.items {
                let name = match item {
                    Item::Struct(item) if self.is_offered(module, &item.vis, &item.ident) => &item.ident,
                    Item::Enum(item) if self.is_offered(module, &item.vis, &item.ident) => &item.ident,
                    Item::Trait(item) if self.is_offered(module, &item.vis, &item.ident) => &item.ident,
                    _ => continue,
                };
                paths.insert(name.to_string(), self.path(module, &name.to_string()));
            }
        }
        let handles = self.generated.iter().flat_map(|(_, items)| items).filter_map(|item| match item {
            Item::Macro(item) => Made::of(&item.mac),
            _ => None,
        });
        for made in handles {
            if let Made::Handle(name, _) = made {
                paths.insert(name.to_string(), format!("resources::{name}"));
            }
        }
        paths
    }

    /// The path by which callers find what a module holds.
    fn path(&self, module: &Module, name: &str) -> String {
        let found_in = if module.public { Some(&module.path) } else { self.exported.get(name) };
        join(found_in.map_or("", String::as_str), name)
    }
}

fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}
