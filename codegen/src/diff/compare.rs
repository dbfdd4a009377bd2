//! Compares two surfaces.
//!
//! Schemas are compared by pairs, each pair once for each direction, however many ways lead to it. Then every operation
//! walks from its parts to the pairs that it reaches. What several operations reach at the same lines of the documents
//! is one finding, which names the first of them and counts the others.

mod alternatives;
mod members;
mod operation;
mod parameters;
mod requirements;
mod responses;
mod schema;
mod values;
mod walk;

use std::collections::{BTreeMap, HashMap, HashSet};

use sha2::{Digest, Sha256};

use super::rules::{Rule, UNNAMED, rule};
use super::surface::Surface;
use super::{Comparison, Difference};
use crate::tree::Place;

/// Where a value is, which decides by which rules it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Parameter,
    Request,
    Response,
    Header,
}

impl Side {
    /// Whether callers send it; else they get it.
    fn is_sent(self) -> bool {
        matches!(self, Self::Parameter | Self::Request)
    }

    /// The rule of a change there. Parameters and headers have rules of their own only for what they commonly have.
    fn rule(self, change: &str) -> &'static Rule {
        let (own, body) = match self {
            Self::Parameter => ("parameter", "request"),
            Self::Request => ("request", "request"),
            Self::Response => ("response", "response"),
            Self::Header => ("header", "response"),
        };
        let found = rule(&format!("{own}-{change}")).or_else(|| rule(&format!("{body}-{change}")));
        found.unwrap_or(&UNNAMED)
    }
}

/// A difference in one operation.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) rule: &'static Rule,
    /// `METHOD /path` with nameless parameters; empty for the document as a whole.
    pub(super) operation: String,
    pub(super) path: String,
    /// How a sentence calls what changed.
    pub(super) subject: String,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) base: Option<Place>,
    pub(super) head: Option<Place>,
    /// The lines that make the difference: findings of the same cause are one.
    pub(super) cause: [Option<Place>; 2],
}

/// Everything that two documents differ in, operation by operation.
pub(super) struct Differences {
    pub(super) found: Vec<Found>,
    pub(super) prose_changed: bool,
}

/// What has changed from `base` to `head`.
#[must_use]
pub fn compare(base: &Surface, head: &Surface) -> Comparison {
    let Differences { found, prose_changed } = differences(base, head);
    let mut groups: Vec<(Found, Vec<String>)> = Vec::new();
    let mut known: HashMap<_, usize> = HashMap::new();
    for one in found {
        let key = (one.rule.id, one.cause, one.old.clone(), one.new.clone());
        match known.get(&key).and_then(|at| groups.get_mut(*at)) {
            Some((first, others)) => {
                if first.operation != one.operation && others.last() != Some(&one.operation) {
                    others.push(one.operation);
                }
            }
            None => {
                known.insert(key, groups.len());
                groups.push((one, Vec::new()));
            }
        }
    }
    let names = names(base, head);
    let name = |key: &str| names.get(key).cloned().unwrap_or_default();
    let mut taken = HashSet::new();
    let findings = groups.into_iter().map(|(found, others)| Difference {
        rule: found.rule.id,
        level: found.rule.level,
        fingerprint: fingerprint(&found, &mut taken),
        text: sentence(&found, others.len()),
        operation: name(&found.operation),
        others: others.iter().map(|key| name(key)).collect(),
        path: found.path,
        base: found.base.map(|place| base.position(place)),
        head: found.head.map(|place| head.position(place)),
    });
    let mut findings: Vec<_> = findings.collect();
    findings.sort_by(|a, b| {
        let by = |it: &Difference| (std::cmp::Reverse(it.level), it.operation.clone(), it.path.clone(), it.rule);
        by(a).cmp(&by(b)).then_with(|| a.text.cmp(&b.text))
    });
    Comparison { findings, prose_changed }
}

/// All differences, each in every operation that it concerns.
pub(super) fn differences(base: &Surface, head: &Surface) -> Differences {
    let mut walk = walk::Walk::new(base, head);
    walk.documents();
    let keys: std::collections::BTreeSet<_> = base.operations.keys().chain(head.operations.keys()).collect();
    for key in keys {
        walk.operation(key);
    }
    walk.finish()
}

/// What operations are called: by the new document where it has them.
fn names(base: &Surface, head: &Surface) -> BTreeMap<String, String> {
    let of = |surface: &Surface| -> Vec<(String, String)> {
        surface.operations.iter().map(|(key, operation)| (key.clone(), operation.name.clone())).collect()
    };
    of(base).into_iter().chain(of(head)).collect()
}

/// Twelve hex digits of what is compared, and nothing of where it stands.
fn fingerprint(found: &Found, taken: &mut HashSet<String>) -> String {
    for turn in 0u32.. {
        let parts = [found.rule.id, &found.operation, &found.path, &found.old, &found.new];
        let digest = Sha256::digest(format!("{}\0{turn}", parts.join("\0")));
        let hex: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        if taken.insert(hex.clone()) {
            return hex;
        }
    }
    String::new()
}

/// The rule's sentence for this case.
pub(super) fn sentence(found: &Found, others: usize) -> String {
    let mut text = String::new();
    let mut rest = found.rule.what;
    // In one go: a value may look like a placeholder.
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (word, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(match word {
            "it" => &found.subject,
            "old" => &found.old,
            _ => &found.new,
        });
        rest = after;
    }
    text.push_str(rest);
    if others > 0 {
        let end = text.trim_end_matches('.').len();
        text.truncate(end);
        text.push_str(&format!(" (in {} operations).", others + 1));
    }
    text
}
