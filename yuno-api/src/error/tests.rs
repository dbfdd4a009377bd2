#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;

use super::*;
use crate::{
    operation::Method,
    types::{Amount, Currency, Decimal, Decode},
};

static LOOK: Operation = Operation {
    id: "payments.retrieve_by_merchant_order_id",
    method: Method::Get,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Natural,
};
static PAY: Operation = Operation {
    id: "payments.create",
    method: Method::Post,
    path: "/v1/payments",
    account_code: false,
    idempotency: Idempotency::Lookup { operation: &LOOK, field: "merchant_order_id" },
};

fn refused(body: &str) -> Error {
    Error::api(StatusCode::BAD_REQUEST, &HeaderMap::new(), Bytes::copy_from_slice(body.as_bytes()))
}

#[test]
fn errors_travel() {
    fn check<T: Send + Sync + 'static + StdError>() {}
    check::<Error>();
    check::<TransportError>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[test]
fn a_refusal_reads_like_a_sentence() {
    let mut headers = HeaderMap::new();
    headers.insert("x-request-id", "req-1".parse().unwrap());
    let body = r#"{"code":"INVALID_REQUEST","messages":["amount.value is required","country is required"]}"#;
    let error = Error::api(StatusCode::BAD_REQUEST, &headers, Bytes::from_static(body.as_bytes())).of(&PAY);
    assert_eq!(
        error.to_string(),
        "payments.create: the API refused the request (400 INVALID_REQUEST): amount.value is required; \
         country is required [request req-1]"
    );
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!((error.code(), error.code_str()), (Some(ErrorCode::InvalidRequest), Some("INVALID_REQUEST")));
    assert_eq!(refused(r#"{"code":"NEW"}"#).code(), Some(ErrorCode::Unrecognized("NEW".to_owned())));
    assert_eq!(error.messages().len(), 2);
    assert_eq!(error.request_id(), Some("req-1"));
    assert_eq!(error.operation(), Some("payments.create"));
    assert_eq!(error.body(), body.as_bytes());
    assert!(!error.is_retryable() && !error.outcome_is_unknown());
}

#[test]
fn pages_of_proxies_and_empty_bodies_are_said_to_be_what_they_are() {
    let html = Error::api(StatusCode::BAD_GATEWAY, &HeaderMap::new(), Bytes::from_static(b"<html>secret</html>"));
    let text = html.to_string();
    assert!(text.contains("502") && text.contains("HTML page") && !text.contains("secret"), "{text}");
    assert!(html.is_retryable());
    let empty = Error::api(StatusCode::FORBIDDEN, &HeaderMap::new(), Bytes::new()).to_string();
    assert!(empty.contains("an empty body"), "{empty}");
}

#[test]
fn an_unknown_outcome_says_how_to_find_out() {
    let cause = Error::transport(TransportError::timed_out(Duration::from_secs(65)));
    let error = cause.into_outcome_unknown().within(&PAY, Some("key-1"), 4, None);
    assert!(error.outcome_is_unknown() && !error.is_retryable() && error.is_timeout());
    assert_eq!(error.idempotency_key(), Some("key-1"));
    assert_eq!(error.attempts(), 4);
    let text = error.to_string();
    for part in ["payments.create", "payments.retrieve_by_merchant_order_id", "merchant_order_id", "resume", "key-1"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let cause = StdError::source(&error).unwrap();
    assert_eq!(cause.to_string(), "no answer came in time");
    assert_eq!(cause.source().unwrap().to_string(), "no answer within 65 seconds");
}

#[test]
fn what_keeps_the_next_call_from_being_made_is_an_error_too() {
    fn next() -> Result<(), Error> {
        crate::types::Payment::decode(b"{}").unwrap().id()?;
        Ok(())
    }
    let error = next().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Incomplete);
    assert_eq!(error.to_string(), "the payment has no id; look it up by its merchant_order_id");

    fn amount() -> Result<(), Error> {
        Amount::new(Currency::Clp, Decimal::new(15, 1)).minor_units()?;
        Ok(())
    }
    let error = amount().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Amount);
    assert_eq!(error.to_string(), "CLP has 0 decimals and the amount has more; round it first");

    for error in [next().unwrap_err(), amount().unwrap_err()] {
        assert!(!error.is_retryable() && !error.outcome_is_unknown() && !error.is_timeout());
        assert_eq!((error.operation(), error.attempts(), error.how_to_find_out()), (None, 0, None));
    }
    assert_eq!((next().unwrap_err().label(), amount().unwrap_err().label()), ("incomplete".into(), "amount".into()));
}

#[test]
fn nothing_that_came_with_it_is_printed() {
    let body = r#"{"code":"sandbox_gAAAAABcanaryCANARY","messages":["card 4111 1111 1111 1111 of ada@example.com","token 6c44ed29-cc51-4479-a5eb-108afdaadd50"],"cvv":"987CANARY"}"#;
    let mut headers = HeaderMap::new();
    headers.insert("x-request-id", HeaderValueBytes("4111111111111111 CANARY").into());
    let error = Error::api(StatusCode::BAD_REQUEST, &headers, Bytes::from_static(body.as_bytes())).of(&PAY);
    let unknown =
        Error::api(StatusCode::BAD_REQUEST, &headers, Bytes::from_static(body.as_bytes())).into_outcome_unknown();
    for shown in [format!("{error} {error:?} {error:#?}"), format!("{unknown} {unknown:?}")] {
        for secret in ["CANARY", "4111", "ada@", "6c44ed29"] {
            assert!(!shown.contains(secret), "{secret}: {shown}");
        }
    }
    assert_eq!(error.messages()[0], "card 4111 1111 1111 1111 of ada@example.com", "code that asks gets the truth");
}

struct HeaderValueBytes(&'static str);

impl From<HeaderValueBytes> for http::HeaderValue {
    fn from(text: HeaderValueBytes) -> Self {
        Self::from_static(text.0)
    }
}

#[test]
fn a_foreign_source_is_scrubbed_in_debug() {
    let error =
        Error::transport(TransportError::unclear("sent 4111111111111111 to https://x/y?token=abcdefghij0123456789"));
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("4111") && !shown.contains("abcdefghij"), "{shown}");
}

proptest! {
    #[test]
    fn no_card_number_survives(
        digits in prop::collection::vec(0_u8..10, 12..20), separator in "[ .,/_-]{0,3}", before in "[a-z ]{0,10}", after in "[a-z ]{0,10}",
    ) {
        let joined: Vec<String> = digits.iter().map(u8::to_string).collect();
        let number = joined.join(&separator);
        let body = serde_json::json!({"code": "INVALID_REQUEST", "messages": [format!("{before} {number} {after}")]});
        let error = refused(&body.to_string());
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.contains(&number), "{shown}");
        // No run of it either: at most the status and a few digits of the error's own are left.
        let longest = shown.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
        prop_assert!(longest < 12, "{shown}");
    }

    #[test]
    fn no_token_survives(token in "[A-Za-z0-9_-]{24,80}") {
        prop_assume!(token.bytes().any(|byte| byte.is_ascii_digit()) || token.len() >= 40);
        let error = refused(&serde_json::json!({"code": token, "messages": [token]}).to_string());
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.contains(&token), "{shown}");
    }

    #[test]
    fn no_body_makes_it_panic(body in prop::collection::vec(any::<u8>(), 0..200), status in 300_u16..600) {
        let error = Error::api(StatusCode::from_u16(status).unwrap(), &HeaderMap::new(), Bytes::from(body));
        let _ = format!("{error} {error:?}");
    }

    #[test]
    fn no_message_makes_it_panic(message in "\\PC{0,300}") {
        let error = refused(&serde_json::json!({"code": message, "messages": [message, message]}).to_string());
        let _ = format!("{error} {error:?}");
    }
}
