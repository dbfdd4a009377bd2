//! Creating a payment.

use std::collections::VecDeque;

use jiff::Timestamp;
use rust_decimal::Decimal;
use yuno_api::types::{
    CheckoutSessionId, CreatePayment, ErrorCode, FraudScreening, OneOrMany, Payment, PaymentAmount, PaymentStatus,
    PaymentSubStatus, RoutingRules, TransactionStatus, TransactionType, Workflow,
};

use super::{
    super::{Answer, Domain, Request, bodies, errors::Refused},
    aftermath,
    answers::{self, Shown},
    desk::Desk,
    record::{Plan, Record},
    source::Source,
    timers,
    verdict::{Step, Verdict},
};

pub(super) fn create(domain: &mut Domain, request: &Request, now: Timestamp) -> Result<Answer, Refused> {
    let wanted: CreatePayment = bodies::body(request)?;
    bodies::check_account(request, wanted.account_id.as_str())?;
    let id = make(domain, wanted, request.key.as_deref(), now)?;
    match domain.payments.records.get(&id) {
        Some(record) => bodies::answer(201, &answers::payment(record, Shown::HISTORY)),
        None => Err(Refused::new(500, ErrorCode::InternalError, "the payment was not kept")),
    }
}

/// Makes a payment. Gives its id.
pub(crate) fn make(
    domain: &mut Domain,
    wanted: CreatePayment,
    key: Option<&str>,
    now: Timestamp,
) -> Result<String, Refused> {
    bodies::check_country(&wanted.country)?;
    check_depth(&wanted)?;
    check_payer(domain, &wanted)?;
    let session = check_session(domain, &wanted, now)?;
    check_amount(&wanted)?;
    check_delays(&wanted, now)?;
    let mut source = Source::of(domain, &wanted, now)?;

    let id = domain.ids.next("payment");
    let plan = plan(&wanted, &mut source);
    let mut payment = payment(wanted, source, now);
    payment.id = Some(id.as_str().into());
    if domain.settings.honours_create_key {
        payment.idempotency_key = key.map(str::to_owned);
    }
    domain.payments.keep(Record {
        payment,
        entries: Vec::new(),
        plan,
        deadline: None,
        before: None,
        number: 0,
        fulfillments: Vec::new(),
    });
    if let Some(session) = session {
        domain.sessions.mark_used(session.expose());
    }
    if let Some(mut desk) = Desk::find(domain, &id, now) {
        desk.begin();
    }
    aftermath::settle(domain, &id, now);
    Ok(id)
}

impl Desk<'_> {
    /// Begins with the charge, or leaves it at the payment's being there.
    fn begin(&mut self) {
        if self.record.plan.charges.front().is_some_and(|verdict| verdict.step == Step::Nothing) {
            self.record.plan.charges.pop_front();
            let charge = self.record.plan.charge.clone();
            return self.tell(&charge);
        }
        self.proceed();
    }
}

/// Refuses what is nested so deep that no answer could show it.
fn check_depth(wanted: &CreatePayment) -> Result<(), Refused> {
    let message = "the body is nested too deeply";
    serde_json::to_value(wanted).map(drop).map_err(|_| Refused::bad_request(ErrorCode::InvalidRequest, message))
}

/// Refuses a payer whom nobody knows.
fn check_payer(domain: &Domain, wanted: &CreatePayment) -> Result<(), Refused> {
    match wanted.customer_payer.as_deref().and_then(|payer| payer.id.as_ref()) {
        Some(id) => domain.customers.named(id.as_str(), Some(wanted.account_id.as_str())).map(drop),
        None => Ok(()),
    }
}

/// The session that the payment is made in. Refuses a payment of the SDK's workflows without one, and one that cannot
/// be paid in.
fn check_session(
    domain: &Domain,
    wanted: &CreatePayment,
    now: Timestamp,
) -> Result<Option<CheckoutSessionId>, Refused> {
    if matches!(wanted.workflow, Some(Workflow::Direct | Workflow::Redirect)) {
        return Ok(None);
    }
    let session = wanted.checkout.as_deref().and_then(|checkout| checkout.session.as_ref());
    let Some(session) = session else {
        return Err(Refused::bad_request(
            ErrorCode::MissingParameters,
            "checkout.session is missing: without it, send the workflow DIRECT or REDIRECT",
        ));
    };
    domain.sessions.open_checkout(session.expose(), now)?;
    Ok(Some(session.clone()))
}

/// Refuses amounts that cannot be paid: only a check of a card is for nothing.
fn check_amount(wanted: &CreatePayment) -> Result<(), Refused> {
    let detail = wanted.payment_method.detail.as_deref();
    let of_card = detail.and_then(|detail| detail.card.as_deref()?.verify);
    let verify = of_card.or_else(|| detail?.wallet.as_deref()?.verify).unwrap_or(false);
    let screening = wanted.fraud_screening.as_deref().and_then(|it| it.stand_alone).unwrap_or(false);
    let value = wanted.amount.value.unwrap_or_default();
    let wrong = |message: &str| Err(Refused::bad_request(ErrorCode::InvalidAmount, message));
    if value < Decimal::ZERO {
        return wrong("amount.value is below zero");
    }
    match (verify, value.is_zero()) {
        (true, false) => wrong("a card is verified with an amount.value of 0"),
        (false, true) if !screening => wrong("amount.value is 0; only a card's verification is without an amount"),
        _ => Ok(()),
    }
}

