//! How much of the vendor's facts the spec holds: printed, and held to a measure.
//!
//! `cargo test -p yuno-tests --test facts -- --nocapture` shows the shares and all that is missing. The facts stand
//! beside the repository, in `../shared/facts`; where they are not, only the tests of the measure itself run.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{fs, path::Path};

use yuno_codegen::{
    load::{parse, read_folder},
    model::Api,
    read::model_of,
    tree::Sources,
};
use yuno_tests::{
    facts::{Facts, Gap, GapKind, LeftOut, ValueList, compare, missing, shared},
    repository,
};

/// The core surface.
const GROUPS: [&str; 7] = [
    "customers",
    "customer-sessions-enrollment",
    "checkout-sessions",
    "payment-methods-checkout",
    "payment-methods-direct-workflow",
    "payments",
    "payment-links",
];

/// What the spec does not hold, and why. An entry that explains nothing any more has to go.
const LEFT_OUT: &[LeftOut] = &[LeftOut {
    operation: "*",
    path: "*.provider_data.raw_response",
    reason: "the provider's own answer, as it came: every provider has another form, and the published fields are \
             those of whichever provider made the example",
}];

fn whole(cell: &str) -> Vec<String> {
    vec![cell.to_owned()]
}

/// `Fraud screening`, `Error/Declined`: names for people, of one value or of several.
fn spoken(cell: &str) -> Vec<String> {
    cell.split('/').map(|name| name.trim().to_uppercase().replace(' ', "_")).collect()
}

/// `* DNI (Documento Nacional de Identidad) * CUIT (..)`: the codes.
fn documents(cell: &str) -> Vec<String> {
    cell.split("* ").filter_map(|document| document.split_once(" (")).map(|(code, _)| code.trim().to_owned()).collect()
}

/// The table has in capitals what the fields have in small letters.
fn small_letters(cell: &str) -> Vec<String> {
    vec![cell.to_lowercase()]
}

const HEAD: &str = "the heading of the vendor's table, not a value";

const fn list(file: &'static str, column: usize, component: &'static str) -> ValueList {
    ValueList { file, rows: None, column, component, values: whole, left_out: &[] }
}

const fn rows(file: &'static str, rows: &'static str, component: &'static str) -> ValueList {
    ValueList { rows: Some(rows), ..list(file, 1, component) }
}

/// The lists that stand in tables of their own. Not among them, because no field of the core surface has their values:
/// `purposes.tsv` (payouts), `webhook-events.tsv`, the enrolment flows of `enums.tsv` (a setting of the dashboard), and
/// the groups of documents in `countries.tsv`.
const LISTS: &[ValueList] = &[
    list("payment-status.tsv", 0, "PaymentStatus"),
    list("payment-status.tsv", 1, "PaymentSubStatus"),
    ValueList {
        values: spoken,
        left_out: &[("FRAUD", "short for fraud screening, whose type is FRAUD_SCREENING")],
        ..list("payment-status.tsv", 2, "TransactionType")
    },
    ValueList {
        values: spoken,
        left_out: &[("EXAMPLE:_TIMEOUT.", "a remark, not a status")],
        ..list("payment-status.tsv", 3, "TransactionStatus")
    },
    list("transaction-types.tsv", 0, "TransactionType"),
    list("response-codes.tsv", 0, "TransactionStatus"),
    list("response-codes.tsv", 1, "ResponseCode"),
    list("merchant-advice-codes.tsv", 0, "MerchantAdviceCode"),
    list("error-codes.tsv", 1, "ErrorCode"),
    list("transaction-categories.tsv", 1, "PaymentMethodCategory"),
    list("payment-methods.tsv", 0, "PaymentMethodType"),
    list("payment-methods.tsv", 1, "PaymentMethodCategory"),
    list("payment-methods.tsv", 2, "Provider"),
    rows("enums.tsv", "Provider ID (provider_id)", "Provider"),
    rows("enums.tsv", "Payment Method Type (payment_method_type)", "PaymentMethodType"),
    list("countries.tsv", 1, "Country"),
    ValueList { left_out: &[("N/A", "Antarctica has no currency")], ..list("countries.tsv", 2, "Currency") },
    ValueList { values: documents, ..list("countries.tsv", 4, "DocumentType") },
    ValueList { left_out: &[("passenger_type", HEAD)], ..rows("airline.tsv", "Passenger type", "PassengerType") },
    ValueList { left_out: &[("fare_class_code", HEAD)], ..rows("airline.tsv", "Fare class code", "FareClassCode") },
    ValueList { left_out: &[("loyalty_tier", HEAD)], ..rows("airline.tsv", "Loyalty tier", "LoyaltyTier") },
    rows("shipping.tsv", "Type", "ShippingType"),
    rows("shipping.tsv", "Carrier list", "ShippingCarrier"),
    ValueList {
        values: small_letters,
        left_out: &[
            ("beauty&_personal_care", "the table drops an underscore: the fields have beauty_&_personal_care"),
            ("industrial&_scientific", "the table drops an underscore: the fields have industrial_&_scientific"),
        ],
        ..list("item-categories.tsv", 1, "ItemCategory")
    },
    list("industry-categories.tsv", 1, "IndustryCategory"),
];

