//! Every limit of the spec is checked where it stands: what keeps it passes, and what breaks it is reported there.

#![allow(clippy::panic, clippy::unwrap_used)]

use yuno_codegen::model::{Component, EnumValue, Kind, Limits, Property, Type};
use yuno_tests::schema::{Choices, Subject, Tree, api, objects, properties, run, values};

/// What is found in a body: path and problem. What rules across members find is left out, since the bodies are made
/// member by member.
fn found(subject: &Subject, body: &Tree) -> Vec<(String, String)> {
    let text = body.write();
    let found = subject.inspect(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
    let violations = found.violations.iter().filter(|it| !it.problem().contains("required: "));
    violations
        .filter(|it| !it.problem().starts_with("is required together") && !it.problem().starts_with("or another of"))
        .map(|it| (it.path().to_owned(), it.problem().to_owned()))
        .collect()
}

fn sent() -> impl Iterator<Item = (Subject, &'static Component)> {
    let all = objects().into_iter().map(|subject| {
        let component = subject.object();
        (subject, component)
    });
    all.filter(|(_, component)| component.direction.request)
}

#[test]
fn what_keeps_every_limit_passes() {
    for (subject, component) in sent() {
        run::check(&format!("within limits, {}", subject.name), 12, |choices| {
            let body = values::of_component(component, 1, choices);
            let found = found(&subject, &body);
            if found.is_empty() { Ok(()) } else { Err(format!("{found:?}: {}", body.write())) }
        });
    }
}

/// The smallest value that the spec allows, with one member changed.
fn with(component: &Component, name: &str, value: Option<Tree>) -> Tree {
    let Tree::Object(mut members) = values::of_component(component, values::DEPTH, &mut Choices::new(&[])) else {
        panic!("{} is no object", component.name)
    };
    members.retain(|(it, _)| it != name);
    members.extend(value.map(|value| (name.to_owned(), value)));
    Tree::Object(members)
}

/// Limits of the member itself, or of the text that it or its items refer to.
fn limits(property: &Property) -> Limits {
    let Type::Ref(name) = item(&property.ty) else { return property.limits.clone() };
    let Limits { min_items, max_items, .. } = property.limits;
    match api().component(name).map(|component| &component.kind) {
        Some(Kind::Text { limits, .. }) => Limits { min_items, max_items, ..limits.clone() },
        _ => property.limits.clone(),
    }
}

/// The type of a list's items, or of what is no list.
fn item(ty: &Type) -> &Type {
    if let Type::List(item) = ty { item } else { ty }
}

fn is_text(ty: &Type) -> bool {
    match ty {
        Type::Text => true,
        Type::Ref(name) => matches!(api().component(name).map(|it| &it.kind), Some(Kind::Text { .. })),
        _ => false,
    }
}

fn closed(ty: &Type) -> Option<&'static [EnumValue]> {
    let Type::Ref(name) = ty else { return None };
    match &api().component(name)?.kind {
        Kind::Enum { values, open: false } => Some(values),
        _ => None,
    }
}

/// Values on both sides of each limit of a member: the value, and whether it is allowed.
fn edges(property: &Property) -> Vec<(Tree, bool)> {
    let limits = limits(property);
    let mut edges = Vec::new();
    let text = |count: u64| Tree::Text("é".repeat(usize::try_from(count).unwrap()));
    if is_text(item(&property.ty)) {
        let mut texts = Vec::new();
        if let Some(least) = limits.min_length {
            texts.push((text(least), true));
            texts.extend(least.checked_sub(1).map(|count| (text(count), false)));
        }
        if let Some(most) = limits.max_length {
            texts.extend([(text(most), true), (text(most + 1), false)]);
        }
        let count = usize::try_from(limits.min_items.unwrap_or(1).max(1)).unwrap();
        let is_list = matches!(property.ty, Type::List(_));
        let wrapped = |value: Tree| if is_list { Tree::List(vec![value; count]) } else { value };
        edges.extend(texts.into_iter().map(|(value, allowed)| (wrapped(value), allowed)));
    }
    if let Type::List(_) = &property.ty {
        let list = |count: u64| {
            let one = Limits { min_items: Some(1), max_items: Some(1), ..Limits::default() };
            let Tree::List(items) = values::of_type(&property.ty, &one, values::DEPTH, &mut Choices::new(&[])) else {
                panic!("{} is no list", property.name)
            };
            Tree::List(vec![items[0].clone(); usize::try_from(count).unwrap()])
        };
        if let Some(least) = limits.min_items {
            edges.push((list(least), true));
            edges.extend(least.checked_sub(1).map(|count| (list(count), false)));
        }
        if let Some(most) = limits.max_items {
            edges.extend([(list(most), true), (list(most + 1), false)]);
        }
    }
    if matches!(property.ty, Type::Integer | Type::Number) {
        // As texts of numbers: whole ones are enough to stand beside every limit of the spec.
        for (limit, step) in [(&limits.minimum, -1), (&limits.maximum, 1)] {
            let Some(limit) = limit else { continue };
            edges.push((Tree::number(limit), true));
            let whole: i64 = limit.split('.').next().unwrap().parse().unwrap();
            edges.push((Tree::Number((whole + step).to_string()), false));
        }
    }
    if let Some(values) = closed(&property.ty) {
        edges.extend(values.iter().map(|value| (Tree::text(&value.value), true)));
        edges.push((Tree::text("A_VALUE_THAT_NOBODY_KNOWS"), false));
    }
    edges
}

#[test]
fn what_breaks_a_limit_is_reported_in_its_place() {
    let mut checked = 0;
    for (subject, component) in sent() {
        for property in properties(component).iter().filter(|property| !property.read_only) {
            let path = format!("$.{}", property.name);
            for (value, allowed) in edges(property) {
                checked += 1;
                let shown = format!("{path} of {}: {}", subject.name, value.write());
                let reported = found(&subject, &with(component, &property.name, Some(value)));
                // Of a list, what its items break is reported at each.
                let item = format!("{path}[0]");
                let here = reported.iter().any(|(it, _)| *it == path || *it == item);
                assert_eq!(!here, allowed, "{} {reported:?}", shown.chars().take(300).collect::<String>());
            }
            let without = found(&subject, &with(component, &property.name, None));
            let missed = without.contains(&(path.clone(), "is required".to_owned()));
            assert_eq!(missed, property.required, "{path} of {}: {without:?}", subject.name);
        }
    }
    assert!(checked > 100, "the spec has {checked} edges only");
}

/// What only answers hold is never refused: the spec is wrong about answers often enough.
#[test]
fn answers_have_no_limits() {
    for subject in objects().into_iter().filter(|subject| !subject.object().direction.request) {
        let found = subject.inspect(b"{}").unwrap();
        assert!(found.violations.is_empty(), "{}: {:?}", subject.name, found.violations);
    }
}
