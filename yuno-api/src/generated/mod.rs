//! Generated from `spec/` by `cargo xtask generate`. Edit that file, not this one.

// The lists and tables name what is deprecated, too: only who calls it is to be warned. And a call has as many
// arguments as the API asks for.
#![allow(clippy::too_many_arguments, deprecated)]

pub(crate) mod checkout_sessions;
pub(crate) mod common;
pub(crate) mod customer_sessions;
pub(crate) mod customers;
pub(crate) mod payment_methods;
pub(crate) mod payments;

/// Every generated type.
pub(crate) mod types {
    pub use super::checkout_sessions::available_payment_method::{
        AvailablePaymentMethod, PaymentMethodCheckout, CheckoutConditions, CheckoutRule, CheckoutRuleValues,
    };
    pub use super::checkout_sessions::checkout_session::{
        CheckoutSession, CreateCheckoutSession, UpdateCheckoutSession, CheckoutInstallments, InstallmentRate,
    };
    pub use super::checkout_sessions::one_time_token::{
        CreateToken, CreateSessionToken, SessionTokenPaymentMethod, TokenizedPaymentMethod,
    };
    pub use super::checkout_sessions::operations::CheckoutSessionsListPaymentMethodsParams;
    pub use super::checkout_sessions::recurring_payment::{
        RecurringPaymentTerms, RecurringBilling, RecurringIntervalUnit,
    };
    pub use super::common::address::Address;
    pub use super::common::amount::Amount;
    pub use super::common::category::PaymentMethodCategory;
    pub use super::common::country::Country;
    pub use super::common::currency::Currency;
    pub use super::common::document::{Document, DocumentType};
    pub use super::common::error::{ErrorBody, ErrorCode};
    pub use super::common::gender::Gender;
    pub use super::common::ids::{
        AccountId, CustomerId, PaymentId, TransactionId, PaymentMethodId, CheckoutSessionId, CustomerSessionId,
        VaultedToken, OneTimeToken, RecipientId,
    };
    pub use super::common::metadata::Metadata;
    pub use super::common::payment_method_type::PaymentMethodType;
    pub use super::common::phone::Phone;
    pub use super::common::provider::Provider;
    pub use super::customer_sessions::customer_session::{CustomerSession, CreateCustomerSession};
    pub use super::customers::customer::{Customer, CreateCustomer, UpdateCustomer};
    pub use super::payment_methods::account_updater::{RegisterForAccountUpdater, AccountUpdaterRegistration};
    pub use super::payment_methods::enrollment::{
        EnrollPaymentMethodInSession, EnrollPaymentMethod, CardVerification, EnrollmentProviderData, TokenSource,
        EnrollmentRecurringPayment, EnrollmentBilling, ReassignPaymentMethod,
    };
    pub use super::payment_methods::payment_method::{
        EnrolledPaymentMethods, EnrolledPaymentMethod, EnrollmentStatus, EnrollmentAction, EnrollmentSession,
        EnrollmentProvider, EnrollablePaymentMethods, EnrollablePaymentMethod,
    };
    pub use super::payments::account_funding::{AccountFunding, AccountFundingParty, NationalEntity};
    pub use super::payments::additional_data::AdditionalData;
    pub use super::payments::airline::{Airline, AirlineLeg, FareClassCode, StopoverCode};
    pub use super::payments::bank_transfer::{
        BankTransferInput, BankTransfer, Mandate, BankAccountType, BankAccountHolderType,
    };
    pub use super::payments::bnpl::{Bnpl, BnplCustomerData};
    pub use super::payments::cancel::CancelPayment;
    pub use super::payments::capture::CapturePayment;
    pub use super::payments::card::{
        CardInput, DelaySettings, ExternalProviderData, CardDataInput, Card, CardData, CardBrand, CardType,
        CardAuthenticationMethod, InstallmentsType,
    };
    pub use super::payments::create_payment::{CreatePayment, PaymentAmount, Workflow, CheckoutReference};
    pub use super::payments::currency_conversion::{
        CurrencyConversion, CurrencyConversionProviderData, CurrencyConversionProvider, CurrencyConversionStatus,
        CurrencyConversionError,
    };
    pub use super::payments::customer_payer::{
        CustomerPayer, DeviceFingerprint, FingerprintProvider, BrowserInfo, Platform, Geolocation, CustomerValidations,
    };
    pub use super::payments::dispute::{DisputeSubmission, Evidence, EvidenceContentType, EvidenceCategory};
    pub use super::payments::fraud_screening::{FraudScreeningSettings, FraudScreening};
    pub use super::payments::fulfillment::{CreateFulfillment, Fulfillment, FulfillmentStatus, FulfillmentCarrier};
    pub use super::payments::issuer::{Issuers, Issuer};
    pub use super::payments::network_token::{
        NetworkTokenInput, NetworkTokenDataInput, NetworkToken, NetworkTokenData, VaultedNetworkToken,
        VaultedNetworkTokenData, NetworkTokenResponse, NetworkTokenStatus,
    };
    pub use super::payments::operations::{PaymentsRetrieveParams, PaymentsListIssuersParams};
    pub use super::payments::order::{Order, OrderItem, Tax, TaxType, Discount, ItemCategory};
    pub use super::payments::order_ticket::{OrderTicket, OrderTicketType, TicketEvent, TicketEventType};
    pub use super::payments::payment::Payment;
    pub use super::payments::payment_link::PaymentLink;
    pub use super::payments::payment_method::{
        PaymentMethodInput, PaymentMethodDetailInput, ScaExemption, OneTimePassword, PaymentMethod,
        PaymentMethodDetail,
    };
    pub use super::payments::provider_data::{ProviderData, ConnectionData, ConnectionId};
    pub use super::payments::receipt::{ResponseAdditionalData, ReceiptLanguage};
    pub use super::payments::refund::{RefundPayment, ReversalReason};
    pub use super::payments::response_code::{ResponseCode, MerchantAdviceCode};
    pub use super::payments::routing::{RoutingRules, RoutingCondition};
    pub use super::payments::seller::{SellerDetails, IndustryCategory};
    pub use super::payments::shipping::{Shipping, ShippingType, ShippingCarrier};
    pub use super::payments::split_marketplace::{
        Split, SplitAmount, SplitLiability, SplitType, SplitRecipientType, SplitFeePayer, SplitCalculation,
        SplitRounding,
    };
    pub use super::payments::status::{PaymentStatus, PaymentSubStatus};
    pub use super::payments::stored_credentials::{
        StoredCredentials, StoredCredentialsReason, StoredCredentialsUsage, StoredCredentialsAdditionalData,
        BillingCycles, Frequency, FrequencyUnit, Availability,
    };
    pub use super::payments::subscription::{
        PaymentSubscription, SubscriptionFrequency, SubscriptionExecution, SubscriptionAmount, SubscriptionAmountType,
        SubscriptionBillingCycles, BillingDate,
    };
    pub use super::payments::three_d_secure::{ThreeDSecure, ThreeDSecureVersion, ThreeDSecureOutcome};
    pub use super::payments::ticket::{TicketInput, BenefitType, Ticket};
    pub use super::payments::transaction::{
        Transaction, TransactionResult, TransactionType, TransactionStatus, TransactionReason,
    };
    pub use super::payments::transportation::{Transportation, TransportationLeg, Transport, TransportType};
    pub use super::payments::travel::{TripType, Passenger, PassengerType, LoyaltyTier, TravelTicket, TicketIssue};
    pub use super::payments::wallet::{WalletInput, WalletCardDataInput, Wallet};
}

