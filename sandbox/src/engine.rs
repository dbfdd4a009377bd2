//! The sandbox without its sockets: the state, its clock, and everything that the API, the control API and the library
//! do with it.

mod delivery;

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, watch};
use yuno_api::types::PaymentMethodType;

use crate::{
    clock::Clock,
    domain::{Act, Answer, Domain, Request, Reserved},
    faults::{Drawn, Fault, Plan},
    journal::{Call, Journal},
    overview::Overview,
    webhooks::{DeliveryAttempt, SentEvent, Webhook, Webhooks},
};

/// What stays as it is while the sandbox runs.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) seed: u64,
    /// Whether `payments.create` knows repeats by their idempotency key.
    pub(crate) honours_create_key: bool,
    /// Whether any keys are good.
    pub(crate) any_keys: bool,
    /// Whether other machines may call and be called.
    pub(crate) exposed: bool,
    /// Whether events are delivered as they happen.
    pub(crate) delivers: bool,
    pub(crate) clock: Clock,
    pub(crate) webhooks: Vec<Webhook>,
    /// Where it is reached: pages that shoppers are sent to lie there.
    pub(crate) url: String,
}

impl Settings {
    fn apply(&self, domain: &mut Domain) {
        let settings = domain.settings();
        settings.base_url.clone_from(&self.url);
        settings.honours_create_key = self.honours_create_key;
    }
}

/// Everything that a snapshot holds.
#[derive(Debug, Serialize, Deserialize)]
struct State {
    version: u32,
    /// How many states were there before it: what a delivery comes to is noted only in the state that it is from.
    #[serde(skip)]
    before: u64,
    clock: Clock,
    faults: Plan,
    webhooks: Webhooks,
    domain: Domain,
}

/// The form of a snapshot. One of another form is refused.
const VERSION: u32 = 1;

impl State {
    fn new(settings: &Settings) -> Self {
        let mut webhooks = Webhooks::default();
        for webhook in &settings.webhooks {
            webhooks.register(webhook.clone());
        }
        let mut domain = Domain::new(settings.seed);
        settings.apply(&mut domain);
        Self { version: VERSION, before: 0, clock: settings.clock.clone(), faults: Plan::default(), webhooks, domain }
    }

    /// Lets happen what has come due, and hands on what happened.
    fn settle_time(&mut self) -> Timestamp {
        let now = self.clock.now();
        self.domain.advance(now);
        self.collect(now);
        now
    }

    fn collect(&mut self, now: Timestamp) {
        for event in self.domain.take_events() {
            self.webhooks.happened(event, now);
        }
    }
}

/// The sandbox.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) settings: Settings,
    state: Mutex<State>,
    journal: Mutex<Journal>,
    /// Held by whoever delivers: two would deliver the same twice.
    delivering: tokio::sync::Mutex<()>,
    /// Something is to be delivered.
    news: Notify,
}

impl Engine {
    pub(crate) fn new(settings: Settings) -> Self {
        Self {
            state: Mutex::new(State::new(&settings)),
            settings,
            journal: Mutex::default(),
            delivering: tokio::sync::Mutex::default(),
            news: Notify::new(),
        }
    }

    /// A handler that panicked is a bug of ours; the others go on with what there is.
    /// Something may be due, and an open page is to be renewed.
    fn changed(&self) {
        self.news.notify_one();
        self.journal().changed();
    }

    /// Counts what changes, from now on.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.journal().changes()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.journal().calls()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.state().clock.now()
    }

    pub(crate) fn has_fixed_clock(&self) -> bool {
        self.state().clock.is_fixed()
    }

    pub(crate) fn overview(&self) -> Overview {
        let mut state = self.state();
        let now = state.settle_time();
        state.domain.overview(now)
    }

    pub(crate) fn reserve(&self, request: &Request) -> Result<Reserved, Answer> {
        let mut state = self.state();
        let now = state.settle_time();
        state.domain.reserve(request, now)
    }

    pub(crate) fn perform(&self, reserved: Reserved, request: &Request) -> Answer {
        let mut state = self.state();
        let now = state.settle_time();
        let answer = state.domain.perform(reserved, request, now);
        state.collect(now);
        drop(state);
        self.changed();
        answer
    }

    /// What somebody outside the API does to a payment. `Err` says why not.
    pub(crate) fn act(&self, payment_id: &str, act: Act) -> Result<(), String> {
        let mut state = self.state();
        let now = state.settle_time();
        let done = state.domain.act(payment_id, act, now);
        state.collect(now);
        drop(state);
        self.changed();
        done
    }

    /// Somebody who has a payment link pays with it. Gives the payment's id; `Err` says why not.
    pub(crate) fn pay_link(&self, code: &str, type_: PaymentMethodType) -> Result<String, String> {
        let mut state = self.state();
        let now = state.settle_time();
        let paid = state.domain.pay_link(code, type_, now);
        state.collect(now);
        drop(state);
        self.changed();
        paid
    }

    pub(crate) fn draw(&self, operation: &str) -> Drawn {
        self.state().faults.draw(operation)
    }

    pub(crate) fn arm(&self, fault: Fault) -> Result<(), String> {
        let armed = self.state().faults.arm(fault);
        self.changed();
        armed
    }

    pub(crate) fn disarm(&self) {
        self.state().faults.clear();
        self.changed();
    }

    pub(crate) fn armed(&self) -> Vec<Fault> {
        self.state().faults.armed().to_vec()
    }

    pub(crate) fn register(&self, webhook: Webhook) -> Result<(), String> {
        webhook.check(self.settings.exposed)?;
        self.state().webhooks.register(webhook);
        self.changed();
        Ok(())
    }

    pub(crate) fn forget_webhooks(&self) {
        self.state().webhooks.forget_endpoints();
        self.changed();
    }

    pub(crate) fn webhook_urls(&self) -> Vec<String> {
        self.state().webhooks.endpoints().iter().map(|it| it.url().to_owned()).collect()
    }

    pub(crate) fn events(&self) -> Vec<SentEvent> {
        self.state().webhooks.events()
    }

    pub(crate) fn attempts(&self) -> Vec<DeliveryAttempt> {
        self.state().webhooks.attempts()
    }

    /// As it was when it started.
    pub(crate) fn reset(&self) {
        self.put(State::new(&self.settings));
        self.journal().clear();
    }

    /// The whole state, as JSON.
    pub(crate) fn snapshot(&self) -> Result<String, String> {
        serde_json::to_string(&*self.state()).map_err(|error| format!("the state cannot be written as JSON: {error}"))
    }

    /// Puts a snapshot in the place of the state. `Err` says what is wrong with it; then all stays as it is.
    pub(crate) fn restore(&self, snapshot: &[u8]) -> Result<(), String> {
        let mut state: State = serde_json::from_slice(snapshot)
            // The message of serde may quote what it read.
            .map_err(|error| {
                format!("this is no snapshot of the sandbox: line {}, column {}", error.line(), error.column())
            })?;
        if state.version != VERSION {
            return Err(format!("the snapshot has form {}, this sandbox reads form {VERSION}", state.version));
        }
        for webhook in state.webhooks.endpoints() {
            webhook.check(self.settings.exposed)?;
        }
        state.faults.check()?;
        self.settings.apply(&mut state.domain);
        self.put(state);
        Ok(())
    }

    fn put(&self, mut next: State) {
        let mut state = self.state();
        next.before = state.before + 1;
        *state = next;
        drop(state);
        self.changed();
    }
}

#[cfg(test)]
mod tests;
