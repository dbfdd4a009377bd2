//! What can be compared, and what is said of what cannot.

use std::fs;

use yuno_tests::edits::CUSTOMER;

use crate::{
    edits::change_a_lot,
    repository::{Repository, copy, git, run},
};

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

/// The Rust level belongs to repositories: a document alone has no crate.
#[test]
fn a_document_alone_has_no_rust_level() {
    let repository = Repository::new();
    let run = repository.diff(&["spec", "spec"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "spec against spec\n\nnone: no API change.\n"));
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
        (&["empty"], &["empty cannot be read as a document", "openapi.yaml"]),
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
    repository.edit((CUSTOMER, "      description: Given name.\n", ""));
    let run = repository.diff(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("cargo xtask lint"), "{}", run.err);
    repository.commit("Forget a description");
    repository.edit((
        CUSTOMER,
        "      x-yuno-sensitive: personal\n",
        "      x-yuno-sensitive: personal\n      description: Given name.\n",
    ));
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
