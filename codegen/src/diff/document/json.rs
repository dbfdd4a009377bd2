//! What JSON may write and YAML may not: the two halves of a character beyond the first plane.

use std::borrow::Cow;

/// The text with such halves as YAML writes the whole. Lines stay what they are.
pub(super) fn as_yaml(text: &str) -> Cow<'_, str> {
    let is_json = text.trim_start_matches('\u{feff}').trim_start().starts_with('{');
    if !is_json || !(text.contains("\\ud") || text.contains("\\uD")) {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        written.push_str(before);
        rest = match escape(after) {
            Some((character, after)) => {
                written.push_str(&format!("\\U{:08X}", u32::from(character)));
                after
            }
            None => {
                // Any other escape, whose next character may be a backslash itself.
                let end = after.chars().next().map_or(0, char::len_utf8);
                written.push('\\');
                written.push_str(after.get(..end).unwrap_or_default());
                after.get(end..).unwrap_or_default()
            }
        };
    }
    written.push_str(rest);
    Cow::Owned(written)
}

/// The character that two halves make, or the sign for none where there is only one; and what follows.
fn escape(after: &str) -> Option<(char, &str)> {
    let unit = |text: &str| {
        let digits = text.strip_prefix('u')?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    let first = unit(after).filter(|unit| (0xd800..0xe000).contains(unit))?;
    let rest = after.get(5..).unwrap_or_default();
    let second = rest.strip_prefix('\\').and_then(unit);
    let whole = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    match whole {
        Some(whole) => Some((whole, rest.get(6..).unwrap_or_default())),
        None => Some((char::REPLACEMENT_CHARACTER, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::as_yaml;

    #[test]
    fn halves_become_whole_and_all_else_stays() {
        assert_eq!(as_yaml(r#"{"a": "\ud83d\ude00!"}"#), r#"{"a": "\U0001F600!"}"#);
        assert_eq!(as_yaml(r#"{"a": "\ud83d?\uDE00"}"#), r#"{"a": "\U0000FFFD?\U0000FFFD"}"#);
        for same in [r#"{"a": "\\ud83d"}"#, r#"{"a": "\u00e4\n\"\\"}"#, "a: '\\ud83d'", r#"{"a": "\\"#, "{\"\\ud"] {
            assert_eq!(as_yaml(same), same);
        }
    }
}
