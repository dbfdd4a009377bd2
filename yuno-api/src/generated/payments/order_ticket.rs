//! Generated from `spec/payments/order_ticket.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// A ticket to an event.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct OrderTicket {
    /// Your number for the ticket.
    pub id: Option<String>,
    /// What the ticket is called.
    pub name: Option<String>,
    /// The ticket, in words.
    pub description: Option<String>,
    /// Whether the ticket is a thing.
    pub type_: Option<OrderTicketType>,
    /// What the ticket costs.
    pub amount: Option<Box<Amount>>,
    /// The event that a ticket admits to.
    pub event: Option<Box<TicketEvent>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { OrderTicket {
    id; name; description;
    type_ as "type";
    amount; event;
} }

open_enum! {
    /// Whether the ticket is a thing.
    pub enum OrderTicketType {
        /// A code or a file.
        Virtual = "VIRTUAL",
        /// Paper or plastic.
        Physical = "PHYSICAL",
    }
}

/// The event that a ticket admits to.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct TicketEvent {
    /// Your number for the event.
    pub id: Option<String>,
    /// What the event is called.
    pub name: Option<String>,
    /// The event, in words.
    pub description: Option<String>,
    /// The kind of event.
    pub type_: Option<TicketEventType>,
    /// The day of the event, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Where the event takes place.
    pub address: Option<Box<Address>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { TicketEvent {
    id; name; description;
    type_ as "type";
    date; address;
} }

open_enum! {
    /// The kind of event.
    pub enum TicketEventType {
        Party = "PARTY",
        /// An event of a university. The API spells it this way.
        University = "UNIVERCITY",
        Festival = "FESTIVAL",
        Circus = "CIRCUS",
        Sports = "SPORTS",
        Cinema = "CINEMA",
        Theater = "THEATER",
        Concert = "CONCERT",
        Others = "OTHERS",
    }
}
