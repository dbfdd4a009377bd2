//! Generated from `spec/payments/additional_data.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::object};

/// What the payment is for, and who sells it. The more of it is known, the better a payment is judged.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct AdditionalData {
    /// What was ordered. Its amounts inform only: they are contained in the payment's amount and never added to it.
    pub order: Option<Box<Order>>,
    /// The flights that are paid for, who flies, and the tickets.
    pub airline: Option<Box<Airline>>,
    /// Journeys by ship, bus, train, tram or car.
    pub transportations: Option<Vec<Transportation>>,
    /// The seller behind the payment, for marketplaces and payment facilitators.
    pub seller_details: Option<Box<SellerDetails>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { AdditionalData { order; airline; transportations; seller_details; } }
