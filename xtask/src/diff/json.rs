//! The report for machines.

use anyhow::Result;
use serde::Serialize;
use yuno_codegen::diff::Difference;

use super::review::{Review, Verdict};

#[derive(Serialize)]
struct Report<'a> {
    verdict: Verdict,
    findings: Vec<&'a Difference>,
}

/// The report as JSON, indented.
pub(super) fn render(review: &Review) -> Result<String> {
    let report = Report { verdict: review.verdict(), findings: review.findings().collect() };
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}
