//! No input makes the generator panic: whatever the folder of the spec holds, the answer is findings, each with a place
//! and a remedy, and the generated files stay as they are.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    cell::Cell,
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Output},
    time::{Duration, Instant},
};

use proptest::{prelude::*, test_runner::RngSeed};
use tempfile::TempDir;
use yuno_codegen::{
    Settings, lint, load,
    report::{Finding, Report},
    tree::Sources,
};
use yuno_tests::{document::Document, repository};

/// Where no place can be named: there is no file, or none that could be read, or it is about the whole.
const WITHOUT_PLACE: [&str; 3] = ["no-root", "unreadable", "examples-unchecked"];

/// Holds a report to what every report has: findings that say where, what, by which rule, and what to do.
fn is_complete(report: &Report) {
    assert!(!report.findings.is_empty());
    let lines: Vec<_> = report.sources.iter().map(|(_, file)| file.text.split('\n').count()).collect();
    for finding in &report.findings {
        let Finding { rule, message, place, remedy, .. } = finding;
        assert!(rule.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte.is_ascii_digit()), "{rule}");
        assert!(message.ends_with(['.', '!', '?']) && remedy.ends_with('.'), "{message} / {remedy}");
        match place {
            Some(place) => {
                let file = report.sources.get(place.file).unwrap();
                assert!((1..=lines[place.file.0]).contains(&place.line), "{finding:?} in {:?}", file.text);
                assert!(place.start <= place.end && place.end <= file.text.len(), "{finding:?}");
            }
            None => assert!(WITHOUT_PLACE.contains(rule), "{finding:?}"),
        }
    }
    let text = report.render(false);
    assert!(!text.contains(|one: char| one.is_control() && !matches!(one, '\n' | '\t' | '\r')), "{text:?}");
    assert!(text.ends_with(&format!("{}\n", report.summary())), "{text}");
}

fn refused(folder: &Path) -> Report {
    match yuno_codegen::generate(folder, &Settings::default()) {
        Ok(_) => panic!("{} should not have been generated from", folder.display()),
        Err(report) => {
            is_complete(&report);
            report
        }
    }
}

/// The rules that a mini document breaks.
fn rules(name: &str, text: &str) -> Vec<&'static str> {
    let Err(report) = Document::new(name, text).generate() else { panic!("nothing is found in {text}") };
    is_complete(&report);
    report.findings.iter().map(|finding| finding.rule).collect()
}

/// The real spec, in a folder where it can be spoiled.
fn copied_spec() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    repository::write(folder.path(), &repository::files(&repository::spec()));
    folder
}

#[test]
fn folders_without_a_document() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = String::new();
    let mut show = |what: &str, path: &Path| {
        let text = refused(path).render(false).replace(&folder.path().display().to_string(), "..");
        shown.push_str(&format!("--- {what}\n{text}\n"));
    };
    show("an empty folder", folder.path());
    fs::write(folder.path().join("note.txt"), "Nothing to see here.").unwrap();
    show("a folder without YAML", folder.path());
    fs::create_dir(folder.path().join("orders")).unwrap();
    fs::write(folder.path().join("orders/order.yaml"), "# Orders.\nOrder: { type: string }\n").unwrap();
    show("a folder without openapi.yaml", folder.path());
    fs::write(folder.path().join("openapi.yaml"), "").unwrap();
    show("an empty openapi.yaml", folder.path());
    fs::write(folder.path().join("openapi.yaml"), b"# The root.\nopenapi: 3.0.3\ninfo: { title: 'Caf\xe9' }\n")
        .unwrap();
    show("Latin-1 in place of UTF-8", folder.path());
    insta::assert_snapshot!(shown);

    let missing = refused(&folder.path().join("nowhere"));
    assert_eq!(missing.findings[0].rule, "unreadable");
    let file = refused(&folder.path().join("note.txt"));
    assert_eq!(file.findings[0].rule, "unreadable");
}

#[test]
fn documents_of_other_versions() {
    let text = |root: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("openapi.yaml"), root).unwrap();
        refused(folder.path()).render(false)
    };
    let next = text(
        "\
# A document of the next version.
openapi: 3.1.0
info: { title: Shop, version: '1', summary: A shop., description: A shop. }
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
webhooks: {}
paths:
  /v1/orders:
    get:
      operationId: orders.list
      responses:
        '200':
          description: Orders.
          content:
            application/json:
              schema: { type: [array, 'null'], items: { type: object, properties: { id: { type: string } } } }
",
    );
    insta::assert_snapshot!(next);
    let before = text("# The version before.\nswagger: '2.0'\ninfo: { title: Shop, version: '1' }\npaths: {}\n");
    assert!(before.contains("error[openapi-version]: The version of OpenAPI is missing."), "{before}");
}

