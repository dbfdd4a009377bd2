//! Writing: from any value to the text of a body, and from any value into whatever serde writes to.

use std::fmt;

use rust_decimal::Decimal;
use serde_core::{
    Serialize, Serializer,
    ser::{Error as _, SerializeMap as _},
};
use serde_json::value::RawValue;

use super::{
    Encode, Json, View,
    scalar::{self, Scalar},
    spell,
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
    encode_view(View::Object(object))
}

/// The JSON text of a list of values.
pub(crate) fn encode_list<T: Encode>(values: &[T]) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::with_capacity(1024);
    write_list(values.iter().map(|value| View::Object(value)), &mut out, DEPTH)?;
    Ok(out)
}

/// The JSON text of whatever a body holds.
pub(crate) fn encode_view(view: View<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::with_capacity(1024);
    write(view, &mut out, DEPTH)?;
    Ok(out)
}

/// How deep a value may be. No type of the API comes near it, and nothing that was decoded is deeper.
const DEPTH: usize = 128;

/// Writes text, numbers and what was kept as they stand: through serde each number would be read once more to be known
/// as one.
fn write(view: View<'_>, out: &mut Vec<u8>, depth: usize) -> Result<(), EncodeError> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(EncodeError("it is nested too deeply"));
    };
    match view {
        View::Absent | View::Null => out.extend_from_slice(b"null"),
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => write_text(text, out),
        View::Secret(secret) => write_text(secret.expose(), out),
        View::Integer(number) => out.extend_from_slice(spell::integer(number).as_str().as_bytes()),
        View::Number(number) => out.extend_from_slice(spell::decimal(number).as_str().as_bytes()),
        View::Flag(flag) => out.extend_from_slice(if flag { b"true" } else { b"false" }),
        View::Time(time) => match spell::instant(*time) {
            Some(text) => write_text(text.as_str(), out),
            None => write_text(&time.to_string(), out),
        },
        View::Json(json) => out.extend_from_slice(json.get().as_bytes()),
        View::Object(object) => return write_object(object, out, depth),
        View::List(list) => return write_list((0..list.count()).map(|index| list.item(index)), out, depth),
    }
    Ok(())
}

fn write_list<'a>(items: impl Iterator<Item = View<'a>>, out: &mut Vec<u8>, depth: usize) -> Result<(), EncodeError> {
    out.push(b'[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(item, out, depth)?;
    }
    out.push(b']');
    Ok(())
}

fn write_object(object: &dyn Encode, out: &mut Vec<u8>, depth: usize) -> Result<(), EncodeError> {
    if let Some(json) = whole(object) {
        out.extend_from_slice(json.get().as_bytes());
        return Ok(());
    }
    let mut before = b'{';
    each_member(object, |name, view| {
        out.push(before);
        before = b',';
        write_text(name, out);
        out.push(b':');
        write(view, out, depth)
    })?;
    if before == b'{' {
        out.push(b'{');
    }
    out.push(b'}');
    Ok(())
}

/// A text in quotes. What JSON does not allow in one is escaped, and nothing else.
fn write_text(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    // Looking at every byte, without stopping at the first that counts, is what the compiler makes fast code of.
    if text.bytes().fold(false, |found, byte| found | needs_escape(byte)) {
        text.bytes().for_each(|byte| write_escaped(byte, out));
    } else {
        out.extend_from_slice(text.as_bytes());
    }
    out.push(b'"');
}

const fn needs_escape(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

fn write_escaped(byte: u8, out: &mut Vec<u8>) {
    match byte {
        b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        b'\t' => out.extend_from_slice(b"\\t"),
        0x08 => out.extend_from_slice(b"\\b"),
        0x0c => out.extend_from_slice(b"\\f"),
        byte if needs_escape(byte) => {
            let digit = |half: u8| b"0123456789abcdef"[usize::from(half & 0xf)];
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]);
        }
        plain => out.push(plain),
    }
}

