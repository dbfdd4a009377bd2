//! What is committed is what the spec says, on any machine; and a change in one place of the spec is a change in one
//! place of the crate.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::OnceLock,
};

use yuno_codegen::{Output, Settings};
use yuno_tests::repository;

/// What the spec of this repository gives.
fn output() -> &'static Output {
    static OUTPUT: OnceLock<Output> = OnceLock::new();
    OUTPUT.get_or_init(|| generate(&repository::spec()))
}

fn generate(spec: &Path) -> Output {
    yuno_codegen::generate(spec, &Settings::default()).unwrap_or_else(|report| panic!("{}", report.render(false)))
}

/// The spec after a change, in another folder.
fn changed(change: impl Fn(&str, String) -> String) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("another/name");
    let files = repository::texts(&repository::spec()).into_iter();
    let files: BTreeMap<_, _> = files
        .map(|(path, text)| {
            let text = if path.ends_with(".yaml") { change(&path, text) } else { text };
            (path, text)
        })
        .collect();
    repository::write(&spec, &files);
    generate(&spec)
}

/// The files that differ, each with how many of its lines are new.
fn differences(output: &Output) -> BTreeMap<String, usize> {
    let (before, after) = (&self::output().files, &output.files);
    let paths: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let lines = |files: &BTreeMap<String, String>, path: &String| -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for line in files.get(path).map_or("", String::as_str).lines() {
            *counts.entry(line.to_owned()).or_default() += 1;
        }
        counts
    };
    let differ = paths.into_iter().filter(|path| before.get(*path) != after.get(*path));
    differ
        .map(|path| {
            let (old, new) = (lines(before, path), lines(after, path));
            let added =
                new.iter().map(|(line, count)| count.saturating_sub(old.get(line).copied().unwrap_or_default()));
            (path.clone(), added.sum())
        })
        .collect()
}

#[test]
fn what_is_committed_is_what_the_spec_says() {
    let committed = repository::texts(&repository::generated());
    let wrong: Vec<_> = output()
        .files
        .iter()
        .filter(|(path, text)| committed.get(*path) != Some(text))
        .map(|(path, _)| path)
        .chain(committed.keys().filter(|path| !output().files.contains_key(*path)))
        .collect();
    assert!(wrong.is_empty(), "not what the spec says: {wrong:?}; run `cargo xtask generate` and commit the result");
}

/// Maps of the standard library have another order in every run; none may be seen in the output.
#[test]
fn a_second_run_gives_the_same() {
    let again = std::thread::spawn(|| generate(&repository::spec())).join().unwrap();
    assert_eq!(differences(&again), BTreeMap::new());
    assert_eq!((again.operations, again.types), (output().operations, output().types));
}

#[test]
fn another_folder_gives_the_same() {
    assert_eq!(differences(&changed(|_, text| text)), BTreeMap::new());
}

/// As on a machine whose version control writes the line ends of Windows.
#[test]
fn other_line_ends_give_the_same() {
    let output = changed(|_, text| text.replace('\n', "\r\n"));
    assert_eq!(differences(&output), BTreeMap::new());
}

/// `description` before `type` or after it: that is taste. The order of properties, values and paths is not.
#[test]
fn the_order_of_keys_does_not_matter() {
    let moved = std::cell::Cell::new(0);
    let output = changed(|path, text| {
        let reversed = match path {
            "openapi.yaml" => reverse(&text, &[0]),
            _ if path.ends_with("/operations.yaml") => reverse(&text, &[4]),
            _ if path.contains("examples") => text.clone(),
            // The keys of a component, and those of its properties.
            _ => reverse(&text, &[2, 6]),
        };
        moved.set(moved.get() + usize::from(reversed != text));
        reversed
    });
    assert!(moved.get() > 40, "only {} files have another order", moved.get());
    assert_eq!(differences(&output), BTreeMap::new());
}

/// Turns the keys at these depths around, within what they belong to.
fn reverse(text: &str, depths: &[usize]) -> String {
    let depth_of = |line: &str| line.len() - line.trim_start().len();
    let mut out = String::new();
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let opens = line.trim_end().ends_with(':') || (depths.contains(&0) && out.is_empty());
        let below = lines.peek().map_or(0, |next| depth_of(next));
        out.push_str(line);
        if !(opens && depths.contains(&below)) {
            continue;
        }
        let mut block = Vec::new();
        while let Some(next) = lines.next_if(|next| next.trim().is_empty() || depth_of(next) >= below) {
            block.push(next);
        }
        let mut entries: Vec<String> = Vec::new();
        for line in block {
            let begins =
                depth_of(line) == below && !line.trim().is_empty() && !line.trim_start().starts_with(['#', '}', ']']);
            match entries.last_mut() {
                Some(last) if !begins => last.push_str(line),
                _ => entries.push(line.to_owned()),
            }
        }
        for entry in entries.iter().rev() {
            let (first, rest) = entry.split_once('\n').unwrap_or((entry, ""));
            out.push_str(first);
            out.push('\n');
            out.push_str(&if first.trim() == "properties:" { reverse_members(rest, depths) } else { rest.to_owned() });
            if !out.ends_with('\n') {
                out.push('\n');
            }
        }
    }
    out
}

