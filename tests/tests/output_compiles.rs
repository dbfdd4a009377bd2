//! What the generator makes of the mini documents compiles, with the crate's own wire and calls around it, and without
//! a warning.

#![allow(clippy::panic, clippy::unwrap_used)]

use yuno_tests::{compiled, document::Document};

#[test]
fn the_output_of_every_document_compiles() {
    let documents: Vec<_> = Document::names().iter().map(|name| Document::read(name)).collect();
    compiled::check(env!("CARGO_TARGET_TMPDIR"), "documents", &documents).unwrap_or_else(|said| panic!("{said}"));
}