#[test]
fn what_progenitor_would_panic_at() {
    let two_answers = "
# file: operation.yaml
responses:
  '200': { description: Done. }
  '202': { description: Later. }
";
    assert_eq!(rules("two_answers", two_answers), ["one-success"]);
    let two_types = "
# Schemas.
Sent: { type: object, description: A., properties: { a: { type: string, description: A. } } }
# file: operation.yaml
requestBody:
  required: true
  content:
    application/json:
      schema: { $ref: 'schemas.yaml#/Sent' }
      examples: { sent: { $ref: 'examples.yaml#/sent' } }
    text/xml: { schema: { $ref: 'schemas.yaml#/Sent' } }
";
    assert_eq!(rules("two_types", two_types), ["content-type"]);
    let collision = "
# Schemas.
Both:
  type: object
  description: A.
  properties:
    aB: { type: string, description: A. }
    a_b: { type: string, description: A. }
    c: { $ref: '#/IPAddress' }
    d: { $ref: '#/IpAddress' }
IPAddress: { type: string, description: A. }
IpAddress: { type: string, description: A. }
";
    assert_eq!(rules("collision", collision), ["name-collision", "name-collision"]);
}

#[test]
fn schemas_that_refer_to_themselves() {
    let alone = rules("alone", "# Schemas.\nBoth: { $ref: '#/Both' }\n");
    assert!(alone.contains(&"ref-circle"), "{alone:?}");
    let within = rules("within", "# Schemas.\nBoth:\n  description: A.\n  allOf: [{ $ref: '#/Both' }]\n");
    assert!(within.contains(&"all-of-form"), "{within:?}");
    let ring = "# Schemas.\nBoth: { $ref: '#/B' }\nB: { $ref: '#/C' }\nC: { $ref: '#/D' }\nD: { $ref: '#/Both' }\n";
    let ring = rules("ring", ring);
    assert!(ring.contains(&"ref-circle"), "{ring:?}");
    let operations = "
# file: openapi.yaml
# The root.
paths:
  /v1/a: { $ref: 'paths/operations.yaml#/a' }
# file: operations.yaml
a: { $ref: '#/b' }
b: { $ref: '#/a' }
";
    let operations = rules("paths", operations);
    assert!(operations.contains(&"ref-circle"), "{operations:?}");
    let examples = "
# Schemas.
Both: { type: object, description: A., properties: { a: { type: string, description: A. } } }
# file: examples.yaml
sent: { $ref: '#/received' }
received: { $ref: '#/sent' }
";
    let examples = rules("ring_of_examples", examples);
    assert!(examples.contains(&"ref-circle"), "{examples:?}");
}

const MEGABYTE: usize = 1 << 20;

/// As many lines as make a text of this size.
fn lines(size: usize, line: impl Fn(usize) -> String) -> String {
    let mut out = String::with_capacity(size + 100);
    for number in 0.. {
        out.push_str(&line(number));
        if out.len() >= size {
            break;
        }
    }
    out
}

/// The real spec with a large file in it is refused before a person gives up waiting; this leaves room for slow machines.
fn large(name: &str, text: &str) -> Report {
    let folder = copied_spec();
    fs::write(folder.path().join("common/spare.yaml"), format!("# Much.\n{text}")).unwrap();
    let start = Instant::now();
    let report = refused(folder.path());
    let (time, shown) = (start.elapsed(), report.render(false).len());
    println!("{name}: {} findings, {shown} bytes shown, {time:?}", report.findings.len());
    assert!(time < Duration::from_secs(120), "{name} takes {time:?}");
    assert!(shown < MEGABYTE, "{name} shows {shown} bytes, which nobody reads");
    report
}

#[test]
fn ten_megabytes() {
    const SIZE: usize = 10 * MEGABYTE;
    large("one text", &format!("Spare: '{}'\n", "word ".repeat(SIZE / 5)));
    large("one line", &"a".repeat(SIZE));
    large("brackets", &"[".repeat(SIZE));
    large("indents", &lines(SIZE, |depth| format!("{}a:\n", " ".repeat(depth))));
    large("comments", &lines(SIZE, |_| "# Nothing to see here, and nothing here either.\n".to_owned()));
    large(
        "noise",
        &lines(SIZE, |number| {
            char::from_u32(u32::try_from(number * 7919 % 0xd800).unwrap()).unwrap_or('a').to_string()
        }),
    );
}

