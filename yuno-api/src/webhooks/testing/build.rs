//! Any event, made up.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::webhooks::{Event, EventKind, EventType};

/// Begins an event of this kind, in version 2, with made-up ids and everything that the kind usually carries.
///
/// Takes an [`EventKind`], or the text of one that this version does not know: `testing::event("payment.new_thing")`.
///
/// ```
/// # use yuno_api::webhooks::{testing, EventKind};
/// let event = testing::event(EventKind::PaymentChargeback)
///     .id("6c44ed29-cc51-4479-a5eb-108afdaadd50")
///     .status("IN_DISPUTE", "RECEIVED")
///     .set("data.payment.merchant_order_id", "order-1001")
///     .parse();
/// assert_eq!(event.payment().unwrap().merchant_order_id.as_deref(), Some("order-1001"));
/// ```
#[must_use]
pub fn event(kind: impl Into<EventKind>) -> EventBuilder {
    let kind = kind.into();
    let (resource, data) = data(&kind);
    let mut body = value(ENVELOPE);
    body["type"] = kind.event_type().as_str().into();
    body["type_event"] = kind.as_str().into();
    body["data"] = data;
    EventBuilder { body, resource }
}

// As texts: `json!` makes code of every member, and made the largest functions of the crate of these.
const ENVELOPE: &str = r#"{
    "type": "", "type_event": "", "account_id": "493e9374-510a-4201-9e09-de669d75f256", "retry": 0, "version": 2,
    "data": null
}"#;
const ENROLLMENT: &str = r#"{ "payment_method": {
    "id": "a546c566-1703-4fba-b334-c46e89bc97f7", "account_id": "493e9374-510a-4201-9e09-de669d75f256",
    "name": "VISA ****1111", "type": "CARD", "category": "CARD", "country": "CO",
    "customer_id": "2f38972e-2427-43b7-95be-ee4cf21cef1b", "status": "ENROLLED",
    "created_at": "2026-08-21T10:00:00.000000Z", "updated_at": "2026-08-21T10:00:02.203776Z",
    "detail": { "card": { "iin": "41111111", "lfd": "1111", "brand": "VISA", "type": "CREDIT" } }
} }"#;
const SUBSCRIPTION: &str = r#"{
    "idempotency_key": "9e2aba6a-3d19-4a52-8f0e-03a0a67ee15f",
    "subscription": {
        "code": "a546c566-1703-4fba-b334-c46e89bc97f7", "name": "Monthly", "country": "CO", "status": "ACTIVE",
        "amount": { "currency": "COP", "value": 36000 }, "billing_cycles": { "total": 5, "current": 2 },
        "created_at": "2026-08-21T10:00:00.000000Z", "updated_at": "2026-08-21T10:00:02.203776Z"
    }
}"#;
const PAYMENT: &str = r#"{ "payment": {
    "id": "a546c566-1703-4fba-b334-c46e89bc97f7", "account_id": "493e9374-510a-4201-9e09-de669d75f256",
    "description": "Two tickets", "country": "CO", "status": "", "sub_status": "",
    "merchant_order_id": "order-1001", "idempotency_key": "9e2aba6a-3d19-4a52-8f0e-03a0a67ee15f",
    "amount": { "currency": "COP", "value": 2000, "captured": 0, "refunded": 0 },
    "workflow": "DIRECT", "transactions_history": [], "metadata": [],
    "created_at": "2026-08-21T10:00:00.000000Z", "updated_at": "2026-08-21T10:00:02.203776Z",
    "transactions": {
        "id": "3a35add9-89d6-4b11-9f17-24a76f4d046e", "type": "", "category": "CARD", "amount": 2000,
        "status": "SUCCEEDED", "provider_id": "YUNO_TEST_PAYMENT_GW",
        "created_at": "2026-08-21T10:00:00.000000Z", "updated_at": "2026-08-21T10:00:02.203776Z"
    }
} }"#;
const OTHER: &str = r#"{
    "id": "a546c566-1703-4fba-b334-c46e89bc97f7", "status": "SUCCEEDED",
    "created_at": "2026-08-21T10:00:00.000000Z", "updated_at": "2026-08-21T10:00:02.203776Z"
}"#;

/// A test holds the texts above to be JSON.
fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// What an event of this kind carries, and where in it the thing stands that it is about.
fn data(kind: &EventKind) -> (&'static str, Value) {
    match kind.event_type() {
        EventType::Payment => ("data.payment", payment(kind)),
        EventType::Enrollment => {
            let mut data = value(ENROLLMENT);
            if *kind == EventKind::EnrollmentUnenroll {
                data["payment_method"]["status"] = "UNENROLLED".into();
            }
            ("data.payment_method", data)
        }
        EventType::Subscription => ("data.subscription", value(SUBSCRIPTION)),
        _ => ("data", value(OTHER)),
    }
}

