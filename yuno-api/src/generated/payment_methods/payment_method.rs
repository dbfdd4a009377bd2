//! Generated from `spec/payment_methods/payment_method.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// All that a customer has enrolled.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct EnrolledPaymentMethods {
    /// The customer's payment methods.
    pub payment_methods: Option<Vec<EnrolledPaymentMethod>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EnrolledPaymentMethods { payment_methods; } }

/// A payment method in a customer's name, kept in the vault once it is enrolled. Answers of the SDK workflow name
/// it by `id`, those of the direct workflow by `vaulted_token`; later calls take that as `payment_method_id`.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct EnrolledPaymentMethod {
    /// The payment method's id.
    pub id: Option<PaymentMethodId>,
    /// What to pay with.
    pub vaulted_token: Option<VaultedToken>,
    /// The merchant account that a call acts for: a UUID, shown in the dashboard under Developers.
    pub account_id: Option<AccountId>,
    /// The owner, after the payment method was moved to another customer.
    pub customer_id: Option<CustomerId>,
    /// The key that the enrollment was sent with.
    pub idempotency_key: Option<String>,
    /// A name to show, such as `VISA ****1111`.
    pub name: Option<String>,
    /// A description to show.
    pub description: Option<String>,
    /// The address of a logo to show.
    pub icon: Option<String>,
    /// The payment method.
    pub type_: Option<PaymentMethodType>,
    /// The payment method that this one comes from.
    pub parent_type: Option<PaymentMethodType>,
    /// The family of a payment method or of a transaction. It decides which part of the details applies.
    pub category: Option<PaymentMethodCategory>,
    /// Where the payment method is used.
    pub country: Option<Country>,
    /// Where a payment method is between its creation and its removal from the vault.
    pub status: Option<EnrollmentStatus>,
    /// More on the status.
    pub sub_status: Option<String>,
    /// What the customer has to do next.
    pub action: Option<EnrollmentAction>,
    /// Where to send the customer to complete the enrollment.
    pub redirect_url: Option<String>,
    /// Where the customer comes back to afterwards.
    pub callback_url: Option<String>,
    /// The session that an enrollment takes place in.
    pub enrollment: Option<Box<EnrollmentSession>>,
    /// The provider that keeps the payment method.
    pub provider: Option<Box<EnrollmentProvider>>,
    /// What was sent to the provider, and what it answered.
    pub provider_data: Option<Box<ProviderData>>,
    /// The card. Its number and network token are told to PCI certified merchants only.
    pub card_data: Option<Box<CardData>>,
    /// The customer's data, as they were at the enrollment.
    pub customer_payer: Option<Box<CustomerPayer>>,
    /// A check of the card, without charging it, before it is enrolled. The account needs a card route with a provider
    /// that can verify.
    pub verify: Option<Box<CardVerification>>,
    /// Whether the customer prefers this payment method.
    pub preferred: Option<bool>,
    /// Whether the customer's last successful payment was made with this one.
    pub last_successfully_used: Option<bool>,
    /// When that payment was made, in RFC 3339. Empty for the other payment methods.
    pub last_successfully_used_at: Option<String>,
    /// When the payment method was created.
    pub created_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EnrolledPaymentMethod {
    id; vaulted_token; account_id; customer_id; idempotency_key; name; description; icon;
    type_ as "type";
    parent_type; category; country; status; sub_status; action; redirect_url; callback_url; enrollment;
    provider; provider_data; card_data; customer_payer; verify; preferred; last_successfully_used;
    last_successfully_used_at; created_at; updated_at;
} }

open_enum! {
    /// Where a payment method is between its creation and its removal from the vault.
    pub enum EnrollmentStatus {
        /// It exists, and nothing else has happened.
        Created = "CREATED",
        /// The customer can enter the details.
        ReadyToEnroll = "READY_TO_ENROLL",
        /// The provider is at work.
        EnrollInProcess = "ENROLL_IN_PROCESS",
        /// It can be charged.
        Enrolled = "ENROLLED",
        /// The provider, or the issuer, said no.
        Declined = "DECLINED",
        /// Yuno said no.
        Rejected = "REJECTED",
        /// The enrollment was given up.
        Canceled = "CANCELED",
        /// The enrollment took too long, or the payment method has run out.
        Expired = "EXPIRED",
        /// The enrollment failed.
        Error = "ERROR",
        /// The provider is removing it.
        UnenrollInProcess = "UNENROLL_IN_PROCESS",
        /// It is gone from the vault, and can no longer be charged.
        Unenrolled = "UNENROLLED",
    }
}

open_enum! {
    /// What the customer has to do next.
    pub enum EnrollmentAction {
        /// Fill in a form.
        Form = "FORM",
        /// Go to `redirect_url`.
        RedirectUrl = "REDIRECT_URL",
    }
}

/// The session that an enrollment takes place in.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct EnrollmentSession {
    /// The enrollment's session, for the SDK.
    pub session: Option<CustomerSessionId>,
    /// Whether the SDK has something left to ask the customer.
    pub sdk_required_action: Option<bool>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EnrollmentSession { session; sdk_required_action; } }

/// The provider that keeps the payment method.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct EnrollmentProvider {
    /// The provider. `YUNO` for the vault itself.
    pub id: Option<Provider>,
    /// The kind of provider, such as `YUNO`.
    pub type_: Option<String>,
    /// The provider's token for the payment method.
    pub token: Option<Sensitive>,
    /// The enrollment's status in the provider's words.
    pub provider_status: Option<String>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EnrollmentProvider {
    id;
    type_ as "type";
    token; provider_status;
} }

/// What a customer can choose to enroll.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct EnrollablePaymentMethods {
    /// The payment methods to choose from.
    pub payment_methods: Option<Vec<EnrollablePaymentMethod>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EnrollablePaymentMethods { payment_methods; } }

/// A payment method that the account offers for enrollment.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct EnrollablePaymentMethod {
    /// A name to show.
    pub name: Option<String>,
    /// A description to show.
    pub description: Option<String>,
    /// The payment method, to send as `payment_method_type`.
    pub type_: Option<PaymentMethodType>,
    /// The family of a payment method or of a transaction. It decides which part of the details applies.
    pub category: Option<PaymentMethodCategory>,
    /// The address of a logo to show.
    pub icon: Option<String>,
    /// The session that an enrollment takes place in.
    pub enrollment: Option<Box<EnrollmentSession>>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { EnrollablePaymentMethod {
    name; description;
    type_ as "type";
    category; icon; enrollment;
} }