/// The same within `properties`, whose own order stays.
fn reverse_members(text: &str, depths: &[usize]) -> String {
    reverse(text, &depths.iter().copied().filter(|depth| *depth > 2).collect::<Vec<_>>())
}

#[test]
fn turning_keys_around_works() {
    let text = "# A.\nA:\n  type: object\n  properties:\n    b:\n      type: string\n      description: >-\n        B,\n        too.\n  \
                description: A.\nB:\n  type: string\n  description: B.\n";
    let turned = "# A.\nA:\n  description: A.\n  properties:\n    b:\n      description: >-\n        B,\n        too.\n      \
                  type: string\n  type: object\nB:\n  description: B.\n  type: string\n";
    assert_eq!(reverse(text, &[2, 6]), turned);
}

/// A change of a spec file.
struct Edit {
    what: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// Lines that may be new in the mirrored file.
    lines: usize,
}

const EDITS: [Edit; 10] = [
    Edit {
        what: "another description of a property",
        file: "customers/customer.yaml",
        from: "      description: The merchant's own number for the customer.\n",
        to: "      description: What the merchant calls the customer.\n",
        lines: 1,
    },
    Edit {
        what: "a new property",
        file: "customers/customer.yaml",
        from: "    first_name:\n",
        to: "    middle_name:\n      type: string\n      description: Name in the middle.\n    first_name:\n",
        lines: 3,
    },
    Edit {
        what: "a property less",
        file: "payments/airline.yaml",
        from: "    pnr:\n      type: string\n      x-yuno-sensitive: personal\n      description: The booking's record locator. Together with a passenger's name it opens the booking.\n      x-yuno-source: \"reference, where create and authorize require it and capture does not\"\n",
        to: "",
        lines: 0,
    },
    Edit {
        what: "a property that is not required any more",
        file: "payments/capture.yaml",
        from: "required: [amount, merchant_reference, reason]",
        to: "required: [amount, merchant_reference]",
        lines: 2,
    },
    Edit {
        what: "a property that is required now",
        file: "payments/stored_credentials.yaml",
        from: "BillingCycles:\n  type: object\n",
        to: "BillingCycles:\n  type: object\n  required: [total]\n",
        lines: 2,
    },
    Edit {
        what: "a limit",
        file: "payments/capture.yaml",
        from: "    merchant_reference:\n      type: string\n",
        to: "    merchant_reference:\n      type: string\n      maxLength: 36\n",
        lines: 2,
    },
    Edit {
        what: "another type",
        file: "payments/capture.yaml",
        from: "    reason:\n      type: string\n",
        to: "    reason:\n      type: string\n      x-yuno-sensitive: personal\n",
        lines: 1,
    },
    Edit {
        what: "a new value of an enum",
        file: "common/gender.yaml",
        from: "enum: [M, ",
        to: "enum: [TRANSGENDER, M, ",
        lines: 1,
    },
    Edit {
        what: "another summary of an operation",
        file: "payments/operations.yaml",
        from: "    summary: Create a payment\n",
        to: "    summary: Make a payment\n",
        lines: 1,
    },
    Edit {
        what: "another example",
        file: "customers/examples.yaml",
        from: "summary: ",
        to: "summary: Once more ",
        lines: 0,
    },
];

#[test]
fn an_edit_changes_only_the_mirrored_file() {
    let files = repository::texts(&repository::spec());
    for Edit { what, file, from, to, lines } in EDITS {
        assert!(files[file].contains(from), "{what}: {file} has no longer\n{from}");
        let output = changed(|path, text| if path == file { text.replacen(from, to, 1) } else { text });
        let differences = differences(&output);
        if file.ends_with("/examples.yaml") {
            assert_eq!(differences, BTreeMap::new(), "{what}");
            continue;
        }
        let mirror = file.replace(".yaml", ".rs");
        assert_eq!(differences.keys().collect::<Vec<_>>(), [&mirror], "{what}");
        assert!(differences[&mirror] <= lines, "{what}: {} new lines in {mirror}, not {lines}", differences[&mirror]);
    }
}

