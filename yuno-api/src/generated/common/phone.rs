//! Generated from `spec/common/phone.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// A telephone number.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Phone {
    /// International dialling code without the plus sign, such as `55` for Brazil.
    pub country_code: Option<String>,
    /// The rest of the number, digits only.
    pub number: Option<Sensitive>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Phone { country_code; number; } }
