#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};

use crate::types::*;
use crate::{
    types::{CreatePayment, Currency},
    wire::{self, Decode, Encode},
};

const TOKEN: &str = "dcc06b32-43ad-4627-aa75-c631eb50c2ac";
const ACCOUNT: &str = "493e9374-510a-4201-9e09-de669d75f256";

fn json(body: &dyn Encode) -> Value {
    serde_json::from_slice(&wire::encode(body).unwrap()).unwrap()
}

fn card() -> CardDataInput {
    CardDataInput::new("4507990000000002", 11, 2028, "JOHN DOE").with_security_code("123")
}

#[test]
fn payment_methods_say_whether_to_charge() {
    let vaulted = PaymentMethodInput::vaulted(TOKEN);
    assert_eq!(json(&vaulted), json!({"type": "CARD", "vaulted_token": TOKEN, "detail": {"card": {"capture": true}}}));
    assert_eq!(
        json(&vaulted.authorize_only().with_installments(3))["detail"]["card"],
        json!({
            "capture": false, "installments": 3,
        })
    );
    assert_eq!(json(&PaymentMethodInput::vaulted_as("NEQUI", TOKEN)), json!({"type": "NEQUI", "vaulted_token": TOKEN}));
    assert_eq!(
        json(&PaymentMethodInput::one_time(TOKEN).vault_on_success()),
        json!({
            "token": TOKEN, "vault_on_success": true,
        })
    );
    assert_eq!(json(&PaymentMethodInput::of("PIX")), json!({"type": "PIX"}));
    assert_eq!(
        json(&PaymentMethodInput::card(card()).authorize_only()),
        json!({
            "type": "CARD",
            "detail": {"card": {"capture": false, "card_data": {
                "number": "4507990000000002", "expiration_month": 11, "expiration_year": 2028, "security_code": "123",
                "holder_name": "JOHN DOE",
            }}},
        })
    );
}

#[test]
fn what_they_make_breaks_no_limit() {
    for method in [PaymentMethodInput::vaulted(TOKEN), PaymentMethodInput::card(card()), PaymentMethodInput::of("PIX")]
    {
        let payment = CreatePayment::builder()
            .account_id(ACCOUNT)
            .merchant_order_id("order-1001")
            .description("Annual plan")
            .country(Country::Br)
            .amount(Amount::new(Currency::Brl, 150))
            .payment_method(method)
            .workflow(Workflow::Direct)
            .build();
        assert_eq!(wire::validate(&payment), []);
    }
    let reason = ReversalReason::RequestedByCustomer;
    let amount = Amount::new(Currency::Brl, 30);
    let bodies: [&dyn Encode; 5] = [
        &CapturePayment::new(amount.clone(), "delivery-77", "PRODUCT_CONFIRMED"),
        &CancelPayment::new("cancel-77", reason.clone()),
        &RefundPayment::full("refund-77", reason),
        &RefundPayment::partial(amount, "refund-78", "DUPLICATE"),
        &EnrollPaymentMethod::card(ACCOUNT, "BR", card()),
    ];
    for body in bodies {
        assert_eq!(wire::validate(body), []);
    }
}

#[test]
fn a_full_refund_names_no_amount() {
    let full = json(&RefundPayment::full("refund-77", ReversalReason::RequestedByCustomer));
    assert_eq!(full, json!({"merchant_reference": "refund-77", "reason": "REQUESTED_BY_CUSTOMER"}));
    let part = json(&RefundPayment::partial(Amount::new("BRL", 30), "refund-78", "DUPLICATE"));
    assert_eq!(part["amount"], json!({"currency": "BRL", "value": 30}));
}

#[test]
fn a_card_is_not_shown() {
    let shown = format!("{:?} {:?}", card(), PaymentMethodInput::vaulted(TOKEN));
    for secret in ["4507990000000002", "JOHN", "123", TOKEN] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn what_is_enrolled_is_paid_with() {
    let enrolled = |json: Value| EnrolledPaymentMethod::decode(json.to_string().as_bytes()).unwrap().to_input();
    let card = enrolled(json!({"vaulted_token": TOKEN, "type": "CARD", "status": "ENROLLED"})).unwrap();
    assert_eq!(json(&card), json(&PaymentMethodInput::vaulted(TOKEN)));
    let wallet = enrolled(json!({"vaulted_token": TOKEN, "type": "NEQUI", "status": "ENROLLED"})).unwrap();
    assert_eq!(json(&wallet), json(&PaymentMethodInput::vaulted_as("NEQUI", TOKEN)));
    for status in ["READY_TO_ENROLL", "UNENROLLED", "SOMETHING_NEW"] {
        assert!(enrolled(json!({"vaulted_token": TOKEN, "type": "CARD", "status": status})).is_err(), "{status}");
    }
    assert!(enrolled(json!({"type": "CARD", "status": "ENROLLED"})).is_err());
}

#[test]
fn what_is_tokenized_is_paid_with() {
    let tokenized = TokenizedPaymentMethod::decode(json!({"token": TOKEN, "type": "CARD"}).to_string().as_bytes());
    assert_eq!(json(&tokenized.unwrap().to_input().unwrap()), json!({"token": TOKEN, "type": "CARD"}));
    assert!(TokenizedPaymentMethod::decode(b"{}").unwrap().to_input().is_err());
}
