//! `cargo xtask budget`.

use yuno_tests::edits::{CUSTOMER, TIGHTEN_A_LIMIT};

use crate::repository::Repository;

/// The row of a table that begins with these words.
fn row<'a>(out: &'a str, what: &str) -> &'a str {
    out.lines().find(|line| line.trim_start_matches("| ").starts_with(what)).unwrap_or_else(|| panic!("{out}"))
}

#[test]
fn what_a_change_costs_is_counted() {
    let repository = Repository::new();
    repository.edit(TIGHTEN_A_LIMIT);
    repository.generate();
    let run = repository.run(&["budget", "--base", "main"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let here = row(&run.out, "generated lines changed per line of the spec, here");
    assert!(here.contains("4 generated for 2 of the spec, in 1 files") && here.contains("2.0"), "{here}");
    assert!(row(&run.out, "generated lines per operation (5 operations)").contains("progenitor: "), "{}", run.out);

    // The commit that brings the spec into being is no change of it; the two after it are.
    repository.commit("Tighten a limit");
    repository.edit(("common/address.yaml", "City or town.", "City, town or village."));
    repository.generate();
    repository.commit("Speak of villages");
    let run = repository.run(&["budget", "--markdown"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.starts_with("### Budgets\n\n| what | ours |"), "{}", run.out);
    assert!(row(&run.out, "the same over the history").contains("(2 commits"), "{}", run.out);
}

#[test]
fn bad_input_is_told() {
    let repository = Repository::new();
    let run = repository.run(&["budget", "--base", "v9"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("there is no revision v9") && run.err.contains("fetch"), "{}", run.err);
    repository.edit((CUSTOMER, "type: object", "type: thing"));
    let run = repository.run(&["budget"]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("spec/customers/customer.yaml"), "{}", run.err);
}
