//! Generated from `spec/payments/account_funding.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// From whom to whom the money goes, when a payment loads an account or a wallet. Card networks require it for
/// such payments.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct AccountFunding {
    /// Who sends the money.
    pub sender: Option<Box<AccountFundingParty>>,
    /// Who gets the money.
    pub beneficiary: Option<Box<AccountFundingParty>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { AccountFunding { sender; beneficiary; } }

/// One side of a transfer, a person or an organization.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct AccountFundingParty {
    /// Whether a party is a person or an organization.
    pub national_entity: Option<NationalEntity>,
    /// Given name of the person, or of who acts for the organization.
    #[builder(required)]
    pub first_name: Option<Sensitive>,
    /// Family name of the person, or of who acts for the organization.
    pub last_name: Option<Sensitive>,
    /// Registered name of the organization.
    pub legal_name: Option<String>,
    /// E-mail address.
    pub email: Option<Sensitive>,
    /// Country of residence or of registration.
    #[builder(required)]
    pub country: Option<Country>,
    /// Date of birth as `YYYY-MM-DD`.
    pub date_of_birth: Option<Sensitive>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    pub document: Option<Box<Document>>,
    /// A telephone number.
    pub phone: Option<Box<Phone>>,
    /// A postal address.
    pub address: Option<Box<Address>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { AccountFundingParty {
    national_entity;
    first_name: required;
    last_name; legal_name; email;
    country: required;
    date_of_birth; document; phone; address;
} }

open_enum! {
    /// Whether a party is a person or an organization.
    pub enum NationalEntity {
        /// A natural person.
        Individual = "INDIVIDUAL",
        /// A company or another organization.
        Entity = "ENTITY",
    }
}
