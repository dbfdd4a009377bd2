//! What is refused, and what the error says of it.

#![cfg(feature = "webhooks")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Duration;

use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;
use yuno_api::webhooks::{
    API_KEY_HEADER, DeliveryHeaders, Event, EventKind, Malformed, Mismatch, ReceiveError, Receiver, SECRET_HEADER,
    SIGNATURE_HEADER, Verifier, VerifyError, testing,
};

const SECRET: &str = "whsec-5e1f0c";

/// As a program that sorts nothing and spaces nothing writes it.
const BODY: &str = r#"{"type":"payment","type_event":"payment.purchase","data":{"payment":{"id":"1","description":"São Paulo / Tóquio 🎫","amount":{"value":10.50},"metadata":[],"split":{}}}}"#;

fn mismatch(verifier: &Verifier, signed: &str, received: &str) -> Mismatch {
    match verifier.verify(&testing::sign(SECRET, signed.as_bytes()), received.as_bytes()) {
        Err(VerifyError::Mismatch(mismatch)) => mismatch,
        other => panic!("{other:?}"),
    }
}

fn verifier() -> Verifier {
    Verifier::new(SECRET).unwrap()
}

#[test]
fn any_of_several_secrets_will_do() {
    let rotating = Verifier::builder().secret("the next").secret(SECRET).build().unwrap();
    for secret in ["the next", SECRET] {
        rotating.verify(&testing::sign(secret, BODY.as_bytes()), BODY.as_bytes()).unwrap();
    }
    assert!(rotating.verify(&testing::sign("an old one", BODY.as_bytes()), BODY.as_bytes()).is_err());
}

#[test]
fn secrets_that_protect_nothing_are_refused() {
    for (secret, told) in [("", "empty"), (" \n", "empty"), ("***", "***")] {
        assert!(Verifier::new(secret).unwrap_err().to_string().contains(told));
    }
    assert!(Verifier::builder().build().unwrap_err().to_string().contains("no secret"));
}

#[test]
fn a_body_that_was_written_again_is_recognised() {
    let spaced = BODY.replace("\":", "\": ").replace(",\"", ", \"");
    let escaped = BODY.replace("ã", "\\u00e3").replace("ó", "\\u00f3").replace("🎫", "\\ud83c\\udfab");
    let slashed = BODY.replace('/', "\\/");
    let value: serde_json::Value = serde_json::from_str(BODY).unwrap();
    let sorted = serde_json::to_string(&value).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    for (signed, received) in [
        (BODY, &*spaced),
        (&*spaced, BODY),
        (BODY, &*escaped),
        (&*escaped, BODY),
        (BODY, &*slashed),
        (&*sorted, &*pretty),
        (&*pretty, &*sorted),
    ] {
        assert_eq!(mismatch(&verifier(), signed, received), Mismatch::BodyReencoded, "{received}");
    }
    // Where the order of members is lost, nothing is left to recognise it by.
    assert_eq!(mismatch(&verifier(), BODY, &sorted), Mismatch::Unknown);
    assert!(Mismatch::Unknown.to_string().contains("raw bytes"));
}

#[test]
fn a_body_that_was_trimmed_or_read_before_is_recognised() {
    assert_eq!(mismatch(&verifier(), BODY, &format!("{BODY}\n")), Mismatch::BodyTrimmed);
    assert_eq!(mismatch(&verifier(), &format!("{BODY}\n"), BODY), Mismatch::BodyTrimmed);
    assert_eq!(mismatch(&verifier(), &format!("{BODY}\r\n"), BODY), Mismatch::BodyTrimmed);
    assert_eq!(mismatch(&verifier(), BODY, ""), Mismatch::BodyEmpty);
    assert_eq!(mismatch(&verifier(), BODY, "something else"), Mismatch::Unknown);
}

