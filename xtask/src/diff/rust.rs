//! The second level: what changes for those who write Rust against `yuno-api`.

mod changed;
mod renames;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};
use yuno_codegen::diff::{Difference, Level};

use super::source::{CrateSources, Side};
use renames::{last, now, now_type, renamed};
use xtask::public_api::{Crate, Kind, OPEN_ENUM, Offered};

type Items = BTreeMap<String, Offered>;

/// What the crate offers now and did not, or the other way round. None where one side has no crate.
pub(super) fn compare(base: &Side, head: &Side) -> Result<Option<Vec<Difference>>> {
    let (Some(was), Some(is)) = (&base.sources, &head.sources) else { return Ok(None) };
    if was.texts == is.texts {
        return Ok(Some(Vec::new()));
    }
    let read = |sources: &CrateSources, side: &Side| {
        let of = || format!("the crate of {} cannot be read", side.shown);
        Crate::read(&sources.texts).with_context(of).map(|it| it.items())
    };
    let (old, new) = (read(was, base)?, read(is, head)?);
    let pair = Pair { renamed: renamed(&old, &new), old, new, base: was, head: is };
    Ok(Some(pair.differences()))
}

struct Pair<'a> {
    old: Items,
    new: Items,
    /// Types by their old path, with their new one.
    renamed: BTreeMap<String, String>,
    base: &'a CrateSources,
    head: &'a CrateSources,
}

