//! Reading: from the text of a body into any value, without refusing or losing anything.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    Json, Object, Slot,
    scalar::{Fit, Kind, Raw, ScalarSlot},
    schema::Schema,
    slot::ObjectsSlot,
    unknown::Why,
};

/// A type that an answer can hold.
pub trait Decode: Sized {
    /// Reads the body of an answer.
    ///
    /// # Errors
    ///
    /// Where the body is not JSON, or is not an object (or list) at its root. What stands inside never makes an
    /// error: unknown and unfitting values are kept.
    fn decode(body: &[u8]) -> Result<Self, DecodeError>;
}

impl Decode for () {
    fn decode(_: &[u8]) -> Result<Self, DecodeError> {
        Ok(())
    }
}

impl Decode for Json {
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        serde_json::from_slice(body).map_err(|error| DecodeError::malformed(&error, &Path::default()))
    }
}

impl<T: Object> Decode for Vec<T> {
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let mut list = Self::new();
        decode_list(body, &mut list)?;
        Ok(list)
    }
}

/// Why a body could not be read.
///
/// `Display` and `Debug` say where and what was expected, and show nothing of the body: it may hold card data.
#[derive(Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    line: usize,
    column: usize,
    expected: &'static str,
    found: &'static str,
}

impl DecodeError {
    /// Where in the body, as a JSON path: `$.transactions[2].amount`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Line and column in the body, from 1.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        (self.line, self.column)
    }

    /// What should stand there.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.expected
    }

    /// What stands there.
    #[must_use]
    pub fn found(&self) -> &'static str {
        self.found
    }

    #[cfg(feature = "server")]
    pub(crate) fn unwritable() -> Self {
        Self { path: "$".to_owned(), line: 1, column: 1, expected: "a value with a JSON form", found: "another" }
    }

    fn malformed(error: &serde_json::Error, path: &Path) -> Self {
        let found = match error.classify() {
            serde_json::error::Category::Eof => "the end of the body",
            serde_json::error::Category::Syntax => "something that is not JSON",
            serde_json::error::Category::Data | serde_json::error::Category::Io => "something that cannot be read",
        };
        Self { path: path.to_string(), line: error.line(), column: error.column(), expected: "JSON", found }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column, expected, found } = self;
        write!(f, "expected {expected} at {path} (line {line}, column {column}), found {found}")
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

impl std::error::Error for DecodeError {}

/// Fills an object from a body.
pub(crate) fn decode_object(body: &[u8], object: &mut dyn Object) -> Result<(), DecodeError> {
    read(body, "an object", &mut |deserializer, path| {
        Ok(match deserializer.deserialize_any(ObjectVisitor { object, path })? {
            Taken::Yes => None,
            other => Some(other.kind()),
        })
    })
}

/// Fills a list from a body. A single object is a list of one.
fn decode_list(body: &[u8], list: &mut dyn ObjectsSlot) -> Result<(), DecodeError> {
    read(body, "a list", &mut |deserializer, path| {
        Ok(match deserializer.deserialize_any(ListVisitor { list, path, single: true })? {
            Taken::Yes => None,
            other => Some(other.kind()),
        })
    })
}

/// The `Deserialize` of every object: the value's text is taken whole, then read as a body is.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
    object: &mut dyn Object,
) -> Result<(), D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    decode_object(raw.get().as_bytes(), object).map_err(serde::de::Error::custom)
}

type JsonDeserializer<'de> = serde_json::Deserializer<serde_json::de::StrRead<'de>>;
type Found = Option<&'static str>;

