//! What some answers give as one object and others as a list.

use super::{
    Encode, FieldView, Object, Slot, View,
    slot::{ObjectsSlot, OneOrManySlot, OptionSlot},
};

/// One object or a list of them: some answers have the one, some the other.
///
/// Read it as a slice; it writes back the form that it was read from.
///
/// ```
/// # use yuno_api::types::OneOrMany;
/// let one = OneOrMany::One(Box::new("authorize"));
/// let many = OneOrMany::Many(vec!["authorize", "capture"]);
/// assert_eq!(one.iter().chain(&many).count(), 3);
/// assert_eq!(many.last(), Some(&"capture"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum OneOrMany<T> {
    /// It came as an object.
    One(Box<T>),
    /// It came as a list.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// All of them.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}

impl<T> std::ops::Deref for OneOrMany<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<'a, T> IntoIterator for &'a OneOrMany<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter()
    }
}

impl<T> From<Vec<T>> for OneOrMany<T> {
    fn from(many: Vec<T>) -> Self {
        Self::Many(many)
    }
}

impl<T: FieldView + Encode> FieldView for OneOrMany<T> {
    fn field_view(&self) -> View<'_> {
        match self {
            Self::One(one) => View::Object(&**one),
            Self::Many(many) => View::List(many),
        }
    }
}

impl<T: Object> OneOrManySlot for Option<OneOrMany<T>> {
    fn one(&mut self) -> &mut dyn Object {
        self.insert(OneOrMany::One(Box::new(T::empty()))).push()
    }

    fn many(&mut self) -> &mut dyn ObjectsSlot {
        self.insert(OneOrMany::Many(Vec::new()))
    }

    fn clear(&mut self) {
        *self = None;
    }
}

impl<T: Object> ObjectsSlot for OneOrMany<T> {
    fn start(&mut self) {
        *self = Self::Many(Vec::new());
    }

    fn push(&mut self) -> &mut dyn Object {
        match self {
            Self::One(one) => &mut **one,
            Self::Many(many) => ObjectsSlot::push(many),
        }
    }

    fn clear(&mut self) {
        *self = Self::Many(Vec::new());
    }
}

impl<T: Object> OptionSlot for OneOrMany<T> {
    fn option_slot(option: &mut Option<Self>) -> Slot<'_> {
        Slot::OneOrMany(option)
    }
}
