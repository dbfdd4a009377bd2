//! From a folder of YAML files to one document: reading, parsing, and following references.

pub(crate) mod folder;
mod reference;
mod scalar;
pub(crate) mod yaml;

use std::collections::HashMap;

pub use folder::read_folder;
pub use reference::{Broken, Target};
pub(crate) use scalar::is_plain_text;

use crate::report::{Finding, Report};
use crate::tree::{Entry, FileId, Node, Sources};

/// The file that everything else hangs from.
pub const ROOT: &str = "openapi.yaml";

/// The spec, parsed: one tree for each file, and the index by which references are followed.
#[derive(Clone, Debug)]
pub struct Document {
    /// The files as read.
    pub sources: Sources,
    /// The tree of each file, in the order of `sources`.
    pub roots: Vec<(FileId, Node)>,
    /// What parsing found that does not keep the rest from being checked.
    pub findings: Vec<Finding>,
    /// Where each top-level key of a file stands among its entries.
    keys: HashMap<(FileId, String), usize>,
}

impl Document {
    /// `openapi.yaml`.
    #[must_use]
    pub fn root(&self) -> Option<&Node> {
        self.tree(self.sources.find(ROOT)?)
    }

    /// The tree of one file.
    #[must_use]
    pub fn tree(&self, file: FileId) -> Option<&Node> {
        self.roots.get(file.0).map(|(_, node)| node)
    }

    /// The entry that stands at the top of a file under this name.
    #[must_use]
    pub fn entry(&self, file: FileId, name: &str) -> Option<&Entry> {
        let position = *self.keys.get(&(file, name.to_owned()))?;
        self.tree(file)?.entries().get(position)
    }

    /// What a reference in `from` leads to.
    ///
    /// # Errors
    ///
    /// Why it leads nowhere.
    pub fn resolve(&self, from: FileId, reference: &str) -> Result<Target<'_>, Broken> {
        reference::resolve(self, from, reference)
    }

    /// The node itself, or what it refers to, through as many references as there are.
    ///
    /// # Errors
    ///
    /// Why a reference leads nowhere, or that it leads back to itself.
    pub fn follow<'a>(&'a self, node: &'a Node) -> Result<&'a Node, Broken> {
        reference::follow(self, node)
    }
}

/// Parses all files.
///
/// # Errors
///
/// What keeps the document from being read at all: no `openapi.yaml`, files that are not YAML or not the YAML that we
/// write. All such findings of all files at once.
pub fn parse(sources: Sources) -> Result<Document, Report> {
    let mut fatal = Vec::new();
    let mut findings = Vec::new();
    let mut roots = Vec::new();
    for (file, source) in sources.iter() {
        match yaml::parse(file, &source.text, yaml::Dialect::Ours) {
            Ok(parsed) => {
                roots.push((file, parsed.root));
                findings.extend(parsed.findings);
            }
            Err(found) => fatal.extend(found),
        }
    }
    if sources.find(ROOT).is_none() {
        fatal.insert(0, folder::no_root(&sources));
    }
    if !fatal.is_empty() {
        fatal.extend(findings);
        return Err(Report::new(sources, fatal));
    }
    let keys = roots.iter().flat_map(|(file, root)| {
        root.entries().iter().enumerate().map(|(position, entry)| ((*file, entry.key.clone()), position))
    });
    let keys = keys.collect();
    Ok(Document { sources, roots, findings, keys })
}

#[cfg(test)]
#[allow(clippy::panic, clippy::unwrap_used)]
mod tests {
    use std::fs;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::tree::Value;

    /// What keeps one file from being read: rule, line and column.
    fn refused(text: &str) -> Vec<(&'static str, usize, usize)> {
        let mut sources = Sources::default();
        sources.add(ROOT, text);
        match parse(sources) {
            Ok(document) => panic!("{document:?} should not have been read"),
            Err(report) => {
                // What is found can also be shown.
                assert!(report.render(true).contains("finding"));
                let place = |finding: &Finding| finding.place.map_or((0, 0), |place| (place.line, place.column));
                report.findings.iter().map(|it| (it.rule, place(it).0, place(it).1)).collect()
            }
        }
    }

