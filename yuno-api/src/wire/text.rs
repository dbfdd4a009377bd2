//! Ids and values as text: in a path, in a query, and out of a body.

use super::{Encode, Sensitive, View};

/// What can stand in a path.
pub trait PathText {
    /// The text, not yet escaped.
    fn path_text(&self) -> &str;
}

impl PathText for str {
    fn path_text(&self) -> &str {
        self
    }
}

impl PathText for String {
    fn path_text(&self) -> &str {
        self
    }
}

impl PathText for Sensitive {
    fn path_text(&self) -> &str {
        self.expose()
    }
}

/// What can stand in a query.
pub trait QueryText {
    /// The text, not yet escaped.
    fn query_text(&self) -> String;
}

impl<T: PathText + ?Sized> QueryText for T {
    fn query_text(&self) -> String {
        self.path_text().to_owned()
    }
}

impl QueryText for bool {
    fn query_text(&self) -> String {
        self.to_string()
    }
}

impl QueryText for i64 {
    fn query_text(&self) -> String {
        self.to_string()
    }
}

/// The text of a member of the body, such as the order id by which a payment is looked up.
pub(crate) fn text_at(body: &dyn Encode, field: &str) -> Option<String> {
    match body.view(body.schema().index(field, 0)?) {
        View::Text(text) | View::Known(text) | View::Unrecognized(text) | View::Id(text) => Some(text.to_owned()),
        View::Secret(text) => Some(text.expose().to_owned()),
        _ => None,
    }
}
