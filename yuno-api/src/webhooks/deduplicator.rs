//! Handling an event once, however often it is delivered.

use std::{error::Error, fmt, future::Future};

use super::{Delivery, dedup::DedupKey};
use crate::trace;
pub use crate::transport::BoxFuture;

/// Why a store could not be asked.
pub type StoreError = Box<dyn Error + Send + Sync>;

/// What a store says to a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The first of this event: it is yours to handle.
    New,
    /// The event is known, and not handled yet: somebody is at it, or it waits in the store.
    Pending,
    /// The event is handled.
    Done,
}

/// Remembers which events came.
///
/// [`InMemory`](super::InMemory) does for one instance that may forget when it restarts. Where several instances
/// receive, or nothing may be lost, write one for a store that they share. All it takes is that
/// [`claim`](Deduplicator::claim) is atomic: of any number of callers with one key, one gets [`Claim::New`].
///
/// # Postgres
///
/// ```sql
/// create table yuno_events (
///     key text primary key, body bytea not null, done boolean not null default false,
///     received_at timestamptz not null default now()
/// );
/// -- claim: a row means New. Without one, read `done`: Pending or Done.
/// insert into yuno_events (key, body) values ($1, $2) on conflict (key) do nothing returning key;
/// -- complete
/// update yuno_events set done = true where key = $1;
/// -- release
/// delete from yuno_events where key = $1 and not done;
/// ```
///
/// With the body in the table, an answer of 200 after the insertion is a promise that can be kept: workers take what is
/// to be done with `select .. where not done order by received_at for update skip locked limit 1`, and set `done` in
/// the transaction that does it. Delete rows after eight days; by then Yuno has stopped repeating.
///
/// # Redis
///
/// ```text
/// claim     SET yuno:<key> pending NX GET EX 240    nil means New; otherwise the value, pending or done (Redis 7)
/// complete  SET yuno:<key> done EX 691200           eight days
/// release   DEL yuno:<key>
/// ```
///
/// Redis keeps the key and not the event, so answer 200 only after the event is handled, or stored somewhere else; that
/// is what [`once`] does. The claim of an instance that dies lapses after 240 seconds, before the first repetition.
///
/// The example `webhook_receiver` implements this on `SQLite`.
pub trait Deduplicator: Send + Sync {
    /// Says whether this event came before, and remembers it. A store that outlives the process keeps the body, so that
    /// the event can be handled later; others ignore it.
    fn claim<'a>(&'a self, key: &'a DedupKey, body: &'a [u8]) -> BoxFuture<'a, Result<Claim, StoreError>>;

    /// The event is handled: from now on it is [`Claim::Done`].
    fn complete<'a>(&'a self, key: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>>;

    /// Handling failed: the next delivery is [`Claim::New`] again.
    fn release<'a>(&'a self, key: &'a DedupKey) -> BoxFuture<'a, Result<(), StoreError>>;
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once<T> {
    /// It was handled: answer 200.
    Handled(T),
    /// It was handled before: answer 200.
    Duplicate,
    /// Another task or instance is at it. Answer 503, so that Yuno repeats it: if the other fails, it is needed.
    Busy,
}

/// Why a delivery was not handled. Answer 500, so that Yuno repeats it.
#[derive(Debug)]
pub enum OnceError<E> {
    /// The store could not be asked.
    Store(StoreError),
    /// Your function failed. The event was released.
    Handler(E),
}

impl<E: fmt::Display> fmt::Display for OnceError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => write!(f, "the store of events cannot be asked: {error}"),
            Self::Handler(error) => write!(f, "the event could not be handled: {error}"),
        }
    }
}

impl<E: Error + 'static> Error for OnceError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Store(error) => Some(&**error),
            Self::Handler(error) => Some(error),
        }
    }
}

/// Handles a delivery unless its event was handled before.
///
/// For handlers that are done in a second or two, since Yuno waits for the answer. If your function is dropped half way,
/// as servers do when the caller hangs up, the event stays claimed until the store lets the claim lapse; spawn a task
/// where that matters.
///
/// ```
/// # use yuno_api::webhooks::*;
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let receiver = Receiver::new(Verifier::new("secret")?);
/// # let body = testing::event(EventKind::PaymentPurchase).build();
/// # let headers = testing::headers("secret", &body);
/// let store = InMemory::new();
/// for expected in [Once::Handled(()), Once::Duplicate] {
///     let delivery = receiver.receive(&headers, body.clone())?;
///     let done = once(&store, &delivery, async |event| {
///         println!("ship what {:?} paid for", event.resource_id());
///         Ok::<(), std::convert::Infallible>(())
///     }).await?;
///     assert_eq!(done, expected);
/// }
/// # Ok(()) }
/// ```
///
/// # Errors
///
/// Where the store cannot be asked, or your function fails. The event was then released, and the next delivery is
/// handled.
pub async fn once<'d, T, E, F, R>(
    store: &dyn Deduplicator,
    delivery: &'d Delivery,
    handle: F,
) -> Result<Once<T>, OnceError<E>>
where
    F: FnOnce(&'d Delivery) -> R,
    R: Future<Output = Result<T, E>>,
{
    let key = delivery.dedup_key();
    match store.claim(&key, delivery.body()).await.map_err(OnceError::Store)? {
        Claim::Done => return Ok(Once::Duplicate),
        Claim::Pending => return Ok(Once::Busy),
        Claim::New => {}
    }
    match handle(delivery).await {
        Ok(value) => {
            store.complete(&key).await.map_err(OnceError::Store)?;
            Ok(Once::Handled(value))
        }
        Err(error) => {
            // If this fails too, the claim lapses by itself; what the caller has to know is the handler's error.
            if let Err(store) = store.release(&key).await {
                trace::event_not_released(&store);
            }
            Err(OnceError::Handler(error))
        }
    }
}