fn read(
    body: &[u8],
    expected: &'static str,
    fill: &mut dyn FnMut(&mut JsonDeserializer<'_>, &mut Path) -> Result<Found, serde_json::Error>,
) -> Result<(), DecodeError> {
    let mut path = Path::default();
    let text = std::str::from_utf8(body).map_err(|error| {
        let before = &body[..error.valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + before.iter().rev().take_while(|byte| **byte != b'\n').count();
        DecodeError { path: path.to_string(), line, column, expected: "UTF-8", found: "bytes that are not UTF-8" }
    })?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let found = fill(&mut deserializer, &mut path)
        .and_then(|found| deserializer.end().map(|()| found))
        .map_err(|error| DecodeError::malformed(&error, &path))?;
    match found {
        None => Ok(()),
        Some(found) => Err(DecodeError { path: path.to_string(), line: 1, column: 1, expected, found }),
    }
}

/// Where the driver is; on an error it stays where it was.
#[derive(Default)]
struct Path(Vec<Step>);

enum Step {
    Member(&'static str),
    Unknown,
    Item(usize),
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        self.0.iter().try_for_each(|step| match step {
            Step::Member(name) => write!(f, ".{name}"),
            Step::Unknown => f.write_str(".*"),
            Step::Item(index) => write!(f, "[{index}]"),
        })
    }
}

/// What became of a value.
enum Taken {
    /// It went in as it is.
    Yes,
    /// It went in, but would be written otherwise: here is what came.
    Respelled(String),
    /// It did not go in: here is what came.
    No(String),
    /// It was null.
    Null,
}

impl Taken {
    fn kind(&self) -> &'static str {
        match self {
            Self::Yes => "a value",
            Self::Null => "null",
            Self::Respelled(json) | Self::No(json) => match json.as_bytes().first() {
                Some(b'{') => "an object",
                Some(b'[') => "a list",
                Some(b'"') => "a text",
                Some(b't' | b'f') => "a flag",
                _ => "a number",
            },
        }
    }
}

/// Texts, numbers and flags where none belongs.
macro_rules! refuse_scalars {
    () => {
        fn visit_bool<E>(self, value: bool) -> Result<Taken, E> {
            Ok(Taken::No(value.to_string()))
        }

        fn visit_u64<E>(self, value: u64) -> Result<Taken, E> {
            Ok(Taken::No(value.to_string()))
        }

        fn visit_i64<E>(self, value: i64) -> Result<Taken, E> {
            Ok(Taken::No(value.to_string()))
        }

        fn visit_f64<E>(self, value: f64) -> Result<Taken, E> {
            Ok(Taken::No(to_json(&value)))
        }

        fn visit_str<E>(self, value: &str) -> Result<Taken, E> {
            Ok(Taken::No(to_json(value)))
        }
    };
}

/// `expecting` is only used for errors, which these visitors never make.
macro_rules! takes_anything {
    () => {
        type Value = Taken;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("any JSON value")
        }

        fn visit_unit<E>(self) -> Result<Taken, E> {
            Ok(Taken::Null)
        }
    };
}

struct ObjectVisitor<'a> {
    object: &'a mut dyn Object,
    path: &'a mut Path,
}

impl<'de> Visitor<'de> for ObjectVisitor<'_> {
    takes_anything!();
    refuse_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Taken, A::Error> {
        list_text(items).map(Taken::No)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Taken, A::Error> {
        let Self { object, path } = self;
        let schema = object.schema();
        let mut next = 0;
        #[cfg(feature = "server")]
        let mut seen = vec![false; schema.fields.len()];
        while let Some(key) = members.next_key_seed(KeySeed { schema, hint: next })? {
            match key {
                Key::Known(index) => {
                    let name = schema.fields[index].name;
                    next = index + 1;
                    path.0.push(Step::Member(name));
                    if !object.kept().kept().is_empty() {
                        object.kept_mut().forget(name);
                    }
                    let taken = members.next_value_seed(SlotSeed { slot: object.slot(index), path })?;
                    #[cfg(feature = "server")]
                    {
                        seen[index] = !matches!(taken, Taken::Null);
                    }
                    keep(object, Cow::Borrowed(name), taken);
                }
                Key::Unknown(name) => {
                    path.0.push(Step::Unknown);
                    let value = members.next_value::<&RawValue>()?;
                    object.kept_mut().keep_raw(Cow::Owned(name), value, Why::Unknown);
                }
            }
            path.0.pop();
        }
        #[cfg(feature = "server")]
        mark_missing(object, &seen);
        Ok(Taken::Yes)
    }
}

