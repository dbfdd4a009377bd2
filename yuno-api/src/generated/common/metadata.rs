//! Generated from `spec/common/metadata.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// One note of the merchant's, kept and given back as it is. Put no personal data here: it is shown in the
/// dashboard and travels in webhooks.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Metadata {
    /// What the note is called, such as `order_channel`. Routing conditions can test it.
    #[builder(required)]
    pub key: Option<String>,
    /// What the note says.
    #[builder(required)]
    pub value: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Metadata {
    key: required;
    value: required;
} }