fn api() -> Api {
    let document = read_folder(&repository::spec()).and_then(parse);
    model_of(&document.unwrap_or_else(|report| panic!("{}", report.render(false)))).0
}

#[test]
fn the_spec_holds_the_facts() {
    let Some(folder) = shared("facts") else { return };
    let facts = Facts::read(&folder, &GROUPS).unwrap();
    let comparison = compare(&facts, &api());
    println!("{comparison}");
    let explained = |gap: &&Gap| LEFT_OUT.iter().any(|entry| entry.covers(gap));
    for entry in LEFT_OUT {
        let count = comparison.gaps.iter().filter(|gap| entry.covers(gap)).count();
        println!("{count} fields are knowingly left out at {} {}: {}.", entry.operation, entry.path, entry.reason);
        assert!(count > 0, "nothing is left out at {} any more: take the entry out", entry.path);
    }
    let open: Vec<String> =
        comparison.gaps.iter().filter(|gap| !explained(gap)).map(|gap| format!("  {gap}\n")).collect();
    assert!(open.is_empty(), "{} gaps without a reason:\n{}", open.len(), open.concat());

    let total = comparison.total;
    for (what, share, least) in [
        ("operations", total.operations, 100.0),
        ("parameters", total.parameters, 100.0),
        ("request fields", total.request, 99.0),
        ("response fields", total.response, 99.0),
        ("values", total.values, 99.0),
        ("limits", total.limits, 99.0),
    ] {
        assert!(share.total > 0, "the facts hold no {what}: are they read as they should be?");
        assert!(share.percent() >= least, "the spec holds {share} of the {what}, and should hold {least}%");
    }
}

#[test]
fn the_value_lists_are_held() {
    let Some(folder) = shared("facts") else { return };
    let api = api();
    let mut open = Vec::new();
    for list in LISTS {
        let (share, lacking, idle) = missing(&folder, list, &api).unwrap();
        let ValueList { file, rows, component, left_out, .. } = list;
        let rows = rows.map_or_else(String::new, |rows| format!(" {rows}"));
        println!("{share:>16}  {component}: {file}{rows}");
        for (value, reason) in *left_out {
            println!("                  without {value}: {reason}");
        }
        assert!(share.total > 0 || !left_out.is_empty(), "{file}{rows} has no values: is it read as it should be?");
        open.extend(lacking.iter().map(|value| format!("  {component} lacks {value}, from {file}{rows}\n")));
        open.extend(idle.iter().map(|value| format!("  {value} of {file}{rows} needs no reason any more\n")));
    }
    assert!(open.is_empty(), "{} values:\n{}", open.len(), open.concat());
}

// The measure itself, on a small spec and small facts.

const SPEC: &str = "
openapi: 3.0.3
info: { title: Shop, version: '1' }
paths:
  /v1/orders/{order_id}:
    get:
      operationId: orders.retrieve
      parameters:
        - { name: detail, in: query, schema: { type: string } }
        - { name: X-Key, in: header, schema: { type: string } }
      responses:
        '200': { description: An order., content: { application/json: { schema: { $ref: 'orders.yaml#/Order' } } } }
        '400': { description: No order. }
    post:
      operationId: orders.change
      requestBody: { content: { application/json: { schema: { $ref: 'orders.yaml#/Order' } } } }
      responses:
        '200': { description: Orders., content: { application/json: { schema: {
          type: array, items: { $ref: 'orders.yaml#/Order' } } } } }
";

const ORDERS: &str = "
Order:
  type: object
  properties:
    id: { type: string, readOnly: true }
    name: { type: string, minLength: 2, maxLength: 10 }
    lines: { type: array, items: { $ref: '#/Line' }, x-yuno-one-or-many: true }
    raw: { description: Anything. }
Line:
  type: object
  properties:
    kind: { $ref: '#/Kind' }
    kinds: { type: array, items: { $ref: '#/Kind' } }
Kind:
  type: string
  enum: [TEA, COFFEE]
";

const FACTS: &str = r#"{
  "GET /v1/orders/{}": {
    "parameters": [
      {"in": "path", "name": "id", "types": ["string"]},
      {"in": "query", "name": "detail", "types": ["string"]},
      {"in": "query", "name": "page", "types": ["string"]},
      {"in": "header", "name": "x-key", "types": ["string"]}
    ],
    "response 200": {
      "id": {"types": ["string"], "maxLength": 3},
      "lines": {"types": ["array"]},
      "lines[]": {"types": ["object"]},
      "lines[].kind": {"types": ["string"], "enum": ["TEA", "WATER", null]},
      "lines.kinds": {"types": ["array"]},
      "lines[].kinds[]": {"types": ["string"], "enum": ["COFFEE"]},
      "raw": {"types": ["object"]},
      "raw.a": {"types": ["object"]},
      "raw.a.b": {"types": ["string"]},
      "gone": {"types": ["string"]}
    },
    "response 404": {"code": {"types": ["string"]}}
  },
  "POST /v1/orders/{} #change": {
    "request": {
      "id": {"types": ["string"]},
      "name": {"types": ["string"], "enum": ["a", "b"], "minLength": 2, "maxLength": 11}
    },
    "response 200": {"[].id": {"types": ["string"]}}
  },
  "PUT /v1/orders": {"request": {"id": {"types": ["string"]}}}
}"#;

