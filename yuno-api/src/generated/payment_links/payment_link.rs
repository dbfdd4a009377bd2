//! Generated from `spec/payment_links/payment_link.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, request}};

/// A link with which somebody can pay, and how it stands.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct PaymentLink {
    /// A payment link, as the `id` of its creation and the `code` of later answers name it.
    pub id: Option<PaymentLinkCode>,
    /// The same as `id`, as the answers to retrieving and canceling call it.
    pub code: Option<PaymentLinkCode>,
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers.
    pub account_id: Option<AccountId>,
    /// The same as `account_id`, as the answers to retrieving and canceling call it.
    pub account_code: Option<AccountId>,
    /// The organization that the account belongs to.
    pub organization_code: Option<String>,
    /// The page to send the payer to. Whoever has it can pay, so it is treated as a credential.
    pub checkout_url: Option<Sensitive>,
    /// How the link stands, such as `CREATED` or `CANCELED`. The reference lists no values.
    pub status: Option<String>,
    /// Your own number for the order.
    pub merchant_order_id: Option<String>,
    /// What the payment is for, as the payer reads it.
    pub description: Option<String>,
    /// A country, as ISO 3166-1 alpha-2 code.
    pub country: Option<Country>,
    /// An amount of money.
    pub amount: Option<Box<Amount>>,
    /// Whether the money is taken at once, or reserved to be captured later.
    pub capture: Option<bool>,
    /// The time in which the link can be used.
    pub availability: Option<Box<Availability>>,
    /// Whether the link closes after one successful payment.
    pub one_time_use: Option<bool>,
    /// Whether the payer may spread the amount over two payment methods.
    pub split_payment_methods: Option<bool>,
    /// The payment methods that the page offers.
    pub payment_method_types: Option<Vec<PaymentMethodType>>,
    /// The installments that the page offers. The reference does not say what it holds.
    pub installments_plan: Option<Json>,
    /// The payments made through the link. The reference does not say what it holds.
    pub payments: Option<Json>,
    /// How many payments were made through the link.
    pub payments_number: Option<i64>,
    /// The person who pays. Name a registered customer by `id`, or give the details here, or both.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// The taxes that the amount contains.
    pub taxes: Option<Vec<Tax>>,
    /// What the payment is for, who sells it, and what is known of the payer's device and history.
    pub additional_data: Option<Box<PaymentLinkAdditionalData>>,
    /// Where the payer's browser goes after the payment.
    pub callback_url: Option<String>,
    /// The address of the logo that the page shows.
    pub merchant_image: Option<String>,
    /// Your own notes on the link.
    pub metadata: Option<Vec<Metadata>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { PaymentLink {
    id; code; account_id; account_code; organization_code; checkout_url; status; merchant_order_id;
    description; country; amount; capture; availability; one_time_use; split_payment_methods;
    payment_method_types; installments_plan; payments; payments_number; customer_payer; taxes;
    additional_data; callback_url; merchant_image; metadata;
} }

/// What it takes to make a payment link.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct CreatePaymentLink {
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers. 36 characters.
    pub account_id: AccountId,
    /// Your own number for the order.
    pub merchant_order_id: Option<String>,
    /// What the payment is for, as the payer reads it.
    pub description: Option<String>,
    /// A country, as ISO 3166-1 alpha-2 code.
    pub country: Country,
    /// An amount of money.
    pub amount: Amount,
    /// Whether to take the money at once. `false` reserves it, to be captured later.
    pub capture: Option<bool>,
    /// The kind of link. The reference lists no values.
    pub type_: Option<String>,
    /// How the link is to stand. The reference lists no values; leave it out.
    pub status: Option<String>,
    /// Presets for the payment method. The reference does not say what it holds.
    pub payment_method: Option<Json>,
    /// The installments to offer. The reference does not say what it holds.
    pub installments_plan: Option<Json>,
    /// The time zone in which the page shows times, such as `America/Sao_Paulo`.
    pub timezone: Option<String>,
    /// How many payments may be made through the link.
    pub payments_number: Option<i64>,
    /// Whether the link closes after one successful payment.
    pub one_time_use: Option<bool>,
    /// Whether the payer may spread the amount over two payment methods.
    pub split_payment_methods: Option<bool>,
    /// The time in which the link can be used.
    pub availability: Option<Box<Availability>>,
    /// The payment methods to offer.
    pub payment_method_types: Vec<PaymentMethodType>,
    /// Whether to keep the payment method on file for the customer once a payment succeeds.
    pub vault_on_success: Option<bool>,
    /// Who is to pay, as far as you know. The page asks for the rest.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// The taxes that the amount contains.
    pub taxes: Option<Vec<Tax>>,
    /// What the payment is for, who sells it, and what is known of the payer's device and history.
    pub additional_data: Option<Box<PaymentLinkAdditionalData>>,
    /// Where to send the payer's browser after the payment.
    pub callback_url: Option<String>,
    /// Your own notes on the link.
    pub metadata: Option<Vec<Metadata>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { CreatePaymentLink {
    account_id: required, length(36, 36);
    merchant_order_id; description;
    country: required;
    amount: required;
    capture;
    type_ as "type";
    status; payment_method; installments_plan; timezone; payments_number; one_time_use;
    split_payment_methods; availability;
    payment_method_types: required;
    vault_on_success; customer_payer; taxes; additional_data; callback_url; metadata;
} }

/// What the payment is for, who sells it, and what is known of the payer's device and history.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct PaymentLinkAdditionalData {
    /// What was ordered. Its amounts inform only: they are contained in the payment's amount and never added to it.
    pub order: Option<Box<Order>>,
    /// The flights that are paid for, who flies, and the tickets.
    pub airline: Option<Box<Airline>>,
    /// The seller behind the payment, for marketplaces and payment facilitators.
    pub seller_details: Option<Box<SellerDetails>>,
    /// The device that the payer uses, for fraud screening.
    pub device: Option<Box<PayerDevice>>,
    /// What you know of the payer's history with you, for fraud screening.
    pub payer_risk_data: Option<Box<PayerRiskData>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { PaymentLinkAdditionalData { order; airline; seller_details; device; payer_risk_data; } }

/// The device that the payer uses, for fraud screening.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct PayerDevice {
    /// The device's language and region, such as `pt-BR`.
    pub locale: Option<String>,
    /// Where the device is.
    pub geolocation: Option<Sensitive>,
    /// The fraud screener's id of the visit.
    pub event_uuid: Option<String>,
    /// What the browser says it is.
    pub user_agent: Option<Sensitive>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { PayerDevice { locale; geolocation; event_uuid; user_agent; } }

/// What you know of the payer's history with you, for fraud screening.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct PayerRiskData {
    /// Through what the payer signed in.
    pub login_platform: Option<String>,
    /// How many payments of the last two months were approved. At least 0.
    pub approved_transactions_2m: Option<i64>,
    /// How many payments were tried in the last three hours. At least 0.
    pub recent_transactions_3h: Option<i64>,
    /// Whether the payer has paid you before.
    pub is_paid_user: Option<bool>,
    /// Since when the payer has had an account with you.
    pub account_creation_date: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { PayerRiskData {
    login_platform;
    approved_transactions_2m: minimum("0");
    recent_transactions_3h: minimum("0");
    is_paid_user; account_creation_date;
} }
