//! Rules about `openapi.yaml`: its version, hosts, keys and tags.

use std::collections::HashMap;

use super::{Context, names};
use crate::report::Finding;
use crate::tree::{Node, Place};

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(root) = context.document.root() else { return };
    version(root, findings);
    info(root, findings);
    servers(root, findings);
    security(root, findings);
    tags(context, findings);
    if root.get("paths").is_none_or(|paths| paths.entries().is_empty()) {
        let remedy = "Add `paths`, each with a `$ref` to the operations of its group.";
        findings.push(Finding::new("no-paths", top(root), "The document has no paths.", remedy));
    }
}

/// Where to point when something is missing from the root.
fn top(root: &Node) -> Place {
    root.entries().first().map_or(root.place, |entry| entry.key_place)
}

/// `openapi-version`
fn version(root: &Node, findings: &mut Vec<Finding>) {
    let remedy = "Write `openapi: 3.0.3`.";
    match root.entry("openapi") {
        None => {
            findings.push(Finding::new("openapi-version", top(root), "The version of OpenAPI is missing.", remedy));
        }
        Some(entry) => {
            let version = entry.node.text().unwrap_or_default();
            if !version.starts_with("3.0.") {
                let message = format!("The generator reads OpenAPI 3.0, and this is {version}.");
                findings.push(Finding::new("openapi-version", entry.node.place, message, remedy));
            }
        }
    }
}

/// `info`
fn info(root: &Node, findings: &mut Vec<Finding>) {
    let info = root.entry("info");
    for key in ["title", "version", "description"] {
        let text = info.and_then(|info| info.node.text_at(key)).unwrap_or_default();
        if text.trim().is_empty() {
            let place = info.map_or(top(root), |info| info.key_place);
            let message = format!("`info` has no {key}.");
            findings.push(Finding::new("info", place, message, "Add it, as text."));
        }
    }
}

/// `servers`
fn servers(root: &Node, findings: &mut Vec<Finding>) {
    let servers = root.get("servers").map_or(&[][..], Node::items);
    if servers.is_empty() {
        let remedy = "Add `servers`, first the default one.";
        findings.push(Finding::new("servers", top(root), "The document names no host.", remedy));
    }
    for server in servers {
        let url = server.text_at("url").unwrap_or_default();
        if !url.starts_with("https://") || url.ends_with('/') || url.contains('{') {
            let remedy = "Write `https://` and the host, with no slash at the end and no variables.";
            findings.push(Finding::new("servers", server.place, "The address of this server will not do.", remedy));
        }
        if server.text_at("description").unwrap_or_default().trim().is_empty() {
            let remedy = "Say in a sentence what it is for.";
            findings.push(Finding::new("missing-description", server.place, "The server has no description.", remedy));
        }
    }
}

/// `security`
fn security(root: &Node, findings: &mut Vec<Finding>) {
    let requirements = root.get("security").map_or(&[][..], Node::items);
    let needed: Vec<_> = requirements.iter().flat_map(Node::entries).collect();
    if needed.is_empty() {
        let remedy = "Name the security schemes that every call needs, under `security`.";
        findings.push(Finding::new("security", top(root), "The document asks for no keys.", remedy));
    }
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes"));
    for entry in needed {
        if schemes.and_then(|schemes| schemes.get(&entry.key)).is_none() {
            let message = format!("There is no security scheme `{}`.", entry.key);
            let remedy = "Declare it under `components.securitySchemes`.";
            findings.push(Finding::new("security", entry.key_place, message, remedy));
        }
    }
}

/// `tag-name`, `duplicate-tag`
fn tags(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut seen: HashMap<&str, Place> = HashMap::new();
    for tag in &context.api.tags {
        if !names::is_snake(&tag.name) || crate::names::is_keyword(&tag.name) {
            let message = format!("The tag `{}` cannot be the name of a module and of a handle.", tag.name);
            findings.push(Finding::new("tag-name", tag.place, message, "Name it in snake_case, as its folder."));
        }
        if tag.description.trim().is_empty() {
            let message = format!("The tag `{}` has no description.", tag.name);
            let remedy = "Say in a sentence what the group is for.";
            findings.push(Finding::new("missing-description", tag.place, message, remedy));
        }
        if let Some(first) = seen.insert(&tag.name, tag.place) {
            let message = format!("The tag `{}` is declared twice.", tag.name);
            let finding = Finding::new("duplicate-tag", tag.place, message, "Keep one of the two.");
            findings.push(finding.with(first, "the first one"));
        }
        if !context.api.operations.iter().any(|operation| operation.tag == tag.name) {
            let message = format!("No operation has the tag `{}`.", tag.name);
            findings.push(Finding::new("unused-tag", tag.place, message, "Delete it, or add what it is for."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::leads_to;

    #[test]
    fn only_openapi_3_0_is_read() {
        leads_to("openapi: 3.0.3", "openapi: 3.1.0", &["openapi-version `3.1.0`"]);
        leads_to("openapi: 3.0.3\n", "", &["openapi-version `info`"]);
        leads_to("openapi: 3.0.3", "openapi: 3", &["keyword-value `openapi`", "openapi-version `3`"]);
    }

    #[test]
    fn the_root_is_complete() {
        leads_to("title: Shop, ", "", &["info `info`"]);
        leads_to("description: A shop.", "description: ''", &["info `info`"]);
        leads_to(
            "'https://shop.example'",
            "'http://shop.example/'",
            &["servers `{ url: 'http://shop.example/', description: The shop. }`"],
        );
        leads_to(", description: The shop.", "", &["missing-description `{ url: 'https://shop.example' }`"]);
        leads_to("  - key: []", "  - door: []", &["security `door`"]);
        leads_to("security:\n  - key: []\n", "", &["security `openapi`"]);
    }

    #[test]
    fn tags_are_declared_once_and_used() {
        leads_to(
            "description: Orders. }",
            "description: Orders. }\n  - { name: Spare, description: A. }",
            &["tag-name `Spare`", "unused-tag `Spare`"],
        );
        leads_to(
            "description: Orders. }",
            "description: Orders. }\n  - { name: orders, description: A. }",
            &["duplicate-tag `orders`"],
        );
        leads_to(", description: Orders.", "", &["missing-description `orders`"]);
    }

    #[test]
    fn a_document_without_paths_is_found() {
        let rules = super::super::testing::found(&[("paths:", "x-paths:")]);
        assert!(rules.contains(&"no-paths `openapi`".to_owned()), "{rules:?}");
    }
}
