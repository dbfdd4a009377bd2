//! Lists of objects, texts, numbers and JSON values.

use super::{FieldSlot, FieldView, Object, Slot, View, slot::ObjectsSlot, view::ListView};

/// A type that can stand in a list. The tables implement it, so that `Vec<T>` needs no second driver.
pub trait Item: Sized {
    /// Shows an item.
    fn item_view(&self) -> View<'_>;
}

/// A type that can be read from a list.
pub trait ItemSlot: Item {
    /// Where a list goes that may be absent.
    fn optional(list: &mut Option<Vec<Self>>) -> Slot<'_>;
    /// Where a list goes that is always there.
    fn required(list: &mut Vec<Self>) -> Slot<'_>;
}

impl<T: Item> ListView for Vec<T> {
    fn count(&self) -> usize {
        self.len()
    }

    fn item(&self, index: usize) -> View<'_> {
        self.get(index).map_or(View::Absent, Item::item_view)
    }
}

impl<T: Item> FieldView for Vec<T> {
    fn field_view(&self) -> View<'_> {
        View::List(self)
    }
}

impl<T: Item> FieldView for Option<Vec<T>> {
    fn field_view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, |list| View::List(list))
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

impl<T: ItemSlot> FieldSlot for Option<Vec<T>> {
    fn field_slot(&mut self) -> Slot<'_> {
        T::optional(self)
    }

    fn field_empty() -> Self {
        None
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

/// Lists of what is not an object.
macro_rules! scalar_items {
    ($($ty:ty),* $(,)?) => {$(
        impl $crate::wire::list::Item for $ty {
            fn item_view(&self) -> $crate::wire::View<'_> {
                $crate::wire::scalar::Scalar::view(self)
            }
        }

        impl $crate::wire::list::ItemSlot for $ty {
            fn optional(list: &mut Option<Vec<Self>>) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Scalars(list)
            }

            fn required(list: &mut Vec<Self>) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Scalars(list)
            }
        }
    )*};
}
pub(crate) use scalar_items;

scalar_items!(String, super::Sensitive, super::Json, bool, i64, rust_decimal::Decimal, jiff::Timestamp);
