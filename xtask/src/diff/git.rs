//! What of git the comparison needs: revisions by name, and the files of one without a checkout.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::repository;

/// A clone.
pub(super) struct Git {
    folder: PathBuf,
}

/// A commit, and how it was asked for.
#[derive(Clone, Debug)]
pub(super) struct Commit {
    /// Its whole id.
    pub(super) id: String,
    /// For a person: `main (1f0c7a5)`.
    pub(super) shown: String,
}

impl Git {
    /// The clone around a folder.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let this = Self { folder: folder.to_owned() };
        if this.ask(&["rev-parse", "--git-dir"])?.is_none() {
            bail!(
                "{} is in no git repository, so there are no revisions to compare: name a folder or a file for each \
                 side",
                folder.display()
            );
        }
        Ok(this)
    }

    /// What git answers; none where it says no.
    fn ask(&self, arguments: &[&str]) -> Result<Option<String>> {
        let text = repository::git(&self.folder, arguments)?;
        Ok(text.map(|text| text.trim_end_matches('\n').to_owned()))
    }

    fn is_shallow(&self) -> Result<bool> {
        Ok(self.ask(&["rev-parse", "--is-shallow-repository"])?.as_deref() == Some("true"))
    }

    /// The commit of a name.
    pub(super) fn commit(&self, name: &str) -> Result<Commit> {
        match self.find(name)? {
            Some(commit) => Ok(commit),
            None if self.is_shallow()? => bail!(
                "there is no revision {name} in this clone, which is shallow: run `git fetch --unshallow` (in a \
                 workflow: `fetch-depth: 0`), then again"
            ),
            None => bail!(
                "there is no revision {name}, and no file or folder of that name: check the spelling, or run `git \
                 fetch` if it is on the remote (`git branch --all` lists what there is)"
            ),
        }
    }

    fn find(&self, name: &str) -> Result<Option<Commit>> {
        // git says yes to a whole id that it does not have, unless it is asked for its type.
        let id = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{name}^{{commit}}")])?;
        Ok(id.filter(|id| !id.is_empty()).map(|id| {
            let short = id.get(..7).unwrap_or(&id).to_owned();
            let shown = if id.starts_with(name) { short } else { format!("{name} ({short})") };
            Commit { id, shown }
        }))
    }

    /// Where this branch left main.
    pub(super) fn merge_base(&self) -> Result<Commit> {
        for main in ["main", "origin/main"] {
            let Some(commit) = self.find(main)? else { continue };
            match self.ask(&["merge-base", "HEAD", &commit.id])? {
                Some(id) => {
                    let short = id.get(..7).unwrap_or(&id);
                    return Ok(Commit { shown: format!("the merge base with {main} ({short})"), id });
                }
                None if self.is_shallow()? => bail!(
                    "where this branch left {main} is not in this clone, which is shallow: run `git fetch --unshallow` \
                     (in a workflow: `fetch-depth: 0`), or name the base"
                ),
                None => bail!("this branch and {main} have no commit in common: name the base"),
            }
        }
        if self.is_shallow()? {
            bail!(
                "there is neither main nor origin/main in this clone, which is shallow: run `git fetch --unshallow \
                 origin main` (in a workflow: `fetch-depth: 0`), or name the base"
            );
        }
        bail!("there is neither main nor origin/main to compare with: name the base, such as `HEAD~1`")
    }

    /// The files of a commit below some paths, by their path. What is not text is left out.
    pub(super) fn files(&self, commit: &Commit, below: &[&str]) -> Result<BTreeMap<String, String>> {
        // Without `--full-tree`, so that paths are relative to our folder wherever it is in the clone.
        let mut arguments = vec!["ls-tree", "-r", "-z", &commit.id, "--"];
        arguments.extend(below);
        let listed = self.ask(&arguments)?.with_context(|| format!("git cannot list the files of {}", commit.shown))?;
        let mut ids = Vec::new();
        let mut paths = Vec::new();
        for row in listed.split('\0') {
            // `100644 blob 1f0c7a5..<tab>spec/openapi.yaml`
            let Some((head, path)) = row.split_once('\t') else { continue };
            let mut words = head.split(' ').skip(1);
            if let (Some("blob"), Some(id)) = (words.next(), words.next()) {
                ids.push(id);
                paths.push(path);
            }
        }
        let contents = self.contents(&ids).with_context(|| format!("git cannot read the files of {}", commit.shown))?;
        let texts = paths.into_iter().zip(contents);
        Ok(texts.filter_map(|(path, bytes)| Some((path.to_owned(), String::from_utf8(bytes).ok()?))).collect())
    }

    /// The contents of these objects, by one process.
    fn contents(&self, ids: &[&str]) -> Result<Vec<Vec<u8>>> {
        let mut child = Command::new("git")
            .current_dir(&self.folder)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let (Some(mut input), Some(mut output)) = (child.stdin.take(), child.stdout.take()) else {
            bail!("git has no input or no output");
        };
        let asked = ids.join("\n") + "\n";
        // Beside the reading: git answers before it has read all, and would wait for us to read.
        let writer = std::thread::spawn(move || input.write_all(asked.as_bytes()));
        let mut answered = Vec::new();
        output.read_to_end(&mut answered)?;
        // Where git went away early, what is missing below says so.
        let _ = writer.join();
        child.wait()?;
        let mut rest = answered.as_slice();
        let mut contents = Vec::new();
        for id in ids {
            // `1f0c7a5.. blob 120<newline>` and so many bytes, then another newline.
            let end = rest.iter().position(|byte| *byte == b'\n').with_context(|| format!("{id} is missing"))?;
            let (head, after) = rest.split_at(end);
            let size = String::from_utf8_lossy(head).rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
            let size = size.with_context(|| format!("{id} is missing; `git fetch` may bring it"))?;
            contents.push(after.get(1..=size).context("git broke off")?.to_vec());
            rest = after.get(size + 2..).unwrap_or_default();
        }
        Ok(contents)
    }
}
