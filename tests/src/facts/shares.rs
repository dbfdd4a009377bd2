//! Counting what the spec holds, and naming what it does not.

use std::collections::BTreeMap;
use std::fmt;

use yuno_codegen::model::{Api, Limits, Location, Operation};

use super::walk::{self, Found};
use super::{Facts, Field, Side, normal_path};

/// How much of something is held.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    /// What the spec has.
    pub held: usize,
    /// What the facts have.
    pub total: usize,
}

impl Share {
    /// The share in percent; all of nothing is everything.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // A few thousand at most.
    pub fn percent(self) -> f64 {
        if self.total == 0 { 100.0 } else { 100.0 * self.held as f64 / self.total as f64 }
    }

    fn count(&mut self, held: bool) {
        self.total += 1;
        self.held += usize::from(held);
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.total == 0 {
            return f.pad("-");
        }
        f.pad(&format!("{}/{} {:.1}%", self.held, self.total, self.percent()))
    }
}

/// The shares of one operation, or of all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shares {
    /// Methods and paths, with their statuses.
    pub operations: Share,
    /// Query parameters and headers.
    pub parameters: Share,
    /// Fields that are sent.
    pub request: Share,
    /// Fields that come back, errors included.
    pub response: Share,
    /// Values of lists.
    pub values: Share,
    /// Limits of what is sent.
    pub limits: Share,
    /// Fields below one that may be any JSON value; not counted in the shares.
    pub below_any: usize,
}

impl Shares {
    fn add(&mut self, other: Self) {
        let ours = [
            &mut self.operations,
            &mut self.parameters,
            &mut self.request,
            &mut self.response,
            &mut self.values,
            &mut self.limits,
        ];
        let theirs = [other.operations, other.parameters, other.request, other.response, other.values, other.limits];
        for (ours, theirs) in ours.into_iter().zip(theirs) {
            ours.held += theirs.held;
            ours.total += theirs.total;
        }
        self.below_any += other.below_any;
    }
}

impl fmt::Display for Shares {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operations, parameters, request, response, values, limits, below_any } = self;
        write!(
            f,
            "{operations:>13} {parameters:>13} {request:>17} {response:>17} {values:>17} {limits:>13} {below_any:>9}"
        )
    }
}

/// What the spec holds of the facts, and what not. `Display` is a table of the shares.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The shares of each operation by its id.
    pub each: BTreeMap<String, Shares>,
    /// The shares of all operations.
    pub total: Shares,
    /// All that the spec does not hold.
    pub gaps: Vec<Gap>,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [name, operations, parameters, request, response, values, limits, below_any] =
            ["", "operations", "parameters", "request fields", "response fields", "values", "limits", "below any"];
        writeln!(
            f,
            "{name:44} {operations:>13} {parameters:>13} {request:>17} {response:>17} {values:>17} {limits:>13} {below_any:>9}"
        )?;
        self.each.iter().try_for_each(|(id, shares)| writeln!(f, "{id:44} {shares}"))?;
        writeln!(f, "{:44} {}", "all", self.total)
    }
}

/// What is not held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// The operation, or a status of it.
    Operation,
    /// A query parameter or header.
    Parameter,
    /// A field.
    Field,
    /// A field below one that may be any JSON value.
    BelowAny(String),
    /// Values that the enum does not have.
    Values(Vec<String>),
    /// How many values are listed where the spec takes any text.
    AnyText(usize),
    /// A limit, and what the spec says instead.
    Limit(String),
}

/// Something that the facts have and the spec does not.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The operation's id, or its method and path where the spec has none.
    pub operation: String,
    /// Which way, where it is about a body.
    pub side: Option<Side>,
    /// The path of the field, or the parameter.
    pub path: String,
    /// What is not held.
    pub kind: GapKind,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operation, side, path, kind } = self;
        write!(f, "{operation} ")?;
        match side {
            Some(Side::Request) => f.write_str("request ")?,
            Some(Side::Response(status)) => write!(f, "response {status} ")?,
            None => {}
        }
        f.write_str(path)?;
        match kind {
            GapKind::Operation | GapKind::Parameter | GapKind::Field => Ok(()),
            GapKind::BelowAny(at) => write!(f, " (below {at}, which may be any JSON value)"),
            GapKind::Values(values) => write!(f, ": {}", values.join(", ")),
            GapKind::AnyText(count) => write!(f, " (any text, where {count} values are listed)"),
            GapKind::Limit(limit) => write!(f, ": {limit}"),
        }
    }
}

/// Something that is knowingly left out: a path and all below it, in every operation that has it.
#[derive(Clone, Copy, Debug)]
pub struct LeftOut {
    /// The operation's id, or `*`.
    pub operation: &'static str,
    /// The dotted path from the body, or its end after `*.`.
    pub path: &'static str,
    /// Why.
    pub reason: &'static str,
}

impl LeftOut {
    /// Whether it is about this gap.
    #[must_use]
    pub fn covers(&self, gap: &Gap) -> bool {
        let path = format!("{}.", gap.path);
        let at = |start: usize| path[start..].starts_with(&format!("{}.", self.path.trim_start_matches("*.")));
        (self.operation == "*" || self.operation == gap.operation)
            && if self.path.starts_with("*.") {
                at(0) || path.match_indices('.').any(|(dot, _)| at(dot + 1))
            } else {
                at(0)
            }
    }
}

