//! What the builders of generated types stand on.

pub(crate) use yuno_api_macros::Builder;

/// A required member that was given. Each type implements it for itself, and what stands in a member's place until then
/// for nothing else.
#[diagnostic::on_unimplemented(
    message = "the required member `{Self}` was not given",
    label = "before this, call `.{Self}(..)`"
)]
pub trait Given<T> {
    fn given(self) -> T;
}

impl<T> Given<T> for T {
    #[inline]
    fn given(self) -> T {
        self
    }
}
