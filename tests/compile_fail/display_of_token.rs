//! A token on a screen.
use yuno_api::types::*;

fn main() {
    let token = VaultedToken::from("token");
    println!("{token}");
    let _: &str = token.as_str();
}