fn payment(kind: &EventKind) -> Value {
    let (transaction, status, sub_status) = match kind {
        EventKind::PaymentAuthorize => ("AUTHORIZE", "PENDING", "AUTHORIZED"),
        EventKind::PaymentCancel => ("CANCEL", "CANCELED", "CANCELED"),
        EventKind::PaymentCapture => ("CAPTURE", "SUCCEEDED", "CAPTURED"),
        EventKind::PaymentChargeback => ("CHARGEBACK", "IN_DISPUTE", "RECEIVED"),
        EventKind::PaymentRefund => ("REFUND", "REFUNDED", "REFUNDED"),
        EventKind::PaymentVerify => ("VERIFY", "VERIFIED", "VERIFIED"),
        EventKind::PaymentFraudScreening => ("FRAUD_SCREENING", "DECLINED", "FRAUD_DECLINED"),
        _ => ("PURCHASE", "SUCCEEDED", "APPROVED"),
    };
    let mut data = value(PAYMENT);
    let payment = &mut data["payment"];
    payment["status"] = status.into();
    payment["sub_status"] = sub_status.into();
    payment["transactions"]["type"] = transaction.into();
    match transaction {
        // A screening that says no comes before any transaction.
        "FRAUD_SCREENING" => payment["transactions"] = Value::Array(Vec::new()),
        "CHARGEBACK" => payment["transactions"]["status"] = "CREATED".into(),
        _ => {}
    }
    data
}

/// Makes up an event; begin with [`event`].
#[derive(Clone, Debug)]
pub struct EventBuilder {
    body: Value,
    resource: &'static str,
}

impl EventBuilder {
    /// The id of the payment, payment method, subscription or whatever the event is about.
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        let name = if self.resource == "data.subscription" { "code" } else { "id" };
        self.set_own(name, id)
    }

    /// The key that it was created with, in the place where events of this kind have it.
    #[must_use]
    pub fn idempotency_key(self, key: &str) -> Self {
        if self.resource.ends_with("payment") {
            self.set_own("idempotency_key", key)
        } else {
            self.set("data.idempotency_key", key)
        }
    }

    /// Its status. Only payments have a second one; for others it is left out.
    #[must_use]
    pub fn status(self, status: &str, sub_status: &str) -> Self {
        let payment = self.resource.ends_with("payment");
        let this = self.set_own("status", status);
        if payment { this.set_own("sub_status", sub_status) } else { this }
    }

    /// The id of the payment's transaction.
    #[must_use]
    pub fn transaction_id(self, id: &str) -> Self {
        self.set_own("transactions.id", id)
    }

    /// When it last changed.
    #[must_use]
    pub fn updated_at(self, time: Timestamp) -> Self {
        self.set_own("updated_at", time.to_string())
    }

    /// How many deliveries came before this one.
    #[must_use]
    pub fn retry(self, retry: u32) -> Self {
        self.set("retry", retry)
    }

    /// The form of version 1: the payment alone, without anything around it. Events of other things have no version 1
    /// and stay as they are.
    #[must_use]
    pub fn version_1(mut self) -> Self {
        if self.resource == "data.payment" {
            self.body = json!({ "payment": self.body["data"]["payment"].take() });
            self.resource = "payment";
        }
        self
    }

    /// Any member, by its path from the root: `data.payment.amount.value`. Objects on the way are made.
    #[must_use]
    pub fn set(mut self, path: &str, value: impl Into<Value>) -> Self {
        if let Some(slot) = at(&mut self.body, path) {
            *slot = value.into();
        }
        self
    }

    /// Without this member.
    #[must_use]
    pub fn remove(mut self, path: &str) -> Self {
        let (parent, name) = path.rsplit_once('.').unwrap_or(("", path));
        let parent = if parent.is_empty() { Some(&mut self.body) } else { at(&mut self.body, parent) };
        if let Some(members) = parent.and_then(Value::as_object_mut) {
            members.remove(name);
        }
        self
    }

    /// The body.
    #[must_use]
    pub fn build(&self) -> Vec<u8> {
        self.body.to_string().into_bytes()
    }

    /// The event, as a receiver gives it.
    #[must_use]
    pub fn parse(&self) -> Event {
        // What was built is an object, and any object is an event.
        Event::parse(&self.build()).unwrap_or_default()
    }

    fn set_own(self, name: &str, value: impl Into<Value>) -> Self {
        let path = format!("{}.{name}", self.resource);
        self.set(&path, value)
    }
}

/// The value at a path; what is no object on the way becomes one.
fn at<'a>(root: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    path.split('.').try_fold(root, |value, step| {
        if value.is_array() {
            return value.as_array_mut()?.get_mut(step.parse::<usize>().ok()?);
        }
        if !value.is_object() {
            *value = Value::Object(Map::new());
        }
        value.as_object_mut().map(|members| members.entry(step).or_insert(Value::Null))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_are_objects() {
        for text in [ENVELOPE, ENROLLMENT, SUBSCRIPTION, PAYMENT, OTHER] {
            assert!(value(text).is_object(), "{text}");
        }
    }
}
