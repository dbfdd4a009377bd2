//! From a folder of YAML files to one document: reading, parsing, and following references.

mod folder;
mod reference;
mod scalar;
mod yaml;

use std::collections::HashMap;

pub use folder::read_folder;
pub use reference::{Broken, Target};
pub(crate) use scalar::is_plain_text;

use crate::report::{Finding, Report};
use crate::tree::{Entry, FileId, Node, Sources};

/// The file that everything else hangs from.
pub const ROOT: &str = "openapi.yaml";

/// The spec, parsed: one tree for each file, and the index by which references are followed.
#[derive(Clone, Debug)]
pub struct Document {
    /// The files as read.
    pub sources: Sources,
    /// The tree of each file, in the order of `sources`.
    pub roots: Vec<(FileId, Node)>,
    /// What parsing found that does not keep the rest from being checked.
    pub findings: Vec<Finding>,
    /// Where each top-level key of a file stands among its entries.
    keys: HashMap<(FileId, String), usize>,
}

impl Document {
    /// `openapi.yaml`.
    #[must_use]
    pub fn root(&self) -> Option<&Node> {
        self.tree(self.sources.find(ROOT)?)
    }

    /// The tree of one file.
    #[must_use]
    pub fn tree(&self, file: FileId) -> Option<&Node> {
        self.roots.get(file.0).map(|(_, node)| node)
    }

    /// The entry that stands at the top of a file under this name.
    #[must_use]
    pub fn entry(&self, file: FileId, name: &str) -> Option<&Entry> {
        let position = *self.keys.get(&(file, name.to_owned()))?;
        self.tree(file)?.entries().get(position)
    }

    /// What a reference in `from` leads to.
    ///
    /// # Errors
    ///
    /// Why it leads nowhere.
    pub fn resolve(&self, from: FileId, reference: &str) -> Result<Target<'_>, Broken> {
        reference::resolve(self, from, reference)
    }

    /// The node itself, or what it refers to, through as many references as there are.
    ///
    /// # Errors
    ///
    /// Why a reference leads nowhere, or that it leads back to itself.
    pub fn follow<'a>(&'a self, node: &'a Node) -> Result<&'a Node, Broken> {
        reference::follow(self, node)
    }
}

/// Parses all files.
///
/// # Errors
///
/// What keeps the document from being read at all: no `openapi.yaml`, files that are not YAML or not the YAML that we
/// write. All such findings of all files at once.
pub fn parse(sources: Sources) -> Result<Document, Report> {
    let mut fatal = Vec::new();
    let mut findings = Vec::new();
    let mut roots = Vec::new();
    for (file, source) in sources.iter() {
        match yaml::parse(file, &source.text) {
            Ok(parsed) => {
                roots.push((file, parsed.root));
                findings.extend(parsed.findings);
            }
            Err(found) => fatal.extend(found),
        }
    }
    if sources.find(ROOT).is_none() {
        fatal.insert(0, folder::no_root(&sources));
    }
    if !fatal.is_empty() {
        fatal.extend(findings);
        return Err(Report::new(sources, fatal));
    }
    let keys = roots.iter().flat_map(|(file, root)| {
        root.entries().iter().enumerate().map(|(position, entry)| ((*file, entry.key.clone()), position))
    });
    let keys = keys.collect();
    Ok(Document { sources, roots, findings, keys })
}
