//! JSON as a tree that keeps what `serde_json::Value` may lose: the digits of a number and the order of members.

use std::fmt::Write as _;

use super::Choices;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object, in the order of its text.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A number.
    #[must_use]
    pub fn number(text: &str) -> Self {
        Self::Number(text.to_owned())
    }

    /// The value that a text is.
    ///
    /// # Panics
    ///
    /// Where it is not JSON.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        // That it is JSON at all is judged by one that is known to be right; what it holds is then easy to read.
        if let Err(error) = serde_json::from_str::<&serde_json::value::RawValue>(text) {
            panic!("not JSON ({error}): {text}");
        }
        Parser { rest: text }.value()
    }

    /// Its text, without spaces.
    #[must_use]
    pub fn write(&self) -> String {
        self.write_as(&mut Choices::new(&[]))
    }

    /// Its text, with spaces and escapes as the choices want them.
    #[must_use]
    pub fn write_as(&self, style: &mut Choices<'_>) -> String {
        let mut out = String::new();
        write(self, style, &mut out);
        out
    }

    /// How many values it is made of, itself among them.
    #[must_use]
    pub fn count(&self) -> usize {
        1 + match self {
            Self::List(items) => items.iter().map(Self::count).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.count()).sum(),
            _ => 0,
        }
    }

    /// The value at this place in a count of all values, itself being 0.
    pub fn at(&mut self, index: usize) -> Option<&mut Self> {
        if index == 0 {
            return Some(self);
        }
        let mut left = index - 1;
        let inner: Vec<&mut Self> = match self {
            Self::List(items) => items.iter_mut().collect(),
            Self::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        };
        for value in inner {
            let count = value.count();
            if left < count {
                return value.at(left);
            }
            left -= count;
        }
        None
    }
}

fn write(tree: &Tree, style: &mut Choices<'_>, out: &mut String) {
    let space = |style: &mut Choices<'_>, out: &mut String| {
        if style.chance(1, 8) {
            out.push_str(style.word(&[" ", "\n", "\t", "\r\n  "]));
        }
    };
    match tree {
        Tree::Null => out.push_str("null"),
        Tree::Flag(flag) => {
            let _ = write!(out, "{flag}");
        }
        Tree::Number(text) => out.push_str(text),
        Tree::Text(text) => write_text(text, style, out),
        Tree::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                space(style, out);
                write(item, style, out);
                space(style, out);
            }
            out.push(']');
        }
        Tree::Object(members) => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                space(style, out);
                write_text(name, style, out);
                space(style, out);
                out.push(':');
                space(style, out);
                write(value, style, out);
                space(style, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, style: &mut Choices<'_>, out: &mut String) {
    let escaped = style.chance(1, 6);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '/' if escaped => out.push_str("\\/"),
            c if c < ' ' || (escaped && style.chance(1, 2)) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Reads JSON that is known to be JSON.
struct Parser<'t> {
    rest: &'t str,
}

impl Parser<'_> {
    fn first(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_start();
        self.rest.bytes().next()
    }

    /// Takes this character, if it is the next one.
    fn takes(&mut self, c: char) -> bool {
        self.first();
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self) -> Tree {
        match self.first() {
            Some(b'{') => {
                let mut members = Vec::new();
                self.takes('{');
                while !self.takes('}') {
                    let name = self.text();
                    self.takes(':');
                    members.push((name, self.value()));
                    self.takes(',');
                }
                Tree::Object(members)
            }
            Some(b'[') => {
                let mut items = Vec::new();
                self.takes('[');
                while !self.takes(']') {
                    items.push(self.value());
                    self.takes(',');
                }
                Tree::List(items)
            }
            Some(b'"') => Tree::Text(self.text()),
            _ => {
                let end = self.rest.find([',', ']', '}', ' ', '\n', '\r', '\t']).unwrap_or(self.rest.len());
                let (word, rest) = self.rest.split_at(end);
                self.rest = rest;
                match word {
                    "null" => Tree::Null,
                    "true" => Tree::Flag(true),
                    "false" => Tree::Flag(false),
                    number => Tree::number(number),
                }
            }
        }
    }

    fn text(&mut self) -> String {
        self.first();
        let mut escaped = false;
        let end = self.rest.bytes().skip(1).position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        });
        let (text, rest) = self.rest.split_at(end.map_or(self.rest.len(), |end| end + 2));
        self.rest = rest;
        // Half of a surrogate pair is no text, but it is JSON.
        serde_json::from_str(text).unwrap_or_else(|_| text.to_owned())
    }
}

/// What differs between what was sent and what came back, as a path; nothing where they say the same.
///
/// Null and absence are the same to the API, but for where `null_counts`; numbers count by their value, instants by
/// their time. Nothing else is forgiven.
#[must_use]
pub fn difference(sent: &Tree, back: &Tree, null_counts: &dyn Fn(&[&str]) -> bool) -> Option<String> {
    compare(sent, back, null_counts, &mut Vec::new())
}

