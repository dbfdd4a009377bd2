//! Generated from `spec/payments/fulfillment.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{open_enum, request}};

/// How far the delivery of an order has come, for the provider of its payment.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreateFulfillment {
    /// How far the order as a whole has come.
    pub status: FulfillmentStatus,
    /// The deliveries that the order consists of.
    pub fulfillments: Vec<Fulfillment>,
    /// Who carries the order, where that is not said for each delivery.
    pub carriers: Option<Vec<FulfillmentCarrier>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreateFulfillment {
    status: required;
    fulfillments: required;
    carriers;
} }

/// One delivery.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct Fulfillment {
    /// Your number for the delivery.
    pub id: String,
    /// The way of delivery.
    pub type_: ShippingType,
    /// How far a delivery has come.
    pub status: FulfillmentStatus,
    /// What happened, in words.
    pub description: Option<String>,
    /// Who carries this delivery.
    pub carriers: Option<Vec<FulfillmentCarrier>>,
    /// When it was sent.
    pub shipped_at: Option<Timestamp>,
    /// When it arrived or will arrive.
    pub deliver_at: Option<Timestamp>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { Fulfillment {
    id: required;
    type_ as "type": required;
    status: required;
    description; carriers; shipped_at; deliver_at;
} }

open_enum! {
    /// How far a delivery has come.
    pub enum FulfillmentStatus {
        /// A part has been delivered.
        Partial = "PARTIAL",
        /// All has been delivered.
        Completed = "COMPLETED",
        /// Something was delivered again, in place of what was wrong.
        Replacement = "REPLACEMENT",
        /// It will not be delivered.
        Canceled = "CANCELED",
    }
}

/// Who carries a delivery, and how to follow it.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct FulfillmentCarrier {
    /// The carrier, such as `UPS`.
    pub id: String,
    /// The numbers under which the carrier tracks the parcels.
    pub tracking_id: Vec<String>,
    /// The pages on which the parcels can be followed.
    pub tracking_url: Vec<String>,
    /// The day it was sent, as `YYYY-MM-DD`.
    pub shipped_at: Option<String>,
    /// The day it was delivered, as `YYYY-MM-DD`.
    pub delivered_at: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { FulfillmentCarrier {
    id: required;
    tracking_id: required;
    tracking_url: required;
    shipped_at; delivered_at;
} }
