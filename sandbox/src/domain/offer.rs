//! The payment methods that the sandbox's account has: which can be paid with, which can be enrolled, and where.

use yuno_api::types::{Country, ErrorCode, PaymentMethodCategory, PaymentMethodType};

use super::errors::Refused;

/// A payment method of the account's.
pub(crate) struct Offered {
    pub type_: PaymentMethodType,
    pub category: PaymentMethodCategory,
    pub name: &'static str,
    pub description: &'static str,
    /// Where it is offered. Empty: everywhere.
    countries: &'static [Country],
    uses: Uses,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Uses {
    Pay,
    Enroll,
    PayAndEnroll,
}

impl Offered {
    fn is_offered_in(&self, country: Option<&Country>) -> bool {
        self.countries.is_empty() || country.is_some_and(|country| self.countries.contains(country))
    }

    /// Its picture.
    pub(crate) fn icon(&self) -> String {
        format!("https://icons.example.com/{}.png", self.type_.as_str().to_ascii_lowercase())
    }
}

macro_rules! offered {
    ($($type:ident $category:ident $name:literal $description:literal [$($country:ident)*] $uses:ident;)*) => {
        /// In the order in which to show them.
        static OFFERED: &[Offered] = &[$(Offered {
            type_: PaymentMethodType::$type,
            category: PaymentMethodCategory::$category,
            name: $name,
            description: $description,
            countries: &[$(Country::$country),*],
            uses: Uses::$uses,
        }),*];
    };
}

offered! {
    Card Card "Card" "Credit or debit card" [] PayAndEnroll;
    Pix BankTransfer "Pix" "Pay at once from the app of any bank" [Br] Pay;
    Pse BankTransfer "PSE" "Debit from a bank account in Colombia" [Co] Pay;
    Spei BankTransfer "SPEI" "Transfer from a bank account in Mexico" [Mx] Pay;
    Khipu BankTransfer "Khipu" "Transfer from a bank account in Chile" [Cl] Pay;
    Ideal BankTransfer "iDEAL" "Pay with a bank in the Netherlands" [Nl] Pay;
    Blik BankTransfer "BLIK" "Pay with a code of a Polish bank's app" [Pl] Pay;
    Ach BankTransfer "ACH" "Debit from a bank account in the United States" [Us] Pay;
    AchEnrollment BankTransfer "ACH" "Keep a bank account for debits" [Us] Enroll;
    Sepa BankTransfer "SEPA" "Debit from a bank account in euros" [At Be De Es Fi Fr Ie It Nl Pt] Pay;
    SepaEnrollment BankTransfer "SEPA" "Keep a bank account for debits" [At Be De Es Fi Fr Ie It Nl Pt] Enroll;
    DaviplataEnrollment BankTransfer "DaviPlata" "Keep a DaviPlata account" [Co] Enroll;
    BancolombiaTokenbox BankTransfer "Bancolombia" "Keep a Bancolombia account" [Co] Enroll;
    Nupay Wallet "NuPay" "Pay with the app of Nubank" [Br] Pay;
    NuPayEnrollment Wallet "NuPay" "Keep a Nubank account" [Br] Enroll;
    MercadoPagoWallet Wallet "Mercado Pago" "Pay with the wallet of Mercado Pago" [Ar Br Cl Co Mx Pe Uy] PayAndEnroll;
    Nequi Wallet "Nequi" "Pay with the app of Nequi" [Co] PayAndEnroll;
    Yape Wallet "Yape" "Pay with the app of Yape" [Pe] Pay;
    YapeEnrollment Wallet "Yape" "Keep a Yape account" [Pe] Enroll;
    Paypal Wallet "PayPal" "Pay with a PayPal account" [] Pay;
    PaypalEnrollment Wallet "PayPal" "Keep a PayPal account" [] Enroll;
    GooglePay Wallet "Google Pay" "Pay with a card in Google Pay" [] Pay;
    ApplePay Wallet "Apple Pay" "Pay with a card in Apple Pay" [] Pay;
    Boleto Ticket "Boleto" "Pay a slip at any bank in Brazil" [Br] Pay;
    OxxoPay Ticket "OXXO" "Pay cash at OXXO shops" [Mx] Pay;
    Efecty Ticket "Efecty" "Pay cash at Efecty points" [Co] Pay;
    PagoEfectivo Ticket "PagoEfectivo" "Pay cash at agents in Peru" [Pe] Pay;
    Rapipago Ticket "Rapipago" "Pay cash at Rapipago points" [Ar] Pay;
    Servipag Ticket "Servipag" "Pay cash at Servipag points" [Cl] Pay;
    Addi Bnpl "Addi" "Pay later, in parts" [Co] Pay;
    Klarna Bnpl "Klarna" "Pay later, in parts" [At Be De Es Fi Fr Gb Ie It Nl Pl Pt Se Us] Pay;
    Webpay PaymentLink "Webpay" "Pay on the page of Transbank" [Cl] Pay;
}

/// What can be paid with in a country, in the order in which to show it.
pub(crate) fn payable(country: Option<&Country>) -> impl Iterator<Item = &'static Offered> {
    OFFERED.iter().filter(move |it| it.uses != Uses::Enroll && it.is_offered_in(country))
}

/// What can be enrolled in a country.
pub(crate) fn enrollable(country: Option<&Country>) -> impl Iterator<Item = &'static Offered> {
    OFFERED.iter().filter(move |it| it.uses != Uses::Pay && it.is_offered_in(country))
}

/// Refuses what cannot be paid with there.
pub(crate) fn check_payable(type_: &PaymentMethodType, country: Option<&Country>) -> Result<(), Refused> {
    match payable(country).find(|it| it.type_ == *type_) {
        Some(_) => Ok(()),
        None => Err(unavailable("checkout_sessions.list_payment_methods tells what can be paid with there")),
    }
}

/// What is to be enrolled, if it can be there.
pub(crate) fn find_enrollable(
    type_: &PaymentMethodType,
    country: Option<&Country>,
) -> Result<&'static Offered, Refused> {
    enrollable(country)
        .find(|it| it.type_ == *type_)
        .ok_or_else(|| unavailable("payment_methods.list_enrollable tells what can be enrolled there"))
}

fn unavailable(remedy: &str) -> Refused {
    let message = format!("the account does not have this payment method in this country: {remedy}");
    Refused::new(400, ErrorCode::UnavailablePaymentMethod, message)
}