/// The handle of every resource.
pub(crate) mod resources {
    pub use super::customers::operations::Customers;
    pub use super::customer_sessions::operations::CustomerSessions;
    pub use super::checkout_sessions::operations::CheckoutSessions;
    pub use super::payment_methods::operations::PaymentMethods;
    pub use super::payments::operations::Payments;
}

/// Every operation, in the order of `paths`.
pub static OPERATIONS: &[&crate::operation::Operation] = &[
    &customers::operations::CREATE,
    &customers::operations::RETRIEVE_BY_MERCHANT_CUSTOMER_ID,
    &customers::operations::RETRIEVE,
    &customers::operations::UPDATE,
    &customers::operations::DELETE,
    &customer_sessions::operations::CREATE,
    &checkout_sessions::operations::CREATE,
    &checkout_sessions::operations::RETRIEVE,
    &checkout_sessions::operations::UPDATE,
    &checkout_sessions::operations::LIST_PAYMENT_METHODS,
    &checkout_sessions::operations::CREATE_SESSION_TOKEN,
    &checkout_sessions::operations::CREATE_TOKEN,
    &payment_methods::operations::ENROLL_IN_SESSION,
    &payment_methods::operations::LIST_ENROLLABLE,
    &payment_methods::operations::RETRIEVE,
    &payment_methods::operations::REASSIGN,
    &payment_methods::operations::UNENROLL,
    &payment_methods::operations::ENROLL,
    &payment_methods::operations::LIST,
    &payment_methods::operations::RETRIEVE_FOR_CUSTOMER,
    &payment_methods::operations::UNENROLL_FOR_CUSTOMER,
    &payment_methods::operations::REGISTER_FOR_ACCOUNT_UPDATER,
    &payments::operations::CREATE,
    &payments::operations::RETRIEVE_BY_MERCHANT_ORDER_ID,
    &payments::operations::RETRIEVE,
    &payments::operations::CAPTURE,
    &payments::operations::CANCEL,
    &payments::operations::REFUND,
    &payments::operations::CANCEL_OR_REFUND,
    &payments::operations::CANCEL_OR_REFUND_TRANSACTION,
    &payments::operations::OPEN_DISPUTE,
    &payments::operations::UPDATE_DISPUTE,
    &payments::operations::CREATE_FULFILLMENT,
    &payments::operations::LIST_ISSUERS,
];

