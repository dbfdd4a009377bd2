//! Reads operations: what is sent, what comes back, and under which conditions.

use std::collections::BTreeMap;

use super::reader::Reader;
use super::security::{self, Requirements};
use super::{Body, Location, Media, Operation, Parameter, Response, Spot, canonical, servers};
use crate::survey::METHODS;
use crate::tree::{Entry, Node, Place, Value};

/// What all operations of a document have in common.
struct Common<'a> {
    root: &'a Node,
    base: String,
    security: Requirements,
}

/// Operations by method and path.
type Operations = BTreeMap<String, Operation>;

pub(super) fn read<'a>(reader: &mut Reader<'a>, root: &'a Node) -> Operations {
    let security = security::read(reader, root, root).unwrap_or_default();
    let common = Common { root, base: servers::base(root), security };
    let mut operations = Operations::new();
    for entry in root.get("paths").map_or(&[][..], Node::entries) {
        if entry.key.starts_with('/') {
            path_item(reader, &common, &entry.key, &entry.node, false, &mut operations);
        }
    }
    for entry in root.get("webhooks").map_or(&[][..], Node::entries) {
        path_item(reader, &common, &entry.key, &entry.node, true, &mut operations);
    }
    operations
}

fn path_item<'a>(
    reader: &mut Reader<'a>,
    common: &Common<'a>,
    path: &str,
    node: &'a Node,
    inbound: bool,
    operations: &mut Operations,
) {
    let item = reader.follow(node);
    for entry in item.entries() {
        let Some(method) = METHODS.iter().find(|method| **method == entry.key) else { continue };
        let (key, operation) = operation(reader, common, (path, item), (method, entry), inbound);
        // Callbacks of callbacks are left out: they may refer to themselves.
        let callbacks = if inbound { Vec::new() } else { callbacks(reader, &entry.node) };
        for (name, callback) in callbacks {
            path_item(reader, common, &format!("{name} of {key}"), callback, true, operations);
        }
        operations.entry(key).or_insert(operation);
    }
}

/// The callbacks of an operation, each with its expression.
fn callbacks<'a>(reader: &mut Reader<'a>, operation: &'a Node) -> Vec<(String, &'a Node)> {
    let mut found = Vec::new();
    for entry in operation.get("callbacks").map_or(&[][..], Node::entries) {
        for address in reader.follow(&entry.node).entries() {
            found.push((format!("{} {}", entry.key, address.key), &address.node));
        }
    }
    found
}

fn operation<'a>(
    reader: &mut Reader<'a>,
    common: &Common<'a>,
    (path, item): (&str, &'a Node),
    (method, entry): (&str, &'a Entry),
    inbound: bool,
) -> (String, Operation) {
    let node = &entry.node;
    let own_servers = [node, item].into_iter().find(|node| node.get("servers").is_some());
    let base = own_servers.map_or_else(|| common.base.clone(), servers::base);
    let full = if inbound { path.to_owned() } else { format!("{base}{path}") };
    let word = if inbound { "WEBHOOK".to_owned() } else { method.to_uppercase() };
    let key = format!("{word} {}", without_names(&full));
    let id = node
        .entry("operationId")
        .and_then(|entry| Some(Spot { value: entry.node.text()?.to_owned(), place: entry.key_place }));
    let security = match security::read(reader, common.root, node) {
        _ if inbound => Requirements::new(),
        Some(own) => own,
        None => common.security.clone(),
    };
    let body = node.entry("requestBody").map(|entry| {
        let body = reader.follow(&entry.node);
        Body {
            required: body.get("required").and_then(Node::flag) == Some(true),
            place: entry.key_place,
            content: content(reader, body),
            prose: canonical::prose(reader.document, body),
        }
    });
    let mut responses = BTreeMap::new();
    for entry in node.get("responses").map_or(&[][..], Node::entries) {
        if !entry.key.starts_with("x-") {
            responses.insert(entry.key.to_uppercase(), response(reader, entry));
        }
    }
    let operation = Operation {
        name: id.as_ref().map_or_else(|| format!("{word} {full}"), |id: &Spot<String>| id.value.clone()),
        id,
        inbound,
        place: entry.key_place,
        deprecated: flag(node, "deprecated"),
        servers: own_servers.map(servers::origins),
        security,
        idempotency: node.entry("x-yuno-idempotency").map(idempotency),
        parameters: parameters(reader, &full, item, node),
        body,
        responses,
        prose: canonical::hash(&(canonical::prose(reader.document, item), canonical::prose(reader.document, node))),
    };
    (key, operation)
}

/// A path whose parameters have no names.
fn without_names(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut inside = false;
    for one in path.chars() {
        match one {
            '{' => inside = true,
            '}' if inside => {
                inside = false;
                plain.push_str("{}");
            }
            _ if inside => {}
            _ => plain.push(one),
        }
    }
    plain
}

fn flag(node: &Node, keyword: &str) -> Option<Place> {
    node.entry(keyword).filter(|entry| entry.node.flag() == Some(true)).map(|entry| entry.key_place)
}

fn idempotency(entry: &Entry) -> Spot<(String, String)> {
    let value = match &entry.node.value {
        Value::Text(word) => (word.clone(), String::new()),
        _ => {
            let of = |key: &str| entry.node.text_at(key).unwrap_or_default();
            ("lookup".to_owned(), format!("{} by {}", of("lookup"), of("field")))
        }
    };
    Spot { value, place: entry.key_place }
}

/// The parameters of an operation; its own win over those of its path.
fn parameters<'a>(
    reader: &mut Reader<'a>,
    path: &str,
    item: &'a Node,
    operation: &'a Node,
) -> BTreeMap<(Location, String), Parameter> {
    let mut found = BTreeMap::new();
    for node in [operation, item].into_iter().filter_map(|node| node.get("parameters")).flat_map(Node::items) {
        let parameter = reader.follow(node);
        let name = parameter.text_at("name").unwrap_or_default();
        let location = match parameter.text_at("in") {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("header") => Location::Header,
            Some("cookie") => Location::Cookie,
            _ => continue,
        };
        let found_by = match location {
            Location::Path => path.find(&format!("{{{name}}}")).map_or_else(
                || name.to_owned(),
                |at| path.get(..at).unwrap_or_default().matches('{').count().to_string(),
            ),
            Location::Header => name.to_lowercase(),
            Location::Query | Location::Cookie => name.to_owned(),
        };
        // These headers are described elsewhere, the standard says; here they mean nothing.
        let is_void =
            location == Location::Header && ["accept", "content-type", "authorization"].contains(&found_by.as_str());
        if !is_void && !found.contains_key(&(location, found_by.clone())) {
            let read = self::parameter(reader, name, parameter, node.place, location);
            found.insert((location, found_by), read);
        }
    }
    found
}

