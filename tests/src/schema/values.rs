//! Values that the spec allows, and any JSON at all.

use yuno_codegen::model::{Component, EnumValue, Kind, Limits, Property, Type};

use super::{Choices, Tree, api, properties};

/// How many objects deep a value may be.
pub const DEPTH: usize = 4;

/// A value that a component allows, in a request as well as in an answer.
pub fn of_component(component: &Component, depth: usize, choices: &mut Choices<'_>) -> Tree {
    match &component.kind {
        Kind::Object { .. } => object(component, depth, choices),
        Kind::Enum { values, .. } => one_of(values, choices),
        Kind::Text { limits, .. } => text(limits, choices),
    }
}

/// A value of a type.
pub fn of_type(ty: &Type, limits: &Limits, depth: usize, choices: &mut Choices<'_>) -> Tree {
    match ty {
        Type::Text => text(limits, choices),
        Type::Time => Tree::text(choices.word(TIMES)),
        Type::Integer => integer(limits, choices),
        Type::Number => number(limits, choices),
        Type::Flag => Tree::Flag(choices.below(2) == 1),
        Type::Any => any(2, choices),
        Type::Ref(name) => match api().component(name) {
            // What stands at the reference narrows what is referred to.
            Some(Component { kind: Kind::Text { limits: own, .. }, .. }) => {
                text(if *limits == Limits::default() { own } else { limits }, choices)
            }
            Some(component) => of_component(component, depth, choices),
            None => panic!("the spec has no component {name}"),
        },
        Type::List(item) => {
            let least = usize::try_from(limits.min_items.unwrap_or_default()).unwrap();
            let most = limits.max_items.map_or(least + 3, |most| usize::try_from(most).unwrap().min(least + 3));
            let count = least + choices.below(most - least + 1);
            // The other limits of a list are those of its items.
            let limits = Limits { min_items: None, max_items: None, ..limits.clone() };
            Tree::List((0..count).map(|_| of_type(item, &limits, depth, choices)).collect())
        }
    }
}

fn object(component: &Component, depth: usize, choices: &mut Choices<'_>) -> Tree {
    let mut members = Vec::new();
    for property in properties(component) {
        // Deep down only what must be there: some types hold themselves.
        let chance = if depth >= DEPTH || (nests(property) && depth + 1 >= DEPTH) { 0 } else { 4 - depth };
        if property.required || choices.chance(chance, 6) {
            members.push((property.name.clone(), member(property, depth, choices)));
        }
    }
    if choices.chance(1, 4) && !members.is_empty() {
        let first = choices.below(members.len());
        members.rotate_left(first);
    }
    Tree::Object(members)
}

/// A value of a member.
pub fn member(property: &Property, depth: usize, choices: &mut Choices<'_>) -> Tree {
    let many = of_type(&property.ty, &property.limits, depth + 1, choices);
    match (many, &property.ty) {
        (Tree::List(mut items), Type::List(_)) if property.one_or_many && !items.is_empty() && choices.chance(1, 2) => {
            items.remove(0)
        }
        (value, _) => value,
    }
}

fn nests(property: &Property) -> bool {
    fn inner(ty: &Type) -> bool {
        match ty {
            Type::Ref(name) => {
                api().component(name).is_some_and(|component| matches!(component.kind, Kind::Object { .. }))
            }
            Type::List(item) => inner(item),
            _ => false,
        }
    }
    inner(&property.ty)
}

fn one_of(values: &[EnumValue], choices: &mut Choices<'_>) -> Tree {
    Tree::text(&choices.one(values).value)
}

const TIMES: &[&str] = &[
    "2025-01-01T00:00:00Z",
    "2026-08-21T15:02:11.482913Z",
    "2026-08-21T15:02:11.482Z",
    "2026-08-21T12:02:11.100-03:00",
    "2024-02-29T23:59:59+05:30",
    "1970-01-01T00:00:00.000000001Z",
    "2025-01-01t00:00:00z",
    "9999-12-30T22:00:00.999999999Z",
];

/// Texts that look like something else, or that something could stumble over.
pub const TEXTS: &[&str] = &[
    "a",
    "",
    " ",
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1.0",
    "150.00",
    "1e400",
    "NaN",
    "[]",
    "{}",
    "\"",
    "\\",
    "\u{0}\u{1f}\u{7f}",
    "line\nline\r\n\ttab",
    "😀 \u{10ffff} \u{2028}",
    "\u{feff}é́",
    "2025-01-01T00:00:00Z",
    "6c44ed29-cc51-4479-a5eb-108afdaadd50",
    "</script>",
    "UNKNOWN",
];