/// Every operation with the types of its bodies.
#[cfg(feature = "server")]
pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {
    use crate::{exchange::Exchange, types::*};
    &[
        Exchange::new(&customers::operations::CREATE).takes::<CreateCustomer>().answers::<Customer>(),
        Exchange::new(&customers::operations::RETRIEVE_BY_MERCHANT_CUSTOMER_ID).answers::<Customer>(),
        Exchange::new(&customers::operations::RETRIEVE).answers::<Customer>(),
        Exchange::new(&customers::operations::UPDATE).takes::<UpdateCustomer>().answers::<Customer>(),
        Exchange::new(&customers::operations::DELETE),
        Exchange::new(&customer_sessions::operations::CREATE).takes::<CreateCustomerSession>().answers::<CustomerSession>(),
        Exchange::new(&checkout_sessions::operations::CREATE).takes::<CreateCheckoutSession>().answers::<CheckoutSession>(),
        Exchange::new(&checkout_sessions::operations::RETRIEVE).answers::<CheckoutSession>(),
        Exchange::new(&checkout_sessions::operations::UPDATE).takes::<UpdateCheckoutSession>().answers::<CheckoutSession>(),
        Exchange::new(&checkout_sessions::operations::LIST_PAYMENT_METHODS).answers::<Vec<AvailablePaymentMethod>>(),
        Exchange::new(&checkout_sessions::operations::CREATE_SESSION_TOKEN).takes::<CreateSessionToken>().answers::<TokenizedPaymentMethod>(),
        Exchange::new(&checkout_sessions::operations::CREATE_TOKEN).takes::<CreateToken>().answers::<TokenizedPaymentMethod>(),
        Exchange::new(&payment_methods::operations::ENROLL_IN_SESSION).takes::<EnrollPaymentMethodInSession>().answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::LIST_ENROLLABLE).answers::<EnrollablePaymentMethods>(),
        Exchange::new(&payment_methods::operations::RETRIEVE).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::REASSIGN).takes::<ReassignPaymentMethod>().answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::UNENROLL).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::ENROLL).takes::<EnrollPaymentMethod>().answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::LIST).answers::<EnrolledPaymentMethods>(),
        Exchange::new(&payment_methods::operations::RETRIEVE_FOR_CUSTOMER).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::UNENROLL_FOR_CUSTOMER).answers::<EnrolledPaymentMethod>(),
        Exchange::new(&payment_methods::operations::REGISTER_FOR_ACCOUNT_UPDATER).takes::<RegisterForAccountUpdater>().answers::<AccountUpdaterRegistration>(),
        Exchange::new(&payments::operations::CREATE).takes::<CreatePayment>().answers::<Payment>(),
        Exchange::new(&payments::operations::RETRIEVE_BY_MERCHANT_ORDER_ID).answers::<Vec<Payment>>(),
        Exchange::new(&payments::operations::RETRIEVE).answers::<Payment>(),
        Exchange::new(&payments::operations::CAPTURE).takes::<CapturePayment>().answers::<TransactionResult>(),
        Exchange::new(&payments::operations::CANCEL).takes::<CancelPayment>().answers::<TransactionResult>(),
        Exchange::new(&payments::operations::REFUND).takes::<RefundPayment>().answers::<Payment>(),
        Exchange::new(&payments::operations::CANCEL_OR_REFUND).takes::<RefundPayment>().answers::<TransactionResult>(),
        Exchange::new(&payments::operations::CANCEL_OR_REFUND_TRANSACTION).takes::<RefundPayment>().answers::<TransactionResult>(),
        Exchange::new(&payments::operations::OPEN_DISPUTE).takes::<DisputeSubmission>().answers::<Payment>(),
        Exchange::new(&payments::operations::UPDATE_DISPUTE).takes::<DisputeSubmission>().answers::<Payment>(),
        Exchange::new(&payments::operations::CREATE_FULFILLMENT).takes::<CreateFulfillment>(),
        Exchange::new(&payments::operations::LIST_ISSUERS).answers::<Issuers>(),
    ]
};

