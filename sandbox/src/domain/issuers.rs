//! The banks to choose from.

use super::handlers::Handler;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];
