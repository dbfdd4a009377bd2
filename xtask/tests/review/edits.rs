//! Edits of the small spec.

use std::fs;

use yuno_tests::edits::{ADD_A_FIELD, ADD_AN_OPERATION, CUSTOMER, REQUIRE_A_FIELD, TIGHTEN_A_LIMIT};

use crate::repository::Repository;

/// Takes a field out of an answer and the requests.
pub(crate) fn remove_gender(repository: &Repository) {
    for _ in 0..3 {
        repository.edit((CUSTOMER, "    gender:\n      $ref: '../common/gender.yaml#/Gender'\n", ""));
    }
    let spec = repository.path("spec");
    fs::remove_file(spec.join("common/gender.yaml")).unwrap();
    let examples = repository.read("spec/customers/examples.yaml");
    let kept: String = examples.split_inclusive('\n').filter(|line| !line.contains("    gender:")).collect();
    repository.write("spec/customers/examples.yaml", &kept);
    repository.generate();
}

/// Something of every kind.
pub(crate) fn change_a_lot(repository: &Repository) {
    remove_gender(repository);
    for replacement in [
        REQUIRE_A_FIELD,
        TIGHTEN_A_LIMIT,
        ADD_A_FIELD,
        ("common/address.yaml", "City or town.", "City, town or village."),
        ("common/country.yaml", "[BR, CO, MX, US]", "[BR, CL, CO, MX, US]"),
        ("common/country.yaml", "    CO: ", "    CL: Chile; CLP, 0 decimals.\n    CO: "),
    ]
    .into_iter()
    .chain(ADD_AN_OPERATION)
    {
        repository.edit(replacement);
    }
    repository.generate();
}

/// The findings of a level, by their fingerprints.
pub(crate) fn fingerprints(repository: &Repository, level: &str) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&repository.diff(&["main", "--format", "json"]).out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["level"] == level);
    findings.map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
}
