//! Rules about files: what each begins with, how wide it is, what it is called.

use std::collections::HashSet;

use super::{Context, names};
use crate::load::ROOT;
use crate::report::Finding;
use crate::survey::Role;
use crate::tree::{FileId, Place};

/// Characters in a line, at most.
const MAX_WIDTH: usize = 120;

pub(super) fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (file, source) in context.document.sources.iter() {
        comment(file, &source.text, findings);
        width(file, &source.text, findings);
        name(file, &source.path, findings);
        taken(file, &source.path, findings);
    }
    unused(context, findings);
    misplaced(context, findings);
}

/// `file-comment`
fn comment(file: FileId, text: &str, findings: &mut Vec<Finding>) {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if first.strip_prefix('#').is_none_or(|comment| comment.trim().is_empty()) {
        let place = Place { file, line: 1, column: 1, start: 0, end: first.len() };
        let remedy = "Begin it with a comment of one line.";
        findings.push(Finding::new("file-comment", place, "The file does not say what it is for.", remedy));
    }
}

/// `line-width`
fn width(file: FileId, text: &str, findings: &mut Vec<Finding>) {
    let mut start = 0;
    for (number, line) in text.split('\n').enumerate() {
        if line.len() > MAX_WIDTH && line.trim_end_matches('\r').chars().count() > MAX_WIDTH {
            let at = line.char_indices().nth(MAX_WIDTH).map_or(line.len(), |(at, _)| at);
            let end = start + line.len();
            let place = Place { file, line: number + 1, column: MAX_WIDTH + 1, start: start + at, end };
            let message = format!("The line is wider than {MAX_WIDTH} characters.");
            findings.push(Finding::new("line-width", place, message, "Break it; fold long texts with `>-`."));
        }
        start += line.len() + 1;
    }
}

/// `file-name`
fn name(file: FileId, path: &str, findings: &mut Vec<Finding>) {
    let stem = path.strip_suffix(".yaml").unwrap_or(path);
    let bad = stem.split('/').find(|part| !names::is_snake(part) || crate::names::is_keyword(part) || *part == "mod");
    if let Some(bad) = bad {
        let place = Place { file, line: 1, column: 1, start: 0, end: 0 };
        let message = format!("`{bad}` in the path of this file cannot be the name of a Rust module.");
        findings.push(Finding::new("file-name", place, message, "Name files and folders in snake_case."));
    }
}

/// `taken-name`: the lists of types and of handles are modules beside the folders, and beside the files in them.
fn taken(file: FileId, path: &str, findings: &mut Vec<Finding>) {
    let mut parts = path.strip_suffix(".yaml").unwrap_or(path).split('/');
    let top = parts.next().filter(|top| matches!(*top, "types" | "resources"));
    if let Some(name) = top.or_else(|| parts.find(|part| *part == "types")) {
        let place = Place { file, line: 1, column: 1, start: 0, end: 0 };
        let message = format!("The generated module `{name}` is a list that names everything.");
        findings.push(Finding::new("taken-name", place, message, "Give the folder or file another name."));
    }
}

/// `unused-file`, and `unused-component` in files that are used.
fn unused(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let entries = &context.survey.entries;
    let used: HashSet<FileId> = entries.iter().filter(|named| named.used).map(|named| named.file).collect();
    for (file, source) in context.document.sources.iter() {
        if source.path != ROOT && !used.contains(&file) {
            let place = Place { file, line: 1, column: 1, start: 0, end: source.text.find('\n').unwrap_or_default() };
            let message = "No reference leads into this file.";
            findings.push(Finding::new("unused-file", place, message, "Refer to what it holds, or delete it."));
        }
    }
    for named in entries.iter().filter(|named| !named.used && used.contains(&named.file)) {
        let message = format!("Nothing that a call needs leads to the {} `{}`.", named.role.name(), named.entry.key);
        let remedy = "Refer to it, or delete it.";
        findings.push(Finding::new("unused-component", named.entry.key_place, message, remedy));
    }
}

/// `misplaced-component`
fn misplaced(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for named in context.survey.named(Role::Schema) {
        let path = context.path(named.file);
        if path.ends_with("/operations.yaml") || !path.contains('/') {
            let message = format!("The schema `{}` stands in a file that is for other things.", named.entry.key);
            let remedy = "Move it into a file named for its family, in the folder of its group.";
            findings.push(Finding::new("misplaced-component", named.entry.key_place, message, remedy));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{leads_to, report, spoiled};

    #[test]
    fn a_file_begins_with_a_comment() {
        leads_to("# Orders.\n", "", &["file-comment `CreateOrder:`"]);
        leads_to("# Orders.\n", "#\n", &["file-comment `#`"]);
    }

    #[test]
    fn a_line_is_not_too_wide() {
        let wide = format!("summary: A small order # {}", "ä".repeat(100));
        leads_to("summary: A small order", &wide, &["line-width `äääääää`"]);
        let fits = format!("summary: A small order # {}", "ä".repeat(80));
        leads_to("summary: A small order", &fits, &[]);
    }

    #[test]
    fn what_nothing_refers_to_is_found() {
        leads_to("\nLine:", "\nSpare: { type: string, description: A. }\nLine:", &["unused-component `Spare`"]);
        let mut files = spoiled(&[]);
        files.push(("orders/match.yaml", "# Spare.\nSpare: { type: string, description: A. }\n".to_owned()));
        let rules: Vec<_> = report(&files).findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["file-name", "unused-file"]);
    }

    #[test]
    fn schemas_stand_in_files_of_their_own() {
        let files: Vec<_> = spoiled(&[("id: { $ref: '#/OrderId' }", "id: { $ref: 'operations.yaml#/OrderKey' }")])
            .into_iter()
            .map(|(path, text)| match path {
                "orders/operations.yaml" => (path, text + "OrderKey: { type: string, description: A key. }\n"),
                _ => (path, text),
            })
            .collect();
        let rules: Vec<_> = report(&files).findings.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, ["misplaced-component"]);
    }
}
