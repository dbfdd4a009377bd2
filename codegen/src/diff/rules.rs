//! The rules: every way in which two documents can differ, and what each means for those who call the API.
//!
//! One table, [`table::TABLE`], holds them all. What finds them is in `compare`.

mod table;

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::Level;

/// A rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Its name: `request-field-became-required`.
    pub id: &'static str,
    /// What it means for callers.
    pub level: Level,
    /// What it is about, as the ledger of departures from the vendor's document names it.
    pub kind: Topic,
    /// The rule that finds the same change in the other direction; itself where that is no other.
    pub opposite: &'static str,
    /// The sentence: what changed and who must do what. `{it}` is what changed, `{old}` and `{new}` the values.
    pub what: &'static str,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Only the new document has it.
    Added,
    /// Only the old document has it.
    Missing,
    /// `type`, and whether a list may come as a single value.
    Type,
    /// `format` and `contentEncoding`.
    Format,
    /// Whether it must be there.
    Required,
    /// Whether it may be null.
    Nullable,
    /// The values that it may have.
    Enum,
    /// Lengths, bounds, counts and patterns.
    Limit,
    /// What holds where nothing is sent.
    Default,
    /// Whether it is on its way out.
    Deprecated,
    /// Whether it is only sent or only answered.
    Direction,
    /// `oneOf`, `anyOf` and discriminators.
    Alternatives,
    /// Whether members that are not listed may come.
    Extra,
    /// Conditions across members.
    Condition,
    /// Whether it is kept out of logs.
    Sensitive,
    /// How a parameter or form is written.
    Style,
    /// What a caller must show.
    Security,
    /// Where the API is.
    Server,
    /// How a retry is made safe.
    Idempotency,
    /// With which status it answers.
    Status,
    /// What a thing is called.
    Name,
}

impl Topic {
    /// Its word in the ledger: `read-only`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Missing => "missing",
            Self::Type => "type",
            Self::Format => "format",
            Self::Required => "required",
            Self::Nullable => "nullable",
            Self::Enum => "enum",
            Self::Limit => "limit",
            Self::Default => "default",
            Self::Deprecated => "deprecated",
            Self::Direction => "direction",
            Self::Alternatives => "alternatives",
            Self::Extra => "extra",
            Self::Condition => "condition",
            Self::Sensitive => "sensitive",
            Self::Style => "style",
            Self::Security => "security",
            Self::Server => "server",
            Self::Idempotency => "idempotency",
            Self::Status => "status",
            Self::Name => "name",
        }
    }
}

/// All rules, in the order of the table.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    table::TABLE.iter().flat_map(|rows| rows.iter())
}

/// The rule of this name.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    static BY_ID: LazyLock<HashMap<&'static str, &'static Rule>> =
        LazyLock::new(|| rules().map(|rule| (rule.id, rule)).collect());
    BY_ID.get(id).copied()
}

/// What stands in for a rule that the table lacks: a difference is never lost.
pub(super) const UNNAMED: Rule = Rule {
    id: "unnamed",
    level: Level::Risky,
    kind: Topic::Type,
    opposite: "unnamed",
    what: "{it} changed from {old} to {new} in a way that no rule names; look at it.",
};
