//! Whether a delivery is Yuno's: the signature over its body, and the two headers that can be set beside it.

use std::{fmt, sync::Arc};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use http::HeaderMap;
use ring::{
    digest::{self, Digest},
    hmac,
};
use subtle::{Choice, ConstantTimeEq as _};
use zeroize::Zeroizing;

use super::diagnose::{self, Malformed, Mismatch};

/// The header that holds the signature.
pub const SIGNATURE_HEADER: &str = "x-hmac-signature";
/// The header that holds the API key that was set for the webhook, if one was.
pub const API_KEY_HEADER: &str = "x-api-key";
/// The header that holds the secret that was set for the webhook, if one was.
pub const SECRET_HEADER: &str = "x-secret";

/// Tells Yuno's deliveries from forged ones.
///
/// Yuno signs the bytes of the body: `x-hmac-signature` is the Base64 of their HMAC-SHA256 under the webhook's client
/// secret. So this takes the bytes as they came. There is no way to verify a parsed value, because a value that is
/// written again is not what was signed:
///
/// ```compile_fail
/// # let verifier = yuno_api::webhooks::Verifier::new("whsec")?;
/// # let signature = "";
/// let parsed: serde_json::Value = serde_json::from_str("{}")?;
/// verifier.verify(signature, &parsed)?; // does not compile
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// ```
/// # use yuno_api::webhooks::{Verifier, testing};
/// let verifier = Verifier::new("the webhook's client secret")?;
/// let body = br#"{"type": "payment"}"#;
/// let signature = testing::sign("the webhook's client secret", body);
/// verifier.verify(&signature, body)?;
/// assert!(verifier.verify(&signature, br#"{"type":"payment"}"#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Time
///
/// How long verifying takes does not tell an attacker how much of a signature was right. The 32 bytes of the signature
/// are compared by *ring*, which always looks at all of them; every secret is tried, whichever fits; and the headers
/// are compared as digests, so that neither their length nor their first difference shows. What does depend on the
/// input, decoding the Base64, looks at nothing secret. After a mismatch, time is spent on finding out its cause; by
/// then it is known that the delivery is refused.
#[derive(Clone)]
pub struct Verifier(Arc<Keys>);

pub(super) struct Keys {
    pub(super) secrets: Vec<Secret>,
    pub(super) elsewhere: Vec<(String, Secret)>,
    api_keys: Vec<Digest>,
    header_secrets: Vec<Digest>,
}

pub(super) type Secret = Zeroizing<Vec<u8>>;

impl Verifier {
    /// With the client secret that was set for the webhook in the dashboard (Use HMAC Authentication).
    ///
    /// # Errors
    ///
    /// Where the secret is empty, or the `***` that the API shows in place of secrets.
    pub fn new(secret: impl AsRef<[u8]>) -> Result<Self, InvalidSecret> {
        Self::builder().secret(secret).build()
    }

    /// With several secrets, and checks of the other headers.
    #[must_use]
    pub fn builder() -> VerifierBuilder {
        VerifierBuilder::default()
    }

    /// Verifies a body against the value of its `x-hmac-signature` header.
    ///
    /// Looks at the signature only; [`verify_request`](Verifier::verify_request) checks the other headers too.
    ///
    /// # Errors
    ///
    /// Where the signature is not that of this body under one of the secrets. The error says what the cause may be;
    /// it is for your log, not for the answer.
    pub fn verify(&self, signature: &str, body: &[u8]) -> Result<(), VerifyError> {
        let given = decode(signature)?;
        let mut fits = Choice::from(0);
        for secret in &self.0.secrets {
            fits |= signed(secret, body, &given);
        }
        if fits.into() { Ok(()) } else { Err(VerifyError::Mismatch(diagnose::mismatch(&self.0, &given, body))) }
    }

    /// Verifies a request: its signature, and `x-api-key` and `x-secret` where the verifier was given any.
    ///
    /// # Errors
    ///
    /// Where a header is missing or wrong.
    pub fn verify_request(&self, headers: &HeaderMap, body: &[u8]) -> Result<(), VerifyError> {
        self.verify_headers(&DeliveryHeaders::from_map(headers), body)
    }