#[test]
fn a_new_component_changes_the_mirrored_file_alone() {
    let output = changed(|path, text| match path {
        "payments/capture.yaml" => {
            let text = text.replacen("    reason:\n", "    origin:\n      $ref: '#/CaptureOrigin'\n    reason:\n", 1);
            format!("{text}\nCaptureOrigin:\n  type: string\n  description: Who captures.\n  enum: [PERSON, PROGRAM]\n")
        }
        _ => text,
    });
    let differences = differences(&output);
    assert_eq!(differences.keys().collect::<Vec<_>>(), ["payments/capture.rs"]);
    assert!(differences["payments/capture.rs"] <= 12, "{differences:?}");
    assert_eq!(output.types, self::output().types + 1);
}

#[test]
fn no_line_holds_what_must_not_be_there() {
    const MUST_NOT: [&str; 12] = [
        "f64",
        "f32",
        "::std::option::Option",
        "::std::",
        "serde_json::Value",
        "NonZero",
        "HashMap",
        "chrono",
        "progenitor",
        "unwrap()",
        "api-version",
        "\t",
    ];
    for (path, text) in &output().files {
        for (number, line) in text.lines().enumerate() {
            for word in MUST_NOT {
                assert!(!line.contains(word), "generated/{path}:{}: {word:?} in: {line}", number + 1);
            }
            assert_eq!(line.trim_end(), line, "generated/{path}:{}: blanks at the end", number + 1);
        }
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "generated/{path} has no clean end");
    }
}

/// A name says what a type is, not where it stands: `ThreeDSecure`, not `PaymentMethodDetailCardCardDataThreeDSecure`;
/// and none is numbered, as `PaymentMethod7` would be.
#[test]
fn no_type_is_named_after_a_path() {
    // The parameters of an operation are named for it.
    let names: BTreeSet<_> = type_names().into_iter().filter(|name| !name.ends_with("Params")).collect();
    assert!(names.len() > 150, "{} names", names.len());
    // How many types' names there are one within the other at the beginning of a name.
    let steps = |name: &String| names.iter().filter(|other| name != *other && name.starts_with(*other)).count();
    let is_numbered = |name: &str| name.ends_with(|last: char| last.is_ascii_digit());
    let found: Vec<_> = names.iter().filter(|name| steps(name) > 3 || name.len() > 32 || is_numbered(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

/// The names of the generated types: what each module declares itself or has a macro declare.
fn type_names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for text in output().files.values() {
        let words = text.lines().filter_map(|line| {
            let declared =
                line.trim_start().strip_prefix("pub struct ").or_else(|| line.trim_start().strip_prefix("pub enum "));
            declared?.split(|c: char| !c.is_alphanumeric()).next()
        });
        names.extend(words.map(str::to_owned));
    }
    names
}

#[test]
fn every_file_names_the_one_that_it_mirrors() {
    for (path, text) in &output().files {
        let header = text.lines().next().unwrap();
        let source = header.strip_prefix("//! Generated from `spec/").and_then(|rest| rest.split_once('`'));
        let (source, rest) = source.unwrap_or_else(|| panic!("generated/{path} begins with {header}"));
        assert!(rest.contains("`cargo xtask generate`"), "generated/{path} does not name the command: {header}");
        assert!(repository::spec().join(source).exists(), "generated/{path} names spec/{source}, which is not there");
        let mirrored = match path.strip_suffix("mod.rs") {
            Some(folder) => folder.to_owned(),
            None => path.replace(".rs", ".yaml"),
        };
        assert_eq!(source, mirrored, "generated/{path}");
    }
}

#[test]
fn every_file_of_schemas_has_its_mirror() {
    // Parameters, answers and examples are read, but make no code of their own.
    let is_without_types = |path: &str| {
        path.contains("examples") || ["openapi.yaml", "common/parameters.yaml", "common/responses.yaml"].contains(&path)
    };
    let spec = repository::texts(&repository::spec());
    let spec: Vec<_> = spec.keys().filter(|path| path.ends_with(".yaml")).collect();
    let (without, with): (Vec<&String>, Vec<&String>) = spec.into_iter().partition(|path| is_without_types(path));
    assert!(with.len() > 40 && without.len() > 5, "{} and {} files", with.len(), without.len());
    for path in with {
        assert!(output().files.contains_key(&path.replace(".yaml", ".rs")), "spec/{path} has no mirror");
    }
    for path in without {
        assert!(!output().files.contains_key(&path.replace(".yaml", ".rs")), "spec/{path} has a mirror");
    }
}

#[test]
fn every_operation_is_there() {
    let spec = repository::texts(&repository::spec());
    let ids = spec.values().flat_map(|text| text.lines()).filter_map(|line| line.trim().strip_prefix("operationId: "));
    let ids: BTreeSet<_> = ids.map(str::to_owned).collect();
    assert_eq!(ids.len(), output().operations);
    let all: String = output()
        .files
        .iter()
        .filter(|(path, _)| path.ends_with("/operations.rs"))
        .map(|(_, text)| text.as_str())
        .collect();
    for id in ids {
        assert_eq!(all.matches(&format!("id: {id:?},")).count(), 1, "{id}");
    }
}
