//! The keys of an account: kept out of every output, cleared from memory, and held to their environment.

use std::{env, fmt};

use bytes::Bytes;
use http::HeaderValue;
use zeroize::{Zeroize, Zeroizing};

use crate::{environment::Endpoint, error::Error};

/// The names of environments that Yuno puts before its keys.
const PREFIXES: [&str; 4] = ["sandbox", "prod", "staging", "dev"];

/// The two keys of an account, from the Yuno Dashboard (Developers, Credentials).
///
/// `Debug` shows neither, there is no `Display`, and the memory is cleared when the last clone is dropped. (What was
/// written to a socket has passed through buffers of the HTTP and TLS libraries, which are not cleared.)
#[derive(Clone)]
pub struct Credentials {
    public: Key,
    private: Key,
}

impl Credentials {
    /// The public API key and the private secret key.
    ///
    /// # Errors
    ///
    /// Where a key is empty or holds what cannot stand in a header, such as a line break.
    pub fn new(public_api_key: impl Into<String>, private_secret_key: impl Into<String>) -> Result<Self, Error> {
        Ok(Self {
            public: Key::new("public API key", public_api_key.into())?,
            private: Key::new("private secret key", private_secret_key.into())?,
        })
    }

    /// The keys in `YUNO_PUBLIC_API_KEY` and `YUNO_PRIVATE_SECRET_KEY`.
    ///
    /// # Errors
    ///
    /// Where one of them is not set, is empty, or cannot stand in a header. The error names the variable.
    pub fn from_env() -> Result<Self, Error> {
        let key = |name: &'static str, what: &'static str| {
            let text = variable(name)?.ok_or_else(|| {
                Error::configuration(format!(
                    "the environment variable {name} is not set; copy the {what} from the Yuno Dashboard \
                     (Developers, Credentials) into it"
                ))
            })?;
            Key::new(name, text)
        };
        Ok(Self {
            public: key("YUNO_PUBLIC_API_KEY", "public API key")?,
            private: key("YUNO_PRIVATE_SECRET_KEY", "private secret key")?,
        })
    }

    pub(crate) fn public_header(&self) -> HeaderValue {
        self.public.header.clone()
    }

    pub(crate) fn private_header(&self) -> HeaderValue {
        self.private.header.clone()
    }

    /// Refuses keys that belong to another environment: they must not even be sent there.
    pub(crate) fn check(&self, endpoint: &Endpoint) -> Result<(), Error> {
        let Some(expected) = endpoint.key_prefix() else { return Ok(()) };
        for (what, key) in [("public API key", &self.public), ("private secret key", &self.private)] {
            if let Some(prefix) = key.prefix
                && prefix != expected
            {
                return Err(Error::configuration(format!(
                    "the {what} begins with {prefix}_, but {} takes keys that begin with {expected}_; use the keys of \
                     that environment, or choose the environment that the keys belong to \
                     (ClientBuilder::environment, or YUNO_ENVIRONMENT = sandbox, prod-us or prod-eu)",
                    endpoint.host(),
                )));
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("public_api_key", &self.public)
            .field("private_secret_key", &self.private)
            .finish()
    }
}

/// One key, as the header that carries it.
#[derive(Clone)]
struct Key {
    header: HeaderValue,
    prefix: Option<&'static str>,
}

impl Key {
    fn new(name: &str, mut text: String) -> Result<Self, Error> {
        // A key that was read from a file often brings its line break along.
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(Error::configuration(format!("the {name} is empty")));
        }
        if trimmed.len() != text.len() {
            let copy = trimmed.to_owned();
            text.zeroize();
            text = copy;
        }
        let prefix =
            PREFIXES.into_iter().find(|prefix| text.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('_')));
        // The header keeps these very bytes, which clear themselves with its last clone.
        let bytes = Bytes::from_owner(Zeroizing::new(text.into_bytes()));
        let mut header = HeaderValue::from_maybe_shared(bytes).map_err(|_| {
            Error::configuration(format!(
                "the {name} holds characters that no key has, such as a line break; copy it again from the Dashboard"
            ))
        })?;
        header.set_sensitive(true);
        Ok(Self { header, prefix })
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.prefix {
            Some(prefix) => write!(f, "{prefix}_[redacted]"),
            None => f.write_str("[redacted]"),
        }
    }
}

/// An environment variable, where set to something. Its value never reaches an error.
pub(crate) fn variable(name: &str) -> Result<Option<String>, Error> {
    match env::var(name) {
        Ok(value) if value.trim().is_empty() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => {
            Err(Error::configuration(format!("the environment variable {name} is not UTF-8; set it anew")))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::*;
    use crate::environment::Environment;

    #[test]
    fn keys_are_never_printed() {
        let keys = Credentials::new("sandbox_publicCANARY", "privateCANARY").unwrap();
        let shown = format!("{keys:?} {keys:#?} {:?}", keys.private_header());
        assert!(!shown.contains("CANARY"), "{shown}");
        assert!(shown.contains("sandbox_[redacted]"), "{shown}");
        assert!(keys.public_header().is_sensitive() && keys.private_header().is_sensitive());
        for bad in ["CANARY\r\nx: y", "CANARY\u{0}", "CANARY\nx"] {
            let error = Credentials::new("p", bad).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("CANARY"), "{error}");
        }
    }

    #[test]
    fn a_line_break_at_the_end_is_dropped() {
        let keys = Credentials::new("sandbox_a\n", " b ").unwrap();
        assert_eq!((keys.public_header().as_bytes(), keys.private_header().as_bytes()), (&b"sandbox_a"[..], &b"b"[..]));
        assert!(Credentials::new(" ", "b").is_err());
    }

    #[test]
    fn a_key_of_another_environment_is_refused() {
        let check = |key: &str, environment: &Environment| {
            Credentials::new(key, "gAAAA").unwrap().check(&environment.endpoint()).map_err(|error| error.to_string())
        };
        let custom = |url: &str| Environment::custom(url).unwrap();
        for (key, environment) in [
            ("sandbox_k", Environment::Sandbox),
            ("prod_k", Environment::ProductionUs),
            ("prod_k", Environment::ProductionEu),
            ("unprefixed", Environment::ProductionUs),
            ("production_k", Environment::Sandbox),
            ("sandboxk", Environment::ProductionUs),
            ("prod_k", custom("http://127.0.0.1:1")),
            ("staging_k", custom("https://api-staging.y.uno")),
        ] {
            check(key, &environment).unwrap();
        }
        for (key, environment) in [
            ("prod_k", Environment::Sandbox),
            ("sandbox_k", Environment::ProductionUs),
            ("sandbox_k", Environment::ProductionEu),
            ("staging_k", Environment::Sandbox),
            ("dev_k", Environment::ProductionUs),
            ("sandbox_k", custom("https://api.y.uno/v1")),
        ] {
            let error = check(key, &environment).unwrap_err();
            assert!(error.contains("YUNO_ENVIRONMENT"), "{error}");
        }
        let private = Credentials::new("k", "prod_k").unwrap().check(&Environment::Sandbox.endpoint());
        assert!(private.is_err());
    }
}
