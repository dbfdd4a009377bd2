//! A workspace of its own below the target folder, with a copy of yuno-api: for what has to be compiled by a test.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::repository;

/// A workspace in a folder of its own.
pub struct Nested {
    folder: PathBuf,
}

impl Nested {
    /// Makes the workspace `name` in the folder that cargo has for tests, and brings it up to date.
    ///
    /// `files` come on top of those of the repository, or replace them. A folder `programs` is a second member.
    #[must_use]
    pub fn new(temporary: &str, name: &str, files: &BTreeMap<String, String>) -> Self {
        let folder = Path::new(temporary).join(name);
        let root = repository::root();
        let mut whole = BTreeMap::new();
        for entry in fs::read_dir(&root).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                whole.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
        for (path, content) in repository::files(&root.join("yuno-api")) {
            whole.insert(format!("yuno-api/{path}"), content);
        }
        // Its tests and examples, which stand on the sandbox, are not built here.
        let package = String::from_utf8(whole.remove("yuno-api/Cargo.toml").unwrap()).unwrap();
        let package = package.lines().filter(|line| !line.starts_with("yuno-sandbox = "));
        let package = package.map(|line| format!("{line}\n")).collect::<String>();
        whole.insert("yuno-api/Cargo.toml".to_owned(), package.into_bytes());
        let manifest = String::from_utf8(whole.remove("Cargo.toml").unwrap()).unwrap();
        whole.insert(
            "Cargo.toml".to_owned(),
            with_members(&manifest, files.contains_key("programs/Cargo.toml")).into_bytes(),
        );
        for (path, text) in files {
            whole.insert(path.clone(), text.clone().into_bytes());
        }
        // Cargo brings its copy of the lock file in line with the members; that is not a change of ours.
        if folder.join("Cargo.lock").exists() {
            whole.remove("Cargo.lock");
        }
        repository::write(&folder, &whole);
        for member in ["yuno-api", "programs"] {
            let below = folder.join(member);
            let there = if below.exists() { repository::files(&below) } else { BTreeMap::new() };
            for path in there.into_keys().filter(|path| !whole.contains_key(&format!("{member}/{path}"))) {
                fs::remove_file(below.join(path)).unwrap();
            }
        }
        Self { folder }
    }

    /// Runs cargo in it. All such workspaces share what they build.
    #[must_use]
    pub fn cargo(&self, arguments: &[&str]) -> Output {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Command::new(cargo)
            .args(arguments)
            .arg("--color=never")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.folder.with_file_name("nested"))
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap()
    }
}

fn with_members(manifest: &str, programs: bool) -> String {
    let programs = if programs { "\"programs\", " } else { "" };
    let members = format!("members = [{programs}\"yuno-api\", \"yuno-api/macros\"]");
    assert!(manifest.contains("\nmembers = ["), "the members of the workspace are not where they were");
    manifest
        .lines()
        .map(|line| format!("{}\n", if line.starts_with("members = [") { &members } else { line }))
        .collect()
}