    /// The same for frameworks whose headers are of another type.
    ///
    /// # Errors
    ///
    /// Where a header is missing or wrong.
    pub fn verify_headers(&self, headers: &DeliveryHeaders<'_>, body: &[u8]) -> Result<(), VerifyError> {
        let signature = headers.signature.ok_or(VerifyError::SignatureMissing)?;
        // What is not text cannot be Base64.
        self.verify(std::str::from_utf8(signature).unwrap_or("\u{fffd}"), body)?;
        check(API_KEY_HEADER, headers.api_key, &self.0.api_keys)?;
        check(SECRET_HEADER, headers.secret, &self.0.header_secrets)
    }
}

/// Shows how much it knows, and none of it.
impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier")
            .field("secrets", &self.0.secrets.len())
            .field("api_keys", &self.0.api_keys.len())
            .field("header_secrets", &self.0.header_secrets.len())
            .finish()
    }
}

/// Whether this is the signature of this body under this secret, in constant time.
pub(super) fn signed(secret: &[u8], body: &[u8], signature: &[u8; 32]) -> Choice {
    Choice::from(u8::from(hmac::verify(&key(secret), body, signature).is_ok()))
}

/// The signature of a body.
pub(super) fn sign(secret: &[u8], body: &[u8]) -> hmac::Tag {
    hmac::sign(&key(secret), body)
}

/// Made for each check and not kept: *ring* does not wipe its keys, and our [`Secret`] is.
fn key(secret: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, secret)
}

fn decode(signature: &str) -> Result<[u8; 32], VerifyError> {
    let signature = signature.trim_ascii();
    if signature.is_empty() {
        return Err(VerifyError::SignatureMissing);
    }
    let bytes = STANDARD.decode(signature).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes.ok_or_else(|| VerifyError::Malformed(Malformed::of(signature)))
}

fn check(name: &'static str, given: Option<&[u8]>, expected: &[Digest]) -> Result<(), VerifyError> {
    if expected.is_empty() {
        return Ok(());
    }
    let given = digest(given.ok_or(VerifyError::HeaderMissing(name))?);
    let fits = expected.iter().fold(Choice::from(0), |fits, it| fits | it.as_ref().ct_eq(given.as_ref()));
    if fits.into() { Ok(()) } else { Err(VerifyError::HeaderWrong(name)) }
}

fn digest(value: &[u8]) -> Digest {
    digest::digest(&digest::SHA256, value.trim_ascii())
}

/// The headers of a delivery that matter for verifying it.
#[derive(Clone, Copy, Default)]
pub struct DeliveryHeaders<'a> {
    signature: Option<&'a [u8]>,
    api_key: Option<&'a [u8]>,
    secret: Option<&'a [u8]>,
}

impl<'a> DeliveryHeaders<'a> {
    /// Out of the headers of a request.
    #[must_use]
    pub fn from_map(headers: &'a HeaderMap) -> Self {
        Self::look_up(|name| headers.get(name).map(http::HeaderValue::as_bytes))
    }

    /// With a function that gives a header's value by its name, in lower case.
    #[must_use]
    pub fn look_up(get: impl Fn(&'static str) -> Option<&'a [u8]>) -> Self {
        Self { signature: get(SIGNATURE_HEADER), api_key: get(API_KEY_HEADER), secret: get(SECRET_HEADER) }
    }
}

/// Shows which are there.
impl fmt::Debug for DeliveryHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeliveryHeaders")
            .field(SIGNATURE_HEADER, &self.signature.is_some())
            .field(API_KEY_HEADER, &self.api_key.is_some())
            .field(SECRET_HEADER, &self.secret.is_some())
            .finish()
    }
}

/// Builds a [`Verifier`].
#[derive(Default)]
pub struct VerifierBuilder {
    secrets: Vec<Secret>,
    elsewhere: Vec<(String, Secret)>,
    api_keys: Vec<Digest>,
    header_secrets: Vec<Digest>,
}

