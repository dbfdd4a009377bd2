//! Our document against those that the vendor publishes.
//!
//! The same comparison, from theirs to ours, but for what only one of the two kinds of document has (names, extensions,
//! prose), and with alternatives read as the shapes of one object. What is left is to be explained in the ledger.

mod draft;
mod keys;
mod ledger;

use std::collections::{BTreeMap, BTreeSet};

pub use draft::draft;
pub use ledger::{Departure, Ledger};

use super::compare::{self, Found};
use super::rules::{Rule, Topic};
use super::surface::Surface;
use super::{Document, Position};
use crate::report::Report;

/// A difference between the published document and ours, in one operation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Departed {
    /// `METHOD /path`, parameters as `{}`. Empty for what belongs to the document as a whole.
    pub operation: String,
    /// Where in the operation: `request.body.amount.value`.
    pub path: String,
    /// What it is about: `required`.
    pub kind: &'static str,
    /// What the published document says.
    pub published: String,
    /// What ours says.
    pub ours: String,
    /// Its place in the published document.
    pub published_at: Option<Position>,
    /// Its place in ours.
    pub ours_at: Option<Position>,
}

/// An entry of the ledger that explains nothing any more.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Stale {
    /// The entry.
    pub entry: Departure,
    /// Where it stands.
    pub at: Position,
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Upstream {
    /// Differences that no entry explains.
    pub unexplained: Vec<Departed>,
    /// Entries that explain nothing.
    pub stale: Vec<Stale>,
    /// How many differences are explained.
    pub explained: usize,
    /// The operations that were compared, as `METHOD /path`.
    pub compared: Vec<String>,
}

impl Upstream {
    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.unexplained.is_empty() && self.stale.is_empty()
    }
}

/// Holds our document against published ones.
///
/// Compared are the operations that both have. With `complete`, the published documents together claim to be the whole
/// API: then an operation that only one side has is a difference, and every entry must explain something. Otherwise
/// only entries that name a compared operation must.
///
/// # Errors
///
/// What keeps one of the documents from being read.
pub fn upstream(ours: &Document, published: &[Document], ledger: &Ledger, complete: bool) -> Result<Upstream, Report> {
    let ours = Surface::merged(ours)?;
    let mut found = BTreeMap::new();
    let mut compared = BTreeSet::new();
    let mut theirs = BTreeSet::new();
    let mut hosts = BTreeSet::new();
    for document in published {
        let mut published = Surface::merged(document)?;
        keys::fold(&mut published, &ours);
        theirs.extend(published.operations.keys().cloned());
        hosts.extend(published.servers.keys().cloned());
        compared.extend(published.operations.keys().filter(|key| ours.operations.contains_key(*key)).cloned());
        for one in compare::differences(&published, &ours).found {
            let is_shared =
                ours.operations.contains_key(&one.operation) && published.operations.contains_key(&one.operation);
            let is_asked = complete || is_shared || one.operation.is_empty();
            if is_asked && is_compared(one.rule) && !is_one_or_many(&one) && !is_path_parameter(&one) {
                // Two documents may describe one operation, and differ from ours in the same.
                let key = (one.operation.clone(), one.path.clone(), one.rule.id, one.old.clone(), one.new.clone());
                found.entry(key).or_insert_with(|| departed(&one, &published, &ours));
            }
        }
    }
    // What another of the published documents has is not missing.
    let missing: BTreeSet<_> = ours.operations.keys().filter(|key| !theirs.contains(*key)).cloned().collect();
    let departures: Vec<_> = one_for_each_enum(found.into_values())
        .into_iter()
        .filter(|it| match (it.kind, it.path.as_str()) {
            ("added", "") => missing.contains(&it.operation),
            ("server", "servers") if it.published.is_empty() => !hosts.contains(&it.ours),
            _ => true,
        })
        .collect();
    Ok(judge(departures, ledger, compared, complete))
}

/// Brings the values of an enum together: what only the published document lists, and what only ours does.
fn one_for_each_enum(all: impl Iterator<Item = Departed>) -> Vec<Departed> {
    let mut kept: Vec<Departed> = Vec::new();
    let mut enums: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in all {
        let key = (one.operation.clone(), one.path.clone());
        match enums.get(&key).and_then(|at| kept.get_mut(*at)).filter(|_| one.kind == "enum") {
            None => {
                if one.kind == "enum" {
                    enums.insert(key, kept.len());
                }
                kept.push(one);
            }
            Some(known) => {
                for (list, value) in [(&mut known.published, one.published), (&mut known.ours, one.ours)] {
                    let comma = if list.is_empty() || value.is_empty() { "" } else { ", " };
                    *list = format!("{list}{comma}{value}");
                }
                known.published_at = known.published_at.take().or(one.published_at);
                known.ours_at = known.ours_at.take().or(one.ours_at);
            }
        }
    }
    kept
}

fn judge(departures: Vec<Departed>, ledger: &Ledger, compared: BTreeSet<String>, complete: bool) -> Upstream {
    let mut used = BTreeSet::new();
    let mut outcome = Upstream::default();
    for departed in departures {
        // Every entry that explains it counts as used: a wide one and a narrow one may both be right.
        let explaining: Vec<_> = ledger.explaining(&departed).collect();
        if explaining.is_empty() {
            outcome.unexplained.push(departed);
        } else {
            outcome.explained += 1;
            used.extend(explaining);
        }
    }
    for (at, entry, place) in ledger.entries() {
        let is_judged = complete || (entry.names_operation() && compared.iter().any(|key| entry.concerns(key)));
        if is_judged && !used.contains(&at) {
            outcome.stale.push(Stale { entry: entry.clone(), at: place });
        }
    }
    outcome.compared = compared.into_iter().collect();
    outcome
}

/// Whether our document says of a list that it may come as a single object, and the published one knows only one of the
/// two.
fn is_one_or_many(found: &Found) -> bool {
    found.rule.kind == Topic::Type
        && found.new == "array or object"
        && ["array", "object"].contains(&found.old.as_str())
}

/// Whether a parameter of the path, which both paths have, is described in only one of the documents.
fn is_path_parameter(found: &Found) -> bool {
    found.path.starts_with("request.path.") && matches!(found.rule.kind, Topic::Added | Topic::Missing)
}

/// Whether the two kinds of document can be compared in this at all: names are ours, and so are all extensions.
fn is_compared(rule: &Rule) -> bool {
    const OURS: [&str; 6] =
        ["request-rule-", "operation-id-", "-enum-closed", "-enum-opened", "one-or-many-", "webhook-"];
    !matches!(rule.kind, Topic::Idempotency | Topic::Sensitive) && !OURS.iter().any(|part| rule.id.contains(part))
}

fn departed(found: &Found, published: &Surface, ours: &Surface) -> Departed {
    Departed {
        operation: found.operation.clone(),
        path: found.path.clone(),
        kind: found.rule.kind.word(),
        published: bare(&found.old),
        ours: bare(&found.new),
        published_at: found.base.map(|place| published.position(place)),
        ours_at: found.head.map(|place| ours.position(place)),
    }
}

/// A single value without the quotes of a sentence.
fn bare(value: &str) -> String {
    let inner = value.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
    inner.filter(|inner| !inner.contains('`')).unwrap_or(value).to_owned()
}
