//! Findings: what is wrong with the document, where, and what to do about it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::files::{self, Files};
use codespan_reporting::term::{self, Config, termcolor};

use crate::tree::{FileId, Place, Sources};

/// Bytes of a source line that is still shown.
const MAX_LINE: usize = 1000;

/// Findings that are shown, at most. Who has mended so many runs lint again.
const MAX_SHOWN: usize = 1000;

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's name, kebab-case: `operation-id-form`.
    pub rule: &'static str,
    /// What is wrong, one sentence.
    pub message: String,
    /// Where. None where no file can be named (an empty folder, say).
    pub place: Option<Place>,
    /// A second place that matters: the other of two, with what it is.
    pub related: Option<(Place, String)>,
    /// What to do, one sentence.
    pub remedy: String,
}

impl Finding {
    /// A finding at a place.
    #[must_use]
    pub fn new(rule: &'static str, place: Place, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { rule, message: message.into(), place: Some(place), related: None, remedy: remedy.into() }
    }

    /// The same finding with a second place.
    #[must_use]
    pub fn with(mut self, place: Place, what: impl Into<String>) -> Self {
        self.related = Some((place, what.into()));
        self
    }
}

/// All findings of one run, with the sources that they point into.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The files.
    pub sources: Sources,
    /// The findings, sorted by file and line.
    pub findings: Vec<Finding>,
}

impl Report {
    /// A report of these findings, sorted by file and line, each once.
    #[must_use]
    pub fn new(sources: Sources, mut findings: Vec<Finding>) -> Self {
        let mut by_path: Vec<_> = sources.iter().map(|(id, file)| (&file.path, id)).collect();
        by_path.sort();
        let ranks: HashMap<_, _> = by_path.into_iter().enumerate().map(|(rank, (_, id))| (id, rank)).collect();
        let at = |finding: &Finding| {
            finding.place.map(|place| (ranks.get(&place.file).copied(), place.line, place.column, place.end))
        };
        findings.sort_by(|a, b| (at(a), a.rule, &a.message).cmp(&(at(b), b.rule, &b.message)));
        // What several operations share is read for each of them.
        findings.dedup_by(|a, b| (a.place, a.rule, &a.message) == (b.place, b.rule, &b.message));
        Self { sources, findings }
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The findings as text, each with its source line, its rule and its remedy; at the end how many there are.
    ///
    /// With `colour`, the text holds the escapes that terminals understand.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let shown = Shown::new(&self.sources);
        let mut out = Vec::new();
        for finding in self.findings.iter().take(MAX_SHOWN) {
            let diagnostic = shown.diagnostic(finding);
            let config = Config::default();
            let written = if colour {
                term::emit_to_write_style(&mut termcolor::Ansi::new(&mut out), &config, &shown, &diagnostic)
            } else {
                term::emit_to_io_write(&mut out, &config, &shown, &diagnostic)
            };
            if written.is_err() {
                // The place and its file do not agree; what is wrong can be said all the same.
                out.extend(format!("error[{}]: {}\n  = {}\n", finding.rule, finding.message, finding.remedy).bytes());
            }
        }
        let mut text = String::from_utf8_lossy(&out).into_owned();
        if let Some(more) = self.findings.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
            text.push_str(&format!("And {more} more, not shown.\n\n"));
        }
        text.push_str(&self.summary());
        text.push('\n');
        text
    }

    /// One line: how many findings there are, in how many files.
    #[must_use]
    pub fn summary(&self) -> String {
        let files: BTreeSet<_> = self.findings.iter().filter_map(|finding| Some(finding.place?.file)).collect();
        let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        let findings = plural(self.findings.len(), "finding");
        match files.len() {
            0 => format!("{findings}."),
            count => format!("{findings} in {}.", plural(count, "file")),
        }
    }
}

/// The sources in the form that the renderer asks for.
struct Shown<'a> {
    sources: &'a Sources,
    /// The texts, harmless to a terminal.
    texts: Vec<Cow<'a, str>>,
    /// Where each line of each file begins.
    lines: Vec<Vec<usize>>,
}

impl<'a> Shown<'a> {
    fn new(sources: &'a Sources) -> Self {
        let texts = sources.iter().map(|(_, file)| harmless(&file.text)).collect();
        Self {
            sources,
            texts,
            lines: sources.iter().map(|(_, file)| files::line_starts(&file.text).collect()).collect(),
        }
    }

    fn diagnostic(&self, finding: &Finding) -> Diagnostic<FileId> {
        let diagnostic = Diagnostic::error().with_code(finding.rule).with_message(printable(&finding.message));
        let mut labels = Vec::new();
        let mut notes = Vec::new();
        match finding.place.as_ref().map(|place| (place, self.range(place))) {
            Some((place, Some(range))) => labels.push(Label::primary(place.file, range)),
            Some((place, None)) => notes.push(format!("at {}", self.location(place))),
            None => {}
        }
        if let Some((place, what)) = &finding.related {
            match self.range(place) {
                Some(range) => labels.push(Label::secondary(place.file, range).with_message(printable(what))),
                None => notes.push(format!("{} at {}", printable(what), self.location(place))),
            }
        }
        notes.push(printable(&finding.remedy));
        diagnostic.with_labels(labels).with_notes(notes)
    }

    /// The bytes to underline: within one line, which is not too long to show.
    fn range(&self, place: &Place) -> Option<std::ops::Range<usize>> {
        let text = &self.sources.get(place.file)?.text;
        let line = self.line_index(place.file, place.start).ok()?;
        let range = self.line_range(place.file, line).ok()?;
        let line = text.get(range.clone()).filter(|line| line.len() <= MAX_LINE)?;
        let line_end = range.start + line.trim_end().len();
        let start = place.start.min(line_end.max(range.start));
        let end = place.end.clamp(start, line_end.max(start));
        (text.is_char_boundary(start) && text.is_char_boundary(end)).then_some(start..end)
    }

