//! Rust bindings for the Yuno payments API.

#![warn(missing_docs)]

// Types of ours are named by the crate's name in the spec and in macros.
extern crate self as yuno_api;

#[cfg(feature = "blocking")]
pub mod blocking;
pub mod call;
pub mod client;
pub mod credentials;
pub mod environment;
pub mod error;
#[cfg(feature = "server")]
pub mod exchange;
#[rustfmt::skip]
mod generated;
pub mod operation;
mod resource;
pub mod response;
pub mod retry;
pub mod transport;
mod wire;

pub use {
    call::Call, client::Client, credentials::Credentials, environment::Environment, error::Error,
    generated::OPERATIONS, response::Response,
};

/// Every type of the API, and the few that they are made of.
pub mod types {
    pub use jiff::Timestamp;
    pub use rust_decimal::Decimal;

    pub use crate::{
        generated::types::*,
        wire::{
            Decode, DecodeError, Encode, EncodeError, Json, OneOrMany, Patch, Sensitive, UnknownFields,
            UnknownFieldsIter, Violation,
        },
    };
}

/// The handles of the API's resources; a [`Client`] gives them.
pub mod resources {
    pub use crate::generated::resources::*;
}
