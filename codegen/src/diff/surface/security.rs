//! What a caller must show: alternatives, each of which is a set of schemes.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::Reader;
use crate::tree::{Node, Place};

/// The alternatives, by what they ask for. Empty where nothing is asked.
pub(in crate::diff) type Requirements = BTreeMap<Requirement, Place>;

/// One alternative: each scheme, as what is sent, with its scopes.
pub(in crate::diff) type Requirement = BTreeMap<String, BTreeSet<String>>;

/// Reads `security` where the node has it.
pub(super) fn read<'a>(reader: &mut Reader<'a>, root: &'a Node, node: &'a Node) -> Option<Requirements> {
    let listed = node.get("security")?;
    let schemes = root.get("components").and_then(|components| components.get("securitySchemes"));
    let mut found = Requirements::new();
    for alternative in listed.items() {
        let mut requirement = Requirement::new();
        for entry in alternative.entries() {
            let scheme = schemes.and_then(|schemes| schemes.get(&entry.key)).map(|scheme| reader.follow(scheme));
            let scopes = entry.node.items().iter().filter_map(Node::text).map(str::to_owned).collect();
            requirement.insert(scheme.map_or_else(|| entry.key.clone(), shown), scopes);
        }
        found.entry(requirement).or_insert(alternative.place);
    }
    // An empty list, and a list of nothing but an empty alternative, ask for nothing.
    if found.keys().all(BTreeMap::is_empty) {
        found.clear();
    }
    Some(found)
}

/// A scheme by what a caller sends: two names for one header are the same.
fn shown(scheme: &Node) -> String {
    let text = |key: &str| scheme.text_at(key).unwrap_or_default();
    match text("type") {
        "apiKey" => format!("{} `{}`", text("in"), text("name")),
        "http" => format!("HTTP {}", text("scheme").to_lowercase()),
        "openIdConnect" => format!("OpenID Connect of {}", text("openIdConnectUrl")),
        "oauth2" => {
            let flows = scheme.get("flows").map_or(&[][..], Node::entries);
            let address =
                |flow: &Node| flow.text_at("tokenUrl").or(flow.text_at("authorizationUrl")).map(str::to_owned);
            let flows: BTreeSet<_> = flows
                .iter()
                .map(|flow| format!("{} at {}", flow.key, address(&flow.node).unwrap_or_default()))
                .collect();
            format!("OAuth 2 ({})", flows.into_iter().collect::<Vec<_>>().join(", "))
        }
        other => other.to_owned(),
    }
}
