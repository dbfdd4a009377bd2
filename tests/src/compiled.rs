//! Compiles what the generator makes of mini documents.
//!
//! All of it goes into a copy of yuno-api, each document into a module of its own below `documents`, in which
//! `crate::types` is written as the document's own. The examples in its documentation stand beside it as modules, so
//! that one run of the compiler checks them all.

use std::{collections::BTreeMap, fmt::Write as _, fs};

use crate::{document::Document, nested::Nested, repository};

/// Checks the output of documents, warnings and missing docs included.
///
/// # Errors
///
/// What the compiler says.
pub fn check(temporary: &str, workspace: &str, documents: &[Document]) -> Result<(), String> {
    let library = fs::read_to_string(repository::root().join("yuno-api/src/lib.rs")).unwrap();
    let mut files = BTreeMap::new();
    // The lists of operations are for the whole API; here nothing reads them.
    let mut list = String::from("//! The mini documents.\n#![deny(warnings, missing_docs)]\n#![allow(dead_code)]\n");
    let mut count = 0;
    for document in documents {
        let name = document.name();
        let types = types(&library, name).replace('\n', "\n    ");
        let _ = write!(
            list,
            "\n/// A document.\npub mod {name} {{\n    pub mod generated;\n\n    /// Its handles.\n    pub mod resources {{\n        \
             pub use super::generated::resources::*;\n    }}\n\n    /// Its types.\n    {types}}}\n"
        );
        for (path, text) in document.generated().files {
            for example in examples(&text) {
                let example = example.replace("types::*", &format!("documents::{name}::types::*"));
                let _ = write!(list, "\n#[allow(unused, deprecated)]\nmod example_{count} {{\n{example}}}\n");
                count += 1;
            }
            files.insert(format!("yuno-api/src/documents/{name}/generated/{path}"), of_document(&path, &text, name));
        }
    }
    files.insert("yuno-api/src/documents/mod.rs".to_owned(), list);
    files.insert("yuno-api/src/lib.rs".to_owned(), format!("{library}\n#[allow(missing_docs)]\npub mod documents;\n"));

    let nested = Nested::new(temporary, workspace, &files);
    let checked = nested.cargo(&["check", "--quiet", "--package=yuno-api", "--features=server"]);
    if checked.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&checked.stderr).into_owned()) }
}

/// The code of the examples in a file's documentation, the lines that rustdoc hides included.
#[must_use]
pub fn examples(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    // A block of another language, in a description.
    let mut other = false;
    for line in text.lines().filter_map(|line| line.trim_start().strip_prefix("/// ")) {
        if other || (open.is_none() && line.starts_with("```") && line != "```") {
            other = !other || line != "```";
            continue;
        }
        match (line, &mut open) {
            ("```", Some(_)) => found.extend(open.take()),
            ("```", None) => open = Some(String::new()),
            (line, Some(code)) => {
                code.push_str(line.strip_prefix("# ").unwrap_or(line));
                code.push('\n');
            }
            (_, None) => {}
        }
    }
    found
}

/// The crate's module of types, with the types of a document in place of those of the API.
fn types(library: &str, document: &str) -> String {
    let start = library.find("pub mod types {").unwrap();
    let block = &library[start..];
    let block = &block[..block.find("\n}\n").unwrap() + 3];
    assert!(block.contains("generated::types::*"), "{block}");
    block.replace("generated::types::*", &format!("documents::{document}::generated::types::*"))
}

/// A generated file whose types are those of the document, and whose groups are always there. The lists for servers name
/// the types of the whole API.
fn of_document(path: &str, text: &str, document: &str) -> String {
    let own = format!("documents::{document}::types::*");
    let mut out = String::new();
    for line in text.lines() {
        let line =
            if line.trim_start().starts_with("use crate::") { line.replace("types::*", &own) } else { line.to_owned() };
        let line = match line.split_once("#[cfg(feature = \"").and_then(|(_, rest)| rest.split_once("\")]")) {
            Some(("server", _)) if path.ends_with("mod.rs") => "#[cfg(any())]",
            Some((_, rest)) if path == "mod.rs" => rest,
            _ => &line,
        };
        out.push_str(line);
        out.push('\n');
    }
    out
}