    fn read(text: &str) -> Document {
        let mut sources = Sources::default();
        sources.add(ROOT, text);
        parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false)))
    }

    #[test]
    fn values_keep_their_order_digits_and_places() {
        let document = read("# ä\nb: 150.00\na: [x, 'y ', true, null]\nö: { c: \"d\" }\nf: >-\n  one\n  two\n");
        let root = document.root().unwrap();
        let keys: Vec<_> = root.entries().iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "ö", "f"]);
        assert!(matches!(&root.get("b").unwrap().value, Value::Number(text) if text == "150.00"));
        assert_eq!(root.text_at("f"), Some("one two"));
        let quoted = &root.get("a").unwrap().items()[1];
        assert_eq!((quoted.text(), quoted.place.line, quoted.place.column), (Some("y "), 3, 8));
        let source = &document.sources.get(quoted.place.file).unwrap().text;
        assert_eq!(&source[quoted.place.start..quoted.place.end], "'y '");
        let inner = root.get("ö").unwrap().entry("c").unwrap();
        assert_eq!(&source[inner.key_place.start..inner.key_place.end], "c");
        assert_eq!(&source[inner.node.place.start..inner.node.place.end], "\"d\"");
    }

    #[test]
    fn byte_order_marks_and_line_ends_of_windows_are_read() {
        let document = read("\u{feff}# A file.\r\na: 1\r\nb:\r\n  c: é\r\n");
        let inner = document.root().unwrap().get("b").unwrap().entry("c").unwrap();
        let source = &document.sources.get(FileId(0)).unwrap().text;
        assert_eq!(&source[inner.node.place.start..inner.node.place.end], "é");
        assert_eq!(inner.node.place.line, 4);
    }

    #[test]
    fn what_is_not_our_yaml_is_refused_with_its_place() {
        assert_eq!(refused("a: 1\nb: [1,\nc: 2\n"), [("yaml-syntax", 3, 1)]);
        assert_eq!(refused("a: 1\n\tb: 2\n"), [("yaml-syntax", 1, 4)]);
        assert_eq!(refused("a: 'x\n"), [("yaml-syntax", 1, 4)]);
        assert_eq!(refused("a: 1\na: 2\n"), [("duplicate-key", 2, 1)]);
        assert_eq!(refused("a: &x 1\nb: *x\n"), [("yaml-shorthand", 1, 4), ("yaml-shorthand", 2, 4)]);
        assert_eq!(refused("a: !x 1\n"), [("yaml-shorthand", 1, 4)]);
        assert_eq!(refused("a: { <<: { b: 1 } }\n"), [("yaml-shorthand", 1, 6)]);
        assert_eq!(refused("? [a]\n: 1\n").first().map(|it| it.0), Some("yaml-key"));
        assert_eq!(refused("***: 1\n").first().map(|it| it.0), Some("yaml-syntax"));
        assert_eq!(refused("a: 1\n---\nb: 2\n"), [("yaml-documents", 2, 1)]);
        assert_eq!(refused(""), [("empty-file", 1, 1)]);
        assert_eq!(refused("# Nothing.\n"), [("empty-file", 1, 1)]);
        assert_eq!(refused("- a\n"), [("empty-file", 1, 1)]);
        assert_eq!(refused("\0"), [("yaml-syntax", 1, 1)]);
    }

    #[test]
    fn a_document_has_a_root() {
        let report = parse(Sources::default()).unwrap_err();
        assert_eq!(report.render(false).lines().next(), Some("error[no-root]: The spec folder holds no YAML files."));
        let mut sources = Sources::default();
        sources.add("other.yaml", "a: 1\n");
        let report = parse(sources).unwrap_err();
        assert!(report.render(false).contains("The spec folder has no openapi.yaml."));
    }

    #[test]
    fn depth_is_capped_and_no_stack_exhausted() {
        for open in ["[", "{ a: ", "- ", "? "] {
            let found = refused(&format!("a: {}", open.repeat(200_000)));
            assert!(["yaml-depth", "yaml-syntax", "yaml-key"].contains(&found[0].0), "{open}: {found:?}");
        }
        let mut block = String::new();
        for depth in 0..3000 {
            block.push_str(&" ".repeat(depth));
            block.push_str("a:\n");
        }
        assert_eq!(refused(&block)[0].0, "yaml-depth");
    }

    #[test]
    fn large_files_are_read_in_seconds() {
        let start = Instant::now();
        let line = "  - { text: tea, price: 3.50, note: 'a note, quoted', of: [1, 2, 3] }\n";
        let many = format!("# Large.\nlist:\n{}", line.repeat(1024 * 1024 / line.len()));
        assert_eq!(read(&many).root().unwrap().get("list").unwrap().items().len(), 1024 * 1024 / line.len());
        let keys: String = (0..40_000).map(|number| format!("key_{number}: {{ ä: 1 }}\n")).collect();
        assert_eq!(read(&keys).root().unwrap().entries().len(), 40_000);
        let one_line = format!("a: [{}]\n", "{ b: c }, ".repeat(20_000));
        assert_eq!(read(&one_line).root().unwrap().get("a").unwrap().items().len(), 20_000);
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    }

    #[test]
    fn a_folder_is_read_in_the_order_of_its_paths() {
        let folder = std::env::temp_dir().join(format!("yuno-codegen-{}", std::process::id()));
        fs::create_dir_all(folder.join("orders/.hidden")).unwrap();
        for (path, text) in [
            (ROOT, "a: 1\n"),
            ("orders/b.yaml", "b: 1\n"),
            ("orders/a.yaml", "a: 1\n"),
            ("orders/.hidden/c.yaml", "c: 1\n"),
            ("README.md", "Not YAML."),
        ] {
            fs::write(folder.join(path), text).unwrap();
        }
        let paths = |sources: &Sources| sources.iter().map(|(_, file)| file.path.clone()).collect::<Vec<_>>();
        assert_eq!(paths(&read_folder(&folder).unwrap()), [ROOT, "orders/a.yaml", "orders/b.yaml"]);
        fs::write(folder.join("orders/b.yaml"), b"b: 1\nc: \xff\n").unwrap();
        let report = read_folder(&folder).unwrap_err();
        assert_eq!(report.findings[0].rule, "invalid-utf8");
        assert_eq!(report.findings[0].place.map(|place| (place.line, place.column)), Some((2, 4)));
        assert!(report.render(false).contains("spec/orders/b.yaml:2:4"));
        fs::remove_dir_all(&folder).unwrap();
        let report = read_folder(&folder).unwrap_err();
        assert_eq!(report.findings[0].rule, "unreadable");
        fs::create_dir_all(&folder).unwrap();
        assert_eq!(read_folder(&folder).unwrap_err().findings[0].rule, "no-root");
        fs::remove_dir_all(&folder).unwrap();
    }
}
