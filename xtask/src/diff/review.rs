//! All that a report says, whatever its form: both levels, the verdict, and what was accepted.

use yuno_codegen::diff::{Comparison, Difference, Level, Position, Verdict};

use super::accepted::Entry;

/// The version after this one. Before 1.0, Cargo takes a change of the second number for a breaking one.
fn after(verdict: Verdict, version: &str) -> Option<String> {
    let mut numbers = version.split('.').map(|number| number.parse::<u64>().ok());
    let (major, minor, patch) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let next = match (verdict, major) {
        (Verdict::None, _) => return None,
        (Verdict::Major, 1..) => [major + 1, 0, 0],
        (Verdict::Major, 0) | (Verdict::Minor, 1..) => [major, minor + 1, 0],
        (Verdict::Minor | Verdict::Patch, _) => [major, minor, patch + 1],
    };
    Some(next.map(|number| number.to_string()).join("."))
}

/// What findings ask of the version. Even what asks nothing of anybody is something new.
fn verdict(findings: &[Difference]) -> Verdict {
    match findings.iter().map(|finding| finding.level).max() {
        Some(Level::Breaking) => Verdict::Major,
        Some(Level::Risky | Level::Safe) => Verdict::Minor,
        None => Verdict::None,
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
    pub(super) api: Comparison,
    /// The second: what changes in Rust. None where a side has no crate.
    pub(super) rust: Option<Vec<Difference>>,
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
        self.api.findings.iter().chain(self.rust.iter().flatten())
    }

    /// Why this break may be, where somebody has said so.
    pub(super) fn accepted(&self, finding: &Difference) -> Option<&Entry> {
        self.accepted.iter().find(|entry| entry.fingerprint == finding.fingerprint)
    }

    /// The breaks that nobody has accepted.
    pub(super) fn open(&self) -> impl Iterator<Item = &Difference> {
        self.findings().filter(|finding| finding.level == Level::Breaking && self.accepted(finding).is_none())
    }

    fn rust(&self) -> &[Difference] {
        self.rust.as_deref().unwrap_or_default()
    }

    /// What both levels together ask for. An accepted break is a break all the same.
    pub(super) fn verdict(&self) -> Verdict {
        self.api.verdict().max(verdict(self.rust()))
    }

    /// The next version of the crate.
    pub(super) fn next_version(&self) -> Option<String> {
        after(self.verdict(), self.version.as_deref()?)
    }

    /// One sentence: why this verdict.
    pub(super) fn why(&self) -> String {
        let (api, rust) = (self.api.verdict(), verdict(self.rust()));
        let place = match (api >= rust, rust >= api) {
            (true, true) => "in the API and in Rust",
            (true, false) => "in the API",
            _ => "in Rust",
        };
        match api.max(rust) {
            Verdict::Major => format!("a caller who was right before is wrong now, {place}"),
            Verdict::Minor => format!("something is new or to be looked at, {place}"),
            Verdict::Patch => "only descriptions, examples or order changed".to_owned(),
            Verdict::None => "nothing changed".to_owned(),
        }
    }

    /// How many there are of a level of gravity, in the API and in Rust.
    pub(super) fn counts(&self, level: Level) -> (usize, usize) {
        let count = |findings: &[Difference]| findings.iter().filter(|it| it.level == level).count();
        (count(&self.api.findings), count(self.rust()))
    }
}

/// `1 break`, `2 breaks`.
pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// Reviews to test the reports with.
#[cfg(test)]
pub(super) mod testing {
    use super::{Comparison, Difference, Level, Position, Review};

    /// A finding in the request of an operation, at a line of its own.
    pub(in super::super) fn finding(level: Level, field: &str, text: &str) -> Difference {
        let at = || Some(Position { file: format!("spec/{field}.yaml"), line: 1 });
        Difference {
            rule: "request-field-changed",
            level,
            fingerprint: format!("{level:?}-{field}"),
            operation: "customers.create".to_owned(),
            others: Vec::new(),
            path: format!("request.body.{field}"),
            base: at(),
            head: at(),
            text: text.to_owned(),
        }
    }

    /// A review of these findings.
    pub(in super::super) fn review(findings: Vec<Difference>, rust: Option<Vec<Difference>>) -> Review {
        Review {
            base: "main".to_owned(),
            head: "the working tree".to_owned(),
            api: Comparison { findings, prose_changed: false },
            rust,
            version: Some("0.3.1".to_owned()),
            accepted: Vec::new(),
            stale: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Verdict, after};

    #[test]
    fn the_next_version_is_cargos() {
        let after = |verdict, version| after(verdict, version).unwrap_or_default();
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
