//! How values travel: one hand-written driver reads and writes every generated type from its table.
//!
//! A generated type is plain Rust plus a table (see [`tables`]): which key fills which member, and what the API
//! allows there. Everything that serde would derive several hundred times stands here once, without generics over
//! types, so that the crate compiles quickly and every type behaves alike:
//!
//! - **nothing is refused**: an unknown enum value, a null, a text for a number, a list for an object;
//! - **nothing is lost**: what does not fit a member is kept as it came and written back;
//! - **nothing leaks**: `Debug` shows structure, never text that may be secret.
//!
//! The driver speaks JSON only. `Serialize` and `Deserialize` are there so that values can be stored or put into
//! larger values, and work with `serde_json`; other formats are not supported.

pub(crate) mod compare;
pub(crate) mod debug;
pub(crate) mod decode;
pub(crate) mod encode;
#[cfg(feature = "server")]
pub(crate) mod inspect;
pub(crate) mod json;
pub(crate) mod list;
pub(crate) mod one_or_many;
pub(crate) mod patch;
mod reader;
pub(crate) mod scalar;
pub(crate) mod schema;
pub(crate) mod sensitive;
pub(crate) mod slot;
mod spell;
pub(crate) mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod text;
pub(crate) mod unknown;
pub(crate) mod validate;
pub(crate) mod view;

pub use decode::{Decode, DecodeError};
pub use encode::EncodeError;
pub use json::Json;
pub use one_or_many::OneOrMany;
pub use patch::Patch;
pub use sensitive::Sensitive;
pub use unknown::{UnknownFields, UnknownFieldsIter};
pub use validate::Violation;
pub use view::Encode;

pub(crate) use decode::deserialize;
pub(crate) use encode::{encode, serialize};
pub(crate) use schema::{Field, Rule, Schema};
pub(crate) use slot::{FieldSlot, Object, Slot};
pub(crate) use text::{PathText, QueryText, text_at};
pub(crate) use validate::validate;
pub(crate) use view::{FieldView, View};
