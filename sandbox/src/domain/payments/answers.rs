//! What the API answers of a payment and of its transactions.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::json;
use yuno_api::types::{
    ConnectionData, Json, OneOrMany, Payment, PaymentAmount, PaymentMethod, ProviderData, ResponseAdditionalData,
    Transaction, TransactionResult, TransactionStatus,
};

use super::{
    codes,
    record::{Entry, Record},
};

/// The connection that everything goes through.
const CONNECTION: &str = "5b0f2c1e-8d47-4a39-9c6e-1f7a3d2b4c58";

/// What an answer shows beyond the payment and its last transaction.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shown {
    /// All transactions.
    pub history: bool,
    /// What the provider answered.
    pub raw: bool,
}

impl Shown {
    pub(super) const HISTORY: Self = Self { history: true, raw: false };
}

/// The payment as it stands.
pub(super) fn payment(record: &Record, shown: Shown) -> Payment {
    let mut payment = record.payment.clone();
    let one = |entry: &Entry| transaction(record, entry, shown);
    payment.transactions = record.entries.last().map(|last| OneOrMany::One(Box::new(one(last))));
    if shown.history {
        payment.transactions_history = Some(OneOrMany::Many(record.entries.iter().map(one).collect()));
    }
    payment
}

/// What an event tells of a payment.
pub(super) fn told(record: &Record) -> Option<Json> {
    Json::new(&BTreeMap::from([("payment", payment(record, Shown::default()))])).ok()
}

/// A transaction, with the payment's payment method and what the provider said.
fn transaction(record: &Record, entry: &Entry, shown: Shown) -> Transaction {
    let mut transaction = entry.transaction.clone();
    if let Some(method) = &record.payment.payment_method {
        let mut method = PaymentMethod::clone(method);
        method.detail = method.payment_method_detail.take();
        transaction.payment_method = Some(Box::new(method));
    }
    transaction.provider_data = Some(Box::new(provider_data(entry, shown)));
    let mut connection = ConnectionData::default();
    connection.id = Some(CONNECTION.into());
    connection.name = Some("Test gateway".to_owned());
    transaction.connection_data = Some(Box::new(connection));
    transaction
}

/// What the test gateway said.
fn provider_data(entry: &Entry, shown: Shown) -> ProviderData {
    let it = &entry.transaction;
    let status = it.status.as_ref().map(TransactionStatus::as_str).unwrap_or_default();
    let iso = it.response_code.as_ref().and_then(|code| codes::iso8583(status, code));
    let advice = it.merchant_advice_code.as_ref().and_then(codes::network_code);
    let mut data = ProviderData::default();
    data.id.clone_from(&it.provider_id);
    data.transaction_id = Some(entry.reference.clone());
    data.status = Some(status.to_owned());
    data.response_message.clone_from(&it.response_message);
    data.iso8583_response_code = iso.map(str::to_owned);
    data.iso8583_response_message = it.response_message.clone().filter(|_| iso.is_some());
    data.merchant_advice_code = advice.map(str::to_owned);
    data.merchant_advice_code_message.clone_from(&it.merchant_advice_code_message);
    if shown.raw {
        data.raw_response = Some(json!({ "reference": entry.reference, "status": status }).into());
    }
    data
}

/// The transaction that a call has made, and the payment after it.
pub(super) fn result(record: &Record, id: &str, asked: Option<&ResponseAdditionalData>) -> TransactionResult {
    let shown = Shown {
        history: asked.and_then(|asked| asked.transactions_history).unwrap_or_default(),
        raw: asked.and_then(|asked| asked.raw_response).unwrap_or_default(),
    };
    let mut result = TransactionResult::default();
    let Some(entry) = record.entry(id) else { return result };
    let it = transaction(record, entry, shown);
    let mut amount = PaymentAmount::default();
    amount.currency = record.payment.amount.as_deref().and_then(|amount| amount.currency.clone());
    amount.value = it.amount;
    amount.captured = Some(Decimal::ZERO);
    amount.refunded = Some(Decimal::ZERO);
    result.id = it.id;
    result.type_ = it.type_;
    result.status = it.status;
    result.category = it.category;
    result.amount = Some(Box::new(amount));
    result.merchant_reference = it.merchant_reference;
    result.response_code = it.response_code;
    result.response_message = it.response_message;
    result.provider_data = it.provider_data;
    result.customer_payer.clone_from(&record.payment.customer_payer);
    result.simplified_mode = it.simplified_mode;
    result.receipt = it.receipt;
    result.receipt_url = it.receipt_url;
    result.receipt_language = it.receipt_language;
    result.created_at = it.created_at;
    result.updated_at = it.updated_at;
    let mut payment = payment(record, shown);
    if !shown.history {
        payment.transactions = None;
    }
    result.payment = Some(Box::new(payment));
    result
}
