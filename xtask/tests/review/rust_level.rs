//! What changes for those who write Rust.

use std::fs;

use yuno_tests::edits::{CUSTOMER, RENAME_A_SCHEMA};

use crate::repository::Repository;

/// A crate that is written by hand, before and after: each change is a line of the report.
#[test]
fn what_changes_in_rust() {
    let repository = Repository::new();
    let crate_ = repository.read("yuno-api/src/lib.rs");
    let shop = |text: &str| repository.write("yuno-api/src/lib.rs", &format!("{crate_}\n{text}"));
    shop(
        r#"
mod private;
pub use private::Found;
pub mod old_shop {}
pub mod shop {
    #[derive(Clone, Copy, PartialEq)]
    pub struct Plain { pub a: u8, pub b: String }
    #[non_exhaustive]
    pub struct Open { pub a: u8 }
    pub struct Closed { hidden: u8 }
    pub enum Size { Small, Large }
    #[non_exhaustive]
    pub enum Colour { Red, Blue(u8) }
    pub trait Sells { fn sell(&self); fn give(&self) {} }
    pub const LIMIT: u32 = 3;
    pub fn open(at: u8) -> u8 { at }
    pub fn close() {}
    pub struct Before { pub one: u8, pub two: Option<u8> }
    impl Closed {
        pub fn new() -> Self { Self { hidden: 1 } }
        pub fn look(&self) -> u8 { self.hidden }
        fn unseen(&self) {}
    }
    impl Clone for Closed { fn clone(&self) -> Self { Self::new() } }
    pub fn takes(before: &Before) {}
}
"#,
    );
    repository.write("yuno-api/src/private.rs", "pub struct Found;\npub struct Lost;\n");
    repository.commit("Write by hand");
    let base = repository.git(&["rev-parse", "HEAD"]);
    shop(
        r#"
mod private;
pub use private::Found;
pub mod new_shop {}
pub mod shop {
    #[derive(PartialEq, Clone)]
    pub struct Plain { pub a: u16, pub b: String, pub c: bool }
    #[non_exhaustive]
    pub struct Open { pub a: u8, pub b: u8 }
    pub struct Closed { renamed: u8 }
    pub enum Size { Small, Medium, Large }
    #[non_exhaustive]
    pub enum Colour { Red, Green }
    pub trait Sells { fn sell(&self); fn give(&self) {} fn lend(&self) {} fn rent(&self); }
    pub const LIMIT: u64 = 3;
    /// Other words, and another body.
    pub fn open(at: u8) -> u8 { at + 1 }
    pub struct After { pub one: u8, pub two: Option<u8> }
    impl Closed {
        pub const fn new() -> Self { Self { renamed: 1 } }
        #[deprecated(note = "Use `see`.")]
        pub fn look(&self) -> u8 { self.renamed }
        pub fn see(&self) -> u8 { self.renamed }
        fn unseen(&self, more: u8) {}
    }
    impl Default for Closed { fn default() -> Self { Self::new() } }
    pub fn takes(after: &After) {}
}
"#,
    );
    repository.write("yuno-api/src/private.rs", "pub struct Found;\npub struct Other;\n");
    let run = repository.diff(&[&base]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let report = run.out.replace(&base[..7], "<base>");
    // Fingerprints follow from the rest.
    let report: Vec<_> =
        report.lines().filter(|line| !line.contains("fingerprint") && !line.contains("--accept")).collect();
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("rust_level", report.join("\n"));
    });
}

/// A schema's name is no part of the API, but callers in Rust write it.
#[test]
fn a_renamed_schema_breaks_rust_alone() {
    let repository = Repository::new();
    for replacement in RENAME_A_SCHEMA {
        repository.edit(replacement);
    }
    repository.generate();
    let report: serde_json::Value = serde_json::from_str(&repository.diff(&["main", "--format", "json"]).out).unwrap();
    let rules: Vec<_> = report["findings"].as_array().unwrap().iter().map(|it| it["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["rust-type-renamed"]);
    // Moved to another file it breaks nobody.
    repository.git(&["checkout", "--quiet", "--", "."]);
    let phone = repository.read("spec/common/phone.yaml");
    fs::remove_file(repository.path("spec/common/phone.yaml")).unwrap();
    let address = repository.read("spec/common/address.yaml");
    repository
        .write("spec/common/address.yaml", &(address + &phone.replace("# A telephone number in two parts.\n", "")));
    for _ in 0..3 {
        repository.edit((CUSTOMER, "phone.yaml#/Phone'", "address.yaml#/Phone'"));
    }
    repository.generate();
    let run = repository.diff(&["main"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(run.out.ends_with("none: no API change, and none in Rust.\n"), "{}", run.out);
}