#[test]
fn three_megabytes_of_components() {
    large("texts", &lines(3 * MEGABYTE, |number| format!("Spare{number}: {{ type: string, description: One. }}\n")));
}

#[test]
fn a_megabyte_of_findings() {
    let report = large(
        "twins",
        &lines(MEGABYTE, |number| format!("Spare{number}: {{ type: object, properties: {{ a: {{}} }} }}\n")),
    );
    assert!(report.findings.len() > 10_000);
}

#[test]
fn garbage() {
    let files: [(&str, &[u8]); 6] = [
        ("nul", b"Spare: \0\0\0\n"),
        ("escapes", b"Spare: \x1b[2J\x07\n"),
        ("elf", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("utf_16", b"\xff\xfeS\0p\0a\0r\0e\0:\0 \0\x001\0\n\0"),
        ("surrogate", b"Spare: \xed\xa0\x80\n"),
    ];
    for (name, bytes) in files {
        let folder = copied_spec();
        fs::write(folder.path().join(format!("common/{name}.yaml")), bytes).unwrap();
        let report = refused(folder.path());
        let path = format!("common/{name}.yaml");
        let file = report.sources.find(&path);
        assert!(report.findings.iter().any(|finding| finding.place.map(|place| place.file) == file), "{name}");
    }
}

/// Numbers, names and texts that are longer or larger than anybody writes.
#[test]
fn extremes() {
    let long = "a".repeat(70_000);
    let members = [
        "{ type: string, description: A., maxLength: 99999999999999999999 }".to_owned(),
        "{ type: string, description: A., minLength: 1e3 }".to_owned(),
        "{ type: number, description: A., minimum: 1e999 }".to_owned(),
        "{ type: number, description: A., maximum: -1e999, default: 1e999 }".to_owned(),
        "{ type: integer, description: A., default: 99999999999999999999 }".to_owned(),
        "{ type: string, description: A., pattern: '(((((((((((((((((((a*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*)*', default: b }"
            .to_owned(),
        format!("{{ type: string, description: A., pattern: '{}' }}", "(".repeat(5_000)),
        format!("{{ type: string, description: A., default: {long} }}"),
        format!("{{ $ref: '#/{long}' }}"),
        "{ $ref: { $ref: '#/Both' } }".to_owned(),
        "{ allOf: { $ref: '#/Both' } }".to_owned(),
        "{ type: [], description: A. }".to_owned(),
        "{ type: null, description: null }".to_owned(),
        "null".to_owned(),
    ];
    let both = "# Schemas.\nBoth:\n  type: object\n  description: A.\n  properties:\n";
    for member in members {
        survived(&Document::new("extreme", &format!("{both}    a: {member}\n")));
    }
    for name in ["''", "'***'", "ä", "'\u{0}'", "__", "_", "0", "🦀", "'a b'", long.as_str()] {
        survived(&Document::new("extreme", &format!("{both}    {name}: {{ type: string, description: A. }}\n")));
    }
    for status in ["'0200'", "'+200'", "200.0", "'99999'", "'-1'", "''"] {
        let text = format!("# file: operation.yaml\nresponses:\n  {status}: {{ description: A. }}\n");
        survived(&Document::new("extreme", &text));
    }
    for path in ["''", "/", "//", "/{}", "'/{a}{b}'", "/{a", "/a?b=c", "/ä", "'/a b'", "/../..", "'/{a}/{a}'"] {
        survived(&Document::new("extreme", &format!("# file: operation.yaml\npath: {path}\n")));
    }
}

/// A document is refused with findings, or becomes Rust. Says which.
fn survived(document: &Document) -> bool {
    match document.generate() {
        Ok(output) => {
            for (path, text) in output.files {
                assert!(syn::parse_file(&text).is_ok(), "{path} is no Rust:\n{text}");
            }
            true
        }
        Err(report) => {
            is_complete(&report);
            false
        }
    }
}

/// What happens to the bytes of a file.
#[derive(Clone, Debug)]
enum Mutation {
    /// One byte becomes another.
    Replace(prop::sample::Index, u8),
    /// A stretch goes.
    Remove(prop::sample::Index, usize),
    /// A stretch stands twice.
    Repeat(prop::sample::Index, usize),
    /// Something that means something in YAML or in a spec is put in.
    Insert(prop::sample::Index, &'static str),
    /// A line goes.
    RemoveLine(prop::sample::Index),
    /// A line changes its depth.
    Indent(prop::sample::Index, usize),
    /// Two lines change places.
    Swap(prop::sample::Index, prop::sample::Index),
}

const FRAGMENTS: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ": ",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "- ",
    "'",
    "\"",
    "|\n",
    ">-\n",
    "\t",
    "\r",
    "\0",
    "\u{feff}",
    "null",
    "$ref: ",
    "type: array",
    "required: [a]",
    "x-yuno-name: a",
];

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<prop::sample::Index>;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Replace(at, byte)),
        (at(), 1..40_usize).prop_map(|(at, length)| Mutation::Remove(at, length)),
        (at(), 1..40_usize).prop_map(|(at, length)| Mutation::Repeat(at, length)),
        (at(), prop::sample::select(&FRAGMENTS[..])).prop_map(|(at, text)| Mutation::Insert(at, text)),
        at().prop_map(Mutation::RemoveLine),
        (at(), 0..8_usize).prop_map(|(at, depth)| Mutation::Indent(at, depth)),
        (at(), at()).prop_map(|(a, b)| Mutation::Swap(a, b)),
    ]
}

