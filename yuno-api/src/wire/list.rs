//! Lists of objects, texts, numbers and JSON values.

use super::{
    FieldSlot, FieldView, Object, Slot, View,
    slot::{ObjectsSlot, OptionSlot},
    view::ListView,
};

/// A type that can be read from a list.
pub trait ItemSlot: Sized {
    /// Where a list goes that may be absent.
    fn optional(list: &mut Option<Vec<Self>>) -> Slot<'_>;
    /// Where a list goes that is always there.
    fn required(list: &mut Vec<Self>) -> Slot<'_>;
}

impl<T: FieldView> ListView for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> View<'_> {
        match self.get(index) {
            Some(item) => item.field_view(),
            None => View::Absent,
        }
    }
}

impl<T: FieldView> FieldView for Vec<T> {
    fn field_view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: ItemSlot> FieldSlot for Vec<T> {
    fn field_slot(&mut self) -> Slot<'_> {
        T::required(self)
    }

    fn field_empty() -> Self {
        Self::new()
    }
}

impl<T: ItemSlot> OptionSlot for Vec<T> {
    fn option_slot(option: &mut Option<Self>) -> Slot<'_> {
        T::optional(option)
    }
}

impl<T: Object> ObjectsSlot for Vec<T> {
    fn start(&mut self) {
        self.clear();
    }

    fn push(&mut self) -> &mut dyn Object {
        push(self)
    }

    fn clear(&mut self) {
        self.clear();
    }
}

impl<T: Object> ObjectsSlot for Option<Vec<T>> {
    fn start(&mut self) {
        *self = Some(Vec::new());
    }

    fn push(&mut self) -> &mut dyn Object {
        push(self.get_or_insert_default())
    }

    fn clear(&mut self) {
        *self = None;
    }
}

fn push<T: Object>(list: &mut Vec<T>) -> &mut dyn Object {
    let index = list.len();
    list.push(T::empty());
    &mut list[index]
}
