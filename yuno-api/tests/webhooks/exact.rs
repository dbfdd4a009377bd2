//! JSON compared exactly: the same members, the same digits. The order of members, spacing, and members that are null
//! make no difference.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Exact {
    Null,
    Text(String),
    /// A number or a flag, as it is spelled.
    Scalar(String),
    List(Vec<Exact>),
    Object(BTreeMap<String, Exact>),
}

impl Exact {
    pub(crate) fn parse(json: &[u8]) -> Self {
        Self::of(serde_json::from_slice::<Box<RawValue>>(json).expect("JSON").get())
    }

    fn of(json: &str) -> Self {
        match json.as_bytes()[0] {
            b'{' => {
                let members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(json).expect("an object");
                Self::Object(members.into_iter().map(|(name, value)| (name, Self::of(value.get()))).collect())
            }
            b'[' => {
                let items: Vec<Box<RawValue>> = serde_json::from_str(json).expect("a list");
                Self::List(items.iter().map(|item| Self::of(item.get())).collect())
            }
            b'"' => Self::Text(serde_json::from_str(json).expect("a text")),
            b'n' => Self::Null,
            _ => Self::Scalar(json.to_owned()),
        }
    }

    /// Without members that are null.
    pub(crate) fn without_nulls(self) -> Self {
        match self {
            Self::Object(members) => Self::Object(
                members
                    .into_iter()
                    .filter(|(_, value)| *value != Self::Null)
                    .map(|(name, value)| (name, value.without_nulls()))
                    .collect(),
            ),
            Self::List(items) => Self::List(items.into_iter().map(Self::without_nulls).collect()),
            scalar => scalar,
        }
    }

    /// The text, with the members of every object the other way round, and with spaces where they may be.
    pub(crate) fn reversed(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Text(text) => serde_json::to_string(text).expect("a text"),
            Self::Scalar(scalar) => scalar.clone(),
            Self::List(items) => {
                format!("[ {} ]", items.iter().map(Self::reversed).collect::<Vec<_>>().join(" , "))
            }
            Self::Object(members) => {
                let member = |(name, value): (&String, &Self)| {
                    format!("{} :\t{}", serde_json::to_string(name).expect("a text"), value.reversed())
                };
                format!("{{\n{} }}", members.iter().rev().map(member).collect::<Vec<_>>().join(" ,\n"))
            }
        }
    }

    /// The same many times, each time with one value replaced.
    pub(crate) fn each_replaced(&self, by: &Self) -> Vec<Self> {
        match self {
            Self::Object(members) => {
                let mut all = vec![by.clone()];
                for (name, value) in members {
                    for replaced in value.each_replaced(by) {
                        let mut members = members.clone();
                        members.insert(name.clone(), replaced);
                        all.push(Self::Object(members));
                    }
                }
                all
            }
            Self::List(items) => {
                let mut all = vec![by.clone()];
                for (index, item) in items.iter().enumerate() {
                    for replaced in item.each_replaced(by) {
                        let mut items = items.clone();
                        items[index] = replaced;
                        all.push(Self::List(items));
                    }
                }
                all
            }
            _ => vec![by.clone()],
        }
    }

    /// With a member more in every object.
    pub(crate) fn with_additions(self) -> Self {
        match self {
            Self::Object(members) => {
                let mut members: BTreeMap<_, _> =
                    members.into_iter().map(|(name, value)| (name, value.with_additions())).collect();
                members.insert("a_new_member".to_owned(), Self::List(vec![Self::Scalar("1.0".to_owned()), Self::Null]));
                Self::Object(members)
            }
            Self::List(items) => Self::List(items.into_iter().map(Self::with_additions).collect()),
            scalar => scalar,
        }
    }

    /// Every text in it.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text],
            Self::List(items) => items.iter().flat_map(Self::texts).collect(),
            Self::Object(members) => members.values().flat_map(Self::texts).collect(),
            Self::Null | Self::Scalar(_) => Vec::new(),
        }
    }
}
