//! Generated from `spec/payments/ticket.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum, request}};

/// How the ticket is to be made out.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct TicketInput {
    /// The scheme behind a meal benefit in Chile.
    pub benefit_type: Option<BenefitType>,
    /// Until when the ticket can be paid, where the provider lets the merchant say so.
    pub expires_at: Option<Timestamp>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { TicketInput { benefit_type; expires_at; } }

open_enum! {
    /// The scheme behind a meal benefit in Chile.
    pub enum BenefitType {
        /// A benefit that an employer grants.
        Private = "PRIVATE",
        /// The public grant for pupils and students.
        Junaeb = "JUNAEB",
    }
}

/// The ticket to show to the payer.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Ticket {
    /// How the ticket is paid, such as `number`, `barcode`, `reference_code` or `qr`.
    pub type_: Option<String>,
    /// Until when the ticket can be paid, such as `2023-07-30T23:59:59Z`.
    pub date_of_expiration: Option<String>,
    /// The number that the payer tells at the till.
    pub provider_number: Option<String>,
    /// The digits of the barcode.
    pub provider_barcode: Option<String>,
    /// The address of the provider's logo, or of the image of the barcode.
    pub provider_logo: Option<String>,
    /// The format of the barcode.
    pub provider_format: Option<String>,
    /// What the payer has to do, in words to show the payer.
    pub payment_instruction: Option<String>,
    /// The page with the whole ticket, to send the payer to.
    pub redirect_url: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Ticket {
    type_ as "type";
    date_of_expiration; provider_number; provider_barcode; provider_logo; provider_format;
    payment_instruction; redirect_url;
} }
