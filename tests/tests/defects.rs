//! What the generator does not do right yet. Each test says what would be right, and fails until it is.
//!
//! A test whose defect is mended loses its `ignore`, or moves to its document in `tests/documents`.

use std::fs;

use yuno_codegen::{lint, load, tree::Sources};
use yuno_tests::{compiled, document::Document, repository};

/// What the generator makes of the schemas of a document.
fn schemas(text: &str) -> String {
    Document::new("defect", text).generated().files.remove("defect/schemas.rs").unwrap()
}

/// A document whose one object has these members.
fn members(members: &str) -> String {
    format!("# Schemas.\nBoth:\n  type: object\n  description: Sent and received.\n  properties:\n{members}")
}

#[track_caller]
fn compiles(name: &str, text: &str) {
    if let Err(said) = compiled::check(env!("CARGO_TARGET_TMPDIR"), name, &[Document::new(name, text)]) {
        panic!("{said}");
    }
}

/// Lint has to refuse what would give code that does not compile.
#[track_caller]
fn is_refused(name: &str, text: &str, rule: &str) {
    match Document::new(name, text).generate() {
        Ok(_) => panic!("nothing is found in\n{text}"),
        Err(report) => assert!(report.findings.iter().any(|finding| finding.rule == rule), "{}", report.render(false)),
    }
}

macro_rules! defects {
    ($($why:literal $name:ident $block:block)*) => {
        $(#[test]
        #[ignore = $why]
        fn $name() $block)*
    };
}

