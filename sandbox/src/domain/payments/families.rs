//! Which family a payment method belongs to. The family decides how it is paid: at once, or in a step of the customer's.

use yuno_api::types::{PaymentMethodCategory, PaymentMethodType};

/// The family of a payment method; a wallet where it is not known.
pub(super) fn of(method: &PaymentMethodType) -> PaymentMethodCategory {
    let name = method.as_str();
    let lists: [(&[&str], PaymentMethodCategory); 5] = [
        (CARD, PaymentMethodCategory::Card),
        (BANK_TRANSFER, PaymentMethodCategory::BankTransfer),
        (TICKET, PaymentMethodCategory::Ticket),
        (BNPL, PaymentMethodCategory::Bnpl),
        (PAYMENT_LINK, PaymentMethodCategory::PaymentLink),
    ];
    let found = lists.into_iter().find(|(names, _)| names.contains(&name));
    found.map_or(PaymentMethodCategory::Wallet, |(_, category)| category)
}

/// Paid by card.
#[rustfmt::skip]
static CARD: &[&str] = &[
    "CARD", "CHECKOUT_API", "CREDIT CARD (VIA KCP)", "PAYOUT_CARD", "PAYPAL_ACDC", "TARJETA_CLAVE", "VOUCHER",
];

/// Paid from a bank account.
#[rustfmt::skip]
static BANK_TRANSFER: &[&str] = &[
    "ACH", "ACH_ENROLLMENT", "ACH_PLAID", "AFIRME_PAYOUT", "ASOCIACION_BONAO", "ASOCIACION_CIBAO",
    "ASOCIACION_LA_NACIONAL", "ASTROPAY_PAYOUT", "BANCOLOMBIA", "BANCONTACT", "BANCONTACT_ENROLLMENT",
    "BANCO_ADOPEM", "BANCO_ATLANTICO", "BANCO_BANESCO", "BANCO_JMMB", "BANCO_LAFISE", "BANCO_NACIONAL_BANK_TRANSFER",
    "BANCO_SANTA_CRUZ", "BANCO_VIMENCA", "BANK TRANSFER (VIA KCP)", "BANK_TRANSFER", "BANRESERVAS", "BLIK",
    "BREB_QR", "CODI", "COOPERATIVA_LA_ALTAGRACIA", "CUOTEALO_BCP", "DAVIPLATA", "DAVIPLATA_ENROLLMENT",
    "DIRECT_DEBIT", "EPS", "EU_BANK_TRANSFER", "EU_BANK_TRANSFER_ENROLLMENT", "FPX", "IDEAL", "IDEAL_ENROLLMENT",
    "KHIPU", "KLARNA_PAY_NOW", "KLARNA_PAY_NOW_ENROLLMENT", "MONNET_BANK_TRANSFER", "NEQUI_DISPERSION",
    "PAY BY BANK (EUROPE)", "PAYPAL_PAYOUT", "PIX", "PIX_BIOMETRICO", "PIX_PAYOUT", "PRZELEWY24", "PSE", "QRPH",
    "SAFETYPAY_BANK_TRANSFER", "SBP", "SEPA", "SEPA_ENROLLMENT", "SMART_PIX", "SPEI", "STP_PAYOUT", "TOKENBOX",
    "TRANSFERENCIA_3.0", "TRANSFIYA", "TRANSFIYA_PAYOUT", "TRUSTLY", "VIRTUAL_ACCOUNT_IDN", "BANCOLOMBIA_TOKENBOX",
    "BANCOLOMBIA_TOKEN_BOX", "BANCOLOMBIA_TRANSFER", "SAFETYPAY",
];

/// Paid at a till or a machine.
#[rustfmt::skip]
static TICKET: &[&str] = &[
    "7ELEVEN", "ALFAMART", "ALSUPER", "AMPM", "BAM", "BANCOMER", "BANCO_CONTINENTAL", "BANCO_NACIONAL_CASH",
    "BANCO_POPULAR_DOMINICANA", "BANORTE", "BENAVIDES", "BIG_C", "BODEGA", "BOLETO", "CALIMAX", "CASH_CASHMX",
    "CIRCULOK", "COMERCIAL_MEXICANA", "DELAHORRO", "DIRECT", "EFECTY", "ELASTURIANO", "EXTRA", "FAMILY_MART",
    "FARMATODO", "FARMROMA", "FARMUNION", "INDOMARET", "JUMBOMARKET", "KIOSKO", "KLAP_CASH", "LAMASBARATA", "LAWSON",
    "MINI_STOP", "MONNET_CASH", "OXXO", "OXXO_PAY", "PAGA_TODO", "PAGOEFECTIVO", "PAGOSNET", "PAGO_AL_PASO",
    "PAGO_EFECTIVO", "PAGO_FACIL", "PAYCASH", "PAYNET", "PAYSER", "PAY_EASY", "PLUXEE", "PUNTOSHEY", "PUNTOXPRESS",
    "PUNTO_PAGO", "PUNTO_XPRESS", "QRIS", "RAPIPAGO", "SAFETYPAY_CASH", "SAMSCLUB", "SEICOMART", "SENCILLITO",
    "SERVIPAG", "SFDEASIS", "SMELPUEBLO", "SORIANA", "STAMARIA", "SUPERAMA", "TELECOMM", "WALDOS", "WALMART",
    "WUNION", "CASH",
];

/// Paid later.
#[rustfmt::skip]
static BNPL: &[&str] = &[
    "ACUOTAZ", "ADDI", "AFTER_PAY", "AFTER_PAY_ENROLLMENT", "ATOME", "BANCOLOMBIA_BNPL", "CASH_APP", "CLEARPAY",
    "KLARNA", "KLARNA_ENROLLMENT", "KLARNA_PAY_OVER_TIME", "KLARNA_PAY_OVER_TIME_ENROLLMENT", "PIX_PARCELADO",
    "POWERPAY", "SU_PLUS_PAY", "TABBY", "TAMARA BNPL", "WIBOND",
];

/// Paid on a page of the provider's.
#[rustfmt::skip]
static PAYMENT_LINK: &[&str] = &[
    "BHD_LEON", "CHECKOUT_EXPRESS", "CHECKOUT_PRO", "CHECKOUT_REDIRECT", "LINK_TO_PAY", "MAYA_CHECKOUT",
    "MERCADO_PAGO_CHECKOUT_PRO", "PAGSEGURO_CHECKOUT", "PAYVALIDA", "SMART_BUTTON", "WEBPAY", "WEBPAY_PLUS_MALL",
];
