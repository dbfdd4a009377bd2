//! The generator of yuno-api: from the `OpenAPI` document under `spec/` to `yuno-api/src/generated/`.
pub mod bundle;
pub mod diff;
pub mod lint;
pub mod load;
mod lower;
pub mod model;
pub mod names;
mod pipeline;
mod print;
pub mod read;
mod refine;
pub mod report;
mod rust;
pub mod survey;
pub mod tree;

pub use pipeline::{Output, Plain, Settings, generate, plain};