#[test]
fn a_secret_in_another_spelling_or_of_another_place_is_recognised() {
    let with = |secret: &str| Verifier::new(secret).unwrap();
    assert_eq!(mismatch(&with("whsec-5e1f0c\n"), BODY, BODY), Mismatch::SecretUntrimmed);
    // Base64 and hexadecimal digits of the secret, as if it had been decoded or encoded on the way.
    for spelled in ["d2hzZWMtNWUxZjBj", "77687365632d356531663063"] {
        assert_eq!(mismatch(&with(spelled), BODY, BODY), Mismatch::SecretEncoding);
        let signature = testing::sign(spelled, BODY.as_bytes());
        let error = verifier().verify(&signature, BODY.as_bytes()).unwrap_err();
        assert_eq!(error, VerifyError::Mismatch(Mismatch::SecretEncoding));
    }
    let live = Verifier::builder().secret("live").secret_of("the sandbox", SECRET).build().unwrap();
    let found = mismatch(&live, BODY, BODY);
    assert_eq!(found, Mismatch::OtherEnvironment("the sandbox".to_owned()));
    assert!(found.to_string().contains("the secret of the sandbox"));
}

#[test]
fn a_signature_in_another_form_is_recognised() {
    let signature = testing::sign(SECRET, BODY.as_bytes());
    let hexadecimal = "0123456789abcdef".repeat(4);
    for (header, expected) in [
        (&*hexadecimal, Malformed::Hexadecimal),
        (&*format!("sha256={hexadecimal}"), Malformed::Prefixed),
        (signature.trim_end_matches('='), Malformed::UrlBase64),
        ("AAAA", Malformed::Length(3)),
        ("not Base64!", Malformed::NotBase64),
        ("sha256", Malformed::NotBase64),
        ("日本語", Malformed::NotBase64),
    ] {
        assert_eq!(verifier().verify(header, BODY.as_bytes()), Err(VerifyError::Malformed(expected)), "{header}");
    }
    assert_eq!(verifier().verify(" ", BODY.as_bytes()), Err(VerifyError::SignatureMissing));
    // What HTTP takes away anyway.
    verifier().verify(&format!(" {signature}\t"), BODY.as_bytes()).unwrap();
}

#[test]
fn the_other_headers_are_checked_where_they_are_known() {
    let verifier = Verifier::builder()
        .secret(SECRET)
        .api_key("key 1")
        .api_key("key 2")
        .header_secret("header secret")
        .build()
        .unwrap();
    let headers = |key: Option<&'static str>, secret: Option<&'static str>| {
        let mut headers = testing::headers(SECRET, BODY.as_bytes());
        let mut set = |name: &'static str, value: Option<&'static str>| {
            value.map(|value| headers.insert(name, HeaderValue::from_static(value)));
        };
        set(API_KEY_HEADER, key);
        set(SECRET_HEADER, secret);
        headers
    };
    let verify = |headers: &HeaderMap| verifier.verify_request(headers, BODY.as_bytes());
    assert_eq!(verify(&headers(Some("key 1"), Some("header secret"))), Ok(()));
    assert_eq!(verify(&headers(Some("key 2"), Some("header secret"))), Ok(()));
    assert_eq!(verify(&headers(None, Some("header secret"))), Err(VerifyError::HeaderMissing(API_KEY_HEADER)));
    assert_eq!(verify(&headers(Some("key"), Some("header secret"))), Err(VerifyError::HeaderWrong(API_KEY_HEADER)));
    assert_eq!(verify(&headers(Some("key 1"), Some(""))), Err(VerifyError::HeaderWrong(SECRET_HEADER)));
    assert_eq!(verify(&headers(Some("key 1"), None)), Err(VerifyError::HeaderMissing(SECRET_HEADER)));
    // The right headers do not help a wrong signature.
    let mut forged = headers(Some("key 1"), Some("header secret"));
    forged.insert(SIGNATURE_HEADER, HeaderValue::from_str(&testing::sign("a guess", BODY.as_bytes())).unwrap());
    assert!(matches!(verify(&forged), Err(VerifyError::Mismatch(_))));
    forged.remove(SIGNATURE_HEADER);
    assert_eq!(verify(&forged), Err(VerifyError::SignatureMissing));
}