/// A member that a request must have and that is no `Option` has a filler where none came; this says so.
#[cfg(feature = "server")]
fn mark_missing(object: &mut dyn Object, seen: &[bool]) {
    for (index, field) in object.schema().fields.iter().enumerate().filter(|(index, _)| !seen[*index]) {
        if field.required && !matches!(object.view(index), super::View::Absent) {
            object.kept_mut().keep(Cow::Borrowed(field.name), Json::from_text("null".to_owned()), Why::Missing);
        }
    }
}

fn keep(object: &mut dyn Object, name: Cow<'static, str>, taken: Taken) {
    let (json, why) = match taken {
        Taken::Yes | Taken::Null => return,
        Taken::Respelled(json) => (json, Why::Respelled),
        Taken::No(json) => (json, Why::Misfit),
    };
    object.kept_mut().keep(name, Json::from_text(json), why);
}

enum Key {
    Known(usize),
    Unknown(String),
}

struct KeySeed {
    schema: &'static Schema,
    hint: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        Ok(self.schema.index(name, self.hint).map_or_else(|| Key::Unknown(name.to_owned()), Key::Known))
    }
}

struct SlotSeed<'a> {
    slot: Slot<'a>,
    path: &'a mut Path,
}

impl<'de> DeserializeSeed<'de> for SlotSeed<'_> {
    type Value = Taken;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Taken, D::Error> {
        let Self { slot, path } = self;
        match slot {
            Slot::Scalar(slot) if slot.kind() == Kind::Exact => exact(slot, <&RawValue>::deserialize(deserializer)?),
            Slot::Scalar(slot) => {
                slot.clear();
                deserializer.deserialize_any(ScalarVisitor { slot })
            }
            Slot::Object(slot) => {
                slot.clear();
                deserializer.deserialize_any(MemberVisitor { slot, path })
            }
            Slot::Objects(list) => {
                list.clear();
                deserializer.deserialize_any(ListVisitor { list, path, single: false })
            }
            Slot::Scalars(list) => {
                list.clear();
                let raw = <&RawValue>::deserialize(deserializer)?;
                Ok(match raw.get() {
                    "null" => Taken::Null,
                    json => match serde_json::from_str::<Vec<&RawValue>>(json) {
                        Ok(items) if list.fill(&items) => Taken::Yes,
                        _ => {
                            list.clear();
                            Taken::No(json.to_owned())
                        }
                    },
                })
            }
            Slot::OneOrMany(slot) => {
                slot.clear();
                deserializer.deserialize_any(OneOrManyVisitor { slot, path })
            }
            Slot::Patch(slot) => {
                let raw = <&RawValue>::deserialize(deserializer)?;
                if raw.get() == "null" {
                    slot.null();
                    return Ok(Taken::Yes);
                }
                let mut inner = serde_json::Deserializer::from_str(raw.get());
                let taken = SlotSeed { slot: slot.value(), path }
                    .deserialize(&mut inner)
                    .map_err(serde::de::Error::custom)?;
                if matches!(taken, Taken::No(_)) {
                    slot.clear();
                }
                Ok(taken)
            }
            Slot::Nothing => Ok(Taken::No(<&RawValue>::deserialize(deserializer)?.get().to_owned())),
        }
    }
}

fn exact<E>(slot: &mut dyn ScalarSlot, raw: &RawValue) -> Result<Taken, E> {
    slot.clear();
    if raw.get() == "null" {
        return Ok(Taken::Null);
    }
    Ok(match slot.read(Raw::Json(raw)) {
        Fit::Exact => Taken::Yes,
        Fit::Respelled => Taken::Respelled(raw.get().to_owned()),
        Fit::Misfit => Taken::No(raw.get().to_owned()),
    })
}

struct ScalarVisitor<'a> {
    slot: &'a mut dyn ScalarSlot,
}

impl ScalarVisitor<'_> {
    fn take<E>(self, raw: Raw<'_>, json: impl FnOnce() -> String) -> Result<Taken, E> {
        Ok(match self.slot.read(raw) {
            Fit::Exact => Taken::Yes,
            Fit::Respelled => Taken::Respelled(json()),
            Fit::Misfit => Taken::No(json()),
        })
    }
}