/// What the object is, where it came as something else than an object.
fn whole(object: &dyn Encode) -> Option<&Json> {
    object.kept().kept().iter().find(|entry| entry.why == Why::Whole).map(|entry| &entry.value)
}

/// What is written of an object: known members in the order of the spec, then what was kept, in the order in which it
/// came.
fn each_member<'a, E>(
    object: &'a dyn Encode,
    mut put: impl FnMut(&'a str, View<'a>) -> Result<(), E>,
) -> Result<(), E> {
    let kept = object.kept().kept();
    let schema = object.schema();
    for (index, field) in schema.fields.iter().enumerate() {
        let mut view = object.view(index);
        if !kept.is_empty() {
            view = without_filler(kept, field.name, view);
            if let Some(entry) = kept.iter().find(|entry| entry.name == field.name && stands(entry, view)) {
                view = View::Json(&entry.value);
            }
        }
        if !matches!(view, View::Absent) {
            put(field.name, view)?;
        }
    }
    for entry in kept.iter().filter(|entry| schema.index(&entry.name, 0).is_none()) {
        put(&entry.name, View::Json(&entry.value))?;
    }
    Ok(())
}

/// The `Serialize` of every object.
pub(crate) fn serialize<S: Serializer>(object: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(json) = whole(object) {
        return json.serialize(serializer);
    }
    let mut map = serializer.serialize_map(None)?;
    each_member(object, |name, view| map.serialize_entry(name, &Written(view)))?;
    map.end()
}

/// What is written under a name, or as an item.
struct Written<'a>(View<'a>);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Json(json) => json.serialize(serializer),
            View::Absent | View::Null => serializer.serialize_unit(),
            View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => {
                serializer.serialize_str(text)
            }
            View::Secret(secret) => serializer.serialize_str(secret.expose()),
            View::Integer(number) => serializer.serialize_i64(number),
            View::Number(number) => exact(number, serializer),
            View::Flag(flag) => serializer.serialize_bool(flag),
            View::Time(time) => match spell::instant(*time) {
                Some(text) => serializer.serialize_str(text.as_str()),
                None => serializer.collect_str(time),
            },
            View::Object(object) => serialize(object, serializer),
            View::List(list) => serializer.collect_seq((0..list.count()).map(|index| Written(list.item(index)))),
        }
    }
}

/// A number with all its digits: as JSON text, since serde knows no exact numbers.
fn exact<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let text = spell::decimal(number);
    serde_json::from_str::<&RawValue>(text.as_str()).map_err(S::Error::custom)?.serialize(serializer)
}

/// Whether what came is still what the member means: nobody has set it since.
fn stands(entry: &Kept, view: View<'_>) -> bool {
    match entry.why {
        Why::Misfit | Why::Unknown => matches!(view, View::Absent),
        Why::Respelled => agrees(&entry.value, view),
        Why::Whole | Why::Replaced => false,
        #[cfg(feature = "server")]
        Why::Missing => false,
    }
}

/// What a member holds, unless it is only there because it must hold something: a request came without it, or with a
/// value that does not fit, and nobody has set it since.
pub(crate) fn without_filler<'a>(kept: &[Kept], name: &str, view: View<'a>) -> View<'a> {
    #[cfg(feature = "server")]
    if kept.iter().any(|entry| matches!(entry.why, Why::Missing | Why::Misfit) && entry.name == name) && is_filler(view)
    {
        return View::Absent;
    }
    // Without the feature only answers are read, and all that they hold is optional.
    let _ = (kept, name);
    view
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
        scalar::read_json(json.get())
    }
    match view {
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => {
            read::<String>(json).is_some_and(|it| it == text)
        }
        View::Secret(text) => read(json).as_ref() == Some(text),
        View::Integer(number) => read(json) == Some(number),
        View::Number(number) => read(json).as_ref() == Some(number),
        View::Flag(flag) => read(json) == Some(flag),
        View::Time(time) => read(json).as_ref() == Some(time),
        View::Absent | View::Null | View::Json(_) | View::Object(_) | View::List(_) => false,
    }
}
