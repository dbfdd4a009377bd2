//! `spec/accepted.toml`: the breaks that somebody has taken responsibility for, each with why.

use std::{fs, io, path::Path};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use yuno_codegen::diff::{Difference, Level};

/// Its path below the root of the repository.
pub(super) const FILE: &str = "spec/accepted.toml";

/// What stands at its top.
const HEAD: &str = "\
# Breaking changes that are wanted. `cargo xtask diff --accept <fingerprint> --because \"...\"` writes this file;
# an entry whose change is gone falls away with the next one.
";

/// One accepted break.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Which finding.
    pub(super) fingerprint: String,
    /// Its rule, for the reader.
    pub(super) rule: String,
    /// Its operation, for the reader.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) operation: String,
    /// Its path, for the reader.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) path: String,
    /// Why it may be.
    pub(super) because: String,
    /// The day on which that was said, in UTC.
    pub(super) date: String,
}

#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    #[serde(default)]
    accepted: Vec<Entry>,
}

/// Reads the entries; none where there is no file.
pub(super) fn read(root: &Path) -> Result<Vec<Entry>> {
    let text = match fs::read_to_string(root.join(FILE)) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("{FILE} cannot be read")),
    };
    let ledger: Ledger = toml::from_str(&text).with_context(|| {
        format!("{FILE} is not as `cargo xtask diff --accept` writes it; mend it, or delete the entry")
    })?;
    Ok(ledger.accepted)
}

/// Writes the entries. A file without any keeps its head, which says what it is for.
pub(super) fn write(root: &Path, entries: &[Entry]) -> Result<()> {
    let mut text = HEAD.to_owned();
    if !entries.is_empty() {
        let ledger = Ledger { accepted: entries.to_vec() };
        text.push('\n');
        text.push_str(&toml::to_string(&ledger).with_context(|| format!("{FILE} cannot be written"))?);
    }
    fs::write(root.join(FILE), text).with_context(|| format!("{FILE} cannot be written"))
}

/// The entries for these fingerprints, each of which must be that of a break.
pub(super) fn accept(fingerprints: &[String], because: &str, findings: &[&Difference]) -> Result<Vec<Entry>> {
    let because = because.trim();
    if because.is_empty() {
        bail!("an accepted break needs a reason: say in --because who was asked, or why nobody is hurt");
    }
    let date = jiff::Timestamp::now().strftime("%Y-%m-%d").to_string();
    let mut entries = Vec::new();
    for fingerprint in fingerprints {
        let Some(finding) = findings.iter().find(|finding| finding.fingerprint == *fingerprint) else {
            bail!(
                "there is no finding {fingerprint} in this comparison: `cargo xtask diff` lists them, with the same base"
            );
        };
        if finding.level != Level::Breaking {
            bail!("{fingerprint} ({}) breaks nobody, so there is nothing to accept", finding.rule);
        }
        entries.push(Entry {
            fingerprint: fingerprint.clone(),
            rule: finding.rule.to_owned(),
            operation: finding.operation.clone(),
            path: finding.path.clone(),
            because: because.to_owned(),
            date: date.clone(),
        });
    }
    Ok(entries)
}
