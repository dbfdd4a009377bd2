//! A running sandbox, as a test holds it.

use std::{fmt, net::SocketAddr, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinHandle;
use yuno_api::{
    client::{Client, ClientBuilder},
    types::PaymentId,
};

use crate::{
    ACCOUNT_ID, Builder, Call, DeliveryAttempt, Disorder, Fault, Overview, PRIVATE_SECRET_KEY, PUBLIC_API_KEY,
    SentEvent, StartError, Webhook, domain::Act, engine::Engine,
};

/// A running sandbox. It stops when it is dropped.
#[derive(Debug)]
pub struct Sandbox {
    engine: Arc<Engine>,
    address: SocketAddr,
    client: Client,
    /// Taking in connections, and what happens on its own.
    tasks: [JoinHandle<()>; 2],
}

impl Sandbox {
    pub(crate) fn new(engine: Arc<Engine>, address: SocketAddr, client: Client, tasks: [JoinHandle<()>; 2]) -> Self {
        Self { engine, address, client, tasks }
    }

    /// Starts one on a free port of this machine. It runs on the runtime that this is called on.
    ///
    /// # Errors
    ///
    /// Where there is no free port.
    pub async fn start() -> Result<Self, StartError> {
        Builder::new().start().await
    }

    /// Begins one that is to be set up: seed, clock, port, webhooks.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Its address, without a slash at the end: `http://127.0.0.1:49152`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A client of it, with its keys and its account.
    #[must_use]
    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// Begins a client of it that is to be set up: time limits, retries, observers.
    ///
    /// A client waits for a minute before it sends a payment again of which it does not know whether it was made. The
    /// sandbox acts at once, so that a test need not wait:
    /// [`processing_limit(Duration::from_millis(50))`](ClientBuilder::processing_limit).
    pub fn client_builder(&self) -> ClientBuilder {
        client_builder(self.address)
    }

    /// The account that its keys belong to.
    #[must_use]
    pub fn account_id(&self) -> &'static str {
        ACCOUNT_ID
    }

    /// Arms a fault.
    ///
    /// # Errors
    ///
    /// Where it names an operation that there is none of, or a value is out of range.
    pub fn fault(&self, fault: Fault) -> Result<(), Refused> {
        self.engine.arm(fault).map_err(Refused)
    }

    /// Disarms all faults.
    pub fn clear_faults(&self) {
        self.engine.disarm();
    }

    /// The shopper pays, or passes the challenge, or the bank confirms.
    ///
    /// # Errors
    ///
    /// Where there is no such payment, or it waits for nothing.
    pub fn settle(&self, payment: &PaymentId) -> Result<(), Refused> {
        self.act(payment, Act::Settle)
    }

    /// The shopper fails the challenge, or the provider declines.
    ///
    /// # Errors
    ///
    /// Where there is no such payment, or it waits for nothing.
    pub fn decline(&self, payment: &PaymentId) -> Result<(), Refused> {
        self.act(payment, Act::Decline)
    }

    /// The payment's time runs out.
    ///
    /// # Errors
    ///
    /// Where there is no such payment, or it waits for nothing.
    pub fn expire(&self, payment: &PaymentId) -> Result<(), Refused> {
        self.act(payment, Act::Expire)
    }

    /// The issuer takes the money back.
    ///
    /// # Errors
    ///
    /// Where there is no such payment, or no money was taken.
    pub fn charge_back(&self, payment: &PaymentId) -> Result<(), Refused> {
        self.act(payment, Act::Chargeback)
    }

    fn act(&self, payment: &PaymentId, act: Act) -> Result<(), Refused> {
        self.engine.act(payment.as_str(), act).map_err(Refused)
    }

    /// What time it is in the sandbox.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.engine.now()
    }

    /// Moves the clock on, and lets happen what comes due on the way: sessions and payments expire, delayed captures
    /// and cancellations run, and webhooks that were not acknowledged are delivered again, each at its time.
    ///
    /// # Errors
    ///
    /// Where that would be after the year 9999.
    pub async fn advance(&self, by: Duration) -> Result<Timestamp, Refused> {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        self.engine.advance(by).await.map_err(Refused)
    }

    /// The last thousand calls, the oldest first.
    #[must_use]
    pub fn journal(&self) -> Vec<Call> {
        self.engine.calls()
    }

    /// Those of the calls that were of this operation: `payments.create`.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use yuno_sandbox::{Fault, Sandbox};
    /// let sandbox = Sandbox::start().await?;
    /// sandbox.fault(Fault::server_error(503).on("customers.retrieve"))?;
    /// let _ = sandbox.client().customers().retrieve(&"6c44ed29-cc51-4479-a5eb-108afdaadd50".into()).await;
    /// let calls = sandbox.calls_of("customers.retrieve");
    /// assert_eq!(calls.len(), 2, "the client tried again");
    /// assert_eq!(calls[0].fault, Some("server_error"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn calls_of(&self, operation: &str) -> Vec<Call> {
        let mut calls = self.journal();
        calls.retain(|call| call.operation == Some(operation));
        calls
    }

    /// Everything that it knows, for a person or a test to look at. `GET /_sandbox/state` gives the same as JSON.
    #[must_use]
    pub fn overview(&self) -> Overview {
        self.engine.overview()
    }

    /// The whole state as JSON: what the API knows, the clock, faults, webhooks with their secrets, and what is still
    /// to be delivered.
    ///
    /// # Errors
    ///
    /// Never, unless for a bug of the sandbox.
    pub fn snapshot(&self) -> Result<String, Refused> {
        self.engine.snapshot().map_err(Refused)
    }

    /// Puts a snapshot in the place of the state.
    ///
    /// # Errors
    ///
    /// Where it is none. Then the state stays as it is.
    pub fn restore(&self, snapshot: &str) -> Result<(), Refused> {
        self.engine.restore(snapshot.as_bytes()).map_err(Refused)
    }

    /// Begins anew: nothing has happened yet.
    pub fn reset(&self) {
        self.engine.reset();
    }

    /// Registers an endpoint, which is told of everything that happens from now on.
    ///
    /// # Errors
    ///
    /// Where it is on another machine, or no address.
    pub fn webhook(&self, webhook: Webhook) -> Result<(), Refused> {
        self.engine.register(webhook).map_err(Refused)
    }

    /// Delivers what is due, in order, and gives what was attempted. What is being delivered is waited for: when this
    /// is done, every endpoint was told of everything that has happened.
    ///
    /// What was delivered on its own before is in [`deliveries`](Self::deliveries); to have nothing delivered on its
    /// own, start with [`webhooks_on_demand`](Builder::webhooks_on_demand).
    pub async fn deliver_webhooks(&self) -> Vec<DeliveryAttempt> {
        self.engine.deliver(&Disorder::none()).await
    }

    /// Delivers what is due, and not as it should.
    pub async fn deliver_webhooks_with(&self, disorder: &Disorder) -> Vec<DeliveryAttempt> {
        self.engine.deliver(disorder).await
    }

    /// Delivers an event anew, whatever became of it before.
    ///
    /// # Errors
    ///
    /// Where there is no event with this [number](SentEvent::number).
    pub async fn replay_event(&self, number: u64, disorder: &Disorder) -> Result<Vec<DeliveryAttempt>, Refused> {
        self.engine.replay(number, disorder).await.map_err(Refused)
    }

    /// The last thousand events, the oldest first.
    #[must_use]
    pub fn events(&self) -> Vec<SentEvent> {
        self.engine.events()
    }

    /// The last thousand deliveries, the oldest first.
    #[must_use]
    pub fn deliveries(&self) -> Vec<DeliveryAttempt> {
        self.engine.attempts()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// A client of the sandbox at this address. One that listens everywhere is reached on this machine.
pub(crate) fn client_builder(address: SocketAddr) -> ClientBuilder {
    Client::builder()
        .keys(PUBLIC_API_KEY, PRIVATE_SECRET_KEY)
        .account_id(ACCOUNT_ID)
        .endpoint(format!("http://{}", crate::builder::reached_at(address)))
}

/// Why the sandbox did not do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub(crate) String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}
