//! JSON, read in place: every piece is a part of the body, so that nothing is copied before it is wanted, and no number
//! loses a digit on its way through a float.
//!
//! It takes and refuses the same texts as `serde_json` does (a property test holds it to that). What it adds is that a
//! value can be passed over and still be had as it stood.

use std::borrow::Cow;

/// A place in a body.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// The brackets that are open in a value that is passed over. Kept here, so that it is allocated once.
    open: Vec<u8>,
}

/// Why a body cannot be read, and where.
pub(super) struct Broken {
    /// The byte.
    pub(super) at: usize,
    /// What should stand there.
    pub(super) expected: &'static str,
    /// What stands there.
    pub(super) found: &'static str,
    /// The members and items that it stands in, the innermost first.
    pub(super) path: Vec<Step>,
}

/// One step of a path.
pub(super) enum Step {
    Member(&'static str),
    Unknown,
    Item(usize),
}

/// The error is boxed: it is rare, and the way without it is walked for every member.
pub(super) type Read<T> = Result<T, Box<Broken>>;

/// A text with its quotes.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'t> {
    json: &'t str,
    escaped: bool,
}

impl<'t> Quoted<'t> {
    /// What stands between the quotes. `None` where an escape stands for no character (half of a surrogate pair).
    pub(super) fn text(self) -> Option<Cow<'t, str>> {
        if self.escaped {
            serde_json::from_str(self.json).ok().map(Cow::Owned)
        } else {
            self.json.get(1..self.json.len() - 1).map(Cow::Borrowed)
        }
    }
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, open: Vec::new() }
    }

    /// The first byte of what comes next.
    pub(super) fn peek(&mut self) -> Read<u8> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Ok(byte);
            }
            self.at += 1;
        }
        self.broken()
    }

    /// Where what comes next begins; only right after [`peek`](Self::peek).
    pub(super) fn mark(&self) -> usize {
        self.at
    }

    /// The body from a mark to here.
    pub(super) fn since(&self, mark: usize) -> &'t str {
        self.text.get(mark..self.at).unwrap_or_default()
    }

    /// Sees to it that nothing comes any more.
    pub(super) fn end(&mut self) -> Read<()> {
        if self.peek().is_ok() { self.broken() } else { Ok(()) }
    }

    /// Says that what stands here is not JSON.
    #[cold]
    pub(super) fn broken<T>(&self) -> Read<T> {
        let found = if self.at < self.text.len() { "something that is not JSON" } else { "the end of the body" };
        self.refuse("JSON", found)
    }

    /// Says that what stands here is not what it should be.
    #[cold]
    pub(super) fn refuse<T>(&self, expected: &'static str, found: &'static str) -> Read<T> {
        Err(Box::new(Broken { at: self.at, expected, found, path: Vec::new() }))
    }

    /// Takes a comma and says that more comes, or takes the closing bracket.
    pub(super) fn goes_on(&mut self, close: u8) -> Read<bool> {
        match self.peek()? {
            b',' => {
                self.at += 1;
                Ok(true)
            }
            byte if byte == close => {
                self.at += 1;
                Ok(false)
            }
            _ => self.broken(),
        }
    }

    /// Takes an opening bracket, and says whether anything comes before the closing one, which is taken otherwise.
    pub(super) fn opens(&mut self, close: u8) -> Read<bool> {
        self.at += 1;
        let empty = self.peek()? == close;
        self.at += usize::from(empty);
        Ok(!empty)
    }

    /// Takes the name of a member, and the colon.
    pub(super) fn name(&mut self) -> Read<Quoted<'t>> {
        if self.peek()? != b'"' {
            return self.broken();
        }
        let name = self.quoted()?;
        if self.peek()? != b':' {
            return self.broken();
        }
        self.at += 1;
        Ok(name)
    }

    /// Takes a text, whose first quote was peeked at.
    pub(super) fn quoted(&mut self) -> Read<Quoted<'t>> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut escaped = false;
        self.at += 1;
        loop {
            self.at += plain(bytes.get(self.at..).unwrap_or_default());
            match bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Quoted { json: self.since(start), escaped });
                }
                Some(b'\\') => {
                    escaped = true;
                    self.at += 1;
                    self.escape()?;
                }
                _ => return self.broken(),
            }
        }
    }

    /// Takes what follows a backslash.
    fn escape(&mut self) -> Read<()> {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                for _ in 0..4 {
                    self.at += 1;
                    if !bytes.get(self.at).is_some_and(u8::is_ascii_hexdigit) {
                        return self.broken();
                    }
                }
                self.at += 1;
            }
            _ => return self.broken(),
        }
        Ok(())
    }

    /// Takes a number, whose first byte was peeked at.
    pub(super) fn number(&mut self) -> Read<&'t str> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        self.at += usize::from(bytes.get(self.at) == Some(&b'-'));
        if bytes.get(self.at) == Some(&b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = bytes.get(self.at) {
            self.at += 1;
            self.at += usize::from(matches!(bytes.get(self.at), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(self.since(start))
    }

    fn digits(&mut self) -> Read<()> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        if count == 0 { self.broken() } else { Ok(()) }
    }

    /// Takes this word, whose first byte was peeked at.
    pub(super) fn word(&mut self, word: &'static str) -> Read<()> {
        for byte in word.bytes() {
            if self.text.as_bytes().get(self.at) != Some(&byte) {
                return self.broken();
            }
            self.at += 1;
        }
        Ok(())
    }

    /// Passes over a value, however deep it is, and gives it as it stands.
    pub(super) fn skip(&mut self) -> Read<&'t str> {
        self.peek()?;
        let start = self.at;
        self.open.clear();
        loop {
            let opened = match self.peek()? {
                b'{' => self.opens(b'}')?.then_some(b'}'),
                b'[' => self.opens(b']')?.then_some(b']'),
                _ => {
                    self.skip_scalar()?;
                    None
                }
            };
            self.open.extend(opened);
            let mut inside = opened.is_some();
            while !inside {
                let Some(&close) = self.open.last() else { return Ok(self.since(start)) };
                inside = self.goes_on(close)?;
                if !inside {
                    self.open.pop();
                }
            }
            if self.open.last() == Some(&b'}') {
                self.name()?;
            }
        }
    }

    fn skip_scalar(&mut self) -> Read<()> {
        match self.peek()? {
            b'"' => self.quoted().map(drop),
            b'-' | b'0'..=b'9' => self.number().map(drop),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.broken(),
        }
    }
}

