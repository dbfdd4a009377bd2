//! Generated from `spec/common/document.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, open_enum}};

/// An identity or tax document. Many providers in Latin America refuse a payment without it.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Document {
    /// The number on the document, in the form in which the country writes it.
    pub document_number: Option<Sensitive>,
    /// The kind of a document. Which ones a country has stands with each value.
    pub document_type: Option<DocumentType>,
    /// The country that issued the document.
    pub country: Option<Country>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Document { document_number; document_type; country; } }

open_enum! {
    /// The kind of a document. Which ones a country has stands with each value.
    pub enum DocumentType {
        /// Aadhaar (India).
        Aadh = "AADH",
        /// Australian Business Number (Australia).
        Abn = "ABN",
        /// Australian Company Number (Australia).
        Acn = "ACN",
        /// Tax number (Greece).
        Afm = "AFM",
        /// AHV-Nummer (Switzerland).
        Ahvn = "AHVN",
        /// Social security number (Greece).
        Amka = "AMKA",
        /// Alien residence card (South Korea, Taiwan).
        Arc = "ARC",
        /// Numéro d’entreprise (BCE/KBO) (Belgium).
        Bce = "BCE",
        /// Business Number (Canada).
        Bne = "BNE",
        /// Business registration number (Hong Kong, South Korea, Thailand); Business Registration Number (Ghana, Kenya).
        Brn = "BRN",
        /// Biometric Residence Permit (United Kingdom).
        Brp = "BRP",
        /// Burgerservicenummer (Netherlands).
        Bsn = "BSN",
        /// BTW-nummer (Netherlands).
        Btw = "BTW",
        /// Bank Verification Number (Nigeria).
        Bvn = "BVN",
        /// Corporate Affairs Commission Number (Nigeria).
        Cacn = "CACN",
        /// Cédula de ciudadanía (Colombia); Cartão de Cidadão (Portugal).
        Cc = "CC",
        /// Căn cước công dân (Vietnam).
        Cccd = "CCCD",
        /// Cédula de extranjería (Colombia); Carné de Extranjería (Peru).
        Ce = "CE",
        /// Codice Fiscale (Italy).
        Cf = "CF",
        /// Cédula de Identidad (Bolivia, Costa Rica, Ecuador, Nicaragua, Uruguay); Cédula de Identidad y Electoral
        /// (Dominican Republic).
        Ci = "CI",
        /// Cédula de Identidad Civil (Paraguay).
        Cic = "CIC",
        /// Civil identity card (Kuwait, Oman).
        Cid = "CID",
        /// Carta d’Identità Elettronica (Italy).
        Cie = "CIE",
        /// Corporate Identification Number (India); Carte d’Identité Nationale (Morocco).
        Cin = "CIN",
        /// Cédula de Identidad Personal (Panama).
        Cip = "CIP",
        /// CIPC Registration Number (South Africa).
        Cipc = "CIPC",
        /// Cédula Jurídica (Costa Rica).
        Cjur = "CJUR",
        /// Chứng minh nhân dân (Vietnam).
        Cmnd = "CMND",
        /// Carteira Nacional de Habilitação (Brazil).
        Cnh = "CNH",
        /// Carte Nationale d’Identité (France).
        Cni = "CNI",
        /// Cod Numeric Personal (Romania).
        Cnp = "CNP",
        /// Cadastro Nacional da Pessoa Jurídica (Brazil).
        Cnpj = "CNPJ",
        /// Company number (Israel).
        Cnum = "CNUM",
        /// Cédula profesional.
        Cp = "CP",
        /// Cadastro de Pessoas Físicas (Brazil).
        Cpf = "CPF",
        /// CPR-nummer (Denmark); Personal number (Bahrain).
        Cpr = "CPR",
        /// Commercial register number (Egypt, Kuwait, Oman, Qatar).
        Creg = "CREG",
        /// Company Registration Number (Ireland, United Kingdom); Commercial registration number (Bahrain, Saudi Arabia).
        Crn = "CRN",
        /// Cod Unic de Înregistrare (Romania).
        Cui = "CUI",
        /// Código Único de Identificación Laboral (Argentina).
        Cuil = "CUIL",
        /// Código Único de Identificación Tributaria (Argentina).
        Cuit = "CUIT",
        /// Clave Única de Registro de Población (Mexico).
        Curp = "CURP",
        /// CVR-nummer (Denmark).
        Cvr = "CVR",
        /// DIČ (Czechia).
        Dic = "DIC",
        /// Driver's Licence (Canada); Driver's License (United States); Driver Licence (Australia, New Zealand).
        Dlic = "DLIC",
        /// Documento de Identidad para Extranjeros (DIMEX) (Costa Rica).
        Dmex = "DMEX",
        /// Documento Nacional de Identidad (Argentina, Peru, Spain); Documento Nacional de Identificación (Honduras).
        Dni = "DNI",
        /// D-nummer (Norway).
        Dnr = "DNR",
        /// Documento Personal de Identificación (Guatemala).
        Dpi = "DPI",
        /// A driver's license, as one example writes it. Send DLIC or CNH.
        DriverLicense = "DRIVER_LICENSE",
        /// Documento Único de Identidad (El Salvador).
        Dui = "DUI",
        /// Elektronischer Aufenthaltstitel (Germany).
        Eat = "EAT",
        /// Unified civil number (Bulgaria).
        Egn = "EGN",
        /// Elektronische identiteitskaart / Carte d’identité électronique (Belgium); Emirates ID (United Arab
        /// Emirates).
        Eid = "EID",
        /// Kartë identiteti elektronike (Albania).
        Eidc = "EIDC",
        /// Employer Identification Number (United States).
        Ein = "EIN",
        /// Foreign Identification Number (Singapore).
        Fin = "FIN",
        /// Fødselsnummer (Norway).
        Fnr = "FNR",
        /// Foreign permanent resident's card (China).
        Fprd = "FPRD",
        /// Company register number (Greece).
        Gemi = "GEMI",
        /// Ghana Card (Ghana).
        Ghid = "GHID",
        /// Goods and Services Tax Number (India).
        Gstn = "GSTN",
        /// Unified business number (Taiwan).
        Gui = "GUI",
        /// Henkilötunnus (Finland).
        Hetu = "HETU",
        /// Identity card (Hong Kong).
        Hkid = "HKID",
        /// Corporate number (Japan).
        Houj = "HOUJ",
        /// Identifiant Commun de l’Entreprise (Morocco).
        Ice = "ICE",
        /// IČO (Czechia).
        Ico = "ICO",
        /// National ID Card (Kenya); Identity Document / Card (South Africa).
        Idn = "IDN",
        /// Steuerliche Identifikationsnummer (Germany).
        Idnr = "IDNR",
        /// Identity number of a foreigner who resides in the country.
        Ifr = "IFR",
        /// Credencial para Votar (INE) (Mexico).
        Ine = "INE",
        /// Residence permit (Saudi Arabia).
        Iqam = "IQAM",
        /// IRD Number (New Zealand).
        Ird = "IRD",
        /// Individual Taxpayer Identification Number (United States).
        Itin = "ITIN",
        /// KRA PIN (Kenya).
        Krap = "KRAP",
        /// Kartu Izin Tinggal Terbatas (KITAS) (Indonesia).
        Ktas = "KTAS",
        /// Kartu Tanda Penduduk (KTP) (Indonesia).
        Ktp = "KTP",
        /// Kamer van Koophandel-nummer (Netherlands).
        Kvk = "KVK",
        /// Libreta Cívica (Argentina).
        Lc = "LC",
        /// Libreta de Enrolamiento (Argentina).
        Le = "LE",
        /// Foreigner's personal number (Bulgaria).
        Lnc = "LNC",
        /// MERSİS Numarası (Türkiye).
        Mers = "MERS",
        /// Mã số thuế (Vietnam).
        Mst = "MST",
        /// My Number card (Japan).
        Myno = "MYNO",
        /// Nomor Induk Berusaha (Indonesia).
        Nib = "NIB",
        /// National identity document (Egypt, Saudi Arabia, Thailand).
        Nid = "NID",
        /// Nationellt identitetskort (Åland Islands).
        Nidc = "NIDC",
        /// Número de Identidad de Extranjero (Spain).
        Nie = "NIE",
        /// Número de Identificação Fiscal (Portugal); Número de Identificación Fiscal (Spain).
        Nif = "NIF",
        /// National Identification Number (Nigeria).
        Nin = "NIN",
        /// National Insurance Number (United Kingdom).
        Nino = "NINO",
        /// Poland.
        Nip = "NIP",
        /// Número de Identificação de Pessoa Coletiva (Portugal).
        Nipc = "NIPC",
        /// Numéro d’inscription au répertoire (France).
        Nir = "NIR",
        /// Número de Identificación Tributaria (Bolivia, Colombia, El Salvador, Guatemala).
        Nit = "NIT",
        /// Nomor Pokok Wajib Pajak (Indonesia).
        Npwp = "NPWP",
        /// Kad Pengenalan (Malaysia); National Registration Identity Card (Singapore).
        Nric = "NRIC",
        /// New Zealand Business Number (New Zealand).
        Nzbn = "NZBN",
        /// Organisasjonsnummer (Norway); Organisationsnummer (Sweden).
        Org = "ORG",
        /// Permanent Account Number (PAN) (India).
        Pan = "PAN",
        /// Passport; every country.
        Pas = "PAS",
        /// A passport, as one example writes it. Send PAS.
        Passport = "PASSPORT",
        /// Personalausweis (Germany).
        Paus = "PAUS",
        /// Poland.
        Pesel = "PESEL",
        /// Personal identity card.
        Pic = "PIC",
        /// Partita IVA (Italy).
        Piva = "PIVA",
        /// Personnummer (Sweden).
        Pnr = "PNR",
        /// Personal Public Service Number (Ireland).
        Ppsn = "PPSN",
        /// Permanent Resident Card (Canada); Permanent Resident Card (Green Card) (United States).
        Prc = "PRC",
        /// PhilSys Number (Philippines).
        Psn = "PSN",
        /// Identity card (Qatar).
        Qid = "QID",
        /// Poland.
        Regon = "REGON",
        /// Registro Federal de Contribuyentes (Mexico).
        Rfc = "RFC",
        /// Registro Geral (Carteira de Identidade) (Brazil).
        Rg = "RG",
        /// Resident identity card (China).
        Ric = "RIC",
        /// Registro Nacional de Contribuyentes (Dominican Republic).
        Rnc = "RNC",
        /// Rodné číslo (Czechia).
        Rnum = "RNUM",
        /// Rijksregisternummer / Numéro de registre national (Belgium); Resident registration number (South Korea).
        Rrn = "RRN",
        /// Registro Único de Contribuyentes (Ecuador, Nicaragua, Panama, Paraguay, Peru).
        Ruc = "RUC",
        /// Rol Único Nacional (Chile).
        Run = "RUN",
        /// Rol Único Tributario (Chile); Registro Único Tributario (Uruguay).
        Rut = "RUT",
        /// Social Insurance Number (Canada).
        Sin = "SIN",
        /// Numéro SIREN/SIRET (France).
        Sire = "SIRE",
        /// Nombor SSM (Suruhanjaya Syarikat Malaysia) (Malaysia).
        Ssm = "SSM",
        /// Social Security Number (United States).
        Ssn = "SSN",
        /// Sozialversicherungsnummer (Austria).
        Svnr = "SVNR",
        /// Tax number (Thailand).
        Tax = "TAX",
        /// Tazkira, national identity card (Afghanistan).
        Tazk = "TAZK",
        /// T.C. Kimlik Numarası (Türkiye).
        Tckn = "TCKN",
        /// Identity card (Israel).
        Teud = "TEUD",
        /// Tax File Number (Australia).
        Tfn = "TFN",
        /// Tarjeta de identidad (Colombia).
        Ti = "TI",
        /// Nombor Cukai Pendapatan (Malaysia); Taxpayer Identification Number (Ghana, Philippines); Tax number (Egypt);
        /// Tax Identification Number (Nigeria).
        Tin = "TIN",
        /// Trade licence number (United Arab Emirates).
        Tln = "TLN",
        /// Registro Tributario Nacional (Honduras); Tax registration number (Qatar, United Arab Emirates); Tax Reference
        /// Number (South Africa).
        Trn = "TRN",
        /// National identity card (Taiwan).
        Twid = "TWID",
        /// Unique Entity Number (Singapore).
        Uen = "UEN",
        /// Unified identification code of a company (Bulgaria).
        Uic = "UIC",
        /// Umsatzsteuer-Identifikationsnummer (Austria); Unternehmens-Identifikationsnummer (UID) (Switzerland).
        Uid = "UID",
        /// Unified Multi-Purpose ID (Philippines).
        Umid = "UMID",
        /// Unified social credit code (China).
        Uscc = "USCC",
        /// Umsatzsteuer-Identifikationsnummer (Germany).
        Usti = "USTI",
        /// Unique Taxpayer Reference (United Kingdom).
        Utr = "UTR",
        /// VAT Number (Ireland).
        Vat = "VAT",
        /// VAT number (Bahrain, Oman, Saudi Arabia).
        Vatn = "VATN",
        /// Vergi Kimlik Numarası (Türkiye).
        Vkn = "VKN",
        /// Y-tunnus (Finland).
        Yid = "YID",
        /// Yabancı Kimlik Numarası (Türkiye).
        Ykn = "YKN",
        /// Residence card (Japan).
        Zair = "ZAIR",
        /// ZMR-Zahl (Austria).
        Zmrn = "ZMRN",
        /// Left empty, which a few request lists of the reference allow.
        Empty = "",
    }
}
