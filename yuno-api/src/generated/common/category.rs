//! Generated from `spec/common/category.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::wire::tables::open_enum;

open_enum! {
    /// The family of a payment method or of a transaction. It decides which part of the details applies.
    pub enum PaymentMethodCategory {
        /// A transfer from a bank account, instant or not, direct debit included.
        BankTransfer = "BANK_TRANSFER",
        /// A credit, debit or prepaid card.
        Card = "CARD",
        /// Buy now, pay later.
        Bnpl = "BNPL",
        /// A digital wallet.
        Wallet = "WALLET",
        /// A voucher or code that is paid in cash at a shop, or at a bank.
        Ticket = "TICKET",
        /// A page of the provider's where the payer chooses how to pay.
        PaymentLink = "PAYMENT_LINK",
        /// Cardholder authentication alone.
        ThreeDs = "3DS",
        /// Fraud screening alone.
        Fraud = "FRAUD",
        /// Buy now, pay later, as older answers write it.
        BuyNowPayLater = "BUY_NOW_PAY_LATER",
    }
}
