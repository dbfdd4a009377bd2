//! What changed between two documents, judged: each difference with its rule, its level and its places.
//!
//! Works on any `OpenAPI` 3.0 or 3.1 document. Both are first brought to one form ([`Surface`]), in which references are
//! followed, so that a renamed or moved schema is no difference; what is compared is what a caller sends and receives.

mod compare;
mod document;
mod rules;
mod surface;
pub mod upstream;
mod verdict;

use serde::Serialize;

pub use compare::compare;
pub use document::Document;
pub use rules::{Rule, Topic, rule, rules};
pub use surface::Surface;
pub use verdict::Verdict;

/// How a difference concerns those who call the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nobody has to do anything.
    Safe,
    /// Works as before, but behaviour that somebody may count on is another.
    Risky,
    /// A caller who was right before is wrong now.
    Breaking,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// The file, as it was given.
    pub file: String,
    /// The line, counted from one.
    pub line: usize,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The rule that found it: `request-field-became-required`.
    pub rule: &'static str,
    /// How it concerns callers.
    pub level: Level,
    /// Stays the same across unrelated edits: made of the rule, the operation, the path and what is compared.
    pub fingerprint: String,
    /// The operation, by its id or else `METHOD /path`. Empty for what belongs to the document as a whole.
    pub operation: String,
    /// The other operations that the same lines of the documents concern, such as those that share a component.
    pub others: Vec<String>,
    /// Where in the operation: `request.body.amount.value`, `response.200.body.status`.
    pub path: String,
    /// Its place in the old document. `None` for what is new.
    pub base: Option<Position>,
    /// Its place in the new document. `None` for what is gone.
    pub head: Option<Position>,
    /// One sentence: what changed, and who must do what.
    pub text: String,
}

/// What two documents differ in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The differences, the gravest first, then by operation and path.
    pub findings: Vec<Difference>,
    /// Whether prose, examples or order changed too. Nobody has to do anything about that.
    pub prose_changed: bool,
}
