//! What the crate offers as a list, so that two versions can be compared.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use syn::{Item, spanned::Spanned as _};

use super::{
    Crate, Module, is_public, last_segment, leaves,
    made::{Direction, Made, Mark, mark, type_of},
    shown::printed,
    tokens::{signatures, tidy},
};

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

/// The list while it grows: where it is in the sources.
struct List {
    items: BTreeMap<String, Offered>,
    file: String,
}

impl List {
    fn add(&mut self, path: String, kind: Kind, signature: String, attributes: &[syn::Attribute], line: usize) {
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

    fn part(&mut self, of: &str, name: &str, kind: Kind, text: String, attributes: &[syn::Attribute], line: usize) {
        let path = format!("{of}::{name}");
        self.add(path.clone(), kind, text, attributes, line);
        if let Some(added) = self.items.get_mut(&path) {
            added.parent = Some(of.to_owned());
        }
    }

    /// A function or method, of which callers feel the types.
    fn function(&mut self, path: String, of: Option<&str>, sig: &syn::Signature, attributes: &[syn::Attribute]) {
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
    fn derived(&mut self, of: &str, attributes: &[syn::Attribute], line: usize) {
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

    fn mark_exhaustive(&mut self, path: &str) {
        if let Some(item) = self.items.get_mut(path) {
            item.exhaustive = true;
        }
    }
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
                generated(&mut list, &paths, item);
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

    fn written(&self, list: &mut List, paths: &BTreeMap<String, String>, module: &Module, item: &Item) {
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

fn implemented(list: &mut List, paths: &BTreeMap<String, String>, block: &syn::ItemImpl) {
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

fn generated(list: &mut List, paths: &BTreeMap<String, String>, item: &Item) {
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

fn macro_made(list: &mut List, path: &str, made: &Made, line: usize) {
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

fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}
