//! A git repository of its own, with a small spec and its crate, and the real program in it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use tempfile::TempDir;
use yuno_tests::edits::{self, Replacement};

/// A repository in the form of this one.
pub(crate) struct Repository {
    pub(crate) folder: TempDir,
}

/// What a run answered.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Repository {
    /// One with the small spec of the tests, its generated code, and one commit on `main`.
    pub(crate) fn new() -> Self {
        let this = Self { folder: tempfile::tempdir().unwrap() };
        yuno_tests::repository::write(&this.path("spec"), &edits::small_spec());
        this.write("Cargo.toml", "[workspace.package]\nversion = \"0.3.1\"\n");
        this.write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- The first call.\n");
        this.write("codegen/README.md", "Stands for the generator.\n");
        this.write(
            "yuno-api/src/lib.rs",
            "//! Stands for the crate.\n\nmod generated;\n\n/// The types.\npub mod types {\n    pub use \
             crate::generated::types::*;\n}\n",
        );
        this.generate();
        this.git(&["init", "--quiet", "--initial-branch", "main"]);
        this.commit("Begin");
        this
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Edits a file of the spec.
    pub(crate) fn edit(&self, replacement: Replacement) {
        let path = format!("spec/{}", replacement.0);
        let mut text = self.read(&path);
        edits::apply(&mut text, replacement);
        self.write(&path, &text);
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = git(self.folder.path(), arguments);
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        run(self.folder.path(), arguments)
    }

    pub(crate) fn generate(&self) {
        let run = self.run(&["generate"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
    }

    /// Runs `diff`, with the commit's id replaced by a word.
    pub(crate) fn diff(&self, arguments: &[&str]) -> Run {
        let mut run = self.run(&[&["diff"], arguments].concat());
        let id = self.git(&["rev-parse", "main"]);
        run.out = run.out.replace(&id[..7], "<commit>");
        run
    }
}

pub(crate) fn git(folder: &Path, arguments: &[&str]) -> Output {
    // Nothing of whoever runs the tests: no signing, no hooks, no templates.
    Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .unwrap()
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).current_dir(folder).args(arguments).output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}
