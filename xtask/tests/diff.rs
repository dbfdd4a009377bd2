//! `cargo xtask diff` as it is run: the real program, in a git repository of its own with a small spec and its crate.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;

/// A repository in the form of this one.
struct Repository {
    folder: TempDir,
}

/// What a run answered.
struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Repository {
    /// One with the small spec of the tests, its generated code, and one commit on `main`.
    fn new() -> Self {
        let this = Self { folder: tempfile::tempdir().unwrap() };
        let ours = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        copy(&ours.join("tests/review/spec"), &this.path("spec"));
        this.write("Cargo.toml", "[workspace.package]\nversion = \"0.3.1\"\n");
        this.write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- The first call.\n");
        this.write("codegen/README.md", "Stands for the generator.\n");
        this.write(
            "yuno-api/src/lib.rs",
            "//! Stands for the crate.\n\nmod generated;\n\n/// The types.\npub mod types {\n    pub use \
             crate::generated::types::*;\n}\n",
        );
        this.generate();
        this.git(&["init", "--quiet", "--initial-branch", "main"]);
        this.commit("Begin");
        this
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces a text that stands in a file, once.
    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no longer\n{from}");
        self.write(path, &text.replacen(from, to, 1));
    }

    fn git(&self, arguments: &[&str]) -> String {
        let output = git(self.folder.path(), arguments);
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn run(&self, arguments: &[&str]) -> Run {
        run(self.folder.path(), arguments)
    }

    fn generate(&self) {
        let run = self.run(&["generate"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
    }

    /// Runs `diff`, with the commit's id replaced by a word.
    fn diff(&self, arguments: &[&str]) -> Run {
        let mut run = self.run(&[&["diff"], arguments].concat());
        let id = self.git(&["rev-parse", "main"]);
        run.out = run.out.replace(&id[..7], "<commit>");
        run
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Output {
    // Nothing of whoever runs the tests: no signing, no hooks, no templates.
    Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).current_dir(folder).args(arguments).output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}

const CUSTOMER: &str = "spec/customers/customer.yaml";

/// Takes a field out of an answer and the requests.
fn remove_gender(repository: &Repository) {
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
fn change_a_lot(repository: &Repository) {
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

fn fingerprints(repository: &Repository, level: &str) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&repository.diff(&["main", "--format", "json"]).out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["level"] == level);
    findings.map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn nothing_changed_is_said_in_a_line() {
    let repository = Repository::new();
    let run = repository.diff(&[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    assert_eq!(
        run.out,
        "the working tree against the merge base with main (<commit>)\n\nnone: no API change, and none in Rust.\n"
    );
    let run = repository.diff(&["main", "HEAD", "--format", "json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "{\n  \"verdict\": \"none\",\n  \"findings\": []\n}\n"));
}

#[test]
fn the_reports_of_a_change() {
    let repository = Repository::new();
    change_a_lot(&repository);
    for (name, arguments) in [
        ("terminal", &["main"][..]),
        ("markdown", &["main", "--format", "markdown"]),
        ("json", &["main", "--format", "json"]),
        ("changelog", &["main", "--changelog"]),
    ] {
        let run = repository.diff(arguments);
        assert_eq!((run.code, run.err.as_str()), (Some(1), ""), "{name}");
        assert!(!run.out.contains('\u{1b}'), "{name}: colour where nobody looks");
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(name, run.out);
        });
    }
}

#[test]
fn every_form_of_a_side_says_the_same() {
    let repository = Repository::new();
    change_a_lot(&repository);
    let findings = |arguments: &[&str]| {
        let run = repository.diff(&[arguments, &["--format", "json"]].concat());
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
        let findings = report["findings"].as_array().unwrap().iter();
        let api = findings.filter(|finding| !finding["rule"].as_str().unwrap().starts_with("rust-"));
        let mut found: Vec<_> = api.map(|it| it["fingerprint"].as_str().unwrap().to_owned()).collect();
        found.sort();
        found
    };
    let wanted = findings(&["main"]);
    assert!(wanted.len() >= 6, "{wanted:?}");
    // As a folder with a document, as a folder with a repository, and as one file in both notations.
    let before = tempfile::tempdir().unwrap();
    let bundle = |name: &str| {
        let file = before.path().join(name).display().to_string();
        assert_eq!(repository.run(&["bundle", "--out", &file]).code, Some(0));
        file
    };
    let (new_json, new_yaml) = (bundle("new.json"), bundle("new.yaml"));
    repository.commit("Change a lot");
    repository.git(&["checkout", "--quiet", "HEAD~1"]);
    let (old_json, old_yaml) = (bundle("old.json"), bundle("old.yaml"));
    copy(&repository.path("spec"), &before.path().join("document"));
    copy(repository.folder.path(), &before.path().join("repository"));
    repository.git(&["checkout", "--quiet", "main"]);
    let at = |name: &str| before.path().join(name).display().to_string();
    for sides in [
        &["HEAD~1", "HEAD"][..],
        &["HEAD~1"],
        &[&at("document")],
        &[&at("document"), "spec"],
        &[&at("repository")],
        &[&at("repository"), "."],
        &[&old_json, &new_json],
        &[&old_yaml, &new_yaml],
        &[&old_json, "spec"],
        &["HEAD~1", &new_yaml],
    ] {
        assert_eq!(findings(sides), wanted, "{sides:?}");
    }
}

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
    repository.edit("spec/common/phone.yaml", "Phone:\n", "TelephoneNumber:\n");
    let text = repository.read(CUSTOMER).replace("phone.yaml#/Phone'", "phone.yaml#/TelephoneNumber'");
    repository.write(CUSTOMER, &text);
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
    let text = repository.read(CUSTOMER).replace("phone.yaml#/Phone'", "address.yaml#/Phone'");
    repository.write(CUSTOMER, &text);
    repository.generate();
    let run = repository.diff(&["main"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(run.out.ends_with("none: no API change, and none in Rust.\n"), "{}", run.out);
}

/// The Rust level belongs to repositories: a document alone has no crate.
#[test]
fn a_document_alone_has_no_rust_level() {
    let repository = Repository::new();
    let run = repository.diff(&["spec", "spec"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "spec against spec\n\nnone: no API change.\n"));
}

#[test]
fn a_break_fails_until_it_is_accepted_and_its_entry_falls_away_with_it() {
    let repository = Repository::new();
    remove_gender(&repository);
    let run = repository.diff(&[]);
    assert_eq!(run.code, Some(1), "{}", run.out);

    let breaks = fingerprints(&repository, "breaking");
    let because = "nobody has sent it since 2024";
    let run = repository.diff(&["--accept", &breaks.join(","), "--because", because]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
    assert!(run.out.contains("accepted[") && run.out.contains(because), "{}", run.out);
    let ledger: toml::Table = repository.read("spec/accepted.toml").parse().unwrap();
    let entries = ledger["accepted"].as_array().unwrap();
    assert_eq!(entries.len(), breaks.len());
    assert!(entries.iter().all(|entry| entry["because"].as_str() == Some(because)), "{entries:?}");
    // It stays accepted, in every form, and is a break for the version all the same.
    for format in ["terminal", "markdown", "json"] {
        let run = repository.diff(&["main", "--format", format]);
        assert_eq!(run.code, Some(0), "{}", run.out);
        assert!(run.out.contains("major"), "{}", run.out);
    }

    // With the change gone, the entries say nothing any more; the next --accept takes them along.
    repository.git(&["checkout", "--quiet", "main", "--", "spec", "yuno-api"]);
    let run = repository.diff(&[]);
    assert_eq!(run.code, Some(0));
    assert!(run.out.contains("stale"), "{}", run.out);
    repository.edit(CUSTOMER, "required: [merchant_customer_id]", "required: [merchant_customer_id, email]");
    repository.generate();
    let breaks = fingerprints(&repository, "breaking");
    let run = repository.diff(&["--accept", &breaks.join(","), "--because", "asked for by fraud screening"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let ledger = repository.read("spec/accepted.toml");
    assert_eq!(ledger.matches("[[accepted]]").count(), breaks.len(), "{ledger}");
    assert!(!ledger.contains(because), "{ledger}");
}

#[test]
fn what_cannot_be_accepted_is_said() {
    let repository = Repository::new();
    change_a_lot(&repository);
    let safe = fingerprints(&repository, "safe").remove(0);
    let breaking = fingerprints(&repository, "breaking").remove(0);
    for (fingerprint, because, told) in [
        ("0000", "it is fine", "there is no finding 0000"),
        (safe.as_str(), "it is fine", "breaks nobody"),
        (breaking.as_str(), " ", "needs a reason"),
    ] {
        let run = repository.diff(&["--accept", fingerprint, "--because", because]);
        assert_eq!(run.code, Some(2), "{}", run.out);
        assert!(run.err.contains(told), "{}", run.err);
        assert!(!repository.path("spec/accepted.toml").exists());
    }
    repository.write("spec/accepted.toml", "[[accepted]]\nfingerprint = 7\n");
    let run = repository.diff(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("spec/accepted.toml"), "{}", run.err);
}

#[test]
fn the_changelog_is_written_once() {
    let repository = Repository::new();
    change_a_lot(&repository);
    let first = repository.diff(&["main", "--changelog", "--write"]);
    assert_eq!(first.code, Some(1), "{}", first.err);
    let text = repository.read("CHANGELOG.md");
    assert!(text.contains("## [Unreleased]\n\n### Breaking\n\n- "), "{text}");
    assert!(text.contains("- The first call.\n- "), "{text}");
    let again = repository.diff(&["main", "--changelog", "--write"]);
    assert_eq!(again.out, "CHANGELOG.md: 0 bullets added.\n");
    assert_eq!(repository.read("CHANGELOG.md"), text);
}

/// Each bad input: exit code 2, and a sentence with the remedy.
#[test]
fn bad_input_is_told_with_its_remedy() {
    let repository = Repository::new();
    repository.write("empty/.keep", "");
    repository.write("swagger.json", "{ \"swagger\": \"2.0\", \"paths\": {} }");
    repository.write("broken.yaml", "openapi: 3.0.3\npaths: [\n");
    repository.write("notes.md", "# Notes\n");
    fs::write(repository.path("bytes.yaml"), b"openapi: \xff\n").unwrap();
    // A commit from before there was a spec.
    repository.git(&["checkout", "--quiet", "--orphan", "early"]);
    repository.git(&["rm", "--quiet", "-r", "--cached", "spec"]);
    repository.git(&["commit", "--quiet", "--message", "Before the spec"]);
    repository.git(&["checkout", "--quiet", "--force", "main"]);
    for (arguments, told) in [
        (&["v9.9.9"][..], &["there is no revision v9.9.9", "git fetch"][..]),
        (&["main", "nowhere"], &["there is no revision nowhere"]),
        (&["published.json"], &["there is no file published.json"]),
        (&["early"], &["early", "has no spec/openapi.yaml", "name a revision"]),
        (&["empty"], &["empty has neither openapi.yaml nor spec/openapi.yaml"]),
        (&["swagger.json"], &["swagger.json", "2.0"]),
        (&["broken.yaml"], &["broken.yaml:", "not YAML"]),
        (&["notes.md"], &["notes.md"]),
        (&["bytes.yaml"], &["bytes.yaml", "UTF-8"]),
    ] {
        let run = repository.diff(arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}: {}", run.err);
        for part in told {
            assert!(run.err.contains(part), "{arguments:?}: {}", run.err);
        }
    }
}

/// The working tree must be what could be generated; an older base need not pass the rules of today.
#[test]
fn a_working_tree_that_does_not_lint_is_told() {
    let repository = Repository::new();
    repository.edit(CUSTOMER, "      description: Given name.\n", "");
    let run = repository.diff(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("cargo xtask lint"), "{}", run.err);
    repository.commit("Forget a description");
    repository.edit(
        CUSTOMER,
        "      x-yuno-sensitive: personal\n",
        "      x-yuno-sensitive: personal\n      description: Given name.\n",
    );
    assert_eq!(repository.diff(&["HEAD"]).code, Some(0));
}

#[test]
fn without_history_the_remedy_is_to_fetch_it() {
    let repository = Repository::new();
    repository.write("notes.md", "One.\n");
    repository.commit("Write a note");
    let folder = tempfile::tempdir().unwrap();
    let from = format!("file://{}", repository.folder.path().display());
    assert!(git(folder.path(), &["clone", "--quiet", "--depth", "1", &from, "clone"]).status.success());
    let clone = folder.path().join("clone");
    let shallow = run(&clone, &["diff", "HEAD~1"]);
    assert_eq!(shallow.code, Some(2));
    assert!(shallow.err.contains("shallow") && shallow.err.contains("git fetch --unshallow"), "{}", shallow.err);

    // Neither main nor origin/main: there is nothing to guess.
    let other = tempfile::tempdir().unwrap();
    copy(&clone.join("spec"), &other.path().join("spec"));
    for path in ["Cargo.toml", "codegen/README.md"] {
        let to = other.path().join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(clone.join(path), to).unwrap();
    }
    let none = run(other.path(), &["diff"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("in no git repository"), "{}", none.err);
    assert!(git(other.path(), &["init", "--quiet", "--initial-branch", "trunk"]).status.success());
    let none = run(other.path(), &["diff"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("neither main nor origin/main"), "{}", none.err);
}
