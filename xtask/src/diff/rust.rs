//! The second level: what changes for those who write Rust against `yuno-api`.

mod renames;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};
use yuno_codegen::diff::{Difference, Level};

use super::source::{CrateSources, Side};
use renames::{last, now, now_type, renamed, with_new_names};
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

    fn changed(&self, path: &str, there: &str, was: &Offered, is: &Offered, found: &mut Vec<Difference>) {
        let of = is.parent.as_deref().unwrap_or_default();
        let mut tell = |rule, level, text| {
            found.push(self.finding(rule, level, there, Some(path), Some(there), text));
        };
        if let (None, Some(note)) = (&was.deprecated, &is.deprecated) {
            let note = if note.is_empty() { String::new() } else { format!(" {note}") };
            tell(
                "rust-item-deprecated",
                Level::Safe,
                format!("`{there}` is deprecated: the compiler warns of it.{note}"),
            );
        }
        let (old, new) = (with_new_names(&was.shape, &self.renamed), &is.shape);
        let lost_const = was.signature.starts_with("const fn") && !is.signature.starts_with("const fn");
        let is_same = (old == *new && !lost_const) || (was.kind, is.kind) == (Kind::Module, Kind::Module);
        let name = last(there);
        if let (Kind::Field { required: asked, skipped: had_none }, Kind::Field { required: asks, skipped: has_none }) =
            (was.kind, is.kind)
        {
            if asks && !asked {
                let text = format!("The builder of `{of}` now asks for `{name}`: give it in every call.");
                tell("rust-field-became-required", Level::Breaking, text);
            } else if asked && !asks && !has_none {
                let (level, reads) = match is_same {
                    true => (Level::Safe, ""),
                    false => (Level::Breaking, "; code that reads it gets an `Option`"),
                };
                let text = format!("The builder of `{of}` does not ask for `{name}` any more{reads}.");
                tell("rust-field-became-optional", level, text);
            }
            if has_none && !had_none {
                let text = format!("The builder of `{of}` has no `{name}` any more: leave it out.");
                tell("rust-field-left-builder", Level::Breaking, text);
            } else if had_none && !has_none && !asks {
                tell("rust-field-joined-builder", Level::Safe, format!("The builder of `{of}` has a new `{name}`."));
            }
            // What is asked for is no `Option`, and the other way round: one change, told above.
            let option = |of: &str| format!("Option<{of}>");
            if asks != asked && (old == option(new) || *new == option(&old)) {
                return;
            }
        }
        if is_same {
            return;
        }
        let (was, is) = (&was.signature, &is.signature);
        let (rule, text) = match self.new.get(there).map(|item| item.kind) {
            Some(Kind::Field { .. }) => (
                "rust-field-type-changed",
                format!("`{there}` is `{is}`, was `{was}`: code that sets or reads it must follow."),
            ),
            Some(Kind::Variant) => {
                let text = format!("`{there}` is {is}, was {was}.");
                return tell("rust-value-text-changed", Level::Risky, text);
            }
            Some(Kind::Method | Kind::Function) => {
                ("rust-signature-changed", format!("`{there}` is `{is}`, was `{was}`: uses of it must follow."))
            }
            _ => {
                let (level, text) = match is.strip_prefix(was.as_str()).or(was.strip_suffix(is.as_str())) {
                    Some(" and a builder") => (Level::Safe, format!("`{there}` has a builder now.")),
                    Some("#[non_exhaustive] ") => (Level::Safe, format!("`{there}` can be written out now.")),
                    _ => (
                        Level::Breaking,
                        format!("`{there}` is `{is}`, was `{was}`: code that counts on the old must follow."),
                    ),
                };
                return tell("rust-type-changed", level, text);
            }
        };
        tell(rule, Level::Breaking, text);
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
