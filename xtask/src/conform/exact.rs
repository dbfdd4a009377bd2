//! Whether two JSON texts say the same: numbers by value and without rounding, times by instant, null as absence.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::value::RawValue;

use super::mask;

/// How deep two values are compared member by member. Below, only their text counts.
const DEEPEST: usize = 128;
/// How many differences are named.
const NAMED: usize = 5;

/// What differs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Differences {
    /// Where: the first few.
    pub(super) paths: Vec<String>,
    /// How many there are.
    pub(super) count: usize,
}

/// What differs between two bodies, or `None` where one of them is not JSON.
pub(super) fn differences(one: &[u8], two: &[u8]) -> Option<Differences> {
    let mut found = Differences::default();
    compare(serde_json::from_slice(one).ok()?, serde_json::from_slice(two).ok()?, "$", 0, &mut found);
    Some(found)
}

fn compare(one: &RawValue, two: &RawValue, path: &str, depth: usize, found: &mut Differences) {
    let (one, two) = (one.get(), two.get());
    if one == two {
        return;
    }
    let deeper = depth < DEEPEST;
    match (kind(one), kind(two)) {
        (Kind::Object, Kind::Object) if deeper => members(one, two, path, depth, found),
        (Kind::List, Kind::List) if deeper => items(one, two, path, depth, found),
        (Kind::Text, Kind::Text) if same_text(one, two) => {}
        (Kind::Number, Kind::Number) if same_number(one, two) => {}
        _ => found.add(path),
    }
}

fn members(one: &str, two: &str, path: &str, depth: usize, found: &mut Differences) {
    type Members<'a> = BTreeMap<String, &'a RawValue>;
    let (Ok(one), Ok(two)) = (serde_json::from_str::<Members<'_>>(one), serde_json::from_str::<Members<'_>>(two))
    else {
        return found.add(path);
    };
    for (name, left) in &one {
        match two.get(name) {
            Some(right) => compare(left, right, &below(path, name), depth + 1, found),
            None if left.get() == "null" => {}
            None => found.add(&below(path, name)),
        }
    }
    for (name, _) in two.iter().filter(|(name, right)| right.get() != "null" && !one.contains_key(*name)) {
        found.add(&below(path, name));
    }
}

fn items(one: &str, two: &str, path: &str, depth: usize, found: &mut Differences) {
    let path = format!("{path}[]");
    match (serde_json::from_str::<Vec<&RawValue>>(one), serde_json::from_str::<Vec<&RawValue>>(two)) {
        (Ok(one), Ok(two)) if one.len() == two.len() => {
            one.iter().zip(two).for_each(|(one, two)| compare(one, two, &path, depth + 1, found));
        }
        _ => found.add(&path),
    }
}

fn below(path: &str, name: &str) -> String {
    format!("{path}.{}", mask::name(name))
}

impl Differences {
    fn add(&mut self, path: &str) {
        self.count += 1;
        if self.paths.len() < NAMED && !self.paths.iter().any(|known| known == path) {
            self.paths.push(path.to_owned());
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    List,
    Text,
    Number,
    /// `true`, `false`, `null`: the same text or different.
    Word,
}

fn kind(json: &str) -> Kind {
    match json.as_bytes().first() {
        Some(b'{') => Kind::Object,
        Some(b'[') => Kind::List,
        Some(b'"') => Kind::Text,
        Some(b'-' | b'0'..=b'9') => Kind::Number,
        _ => Kind::Word,
    }
}

fn same_text(one: &str, two: &str) -> bool {
    let (Ok(one), Ok(two)) = (serde_json::from_str::<String>(one), serde_json::from_str::<String>(two)) else {
        return false;
    };
    let instant = |text: &str| text.parse::<Timestamp>().ok();
    one == two || instant(&one).is_some_and(|first| instant(&two) == Some(first))
}

fn same_number(one: &str, two: &str) -> bool {
    matches!((Exact::of(one), Exact::of(two)), (Some(one), Some(two)) if one == two)
}

/// A number as its digits, without zeros at either end, and the power of ten of the last one.
#[derive(PartialEq, Eq)]
struct Exact {
    negative: bool,
    digits: String,
    exponent: i128,
}

impl Exact {
    fn of(json: &str) -> Option<Self> {
        let (negative, rest) = json.strip_prefix('-').map_or((false, json), |rest| (true, rest));
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i128>().ok()?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let written = format!("{whole}{fraction}");
        let digits = written.trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self { negative: false, digits: String::new(), exponent: 0 });
        }
        let cut = i128::try_from(written.len() - digits.len()).ok()?;
        let scale = i128::try_from(fraction.len()).ok()?;
        let exponent = exponent.checked_add(cut)?.checked_sub(scale)?;
        Some(Self { negative, digits: digits.trim_start_matches('0').to_owned(), exponent })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::differences;

    fn differ(one: &str, two: &str) -> Vec<String> {
        differences(one.as_bytes(), two.as_bytes()).unwrap().paths
    }

    #[test]
    fn the_same_in_other_words_is_the_same() {
        for (one, two) in [
            ("1.0", "1"),
            ("150.00", "1.5e2"),
            ("0", "-0.0"),
            ("1e-2", "0.01"),
            ("12345678901234567890.123456789", "12345678901234567890.1234567890"),
            (r#""2026-01-31T10:00:00Z""#, r#""2026-01-31T07:00:00.000-03:00""#),
            (r#""\u00e9""#, r#""é""#),
            (r#"{"a":null,"b":[1]}"#, r#"{"b":[1.0]}"#),
            (r#"{"b":{"c":true}}"#, r#"{"a":null,"b":{"c":true,"d":null}}"#),
            (r#"{"a":1,"a":2}"#, r#"{"a":2}"#),
        ] {
            assert_eq!(differ(one, two), [""; 0], "{one} {two}");
        }
    }

    #[test]
    fn the_last_digit_counts() {
        for (one, two) in [
            ("12345678901234567890.123456789", "12345678901234567890.123456788"),
            ("0.1", "0.10000000000000000001"),
            ("1", "-1"),
            ("1", "10"),
            ("1e999999999999999999999999999999999999999999", "1"),
            (r#""5""#, "5"),
            ("true", "false"),
            ("null", "[]"),
            ("{}", "[]"),
            (r#""2026-01-31T10:00:00Z""#, r#""2026-01-31T10:00:00""#),
        ] {
            assert_eq!(differ(one, two), ["$"], "{one} {two}");
        }
    }

    #[test]
    fn differences_are_named_by_path() {
        assert_eq!(differ(r#"{"a":[{"b":1},{"b":2}]}"#, r#"{"a":[{"b":1},{"b":3}]}"#), ["$.a[].b"]);
        assert_eq!(differ(r#"{"a":[null]}"#, r#"{"a":[]}"#), ["$.a[]"]);
        assert_eq!(differ(r#"{"a":1}"#, r#"{"b":1}"#), ["$.a", "$.b"]);
        assert_eq!(differ(r#"{"4507990000000002":1}"#, "{}"), ["$.*"]);
        assert_eq!(differences(b"{", b"{}"), None);
    }

    #[test]
    fn deep_values_are_compared_by_their_text() {
        let deep = |inner: &str| "[".repeat(10_000) + inner + &"]".repeat(10_000);
        assert_eq!(differ(&deep("1"), &deep("1")), [""; 0]);
        assert_eq!(differ(&deep("1"), &deep("2")).len(), 1);
    }
}
