//! Who may use the control API: it needs no keys, so a web page that a browser has open elsewhere must not reach it.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, Uri, header, uri::Authority};

use super::reply::refused;
use crate::engine::Engine;

/// Turns away what a page of another origin sends, and what comes under a name that is not this machine's: that name
/// could have been pointed here by somebody else.
pub(super) async fn guard(State(engine): State<Arc<Engine>>, request: Request, next: Next) -> Response {
    match check(request.headers(), engine.settings.exposed) {
        Ok(()) => next.run(request).await,
        Err(message) => refused(403, message),
    }
}

fn check(headers: &HeaderMap, exposed: bool) -> Result<(), &'static str> {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !exposed && !is_here(host) {
        return Err("the control API is reached as 127.0.0.1 or localhost only");
    }
    if !same_origin(headers, host) {
        return Err("pages of another origin may not use the control API");
    }
    Ok(())
}

fn is_here(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else { return false };
    let bare = authority.host().trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

/// Only browsers send an origin.
fn same_origin(headers: &HeaderMap, host: &str) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let origin = origin.to_str().ok().and_then(|origin| origin.parse::<Uri>().ok());
    origin.is_some_and(|origin| origin.authority().is_some_and(|authority| authority.as_str() == host))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn only_names_of_this_machine_are_here() {
        for host in ["127.0.0.1:8080", "localhost", "[::1]:80", "127.1.2.3"] {
            assert!(is_here(host), "{host}");
        }
        for host in ["example.org", "127.0.0.1.example.org:80", "192.168.0.1", "", "a b"] {
            assert!(!is_here(host), "{host}");
        }
    }

    #[test]
    fn only_pages_of_the_sandbox_use_it() {
        let from = |origin: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
            same_origin(&headers, "127.0.0.1:8080")
        };
        assert!(same_origin(&HeaderMap::new(), "127.0.0.1:8080"));
        assert!(from("http://127.0.0.1:8080"));
        assert!(!from("http://127.0.0.1:8081") && !from("https://example.org") && !from("null"));
    }
}
