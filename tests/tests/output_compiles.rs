//! What the generator makes of the mini documents compiles, with the crate's own wire and calls around it, and without
//! a warning; so do the examples in its documentation.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::fmt::Write as _;

use yuno_tests::{compiled, document::Document, repository};

/// Schemas of every kind that a member may have, each with a value of it.
const KINDS: [(&str, &str); 24] = [
    ("type: string", "a"),
    ("type: string, x-yuno-sensitive: personal", "a"),
    ("type: string, format: date-time", "'2026-01-31T10:00:00Z'"),
    ("type: integer, minimum: 1", "1"),
    ("type: number, maximum: 2.5", "1.5"),
    ("type: boolean", "true"),
    ("", "{ a: 1 }"),
    ("allOf: [{ $ref: '#/Inner' }]", "{}"),
    ("allOf: [{ $ref: '#/Open' }]", "OLD"),
    ("allOf: [{ $ref: '#/Closed' }]", "BIG"),
    ("allOf: [{ $ref: '#/Code' }]", "a"),
    ("allOf: [{ $ref: '#/Secret' }]", "a"),
    ("type: array, minItems: 1, items: { type: string, maxLength: 3 }", "[a]"),
    ("type: array, items: { type: string, x-yuno-sensitive: token }", "[a]"),
    ("type: array, items: { type: number }", "[1.5]"),
    ("type: array, items: {}", "[{}]"),
    ("type: array, items: { $ref: '#/Inner' }", "[{}]"),
    ("type: array, items: { $ref: '#/Open' }", "[OLD]"),
    ("type: array, items: { $ref: '#/Secret' }", "[a]"),
    ("type: array, items: { type: integer }", "[]"),
    ("type: array, items: { type: integer }", "[5, -5000000000]"),
    ("type: array, items: { type: boolean }", "[false]"),
    ("type: array, items: { type: string, format: date-time }", "['2026-01-31T10:00:00Z']"),
    ("", "[null, { \"\\u0007\": -5000000000, b: 1.5e3 }]"),
];

/// An object that has each kind of member as what it may be: required, null, only answered, on its way out.
fn combinations(name: &str, object: &str, marks: &[&str]) -> Document {
    let (mut members, mut required, mut example) = (String::new(), Vec::new(), String::new());
    for (kind, (schema, value)) in KINDS.iter().enumerate() {
        for (mark, text) in marks.iter().enumerate() {
            let member = format!("m{kind}x{mark}");
            let parts = ["description: A.", text.trim_start_matches("required").trim_start_matches(", "), schema];
            let parts = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(",\n      ");
            let _ = writeln!(members, "    {member}: {{\n      {parts} }}");
            // The example in the documentation holds each that is sent, and null where it may.
            if !text.contains("readOnly") {
                let value = if text.starts_with("required, nullable") { "null" } else { value };
                let _ = write!(example, "{member}: {value}, ");
            }
            if text.starts_with("required") {
                required.push(member);
            }
        }
    }
    let required = if required.is_empty() { String::new() } else { format!("  required: [{}]\n", required.join(", ")) };
    let example = format!("sent: {{ summary: A body, value: {{ {} }} }}\n", example.trim_end_matches(", "));
    // A line that is too wide is a finding.
    let wrapped = |text: &str| text.replace(", m", ",\n    m");
    Document::new(
        name,
        &format!(
            "# Schemas.\n{object}:\n  type: object\n  description: Each kind of member.\n{}  properties:\n{members}\
             Inner: {{ type: object, description: Within., properties: {{ a: {{ description: Anything. }} }} }}\n\
             Open: {{ type: string, description: Known texts., enum: [OLD, NEW] }}\n\
             Closed: {{ type: string, description: Known texts., enum: [BIG, SMALL], x-yuno-open: false }}\n\
             Code: {{ type: string, minLength: 1, description: A text. }}\n\
             Secret: {{ type: string, x-yuno-sensitive: token, description: A token. }}\n\
             # file: examples.yaml\n# Examples.\n{}",
            wrapped(&required),
            if object == "Received" { String::new() } else { wrapped(&example) },
        ),
    )
}

#[test]
fn the_output_of_every_document_compiles() {
    let mut documents: Vec<_> = Document::names().iter().map(|name| Document::read(name)).collect();
    let sent = ["", "nullable: true", "required", "required, nullable: true", "deprecated: true"];
    let both = [&sent[..], &["readOnly: true", "readOnly: true, nullable: true"]].concat();
    documents.extend([
        combinations("all_sent", "Sent", &sent),
        combinations("all_changes", "Changes", &sent),
        combinations("all_both", "Both", &both),
        combinations("all_received", "Received", &["", "deprecated: true"]),
    ]);
    compiled::check(env!("CARGO_TARGET_TMPDIR"), "documents", &documents).unwrap_or_else(|said| panic!("{said}"));
}

/// That the examples of the crate itself compile is a matter of its doctests; here, that none is missing.
#[test]
fn every_operation_has_an_example() {
    let files = repository::texts(&repository::generated());
    let mut operations = 0;
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with("/operations.rs")) {
        let calls = text.matches("pub(crate) static ").count();
        let examples = compiled::examples(text);
        assert_eq!(examples.len(), calls, "{path}");
        assert!(examples.iter().all(|example| example.contains(".await?;")), "{path}");
        operations += calls;
    }
    assert_eq!(operations, yuno_api::OPERATIONS.len());
}
