//! Compares what callers must show.

use super::walk::{Change, Walk};
use crate::diff::surface::{Requirement, Requirements};
use crate::tree::Place;

pub(super) fn compare(
    walk: &mut Walk<'_>,
    subject: &str,
    (old_place, new_place): (Place, Place),
    base: &Requirements,
    head: &Requirements,
) {
    let all = |it: &Requirements| it.keys().filter(|one| !one.is_empty()).map(shown).collect::<Vec<_>>().join(" or ");
    let first = |it: &Requirements, other: Place| it.values().next().copied().unwrap_or(other);
    let change = Change::of(all(base), all(head), first(base, old_place), first(head, new_place));
    match (base.is_empty(), head.is_empty()) {
        (true, true) => return,
        (true, false) => return walk.find("security-introduced", "security", subject, change),
        (false, true) => return walk.find("security-lifted", "security", subject, change),
        (false, false) => {}
    }
    let optional = (base.contains_key(&Requirement::new()), head.contains_key(&Requirement::new()));
    match optional {
        (true, false) => walk.find("security-made-required", "security", subject, change),
        (false, true) => walk.find("security-made-optional", "security", subject, change),
        _ => {}
    }
    let gone: Vec<_> = base.iter().filter(|(one, _)| !one.is_empty() && !head.contains_key(*one)).collect();
    let new: Vec<_> = head.iter().filter(|(one, _)| !one.is_empty() && !base.contains_key(*one)).collect();
    if let ([(old, old_place)], [(new, new_place)]) = (gone.as_slice(), new.as_slice()) {
        return one(walk, subject, (old, **old_place), (new, **new_place));
    }
    for (requirement, place) in gone {
        walk.find("security-alternative-removed", "security", subject, Change::removed(shown(requirement), *place));
    }
    for (requirement, place) in new {
        walk.find("security-alternative-added", "security", subject, Change::added(shown(requirement), *place));
    }
}

/// One alternative that became another: scheme by scheme.
fn one(walk: &mut Walk<'_>, subject: &str, (old, base): (&Requirement, Place), (new, head): (&Requirement, Place)) {
    let gone: Vec<_> = old.keys().filter(|scheme| !new.contains_key(*scheme)).cloned().collect();
    let added: Vec<_> = new.keys().filter(|scheme| !old.contains_key(*scheme)).cloned().collect();
    let change = |old: String, new: String| Change::of(old, new, base, head);
    match (gone.is_empty(), added.is_empty()) {
        (false, false) => {
            let change = change(gone.join(" and "), added.join(" and "));
            walk.find("security-scheme-changed", "security", subject, change);
        }
        (true, false) => {
            walk.find("security-scheme-added", "security", subject, change("none".to_owned(), added.join(" and ")));
        }
        (false, true) => {
            walk.find("security-scheme-removed", "security", subject, change(gone.join(" and "), "none".to_owned()));
        }
        (true, true) => {}
    }
    for (scheme, scopes) in old {
        let Some(others) = new.get(scheme) else { continue };
        for scope in scopes.difference(others) {
            walk.find("security-scope-removed", "security", subject, change(scope.clone(), "none".to_owned()));
        }
        for scope in others.difference(scopes) {
            walk.find("security-scope-added", "security", subject, change("none".to_owned(), scope.clone()));
        }
    }
}

fn shown(requirement: &Requirement) -> String {
    requirement.keys().cloned().collect::<Vec<_>>().join(" and ")
}
