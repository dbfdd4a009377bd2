//! Drafts entries of the ledger, for somebody to fill in the reasons.

use std::collections::BTreeMap;

use super::Departed;

/// The same departure in this many operations is drafted as one entry for all.
const MANY: usize = 3;

/// Entries that explain these differences, as TOML to append to the ledger. Their reasons are empty: until somebody has
/// written them, the ledger is refused.
#[must_use]
pub fn draft(departures: &[Departed]) -> String {
    let mut groups: BTreeMap<(&str, &str, &str, &str), Vec<&str>> = BTreeMap::new();
    for it in departures {
        groups.entry((&it.path, it.kind, &it.published, &it.ours)).or_default().push(&it.operation);
    }
    let mut entries: Vec<(&str, _)> = Vec::new();
    for (key, operations) in groups {
        if operations.len() >= MANY {
            entries.push(("*", key));
        } else {
            entries.extend(operations.into_iter().map(|operation| (operation, key)));
        }
    }
    entries.sort();
    let mut text = String::new();
    for (operation, (path, kind, published, ours)) in entries {
        text.push_str("\n[[departure]]\n");
        let pairs =
            [("operation", operation), ("path", path), ("kind", kind), ("published", published), ("ours", ours)];
        for (key, value) in pairs {
            // A value that holds a star would stand for others, too.
            let is_value = ["published", "ours"].contains(&key);
            if !(is_value && (value.is_empty() || value.contains('*'))) {
                text.push_str(&format!("{key} = {}\n", toml::Value::from(value)));
            }
        }
        text.push_str("reason = \"\"\n");
    }
    text
}