const OPERATIONS: &str = "group\tmethod\tpath\tidempotency_key\tsuccess\terrors
orders\tGET\t/v1/orders/{id}\t\t200\t400,404
orders\tPOST\t/v1/orders/{order}\t\t200\t
orders\tPUT\t/v1/orders\t\t200\t
teas\tPUT\t/v1/teas\t\t200\t
";

fn small() -> (Facts, Api) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::create_dir(folder.path().join("fields")).unwrap();
    write("operations.tsv", OPERATIONS);
    write("fields/orders.json", FACTS);
    let facts = Facts::read(folder.path(), &["orders"]).unwrap();
    let mut sources = Sources::default();
    sources.add("openapi.yaml", SPEC);
    sources.add("orders.yaml", ORDERS);
    let document = parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false)));
    (facts, model_of(&document).0)
}

#[test]
fn what_is_missing_is_named() {
    let (facts, api) = small();
    let comparison = compare(&facts, &api);
    let gaps: Vec<_> = comparison.gaps.iter().map(ToString::to_string).collect();
    assert_eq!(
        gaps,
        [
            "orders.retrieve status 404",
            "PUT /v1/orders PUT /v1/orders",
            "orders.retrieve query page",
            "orders.retrieve response 200 gone",
            "orders.retrieve response 200 lines.kind: WATER",
            "orders.retrieve response 200 raw.a (below raw, which may be any JSON value)",
            "orders.retrieve response 200 raw.a.b (below raw, which may be any JSON value)",
            "orders.retrieve response 404 code",
            "orders.change request id",
            "orders.change request name (any text, where 2 values are listed)",
            "orders.change request name: maxLength 11, and the spec says 10",
            "PUT /v1/orders request id",
        ]
    );
    let shares = comparison.each["orders.retrieve"];
    let counted = [shares.operations, shares.parameters, shares.request, shares.response, shares.values, shares.limits];
    assert_eq!(counted.map(|share| (share.held, share.total)), [(0, 1), (2, 3), (0, 0), (5, 7), (2, 3), (0, 0)]);
    assert_eq!(shares.below_any, 2);
    let total = comparison.total;
    assert_eq!((total.operations.held, total.operations.total), (1, 3));
    assert_eq!((total.limits.held, total.limits.total), (1, 2));
}

#[test]
fn what_is_left_out_covers_a_path_and_all_below() {
    let covers = |path: &'static str, at: &str| {
        let gap = Gap { operation: "a.b".to_owned(), side: None, path: at.to_owned(), kind: GapKind::Field };
        let entry = LeftOut { operation: "*", path, reason: "" };
        let other = LeftOut { operation: "a.c", ..entry };
        assert!(!other.covers(&gap));
        entry.covers(&gap)
    };
    assert!(covers("raw", "raw") && covers("raw", "raw.a.b") && covers("*.raw", "a.raw.b") && covers("*.raw", "raw"));
    assert!(
        !covers("raw", "a.raw") && !covers("raw", "raws") && !covers("*.raw", "a.straw") && !covers("raw.a", "raw")
    );
}

#[test]
fn a_value_list_is_held_against_its_enum() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("kinds.tsv"), "list\tkind\nWarm\tTea\nWarm\tCocoa/Coffee\nCold\tWATER\nWarm\tx\n")
        .unwrap();
    let (_, api) = small();
    let lacking = |list: &ValueList| {
        let (share, lacking, idle) = missing(folder.path() as &Path, list, &api).unwrap();
        (share.held, share.total, lacking, idle)
    };
    let kinds = ValueList { values: spoken, ..rows("kinds.tsv", "Warm", "Kind") };
    assert_eq!(lacking(&kinds), (2, 4, vec!["COCOA".to_owned(), "X".to_owned()], vec![]));
    let explained = ValueList { left_out: &[("X", ""), ("TEA", ""), ("MILK", "")], ..kinds };
    assert_eq!(lacking(&explained), (1, 2, vec!["COCOA".to_owned()], vec!["TEA", "MILK"]));
    let cold = ValueList { rows: Some("Cold"), values: whole, ..kinds };
    assert_eq!(lacking(&cold), (0, 1, vec!["WATER".to_owned()], vec![]));
    assert_eq!(documents("* PAN (Permanent (PAN)) * CIN (Number)"), ["PAN", "CIN"]);
}
