//! Generated from `spec/payments/transportation.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// A journey that is paid for, other than by air.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Transportation {
    /// Your number for the journey.
    pub id: Option<String>,
    /// What the journey is, in words.
    pub description: Option<String>,
    /// How the legs of a journey belong together.
    pub type_: Option<TripType>,
    /// The parts of the journey, in the order in which they are traveled.
    pub legs: Option<Vec<TransportationLeg>>,
    /// What the journey is traveled with.
    pub transport: Option<Box<Transport>>,
    /// Who travels.
    pub passengers: Option<Vec<Passenger>>,
    /// The tickets that were issued.
    pub tickets: Option<Vec<TravelTicket>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Transportation {
    id; description;
    type_ as "type";
    legs; transport; passengers; tickets;
} }

/// One part of a journey, from departure to arrival.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct TransportationLeg {
    /// Who travels this leg, by the passenger's `id`.
    pub passenger_id: Option<String>,
    /// Place of the leg within its route, from 1.
    pub order: Option<i64>,
    /// Place of the route within the journey, from 1. The way back is the second route.
    pub route_order: Option<i64>,
    /// Country of departure.
    pub departure_country: Option<Country>,
    /// City of departure.
    pub departure_city: Option<String>,
    /// Time zone of departure, as an offset from UTC such as `-03:00`.
    pub departure_timezone: Option<String>,
    /// Time of departure, RFC 3339 with zone when sent.
    pub departure_datetime: Option<String>,
    /// What the place of departure is called, such as a platform, a pier or an address.
    pub departure_reference: Option<String>,
    /// Station of departure.
    #[builder(skip)]
    pub departure_station: Option<String>,
    /// Country of arrival.
    pub arrival_country: Option<Country>,
    /// City of arrival.
    pub arrival_city: Option<String>,
    /// Time zone of arrival, as an offset from UTC such as `+01:00`.
    pub arrival_timezone: Option<String>,
    /// Time of arrival, RFC 3339 with zone when sent.
    pub arrival_datetime: Option<String>,
    /// What the place of arrival is called.
    pub arrival_reference: Option<String>,
    /// Station of arrival.
    #[builder(skip)]
    pub arrival_station: Option<String>,
    /// What this leg is traveled with. Only the `id` is taken here.
    pub transport: Option<Box<Transport>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { TransportationLeg {
    passenger_id; order; route_order; departure_country; departure_city; departure_timezone;
    departure_datetime; departure_reference; departure_station; arrival_country; arrival_city;
    arrival_timezone; arrival_datetime; arrival_reference; arrival_station; transport;
} }

/// What the journey is traveled with.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Transport {
    /// Your number for the vehicle or the line.
    pub id: Option<String>,
    /// The kind of vehicle.
    pub type_: Option<TransportType>,
    /// The vehicle or the line, in words.
    pub description: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Transport {
    id;
    type_ as "type";
    description;
} }

open_enum! {
    /// The kind of vehicle.
    pub enum TransportType {
        Ship = "SHIP",
        Bus = "BUS",
        Train = "TRAIN",
        Tram = "TRAM",
        Car = "CAR",
    }
}
