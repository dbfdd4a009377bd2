//! Reading: from the text of a body into any value, without refusing or losing anything.

use std::{borrow::Cow, fmt};

use serde_core::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::{
    Json, Object, Slot,
    reader::{Broken, Quoted, Read, Reader, Step},
    scalar::{Fit, Kind, Raw},
    slot::{ObjectsSlot, ScalarsSlot},
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
        let mut json = None;
        read(body, |driver| {
            json = Some(Self::from_json(driver.reader.skip()?));
            Ok(())
        })?;
        Ok(json.unwrap_or_else(Self::null))
    }
}

impl<T: Object> Decode for T {
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let mut object = Self::empty();
        decode_object(body, &mut object)?;
        Ok(object)
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

    /// Line and column in the body, from 1. The column counts bytes.
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
        Self::at(&[], 0, &[], "a value with a JSON form", "another")
    }

    /// `path` has the innermost step first.
    fn at(body: &[u8], at: usize, path: &[Step], expected: &'static str, found: &'static str) -> Self {
        let before = body.get(..at).unwrap_or(body);
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let column = 1 + before.iter().rev().take_while(|byte| **byte != b'\n').count();
        let mut text = String::from("$");
        for step in path.iter().rev() {
            match step {
                Step::Member(name) => {
                    text.push('.');
                    text.push_str(name);
                }
                // Its name may be anything.
                Step::Unknown => text.push_str(".*"),
                Step::Item(index) => {
                    text.push('[');
                    text.push_str(&index.to_string());
                    text.push(']');
                }
            }
        }
        Self { path: text, line, column, expected, found }
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
    read(body, |driver| match driver.reader.peek()? {
        b'{' => driver.object(object, DEPTH),
        first => driver.wrong_root("an object", first),
    })
}

/// Fills a list from a body. A single object is a list of one.
fn decode_list(body: &[u8], list: &mut dyn ObjectsSlot) -> Result<(), DecodeError> {
    read(body, |driver| match driver.reader.peek()? {
        b'[' => driver.objects(list, DEPTH),
        b'{' => {
            list.start();
            driver.object(list.push(), DEPTH)
        }
        first => driver.wrong_root("a list", first),
    })
}

/// The `Deserialize` of every object: the value's text is taken whole, then read as a body is.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D, object: &mut dyn Object) -> Result<(), D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    decode_object(raw.get().as_bytes(), object).map_err(serde_core::de::Error::custom)
}

fn read(body: &[u8], fill: impl FnOnce(&mut Driver<'_>) -> Read<()>) -> Result<(), DecodeError> {
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::at(body, error.valid_up_to(), &[], "UTF-8", "bytes that are not UTF-8"))?;
    let memory = SPARE_MEMORY.saturating_add(MEMORY_PER_BYTE.saturating_mul(text.len()));
    let mut driver = Driver { reader: Reader::new(text), memory };
    fill(&mut driver).and_then(|()| driver.reader.end()).map_err(|broken| {
        let Broken { at, expected, found, path } = *broken;
        DecodeError::at(body, at, &path, expected, found)
    })
}

/// How many objects deep a value is taken apart; what is deeper is kept as it is. No type of the API comes near it, and
/// no stack is too small for it.
const DEPTH: usize = 100;

/// A list of empty objects takes hundreds of times the memory of its text. Bodies that are not made to do harm take two
/// or three times theirs; where one takes more than this, reading stops.
const MEMORY_PER_BYTE: usize = 16;
/// What a small body may take beyond that.
const SPARE_MEMORY: usize = 32 * 1024 * 1024;
/// About what a value takes that is kept, or that is an item of a list of texts or numbers.
const MEMORY_PER_VALUE: usize = 64;

/// Carries the pieces that the reader takes to their slots.
struct Driver<'t> {
    reader: Reader<'t>,
    /// How many bytes the value may still take.
    memory: usize,
}

/// What became of a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// It went in as it is.
    Yes,
    /// It went in, but would be written otherwise.
    Respelled,
    /// It did not go in.
    No,
    /// It was null.
    Null,
}

impl From<Fit> for Taken {
    fn from(fit: Fit) -> Self {
        match fit {
            Fit::Exact => Self::Yes,
            Fit::Respelled => Self::Respelled,
            Fit::Misfit => Self::No,
        }
    }
}

