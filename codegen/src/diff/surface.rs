//! A document in the one form in which documents are compared: what a caller sends and receives, references followed.
//!
//! Names of schemas, files, tags and path parameters are gone; so are the two spellings of 3.0 and 3.1, and `allOf`.

mod canonical;
mod core;
mod kinds;
mod limits;
mod merge;
mod operations;
mod parts;
mod reader;
mod security;
mod servers;
mod shapes;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use canonical::shown;
pub(super) use kinds::{Kind, named};
pub(super) use limits::{Bound, Limit};
pub(super) use security::{Requirement, Requirements};

use super::{Document, Position};
use crate::report::Report;
use crate::tree::Place;

/// How alternatives (`oneOf`, `anyOf`) are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unions {
    /// As alternatives.
    Kept,
    /// As one object that has the members of all: how the vendor's documents are to be read, which give an alternative
    /// for each example.
    Merged,
}

/// What a document says to those who call the API.
#[derive(Debug)]
pub struct Surface {
    /// The names of the files, as places are shown.
    files: Vec<String>,
    pub(super) servers: BTreeMap<String, Place>,
    /// By method and path, whose parameters are `{}`.
    pub(super) operations: BTreeMap<String, Operation>,
    pub(super) schemas: Vec<Schema>,
    /// Of the document as a whole.
    pub(super) prose: u64,
}

impl Surface {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// References that lead nowhere, and what stands where something else should; all at once, with their lines.
    pub fn of(document: &Document) -> Result<Self, Report> {
        reader::read(document, Unions::Kept)
    }

    /// Reads a document whose alternatives are the shapes of one object.
    pub(super) fn merged(document: &Document) -> Result<Self, Report> {
        reader::read(document, Unions::Merged)
    }

    /// The operations that the document has, as `METHOD /path`, whose parameters are `{}`.
    pub fn operations(&self) -> impl Iterator<Item = &str> {
        self.operations.keys().map(String::as_str)
    }

    pub(super) fn schema(&self, id: SchemaId) -> &Schema {
        // Ids come from the surface that they are asked of; the fallback keeps a mistake from being a crash.
        self.schemas.get(id.0).unwrap_or(&self.schemas[0])
    }

    pub(super) fn position(&self, place: Place) -> Position {
        Position { file: self.files.get(place.file.0).cloned().unwrap_or_default(), line: place.line }
    }
}

/// Which schema of a [`Surface`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SchemaId(pub(super) usize);

/// The schema that allows anything, which every surface has.
pub(super) const ANYTHING: SchemaId = SchemaId(0);

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot<T> {
    pub(super) value: T,
    pub(super) place: Place,
}

/// An operation, or a webhook or callback, which is one the other way round.
#[derive(Debug)]
pub(super) struct Operation {
    /// Its id, else `METHOD /path`: how a report calls it.
    pub(super) name: String,
    pub(super) id: Option<Spot<String>>,
    /// Whether the vendor calls the merchant.
    pub(super) inbound: bool,
    pub(super) place: Place,
    pub(super) deprecated: Option<Place>,
    /// Only where they are other than the document's.
    pub(super) servers: Option<BTreeMap<String, Place>>,
    pub(super) security: Requirements,
    /// `x-yuno-idempotency`: its word, and for `lookup` the operation and field.
    pub(super) idempotency: Option<Spot<(String, String)>>,
    pub(super) parameters: BTreeMap<(Location, String), Parameter>,
    pub(super) body: Option<Body>,
    pub(super) responses: BTreeMap<String, Response>,
    pub(super) prose: u64,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

impl Location {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// A parameter, or a header of an answer.
#[derive(Debug)]
pub(super) struct Parameter {
    /// Its name as written. What it is found by may be another: path parameters go by their position.
    pub(super) name: String,
    pub(super) required: bool,
    pub(super) place: Place,
    /// `style` and `explode`, with what they are where nothing is said.
    pub(super) style: String,
    pub(super) allows_reserved: bool,
    pub(super) allows_empty: bool,
    /// The content type, where the value is a document of its own.
    pub(super) content: Option<String>,
    pub(super) deprecated: Option<Place>,
    pub(super) schema: SchemaId,
    pub(super) prose: u64,
}

/// A request body.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) required: bool,
    pub(super) place: Place,
    pub(super) content: BTreeMap<String, Media>,
    pub(super) prose: u64,
}

/// A body of one content type.
#[derive(Debug)]
pub(super) struct Media {
    pub(super) place: Place,
    pub(super) schema: SchemaId,
    /// How the parts of a form are encoded.
    pub(super) encoding: Option<Spot<String>>,
    pub(super) prose: u64,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) place: Place,
    /// By name in lower case.
    pub(super) headers: BTreeMap<String, Parameter>,
    pub(super) content: BTreeMap<String, Media>,
    pub(super) prose: u64,
}

/// A schema: what it says of any value, and the schemas that it is made of.
#[derive(Clone, Debug)]
pub(super) struct Schema {
    pub(super) core: Core,
    pub(super) fields: BTreeMap<String, Field>,
    pub(super) extra: Extra,
    pub(super) items: Option<SchemaId>,
    pub(super) tuple: Vec<SchemaId>,
    pub(super) alternatives: Vec<SchemaId>,
    pub(super) discriminator: Option<Discriminator>,
    /// Equal where two schemas say the same, however they are written.
    pub(super) shape: u64,
}

/// What a schema says of a value by itself.
#[derive(Clone, Debug)]
pub(super) struct Core {
    pub(super) place: Place,
    /// None for any value.
    pub(super) types: Option<BTreeSet<Kind>>,
    pub(super) nullable: bool,
    pub(super) format: Option<String>,
    /// Allowed values as JSON.
    pub(super) values: Option<BTreeMap<String, Place>>,
    /// `x-yuno-open: false`.
    pub(super) closed: bool,
    pub(super) limits: BTreeMap<Limit, Bound>,
    pub(super) patterns: BTreeSet<String>,
    pub(super) multiple_of: Option<String>,
    pub(super) unique: bool,
    pub(super) default: Option<String>,
    pub(super) deprecated: bool,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) sensitive: Option<String>,
    pub(super) one_or_many: bool,
    pub(super) encoding: Option<String>,
    /// `x-yuno-rules`, without their prose.
    pub(super) rules: BTreeMap<String, Place>,
    /// What is only compared as it is written: `not`, `if`, `patternProperties` and the like.
    pub(super) conditions: BTreeSet<String>,
    /// Whether alternatives exclude each other.
    pub(super) one_of: bool,
    /// Where each keyword stands.
    pub(super) marks: BTreeMap<&'static str, Place>,
    /// Of descriptions, examples and the like.
    pub(super) prose: u64,
    /// What is said of each value.
    pub(super) value_prose: BTreeMap<String, String>,
    /// Members and values as they follow each other.
    pub(super) order: Vec<String>,
}

impl Core {
    /// Where a keyword stands, else where the schema does.
    pub(super) fn at(&self, keyword: &str) -> Place {
        self.marks.get(keyword).copied().unwrap_or(self.place)
    }
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) schema: SchemaId,
    pub(super) required: bool,
    pub(super) place: Place,
}

/// What an object says of members that it does not list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Extra {
    Any,
    Refused,
    Like(SchemaId),
}

/// The member whose value tells alternatives apart.
#[derive(Clone, Debug)]
pub(super) struct Discriminator {
    pub(super) property: String,
    pub(super) place: Place,
    pub(super) mapping: BTreeMap<String, SchemaId>,
}