impl<'de> Visitor<'de> for ScalarVisitor<'_> {
    takes_anything!();

    fn visit_bool<E>(self, value: bool) -> Result<Taken, E> {
        self.take(Raw::Flag(value), || value.to_string())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Taken, E> {
        self.take(Raw::Unsigned(value), || value.to_string())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Taken, E> {
        self.take(Raw::Signed(value), || value.to_string())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Taken, E> {
        self.take(Raw::Float(value), || to_json(&value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Taken, E> {
        self.take(Raw::Text(value), || to_json(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Taken, A::Error> {
        list_text(items).map(Taken::No)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Taken, A::Error> {
        object_text(members).map(Taken::No)
    }
}

struct MemberVisitor<'a> {
    slot: &'a mut dyn super::slot::ObjectSlot,
    path: &'a mut Path,
}

impl<'de> Visitor<'de> for MemberVisitor<'_> {
    takes_anything!();
    refuse_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Taken, A::Error> {
        list_text(items).map(Taken::No)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Taken, A::Error> {
        ObjectVisitor { object: self.slot.start(), path: self.path }.visit_map(members)
    }
}

struct ListVisitor<'a> {
    list: &'a mut dyn ObjectsSlot,
    path: &'a mut Path,
    /// Whether an object counts as a list of one.
    single: bool,
}

impl<'de> Visitor<'de> for ListVisitor<'_> {
    takes_anything!();
    refuse_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Taken, A::Error> {
        let Self { list, path, .. } = self;
        list.start();
        for index in 0.. {
            path.0.push(Step::Item(index));
            if items.next_element_seed(ItemSeed { list, path })?.is_none() {
                path.0.pop();
                break;
            }
            path.0.pop();
        }
        Ok(Taken::Yes)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Taken, A::Error> {
        if self.single {
            self.list.start();
            return ObjectVisitor { object: self.list.push(), path: self.path }.visit_map(members);
        }
        object_text(members).map(Taken::No)
    }
}

struct ItemSeed<'a> {
    list: &'a mut dyn ObjectsSlot,
    path: &'a mut Path,
}

impl<'de> DeserializeSeed<'de> for ItemSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let object = self.list.push();
        // An item that is no object keeps its place in the list, and what it is.
        let whole = match deserializer.deserialize_any(ObjectVisitor { object, path: self.path })? {
            Taken::Yes => return Ok(()),
            Taken::Null => "null".to_owned(),
            Taken::No(json) | Taken::Respelled(json) => json,
        };
        object.kept_mut().keep(Cow::Borrowed(""), Json::from_text(whole), Why::Whole);
        Ok(())
    }
}

struct OneOrManyVisitor<'a> {
    slot: &'a mut dyn super::slot::OneOrManySlot,
    path: &'a mut Path,
}

impl<'de> Visitor<'de> for OneOrManyVisitor<'_> {
    takes_anything!();
    refuse_scalars!();

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Taken, A::Error> {
        ListVisitor { list: self.slot.many(), path: self.path, single: false }.visit_seq(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Taken, A::Error> {
        ObjectVisitor { object: self.slot.one(), path: self.path }.visit_map(members)
    }
}

fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned())
}

/// A list as text, with each item exactly as it came.
fn list_text<'de, A: SeqAccess<'de>>(mut items: A) -> Result<String, A::Error> {
    let mut text = String::from("[");
    while let Some(item) = items.next_element::<&RawValue>()? {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(item.get());
    }
    text.push(']');
    Ok(text)
}

/// An object as text, with each member exactly as it came.
fn object_text<'de, A: MapAccess<'de>>(mut members: A) -> Result<String, A::Error> {
    let mut text = String::from("{");
    while let Some((name, value)) = members.next_entry::<String, &RawValue>()? {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&to_json(&name));
        text.push(':');
        text.push_str(value.get());
    }
    text.push('}');
    Ok(text)
}
