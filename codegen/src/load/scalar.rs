//! What a plain YAML scalar means: JSON's reading of it, and whether YAML's other readers would see something else.

use crate::tree::Value;

/// Reads a scalar that is written without quotes. The flag says that readers of YAML do not agree on it.
pub(super) fn plain(text: &str) -> (Value, bool) {
    match text {
        "" | "~" | "null" => (Value::Null, false),
        "true" => (Value::Bool(true), false),
        "false" => (Value::Bool(false), false),
        // Most texts are words, of which the first letter tells that there is nothing to look into.
        _ if !text.starts_with(|first: char| first.is_ascii_digit() || "+-.=yntfoYNTFO".contains(first)) => {
            (Value::Text(text.to_owned()), false)
        }
        _ if is_json_number(text) => (Value::Number(text.to_owned()), false),
        _ => (Value::Text(text.to_owned()), is_ambiguous(text)),
    }
}

/// Whether every reader of YAML takes the text for text when it stands without quotes.
pub(crate) fn is_plain_text(text: &str) -> bool {
    matches!(plain(text), (Value::Text(_), false))
}

/// Whether the text is a number as JSON writes it.
fn is_json_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (unsigned.get(..at).unwrap_or_default(), unsigned.get(at + 1..)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

/// Whether YAML 1.1 or another reading of 1.2 takes the text for something other than text.
fn is_ambiguous(text: &str) -> bool {
    const WORDS: [&str; 10] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "="];
    if text.len() <= 5 && WORDS.iter().any(|word| word.eq_ignore_ascii_case(text)) {
        return true;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned.to_ascii_lowercase().as_str(), ".inf" | ".nan") {
        return true;
    }
    looks_numeric(unsigned) || looks_like_a_date(text)
}

/// `05`, `+1`, `.5`, `1.`, `0x1F`, `0o17`, `1_000`, `12:30`.
fn looks_numeric(unsigned: &str) -> bool {
    if let Some(rest) = unsigned.strip_prefix("0x").or_else(|| unsigned.strip_prefix("0o")) {
        return !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'_');
    }
    let has_digit = unsigned.bytes().any(|byte| byte.is_ascii_digit());
    let starts = unsigned.starts_with(|first: char| first.is_ascii_digit() || first == '.');
    let mantissa = unsigned.trim_end_matches(|last: char| last.is_ascii_digit() || last == '+' || last == '-');
    let mantissa = mantissa.strip_suffix(['e', 'E']).unwrap_or(unsigned);
    has_digit
        && starts
        && mantissa.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'_' | b':'))
        && mantissa.matches('.').count() <= 1
}

/// `2026-01-31`, with or without a time after it.
fn looks_like_a_date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let is = |part: Option<&str>, lengths: [usize; 2]| {
        part.is_some_and(|part| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let year = is(parts.next(), [4, 4]);
    let month = is(parts.next(), [1, 2]);
    let day = parts.next().and_then(|rest| rest.split(['T', 't', ' ']).next());
    year && month && is(day, [1, 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_json() {
        for text in ["0", "-0", "12", "-3.50", "150.00", "1e6", "1.5E-3"] {
            assert!(is_json_number(text), "{text}");
        }
        for text in ["", "-", "05", "+1", ".5", "1.", "0x1F", "1_000", "1e", "12:30", "1.2.3", "e5"] {
            assert!(!is_json_number(text), "{text}");
        }
    }

    #[test]
    fn what_readers_disagree_on_is_ambiguous() {
        for text in [
            "NO",
            "yes",
            "On",
            "off",
            "y",
            "N",
            "True",
            "NULL",
            "05",
            "+1",
            ".5",
            "1.",
            "0x1F",
            "0o17",
            "1_000",
            "12:30",
            "-.inf",
            ".NaN",
            "2026-01-31",
            "2026-01-31T10:00:00Z",
            "2026-1-3",
            "010.5",
            "1.e5",
        ] {
            assert!(is_ambiguous(text), "{text}");
        }
        for text in ["Norway", "V1_0", "1.2.3", "2026-Q1", "a1", "10 items", "0-9", "+", "-", ".", "x", "e5", "US"] {
            assert!(!is_ambiguous(text), "{text}");
        }
    }
}
