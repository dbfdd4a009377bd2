//! Generated from `spec/common/currency.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// A currency, as ISO 4217 code. Metals, test codes and units of account without a minor unit are left out.
    pub enum Currency {
        /// United Arab Emirates dirham; 2 decimals.
        Aed = "AED",
        /// Afghan afghani; 2 decimals.
        Afn = "AFN",
        /// Albanian lek; 2 decimals.
        All = "ALL",
        /// Armenian dram; 2 decimals.
        Amd = "AMD",
        /// Netherlands Antillean guilder, replaced by XCG in 2025; 2 decimals.
        Ang = "ANG",
        /// Angolan kwanza; 2 decimals.
        Aoa = "AOA",
        /// Argentine peso; 2 decimals.
        Ars = "ARS",
        /// Australian dollar; 2 decimals.
        Aud = "AUD",
        /// Aruban florin; 2 decimals.
        Awg = "AWG",
        /// Azerbaijani manat; 2 decimals.
        Azn = "AZN",
        /// Bosnia and Herzegovina convertible mark; 2 decimals.
        Bam = "BAM",
        /// Barbados dollar; 2 decimals.
        Bbd = "BBD",
        /// Bangladeshi taka; 2 decimals.
        Bdt = "BDT",
        /// Bulgarian lev, replaced by EUR in 2026; 2 decimals.
        Bgn = "BGN",
        /// Bahraini dinar; 3 decimals.
        Bhd = "BHD",
        /// Burundian franc; 0 decimals.
        Bif = "BIF",
        /// Bermudian dollar; 2 decimals.
        Bmd = "BMD",
        /// Brunei dollar; 2 decimals.
        Bnd = "BND",
        /// Bolivian boliviano; 2 decimals.
        Bob = "BOB",
        /// Bolivian mvdol, a unit of account; 2 decimals.
        Bov = "BOV",
        /// Brazilian real; 2 decimals.
        Brl = "BRL",
        /// Bahamian dollar; 2 decimals.
        Bsd = "BSD",
        /// Bhutanese ngultrum; 2 decimals.
        Btn = "BTN",
        /// Botswana pula; 2 decimals.
        Bwp = "BWP",
        /// Belarusian ruble; 2 decimals.
        Byn = "BYN",
        /// Belize dollar; 2 decimals.
        Bzd = "BZD",
        /// Canadian dollar; 2 decimals.
        Cad = "CAD",
        /// Congolese franc; 2 decimals.
        Cdf = "CDF",
        /// WIR euro; 2 decimals.
        Che = "CHE",
        /// Swiss franc; 2 decimals.
        Chf = "CHF",
        /// WIR franc; 2 decimals.
        Chw = "CHW",
        /// Chilean unidad de fomento, a unit of account; 4 decimals.
        Clf = "CLF",
        /// Chilean peso; 0 decimals.
        Clp = "CLP",
        /// Chinese yuan renminbi; 2 decimals.
        Cny = "CNY",
        /// Colombian peso; 2 decimals.
        Cop = "COP",
        /// Colombian unidad de valor real, a unit of account; 2 decimals.
        Cou = "COU",
        /// Costa Rican colón; 2 decimals.
        Crc = "CRC",
        /// Cuban peso; 2 decimals.
        Cup = "CUP",
        /// Cape Verdean escudo; 2 decimals.
        Cve = "CVE",
        /// Czech koruna; 2 decimals.
        Czk = "CZK",
        /// Djiboutian franc; 0 decimals.
        Djf = "DJF",
        /// Danish krone; 2 decimals.
        Dkk = "DKK",
        /// Dominican peso; 2 decimals.
        Dop = "DOP",
        /// Algerian dinar; 2 decimals.
        Dzd = "DZD",
        /// Egyptian pound; 2 decimals.
        Egp = "EGP",
        /// Eritrean nakfa; 2 decimals.
        Ern = "ERN",
        /// Ethiopian birr; 2 decimals.
        Etb = "ETB",
        /// Euro; 2 decimals.
        Eur = "EUR",
        /// Fijian dollar; 2 decimals.
        Fjd = "FJD",
        /// Falkland Islands pound; 2 decimals.
        Fkp = "FKP",
        /// Pound sterling; 2 decimals.
        Gbp = "GBP",
        /// Georgian lari; 2 decimals.
        Gel = "GEL",
        /// Ghanaian cedi; 2 decimals.
        Ghs = "GHS",
        /// Gibraltar pound; 2 decimals.
        Gip = "GIP",
        /// Gambian dalasi; 2 decimals.
        Gmd = "GMD",
        /// Guinean franc; 0 decimals.
        Gnf = "GNF",
        /// Guatemalan quetzal; 2 decimals.
        Gtq = "GTQ",
        /// Guyanese dollar; 2 decimals.
        Gyd = "GYD",
        /// Hong Kong dollar; 2 decimals.
        Hkd = "HKD",
        /// Honduran lempira; 2 decimals.
        Hnl = "HNL",
        /// Haitian gourde; 2 decimals.
        Htg = "HTG",
        /// Hungarian forint; 0 decimals at Yuno, 2 in ISO 4217.
        Huf = "HUF",
        /// Indonesian rupiah; 2 decimals.
        Idr = "IDR",
        /// Israeli new shekel; 2 decimals.
        Ils = "ILS",
        /// Indian rupee; 2 decimals.
        Inr = "INR",
        /// Iraqi dinar; 3 decimals.
        Iqd = "IQD",
        /// Iranian rial; 2 decimals.
        Irr = "IRR",
        /// Icelandic króna; 0 decimals.
        Isk = "ISK",
        /// Jamaican dollar; 2 decimals.
        Jmd = "JMD",
        /// Jordanian dinar; 3 decimals.
        Jod = "JOD",
        /// Japanese yen; 0 decimals.
        Jpy = "JPY",
        /// Kenyan shilling; 2 decimals.
        Kes = "KES",
        /// Kyrgyzstani som; 2 decimals.
        Kgs = "KGS",
        /// Cambodian riel; 2 decimals.
        Khr = "KHR",
        /// Comorian franc; 0 decimals.
        Kmf = "KMF",
        /// North Korean won; 2 decimals.
        Kpw = "KPW",
        /// South Korean won; 0 decimals.
        Krw = "KRW",
        /// Kuwaiti dinar; 3 decimals.
        Kwd = "KWD",
        /// Cayman Islands dollar; 2 decimals.
        Kyd = "KYD",
        /// Kazakhstani tenge; 2 decimals.
        Kzt = "KZT",
        /// Lao kip; 2 decimals.
        Lak = "LAK",
        /// Lebanese pound; 2 decimals.
        Lbp = "LBP",
        /// Sri Lankan rupee; 2 decimals.
        Lkr = "LKR",
        /// Liberian dollar; 2 decimals.
        Lrd = "LRD",
        /// Lesotho loti; 2 decimals.
        Lsl = "LSL",
        /// Libyan dinar; 3 decimals.
        Lyd = "LYD",
        /// Moroccan dirham; 2 decimals.
        Mad = "MAD",
        /// Moldovan leu; 2 decimals.
        Mdl = "MDL",
        /// Malagasy ariary; 2 decimals.
        Mga = "MGA",
        /// Macedonian denar; 2 decimals.
        Mkd = "MKD",
        /// Myanmar kyat; 2 decimals.
        Mmk = "MMK",
        /// Mongolian tögrög; 2 decimals.
        Mnt = "MNT",
        /// Macanese pataca; 2 decimals.
        Mop = "MOP",
        /// Mauritanian ouguiya; 2 decimals.
        Mru = "MRU",
        /// Mauritian rupee; 2 decimals.
        Mur = "MUR",
        /// Maldivian rufiyaa; 2 decimals.
        Mvr = "MVR",
        /// Malawian kwacha; 2 decimals.
        Mwk = "MWK",
        /// Mexican peso; 2 decimals.
        Mxn = "MXN",
        /// Mexican unidad de inversión, a unit of account; 2 decimals.
        Mxv = "MXV",
        /// Malaysian ringgit; 2 decimals.
        Myr = "MYR",
        /// Mozambican metical; 2 decimals.
        Mzn = "MZN",
        /// Namibian dollar; 2 decimals.
        Nad = "NAD",
        /// Nigerian naira; 2 decimals.
        Ngn = "NGN",
        /// Nicaraguan córdoba; 2 decimals.
        Nio = "NIO",
        /// Norwegian krone; 2 decimals.
        Nok = "NOK",
        /// Nepalese rupee; 2 decimals.
        Npr = "NPR",
        /// New Zealand dollar; 2 decimals.
        Nzd = "NZD",
        /// Omani rial; 3 decimals.
        Omr = "OMR",
        /// Panamanian balboa; 2 decimals.
        Pab = "PAB",
        /// Peruvian sol; 2 decimals.
        Pen = "PEN",
        /// Papua New Guinean kina; 2 decimals.
        Pgk = "PGK",
        /// Philippine peso; 2 decimals.
        Php = "PHP",
        /// Pakistani rupee; 2 decimals.
        Pkr = "PKR",
        /// Polish złoty; 2 decimals.
        Pln = "PLN",
        /// Paraguayan guaraní; 0 decimals.
        Pyg = "PYG",
        /// Qatari riyal; 2 decimals.
        Qar = "QAR",
        /// Romanian leu; 2 decimals.
        Ron = "RON",
        /// Serbian dinar; 2 decimals.
        Rsd = "RSD",
        /// Russian ruble; 2 decimals.
        Rub = "RUB",
        /// Rwandan franc; 0 decimals.
        Rwf = "RWF",
        /// Saudi riyal; 2 decimals.
        Sar = "SAR",
        /// Solomon Islands dollar; 2 decimals.
        Sbd = "SBD",
        /// Seychellois rupee; 2 decimals.
        Scr = "SCR",
        /// Sudanese pound; 2 decimals.
        Sdg = "SDG",
        /// Swedish krona; 2 decimals.
        Sek = "SEK",
        /// Singapore dollar; 2 decimals.
        Sgd = "SGD",
        /// Saint Helena pound; 2 decimals.
        Shp = "SHP",
        /// Sierra Leonean leone; 2 decimals.
        Sle = "SLE",
        /// Sierra Leonean leone before 2022, replaced by SLE; 2 decimals.
        Sll = "SLL",
        /// Somali shilling; 2 decimals.
        Sos = "SOS",
        /// Surinamese dollar; 2 decimals.
        Srd = "SRD",
        /// South Sudanese pound; 2 decimals.
        Ssp = "SSP",
        /// São Tomé and Príncipe dobra; 2 decimals.
        Stn = "STN",
        /// Salvadoran colón; 2 decimals.
        Svc = "SVC",
        /// Syrian pound; 2 decimals.
        Syp = "SYP",
        /// Swazi lilangeni; 2 decimals.
        Szl = "SZL",
        /// Thai baht; 2 decimals.
        Thb = "THB",
        /// Tajikistani somoni; 2 decimals.
        Tjs = "TJS",
        /// Turkmenistan manat; 2 decimals.
        Tmt = "TMT",
        /// Tunisian dinar; 3 decimals.
        Tnd = "TND",
        /// Tongan paʻanga; 2 decimals.
        Top = "TOP",
        /// Turkish lira; 2 decimals.
        Try = "TRY",
        /// Trinidad and Tobago dollar; 2 decimals.
        Ttd = "TTD",
        /// New Taiwan dollar; 2 decimals.
        Twd = "TWD",
        /// Tanzanian shilling; 2 decimals.
        Tzs = "TZS",
        /// Ukrainian hryvnia; 2 decimals.
        Uah = "UAH",
        /// Ugandan shilling; 0 decimals.
        Ugx = "UGX",
        /// United States dollar; 2 decimals.
        Usd = "USD",
        /// United States dollar, next day; 2 decimals.
        Usn = "USN",
        /// Uruguayan peso in indexed units; 0 decimals.
        Uyi = "UYI",
        /// Uruguayan peso; 2 decimals.
        Uyu = "UYU",
        /// Uruguayan nominal wage index unit; 4 decimals.
        Uyw = "UYW",
        /// Uzbekistani sum; 2 decimals.
        Uzs = "UZS",
        /// Venezuelan digital bolívar; 2 decimals.
        Ved = "VED",
        /// Venezuelan sovereign bolívar; 2 decimals.
        Ves = "VES",
        /// Vietnamese đồng; 0 decimals.
        Vnd = "VND",
        /// Vanuatu vatu; 0 decimals.
        Vuv = "VUV",
        /// Samoan tālā; 2 decimals.
        Wst = "WST",
        /// Arab accounting dinar; 2 decimals.
        Xad = "XAD",
        /// Central African CFA franc; 0 decimals.
        Xaf = "XAF",
        /// East Caribbean dollar; 2 decimals.
        Xcd = "XCD",
        /// Caribbean guilder; 2 decimals.
        Xcg = "XCG",
        /// West African CFA franc; 0 decimals.
        Xof = "XOF",
        /// CFP franc; 0 decimals.
        Xpf = "XPF",
        /// Yemeni rial; 2 decimals.
        Yer = "YER",
        /// South African rand; 2 decimals.
        Zar = "ZAR",
        /// Zambian kwacha; 2 decimals.
        Zmw = "ZMW",
        /// Zimbabwe gold; 2 decimals.
        Zwg = "ZWG",
        /// Zimbabwean dollar, replaced by ZWG in 2024; 2 decimals.
        Zwl = "ZWL",
    }
}
