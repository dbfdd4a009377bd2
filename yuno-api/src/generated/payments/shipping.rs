//! Generated from `spec/payments/shipping.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// How the order gets to the customer.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Shipping {
    /// The way of delivery.
    pub type_: Option<ShippingType>,
    /// The delivery, in words.
    pub description: Option<String>,
    /// Who carries the order.
    pub carrier: Option<ShippingCarrier>,
    /// When it is to arrive, RFC 3339 as in `2026-11-26T20:34:07Z`.
    pub deliver_at: Option<String>,
    /// Who receives it.
    #[builder(skip)]
    pub recipients: Option<Vec<Json>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Shipping {
    type_ as "type";
    description; carrier; deliver_at; recipients;
} }

open_enum! {
    /// The way of delivery.
    pub enum ShippingType {
        /// As agreed with the customer.
        Custom = "CUSTOM",
        /// To a military address.
        Military = "MILITARY",
        /// By e-mail or download.
        Electronic = "ELECTRONIC",
        Express = "EXPRESS",
        Standard = "STANDARD",
        /// At a time that the customer chose.
        Scheduled = "SCHEDULED",
        /// Slower and cheaper than standard.
        Economy = "ECONOMY",
        Priority = "PRIORITY",
        SameDay = "SAME_DAY",
        NextDay = "NEXT_DAY",
        /// On the third day.
        ThirdDay = "THIRD_DAY",
        /// The customer fetches it from a shop.
        StorePickUp = "STORE_PICK_UP",
        /// The customer fetches it from a locker.
        LockerPickUp = "LOCKER_PICK_UP",
        Other = "OTHER",
    }
}

open_enum! {
    /// Who carries the order.
    pub enum ShippingCarrier {
        Ups = "UPS",
        /// United States Postal Service.
        Usps = "USPS",
        /// FedEx.
        FedEx = "FEDEX",
        Dhl = "DHL",
        Purolator = "PUROLATOR",
        Greyhound = "GREYHOUND",
        /// Correo Argentino, the post of Argentina.
        ArCorreoArgentino = "AR_CORREO_ARGENTINO",
        /// OCA, of Argentina.
        ArOca = "AR_OCA",
        Other = "OTHER",
    }
}
