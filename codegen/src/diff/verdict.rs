//! Which version comes next.

use std::fmt;

use serde::Serialize;

use super::{Comparison, Level};

/// What a change of the API asks of the version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing changed.
    None,
    /// Only what readers are told changed.
    Patch,
    /// Something is new or other, and nobody has to do anything.
    Minor,
    /// Somebody has to do something.
    Major,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

impl Comparison {
    /// Which version comes next, judged by the API alone.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self.findings.iter().map(|finding| finding.level).max() {
            Some(Level::Breaking) => Verdict::Major,
            Some(Level::Risky | Level::Safe) => Verdict::Minor,
            None if self.prose_changed => Verdict::Patch,
            None => Verdict::None,
        }
    }

    /// Why, in one sentence.
    #[must_use]
    pub fn why(&self) -> String {
        let count = |level: Level| self.findings.iter().filter(|finding| finding.level == level).count();
        let breaking = count(Level::Breaking);
        match (self.verdict(), self.findings.first()) {
            (Verdict::Major, Some(first)) if breaking == 1 => format!("One change breaks callers: {}", first.text),
            (Verdict::Major, Some(first)) => format!("{breaking} changes break callers, the first: {}", first.text),
            (Verdict::Minor, _) => {
                let (risky, safe) = (count(Level::Risky), count(Level::Safe));
                format!("No change breaks callers; {risky} should be looked at, {safe} ask nothing of anybody.")
            }
            (Verdict::Patch, _) => "Only descriptions, examples or order changed.".to_owned(),
            _ => "The API did not change.".to_owned(),
        }
    }
}
