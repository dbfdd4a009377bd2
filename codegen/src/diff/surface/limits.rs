//! Limits on length, size and number.

use std::cmp::Ordering;

use crate::tree::{Node, Place, Value};

/// Which limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::diff) enum Limit {
    MaxItems,
    MaxLength,
    MaxProperties,
    Maximum,
    MinItems,
    MinLength,
    MinProperties,
    Minimum,
}

impl Limit {
    pub(super) const ALL: [Self; 8] = [
        Self::MaxItems,
        Self::MaxLength,
        Self::MaxProperties,
        Self::Maximum,
        Self::MinItems,
        Self::MinLength,
        Self::MinProperties,
        Self::Minimum,
    ];

    /// The keyword.
    pub(in crate::diff) fn keyword(self) -> &'static str {
        match self {
            Self::MaxItems => "maxItems",
            Self::MaxLength => "maxLength",
            Self::MaxProperties => "maxProperties",
            Self::Maximum => "maximum",
            Self::MinItems => "minItems",
            Self::MinLength => "minLength",
            Self::MinProperties => "minProperties",
            Self::Minimum => "minimum",
        }
    }

    /// How rules call it.
    pub(in crate::diff) fn word(self) -> &'static str {
        match self {
            Self::MaxItems => "max-items",
            Self::MaxLength => "max-length",
            Self::MaxProperties => "max-properties",
            Self::Maximum => "maximum",
            Self::MinItems => "min-items",
            Self::MinLength => "min-length",
            Self::MinProperties => "min-properties",
            Self::Minimum => "minimum",
        }
    }

    fn is_upper(self) -> bool {
        matches!(self, Self::MaxItems | Self::MaxLength | Self::MaxProperties | Self::Maximum)
    }

    /// Whether a limit that is there says nothing: a length of at least 0.
    fn is_idle(self, bound: &Bound) -> bool {
        matches!(self, Self::MinItems | Self::MinLength | Self::MinProperties) && bound.text == "0"
    }

    /// What `new` does, compared with `old`: `Less` is less room.
    pub(in crate::diff) fn room(self, old: Option<&Bound>, new: Option<&Bound>) -> Ordering {
        match (old, new) {
            (None, None) => Ordering::Equal,
            (Some(_), None) => Ordering::Greater,
            (None, Some(_)) => Ordering::Less,
            (Some(old), Some(new)) => {
                let larger = new.number().total_cmp(&old.number()).then_with(|| match (old.integer(), new.integer()) {
                    (Some(old), Some(new)) => new.cmp(&old),
                    _ => Ordering::Equal,
                });
                let room = if self.is_upper() { larger } else { larger.reverse() };
                // At the same number, a limit that excludes it leaves less room.
                room.then_with(|| old.exclusive.cmp(&new.exclusive))
            }
        }
    }
}

/// The value of a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diff) struct Bound {
    /// As written, without needless zeros.
    pub(in crate::diff) text: String,
    pub(in crate::diff) exclusive: bool,
}

impl Bound {
    fn number(&self) -> f64 {
        self.text.parse().unwrap_or_default()
    }

    /// Exactly, where a float may not tell two apart.
    fn integer(&self) -> Option<i128> {
        self.text.parse().ok()
    }

    /// How a sentence writes it.
    pub(in crate::diff) fn shown(bound: Option<&Self>) -> String {
        match bound {
            None => "none".to_owned(),
            Some(bound) if bound.exclusive => format!("{} excluded", bound.text),
            Some(bound) => bound.text.clone(),
        }
    }
}

/// The limit that a schema sets by itself, in either spelling of `exclusive..`, and where it stands.
pub(super) fn read(node: &Node, limit: Limit) -> Option<(Bound, Place)> {
    let number = |keyword: &str| {
        let node = node.get(keyword)?;
        match &node.value {
            Value::Number(text) => Some((super::canonical::number(text), node.place)),
            _ => None,
        }
    };
    let exclusive = match limit {
        Limit::Maximum => "exclusiveMaximum",
        Limit::Minimum => "exclusiveMinimum",
        _ => "",
    };
    let plain = number(limit.keyword()).map(|(text, place)| {
        let is_exclusive = node.get(exclusive).and_then(Node::flag) == Some(true);
        (Bound { text, exclusive: is_exclusive }, place)
    });
    let strict = number(exclusive).map(|(text, place)| (Bound { text, exclusive: true }, place));
    let tighter = match (plain, strict) {
        (Some(plain), Some(strict)) if limit.room(Some(&plain.0), Some(&strict.0)).is_lt() => Some(strict),
        (plain, strict) => plain.or(strict),
    };
    tighter.filter(|(bound, _)| !limit.is_idle(bound))
}
