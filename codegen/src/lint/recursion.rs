//! Rules about members that hold more of their own kind: a value of them has an end, and one that is a list elsewhere is
//! one of objects.

use super::Context;
use crate::model::{Component, Kind, Property, Type};
use crate::report::Finding;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    endless(context, findings);
    for component in &context.api.components {
        for property in component.properties().iter().filter(|property| property.one_or_many) {
            one_or_many(context, component, property, findings);
        }
    }
}

/// `endless`: a way back to the same component on which each member has to be there, or stands in the type without a
/// box, since it takes null.
fn endless(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let components = &context.api.components;
    let ways: Vec<_> = components.iter().map(|component| held(context, component)).collect();
    for (at, step) in ways_back(&ways.iter().map(|ways| ways.iter().map(|(to, _)| *to).collect()).collect::<Vec<_>>()) {
        let Some((to, property)) = ways.get(at).and_then(|ways| ways.get(step)) else { continue };
        let (name, back) = (&components[at].name, &components[*to].name);
        let message = format!(
            "`{name}.{}` leads back to `{back}`, and what is on the way must be there or takes null: there is no end.",
            property.name
        );
        let remedy = "Take one member of the circle off `required`, without `nullable`, or make it a list.";
        findings.push(Finding::new("endless", property.place, message, remedy));
    }
}

/// The members of a component in which there is always another one, or room for it.
fn held<'a>(context: &Context<'_>, component: &'a Component) -> Vec<(usize, &'a Property)> {
    let position = |property: &Property| match &property.ty {
        Type::Ref(name) => context.positions.get(name.as_str()).copied(),
        _ => None,
    };
    let sent = component.properties().iter().filter(|property| component.direction.request && !property.read_only);
    let held = sent.filter(|property| property.required || component.takes_null(property));
    held.filter_map(|property| Some((position(property)?, property))).collect()
}

/// Of all ways from one thing to another, those that close a circle: from where, and which of its ways.
///
/// It goes into the depth with a stack of its own: a chain of thousands of components must not exhaust the thread's.
fn ways_back(ways: &[Vec<usize>]) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; ways.len()];
    let mut found = Vec::new();
    for start in 0..ways.len() {
        let mut path = vec![(start, 0)];
        while let Some((at, step)) = path.pop() {
            match (states[at], ways[at].get(step)) {
                (State::Done, _) => {}
                (_, None) => states[at] = State::Done,
                (_, Some(&to)) => {
                    states[at] = State::Open;
                    path.push((at, step + 1));
                    match states[to] {
                        State::New => path.push((to, 0)),
                        State::Open => found.push((at, step)),
                        State::Done => {}
                    }
                }
            }
        }
    }
    found
}

/// `one-or-many`
fn one_or_many(context: &Context<'_>, component: &Component, property: &Property, findings: &mut Vec<Finding>) {
    let mut find = |message: &str, remedy: &str| {
        let message = format!("`{}.{}` {message}", component.name, property.name);
        findings.push(Finding::new("one-or-many", property.place, message, remedy));
    };
    // Anywhere else than on a list it is misplaced, which is another finding.
    let Type::List(item) = &property.ty else { return };
    if !context.component(item).is_some_and(|item| matches!(item.kind, Kind::Object { .. })) {
        let remedy = "Leave `x-yuno-one-or-many` out: a text or number in place of a list is kept as it came.";
        find("is no list of objects, of which alone there are types for one or many.", remedy);
    } else if property.required && !component.direction.response {
        find("is only sent, and what is sent is a list.", "Delete `x-yuno-one-or-many`.");
    } else if component.takes_null(property) {
        let remedy = "Delete `nullable`, or split what is sent from what is received.";
        find("takes null in a request, for which one or many has no place.", remedy);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{found, leads_to};
    use super::ways_back;

    #[test]
    fn circles_are_told_from_ways() {
        let ways = [vec![1, 3], vec![2, 3], vec![4, 0], vec![4], vec![4], vec![3, 0]];
        assert_eq!(ways_back(&ways), [(4, 0), (2, 1)]);
        let long: Vec<Vec<usize>> = (0..100_000).map(|at| vec![at + 1]).chain([vec![]]).collect();
        assert!(ways_back(&long).is_empty());
    }

    #[test]
    fn a_value_has_an_end() {
        let line = |more: &str, required: &str| {
            found(&[
                (
                    "    price:\n",
                    &format!(
                        "    inner:\n      description: A.\n{more}      allOf: [{{ $ref: '#/Line' }}]\n    price:\n"
                    ),
                ),
                ("required: [text]", required),
            ])
        };
        assert_eq!(line("", "required: [text]"), [""; 0]);
        assert!(line("", "required: [text, inner]").contains(&"endless `inner`".to_owned()));
        assert_eq!(line("      nullable: true\n", "required: [text]"), ["endless `inner`"]);
        let list = "    inner: { type: array, description: A., items: { $ref: '#/Line' } }\n    price:\n";
        let found = found(&[
            ("    price:\n", list),
            ("required: [text]", "required: [text, inner]"),
            ("price: 3.5 }", "price: 3.5, inner: [] }"),
        ]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn one_or_many_is_for_objects_that_come() {
        let flag = "      x-yuno-one-or-many: true\n";
        let list = |items: &str| {
            format!("    notes:\n      type: array\n      description: A.\n{flag}      items: {items}\n    price:\n")
        };
        leads_to("    price:\n", &list("{ type: string }"), &["one-or-many `notes`"]);
        leads_to("    price:\n", &list("{ $ref: '#/Line' }"), &[]);
        let required = found(&[
            ("      type: array\n", &format!("      type: array\n{flag}")),
            ("required: [number]", "required: [number, lines]"),
        ]);
        assert_eq!(required, ["one-or-many `lines`"]);
    }
}
