//! Customers.

use serde::{Deserialize, Serialize};

use super::handlers::Handler;

pub(crate) const HANDLERS: &[(&str, Handler)] = &[];

#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Customers {}
