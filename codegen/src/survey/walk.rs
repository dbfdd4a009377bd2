//! The walk itself: from the paths of the root over every reference, then through what no reference led to.

use std::collections::HashMap;

use super::{BadReason, BadReference, METHODS, Part, RawOperation, Role, Schema, Use, files, guess};
use crate::load::{Broken, Document};
use crate::tree::{Entry, FileId, Node, Place};

/// What has been seen so far.
pub(super) struct Walk<'a> {
    document: &'a Document,
    pub(super) roles: HashMap<(FileId, &'a str), Role>,
    queue: Vec<(Role, &'a Entry)>,
    pub(super) operations: Vec<RawOperation<'a>>,
    pub(super) schemas: Vec<Schema<'a>>,
    pub(super) parts: Vec<(Part, &'a Node)>,
    pub(super) bad: Vec<BadReference>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            roles: HashMap::new(),
            queue: Vec::new(),
            operations: Vec::new(),
            schemas: Vec::new(),
            parts: Vec::new(),
            bad: Vec::new(),
        }
    }

    pub(super) fn paths(&mut self) {
        let Some(paths) = self.document.root().and_then(|root| root.get("paths")) else { return };
        for path in paths.entries() {
            self.visit(Role::PathItem, path);
            let Ok(item) = self.document.follow(&path.node) else { continue };
            for entry in item.entries().iter().filter(|entry| METHODS.contains(&entry.key.as_str())) {
                self.operations.push(RawOperation { path, item, entry });
            }
        }
    }

    pub(super) fn leftovers(&mut self) {
        for (file, root) in files(self.document) {
            for entry in root.entries() {
                if !self.roles.contains_key(&(file, entry.key.as_str())) {
                    let role = guess(&entry.node);
                    self.roles.insert((file, &entry.key), role);
                    self.queue.push((role, entry));
                }
            }
        }
    }

    pub(super) fn drain(&mut self) {
        while let Some((role, entry)) = self.queue.pop() {
            if role == Role::Schema {
                self.schema(Use::Component, &entry.key, entry.key_place, &entry.node);
            } else {
                self.visit(role, entry);
            }
        }
    }

    /// Follows the entry's reference, or goes into it.
    fn visit(&mut self, role: Role, entry: &'a Entry) {
        self.node(role, &entry.node);
    }

    fn node(&mut self, role: Role, node: &'a Node) {
        if self.reference(role, node) {
            return;
        }
        match role {
            Role::PathItem => {
                self.parts.push((Part::PathItem, node));
                self.parameters(node);
                for operation in node.entries().iter().filter(|entry| METHODS.contains(&entry.key.as_str())) {
                    self.operation(&operation.node);
                }
            }
            Role::Parameter => {
                self.parts.push((Part::Parameter, node));
                if let Some(schema) = node.entry("schema") {
                    self.schema(Use::Parameter, &schema.key, schema.key_place, &schema.node);
                }
            }
            Role::RequestBody => {
                self.parts.push((Part::RequestBody, node));
                self.content(node);
            }
            Role::Response => {
                self.parts.push((Part::Response, node));
                self.content(node);
            }
            Role::Example => self.parts.push((Part::Example, node)),
            Role::Schema => {}
        }
    }

    fn operation(&mut self, operation: &'a Node) {
        self.parts.push((Part::Operation, operation));
        self.parameters(operation);
        if let Some(body) = operation.entry("requestBody") {
            self.visit(Role::RequestBody, body);
        }
        for response in operation.get("responses").map_or(&[][..], Node::entries) {
            self.visit(Role::Response, response);
        }
    }

    fn parameters(&mut self, node: &'a Node) {
        for parameter in node.get("parameters").map_or(&[][..], Node::items) {
            self.node(Role::Parameter, parameter);
        }
    }

    fn content(&mut self, node: &'a Node) {
        for media in node.get("content").map_or(&[][..], Node::entries) {
            self.parts.push((Part::Media, &media.node));
            if let Some(schema) = media.node.entry("schema") {
                self.schema(Use::Body, &schema.key, schema.key_place, &schema.node);
            }
            for example in media.node.get("examples").map_or(&[][..], Node::entries) {
                self.visit(Role::Example, example);
            }
        }
    }

    fn schema(&mut self, usage: Use, key: &'a str, place: Place, node: &'a Node) {
        if usage != Use::Component && self.reference(Role::Schema, node) {
            return;
        }
        self.schemas.push(Schema { node, usage, key, place });
        if usage == Use::Component && self.reference(Role::Schema, node) {
            return;
        }
        for property in node.get("properties").map_or(&[][..], Node::entries) {
            self.schema(Use::Property, &property.key, property.key_place, &property.node);
        }
        if let Some(items) = node.entry("items") {
            self.schema(Use::Items, &items.key, items.key_place, &items.node);
        }
        for key in ["allOf", "oneOf", "anyOf"] {
            for part in node.get(key).map_or(&[][..], Node::items) {
                self.schema(Use::Part, key, part.place, part);
            }
        }
        for key in ["not", "additionalProperties"] {
            if let Some(part) = node.entry(key) {
                self.schema(Use::Part, key, part.key_place, &part.node);
            }
        }
    }

    /// Follows the node's reference, if it is one.
    fn reference(&mut self, role: Role, node: &'a Node) -> bool {
        let Some(reference) = node.entry("$ref") else { return false };
        let place = reference.node.place;
        let text = reference.node.text().unwrap_or_default();
        if node.entries().len() > 1 {
            self.bad.push(BadReference { place, text: text.to_owned(), reason: BadReason::Siblings });
        }
        match self.document.resolve(place.file, text) {
            Ok(target) if target.entry.node.get("$ref").is_some() && self.document.follow(node).is_err() => {
                self.bad.push(BadReference { place, text: text.to_owned(), reason: BadReason::Broken(Broken::Circle) });
            }
            Ok(target) => match self.roles.get(&(target.file, target.entry.key.as_str())) {
                None => {
                    self.roles.insert((target.file, &target.entry.key), role);
                    self.queue.push((role, target.entry));
                }
                Some(is) if *is == role => {}
                Some(is) => {
                    let reason = BadReason::Role { is: *is, wanted: role };
                    self.bad.push(BadReference { place, text: text.to_owned(), reason });
                }
            },
            Err(broken) => {
                self.bad.push(BadReference { place, text: text.to_owned(), reason: BadReason::Broken(broken) });
            }
        }
        true
    }
}
