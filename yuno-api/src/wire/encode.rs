//! Writing: from any value to the text of a body.

use std::fmt;

use rust_decimal::Decimal;
use serde::{
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

/// The JSON text of whatever a body holds.
pub(crate) fn encode_view(view: View<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::with_capacity(1024);
    serde_json::to_writer(&mut out, &Written::View(view)).map_err(|_| EncodeError("a value has no JSON form"))?;
    Ok(out)
}

/// The `Serialize` of every object.
pub(crate) fn serialize<S: Serializer>(object: &dyn Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let kept = object.kept().kept();
    if let Some(whole) = kept.iter().find(|entry| entry.why == Why::Whole) {
        return whole.value.serialize(serializer);
    }
    let schema = object.schema();
    let mut map = serializer.serialize_map(None)?;
    for (index, field) in schema.fields.iter().enumerate() {
        let view = object.view(index);
        if kept.is_empty() {
            if !matches!(view, View::Absent) {
                map.serialize_entry(field.name, &Written::View(view))?;
            }
            continue;
        }
        let view = without_filler(kept, field.name, view);
        let entry = kept.iter().find(|entry| entry.name == field.name && stands(entry, view));
        match (entry, view) {
            (Some(entry), _) => map.serialize_entry(field.name, &Written::Json(&entry.value))?,
            (None, View::Absent) => {}
            (None, view) => map.serialize_entry(field.name, &Written::View(view))?,
        }
    }
    for entry in kept.iter().filter(|entry| schema.index(&entry.name, 0).is_none()) {
        map.serialize_entry(&*entry.name, &Written::Json(&entry.value))?;
    }
    map.end()
}

/// What is written under a name.
enum Written<'a> {
    /// What the member holds.
    View(View<'a>),
    /// What was kept.
    Json(&'a Json),
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Json(json) | Self::View(View::Json(json)) => json.serialize(serializer),
            Self::View(View::Absent | View::Null) => serializer.serialize_unit(),
            Self::View(View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text)) => {
                serializer.serialize_str(text)
            }
            Self::View(View::Secret(secret)) => serializer.serialize_str(secret.expose()),
            Self::View(View::Integer(number)) => serializer.serialize_i64(number),
            Self::View(View::Number(number)) => exact(number, serializer),
            Self::View(View::Flag(flag)) => serializer.serialize_bool(flag),
            Self::View(View::Time(time)) => match spell::instant(*time) {
                Some(text) => serializer.serialize_str(text.as_str()),
                None => serializer.collect_str(time),
            },
            Self::View(View::Object(object)) => serialize(object, serializer),
            Self::View(View::List(list)) => {
                serializer.collect_seq((0..list.count()).map(|index| Written::View(list.item(index))))
            }
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