/// Holds the facts against the spec.
#[must_use]
pub fn compare(facts: &Facts, api: &Api) -> Comparison {
    let mut comparison = Comparison::default();
    comparison.operations(facts, api);
    comparison.parameters(facts, api);
    comparison.fields(facts, api);
    for one in comparison.each.values() {
        comparison.total.add(*one);
    }
    comparison
}

impl Comparison {
    fn operations(&mut self, facts: &Facts, api: &Api) {
        for ((method, path), answers) in &facts.operations {
            let id = name(api, method, path);
            let missing = match find(api, method, path) {
                None => vec![format!("{method} {path}")],
                Some(found) => {
                    let success = answers.success.iter().filter(|status| **status != found.success.status);
                    let known = |status: u16| found.errors.iter().any(|answer| answer.status == status);
                    let errors = answers.errors.iter().filter(|status| !known(**status));
                    success.chain(errors).map(|status| format!("status {status}")).collect()
                }
            };
            self.each.entry(id.clone()).or_default().operations.count(missing.is_empty());
            let gap = |path: String| Gap { operation: id.clone(), side: None, path, kind: GapKind::Operation };
            self.gaps.extend(missing.into_iter().map(gap));
        }
    }

    fn parameters(&mut self, facts: &Facts, api: &Api) {
        for (method, path, parameter) in &facts.parameters {
            let id = name(api, method, path);
            let held = find(api, method, path).is_some_and(|operation| has_parameter(operation, parameter));
            self.each.entry(id.clone()).or_default().parameters.count(held);
            if !held {
                let path = parameter.clone();
                self.gaps.push(Gap { operation: id, side: None, path, kind: GapKind::Parameter });
            }
        }
    }

    fn fields(&mut self, facts: &Facts, api: &Api) {
        for ((method, path, side, field), said) in &facts.fields {
            let id = name(api, method, path);
            let shares = self.each.entry(id.clone()).or_default();
            let root = find(api, method, path).and_then(|operation| walk::body(operation, *side));
            let found = root.map_or(Found::Missing, |root| walk::walk(api, root, field, *side));
            for kind in shares.field(&found, said, *side) {
                let path = field.clone();
                self.gaps.push(Gap { operation: id.clone(), side: Some(*side), path, kind });
            }
        }
    }
}

impl Shares {
    /// Counts one field, and gives what is missing of it.
    fn field(&mut self, found: &Found<'_>, said: &Field, side: Side) -> Vec<GapKind> {
        let share = if side == Side::Request { &mut self.request } else { &mut self.response };
        let (values, limits) = match found {
            Found::Missing => {
                share.count(false);
                return vec![GapKind::Field];
            }
            Found::Below(at) => {
                self.below_any += 1;
                return vec![GapKind::BelowAny(at.clone())];
            }
            Found::Held { values, limits } => {
                share.count(true);
                (values, limits)
            }
        };
        let mut gaps = Vec::new();
        match values {
            None if said.values.is_empty() => {}
            None => gaps.push(GapKind::AnyText(said.values.len())),
            Some(values) => {
                let known = |value: &String| values.iter().any(|known| known.value == *value);
                said.values.iter().for_each(|value| self.values.count(known(value)));
                let missing: Vec<_> = said.values.iter().filter(|value| !known(value)).cloned().collect();
                gaps.extend((!missing.is_empty()).then_some(GapKind::Values(missing)));
            }
        }
        // Limits bind what is sent.
        for (limit, value) in said.limits.iter().filter(|_| side == Side::Request) {
            let ours = limits.iter().find_map(|limits| limit_of(limits, limit));
            let held = ours.as_ref() == Some(value);
            self.limits.count(held);
            let ours = ours.as_deref().unwrap_or("nothing");
            gaps.extend((!held).then(|| GapKind::Limit(format!("{limit} {value}, and the spec says {ours}"))));
        }
        gaps
    }
}

fn find<'a>(api: &'a Api, method: &str, path: &str) -> Option<&'a Operation> {
    api.operations.iter().find(|operation| operation.method == method && normal_path(&operation.path) == path)
}

/// The id of an operation, or how the facts call it where the spec has none.
fn name(api: &Api, method: &str, path: &str) -> String {
    find(api, method, path).map_or_else(|| format!("{method} {path}"), |operation| operation.id.clone())
}

fn has_parameter(operation: &Operation, parameter: &str) -> bool {
    operation.parameters.iter().any(|known| match known.location {
        Location::Query => parameter.strip_prefix("query ") == Some(&*known.name),
        Location::Header => parameter.strip_prefix("header ").is_some_and(|name| known.name.eq_ignore_ascii_case(name)),
        Location::Path => false,
    })
}

fn limit_of(limits: &Limits, limit: &str) -> Option<String> {
    let count = |count: Option<u64>| count.map(|count| count.to_string());
    match limit {
        "minLength" => count(limits.min_length),
        "maxLength" => count(limits.max_length),
        "minItems" => count(limits.min_items),
        "maxItems" => count(limits.max_items),
        "minimum" => limits.minimum.clone(),
        _ => limits.maximum.clone(),
    }
}