fn text(limits: &Limits, choices: &mut Choices<'_>) -> Tree {
    let least = usize::try_from(limits.min_length.unwrap_or_default()).unwrap();
    let most = limits.max_length.map_or(least + 40, |most| usize::try_from(most).unwrap().min(least + 40));
    if choices.chance(1, 3) {
        let text = choices.word(TEXTS);
        if (least..=most).contains(&text.chars().count()) {
            return Tree::text(text);
        }
    }
    let count = least + choices.below(most - least + 1);
    let letters = ['a', 'Z', '0', ' ', '-', 'é', '"', '\\', '/', '\n', '😀', '_'];
    let mut step = choices.below(7);
    Tree::Text(
        (0..count)
            .map(|at| {
                step = (step * 5 + at) % letters.len();
                letters[step]
            })
            .collect(),
    )
}

/// The limits of a number, as whole numbers.
fn whole_limits(limits: &Limits) -> (Option<i64>, Option<i64>) {
    let whole =
        |text: &Option<String>| text.as_ref().map(|text| text.parse().unwrap_or_else(|_| panic!("the limit {text}")));
    (whole(&limits.minimum), whole(&limits.maximum))
}

fn integer(limits: &Limits, choices: &mut Choices<'_>) -> Tree {
    let (least, most) = whole_limits(limits);
    let (least, most) = match (least, most) {
        (Some(least), Some(most)) => (least, most),
        (Some(least), None) => (least, i64::MAX),
        (None, Some(most)) => (i64::MIN, most),
        (None, None) => (i64::MIN, i64::MAX),
    };
    let wanted = *choices.one(&[0, 1, 7, 12, 28, 100, 2_030, -1, least, most, 1_000_000, 4_294_967_296]);
    Tree::Number(wanted.clamp(least, most).to_string())
}

fn number(limits: &Limits, choices: &mut Choices<'_>) -> Tree {
    let fits = |text: &str| {
        let value: f64 = text.parse().unwrap();
        let limit = |limit: &Option<String>| limit.as_ref().map(|limit| limit.parse::<f64>().unwrap());
        limit(&limits.minimum).is_none_or(|least| value >= least)
            && limit(&limits.maximum).is_none_or(|most| value <= most)
    };
    let all = [
        "0",
        "1",
        "150.00",
        "0.1",
        "12345678901234.5678",
        "0.10",
        "39.90",
        "1e2",
        "1.5E+3",
        "2e-7",
        "-1",
        "-0.0",
        "0.000000000000000001",
        "79228162514264337593543950335",
    ];
    let fitting: Vec<&str> = all.into_iter().filter(|text| fits(text)).collect();
    Tree::number(choices.word(&fitting))
}

/// Any JSON.
pub fn any(depth: usize, choices: &mut Choices<'_>) -> Tree {
    match choices.below(if depth == 0 { 6 } else { 10 }) {
        0 => Tree::Null,
        1 => Tree::Flag(choices.below(2) == 1),
        2 | 3 => Tree::number(choices.word(NUMBERS)),
        4 | 5 => Tree::text(choices.word(TEXTS)),
        6 | 7 => Tree::List((0..choices.below(4)).map(|_| any(depth - 1, choices)).collect()),
        _ => Tree::Object(any_members(depth, choices)),
    }
}

/// Any members, each of another name.
pub fn any_members(depth: usize, choices: &mut Choices<'_>) -> Vec<(String, Tree)> {
    let mut members: Vec<(String, Tree)> = Vec::new();
    for _ in 0..choices.below(5) {
        let name = any_name(choices);
        if members.iter().all(|(it, _)| *it != name) {
            members.push((name, any(depth.saturating_sub(1), choices)));
        }
    }
    members
}

/// The name of a member: one of the spec, or an odd one.
pub fn any_name(choices: &mut Choices<'_>) -> String {
    const NAMES: &[&str] =
        &["id", "type", "status", "amount", "value", "currency", "unknown_fields", "type_", "", "$ref", "a.b[0]", "ID"];
    let names = if choices.below(2) == 0 { NAMES } else { TEXTS };
    choices.word(names).to_owned()
}

/// Numbers of every kind, also such as no number type of Rust has.
pub const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "-0",
    "0.0",
    "-0.0",
    "1.0",
    "1.5",
    "-2.50",
    "1e2",
    "1E-2",
    "1.0e+2",
    "9007199254740993",
    "9007199254740993.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "123456789012345678901234567890",
    "0.1234567890123456789012345678901234567890",
    "79228162514264337593543950335",
    "79228162514264337593543950336",
    "1e400",
    "-1e-400",
    "1e308",
    "0e999999",
];