impl VerifierBuilder {
    /// A client secret that signatures may be made with. Give both while you change from one to the next.
    #[must_use]
    pub fn secret(mut self, secret: impl AsRef<[u8]>) -> Self {
        self.secrets.push(Zeroizing::new(secret.as_ref().to_vec()));
        self
    }

    /// A client secret of another environment or endpoint. It is **not accepted**; a delivery that is signed with it is
    /// refused with an error that names where the secret belongs.
    #[must_use]
    pub fn secret_of(mut self, environment: impl Into<String>, secret: impl AsRef<[u8]>) -> Self {
        self.elsewhere.push((environment.into(), Zeroizing::new(secret.as_ref().to_vec())));
        self
    }

    /// Also demands this value of `x-api-key`; given several times, one of them. It is sent in clear and the same in
    /// every delivery, so it adds little to the signature.
    #[must_use]
    pub fn api_key(mut self, key: impl AsRef<[u8]>) -> Self {
        self.api_keys.push(digest(key.as_ref()));
        self
    }

    /// Also demands this value of `x-secret`; given several times, one of them.
    #[must_use]
    pub fn header_secret(mut self, secret: impl AsRef<[u8]>) -> Self {
        self.header_secrets.push(digest(secret.as_ref()));
        self
    }

    /// The verifier.
    ///
    /// # Errors
    ///
    /// Where no secret was given, or one is empty, or the `***` that the API shows in place of secrets.
    pub fn build(self) -> Result<Verifier, InvalidSecret> {
        let Self { secrets, elsewhere, api_keys, header_secrets } = self;
        if secrets.is_empty() {
            return Err(InvalidSecret("no secret was given; without one, every delivery would have to be refused"));
        }
        if secrets.iter().any(|secret| secret.trim_ascii().is_empty()) {
            return Err(InvalidSecret("a secret is empty; anyone could sign with it. Is the variable set?"));
        }
        if secrets.iter().any(|secret| !secret.is_empty() && secret.iter().all(|byte| *byte == b'*')) {
            return Err(InvalidSecret(
                "a secret is the *** that the API shows in place of secrets; use the one that you set for the webhook",
            ));
        }
        Ok(Verifier(Arc::new(Keys { secrets, elsewhere, api_keys, header_secrets })))
    }
}

/// Shows how much it was given, and none of it.
impl fmt::Debug for VerifierBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VerifierBuilder").field("secrets", &self.secrets.len()).finish_non_exhaustive()
    }
}

/// A secret cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidSecret(&'static str);

impl fmt::Display for InvalidSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for InvalidSecret {}

/// Why a delivery was refused.
///
/// The texts are for whoever runs the receiver: they name the usual mistakes. They hold nothing of the body, the
/// headers or the secrets. Answer 401, and do not send them along.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// There is no `x-hmac-signature`.
    SignatureMissing,
    /// The signature is not the Base64 of 32 bytes.
    Malformed(Malformed),
    /// The signature is not that of this body under any of the secrets.
    Mismatch(Mismatch),
    /// A header that was to be checked is missing.
    HeaderMissing(&'static str),
    /// A header that was to be checked has another value.
    HeaderWrong(&'static str),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SignatureMissing => write!(
                f,
                "the header {SIGNATURE_HEADER} is missing: switch on Use HMAC Authentication for the webhook in the Yuno \
                 Dashboard, and see that no proxy on the way removes the header; if the delivery is not Yuno's, this is \
                 as it should be"
            ),
            Self::Malformed(malformed) => write!(f, "the header {SIGNATURE_HEADER} is no signature: {malformed}"),
            Self::Mismatch(mismatch) => write!(f, "the signature does not fit: {mismatch}"),
            Self::HeaderMissing(name) => {
                write!(
                    f,
                    "the header {name} is missing: set it for the webhook in the Yuno Dashboard, or do not check it"
                )
            }
            Self::HeaderWrong(name) => {
                write!(f, "the header {name} has another value than the one that was set for the webhook")
            }
        }
    }
}

impl std::error::Error for VerifyError {}
