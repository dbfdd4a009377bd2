//! The crate has a feature for each group of the spec, and each brings the groups whose schemas it refers to.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    process::Command,
};

use yuno_tests::repository;

/// The groups that a group's files refer to. What is in `common` is always there.
fn references() -> BTreeMap<String, BTreeSet<String>> {
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in repository::texts(&repository::spec()) {
        let Some((group, _)) = path.split_once('/') else { continue };
        let group = groups.entry(group.to_owned()).or_default();
        let others = text.split("$ref: '../").skip(1).filter_map(|rest| rest.split_once('/'));
        group.extend(others.map(|(other, _)| other.to_owned()).filter(|other| other != "common"));
    }
    let common = groups.remove("common").unwrap();
    assert!(common.is_empty(), "what is common refers to groups that may not be compiled: {common:?}");
    groups
}

fn features() -> BTreeMap<String, BTreeSet<String>> {
    let arguments = ["metadata", "--no-deps", "--offline", "--format-version=1"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(repository::root()).output().unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "yuno-api").unwrap();
    serde_json::from_value(package["features"].clone()).unwrap()
}

#[test]
fn each_group_is_a_feature_that_brings_what_it_refers_to() {
    let (references, features) = (references(), features());
    assert!(references.len() > 4 && references.values().any(|others| !others.is_empty()), "{references:?}");
    for (group, others) in &references {
        let feature = features.get(group).unwrap_or_else(|| panic!("yuno-api/Cargo.toml has no feature {group}"));
        assert_eq!(feature, others, "the feature {group} in yuno-api/Cargo.toml");
    }
    let all: BTreeSet<_> = references.into_keys().collect();
    assert_eq!(features["all-groups"], all, "the feature all-groups in yuno-api/Cargo.toml");
}
