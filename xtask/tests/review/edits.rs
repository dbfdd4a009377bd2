//! Edits of the small spec.

use std::fs;

use crate::repository::Repository;

/// The file that most edits are in.
pub(crate) const CUSTOMER: &str = "spec/customers/customer.yaml";

/// Takes a field out of an answer and the requests.
pub(crate) fn remove_gender(repository: &Repository) {
    for _ in 0..3 {
        repository.edit(CUSTOMER, "    gender:\n      $ref: '../common/gender.yaml#/Gender'\n", "");
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
    for (file, from, to) in [
        (CUSTOMER, "required: [merchant_customer_id]", "required: [merchant_customer_id, email]"),
        (CUSTOMER, "maxLength: 255", "maxLength: 64"),
        (
            CUSTOMER,
            "    last_name:\n",
            "    middle_name:\n      type: string\n      x-yuno-sensitive: personal\n      description: Name in the \
             middle.\n    last_name:\n",
        ),
        ("spec/common/address.yaml", "City or town.", "City, town or village."),
        ("spec/common/country.yaml", "[BR, CO, MX, US]", "[BR, CL, CO, MX, US]"),
        ("spec/common/country.yaml", "    CO: ", "    CL: Chile; CLP, 0 decimals.\n    CO: "),
        (
            "spec/openapi.yaml",
            "components:\n",
            "  /v1/customers/{customer_id}/restore: { $ref: 'customers/operations.yaml#/restore' }\ncomponents:\n",
        ),
    ] {
        repository.edit(file, from, to);
    }
    let operations = repository.read("spec/customers/operations.yaml");
    repository.write(
        "spec/customers/operations.yaml",
        &(operations
            + "restore:
  parameters:
    - $ref: '../common/parameters.yaml#/CustomerIdPath'
  post:
    operationId: customers.restore
    tags: [customers]
    summary: Restore a customer
    description: Takes a deletion back that has not happened yet.
    x-yuno-source: reference
    x-yuno-idempotency: natural
    responses:
      '200':
        description: The customer.
        content:
          application/json:
            schema: { $ref: 'customer.yaml#/Customer' }
            examples:
              complete: { $ref: 'examples.yaml#/customer_complete' }
      '404': { $ref: '../common/responses.yaml#/NotFound' }
"),
    );
    repository.generate();
}

/// The findings of a level, by their fingerprints.
pub(crate) fn fingerprints(repository: &Repository, level: &str) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&repository.diff(&["main", "--format", "json"]).out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["level"] == level);
    findings.map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
}
