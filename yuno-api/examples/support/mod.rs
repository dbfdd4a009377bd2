//! A stand-in for Yuno in this process: enough of it for the example to run without credentials.
//!
//! It keeps one payment, answers in the API's form, and listens on loopback only.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
};

use serde_json::{Value, json};
use yuno_api::{Client, Error};

/// A client for the stand-in.
pub(crate) fn client() -> Result<Client, Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    let payments = Arc::default();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let payments = Arc::clone(&payments);
            std::thread::spawn(move || serve(&stream, &payments));
        }
    });
    let client: Result<Client, Error> = Client::builder()
        .endpoint(endpoint)
        .keys("sandbox_public", "sandbox_secret")
        .account_id("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
        .account_code("7c1e5a90-3b2d-4e8f-a6c4-91d0f7b8e223")
        .no_proxy()
        .build();
    Ok(client?)
}

type Payments = Mutex<HashMap<String, Value>>;

fn serve(stream: &TcpStream, payments: &Payments) -> Option<()> {
    let mut reader = BufReader::new(stream);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let (method, target) = line.split_once(' ').map(|(method, rest)| (method.to_owned(), rest.to_owned()))?;
        let path = target.split([' ', '?']).next()?.to_owned();
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).ok()?;
            let Some((name, value)) = header.split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().ok()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        let (status, answer) = answer(&method, &path, &serde_json::from_slice(&body).unwrap_or_default(), payments);
        let answer = answer.to_string();
        let mut out = stream;
        write!(
            out,
            "HTTP/1.1 {status} OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{answer}",
            answer.len()
        )
        .ok()?;
    }
}

fn answer(method: &str, path: &str, body: &Value, payments: &Payments) -> (u16, Value) {
    const CUSTOMER: &str = "1f0c7a52-9d3e-4b86-8a41-6e2d90c5b713";
    const PAYMENT: &str = "a2d8e6f4-5b17-4c39-9e80-3f7a1c6d2b95";
    const AUTHORIZATION: &str = "c9b4f1e7-2a68-4d05-b3c9-8e1f5a7d4026";
    let mut payments = payments.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let parts: Vec<_> = path.trim_matches('/').split('/').collect();
    match (method, parts.as_slice()) {
        ("POST", ["v1", "customers"]) => {
            let mut customer = body.clone();
            customer["id"] = json!(CUSTOMER);
            (201, customer)
        }
        ("POST", ["v1", "checkout", "sessions"]) => {
            let mut session = body.clone();
            session["checkout_session"] = json!("5d7f3b1a-8c92-4e60-a1d4-7b0e6f9c2835");
            (200, session)
        }
        ("POST", ["v1", "payments"]) => {
            let payment = json!({
                "id": PAYMENT,
                "merchant_order_id": body["merchant_order_id"],
                "status": "PENDING",
                "sub_status": "AUTHORIZED",
                "amount": { "currency": body["amount"]["currency"], "value": body["amount"]["value"], "captured": 0, "refunded": 0 },
                "transactions": [{ "id": AUTHORIZATION, "type": "AUTHORIZE", "status": "SUCCEEDED", "amount": body["amount"]["value"] }],
            });
            payments.insert(PAYMENT.to_owned(), payment.clone());
            (201, payment)
        }
        ("GET", ["v1", "payments", id]) => match payments.get(*id) {
            Some(payment) => (200, payment.clone()),
            None => (400, json!({ "code": "PAYMENT_NOT_FOUND", "messages": ["There is no such payment"] })),
        },
        ("POST", ["v1", "payments", id, "transactions", _, what @ ("capture" | "refund")]) => {
            let Some(payment) = payments.get_mut(*id) else {
                return (400, json!({ "code": "PAYMENT_NOT_FOUND", "messages": ["There is no such payment"] }));
            };
            let value = match &body["amount"]["value"] {
                Value::Null => payment["amount"]["value"].clone(),
                value => value.clone(),
            };
            let (sub_status, member) =
                if *what == "capture" { ("CAPTURED", "captured") } else { ("PARTIALLY_REFUNDED", "refunded") };
            payment["status"] = json!("SUCCEEDED");
            payment["sub_status"] = json!(sub_status);
            payment["amount"][member] = value.clone();
            if *what == "refund" {
                return (200, payment.clone());
            }
            let currency = payment["amount"]["currency"].clone();
            (
                200,
                json!({
                    "id": "e3a7d5c1-6f29-4b84-9d10-2c8e4f6a7b53",
                    "type": "CAPTURE",
                    "status": "SUCCEEDED",
                    "response_code": "SUCCEEDED",
                    "amount": { "currency": currency, "value": value },
                    "payment": payment,
                }),
            )
        }
        _ => (404, json!({ "code": "NOT_FOUND", "messages": ["The stand-in does not know this call"] })),
    }
}
