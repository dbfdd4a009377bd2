//! A match that knows no value to come.
use yuno_api::types::*;

fn name(gender: &Gender) -> &'static str {
    match gender {
        Gender::Male => "male",
        Gender::Female => "female",
    }
}

fn main() {}
