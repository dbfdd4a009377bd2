//! Generated from `spec/customers/customer.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, request}};

/// A customer as Yuno keeps it.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct Customer {
    /// A customer as Yuno knows it: the `id` that `customers.create` answers, not the merchant's own number.
    pub id: Option<CustomerId>,
    /// The merchant's own number for the customer.
    pub merchant_customer_id: Option<String>,
    /// When the customer signed up with the merchant.
    pub merchant_customer_created_at: Option<Timestamp>,
    /// Given name.
    pub first_name: Option<Sensitive>,
    /// Family name.
    pub last_name: Option<Sensitive>,
    /// A person's gender. Some fraud providers ask for it.
    pub gender: Option<Gender>,
    /// Date of birth, as `YYYY-MM-DD`.
    pub date_of_birth: Option<Sensitive>,
    /// E-mail address.
    pub email: Option<Sensitive>,
    /// The country whose national the customer is.
    pub nationality: Option<Country>,
    /// The country where the customer lives.
    pub country: Option<Country>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    pub document: Option<Box<Document>>,
    /// A telephone number.
    pub phone: Option<Box<Phone>>,
    /// Where the customer's bills go.
    pub billing_address: Option<Box<Address>>,
    /// Where the customer's parcels go.
    pub shipping_address: Option<Box<Address>>,
    /// The merchant's notes on the customer.
    pub metadata: Option<Vec<Metadata>>,
    /// When the customer was made at Yuno.
    pub created_at: Option<Timestamp>,
    /// When the customer last changed at Yuno.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { Customer {
    id; merchant_customer_id; merchant_customer_created_at; first_name; last_name; gender;
    date_of_birth; email; nationality; country; document; phone; billing_address; shipping_address;
    metadata; created_at; updated_at;
} }

/// A customer to make.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreateCustomer {
    /// The merchant's own number for the customer. No two customers may share it.
    pub merchant_customer_id: String,
    /// When the customer signed up with the merchant. Fraud screening trusts old customers more.
    pub merchant_customer_created_at: Option<Timestamp>,
    /// Given name.
    pub first_name: Option<Sensitive>,
    /// Family name.
    pub last_name: Option<Sensitive>,
    /// A person's gender. Some fraud providers ask for it.
    pub gender: Option<Gender>,
    /// Date of birth, as `YYYY-MM-DD`.
    pub date_of_birth: Option<Sensitive>,
    /// E-mail address.
    pub email: Option<Sensitive>,
    /// The country whose national the customer is.
    pub nationality: Option<Country>,
    /// The country where the customer lives.
    pub country: Option<Country>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    pub document: Option<Box<Document>>,
    /// A telephone number.
    pub phone: Option<Box<Phone>>,
    /// Where the customer's bills go.
    pub billing_address: Option<Box<Address>>,
    /// Where the customer's parcels go.
    pub shipping_address: Option<Box<Address>>,
    /// The merchant's notes on the customer.
    pub metadata: Option<Vec<Metadata>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreateCustomer {
    merchant_customer_id: required;
    merchant_customer_created_at; first_name; last_name; gender; date_of_birth; email; nationality;
    country; document; phone; billing_address; shipping_address; metadata;
} rules &[
    Rule::Together {
        paths: &["billing_address.address_line_1", "billing_address.city"],
        because: "a billing address needs its first line and its city",
    },
    Rule::Together {
        paths: &["shipping_address.address_line_1", "shipping_address.city", "shipping_address.country"],
        because: "a shipping address needs its first line, its city and its country",
    },
] }

/// What to change of a customer. What is left out stays as it is.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct UpdateCustomer {
    /// A new number of the merchant's for the customer.
    #[builder(default)] pub merchant_customer_id: Patch<String>,
    /// When the customer signed up with the merchant.
    #[builder(default)] pub merchant_customer_created_at: Patch<Timestamp>,
    /// Given name.
    #[builder(default)] pub first_name: Patch<Sensitive>,
    /// Family name.
    #[builder(default)] pub last_name: Patch<Sensitive>,
    /// A person's gender. Some fraud providers ask for it.
    #[builder(default)] pub gender: Patch<Gender>,
    /// Date of birth, as `YYYY-MM-DD`.
    #[builder(default)] pub date_of_birth: Patch<Sensitive>,
    /// E-mail address.
    #[builder(default)] pub email: Patch<Sensitive>,
    /// The country whose national the customer is.
    #[builder(default)] pub nationality: Patch<Country>,
    /// The country where the customer lives.
    #[builder(default)] pub country: Patch<Country>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    #[builder(default)] pub document: Patch<Document>,
    /// A telephone number.
    #[builder(default)] pub phone: Patch<Phone>,
    /// Where the customer's bills go.
    #[builder(default)] pub billing_address: Patch<Address>,
    /// Where the customer's parcels go.
    #[builder(default)] pub shipping_address: Patch<Address>,
    /// The merchant's notes on the customer.
    #[builder(default)] pub metadata: Patch<Vec<Metadata>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { UpdateCustomer {
    merchant_customer_id; merchant_customer_created_at; first_name; last_name; gender; date_of_birth;
    email; nationality; country; document; phone; billing_address; shipping_address; metadata;
} }
