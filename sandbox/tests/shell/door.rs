//! Which calls get in, and what is said to the others.

use yuno_api::exchange;
use yuno_sandbox::{PRIVATE_SECRET_KEY, PUBLIC_API_KEY, Sandbox};

use crate::wire::{call, raw, read, send};

const CUSTOMER: &str = r#"{"merchant_customer_id": "shopper-42", "country": "BR"}"#;

#[tokio::test]
async fn the_keys_have_to_be_right() {
    let sandbox = Sandbox::start().await.unwrap();
    let json = ("content-type", "application/json");
    let (public, private) = (("public-api-key", PUBLIC_API_KEY), ("private-secret-key", PRIVATE_SECRET_KEY));
    for (headers, missing) in [
        (vec![json], "public-api-key"),
        (vec![json, public], "private-secret-key"),
        (vec![json, private], "public-api-key"),
        (vec![json, public, ("private-secret-key", "CANARY")], "private-secret-key"),
        (vec![json, ("public-api-key", "CANARY"), private], "public-api-key"),
    ] {
        let came = send(&sandbox, "POST /v1/customers", &headers, CUSTOMER).await;
        assert_eq!((came.status, came.code().as_str()), (401, "INVALID_CREDENTIALS"));
        assert!(came.messages()[0].contains(missing) && !came.body.contains("CANARY"), "{}", came.body);
    }
    let came = send(&sandbox, "POST /v1/customers", &[json, public, private], CUSTOMER).await;
    assert_ne!(came.status, 401);

    let lenient = Sandbox::builder().any_keys().start().await.unwrap();
    let any = [json, ("public-api-key", "a"), ("private-secret-key", "b")];
    assert_ne!(send(&lenient, "POST /v1/customers", &any, CUSTOMER).await.status, 401);
    assert_eq!(send(&lenient, "POST /v1/customers", &any[..2], CUSTOMER).await.status, 401);
}

#[tokio::test]
async fn every_operation_is_at_its_route() {
    let sandbox = Sandbox::start().await.unwrap();
    for exchange in exchange::all() {
        let operation = exchange.operation;
        let path = operation.path.replace(['{', '}'], "");
        // Nothing gets past the door, so nothing depends on the state.
        let came = send(&sandbox, &format!("{} {path}", operation.method), &[], "").await;
        assert_eq!(came.status, 401, "{operation:?}");
        assert_eq!(sandbox.journal().last().unwrap().operation, Some(operation.id));
    }
}

#[tokio::test]
async fn a_path_that_there_is_not_is_not_found() {
    let sandbox = Sandbox::start().await.unwrap();
    for path in ["/v0", "/v1", "/v1/payment", "/v1/payments/p-1/capture", "/v1/CANARY/payments", "/v2/payments"] {
        let came = call(&sandbox, &format!("GET {path}"), "").await;
        assert_eq!((came.status, came.code().as_str()), (404, "NOT_FOUND"), "{path}");
    }
    let calls = sandbox.journal();
    assert_eq!(calls[4].path, "/v1/*/payments", "what may be anything is not shown");
}

#[tokio::test]
async fn a_method_that_a_path_does_not_take_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    for (line, allowed) in
        [("DELETE /v1/payments", "POST"), ("PUT /v1/payments/p-1", "GET"), ("GET /v1/tokens", "POST")]
    {
        let came = call(&sandbox, line, "").await;
        assert_eq!((came.status, came.code().as_str()), (405, "UNSUPPORTED_METHOD"), "{line}");
        assert!(came.header("allow").unwrap().contains(allowed), "{}", came.head);
    }
}

#[tokio::test]
async fn a_body_has_to_be_json_and_say_so() {
    let sandbox = Sandbox::start().await.unwrap();
    let (public, private) = (("public-api-key", PUBLIC_API_KEY), ("private-secret-key", PRIVATE_SECRET_KEY));
    for headers in [vec![public, private], vec![public, private, ("content-type", "text/plain")]] {
        let came = send(&sandbox, "POST /v1/customers", &headers, CUSTOMER).await;
        assert_eq!((came.status, came.code().as_str()), (400, "BAD_REQUEST"));
        assert!(came.messages()[0].contains("content-type"));
    }
    for (body, place) in [
        ("", "line 1, column 1"),
        ("{\"country\": \"CANARY\"", "line 1"),
        ("{\"country\": CANARY}", "$.country (line 1, column 13)"),
        ("[\"CANARY\"]", "an object"),
        ("null", "an object"),
    ] {
        let came = call(&sandbox, "POST /v1/customers", body).await;
        assert_eq!((came.status, came.code().as_str()), (400, "BAD_REQUEST"), "{body}");
        assert!(came.body.contains(place) && !came.body.contains("CANARY"), "{}", came.body);
    }
}

