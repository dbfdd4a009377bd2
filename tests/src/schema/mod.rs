//! JSON bodies made from the spec's model: what the property tests feed to the types.
//!
//! Everything is drawn from a list of numbers ([`Choices`]), which proptest makes and shrinks: one number is one
//! decision, and where the numbers run out, the smallest value is taken.

pub mod marks;
pub mod mutate;
pub mod run;
pub mod tree;
pub mod values;

use std::sync::LazyLock;

use yuno_api::{
    exchange::{self, Inspect},
    types::DecodeError,
};
use yuno_codegen::{
    load,
    model::{Api, Component, Kind, Property, Type},
    read,
};

pub use tree::Tree;

use crate::repository;

static API: LazyLock<Api> = LazyLock::new(|| {
    let sources = load::read_folder(&repository::spec()).unwrap_or_else(|report| panic!("{}", report.render(false)));
    let document = load::parse(sources).unwrap_or_else(|report| panic!("{}", report.render(false)));
    read::model_of(&document).0
});

/// What the spec describes.
#[must_use]
pub fn api() -> &'static Api {
    &API
}

/// The component of this name.
#[must_use]
pub fn component(name: &str) -> &'static Component {
    api().component(name).unwrap_or_else(|| panic!("the spec has no component {name}"))
}

/// The members of an object.
#[must_use]
pub fn properties(component: &Component) -> &[Property] {
    match &component.kind {
        Kind::Object { properties, .. } => properties,
        Kind::Enum { .. } | Kind::Text { .. } => &[],
    }
}

/// Decisions yet to be made, each by one number.
#[derive(Debug)]
pub struct Choices<'a>(std::slice::Iter<'a, u32>);

impl<'a> Choices<'a> {
    /// The decisions that these numbers make.
    #[must_use]
    pub fn new(numbers: &'a [u32]) -> Self {
        Self(numbers.iter())
    }

    /// A number below `end`; 0 where no decision is left.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.next().map_or(0, |number| *number as usize % end.max(1))
    }

    /// True with a chance of `of` in `all`; false where no decision is left.
    pub fn chance(&mut self, of: usize, all: usize) -> bool {
        self.below(all) >= all.saturating_sub(of)
    }

    /// One of them.
    ///
    /// # Panics
    ///
    /// Where there are none.
    pub fn one<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }

    /// One of these words.
    pub fn word<'i>(&mut self, words: &[&'i str]) -> &'i str {
        words[self.below(words.len())]
    }
}

/// A type that a body can be read as.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What to call it when a test fails.
    pub name: String,
    /// Its type in the spec.
    pub ty: Type,
    /// Whether only requests have it.
    pub request: bool,
    inspect: Inspect,
}

impl Subject {
    /// Reads a body as the type, and writes it again.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn inspect(&self, body: &[u8]) -> Result<exchange::Inspection, DecodeError> {
        (self.inspect)(body)
    }

    /// Whether the body is a list.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.ty, Type::List(_))
    }

    /// The object that the body is, or that its items are.
    #[must_use]
    pub fn object(&self) -> &'static Component {
        match &self.ty {
            Type::Ref(name) => component(name),
            Type::List(item) => match &**item {
                Type::Ref(name) => component(name),
                other => panic!("a body is a list of {other:?}"),
            },
            other => panic!("a body is {other:?}"),
        }
    }
}

/// Every object of the API, each as if it were a body.
#[must_use]
pub fn objects() -> Vec<Subject> {
    let of = |(name, inspect): (&str, Inspect)| Subject {
        name: name.to_owned(),
        ty: Type::Ref(name.to_owned()),
        request: !component(name).direction.response,
        inspect,
    };
    exchange::objects().map(of).collect()
}

/// Every body of every operation.
#[must_use]
pub fn bodies() -> Vec<Subject> {
    let mut found = Vec::new();
    for exchange in exchange::all() {
        let id = exchange.operation.id;
        let operation = api().operations.iter().find(|operation| operation.id == id);
        let operation = operation.unwrap_or_else(|| panic!("the spec has no operation {id}"));
        let request = operation.request.as_ref().map(|body| &body.ty);
        let answer = operation.success.ty.as_ref();
        for (side, ty, inspect) in [("request", request, exchange.request), ("answer", answer, exchange.response)] {
            assert_eq!(ty.is_some(), inspect.is_some(), "{id} has a {side} in one of spec and crate only");
            if let (Some(ty), Some(inspect)) = (ty, inspect) {
                let (name, ty) = (format!("{side} of {id}"), ty.clone());
                found.push(Subject { name, ty, request: side == "request", inspect });
            }
        }
    }
    found
}
