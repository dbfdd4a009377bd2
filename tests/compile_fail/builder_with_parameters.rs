//! A builder of a struct with a type parameter.
#[derive(yuno_api_macros::Builder)]
pub struct Boxed<T> {
    pub value: Option<T>,
}

fn main() {}
