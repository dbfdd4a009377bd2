//! `cargo xtask diff` and `budget` as they are run: the real program, in a git repository of its own.

#![allow(clippy::panic, clippy::unwrap_used)]

mod accepting;
mod budgets;
mod edits;
mod reports;
mod repository;
mod rust_level;
mod sides;
