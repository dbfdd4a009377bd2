//! The API that the document describes: operations and components, typed, each with its place.
//!
//! Everything after load and lint works on this, not on YAML. Order is the order of the spec's files.

use crate::tree::{FileId, Node, Place};

/// The whole document.
#[derive(Clone, Debug)]
pub struct Api {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub description: String,
    /// The servers, first the default.
    pub servers: Vec<Server>,
    /// The tags, in order: each becomes a resource handle.
    pub tags: Vec<Tag>,
    /// The operations, in the order of `paths`.
    pub operations: Vec<Operation>,
    /// The components, by file and then by place in the file.
    pub components: Vec<Component>,
}

impl Api {
    /// The component of this name.
    #[must_use]
    pub fn component(&self, name: &str) -> Option<&Component> {
        self.components.iter().find(|component| component.name == name)
    }
}

/// A host that serves the API.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its address.
    pub url: String,
    /// What it is for.
    pub description: String,
}

/// A group of operations.
#[derive(Clone, Debug)]
pub struct Tag {
    /// Its name, which is also its folder's: `checkout_sessions`.
    pub name: String,
    /// What the group is for.
    pub description: String,
    /// Where it is declared.
    pub place: Place,
}

/// One method on one path.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `<tag>.<verb>`.
    pub id: String,
    /// The part before the dot.
    pub tag: String,
    /// The part after the dot: the method's name in Rust.
    pub verb: String,
    /// The HTTP method in upper case.
    pub method: String,
    /// The path with its parameters in braces: `/v1/payments/{payment_id}`.
    pub path: String,
    /// One line.
    pub summary: String,
    /// What a caller needs to know.
    pub description: String,
    /// `x-yuno-source`.
    pub source: String,
    /// `x-yuno-idempotency`.
    pub idempotency: Idempotency,
    /// Path, query and header parameters; path parameters first, in the order of the path.
    pub parameters: Vec<Parameter>,
    /// The body that is sent.
    pub request: Option<Body>,
    /// The one 2xx answer.
    pub success: Answer,
    /// The error answers.
    pub errors: Vec<Answer>,
    /// Whether the vendor wants nobody to call it any more, and why.
    pub deprecated: Option<String>,
    /// Where the operation stands.
    pub place: Place,
}

/// How a retry of an operation is made safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Idempotency {
    /// The idempotency key makes it safe.
    Key,
    /// The key, and before a second try a look whether the first one acted.
    Lookup {
        /// The operation that looks.
        operation: String,
        /// The member of the body that identifies what to look for, also the query parameter of `operation`.
        field: String,
    },
    /// To repeat it changes nothing further.
    Natural,
    /// A retry may act twice.
    None,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: String,
    /// `x-yuno-name`, or the name.
    pub rust_name: String,
    /// Where it travels.
    pub location: Location,
    /// Whether a call without it is refused.
    pub required: bool,
    /// Its type: a scalar or a reference to one.
    pub ty: Type,
    /// What it is.
    pub description: String,
    /// Whether the vendor wants nobody to give it any more, and why.
    pub deprecated: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// What it holds.
    pub ty: Type,
    /// Its examples.
    pub examples: Vec<Example>,
    /// Where it stands.
    pub place: Place,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// What it means.
    pub description: String,
    /// What it holds, if anything.
    pub ty: Option<Type>,
    /// Its examples.
    pub examples: Vec<Example>,
    /// Where it stands.
    pub place: Place,
}

/// A named example body.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its key under `examples`.
    pub name: String,
    /// One line.
    pub summary: String,
    /// The body.
    pub value: serde_json::Value,
    /// The same with every digit as it is written.
    pub node: Node,
    /// Where it stands.
    pub place: Place,
}

/// A named schema.
#[derive(Clone, Debug)]
pub struct Component {
    /// Its name, which is also its Rust name.
    pub name: String,
    /// The file that it stands in.
    pub file: FileId,
    /// The module path that mirrors the file, without extension: `payments/card`.
    pub module: String,
    /// What it is.
    pub description: String,
    /// `x-yuno-source`.
    pub source: Option<String>,
    /// Its shape.
    pub kind: Kind,
    /// Which way it travels.
    pub direction: Direction,
    /// Whether it is the body of a PATCH, where absent, null and value are three things.
    pub patch: bool,
    /// Whether the vendor wants nobody to use it any more, and why.
    pub deprecated: Option<String>,
    /// Where its name stands.
    pub place: Place,
}

