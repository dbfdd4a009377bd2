//! What the crate offers to its callers, as snapshots: a change of the public API is seen in review, or fails here.
//!
//! Public items with their signatures, without docs and bodies, for each top-level module. Generated types stand in one
//! line each. `xtask::public_api` finds them, as it does for `cargo xtask diff`.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::BTreeSet;

use xtask::public_api::Crate;
use yuno_tests::repository;

fn this_crate() -> Crate {
    Crate::read(&repository::texts(&repository::root().join("yuno-api/src"))).unwrap()
}

fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn written_by_hand() {
    let crate_ = this_crate();
    let groups = crate_.groups();
    assert!(groups.contains("client") && groups.contains("wire"), "{groups:?}");
    for group in groups {
        let text = crate_.offers(group);
        if !text.is_empty() {
            assert_snapshot(if group.is_empty() { "lib" } else { group }, &text);
        }
    }
}

#[test]
fn generated_from_the_spec() {
    let files = repository::texts(&repository::generated());
    let folders: BTreeSet<_> = files.keys().filter_map(|path| Some(path.split_once('/')?.0)).collect();
    assert!(folders.len() > 4, "{folders:?}");
    let crate_ = this_crate();
    for folder in folders {
        assert_snapshot(&format!("generated_{folder}"), &crate_.generated(folder));
    }
}

/// No snapshot is left over from a module that is gone.
#[test]
fn no_snapshot_is_left_over() {
    let mut known: BTreeSet<String> = this_crate().groups().into_iter().map(str::to_owned).collect();
    known.insert("lib".to_owned());
    for path in repository::files(&repository::generated()).into_keys() {
        known.insert(format!("generated_{}", path.split('/').next().unwrap()));
    }
    let snapshots = repository::files(&repository::root().join("tests/tests/snapshots")).into_keys();
    for path in snapshots.filter(|path| path.starts_with("public_api__")) {
        let name = path.trim_start_matches("public_api__").trim_end_matches(".snap");
        assert!(known.contains(name), "{path} is of a module that is gone; delete it");
    }
}
