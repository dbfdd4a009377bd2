//! Why a signature does not fit: the mistakes that receivers make, recognised where that is possible.
//!
//! Nothing here accepts a delivery. It runs after one was refused, to give the error a better text.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{
    respell::{self, Spacing},
    verify::{Keys, signed},
};

/// A longer body is not looked at: forged deliveries should not cost us more than they cost the forger.
const LONGEST: usize = 64 * 1024;

/// What a signature header holds that is not the Base64 of 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// Hexadecimal digits.
    Hexadecimal,
    /// The name of the algorithm stands before it, as in `sha256=..`.
    Prefixed,
    /// The Base64 that is meant for addresses, or one without `=` at the end.
    UrlBase64,
    /// Base64, of something that is not 32 bytes long.
    Length(usize),
    /// Something else.
    NotBase64,
}

impl Malformed {
    pub(super) fn of(signature: &str) -> Self {
        if signature.len() == 64 && signature.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Self::Hexadecimal;
        }
        if signature.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("sha256=")) {
            return Self::Prefixed;
        }
        if let Ok(bytes) = STANDARD.decode(signature) {
            return Self::Length(bytes.len());
        }
        let url = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'/');
        if matches!(signature.trim_end_matches('=').len(), 43) && signature.trim_end_matches('=').bytes().all(url) {
            return Self::UrlBase64;
        }
        Self::NotBase64
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hexadecimal => f.write_str(
                "it is hexadecimal, but Yuno sends Base64; the sender is not Yuno, or something on the way rewrites it",
            ),
            Self::Prefixed => f.write_str("the algorithm's name stands before it; Yuno sends the Base64 alone"),
            Self::UrlBase64 => f.write_str(
                "it is Base64 as used in addresses, or without the = at its end; Yuno sends the usual form, so something \
                 on the way rewrites it",
            ),
            Self::Length(length) => write!(f, "it is Base64 of {length} bytes instead of 32"),
            Self::NotBase64 => f.write_str("it is not Base64"),
        }
    }
}

/// Why a signature does not fit, as far as that can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mismatch {
    /// The body is empty: something has read it before.
    BodyEmpty,
    /// The body was parsed and written again: in another spelling, the signature fits.
    BodyReencoded,
    /// Spaces or line breaks at the body's ends were added or taken away.
    BodyTrimmed,
    /// The secret has a space or a line break at its end that does not belong to it.
    SecretUntrimmed,
    /// The secret is to be used as it is, without decoding it first, or the other way round.
    SecretEncoding,
    /// It was signed with the secret of another environment, which was named to the verifier.
    OtherEnvironment(String),
    /// It cannot be told.
    Unknown,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BodyEmpty => f.write_str(
                "the body is empty, so something has probably read it before it was verified; verify first, and parse \
                 what was verified",
            ),
            Self::BodyReencoded => f.write_str(
                "the body was parsed and written again before it was verified; verify the raw bytes as they came, before \
                 any JSON middleware",
            ),
            Self::BodyTrimmed => f.write_str(
                "spaces or line breaks at an end of the body were added or taken away; verify the raw bytes as they came",
            ),
            Self::SecretUntrimmed => f.write_str(
                "the secret that was given has a space or line break at its end; it fits without, so take it away, for \
                 instance with trim()",
            ),
            Self::SecretEncoding => f.write_str(
                "the secret fits when it is decoded, or not decoded, from Base64 or hexadecimal digits; give the verifier \
                 the text that was set for the webhook, unchanged",
            ),
            Self::OtherEnvironment(name) => write!(
                f,
                "it was signed with the secret of {name}; a webhook of that environment points at this address, or this \
                 receiver has the wrong secret"
            ),
            Self::Unknown => f.write_str(
                "either the secret is not the one that was set for this webhook (test and live have secrets of their \
                 own), or the body is not what was signed (it must be the raw bytes, as they came, before any parsing), \
                 or the delivery is not Yuno's",
            ),
        }
    }
}

/// Why this signature does not fit this body.
pub(super) fn mismatch(keys: &Keys, given: &[u8; 32], body: &[u8]) -> Mismatch {
    let fits = |secret: &[u8], body: &[u8]| bool::from(signed(secret, body, given));
    let any = |body: &[u8]| keys.secrets.iter().any(|secret| fits(secret, body));
    if body.len() > LONGEST {
        return Mismatch::Unknown;
    }
    if let Some((name, _)) = keys.elsewhere.iter().find(|(_, secret)| fits(secret, body)) {
        return Mismatch::OtherEnvironment(name.clone());
    }
    for secret in &keys.secrets {
        let trimmed = secret.trim_ascii();
        if trimmed.len() != secret.len() && fits(trimmed, body) {
            return Mismatch::SecretUntrimmed;
        }
        if respell::secrets(trimmed).iter().any(|secret| fits(secret, body)) {
            return Mismatch::SecretEncoding;
        }
    }
    if body.is_empty() {
        return Mismatch::BodyEmpty;
    }
    let trimmed = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii();
    let with_line_break = [body, b"\n"].concat();
    if (trimmed.len() != body.len() && any(trimmed)) || any(&with_line_break) || any(&[body, b"\r\n"].concat()) {
        return Mismatch::BodyTrimmed;
    }
    for spacing in [Spacing::None, Spacing::AfterMarks, Spacing::Indented(2), Spacing::Indented(4)] {
        let respaced = respell::respace(trimmed, spacing);
        if any(&respaced)
            || [respell::escape(&respaced), respell::unescape(&respaced)].iter().flatten().any(|it| any(it))
        {
            return Mismatch::BodyReencoded;
        }
    }
    Mismatch::Unknown
}
