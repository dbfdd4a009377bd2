//! Generated from `spec/payments/customer_payer.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// The person who pays. Name a registered customer by `id`, or give the details here, or both.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CustomerPayer {
    /// The registered customer. Needed for the payment method to be vaulted: without it `vault_on_success` has no
    /// effect. 36 to 64 characters.
    pub id: Option<CustomerId>,
    /// The registered customer, as enrollment examples call the field. 36 to 64 characters.
    pub customer_id: Option<CustomerId>,
    /// Your own number for the customer.
    pub merchant_customer_id: Option<String>,
    /// Since when the customer has had an account with you, for fraud screening.
    pub merchant_customer_created_at: Option<Timestamp>,
    /// A code for the payer, taken when a payment method is enrolled.
    pub code: Option<String>,
    /// The payer's number across your organization, taken when a payment method is enrolled.
    pub organization_customer_external_id: Option<String>,
    /// Given name.
    pub first_name: Option<Sensitive>,
    /// Family name.
    pub last_name: Option<Sensitive>,
    /// A person's gender. Some fraud providers ask for it.
    pub gender: Option<Gender>,
    /// Date of birth as `YYYY-MM-DD`.
    pub date_of_birth: Option<Sensitive>,
    /// E-mail address. Most fraud providers need it.
    pub email: Option<Sensitive>,
    /// The country whose citizen the payer is.
    pub nationality: Option<Country>,
    /// An identity or tax document. Many providers in Latin America refuse a payment without it.
    pub document: Option<Box<Document>>,
    /// A telephone number.
    pub phone: Option<Box<Phone>>,
    /// The address that the issuer of the payment method has on record.
    pub billing_address: Option<Box<Address>>,
    /// Where the goods go.
    pub shipping_address: Option<Box<Address>>,
    /// The address that the payer's device connects from, IPv4 or IPv6.
    pub ip_address: Option<Sensitive>,
    /// What identifies the payer's device to the one fraud provider in use. The SDK finds it by itself: send it only
    /// without the SDK. 1 to 4000 characters.
    pub device_fingerprint: Option<Sensitive>,
    /// The same for several fraud providers. The SDK finds them by itself: send them only without the SDK.
    pub device_fingerprints: Option<Vec<DeviceFingerprint>>,
    /// What the payer's browser tells about itself. 3-D Secure 2 needs most of it.
    pub browser_info: Option<Box<BrowserInfo>>,
    /// Where the payer's device is.
    pub geolocation: Option<Box<Geolocation>>,
    /// What the merchant has verified about the payer, for fraud screening.
    pub merchant_customer_validations: Option<Box<CustomerValidations>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CustomerPayer {
    id: length(36, 64);
    customer_id: length(36, 64);
    merchant_customer_id; merchant_customer_created_at; code; organization_customer_external_id;
    first_name; last_name; gender; date_of_birth; email; nationality; document; phone; billing_address;
    shipping_address; ip_address;
    device_fingerprint: length(1, 4000);
    device_fingerprints; browser_info; geolocation; merchant_customer_validations;
} }

/// What identifies the payer's device to one fraud provider.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct DeviceFingerprint {
    /// The fraud provider that a device fingerprint is for.
    pub provider_id: Option<FingerprintProvider>,
    /// The fingerprint, as the provider's collector made it.
    pub id: Option<Sensitive>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { DeviceFingerprint { provider_id; id; } }

open_enum! {
    /// The fraud provider that a device fingerprint is for.
    pub enum FingerprintProvider {
        /// ClearSale.
        Clearsale = "CLEARSALE",
        Cybersource = "CYBERSOURCE",
        Riskified = "RISKIFIED",
        Signifyd = "SIGNIFYD",
        Vesta = "VESTA",
        Konduto = "KONDUTO",
        Bayonet = "BAYONET",
        MercadoPago = "MERCADO_PAGO",
        /// Openpay.
        OpenPay = "OPEN_PAY",
        /// ClearSale, as answers write it.
        ClearSaleInAnswers = "CLEAR_SALE",
        /// Openpay, as answers write it.
        OpenpayInAnswers = "OPENPAY",
        /// No provider in particular; only answers have it.
        Default = "DEFAULT",
    }
}

/// What the payer's browser tells about itself. 3-D Secure 2 needs most of it.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct BrowserInfo {
    /// The browser's `User-Agent` header. 3 to 255 characters.
    pub user_agent: Option<String>,
    /// The browser's `Accept` header.
    pub accept_header: Option<String>,
    /// Media type that the browser takes, such as `text/html`.
    pub accept_content: Option<String>,
    /// The browser that is used, such as `Chrome`.
    pub accept_browser: Option<String>,
    /// Bits for each pixel, as `screen.colorDepth` gives them: 1, 4, 8, 15, 16, 24, 30, 32 or 48. 1 to 5 characters.
    pub color_depth: Option<String>,
    /// Height of the screen in pixels.
    pub screen_height: Option<String>,
    /// Width of the screen in pixels.
    pub screen_width: Option<String>,
    /// Whether the browser runs JavaScript.
    pub javascript_enabled: Option<bool>,
    /// Whether the browser runs Java.
    pub java_enabled: Option<bool>,
    /// Minutes between the browser's clock and UTC, such as `-300`.
    pub browser_time_difference: Option<String>,
    /// The browser's language, such as `pt-BR`.
    pub language: Option<String>,
    /// What the payer pays from.
    pub platform: Option<Platform>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { BrowserInfo {
    user_agent: length(3, 255);
    accept_header; accept_content; accept_browser;
    color_depth: length(1, 5);
    screen_height; screen_width; javascript_enabled; java_enabled; browser_time_difference; language;
    platform;
} }

open_enum! {
    /// What the payer pays from.
    pub enum Platform {
        /// A web page.
        Web = "WEB",
        /// An app on iOS.
        Ios = "IOS",
        /// An app on Android.
        Android = "ANDROID",
    }
}

/// Where the payer's device is.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Geolocation {
    /// Degrees north of the equator, negative for the south, such as `-23.55`.
    pub latitude: Option<Sensitive>,
    /// Degrees east of Greenwich, negative for the west, such as `-46.63`.
    pub longitude: Option<Sensitive>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Geolocation { latitude; longitude; } }

/// What the merchant has verified about the payer, for fraud screening.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CustomerValidations {
    /// Whether the payer's account has been verified. The API assumes `true` where it is absent.
    pub account_is_verified: Option<bool>,
    /// Whether the e-mail address has been verified. The API assumes `true` where it is absent.
    pub email_is_verified: Option<bool>,
    /// Whether the telephone number has been verified. The API assumes `true` where it is absent.
    pub phone_is_verified: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CustomerValidations { account_is_verified; email_is_verified; phone_is_verified; } }
