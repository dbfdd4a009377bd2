//! Generated from `spec/payments/currency_conversion.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// A quote that lets the customer pay in the card's own currency.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CurrencyConversion {
    /// The quote, as Yuno numbers it.
    pub id: Option<String>,
    /// The quote, as the payment records it.
    #[builder(skip)]
    pub code: Option<String>,
    /// The quote, as the provider numbers it.
    pub provider_currency_conversion_id: Option<String>,
    /// The currency of the customer's card.
    pub cardholder_currency: Option<Currency>,
    /// What the customer is charged, in major units of the card's currency.
    pub cardholder_amount: Option<Decimal>,
    /// Whether the customer chose to pay in the card's currency.
    pub cardholder_accepted: Option<bool>,
    /// Exchange rate, as units of the card's currency for one unit of the payment's.
    pub rate: Option<Decimal>,
    /// What the provider adds to the reference rate, in percent.
    pub rate_margin_percentage: Option<Decimal>,
    /// Where the reference rate is from, such as `ECB`.
    pub rate_source: Option<String>,
    /// Who quotes the rate.
    pub provider: Option<CurrencyConversionProvider>,
    /// The offer in the words that the customer was shown.
    pub description: Option<String>,
    /// When the quote was made.
    pub created_at: Option<Timestamp>,
    /// When the quote ends.
    pub expires_at: Option<Timestamp>,
    /// What has become of the quote.
    #[builder(skip)]
    pub status: Option<CurrencyConversionStatus>,
    /// Why there was no conversion, where there was none.
    #[builder(skip)]
    pub error_reason: Option<CurrencyConversionError>,
    /// Where the conversion is done.
    pub provider_data: Option<Box<CurrencyConversionProviderData>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CurrencyConversion {
    id; code; provider_currency_conversion_id; cardholder_currency; cardholder_amount;
    cardholder_accepted; rate; rate_margin_percentage; rate_source; provider; description; created_at;
    expires_at; status; error_reason; provider_data;
} }

/// Where the conversion is done.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct CurrencyConversionProviderData {
    /// The payment provider whose conversion is used. CIBC and MERCADO_PAGO offer one.
    pub id: Option<Provider>,
    /// The acquirer that converts, as the provider calls it.
    #[builder(skip)]
    pub acquirer_id: Option<String>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { CurrencyConversionProviderData { id; acquirer_id; } }

open_enum! {
    /// Who quotes the rate.
    pub enum CurrencyConversionProvider {
        Fexco = "FEXCO",
        GlobalBlue = "GLOBAL_BLUE",
        Planet = "PLANET",
        Euronet = "EURONET",
        Currencyfair = "CURRENCYFAIR",
        EuropeanPaymentServices = "EUROPEAN_PAYMENT_SERVICES",
        /// Some other company.
        Other = "OTHER",
    }
}

open_enum! {
    /// What has become of a quote.
    pub enum CurrencyConversionStatus {
        /// A rate is on offer.
        Quoted = "QUOTED",
        /// The payment was made at the quoted rate.
        Applied = "APPLIED",
        /// The offer ended before it was taken.
        Expired = "EXPIRED",
        /// The customer chose the payment's own currency.
        Declined = "DECLINED",
        /// The conversion was undone.
        Reversed = "REVERSED",
        /// The conversion service did not answer.
        ServiceUnavailable = "SERVICE_UNAVAILABLE",
        /// There is no rate for this pair of currencies at the moment.
        RatesUnavailable = "RATES_UNAVAILABLE",
        /// Cards of this kind cannot be converted.
        UnsupportedCard = "UNSUPPORTED_CARD",
        /// The card's currency is that of the payment, so there is nothing to convert.
        UnsupportedLocalCard = "UNSUPPORTED_LOCAL_CARD",
        /// The amount is too small to be converted.
        LessThanMinimum = "LESS_THAN_MINIMUM",
        /// The provider said nothing about the conversion.
        NoInformation = "NO_INFORMATION",
    }
}

open_enum! {
    /// Why there was no conversion.
    pub enum CurrencyConversionError {
        /// The merchant is not set up for conversion.
        InvalidMerchantConfiguration = "INVALID_MERCHANT_CONFIGURATION",
        /// This currency is not set up.
        CurrencyNotConfigured = "CURRENCY_NOT_CONFIGURED",
        /// The conversion provider is not set up.
        ProviderNotConfigured = "PROVIDER_NOT_CONFIGURED",
        /// The payment does not qualify.
        NotEligible = "NOT_ELIGIBLE",
        /// The card's first digits are not known.
        BinUnknown = "BIN_UNKNOWN",
        /// Cards with these first digits do not qualify.
        BinNotEligible = "BIN_NOT_ELIGIBLE",
        /// The card's currency is that of the payment.
        LocalCard = "LOCAL_CARD",
        /// Cards of this brand do not qualify.
        UnsupportedBrand = "UNSUPPORTED_BRAND",
        /// Cards of this kind (credit, debit, prepaid) do not qualify.
        UnsupportedFundingType = "UNSUPPORTED_FUNDING_TYPE",
        /// The amount is too small.
        AmountBelowMinimum = "AMOUNT_BELOW_MINIMUM",
        /// The amount is too large.
        AmountAboveMaximum = "AMOUNT_ABOVE_MAXIMUM",
        /// The conversion service did not answer.
        ServiceUnavailable = "SERVICE_UNAVAILABLE",
        /// There was no rate.
        RatesUnavailable = "RATES_UNAVAILABLE",
        /// The provider gave no information.
        NoInformationAvailable = "NO_INFORMATION_AVAILABLE",
        /// The conversion service did not accept the request.
        InvalidRequest = "INVALID_REQUEST",
        /// The conversion service did not accept the credentials.
        UnauthorisedRequest = "UNAUTHORISED_REQUEST",
        /// The amount could not be read.
        MalformedAmount = "MALFORMED_AMOUNT",
        /// The currency could not be read.
        MalformedCurrency = "MALFORMED_CURRENCY",
        /// The quoted rate had ended.
        RateExpired = "RATE_EXPIRED",
        /// The conversion provider failed.
        ProviderError = "PROVIDER_ERROR",
        /// The conversion provider did not answer in time.
        Timeout = "TIMEOUT",
        /// No reason was given.
        Unknown = "UNKNOWN",
    }
}
