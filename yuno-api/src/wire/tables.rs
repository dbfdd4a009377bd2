//! The tables: what a generated type says about itself, in one macro for each kind of type.
//!
//! ```text
//! object! { Address {
//!     address_line_1: required, length(1, 255);
//!     type_ as "type";
//! } }
//! open_enum! { pub enum PaymentStatus { Created = "CREATED", } }
//! text! { pub struct PaymentId; }
//! ```
//!
//! `object!` is for what answers hold, `request!` for what only requests hold: that is encoded only, unless the feature
//! `server` is on.

/// The name on the wire: the member's own, unless another is given.
macro_rules! wire_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}

/// The rules of a table that has some.
macro_rules! wire_rules {
    () => {
        &[]
    };
    ($rules:expr) => {
        $rules
    };
}

/// What every object has: reading its members, `Debug`, equality, and `Serialize`.
macro_rules! readable {
    ($ty:ident {
        $($field:ident $(as $name:literal)? $(: $($limit:ident $(($($arg:expr),*))?),+)?;)*
    } $(rules $rules:expr)?) => {
        // A member's name stands for its index. One list of them is quicker to compile than a constant for each.
        #[allow(non_camel_case_types, clippy::enum_variant_names)]
        enum At { $($field),* }
        const MEMBERS: &[At] = &[$(At::$field),*];

        impl $crate::wire::Encode for $ty {
            fn schema(&self) -> &'static $crate::wire::Schema {
                static SCHEMA: $crate::wire::Schema = $crate::wire::Schema {
                    name: stringify!($ty),
                    fields: &[$(
                        $crate::wire::Field::new($crate::wire::tables::wire_name!($field $($name)?))
                            $($(.$limit($($($arg),*)?))+)?
                    ),*],
                    rules: $crate::wire::tables::wire_rules!($($rules)?),
                };
                &SCHEMA
            }

            #[allow(deprecated)]
            fn view(&self, index: usize) -> $crate::wire::View<'_> {
                match MEMBERS.get(index) {
                    $(Some(At::$field) => $crate::wire::FieldView::field_view(&self.$field),)*
                    _ => $crate::wire::View::Absent,
                }
            }

            fn kept(&self) -> &$crate::wire::UnknownFields {
                &self.unknown_fields
            }
        }

        impl $crate::wire::FieldView for $ty {
            fn field_view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Object(self)
            }
        }

        impl std::fmt::Debug for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::wire::debug::debug(self, f)
            }
        }

        impl PartialEq for $ty {
            fn eq(&self, other: &Self) -> bool {
                $crate::wire::compare::same(self, other)
            }
        }

        impl serde_core::Serialize for $ty {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::wire::serialize(self, serializer)
            }
        }
    };
}

/// What an object has that can be filled from an answer. It stands beside `readable!`, whose list of members it uses.
macro_rules! writable {
    ($empty:ident $ty:ident {
        $($field:ident $(as $name:literal)? $(: $($limit:ident $(($($arg:expr),*))?),+)?;)*
    } $(rules $rules:expr)?) => {
        impl $crate::wire::Object for $ty {
            #[allow(deprecated)]
            fn empty() -> Self {
                $crate::wire::tables::$empty! { $($field)* }
            }

            #[allow(deprecated)]
            fn slot(&mut self, index: usize) -> $crate::wire::Slot<'_> {
                match MEMBERS.get(index) {
                    $(Some(At::$field) => $crate::wire::FieldSlot::field_slot(&mut self.$field),)*
                    _ => $crate::wire::Slot::Nothing,
                }
            }

            fn kept_mut(&mut self) -> &mut $crate::wire::UnknownFields {
                &mut self.unknown_fields
            }
        }

        // Only requests hold an object that is not in an `Option`.
        #[cfg(feature = "server")]
        impl $crate::wire::slot::ObjectSlot for $ty {
            fn start(&mut self) -> &mut dyn $crate::wire::Object {
                *self = $crate::wire::Object::empty();
                self
            }

            fn clear(&mut self) {
                *self = $crate::wire::Object::empty();
            }
        }

        #[cfg(feature = "server")]
        impl $crate::wire::FieldSlot for $ty {
            fn field_slot(&mut self) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Object(self)
            }

            fn field_empty() -> Self {
                $crate::wire::Object::empty()
            }
        }

        // Inline, so that it is built only where there is such a list.
        impl $crate::wire::list::ItemSlot for $ty {
            #[inline]
            fn optional(list: &mut Option<Vec<Self>>) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Objects(list)
            }

            #[inline]
            fn required(list: &mut Vec<Self>) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Objects(list)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $ty {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut object = <Self as $crate::wire::Object>::empty();
                $crate::wire::deserialize(deserializer, &mut object)?;
                Ok(object)
            }
        }
    };
}

/// A value with nothing in it, of a type of which nothing is required.
macro_rules! nothing {
    ($($field:ident)*) => {
        Self::default()
    };
}

/// A value with nothing in it, of a type that must hold something.
#[cfg(feature = "server")]
macro_rules! fillers {
    ($($field:ident)*) => {
        Self {
            $($field: $crate::wire::FieldSlot::field_empty(),)*
            unknown_fields: $crate::wire::UnknownFields::default(),
        }
    };
}

