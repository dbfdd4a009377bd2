//! Generated from `spec/common/country.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// A country, as ISO 3166-1 alpha-2 code.
    pub enum Country {
        /// Andorra; EUR, 2 decimals.
        Ad = "AD",
        /// United Arab Emirates; AED, 2 decimals.
        Ae = "AE",
        /// Afghanistan; AFN, 2 decimals.
        Af = "AF",
        /// Antigua and Barbuda; XCD, 2 decimals.
        Ag = "AG",
        /// Anguilla; XCD, 2 decimals.
        Ai = "AI",
        /// Albania; ALL, 2 decimals.
        Al = "AL",
        /// Armenia; AMD, 2 decimals.
        Am = "AM",
        /// Angola; AOA, 2 decimals.
        Ao = "AO",
        /// Antarctica.
        Aq = "AQ",
        /// Argentina; ARS, 2 decimals.
        Ar = "AR",
        /// American Samoa; USD, 2 decimals.
        As = "AS",
        /// Austria; EUR, 2 decimals.
        At = "AT",
        /// Australia; AUD, 2 decimals.
        Au = "AU",
        /// Aruba; AWG, 2 decimals.
        Aw = "AW",
        /// Åland Islands; EUR, 2 decimals.
        Ax = "AX",
        /// Azerbaijan; AZN, 2 decimals.
        Az = "AZ",
        /// Bosnia and Herzegovina; BAM, 2 decimals.
        Ba = "BA",
        /// Barbados; BBD, 2 decimals.
        Bb = "BB",
        /// Bangladesh; BDT, 2 decimals.
        Bd = "BD",
        /// Belgium; EUR, 2 decimals.
        Be = "BE",
        /// Burkina Faso; XOF, 0 decimals.
        Bf = "BF",
        /// Bulgaria; EUR, 2 decimals.
        Bg = "BG",
        /// Bahrain; BHD, 3 decimals.
        Bh = "BH",
        /// Burundi; BIF, 0 decimals.
        Bi = "BI",
        /// Benin; XOF, 0 decimals.
        Bj = "BJ",
        /// Saint Barthélemy; EUR, 2 decimals.
        Bl = "BL",
        /// Bermuda; BMD, 2 decimals.
        Bm = "BM",
        /// Brunei; BND, 2 decimals.
        Bn = "BN",
        /// Bolivia; BOB, 2 decimals.
        Bo = "BO",
        /// Bonaire, Sint Eustatius and Saba; USD, 2 decimals.
        Bq = "BQ",
        /// Brazil; BRL, 2 decimals.
        Br = "BR",
        /// Bahamas; BSD, 2 decimals.
        Bs = "BS",
        /// Bhutan; BTN, 2 decimals.
        Bt = "BT",
        /// Bouvet Island; NOK, 2 decimals.
        Bv = "BV",
        /// Botswana; BWP, 2 decimals.
        Bw = "BW",
        /// Belarus; BYN, 2 decimals.
        By = "BY",
        /// Belize; BZD, 2 decimals.
        Bz = "BZ",
        /// Canada; CAD, 2 decimals.
        Ca = "CA",
        /// Cocos (Keeling) Islands; AUD, 2 decimals.
        Cc = "CC",
        /// Congo (Democratic Republic); CDF, 2 decimals.
        Cd = "CD",
        /// Central African Republic; XAF, 0 decimals.
        Cf = "CF",
        /// Congo (Republic); XAF, 0 decimals.
        Cg = "CG",
        /// Switzerland; CHF, 2 decimals.
        Ch = "CH",
        /// Côte d'Ivoire; XOF, 0 decimals.
        Ci = "CI",
        /// Cook Islands; NZD, 2 decimals.
        Ck = "CK",
        /// Chile; CLP, 0 decimals.
        Cl = "CL",
        /// Cameroon; XAF, 0 decimals.
        Cm = "CM",
        /// China; CNY, 2 decimals.
        Cn = "CN",
        /// Colombia; COP, 2 decimals.
        Co = "CO",
        /// Costa Rica; CRC, 2 decimals.
        Cr = "CR",
        /// Cuba; CUP, 2 decimals.
        Cu = "CU",
        /// Cabo Verde; CVE, 2 decimals.
        Cv = "CV",
        /// Curaçao; ANG, 2 decimals.
        Cw = "CW",
        /// Christmas Island; AUD, 2 decimals.
        Cx = "CX",
        /// Cyprus; EUR, 2 decimals.
        Cy = "CY",
        /// Czechia; CZK, 2 decimals.
        Cz = "CZ",
        /// Germany; EUR, 2 decimals.
        De = "DE",
        /// Djibouti; DJF, 0 decimals.
        Dj = "DJ",
        /// Denmark; DKK, 2 decimals.
        Dk = "DK",
        /// Dominica; XCD, 2 decimals.
        Dm = "DM",
        /// Dominican Republic; DOP, 2 decimals.
        Do = "DO",
        /// Algeria; DZD, 2 decimals.
        Dz = "DZ",
        /// Ecuador; USD, 2 decimals.
        Ec = "EC",
        /// Estonia; EUR, 2 decimals.
        Ee = "EE",
        /// Egypt; EGP, 2 decimals.
        Eg = "EG",
        /// Western Sahara; MAD, 2 decimals.
        Eh = "EH",
        /// Eritrea; ERN, 2 decimals.
        Er = "ER",
        /// Spain; EUR, 2 decimals.
        Es = "ES",
        /// Ethiopia; ETB, 2 decimals.
        Et = "ET",
        /// Finland; EUR, 2 decimals.
        Fi = "FI",
        /// Fiji; FJD, 2 decimals.
        Fj = "FJ",
        /// Falkland Islands; FKP, 2 decimals.
        Fk = "FK",
        /// Micronesia; USD, 2 decimals.
        Fm = "FM",
        /// Faroe Islands; DKK, 2 decimals.
        Fo = "FO",
        /// France; EUR, 2 decimals.
        Fr = "FR",
        /// Gabon; XAF, 0 decimals.
        Ga = "GA",
        /// United Kingdom; GBP, 2 decimals.
        Gb = "GB",
        /// Grenada; XCD, 2 decimals.
        Gd = "GD",
        /// Georgia; GEL, 2 decimals.
        Ge = "GE",
        /// French Guiana; EUR, 2 decimals.
        Gf = "GF",
        /// Guernsey; GBP, 2 decimals.
        Gg = "GG",
        /// Ghana; GHS, 2 decimals.
        Gh = "GH",
        /// Gibraltar; GIP, 2 decimals.
        Gi = "GI",
        /// Greenland; DKK, 2 decimals.
        Gl = "GL",
        /// Gambia; GMD, 2 decimals.
        Gm = "GM",
        /// Guinea; GNF, 0 decimals.
        Gn = "GN",
        /// Guadeloupe; EUR, 2 decimals.
        Gp = "GP",
        /// Equatorial Guinea; XAF, 0 decimals.
        Gq = "GQ",
        /// Greece; EUR, 2 decimals.
        Gr = "GR",
        /// South Georgia and the South Sandwich Islands; GBP, 2 decimals.
        Gs = "GS",
        /// Guatemala; GTQ, 2 decimals.
        Gt = "GT",
        /// Guam; USD, 2 decimals.
        Gu = "GU",
        /// Guinea-Bissau; XOF, 0 decimals.
        Gw = "GW",
        /// Guyana; GYD, 2 decimals.
        Gy = "GY",
        /// Hong Kong; HKD, 2 decimals.
        Hk = "HK",
        /// Heard Island and McDonald Islands; AUD, 2 decimals.
        Hm = "HM",
        /// Honduras; HNL, 2 decimals.
        Hn = "HN",
        /// Croatia; EUR, 2 decimals.
        Hr = "HR",
        /// Haiti; HTG, 2 decimals.
        Ht = "HT",
        /// Hungary; HUF, 0 decimals.
        Hu = "HU",
        /// Indonesia; IDR, 2 decimals.
        Id = "ID",
        /// Ireland; EUR, 2 decimals.
        Ie = "IE",
        /// Israel; ILS, 2 decimals.
        Il = "IL",
        /// Isle of Man; GBP, 2 decimals.
        Im = "IM",
        /// India; INR, 2 decimals.
        In = "IN",
        /// British Indian Ocean Territory; USD, 2 decimals.
        Io = "IO",
        /// Iraq; IQD, 3 decimals.
        Iq = "IQ",
        /// Iran; IRR, 2 decimals.
        Ir = "IR",
        /// Iceland; ISK, 0 decimals.
        Is = "IS",
        /// Italy; EUR, 2 decimals.
        It = "IT",
        /// Jersey; GBP, 2 decimals.
        Je = "JE",
        /// Jamaica; JMD, 2 decimals.
        Jm = "JM",
        /// Jordan; JOD, 3 decimals.
        Jo = "JO",
        /// Japan; JPY, 0 decimals.
        Jp = "JP",
        /// Kenya; KES, 2 decimals.
        Ke = "KE",
        /// Kyrgyzstan; KGS, 2 decimals.
        Kg = "KG",
        /// Cambodia; KHR, 2 decimals.
        Kh = "KH",
        /// Kiribati; AUD, 2 decimals.
        Ki = "KI",
        /// Comoros; KMF, 0 decimals.
        Km = "KM",
        /// Saint Kitts and Nevis; XCD, 2 decimals.
        Kn = "KN",
        /// North Korea; KPW, 2 decimals.
        Kp = "KP",
        /// South Korea; KRW, 0 decimals.
        Kr = "KR",
        /// Kuwait; KWD, 3 decimals.
        Kw = "KW",
        /// Cayman Islands; KYD, 2 decimals.
        Ky = "KY",
        /// Kazakhstan; KZT, 2 decimals.
        Kz = "KZ",
        /// Laos; LAK, 2 decimals.
        La = "LA",
        /// Lebanon; LBP, 2 decimals.
        Lb = "LB",
        /// Saint Lucia; XCD, 2 decimals.
        Lc = "LC",
        /// Liechtenstein; CHF, 2 decimals.
        Li = "LI",
        /// Sri Lanka; LKR, 2 decimals.
        Lk = "LK",
        /// Liberia; LRD, 2 decimals.
        Lr = "LR",
        /// Lesotho; LSL, 2 decimals.
        Ls = "LS",
        /// Lithuania; EUR, 2 decimals.
        Lt = "LT",
        /// Luxembourg; EUR, 2 decimals.
        Lu = "LU",
        /// Latvia; EUR, 2 decimals.
        Lv = "LV",
        /// Libya; LYD, 3 decimals.
        Ly = "LY",
        /// Morocco; MAD, 2 decimals.
        Ma = "MA",
        /// Monaco; EUR, 2 decimals.
        Mc = "MC",
        /// Moldova; MDL, 2 decimals.
        Md = "MD",
        /// Montenegro; EUR, 2 decimals.
        Me = "ME",
        /// Saint Martin (French part); EUR, 2 decimals.
        Mf = "MF",
        /// Madagascar; MGA, 2 decimals.
        Mg = "MG",
        /// Marshall Islands; USD, 2 decimals.
        Mh = "MH",
        /// North Macedonia; MKD, 2 decimals.
        Mk = "MK",
        /// Mali; XOF, 0 decimals.
        Ml = "ML",
        /// Myanmar; MMK, 2 decimals.
        Mm = "MM",
        /// Mongolia; MNT, 2 decimals.
        Mn = "MN",
        /// Macao; MOP, 2 decimals.
        Mo = "MO",
        /// Northern Mariana Islands; USD, 2 decimals.
        Mp = "MP",
        /// Martinique; EUR, 2 decimals.
        Mq = "MQ",
        /// Mauritania; MRU, 2 decimals.
        Mr = "MR",
        /// Montserrat; XCD, 2 decimals.
        Ms = "MS",
        /// Malta; EUR, 2 decimals.
        Mt = "MT",
        /// Mauritius; MUR, 2 decimals.
        Mu = "MU",
        /// Maldives; MVR, 2 decimals.
        Mv = "MV",
        /// Malawi; MWK, 2 decimals.
        Mw = "MW",
        /// Mexico; MXN, 2 decimals.
        Mx = "MX",
        /// Malaysia; MYR, 2 decimals.
        My = "MY",
        /// Mozambique; MZN, 2 decimals.
        Mz = "MZ",
        /// Namibia; NAD, 2 decimals.
        Na = "NA",
        /// New Caledonia; XPF, 0 decimals.
        Nc = "NC",
        /// Niger; XOF, 0 decimals.
        Ne = "NE",
        /// Norfolk Island; AUD, 2 decimals.
        Nf = "NF",
        /// Nigeria; NGN, 2 decimals.
        Ng = "NG",
        /// Nicaragua; NIO, 2 decimals.
        Ni = "NI",
        /// Netherlands; EUR, 2 decimals.
        Nl = "NL",
        /// Norway; NOK, 2 decimals.
        No = "NO",
        /// Nepal; NPR, 2 decimals.
        Np = "NP",
        /// Nauru; AUD, 2 decimals.
        Nr = "NR",
        /// Niue; NZD, 2 decimals.
        Nu = "NU",
        /// New Zealand; NZD, 2 decimals.
        Nz = "NZ",
        /// Oman; OMR, 3 decimals.
        Om = "OM",
        /// Panama; PAB, 2 decimals.
        Pa = "PA",
        /// Peru; PEN, 2 decimals.
        Pe = "PE",
        /// French Polynesia; XPF, 0 decimals.
        Pf = "PF",
        /// Papua New Guinea; PGK, 2 decimals.
        Pg = "PG",
        /// Philippines; PHP, 2 decimals.
        Ph = "PH",
        /// Pakistan; PKR, 2 decimals.
        Pk = "PK",
        /// Poland; PLN, 2 decimals.
        Pl = "PL",
        /// Saint Pierre and Miquelon; EUR, 2 decimals.
        Pm = "PM",
        /// Pitcairn Islands; NZD, 2 decimals.
        Pn = "PN",
        /// Puerto Rico; USD, 2 decimals.
        Pr = "PR",
        /// Palestine; ILS, 2 decimals.
        Ps = "PS",
        /// Portugal; EUR, 2 decimals.
        Pt = "PT",
        /// Palau; USD, 2 decimals.
        Pw = "PW",
        /// Paraguay; PYG, 0 decimals.
        Py = "PY",
        /// Qatar; QAR, 2 decimals.
        Qa = "QA",
        /// Réunion; EUR, 2 decimals.
        Re = "RE",
        /// Romania; RON, 2 decimals.
        Ro = "RO",
        /// Serbia; RSD, 2 decimals.
        Rs = "RS",
        /// Russia; RUB, 2 decimals.
        Ru = "RU",
        /// Rwanda; RWF, 0 decimals.
        Rw = "RW",
        /// Saudi Arabia; SAR, 2 decimals.
        Sa = "SA",
        /// Solomon Islands; SBD, 2 decimals.
        Sb = "SB",
        /// Seychelles; SCR, 2 decimals.
        Sc = "SC",
        /// Sudan; SDG, 2 decimals.
        Sd = "SD",
        /// Sweden; SEK, 2 decimals.
        Se = "SE",
        /// Singapore; SGD, 2 decimals.
        Sg = "SG",
        /// Saint Helena, Ascension and Tristan da Cunha; SHP, 2 decimals.
        Sh = "SH",
        /// Slovenia; EUR, 2 decimals.
        Si = "SI",
        /// Svalbard and Jan Mayen; NOK, 2 decimals.
        Sj = "SJ",
        /// Slovakia; EUR, 2 decimals.
        Sk = "SK",
        /// Sierra Leone; SLL, 2 decimals.
        Sl = "SL",
        /// San Marino; EUR, 2 decimals.
        Sm = "SM",
        /// Senegal; XOF, 0 decimals.
        Sn = "SN",
        /// Somalia; SOS, 2 decimals.
        So = "SO",
        /// Suriname; SRD, 2 decimals.
        Sr = "SR",
        /// South Sudan; SSP, 2 decimals.
        Ss = "SS",
        /// Sao Tome and Principe; STN, 2 decimals.
        St = "ST",
        /// El Salvador; USD, 2 decimals.
        Sv = "SV",
        /// Sint Maarten (Dutch part); ANG, 2 decimals.
        Sx = "SX",
        /// Syria; SYP, 2 decimals.
        Sy = "SY",
        /// Eswatini; SZL, 2 decimals.
        Sz = "SZ",
        /// Turks and Caicos Islands; USD, 2 decimals.
        Tc = "TC",
        /// Chad; XAF, 0 decimals.
        Td = "TD",
        /// French Southern Territories; EUR, 2 decimals.
        Tf = "TF",
        /// Togo; XOF, 0 decimals.
        Tg = "TG",
        /// Thailand; THB, 2 decimals.
        Th = "TH",
        /// Tajikistan; TJS, 2 decimals.
        Tj = "TJ",
        /// Tokelau; NZD, 2 decimals.
        Tk = "TK",
        /// Timor-Leste; USD, 2 decimals.
        Tl = "TL",
        /// Turkmenistan; TMT, 2 decimals.
        Tm = "TM",
        /// Tunisia; TND, 3 decimals.
        Tn = "TN",
        /// Tonga; TOP, 2 decimals.
        To = "TO",
        /// Türkiye; TRY, 2 decimals.
        Tr = "TR",
        /// Trinidad and Tobago; TTD, 2 decimals.
        Tt = "TT",
        /// Tuvalu; AUD, 2 decimals.
        Tv = "TV",
        /// Taiwan; TWD, 2 decimals.
        Tw = "TW",
        /// Tanzania; TZS, 2 decimals.
        Tz = "TZ",
        /// Ukraine; UAH, 2 decimals.
        Ua = "UA",
        /// Uganda; UGX, 0 decimals.
        Ug = "UG",
        /// United States Minor Outlying Islands; USD, 2 decimals.
        Um = "UM",
        /// United States; USD, 2 decimals.
        Us = "US",
        /// Uruguay; UYU, 2 decimals.
        Uy = "UY",
        /// Uzbekistan; UZS, 2 decimals.
        Uz = "UZ",
        /// Vatican City; EUR, 2 decimals.
        Va = "VA",
        /// Saint Vincent and the Grenadines; XCD, 2 decimals.
        Vc = "VC",
        /// Venezuela; VES, 2 decimals.
        Ve = "VE",
        /// British Virgin Islands; USD, 2 decimals.
        Vg = "VG",
        /// United States Virgin Islands; USD, 2 decimals.
        Vi = "VI",
        /// Vietnam; VND, 0 decimals.
        Vn = "VN",
        /// Vanuatu; VUV, 0 decimals.
        Vu = "VU",
        /// Wallis and Futuna; XPF, 0 decimals.
        Wf = "WF",
        /// Samoa; WST, 2 decimals.
        Ws = "WS",
        /// Yemen; YER, 2 decimals.
        Ye = "YE",
        /// Mayotte; EUR, 2 decimals.
        Yt = "YT",
        /// South Africa; ZAR, 2 decimals.
        Za = "ZA",
        /// Zambia; ZMW, 2 decimals.
        Zm = "ZM",
        /// Zimbabwe; ZWL, 2 decimals.
        Zw = "ZW",
        /// Left empty, which a few request lists of the reference allow.
        Empty = "",
    }
}
