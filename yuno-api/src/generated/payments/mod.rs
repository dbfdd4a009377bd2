//! Generated from `spec/payments/` by `cargo xtask generate`. Edit that file, not this one.

pub(crate) mod account_funding;
pub(crate) mod additional_data;
pub(crate) mod airline;
pub(crate) mod bank_transfer;
pub(crate) mod bnpl;
pub(crate) mod cancel;
pub(crate) mod capture;
pub(crate) mod card;
pub(crate) mod create_payment;
pub(crate) mod currency_conversion;
pub(crate) mod customer_payer;
pub(crate) mod dispute;
pub(crate) mod fraud_screening;
pub(crate) mod fulfillment;
pub(crate) mod issuer;
pub(crate) mod network_token;
pub(crate) mod operations;
pub(crate) mod order;
pub(crate) mod order_ticket;
pub(crate) mod payment;
pub(crate) mod payment_link;
pub(crate) mod payment_method;
pub(crate) mod provider_data;
pub(crate) mod receipt;
pub(crate) mod refund;
pub(crate) mod response_code;
pub(crate) mod routing;
pub(crate) mod seller;
pub(crate) mod shipping;
pub(crate) mod split_marketplace;
pub(crate) mod status;
pub(crate) mod stored_credentials;
pub(crate) mod subscription;
pub(crate) mod three_d_secure;
pub(crate) mod ticket;
pub(crate) mod transaction;
pub(crate) mod transportation;
pub(crate) mod travel;
pub(crate) mod wallet;

pub(crate) mod types {
    pub use super::account_funding::*;
    pub use super::additional_data::*;
    pub use super::airline::*;
    pub use super::bank_transfer::*;
    pub use super::bnpl::*;
    pub use super::cancel::*;
    pub use super::capture::*;
    pub use super::card::*;
    pub use super::create_payment::*;
    pub use super::currency_conversion::*;
    pub use super::customer_payer::*;
    pub use super::dispute::*;
    pub use super::fraud_screening::*;
    pub use super::fulfillment::*;
    pub use super::issuer::*;
    pub use super::network_token::*;
    pub use super::operations::{PaymentsRetrieveParams, PaymentsListIssuersParams};
    pub use super::order::*;
    pub use super::order_ticket::*;
    pub use super::payment::*;
    pub use super::payment_link::*;
    pub use super::payment_method::*;
    pub use super::provider_data::*;
    pub use super::receipt::*;
    pub use super::refund::*;
    pub use super::response_code::*;
    pub use super::routing::*;
    pub use super::seller::*;
    pub use super::shipping::*;
    pub use super::split_marketplace::*;
    pub use super::status::*;
    pub use super::stored_credentials::*;
    pub use super::subscription::*;
    pub use super::three_d_secure::*;
    pub use super::ticket::*;
    pub use super::transaction::*;
    pub use super::transportation::*;
    pub use super::travel::*;
    pub use super::wallet::*;
}

pub(crate) static OPERATIONS: &[&crate::operation::Operation] = &[
    &operations::CREATE,
    &operations::RETRIEVE_BY_MERCHANT_ORDER_ID,
    &operations::RETRIEVE,
    &operations::CAPTURE,
    &operations::CANCEL,
    &operations::REFUND,
    &operations::CANCEL_OR_REFUND,
    &operations::CANCEL_OR_REFUND_TRANSACTION,
    &operations::OPEN_DISPUTE,
    &operations::UPDATE_DISPUTE,
    &operations::CREATE_FULFILLMENT,
    &operations::LIST_ISSUERS,
];

#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&operations::CREATE).takes::<CreatePayment>().answers::<Payment>(),
        Exchange::new(&operations::RETRIEVE_BY_MERCHANT_ORDER_ID).answers::<Vec<Payment>>(),
        Exchange::new(&operations::RETRIEVE).answers::<Payment>(),
        Exchange::new(&operations::CAPTURE).takes::<CapturePayment>().answers::<TransactionResult>(),
        Exchange::new(&operations::CANCEL).takes::<CancelPayment>().answers::<TransactionResult>(),
        Exchange::new(&operations::REFUND).takes::<RefundPayment>().answers::<Payment>(),
        Exchange::new(&operations::CANCEL_OR_REFUND).takes::<RefundPayment>().answers::<TransactionResult>(),
        Exchange::new(&operations::CANCEL_OR_REFUND_TRANSACTION).takes::<RefundPayment>().answers::<TransactionResult>(),
        Exchange::new(&operations::OPEN_DISPUTE).takes::<DisputeSubmission>().answers::<Payment>(),
        Exchange::new(&operations::UPDATE_DISPUTE).takes::<DisputeSubmission>().answers::<Payment>(),
        Exchange::new(&operations::CREATE_FULFILLMENT).takes::<CreateFulfillment>(),
        Exchange::new(&operations::LIST_ISSUERS).answers::<Issuers>(),
    ]
};

#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    AccountFunding, AccountFundingParty, AdditionalData, Airline, AirlineLeg, BankTransferInput, BankTransfer,
    Mandate, Bnpl, BnplCustomerData, CancelPayment, CapturePayment, CardInput, DelaySettings, ExternalProviderData,
    CardDataInput, Card, CardData, CreatePayment, PaymentAmount, CheckoutReference, CurrencyConversion,
    CurrencyConversionProviderData, CustomerPayer, DeviceFingerprint, BrowserInfo, Geolocation,
    CustomerValidations, DisputeSubmission, Evidence, FraudScreeningSettings, FraudScreening, CreateFulfillment,
    Fulfillment, FulfillmentCarrier, Issuers, Issuer, NetworkTokenInput, NetworkTokenDataInput, NetworkToken,
    NetworkTokenData, VaultedNetworkToken, VaultedNetworkTokenData, NetworkTokenResponse, Order, OrderItem, Tax,
    Discount, OrderTicket, TicketEvent, Payment, ProviderPaymentLink, PaymentMethodInput, PaymentMethodDetailInput,
    OneTimePassword, PaymentMethod, PaymentMethodDetail, ProviderData, ConnectionData, ResponseAdditionalData,
    RefundPayment, RoutingRules, RoutingCondition, SellerDetails, Shipping, Split, SplitAmount, SplitLiability,
    StoredCredentials, StoredCredentialsAdditionalData, BillingCycles, Frequency, Availability,
    PaymentSubscription, SubscriptionFrequency, SubscriptionAmount, SubscriptionBillingCycles, BillingDate,
    ThreeDSecure, TicketInput, Ticket, Transaction, TransactionResult, Transportation, TransportationLeg,
    Transport, Passenger, TravelTicket, TicketIssue, WalletInput, WalletCardDataInput, Wallet,
};