#[tokio::test]
async fn a_body_has_bounds() {
    let sandbox = Sandbox::start().await.unwrap();
    let head = format!(
        "POST /v1/customers HTTP/1.1\r\nhost: here\r\nconnection: close\r\npublic-api-key: {PUBLIC_API_KEY}\r\n\
         private-secret-key: {PRIVATE_SECRET_KEY}\r\ncontent-type: application/json\r\n"
    );
    // What says that it is too long need not be sent.
    let came = raw(&sandbox, format!("{head}content-length: 99999999\r\n\r\n").as_bytes()).await.unwrap();
    let came = read(&String::from_utf8(came).unwrap());
    assert_eq!((came.status, came.code().as_str()), (400, "INVALID_REQUEST"));
    assert!(came.messages()[0].contains("1048576"), "{}", came.body);
    // What does not say how long it is, is read up to the bound. One byte more than that, and it ends there.
    let chunk = " ".repeat(1024 * 1024 + 1);
    let body = format!("{:x}\r\n{chunk}\r\n0\r\n\r\n", chunk.len());
    let came = raw(&sandbox, format!("{head}transfer-encoding: chunked\r\n\r\n{body}").as_bytes()).await.unwrap();
    assert_eq!(read(&String::from_utf8(came).unwrap()).code(), "INVALID_REQUEST");
}

#[tokio::test]
async fn every_broken_limit_is_reported_with_its_path_and_without_its_value() {
    let sandbox = Sandbox::start().await.unwrap();
    let came = call(&sandbox, "POST /v1/payments", "{}").await;
    assert_eq!((came.status, came.code().as_str()), (400, "MISSING_PARAMETERS"));
    let missing = came.messages();
    for member in ["$.account_id is required", "$.amount is required", "$.merchant_order_id is required"] {
        assert!(missing.iter().any(|message| message == member), "{missing:?}");
    }
    let body = r#"{
        "account_id": {"CANARY": 1}, "merchant_order_id": "CA", "country": "BR", "description": 4507990000000002,
        "amount": {"currency": "BRL", "value": "CANARY"}, "payment_method": ["CANARY"], "installments": 1
    }"#;
    let came = call(&sandbox, "POST /v1/payments", body).await;
    assert_eq!((came.status, came.code().as_str()), (400, "INVALID_PARAMETERS"));
    let messages = came.messages();
    for message in [
        "$.merchant_order_id has 2 characters, the limit is 3 to 255",
        "$.account_id holds an object that does not fit",
        "$.description holds a number that does not fit",
        "$.amount.value holds a text that does not fit",
        "$.payment_method holds a list that does not fit",
    ] {
        assert!(messages.iter().any(|it| it == message), "{message}: {messages:?}");
    }
    assert!(!came.body.contains("CANARY") && !came.body.contains("4507990000000002"), "{}", came.body);
    let call = &sandbox.journal()[1];
    assert_eq!(call.messages, messages);
    assert!(call.request.as_ref().unwrap().contains("merchant_order_id"), "{call:?}");
}

#[tokio::test]
async fn what_the_api_does_not_know_yet_is_let_in_and_noted() {
    let sandbox = Sandbox::start().await.unwrap();
    let body = r#"{"merchant_customer_id": "shopper-42", "country": "BR", "first_name": "CANARY", "shoe_size": 45}"#;
    let came = call(&sandbox, "POST /v1/customers", body).await;
    assert_ne!(came.status, 400, "{}", came.body);
    let call = &sandbox.journal()[0];
    assert_eq!(call.unknown, ["$.shoe_size"]);
    assert!(call.request.as_ref().unwrap().contains("first_name"));
    assert!(!format!("{call:?}").contains("CANARY") && !format!("{call:?}").contains("shopper-42"), "{call:?}");
    assert_eq!(came.header("x-request-id"), Some("sandbox-1"));
}

#[tokio::test]
async fn a_value_that_the_api_does_not_have_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let made = call(&sandbox, "POST /v1/customers", CUSTOMER).await.json();
    let customer = made["id"].as_str().unwrap();
    for (line, body, path, code) in [
        (
            "POST /v1/customers".to_owned(),
            r#"{"merchant_customer_id": "a-1", "country": "AAA"}"#,
            "$.country",
            "COUNTRY_NOT_SUPPORTED",
        ),
        (format!("PATCH /v1/customers/{customer}"), r#"{"gender": "AAA"}"#, "$.gender", "INVALID_PARAMETERS"),
        (
            "POST /v1/checkout/sessions".to_owned(),
            r#"{"amount": {"currency": "AAA", "value": 1}}"#,
            "$.amount.currency",
            "CURRENCY_NOT_ALLOWED",
        ),
    ] {
        let came = call(&sandbox, &line, body).await;
        assert_eq!((came.status, came.code().as_str()), (400, code), "{}", came.body);
        assert!(came.messages()[0].starts_with(path) && !came.body.contains("AAA"), "{}", came.body);
    }
}