/// Refuses delays that are no durations.
fn check_delays(wanted: &CreatePayment, now: Timestamp) -> Result<(), Refused> {
    let Some(card) = wanted.payment_method.detail.as_deref().and_then(|detail| detail.card.as_deref()) else {
        return Ok(());
    };
    for (name, settings) in [
        ("delayed_capture_settings", &card.delayed_capture_settings),
        ("delayed_cancel_settings", &card.delayed_cancel_settings),
    ] {
        let delay = settings.as_deref().and_then(|settings| settings.delay.as_deref());
        if delay.is_some_and(|delay| timers::after(now, delay).is_none()) {
            let message = format!("payment_method.detail.card.{name}.delay is no ISO 8601 duration, such as P20D");
            return Err(Refused::bad_request(ErrorCode::InvalidParameters, message));
        }
    }
    Ok(())
}

/// How the payment goes on: by the card, else by the description, else well.
fn plan(wanted: &CreatePayment, source: &mut Source) -> Plan {
    let charge = match (source.verify, source.capture) {
        (true, _) => TransactionType::Verify,
        (false, true) => TransactionType::Purchase,
        (false, false) => TransactionType::Authorize,
    };
    let of_card = source.card().and_then(Verdict::of_card);
    let verdict = of_card.or_else(|| Verdict::of_description(&wanted.description)).unwrap_or_else(Verdict::success);
    let only_screening = wanted.fraud_screening.as_deref().and_then(|it| it.stand_alone).unwrap_or(false);
    let of_step = |step: Step| (verdict.step == step).then(|| verdict.clone());

    let simulated = source.card().and_then(Verdict::of_authentication).filter(|_| !source.authenticated);
    let screened = Verdict::new(Step::Screening, TransactionStatus::Succeeded, "FRAUD_VERIFIED".into());
    let mut charges = VecDeque::new();
    charges.extend(of_step(Step::Nothing));
    if source.empty {
        charges.push_back(Verdict::ready_to_pay());
    } else if !source.at_hand {
        charges.push_back(Verdict::waits_for_customer());
    }
    charges.extend(of_step(Step::Charge));
    Plan {
        charge,
        category: source.category.clone(),
        screening: of_step(Step::Screening).or_else(|| only_screening.then_some(screened)).map(Box::new),
        only_screening,
        authentication: simulated.or_else(|| of_step(Step::Authentication)).map(Box::new),
        charges,
        late_screening: of_step(Step::LateScreening).map(Box::new),
        dispute: of_step(Step::Dispute).map(Box::new),
        capture_after: source.capture_after.clone(),
        cancel_after: source.cancel_after.clone(),
        pay_until: source.pay_until,
        keep: source.keep.take().map(Box::new),
        settled: false,
        merchant_reference: wanted.merchant_reference.clone(),
    }
}

/// The payment as it is answered, before anything has happened to it.
fn payment(wanted: CreatePayment, source: Source, now: Timestamp) -> Payment {
    let mut amount = PaymentAmount::default();
    amount.currency = wanted.amount.currency;
    amount.value = wanted.amount.value;
    amount.captured = Some(Decimal::ZERO);
    amount.refunded = Some(Decimal::ZERO);
    amount.currency_conversion = wanted.amount.currency_conversion;
    let mut routing = RoutingRules::default();
    routing.smart_routing = Some(false);
    routing.monitors = Some(false);

    let mut payment = Payment::default();
    payment.account_id = Some(wanted.account_id);
    payment.merchant_order_id = Some(wanted.merchant_order_id);
    payment.description = Some(wanted.description);
    payment.country = Some(wanted.country);
    payment.status = Some(PaymentStatus::Created);
    payment.sub_status = Some(PaymentSubStatus::Created);
    payment.amount = Some(Box::new(amount));
    payment.taxes = wanted.taxes.map(OneOrMany::One);
    payment.workflow = Some(wanted.workflow.unwrap_or(Workflow::SdkCheckout));
    payment.callback_url = wanted.callback_url;
    payment.checkout = wanted.checkout;
    payment.payment_method = Some(Box::new(source.method));
    payment.customer_payer = wanted.customer_payer;
    payment.additional_data = wanted.additional_data;
    payment.split_marketplace = wanted.split_marketplace;
    payment.subscription = wanted.subscription;
    payment.fraud_screening = wanted.fraud_screening.map(|settings| {
        let mut screening = FraudScreening::default();
        screening.stand_alone = settings.stand_alone;
        Box::new(screening)
    });
    payment.routing_rules = Some(Box::new(routing));
    payment.simplified_mode = Some(false);
    payment.metadata = wanted.metadata;
    payment.created_at = Some(now);
    payment.updated_at = Some(now);
    payment
}
