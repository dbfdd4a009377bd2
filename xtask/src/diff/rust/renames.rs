//! Types that have another name: what else stands for a removal, an addition, and a change wherever they are used.

use std::collections::{BTreeMap, BTreeSet};

use xtask::public_api::{Kind, Offered};

use super::Items;

/// Types that are gone, each with the new one that has the same parts.
pub(super) fn renamed(old: &Items, new: &Items) -> BTreeMap<String, String> {
    let parts = |items: &Items, of: &str| -> BTreeSet<String> {
        let parts = items.iter().filter(|(_, item)| item.parent.as_deref() == Some(of));
        // What is implemented names the type itself.
        parts.filter(|(_, item)| item.kind != Kind::Impl).map(|(path, _)| last(path).to_owned()).collect()
    };
    let types_only_in = |items: &Items, others: &Items| -> Vec<(String, BTreeSet<String>)> {
        let types = items.iter().filter(|(path, item)| item.kind == Kind::Type && !others.contains_key(*path));
        types.map(|(path, _)| (path.clone(), parts(items, path))).filter(|(_, parts)| !parts.is_empty()).collect()
    };
    let (gone, come) = (types_only_in(old, new), types_only_in(new, old));
    let mut renamed = BTreeMap::new();
    for (path, parts) in &gone {
        let mut candidates = come.iter().filter(|(_, others)| others == parts);
        let is_only_one = gone.iter().filter(|(_, others)| others == parts).count() == 1;
        if let (Some((there, _)), None, true) = (candidates.next(), candidates.next(), is_only_one) {
            renamed.insert(path.clone(), there.clone());
        }
    }
    renamed
}

/// Where something is after the renames.
pub(super) fn now(path: &str, item: &Offered, renamed: &BTreeMap<String, String>) -> String {
    match &item.parent {
        None => now_type(path, renamed),
        Some(of) => {
            let rest = path.strip_prefix(of.as_str()).unwrap_or_default();
            let rest = if item.kind == Kind::Impl { with_new_names(rest, renamed) } else { rest.to_owned() };
            format!("{}{rest}", now_type(of, renamed))
        }
    }
}

pub(super) fn now_type(path: &str, renamed: &BTreeMap<String, String>) -> String {
    renamed.get(path).map_or(path, String::as_str).to_owned()
}

/// A signature as it would be with the new names.
pub(super) fn with_new_names(signature: &str, renamed: &BTreeMap<String, String>) -> String {
    if renamed.is_empty() {
        return signature.to_owned();
    }
    let names: BTreeMap<&str, &str> = renamed.iter().map(|(old, new)| (last(old), last(new))).collect();
    let mut out = String::new();
    let mut word = String::new();
    let flush = |word: &mut String, out: &mut String| {
        out.push_str(names.get(word.as_str()).copied().unwrap_or(word));
        word.clear();
    };
    for character in signature.chars() {
        if character.is_alphanumeric() || character == '_' {
            word.push(character);
        } else {
            flush(&mut word, &mut out);
            out.push(character);
        }
    }
    flush(&mut word, &mut out);
    out
}

/// The name at the end of a path. An impl's is its whole head, in backticks.
pub(super) fn last(path: &str) -> &str {
    if let Some(at) = path.find('`') {
        return path.get(at..).unwrap_or(path);
    }
    path.rsplit("::").next().unwrap_or(path)
}
