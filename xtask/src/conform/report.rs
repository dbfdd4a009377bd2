//! What came of it, for a person and for machines.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use yuno_api::exchange::Inspection;

use super::check::Outcome;
use super::recorded::{Recorded, Side};
use super::{mask, route};

/// How many exchanges without an operation are named.
const NAMED: usize = 20;

/// What a method is called by; anything else may be a value.
const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// What came of a check. No value of any body is in it.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Bodies that belong to an operation.
    pub checked: usize,
    /// Those of them that could be read.
    pub decoded: usize,
    /// Those of them that came back unaltered.
    pub lossless: usize,
    /// Exchanges of no known operation.
    pub unmatched: usize,
    /// Members that no type knows, or whose value does not fit. They are kept all the same.
    pub unknown_fields: Vec<Count>,
    /// Texts that are not among the known ones of their list. They are kept all the same.
    pub unknown_values: Vec<Count>,
    /// Bodies that could not be read, or came back altered.
    pub failures: Vec<Failure>,
    #[serde(skip)]
    fields: BTreeMap<(&'static str, String), usize>,
    #[serde(skip)]
    values: BTreeMap<(&'static str, String), usize>,
    #[serde(skip)]
    strangers: Vec<String>,
}

/// How often something was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The operation.
    pub operation: &'static str,
    /// The JSON path, with `[]` for every index.
    pub path: String,
    /// How often.
    pub count: usize,
}

/// A body that did not pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The operation.
    pub operation: &'static str,
    /// Which way it went.
    pub side: Side,
    /// The answer's HTTP status, where it is known.
    pub status: Option<u16>,
    /// The file, and `#` with the number of the exchange in it where it holds several.
    pub source: String,
    /// Why.
    pub error: String,
}

impl Report {
    /// Whether every body that belongs to an operation was read and came back unaltered.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.failures.is_empty() && self.lossless == self.checked
    }

    /// The report for machines.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Numbers and texts only: there is nothing in it that has no JSON form.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    pub(super) fn no_operation(&mut self, recorded: &Recorded) {
        let method = METHODS.iter().find(|method| method.eq_ignore_ascii_case(&recorded.method)).unwrap_or(&"*");
        let stranger = format!("{method} {} ({})", route::masked(&recorded.path), recorded.source);
        // Both bodies of one exchange are one stranger.
        if self.strangers.last() != Some(&stranger) {
            self.stranger(stranger);
        }
    }

    pub(super) fn stranger(&mut self, what: String) {
        self.unmatched += 1;
        self.strangers.push(what);
    }

    pub(super) fn body(&mut self, recorded: &Recorded, operation: &'static str, outcome: Outcome) {
        let Recorded { side, status, source, .. } = recorded;
        self.outcome(operation, *side, *status, source, outcome);
    }

    pub(super) fn outcome(
        &mut self,
        operation: &'static str,
        side: Side,
        status: Option<u16>,
        source: &str,
        outcome: Outcome,
    ) {
        self.checked += 1;
        let error = match outcome {
            Outcome::Lossless => {
                self.decoded += 1;
                self.lossless += 1;
                return;
            }
            Outcome::Altered(error) => {
                self.decoded += 1;
                error
            }
            Outcome::Unread(error) => error,
        };
        self.failures.push(Failure { operation, side, status, source: source.to_owned(), error });
    }

    pub(super) fn unknown(&mut self, operation: &'static str, root: &str, inspection: &Inspection) {
        let Inspection { unknown_fields, unknown_values, .. } = inspection;
        for (paths, counts) in [(unknown_fields, &mut self.fields), (unknown_values, &mut self.values)] {
            for path in paths {
                let path = mask::path(path).replacen('$', root, 1);
                *counts.entry((operation, path)).or_default() += 1;
            }
        }
    }

    pub(super) fn finish(&mut self) {
        let listed = |counts: &BTreeMap<(&'static str, String), usize>| {
            let count = |((operation, path), count): (&(&'static str, String), &usize)| Count {
                operation,
                path: path.clone(),
                count: *count,
            };
            counts.iter().map(count).collect()
        };
        self.unknown_fields = listed(&self.fields);
        self.unknown_values = listed(&self.values);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { checked, decoded, lossless, unmatched, .. } = self;
        writeln!(
            f,
            "{checked} bodies checked: {decoded} decoded, {lossless} lossless; {unmatched} of no known operation."
        )?;
        if *checked == 0 {
            writeln!(f, "Nothing was checked. Is this a recording of the Yuno API, with bodies?")?;
        }
        if !self.failures.is_empty() {
            writeln!(f, "\nNot decoded, or altered:")?;
        }
        for Failure { operation, side, status, source, error } in &self.failures {
            let status = status.map_or_else(String::new, |status| format!(" {status}"));
            writeln!(f, "  {operation}, {}{status}, {source}: {error}", side.as_str())?;
        }
        counts(
            f,
            "Members that the types do not know, or whose values do not fit; kept all the same",
            &self.unknown_fields,
        )?;
        counts(f, "Texts that their enums do not know; kept all the same", &self.unknown_values)?;
        if !self.strangers.is_empty() {
            writeln!(f, "\nOf no known operation:")?;
        }
        for stranger in self.strangers.iter().take(NAMED) {
            writeln!(f, "  {stranger}")?;
        }
        match self.strangers.len().saturating_sub(NAMED) {
            0 => Ok(()),
            more => writeln!(f, "  and {more} more"),
        }
    }
}

fn counts(f: &mut fmt::Formatter<'_>, title: &str, counts: &[Count]) -> fmt::Result {
    if counts.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{title}:")?;
    let width = counts.iter().map(|count| count.operation.len()).max().unwrap_or_default();
    counts
        .iter()
        .try_for_each(|Count { operation, path, count }| writeln!(f, "  {count:>5}  {operation:<width$}  {path}"))
}
