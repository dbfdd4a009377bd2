//! The client: where a call gets its keys, its connections and its rules.

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
compile_error!("yuno-api holds a private key and must run on a server, so it does not build for browsers");

mod builder;
pub(crate) mod engine;
mod http;
mod lookup;

use std::{
    fmt,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

pub use builder::ClientBuilder;

use ::http::{HeaderMap, HeaderValue};

use crate::{
    call::{CallBuilder, Options},
    environment::{Endpoint, Environment},
    error::Error,
    operation::Operation,
    retry::{RetryBudget, RetryPolicy},
    transport::{Middleware, Observer, Transport},
};

/// A client of the Yuno API.
///
/// A clone is cheap and shares everything: connections, keys, the retry budget. Make one for a set of keys and keep it.
///
/// ```no_run
/// # fn main() -> Result<(), yuno_api::error::Error> {
/// use std::time::Duration;
/// use yuno_api::{client::Client, environment::Environment};
///
/// // From `YUNO_PUBLIC_API_KEY`, `YUNO_PRIVATE_SECRET_KEY`, `YUNO_ENVIRONMENT` ...
/// let yuno = Client::from_env()?;
///
/// // Or by hand.
/// let yuno = Client::builder()
///     .environment(Environment::ProductionEu)
///     .keys("prod_...", "...")
///     .timeout(Duration::from_secs(70))
///     .build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Time limits
///
/// Yuno works on a request for up to 60 seconds. A client that gives up sooner makes payments whose outcome it does
/// not know, so one exchange may take 65 seconds, and making a connection 5 of them. A call may take 150 seconds with
/// its repeats and their waits: room for a payment to be sent a second time, once it is certain that the first request
/// made none. All three can be changed, for the client and (but for connecting) for a call. The client warns once of a
/// limit that is too short to know what becomes of a request.
///
/// Where somebody stands waiting, 150 seconds are long. [`retry`](crate::retry) says how to have an unclear outcome
/// reported at once instead.
///
/// # Lists
///
/// The API gives each of the lists that this crate knows whole, in one answer, so there are no pages to follow.
///
/// # Not for browsers
///
/// The private key must never leave a server, so the crate does not build for `wasm32-unknown-unknown`.
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Shared>);

/// What the clones of a client share.
pub(crate) struct Shared {
    pub(crate) transport: Box<dyn Transport>,
    pub(crate) middleware: Vec<Arc<dyn Middleware>>,
    pub(crate) environment: Environment,
    pub(crate) endpoint: Endpoint,
    /// What every request carries: the keys, and who we are.
    pub(crate) headers: HeaderMap,
    pub(crate) account_code: Option<HeaderValue>,
    pub(crate) account_id: Option<String>,
    pub(crate) timeout: Duration,
    pub(crate) total_timeout: Duration,
    pub(crate) connect_timeout: Duration,
    pub(crate) processing_limit: Duration,
    pub(crate) policy: Arc<dyn RetryPolicy>,
    pub(crate) budget: RetryBudget,
    pub(crate) validate: bool,
    pub(crate) observer: Option<Arc<dyn Observer>>,
    pub(crate) random: Arc<dyn Fn() -> f64 + Send + Sync>,
    /// Whether the warning about a short time limit was given.
    pub(crate) warned: AtomicBool,
}

impl Client {
    /// Starts a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client from the environment variables of Yuno's tools:
    ///
    /// | variable | what |
    /// |---|---|
    /// | `YUNO_PUBLIC_API_KEY`, `YUNO_PRIVATE_SECRET_KEY` | the keys; required |
    /// | `YUNO_ENVIRONMENT` | `sandbox` (also where it is not set), `prod-us` or `prod-eu` |
    /// | `YUNO_API_ENDPOINT` | an endpoint of your own, instead of the environment's |
    /// | `YUNO_ACCOUNT_CODE` | the account code, for the operations that take one |
    /// | `YUNO_ACCOUNT_ID` | the account's id, for [`account_id`](Self::account_id) |
    ///
    /// # Errors
    ///
    /// Where a variable is missing or wrong. The error names it, and says what to do.
    pub fn from_env() -> Result<Self, Error> {
        ClientBuilder::from_env()?.build()
    }

    /// Calls an operation that this crate has no method for. See [`Operation`] for how to describe one.
    ///
    /// ```no_run
    /// # async fn call(yuno: yuno_api::client::Client) -> Result<(), yuno_api::error::Error> {
    /// use yuno_api::{
    ///     operation::{Idempotency, Method, Operation},
    ///     types::Json,
    /// };
    ///
    /// static RETRIEVE_REPORT: Operation = Operation {
    ///     id: "reports.retrieve",
    ///     method: Method::Get,
    ///     path: "/v1/reports/{report_id}",
    ///     account_code: false,
    ///     idempotency: Idempotency::Natural,
    /// };
    /// let report = yuno.call(&RETRIEVE_REPORT).path("report_id", "r-1").build::<Json>().await?;
    /// println!("{}", report.get());
    /// # Ok(())
    /// # }
    /// ```
    pub fn call(&self, operation: &'static Operation) -> CallBuilder {
        CallBuilder::new(self.clone(), operation, Options::default())
    }

    /// Where requests go.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        &self.0.environment
    }

    /// The account's id, for the bodies that hold one. The client was told it, and only keeps it.
    #[must_use]
    pub fn account_id(&self) -> Option<&str> {
        self.0.account_id.as_deref()
    }

    /// The retry budget, shared by the clones.
    #[must_use]
    pub fn retry_budget(&self) -> &RetryBudget {
        &self.0.budget
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("environment", &self.0.environment)
            .field("timeout", &self.0.timeout)
            .field("total_timeout", &self.0.total_timeout)
            .field("retry_budget", &self.0.budget)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
