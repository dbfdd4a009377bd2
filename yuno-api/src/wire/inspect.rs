//! What a body became when it was read: for tools that hold recorded traffic against the types.

use std::fmt;

use super::{
    Decode, DecodeError, Encode, FieldView, View, Violation,
    decode::kind,
    encode,
    unknown::{Kept, Why},
    validate,
};

/// A body that was read and written again.
#[derive(Debug)]
#[non_exhaustive]
pub struct Inspection {
    /// The body as we write it.
    pub encoded: Vec<u8>,
    /// JSON paths of members that no type knows, or whose value does not fit the member's type.
    pub unknown_fields: Vec<String>,
    /// JSON paths of texts that stand where a list of known values is expected and are not in it.
    pub unknown_values: Vec<String>,
    /// What the body breaks of the limits for requests.
    pub violations: Vec<Violation>,
    /// The value as `Debug` shows it.
    pub debug: String,
}

/// Reads a body as `T`, writes it again, and says what `T` does not know of it.
///
/// # Errors
///
/// Where the body cannot be read as `T`.
pub(crate) fn inspect<T: Decode + FieldView + fmt::Debug>(body: &[u8]) -> Result<Inspection, DecodeError> {
    let value = T::decode(body)?;
    inspect_view(value.field_view(), format!("{value:?}"))
}

fn inspect_view(view: View<'_>, debug: String) -> Result<Inspection, DecodeError> {
    let mut found = Inspection {
        encoded: encode::encode_view(view).map_err(|_| DecodeError::unwritable())?,
        unknown_fields: Vec::new(),
        unknown_values: Vec::new(),
        violations: if let View::Object(object) = view { validate(object) } else { Vec::new() },
        debug,
    };
    walk(view, "$", &mut found);
    Ok(found)
}

fn walk(view: View<'_>, path: &str, found: &mut Inspection) {
    match view {
        View::Unrecognized(_) => found.unknown_values.push(path.to_owned()),
        View::Object(object) => {
            for (index, field) in object.schema().fields.iter().enumerate() {
                let view = encode::without_filler(object.kept().kept(), field.name, object.view(index));
                walk(view, &format!("{path}.{}", field.name), found);
            }
            for kept in object.kept().kept() {
                match kept.why {
                    Why::Unknown | Why::Misfit => found.unknown_fields.push(format!("{path}.{}", kept.name)),
                    Why::Whole => found.unknown_fields.push(path.to_owned()),
                    Why::Respelled | Why::Replaced | Why::Missing => {}
                }
            }
        }
        View::List(list) => (0..list.count()).for_each(|index| walk(list.item(index), &format!("{path}[]"), found)),
        _ => {}
    }
}

/// What a server has to know of a request's body before it takes it.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Checked {
    /// What it breaks of the limits: a limit broken, a member missing, a value of another JSON type than its member's.
    pub violations: Vec<Violation>,
    /// JSON paths of members that no type knows.
    pub unknown_fields: Vec<String>,
    /// JSON paths of texts that stand where a list of known values is expected and are not in it.
    pub unknown_values: Vec<String>,
    /// The value as `Debug` shows it: its structure, without any text that may be secret.
    pub debug: String,
}

/// Reads a request's body as `T`, and says what is wrong with it.
///
/// # Errors
///
/// Where the body cannot be read as `T`.
pub(crate) fn check<T: Decode + FieldView + fmt::Debug>(body: &[u8]) -> Result<Checked, DecodeError> {
    let value = T::decode(body)?;
    let mut found = Checked { debug: format!("{value:?}"), ..Checked::default() };
    if let View::Object(object) = value.field_view() {
        found.violations = validate(object);
        check_object(object, "$", &mut found);
    }
    Ok(found)
}

fn check_object(object: &dyn Encode, path: &str, found: &mut Checked) {
    for kept in object.kept().kept() {
        let path = format!("{path}.{}", kept.name);
        match kept.why {
            Why::Unknown => found.unknown_fields.push(path),
            Why::Misfit => found.violations.push(misfit(&path, kept)),
            Why::Respelled if is_of_another_type(object, kept) => found.violations.push(misfit(&path, kept)),
            Why::Respelled | Why::Whole | Why::Replaced | Why::Missing => {}
        }
    }
    for (index, field) in object.schema().fields.iter().enumerate() {
        let path = format!("{path}.{}", field.name);
        match encode::without_filler(object.kept().kept(), field.name, object.view(index)) {
            View::Unrecognized(_) => found.unknown_values.push(path),
            View::Object(inner) => check_object(inner, &path, found),
            View::List(list) => (0..list.count()).for_each(|index| {
                let path = format!("{path}[{index}]");
                match list.item(index) {
                    View::Unrecognized(_) => found.unknown_values.push(path),
                    View::Object(item) => match item.kept().kept().iter().find(|kept| kept.why == Why::Whole) {
                        Some(whole) => found.violations.push(misfit(&path, whole)),
                        None => check_object(item, &path, found),
                    },
                    _ => {}
                }
            }),
            _ => {}
        }
    }
}

fn misfit(path: &str, kept: &Kept) -> Violation {
    let first = kept.value.get().bytes().next().unwrap_or(b'n');
    Violation::wrong(path, format!("holds {} that does not fit", kind(first)))
}

/// Answers may hold a text for a number and the other way round, and are read all the same; a request may not.
fn is_of_another_type(object: &dyn Encode, kept: &Kept) -> bool {
    let Some(index) = object.schema().index(&kept.name, 0) else { return false };
    let quoted = kept.value.get().starts_with('"');
    match object.view(index) {
        View::Integer(_) | View::Number(_) | View::Flag(_) => quoted,
        View::Text(_) | View::Known(_) | View::Unrecognized(_) | View::Id(_) | View::Secret(_) | View::Time(_) => {
            !quoted
        }
        _ => false,
    }
}