impl Driver<'_> {
    #[cold]
    fn wrong_root(&mut self, expected: &'static str, first: u8) -> Read<()> {
        let here = self.reader.refuse(expected, kind(first));
        // Only where it is JSON at all is it JSON of the wrong kind.
        self.reader.skip()?;
        self.reader.end()?;
        here
    }

    /// Counts what a value takes.
    fn charge(&mut self, bytes: usize) -> Read<()> {
        match self.memory.checked_sub(bytes) {
            Some(left) => {
                self.memory = left;
                Ok(())
            }
            None => self.reader.refuse("a body of ordinary make", "more values than its length allows for"),
        }
    }

    /// Reads an object, whose bracket was peeked at.
    fn object(&mut self, object: &mut dyn Object, depth: usize) -> Read<()> {
        self.charge(size_of_val(object))?;
        let schema = object.schema();
        let mut next = 0;
        let mut seen = Seen::default();
        #[cfg(feature = "server")]
        let mut there = Seen::default();
        let mut more = self.reader.opens(b'}')?;
        while more {
            let quoted = self.reader.name()?;
            let Some(name) = quoted.text() else {
                return self.reader.refuse("a name of characters", "half of a surrogate pair");
            };
            if let Some(index) = schema.index(&name, next) {
                let name = schema.fields[index].name;
                next = index + 1;
                if seen.has(index) {
                    // Of two members with one name, the last counts.
                    object.slot(index).clear();
                    object.kept_mut().push(Cow::Borrowed(name), Json::null(), Why::Replaced);
                }
                seen.add(index);
                let taken = self.member(object, index, depth).map_err(|broken| within(broken, Step::Member(name)))?;
                #[cfg(feature = "server")]
                there.set(index, taken != Taken::Null);
                #[cfg(not(feature = "server"))]
                let _ = taken;
            } else {
                let value = self.reader.skip().map_err(|broken| within(broken, Step::Unknown))?;
                self.charge(MEMORY_PER_VALUE + name.len() + value.len())?;
                object.kept_mut().push(Cow::Owned(name.into_owned()), Json::from_json(value), Why::Unknown);
            }
            more = self.reader.goes_on(b'}')?;
        }
        object.kept_mut().settle();
        #[cfg(feature = "server")]
        mark_missing(object, &there);
        Ok(())
    }

    /// Reads the value of a known member, and keeps it where it does not fit.
    fn member(&mut self, object: &mut dyn Object, index: usize, depth: usize) -> Read<Taken> {
        self.reader.peek()?;
        let mark = self.reader.mark();
        let taken = self.value(object.slot(index), depth)?;
        let why = match taken {
            Taken::Yes | Taken::Null => return Ok(taken),
            Taken::Respelled => Why::Respelled,
            Taken::No => Why::Misfit,
        };
        let json = self.reader.since(mark);
        self.charge(MEMORY_PER_VALUE + json.len())?;
        let name = object.schema().fields[index].name;
        object.kept_mut().push(Cow::Borrowed(name), Json::from_json(json), why);
        Ok(taken)
    }

    /// Reads a value into its slot, which is empty.
    fn value(&mut self, slot: Slot<'_>, depth: usize) -> Read<Taken> {
        let first = self.reader.peek()?;
        match slot {
            Slot::Patch(slot) if first == b'n' => {
                self.reader.word("null")?;
                slot.null();
                Ok(Taken::Yes)
            }
            Slot::Patch(slot) => {
                let taken = self.value(slot.value(), depth)?;
                if taken == Taken::No {
                    slot.clear();
                }
                Ok(taken)
            }
            Slot::Text(_) | Slot::Scalar(_) if first == b'n' => {
                self.reader.word("null")?;
                Ok(Taken::Null)
            }
            Slot::Text(slot) => self.raw(first, Kind::Plain, |raw| match raw.text() {
                Some((text, fit)) => {
                    slot.put(text);
                    fit.into()
                }
                None => Taken::No,
            }),
            Slot::Scalar(slot) => self.raw(first, slot.kind(), |raw| slot.read(raw).into()),
            Slot::Object(slot) if first == b'{' && depth > 0 => {
                self.object(slot.start(), depth - 1)?;
                Ok(Taken::Yes)
            }
            Slot::Objects(list) if first == b'[' && depth > 0 => {
                self.objects(list, depth - 1)?;
                Ok(Taken::Yes)
            }
            Slot::OneOrMany(slot) if first == b'{' && depth > 0 => {
                self.object(slot.one(), depth - 1)?;
                Ok(Taken::Yes)
            }
            Slot::OneOrMany(slot) if first == b'[' && depth > 0 => {
                self.objects(slot.many(), depth - 1)?;
                Ok(Taken::Yes)
            }
            Slot::Scalars(list) if first == b'[' => self.scalars(list),
            _ => {
                self.reader.skip()?;
                Ok(if first == b'n' { Taken::Null } else { Taken::No })
            }
        }
    }

    /// Takes a value and shows it; what is no text, number or flag is passed over, unless it is wanted as it stands.
    fn raw(&mut self, first: u8, kind: Kind, take: impl FnOnce(Raw<'_>) -> Taken) -> Read<Taken> {
        if kind == Kind::Exact {
            let json = self.reader.skip()?;
            return Ok(take(Raw::Json(json)));
        }
        Ok(match first {
            b'"' => self.reader.quoted().map(Quoted::text)?.map_or(Taken::No, |text| take(Raw::Text(&text))),
            b'-' | b'0'..=b'9' => take(Raw::Number(self.reader.number()?)),
            b't' => {
                self.reader.word("true")?;
                take(Raw::Flag(true))
            }
            b'f' => {
                self.reader.word("false")?;
                take(Raw::Flag(false))
            }
            _ => {
                self.reader.skip()?;
                Taken::No
            }
        })
    }

    /// Reads a list of texts, numbers or flags, whose bracket was peeked at. It goes in whole or not at all.
    fn scalars(&mut self, list: &mut dyn ScalarsSlot) -> Read<Taken> {
        list.start();
        let kind = list.kind();
        let mut fits = true;
        let mut more = self.reader.opens(b']')?;
        while more {
            if fits {
                self.charge(MEMORY_PER_VALUE)?;
                let first = self.reader.peek()?;
                fits = self.raw(first, kind, |raw| list.push(raw).into())? == Taken::Yes;
            } else {
                self.reader.skip()?;
            }
            more = self.reader.goes_on(b']')?;
        }
        if fits {
            return Ok(Taken::Yes);
        }
        list.clear();
        Ok(Taken::No)
    }

    /// Reads a list of objects, whose bracket was peeked at.
    fn objects(&mut self, list: &mut dyn ObjectsSlot, depth: usize) -> Read<()> {
        list.start();
        let mut more = self.reader.opens(b']')?;
        let mut index = 0;
        while more {
            self.item(list.push(), depth).map_err(|broken| within(broken, Step::Item(index)))?;
            index += 1;
            more = self.reader.goes_on(b']')?;
        }
        Ok(())
    }

    fn item(&mut self, object: &mut dyn Object, depth: usize) -> Read<()> {
        if self.reader.peek()? == b'{' && depth > 0 {
            return self.object(object, depth - 1);
        }
        // An item that is no object keeps its place in the list, and what it is.
        let json = self.reader.skip()?;
        self.charge(size_of_val(object) + MEMORY_PER_VALUE + json.len())?;
        object.kept_mut().push(Cow::Borrowed(""), Json::from_json(json), Why::Whole);
        Ok(())
    }
}

