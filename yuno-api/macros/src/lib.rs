//! The derive of the builders in `yuno-api`, which is what it is for; it is not meant for other crates.
//!
//! It reads and writes tokens by `proc_macro` alone: what a derive stands on is compiled before everything that uses it.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod read;
mod write;

use proc_macro::TokenStream;

/// Gives a struct with named members a builder.
///
/// For `struct Order { .. }`, `Order::builder()` answers an `OrderBuilder` with a method for each member and `build()`.
/// Every method takes what converts `Into` the member. What is required is given once; of anything else, what is given
/// last counts.
///
/// | member | in the builder |
/// |---|---|
/// | `a: T` | required: without `a(..)`, `build()` does not compile |
/// | `a: Option<T>` | `a(..)` takes a `T`, `maybe_a(..)` an `Option` of one |
/// | `#[builder(required)] a: Option<T>` | `a(..)` takes a `T`, and is required |
/// | `#[builder(default)] a: T` | `T::default()` unless `a(..)`, or `maybe_a(..)` with `Some`, says otherwise |
/// | `#[builder(skip)] a: T` | no method: it is `T::default()` |
///
/// A type parameter of the builder stands for each required member, and the builder holds the member's value there: at
/// first `()`, and what was given from then on. They are named `S0`, `S1` and so on, which a member's type must not be.
#[proc_macro_derive(Builder, attributes(builder))]
pub fn builder(item: TokenStream) -> TokenStream {
    match read::item(item) {
        Ok(item) => write::builder(&item),
        Err(refusal) => refusal.into_tokens(),
    }
}
