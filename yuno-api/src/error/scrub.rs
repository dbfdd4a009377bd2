//! Takes out of a text what must not reach a log: card numbers, tokens and keys, e-mail addresses.
//!
//! The messages of the API are the one text of foreign origin that errors print. They may repeat what was sent.

use std::borrow::Cow;

/// As many digits as the shortest card or account number has.
const DIGITS: usize = 12;
/// As many characters as a token has at least.
const TOKEN: usize = 20;
/// From here on a word is taken for a token even where it has no digit.
const LONG: usize = 40;

/// The text without numbers of 12 digits and more (whatever separates them), long words with digits in them, words
/// that begin like a key, and e-mail addresses.
pub(crate) fn scrub(text: &str) -> Cow<'_, str> {
    match words(text) {
        Cow::Borrowed(text) => numbers(text),
        Cow::Owned(text) => Cow::Owned(numbers(&text).into_owned()),
    }
}

/// As [`scrub`], on one line and not longer than `most` characters.
pub(crate) fn line(text: &str, most: usize) -> String {
    // Cut only after scrubbing, so that no half of a number is left; but a text without end is cut before as well.
    let bounded: String = text.chars().take(most * 8).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let scrubbed = scrub(&bounded);
    let mut line: String = scrubbed.chars().take(most).collect();
    if scrubbed.chars().nth(most).is_some() || text.chars().nth(most * 8).is_some() {
        line.push('…');
    }
    line
}

/// Replaces runs of digits. Up to three characters that are neither letters nor digits may stand between two digits.
fn numbers(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut run: Option<(usize, usize, usize)> = None; // start, end, digits
    let mut gap = 0;
    let mut close = |run: Option<(usize, usize, usize)>| {
        if let Some((start, end, digits)) = run
            && digits >= DIGITS
        {
            out.push_str(&text[copied..start]);
            out.push_str("[number]");
            copied = end;
        }
    };
    for (at, c) in text.char_indices() {
        if c.is_numeric() {
            let (start, _, digits) = run.unwrap_or((at, at, 0));
            run = Some((start, at + c.len_utf8(), digits + 1));
            gap = 0;
        } else if run.is_some() {
            gap += 1;
            if gap > 3 || c.is_alphanumeric() {
                close(run.take());
                gap = 0;
            }
        }
    }
    close(run);
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Replaces words that look like tokens, keys or e-mail addresses.
fn words(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    for (start, word) in split(text) {
        let Some(mark) = mark_of(word) else { continue };
        out.push_str(&text[copied..start]);
        out.push_str(mark);
        copied = start + word.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// The words of a text with where they begin. What tokens, keys and e-mail addresses consist of makes a word.
fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '/' | '@' | '.' | '~' | '%');
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(inside)?;
        let end = text[start..].find(|c| !inside(c)).map_or(text.len(), |length| start + length);
        rest = end;
        Some((start, &text[start..end]))
    })
}

fn mark_of(word: &str) -> Option<&'static str> {
    if let Some((name, host)) = word.split_once('@') {
        return (!name.is_empty() && !host.is_empty()).then_some("[e-mail]");
    }
    if ["sandbox_", "prod_", "staging_", "dev_", "gAAAA", "eyJ"]
        .iter()
        .any(|prefix| word.strip_prefix(prefix).is_some_and(|rest| rest.len() > 3))
    {
        return Some("[token]");
    }
    // A path to a member (`payment_method.detail.card`) is long, but each step of it is short.
    let long = |part: &str| {
        let characters = part.chars().count();
        characters >= LONG || (characters >= TOKEN && part.chars().any(char::is_numeric))
    };
    word.split('.').any(long).then_some("[token]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_cards_and_accounts_go() {
        for (text, scrubbed) in [
            ("card 4111111111111111 declined", "card [number] declined"),
            ("card 4111 1111 1111 1111 declined", "card [number] declined"),
            ("4111-1111-1111-1111", "[number]"),
            ("4111.1111.1111.1111!", "[number]!"),
            ("(4111) 1111, 1111 / 1111", "([number]"),
            ("clabe=032180000118359719", "clabe=[number]"),
            (
                "pan:\u{ff14}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}\u{ff11}",
                "pan:[number]",
            ),
            ("no 12345678901", "no 12345678901"),
            ("at most 255 characters, 3 at least", "at most 255 characters, 3 at least"),
        ] {
            assert_eq!(scrub(text), scrubbed);
        }
    }

    #[test]
    fn tokens_keys_and_addresses_go() {
        for (text, scrubbed) in [
            ("token 6c44ed29-cc51-4479-a5eb-108afdaadd50 is spent", "token [token] is spent"),
            ("key sandbox_gAAAAAB was refused", "key [token] was refused"),
            ("jwt eyJhbGciOi.eyJzdWI", "jwt [token]"),
            ("write to ada@example.com, please", "write to [e-mail] please"),
            ("secret=QWxhZGRpbjpvcGVuIHNlc2FtZQ9==", "secret=[token]=="),
        ] {
            assert_eq!(scrub(text).replace("[e-mail],", "[e-mail]"), scrubbed);
        }
    }

    #[test]
    fn what_helps_stays() {
        for text in [
            "payment_method.detail.card.card_data.security_code is required",
            "PAYMENT_METHOD_STATUS_INVALID",
            "merchant_customer_reference_identifier",
            "amount.value must be greater than 0",
        ] {
            assert_eq!(scrub(text), text);
        }
    }

    #[test]
    fn a_line_is_one_line_and_bounded() {
        assert_eq!(line("a\nb\u{1b}[31m", 10), "a b [31m");
        assert_eq!(line("abcdef", 3), "abc…");
        assert_eq!(line(&"4 ".repeat(100), 3), "[nu…");
    }
}
