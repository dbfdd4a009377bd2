//! What a change of the spec costs its reviewer, by git's count of lines.

use std::path::Path;

use anyhow::{Result, bail};

use super::number;
use crate::{generate::GENERATED, repository};

/// Lines that are new or gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cost {
    /// In the spec.
    pub(super) spec: usize,
    /// In the generated code.
    pub(super) generated: usize,
    /// In how many generated files.
    pub(super) files: usize,
    /// Whether the generator changed too, so that the lines are not the spec's doing alone.
    pub(super) generator: bool,
}

impl Cost {
    /// Generated lines for a line of the spec; none where the spec did not change.
    pub(super) fn ratio(&self) -> Option<f64> {
        (self.spec > 0).then(|| number(self.generated) / number(self.spec))
    }

    /// Adds a row of `git --numstat`: `3<tab>1<tab>spec/openapi.yaml`.
    fn add(&mut self, row: &str) {
        let mut parts = row.splitn(3, '\t');
        let (Some(new), Some(gone), Some(path)) = (parts.next(), parts.next(), parts.next()) else { return };
        // A dash stands for a file that is not text.
        let lines = new.parse::<usize>().unwrap_or_default() + gone.parse::<usize>().unwrap_or_default();
        if path.starts_with(GENERATED) {
            self.generated += lines;
            self.files += 1;
        } else if path.starts_with("spec/") && path.ends_with(".yaml") {
            self.spec += lines;
        } else if path.starts_with("codegen/src/") {
            self.generator = true;
        }
    }
}

/// What changed between a revision and the working tree.
pub(super) fn since(root: &Path, base: &str) -> Result<Cost> {
    let arguments =
        ["diff", "--numstat", "--no-renames", "--end-of-options", base, "--", "spec", "codegen/src", GENERATED];
    let Some(rows) = repository::git(root, &arguments)? else {
        bail!(
            "there is no revision {base} to measure from: check the spelling, or fetch it (in a workflow: \
             `fetch-depth: 0`)"
        );
    };
    let mut cost = Cost::default();
    rows.lines().for_each(|row| cost.add(row));
    Ok(cost)
}

/// Each commit that changes what is there; the one that brings the spec into being is none of them.
pub(super) fn commits(root: &Path) -> Result<Vec<Cost>> {
    let arguments =
        ["log", "--numstat", "--no-renames", "--no-merges", "--format=%x00", "--", "spec", "codegen/src", GENERATED];
    let Some(log) = repository::git(root, &arguments)? else { return Ok(Vec::new()) };
    let mut commits = Vec::new();
    for rows in log.split('\0') {
        let mut cost = Cost::default();
        rows.lines().for_each(|row| cost.add(row));
        commits.push(cost);
    }
    // The newest come first; the last one with a spec made it.
    if let Some(first) = commits.iter().rposition(|cost| cost.spec > 0) {
        commits.truncate(first);
    }
    Ok(commits)
}

#[cfg(test)]
mod tests {
    use super::Cost;

    #[test]
    fn rows_are_counted_by_what_they_belong_to() {
        let mut cost = Cost::default();
        for row in [
            "3\t1\tspec/payments/card.yaml",
            "9\t9\tspec/README.md",
            "4\t2\tyuno-api/src/generated/payments/card.rs",
            "1\t1\tyuno-api/src/generated/mod.rs",
            "-\t-\tspec/logo.png",
            "",
        ] {
            cost.add(row);
        }
        assert_eq!((cost.spec, cost.generated, cost.files), (4, 8, 2));
        assert_eq!((cost.ratio(), cost.generator), (Some(2.0), false));
        cost.add("1\t1\tcodegen/src/print.rs");
        assert!(cost.generator);
    }
}
