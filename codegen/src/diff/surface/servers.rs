//! The hosts that an API is at, and the path that it begins with there.

use std::collections::BTreeMap;

use super::merge::NOWHERE;
use crate::tree::{Node, Place};

/// Addresses that the variables of one server are written out to, at most.
const MAX: usize = 64;

/// The addresses of the servers that a document, path or operation names, variables written out.
fn addresses(node: &Node) -> Vec<(String, Place)> {
    let mut found = Vec::new();
    for server in node.get("servers").map_or(&[][..], Node::items) {
        let Some(entry) = server.entry("url") else { continue };
        let url = entry.node.text().unwrap_or_default().trim_end_matches('/');
        let mut urls = vec![url.to_owned()];
        for variable in server.get("variables").map_or(&[][..], Node::entries) {
            let listed = variable.node.get("enum").map_or(&[][..], Node::items);
            let mut values: Vec<&str> = listed.iter().filter_map(Node::text).collect();
            if values.is_empty() {
                values.extend(variable.node.text_at("default"));
            }
            let name = format!("{{{}}}", variable.key);
            if !values.is_empty() && urls.len() * values.len() <= MAX {
                urls = urls.iter().flat_map(|url| values.iter().map(|value| url.replace(&name, value))).collect();
            }
        }
        found.extend(urls.into_iter().map(|url| (url.trim_end_matches('/').to_owned(), entry.node.place)));
    }
    found
}

/// An address as host and path.
fn split(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |at| at + 3);
    let slash = url.get(host..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| at + host);
    url.split_at(slash)
}

/// The path that all servers begin with; empty where they differ.
pub(super) fn base(node: &Node) -> String {
    let addresses = addresses(node);
    let mut paths = addresses.iter().map(|(url, _)| split(url).1);
    let first = paths.next().unwrap_or_default();
    if paths.all(|path| path == first) { first.to_owned() } else { String::new() }
}

/// The addresses without the path that all of them begin with: that belongs to the operations.
pub(super) fn origins(node: &Node) -> BTreeMap<String, Place> {
    let base = base(node);
    let addresses = addresses(node).into_iter();
    let mut origins = BTreeMap::new();
    for (url, place) in addresses {
        let origin = url.strip_suffix(base.as_str()).unwrap_or(&url).to_owned();
        // A relative address names the host that the document is at.
        let origin = if origin.is_empty() { "/".to_owned() } else { origin };
        origins.entry(origin).or_insert(place);
    }
    if origins.is_empty() {
        // So the standard says.
        origins.insert("/".to_owned(), Place { file: node.place.file, ..NOWHERE });
    }
    origins
}
