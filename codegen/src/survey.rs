//! A walk over the document that finds out what each part of it is: an entry of a file is a schema, a parameter or an
//! example by how it is referred to, not by where it stands.

mod walk;

use std::collections::BTreeMap;

use crate::load::{Broken, Document, ROOT};
use crate::tree::{Entry, FileId, Node, Place};
use walk::Walk;

/// The HTTP methods that a path item may hold.
pub const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// What a part of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A path with its methods.
    PathItem,
    /// A parameter.
    Parameter,
    /// A request body.
    RequestBody,
    /// An answer.
    Response,
    /// An example.
    Example,
    /// A schema.
    Schema,
}

impl Role {
    /// How a sentence names it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PathItem => "path item",
            Self::Parameter => "parameter",
            Self::RequestBody => "request body",
            Self::Response => "response",
            Self::Example => "example",
            Self::Schema => "schema",
        }
    }

    /// The same with its article.
    #[must_use]
    pub fn with_article(self) -> String {
        format!("{} {}", if self == Self::Example { "an" } else { "a" }, self.name())
    }
}

/// An entry at the top of a file.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// The file.
    pub file: FileId,
    /// Its name and value.
    pub entry: &'a Entry,
    /// What it is: from the references to it, else from its looks.
    pub role: Role,
    /// Whether a way leads to it from the paths of `openapi.yaml`.
    pub used: bool,
}

/// A reference that leads nowhere, or to something of another kind.
#[derive(Clone, Debug)]
pub struct BadReference {
    /// Where it stands.
    pub place: Place,
    /// The reference.
    pub text: String,
    /// What is wrong with it.
    pub reason: BadReason,
}

/// What is wrong with a reference.
#[derive(Clone, Debug)]
pub enum BadReason {
    /// It leads nowhere.
    Broken(Broken),
    /// What it refers to is used as something else elsewhere.
    Role {
        /// What it is elsewhere.
        is: Role,
        /// What it would have to be here.
        wanted: Role,
    },
    /// Other keys stand beside it, which `OpenAPI` 3.0 ignores.
    Siblings,
}

/// How a schema is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is a component.
    Component,
    /// It is a member of an object.
    Property,
    /// It is the item of a list.
    Items,
    /// It is the type of a parameter.
    Parameter,
    /// It is the type of a body.
    Body,
    /// It stands under `allOf`, `oneOf`, `anyOf`, `not` or `additionalProperties`.
    Part,
}

/// A schema, written out in one place.
#[derive(Clone, Copy, Debug)]
pub struct Schema<'a> {
    /// The schema.
    pub node: &'a Node,
    /// How it is used.
    pub usage: Use,
    /// The key that it stands under, and that key's place.
    pub key: &'a str,
    /// Where to point.
    pub place: Place,
}

/// A part of the document that is no schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A path with its methods.
    PathItem,
    /// One method of a path.
    Operation,
    /// A parameter.
    Parameter,
    /// A request body.
    RequestBody,
    /// An answer.
    Response,
    /// A content type of a body.
    Media,
    /// An example.
    Example,
}

/// One method of one path, as written.
#[derive(Clone, Copy, Debug)]
pub struct RawOperation<'a> {
    /// The path, from `paths`.
    pub path: &'a Entry,
    /// The path item.
    pub item: &'a Node,
    /// The method and its operation.
    pub entry: &'a Entry,
}

/// What the walk found.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The document.
    pub document: &'a Document,
    /// The operations, in the order of `paths`.
    pub operations: Vec<RawOperation<'a>>,
    /// Every entry of every file but the root, by file and place.
    pub entries: Vec<Named<'a>>,
    /// Every schema that is written out somewhere.
    pub schemas: Vec<Schema<'a>>,
    /// Everything else that is written out somewhere.
    pub parts: Vec<(Part, &'a Node)>,
    /// References that are wrong.
    pub bad: Vec<BadReference>,
}

impl<'a> Survey<'a> {
    /// Walks the whole document.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        let mut walk = Walk::new(document);
        walk.paths();
        walk.drain();
        let used = walk.roles.clone();
        walk.leftovers();
        walk.drain();
        let entries = files(document).flat_map(|(file, root)| root.entries().iter().map(move |entry| (file, entry)));
        let entries = entries.map(|(file, entry)| {
            let key = (file, entry.key.as_str());
            let role = walk.roles.get(&key).copied().unwrap_or_else(|| guess(&entry.node));
            Named { file, entry, role, used: used.contains_key(&key) }
        });
        Self {
            document,
            entries: entries.collect(),
            operations: walk.operations,
            schemas: walk.schemas,
            parts: walk.parts,
            bad: walk.bad,
        }
    }

    /// The entries of one kind.
    pub fn named(&self, role: Role) -> impl Iterator<Item = &Named<'a>> {
        self.entries.iter().filter(move |named| named.role == role)
    }

    /// How often each component name stands, with its entries.
    #[must_use]
    pub fn by_name(&self, role: Role) -> BTreeMap<&'a str, Vec<Named<'a>>> {
        let mut names: BTreeMap<&str, Vec<Named<'a>>> = BTreeMap::new();
        for named in self.named(role) {
            names.entry(&named.entry.key).or_default().push(*named);
        }
        names
    }
}

/// The files that hold components: all but the root.
fn files(document: &Document) -> impl Iterator<Item = (FileId, &Node)> {
    let root = document.sources.find(ROOT);
    document.roots.iter().filter(move |(file, _)| Some(*file) != root).map(|(file, node)| (*file, node))
}

/// What an entry that nothing refers to is meant to be.
fn guess(node: &Node) -> Role {
    if node.get("in").is_some() {
        Role::Parameter
    } else if node.get("value").is_some() {
        Role::Example
    } else if METHODS
        .iter()
        .any(|method| node.get(method).is_some_and(|operation| operation.get("responses").is_some()))
    {
        Role::PathItem
    } else if node.get("content").is_some() {
        Role::Response
    } else {
        Role::Schema
    }
}
