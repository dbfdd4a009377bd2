//! Reads the files of a spec from disk: the only part of the generator's front half that does I/O.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::ROOT;
use crate::report::{Finding, Report};
use crate::tree::{Place, Sources};

/// Folders in folders, at most: the spec has three levels, and a loop of links has no end.
const MAX_DEPTH: usize = 16;

/// Reads every `*.yaml` file below a folder, in the order of their paths.
///
/// # Errors
///
/// That the folder does not exist, holds no YAML, or holds files that cannot be read as UTF-8 text.
pub fn read_folder(folder: &Path) -> Result<Sources, Report> {
    read_files(folder, &["yaml"], Sources::default())
}

/// Reads every file with one of these extensions below a folder, in the order of their paths.
pub(crate) fn read_files(folder: &Path, extensions: &[&str], mut sources: Sources) -> Result<Sources, Report> {
    let mut paths = Vec::new();
    let mut findings = Vec::new();
    walk(folder, "", 0, &mut paths, &mut findings);
    paths.retain(|path: &String| {
        let extension = Path::new(path).extension().and_then(OsStr::to_str);
        extension.is_some_and(|extension| extensions.contains(&extension))
    });
    paths.sort();
    for path in paths {
        match fs::read(folder.join(&path)) {
            Ok(bytes) => add(&mut sources, &path, bytes, &mut findings),
            Err(error) => findings.push(unreadable(&path, &error)),
        }
    }
    if findings.is_empty() && sources.iter().next().is_none() {
        findings.push(no_root(&sources));
    }
    if findings.is_empty() { Ok(sources) } else { Err(Report::new(sources, findings)) }
}

fn walk(folder: &Path, below: &str, depth: usize, paths: &mut Vec<String>, findings: &mut Vec<Finding>) {
    let entries = match fs::read_dir(folder.join(below)) {
        Ok(entries) => entries,
        Err(error) => {
            let shown = if below.is_empty() { folder.display().to_string() } else { below.to_owned() };
            findings.push(unreadable(&shown, &error));
            return;
        }
    };
    for entry in entries {
        let Ok(entry) = entry.map_err(|error| findings.push(unreadable(below, &error))) else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        // A link to a folder is not entered: it would show the same files twice, or without end.
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && !name.starts_with('.') && depth < MAX_DEPTH {
            walk(folder, &path, depth + 1, paths, findings);
        } else if !is_folder {
            paths.push(path);
        }
    }
}

pub(crate) fn add(sources: &mut Sources, path: &str, bytes: Vec<u8>, findings: &mut Vec<Finding>) {
    match String::from_utf8(bytes) {
        Ok(text) => {
            sources.add(path, text);
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let before = text.get(..valid).unwrap_or_default();
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            let place = Place {
                file: sources.add(path, text.clone()),
                line: before.matches('\n').count() + 1,
                column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
                start: valid,
                end: valid + char::REPLACEMENT_CHARACTER.len_utf8(),
            };
            findings.push(Finding {
                rule: "invalid-utf8",
                message: format!("{path} is not UTF-8 text."),
                place: Some(place),
                related: None,
                remedy: "Save the file as UTF-8.".to_owned(),
            });
        }
    }
}

pub(crate) fn unreadable(path: &str, error: &std::io::Error) -> Finding {
    Finding {
        rule: "unreadable",
        message: format!("{path} cannot be read: {error}."),
        place: None,
        related: None,
        remedy: "Check that it exists and that you may read it.".to_owned(),
    }
}

/// The finding that there is no document to begin with.
pub(super) fn no_root(sources: &Sources) -> Finding {
    let message = if sources.iter().next().is_none() {
        "The spec folder holds no YAML files.".to_owned()
    } else {
        format!("The spec folder has no {ROOT}.")
    };
    Finding {
        rule: "no-root",
        message,
        place: None,
        related: None,
        remedy: format!("Write {ROOT}, with `openapi`, `info`, `servers`, `tags` and `paths`."),
    }
}
