//! The diffs that a reviewer reads: ten typical edits of a spec, each with what it does to the generated code.
//!
//! The document is `tests/review/spec`, a small one in the form of the real one, so that the snapshots change with the
//! generator and with nothing else.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    sync::OnceLock,
};

use similar::{ChangeTag, TextDiff};
use yuno_codegen::{Output, Settings};
use yuno_tests::{
    edits::{self, ADD_A_FIELD, ADD_AN_OPERATION, CUSTOMER, RENAME_A_SCHEMA, REQUIRE_A_FIELD, TIGHTEN_A_LIMIT},
    repository,
};

type Files = BTreeMap<String, String>;

/// One edit: what is replaced for it.
struct Edit {
    name: &'static str,
    replace: &'static [edits::Replacement],
    /// The generated files that it may touch.
    touches: &'static [&'static str],
}

const EDITS: [Edit; 10] = [
    Edit { name: "add_a_field", replace: &[ADD_A_FIELD], touches: &["customers/customer.rs"] },
    Edit {
        name: "add_an_enum_value",
        replace: &[
            ("common/gender.yaml", "NK, U, ''", "NK, TG, U, ''"),
            ("common/gender.yaml", "    U: {", "    TG: { name: Transgender, description: Transgender. }\n    U: {"),
        ],
        touches: &["common/gender.rs"],
    },
    Edit {
        name: "add_an_operation",
        replace: &ADD_AN_OPERATION,
        // The group's table of operations is the one other place.
        touches: &["customers/mod.rs", "customers/operations.rs"],
    },
    Edit {
        name: "rename_a_schema",
        replace: &RENAME_A_SCHEMA,
        // Each place that refers to it, and the group's list of objects.
        touches: &["common/mod.rs", "common/phone.rs", "customers/customer.rs"],
    },
    Edit { name: "tighten_a_limit", replace: &[TIGHTEN_A_LIMIT], touches: &["customers/customer.rs"] },
    Edit { name: "make_a_field_required", replace: &[REQUIRE_A_FIELD], touches: &["customers/customer.rs"] },
    Edit {
        name: "split_a_schema",
        replace: &[
            (
                "common/address.yaml",
                "    building_number_1:
      type: string
      x-yuno-sensitive: personal
      description: Number of the building, where the country writes it apart from the street.
    building_number_2:
      type: string
      x-yuno-sensitive: personal
      description: Second number of the building, such as a staircase or a block.
",
                "    building:
      $ref: '#/Building'
",
            ),
            (
                "common/address.yaml",
                "",
                "Building:
  type: object
  description: A building in its street.
  properties:
    number_1:
      type: string
      x-yuno-sensitive: personal
      description: Number of the building, where the country writes it apart from the street.
    number_2:
      type: string
      x-yuno-sensitive: personal
      description: Second number of the building, such as a staircase or a block.
",
            ),
        ],
        touches: &["common/address.rs", "common/mod.rs"],
    },
    Edit {
        name: "change_a_description",
        replace: &[("common/address.yaml", "City or town.", "City, town or village, without its state.")],
        touches: &["common/address.rs"],
    },
    Edit {
        name: "move_a_schema",
        replace: &[
            (
                "common/phone.yaml",
                "# A telephone number in two parts.
Phone:
  type: object
  description: A telephone number.
  properties:
    country_code:
      type: string
      description: International dialling code without the plus sign, such as `55` for Brazil.
    number:
      type: string
      x-yuno-sensitive: personal
      description: The rest of the number, digits only.
",
                "",
            ),
            (
                "common/address.yaml",
                "",
                "Phone:
  type: object
  description: A telephone number.
  properties:
    country_code:
      type: string
      description: International dialling code without the plus sign, such as `55` for Brazil.
    number:
      type: string
      x-yuno-sensitive: personal
      description: The rest of the number, digits only.
",
            ),
            (CUSTOMER, "phone.yaml#/Phone'", "address.yaml#/Phone'"),
            (CUSTOMER, "phone.yaml#/Phone'", "address.yaml#/Phone'"),
            (CUSTOMER, "phone.yaml#/Phone'", "address.yaml#/Phone'"),
        ],
        // The last schema of its file takes the file along, and its line among the modules.
        touches: &["common/address.rs", "common/mod.rs", "common/phone.rs"],
    },
    Edit {
        name: "deprecate_a_field",
        replace: &[(
            CUSTOMER,
            "    nationality:\n      description: The",
            "    nationality:\n      deprecated: true\n      description: The",
        )],
        touches: &["customers/customer.rs"],
    },
];

