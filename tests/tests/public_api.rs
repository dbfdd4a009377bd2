//! What the crate offers to its callers, as snapshots: a change of the public API is seen in review, or fails here.
//!
//! Read from the sources with syn, so that no nightly compiler is needed: public items with their signatures, without
//! docs and bodies, for each top-level module. Generated types stand in one line each. What macros make is shown by
//! the lines of their definitions.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use quote::ToTokens as _;
use syn::{ImplItem, Item, Visibility};
use yuno_tests::repository;

/// A source file, or a module written out in one.
struct Module {
    /// `client::builder`; the root's is empty.
    path: String,
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
struct Crate {
    modules: Vec<Module>,
    /// What public modules re-export from private ones, by name.
    exported: BTreeSet<String>,
    /// The names of traits that callers cannot name.
    private_traits: BTreeSet<String>,
    /// The names of all types that callers can name, generated ones included.
    types: BTreeSet<String>,
}

impl Crate {
    fn read(folder: &Path) -> Self {
        let mut modules = Vec::new();
        let root = fs::read_to_string(folder.join("lib.rs")).unwrap();
        read_module(folder, "", true, Vec::new(), syn::parse_file(&root).unwrap().items, &mut modules);
        let mut this =
            Self { modules, exported: BTreeSet::new(), private_traits: BTreeSet::new(), types: BTreeSet::new() };
        for module in this.modules.iter().filter(|module| module.public) {
            for item in &module.items {
                if let Item::Use(item) = item
                    && is_public(&item.vis)
                {
                    leaves(&item.tree, &mut this.exported);
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
        this
    }

    /// Whether callers can name an item.
    fn is_offered(&self, module: &Module, visibility: &Visibility, name: &syn::Ident) -> bool {
        is_public(visibility) && (module.public || self.exported.contains(&name.to_string()))
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
                if self.is_offered(module, visibility, name) || (module.group() == "generated" && is_public(visibility))
                {
                    names.insert(name.to_string());
                }
            }
        }
        let made = repository::texts(&repository::generated()).into_values();
        for text in made {
            for item in syn::parse_file(&text).unwrap().items {
                if let Item::Macro(item) = item {
                    names.extend(made_type(&item.mac));
                }
            }
        }
        names
    }

    /// What a top-level module offers.
    fn offers(&self, group: &str) -> String {
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
    fn shown(&self, module: &Module, item: &Item) -> Option<Item> {
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
    fn made_by_macros(&self, module: &Module) -> String {
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

fn read_module(folder: &Path, path: &str, public: bool, cfg: Vec<String>, items: Vec<Item>, out: &mut Vec<Module>) {
    let mut below = Vec::new();
    for item in &items {
        let Item::Mod(module) = item else { continue };
        let name = module.ident.to_string();
        // The generated half has snapshots of its own; tests are no part of the crate.
        if name == "generated" || module.attrs.iter().any(is_for_tests) {
            continue;
        }
        let public = public && is_public(&module.vis);
        let mut cfg = cfg.clone();
        let features = module.attrs.iter().filter(|it| it.path().is_ident("cfg"));
        cfg.extend(features.map(|it| tidy(&it.meta.to_token_stream().to_string())));
        let inner = if path.is_empty() { name } else { format!("{path}::{name}") };
        let items = match &module.content {
            Some((_, items)) => items.clone(),
            None => {
                let file = folder.join(inner.replace("::", "/"));
                let file = [file.with_extension("rs"), file.join("mod.rs")].into_iter().find(|file| file.is_file());
                let file = file.unwrap_or_else(|| panic!("there is no file for the module {inner}"));
                syn::parse_file(&fs::read_to_string(&file).unwrap()).unwrap().items
            }
        };
        below.push((inner, public, cfg, items));
    }
    out.push(Module { path: path.to_owned(), public, cfg, items });
    for (path, public, cfg, items) in below {
        read_module(folder, &path, public, cfg, items, out);
    }
}

fn is_for_tests(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.to_token_stream().to_string().contains("(test)")
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// Keeps the attributes that callers feel.
fn strip(attributes: &mut Vec<syn::Attribute>) {
    const KEPT: [&str; 6] = ["cfg", "deprecated", "derive", "must_use", "non_exhaustive", "macro_export"];
    attributes.retain(|attribute| KEPT.iter().any(|kept| attribute.path().is_ident(kept)));
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("must_use")) {
        *attribute = syn::parse_quote!(#[must_use]);
    }
}

fn leaves(tree: &syn::UseTree, names: &mut BTreeSet<String>) {
    match tree {
        syn::UseTree::Path(path) => leaves(&path.tree, names),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
        syn::UseTree::Name(name) => drop(names.insert(name.ident.to_string())),
        syn::UseTree::Rename(name) => drop(names.insert(name.ident.to_string())),
        syn::UseTree::Glob(_) => {}
    }
}

fn last_segment(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        syn::Type::Reference(reference) => last_segment(&reference.elem),
        _ => None,
    }
}

fn printed(item: Item) -> String {
    let file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] };
    let text = prettyplease::unparse(&file);
    text.replace(" {}\n", ";\n")
        .replace(" = ..;", ";")
        .replace("{\n    __private: (),\n}", "{ .. }")
        .replace("__private: (),", "..")
}

/// What a macro's definition makes: `pub fn ..` up to its body, and `impl .. for ..`.
fn signatures(tokens: &proc_macro2::TokenStream) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    collect_signatures(tokens.clone(), &mut found);
    found.into_iter()
}

fn collect_signatures(tokens: proc_macro2::TokenStream, found: &mut Vec<String>) {
    use proc_macro2::{Delimiter, TokenTree};
    let mut current: Option<Vec<TokenTree>> = None;
    let mut before_is_pub = false;
    for token in tokens {
        let word = match &token {
            TokenTree::Ident(word) => word.to_string(),
            _ => String::new(),
        };
        match (&mut current, &token) {
            (Some(parts), TokenTree::Punct(end)) if end.as_char() == ';' => {
                found.push(tidy(&parts.drain(..).collect::<proc_macro2::TokenStream>().to_string()));
                current = None;
            }
            (Some(parts), TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let text = parts.drain(..).collect::<proc_macro2::TokenStream>().to_string();
                let is_private = text.contains("crate :: wire :: ") && text.starts_with("impl");
                if !is_private {
                    found.push(tidy(&text));
                }
                current = None;
                if !text.contains("fn ") {
                    collect_signatures(group.stream(), found);
                }
            }
            (Some(parts), _) => parts.push(token.clone()),
            (None, TokenTree::Group(group)) => collect_signatures(group.stream(), found),
            (None, _) if word == "impl" || (before_is_pub && ["fn", "struct", "enum"].contains(&word.as_str())) => {
                let mut parts = vec![token.clone()];
                if word != "impl" {
                    parts.insert(0, syn::parse_quote!(pub));
                }
                current = Some(parts);
            }
            (None, _) => {}
        }
        before_is_pub = word == "pub";
    }
}

/// Tokens as a person would write them, near enough to be read.
fn tidy(text: &str) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in [
        (" :: ", "::"),
        ("$ ", "$"),
        ("& ", "&"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ,", ","),
        (",)", ")"),
        (" < ", "<"),
        (" >", ">"),
        ("< ", "<"),
        (" <", "<"),
        (" :", ":"),
        ("- >", "->"),
        ("->", " ->"),
        ("  ->", " ->"),
        ("' ", "'"),
        (" ;", ""),
        ("mut self", "self"),
        ("impl<'de>", "impl<'de> "),
        ("&self", "&self"),
        ("  ", " "),
    ] {
        text = text.replace(from, to);
    }
    text
}

/// The type that a macro of the generated half makes.
fn made_type(mac: &syn::Macro) -> Option<String> {
    match Made::of(mac)? {
        Made::Enum(item) => Some(item.ident.to_string()),
        Made::Text(item, _) => Some(item.ident.to_string()),
        Made::Handle(name, _) => Some(name.to_string()),
    }
}

/// What the macros of the generated half make.
enum Made {
    Enum(syn::ItemEnum),
    /// A text with a meaning, and whether it is secret.
    Text(syn::ItemStruct, bool),
    /// A handle, and the client's method that gives it.
    Handle(syn::Ident, syn::Ident),
}

impl Made {
    fn of(mac: &syn::Macro) -> Option<Self> {
        let kind = mac.path.segments.last()?.ident.to_string();
        let tokens = mac.tokens.clone();
        let made = match kind.as_str() {
            "open_enum" => Self::Enum(syn::parse2(tokens).unwrap()),
            "text" | "secret_text" => Self::Text(syn::parse2(tokens).unwrap(), kind == "secret_text"),
            "handle" => {
                let parser = |input: syn::parse::ParseStream<'_>| {
                    input.call(syn::Attribute::parse_outer)?;
                    let name = input.parse()?;
                    input.parse::<syn::Token![,]>()?;
                    Ok(Self::Handle(name, input.parse()?))
                };
                syn::parse::Parser::parse2(parser, tokens).unwrap()
            }
            _ => return None,
        };
        Some(made)
    }
}

/// What the files below a folder of the generated half offer.
fn generated(folder: &str) -> String {
    let mut out = String::from(KEY);
    for (path, text) in repository::texts(&repository::generated()) {
        if path.split('/').next() != Some(folder) || path.ends_with("mod.rs") {
            continue;
        }
        let _ = writeln!(out, "\n// {path}");
        for item in syn::parse_file(&text).unwrap().items {
            match &item {
                Item::Struct(item) if is_public(&item.vis) => {
                    let derives = item.attrs.iter().filter(|it| it.path().is_ident("derive"));
                    let derives: String = derives.map(|it| it.to_token_stream().to_string()).collect();
                    let builds = derives.contains("Builder");
                    let kind = match (builds, derives.contains("Default")) {
                        (true, true) => "both",
                        (true, false) => "sent",
                        (false, _) => "received",
                    };
                    let fields = item.fields.iter().map(|field| member(field, builds)).collect();
                    entry(&mut out, &format!("{kind} {}", item.ident), fields);
                }
                Item::Macro(item) => match Made::of(&item.mac) {
                    Some(Made::Enum(item)) => {
                        let values = item.variants.iter().map(|variant| {
                            let text =
                                variant.discriminant.as_ref().map(|(_, text)| text.to_token_stream().to_string());
                            format!("{} = {}", variant.ident, text.unwrap_or_default())
                        });
                        entry(&mut out, &format!("enum {}", item.ident), values.collect());
                    }
                    Some(Made::Text(item, secret)) => {
                        let _ = writeln!(out, "{} {}", if secret { "secret" } else { "text" }, item.ident);
                    }
                    Some(Made::Handle(name, method)) => {
                        let _ = writeln!(out, "handle {name} by Client::{method}()");
                    }
                    None => {}
                },
                Item::Impl(block) if block.trait_.is_none() => {
                    for item in &block.items {
                        if let ImplItem::Fn(method) = item
                            && is_public(&method.vis)
                        {
                            let mut signature = method.sig.to_token_stream().to_string();
                            signature = tidy(&signature);
                            let _ = writeln!(out, "    {signature}");
                        }
                    }
                }
                _ => {}
            }
        }
    }
    out
}

const KEY: &str = "\
// sent: has a builder. received: has a default. both: has both.
// a!: the builder asks for it. a~: the builder does not have it.
";

/// A member in one word or two.
fn member(field: &syn::Field, builds: bool) -> String {
    let name = field.ident.as_ref().unwrap();
    let ty = tidy(&field.ty.to_token_stream().to_string());
    let told = |word: &str| {
        let mut attributes = field.attrs.iter().filter(|it| it.path().is_ident("builder"));
        attributes.any(|it| it.to_token_stream().to_string().contains(word))
    };
    let is_required = builds && (told("required") || !(ty.starts_with("Option<") || told("default")));
    let mark = match () {
        () if is_required => "!",
        () if builds && told("skip") => "~",
        () => "",
    };
    format!("{name}{mark}: {ty}")
}

/// `head { a, b }`, over as many lines as it needs.
fn entry(out: &mut String, head: &str, parts: Vec<String>) {
    const WIDTH: usize = 120;
    let whole = format!("{head} {{ {} }}", parts.join(", "));
    if whole.len() <= WIDTH {
        let _ = writeln!(out, "{whole}");
        return;
    }
    let _ = writeln!(out, "{head} {{");
    let mut line = String::new();
    for part in parts {
        if !line.is_empty() && line.len() + part.len() + 6 > WIDTH {
            let _ = writeln!(out, "   {line}");
            line.clear();
        }
        let _ = write!(line, " {part},");
    }
    let _ = writeln!(out, "   {line}\n}}");
}

fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn written_by_hand() {
    let crate_ = Crate::read(&repository::root().join("yuno-api/src"));
    let groups: BTreeSet<_> = crate_.modules.iter().map(Module::group).collect();
    assert!(groups.contains("client") && groups.contains("wire"), "{groups:?}");
    for group in groups {
        let text = crate_.offers(group);
        if !text.is_empty() {
            assert_snapshot(if group.is_empty() { "lib" } else { group }, &text);
        }
    }
}

#[test]
fn generated_from_the_spec() {
    let files = repository::texts(&repository::generated());
    let folders: BTreeSet<_> = files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    assert!(folders.len() > 4, "{folders:?}");
    for folder in folders {
        assert_snapshot(&format!("generated_{folder}"), &generated(folder));
    }
}

/// No snapshot is left over from a module that is gone.
#[test]
fn no_snapshot_is_left_over() {
    let crate_ = Crate::read(&repository::root().join("yuno-api/src"));
    let mut known: BTreeMap<String, bool> =
        crate_.modules.iter().map(|module| (module.group().to_owned(), true)).collect();
    known.insert("lib".to_owned(), true);
    for path in repository::files(&repository::generated()).into_keys() {
        known.insert(format!("generated_{}", path.split('/').next().unwrap()), true);
    }
    let snapshots = repository::files(&repository::root().join("tests/tests/snapshots")).into_keys();
    for path in snapshots.filter(|path| path.starts_with("public_api__")) {
        let name = path.trim_start_matches("public_api__").trim_end_matches(".snap");
        assert!(known.contains_key(name), "{path} is of a module that is gone; delete it");
    }
}
