//! The report for machines.

use anyhow::Result;
use serde::Serialize;
use yuno_codegen::diff::{Difference, Level, Position, Verdict};

use super::review::Review;

#[derive(Serialize)]
struct Report<'a> {
    verdict: Verdict,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    level: Level,
    fingerprint: &'a str,
    operation: &'a str,
    path: &'a str,
    base: &'a Option<Position>,
    head: &'a Option<Position>,
    text: &'a str,
}

impl<'a> From<&'a Difference> for Finding<'a> {
    fn from(finding: &'a Difference) -> Self {
        let Difference { rule, level, fingerprint, operation, path, base, head, text, .. } = finding;
        Self { rule, level: *level, fingerprint, operation, path, base, head, text }
    }
}

/// The report as JSON, indented. Programs read this form, so it has these members and no others.
pub(super) fn render(review: &Review) -> Result<String> {
    let report = Report { verdict: review.verdict(), findings: review.findings().map(Finding::from).collect() };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}