/// Every object by name.
#[cfg(feature = "server")]
pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {
    AvailablePaymentMethod, PaymentMethodCheckout, CheckoutConditions, CheckoutRule, CheckoutRuleValues,
    CheckoutSession, CreateCheckoutSession, UpdateCheckoutSession, CheckoutInstallments, InstallmentRate,
    CreateToken, CreateSessionToken, SessionTokenPaymentMethod, TokenizedPaymentMethod, RecurringPaymentTerms,
    RecurringBilling, Address, Amount, Document, ErrorBody, Metadata, Phone, CustomerSession,
    CreateCustomerSession, Customer, CreateCustomer, UpdateCustomer, RegisterForAccountUpdater,
    AccountUpdaterRegistration, EnrollPaymentMethodInSession, EnrollPaymentMethod, CardVerification,
    EnrollmentProviderData, EnrollmentRecurringPayment, EnrollmentBilling, ReassignPaymentMethod,
    EnrolledPaymentMethods, EnrolledPaymentMethod, EnrollmentSession, EnrollmentProvider, EnrollablePaymentMethods,
    EnrollablePaymentMethod, AccountFunding, AccountFundingParty, AdditionalData, Airline, AirlineLeg,
    BankTransferInput, BankTransfer, Mandate, Bnpl, BnplCustomerData, CancelPayment, CapturePayment, CardInput,
    DelaySettings, ExternalProviderData, CardDataInput, Card, CardData, CreatePayment, PaymentAmount,
    CheckoutReference, CurrencyConversion, CurrencyConversionProviderData, CustomerPayer, DeviceFingerprint,
    BrowserInfo, Geolocation, CustomerValidations, DisputeSubmission, Evidence, FraudScreeningSettings,
    FraudScreening, CreateFulfillment, Fulfillment, FulfillmentCarrier, Issuers, Issuer, NetworkTokenInput,
    NetworkTokenDataInput, NetworkToken, NetworkTokenData, VaultedNetworkToken, VaultedNetworkTokenData,
    NetworkTokenResponse, Order, OrderItem, Tax, Discount, OrderTicket, TicketEvent, Payment, PaymentLink,
    PaymentMethodInput, PaymentMethodDetailInput, OneTimePassword, PaymentMethod, PaymentMethodDetail,
    ProviderData, ConnectionData, ResponseAdditionalData, RefundPayment, RoutingRules, RoutingCondition,
    SellerDetails, Shipping, Split, SplitAmount, SplitLiability, StoredCredentials,
    StoredCredentialsAdditionalData, BillingCycles, Frequency, Availability, PaymentSubscription,
    SubscriptionFrequency, SubscriptionAmount, SubscriptionBillingCycles, BillingDate, ThreeDSecure, TicketInput,
    Ticket, Transaction, TransactionResult, Transportation, TransportationLeg, Transport, Passenger, TravelTicket,
    TicketIssue, WalletInput, WalletCardDataInput, Wallet,
};
