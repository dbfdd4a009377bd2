//! Checking a request against what the API says it takes, before it leaves.

use std::fmt;

use rust_decimal::Decimal;

use super::{
    Encode, View,
    encode::without_filler,
    scalar::parse_decimal,
    schema::{Field, Rule},
};

/// One limit that a request breaks.
///
/// It says where, and which limit; it never shows the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: String,
    problem: String,
    missing: bool,
}

impl Violation {
    /// Something stands at the path that may not stand there.
    pub(crate) fn wrong(path: &str, problem: impl Into<String>) -> Self {
        Self { path: path.to_owned(), problem: problem.into(), missing: false }
    }

    /// Nothing stands at the path, where something must.
    fn missing(path: &str, problem: impl Into<String>) -> Self {
        Self { path: path.to_owned(), problem: problem.into(), missing: true }
    }

    /// Where, as a JSON path: `$.payment_method.detail.card.card_data.number`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong, and what the limit is.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Whether what is wrong is that nothing is there.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.missing
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.path, self.problem)
    }
}

/// Every limit that the value breaks.
pub(crate) fn validate(object: &dyn Encode) -> Vec<Violation> {
    let mut found = Vec::new();
    check_object(object, "$", &mut found);
    found
}

fn check_object(object: &dyn Encode, path: &str, found: &mut Vec<Violation>) {
    let schema = object.schema();
    for (index, field) in schema.fields.iter().enumerate() {
        let view = object.view(index);
        let view = without_filler(object.kept().kept(), field.name, view);
        if matches!(view, View::Absent) && object.kept().get(field.name).is_some() {
            // The caller sends it as an unknown field: by intent, past what we know of it.
            continue;
        }
        check_member(field, view, &format!("{path}.{}", field.name), found);
    }
    for rule in schema.rules {
        if let Some((member, problem)) = broken(rule, object) {
            found.push(Violation::missing(&format!("{path}.{member}"), problem));
        }
    }
}

fn check_member(field: &Field, view: View<'_>, path: &str, found: &mut Vec<Violation>) {
    if matches!(view, View::Absent) && field.required {
        found.push(Violation::missing(path, "is required"));
        return;
    }
    let mut report = |problem: String| found.push(Violation::wrong(path, problem));
    match view {
        View::Absent | View::Null | View::Flag(_) | View::Time(_) | View::Json(_) => {}
        View::Unrecognized(_) if field.closed => report("is not one of the values that the API takes".to_owned()),
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => {
            check_size(text.chars().count(), field.length, "characters", &mut report);
        }
        View::Secret(text) => check_size(text.expose().chars().count(), field.length, "characters", &mut report),
        View::Integer(number) => check_range(Decimal::from(number), field, &mut report),
        View::Number(number) => check_range(*number, field, &mut report),
        View::Object(object) => check_object(object, path, found),
        View::List(list) => {
            check_size(list.count(), field.items, "items", &mut report);
            for index in 0..list.count() {
                // The other limits of a list are those of its items.
                check_member(field, list.item(index), &format!("{path}[{index}]"), found);
            }
        }
    }
}

fn check_size(size: usize, limits: (Option<u32>, Option<u32>), unit: &str, report: &mut dyn FnMut(String)) {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    let (least, most) = limits;
    if least.is_some_and(|least| size < u64::from(least)) || most.is_some_and(|most| size > u64::from(most)) {
        let allowed = match (least, most) {
            (Some(least), Some(most)) if least == most => format!("exactly {least}"),
            (Some(least), Some(most)) => format!("{least} to {most}"),
            (Some(least), None) => format!("at least {least}"),
            (None, most) => format!("at most {}", most.unwrap_or_default()),
        };
        report(format!("has {size} {unit}, the limit is {allowed}"));
    }
}

fn check_range(number: Decimal, field: &Field, report: &mut dyn FnMut(String)) {
    let (least, most) = field.range;
    let limit = |text: Option<&str>| text.and_then(parse_decimal);
    if limit(least).is_some_and(|least| number < least) {
        report(format!("is below the least value {}", least.unwrap_or_default()));
    }
    if limit(most).is_some_and(|most| number > most) {
        report(format!("is above the greatest value {}", most.unwrap_or_default()));
    }
}

/// The member that a rule misses, and the sentence about it.
fn broken(rule: &Rule, object: &dyn Encode) -> Option<(&'static str, String)> {
    let there = |path: &str| at(object, path).is_some();
    let has = |(path, texts): &(&str, &[&str])| {
        at(object, path).is_some_and(|view| matches!(view, View::Text(it) | View::Known(it) | View::Unrecognized(it) | View::Id(it) if texts.contains(&it)))
    };
    match *rule {
        Rule::Require { path, when, unless, because } => {
            let applies = when.iter().all(has) && !unless.iter().any(has) && parent_there(object, path);
            (applies && !there(path)).then(|| (path, format!("is required: {because}")))
        }
        Rule::Together { paths, because } => {
            let missing = paths.iter().find(|path| !there(path))?;
            paths.iter().any(|path| there(path)).then(|| {
                let others: Vec<_> = paths.iter().filter(|path| *path != missing).copied().collect();
                (*missing, format!("is required together with {}: {because}", others.join(", ")))
            })
        }
        Rule::AnyOf { paths, because } => {
            let first = paths.first()?;
            (!paths.iter().any(|path| there(path)))
                .then(|| (*first, format!("or another of {} is required: {because}", paths.join(", "))))
        }
    }
}

/// Whether the object that should hold the member is there: where it is not, its own absence is what counts.
fn parent_there(object: &dyn Encode, path: &str) -> bool {
    path.rsplit_once('.').is_none_or(|(parent, _)| at(object, parent).is_some())
}

/// The member at a dotted path, unless absent or null.
fn at<'a>(object: &'a dyn Encode, path: &str) -> Option<View<'a>> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let view = object.view(object.schema().index(name, 0)?);
    match (view, rest) {
        (View::Absent | View::Null, _) => None,
        (view, None) => Some(view),
        (View::Object(inner), Some(rest)) => at(inner, rest),
        (_, Some(_)) => None,
    }
}
