//! What we are held against: the ways in which an SDK usually reads and writes JSON.
//!
//! (a) [`derived`]: plain derived structs that drop what they do not know; (b) [`flattened`]: the same with a
//! flattened map that keeps it; (c) `serde_json::Value`. Written to be as good as such an SDK can be:
//!
//! - The members, their order, their optionality and their boxes are those of our own types, so that what is measured
//!   is the way of reading, not the shape. Members that an answer lacks are left out of what is written.
//! - Enums compare the text in the parser's buffer and allocate only for a text that they do not know. (The usual
//!   `#[serde(untagged)]` or `#[serde(from = "String")]` would be slower.)
//! - Money is a `Decimal` that travels as a float, as `rust_decimal` offers it: quick, and not exact as ours is.
//!   Instants are `jiff`'s, sensitive texts and ids are plain `String`s, free-form parts are `serde_json::Value`s.
//! - `transactions` and `taxes`, which may be an object or a list, are lists only.

#![allow(dead_code, unreachable_pub)]

pub mod texts;

/// An enum that takes any text.
macro_rules! open {
    ($ty:ident { $($variant:ident = $text:literal,)* }) => {
        #[derive(Clone, Debug)]
        pub enum $ty {
            $($variant,)*
            Unrecognized(String),
        }

        impl<'de> serde::Deserialize<'de> for $ty {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Texts;
                impl serde::de::Visitor<'_> for Texts {
                    type Value = $ty;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a text")
                    }

                    fn visit_str<E>(self, text: &str) -> Result<$ty, E> {
                        Ok(match text {
                            $($text => $ty::$variant,)*
                            _ => $ty::Unrecognized(text.to_owned()),
                        })
                    }
                }
                deserializer.deserialize_str(Texts)
            }
        }

        impl serde::Serialize for $ty {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $text,)*
                    Self::Unrecognized(text) => text,
                })
            }
        }
    };
}
use open;

/// (a) What the spec does not know is dropped.
pub mod derived {
    use jiff::Timestamp;
    use rust_decimal::Decimal;
    use serde::{Deserialize, Serialize};
    use serde_json::Value;

    use super::texts::*;

    macro_rules! plain {
        ($ty:ident { $($(#[$meta:meta])* $field:ident: $of:ty,)* }) => {
            #[derive(Clone, Debug, Serialize, Deserialize)]
            pub struct $ty {
                $(#[serde(skip_serializing_if = "Option::is_none")] $(#[$meta])* pub $field: Option<$of>,)*
            }
        };
    }

    include!("structs.rs");
}

/// (b) What the spec does not know is kept as `serde_json::Value`.
pub mod flattened {
    use std::collections::BTreeMap;

    use jiff::Timestamp;
    use rust_decimal::Decimal;
    use serde::{Deserialize, Serialize};
    use serde_json::Value;

    use super::texts::*;

    macro_rules! plain {
        ($ty:ident { $($(#[$meta:meta])* $field:ident: $of:ty,)* }) => {
            #[derive(Clone, Debug, Serialize, Deserialize)]
            pub struct $ty {
                $(#[serde(skip_serializing_if = "Option::is_none")] $(#[$meta])* pub $field: Option<$of>,)*
                #[serde(flatten)]
                pub unknown: BTreeMap<String, Value>,
            }
        };
    }

    include!("structs.rs");
}

/// A card payment as the API answers it: about 10 KB, with two members that no type knows.
pub const PAYMENT: &str = include_str!("../payment.json");

/// A hundred of them.
pub fn list() -> String {
    format!("[{}]", vec![PAYMENT.trim(); 100].join(","))
}