    fn location(&self, place: &Place) -> String {
        let path = self.sources.get(place.file).map_or("", |file| file.path.as_str());
        let path = harmless(path);
        format!("{}{path}:{}:{}", self.sources.shown_below(), place.line, place.column)
    }
}

impl<'f> Files<'f> for Shown<'_> {
    type FileId = FileId;
    type Name = String;
    type Source = &'f str;

    fn name(&'f self, id: FileId) -> Result<String, files::Error> {
        self.sources
            .get(id)
            .map(|file| format!("{}{}", self.sources.shown_below(), harmless(&file.path)))
            .ok_or(files::Error::FileMissing)
    }

    fn source(&'f self, id: FileId) -> Result<&'f str, files::Error> {
        self.texts.get(id.0).map(Cow::as_ref).ok_or(files::Error::FileMissing)
    }

    fn line_index(&'f self, id: FileId, byte: usize) -> Result<usize, files::Error> {
        let starts = self.lines.get(id.0).ok_or(files::Error::FileMissing)?;
        Ok(starts.partition_point(|start| *start <= byte).saturating_sub(1))
    }

    fn line_range(&'f self, id: FileId, line: usize) -> Result<std::ops::Range<usize>, files::Error> {
        let starts = self.lines.get(id.0).ok_or(files::Error::FileMissing)?;
        let end = self.sources.get(id).map_or(0, |file| file.text.len());
        let start = starts.get(line).copied();
        let start = start.ok_or(files::Error::LineTooLarge { given: line, max: starts.len().saturating_sub(1) })?;
        Ok(start..starts.get(line + 1).copied().unwrap_or(end))
    }
}

/// The same text, byte for byte as long, without what a terminal would take for a command or show out of order.
fn harmless(text: &str) -> Cow<'_, str> {
    let is_direction = |one: char| matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_command = |one: char| (one.is_control() && !matches!(one, '\n' | '\t')) || is_direction(one);
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(one) = rest.next() {
        let ends_line = one == '\r' && rest.peek().is_none_or(|next| *next == '\n');
        shown.push(match one.len_utf8() {
            _ if !is_command(one) || ends_line => one,
            1 => '?',
            2 => '\u{bf}',
            _ => char::REPLACEMENT_CHARACTER,
        });
    }
    Cow::Owned(shown)
}

/// The text without what a terminal would take for a command, and not longer than one can read.
fn printable(text: &str) -> String {
    const MAX: usize = 400;
    let mut shown: String =
        text.chars().take(MAX).map(|one| if one.is_control() && one != '\n' { '\u{fffd}' } else { one }).collect();
    if shown.len() < text.len() && text.chars().nth(MAX).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(line: usize, start: usize, end: usize) -> Place {
        Place { file: FileId(0), line, column: 1, start, end }
    }

    fn sources() -> Sources {
        let mut sources = Sources::default();
        sources.add("a.yaml", "one: 1\ntwo: 2\nthree: 3\n");
        sources
    }

    #[test]
    fn a_finding_shows_its_line_rule_and_remedy() {
        let second = Finding::new("some-rule", place(2, 7, 10), "Two is wrong.", "Write three.");
        let first = Finding::new("other-rule", place(1, 0, 3), "One is wrong.", "Drop it.")
            .with(place(3, 14, 19), "the other one");
        let report = Report::new(sources(), vec![second.clone(), first, second]);
        assert_eq!(
            report.render(false),
            "\
error[other-rule]: One is wrong.
  ┌─ spec/a.yaml:1:1
  │
1 │ one: 1
  │ ^^^
2 │ two: 2
3 │ three: 3
  │ ----- the other one
  │
  = Drop it.

error[some-rule]: Two is wrong.
  ┌─ spec/a.yaml:2:1
  │
2 │ two: 2
  │ ^^^
  │
  = Write three.

2 findings in 1 file.
"
        );
        assert!(report.render(true).contains("\u{1b}["));
    }

    #[test]
    fn places_that_do_not_exist_are_survived() {
        let odd = [place(1, 0, 9000), place(1, 9000, 1), Place { file: FileId(7), ..place(1, 0, 1) }];
        for place in odd {
            let report = Report::new(sources(), vec![Finding::new("rule", place, "Wrong \u{1b}[2J.", "Mend it.")]);
            let text = report.render(false);
            assert!(text.contains("error[rule]: Wrong") && text.contains("Mend it."), "{text}");
            assert!(!text.contains('\u{1b}'));
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_shown() {
        let mut sources = Sources::default();
        sources.add("\u{1b}[2J.yaml", "a: \u{1b}[2J\u{9b}2J\u{202e}b\rc\r\nd: 1\r\n");
        let report = Report::new(sources, vec![Finding::new("rule", place(1, 3, 16), "Wrong.", "Mend it.")]);
        let text = report.render(false);
        assert!(text.contains("spec/?[2J.yaml:1:4"), "{text}");
        assert!(text.contains("1 │ a: ?[2J\u{bf}2J\u{fffd}b?c"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text:?}");
    }

    #[test]
    fn a_finding_without_a_place_is_told() {
        let finding = Finding { place: None, ..Finding::new("no-root", place(1, 0, 0), "Nothing there.", "Write it.") };
        let report = Report::new(Sources::default(), vec![finding]);
        assert_eq!(report.render(false), "error[no-root]: Nothing there.\n = Write it.\n\n1 finding.\n");
    }
}
