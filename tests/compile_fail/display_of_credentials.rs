//! Keys on a screen.
use yuno_api::Credentials;

fn main() {
    let credentials = Credentials::new("public", "private").unwrap();
    println!("{}", credentials);
}
