//! How many decimals each currency has.

use crate::types::Currency;

impl Currency {
    /// How many decimals the currency has: 2 for BRL, 0 for CLP, 3 for KWD. `None` for a currency that this version
    /// does not know.
    ///
    /// The numbers are those of ISO 4217, but where Yuno's own table says otherwise it is Yuno's that counts, because
    /// Yuno reads the amount. That is so for one: **the Hungarian forint has 0 decimals here**, and 2 in ISO 4217.
    ///
    /// ```
    /// # use yuno_api::types::Currency;
    /// assert_eq!(Currency::Brl.exponent(), Some(2));
    /// assert_eq!(Currency::Clp.exponent(), Some(0));
    /// assert_eq!(Currency::Kwd.exponent(), Some(3));
    /// assert_eq!(Currency::from("???").exponent(), None);
    /// ```
    #[must_use]
    #[rustfmt::skip] // As a table, one line holds many.
    pub fn exponent(&self) -> Option<u32> {
        // Every currency is named. One that is new to the spec has no number until somebody has looked it up: a
        // wrong one would be wrong by a factor of a hundred.
        match self.as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "HUF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => Some(0),
            "AED" | "AFN" | "ALL" | "AMD" | "ANG" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT"
            | "BGN" | "BMD" | "BND" | "BOB" | "BOV" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF"
            | "CHE" | "CHF" | "CHW" | "CNY" | "COP" | "COU" | "CRC" | "CUP" | "CVE" | "CZK" | "DKK" | "DOP" | "DZD"
            | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GTQ" | "GYD"
            | "HKD" | "HNL" | "HTG" | "IDR" | "ILS" | "INR" | "IRR" | "JMD" | "KES" | "KGS" | "KHR" | "KPW" | "KYD"
            | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP"
            | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MXV" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR"
            | "NZD" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "QAR" | "RON" | "RSD" | "RUB" | "SAR" | "SBD"
            | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SLL" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP"
            | "SZL" | "THB" | "TJS" | "TMT" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "USD" | "USN" | "UYU"
            | "UZS" | "VED" | "VES" | "WST" | "XAD" | "XCD" | "XCG" | "YER" | "ZAR" | "ZMW" | "ZWG" | "ZWL" => Some(2),
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => Some(3),
            "CLF" | "UYW" => Some(4),
            _ => None,
        }
    }
}
