//! A member of a PATCH body, for which absent, null and a value are three things.

use super::{FieldSlot, FieldView, Slot, View, scalar::Text, slot::PatchSlot};

/// A member of a PATCH body: left as it is, cleared, or set.
///
/// ```
/// # use yuno_api::types::Patch;
/// let keep: Patch<String> = Patch::Keep;      // not sent
/// let clear: Patch<String> = Patch::Clear;    // sent as null
/// let set: Patch<String> = Patch::Set("Ada".to_owned());
/// assert_eq!(Patch::from("Ada".to_owned()), set);
/// # assert_ne!(keep, clear);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Not sent: what the API has stays.
    #[default]
    Keep,
    /// Sent as null: what the API has is cleared.
    Clear,
    /// Sent as a value, which replaces what the API has.
    Set(T),
}

impl<T> Patch<T> {
    /// The value, where one is set.
    #[must_use]
    pub fn set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

/// The usual conversion of a text, so that a builder takes `"Ada"` where the member is a [`Patch`].
impl<T: Text> From<&str> for Patch<T> {
    fn from(text: &str) -> Self {
        Self::Set(T::from(text))
    }
}

impl<T: FieldView> FieldView for Patch<T> {
    fn field_view(&self) -> View<'_> {
        match self {
            Self::Keep => View::Absent,
            Self::Clear => View::Null,
            Self::Set(value) => value.field_view(),
        }
    }
}

impl<T: FieldSlot> FieldSlot for Patch<T> {
    fn field_slot(&mut self) -> Slot<'_> {
        Slot::Patch(self)
    }

    fn field_empty() -> Self {
        Self::Keep
    }
}

impl<T: FieldSlot> PatchSlot for Patch<T> {
    fn null(&mut self) {
        *self = Self::Clear;
    }

    fn value(&mut self) -> Slot<'_> {
        *self = Self::Set(T::field_empty());
        match self {
            Self::Set(value) => value.field_slot(),
            Self::Keep | Self::Clear => Slot::Nothing,
        }
    }

    fn clear(&mut self) {
        *self = Self::Keep;
    }
}
