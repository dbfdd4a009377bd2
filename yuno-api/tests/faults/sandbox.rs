//! The same promises over real HTTP, against the sandbox: its state is what is counted, its faults are what happens.
//!
//! The model server next door simulates minutes and tries far more; here nothing between the merchant's call and the
//! books is a stand-in of the test's own.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use fastrand::Rng;
use tokio::task::JoinSet;
use yuno_api::{
    Client, Error, Response,
    call::Call,
    client::ClientBuilder,
    error::ErrorKind,
    retry::{Backoff, RetryBudget},
    types::{
        Amount, CancelPayment, CapturePayment, CardDataInput, Country, CreatePayment, Currency, Decode, Outcome,
        Payment, PaymentId, PaymentMethodInput, RefundPayment, ReversalReason, TransactionId, TransactionOutcome,
        TransactionResult, TransactionType, Workflow,
    },
};
use yuno_sandbox::{Fault, Sandbox};

use super::{AT_ONCE, model::Act};

/// What stands for the 60 seconds that the API works on a request at most. The sandbox takes a millisecond.
const MINUTE: Duration = Duration::from_secs(1);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn creating() {
    let report = run(Act::Create, 2_000, Merchant::Careful).await;
    report.assert_sound();
    for end in ["settled", "declined", "refused", "unknown"] {
        assert!(
            report.first.get(end).is_some_and(|&count| count > 5),
            "hardly any call ended {end}: {:?}",
            report.first
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn capturing() {
    run(Act::Capture, 200, Merchant::Careful).await.assert_sound();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refunding() {
    run(Act::Refund, 200, Merchant::Careful).await.assert_sound();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn canceling() {
    run(Act::Cancel, 200, Merchant::Careful).await.assert_sound();
}

/// A merchant who calls anew what is unknown, instead of going on with it: this must be caught.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn careless_merchants_pay_twice() {
    for act in [Act::Create, Act::Capture, Act::Refund] {
        // Of 200 payments about 15 end unknown, and by chance none of them may have been made.
        let mut noticed = false;
        for _ in 0..5 {
            noticed = noticed || !run(act, 200, Merchant::Careless).await.wrong.is_empty();
        }
        assert!(noticed, "{act:?}: nobody noticed");
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Merchant {
    Careful,
    Careless,
}

/// What a merchant knows in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Settled,
    Declined,
    /// The call came to nothing.
    Refused,
}

/// What an answer says of the money.
trait Says: Decode + Send + 'static {
    fn known(&self, act: Act) -> Known;
}

impl Says for Payment {
    fn known(&self, act: Act) -> Known {
        if act == Act::Refund {
            let last = self.last_transaction().unwrap();
            assert_eq!(last.type_, Some(TransactionType::Refund));
            return of(&last.outcome());
        }
        match self.outcome() {
            Outcome::Settled => Known::Settled,
            Outcome::Declined(_) => Known::Declined,
            other => panic!("a payment ended as {other:?}"),
        }
    }
}

impl Says for TransactionResult {
    fn known(&self, _: Act) -> Known {
        of(&self.outcome())
    }
}

fn of(outcome: &TransactionOutcome<'_>) -> Known {
    match outcome {
        TransactionOutcome::Done => Known::Settled,
        TransactionOutcome::Declined(_) => Known::Declined,
        other => panic!("a transaction ended as {other:?}"),
    }
}

#[derive(Default)]
struct Report {
    /// How the calls ended, before anything was found out.
    first: BTreeMap<&'static str, u32>,
    /// What the merchant knew in the end, by order.
    known: BTreeMap<usize, Known>,
    /// Where the books say something else.
    wrong: Vec<String>,
}

impl Report {
    fn assert_sound(&self) {
        assert!(self.wrong.is_empty(), "{:#?}", self.wrong);
    }
}

async fn run(act: Act, calls: usize, merchant: Merchant) -> Report {
    let seed = std::env::var("YUNO_FAULT_SEED").map_or_else(|_| fastrand::u64(..), |seed| seed.parse().unwrap());
    println!("{calls} calls of {act:?} against the sandbox with YUNO_FAULT_SEED={seed}");
    let sandbox = Sandbox::builder().seed(seed).start().await.unwrap();
    let made = if act == Act::Create { Vec::new() } else { prepare(&sandbox, act, calls).await };
    break_it(&sandbox, operation(act), Rng::with_seed(seed));

    let shop = Arc::new(Shop {
        act,
        merchant,
        calls,
        made,
        next: AtomicUsize::new(0),
        // One gives up when many calls fail, the other never.
        clients: [RetryBudget::default(), RetryBudget::unlimited()]
            .map(|budget| hasty(sandbox.client_builder()).retry_budget(budget).build().unwrap()),
        desk: hasty(sandbox.client_builder()).retry_budget(RetryBudget::unlimited()).build().unwrap(),
    });
    let mut workers = JoinSet::new();
    for _ in 0..AT_ONCE {
        workers.spawn(shop.clone().work());
    }
    let mut report = Report::default();
    while let Some(done) = workers.join_next().await {
        for (index, first, known) in done.unwrap() {
            *report.first.entry(first).or_default() += 1;
            report.known.insert(index, known);
        }
    }
    // What was sent and given up may have its effect until then.
    tokio::time::sleep(MINUTE).await;
    println!("  ended {:?}; nothing is unknown after finding out", report.first);
    assert_eq!(report.known.len(), calls);
    report.wrong = hold_against_the_books(&sandbox, act, &shop.made, &report.known);
    report
}

/// Short waits, and limits that fit the short minute.
fn hasty(builder: ClientBuilder) -> ClientBuilder {
    let millis = Duration::from_millis;
    builder
        .retry(Backoff::default().first(millis(2)).cap(millis(20)).in_process(millis(5), 2 * MINUTE))
        .timeout(MINUTE)
        .connect_timeout(5 * MINUTE)
        .processing_limit(MINUTE)
        // Some calls have the time to send again after the minute, and what is not made in it ends as unknown.
        .total_timeout(4 * MINUTE)
}

fn operation(act: Act) -> &'static str {
    match act {
        Act::Create => "payments.create",
        Act::Capture => "payments.capture",
        Act::Refund => "payments.refund",
        Act::Cancel => "payments.cancel",
    }
}

/// Everything that the sandbox can do to a call, to about half of them.
fn break_it(sandbox: &Sandbox, operation: &str, mut rng: Rng) {
    let acts = [
        (Fault::reset_before_acting(), 0.07),
        (Fault::reset_after_acting(), 0.07),
        (Fault::timeout_before_acting(), 0.02),
        (Fault::timeout_after_acting(), 0.02),
        (Fault::truncated_body(), 0.07),
        (Fault::malformed_body(), 0.07),
        (Fault::html_body(), 0.05),
        (Fault::rate_limited(Duration::ZERO), 0.15),
        // Longer than any call waits.
        (Fault::rate_limited(Duration::from_secs(3_600)), 0.02),
        (Fault::server_error(503), 0.05),
        (Fault::server_error_after_acting(502), 0.05),
        (Fault::server_error_after_acting(504), 0.05),
    ];
    for (fault, probability) in acts {
        sandbox.fault(fault.on(operation).with_probability(probability, rng.u64(..))).unwrap();
    }
    let looks = [
        (Fault::reset_after_acting(), 0.15),
        (Fault::truncated_body(), 0.1),
        (Fault::malformed_body(), 0.1),
        (Fault::server_error(500), 0.15),
    ];
    for (fault, probability) in looks {
        let fault = fault.on("payments.retrieve_by_merchant_order_id").with_probability(probability, rng.u64(..));
        sandbox.fault(fault).unwrap();
    }
}

struct Shop {
    act: Act,
    merchant: Merchant,
    calls: usize,
    made: Vec<(PaymentId, TransactionId)>,
    next: AtomicUsize,
    clients: [Client; 2],
    desk: Client,
}

impl Shop {
    /// Makes one call after the other, and finds out about each that ended in doubt.
    async fn work(self: Arc<Self>) -> Vec<(usize, &'static str, Known)> {
        let mut all = Vec::new();
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            if index >= self.calls {
                return all;
            }
            let client = &self.clients[index % 2];
            let (first, known) = match self.act {
                Act::Create => self.find_out(index, |desk| create(if desk { &self.desk } else { client }, index)).await,
                Act::Capture => {
                    let body = CapturePayment::new(ten(), reference(index), "PRODUCT_CONFIRMED");
                    self.find_out(index, |desk| self.on(desk, index, |it, p, t| it.payments().capture(p, t, &body)))
                        .await
                }
                Act::Refund => {
                    let body = RefundPayment::partial(ten(), reference(index), ReversalReason::RequestedByCustomer);
                    self.find_out(index, |desk| self.on(desk, index, |it, p, t| it.payments().refund(p, t, &body)))
                        .await
                }
                Act::Cancel => {
                    let body = CancelPayment::new(reference(index), ReversalReason::RequestedByCustomer);
                    self.find_out(index, |desk| self.on(desk, index, |it, p, t| it.payments().cancel(p, t, &body)))
                        .await
                }
            };
            all.push((index, first, known));
        }
    }

    fn on<T>(
        &self,
        desk: bool,
        index: usize,
        call: impl FnOnce(&Client, &PaymentId, &TransactionId) -> Call<T>,
    ) -> Call<T> {
        let (payment, transaction) = &self.made[index];
        call(if desk { &self.desk } else { &self.clients[index % 2] }, payment, transaction)
    }

    /// Makes a call as the documentation says: what is unknown is gone on with after a minute, a spent key is a reason
    /// for a new attempt, and everything else is an answer.
    async fn find_out<T: Says>(&self, index: usize, call: impl Fn(bool) -> Call<T>) -> (&'static str, Known) {
        let mut answer: Result<Response<T>, Error> = Box::pin(async { call(false).await }).await;
        let first = match &answer {
            Ok(answer) if answer.known(self.act) == Known::Settled => "settled",
            Ok(_) => "declined",
            Err(error) if error.outcome_is_unknown() => "unknown",
            Err(_) => "refused",
        };
        for _ in 0..100 {
            let error = match answer {
                Ok(answer) => return (first, answer.known(self.act)),
                Err(error) => error,
            };
            answer = if error.outcome_is_unknown() {
                assert!(error.how_to_find_out().is_some());
                tokio::time::sleep(MINUTE).await;
                let call = match self.merchant {
                    Merchant::Careful => call(true).resume(&error),
                    Merchant::Careless => call(true),
                };
                Box::pin(async { call.await }).await
            } else if error.kind() == ErrorKind::KeySpent {
                Box::pin(async { call(true).retry_as_new_attempt(&error).await }).await
            } else {
                assert!(matches!(error.kind(), ErrorKind::Api | ErrorKind::Connection), "{index}: {error:?}");
                return (first, Known::Refused);
            };
        }
        panic!("{index}: still unknown after 100 times");
    }
}

fn ten() -> Amount {
    Amount::new(Currency::Brl, 10)
}

fn reference(index: usize) -> String {
    format!("delivery-{index}")
}

/// Every seventh is declined.
fn create(client: &Client, index: usize) -> Call<Payment> {
    let card = if index.is_multiple_of(7) { "4507990000000010" } else { "4507990000000002" };
    client.payments().create(&order(index, card, true))
}

fn order(index: usize, card: &str, capture: bool) -> CreatePayment {
    let card = CardDataInput::new(card, 11, 2030, "Ada Shopper").with_security_code("123");
    let method = PaymentMethodInput::card(card);
    CreatePayment::builder()
        .account_id(yuno_sandbox::ACCOUNT_ID)
        .merchant_order_id(format!("order-{index}"))
        .description("Annual plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, 150))
        .payment_method(if capture { method } else { method.authorize_only() })
        .workflow(Workflow::Direct)
        .build()
}

/// Payments to act on, each with the transaction that is acted on.
async fn prepare(sandbox: &Sandbox, act: Act, count: usize) -> Vec<(PaymentId, TransactionId)> {
    let client = sandbox.client();
    let mut made = Vec::new();
    for index in 0..count {
        let order = order(index, "4507990000000002", act == Act::Refund);
        let payment = client.payments().create(&order).await.unwrap();
        let transaction = payment.last_transaction().unwrap().id().unwrap().clone();
        made.push((payment.id().unwrap().clone(), transaction));
    }
    made
}

/// What the merchant knows is what the sandbox has done, and nothing was done twice. Gives where it is not so.
fn hold_against_the_books(
    sandbox: &Sandbox,
    act: Act,
    made: &[(PaymentId, TransactionId)],
    known: &BTreeMap<usize, Known>,
) -> Vec<String> {
    let mut payments: BTreeMap<String, Vec<Payment>> = BTreeMap::new();
    for entry in sandbox.overview().payments {
        let payment = entry.payment;
        payments.entry(payment.merchant_order_id.clone().unwrap()).or_default().push(payment);
    }
    let mut wrong = Vec::new();
    for (&index, &known) in known {
        let of_order = payments.get(&format!("order-{index}")).map_or(&[][..], Vec::as_slice);
        let done: Vec<Known> = if act == Act::Create {
            of_order.iter().map(|payment| payment.known(act)).collect()
        } else {
            let [payment] = of_order else { panic!("order-{index} has {} payments", of_order.len()) };
            assert_eq!(payment.id().unwrap(), &made[index].0);
            let ours = reference(index);
            let of_ours = payment.every_transaction().filter(|it| it.merchant_reference.as_deref() == Some(&*ours));
            of_ours.map(|transaction| of(&transaction.outcome())).collect()
        };
        let expected: &[Known] = if known == Known::Refused { &[] } else { &[known] };
        if done != expected {
            wrong.push(format!("order-{index}: the merchant knows {known:?}, and the books have {done:?}"));
        }
    }
    wrong
}