impl Component {
    /// Its members, where it is an object.
    #[must_use]
    pub fn properties(&self) -> &[Property] {
        match &self.kind {
            Kind::Object { properties, .. } => properties,
            Kind::Enum { .. } | Kind::Text { .. } => &[],
        }
    }

    /// Whether null is a value of this member: where the spec says so of what is sent, and in the body of a PATCH, where
    /// absent, null and a value are three things.
    #[must_use]
    pub fn takes_null(&self, property: &Property) -> bool {
        let by_patch = self.patch && !property.required;
        self.direction.request && !property.read_only && (property.nullable || by_patch)
    }
}

/// Which way a component travels, from where it is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Direction {
    /// It is sent.
    pub request: bool,
    /// It is received.
    pub response: bool,
}

/// The shape of a component.
#[derive(Clone, Debug)]
pub enum Kind {
    /// An object.
    Object {
        /// Its members, in the order of the spec.
        properties: Vec<Property>,
        /// `x-yuno-rules`.
        rules: Vec<Rule>,
    },
    /// A list of known texts.
    Enum {
        /// The texts.
        values: Vec<EnumValue>,
        /// Whether others may come: all but those with `x-yuno-open: false`.
        open: bool,
    },
    /// A text with a meaning of its own, such as an id.
    Text {
        /// What it may hold.
        limits: Limits,
        /// `x-yuno-sensitive`.
        sensitive: Option<Sensitivity>,
    },
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The text on the wire.
    pub value: String,
    /// The name from `x-yuno-values`, where one is given.
    pub rust_name: Option<String>,
    /// The doc line from `x-yuno-values`, where one is given.
    pub description: Option<String>,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Property {
    /// The name on the wire.
    pub name: String,
    /// `x-yuno-name`, where one is given.
    pub rust_name: Option<String>,
    /// Its type.
    pub ty: Type,
    /// Whether a request must have it.
    pub required: bool,
    /// Whether null is a value that a request may send.
    pub nullable: bool,
    /// Its own description, else that of the component that it refers to.
    pub description: String,
    /// `x-yuno-source`.
    pub source: Option<String>,
    /// `x-yuno-sensitive`.
    pub sensitive: Option<Sensitivity>,
    /// What a request may hold here. Of a list: the items' lengths, bounds and pattern, and the list's number of items.
    pub limits: Limits,
    /// `x-yuno-one-or-many`.
    pub one_or_many: bool,
    /// What the API assumes where a request has nothing, as JSON with every digit of the spec.
    pub default: Option<String>,
    /// Only answers have it.
    pub read_only: bool,
    /// Whether the vendor wants nobody to use it any more, and why.
    pub deprecated: Option<String>,
    /// Where its name stands.
    pub place: Place,
}

/// The type of a member or parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `type: string`.
    Text,
    /// `type: string, format: date-time`.
    Time,
    /// `type: integer`.
    Integer,
    /// `type: number`: an exact decimal.
    Number,
    /// `type: boolean`.
    Flag,
    /// `{}`: any JSON value.
    Any,
    /// A component, by name.
    Ref(String),
    /// `type: array`.
    List(Box<Type>),
}

/// What a value may be when we send it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Characters, at least.
    pub min_length: Option<u64>,
    /// Characters, at most.
    pub max_length: Option<u64>,
    /// Items, at least.
    pub min_items: Option<u64>,
    /// Items, at most.
    pub max_items: Option<u64>,
    /// The least number, as written.
    pub minimum: Option<String>,
    /// The greatest number, as written.
    pub maximum: Option<String>,
    /// A regular expression.
    pub pattern: Option<String>,
}

/// Why a value is not to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensitivity {
    /// A card or account number.
    Pan,
    /// A code that proves possession: CVV, PIN, one-time password, cryptogram.
    SecurityCode,
    /// A token or session that lets its holder act.
    Token,
    /// Data about a person.
    Personal,
}

/// A rule across members, from `x-yuno-rules`. Paths are dotted and relative to the component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The member must be there, depending on others.
    Require {
        /// The member.
        path: String,
        /// Only where all of these hold: member and the values that it may have.
        when: Vec<(String, Vec<String>)>,
        /// Not where any of these holds.
        unless: Vec<(String, Vec<String>)>,
        /// The reason, for the error's text.
        because: String,
    },
    /// Either all of them or none.
    Together {
        /// The members.
        paths: Vec<String>,
        /// The reason.
        because: String,
    },
    /// At least one of them.
    AnyOf {
        /// The members.
        paths: Vec<String>,
        /// The reason.
        because: String,
    },
}
