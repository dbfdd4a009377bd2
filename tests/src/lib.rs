//! What the tests that cross crates share: the repository on disk, and mini documents that become whole specs.

#![allow(clippy::missing_panics_doc, clippy::panic, clippy::unwrap_used)]

pub mod compiled;
pub mod document;
pub mod edits;
pub mod facts;
pub mod nested;
pub mod repository;
pub mod schema;
