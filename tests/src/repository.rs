//! The repository that the tests stand in.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Its folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The folder of the spec.
#[must_use]
pub fn spec() -> PathBuf {
    root().join("spec")
}

/// The folder of the generated half of the crate.
#[must_use]
pub fn generated() -> PathBuf {
    root().join("yuno-api/src/generated")
}

/// The files below a folder, as bytes, by path with `/` between its parts.
#[must_use]
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found);
    found
}

/// The files below a folder, as text.
#[must_use]
pub fn texts(folder: &Path) -> BTreeMap<String, String> {
    files(folder).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn collect(folder: &Path, below: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &path, found);
        } else {
            found.insert(path, fs::read(entry.path()).unwrap());
        }
    }
}

/// Writes files below a folder. One that holds what it should is not touched, so that builds see no change.
pub fn write(folder: &Path, files: &BTreeMap<String, impl AsRef<[u8]>>) {
    for (path, content) in files {
        let path = folder.join(path);
        if fs::read(&path).is_ok_and(|there| there == content.as_ref()) {
            continue;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
    }
}

/// How many operations the spec describes.
#[must_use]
pub fn operations() -> usize {
    let files = texts(&spec()).into_iter().filter(|(path, _)| path.ends_with("/operations.yaml"));
    files.map(|(_, text)| text.matches("operationId: ").count()).sum()
}
