//! Descriptions as rustdoc reads them: what it would take for a test, a link or a tag stays text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Longest chain of repairs of one text: what stood in a tag is text once the tag is, and may want a repair of its own.
const ROUNDS: usize = 4;

/// The same text, of which rustdoc makes neither a test nor a warning.
///
/// - Code without a language, or in Rust, is marked as text: it would be compiled and run as an example.
/// - `[x]` and `<x>` are escaped: they would be taken for a link to an item and for a tag of HTML.
/// - A bare address gets the angles that make it a link.
/// - What a compiler refuses in a comment goes: carriage returns, and marks that turn the direction of writing.
pub(super) fn sound(text: &str) -> String {
    let mut text = plain_lines(text.trim());
    for _ in 0..ROUNDS {
        let repairs = repairs(&text);
        if repairs.is_empty() {
            break;
        }
        let mut untouched = text.len();
        for (range, with) in repairs.into_iter().rev() {
            // Of two that overlap, the second waits for the next round.
            if range.end <= untouched && text.get(range.clone()).is_some() {
                untouched = range.start;
                text.replace_range(range, &with);
            }
        }
    }
    text
}

/// The text of letters, blanks and line feeds only.
fn plain_lines(text: &str) -> String {
    let turns = |one: &char| matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.chars().filter(|one| *one == '\n' || !(one.is_control() || turns(one))).collect()
}

/// What to put where, in the order of the text.
fn repairs(text: &str) -> Vec<(Range<usize>, String)> {
    let mut repairs = Vec::new();
    let mut plain: Vec<Range<usize>> = Vec::new();
    let (mut in_code, mut in_link) = (false, false);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                in_code = true;
                repairs.extend(code(text, &kind, range));
            }
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => in_link = true,
            Event::End(TagEnd::Link | TagEnd::Image) => in_link = false,
            Event::Html(_) | Event::InlineHtml(_) => {
                let tags = text.get(range.clone()).unwrap_or_default().match_indices('<');
                repairs.extend(tags.map(|(at, _)| escape(range.start + at)));
            }
            Event::Text(_) if !in_code && !in_link => match plain.last_mut() {
                // The parser splits a text wherever a mark could begin.
                Some(last) if last.end == range.start => last.end = range.end,
                _ => plain.push(range),
            },
            _ => {}
        }
    }
    for range in plain {
        self::plain(text, &range, &mut repairs);
    }
    repairs.sort_by_key(|(range, _)| range.start);
    repairs
}

fn escape(at: usize) -> (Range<usize>, String) {
    (at..at, "\\".to_owned())
}

/// Brackets and addresses in a text without marks.
fn plain(text: &str, range: &Range<usize>, repairs: &mut Vec<(Range<usize>, String)>) {
    let part = text.get(range.clone()).unwrap_or_default();
    let mut rest = 0;
    for (at, _) in part.match_indices("http") {
        let tail = part.get(at..).unwrap_or_default();
        let follows_a_word = part.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
        if at < rest || follows_a_word || !(tail.starts_with("http://") || tail.starts_with("https://")) {
            continue;
        }
        let end = tail.find(|one: char| one.is_whitespace() || "<>[]()\"'`|".contains(one)).unwrap_or(tail.len());
        let address = tail.get(..end).unwrap_or_default().trim_end_matches(['.', ',', ';', ':', '!', '?']);
        rest = at + address.len();
        let start = range.start + at;
        repairs.push((start..start + address.len(), format!("<{address}>")));
    }
    for (at, _) in part.match_indices('[') {
        // Of an escape, the parser gives only what is escaped.
        let before = text.get(..range.start + at).unwrap_or_default();
        let escaped = (before.len() - before.trim_end_matches('\\').len()) % 2 == 1;
        if !escaped {
            repairs.push(escape(range.start + at));
        }
    }
}

/// The block marked as text, unless it is of another language.
fn code(text: &str, kind: &CodeBlockKind<'_>, range: Range<usize>) -> Option<(Range<usize>, String)> {
    let block = text.get(range.clone()).unwrap_or_default();
    match kind {
        CodeBlockKind::Fenced(info) if is_of_another_language(info) => None,
        CodeBlockKind::Fenced(_) => {
            let first = block.lines().next().unwrap_or_default();
            let mark = first.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
            let fence = first.len() - first.trim_start_matches(mark).len();
            Some((range.start + fence..range.start + first.len(), "text".to_owned()))
        }
        CodeBlockKind::Indented => {
            // From the begin of its first line, with the indentation of the list that it may stand in.
            let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
            let whole = text.get(start..range.end).unwrap_or_default();
            let indent = whole.len() - whole.trim_start_matches(' ').len();
            let outer = " ".repeat(indent.saturating_sub(4));
            let lines = whole.trim_end().lines().map(|line| {
                let cut = line.len().min(indent).min(line.len() - line.trim_start_matches(' ').len());
                format!("{outer}{}\n", line.get(cut..).unwrap_or_default())
            });
            let body: String = lines.collect();
            Some((start..start + whole.trim_end().len(), format!("{outer}```text\n{body}{outer}```")))
        }
    }
}

