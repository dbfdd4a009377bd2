//! Reads what a schema says of a value by itself, node by node.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::Kind;
use super::limits::{self, Limit};
use super::{Core, canonical};
use crate::tree::{Node, Place, Value};

impl Core {
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            types: None,
            nullable: false,
            format: None,
            values: None,
            closed: false,
            limits: BTreeMap::new(),
            patterns: BTreeSet::new(),
            multiple_of: None,
            unique: false,
            default: None,
            deprecated: false,
            read_only: false,
            write_only: false,
            sensitive: None,
            one_or_many: false,
            encoding: None,
            rules: BTreeMap::new(),
            conditions: BTreeSet::new(),
            one_of: false,
            marks: BTreeMap::new(),
            prose: 0,
            value_prose: BTreeMap::new(),
            order: Vec::new(),
        }
    }

    pub(super) fn mark(&mut self, keyword: &'static str, place: Place) {
        self.marks.entry(keyword).or_insert(place);
    }

    /// Takes in what a node says.
    pub(super) fn add(&mut self, node: &Node) {
        self.types(node, false);
        self.values(node, false);
        for limit in Limit::ALL {
            let Some((bound, place)) = limits::read(node, limit) else { continue };
            let known = self.limits.get(&limit);
            if known.is_none() || limit.room(known, Some(&bound)).is_lt() {
                self.limits.insert(limit, bound);
                self.marks.insert(limit.keyword(), place);
            }
        }
        let text = |keyword: &str| node.entry(keyword).and_then(|entry| Some((entry.node.text()?, entry.key_place)));
        if let Some((pattern, place)) = text("pattern") {
            self.patterns.insert(pattern.to_owned());
            self.mark("pattern", place);
        }
        for keyword in ["format", "x-yuno-sensitive", "contentEncoding"] {
            let Some((value, place)) = text(keyword) else { continue };
            self.mark(keyword, place);
            let slot = match keyword {
                "format" => &mut self.format,
                "contentEncoding" => &mut self.encoding,
                _ => &mut self.sensitive,
            };
            slot.get_or_insert_with(|| value.to_owned());
        }
        for keyword in ["default", "multipleOf"] {
            let Some(entry) = node.entry(keyword) else { continue };
            self.mark(keyword, entry.key_place);
            let slot = if keyword == "default" { &mut self.default } else { &mut self.multiple_of };
            slot.get_or_insert_with(|| canonical::value(&entry.node));
        }
        self.flags(node);
        for rule in node.get("x-yuno-rules").map_or(&[][..], Node::items) {
            let entries = rule.entries().iter().filter(|entry| entry.key != "because");
            let mut written: Vec<_> =
                entries.map(|entry| format!("{} {}", entry.key, canonical::value(&entry.node))).collect();
            written.sort();
            self.rules.entry(written.join(", ")).or_insert(rule.place);
        }
    }

    fn flags(&mut self, node: &Node) {
        let flags: [(&'static str, &mut bool); 6] = [
            ("deprecated", &mut self.deprecated),
            ("readOnly", &mut self.read_only),
            ("writeOnly", &mut self.write_only),
            ("uniqueItems", &mut self.unique),
            ("nullable", &mut self.nullable),
            ("x-yuno-one-or-many", &mut self.one_or_many),
        ];
        for (keyword, flag) in flags {
            if let Some(entry) = node.entry(keyword).filter(|entry| entry.node.flag() == Some(true)) {
                *flag = true;
                self.marks.entry(keyword).or_insert(entry.key_place);
            }
        }
        if let Some(entry) = node.entry("x-yuno-open") {
            self.mark("x-yuno-open", entry.key_place);
            self.closed |= entry.node.flag() == Some(false);
        }
    }

    /// `type`, as one word or a list; `joins` where it is an alternative to what is known already.
    pub(super) fn types(&mut self, node: &Node, joins: bool) {
        let Some(entry) = node.entry("type") else { return };
        self.mark("type", entry.key_place);
        let words = if entry.node.items().is_empty() { std::slice::from_ref(&entry.node) } else { entry.node.items() };
        self.nullable |= words.len() > 1 && words.iter().any(|word| word.text() == Some("null"));
        let found: BTreeSet<_> = words.iter().filter_map(|word| Kind::from_word(word.text()?)).collect();
        if found.is_empty() {
            self.nullable |= words.iter().any(|word| word.text() == Some("null"));
            return;
        }
        self.types = Some(match self.types.take() {
            None => found,
            Some(known) if joins => &known | &found,
            Some(known) => {
                let (narrow, wide) =
                    if found.iter().all(|kind| kind.is_among(&known)) { (found, known) } else { (known, found) };
                let both: BTreeSet<_> = narrow.iter().filter(|kind| kind.is_among(&wide)).copied().collect();
                if both.is_empty() { &narrow | &wide } else { both }
            }
        });
    }

    /// `enum` or `const`; `joins` where they are an alternative to what is known already.
    pub(super) fn values(&mut self, node: &Node, joins: bool) {
        let listed = node.entry("enum").map(|entry| (entry.key_place, entry.node.items()));
        let constant = node.entry("const").map(|entry| (entry.key_place, std::slice::from_ref(&entry.node)));
        let Some((place, values)) = listed.or(constant) else { return };
        self.mark("enum", place);
        self.nullable |= values.len() > 1 && values.iter().any(|value| matches!(value.value, Value::Null));
        let mut found = BTreeMap::new();
        for value in values.iter().filter(|value| !matches!(value.value, Value::Null)) {
            let text = canonical::value(value);
            self.order.push(text.clone());
            found.entry(text).or_insert(value.place);
        }
        self.values = Some(match self.values.take() {
            Some(mut known) if joins => {
                known.extend(found);
                known
            }
            Some(mut known) => {
                known.retain(|value, _| found.contains_key(value));
                known
            }
            None => found,
        });
        for entry in node.get("x-yuno-values").map_or(&[][..], Node::entries) {
            self.value_prose.insert(entry.key.clone(), canonical::value(&entry.node));
        }
    }
}
