//! Generated from `spec/payments/split_marketplace.yaml` by `cargo xtask generate`. Edit that file, not this one.

use crate::{types::*, wire::Rule, wire::tables::{object, open_enum}};

/// One share of the payment. The shares add up to the amount. In a refund it says how much of whose share goes
/// back.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct Split {
    /// The recipient. Empty text for the share that the marketplace keeps. At least 1 character.
    pub recipient_id: Option<RecipientId>,
    /// The recipient, as the payment provider numbers it. Used where Yuno does not know the recipient.
    pub provider_recipient_id: Option<String>,
    /// What a share stands for.
    #[builder(required)]
    pub type_: Option<SplitType>,
    /// How large a share is and, in answers, how it was worked out.
    pub amount: Option<Box<SplitAmount>>,
    /// What the share is for.
    pub description: Option<String>,
    /// Your number for the share.
    pub merchant_reference: Option<String>,
    /// The kind of benefit that a share is paid from, with benefit cards.
    pub recipient_type: Option<SplitRecipientType>,
    /// Who bears the cost and the risk of a share.
    pub liability: Option<Box<SplitLiability>>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { Split {
    recipient_id: min_length(1);
    provider_recipient_id;
    type_ as "type": required;
    amount; description; merchant_reference; recipient_type; liability;
} rules &[
    Rule::AnyOf {
        paths: &["recipient_id", "provider_recipient_id"],
        because: "a share belongs to a recipient, known to Yuno or to the provider",
    },
] }

/// How large a share is and, in answers, how it was worked out.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct SplitAmount {
    /// The share in the currency's major unit.
    #[builder(required)]
    pub value: Option<Decimal>,
    /// A currency, as ISO 4217 code. Metals, test codes and units of account without a minor unit are left out.
    #[builder(required)]
    pub currency: Option<Currency>,
    /// How the share was worked out.
    #[builder(skip)]
    pub calculation_type: Option<SplitCalculation>,
    /// The part of the payment, in percent, that the share was worked out from.
    #[builder(skip)]
    pub percentage: Option<Decimal>,
    /// The fixed part of the share, in major units.
    #[builder(skip)]
    pub fixed_amount: Option<Decimal>,
    /// How the share was rounded.
    #[builder(skip)]
    pub rounding_mode: Option<SplitRounding>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { SplitAmount {
    value: required;
    currency: required;
    calculation_type; percentage; fixed_amount; rounding_mode;
} }

/// Who bears the cost and the risk of a share.
#[derive(Clone, Default, crate::Builder)] #[non_exhaustive]
pub struct SplitLiability {
    /// Who pays the fee for processing.
    pub processing_fee: Option<SplitFeePayer>,
    /// Whether chargebacks are taken from this recipient.
    pub chargebacks: Option<bool>,
    /// Members that this version does not know.
    #[builder(default)] pub unknown_fields: UnknownFields,
}

object! { SplitLiability { processing_fee; chargebacks; } }

open_enum! {
    /// What a share stands for.
    pub enum SplitType {
        /// What the recipient sold.
        Purchase = "PURCHASE",
        /// The fee for processing the payment.
        PaymentFee = "PAYMENTFEE",
        /// Value-added tax.
        Vat = "VAT",
        /// What the marketplace earns.
        Commission = "COMMISSION",
        /// What goes to the marketplace itself.
        Marketplace = "MARKETPLACE",
        /// The cost of shipping.
        Shipping = "SHIPPING",
    }
}

open_enum! {
    /// The kind of benefit that a share is paid from, with benefit cards.
    pub enum SplitRecipientType {
        /// Meals in restaurants.
        Meal = "MEAL",
        /// Groceries.
        Food = "FOOD",
        /// Several benefits on one card.
        MultiBenefits = "MULTI_BENEFITS",
        /// Costs of vehicles.
        Fleet = "FLEET",
    }
}

open_enum! {
    /// Who pays the fee for processing.
    pub enum SplitFeePayer {
        /// The marketplace.
        Merchant = "MERCHANT",
        /// The recipient of the share.
        Recipient = "RECIPIENT",
        /// Both.
        Shared = "SHARED",
    }
}

open_enum! {
    /// How a share was worked out.
    pub enum SplitCalculation {
        /// As a part of the payment.
        Percentage = "PERCENTAGE",
        /// As a fixed amount.
        Fixed = "FIXED",
        /// As a part of the payment and a fixed amount.
        Mixed = "MIXED",
    }
}

open_enum! {
    /// How a share was rounded.
    pub enum SplitRounding {
        /// To the nearest.
        Standard = "STANDARD",
        /// Up.
        RoundUp = "ROUND_UP",
        /// Down.
        RoundDown = "ROUND_DOWN",
    }
}
