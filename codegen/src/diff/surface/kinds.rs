//! The types of JSON values.

use std::collections::BTreeSet;

/// A type of JSON values, as `type` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) enum Kind {
    Array,
    Boolean,
    Integer,
    Number,
    Object,
    String,
    /// No value at all: the schema `false`.
    Nothing,
}

impl Kind {
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "array" => Self::Array,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "object" => Self::Object,
            "string" => Self::String,
            _ => return None,
        })
    }

    fn word(self) -> &'static str {
        match self {
            Self::Array => "array",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Object => "object",
            Self::String => "string",
            Self::Nothing => "nothing",
        }
    }

    /// Whether a value of this type is one of the others, too: an integer is a number.
    pub(in crate::diff) fn is_among(self, types: &BTreeSet<Self>) -> bool {
        types.contains(&self) || (self == Self::Integer && types.contains(&Self::Number)) || self == Self::Nothing
    }
}

/// The types as a sentence names them.
pub(in crate::diff) fn named(types: Option<&BTreeSet<Kind>>) -> String {
    match types {
        None => "any value".to_owned(),
        Some(types) => types.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" or "),
    }
}
