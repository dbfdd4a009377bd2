//! `cargo xtask conform`: recorded traffic against the generated types.
//!
//! First every example body that stands beside the repository, in `../shared`; where that is not, only recordings of
//! our own are checked.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::conform::{Arguments, Count, Recorded, Report, Side, check, run};
use yuno_tests::facts::shared;

/// What the vendor prints as a request and is none, by method and name. The types take it all the same, and what does
/// not belong into a request is kept as unknown.
const REFUSED: &[(&str, &str, &str)] = &[
    ("POST", "Card - Create Payment with Subscription", "it is the answer to that request: it has an id and a status"),
    (
        "POST",
        "Card - Create Payment for Existing Subscription",
        "it is the answer to that request: it has an id and a status",
    ),
];

fn report(inputs: &[&Path]) -> Report {
    run(&arguments(inputs)).unwrap()
}

fn refusal(inputs: &[&Path]) -> String {
    run(&arguments(inputs)).unwrap_err().to_string()
}

fn arguments(inputs: &[&Path]) -> Arguments {
    Arguments { inputs: inputs.iter().map(|path| (*path).to_owned()).collect(), json: false, webhooks: Vec::new() }
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn numbers(report: &Report) -> [usize; 4] {
    [report.checked, report.decoded, report.lossless, report.unmatched]
}

fn paths(counts: &[Count]) -> Vec<(&str, &str, usize)> {
    counts.iter().map(|count| (count.operation, count.path.as_str(), count.count)).collect()
}

// What the vendor prints.

/// The corpus as recordings: those that are not refused, and those that are.
fn corpus(from: &Path) -> (TempDir, TempDir, usize) {
    let (sound, refused) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut count, mut explained) = (0, 0);
    let mut files: Vec<PathBuf> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let printed: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        let mut route = printed["operation"].as_str().unwrap().split_whitespace();
        let (method, path) = (route.next().unwrap(), route.next().unwrap());
        for (index, body) in printed["bodies"].as_array().unwrap().iter().enumerate() {
            count += 1;
            let is_refused = REFUSED
                .iter()
                .any(|(refused, name, _)| body["side"] == "request" && *refused == method && body["name"] == *name);
            explained += usize::from(is_refused);
            let recording = json!({
                "method": method, "path": path, "side": body["side"], "status": body["status"], "body": body["body"],
            });
            let folder = if is_refused { &refused } else { &sound };
            fs::write(folder.path().join(format!("{name}-{index}.json")), recording.to_string()).unwrap();
        }
    }
    assert_eq!(explained, REFUSED.len(), "what explains nothing any more has to go");
    (sound, refused, count)
}

#[test]
fn the_corpus_is_decoded_and_written_back_without_loss() {
    let Some(from) = shared("corpus") else { return };
    let (sound, refused, count) = corpus(&from);
    let found = report(&[sound.path()]);
    println!("{found}");
    assert!(found.is_clean(), "{found}");
    assert_eq!(numbers(&found), [count - REFUSED.len(), count - REFUSED.len(), count - REFUSED.len(), 0]);
    assert_eq!(paths(&found.unknown_fields), [], "the spec lacks members");

    for (method, name, reason) in REFUSED {
        println!("{method} {name}: refused, because {reason}.");
    }
    let found = report(&[refused.path()]);
    assert!(found.is_clean(), "{found}");
    assert!(!found.unknown_fields.is_empty(), "they are requests after all");
}

