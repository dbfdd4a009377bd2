//! Generated from `spec/common/address.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// A postal address.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Address {
    /// Street and house number.
    pub address_line_1: Option<Sensitive>,
    /// Flat, floor, tower or other addition to the first line.
    pub address_line_2: Option<Sensitive>,
    /// Number of the building, where the country writes it apart from the street.
    pub building_number_1: Option<Sensitive>,
    /// Second number of the building, such as a staircase or a block.
    pub building_number_2: Option<Sensitive>,
    /// City or town.
    pub city: Option<String>,
    /// A country, as ISO 3166-1 alpha-2 code.
    pub country: Option<Country>,
    /// State, province or department, by name or by code as the country's providers expect it.
    pub state: Option<String>,
    /// Postal code, with leading zeros.
    pub zip_code: Option<Sensitive>,
    /// Neighborhood or district, which some providers in Latin America require.
    pub neighborhood: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Address {
    address_line_1; address_line_2; building_number_1; building_number_2; city; country; state;
    zip_code; neighborhood;
} }
