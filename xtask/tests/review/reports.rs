//! What a run says, in each of its forms.

use crate::{edits::change_a_lot, repository::Repository};

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