defects! {
    "the generated code uses the component that it calls deprecated, which warns"
    a_deprecated_component_compiles_without_a_warning {
        let old = "Old:\n  type: object\n  deprecated: true\n  description: Old.\n  properties:\n    a: { description: A. }\n";
        compiles("deprecated_component", &(members("    old: { $ref: '#/Old' }\n") + old));
    }

    "progenitor takes an enum by value, and `.path(..)` a reference"
    an_enum_in_the_path_compiles {
        compiles(
            "path_enum",
            "\
# Schemas.
Line: { type: string, description: Which line., enum: [FIRST, LAST] }
# file: operation.yaml
method: delete
path: /v1/lines/{line}
parameters:
  - { name: line, in: path, required: true, description: The line., schema: { $ref: 'schemas.yaml#/Line' } }
",
        );
    }

    "in the tables, the constant for the member hides the variable `index`: each member is taken for the first"
    a_member_called_index_compiles {
        compiles("member_index", &members("    index: { type: integer, description: A. }\n    a: { description: A. }\n"));
    }

    "`type Err` and a variant `Err` are ambiguous in `impl FromStr`"
    a_value_called_err_compiles {
        let state = "State: { type: string, description: A state., enum: [OK, ERR] }\n";
        compiles("value_err", &(members("    state: { $ref: '#/State' }\n") + state));
    }

    "there is no slot for it, or lint does not say so"
    one_or_many_texts_compile {
        compiles(
            "one_or_many_texts",
            &members("    a: { type: array, description: A., x-yuno-one-or-many: true, items: { type: string } }\n"),
        );
    }

    "the type has no end; only an example finds it, if there is one"
    what_must_hold_itself_is_refused {
        let inner = "Inner:\n  type: object\n  description: Within.\n  required: [again]\n  properties:\n    \
                     again: { $ref: '#/Inner' }\n";
        let sent = members("    a: { $ref: '#/Inner' }\n").replace("Both:", "Sent:");
        is_refused("endless", &(sent + inner), "endless");
    }

    "the handles' options have grown: `retry`, `total_timeout`"
    a_verb_that_every_handle_has_is_refused {
        let handles = fs::read_to_string(repository::root().join("yuno-api/src/call.rs")).unwrap();
        let options = &handles[handles.find("macro_rules! option_methods").unwrap()..];
        let options = &options[..options.find("\n}\n").unwrap()];
        let names = options.split("pub fn ").skip(1).map(|rest| &rest[..rest.find('(').unwrap()]);
        for verb in names {
            let text = format!("# file: operation.yaml\noperationId: verbs.{verb}\n");
            is_refused("verbs", &text, "taken-name");
        }
    }

    "`crate::types` has grown: a component of such a name would be hidden by the crate's own"
    a_component_with_the_name_of_a_type_of_ours_is_refused {
        let library = fs::read_to_string(repository::root().join("yuno-api/src/lib.rs")).unwrap();
        let types = &library[library.find("pub mod types {").unwrap()..];
        let types = &types[..types.find("\n}\n").unwrap()];
        let words = types.split(|one: char| !one.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase));
        for name in words {
            let text = members(&format!("    a: {{ $ref: '#/{name}' }}\n")) + &format!("{name}: {{ type: string, description: A. }}\n");
            is_refused("ours", &text, "taken-name");
        }
    }

    "the handle would have the name of something that its module imports"
    a_tag_whose_handle_has_a_taken_name_is_refused {
        for tag in ["call", "operation", "method", "idempotency", "client"] {
            is_refused(tag, "# file: operation.yaml\nsummary: Act\n", "taken-name");
        }
    }

    "the method has arguments of these names already"
    a_parameter_called_body_or_params_is_refused {
        for name in ["body", "params"] {
            let text = "\
# Schemas.
Sent: { type: object, description: Sent., properties: { a: { description: A. } } }
# file: operation.yaml
parameters:
  - { name: NAME, in: query, required: true, description: A., schema: { type: string } }
  - { name: other, in: query, description: A., schema: { type: string } }
";
            is_refused("arguments", &text.replace("NAME", name), "taken-name");
        }
    }

    "the builder has a method of that name: `build` of its own, `maybe_a` for a member `a`"
    a_member_that_the_builder_has_already_is_refused {
        is_refused("build", &members("    build: { type: string, description: A. }\n"), "taken-name");
        is_refused("maybe", &members("    a: { description: A. }\n    maybe_a: { description: A. }\n"), "name-collision");
    }

    "lengths are u32 in the tables"
    a_limit_beyond_the_tables_is_refused {
        is_refused("huge", &members("    a: { type: string, description: A., maxLength: 5000000000 }\n"), "limits");
    }

    "only a text that stands alone becomes `Sensitive`; in a list it is a plain `String`"
    secrets_in_lists_are_kept_secret {
        let text = schemas(&members(
            "    names: { type: array, description: Names., items: { type: string, x-yuno-sensitive: personal } }\n",
        ));
        assert!(text.contains("pub names: Option<Vec<Sensitive>>"), "{text}");
    }

    "a time with `x-yuno-sensitive` stays a `Timestamp`, which `Debug` shows"
    secret_times_are_kept_secret {
        let text = members("    born: { type: string, format: date-time, description: When., x-yuno-sensitive: personal }\n");
        match Document::new("defect", &text).generate() {
            Ok(output) => assert!(output.files["defect/schemas.rs"].contains("pub born: Option<Sensitive>")),
            Err(report) => assert_eq!(report.findings[0].rule, "misplaced-extension"),
        }
    }

    "a member that is required and nullable is a plain type, with which null cannot be sent"
    null_can_be_sent_where_it_is_required {
        let text = schemas(
            "\
# Schemas.
Sent:
  type: object
  description: Only sent.
  required: [must]
  properties:
    must: { type: string, nullable: true, description: Text or null. }
# file: examples.yaml
sent: { summary: A body, value: { must: null } }
",
        );
        assert!(!text.contains("pub must: String,"), "{text}");
    }

    "a pattern is in neither the table nor the docs"
    patterns_are_told {
        let text = schemas(&members("    pin: { type: string, description: A PIN., pattern: '^[0-9]{4}$' }\n"));
        assert!(text.contains("[0-9]{4}"), "{text}");
    }

    "of the limits of a list and of its items, only one is told"
    all_limits_of_a_list_are_told {
        let text = schemas(&members(
            "    few: { type: array, minItems: 1, maxItems: 3, description: A few., items: { type: string, maxLength: 8 } }\n",
        ));
        assert!(text.contains("1 to 3 items") && text.contains("8 characters"), "{text}");
    }

    "the words for one are those for many"
    one_character_is_one_character {
        let text = schemas(&members("    a: { type: string, minLength: 1, description: A. }\n"));
        assert!(text.contains("At least 1 character."), "{text}");
    }

    "a default goes through a float"
    defaults_keep_their_digits {
        let text = schemas(&members("    a: { type: number, default: 12345678901234567.50, description: A. }\n"));
        assert!(text.contains("`12345678901234567.50`"), "{text}");
    }

    "only bare fences become text: `rust`, `~~~`, four ticks and indented code are tests"
    code_in_a_description_never_becomes_a_test {
        for code in ["    ```rust\n    let a;\n    ```\n", "    ~~~\n    a\n    ~~~\n", "    ````\n    a\n    ````\n", "    B.\n\n        a = 1\n"] {
            let text = schemas(&format!(
                "# Schemas.\nBoth:\n  type: object\n  description: |\n    A.\n\n{code}  properties: {{ a: {{ description: A. }} }}\n"
            ));
            let docs: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("/// ")).collect();
            let opens_test = |line: &&str| {
                let fence = line.trim_start_matches(['`', '~']);
                (line.starts_with("```") || line.starts_with("~~~")) && (fence.is_empty() || fence.starts_with("rust"))
            };
            let first = docs.iter().find(|line| line.starts_with("```") || line.starts_with("~~~"));
            assert!(!first.is_some_and(opens_test), "{text}");
            assert!(!docs.iter().any(|line| line.starts_with("    ")), "{text}");
        }
    }

    "rustdoc takes brackets for links and angles for tags, and wants angles around addresses; CI denies its warnings"
    rustdoc_has_nothing_to_say {
        let text = schemas(&members("    a: { description: 'Has [brackets], <angles> and https://mini.example.' }\n"));
        assert!(!text.contains("Has [brackets], <angles> and https://mini.example."), "{text}");
    }

    "the message is made harmless, the line of the source is not"
    a_report_has_no_commands_for_the_terminal {
        let mut sources = Sources::default();
        sources.add("openapi.yaml", "# The root.\nopenapi: \u{1b}[2J3.0.3\n");
        let report = match load::parse(sources) {
            Ok(document) => lint::lint(&document),
            Err(report) => report,
        };
        assert!(!report.render(false).contains('\u{1b}'), "{:?}", report.render(false));
    }

    "the parser's line is one beyond the end where the last line has no end"
    the_end_of_a_file_is_a_place_in_it {
        let mut sources = Sources::default();
        sources.add("openapi.yaml", "# The root.\nopenapi: 3.0.3\ninfo");
        let report = load::parse(sources).unwrap_err();
        assert_eq!(report.findings[0].place.unwrap().line, 3);
    }
}