#[test]
fn what_is_refused_is_answered_with_400_or_401() {
    let receiver = Receiver::new(verifier()).max_body(BODY.len());
    let send = |body: &str| receiver.receive(&testing::headers(SECRET, body.as_bytes()), body.as_bytes().to_vec());
    assert_eq!(send(BODY).unwrap().body(), BODY.as_bytes());

    let long = send(&format!("{BODY} ")).unwrap_err();
    assert_eq!((long.status().as_u16(), long), (400, ReceiveError::TooLong { limit: BODY.len() }));
    for body in ["", "[]", "7", "{", "{}{}", "\u{feff}{}"] {
        let error = send(body).unwrap_err();
        assert!(matches!(error, ReceiveError::Unreadable(_)), "{body}: {error}");
        assert_eq!(error.status().as_u16(), 400);
    }
    let forged = receiver.receive(&testing::headers("a guess", BODY.as_bytes()), BODY.as_bytes().to_vec()).unwrap_err();
    assert_eq!(forged.status().as_u16(), 401);
}

#[test]
fn age_counts_only_where_it_is_asked_for() {
    let day = Duration::from_secs(24 * 60 * 60);
    let event = testing::event(EventKind::PaymentPurchase).updated_at("2026-08-01T00:00:00Z".parse().unwrap());
    let receive = |receiver: &Receiver, event: &testing::EventBuilder, now: &str| {
        let body = event.build();
        let headers = testing::headers(SECRET, &body);
        let headers = DeliveryHeaders::from_map(&headers);
        receiver.receive_at(&headers, body.clone().into(), now.parse().unwrap()).map(drop)
    };
    let any_age = Receiver::new(verifier());
    let ten_days = Receiver::new(verifier()).max_age(10 * day);
    assert_eq!(receive(&any_age, &event, "2036-08-01T00:00:00Z"), Ok(()));
    assert_eq!(receive(&ten_days, &event, "2026-08-10T00:00:00Z"), Ok(()));
    let stale = receive(&ten_days, &event, "2026-08-12T00:00:00Z").unwrap_err();
    assert!(stale.to_string().contains("264 hours"), "{stale}");
    assert_eq!(stale.status().as_u16(), 400);
    // From a clock that is ahead of ours, or without a time: taken.
    assert_eq!(receive(&ten_days, &event, "2026-07-31T00:00:00Z"), Ok(()));
    let timeless = event.remove("data.payment.updated_at").remove("data.payment.created_at");
    assert_eq!(receive(&ten_days, &timeless, "2036-08-01T00:00:00Z"), Ok(()));
}

#[test]
fn nothing_secret_is_shown() {
    let verifier = Verifier::builder().secret(SECRET).api_key("key").header_secret("hs").secret_of("x", "y").build();
    let verifier = verifier.unwrap();
    let headers = testing::headers(SECRET, BODY.as_bytes());
    let delivery = Receiver::new(verifier.clone()).receive(&headers, BODY.as_bytes().to_vec());
    // It lacks the other headers.
    let shown = format!("{verifier:?} {delivery:?} {:?}", DeliveryHeaders::from_map(&headers));
    assert!(
        !shown.contains(SECRET) && !shown.contains("Paulo") && !shown.contains(&testing::sign(SECRET, BODY.as_bytes()))
    );
}

fn receive(signature: &[u8], body: Vec<u8>) -> Result<(), ReceiveError> {
    let headers = DeliveryHeaders::look_up(|name| (name == SIGNATURE_HEADER).then_some(signature));
    Receiver::new(verifier()).receive_from(&headers, body).map(|delivery| {
        // Whatever an event is asked, there is an answer.
        let event = delivery.event();
        let _ = (event.dedup_key(), event.payload(), event.relation(event), event.enrolled_card(), event.json());
        let _ = format!("{delivery:?}");
    })
}