/// Whether rustdoc takes the block for something else than Rust, beyond doubt.
fn is_of_another_language(info: &str) -> bool {
    const OF_RUSTDOC: [&str; 6] = ["rust", "ignore", "should_panic", "no_run", "compile_fail", "test_harness"];
    let is_word = info.starts_with(|first: char| first.is_ascii_lowercase())
        && info.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit());
    is_word && !OF_RUSTDOC.contains(&info) && !info.starts_with("edition")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn becomes(text: &str, expected: &str) {
        assert_eq!(sound(text), expected, "{text}");
        assert_eq!(sound(expected), expected, "a second time");
    }

    #[test]
    fn code_is_never_a_test() {
        becomes("a\n\n```\nlet a;\n```", "a\n\n```text\nlet a;\n```");
        for info in ["rust", "rust,no_run", "ignore", "{.rust}", "edition2021", "should_panic", "E0308"] {
            becomes(&format!("```{info}\nlet a;\n```"), "```text\nlet a;\n```");
        }
        becomes("~~~\na\n~~~", "~~~text\na\n~~~");
        becomes("````\n```\na\n````", "````text\n```\na\n````");
        becomes("a\n\n    b = 1\n\n      c = 2\n\nd", "a\n\n```text\nb = 1\n\n  c = 2\n```\n\nd");
        becomes("- a\n\n      b = 1\n- c", "- a\n\n  ```text\n  b = 1\n  ```\n- c");
        becomes("```json\n{\"a\": [1]}\n```", "```json\n{\"a\": [1]}\n```");
    }

    #[test]
    fn what_looks_like_a_link_or_a_tag_is_text() {
        becomes("Has [brackets] and a[0].", "Has \\[brackets] and a\\[0].");
        becomes("Has \\[brackets].", "Has \\[brackets].");
        becomes("A Vec<String> or <angles>, 1 < 2.", "A Vec\\<String> or \\<angles>, 1 < 2.");
        becomes("<div>\n[a]\n</div>", "\\<div>\n\\[a]\n\\</div>");
        becomes("Code `a[0]` and `Vec<T>` stays.", "Code `a[0]` and `Vec<T>` stays.");
        becomes("A [link](https://a.example/b_c).", "A [link](https://a.example/b_c).");
    }

    /// What rustdoc would make a test or a warning of is nowhere in a text, whatever that was.
    #[test]
    fn any_text_becomes_sound() {
        const PARTS: [&str; 28] = [
            "a",
            "é",
            " ",
            "    ",
            "\n",
            "\n\n",
            "- ",
            "1. ",
            "> ",
            "`",
            "``",
            "```",
            "~~~",
            "rust",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "</b>",
            "<!--",
            "\\",
            "|",
            "# ",
            "https://a.example/b_c",
            "*",
            "_",
        ];
        let mut seed: usize = 7;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(PARTS[(seed >> 33) % PARTS.len()]);
            }
            let sound = sound(&text);
            for event in Parser::new_ext(&sound, Options::ENABLE_TABLES) {
                let is_unsound = match &event {
                    Event::Html(_) | Event::InlineHtml(_) => true,
                    Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
                    Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => !is_of_another_language(info),
                    _ => false,
                };
                assert!(!is_unsound, "{event:?} in {sound:?} of {text:?}");
            }
        }
    }

    #[test]
    fn what_is_no_letter_goes() {
        becomes("a\r\nb\rc\u{1b}[2J\u{202e}d\u{0}", "a\nb\nc\\[2Jd");
        becomes("a\n\n\tb = 1", "a\n\n```text\nb = 1\n```");
    }

    #[test]
    fn addresses_are_links() {
        becomes("See https://a.example/b_c/d?e=f.", "See <https://a.example/b_c/d?e=f>.");
        becomes("(http://a.example)", "(<http://a.example>)");
        becomes("<https://a.example>", "<https://a.example>");
        becomes("https only", "https only");
    }
}
