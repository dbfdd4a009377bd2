//! The report for a pull request: the table first, details folded, long lists cut.

use std::fmt::Write as _;

use yuno_codegen::diff::{Difference, Level, Verdict};

use super::review::{Review, file, place, plural};

/// How many findings of one kind are shown. Forges refuse comments of more than 65,536 characters.
const MAX_SHOWN: usize = 40;

/// How long one may be.
const MAX_TEXT: usize = 400;

/// The report as Markdown.
pub(super) fn render(review: &Review) -> String {
    let verdict = review.verdict();
    let mut out = format!("## API review: {}\n\n", heading(review));
    let _ = writeln!(out, "{} against {}.\n", sentence(&review.head), code(&review.base));
    if review.findings().next().is_some() {
        out.push_str("| | breaking | risky | safe |\n|---|--:|--:|--:|\n");
        let [breaking, risky, safe] = [Level::Breaking, Level::Risky, Level::Safe].map(|level| review.counts(level));
        let _ = writeln!(out, "| API | {} | {} | {} |", breaking.0, risky.0, safe.0);
        if review.rust.is_some() {
            let _ = writeln!(out, "| Rust | {} | {} | {} |", breaking.1, risky.1, safe.1);
        }
        let next = review.next_version().map(|next| format!(" The next version is **{next}**.")).unwrap_or_default();
        let _ = writeln!(out, "\nA **{verdict}** change: {}.{next}\n", review.why());
    }
    for (level, word) in [(Level::Breaking, "Breaking"), (Level::Risky, "Risky"), (Level::Safe, "Safe")] {
        section(&mut out, review, &format!("{word}, in the API"), level, &review.api.findings);
        section(&mut out, review, &format!("{word}, in Rust"), level, review.rust.as_deref().unwrap_or_default());
    }
    if review.api.prose_changed {
        let too = if review.findings().next().is_some() { " too" } else { "" };
        let _ = writeln!(out, "Descriptions, examples or order changed{too}; that asks nothing of anybody.\n");
    }
    if !review.stale.is_empty() {
        let prints: Vec<_> = review.stale.iter().map(|entry| code(&entry.fingerprint)).collect();
        let _ = writeln!(
            out,
            "Accepted in `spec/accepted.toml`, but without a change in this comparison: {}. The next `--accept` removes \
             them.\n",
            prints.join(", "),
        );
    }
    let open: Vec<_> = review.open().map(|finding| finding.fingerprint.as_str()).collect();
    if !open.is_empty() {
        let shown: Vec<_> = open.iter().take(MAX_SHOWN).copied().collect();
        let more = if shown.len() < open.len() { ",..." } else { "" };
        let _ = writeln!(
            out,
            "{} not accepted. If that is wanted, run this and commit `spec/accepted.toml`:\n\n```sh\ncargo xtask diff \
             --accept {}{more} --because \"...\"\n```",
            plural(open.len(), "break is", "breaks are"),
            shown.join(","),
        );
    }
    out.trim_end().to_owned() + "\n"
}

fn heading(review: &Review) -> String {
    let open = review.open().count();
    match review.verdict() {
        verdict if review.findings().next().is_none() => format!("{verdict}, no API change"),
        verdict if open > 0 => format!("{verdict}, {} to decide on", plural(open, "break", "breaks")),
        Verdict::Major => "major, every break accepted".to_owned(),
        verdict => verdict.to_string(),
    }
}

fn section(out: &mut String, review: &Review, title: &str, level: Level, findings: &[Difference]) {
    let findings: Vec<_> = findings.iter().filter(|finding| finding.level == level).collect();
    if findings.is_empty() {
        return;
    }
    let open = if level == Level::Breaking { " open" } else { "" };
    let _ = writeln!(out, "<details{open}>\n<summary>{title}: {}</summary>\n", findings.len());
    for it in findings.iter().take(MAX_SHOWN) {
        finding(out, review, it);
    }
    if let Some(more) = findings.len().checked_sub(MAX_SHOWN).filter(|more| *more > 0) {
        let _ = writeln!(out, "- and {more} more, which `cargo xtask diff` lists");
    }
    out.push_str("\n</details>\n\n");
}

fn finding(out: &mut String, review: &Review, finding: &Difference) {
    let mut text = finding.text.clone();
    if let Some((at, _)) = text.char_indices().nth(MAX_TEXT) {
        text.truncate(at);
        text.push_str("...");
    }
    // What is said of Rust begins with its path.
    let at = if finding.operation.is_empty() { String::new() } else { format!("{}: ", code(&place(finding))) };
    let _ = write!(out, "- {at}{}", one_line(&text));
    if let Some(file) = file(finding) {
        let _ = write!(out, " ({file})");
    }
    let accepted = review.accepted(finding);
    if let Some(entry) = accepted {
        let _ = write!(out, "<br>**Accepted** on {}: {}", entry.date, one_line(&entry.because));
    } else if finding.level == Level::Breaking {
        let _ = write!(out, "<br>{}: {}", finding.rule, code(&finding.fingerprint));
    }
    out.push('\n');
}

/// Text as code, whatever ticks are in it.
fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// What comes from a document must not begin a list, a tag or a mention of its own.
fn one_line(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    for (at, part) in text.split('`').enumerate() {
        if at > 0 {
            out.push('`');
        }
        // Within ticks everything stands for itself.
        if at % 2 == 0 {
            out.push_str(&part.replace('<', "&lt;").replace('@', "@\u{200b}"));
        } else {
            out.push_str(part);
        }
    }
    out
}

fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    match (text == "the working tree", characters.next()) {
        (true, Some(first)) => first.to_uppercase().collect::<String>() + characters.as_str(),
        _ => code(text),
    }
}

#[cfg(test)]
mod tests {
    use super::super::review::testing::{finding, review};
    use super::{MAX_SHOWN, render};
    use yuno_codegen::diff::Level;

    /// GitHub refuses comments of more than 65,536 characters.
    #[test]
    fn however_much_changes_it_fits_a_pull_request() {
        let long = "a very long sentence ".repeat(100);
        let findings = |level| (0..500).map(move |number| (level, number));
        let all = [Level::Breaking, Level::Risky, Level::Safe].into_iter().flat_map(findings);
        let api = all.map(|(level, number)| finding(level, &format!("field_{number}"), &long)).collect();
        let text = render(&review(api, None));
        assert!(text.chars().count() < 65_536, "{}", text.len());
        assert_eq!(text.matches(&format!("- and {} more", 500 - MAX_SHOWN)).count(), 3);
        assert_eq!(text.matches("<details").count(), text.matches("</details>").count());
    }

    #[test]
    fn what_a_document_says_stays_text() {
        let text = "It is <b>new</b>; ask @someone, or look at `<details>`.\n\n- No list.";
        let text = render(&review(vec![finding(Level::Safe, "field", text)], None));
        assert!(
            text.contains("It is &lt;b>new&lt;/b>; ask @\u{200b}someone, or look at `<details>`. - No list."),
            "{text}"
        );
    }
}
