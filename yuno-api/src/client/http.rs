//! The network: reqwest, set up so that keys go nowhere but to the endpoint, and nothing is sent twice behind our back.

use std::time::Duration;

use bytes::Bytes;
use reqwest::redirect;

use crate::{
    environment::Endpoint,
    error::Error,
    transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError},
};

/// Within this time of leaving a request has arrived, or never does: on Linux the system drops what is not acknowledged
/// by then, instead of delivering it when the network comes back, long after we gave up.
pub(super) const ARRIVES_WITHIN: Duration = Duration::from_secs(5);

pub(super) struct Settings<'a> {
    pub(super) endpoint: &'a Endpoint,
    pub(super) connect_timeout: Duration,
    pub(super) max_response_bytes: usize,
    pub(super) system_proxies: bool,
}

pub(super) struct Http {
    client: reqwest::Client,
    max_response_bytes: usize,
}

impl Http {
    pub(super) fn new(settings: &Settings<'_>) -> Result<Self, Error> {
        let tls = settings.endpoint.is_tls();
        let mut builder = reqwest::Client::builder()
            // The keys are headers of ours, and reqwest would carry them along to wherever it is sent.
            .redirect(redirect::Policy::none())
            // Repeats are ours to decide: this layer does not know what is safe.
            .retry(reqwest::retry::never())
            .referer(false)
            .https_only(tls)
            .http1_only()
            .connect_timeout(settings.connect_timeout)
            // Below the idle limit of common load balancers (60 s): a request on a connection that is being closed
            // from the other side is one whose outcome is unclear.
            .pool_idle_timeout(Duration::from_secs(45))
            .tcp_nodelay(true);
        #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
        {
            builder = builder.tcp_user_timeout(ARRIVES_WITHIN);
        }
        // A proxy for plain http would read the keys.
        if !settings.system_proxies || !tls {
            builder = builder.no_proxy();
        }
        let client = tls::set_up(builder, tls)?.build().map_err(|error| {
            Error::configuration("the HTTP client cannot be set up").with_source(error.without_url())
        })?;
        Ok(Self { client, max_response_bytes: settings.max_response_bytes })
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let mut response = self.client.execute(request.into_reqwest()).await.map_err(TransportError::from_reqwest)?;
        let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
        let body = self.read(&mut response).await?;
        Ok(HttpResponse::from_parts(status, headers, body))
    }

    /// Reads a body, but not more than is allowed, whatever length it announces.
    async fn read(&self, response: &mut reqwest::Response) -> Result<Bytes, TransportError> {
        let announced = response.content_length();
        if announced.is_some_and(|length| length > self.max_response_bytes as u64) {
            return Err(self.too_large());
        }
        let Some(first) = response.chunk().await.map_err(TransportError::from_reqwest)? else {
            return Ok(Bytes::new());
        };
        if first.len() > self.max_response_bytes {
            return Err(self.too_large());
        }
        if announced == Some(first.len() as u64) {
            return Ok(first);
        }
        let mut body = Vec::with_capacity(first.len() * 2);
        body.extend_from_slice(&first);
        while let Some(chunk) = response.chunk().await.map_err(TransportError::from_reqwest)? {
            if chunk.len() > self.max_response_bytes - body.len() {
                return Err(self.too_large());
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body.into())
    }

    fn too_large(&self) -> TransportError {
        TransportError::unclear(format!(
            "the answer is larger than {} bytes (ClientBuilder::max_response_bytes)",
            self.max_response_bytes
        ))
    }
}

impl Transport for Http {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(self.exchange(request))
    }
}

#[cfg(feature = "native-tls")]
mod tls {
    //! TLS by the operating system's library. It is chosen on purpose, so it wins where rustls is there as well.

    use reqwest::ClientBuilder;

    use crate::error::Error;

    #[allow(clippy::unnecessary_wraps)]
    pub(super) fn set_up(builder: ClientBuilder, _needed: bool) -> Result<ClientBuilder, Error> {
        Ok(builder.tls_backend_native())
    }
}

#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
mod tls {
    //! TLS by rustls: with the provider that the program has installed, or else *ring*; never by installing one, since
    //! that is the program's choice. Certificates are judged as the operating system does, so that a company's own
    //! authorities and revocations count here too.

    use std::sync::Arc;

    use reqwest::ClientBuilder;
    use rustls::{ClientConfig, RootCertStore, crypto::CryptoProvider};
    use rustls_platform_verifier::BuilderVerifierExt;

    use crate::error::Error;

    pub(super) fn set_up(builder: ClientBuilder, needed: bool) -> Result<ClientBuilder, Error> {
        let provider = CryptoProvider::get_default()
            .cloned()
            .unwrap_or_else(|| Arc::new(rustls::crypto::ring::default_provider()));
        let config =
            ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().map_err(|error| {
                Error::configuration("the installed TLS provider offers neither TLS 1.2 nor 1.3").with_source(error)
            })?;
        let config = if needed {
            config.with_platform_verifier().map_err(|error| {
                Error::configuration(
                    "the system's certificate authorities cannot be read; install them \
                     (on Linux the package ca-certificates, or set SSL_CERT_FILE)",
                )
                .with_source(error)
            })?
        } else {
            // Plain http to this machine: no certificate is ever judged, and reading the system's takes time.
            config.with_root_certificates(RootCertStore::empty())
        };
        Ok(builder.tls_backend_preconfigured(config.with_no_client_auth()))
    }
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
mod tls {
    //! No TLS: only for a transport of one's own, or for plain http to this machine.

    use reqwest::ClientBuilder;

    use crate::error::Error;

    pub(super) fn set_up(builder: ClientBuilder, needed: bool) -> Result<ClientBuilder, Error> {
        if needed {
            return Err(Error::configuration(
                "this build has no TLS; turn on the feature rustls or native-tls of yuno-api, or bring a transport",
            ));
        }
        Ok(builder)
    }
}