#[cold]
fn within(mut broken: Box<Broken>, step: Step) -> Box<Broken> {
    broken.path.push(step);
    broken
}

/// What kind of value begins with this byte.
pub(super) fn kind(first: u8) -> &'static str {
    match first {
        b'{' => "an object",
        b'[' => "a list",
        b'"' => "a text",
        b't' | b'f' => "a flag",
        b'n' => "null",
        _ => "a number",
    }
}

/// A member that a request must have and that is no `Option` has a filler where none came; this says so.
#[cfg(feature = "server")]
fn mark_missing(object: &mut dyn Object, there: &Seen) {
    for (index, field) in object.schema().fields.iter().enumerate() {
        if field.required && !there.has(index) && !matches!(object.view(index), super::View::Absent) {
            object.kept_mut().keep(Cow::Borrowed(field.name), Json::null(), Why::Missing);
        }
    }
}

/// Members of an object by their index. No type has so many that `more` is needed.
#[derive(Default)]
struct Seen {
    first: u64,
    more: Vec<usize>,
}

impl Seen {
    fn has(&self, index: usize) -> bool {
        if index < 64 { self.first & (1 << index) != 0 } else { self.more.contains(&index) }
    }

    fn add(&mut self, index: usize) {
        self.set(index, true);
    }

    fn set(&mut self, index: usize, is: bool) {
        if index < 64 {
            self.first = self.first & !(1 << index) | u64::from(is) << index;
        } else {
            self.more.retain(|it| *it != index);
            self.more.extend(is.then_some(index));
        }
    }
}
