//! Follows `$ref`s from file to file.

use super::{Document, ROOT};
use crate::tree::{Entry, FileId, Node};

/// References through references, at most. Honest documents have one or two in a row.
const MAX_STEPS: usize = 16;

/// What a reference leads to.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The file that it stands in.
    pub file: FileId,
    /// Its name and value: an entry at the top of that file.
    pub entry: &'a Entry,
}

/// Why a reference leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is not of the form `file.yaml#/Name`.
    Form,
    /// It leads out of the spec folder, or to another host.
    Outside,
    /// It leads into `openapi.yaml`, which holds no components.
    Root,
    /// The spec has no such file.
    NoFile(String),
    /// The file has no such entry; with the entry that was perhaps meant.
    NoEntry {
        /// The file, below the spec folder.
        file: String,
        /// What it should have had.
        name: String,
        /// The entry whose name is like it.
        like: Option<String>,
    },
    /// It leads, over other references, back to itself.
    Circle,
}

pub(super) fn resolve<'a>(document: &'a Document, from: FileId, reference: &str) -> Result<Target<'a>, Broken> {
    if reference.contains("://") || reference.starts_with('/') || reference.contains('\\') {
        return Err(Broken::Outside);
    }
    let (path, pointer) = reference.split_once('#').ok_or(Broken::Form)?;
    let file = if path.is_empty() {
        from
    } else {
        let base = document.sources.get(from).map_or("", |source| source.path.as_str());
        let path = join(base, path).ok_or(Broken::Outside)?;
        document.sources.find(&path).ok_or(Broken::NoFile(path))?
    };
    if document.sources.get(file).is_some_and(|source| source.path == ROOT) {
        return Err(Broken::Root);
    }
    let name = pointer.strip_prefix('/').ok_or(Broken::Form)?;
    if name.is_empty() || name.contains('/') {
        return Err(Broken::Form);
    }
    let name = name.replace("~1", "/").replace("~0", "~");
    match document.entry(file, &name) {
        Some(entry) => Ok(Target { file, entry }),
        None => Err(Broken::NoEntry {
            file: document.sources.get(file).map(|source| source.path.clone()).unwrap_or_default(),
            like: like(document, file, &name),
            name,
        }),
    }
}

pub(super) fn follow<'a>(document: &'a Document, node: &'a Node) -> Result<&'a Node, Broken> {
    let mut node = node;
    for _ in 0..MAX_STEPS {
        let Some(reference) = node.text_at("$ref") else { return Ok(node) };
        node = &document.resolve(node.place.file, reference)?.entry.node;
    }
    Err(Broken::Circle)
}

/// The path that `relative` means in the file `base`; none where it climbs out of the spec folder.
fn join(base: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The entry of a file that differs from `name` only in case and in `_`.
fn like(document: &Document, file: FileId, name: &str) -> Option<String> {
    let plain = |text: &str| text.replace(['_', '-'], "").to_lowercase();
    let wanted = plain(name);
    let entries = document.tree(file)?.entries();
    entries.iter().map(|entry| &entry.key).find(|key| plain(key) == wanted).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_the_file() {
        assert_eq!(join("payments/card.yaml", "../common/ids.yaml").as_deref(), Some("common/ids.yaml"));
        assert_eq!(join("payments/card.yaml", "./status.yaml").as_deref(), Some("payments/status.yaml"));
        assert_eq!(join("openapi.yaml", "customers/operations.yaml").as_deref(), Some("customers/operations.yaml"));
        assert_eq!(join("payments/card.yaml", "../../secret.yaml"), None);
        assert_eq!(join("openapi.yaml", "../x.yaml"), None);
    }
}
