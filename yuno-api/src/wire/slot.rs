//! Writing into a value member by member, whatever its type: what decoding uses.

use super::{
    Encode, UnknownFields,
    scalar::{Fit, Kind, Raw, ScalarSlot},
};

/// An object that can be filled member by member.
pub trait Object: Encode {
    /// A value with nothing in it.
    fn empty() -> Self
    where
        Self: Sized;
    /// The member at this index of the table.
    fn slot(&mut self, index: usize) -> Slot<'_>;
    /// Where to keep what does not fit.
    fn kept_mut(&mut self) -> &mut UnknownFields;
}

/// Where a decoded value goes.
pub enum Slot<'a> {
    /// Text.
    Text(&'a mut dyn TextSlot),
    /// Number or flag, or any JSON value.
    Scalar(&'a mut dyn ScalarSlot),
    /// An object.
    Object(&'a mut dyn ObjectSlot),
    /// A list of objects.
    Objects(&'a mut dyn ObjectsSlot),
    /// A list of anything else.
    Scalars(&'a mut dyn ScalarsSlot),
    /// An object or a list of them.
    OneOrMany(&'a mut dyn OneOrManySlot),
    /// Something for which null is a value.
    Patch(&'a mut dyn PatchSlot),
    /// No such member.
    Nothing,
}

impl Slot<'_> {
    /// Takes away what is there.
    pub(crate) fn clear(self) {
        match self {
            Self::Text(slot) => slot.clear(),
            Self::Scalar(slot) => slot.clear(),
            Self::Object(slot) => slot.clear(),
            Self::Objects(list) => list.clear(),
            Self::Scalars(list) => list.clear(),
            Self::OneOrMany(slot) => slot.clear(),
            Self::Patch(slot) => slot.clear(),
            Self::Nothing => {}
        }
    }
}

/// Where a text goes.
pub trait TextSlot {
    /// Puts it there.
    fn put(&mut self, text: &str);
    /// Takes it away again.
    fn clear(&mut self);
}

/// Where an object goes.
pub trait ObjectSlot {
    /// Puts an empty object there, to be filled.
    fn start(&mut self) -> &mut dyn Object;
    /// Takes it away again.
    fn clear(&mut self);
}

/// Where a list of objects goes.
pub trait ObjectsSlot {
    /// Puts an empty list there.
    fn start(&mut self);
    /// Adds an empty object, to be filled.
    fn push(&mut self) -> &mut dyn Object;
    /// Takes it away again.
    fn clear(&mut self);
}

/// Where a list of texts, numbers, flags or JSON values goes.
pub trait ScalarsSlot {
    /// How its items want to be read.
    fn kind(&self) -> Kind;
    /// Puts an empty list there.
    fn start(&mut self);
    /// Adds an item, if it fits.
    fn push(&mut self, raw: Raw<'_>) -> Fit;
    /// Takes it away again.
    fn clear(&mut self);
}

/// Where an object or a list of objects goes.
pub trait OneOrManySlot {
    /// For an object.
    fn one(&mut self) -> &mut dyn Object;
    /// For a list.
    fn many(&mut self) -> &mut dyn ObjectsSlot;
    /// Takes it away again.
    fn clear(&mut self);
}

/// Where null is a value.
pub trait PatchSlot {
    /// Puts null there.
    fn null(&mut self);
    /// For anything else.
    fn value(&mut self) -> Slot<'_>;
    /// Takes it away again.
    fn clear(&mut self);
}

/// A type that can stand in a member and be filled.
pub trait FieldSlot {
    /// Where its value goes.
    fn field_slot(&mut self) -> Slot<'_>;
    /// A value with nothing in it.
    fn field_empty() -> Self
    where
        Self: Sized;
}

/// A type that can stand in an `Option` and be filled.
pub trait OptionSlot: Sized {
    /// Where its value goes.
    fn option_slot(option: &mut Option<Self>) -> Slot<'_>;
}

impl<T: OptionSlot> FieldSlot for Option<T> {
    fn field_slot(&mut self) -> Slot<'_> {
        T::option_slot(self)
    }

    fn field_empty() -> Self {
        None
    }
}

impl<T: Object> OptionSlot for Box<T> {
    fn option_slot(option: &mut Option<Self>) -> Slot<'_> {
        Slot::Object(option)
    }
}

impl<T: Object> ObjectSlot for Option<Box<T>> {
    fn start(&mut self) -> &mut dyn Object {
        &mut **self.insert(Box::new(T::empty()))
    }

    fn clear(&mut self) {
        *self = None;
    }
}