/// How many bytes stand before the next quote, backslash or control character: eight at a time.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    // The high bit of each byte that is zero, and perhaps of some after the first such.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let controls = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
        let ends = controls | zeros(word ^ (ONES * u64::from(b'"'))) | zeros(word ^ (ONES * u64::from(b'\\')));
        if ends != 0 {
            return index * 8 + ends.trailing_zeros() as usize / 8;
        }
    }
    let found = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
    words.len() * 8 + found.unwrap_or(rest.len())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    use super::*;

    fn whole(text: &str) -> Option<&str> {
        let mut reader = Reader::new(text);
        let json = reader.skip().ok()?;
        reader.end().ok()?;
        Some(json)
    }

    fn expected(text: &str) -> Option<&str> {
        serde_json::from_str::<&RawValue>(text).ok().map(RawValue::get)
    }

    #[test]
    fn takes_and_refuses_what_serde_json_does() {
        for text in [
            "",
            " ",
            "nul",
            "null",
            "nulls",
            "tru",
            "true ",
            " false",
            "0",
            "-0",
            "00",
            "-",
            "+1",
            ".5",
            "5.",
            "1.5e",
            "1e+",
            "1e+05",
            "-1.50E-3",
            "1 2",
            "\"",
            "\"a",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u12G4\"",
            "\"\\ud800\"",
            "\"\n\"",
            "\"\u{7f}é\u{10ffff}\"",
            "[",
            "[]",
            "[ ]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1,[2,{}]]",
            "]",
            "{",
            "{}",
            "{ }",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":1]",
            "{a:1}",
            "{\"a\" : [ { \"b\" : null } ] , \"c\":\"d\"}",
            "[1}",
            "{\"a\":1 \"b\":2}",
            "\u{feff}1",
            "\u{a0}1",
            "[true,false,null]",
            "[nullx]",
            "{1:2}",
            "[[[[[[[[",
        ] {
            assert_eq!(whole(text), expected(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn takes_and_refuses_what_serde_json_does_for_any_text(text in r#"[ \[\]{}:,"\\0-9eE.+\-truefalsn/bu\x00-\x1fé]{0,24}"#) {
            prop_assert_eq!(whole(&text), expected(&text));
        }

        #[test]
        fn reads_any_text(text in "\\PC*[\\x00-\\x7f]*", escaped in any::<bool>()) {
            let mut json = serde_json::to_string(&text).unwrap();
            if escaped {
                json = json.chars().map(|c| if c.is_ascii() { c.to_string() } else {
                    c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect()
                }).collect();
            }
            let mut reader = Reader::new(&json);
            let read = reader.quoted().ok().and_then(Quoted::text).unwrap();
            prop_assert_eq!(read, text);
            prop_assert!(reader.end().is_ok());
        }

        #[test]
        fn finds_the_end_of_what_is_plain(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let expected = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\') || *byte < 0x20);
            prop_assert_eq!(plain(&bytes), expected.unwrap_or(bytes.len()));
        }
    }
}
