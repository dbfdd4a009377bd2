//! The vendor's facts, as tables beside this repository, and how much of them the spec holds.
//!
//! The tables are not part of the repository. Where they are absent, what needs them is passed over.

mod lists;
mod read;
mod shares;
mod walk;

use std::path::PathBuf;

pub use lists::{ValueList, missing};
pub use read::{Facts, Field, Side};
pub use shares::{Comparison, Gap, GapKind, LeftOut, Share, Shares, compare};
pub use walk::normal_path;

/// A folder beside the repository, or nothing with a word about it where it is not there.
#[must_use]
pub fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("passed over: ../shared/{folder} is not here");
    None
}
