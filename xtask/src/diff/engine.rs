//! The comparison of two documents, as `yuno_codegen::diff` does it.

use sha2::{Digest as _, Sha256};
use yuno_codegen::{diff::Comparison, load::Document};

/// What two documents differ in.
pub(super) fn compare(_base: &Document, _head: &Document) -> Comparison {
    Comparison::default()
}

/// A short name for a finding that stays the same as long as these do.
pub(super) fn fingerprint(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\0"));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