impl Mutation {
    fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let length = bytes.len();
        let range = |at: &prop::sample::Index, count: usize| {
            let at = at.index(length);
            at..(at + count).min(length)
        };
        match self {
            Self::Replace(at, byte) => bytes[at.index(length)] = *byte,
            Self::Remove(at, count) => drop(bytes.drain(range(at, *count))),
            Self::Repeat(at, count) => {
                let range = range(at, *count);
                let copy = bytes[range.clone()].to_vec();
                bytes.splice(range.end..range.end, copy);
            }
            Self::Insert(at, text) => drop(bytes.splice(range(at, 0), text.bytes())),
            Self::RemoveLine(at) => lines_of(bytes, |lines| drop(lines.remove(at.index(lines.len())))),
            Self::Indent(at, depth) => lines_of(bytes, |lines| {
                let at = at.index(lines.len());
                let line = &mut lines[at];
                *line = [" ".repeat(*depth).as_bytes(), line.trim_ascii_start()].concat();
            }),
            Self::Swap(a, b) => lines_of(bytes, |lines| {
                let count = lines.len();
                lines.swap(a.index(count), b.index(count));
            }),
        }
    }
}

fn lines_of(bytes: &mut Vec<u8>, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let mut lines: Vec<_> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    *bytes = lines.join(&b'\n');
}

fn mutated(
    files: &BTreeMap<String, String>,
    mutations: &[(prop::sample::Index, Mutation)],
) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<_, _> =
        files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect();
    let paths: Vec<_> = files.keys().cloned().collect();
    for (file, mutation) in mutations {
        mutation.apply(files.get_mut(file.get(&paths)).unwrap());
    }
    files
}

/// The same cases in every run, so that a failure is the last change's; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` take
/// others and more.
fn config(cases: u32) -> ProptestConfig {
    let fixed = ProptestConfig::with_cases(cases);
    let seed = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok());
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(fixed.cases);
    ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(seed.unwrap_or(3)), ..fixed }
}

fn mutations() -> impl Strategy<Value = Vec<(prop::sample::Index, Mutation)>> {
    prop::collection::vec((any::<prop::sample::Index>(), mutation()), 1..4)
}

#[test]
fn mutations_of_the_spec() {
    let spec = repository::texts(&repository::spec());
    let spec: BTreeMap<_, _> = spec.into_iter().filter(|(path, _)| path.ends_with(".yaml")).collect();
    proptest!(config(24), |(mutations in mutations())| {
        let files = mutated(&spec, &mutations);
        let mut sources = Sources::default();
        for (path, bytes) in files {
            sources.add(path, String::from_utf8_lossy(&bytes));
        }
        let report = match load::parse(sources) {
            Ok(document) => lint::lint(&document),
            Err(report) => report,
        };
        if !report.is_empty() {
            is_complete(&report);
        }
    });
}

