//! A card's number on a screen.
use yuno_api::types::*;

fn main() {
    let number = Sensitive::from("4111111111111111");
    println!("{}", number);
    let _ = number.to_string();
}
