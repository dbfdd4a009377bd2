//! The same JSON, and the same secret, in the spellings that programs give them.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use zeroize::Zeroizing;

/// What a writer of JSON puts between its tokens.
#[derive(Clone, Copy)]
pub(super) enum Spacing {
    /// Nothing.
    None,
    /// A space after commas and colons, as Python does.
    AfterMarks,
    /// A line for each member, indented by so many spaces.
    Indented(usize),
}

/// JSON with other spaces between its tokens. What is no JSON comes out as something that is no JSON.
pub(super) fn respace(json: &[u8], spacing: Spacing) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len() + json.len() / 4);
    let mut depth = 0_usize;
    let mut rest = json;
    let line = |out: &mut Vec<u8>, depth: usize| {
        if let Spacing::Indented(width) = spacing {
            out.push(b'\n');
            out.resize(out.len() + width * depth.min(128), b' ');
        }
    };
    while let Some((&byte, after)) = rest.split_first() {
        // What grows beyond this was made to grow, not to be read.
        if out.len() > json.len() * 8 {
            break;
        }
        rest = after;
        match byte {
            b'"' => {
                let end = end_of_text(after);
                out.push(b'"');
                out.extend_from_slice(&after[..end]);
                rest = &after[end..];
            }
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'{' | b'[' => {
                out.push(byte);
                let inside = rest.trim_ascii_start();
                if let [close @ (b'}' | b']'), beyond @ ..] = inside {
                    out.push(*close);
                    rest = beyond;
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(byte);
            }
            b',' => {
                out.push(byte);
                line(&mut out, depth);
                if matches!(spacing, Spacing::AfterMarks) {
                    out.push(b' ');
                }
            }
            b':' => {
                out.push(byte);
                if !matches!(spacing, Spacing::None) {
                    out.push(b' ');
                }
            }
            _ => out.push(byte),
        }
    }
    out
}

/// Where a text ends whose opening quote was passed, its closing quote included.
fn end_of_text(json: &[u8]) -> usize {
    let mut escaped = false;
    for (index, byte) in json.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    json.len()
}

/// With every character beyond ASCII as an escape, as Python writes it. `None` where there is none.
pub(super) fn escape(json: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(json).ok().filter(|text| !text.is_ascii())?;
    let mut out = Vec::with_capacity(text.len() * 2);
    for character in text.chars() {
        if character.is_ascii() {
            out.push(character as u8);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
            }
        }
    }
    Some(out)
}

/// With the characters beyond ASCII that are escaped, and slashes, as they are. `None` where there are none.
pub(super) fn unescape(json: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(json).ok().filter(|text| text.contains("\\u") || text.contains("\\/"))?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let (spelled, length) = read_escape(escape);
        match spelled {
            Some(character) => out.push(character),
            None => out.push_str(escape.get(..length).unwrap_or(escape)),
        }
        rest = escape.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Some(out.into_bytes())
}

/// The character beyond ASCII, or slash, that an escape stands for, and the escape's length.
fn read_escape(text: &str) -> (Option<char>, usize) {
    let unit = |at: usize| {
        let digits = text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    if text.starts_with("\\/") {
        return (Some('/'), 2);
    }
    let Some(first) = unit(0) else { return (None, 2) };
    let units: &[u16] = &[first, unit(6).unwrap_or_default()];
    let used = if (0xd800..0xdc00).contains(&first) { 2 } else { 1 };
    let character = char::decode_utf16(units[..used].iter().copied()).next().and_then(Result::ok);
    (character.filter(|it| !it.is_ascii()), 6 * used)
}

/// The secret as it would be had it not been decoded, or had it been.
pub(super) fn secrets(secret: &[u8]) -> Vec<Zeroizing<Vec<u8>>> {
    let hexadecimal = |secret: &[u8]| secret.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes();
    let mut others = vec![STANDARD.encode(secret).into_bytes(), hexadecimal(secret)];
    others.extend(STANDARD.decode(secret).ok().filter(|it| !it.is_empty()));
    others.extend(from_hexadecimal(secret));
    others.into_iter().map(Zeroizing::new).collect()
}

fn from_hexadecimal(digits: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(digits).ok().filter(|text| !text.is_empty() && text.len().is_multiple_of(2))?;
    if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}
