//! All that a report says, whatever its form: both levels, the verdict, and what was accepted.

use serde::Serialize;
use yuno_codegen::diff::{Difference, Level, Position};

use super::accepted::Entry;

/// Which version comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    /// Nothing changed for anybody.
    None,
    /// Callers see no difference in what they can do.
    Patch,
    /// There is something new, or something to look at.
    Minor,
    /// A caller who was right before is wrong now.
    Major,
}

impl Verdict {
    /// As it is written.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// What one finding asks for.
    fn of(finding: &Difference) -> Self {
        match finding.level {
            Level::Breaking => Self::Major,
            Level::Risky => Self::Minor,
            // What has no place in the old document is new.
            Level::Safe if finding.base.is_none() => Self::Minor,
            Level::Safe => Self::Patch,
        }
    }

    /// The version after this one. Before 1.0, Cargo takes a change of the second number for a breaking one.
    fn after(self, version: &str) -> Option<String> {
        let mut numbers = version.split('.').map(|number| number.parse::<u64>().ok());
        let (major, minor, patch) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let next = match (self, major) {
            (Self::None, _) => return None,
            (Self::Major, 1..) => [major + 1, 0, 0],
            (Self::Major, 0) | (Self::Minor, 1..) => [major, minor + 1, 0],
            (Self::Minor | Self::Patch, _) => [major, minor, patch + 1],
        };
        Some(next.map(|number| number.to_string()).join("."))
    }
}

/// Where a finding is: the operation and the path. What several operations share is found in the first of them.
pub(super) fn place(finding: &Difference) -> String {
    match (finding.operation.as_str(), finding.path.as_str()) {
        ("", "") => "the document".to_owned(),
        ("", path) => path.to_owned(),
        (operation, "") => operation.to_owned(),
        (operation, path) => format!("{operation} {path}"),
    }
}

/// The file and line to open: in the new document, else in the old one.
pub(super) fn file(finding: &Difference) -> Option<String> {
    let Position { file, line } = finding.head.as_ref().or(finding.base.as_ref())?;
    let which = if finding.head.is_none() { " of the base" } else { "" };
    Some(format!("{file}:{line}{which}"))
}

/// The whole.
pub(super) struct Review {
    /// What was compared with what.
    pub(super) base: String,
    /// What was compared.
    pub(super) head: String,
    /// The first level: what changes on the wire.
    pub(super) api: Vec<Difference>,
    /// The second: what changes in Rust. None where a side has no crate.
    pub(super) rust: Option<Vec<Difference>>,
    /// Whether prose, examples or order changed too.
    pub(super) prose_changed: bool,
    /// The version of the base.
    pub(super) version: Option<String>,
    /// The breaks that were accepted, each with why.
    pub(super) accepted: Vec<Entry>,
    /// Entries whose change is gone.
    pub(super) stale: Vec<Entry>,
}

impl Review {
    /// The findings of both levels.
    pub(super) fn findings(&self) -> impl Iterator<Item = &Difference> {
        self.api.iter().chain(self.rust.iter().flatten())
    }

    /// Why this break may be, where somebody has said so.
    pub(super) fn accepted(&self, finding: &Difference) -> Option<&Entry> {
        self.accepted.iter().find(|entry| entry.fingerprint == finding.fingerprint)
    }

    /// The breaks that nobody has accepted.
    pub(super) fn open(&self) -> impl Iterator<Item = &Difference> {
        self.findings().filter(|finding| finding.level == Level::Breaking && self.accepted(finding).is_none())
    }

    /// What both levels together ask for. An accepted break is a break all the same.
    pub(super) fn verdict(&self) -> Verdict {
        self.findings().map(Verdict::of).max().unwrap_or(Verdict::None)
    }

    /// The next version of the crate.
    pub(super) fn next_version(&self) -> Option<String> {
        self.verdict().after(self.version.as_deref()?)
    }

    /// One sentence: why this verdict.
    pub(super) fn why(&self) -> String {
        let verdict = self.verdict();
        let decide = |findings: &[Difference]| findings.iter().filter(|it| Verdict::of(it) == verdict).count();
        let (api, rust) = (decide(&self.api), decide(self.rust.as_deref().unwrap_or_default()));
        let places = match (api, rust) {
            (0, 0) => return "nothing changes for a caller".to_owned(),
            (_, 0) => "in the API",
            (0, _) => "in Rust",
            _ => "in the API and in Rust",
        };
        let what = match verdict {
            Verdict::Major => "a caller who was right before is wrong now",
            Verdict::Minor => "there is something new or something to look at",
            Verdict::Patch | Verdict::None => "what changes asks nothing of anybody",
        };
        format!("{what}, {places}")
    }

    /// How many there are of a level of gravity, in the API and in Rust.
    pub(super) fn counts(&self, level: Level) -> (usize, usize) {
        let count = |findings: &[Difference]| findings.iter().filter(|it| it.level == level).count();
        (count(&self.api), count(self.rust.as_deref().unwrap_or_default()))
    }
}

/// `1 break`, `2 breaks`.
pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// Reviews to test the reports with.
#[cfg(test)]
pub(super) mod testing {
    use super::{Difference, Level, Position, Review};

    /// A finding in the request of an operation, at a line of its own.
    pub(in super::super) fn finding(level: Level, field: &str, text: &str) -> Difference {
        let at = || Some(Position { file: format!("spec/{field}.yaml"), line: 1 });
        Difference {
            rule: "request-field-changed",
            level,
            fingerprint: format!("{level:?}-{field}"),
            operation: "customers.create".to_owned(),
            path: format!("request.body.{field}"),
            base: at(),
            head: at(),
            text: text.to_owned(),
        }
    }

    /// A review of these findings.
    pub(in super::super) fn review(api: Vec<Difference>, rust: Option<Vec<Difference>>) -> Review {
        Review {
            base: "main".to_owned(),
            head: "the working tree".to_owned(),
            api,
            rust,
            prose_changed: false,
            version: Some("0.3.1".to_owned()),
            accepted: Vec::new(),
            stale: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict;

    #[test]
    fn the_next_version_is_cargos() {
        let after = |verdict: Verdict, version| verdict.after(version).unwrap_or_default();
        assert_eq!(after(Verdict::Major, "0.1.4"), "0.2.0");
        assert_eq!(after(Verdict::Minor, "0.1.4"), "0.1.5");
        assert_eq!(after(Verdict::Patch, "0.1.4"), "0.1.5");
        assert_eq!(after(Verdict::Major, "1.4.2"), "2.0.0");
        assert_eq!(after(Verdict::Minor, "1.4.2"), "1.5.0");
        assert_eq!(after(Verdict::Patch, "1.4.2"), "1.4.3");
        assert_eq!(after(Verdict::None, "1.4.2"), "");
        assert_eq!(after(Verdict::Major, "one"), "");
    }
}
