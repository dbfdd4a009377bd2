//! One delivery over HTTP.

use std::{error::Error, net::SocketAddr};

use bytes::Bytes;
use http::{Method, Request, header};
use http_body_util::Full;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use tokio::{
    net::{TcpStream, lookup_host},
    time::timeout,
};

use super::{DeliveryAttempt, PATIENCE, Webhook};

/// What is posted to an endpoint.
#[derive(Debug, Clone)]
pub(crate) struct Post {
    pub(crate) id: u64,
    pub(crate) event_number: u64,
    pub(crate) event: String,
    pub(crate) endpoint: Webhook,
    pub(crate) retry: usize,
    pub(crate) body: Vec<u8>,
}

impl Post {
    /// What became of it.
    pub(crate) fn attempted(
        &self,
        at: Timestamp,
        answer: Result<u16, String>,
        forged: bool,
        duplicate: bool,
    ) -> DeliveryAttempt {
        DeliveryAttempt {
            event_number: self.event_number,
            event: self.event.clone(),
            url: self.endpoint.url().to_owned(),
            at,
            retry: self.retry,
            forged,
            duplicate,
            status: answer.as_ref().ok().copied(),
            error: answer.err(),
        }
    }

    /// Posts it, and gives the status that it is answered with, or why there is none.
    pub(crate) async fn send(&self, forged: bool, exposed: bool) -> Result<u16, String> {
        match timeout(PATIENCE, self.exchange(forged, exposed)).await {
            Ok(Ok(status)) => Ok(status),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err(format!("no answer within {} seconds", PATIENCE.as_secs())),
        }
    }

    async fn exchange(&self, forged: bool, exposed: bool) -> Result<u16, Box<dyn Error + Send + Sync>> {
        let uri = self.endpoint.uri()?;
        let (Some(authority), Some(host)) = (uri.authority(), uri.host()) else {
            return Err("the address names no host".into());
        };
        let stream = connect(host, uri.port_u16().unwrap_or(80), exposed).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let connection = tokio::spawn(connection);
        let target = uri.path_and_query().map_or("/", |it| it.as_str());
        let mut request = Request::new(Full::new(Bytes::from(self.body.clone())));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = target.parse()?;
        *request.headers_mut() = self.endpoint.headers(&self.body, forged);
        request.headers_mut().insert(header::HOST, authority.as_str().parse()?);
        let answer = sender.send_request(request).await;
        connection.abort();
        Ok(answer?.status().as_u16())
    }
}

/// A name is looked up here and not before: what it stands for may change.
async fn connect(host: &str, port: u16, exposed: bool) -> Result<TcpStream, Box<dyn Error + Send + Sync>> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let allowed = |address: &SocketAddr| exposed || address.ip().is_loopback();
    let mut failed: Box<dyn Error + Send + Sync> = "the name stands for no address of this machine".into();
    for address in lookup_host((bare, port)).await?.filter(allowed) {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => failed = error.into(),
        }
    }
    Err(failed)
}
