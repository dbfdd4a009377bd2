//! Operations and their parameters.

use super::{Reader, deprecated, list, text};
use crate::model::{Location, Operation, Parameter};
use crate::survey::RawOperation;
use crate::tree::Node;

impl Reader<'_> {
    /// One method of one path.
    pub(super) fn operation(&mut self, raw: &RawOperation<'_>) -> Operation {
        let node = &raw.entry.node;
        let tag = list(Some(node), "tags").first().and_then(Node::text).unwrap_or_default();
        let id = text(Some(node), "operationId");
        let (tag, verb) = id.split_once('.').unwrap_or((tag, &id));
        let (success, errors) = self.answers(node, raw.entry.key_place);
        Operation {
            tag: tag.to_owned(),
            verb: verb.to_owned(),
            method: raw.entry.key.to_uppercase(),
            path: raw.path.key.clone(),
            summary: text(Some(node), "summary"),
            description: text(Some(node), "description"),
            source: text(Some(node), "x-yuno-source"),
            idempotency: self.idempotency(node),
            parameters: self.parameters(raw),
            request: node.entry("requestBody").and_then(|entry| self.request(entry)),
            success,
            errors,
            deprecated: deprecated(node, node.text_at("description").unwrap_or_default()),
            place: node.entry("operationId").map_or(raw.entry.key_place, |entry| entry.node.place),
            id,
        }
    }

    /// The parameters of the path and of the operation, which wins where both have one.
    fn parameters(&mut self, raw: &RawOperation<'_>) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::new();
        for node in list(Some(raw.item), "parameters").iter().chain(list(Some(&raw.entry.node), "parameters")) {
            let Some(read) = self.parameter(node) else { continue };
            match parameters.iter_mut().find(|known| known.name == read.name && known.location == read.location) {
                Some(known) => *known = read,
                None => parameters.push(read),
            }
        }
        let path = &raw.path.key;
        parameters.sort_by_key(|parameter| match parameter.location {
            Location::Path => (0, path.find(&format!("{{{}}}", parameter.name)).unwrap_or(path.len())),
            Location::Query => (1, 0),
            Location::Header => (2, 0),
        });
        parameters
    }

    fn parameter(&mut self, node: &Node) -> Option<Parameter> {
        let node = self.document.follow(node).ok()?;
        let location = match node.text_at("in")? {
            "path" => Location::Path,
            "query" => Location::Query,
            "header" => Location::Header,
            _ => return None,
        };
        let name = node.entry("name")?;
        let wire_name = name.node.text()?;
        let schema = node.entry("schema")?;
        let shape = self.shape(&schema.node, schema.key_place);
        Some(Parameter {
            name: wire_name.to_owned(),
            rust_name: node.text_at("x-yuno-name").unwrap_or(wire_name).to_owned(),
            location,
            required: node.get("required").and_then(Node::flag).unwrap_or_default(),
            ty: shape.ty,
            description: text(Some(node), "description"),
            deprecated: deprecated(node, node.text_at("description").unwrap_or_default()),
            place: name.node.place,
        })
    }
}
