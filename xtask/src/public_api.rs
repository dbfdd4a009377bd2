//! What the crate offers to its callers, read from its sources with syn, so that no nightly compiler is needed.
//!
//! Public items with their signatures, without docs and bodies. What macros make is shown by the lines of their
//! definitions; generated types have a table of their own.

mod items;
mod made;
mod shown;
mod tokens;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use quote::ToTokens as _;
use syn::{Item, Visibility};

use made::Made;

pub use items::{Kind, OPEN_ENUM, Offered};

/// The folder of the generated half, below `src`.
const GENERATED: &str = "generated/";

/// Sources that cannot be read as a crate.
#[derive(Debug)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// A source file, or a module written out in one.
struct Module {
    /// `client::builder`; the root's is empty.
    path: String,
    /// The file that it stands in, below `src`.
    file: String,
    /// Whether callers can name it.
    public: bool,
    /// The features that it is there with.
    cfg: Vec<String>,
    items: Vec<Item>,
}

impl Module {
    /// The top-level module that it belongs to.
    fn group(&self) -> &str {
        self.path.split("::").next().unwrap_or_default()
    }
}

/// The whole crate.
pub struct Crate {
    /// What is written by hand.
    modules: Vec<Module>,
    /// The files of the generated half.
    generated: Vec<(String, Vec<Item>)>,
    /// What public modules re-export from private ones: name, and the module that callers find it in.
    exported: BTreeMap<String, String>,
    /// The names of traits that callers cannot name.
    private_traits: BTreeSet<String>,
    /// The names of all types that callers can name, generated ones included.
    types: BTreeSet<String>,
}

impl Crate {
    /// Reads the sources of the crate: their texts by their path below `src`.
    ///
    /// # Errors
    ///
    /// A file that is not Rust, or a module without a file.
    pub fn read(sources: &BTreeMap<String, String>) -> Result<Self, Unreadable> {
        let mut modules = Vec::new();
        read_module(sources, Module { path: String::new(), public: true, ..module(sources, "lib.rs")? }, &mut modules)?;
        let generated = sources.keys().filter(|path| path.starts_with(GENERATED) && !path.ends_with("mod.rs"));
        let generated = generated.map(|path| Ok((path.clone(), parse(sources, path)?))).collect::<Result<_, _>>()?;
        let mut this = Self {
            modules,
            generated,
            exported: BTreeMap::new(),
            private_traits: BTreeSet::new(),
            types: BTreeSet::new(),
        };
        for module in this.modules.iter().filter(|module| module.public) {
            for item in &module.items {
                if let Item::Use(item) = item
                    && is_public(&item.vis)
                {
                    leaves(&item.tree, &mut |name, _| {
                        this.exported.entry(name.to_owned()).or_insert_with(|| module.path.clone());
                    });
                }
            }
        }
        for module in &this.modules {
            for item in &module.items {
                if let Item::Trait(item) = item
                    && !this.is_offered(module, &item.vis, &item.ident)
                {
                    this.private_traits.insert(item.ident.to_string());
                }
            }
        }
        this.types = this.find_types();
        Ok(this)
    }

    /// The top-level modules that are written by hand; the root's name is empty.
    #[must_use]
    pub fn groups(&self) -> BTreeSet<&str> {
        self.modules.iter().map(Module::group).collect()
    }

    /// Whether callers can name an item.
    fn is_offered(&self, module: &Module, visibility: &Visibility, name: &syn::Ident) -> bool {
        is_public(visibility) && (module.public || self.exported.contains_key(&name.to_string()))
    }

    fn find_types(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for module in &self.modules {
            for item in &module.items {
                let (visibility, name) = match item {
                    Item::Struct(item) => (&item.vis, &item.ident),
                    Item::Enum(item) => (&item.vis, &item.ident),
                    _ => continue,
                };
                if self.is_offered(module, visibility, name) {
                    names.insert(name.to_string());
                }
            }
        }
        for item in self.generated.iter().flat_map(|(_, items)| items) {
            match item {
                Item::Macro(item) => names.extend(Made::of(&item.mac).map(|made| made.name())),
                Item::Struct(item) if is_public(&item.vis) => drop(names.insert(item.ident.to_string())),
                _ => {}
            }
        }
        names
    }
}

/// The items of a file.
fn parse(sources: &BTreeMap<String, String>, path: &str) -> Result<Vec<Item>, Unreadable> {
    let text = sources.get(path).ok_or_else(|| Unreadable(format!("there is no src/{path}")))?;
    let file = syn::parse_file(text).map_err(|error| {
        let line = error.span().start().line;
        Unreadable(format!("src/{path}:{line} is not Rust: {error}"))
    })?;
    Ok(file.items)
}

fn module(sources: &BTreeMap<String, String>, file: &str) -> Result<Module, Unreadable> {
    let items = parse(sources, file)?;
    Ok(Module { path: String::new(), file: file.to_owned(), public: false, cfg: Vec::new(), items })
}

fn read_module(sources: &BTreeMap<String, String>, module: Module, out: &mut Vec<Module>) -> Result<(), Unreadable> {
    let mut below = Vec::new();
    for item in &module.items {
        let Item::Mod(inner) = item else { continue };
        let name = inner.ident.to_string();
        // The generated half is read by itself; tests are no part of the crate.
        if name == "generated" || inner.attrs.iter().any(is_for_tests) {
            continue;
        }
        let public = module.public && is_public(&inner.vis);
        let mut cfg = module.cfg.clone();
        let features = inner.attrs.iter().filter(|it| it.path().is_ident("cfg"));
        cfg.extend(features.map(|it| tokens::tidy(&it.meta.to_token_stream().to_string())));
        let path = if module.path.is_empty() { name } else { format!("{}::{name}", module.path) };
        let (file, items) = match &inner.content {
            Some((_, items)) => (module.file.clone(), items.clone()),
            None => {
                let file = path.replace("::", "/");
                let file = [format!("{file}.rs"), format!("{file}/mod.rs")].into_iter();
                let file = file.into_iter().find(|file| sources.contains_key(file));
                let file = file.ok_or_else(|| Unreadable(format!("there is no file for the module {path}")))?;
                let items = parse(sources, &file)?;
                (file, items)
            }
        };
        below.push(Module { path, file, public, cfg, items });
    }
    out.push(module);
    below.into_iter().try_for_each(|module| read_module(sources, module, out))
}

fn is_for_tests(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.to_token_stream().to_string().contains("(test)")
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Tells each name of a `use`, and the path that it stands for.
fn leaves(tree: &syn::UseTree, tell: &mut impl FnMut(&str, &str)) {
    fn walk(tree: &syn::UseTree, below: &str, tell: &mut impl FnMut(&str, &str)) {
        let path = |name: &syn::Ident| if below.is_empty() { name.to_string() } else { format!("{below}::{name}") };
        match tree {
            syn::UseTree::Path(part) => walk(&part.tree, &path(&part.ident), tell),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| walk(tree, below, tell)),
            syn::UseTree::Name(name) => tell(&name.ident.to_string(), &path(&name.ident)),
            syn::UseTree::Rename(name) => tell(&name.rename.to_string(), &path(&name.ident)),
            syn::UseTree::Glob(_) => {}
        }
    }
    walk(tree, "", tell);
}

fn last_segment(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        syn::Type::Reference(reference) => last_segment(&reference.elem),
        _ => None,
    }
}