/// The table of an object that answers hold.
macro_rules! object {
    ($($table:tt)*) => {
        const _: () = {
            $crate::wire::tables::readable! { $($table)* }
            $crate::wire::tables::writable! { nothing $($table)* }
        };
    };
}

/// The table of an object that only requests hold.
macro_rules! request {
    ($($table:tt)*) => {
        const _: () = {
            $crate::wire::tables::readable! { $($table)* }
            #[cfg(feature = "server")]
            const _: () = { $crate::wire::tables::writable! { fillers $($table)* } };
        };
    };
}

/// The table of a list of known texts, to which the API may add.
macro_rules! open_enum {
    ($(#[$doc:meta])* pub enum $ty:ident { $($(#[$note:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $ty {
            $($(#[$note])* #[doc = concat!("\n\n`", $text, "`")] $variant,)*
            /// A value that this version does not know, as the API sent it.
            Unrecognized(String),
        }

        impl $ty {
            /// Every value that this version knows, in the order of the spec.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];
            const TEXTS: &'static [&'static str] = &[$($text),*];

            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unrecognized(text) => text,
                }
            }
        }

        impl From<&str> for $ty {
            fn from(text: &str) -> Self {
                static KEYS: [u64; $ty::TEXTS.len()] = $crate::wire::text::keys($ty::TEXTS);
                match $crate::wire::text::position(&KEYS, Self::TEXTS, text).and_then(|index| Self::KNOWN.get(index)) {
                    Some(known) => known.clone(),
                    None => Self::Unrecognized(text.to_owned()),
                }
            }
        }

        $crate::wire::tables::text_like! { $ty }

        impl $crate::wire::scalar::Text for $ty {
            fn blank() -> Self {
                Self::Unrecognized(String::new())
            }
        }

        impl $crate::wire::FieldView for $ty {
            fn field_view(&self) -> $crate::wire::View<'_> {
                match self {
                    Self::Unrecognized(text) => $crate::wire::View::Unrecognized(text),
                    known => $crate::wire::View::Known(known.as_str()),
                }
            }
        }

        /// The text on the wire.
        impl std::fmt::Display for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        /// A value that is not known is shown by its length: it may be anything.
        impl std::fmt::Debug for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    Self::Unrecognized(text) => $crate::wire::debug::unrecognized(text, f),
                    known => f.write_str(known.as_str()),
                }
            }
        }
    };
}

/// A text with a meaning of its own: an id.
macro_rules! text {
    ($(#[$doc:meta])* pub struct $ty:ident;) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $ty(String);

        impl $ty {
            /// The text on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        $crate::wire::tables::text_like! { $ty }

        impl From<&str> for $ty {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $ty {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&$ty> for $ty {
            fn from(id: &$ty) -> Self {
                id.clone()
            }
        }

        impl $crate::wire::scalar::Text for $ty {}

        impl $crate::wire::FieldView for $ty {
            fn field_view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Id(&self.0)
            }
        }

        /// The id itself.
        impl std::fmt::Display for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        /// Shown where it has the form of a UUID, and by its length otherwise.
        impl std::fmt::Debug for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::wire::debug::id(&self.0, f)
            }
        }
    };
}

/// A text with a meaning of its own that must not be seen: a token.
macro_rules! secret_text {
    ($(#[$doc:meta])* pub struct $ty:ident;) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $ty($crate::wire::Sensitive);

        impl $ty {
            /// The text itself. Keep it out of logs.
            #[must_use]
            pub fn expose(&self) -> &str {
                self.0.expose()
            }

            fn as_str(&self) -> &str {
                self.0.expose()
            }
        }

        $crate::wire::tables::text_like! { $ty }

        impl From<&str> for $ty {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $ty {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl From<&$ty> for $ty {
            fn from(token: &$ty) -> Self {
                token.clone()
            }
        }

        impl $crate::wire::scalar::Text for $ty {}

        impl $crate::wire::FieldView for $ty {
            fn field_view(&self) -> $crate::wire::View<'_> {
                $crate::wire::View::Secret(&self.0)
            }
        }

        impl std::fmt::Debug for $ty {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("[redacted]")
            }
        }
    };
}

/// What enums and ids share.
macro_rules! text_like {
    ($ty:ident) => {
        impl std::str::FromStr for $ty {
            type Err = std::convert::Infallible;

            // `Self::Err` would be ambiguous in an enum with a value of that name.
            fn from_str(text: &str) -> Result<Self, std::convert::Infallible> {
                Ok(Self::from(text))
            }
        }

        impl serde_core::Serialize for $ty {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $ty {
            fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // What serde says of another kind of value repeats the value.
                <std::borrow::Cow<'de, str>>::deserialize(deserializer)
                    .map(|text| Self::from(&*text))
                    .map_err(|_| serde_core::de::Error::custom("expected a text"))
            }
        }

        impl $crate::wire::PathText for $ty {
            fn path_text(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::wire::slot::OptionSlot for $ty {
            #[inline]
            fn option_slot(option: &mut Option<Self>) -> $crate::wire::Slot<'_> {
                $crate::wire::Slot::Text(option)
            }
        }
    };
}

#[cfg(feature = "server")]
pub(crate) use fillers;
pub(crate) use {
    nothing, object, open_enum, readable, request, secret_text, text, text_like, wire_name, wire_rules, writable,
};