fn compare<'t>(
    sent: &'t Tree,
    back: &'t Tree,
    null_counts: &dyn Fn(&[&str]) -> bool,
    path: &mut Vec<&'t str>,
) -> Option<String> {
    let differ = |path: &[&str]| Some(format!("$.{}: {} came back as {}", path.join("."), sent.write(), back.write()));
    match (sent, back) {
        (Tree::Number(one), Tree::Number(two)) if exact(one) == exact(two) => None,
        (Tree::Text(one), Tree::Text(two)) if one == two || same_instant(one, two) => None,
        (Tree::List(ones), Tree::List(twos)) if ones.len() == twos.len() => {
            path.push("[]");
            let found = ones.iter().zip(twos).find_map(|(one, two)| compare(one, two, null_counts, path));
            path.pop();
            found
        }
        (Tree::Object(ones), Tree::Object(twos)) => {
            let names = |members: &'t [(String, Tree)]| members.iter().map(|(name, _)| name.as_str());
            for name in names(ones).chain(names(twos).filter(|name| !names(ones).any(|it| it == *name))) {
                // Of two members with one name, the last counts.
                let of =
                    |members: &'t [(String, Tree)]| members.iter().rev().find(|(it, _)| it == name).map(|(_, it)| it);
                path.push(name);
                let found = match (of(ones), of(twos)) {
                    (Some(one), Some(two)) => compare(one, two, null_counts, path),
                    (Some(Tree::Null), None) | (None, Some(Tree::Null)) if !null_counts(path) => None,
                    (one, two) => {
                        let text = |it: Option<&Tree>| it.map_or_else(|| "nothing".to_owned(), Tree::write);
                        Some(format!("$.{}: {} came back as {}", path.join("."), text(one), text(two)))
                    }
                };
                path.pop();
                if found.is_some() {
                    return found;
                }
            }
            // Written twice, it could be read either way.
            let twice = names(twos).find(|name| names(twos).filter(|it| it == name).count() > 1);
            twice.map(|name| format!("$.{}.{name} came back twice", path.join(".")))
        }
        (one, two) if one == two => None,
        _ => differ(path),
    }
}

fn same_instant(one: &str, two: &str) -> bool {
    let instant = |text: &str| text.parse::<yuno_api::types::Timestamp>().ok();
    instant(one).is_some() && instant(one) == instant(two)
}

/// A number by its value: sign, digits without zeros at either end, and the power of ten of the last digit.
fn exact(text: &str) -> (bool, String, i64) {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return (false, String::new(), 0);
    }
    let Ok(exponent) = exponent.trim_start_matches('+').parse::<i64>() else {
        // Further than anybody counts: then it is the same number only where it is the same text.
        return (negative, text.to_owned(), 0);
    };
    let fraction = i64::try_from(fraction.len()).unwrap();
    let zeros = i64::try_from(digits.len() - significant.len()).unwrap();
    (negative, significant.to_owned(), exponent.saturating_add(zeros - fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let text = r#"{"a":[1,-2.50e+3,"x\"\\\u0000é",null,true],"b":{},"":[[]],"c":false}"#;
        assert_eq!(Tree::parse(text).write(), text);
        let spaced = " { \"a\" : [ 1 , \"\\u0061\\ud83d\\ude00\" ] }\n";
        assert_eq!(Tree::parse(spaced).write(), r#"{"a":[1,"a😀"]}"#);
    }

    #[test]
    fn only_what_says_the_same_is_the_same() {
        for (one, two, same) in [
            ("1.50", "1.5", true),
            ("150", "1.5e2", true),
            ("0.1", "0.10000000000000000000001", false),
            ("-0", "0", true),
            ("1e99999999999999999999", "1e99999999999999999999", true),
            ("1e99999999999999999999", "1e99999999999999999998", false),
            ("100e9223372036854775807", "1e5", false),
            ("12345678901234567890", "12345678901234567891", false),
            ("\"1\"", "1", false),
            ("{\"a\":null}", "{}", true),
            ("[null]", "[]", false),
            ("{\"a\":[{\"b\":null}]}", "{\"a\":[{}]}", true),
            ("{\"a\":1}", "{\"a\":1,\"b\":2}", false),
            ("\"2025-01-01T00:00:00Z\"", "\"2025-01-01T01:00:00+01:00\"", true),
            ("\"2025-01-01T00:00:00Z\"", "\"2025-01-01T01:00:00Z\"", false),
            ("{\"a\":1,\"a\":2}", "{\"a\":2}", true),
            ("{\"a\":2}", "{\"a\":2,\"a\":2}", false),
        ] {
            let found = difference(&Tree::parse(one), &Tree::parse(two), &|_| false);
            assert_eq!(found.is_none(), same, "{one} {two} {found:?}");
        }
        assert!(difference(&Tree::parse("{\"a\":null}"), &Tree::parse("{}"), &|_| true).is_some());
    }
}
