//! A builder of what has no members.
#[derive(yuno_api_macros::Builder)]
pub enum Kind {
    One,
}

fn main() {}
