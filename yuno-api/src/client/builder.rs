//! Setting up a client: every choice, checked before the first request.

use std::{
    fmt, mem,
    sync::{Arc, atomic::AtomicBool},
    time::Duration,
};

use http::{HeaderMap, HeaderValue, header};
use zeroize::Zeroizing;

use super::{
    Client, Shared,
    http::{Http, Settings},
};
use crate::{
    credentials::{Credentials, variable},
    environment::{Endpoint, Environment},
    error::Error,
    retry::{Backoff, PROCESSING_LIMIT, RetryBudget, RetryPolicy},
    transport::{Middleware, Observer, Transport},
};

/// Sets up a [`Client`]. All that is required is a pair of keys.
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    environment: Environment,
    endpoint: Option<String>,
    keys: Option<(Zeroizing<String>, Zeroizing<String>)>,
    credentials: Option<Credentials>,
    account_code: Option<String>,
    account_id: Option<String>,
    timeout: Duration,
    connect_timeout: Duration,
    total_timeout: Duration,
    processing_limit: Duration,
    policy: Arc<dyn RetryPolicy>,
    budget: RetryBudget,
    max_response_bytes: usize,
    system_proxies: bool,
    user_agent_suffix: Option<String>,
    validate: bool,
    middleware: Vec<Arc<dyn Middleware>>,
    transport: Option<Box<dyn Transport>>,
    observer: Option<Arc<dyn Observer>>,
    random: Arc<dyn Fn() -> f64 + Send + Sync>,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            environment: Environment::Sandbox,
            endpoint: None,
            keys: None,
            credentials: None,
            account_code: None,
            account_id: None,
            timeout: Duration::from_secs(65),
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(150),
            processing_limit: PROCESSING_LIMIT,
            policy: Arc::new(Backoff::default()),
            budget: RetryBudget::default(),
            max_response_bytes: 16 * 1024 * 1024,
            system_proxies: true,
            user_agent_suffix: None,
            validate: true,
            middleware: Vec::new(),
            transport: None,
            observer: None,
            random: Arc::new(fastrand::f64),
        }
    }
}

impl ClientBuilder {
    /// What the environment variables say (see [`Client::from_env`]), to change some of it before building.
    ///
    /// # Errors
    ///
    /// Where a variable is missing or wrong. The error names it, and says what to do.
    pub fn from_env() -> Result<Self, Error> {
        let mut builder = Self::default().credentials(Credentials::from_env()?);
        if let Some(name) = variable("YUNO_ENVIRONMENT")? {
            builder.environment = name.parse().map_err(|_| {
                Error::configuration("YUNO_ENVIRONMENT names no environment; set it to sandbox, prod-us or prod-eu")
            })?;
        }
        if let Some(url) = variable("YUNO_API_ENDPOINT")? {
            let endpoint = Endpoint::parse(&url).map_err(|error| {
                Error::configuration("YUNO_API_ENDPOINT is not an endpoint that can be used").with_source(error)
            })?;
            builder.environment = Environment::Custom(endpoint);
        }
        builder.account_code = variable("YUNO_ACCOUNT_CODE")?.map(|code| code.trim().to_owned());
        builder.account_id = variable("YUNO_ACCOUNT_ID")?.map(|id| id.trim().to_owned());
        if builder.account_code.as_deref().is_some_and(|code| HeaderValue::from_str(code).is_err()) {
            return Err(Error::configuration(
                "YUNO_ACCOUNT_CODE holds characters that cannot stand in a header; copy it again from the Dashboard",
            ));
        }
        Ok(builder)
    }

