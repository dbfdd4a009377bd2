//! The generated half: what its structs and macros offer.

use std::fmt::Write as _;

use quote::ToTokens as _;
use syn::{ImplItem, Item};

use super::{Crate, GENERATED, is_public, tokens::tidy};

/// What the macros of the generated half make.
pub(super) enum Made {
    Enum(syn::ItemEnum),
    /// A text with a meaning, and whether it is secret.
    Text(syn::ItemStruct, bool),
    /// A handle, and the client's method that gives it.
    Handle(syn::Ident, syn::Ident),
}

impl Made {
    pub(super) fn of(mac: &syn::Macro) -> Option<Self> {
        let kind = mac.path.segments.last()?.ident.to_string();
        let tokens = mac.tokens.clone();
        let made = match kind.as_str() {
            "open_enum" => Self::Enum(syn::parse2(tokens).ok()?),
            "text" | "secret_text" => Self::Text(syn::parse2(tokens).ok()?, kind == "secret_text"),
            "handle" => {
                let parser = |input: syn::parse::ParseStream<'_>| {
                    input.call(syn::Attribute::parse_outer)?;
                    let name = input.parse()?;
                    input.parse::<syn::Token![,]>()?;
                    Ok(Self::Handle(name, input.parse()?))
                };
                syn::parse::Parser::parse2(parser, tokens).ok()?
            }
            _ => return None,
        };
        Some(made)
    }

    /// The name of what it makes.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Enum(item) => item.ident.to_string(),
            Self::Text(item, _) => item.ident.to_string(),
            Self::Handle(name, _) => name.to_string(),
        }
    }
}

impl Crate {
    /// What the files below a folder of the generated half offer, each type in a line.
    #[must_use]
    pub fn generated(&self, folder: &str) -> String {
        let mut out = String::from(KEY);
        for (path, items) in &self.generated {
            let path = path.trim_start_matches(GENERATED);
            if path.split('/').next() != Some(folder) {
                continue;
            }
            let _ = writeln!(out, "\n// {path}");
            for item in items {
                match item {
                    Item::Struct(item) if is_public(&item.vis) => {
                        let direction = Direction::of(item);
                        let fields = item.fields.iter().filter_map(|field| {
                            let (name, mark) = (field.ident.as_ref()?, mark(field, direction.builds()));
                            Some(format!("{name}{}: {}", mark.sign(), type_of(field)))
                        });
                        entry(&mut out, &format!("{} {}", direction.name(), item.ident), fields.collect());
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
}

const KEY: &str = "\
// sent: has a builder. received: has a default. both: has both.
// a!: the builder asks for it. a~: the builder does not have it.
";

/// Which way a generated object goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Both,
    Sent,
    Received,
}

impl Direction {
    pub(super) fn of(item: &syn::ItemStruct) -> Self {
        let derives = item.attrs.iter().filter(|it| it.path().is_ident("derive"));
        let derives: String = derives.map(|it| it.to_token_stream().to_string()).collect();
        match (derives.contains("Builder"), derives.contains("Default")) {
            (true, true) => Self::Both,
            (true, false) => Self::Sent,
            (false, _) => Self::Received,
        }
    }

    pub(super) fn builds(self) -> bool {
        self != Self::Received
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Sent => "sent",
            Self::Received => "received",
        }
    }
}

/// What the builder makes of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It can be given.
    Optional,
    /// It must be given.
    Required,
    /// There is no method for it.
    Skipped,
}

impl Mark {
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Optional => "",
            Self::Required => "!",
            Self::Skipped => "~",
        }
    }
}

/// What the builder makes of a member; nothing where there is none.
pub(super) fn mark(field: &syn::Field, builds: bool) -> Mark {
    let told = |word: &str| {
        let mut attributes = field.attrs.iter().filter(|it| it.path().is_ident("builder"));
        attributes.any(|it| it.to_token_stream().to_string().contains(word))
    };
    let is_required = told("required") || !(type_of(field).starts_with("Option<") || told("default"));
    match () {
        () if !builds => Mark::Optional,
        () if is_required => Mark::Required,
        () if told("skip") => Mark::Skipped,
        () => Mark::Optional,
    }
}

/// The type of a member, as one writes it.
pub(super) fn type_of(field: &syn::Field) -> String {
    tidy(&field.ty.to_token_stream().to_string())
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
