//! Generated from `spec/payments/airline.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// The flights that are paid for, who flies, and the tickets.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Airline {
    /// The booking's record locator. Together with a passenger's name it opens the booking.
    pub pnr: Option<Sensitive>,
    /// How the legs of a journey belong together.
    pub type_: Option<TripType>,
    /// The flights, in the order in which they are flown.
    pub legs: Option<Vec<AirlineLeg>>,
    /// Who flies.
    pub passengers: Option<Vec<Passenger>>,
    /// The tickets that were issued.
    pub tickets: Option<Vec<TravelTicket>>,
    /// The ticket, where an answer knows of one only.
    #[builder(skip)]
    pub ticket: Option<Box<TravelTicket>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Airline {
    pnr;
    type_ as "type";
    legs; passengers; tickets; ticket;
} }

/// One flight from take-off to landing.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct AirlineLeg {
    /// Place of the flight within its route, from 1. A connection is the second flight of one route.
    pub order: Option<i64>,
    /// Place of the route within the journey, from 1. The way back is the second route.
    pub route_order: Option<i64>,
    /// IATA code of the airport where the flight begins, such as `GRU`.
    #[builder(required)]
    pub departure_airport: Option<String>,
    /// Country of the airport where the flight begins.
    pub departure_airport_country: Option<Country>,
    /// City of the airport where the flight begins.
    pub departure_airport_city: Option<String>,
    /// Time zone where the flight begins, as an offset from UTC such as `-03:00`.
    #[builder(required)]
    pub departure_airport_timezone: Option<String>,
    /// Local time of departure, such as `2026-05-12T13:05:00`, with or without a zone.
    #[builder(required)]
    pub departure_datetime: Option<String>,
    /// IATA code of the airport where the flight ends.
    #[builder(required)]
    pub arrival_airport: Option<String>,
    /// Country of the airport where the flight ends.
    pub arrival_airport_country: Option<Country>,
    /// City of the airport where the flight ends.
    pub arrival_airport_city: Option<String>,
    /// Time zone where the flight ends, as an offset from UTC such as `+01:00`.
    pub arrival_airport_timezone: Option<String>,
    /// Local time of arrival, with or without a zone.
    pub arrival_datetime: Option<String>,
    /// IATA code of the airline, such as `KL`.
    #[builder(required)]
    pub carrier_code: Option<String>,
    /// The flight's number, such as `842`.
    #[builder(required)]
    pub flight_number: Option<String>,
    /// The fare's code, such as `HL7LNR`.
    #[builder(required)]
    pub fare_basis_code: Option<String>,
    /// The booking class, one letter as a rule. Airlines define their own, so any other code can be sent as well.
    #[builder(required)]
    pub fare_class_code: Option<FareClassCode>,
    /// The fare before taxes and fees, in major units.
    pub base_fare: Option<Decimal>,
    /// Currency of the fare.
    pub base_fare_currency: Option<Currency>,
    /// Whether the passenger may break the journey here.
    pub stopover_code: Option<StopoverCode>,
    /// Who flies this leg, by the passenger's `id`.
    pub passenger_id: Option<String>,
    /// Any JSON value. Whether boarding was expedited; the published examples hold only null.
    #[builder(skip)]
    pub expedited_boarding: Option<Json>,
    /// Any JSON value. Baggage bought in addition; the published examples hold only null.
    #[builder(skip)]
    pub extra_baggage: Option<Json>,
    /// Any JSON value. Meals bought in addition; the published examples hold only null.
    #[builder(skip)]
    pub purchased_meals: Option<Json>,
    /// Any JSON value. The seat that was chosen; the published examples hold only null.
    #[builder(skip)]
    pub selected_seat: Option<Json>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { AirlineLeg {
    order; route_order;
    departure_airport: required;
    departure_airport_country; departure_airport_city;
    departure_airport_timezone: required;
    departure_datetime: required;
    arrival_airport: required;
    arrival_airport_country; arrival_airport_city; arrival_airport_timezone; arrival_datetime;
    carrier_code: required;
    flight_number: required;
    fare_basis_code: required;
    fare_class_code: required;
    base_fare; base_fare_currency; stopover_code; passenger_id; expedited_boarding; extra_baggage;
    purchased_meals; selected_seat;
} }

open_enum! {
    /// The booking class, one letter as a rule. Airlines define their own, so any other code can be sent as well.
    pub enum FareClassCode {
        /// Class F.
        F = "F",
        /// Class FR.
        Fr = "FR",
        /// Class B.
        B = "B",
        /// Class CR.
        Cr = "CR",
        /// Class Y.
        ClassY = "Y",
        /// Class YD.
        Yd = "YD",
    }
}

open_enum! {
    /// Whether the passenger may break the journey here.
    pub enum StopoverCode {
        /// A stopover is allowed (the letter O).
        Allowed = "O",
        /// No stopover is allowed.
        NotAllowed = "X",
    }
}
