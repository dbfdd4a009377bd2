//! What the generator makes of each construct of the spec: one mini document each, from `tests/documents`.
//!
//! A snapshot holds the generated modules that the document is about, so that spec and code can be read side by side.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::fmt::Write as _;

use yuno_tests::document::Document;

/// Writes the modules of a document one after the other.
fn modules(document: &Document) -> String {
    let mut out = String::new();
    for (path, text) in document.generated().files {
        let shown = !path.ends_with("mod.rs") && (document.shows_operations() || !path.ends_with("/operations.rs"));
        if shown {
            let separator = if out.is_empty() { "" } else { "\n" };
            let _ = write!(out, "{separator}// {path}\n{text}");
        }
    }
    out
}

fn check(name: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_description(format!("tests/documents/{name}.yaml"));
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, modules(&Document::read(name))));
}

macro_rules! constructs {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            check(stringify!($name));
        })*

        #[test]
        fn every_document_is_tested() {
            let mut tested = [$(stringify!($name)),*];
            tested.sort_unstable();
            assert_eq!(tested.map(str::to_owned).to_vec(), Vec::from_iter(Document::names()));
        }
    };
}

constructs! {
    all_of_one
    awkward_names
    closed_enum
    defaults
    deprecated
    descriptions
    empty_answer
    header_parameters
    ids
    limits
    list_at_the_root
    lists
    lookup
    mutual_reference
    names
    nullable
    objects
    one_or_many
    open_enums
    patch
    path_item
    path_parameters
    query_parameters
    read_only
    required
    rules
    scalars
    self_reference
    sensitive
    several_groups
    verbs
}
