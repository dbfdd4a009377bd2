//! One YAML file -> one tree whose nodes know their places.
//!
//! Built from the parser's events with a stack of our own, so that no depth of nesting can exhaust the thread's.

use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::scalar;
use crate::report::Finding;
use crate::tree::{Entry, FileId, Node, Place, Value};

/// Whose YAML it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Our spec: no shorthand, and no deep nesting.
    Ours,
    /// Anybody's document: anchors, aliases, merge keys and tags are read.
    Any,
}

impl Dialect {
    /// Levels of nesting, at most. Our spec has about ten, documents with inline schemas some forty.
    fn max_depth(self) -> usize {
        match self {
            Self::Ours => 64,
            Self::Any => 256,
        }
    }
}

/// Values that aliases stand for, at most: a small file can ask for more than any machine has.
const MAX_ALIASED: usize = 500_000;

/// Bytes of a mapping or list that its place covers, at most.
const MAX_SHOWN: usize = 120;

/// A file that can be read, with what should be mended in it all the same.
pub(crate) struct Parsed {
    /// Its tree.
    pub root: Node,
    /// What is to be mended.
    pub findings: Vec<Finding>,
}

/// Parses a file. The error holds what makes it unreadable.
pub(crate) fn parse(file: FileId, text: &str, dialect: Dialect) -> Result<Parsed, Vec<Finding>> {
    let mut builder = Builder::new(file, text, dialect);
    for event in Parser::new_from_str(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => {
                let mark = *error.marker();
                let place = builder.places.at(Span { start: mark, end: mark });
                let message = format!("This is not YAML: {}.", error.info().trim_end_matches('.'));
                builder.fatal(place, "yaml-syntax", message, "Mend this line, or the one before or after it.");
                // The parser gives the same error again and again.
                builder.stopped = true;
            }
        }
        if builder.stopped {
            break;
        }
    }
    builder.finish()
}

/// Something that is open: its end has not come yet.
enum Open {
    List {
        items: Vec<Node>,
        place: Place,
        anchor: usize,
    },
    Map {
        entries: Vec<Entry>,
        keys: HashSet<String>,
        key: Option<(String, Place)>,
        /// What merge keys bring, where the dialect has them.
        merged: Vec<Node>,
        place: Place,
        anchor: usize,
    },
}

struct Builder<'t> {
    places: Places<'t>,
    dialect: Dialect,
    /// What each anchor names, where the dialect has them.
    anchors: HashMap<usize, Node>,
    aliased: usize,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    findings: Vec<Finding>,
    fatal: Vec<Finding>,
    stopped: bool,
}

