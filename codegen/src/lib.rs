//! The generator of yuno-api: from the `OpenAPI` document under `spec/` to `yuno-api/src/generated/`.
pub mod bundle;
pub mod lint;
pub mod load;
pub mod model;
pub mod names;
pub mod read;
pub mod report;
pub mod survey;
pub mod tree;
mod rust;
mod lower;
mod pipeline;
mod print;
mod refine;

pub use pipeline::{Output, Settings, generate};
