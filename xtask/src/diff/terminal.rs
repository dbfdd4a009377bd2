//! The report for a person at a terminal.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use yuno_codegen::diff::{Difference, Level, Verdict};

use super::review::{Review, file, place, plural};

/// How wide its lines are.
const WIDTH: usize = 100;

/// The report as text, with the escapes that terminals understand where colour is wanted.
pub(super) fn render(review: &Review, colour: bool) -> String {
    let paint = Paint { colour };
    let mut out = format!("{} against {}\n\n", review.head, review.base);
    for level in [Level::Breaking, Level::Risky, Level::Safe] {
        for it in review.findings().filter(|it| it.level == level) {
            finding(&mut out, review, it, &paint);
        }
    }
    if review.api.prose_changed && review.findings().next().is_some() {
        out.push_str("Descriptions, examples or order changed too; that asks nothing of anybody.\n\n");
    }
    for entry in &review.stale {
        let _ = writeln!(
            out,
            "{} {} ({}) is accepted, but its change is gone; the next --accept removes the entry.",
            paint.as_(Style::new().dimmed(), "stale"),
            entry.fingerprint,
            entry.rule,
        );
    }
    if !review.stale.is_empty() {
        out.push('\n');
    }
    verdict(&mut out, review, &paint);
    out
}

fn finding(out: &mut String, review: &Review, finding: &Difference, paint: &Paint) {
    let (style, word) = match finding.level {
        Level::Breaking => (AnsiColor::Red.on_default().bold(), "breaking"),
        Level::Risky => (AnsiColor::Yellow.on_default().bold(), "risky"),
        Level::Safe => (AnsiColor::Green.on_default(), "safe"),
    };
    let accepted = review.accepted(finding);
    let word = if accepted.is_some() { "accepted" } else { word };
    let style = if accepted.is_some() { Style::new().dimmed() } else { style };
    let _ = writeln!(out, "{}[{}] {}", paint.as_(style, word), finding.rule, place(finding));
    wrap(out, &finding.text);
    let dimmed = |text: &str| paint.as_(Style::new().dimmed(), text);
    if let Some(file) = file(finding) {
        let _ = writeln!(out, "  {}", dimmed(&format!("at {file}")));
    }
    if let Some(entry) = accepted {
        wrap(out, &format!("Accepted on {}: {}", entry.date, entry.because));
    } else if finding.level == Level::Breaking {
        let _ = writeln!(out, "  {}", dimmed(&format!("fingerprint {}", finding.fingerprint)));
    }
    out.push('\n');
}

fn verdict(out: &mut String, review: &Review, paint: &Paint) {
    let verdict = review.verdict();
    let style = match verdict {
        Verdict::Major => AnsiColor::Red.on_default().bold(),
        Verdict::Minor => AnsiColor::Yellow.on_default().bold(),
        Verdict::Patch | Verdict::None => AnsiColor::Green.on_default().bold(),
    };
    let name = paint.as_(style, &verdict.to_string());
    let next = review.next_version().map(|next| format!(" The next version is {next}.")).unwrap_or_default();
    if review.findings().next().is_none() {
        let rust = if review.rust.is_some() { ", and none in Rust" } else { "" };
        let prose = if verdict == Verdict::Patch { format!("; {}.{next}", review.why()) } else { ".".to_owned() };
        let _ = writeln!(out, "{name}: no API change{rust}{prose}");
        return;
    }
    let counts =
        [(Level::Breaking, "breaking"), (Level::Risky, "risky"), (Level::Safe, "safe")].map(|(level, word)| {
            let (api, rust) = review.counts(level);
            format!("{} {word}", api + rust)
        });
    let _ = writeln!(out, "{name}: {}, since {}.{next}", counts.join(", "), review.why());
    let open: Vec<_> = review.open().map(|finding| finding.fingerprint.as_str()).collect();
    if !open.is_empty() {
        let _ = writeln!(
            out,
            "{} not accepted. If all of it is wanted:\n  cargo xtask diff --accept {} --because \"...\"",
            plural(open.len(), "break is", "breaks are"),
            open.join(","),
        );
    }
}

/// Breaks a sentence into indented lines.
fn wrap(out: &mut String, text: &str) {
    let mut line = String::from(" ");
    for word in text.split_whitespace() {
        if line.len() > 1 && line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(out, "{line}");
            line = String::from(" ");
        }
        line.push(' ');
        line.push_str(word);
    }
    let _ = writeln!(out, "{line}");
}

struct Paint {
    colour: bool,
}

impl Paint {
    fn as_(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::review::testing::{finding, review};
    use super::render;
    use yuno_codegen::diff::Level;

    #[test]
    fn colour_adds_escapes_and_nothing_else() {
        let all = [Level::Breaking, Level::Risky, Level::Safe].map(|level| finding(level, "field", "It changed."));
        let review = review(all.into(), Some(Vec::new()));
        let (plain, coloured) = (render(&review, false), render(&review, true));
        assert!(!plain.contains('\u{1b}'));
        for colour in ["\u{1b}[31m", "\u{1b}[33m", "\u{1b}[32m"] {
            assert!(coloured.contains(colour), "{coloured:?}");
        }
        let mut rest = String::new();
        for part in coloured.split('\u{1b}') {
            // After the first, each begins with `[..m`.
            rest.push_str(if rest.is_empty() { part } else { part.split_once('m').map_or("", |(_, text)| text) });
        }
        assert_eq!(rest, plain);
    }
}
