//! `cargo xtask upstream` as it is called: what it says, and what it ends with.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

const SPEC: &str = "\
openapi: 3.0.3
info: { title: Ours, version: '1' }
servers: [{ url: 'https://api.example' }]
paths:
  /v1/orders:
    get:
      operationId: orders.list
      parameters: [{ name: state, in: query, schema: { type: string } }]
      responses: { '200': { description: Orders. } }
";

/// A repository with this spec and these other files.
fn repository(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for sub in ["spec", "codegen"] {
        fs::create_dir(folder.path().join(sub)).unwrap();
    }
    for (path, text) in [("Cargo.toml", "[workspace]\n"), ("spec/openapi.yaml", SPEC)].iter().chain(files) {
        fs::write(folder.path().join(path), text).unwrap();
    }
    folder
}

/// Runs the task there: its exit code and all that it says.
fn upstream(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.arg("upstream").args(arguments).current_dir(folder).output().unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code(), text)
}

#[test]
fn a_difference_fails_until_the_ledger_explains_it() {
    let published = SPEC.replace("schema: { type: string }", "required: true, schema: { type: string }");
    let folder = repository(&[("published.yaml", &published), ("same.yaml", SPEC)]);
    let same = upstream(folder.path(), &["same.yaml"]);
    assert_eq!((same.0, same.1.contains("Operations compared: 1.")), (Some(0), true), "{}", same.1);
    let (code, text) = upstream(folder.path(), &["published.yaml", "--write-ledger"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("GET /v1/orders request.query.state: required differs"), "{text}");
    assert!(text.contains("published: true (published.yaml:8)") && text.contains("(spec/openapi.yaml:8)"), "{text}");
    let ledger = folder.path().join("spec/upstream.toml");
    let drafted = fs::read_to_string(&ledger).unwrap();
    let (code, text) = upstream(folder.path(), &["published.yaml"]);
    assert_eq!((code, text.contains("This departure has no reason.")), (Some(2), true), "{text}");
    fs::write(&ledger, drafted.replace("reason = \"\"", "reason = \"All orders are wanted.\"")).unwrap();
    assert_eq!(upstream(folder.path(), &["published.yaml"]).0, Some(0));
    let (code, text) = upstream(folder.path(), &["same.yaml"]);
    assert_eq!((code, text.contains("explains nothing any more")), (Some(1), true), "{text}");
}

#[test]
fn what_cannot_be_read_or_compared_ends_with_2_and_a_remedy() {
    let other = SPEC.replace("/v1/orders", "/v2/others");
    let folder = repository(&[("old.json", "{\"swagger\": \"2.0\"}"), ("other.yaml", &other)]);
    for (arguments, remedy) in [
        (["missing.json"], "Check that it exists"),
        (["old.json"], "Convert it to OpenAPI 3.0 first."),
        (["other.yaml"], "check the documents' servers and paths"),
    ] {
        let (code, text) = upstream(folder.path(), &arguments);
        assert_eq!((code, text.contains(remedy)), (Some(2), true), "{arguments:?}: {text}");
    }
}
