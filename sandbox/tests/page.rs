//! The page at `/` over real HTTP and in a real browser: what it shows, what its forms do, and who may use them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

#[allow(dead_code)]
#[path = "shell/wire.rs"]
mod wire;

use std::{io::ErrorKind, process::Stdio, time::Duration};

use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::Command,
    time::timeout,
};
use yuno_sandbox::Sandbox;

use crate::wire::{Came, call, control, send};

async fn fixed() -> Sandbox {
    Sandbox::builder().seed(7).fixed_clock("2026-01-01T00:00:00Z".parse().unwrap()).start().await.unwrap()
}

/// Makes a payment that waits for the shopper, and gives its id.
async fn pay(sandbox: &Sandbox, order: &str, description: &str) -> String {
    let body = json!({
        "account_id": sandbox.account_id(), "merchant_order_id": order, "description": description, "country": "BR",
        "amount": { "currency": "BRL", "value": 150 }, "workflow": "REDIRECT", "payment_method": { "type": "PIX" },
    });
    let came = call(sandbox, "POST /v1/payments", &body.to_string()).await;
    came.json()["id"].as_str().unwrap_or_else(|| panic!("{}", came.body)).to_owned()
}

async fn page(sandbox: &Sandbox) -> String {
    let came = control(sandbox, "GET /", "").await;
    assert_eq!((came.status, came.header("content-type")), (200, Some("text/html; charset=utf-8")));
    came.body
}

async fn press(sandbox: &Sandbox, path: &str, form: &str) -> Came {
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    send(sandbox, &format!("POST /_sandbox/page/{path}"), &headers, form).await
}

#[tokio::test]
async fn a_payment_is_shown_with_its_state_and_calls() {
    let sandbox = fixed().await;
    assert!(page(&sandbox).await.contains("None yet."));
    let id = pay(&sandbox, "order-1001", "Annual plan").await;
    let page = page(&sandbox).await;
    for shown in ["order-1001", &id, "BRL 150", "<strong>PENDING</strong>", "PURCHASE", "POST /v1/payments"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}

/// As a float, the first loses its last digits, and the second its zero.
#[tokio::test]
async fn amounts_are_shown_with_every_digit() {
    for (currency, value) in [("BRL", "90071992547409.93"), ("BRL", "150.00"), ("CLP", "9007199254740993")] {
        let sandbox = fixed().await;
        let body = format!(
            r#"{{"account_id": "{}", "merchant_order_id": "order-1", "description": "Annual plan", "country": "BR",
            "amount": {{"currency": "{currency}", "value": {value}}}, "workflow": "REDIRECT",
            "payment_method": {{"type": "PIX"}}}}"#,
            sandbox.account_id(),
        );
        let came = call(&sandbox, "POST /v1/payments", &body).await;
        assert_eq!(came.status, 201, "{}", came.body);
        let page = page(&sandbox).await;
        assert!(page.contains(&format!("{currency} {value}<")), "{page}");
        assert!(page.contains(&format!("PURCHASE PENDING {value}<")), "{page}");
        let state = control(&sandbox, "GET /_sandbox/state", "").await.body;
        assert!(state.contains(&format!("\"value\":{value},")), "{state}");
        let seen = sandbox.overview();
        assert_eq!(seen.payments[0].payment.amount.as_ref().unwrap().value.unwrap().to_string(), value);
    }
}

#[tokio::test]
async fn buttons_act_and_lead_back() {
    let sandbox = fixed().await;
    let id = pay(&sandbox, "order-1001", "Annual plan").await;
    let came = press(&sandbox, &format!("payments/{id}/settle"), "").await;
    assert_eq!((came.status, came.header("location")), (303, Some("/")));
    assert!(page(&sandbox).await.contains("<strong>SUCCEEDED</strong>"));

    let again = press(&sandbox, &format!("payments/{id}/settle"), "").await;
    assert!(again.status == 400 && again.body.contains("role=\"alert\""), "{}", again.body);

    assert_eq!(press(&sandbox, "clock", "by=1h").await.status, 303);
    assert_eq!(sandbox.now().to_string(), "2026-01-01T01:00:00Z");
    assert_eq!(press(&sandbox, "clock", "by=soon").await.status, 400);

    assert_eq!(press(&sandbox, "faults", "fault=server_error&operation=payments.retrieve").await.status, 303);
    assert!(page(&sandbox).await.contains("Clear all"));
    assert_eq!(press(&sandbox, "faults/clear", "").await.status, 303);
    assert!(page(&sandbox).await.contains("None armed."));
    assert_eq!(press(&sandbox, "faults", "fault=explode&operation=").await.status, 400);

    assert_eq!(press(&sandbox, "events/1/replay", "").await.status, 303);
    assert_eq!(press(&sandbox, "deliver", "").await.status, 303);
    assert_eq!(press(&sandbox, "reset", "").await.status, 303);
    assert!(!page(&sandbox).await.contains(&id));
}

