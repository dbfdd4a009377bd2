//! What a body became when it was read: for tools that hold recorded traffic against the types.

use std::fmt;

use super::{Decode, DecodeError, FieldView, View, Violation, encode, unknown::Why, validate};

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
