//! Any JSON value, kept as the text that came.

use std::fmt;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned};
use serde_json::value::RawValue;

/// Any JSON value, kept exactly as it came: no digit, key or order is lost.
///
/// Free-form parts of an answer, such as a provider's own response, are of this type. Read it with
/// [`parse`](Json::parse) or look at [`get`](Json::get). `Debug` shows only what kind of value it is and how long,
/// because providers put account data there.
///
/// ```
/// # use yuno_api::types::Json;
/// let json = Json::new(&serde_json::json!({"status": "received"})).unwrap();
/// let value: serde_json::Value = json.parse().unwrap();
/// assert_eq!(value["status"], "received");
/// ```
#[derive(Clone)]
pub struct Json(Box<str>);

impl Json {
    /// The JSON form of a value.
    ///
    /// # Errors
    ///
    /// Where the value has no JSON form, such as a map whose keys are not text.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_string(value).map(|json| Self(json.into()))
    }

    /// Reads the value as a type of yours, or as `serde_json::Value`.
    ///
    /// # Errors
    ///
    /// Where the value does not fit the type. The error says where, and shows nothing of the value.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(&self.0).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            serde_core::de::Error::custom(format_args!("line {line}, column {column} is not what the type wants"))
        })
    }

    /// The JSON text.
    #[must_use]
    pub fn get(&self) -> &str {
        &self.0
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.get() == "null"
    }

    pub(crate) fn null() -> Self {
        Self("null".into())
    }

    /// Text that is known to be JSON, because it is a part of JSON that was read.
    pub(crate) fn from_json(json: &str) -> Self {
        Self(json.into())
    }

    /// Object, list, text, number, flag or null.
    pub(crate) fn kind(&self) -> &'static str {
        match self.get().as_bytes().first() {
            Some(b'{') => "object",
            Some(b'[') => "list",
            Some(b'"') => "text",
            Some(b't' | b'f') => "flag",
            Some(b'n') => "null",
            _ => "number",
        }
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}, {} bytes>", self.kind(), self.get().len())
    }
}

/// Two values are equal where they are the same JSON, whatever their spacing and the order of their keys.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
            || match (self.parse::<serde_json::Value>(), other.parse::<serde_json::Value>()) {
                (Ok(one), Ok(two)) => one == two,
                _ => false,
            }
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        Self(value.to_string().into())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(&self.0).map_err(serde_core::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|json| Self(Box::<str>::from(json)))
    }
}
