//! `Debug` of any value: its structure, and never text that may be secret.

use std::fmt;

use super::{Encode, View, view::ListView};

/// Prints the members that are there. Free text is shown by its length, since a merchant may have put anything there.
/// Never inlined: every type's `Debug` is this.
#[inline(never)]
pub(crate) fn debug(object: &dyn Encode, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let schema = object.schema();
    let mut out = f.debug_struct(schema.name);
    for (index, field) in schema.fields.iter().enumerate() {
        match object.view(index) {
            View::Absent => {}
            view => {
                out.field(field.name, &Shown(view));
            }
        }
    }
    if !object.kept().is_empty() {
        out.field("unknown_fields", object.kept());
    }
    out.finish()
}

struct Shown<'a>(View<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            View::Absent | View::Null => f.write_str("null"),
            View::Text(text) | View::Unrecognized(text) => write!(f, "<{} characters>", text.chars().count()),
            View::Known(text) => f.write_str(text),
            View::Id(text) => id(text, f),
            View::Secret(secret) => fmt::Debug::fmt(secret, f),
            View::Integer(number) => fmt::Display::fmt(&number, f),
            View::Number(number) => fmt::Display::fmt(number, f),
            View::Flag(flag) => fmt::Display::fmt(&flag, f),
            View::Time(time) => fmt::Display::fmt(time, f),
            View::Json(json) => fmt::Debug::fmt(json, f),
            View::Object(object) => debug(object, f),
            View::List(list) => {
                let items = (0..ListView::count(list)).map(|index| Shown(list.item(index)));
                f.debug_list().entries(items).finish()
            }
        }
    }
}

/// A value that is not known may be anything.
#[inline(never)]
pub(crate) fn unrecognized(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "Unrecognized(<{} characters>)", text.chars().count())
}

/// An id is shown where it looks like one (hexadecimal digits in the groups of a UUID), and by its length otherwise.
pub(crate) fn id(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if is_uuid(text) { f.write_str(text) } else { write!(f, "<{} characters>", text.chars().count()) }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