impl<'t> Builder<'t> {
    fn new(file: FileId, text: &'t str, dialect: Dialect) -> Self {
        Self {
            places: Places::new(file, text),
            dialect,
            anchors: HashMap::new(),
            aliased: 0,
            open: Vec::new(),
            root: None,
            documents: 0,
            findings: Vec::new(),
            fatal: Vec::new(),
            stopped: false,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        let place = self.places.at(span);
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents == 2 {
                    let remedy = "Move what follows `---` into a file of its own.";
                    self.fatal(place, "yaml-documents", "A file holds one YAML document.".to_owned(), remedy);
                    self.stopped = true;
                }
            }
            Event::Alias(anchor) => {
                self.shorthand(place, "An alias (`*name`)");
                let aliased = self.alias(place, anchor);
                self.value(aliased);
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.no_anchor_or_tag(place, anchor, tag.is_some());
                self.scalar(&text, style, place, anchor);
            }
            Event::SequenceStart(anchor, tag) => {
                self.no_anchor_or_tag(place, anchor, tag.is_some());
                self.begin(Open::List { items: Vec::new(), place: self.places.line(place), anchor }, place);
            }
            Event::MappingStart(anchor, tag) => {
                self.no_anchor_or_tag(place, anchor, tag.is_some());
                let place_of_line = self.places.line(place);
                let (entries, keys, merged) = (Vec::new(), HashSet::new(), Vec::new());
                self.begin(Open::Map { entries, keys, key: None, merged, place: place_of_line, anchor }, place);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
    }

    fn begin(&mut self, open: Open, place: Place) {
        if let Some(Open::Map { key: None, .. }) = self.open.last() {
            let remedy = "Write the key as one plain or quoted word.";
            self.fatal(place, "yaml-key", "A key of a mapping is a text.".to_owned(), remedy);
            self.stopped = true;
        } else if self.open.len() >= self.dialect.max_depth() {
            let message = format!("The nesting is deeper than {} levels.", self.dialect.max_depth());
            self.fatal(place, "yaml-depth", message, "Move the inner parts into components of their own.");
            self.stopped = true;
        } else {
            self.open.push(open);
        }
    }

    fn end(&mut self) {
        let (node, anchor) = match self.open.pop() {
            Some(Open::List { items, place, anchor }) => (Node { value: Value::List(items), place }, anchor),
            Some(Open::Map { mut entries, keys, merged, place, anchor, .. }) => {
                merge(&mut entries, &keys, &merged);
                (Node { value: Value::Map(entries), place }, anchor)
            }
            None => return,
        };
        self.anchored(&node, anchor);
        self.value(node);
    }

    fn anchored(&mut self, node: &Node, anchor: usize) {
        if anchor > 0 && self.dialect == Dialect::Any {
            self.anchors.insert(anchor, node.clone());
        }
    }

    fn alias(&mut self, place: Place, anchor: usize) -> Node {
        let Some(node) = self.anchors.get(&anchor) else { return Node { value: Value::Null, place } };
        self.aliased += size(node);
        if self.aliased > MAX_ALIASED {
            let message = format!("The aliases stand for more than {MAX_ALIASED} values.");
            self.fatal(place, "yaml-aliases", message, "Write components and refer to them.");
            self.stopped = true;
            return Node { value: Value::Null, place };
        }
        node.clone()
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Place, anchor: usize) {
        let (value, ambiguous) = match style {
            ScalarStyle::Plain => scalar::plain(text),
            _ => (Value::Text(text.to_owned()), false),
        };
        let is_key = matches!(self.open.last(), Some(Open::Map { key: None, .. }));
        if ambiguous || (is_key && !matches!(value, Value::Text(_))) {
            let message = format!("Readers of YAML do not agree on what `{text}` means here.");
            let remedy = format!("Write it in quotes: '{text}'.");
            self.findings.push(finding(place, "ambiguous-scalar", message, remedy));
        }
        if is_key {
            self.key(text, place);
        } else {
            let node = Node { value, place };
            self.anchored(&node, anchor);
            self.value(node);
        }
    }

    fn key(&mut self, text: &str, place: Place) {
        let Some(Open::Map { entries, keys, key, .. }) = self.open.last_mut() else { return };
        *key = Some((text.to_owned(), place));
        if text == MERGE {
            self.shorthand(place, "A merge key (`<<`)");
        } else if !keys.insert(text.to_owned()) {
            let first = entries.iter().find(|entry| entry.key == text).map(|entry| entry.key_place);
            let mut found = finding(
                place,
                "duplicate-key",
                format!("The key `{text}` stands twice in one mapping."),
                "Keep one of the two.".to_owned(),
            );
            found.related = first.map(|place| (place, "the first one".to_owned()));
            self.fatal.push(found);
        }
    }

    fn value(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, merged, .. }) => match key.take() {
                Some((key, _)) if key == MERGE && self.dialect == Dialect::Any => merged.push(node),
                Some((key, key_place)) => entries.push(Entry { key, key_place, node }),
                // An alias where a key should be: reported as an alias already.
                None => *key = Some((String::new(), node.place)),
            },
        }
    }

    fn no_anchor_or_tag(&mut self, place: Place, anchor: usize, tag: bool) {
        if anchor > 0 {
            self.shorthand(place, "An anchor (`&name`)");
        }
        if tag {
            self.shorthand(place, "A tag (`!name`)");
        }
    }

    fn shorthand(&mut self, place: Place, what: &str) {
        if self.dialect == Dialect::Any {
            return;
        }
        let message = format!("{what} hides what the document says, and JSON has no such thing.");
        self.fatal(place, "yaml-shorthand", message, "Write the value out, or make it a component and refer to it.");
    }

    fn fatal(&mut self, place: Place, rule: &'static str, message: String, remedy: &str) {
        self.fatal.push(finding(place, rule, message, remedy.to_owned()));
    }

    fn finish(mut self) -> Result<Parsed, Vec<Finding>> {
        if !self.fatal.is_empty() {
            self.fatal.append(&mut self.findings);
            return Err(self.fatal);
        }
        match self.root {
            Some(root) if matches!(root.value, Value::Map(_)) => Ok(Parsed { root, findings: self.findings }),
            _ => {
                let place = self.places.first();
                let message = "The file holds no mapping of names to definitions.".to_owned();
                Err(vec![finding(place, "empty-file", message, "Fill it, or delete it.".to_owned())])
            }
        }
    }
}

