//! Reads the typed model from the document.
//!
//! Whatever is missing or malformed is read as best it can be: it is lint that says so, except for the few things that
//! only reading sees (a type that has no place in the model, an extension of the wrong form), which are found here.

mod body;
mod direction;
mod extension;
mod operation;
mod schema;

use crate::load::Document;
use crate::model::{Api, Server, Tag};
use crate::report::Finding;
use crate::survey::{Role, Survey};
use crate::tree::{Node, Place};

/// The model of a document, and what could not be read into it.
#[must_use]
pub fn model_of(document: &Document) -> (Api, Vec<Finding>) {
    read(&Survey::new(document))
}

/// The model of a document that is surveyed already.
#[must_use]
pub fn read(survey: &Survey<'_>) -> (Api, Vec<Finding>) {
    let mut reader = Reader { document: survey.document, findings: Vec::new() };
    let root = survey.document.root();
    let info = root.and_then(|root| root.get("info"));
    let mut components: Vec<_> = survey.named(Role::Schema).map(|named| reader.component(named)).collect();
    let operations: Vec<_> = survey.operations.iter().map(|raw| reader.operation(raw)).collect();
    direction::mark(&mut components, &operations);
    let api = Api {
        title: text(info, "title"),
        version: text(info, "version"),
        description: text(info, "description"),
        servers: list(root, "servers")
            .iter()
            .map(|node| Server { url: text(Some(node), "url"), description: text(Some(node), "description") })
            .collect(),
        tags: list(root, "tags")
            .iter()
            .map(|node| Tag {
                name: text(Some(node), "name"),
                description: text(Some(node), "description"),
                place: node.entry("name").map_or(node.place, |entry| entry.node.place),
            })
            .collect(),
        operations,
        components,
    };
    (api, reader.findings)
}

/// Reads, and keeps what it could not read.
struct Reader<'a> {
    document: &'a Document,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn find(&mut self, rule: &'static str, place: Place, message: impl Into<String>, remedy: impl Into<String>) {
        self.findings.push(Finding {
            rule,
            message: message.into(),
            place: Some(place),
            related: None,
            remedy: remedy.into(),
        });
    }
}

/// The text under a key, or nothing.
fn text(node: Option<&Node>, key: &str) -> String {
    node.and_then(|node| node.text_at(key)).unwrap_or_default().to_owned()
}

/// The items of the list under a key.
fn list<'a>(node: Option<&'a Node>, key: &str) -> &'a [Node] {
    node.and_then(|node| node.get(key)).map_or(&[], Node::items)
}

/// Whether the node says that it is on its way out. The description says why.
fn deprecated(node: &Node) -> Option<String> {
    let is = node.get("deprecated").and_then(Node::flag).unwrap_or_default();
    is.then(String::new)
}
