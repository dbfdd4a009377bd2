//! Looking payments up.

use jiff::Timestamp;
use yuno_api::types::{ErrorCode, Payment};

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    answers::{self, Shown},
};

pub(super) fn retrieve(domain: &mut Domain, request: &Request, _now: Timestamp) -> Result<Answer, Refused> {
    let record = domain.payments.records.get(bodies::path(request, "payment_id")?);
    let record =
        record.ok_or_else(|| Refused::bad_request(ErrorCode::PaymentNotFound, "there is no payment with this id"))?;
    let asked = |name: &str| bodies::query(request, name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let shown = Shown { history: asked("transactions_history"), raw: asked("raw_response") };
    bodies::answer(200, &answers::payment(record, shown))
}

/// All payments of an order, the oldest first. An order without payments has an empty list.
pub(super) fn of_order(domain: &mut Domain, request: &Request, _now: Timestamp) -> Result<Answer, Refused> {
    let Some(order) = bodies::query(request, "merchant_order_id") else {
        return Err(Refused::bad_request(ErrorCode::MissingParameters, "the query has no merchant_order_id"));
    };
    let found: Vec<Payment> =
        domain.payments.of_order(order).map(|record| answers::payment(record, Shown::HISTORY)).collect();
    bodies::answer(200, &found)
}
