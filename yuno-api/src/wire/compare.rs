//! Equality of any two values of one type.

use super::{Encode, View};

/// Whether two objects hold the same members and keep the same others. Never inlined: every type's `==` is this.
#[inline(never)]
pub(crate) fn same(one: &dyn Encode, two: &dyn Encode) -> bool {
    std::ptr::eq(one.schema(), two.schema())
        && (0..one.schema().fields.len()).all(|index| same_view(one.view(index), two.view(index)))
        && one.kept() == two.kept()
}

fn same_view(one: View<'_>, two: View<'_>) -> bool {
    match (one, two) {
        (View::Absent, View::Absent) | (View::Null, View::Null) => true,
        (View::Text(one), View::Text(two))
        | (View::Known(one), View::Known(two))
        | (View::Unrecognized(one), View::Unrecognized(two))
        | (View::Id(one), View::Id(two)) => one == two,
        (View::Secret(one), View::Secret(two)) => one == two,
        (View::Integer(one), View::Integer(two)) => one == two,
        (View::Number(one), View::Number(two)) => one == two,
        (View::Flag(one), View::Flag(two)) => one == two,
        (View::Time(one), View::Time(two)) => one == two,
        (View::Json(one), View::Json(two)) => one == two,
        (View::Object(one), View::Object(two)) => same(one, two),
        (View::List(one), View::List(two)) => {
            one.count() == two.count() && (0..one.count()).all(|index| same_view(one.item(index), two.item(index)))
        }
        _ => false,
    }
}
