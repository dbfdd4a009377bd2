//! Writing: from any value to the text of a body.

use std::{fmt, io::Write as _};

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::{
    Encode, Json, View,
    scalar::{self, Scalar},
    unknown::{Kept, Why},
};

/// Why a value could not be written. It takes more nesting than any type of the API has.
#[derive(Clone, PartialEq, Eq)]
pub struct EncodeError(&'static str);

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the body cannot be written as JSON: {}", self.0)
    }
}

impl fmt::Debug for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EncodeError({self})")
    }
}

impl std::error::Error for EncodeError {}

/// The JSON text of a value: known members in the order of the spec, then what was kept, in the order in which it came.
pub(crate) fn encode(object: &dyn Encode) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::with_capacity(1024);
    write_object(&mut out, object)?;
    Ok(out)
}

/// The JSON text of whatever a body holds.
#[cfg(feature = "server")]
pub(crate) fn encode_view(view: View<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::with_capacity(1024);
    write_view(&mut out, view)?;
    Ok(out)
}

/// The `Serialize` of every object.
pub(crate) fn serialize<S: Serializer>(object: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let text = encode(object)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .and_then(|text| RawValue::from_string(text).ok())
        .ok_or_else(|| serde::ser::Error::custom("the value has no JSON form"))?;
    text.serialize(serializer)
}

fn write_object(out: &mut Vec<u8>, object: &dyn Encode) -> Result<(), EncodeError> {
    let schema = object.schema();
    let kept = object.kept().kept();
    if let Some(whole) = kept.iter().find(|entry| entry.why == Why::Whole) {
        out.extend_from_slice(whole.value.get().as_bytes());
        return Ok(());
    }
    let start = out.len();
    out.push(b'{');
    for (index, field) in schema.fields.iter().enumerate() {
        let view = object.view(index);
        #[cfg(feature = "server")]
        if is_missing(kept, field.name, view) {
            continue;
        }
        if let Some(entry) = kept.iter().find(|entry| entry.name == field.name) {
            if stands(entry, view) {
                write_key(out, start, field.name)?;
                out.extend_from_slice(entry.value.get().as_bytes());
                continue;
            }
        }
        if !matches!(view, View::Absent) {
            write_key(out, start, field.name)?;
            write_view(out, view)?;
        }
    }
    for entry in kept.iter().filter(|entry| schema.index(&entry.name, 0).is_none()) {
        write_key(out, start, &entry.name)?;
        out.extend_from_slice(entry.value.get().as_bytes());
    }
    out.push(b'}');
    Ok(())
}

/// Whether what came is still what the member means: nobody has set it since.
fn stands(entry: &Kept, view: View<'_>) -> bool {
    match entry.why {
        Why::Misfit | Why::Unknown => matches!(view, View::Absent),
        Why::Respelled => agrees(&entry.value, view),
        Why::Whole => false,
        #[cfg(feature = "server")]
        Why::Missing => false,
    }
}

/// Whether a request came without this member, and nobody has set it since.
#[cfg(feature = "server")]
pub(crate) fn is_missing(kept: &[Kept], name: &str, view: View<'_>) -> bool {
    kept.iter().any(|entry| entry.why == Why::Missing && entry.name == name) && is_filler(view)
}

#[cfg(feature = "server")]
fn is_filler(view: View<'_>) -> bool {
    match view {
        View::Absent => true,
        View::Text(text) | View::Unrecognized(text) | View::Id(text) => text.is_empty(),
        View::Secret(text) => text.expose().is_empty(),
        View::Integer(number) => number == 0,
        View::Number(number) => number.is_zero(),
        View::Flag(flag) => !flag,
        View::Time(time) => *time == jiff::Timestamp::UNIX_EPOCH,
        View::Json(json) => json.is_null(),
        View::List(list) => list.count() == 0,
        View::Object(object) => (0..object.schema().fields.len()).all(|index| is_filler(object.view(index))),
        View::Null | View::Known(_) => false,
    }
}

fn agrees(json: &Json, view: View<'_>) -> bool {
    fn read<T: Scalar>(json: &Json) -> Option<T> {
        scalar::read_json(json.raw()).map(|(value, _)| value)
    }
    match view {
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => read::<String>(json).is_some_and(|it| it == text),
        View::Secret(text) => read(json).as_ref() == Some(text),
        View::Integer(number) => read(json) == Some(number),
        View::Number(number) => read(json).as_ref() == Some(number),
        View::Flag(flag) => read(json) == Some(flag),
        View::Time(time) => read(json).as_ref() == Some(time),
        View::Absent | View::Null | View::Json(_) | View::Object(_) | View::List(_) => false,
    }
}

fn write_key(out: &mut Vec<u8>, start: usize, name: &str) -> Result<(), EncodeError> {
    if out.len() > start + 1 {
        out.push(b',');
    }
    write_text(out, name)?;
    out.push(b':');
    Ok(())
}

fn write_text(out: &mut Vec<u8>, text: &str) -> Result<(), EncodeError> {
    serde_json::to_writer(out, text).map_err(|_| EncodeError("a text has no JSON form"))
}

fn write_view(out: &mut Vec<u8>, view: View<'_>) -> Result<(), EncodeError> {
    let written = match view {
        View::Absent | View::Null => out.write_all(b"null"),
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => return write_text(out, text),
        View::Secret(secret) => return write_text(out, secret.expose()),
        View::Integer(number) => write!(out, "{number}"),
        View::Number(number) => write!(out, "{number}"),
        View::Flag(flag) => write!(out, "{flag}"),
        View::Time(time) => write!(out, "\"{time}\""),
        View::Json(json) => out.write_all(json.get().as_bytes()),
        View::Object(object) => return write_object(out, object),
        View::List(list) => {
            out.push(b'[');
            for index in 0..list.count() {
                if index > 0 {
                    out.push(b',');
                }
                write_view(out, list.item(index))?;
            }
            out.push(b']');
            return Ok(());
        }
    };
    written.map_err(|_| EncodeError("out of memory"))
}
