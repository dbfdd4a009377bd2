//! Where requests go: Yuno's environments, or an endpoint of your own.

use std::{
    fmt,
    net::{Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

use reqwest::Url;

use crate::error::Error;

/// Where requests go. Each environment has keys of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Environment {
    /// Yuno's test environment, where no money moves: `https://api-sandbox.y.uno`.
    #[default]
    Sandbox,
    /// Production: `https://api.y.uno`.
    ProductionUs,
    /// Production in the European Union: `https://api.eu.y.uno`.
    ProductionEu,
    /// Anything else: a gateway of yours, or a server on your own machine.
    Custom(Endpoint),
}

impl Environment {
    /// An endpoint of your own. See [`Endpoint`] for what is accepted.
    ///
    /// # Errors
    ///
    /// Where the address is not `https`, nor `http` to this machine.
    pub fn custom(url: &str) -> Result<Self, Error> {
        Endpoint::parse(url).map(Self::Custom)
    }

    /// The endpoint of the environment.
    pub(crate) fn endpoint(&self) -> Endpoint {
        let known =
            |host: &str| Endpoint { base: format!("https://{host}"), host: host.to_owned(), port: 443, tls: true };
        match self {
            Self::Sandbox => known("api-sandbox.y.uno"),
            Self::ProductionUs => known("api.y.uno"),
            Self::ProductionEu => known("api.eu.y.uno"),
            Self::Custom(endpoint) => endpoint.clone(),
        }
    }
}

/// The name that `YUNO_ENVIRONMENT` takes, or the address.
impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sandbox => f.write_str("sandbox"),
            Self::ProductionUs => f.write_str("prod-us"),
            Self::ProductionEu => f.write_str("prod-eu"),
            Self::Custom(endpoint) => fmt::Display::fmt(endpoint, f),
        }
    }
}

/// Reads `sandbox`, `prod-us` or `prod-eu`.
impl FromStr for Environment {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name.trim() {
            "sandbox" => Ok(Self::Sandbox),
            "prod-us" => Ok(Self::ProductionUs),
            "prod-eu" => Ok(Self::ProductionEu),
            _ => Err(Error::configuration("there is no such environment; write sandbox, prod-us or prod-eu")),
        }
    }
}

/// The address of an API: `https`, or `http` to this machine, where nobody else can read the keys.
///
/// A trailing `/v1` is dropped, since the routes bring it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Endpoint {
    base: String,
    host: String,
    port: u16,
    tls: bool,
}

impl Endpoint {
    /// Reads an address such as `https://payments.internal.example` or `http://127.0.0.1:8080`.
    ///
    /// # Errors
    ///
    /// Where it is not an address, is `http` to another machine, or holds a user name, a query or a fragment.
    pub fn parse(url: &str) -> Result<Self, Error> {
        // The address itself is not repeated in the errors: it may hold a password.
        let parsed = Url::parse(url.trim()).map_err(|error| {
            Error::configuration(format!("the endpoint is not an address such as https://api.y.uno: {error}"))
        })?;
        if !parsed.username().is_empty() || parsed.password().is_some() {
            return Err(Error::configuration(
                "the endpoint holds a user name or password; the keys travel in headers, so leave it out",
            ));
        }
        if parsed.query().is_some() || parsed.fragment().is_some() {
            return Err(Error::configuration("the endpoint holds a query or fragment; end it after the path"));
        }
        let Some(host) = parsed.host_str() else {
            return Err(Error::configuration("the endpoint names no host; write it as https://host"));
        };
        let tls = match parsed.scheme() {
            "https" => true,
            "http" if is_loopback(host) => false,
            "http" => {
                return Err(Error::configuration(format!(
                    "the endpoint is http, which would show the keys to everyone between here and {host}; \
                     write https (http is only for 127.0.0.1, ::1 and localhost)"
                )));
            }
            _ => return Err(Error::configuration("the endpoint is neither https nor http")),
        };
        let path = parsed.path().trim_end_matches('/');
        let path = path.strip_suffix("/v1").unwrap_or(path);
        let port = parsed.port_or_known_default().unwrap_or(443);
        let authority = parsed.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Ok(Self { base: format!("{}://{authority}{path}", parsed.scheme()), host: host.to_owned(), port, tls })
    }

    /// The address, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.base
    }

    /// The host's name.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// For spans, and so for nobody where nothing is traced.
    #[cfg_attr(not(feature = "tracing"), expect(dead_code))]
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn is_tls(&self) -> bool {
        self.tls
    }

    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }

    /// The prefix of the keys that belong here, where that is known.
    ///
    /// Yuno's public keys begin with the name of their environment and an underscore.
    pub(crate) fn key_prefix(&self) -> Option<&'static str> {
        match self.host.as_str() {
            "api-sandbox.y.uno" => Some("sandbox"),
            "api.y.uno" | "api.eu.y.uno" => Some("prod"),
            "api-staging.y.uno" => Some("staging"),
            "api-dev.y.uno" => Some("dev"),
            _ => None,
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({})", self.base)
    }
}

impl FromStr for Endpoint {
    type Err = Error;

    fn from_str(url: &str) -> Result<Self, Error> {
        Self::parse(url)
    }
}

/// Whether a host is this machine: by address, or by the name that is reserved for it.
fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost"
        || bare.ends_with(".localhost")
        || bare.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || bare.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;

    #[test]
    fn known_environments_have_their_hosts() {
        for (name, base) in [
            ("sandbox", "https://api-sandbox.y.uno"),
            ("prod-us", "https://api.y.uno"),
            ("prod-eu", "https://api.eu.y.uno"),
        ] {
            let environment: Environment = name.parse().unwrap();
            assert_eq!(environment.endpoint().as_str(), base);
            assert_eq!(environment.to_string(), name);
            assert_eq!(Endpoint::parse(base).unwrap(), environment.endpoint());
        }
        let error = "production".parse::<Environment>().unwrap_err().to_string();
        assert!(error.contains("prod-us"), "{error}");
    }

    #[test]
    fn an_endpoint_is_brought_into_one_form() {
        for (given, base) in [
            ("https://api.y.uno/v1", "https://api.y.uno"),
            ("https://api.y.uno/v1/", "https://api.y.uno"),
            (" https://Pay.Example:8443/yuno/v1 ", "https://pay.example:8443/yuno"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://localhost:8080/", "http://localhost:8080"),
            ("http://yuno.localhost", "http://yuno.localhost"),
            ("http://[::1]:9", "http://[::1]:9"),
        ] {
            assert_eq!(Endpoint::parse(given).unwrap().as_str(), base);
        }
    }

    #[test]
    fn what_would_show_the_keys_is_refused() {
        for url in [
            "http://api.y.uno",
            "http://10.0.0.1",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://notlocalhost",
            "http://0.0.0.0",
            "ftp://api.y.uno",
            "api.y.uno",
            "https://user:hunter2@api.y.uno",
            "https://api.y.uno?key=1",
            "https://api.y.uno#x",
            "",
            "https://",
            "data:text/plain,x",
        ] {
            let error = Endpoint::parse(url).unwrap_err();
            assert!(!error.to_string().contains("hunter2"), "{error}");
        }
    }
}