/// JSON of every shape, with the names that events have.
fn json() -> impl Strategy<Value = serde_json::Value> {
    let name = prop::sample::select(vec![
        "type",
        "type_event",
        "data",
        "payment",
        "payment_method",
        "subscription",
        "transactions",
        "id",
        "code",
        "status",
        "sub_status",
        "updated_at",
        "idempotency_key",
        "retry",
        "version",
        "account_id",
        "detail",
        "card",
        "x",
    ]);
    let text = prop_oneof![
        ".{0,8}",
        prop::sample::select(vec!["payment", "payment.refund", "SUCCEEDED", "2026-08-01T00:00:00Z", "PURCHASE", ""])
            .prop_map(str::to_owned),
    ];
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        text.prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn any_bytes_give_an_error_or_an_event(header in prop::collection::vec(any::<u8>(), 0..80), body: Vec<u8>) {
        prop_assert!(receive(&header, body.clone()).is_err());
        // Signed by whoever has the secret, it may be an event; either way nothing panics.
        let _ = receive(testing::sign(SECRET, &body).as_bytes(), body.clone());
        let _ = Event::parse(&body);
    }

    #[test]
    fn any_json_gives_an_error_or_an_event(body in json()) {
        let object = body.is_object();
        let body = body.to_string().into_bytes();
        prop_assert_eq!(receive(testing::sign(SECRET, &body).as_bytes(), body.clone()).is_ok(), object);
        if let Ok(event) = Event::parse(&body) {
            let again = Event::parse(&event.to_bytes().unwrap()).unwrap();
            prop_assert_eq!(again.dedup_key(), event.dedup_key());
            prop_assert_eq!(again, event);
        }
    }

    #[test]
    fn any_body_that_is_signed_is_verified(body: Vec<u8>, secret in prop::collection::vec(b'!'..=b'~', 1..200)) {
        prop_assume!(secret.iter().any(|byte| *byte != b'*'));
        let verifier = Verifier::new(&secret).unwrap();
        prop_assert!(verifier.verify(&testing::sign(&secret, &body), &body).is_ok());
    }

    #[test]
    fn a_flipped_bit_of_the_body_is_refused(mut body in prop::collection::vec(any::<u8>(), 1..300), at: prop::sample::Index, bit in 0..8_u8) {
        let signature = testing::sign(SECRET, &body);
        let at = at.index(body.len());
        body[at] ^= 1 << bit;
        prop_assert!(matches!(receive(signature.as_bytes(), body), Err(ReceiveError::Unverified(_))));
    }

    #[test]
    fn long_nesting_and_brackets_are_no_burden(open in prop::sample::select(vec!["[", "{\"a\":", "{\"payment\":", "\"\\"]), count in 1..4000_usize) {
        let body = open.repeat(count).into_bytes();
        prop_assert!(receive(testing::sign("a guess", &body).as_bytes(), body.clone()).is_err());
        prop_assert!(receive(testing::sign(SECRET, &body).as_bytes(), body).is_err());
    }
}

/// Not at random: every bit of a signature and of a body.
#[test]
fn every_flipped_bit_is_refused() {
    let body = testing::event(EventKind::PaymentPurchase).build();
    let signature = testing::sign(SECRET, &body).into_bytes();
    receive(&signature, body.clone()).unwrap();
    for at in 0..signature.len() * 8 {
        let mut flipped = signature.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        let refused = receive(&flipped, body.clone());
        assert!(matches!(refused, Err(ReceiveError::Unverified(_))), "bit {at} of the signature: {refused:?}");
    }
    for at in 0..body.len() * 8 {
        let mut flipped = body.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        let refused = verifier().verify(std::str::from_utf8(&signature).unwrap(), &flipped);
        assert!(matches!(refused, Err(VerifyError::Mismatch(_))), "bit {at} of the body: {refused:?}");
    }
}
