//! From what a person names to the files behind it.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The largest file that is read. Recordings are held in memory.
const LARGEST: u64 = 1 << 30;
/// How deep folders are searched.
const DEEPEST: usize = 64;

/// Input that cannot be worked with, and what to do about it. Shows no value of a body.
#[derive(Debug)]
pub struct Unusable(String);

impl Unusable {
    pub(super) fn new(path: &Path, what: impl fmt::Display, remedy: impl fmt::Display) -> Self {
        Self(format!("{} {what}. {remedy}", path.display()))
    }

    fn io(path: &Path, error: &io::Error) -> Self {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "Name a recording (.har or .json), or a folder of them",
            _ => "Make it readable, or name another",
        };
        Self::new(path, format_args!("cannot be read: {error}"), format_args!("{remedy}."))
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unusable {}

/// The files that are named, and those of these extensions in the folders that are named, in a stable order.
pub(super) fn files(named: &[PathBuf], extensions: &[&str]) -> Result<Vec<PathBuf>, Unusable> {
    let mut files = Vec::new();
    for path in named {
        if fs::metadata(path).map_err(|error| Unusable::io(path, &error))?.is_dir() {
            let before = files.len();
            search(path, extensions, 0, &mut files)?;
            if files.len() == before {
                let wanted: Vec<_> = extensions.iter().map(|extension| format!(".{extension}")).collect();
                let what = format_args!("holds no {} file", wanted.join(" or "));
                return Err(Unusable::new(path, what, "Name the folder in which the recordings are."));
            }
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn search(folder: &Path, extensions: &[&str], depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Unusable> {
    if depth > DEEPEST {
        let what = format_args!("lies more than {DEEPEST} folders deep");
        return Err(Unusable::new(folder, what, "Name a folder nearer to the recordings."));
    }
    let unreadable = |error: io::Error| Unusable::io(folder, &error);
    let mut entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // A link to a folder is not followed: it may lead back here.
        if entry.file_type().map_err(unreadable)?.is_dir() {
            search(&path, extensions, depth + 1, files)?;
        } else if has_extension(&path, extensions) && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|found| extensions.iter().any(|wanted| wanted.eq_ignore_ascii_case(found)))
}

/// The text of a file, without the mark that some programs put before it.
pub(super) fn text(path: &Path) -> Result<String, Unusable> {
    let size = fs::metadata(path).map_err(|error| Unusable::io(path, &error))?.len();
    if size > LARGEST {
        let what = format_args!("has {size} bytes, and at most {LARGEST} can be read at once");
        return Err(Unusable::new(path, what, "Split it into several recordings."));
    }
    let bytes = fs::read(path).map_err(|error| Unusable::io(path, &error))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Unusable::new(path, "is not UTF-8 text", "Save it as UTF-8, or leave it out."))?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}