/// The key whose mapping is merged into the one that it stands in.
const MERGE: &str = "<<";

/// Adds the entries of merged mappings, or of lists of them, that the mapping does not have itself; the first wins.
fn merge(entries: &mut Vec<Entry>, keys: &HashSet<String>, merged: &[Node]) {
    let mut known: HashSet<String> = HashSet::new();
    for node in merged {
        let sources = if node.items().is_empty() { std::slice::from_ref(node) } else { node.items() };
        for entry in sources.iter().flat_map(Node::entries) {
            if !keys.contains(&entry.key) && known.insert(entry.key.clone()) {
                entries.push(entry.clone());
            }
        }
    }
}

/// How many values a node holds, itself included.
fn size(node: &Node) -> usize {
    let items: usize = node.items().iter().map(size).sum();
    let entries: usize = node.entries().iter().map(|entry| size(&entry.node)).sum();
    1 + items + entries
}

fn finding(place: Place, rule: &'static str, message: String, remedy: String) -> Finding {
    Finding { rule, message, place: Some(place), related: None, remedy }
}

/// Turns the parser's marks, which count characters, into places, which count bytes.
struct Places<'t> {
    file: FileId,
    text: &'t str,
    /// The byte at which each character starts; empty where all are one byte wide.
    bytes: Vec<usize>,
    /// The character at which each line starts. To the parser, a carriage return alone and the end of the file begin a
    /// line, too; to editors they do not.
    lines: Vec<usize>,
    /// A byte order mark that the parser does not see.
    skipped: usize,
}

impl<'t> Places<'t> {
    fn new(file: FileId, text: &'t str) -> Self {
        let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let rest = text.get(skipped..).unwrap_or_default();
        let bytes = if rest.is_ascii() { Vec::new() } else { rest.char_indices().map(|(at, _)| at).collect() };
        let ends = rest.chars().enumerate().filter(|(_, one)| *one == '\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self { file, text, bytes, lines, skipped }
    }

    fn byte(&self, character: usize) -> usize {
        let byte = if self.bytes.is_empty() { Some(character) } else { self.bytes.get(character).copied() };
        byte.map_or(self.text.len(), |byte| (byte + self.skipped).min(self.text.len()))
    }

    fn at(&self, span: Span) -> Place {
        let start = self.byte(span.start.index());
        let end = self.byte(span.end.index()).max(start);
        // The parser counts the blanks after a quoted text to it.
        let text = self.text.get(start..end).unwrap_or_default();
        let line = self.lines.partition_point(|first| *first <= span.start.index()).max(1);
        let first = self.lines.get(line - 1).copied().unwrap_or_default();
        Place {
            file: self.file,
            line,
            column: span.start.index().saturating_sub(first) + 1,
            start,
            end: start + text.trim_end().len(),
        }
    }

    /// The place from where something begins to the end of that line: what to show of a mapping or list.
    fn line(&self, place: Place) -> Place {
        let most = (place.start..=place.start + MAX_SHOWN).rev().find(|end| self.text.is_char_boundary(*end));
        let rest = most.and_then(|end| self.text.get(place.start..end)).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default().trim_end();
        Place { end: place.start + line.len(), ..place }
    }

    fn first(&self) -> Place {
        self.line(Place { file: self.file, line: 1, column: 1, start: 0, end: 0 })
    }
}