fn generate(spec: &Files) -> Files {
    let folder = tempfile::tempdir().unwrap();
    repository::write(folder.path(), spec);
    let Output { files, .. } = yuno_codegen::generate(folder.path(), &Settings::default())
        .unwrap_or_else(|report| panic!("{}", report.render(false)));
    files
}

fn unedited() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| generate(&edits::small_spec()))
}

fn edited(edit: &Edit) -> Files {
    let mut files = edits::small_spec();
    for one in edit.replace {
        edits::apply(files.get_mut(one.0).unwrap(), *one);
    }
    // A file without anything in it is no file.
    files.retain(|_, text| !text.is_empty());
    files
}

/// What a reviewer sees, and how many lines of it are new or gone.
struct Review {
    text: String,
    lines: usize,
    files: BTreeSet<String>,
}

fn review(old: &Files, new: &Files) -> Review {
    let mut review = Review { text: String::new(), lines: 0, files: BTreeSet::new() };
    let paths: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    for path in paths {
        let text = |files: &Files| files.get(path).cloned().unwrap_or_default();
        let (before, after) = (text(old), text(new));
        if before == after {
            continue;
        }
        review.files.insert(path.clone());
        let diff = TextDiff::from_lines(&before, &after);
        review.lines += diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).count();
        let shown = diff.unified_diff().context_radius(2).to_string();
        let _ = writeln!(review.text, "--- {path}");
        for line in shown.lines() {
            // Line numbers would change with every edit above.
            let line = if line.starts_with("@@") { "@@" } else { line };
            let _ = writeln!(review.text, "{line}");
        }
    }
    review
}

/// The ten edits, each with what it costs a reviewer.
#[test]
fn an_edit_costs_a_reviewer_little() {
    let mut table = format!("{:<24}{:>6}{:>11}{:>8}{:>8}\n", "edit", "spec", "generated", "ratio", "files");
    let mut ratios = Vec::new();
    let (mut wide, mut spread) = (Vec::new(), Vec::new());
    for edit in &EDITS {
        let files = edited(edit);
        let (spec, generated) = (review(&edits::small_spec(), &files), review(unedited(), &generate(&files)));
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(edit.name, generated.text);
        });
        let touched: Vec<_> = generated.files.iter().map(String::as_str).collect();
        if touched != edit.touches {
            spread.push(format!("{}: {touched:?}", edit.name));
        }
        // Lines are far too few for either cast to lose any.
        let ratio = f64::from(u32::try_from(generated.lines).unwrap()) / f64::from(u32::try_from(spec.lines).unwrap());
        let row = format!(
            "{:<24}{:>6}{:>11}{ratio:>8.1}{:>8}",
            edit.name,
            spec.lines,
            generated.lines,
            generated.files.len()
        );
        table.push_str(&row);
        table.push('\n');
        if ratio > 4.0 {
            wide.push(row);
        }
        ratios.push(ratio);
    }
    ratios.sort_by(f64::total_cmp);
    // Of ten, the upper of the two in the middle.
    let median = ratios[ratios.len() / 2];
    let _ = writeln!(table, "median{median:>43.1}");
    println!("{table}");
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("table", table);
    });
    assert!(spread.is_empty(), "other files are touched than should be:\n{}", spread.join("\n"));
    assert!(wide.is_empty(), "more than four generated lines for one of the spec:\n{}", wide.join("\n"));
    assert!(median <= 2.0, "{table}");
}