impl Pair<'_> {
    fn differences(&self) -> Vec<Difference> {
        let renamed = &self.renamed;
        let mut found = Vec::new();
        for (old, new) in renamed {
            let text = format!("`{old}` is now `{new}`, with the same members: write the new name.");
            found.push(self.finding("rust-type-renamed", Level::Breaking, old, Some(old), Some(new), text));
        }
        for (path, was) in &self.old {
            let there = now(path, was, renamed);
            match self.new.get(&there) {
                Some(is) => self.changed(path, &there, was, is, &mut found),
                // A type that is gone takes its parts with it.
                None if was.parent.as_ref().is_some_and(|of| !self.new.contains_key(&now_type(of, renamed))) => {}
                None if is_in_one_of(path, &self.old, &self.new) => {}
                None => found.push(self.removed(path, was)),
            }
        }
        let known: BTreeSet<String> = self.old.iter().map(|(path, was)| now(path, was, renamed)).collect();
        for (path, is) in self.new.iter().filter(|(path, _)| !known.contains(*path)) {
            if is.parent.as_ref().is_none_or(|of| known.contains(of)) && !is_in_one_of(path, &self.new, &self.old) {
                found.push(self.added(path, is));
            }
        }
        found.sort_by(|a, b| (b.level, &a.path, a.rule).cmp(&(a.level, &b.path, b.rule)));
        found
    }

    fn removed(&self, path: &str, was: &Offered) -> Difference {
        let of = was.parent.as_deref().unwrap_or_default();
        let name = last(path);
        let (rule, text) = match was.kind {
            Kind::Type => {
                ("rust-type-removed", format!("`{path}` is gone: code that names it does not compile any more."))
            }
            Kind::Field { .. } => {
                let received =
                    self.new.get(&now_type(of, &self.renamed)).is_some_and(|it| it.signature.contains("default"));
                let arrives = if received { "; what still arrives under that name is in `unknown_fields`" } else { "" };
                ("rust-field-removed", format!("`{of}` has no member `{name}` any more: remove its uses{arrives}."))
            }
            Kind::Variant => (
                "rust-value-removed",
                format!("`{of}` has no value `{name}` any more: code that names it does not compile."),
            ),
            Kind::Method => ("rust-method-removed", format!("`{of}` has no `{name}` any more: remove its uses.")),
            Kind::Impl => ("rust-impl-removed", format!("`{of}` has no {name} any more.")),
            Kind::Function => ("rust-function-removed", format!("`{path}` is gone: remove its uses.")),
            Kind::Module => {
                ("rust-module-removed", format!("`{path}` is gone: imports of it do not compile any more."))
            }
            Kind::Made => (
                "rust-macro-item-removed",
                format!("The types that `{}` makes have no `{}` any more.", macro_of(path), was.signature),
            ),
        };
        self.finding(rule, Level::Breaking, path, Some(path), None, text)
    }

    fn added(&self, path: &str, is: &Offered) -> Difference {
        let of = is.parent.as_deref().unwrap_or_default();
        let parent = self.new.get(of);
        let closes = parent.is_some_and(|parent| parent.exhaustive);
        let (name, signature) = (last(path), &is.signature);
        let (rule, level, text) = match is.kind {
            Kind::Type => ("rust-type-added", Level::Safe, format!("`{path}` is new.")),
            Kind::Field { required: true, .. } => (
                "rust-required-field-added",
                Level::Breaking,
                format!("The builder of `{of}` asks for the new member `{name}: {signature}`: give it in every call."),
            ),
            Kind::Field { .. } if closes => (
                "rust-field-added-to-exhaustive",
                Level::Breaking,
                format!(
                    "`{of}` has a new member `{name}: {signature}`: code that writes out all its members must name it."
                ),
            ),
            Kind::Field { .. } => {
                ("rust-field-added", Level::Safe, format!("`{of}` has a new member `{name}: {signature}`."))
            }
            Kind::Variant if closes => (
                "rust-value-added-to-exhaustive",
                Level::Breaking,
                format!("`{of}` has a new value `{name}`: a `match` without `_` must name it."),
            ),
            Kind::Variant if parent.is_some_and(|parent| parent.signature == OPEN_ENUM) => (
                "rust-value-added",
                Level::Safe,
                format!("`{of}` has a new value `{name}`, which arrived as `Unrecognized` so far."),
            ),
            Kind::Variant => ("rust-value-added", Level::Safe, format!("`{of}` has a new value `{name}`.")),
            Kind::Method if is.exhaustive => (
                "rust-required-method-added",
                Level::Breaking,
                format!("The trait `{of}` asks for the new `{name}`: implementations must have it."),
            ),
            Kind::Method => ("rust-method-added", Level::Safe, format!("`{of}` has a new `{signature}`.")),
            Kind::Impl => ("rust-impl-added", Level::Safe, format!("`{of}` has {name} now.")),
            Kind::Function => ("rust-function-added", Level::Safe, format!("`{path}` is new: `{signature}`.")),
            Kind::Module => ("rust-module-added", Level::Safe, format!("`{path}` is new{}.", held(path, &self.new))),
            Kind::Made => (
                "rust-macro-item-added",
                Level::Safe,
                format!("The types that `{}` makes have a new `{signature}`.", macro_of(path)),
            ),
        };
        self.finding(rule, level, path, None, Some(path), text)
    }

    fn finding(
        &self,
        rule: &'static str,
        level: Level,
        path: &str,
        old: Option<&str>,
        new: Option<&str>,
        text: String,
    ) -> Difference {
        let place = |items: &Items, sources: &CrateSources, path: Option<&str>| {
            let item = items.get(path?)?;
            Some(sources.position(&item.file, item.line))
        };
        let signature = |items: &Items, path: Option<&str>| {
            path.and_then(|path| items.get(path)).map_or_else(String::new, |item| item.signature.clone())
        };
        Difference {
            rule,
            level,
            fingerprint: fingerprint(&[rule, path, &signature(&self.old, old), &signature(&self.new, new)]),
            operation: String::new(),
            others: Vec::new(),
            path: path.to_owned(),
            base: place(&self.old, self.base, old),
            head: place(&self.new, self.head, new),
            text,
        }
    }
}

/// Whether something is in a module that only these have: the module stands for all that it holds.
fn is_in_one_of(path: &str, these: &Items, others: &Items) -> bool {
    let mut above = path;
    while let Some((module, _)) = above.rsplit_once("::") {
        let is_module = these.get(module).is_some_and(|item| item.kind == Kind::Module);
        if is_module && !others.contains_key(module) {
            return true;
        }
        above = module;
    }
    false
}

/// How much a module holds, where it holds anything.
fn held(path: &str, items: &Items) -> String {
    let below = format!("{path}::");
    let held = items.iter().filter(|(path, item)| path.starts_with(&below) && item.parent.is_none()).count();
    match held {
        0 => String::new(),
        1 => ", with one item".to_owned(),
        held => format!(", with {held} items"),
    }
}

/// Short, and the same as long as these are.
fn fingerprint(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\0"));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn macro_of(path: &str) -> &str {
    path.split(": ").next().unwrap_or(path)
}
