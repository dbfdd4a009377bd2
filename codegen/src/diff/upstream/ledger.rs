//! `spec/upstream.toml`: where our document knowingly departs from the published one, and why.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{Departed, Position};
use crate::diff::rules::rules;
use crate::report::{Finding, Report};
use crate::tree::{FileId, Place, Sources};

/// One entry. In all but the reason, `*` stands for any text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Departure {
    /// `METHOD /path`; what its parameters are called does not matter. Empty for the document as a whole.
    pub operation: String,
    /// Where in the operation: `request.body.amount.value`.
    pub path: String,
    /// What differs: `required`.
    pub kind: String,
    /// What the published document must say for the entry to hold; anything where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// What ours must say for the entry to hold; anything where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<String>,
    /// Why, for a reader who would change it back.
    pub reason: String,
}

impl Departure {
    fn explains(&self, departed: &Departed) -> bool {
        let holds = |pattern: &Option<String>, text: &str| pattern.as_ref().is_none_or(|it| matches(it, text));
        self.concerns(&departed.operation)
            && matches(&self.path, &departed.path)
            && matches(&self.kind, departed.kind)
            && holds(&self.published, &departed.published)
            && holds(&self.ours, &departed.ours)
    }

    /// Whether it may explain something in this operation.
    pub(super) fn concerns(&self, operation: &str) -> bool {
        matches(&without_names(&self.operation), operation)
    }

    /// Whether it is about particular operations.
    pub(super) fn names_operation(&self) -> bool {
        self.operation.contains('/')
    }
}

/// The entries, each with its line.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    file: String,
    entries: Vec<(Departure, usize)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    departure: Vec<Spanned<Departure>>,
}

impl Ledger {
    /// Reads the ledger from its file. None is an empty one.
    ///
    /// # Errors
    ///
    /// That it cannot be read, is no TOML, or has entries that are not of the form that `spec/README.md` shows.
    pub fn read(path: &Path) -> Result<Self, Report> {
        let file = path.display().to_string();
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&file, &text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self { file, entries: Vec::new() }),
            Err(error) => {
                let finding = crate::load::folder::unreadable(&file, &error);
                Err(Report::new(Sources::below(""), vec![finding]))
            }
        }
    }

    /// Reads the ledger from its text.
    ///
    /// # Errors
    ///
    /// As [`Ledger::read`].
    pub fn parse(file: &str, text: &str) -> Result<Self, Report> {
        let mut sources = Sources::below("");
        let id = sources.add(file, text);
        let place = |start: usize, end: usize| place(id, text, start, end);
        let parsed: File = match toml::from_str(text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let span = error.span().unwrap_or_default();
                let message = format!("The ledger cannot be read: {}.", error.message().trim_end_matches('.'));
                let remedy =
                    "Write `operation`, `path`, `kind` and `reason`, all as texts; `published` and `ours` at will.";
                let finding = Finding::new("ledger-form", place(span.start, span.end), message, remedy);
                return Err(Report::new(sources, vec![finding]));
            }
        };
        let mut findings = Vec::new();
        let mut entries = Vec::new();
        for entry in parsed.departure {
            let at = place(entry.span().start, entry.span().end);
            let entry = entry.into_inner();
            if entry.reason.trim().is_empty() {
                let remedy = "Write one sentence for a reader who would change it back.";
                findings.push(Finding::new("ledger-reason", at, "This departure has no reason.", remedy));
            }
            let compared = rules().filter(|rule| super::is_compared(rule));
            let kinds: std::collections::BTreeSet<_> = compared.map(|rule| rule.kind.word()).collect();
            if !kinds.iter().any(|kind| matches(&entry.kind, kind)) {
                let message = format!("There is no kind `{}`.", entry.kind);
                let remedy = format!("Write one of {}.", kinds.into_iter().collect::<Vec<_>>().join(", "));
                findings.push(Finding::new("ledger-kind", at, message, remedy));
            }
            entries.push((entry, at.line));
        }
        if findings.is_empty() {
            Ok(Self { file: file.to_owned(), entries })
        } else {
            Err(Report::new(sources, findings))
        }
    }

    /// Which entries explain a difference.
    pub(super) fn explaining<'a>(&'a self, departed: &'a Departed) -> impl Iterator<Item = usize> + 'a {
        self.entries.iter().enumerate().filter(|(_, (entry, _))| entry.explains(departed)).map(|(at, _)| at)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (usize, &Departure, Position)> {
        self.entries
            .iter()
            .enumerate()
            .map(|(at, (entry, line))| (at, entry, Position { file: self.file.clone(), line: *line }))
    }
}

fn place(file: FileId, text: &str, start: usize, end: usize) -> Place {
    let before = text.get(..start).unwrap_or_default();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place { file, line: before.matches('\n').count() + 1, column, start, end }
}

/// A path whose parameters have no names.
fn without_names(pattern: &str) -> String {
    let mut plain = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        plain.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

/// Whether a text fits a pattern in which `*` stands for any text.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut text) = text.strip_prefix(start) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let last = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(at) = text.find(part) else { return false };
        text = text.get(at + part.len()..).unwrap_or_default();
    }
    text.ends_with(last)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, text) in [
            ("*", ""),
            ("*", "anything"),
            ("request.*", "request.body.a"),
            ("*country", "request.body.address.country"),
            ("*.a.*.c", "x.a.b.c"),
            ("a*a", "aa"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [("", "a"), ("a", "ab"), ("request.*", "response.a"), ("a*a", "a"), ("*.a.*.c", "x.a.c")]
        {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn entries_that_are_not_of_the_form_are_refused_with_their_line() {
        let refused = |text: &str| Ledger::parse("upstream.toml", text).unwrap_err().findings;
        let entry = "[[departure]]\noperation = '*'\npath = '*'\nkind = 'type'\n";
        assert!(Ledger::parse("upstream.toml", &format!("{entry}reason = 'x'\n")).is_ok());
        assert!(refused(entry)[0].message.contains("reason"));
        assert_eq!(refused(&format!("\n{entry}reason = ' '\n"))[0].place.map(|place| place.line), Some(2));
        assert_eq!(refused(&format!("{entry}reason = 'x'\nwhy = 'y'\n"))[0].rule, "ledger-form");
        assert_eq!(refused("[[departure]]\noperation = 3\n")[0].place.map(|place| place.line), Some(2));
        assert_eq!(refused(&entry.replace("type", "tpye"))[0].rule, "ledger-form");
        assert_eq!(refused(&format!("{}reason = 'x'\n", entry.replace("type", "tpye")))[0].rule, "ledger-kind");
        assert_eq!(refused("[[departure]\n")[0].rule, "ledger-form");
    }
}
