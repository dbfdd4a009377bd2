//! What lies between the files on disk and those that the spec asks for.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// How many differing lines of a file are shown.
const SHOWN_LINES: usize = 3;

/// The differences.
pub(crate) struct Changes<'a> {
    /// Files that are there and hold something else: path, what it holds, what it should.
    pub(crate) stale: Vec<(&'a str, String, &'a str)>,
    /// Files that are not there.
    pub(crate) missing: Vec<(&'a str, &'a str)>,
    /// Files that are there and should not be.
    pub(crate) orphaned: Vec<String>,
    /// How many files are as they should be.
    pub(crate) unchanged: usize,
}

impl<'a> Changes<'a> {
    /// Compares a folder with the files that it should hold.
    pub(crate) fn find(folder: &Path, files: &'a BTreeMap<String, String>) -> Result<Self> {
        let mut changes = Self { stale: Vec::new(), missing: Vec::new(), orphaned: Vec::new(), unchanged: 0 };
        for (path, text) in files {
            match fs::read(folder.join(path)) {
                Ok(bytes) if bytes == text.as_bytes() => changes.unchanged += 1,
                Ok(bytes) => changes.stale.push((path, String::from_utf8_lossy(&bytes).into_owned(), text)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => changes.missing.push((path, text)),
                Err(error) => return Err(error).with_context(|| format!("{path} cannot be read")),
            }
        }
        let mut found = BTreeSet::new();
        list(folder, folder, &mut found)?;
        changes.orphaned = found.into_iter().filter(|path| !files.contains_key(path)).collect();
        Ok(changes)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.stale.is_empty() && self.missing.is_empty() && self.orphaned.is_empty()
    }

    /// How many files are to be written.
    pub(crate) fn written(&self) -> usize {
        self.stale.len() + self.missing.len()
    }

    /// Brings the folder up to date. Each file is replaced whole, and one that is right is not touched.
    pub(crate) fn apply(&self, folder: &Path) -> Result<()> {
        let wanted = self.stale.iter().map(|(path, _, text)| (*path, *text)).chain(self.missing.iter().copied());
        for (path, text) in wanted {
            write(&folder.join(path), text).with_context(|| format!("{path} cannot be written"))?;
        }
        for path in &self.orphaned {
            let path = folder.join(path);
            fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
            // Goes with its last file; an error says that it is not empty.
            if let Some(parent) = path.parent() {
                let _ = fs::remove_dir(parent);
            }
        }
        Ok(())
    }

    /// The differences for a person: each file, and the first lines of it that differ.
    pub(crate) fn describe(&self, below: &str) -> String {
        let mut out = String::new();
        for (path, old, new) in &self.stale {
            let _ = writeln!(out, "stale:    {below}/{path}");
            out.push_str(&first_lines(old, new));
        }
        for (path, _) in &self.missing {
            let _ = writeln!(out, "missing:  {below}/{path}");
        }
        for path in &self.orphaned {
            let _ = writeln!(out, "orphaned: {below}/{path}");
        }
        out
    }
}

/// Beside the file first, so that nobody ever sees half of it.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let beside = path.with_extension("rs.new");
    fs::write(&beside, text)?;
    fs::rename(&beside, path)
}

fn list(root: &Path, folder: &Path, found: &mut BTreeSet<String>) -> Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", folder.display())),
    };
    for entry in entries {
        let path: PathBuf = entry?.path();
        if path.is_dir() {
            list(root, &path, found)?;
        } else if let Ok(below) = path.strip_prefix(root) {
            let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.insert(parts.join("/"));
        }
    }
    Ok(())
}

fn first_lines(old: &str, new: &str) -> String {
    let (mut old_lines, mut new_lines) = (old.lines(), new.lines());
    let mut out = String::new();
    let mut shown = 0;
    for number in 1.. {
        let (old, new) = (old_lines.next(), new_lines.next());
        if (old.is_none() && new.is_none()) || shown == SHOWN_LINES {
            break;
        }
        if old == new {
            continue;
        }
        shown += 1;
        for (sign, line) in [('-', old), ('+', new)] {
            if let Some(line) = line {
                let _ = writeln!(out, "  {number:>4} {sign} {line}");
            }
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{BTreeMap, Changes, fs};

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, String> {
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn only_what_differs_is_written_and_what_is_left_over_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let first = files(&[("a.rs", "a\n"), ("b/c.rs", "c\n"), ("d/e.rs", "e\n")]);
        Changes::find(folder.path(), &first).unwrap().apply(folder.path()).unwrap();
        let before = fs::metadata(path("a.rs")).unwrap().modified().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));

        let second = files(&[("a.rs", "a\n"), ("b/c.rs", "1\nC\n")]);
        let changes = Changes::find(folder.path(), &second).unwrap();
        assert_eq!(
            changes.describe("out"),
            "stale:    out/b/c.rs\n     1 - c\n     1 + 1\n     2 + C\norphaned: out/d/e.rs\n"
        );
        changes.apply(folder.path()).unwrap();
        assert_eq!(fs::metadata(path("a.rs")).unwrap().modified().unwrap(), before);
        assert!(!path("d").exists());
        assert!(Changes::find(folder.path(), &second).unwrap().is_empty());
    }
}