#[tokio::test]
async fn nothing_that_was_sent_becomes_markup() {
    let sandbox = fixed().await;
    pay(&sandbox, "<script>order</script>", "\"><script>alert(1)</script>").await;
    let page = page(&sandbox).await;
    assert!(page.contains("&lt;script&gt;order&lt;/script&gt;") && page.contains("&lt;script&gt;alert(1)"));
    assert!(!page.contains("<script>order") && !page.contains("<script>alert"));
}

#[tokio::test]
async fn of_many_payments_the_last_fifty_are_shown() {
    let sandbox = fixed().await;
    for number in 1..=51 {
        pay(&sandbox, &format!("order-{number:03}"), "Annual plan").await;
    }
    let page = page(&sandbox).await;
    assert!(page.contains("The last 50 of 51."));
    assert!(page.contains("<strong>order-051</strong>") && !page.contains("<strong>order-001</strong>"));
    assert!(page.find("order-051") < page.find("order-002"), "the newest is first");
}

#[tokio::test]
async fn pages_from_elsewhere_do_not_use_it() {
    let sandbox = fixed().await;
    for headers in [[("origin", "https://example.org")], [("host", "rebound.example.org")]] {
        for line in ["GET /", "GET /_sandbox/live", "POST /_sandbox/page/reset"] {
            assert_eq!(send(&sandbox, line, &headers, "").await.status, 403, "{line} {headers:?}");
        }
    }
}

#[tokio::test]
async fn an_open_page_is_told_of_a_payment() {
    let sandbox = fixed().await;
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    let request = format!("GET /_sandbox/live HTTP/1.1\r\nhost: {}\r\n\r\n", sandbox.address());
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut came = read_until(&mut stream, String::new(), ": open").await;
    assert!(came.contains("content-type: text/event-stream") && !came.contains("event: change"), "{came}");
    pay(&sandbox, "order-1001", "Annual plan").await;
    came = read_until(&mut stream, came, "event: change").await;
    assert!(came.contains("data: "), "{came}");
}

async fn read_until(stream: &mut TcpStream, mut came: String, wanted: &str) -> String {
    let mut bytes = [0; 1024];
    while !came.contains(wanted) {
        // Only so that a test that fails ends.
        let read = timeout(Duration::from_secs(60), stream.read(&mut bytes)).await.unwrap().unwrap();
        assert_ne!(read, 0, "{came}");
        came += std::str::from_utf8(&bytes[..read]).unwrap();
    }
    came
}

/// Where there is no Chromium, it says so and is skipped.
#[tokio::test(flavor = "multi_thread")]
async fn a_browser_shows_the_payments() {
    let sandbox = Sandbox::start().await.unwrap();
    pay(&sandbox, "order-1001", "Annual plan").await;
    let profile = tempfile::tempdir().unwrap();
    let started = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--timeout=4000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(sandbox.url())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn();
    let browser = match started {
        Err(error) if error.kind() == ErrorKind::NotFound => return eprintln!("skipped: there is no chromium here"),
        other => other.unwrap(),
    };
    // Only so that a test that fails ends.
    let output = timeout(Duration::from_secs(60), browser.wait_with_output()).await.unwrap().unwrap();
    let dom = String::from_utf8(output.stdout).unwrap();
    assert!(dom.contains("<strong>order-1001</strong>") && dom.contains("Payments <small>(1)"), "{dom}");
}
