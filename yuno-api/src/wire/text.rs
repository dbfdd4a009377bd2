//! Ids and values as text: in a path, in a query, and out of a body.

use super::{Encode, Sensitive, View};

/// A number for each text, by which most texts are told apart at a glance.
pub(crate) const fn keys<const N: usize>(texts: &[&str]) -> [u64; N] {
    let mut keys = [0; N];
    let mut index = 0;
    while index < N {
        keys[index] = key(texts[index].as_bytes());
        index += 1;
    }
    keys
}

/// The first seven bytes and the length.
const fn key(text: &[u8]) -> u64 {
    let mut key = text.len() as u64 & 0xff;
    let mut index = 0;
    while index < text.len() && index < 7 {
        key = key << 8 | text[index] as u64;
        index += 1;
    }
    key
}

/// Where a text stands in a list. One function for all lists, which may be long: the numbers are compared first.
#[inline(never)]
pub(crate) fn position(keys: &[u64], texts: &[&str], text: &str) -> Option<usize> {
    let wanted = key(text.as_bytes());
    let mut from = 0;
    loop {
        let index = from + keys.get(from..)?.iter().position(|key| *key == wanted)?;
        if texts.get(index) == Some(&text) {
            return Some(index);
        }
        from = index + 1;
    }
}

/// What can stand in a path.
pub trait PathText {
    /// The text, not yet escaped.
    fn path_text(&self) -> &str;
}

impl PathText for str {
    fn path_text(&self) -> &str {
        self
    }
}

impl PathText for String {
    fn path_text(&self) -> &str {
        self
    }
}

impl PathText for Sensitive {
    fn path_text(&self) -> &str {
        self.expose()
    }
}

/// What can stand in a query.
pub trait QueryText {
    /// The text, not yet escaped.
    fn query_text(&self) -> String;
}

impl<T: PathText + ?Sized> QueryText for T {
    fn query_text(&self) -> String {
        self.path_text().to_owned()
    }
}

impl QueryText for bool {
    fn query_text(&self) -> String {
        self.to_string()
    }
}

impl QueryText for i64 {
    fn query_text(&self) -> String {
        self.to_string()
    }
}

/// The text of a member of the body, such as the order id by which a payment is looked up.
pub(crate) fn text_at(body: &dyn Encode, field: &str) -> Option<String> {
    match body.view(body.schema().index(field, 0)?) {
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => Some(text.to_owned()),
        View::Secret(text) => Some(text.expose().to_owned()),
        _ => None,
    }
}
