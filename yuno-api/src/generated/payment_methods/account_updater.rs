//! Generated from `spec/payment_methods/account_updater.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::tables::{object, request}};

/// Cards in the vault to keep current.
#[derive(Clone, crate::Builder)] #[non_exhaustive]
pub struct RegisterForAccountUpdater {
    /// The cards. If one of them is not known, none is registered. 1 to 100 items. Each item: at least 1 character.
    pub payment_method_ids: Vec<PaymentMethodId>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

request! { RegisterForAccountUpdater {
    payment_method_ids: required, items(1, 100), min_length(1);
} }

/// That the cards were taken in. The updates come later, as enrollment webhooks.
#[derive(Clone, Default)] #[non_exhaustive]
pub struct AccountUpdaterRegistration {
    /// How many cards were taken in.
    pub accepted: Option<i64>,
    /// Members that this version does not know.
    pub unknown_fields: UnknownFields,
}

object! { AccountUpdaterRegistration { accepted; } }