    /// Where requests go. The sandbox, unless told otherwise.
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = environment;
        self.endpoint = None;
        self
    }

    /// An endpoint of your own instead of an environment's. See [`Endpoint`] for what is accepted.
    pub fn endpoint(mut self, url: impl Into<String>) -> Self {
        self.endpoint = Some(url.into());
        self
    }

    /// The public API key and the private secret key.
    pub fn keys(mut self, public_api_key: impl Into<String>, private_secret_key: impl Into<String>) -> Self {
        self.keys = Some((public_api_key.into().into(), private_secret_key.into().into()));
        self
    }

    /// The keys, where they are already [`Credentials`].
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self.keys = None;
        self
    }

    /// The account code that is sent with the operations that take one (`X-Account-Code`).
    pub fn account_code(mut self, code: impl Into<String>) -> Self {
        self.account_code = Some(code.into());
        self
    }

    /// The account's id, to be read from [`Client::account_id`] where a body needs it.
    pub fn account_id(mut self, id: impl Into<String>) -> Self {
        self.account_id = Some(id.into());
        self
    }

    /// How long one exchange may take, from connecting to the last byte of the answer: 65 seconds.
    ///
    /// Yuno works on a request for up to 60. Give up sooner, and there will be payments whose outcome you do not know;
    /// the client warns of that once.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How long making a connection may take: 5 seconds. Nothing was sent then, so it is always safe to try again.
    ///
    /// It is the client's and not a call's, because a connection is made for whichever call comes to use it. What one
    /// call may take at most, connecting included, is its [`timeout`](crate::call::Call::timeout).
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long a call may take with its repeats, their waits, and looking up what became of it: 150 seconds.
    ///
    /// That is room for a payment to be sent once more after an unclear outcome: up to 70 seconds until the first
    /// request can have no effect any more, and 60 that the API may work on the second. A call with less room, such as
    /// 65 seconds, looks once after an unclear outcome and reports it.
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = timeout;
        self
    }

    /// How long the other side works on a request at most: the API's [`PROCESSING_LIMIT`] of 60 seconds.
    ///
    /// **Only for stand-ins on this machine**, whose seconds may be shorter: with a shorter limit than the API's, a
    /// payment can be made twice. Building refuses it for an endpoint on any other machine.
    pub fn processing_limit(mut self, limit: Duration) -> Self {
        self.processing_limit = limit;
        self
    }

    /// Whether and when a failed request is sent again: a [`Backoff`], or a policy of your own.
    pub fn retry(mut self, policy: impl RetryPolicy) -> Self {
        self.policy = Arc::new(policy);
        self
    }

    /// How many repeats the client and its clones may make. Give several clients the same budget to share it.
    pub fn retry_budget(mut self, budget: RetryBudget) -> Self {
        self.budget = budget;
        self
    }

    /// How large an answer may be: 16 MiB. A larger one is not read to its end.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Uses no proxy, whatever `HTTPS_PROXY` and `ALL_PROXY` say. (Plain `http` to this machine never uses one.)
    pub fn no_proxy(mut self) -> Self {
        self.system_proxies = false;
        self
    }

    /// What is added to the header `User-Agent`, such as `shop/2.1`.
    pub fn user_agent_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.user_agent_suffix = Some(suffix.into());
        self
    }

    /// Sends requests without holding them against the API's limits first. It can be turned off for one call instead:
    /// [`Call::without_validation`](crate::call::Call::without_validation).
    pub fn without_validation(mut self) -> Self {
        self.validate = false;
        self
    }

    /// Puts a middleware around every exchange, inside of those that were added before.
    pub fn middleware(mut self, middleware: impl Middleware) -> Self {
        self.middleware.push(Arc::new(middleware));
        self
    }

    /// Takes the network's place: for tests, or to bring an HTTP client of your own. A function will do.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Is told what happens, for metrics.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Where the jitter of waits comes from: numbers of at least 0 and below 1. For tests that must repeat exactly.
    pub fn randomness(mut self, random: impl Fn() -> f64 + Send + Sync + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// Where keys are missing or belong to another environment, the endpoint would show them, a value cannot stand in
    /// a header, or TLS cannot be set up. Nothing was sent.
    pub fn build(self) -> Result<Client, Error> {
        let environment = match self.endpoint {
            Some(url) => Environment::custom(&url)?,
            None => self.environment,
        };
        let endpoint = environment.endpoint();
        let credentials = match (self.keys, self.credentials) {
            (Some((mut public, mut private)), _) => {
                Credentials::new(mem::take(&mut *public), mem::take(&mut *private))?
            }
            (None, Some(credentials)) => credentials,
            (None, None) => {
                return Err(Error::configuration(
                    "the client has no keys; give it some with ClientBuilder::keys, or build it with \
                     Client::from_env after setting YUNO_PUBLIC_API_KEY and YUNO_PRIVATE_SECRET_KEY",
                ));
            }
        };
        credentials.check(&endpoint)?;
        for (name, limit) in [
            ("timeout", self.timeout),
            ("connect_timeout", self.connect_timeout),
            ("total_timeout", self.total_timeout),
        ] {
            if limit.is_zero() {
                return Err(Error::configuration(format!("{name} is zero, so no call could succeed")));
            }
        }
        if self.processing_limit < PROCESSING_LIMIT && !endpoint.is_loopback() {
            return Err(Error::configuration(
                "processing_limit is below the API's 60 seconds, with which a payment could be made twice; it is only \
                 for a stand-in on this machine",
            ));
        }
        let account_code = self
            .account_code
            .map(|code| header_value(&code, "account code (ClientBuilder::account_code)"))
            .transpose()?;
        let agent = match &self.user_agent_suffix {
            Some(suffix) => format!("{AGENT} {suffix}"),
            None => AGENT.to_owned(),
        };
        let mut headers = HeaderMap::with_capacity(10);
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(header::USER_AGENT, header_value(&agent, "user agent suffix")?);
        headers.insert("public-api-key", credentials.public_header());
        headers.insert("private-secret-key", credentials.private_header());
        let transport = match self.transport {
            Some(transport) => transport,
            None => Box::new(Http::new(&Settings {
                endpoint: &endpoint,
                connect_timeout: self.connect_timeout,
                max_response_bytes: self.max_response_bytes,
                system_proxies: self.system_proxies,
            })?),
        };
        Ok(Client(Arc::new(Shared {
            transport,
            middleware: self.middleware,
            environment,
            endpoint,
            headers,
            account_code,
            account_id: self.account_id,
            timeout: self.timeout,
            total_timeout: self.total_timeout,
            connect_timeout: self.connect_timeout,
            processing_limit: self.processing_limit,
            policy: self.policy,
            budget: self.budget,
            validate: self.validate,
            observer: self.observer,
            random: self.random,
            warned: AtomicBool::new(false),
        })))
    }
}

const AGENT: &str = concat!("yuno-api/", env!("CARGO_PKG_VERSION"), " (rust)");

/// A header's value, or an error that says which one is wrong and does not show it.
pub(crate) fn header_value(text: &str, what: &str) -> Result<HeaderValue, Error> {
    match HeaderValue::from_str(text) {
        Ok(value) if !text.trim().is_empty() => Ok(value),
        Ok(_) => Err(Error::configuration(format!("the {what} is empty"))),
        Err(_) => Err(Error::configuration(format!(
            "the {what} holds characters that cannot stand in a header, such as a line break; leave them out"
        ))),
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The endpoint is not shown: until it is checked, it may hold a password.
        f.debug_struct("ClientBuilder")
            .field("environment", &self.environment)
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("total_timeout", &self.total_timeout)
            .finish_non_exhaustive()
    }
}
