//! Breaks that somebody has taken responsibility for.

use yuno_tests::edits::REQUIRE_A_FIELD;

use crate::{
    edits::{change_a_lot, fingerprints, remove_gender},
    repository::Repository,
};

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
    repository.edit(REQUIRE_A_FIELD);
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
