//! Checking a card before it is enrolled, and the payment of nothing that this takes.

use jiff::Timestamp;
use serde_json::json;
use yuno_api::types::{CardVerification, Decode, Payment};

use super::Step;
use crate::domain::{Domain, bodies::internal, errors::Refused, tokens::CardOnFile};

/// Where the check of a card leads.
pub(super) fn verdict(card: &CardOnFile) -> Step {
    match card.outcome() {
        None | Some("SUCCEEDED") => Step::Enroll,
        Some("ERROR") => Step::Fail,
        Some(_) => Step::Decline,
    }
}

/// Whether a card is to be checked.
pub(super) fn is_asked(verify: Option<&CardVerification>) -> bool {
    verify.is_some_and(|verify| verify.vault_on_success == Some(true))
}

/// What a check is of, and what came of it.
pub(super) struct Check<'a> {
    pub account: &'a str,
    pub country: Option<&'a str>,
    pub verify: &'a CardVerification,
    pub outcome: &'a str,
    pub step: Step,
}

/// The payment that a check makes.
pub(super) fn payment(domain: &mut Domain, check: &Check<'_>, now: Timestamp) -> Result<Payment, Refused> {
    let (status, sub_status, transaction) = match check.step {
        Step::Enroll => ("VERIFIED", "VERIFIED", "SUCCEEDED"),
        Step::Fail => ("ERROR", "ERROR", "ERROR"),
        _ => ("DECLINED", "DECLINED", "DECLINED"),
    };
    let mut amount = json!({ "value": 0, "captured": 0, "refunded": 0 });
    if let Some(currency) = &check.verify.currency {
        amount["currency"] = json!(currency);
    }
    let id = domain.ids.next("payment");
    let mut payment = json!({
        "merchant_order_id": format!("verification-{id}"),
        "id": id,
        "account_id": check.account,
        "description": "Card verification",
        "status": status,
        "sub_status": sub_status,
        "amount": amount,
        "transactions": [{
            "id": domain.ids.next("transaction"),
            "type": "VERIFY",
            "status": transaction,
            "category": "CARD",
            "response_code": check.outcome,
            "provider_data": { "id": "YUNO_TEST_PAYMENT_GW", "status": transaction },
            "created_at": now,
            "updated_at": now,
        }],
        "created_at": now,
        "updated_at": now,
    });
    if let Some(country) = check.country {
        payment["country"] = json!(country);
    }
    if let Some(metadata) = &check.verify.metadata {
        payment["metadata"] = json!(metadata);
    }
    Payment::decode(payment.to_string().as_bytes()).map_err(|error| internal(&error))
}
