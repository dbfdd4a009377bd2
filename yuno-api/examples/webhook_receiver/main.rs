//! A receiver that loses no event and handles each one once: it answers as soon as an event is safe in `SQLite`, and
//! handles it afterwards.
//!
//! ```text
//! cargo run -p yuno-api --features axum --example webhook_receiver
//! YUNO_WEBHOOK_SECRET=.. cargo run -p yuno-api --features axum --example webhook_receiver
//! ```
//!
//! Without a secret it rehearses: a sandbox in this process takes a payment, and delivers its events to the receiver,
//! each twice. With one it listens on 127.0.0.1:8080 (`YUNO_WEBHOOK_ADDRESS`) and keeps events in `webhooks.sqlite`
//! (`YUNO_WEBHOOK_DATABASE`). Stop it however you like, at any time: what was answered with 200 is in the file, and
//! what was not is delivered again.

use std::{
    error::Error,
    io::{self, Write as _},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    extract::{FromRef, State},
    http::StatusCode,
    routing::post,
};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use tokio::{net::TcpListener, sync::Notify};
use yuno_api::{
    dec,
    types::{Amount, CardDataInput, Country, CreatePayment, Currency, PaymentMethodInput, ReversalReason, Workflow},
    webhooks::{BoxFuture, Claim, DedupKey, Deduplicator, Delivery, Event, Payload, Receiver, StoreError, Verifier},
};
use yuno_sandbox::{Disorder, Sandbox, WEBHOOK_SECRET, Webhook};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let variable = |name: &str, otherwise: &str| std::env::var(name).unwrap_or_else(|_| otherwise.to_owned());
    // The client secret of the webhook: Yuno Dashboard, Developers, Webhooks.
    let Ok(secret) = std::env::var("YUNO_WEBHOOK_SECRET") else { return rehearse().await };
    let listener = TcpListener::bind(variable("YUNO_WEBHOOK_ADDRESS", "127.0.0.1:8080")).await?;
    println!("Listening on http://{}/yuno", listener.local_addr()?);
    serve(listener, &secret, Path::new(&variable("YUNO_WEBHOOK_DATABASE", "webhooks.sqlite"))).await
}

/// Receives on a socket until the process ends.
pub(crate) async fn serve(
    listener: TcpListener,
    secret: &str,
    database: &Path,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    run(listener, Server::new(secret, database)?).await
}

async fn run(listener: TcpListener, server: Server) -> Result<(), Box<dyn Error + Send + Sync>> {
    tokio::spawn(work(server.inbox.clone(), server.wake.clone()));
    let app = Router::new().route("/yuno", post(receive)).with_state(server);
    Ok(axum::serve(listener, app).await?)
}

#[derive(Clone)]
struct Server {
    receiver: Receiver,
    inbox: Inbox,
    wake: Arc<Notify>,
}

impl Server {
    fn new(secret: &str, database: &Path) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self {
            receiver: Receiver::new(Verifier::new(secret)?),
            inbox: Inbox::open(database)?,
            wake: Arc::new(Notify::new()),
        })
    }
}

// With this, a handler can take a `Delivery`.
impl FromRef<Server> for Receiver {
    fn from_ref(server: &Server) -> Self {
        server.receiver.clone()
    }
}

