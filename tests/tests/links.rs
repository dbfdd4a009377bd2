//! No link in a Markdown file leads nowhere, and no comment names a file that is not there.
//!
//! Links between items in the documentation are held by rustdoc, which CI runs with warnings as errors.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use yuno_tests::repository;

/// Folders that hold nothing of ours, or what is made.
const NOT_OURS: [&str; 3] = ["target", ".git", "node_modules"];

/// The files of the repository with one of these endings, by path.
fn ours(endings: &[&str]) -> BTreeMap<String, String> {
    fn collect(root: &Path, folder: &Path, endings: &[&str], found: &mut BTreeMap<String, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                if !NOT_OURS.contains(&name) {
                    collect(root, &path, endings, found);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let below = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(below, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(&repository::root(), &repository::root(), endings, &mut found);
    found
}

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// The anchors that a forge gives the headings of a file.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let plain = heading.take().unwrap_or_default().to_lowercase();
                let kept = plain.chars().filter(|one| one.is_alphanumeric() || " -_".contains(*one));
                let anchor = kept.collect::<String>().replace(' ', "-");
                // A second heading of the same words gets a number.
                let numbered = (1..).map(|count| format!("{anchor}-{count}"));
                let free = std::iter::once(anchor.clone()).chain(numbered).find(|it| !found.contains(it));
                found.extend(free);
            }
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

/// What is wrong with the links of a file.
fn dead(path: &str, text: &str, root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for event in events(text) {
        let Event::Start(Tag::Link { dest_url: target, .. } | Tag::Image { dest_url: target, .. }) = event else {
            continue;
        };
        if target.contains("://") || target.starts_with("mailto:") {
            continue;
        }
        let (file, anchor) = target.split_once('#').map_or((&*target, None), |(file, anchor)| (file, Some(anchor)));
        let to = if file.is_empty() { root.join(path) } else { root.join(path).parent().unwrap().join(file) };
        if !to.exists() {
            found.push(format!("{path}: `{target}` is not there"));
        } else if let Some(anchor) = anchor.filter(|_| to.extension().is_some_and(|it| it == "md"))
            && !(if file.is_empty() { anchors(text) } else { anchors(&fs::read_to_string(&to).unwrap()) })
                .contains(anchor)
        {
            found.push(format!("{path}: `{target}` has no such heading"));
        }
    }
    // A link by reference to nothing is text: `[words][nothing]`.
    let mut plain = String::new();
    let mut in_code = false;
    for event in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code => plain.push_str(&text),
            Event::Code(_) => plain.push(' '),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => plain.push('\n'),
            _ => {}
        }
    }
    if plain.contains("][") {
        found.push(format!("{path}: a link by reference has no target"));
    }
    found
}

#[test]
fn links_in_markdown_lead_somewhere() {
    let root = repository::root();
    let files = ours(&[".md", "llms.txt"]);
    assert!(files.contains_key("README.md") && files.contains_key("spec/README.md"), "{:?}", files.keys());
    let found: Vec<_> = files.iter().flat_map(|(path, text)| dead(path, text, &root)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The paths that a comment names: a folder of the repository, and what stands in it.
fn named(line: &str) -> Vec<&str> {
    const FOLDERS: [&str; 7] = ["spec/", "codegen/", "xtask/", "yuno-api/", "sandbox/", "tests/", ".ci/"];
    let parts = line.split('`').skip(1).step_by(2);
    let parts = parts.filter(|part| FOLDERS.iter().any(|folder| part.starts_with(folder)));
    // Not what stands for many, nor a command.
    parts.filter(|part| !part.contains(|one: char| one.is_whitespace() || "*<>{}$".contains(one))).collect()
}

#[test]
fn files_that_comments_and_guides_name_are_there() {
    let root = repository::root();
    let mut found = Vec::new();
    let mut seen = 0;
    for (path, text) in ours(&[".rs", ".md", "llms.txt", ".toml"]) {
        let is_code = path.ends_with(".rs") || path.ends_with(".toml");
        for line in text.lines() {
            let trimmed = line.trim_start();
            if is_code && !(trimmed.starts_with("//") || trimmed.starts_with('#')) {
                continue;
            }
            for name in named(line) {
                seen += 1;
                let to: PathBuf = root.join(name.split_once('#').map_or(name, |(file, _)| file));
                if !to.exists() {
                    found.push(format!("{path}: `{name}` is not there"));
                }
            }
        }
    }
    assert!(seen > 50, "only {seen} paths are named: the search has lost them");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn dead_links_are_found() {
    let root = repository::root();
    let of = |text: &str| dead("spec/README.md", text, &root).len();
    assert_eq!(of("[a](../README.md) [b](../README.md#try-it) [c](https://a.example/) [d](#own)\n\n# Own"), 0);
    assert_eq!(of("[a](README.markdown)"), 1);
    assert_eq!(of("[a](../README.md#no-such-heading)"), 1);
    assert_eq!(of("[a](#other)\n\n# Own"), 1);
    assert_eq!(of("[a][nowhere]"), 1);
    assert_eq!(of("[a][somewhere]\n\n[somewhere]: ../README.md"), 0);
    assert_eq!(named("//! `spec/a.yaml` and `codegen/src/*.rs`, not `spec/a b`"), ["spec/a.yaml"]);
}

#[test]
fn headings_become_anchors() {
    let text = "# Try it\n## `Debug`, and more!\n## Try it\n```text\n# no heading\n```\n";
    assert_eq!(anchors(text), ["try-it", "debug-and-more", "try-it-1"].map(str::to_owned).into());
}
