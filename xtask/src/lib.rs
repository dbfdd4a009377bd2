//! What the tasks share with the tests.

#[cfg(feature = "conform")]
pub mod conform;
#[cfg(feature = "conform")]
pub mod explain;
pub mod public_api;