/// Answers 200 once the event is in the file. What is forged or broken does not come here.
async fn receive(State(server): State<Server>, delivery: Delivery) -> StatusCode {
    match server.inbox.claim(&delivery.dedup_key(), delivery.body()).await {
        Ok(Claim::New) => {
            server.wake.notify_one();
            StatusCode::OK
        }
        // It is in the file already, handled or about to be.
        Ok(Claim::Pending | Claim::Done) => StatusCode::OK,
        Err(error) => {
            eprintln!("an event could not be stored, Yuno will repeat it: {error}");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}

/// Handles what is in the file, oldest first, also what an earlier run of the server has left.
async fn work(inbox: Inbox, wake: Arc<Notify>) {
    loop {
        match inbox.on_thread(handle_next).await {
            // Where nobody reads it any more, `println` would end the work.
            Ok(Some(kind)) => drop(writeln!(io::stdout(), "Handled {kind}.")),
            Ok(None) => wake.notified().await,
            Err(error) => {
                eprintln!("an event could not be handled, it stays in the file: {error}");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// Handles one event. What that changes and that it is done are one transaction, so an event is handled once even
/// where the process is killed in between.
fn handle_next(connection: &mut Connection) -> Result<Option<String>, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let next = transaction
        .query_row("select key, body from inbox where not done order by failures, rowid limit 1", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))
        })
        .optional()?;
    let Some((key, body)) = next else { return Ok(None) };
    let handled = Event::parse(&body).map_err(Into::into).and_then(|event| {
        handle(&transaction, &key, &event, &body)?;
        Ok(event.kind().as_str().to_owned())
    });
    match handled {
        Ok(kind) => {
            transaction.execute("update inbox set done = true where key = ?1", [key])?;
            transaction.commit()?;
            Ok(Some(kind))
        }
        Err(error) => {
            transaction.rollback()?;
            // The others go first, so that one event that cannot be handled does not hold up all of them.
            connection.execute("update inbox set failures = failures + 1 where key = ?1", [key])?;
            Err(error)
        }
    }
}

/// What your shop does with an event. This one notes it, and keeps the newest state of everything that events are about.
///
/// Whatever you do outside of the transaction (send an e-mail, call another service) can happen twice. Give such calls
/// `key` as their idempotency key.
fn handle(transaction: &Transaction<'_>, key: &str, event: &Event, body: &[u8]) -> Result<(), StoreError> {
    if let Payload::Payment(payment) | Payload::Refund(payment) = event.payload() {
        // Here you would retrieve the payment, and ship or take back what was ordered.
        let _order = &payment.merchant_order_id;
    }
    transaction.execute("insert into handled (key, kind) values (?1, ?2)", params![key, event.kind().as_str()])?;
    let Some(id) = event.resource_id() else { return Ok(()) };
    let stored = transaction
        .query_row("select body from latest where id = ?1", [&*id], |row| row.get::<_, Vec<u8>>(0))
        .optional()?;
    // Deliveries come in any order: an old state must not replace a new one.
    let is_news = match stored {
        Some(stored) => event.supersedes(&Event::parse(&stored)?),
        None => true,
    };
    if is_news {
        transaction.execute("insert or replace into latest (id, body) values (?1, ?2)", params![&*id, body])?;
    }
    Ok(())
}

/// Events in a file of `SQLite`'s.
#[derive(Clone)]
struct Inbox(Arc<Mutex<Connection>>);

impl Inbox {
    fn open(database: &Path) -> Result<Self, StoreError> {
        let connection = Connection::open(database)?;
        // With `full`, what is committed is on the disk.
        connection.execute_batch(
            "pragma journal_mode = wal;
             pragma synchronous = full;
             pragma busy_timeout = 5000;
             create table if not exists inbox (
                 key text primary key, body blob not null, done boolean not null default false,
                 failures integer not null default 0, received_at text not null default current_timestamp
             );
             create index if not exists waiting on inbox (failures) where not done;
             create table if not exists handled (key text not null, kind text not null);
             create table if not exists latest (id text primary key, body blob not null);",
        )?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// `SQLite` blocks, so it gets a thread on which that is allowed.
    async fn on_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let connection = self.0.clone();
        tokio::task::spawn_blocking(move || {
            // A transaction that a panic has interrupted was rolled back.
            work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .await?
    }
}

impl Deduplicator for Inbox {
    fn claim<'a>(&'a self, key: &'a DedupKey, body: &'a [u8]) -> BoxFuture<'a, Result<Claim, StoreError>> {
        let (key, body) = (key.as_str().to_owned(), body.to_vec());
        Box::pin(self.on_thread(move |connection| {
            let insert = "insert into inbox (key, body) values (?1, ?2) on conflict (key) do nothing";
            if connection.execute(insert, params![key, body])? == 1 {
                return Ok(Claim::New);
            }
            let done = connection.query_row("select done from inbox where key = ?1", [key], |row| row.get(0))?;
            Ok(if done { Claim::Done } else { Claim::Pending })
        }))
    }

    fn complete<'a>(&'a self, key: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>> {
        let key = key.as_str().to_owned();
        Box::pin(self.on_thread(move |connection| {
            connection.execute("update inbox set done = true where key = ?1", [key])?;
            Ok(())
        }))
    }

    fn release<'a>(&'a self, key: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>> {
        let key = key.as_str().to_owned();
        Box::pin(self.on_thread(move |connection| {
            connection.execute("delete from inbox where key = ?1 and not done", [key])?;
            Ok(())
        }))
    }
}

const WAITING: &str = "select exists (select * from inbox where not done)";

/// Receives from a sandbox in this process, which sends everything twice.
async fn rehearse() -> Result<(), Box<dyn Error + Send + Sync>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}/yuno", listener.local_addr()?);
    println!("YUNO_WEBHOOK_SECRET is not set: receiving from a sandbox in this process.");
    let server = Server::new(WEBHOOK_SECRET, Path::new(":memory:"))?;
    let inbox = server.inbox.clone();
    tokio::spawn(async move {
        if let Err(error) = run(listener, server).await {
            eprintln!("the receiver ended: {error}");
        }
    });
    let sandbox = Sandbox::builder().webhooks_on_demand().webhook(Webhook::new(address)).start().await?;
    let yuno = sandbox.client();
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    let payment = yuno
        .payments()
        .create(
            &CreatePayment::builder()
                .account_id(sandbox.account_id())
                .merchant_order_id("order-1001")
                .description("Annual plan")
                .country(Country::Br)
                .amount(Amount::new(Currency::Brl, dec!(150.00)))
                .payment_method(PaymentMethodInput::card(card))
                .workflow(Workflow::Direct)
                .build(),
        )
        .await?;
    yuno.payments().refund_in_full(&payment, "return-1001", ReversalReason::RequestedByCustomer)?.await?;
    for attempt in sandbox.deliver_webhooks_with(&Disorder::none().duplicated(1)).await {
        let status = attempt.status.map_or_else(|| "nothing".to_owned(), |status| status.to_string());
        let which = if attempt.duplicate { ", a duplicate," } else { "" };
        println!("Yuno delivered {}{which} and was answered {status}.", attempt.event);
    }
    // What was answered is stored, but perhaps not handled yet.
    while inbox.on_thread(|connection| Ok(connection.query_row(WAITING, [], |row| row.get::<_, bool>(0))?)).await? {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}
