//! What must not compile does not, and the compiler says why in words that help.
//!
//! Each file in `tests/compile_fail` is a program against the published crate. They are checked beside a copy of it, which
//! shares what it builds with `output_compiles`; trybuild would check every dependency of this crate anew, the
//! generator's too.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::Value;
use yuno_tests::{nested::Nested, repository};

const MANIFEST: &str = "\
[package]
name = \"programs\"
version = \"0.0.0\"
edition.workspace = true
publish = false

[dependencies]
yuno-api.workspace = true
yuno-api-macros.workspace = true
";

#[test]
fn what_must_not_compile_does_not() {
    let programs = repository::texts(&repository::root().join("tests/compile_fail"));
    assert!(programs.len() > 5);
    let mut files: BTreeMap<_, _> =
        programs.iter().map(|(path, text)| (format!("programs/src/bin/{path}"), text.clone())).collect();
    files.insert("programs/Cargo.toml".to_owned(), MANIFEST.to_owned());
    let nested = Nested::new(env!("CARGO_TARGET_TMPDIR"), "compile_fail", &files);
    let output = nested.cargo(&["check", "--keep-going", "--package=programs", "--message-format=json"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "all of it compiles");

    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let message: Value = serde_json::from_slice(line).unwrap();
        if message["reason"] != "compiler-message" || message["message"]["level"] != "error" {
            continue;
        }
        let name = message["target"]["name"].as_str().unwrap();
        let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
        assert!(programs.contains_key(&format!("{name}.rs")), "the crate itself does not compile: {rendered}");
        if let Some(error) = shown(&message["message"]) {
            errors.entry(name.to_owned()).or_default().push(error);
        }
    }
    for (path, text) in &programs {
        let name = path.trim_end_matches(".rs");
        let found = errors.get(name).unwrap_or_else(|| panic!("{path} compiles; cargo said: {said}"));
        let mut settings = insta::Settings::clone_current();
        settings.set_omit_expression(true);
        settings.set_description(text.lines().next().unwrap_or_default().trim_start_matches("//! "));
        settings.bind(|| insta::assert_snapshot!(name, found.join("\n")));
    }
}

/// An error with its code, if it has one, and its text, the line of the program, and what is to be there. The rest is
/// left out: it changes with every version of the compiler, and shows paths of the machine.
fn shown(message: &Value) -> Option<String> {
    // The last error only says that there were some.
    let spans = message["spans"].as_array().filter(|spans| !spans.is_empty())?;
    let code = message["code"]["code"].as_str().map(|code| format!("[{code}]")).unwrap_or_default();
    let mut out = format!("error{code}: {}\n", message["message"].as_str()?);
    for span in spans {
        let line = span["text"][0]["text"].as_str().unwrap_or_default().trim();
        let label = span["label"].as_str().unwrap_or_default();
        // `call` is of our own, by the builders.
        let is_told = label.starts_with("expected ") || label.starts_with("call `");
        if span["is_primary"] == true {
            let _ = writeln!(out, "    {line}");
        }
        if is_told {
            let _ = writeln!(out, "    {label}");
        }
    }
    Some(out)
}
