//! Setting up a sandbox, and starting it.

use std::{
    error::Error,
    fmt, io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
};

use jiff::Timestamp;
use tokio::net::TcpListener;

use crate::{
    Sandbox, Webhook,
    clock::Clock,
    engine::{Engine, Settings},
    sandbox, server,
};

/// Sets up a [`Sandbox`].
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use yuno_sandbox::{Sandbox, Webhook};
///
/// // Every id and every time is the same in every run.
/// let sandbox = Sandbox::builder()
///     .seed(7)
///     .fixed_clock("2026-01-01T00:00:00Z".parse()?)
///     .webhook(Webhook::new("http://127.0.0.1:8080/yuno").secret("the client secret"))
///     .start()
///     .await?;
/// assert_eq!(sandbox.now().to_string(), "2026-01-01T00:00:00Z");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Builder {
    address: SocketAddr,
    settings: Settings,
    snapshot: Option<String>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            settings: Settings {
                seed: fastrand::u64(..),
                honours_create_key: true,
                any_keys: false,
                exposed: false,
                delivers: true,
                clock: Clock::real(),
                webhooks: Vec::new(),
                url: String::new(),
            },
            snapshot: None,
        }
    }

    /// Makes all ids from this seed, so that they are the same in every run. Otherwise they differ.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// A clock that stands still at this instant, until [`Sandbox::advance`] moves it. Otherwise it is the machine's.
    pub fn fixed_clock(mut self, now: Timestamp) -> Self {
        self.settings.clock = Clock::Fixed { now };
        self
    }

    /// Listens on this port. 0, as it is otherwise, is any that is free.
    pub fn port(mut self, port: u16) -> Self {
        self.address.set_port(port);
        self
    }

    /// Listens on this address. Otherwise it is 127.0.0.1. Another than this machine's needs
    /// [`expose`](Self::expose).
    pub fn host(mut self, host: IpAddr) -> Self {
        self.address.set_ip(host);
        self
    }

    /// Lets other machines call the sandbox, without TLS, and lets it deliver webhooks to other machines.
    pub fn expose(mut self) -> Self {
        self.settings.exposed = true;
        self
    }

    /// Does not look at the idempotency key of `payments.create`, as the vendor's guide says of the API. The vendor's
    /// reference says that the key counts, and so does a sandbox unless told otherwise.
    pub fn ignore_create_keys(mut self) -> Self {
        self.settings.honours_create_key = false;
        self
    }

    /// Takes any keys, so long as there are some.
    pub fn any_keys(mut self) -> Self {
        self.settings.any_keys = true;
        self
    }

    /// Registers an endpoint from the start.
    pub fn webhook(mut self, webhook: Webhook) -> Self {
        self.settings.webhooks.push(webhook);
        self
    }

    /// Delivers no event on its own, but only when [`Sandbox::deliver_webhooks`] or its like says so.
    pub fn webhooks_on_demand(mut self) -> Self {
        self.settings.delivers = false;
        self
    }

    /// Begins with the state of a [snapshot](Sandbox::snapshot). Endpoints of the snapshot stay registered, instead of
    /// those that are registered here.
    pub fn restore(mut self, snapshot: impl Into<String>) -> Self {
        self.snapshot = Some(snapshot.into());
        self
    }

    /// Starts it.
    ///
    /// # Errors
    ///
    /// Where the address is not this machine's and the sandbox is not exposed, the port is taken, a webhook is no
    /// address or is on another machine, or the snapshot is none.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        let Self { address, mut settings, snapshot } = self;
        if !settings.exposed && !address.ip().is_loopback() {
            return Err(StartError::NotLoopback(address.ip()));
        }
        for webhook in &settings.webhooks {
            webhook.check(settings.exposed).map_err(StartError::Webhook)?;
        }
        let bound = async {
            let listener = TcpListener::bind(address).await?;
            let address = listener.local_addr()?;
            Ok((listener, address))
        };
        let (listener, address) = bound.await.map_err(|source| StartError::Bind { address, source })?;
        settings.url = format!("http://{}", reached_at(address));
        let engine = Arc::new(Engine::new(settings));
        if let Some(snapshot) = snapshot {
            engine.restore(snapshot.as_bytes()).map_err(StartError::Snapshot)?;
        }
        let client = sandbox::client_builder(address).build().map_err(|error| StartError::Client(Box::new(error)))?;
        let tasks = [
            tokio::spawn(server::serve(listener, server::router(engine.clone()))),
            tokio::spawn({
                let engine = engine.clone();
                async move { engine.run().await }
            }),
        ];
        Ok(Sandbox::new(engine, address, client, tasks))
    }
}

/// Where a client of this machine reaches what listens at an address. Plain HTTP goes to this machine only.
pub(crate) fn reached_at(address: SocketAddr) -> SocketAddr {
    if address.ip().is_loopback() { address } else { SocketAddr::from((Ipv4Addr::LOCALHOST, address.port())) }
}

/// Why a sandbox did not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The address is not this machine's, and [`expose`](Builder::expose) was not called.
    NotLoopback(IpAddr),
    /// The address cannot be listened on.
    Bind {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// A webhook cannot be delivered to.
    Webhook(String),
    /// The snapshot cannot be restored.
    Snapshot(String),
    /// The client cannot be built.
    Client(Box<yuno_api::Error>),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLoopback(ip) => write!(
                f,
                "{ip} can be reached from other machines, and the sandbox keeps what it is sent; listen on 127.0.0.1, or \
                 expose it if you mean to (--expose)"
            ),
            Self::Bind { address, source } => {
                write!(f, "cannot listen on {address}: {source}; choose another port, or 0 for any that is free")
            }
            Self::Webhook(why) | Self::Snapshot(why) => f.write_str(why),
            Self::Client(error) => write!(f, "the sandbox's own client cannot be built: {error}"),
        }
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Bind { source, .. } => Some(source),
            Self::Client(error) => Some(error),
            Self::NotLoopback(_) | Self::Webhook(_) | Self::Snapshot(_) => None,
        }
    }
}