/// Mini documents are so small that most mutations change what they mean, and that those which are still good can go
/// all the way.
#[test]
fn mutations_of_documents() {
    let documents: Vec<_> = Document::names().iter().map(|name| Document::read(name).completed()).collect();
    let (good, bad) = (Cell::new(0), Cell::new(0));
    proptest!(config(1000), |(document in prop::sample::select(documents), mutations in mutations())| {
        let files = mutated(&document, &mutations);
        let files = files.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()));
        let count = if survived(&Document::of_files(files.collect())) { &good } else { &bad };
        count.set(count.get() + 1);
    });
    let (good, bad) = (good.get(), bad.get());
    println!("{good} could be generated from, {bad} were refused");
    assert!(good > 20 && bad > 20, "{good} good, {bad} bad: the mutations show nothing");
}

/// Runs a task on a copy of the repository's frame.
fn task(root: &Path, arguments: &[&str]) -> Output {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    Command::new(cargo)
        .args(["run", "--quiet", "--package=xtask", "--bin=xtask", "--manifest-path"])
        .arg(repository::root().join("Cargo.toml"))
        .arg("--target-dir")
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap())
        .arg("--")
        .args(arguments)
        .current_dir(root)
        .output()
        .unwrap()
}

#[test]
fn a_refused_spec_leaves_what_was_generated() {
    let root = tempfile::tempdir().unwrap();
    let at = |path: &str| root.path().join(path);
    let mut frame: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    frame.insert("Cargo.toml".to_owned(), fs::read(repository::root().join("Cargo.toml")).unwrap());
    frame.insert("codegen/Cargo.toml".to_owned(), Vec::new());
    for (path, content) in repository::files(&repository::spec()) {
        frame.insert(format!("spec/{path}"), content);
    }
    for (path, content) in repository::files(&repository::generated()) {
        frame.insert(format!("yuno-api/src/generated/{path}"), content);
    }
    repository::write(root.path(), &frame);

    let generated = at("yuno-api/src/generated");
    let state = || {
        let files = repository::files(&generated);
        let written = files.keys().map(|path| fs::metadata(generated.join(path)).unwrap().modified().unwrap());
        let written: Vec<_> = written.collect();
        (files, written)
    };
    let before = state();

    let untouched = task(root.path(), &["generate"]);
    let said = String::from_utf8_lossy(&untouched.stdout).into_owned();
    assert!(untouched.status.success(), "{said}{}", String::from_utf8_lossy(&untouched.stderr));
    assert!(said.contains("0 written, 0 removed"), "{said}");
    assert_eq!(state(), before);

    let card = fs::read_to_string(at("spec/payments/card.yaml")).unwrap();
    for (what, spoiled) in [
        ("a finding", card.replacen("  description: ", "  title: A title\n  description: ", 1).into_bytes()),
        ("no YAML", format!("{card}Spare: 'never closed\n").into_bytes()),
        ("no text", [card.as_bytes(), b"\xff"].concat()),
        ("nothing", Vec::new()),
    ] {
        fs::write(at("spec/payments/card.yaml"), spoiled).unwrap();
        for arguments in [&["generate"][..], &["generate", "--quiet"], &["generate", "--check"], &["lint"]] {
            let refused = task(root.path(), arguments);
            let complaint = String::from_utf8_lossy(&refused.stderr);
            assert_eq!(refused.status.code(), Some(1), "{what}, {arguments:?}: {complaint}");
            assert!(complaint.contains("spec/payments/card.yaml:") && !complaint.contains("panicked"), "{complaint}");
        }
        assert_eq!(state(), before, "{what}");
    }
}

#[cfg(unix)]
#[test]
fn odd_things_in_the_folder() {
    use std::os::unix::{ffi::OsStrExt, fs::symlink};

    let folder = copied_spec();
    let clean = yuno_codegen::generate(folder.path(), &Settings::default()).unwrap().files;
    // Links in a circle, other files, and hidden folders are not the spec.
    symlink(folder.path(), folder.path().join("payments/loop")).unwrap();
    fs::write(folder.path().join("payments/card.yaml.orig"), "nothing").unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".git/config.yaml"), "nothing").unwrap();
    assert_eq!(yuno_codegen::generate(folder.path(), &Settings::default()).unwrap().files, clean);
    // A name that is no text, and a link to nowhere.
    let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"payments/\xff.yaml"));
    if fs::write(&odd, "# Odd.\nOdd: { type: string, description: Odd. }\n").is_ok() {
        refused(folder.path());
        fs::remove_file(odd).unwrap();
    }
    symlink("nowhere.yaml", folder.path().join("payments/link.yaml")).unwrap();
    assert_eq!(refused(folder.path()).findings[0].rule, "unreadable");
}
