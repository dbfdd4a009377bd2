//! Generated from `spec/payments/travel.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

open_enum! {
    /// How the legs of a journey belong together.
    pub enum TripType {
        /// There, and not back.
        OneWay = "ONE_WAY",
        /// There and back.
        Roundtrip = "ROUNDTRIP",
        /// Several destinations one after the other.
        MultipleDestinations = "MULTIPLE_DESTINATIONS",
    }
}

/// Somebody who travels.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Passenger {
    /// Your number for the passenger. Legs and tickets name the passenger by it.
    pub id: Option<String>,
    /// Given name, as on the ticket.
    pub first_name: Option<Sensitive>,
    /// Middle name, as on the ticket.
    pub middle_name: Option<Sensitive>,
    /// Family name, as on the ticket.
    pub last_name: Option<Sensitive>,
    /// E-mail address.
    pub email: Option<Sensitive>,
    /// A telephone number.
    pub phone: Option<Box<Phone>>,
    /// The passenger's age group, as fares are made.
    pub type_: Option<PassengerType>,
    /// Date of birth as `YYYY-MM-DD`.
    pub date_of_birth: Option<Sensitive>,
    /// The country whose citizen the passenger is.
    pub nationality: Option<Country>,
    /// The country where the passenger lives.
    #[builder(skip)]
    pub country: Option<Country>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    pub document: Option<Box<Document>>,
    /// Number in the carrier's loyalty program.
    pub loyalty_number: Option<Sensitive>,
    /// The passenger's rank in the carrier's loyalty program.
    pub loyalty_tier: Option<LoyaltyTier>,
    /// Any JSON value. Where the passenger lives; the published examples hold only null.
    #[builder(skip)]
    pub address: Option<Json>,
    /// Any JSON value. Where the passenger's document was seen; the published examples hold only null.
    #[builder(skip)]
    pub evidence_document_source: Option<Json>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Passenger {
    id; first_name; middle_name; last_name; email; phone;
    type_ as "type";
    date_of_birth; nationality; country; document; loyalty_number; loyalty_tier; address;
    evidence_document_source;
} }

open_enum! {
    /// The passenger's age group, as fares are made.
    pub enum PassengerType {
        /// Adult.
        Adult = "A",
        /// Child.
        Child = "C",
        /// Infant.
        Infant = "I",
        /// Not said.
        Empty = "",
    }
}

open_enum! {
    /// The passenger's rank in the carrier's loyalty program.
    pub enum LoyaltyTier {
        /// Tier 1.
        Tier1 = "1",
        /// Tier 2.
        Tier2 = "2",
        /// Tier 3.
        Tier3 = "3",
    }
}

/// A ticket of one passenger. Amounts are in the currency of the payment, in major units.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct TravelTicket {
    /// The passenger, by the `id` given there.
    pub passenger_id: Option<String>,
    /// The number on the ticket.
    pub ticket_number: Option<String>,
    /// Whether the ticket is electronic.
    pub e_ticket: Option<bool>,
    /// Whether the ticket cannot be given back for a refund.
    pub restricted: Option<bool>,
    /// The fares of all legs together.
    pub total_fare_amount: Option<Decimal>,
    /// The taxes of all legs together.
    pub total_tax_amount: Option<Decimal>,
    /// The fees of all legs together.
    pub total_fee_amount: Option<Decimal>,
    /// Who issued a ticket, when and where. For air travel only.
    pub issue: Option<Box<TicketIssue>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { TravelTicket {
    passenger_id; ticket_number; e_ticket; restricted; total_fare_amount; total_tax_amount;
    total_fee_amount; issue;
} }

/// Who issued a ticket, when and where. For air travel only.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct TicketIssue {
    /// The airline's three-digit accounting code that ticket numbers begin with, such as `134`.
    pub carrier_prefix_code: Option<String>,
    /// The travel agency's number.
    pub travel_agent_code: Option<String>,
    /// The travel agency's name.
    pub travel_agent_name: Option<String>,
    /// The reservation system's code, such as `1G`.
    pub booking_system_code: Option<String>,
    /// The reservation system's name, such as `Galileo`.
    pub booking_system_name: Option<String>,
    /// When the ticket was issued, as `YYYY-MM-DD` or with time and zone.
    pub date: Option<String>,
    /// Street and number of the place where it was issued.
    pub address: Option<String>,
    /// City where it was issued.
    pub city: Option<String>,
    /// Country where it was issued.
    pub country: Option<Country>,
    /// Postal code of the place where it was issued.
    #[builder(skip)]
    pub zip_code: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { TicketIssue {
    carrier_prefix_code; travel_agent_code; travel_agent_name; booking_system_code;
    booking_system_name; date; address; city; country; zip_code;
} }
