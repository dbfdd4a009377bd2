//! The entry of the changelog: a bullet for each field, value and operation.

use std::{fmt::Write as _, fs, path::Path};

use anyhow::{Context, Result, bail};
use yuno_codegen::diff::{Difference, Level};

use super::review::{Review, place};

/// Where it goes.
pub(super) const FILE: &str = "CHANGELOG.md";

/// The heading that it goes under.
const UNRELEASED: &str = "## [Unreleased]";

/// The headings in their order: breaks first, the others as Keep a Changelog has them.
const HEADINGS: [&str; 5] = ["Breaking", "Added", "Changed", "Deprecated", "Removed"];

/// Headings with their bullets, in the order of [`HEADINGS`].
type Entry = Vec<(&'static str, Vec<String>)>;

/// The entry for what changed; empty where nothing did.
fn entry(review: &Review) -> Entry {
    let rust = review.rust.iter().flatten().filter(|finding| !is_told(finding, &review.api.findings));
    let findings: Vec<_> = review.api.findings.iter().chain(rust).collect();
    let bullets = |heading: &str| -> Vec<String> {
        let mut bullets: Vec<String> = Vec::new();
        for finding in findings.iter().filter(|finding| heading_of(finding) == heading) {
            let bullet = bullet(finding);
            if !bullets.contains(&bullet) {
                bullets.push(bullet);
            }
        }
        bullets
    };
    HEADINGS.iter().map(|heading| (*heading, bullets(heading))).filter(|(_, bullets)| !bullets.is_empty()).collect()
}

fn heading_of(finding: &Difference) -> &'static str {
    match (finding.level, &finding.base, &finding.head) {
        (Level::Breaking, ..) => "Breaking",
        _ if finding.rule.contains("deprecated") => "Deprecated",
        (_, None, Some(_)) => "Added",
        (_, Some(_), None) => "Removed",
        _ => "Changed",
    }
}

/// Whether the API's own findings say it already: `generated/payments/card.rs` mirrors `payments/card.yaml`.
fn is_told(finding: &Difference, api: &[Difference]) -> bool {
    let mirrored = |file: &str| {
        let (_, path) = file.split_once("src/generated/")?;
        Some(path.strip_suffix(".rs")?.to_owned() + ".yaml")
    };
    let file = finding.head.as_ref().or(finding.base.as_ref()).and_then(|place| mirrored(&place.file));
    file.is_some_and(|file| {
        let mut places = api.iter().flat_map(|it| [&it.base, &it.head]).flatten();
        places.any(|place| place.file == file || place.file.ends_with(&format!("/{file}")))
    })
}

/// What is said of Rust begins with its path.
fn bullet(finding: &Difference) -> String {
    let at = if finding.operation.is_empty() { String::new() } else { format!("`{}`: ", place(finding)) };
    format!("- {at}{}", finding.text)
}

/// The entry as Markdown.
pub(super) fn render(review: &Review) -> String {
    let mut out = String::new();
    for (heading, bullets) in entry(review) {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}### {heading}\n");
        for bullet in bullets {
            out.push_str(&wrapped(&bullet));
        }
    }
    out
}

/// Adds the entry to the changelog; says how many bullets are new.
pub(super) fn write(root: &Path, review: &Review) -> Result<usize> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path).with_context(|| format!("{FILE} cannot be read"))?;
    let (text, added) = inserted(&text, &entry(review))?;
    if added > 0 {
        fs::write(&path, text).with_context(|| format!("{FILE} cannot be written"))?;
    }
    Ok(added)
}

/// The changelog with the bullets that it does not have yet, each under its heading.
fn inserted(text: &str, entry: &Entry) -> Result<(String, usize)> {
    let Some(start) = text.find(UNRELEASED).map(|at| at + UNRELEASED.len()) else {
        bail!("{FILE} has no heading `{UNRELEASED}`: add it above the newest version");
    };
    let (before, rest) = text.split_at(start);
    let end = rest.find("\n## ").map_or(rest.len(), |at| at + 1);
    let (unreleased, after) = rest.split_at(end);
    let (before_any, mut sections) = sections(unreleased);
    let known = words(unreleased);
    let mut added = 0;
    for (heading, bullets) in entry {
        let new: Vec<_> = bullets.iter().filter(|bullet| !known.contains(&words(bullet))).collect();
        if new.is_empty() {
            continue;
        }
        added += new.len();
        let lines: String = new.into_iter().map(|bullet| wrapped(bullet)).collect();
        match sections.iter_mut().find(|(there, _)| there == heading) {
            Some((_, body)) => *body = format!("{body}\n{}", lines.trim_end()),
            None => {
                // Before the first one that comes later; what we do not know stays at the end.
                let rank = |it: &str| HEADINGS.iter().position(|heading| *heading == it).unwrap_or(HEADINGS.len());
                let at = sections.iter().position(|(there, _)| rank(there) > rank(heading));
                let at = at.unwrap_or(sections.len());
                sections.insert(at, ((*heading).to_owned(), lines.trim_end().to_owned()));
            }
        }
    }
    if added == 0 {
        return Ok((text.to_owned(), 0));
    }
    let mut out = format!("{before}\n\n");
    if !before_any.is_empty() {
        let _ = write!(out, "{before_any}\n\n");
    }
    for (heading, body) in &sections {
        let _ = write!(out, "### {heading}\n\n{body}\n\n");
    }
    if after.is_empty() {
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out.push_str(after);
    Ok((out, added))
}

/// What stands before any heading, and each `### heading` with what follows it.
fn sections(text: &str) -> (String, Vec<(String, String)>) {
    let mut parts = text.split("\n### ");
    let first = parts.next().unwrap_or_default().trim().to_owned();
    let section = |part: &str| {
        let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
        (heading.trim().to_owned(), body.trim().to_owned())
    };
    (first, parts.map(section).collect())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A bullet in lines of at most 120 columns.
fn wrapped(bullet: &str) -> String {
    let mut out = String::new();
    let mut width = 0;
    for word in bullet.split_whitespace() {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > 120 {
            out.push_str("\n  ");
            width = 2;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
    }
    out + "\n"
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::inserted;

    const TEXT: &str =
        "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n\n### Fixed\n\n- Two.\n\n## [0.1.0]\n\n- Old.\n";

    #[test]
    fn bullets_go_under_their_headings_once() {
        let entry = vec![
            ("Breaking", vec!["- A break.".to_owned()]),
            ("Added", vec!["- One.".to_owned(), "- Three.".to_owned()]),
            ("Removed", vec!["- Four.".to_owned()]),
        ];
        let (text, added) = inserted(TEXT, &entry).unwrap();
        assert_eq!(added, 3);
        assert_eq!(
            text,
            "# Changelog\n\n## [Unreleased]\n\n### Breaking\n\n- A break.\n\n### Added\n\n- One.\n- Three.\n\n### \
             Removed\n\n- Four.\n\n### Fixed\n\n- Two.\n\n## [0.1.0]\n\n- Old.\n"
        );
        assert_eq!(inserted(&text, &entry).unwrap(), (text.clone(), 0));
    }

    #[test]
    fn an_empty_changelog_gets_its_first_heading() {
        let entry = vec![("Added", vec!["- One.".to_owned()])];
        let (text, _) = inserted("# Changelog\n\n## [Unreleased]\n", &entry).unwrap();
        assert_eq!(text, "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- One.\n");
        assert!(inserted("# Changelog\n", &entry).is_err());
    }
}
