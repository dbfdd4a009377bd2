//! Text that must not be seen: card numbers, security codes, tokens, keys, and data about persons.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// Text that must not be seen.
///
/// It travels to the API like any text, but `Debug` shows `[redacted]`, there is no `Display`, two values compare in
/// constant time, and its memory is cleared when it is dropped. Read it with [`expose`](Sensitive::expose), a word
/// that a reviewer can search for.
///
/// ```
/// # use yuno_api::types::Sensitive;
/// let email = Sensitive::from("ada@example.com");
/// assert_eq!(format!("{email:?}"), "[redacted]");
/// assert_eq!(email.expose(), "ada@example.com");
/// ```
#[derive(Clone, Default)]
pub struct Sensitive(String);

impl Sensitive {
    /// The text itself. Keep it out of logs.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Sensitive {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Never inlined: whatever holds persons' data drops dozens of these.
#[inline(never)]
fn wipe(text: &mut String) {
    text.zeroize();
}

impl fmt::Debug for Sensitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// In constant time for texts of the same length.
impl PartialEq for Sensitive {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}

impl Eq for Sensitive {}

impl From<String> for Sensitive {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Sensitive {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}