fn parameter<'a>(reader: &mut Reader<'a>, name: &str, node: &'a Node, place: Place, location: Location) -> Parameter {
    let default_style = if matches!(location, Location::Query | Location::Cookie) { "form" } else { "simple" };
    let style = node.text_at("style").unwrap_or(default_style);
    let explode = node.get("explode").and_then(Node::flag).unwrap_or(style == "form");
    let content = node.get("content").and_then(|content| content.entries().first());
    let schema = content.map_or_else(|| node.get("schema"), |media| media.node.get("schema"));
    Parameter {
        name: name.to_owned(),
        required: location == Location::Path || flag(node, "required").is_some(),
        place,
        style: format!("{style}{}", if explode { ", exploded" } else { "" }),
        allows_reserved: flag(node, "allowReserved").is_some(),
        allows_empty: flag(node, "allowEmptyValue").is_some(),
        content: content.map(|media| media.key.to_lowercase()),
        deprecated: flag(node, "deprecated"),
        schema: reader.schema(schema),
        prose: canonical::prose(reader.document, node),
    }
}

fn response<'a>(reader: &mut Reader<'a>, entry: &'a Entry) -> Response {
    let node = reader.follow(&entry.node);
    let mut headers = BTreeMap::new();
    for header in node.get("headers").map_or(&[][..], Node::entries) {
        let described = reader.follow(&header.node);
        let read = parameter(reader, &header.key, described, header.key_place, Location::Header);
        if header.key.to_lowercase() != "content-type" {
            headers.insert(header.key.to_lowercase(), read);
        }
    }
    Response {
        place: entry.key_place,
        headers,
        content: content(reader, node),
        prose: canonical::prose(reader.document, node),
    }
}

fn content<'a>(reader: &mut Reader<'a>, node: &'a Node) -> BTreeMap<String, Media> {
    let mut found = BTreeMap::new();
    for entry in node.get("content").map_or(&[][..], Node::entries) {
        let encoding = entry.node.entry("encoding").map(|encoding| Spot {
            value: canonical::condition(reader.document, &encoding.node),
            place: encoding.key_place,
        });
        let media = Media {
            place: entry.key_place,
            schema: reader.schema(entry.node.get("schema")),
            encoding,
            prose: canonical::prose(reader.document, &entry.node),
        };
        // `; charset=utf-8` and the like say nothing about JSON.
        let kind = entry.key.split(';').next().unwrap_or_default().trim().to_lowercase();
        found.entry(kind).or_insert(media);
    }
    found
}
