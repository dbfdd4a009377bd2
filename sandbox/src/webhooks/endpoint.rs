//! Where events go, and how they are signed.

use std::{fmt, net::IpAddr};

use http::{HeaderMap, HeaderValue, Uri};
use serde::{Deserialize, Serialize};
use yuno_api::webhooks::{API_KEY_HEADER, SECRET_HEADER, testing};

use crate::WEBHOOK_SECRET;

/// An endpoint of yours that is to be told what happens.
///
/// ```
/// use yuno_sandbox::Webhook;
///
/// let webhook = Webhook::new("http://127.0.0.1:8080/yuno").secret("the client secret").api_key("the API key");
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    url: String,
    #[serde(default = "default_secret")]
    secret: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    api_key: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    header_secret: Option<String>,
}

fn default_secret() -> String {
    WEBHOOK_SECRET.to_owned()
}

impl Webhook {
    /// At this address: plain `http`, on this machine unless the sandbox is exposed. Events are signed with
    /// [`WEBHOOK_SECRET`].
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        Self { url: url.into(), secret: default_secret(), api_key: None, header_secret: None }
    }

    /// The client secret that events are signed with.
    #[must_use]
    pub fn secret(mut self, secret: impl Into<String>) -> Self {
        self.secret = secret.into();
        self
    }

    /// What is sent as `x-api-key`.
    #[must_use]
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.api_key = Some(key.into());
        self
    }

    /// What is sent as `x-secret`.
    #[must_use]
    pub fn header_secret(mut self, secret: impl Into<String>) -> Self {
        self.header_secret = Some(secret.into());
        self
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What is wrong with it.
    pub(crate) fn check(&self, exposed: bool) -> Result<(), String> {
        let uri = self.uri()?;
        let host = uri.host().unwrap_or_default();
        if !exposed && !is_loopback(host) {
            return Err(
                "the webhook is on another machine; the sandbox delivers to 127.0.0.1, ::1 and localhost, and \
                        elsewhere only with --expose"
                    .to_owned(),
            );
        }
        if self.secret.is_empty() {
            return Err("the webhook's secret is empty".to_owned());
        }
        for (what, text) in [("API key", &self.api_key), ("header secret", &self.header_secret)] {
            if text.as_ref().is_some_and(|text| HeaderValue::from_str(text).is_err()) {
                return Err(format!("the webhook's {what} holds characters that cannot stand in a header"));
            }
        }
        Ok(())
    }

    pub(super) fn uri(&self) -> Result<Uri, String> {
        let wrong = "the webhook is no address such as http://127.0.0.1:8080/yuno; TLS is not spoken here";
        let uri: Uri = self.url.parse().map_err(|_| wrong.to_owned())?;
        let plain = uri.scheme_str() == Some("http") && uri.host().is_some_and(|host| !host.is_empty());
        // A user name in an address is a secret on its way into logs.
        let named = uri.authority().is_some_and(|it| it.as_str().contains('@'));
        if plain && !named { Ok(uri) } else { Err(wrong.to_owned()) }
    }

    /// The headers of a delivery; a forger's are like them, but he has to guess the secrets.
    pub(super) fn headers(&self, body: &[u8], forged: bool) -> HeaderMap {
        let guess = |secret: &str| if forged { format!("not {secret}") } else { secret.to_owned() };
        let mut headers = testing::headers(guess(&self.secret), body);
        for (name, text) in [(API_KEY_HEADER, &self.api_key), (SECRET_HEADER, &self.header_secret)] {
            if let Some(text) = text
                && let Ok(mut value) = HeaderValue::from_str(&guess(text))
            {
                value.set_sensitive(true);
                headers.insert(name, value);
            }
        }
        headers
    }
}

/// Without the secrets.
impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook").field("url", &self.url).finish_non_exhaustive()
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost" || bare.ends_with(".localhost") || bare.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_told_unless_the_sandbox_is_exposed() {
        for url in ["http://127.0.0.1:1/a", "http://[::1]:1", "http://localhost/x?y=z", "http://shop.localhost:80/"] {
            assert_eq!(Webhook::new(url).check(false), Ok(()), "{url}");
        }
        for url in ["http://192.168.1.7/a", "http://example.org", "http://localhost.example.org", "http://0.0.0.0:1"] {
            assert!(Webhook::new(url).check(false).is_err(), "{url}");
            assert_eq!(Webhook::new(url).check(true), Ok(()), "{url}");
        }
        for url in ["https://127.0.0.1/", "127.0.0.1:8080", "http://", "/yuno", "", "http://me:pw@127.0.0.1/"] {
            assert!(Webhook::new(url).check(true).is_err(), "{url}");
        }
    }

    #[test]
    fn secrets_are_sent_and_not_shown() {
        let webhook = Webhook::new("http://127.0.0.1:1").secret("CANARY").api_key("CANARY").header_secret("CANARY");
        assert!(!format!("{webhook:?} {:?}", webhook.headers(b"{}", false)).contains("CANARY"));
        assert!(webhook.clone().api_key("a\nb").check(false).is_err());
        assert!(webhook.secret("").check(false).is_err());
    }
}