#[test]
fn the_example_of_the_guide_is_decoded_and_written_back_without_loss() {
    let Some(from) = shared("seeds") else { return };
    let mut seeds: Vec<PathBuf> = fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    let text = seeds.iter().map(|path| fs::read_to_string(path).unwrap());
    let text = text.into_iter().find(|text| text.contains("--data '{")).unwrap();
    let answer = text.lines().find(|line| line.starts_with("{ \"id\"")).unwrap();
    let request = text.split_once("--data '").and_then(|(_, rest)| rest.split_once('\'')).unwrap().0;
    let recorded = |side, body: &str| Recorded {
        method: "POST".to_owned(),
        path: "/v1/payments".to_owned(),
        side,
        status: Some(201),
        body: body.as_bytes().to_vec(),
        media_type: None,
        source: "guide".to_owned(),
    };
    let found = check(&[recorded(Side::Request, request), recorded(Side::Response, answer)]);
    println!("{found}");
    assert!(found.is_clean(), "{found}");
    assert_eq!(numbers(&found), [2, 2, 2, 0]);
    assert_eq!(paths(&found.unknown_fields), []);
}

// Recordings of our own.

const CUSTOMER: &str = r#"{
  "id": "5f0c8f6e-2b1d-4a7c-9a57-0d9c1f3e7b42",
  "merchant_customer_id": "shopper-42",
  "first_name": "Ada",
  "email": null,
  "created_at": "2026-01-31T10:00:00.500Z"
}"#;

