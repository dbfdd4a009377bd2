//! A builder of what has members without names.
#[derive(yuno_api_macros::Builder)]
pub struct Pair(i64, i64);

fn main() {}
