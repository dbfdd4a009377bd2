//! Walks every operation from its parts to the pairs of schemas that it reaches.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::schema::{self, Pair};
use super::{Differences, Found, Side, operation};
use crate::diff::rules::{Rule, UNNAMED, rule};
use crate::diff::surface::{SchemaId, Surface};
use crate::tree::Place;

/// The comparison under way.
pub(super) struct Walk<'a> {
    pub(super) base: &'a Surface,
    pub(super) head: &'a Surface,
    pairs: HashMap<(SchemaId, SchemaId, Side), Rc<Pair>>,
    /// The pairs that the operation at hand has reached.
    reached: HashSet<(SchemaId, SchemaId, Side)>,
    operation: String,
    found: Vec<Found>,
    prose_changed: bool,
}

/// A part of an operation: a parameter, a body, a header.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) side: Side,
    /// `request.body`
    pub(super) path: String,
    /// `The request body`
    pub(super) subject: String,
}

impl Part {
    /// What a sentence calls a member of it.
    fn member(&self, below: &str) -> String {
        let below = below.strip_prefix('.').unwrap_or(below);
        match self.side {
            _ if below.is_empty() => self.subject.clone(),
            Side::Request => format!("The request field `{below}`"),
            Side::Response => format!("The response field `{below}`"),
            Side::Parameter | Side::Header => format!("The member `{below}` of {}", lower(&self.subject)),
        }
    }
}

/// A sentence's beginning, within a sentence.
fn lower(text: &str) -> String {
    text.strip_prefix("The ").map_or_else(|| text.to_owned(), |rest| format!("the {rest}"))
}

/// What changed: the old value and its place, and the new ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Change {
    pub(super) old: String,
    pub(super) new: String,
    pub(super) base: Option<Place>,
    pub(super) head: Option<Place>,
    /// The lines that make the difference, without those that only show where something is missing.
    pub(super) cause: [Option<Place>; 2],
}

impl Change {
    pub(super) fn of(old: impl Into<String>, new: impl Into<String>, base: Place, head: Place) -> Self {
        let cause = [Some(base), Some(head)];
        Self { old: old.into(), new: new.into(), base: Some(base), head: Some(head), cause }
    }

    pub(super) fn added(new: impl Into<String>, head: Place) -> Self {
        Self { new: new.into(), head: Some(head), cause: [None, Some(head)], ..Self::default() }
    }

    pub(super) fn removed(old: impl Into<String>, base: Place) -> Self {
        Self { old: old.into(), base: Some(base), cause: [Some(base), None], ..Self::default() }
    }
}

impl<'a> Walk<'a> {
    pub(super) fn new(base: &'a Surface, head: &'a Surface) -> Self {
        Self {
            base,
            head,
            pairs: HashMap::new(),
            reached: HashSet::new(),
            operation: String::new(),
            found: Vec::new(),
            prose_changed: false,
        }
    }

    pub(super) fn finish(self) -> Differences {
        Differences { found: self.found, prose_changed: self.prose_changed }
    }

    /// Compares what belongs to no operation.
    pub(super) fn documents(&mut self) {
        let (base, head) = (self.base, self.head);
        self.prose(base.prose, head.prose);
        self.sets("server", &base.servers, &head.servers, "servers", "The API");
    }

    pub(super) fn operation(&mut self, key: &str) {
        key.clone_into(&mut self.operation);
        self.reached.clear();
        operation::compare(self, key);
    }

    /// Notes that readers are told something else.
    pub(super) fn prose(&mut self, base: u64, head: u64) {
        self.prose_changed |= base != head;
    }

    pub(super) fn find(&mut self, id: &str, path: &str, subject: &str, change: Change) {
        self.push(rule(id).unwrap_or(&UNNAMED), path.to_owned(), subject.to_owned(), change);
    }

    fn push(&mut self, rule: &'static Rule, path: String, subject: String, change: Change) {
        let Change { old, new, base, head, cause } = change;
        let operation = self.operation.clone();
        self.found.push(Found { rule, operation, path, subject, old, new, base, head, cause });
    }

    /// What only one of two sets has: `<what>-added` and `<what>-removed`.
    pub(super) fn sets(
        &mut self,
        what: &str,
        base: &BTreeMap<String, Place>,
        head: &BTreeMap<String, Place>,
        path: &str,
        subject: &str,
    ) {
        for (old, place) in base.iter().filter(|(old, _)| !head.contains_key(*old)) {
            self.find(&format!("{what}-removed"), path, subject, Change::removed(old, *place));
        }
        for (new, place) in head.iter().filter(|(new, _)| !base.contains_key(*new)) {
            self.find(&format!("{what}-added"), path, subject, Change::added(new, *place));
        }
    }

    /// Compares the schemas of a part, and all that they are made of. The shortest way to each pair is its path.
    pub(super) fn schemas(&mut self, part: &Part, base: SchemaId, head: SchemaId) {
        let mut waiting = VecDeque::from([(String::new(), base, head)]);
        while let Some((below, base, head)) = waiting.pop_front() {
            if !self.reached.insert((base, head, part.side)) {
                continue;
            }
            let pair = self.pair(base, head, part.side);
            self.prose_changed |= pair.prose_changed;
            for local in &pair.found {
                let below = format!("{below}{}", local.step);
                let path = format!("{}{below}", part.path);
                self.push(local.rule, path, part.member(&below), local.change.clone());
            }
            for (step, base, head) in &pair.inner {
                waiting.push_back((format!("{below}{step}"), *base, *head));
            }
        }
    }

    fn pair(&mut self, base: SchemaId, head: SchemaId, side: Side) -> Rc<Pair> {
        if let Some(pair) = self.pairs.get(&(base, head, side)) {
            return Rc::clone(pair);
        }
        let pair = Rc::new(schema::compare(self.base, self.head, base, head, side));
        self.pairs.insert((base, head, side), Rc::clone(&pair));
        pair
    }
}