fn recording(method: &str, path: &str, side: &str, status: &str, body: &str) -> String {
    format!(r#"{{"method": "{method}", "path": "{path}", "side": "{side}", "status": {status}, "body": {body}}}"#)
}

fn answer(body: &str) -> String {
    recording("GET", "/v1/customers/7f1", "response", "200", body)
}

#[test]
fn folders_are_searched_and_lists_are_taken() {
    let both = format!(
        "[{}, {}]",
        recording("post", "/v1/customers", "request", "null", r#"{"merchant_customer_id": "shopper-42"}"#),
        recording("POST", "https://api.y.uno/v1/customers?x=1", "response", "\"201\"", CUSTOMER),
    );
    let folder = folder(&[
        ("retrieve.json", &answer(CUSTOMER)),
        ("2026/01/create.JSON", &both),
        (
            "2026/refused.json",
            &format!(
                "\u{feff}{}",
                recording(
                    "GET",
                    "/customers/7f1",
                    "response",
                    "404",
                    r#"{"code": "CUSTOMER_NOT_FOUND", "messages": ["none"]}"#
                )
            ),
        ),
        ("2026/deleted.json", &recording("DELETE", "/v1/customers/7f1", "response", "202", "null")),
        ("2026/moved.json", &recording("GET", "/v1/customers/7f1", "response", "302", "{}")),
        ("elsewhere.json", &recording("GET", "/v1/shoes/42", "response", "200", r#"{"size": 42}"#)),
        ("notes.txt", "not a recording"),
    ]);
    let found = report(&[folder.path()]);
    assert_eq!(numbers(&found), [4, 4, 4, 1]);
    assert!(found.is_clean(), "{found}");
    assert_eq!(
        found.to_string(),
        format!(
            "4 bodies checked: 4 decoded, 4 lossless; 1 of no known operation.\n\nOf no known operation:\n  GET \
             /v1/*/* ({})\n",
            folder.path().join("elsewhere.json").display()
        )
    );
    assert_eq!(numbers(&report(&[&folder.path().join("retrieve.json")])), [1, 1, 1, 0]);
}

#[test]
fn archives_are_read_as_browsers_and_proxies_write_them() {
    let archive = json!({"log": {"version": "1.2", "creator": {"name": "proxy"}, "entries": [
        {
            "request": {
                "method": "POST", "url": "https://api-sandbox.y.uno/v1/customers",
                "postData": {"mimeType": "application/json", "text": r#"{"merchant_customer_id": "shopper-42"}"#},
            },
            "response": {
                "status": 201,
                "content": {"mimeType": "application/json", "text": CUSTOMER, "size": 9},
            },
        },
        {
            "request": {"method": "GET", "url": "https://api-sandbox.y.uno/v1/customers/7f1"},
            "response": {"status": 404, "content": {
                "mimeType": "application/json", "encoding": "base64",
                "text": "eyJjb2RlIjogIkNVU1RPTUVSX05PVF9GT1VORCIs\nICJtZXNzYWdlcyI6IFtdfQ==",
            }},
        },
        // A body that was not recorded, an answer without one, one that never came, and another host's page.
        {
            "request": {"method": "GET", "url": "https://api-sandbox.y.uno/v1/customers/7f1"},
            "response": {"status": 200, "content": {"mimeType": "application/json", "size": 900}},
        },
        {
            "request": {"method": "DELETE", "url": "https://api-sandbox.y.uno/v1/customers/7f1"},
            "response": {"status": 202, "content": {"mimeType": "", "text": "", "size": 0}},
        },
        {"request": {"method": "GET", "url": "https://api-sandbox.y.uno/v1/customers/7f1"}, "response": {"status": 0}},
        {
            "request": {"method": "GET", "url": "https://shop.example/logo.png"},
            "response": {"status": 200, "content": {"mimeType": "image/png", "encoding": "base64", "text": "iVBORw0="}},
        },
    ]}});
    let folder = folder(&[("browser.har", &archive.to_string())]);
    let found = report(&[&folder.path().join("browser.har")]);
    assert_eq!(numbers(&found), [3, 3, 3, 1]);
    assert!(found.is_clean(), "{found}");

    // What is no JSON is a failure, and says where and what it was taken for.
    let page = json!({"log": {"entries": [
        {"request": {"method": "GET", "url": "/v1/customers/7f1"}, "response": {"status": 200, "content": {}}},
        {"request": {"method": "GET", "url": "/v1/customers/7f1"}, "response": {"status": 502, "content": {
            "mimeType": "text/html; charset=utf-8", "text": "<html>4507990000000002</html>",
        }}},
    ]}});
    fs::write(folder.path().join("browser.har"), page.to_string()).unwrap();
    let found = report(&[folder.path()]);
    let [failure] = &found.failures[..] else { panic!("{found}") };
    assert_eq!((failure.operation, failure.side, failure.status), ("customers.retrieve", Side::Response, Some(502)));
    assert!(failure.source.ends_with("browser.har#2"), "{}", failure.source);
    assert_eq!(
        failure.error,
        "expected JSON at $ (line 1, column 1), found something that is not JSON; it was declared as text/html, so a \
         proxy or gateway may stand behind it"
    );
    assert_eq!((numbers(&found), found.is_clean()), ([1, 0, 0, 0], false));
}

#[test]
fn what_the_types_do_not_know_is_counted_by_path() {
    let one = r#"{"id": "7f1", "country": "ZZ", "shoe_size": 42, "phone": {"number": "5551234", "verified": true}}"#;
    let two = r#"{"country": "ZZ", "phone": "none", "people": {"ada@example.com": 1}, "4507990000000002": 1}"#;
    let folder = folder(&[("one.json", &answer(one)), ("two.json", &answer(two))]);
    let found = report(&[folder.path()]);
    assert!(found.is_clean(), "{found}");
    let retrieve = "customers.retrieve";
    assert_eq!(
        paths(&found.unknown_fields),
        [
            (retrieve, "$.*", 1),
            (retrieve, "$.people", 1),
            (retrieve, "$.phone", 1),
            (retrieve, "$.phone.verified", 1),
            (retrieve, "$.shoe_size", 1),
        ]
    );
    assert_eq!(paths(&found.unknown_values), [(retrieve, "$.country", 2)]);
}

#[test]
fn no_digit_and_no_instant_is_lost() {
    let payment = r#"{
      "id": "7f1",
      "created_at": "2026-01-31T10:00:00.123456789-03:00",
      "updated_at": "2026-01-31T10:00:00+00:00",
      "amount": {"currency": "BRL", "value": 12345678901234567.890, "captured": "150.00", "refunded": 1.5E2},
      "description": 12345678901234567890.10,
      "simplified_mode": 0.30000000000000000001,
      "country": 1e400,
      "transactions": {"amount": 0.1, "id": 98765432109876543210, "provider_data": {"raw_response": {"a": 1.10}}}
    }"#;
    let folder = folder(&[("payment.json", &recording("GET", "/v1/payments/7f1", "response", "200", payment))]);
    let found = report(&[folder.path()]);
    assert!(found.is_clean(), "{found}");
}

#[test]
fn failures_say_where_and_why() {
    let folder = folder(&[
        ("a-list.json", &answer("[]")),
        ("b-text.json", &answer(r#""4507990000000002""#)),
        ("c-unexpected.json", &recording("DELETE", "/v1/customers/7f1", "response", "202", r#"{"deleted": true}"#)),
        ("d-unexpected.json", &recording("GET", "/v1/customers/7f1", "request", "null", r#"{"a": 1}"#)),
        ("e-nothing.json", &recording("DELETE", "/v1/customers/7f1", "request", "null", "{}")),
        ("f-refused.json", &recording("GET", "/v1/customers/7f1", "response", "500", "[]")),
    ]);
    let found = report(&[folder.path()]);
    assert_eq!(numbers(&found), [6, 3, 1, 0]);
    assert!(!found.is_clean());
    let errors: Vec<_> = found.failures.iter().map(|failure| (failure.operation, failure.error.as_str())).collect();
    assert_eq!(
        errors,
        [
            ("customers.retrieve", "expected an object at $ (line 1, column 1), found a list"),
            ("customers.retrieve", "expected an object at $ (line 1, column 1), found a text"),
            ("customers.delete", "the operation knows no response body, but one comes"),
            ("customers.retrieve", "the operation knows no request body, but one is sent"),
            ("customers.retrieve", "expected an object at $ (line 1, column 1), found a list"),
        ]
    );
}

#[test]
fn the_report_for_machines_has_the_form_that_is_promised() {
    let folder = folder(&[
        ("list.json", &answer("[]")),
        ("new.json", &answer(r#"{"shoe_size": 42, "country": "ZZ"}"#)),
        ("elsewhere.json", &recording("GET", "/v1/shoes/42", "response", "200", "{}")),
        ("request.json", &recording("GET", "/v1/customers/7f1", "request", "null", r#"{"a": 1}"#)),
    ]);
    let found: Value = serde_json::from_str(&report(&[folder.path()]).to_json()).unwrap();
    let source = |name: &str| folder.path().join(name).display().to_string();
    assert_eq!(
        found,
        json!({
            "checked": 3,
            "decoded": 2,
            "lossless": 1,
            "unmatched": 1,
            "unknown_fields": [{"operation": "customers.retrieve", "path": "$.shoe_size", "count": 1}],
            "unknown_values": [{"operation": "customers.retrieve", "path": "$.country", "count": 1}],
            "failures": [
                {
                    "operation": "customers.retrieve", "side": "response", "status": 200, "source": source("list.json"),
                    "error": "expected an object at $ (line 1, column 1), found a list",
                },
                {
                    "operation": "customers.retrieve", "side": "request", "status": null,
                    "source": source("request.json"),
                    "error": "the operation knows no request body, but one is sent",
                },
            ],
        })
    );
}

#[test]
fn values_never_appear() {
    // Wherever a value can stand: known and unknown, fitting and not, as a name, in a path, in what is no JSON.
    let card = "4507990000000002";
    let bodies = [
        r#"{"id": "CANARY", "country": "CANARY", "email": "CANARY", "shoe": "CANARY", "document": "CANARY"}"#
            .to_owned(),
        r#"{"phone": {"number": ["CANARY"], "country_code": {"CANARY": 1}}}"#.to_owned(),
        format!(r#"{{"{card}": {card}, "people": {{"ada@canary.example": "CANARY"}}, "first_name": {card}}}"#),
        r#"["CANARY"]"#.to_owned(),
        r#""CANARY""#.to_owned(),
        card.to_owned(),
    ];
    let mut entries = Vec::new();
    for body in bodies.iter().map(String::as_str).chain(["CANARY", "{\"email\": \"CANARY", "{\"a\": CANARY}"]) {
        for (method, url, status) in [
            ("GET", "https://canary.example/v1/customers/CANARY?token=CANARY", 200),
            ("GET", "/v1/customers/CANARY", 400),
            ("DELETE", "/v1/customers/CANARY", 202),
            ("GET", "/v1/CANARY/CANARY", 200),
            ("CANARY", "/v1/customers/CANARY", 200),
        ] {
            let content = json!({"text": body, "mimeType": "text/html; q=CANARY"});
            entries.push(json!({
                "request": {"method": method, "url": url, "postData": content},
                "response": {"status": status, "content": content},
            }));
        }
    }
    let folder = folder(&[("recording.har", &json!({"log": {"entries": entries}}).to_string())]);
    let found = report(&[folder.path()]);
    assert!(found.checked > 20 && found.unmatched > 10 && !found.failures.is_empty());
    for text in [found.to_string(), found.to_json(), format!("{found:?}")] {
        // The file's own name is not a value.
        let text = text.replace(&folder.path().display().to_string(), "");
        assert!(!text.to_lowercase().contains("canary"), "{text}");
        assert!(!text.contains(card), "{text}");
    }
    // Nor in what is said of input that cannot be used.
    for text in [
        r#"{"method": "GET", "path": "/v1/payments", "side": "CANARY"}"#,
        r#"{"method": {"CANARY": 1}, "path": 4507990000000002}"#,
        r#"{"method": "GET", "path": "/", "side": "response", "status": "CANARY"}"#,
        r#"{"log": {"entries": ["CANARY"]}}"#,
        r#"{"log": "CANARY"}"#,
        r#"["CANARY"]"#,
        "CANARY",
    ] {
        fs::write(folder.path().join("recording.har"), text).unwrap();
        let refusal = refusal(&[&folder.path().join("recording.har")]);
        assert!(!refusal.contains("CANARY") && !refusal.contains(card), "{refusal}");
    }
}

#[test]
fn input_that_cannot_be_used_is_refused_with_a_remedy() {
    let folder = folder(&[
        ("empty.json", ""),
        ("cut.json", "{\"method\": \"GET\", "),
        ("other.json", "{\"name\": \"a package\"}"),
        ("side.json", r#"{"method": "GET", "path": "/v1/payments/7f1", "side": "left"}"#),
        ("status.json", r#"{"method": "GET", "path": "/v1/payments/7f1", "side": "response", "status": 99}"#),
        ("nothing/readme.md", ""),
    ]);
    fs::write(folder.path().join("latin.json"), b"{\"a\": \"\xe9\"}").unwrap();
    for (name, expected) in [
        ("empty.json", "is not a recording"),
        ("cut.json", "ends in the middle of its JSON (line 1)"),
        ("other.json", "has no `method`"),
        ("side.json", "does not have the form of a recording"),
        ("status.json", "has a `status` that is not an HTTP status"),
        ("latin.json", "is not UTF-8 text. Save it as UTF-8, or leave it out."),
        ("nothing", "holds no .har or .json file. Name the folder in which the recordings are."),
        ("gone.har", "cannot be read"),
    ] {
        let path = folder.path().join(name);
        let refusal = refusal(&[&path]);
        let rest = refusal.strip_prefix(&format!("{} ", path.display())).unwrap_or_else(|| panic!("{refusal}"));
        assert!(rest.starts_with(expected), "{refusal}");
        assert!(rest.ends_with('.'), "{refusal}");
    }
    // One stray file in a folder is not passed over in silence.
    assert!(refusal(&[folder.path()]).contains(".json"));
}

#[test]
fn webhook_events_are_checked_whole() {
    let event = |more: &str| {
        format!(
            r#"{{"type": "payment", "type_event": "payment.purchase", "account_id": "7f1", "retry": 0, "version": 2,
                {more}}}"#
        )
    };
    let payment = r#"{"id": "7f1", "status": "SUCCEEDED", "shoe_size": 42}"#;
    let folder = folder(&[
        ("payment.json", &event(&format!(r#""data": {{"payment": {payment}}}, "shoe_size": 42"#))),
        ("version_1.json", &format!(r#"{{"payment": {payment}}}"#)),
        ("new.json", r#"{"type": "payment", "type_event": "payment.teleport", "data": {"id": "7f1", "speed": 3}}"#),
        ("bare.json", r#"{"id": "7f1", "transactions": [{"type": "SPLIT_TRANSFER", "status": "SUCCEEDED"}]}"#),
        ("odd.json", &event(r#""data": {"payment": []}"#)),
    ]);
    let mut arguments = arguments(&[]);
    arguments.webhooks = vec![folder.path().to_owned()];
    let found = run(&arguments).unwrap();
    assert!(found.is_clean(), "{found}");
    assert_eq!(numbers(&found), [5, 5, 5, 0]);
    let unknown = |paths: &[&'static str]| paths.iter().map(|path| ("webhooks", *path, 1)).collect::<Vec<_>>();
    assert_eq!(
        paths(&found.unknown_fields),
        unknown(&[
            "$.data.payment",
            "$.data.payment.shoe_size",
            "$.data.speed",
            "$.id",
            "$.payment.shoe_size",
            "$.shoe_size",
            "$.transactions",
        ])
    );
    assert_eq!(paths(&found.unknown_values), unknown(&["$.type_event"]));

    // What is no event is not passed over, and not shown.
    fs::write(folder.path().join("odd.json"), r#"{"data": "CANARY"}"#).unwrap();
    let refusal = run(&arguments).unwrap_err().to_string();
    assert!(refusal.contains("odd.json") && !refusal.contains("CANARY"), "{refusal}");
}

// Hostile and large input.

#[test]
fn deep_nesting_is_no_crash() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(200_000), close.repeat(200_000));
    let mut recorded = Recorded {
        method: "GET".to_owned(),
        path: "/v1/payments/7f1".to_owned(),
        side: Side::Response,
        status: Some(200),
        body: Vec::new(),
        media_type: None,
        source: "deep".to_owned(),
    };
    for value in [deep("[", "]"), deep("{\"a\":", "1}").replace("1}", "}").replacen(":}", ":1}", 1)] {
        for name in ["unknown", "payment_method", "transactions", "description", "amount", "metadata"] {
            recorded.body = format!("{{\"{name}\": {value}}}").into_bytes();
            check(&[recorded.clone()]);
        }
        recorded.body = value.into_bytes();
        check(&[recorded.clone()]);
    }
}

#[test]
fn fifty_megabytes_give_a_report() {
    let size = 50 << 20;
    let text = "x".repeat(1 << 20);
    let metadata = vec![format!(r#"{{"key": "k", "value": "{text}"}}"#); size >> 20].join(",");
    let folder = folder(&[("large.json", &answer(&format!(r#"{{"metadata": [{metadata}]}}"#)))]);
    let found = report(&[folder.path()]);
    assert_eq!(numbers(&found), [1, 1, 1, 0]);
    // Not JSON at all, however long.
    let refused = folder.path().join("large.har");
    fs::write(&refused, "{\"log\": ".to_owned() + &"[".repeat(size / 8)).unwrap();
    assert!(refusal(&[&refused]).contains("ends in the middle of its JSON"));
}

#[test]
fn the_command_line_is_understood() {
    use clap::Parser as _;

    let parse = |line: &str| Arguments::try_parse_from(line.split(' '));
    let arguments = parse("conform a.har recordings --json --webhooks events").unwrap();
    assert_eq!(arguments.inputs, [Path::new("a.har"), Path::new("recordings")]);
    assert_eq!((arguments.json, arguments.webhooks), (true, vec![PathBuf::from("events")]));
    assert!(parse("conform --webhooks events").unwrap().inputs.is_empty());
    assert_eq!(parse("conform").unwrap_err().exit_code(), 2);
    assert_eq!(parse("conform --jsn a.har").unwrap_err().exit_code(), 2);
}
