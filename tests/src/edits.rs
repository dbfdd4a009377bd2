//! Edits of a spec as people make them: a text that stands in a file is replaced by another.

use std::collections::BTreeMap;

use crate::repository;

/// The file, what stands in it, and what is to stand there instead. Where nothing is to be replaced, it is added at the
/// file's end.
pub type Replacement = (&'static str, &'static str, &'static str);

/// The file of the small spec that most edits are in.
pub const CUSTOMER: &str = "customers/customer.yaml";

/// A member more in an answer and the requests.
pub const ADD_A_FIELD: Replacement = (
    CUSTOMER,
    "    last_name:\n",
    "    middle_name:\n      type: string\n      x-yuno-sensitive: personal\n      description: Name in the middle.\n    \
     last_name:\n",
);

/// A member of a request that must be sent from now on.
pub const REQUIRE_A_FIELD: Replacement =
    (CUSTOMER, "required: [merchant_customer_id]", "required: [merchant_customer_id, email]");

/// A text that must be shorter from now on.
pub const TIGHTEN_A_LIMIT: Replacement = (CUSTOMER, "maxLength: 255", "maxLength: 64");

/// An operation more: its path, and what stands behind it.
pub const ADD_AN_OPERATION: [Replacement; 2] = [
    (
        "openapi.yaml",
        "components:\n",
        "  /v1/customers/{customer_id}/restore: { $ref: 'customers/operations.yaml#/restore' }\ncomponents:\n",
    ),
    (
        "customers/operations.yaml",
        "",
        "restore:
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
",
    ),
];

/// A schema of another name, and everything that refers to it.
pub const RENAME_A_SCHEMA: [Replacement; 4] = [
    ("common/phone.yaml", "Phone:\n", "TelephoneNumber:\n"),
    (CUSTOMER, "phone.yaml#/Phone'", "phone.yaml#/TelephoneNumber'"),
    (CUSTOMER, "phone.yaml#/Phone'", "phone.yaml#/TelephoneNumber'"),
    (CUSTOMER, "phone.yaml#/Phone'", "phone.yaml#/TelephoneNumber'"),
];

/// The small spec that reviews are tried on, in the form of the real one.
#[must_use]
pub fn small_spec() -> BTreeMap<String, String> {
    repository::texts(&repository::root().join("tests/review/spec"))
}

/// Replaces in the text of the file. What is to be replaced must stand there; the first of several is.
pub fn apply(text: &mut String, (file, from, to): (&str, &str, &str)) {
    if from.is_empty() {
        text.push_str(to);
        return;
    }
    assert!(text.contains(from), "{file} has no longer\n{from}");
    *text = text.replacen(from, to, 1);
}
