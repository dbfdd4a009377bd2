//! The page in a real browser. Where there is no Chromium, it says so and is skipped.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr)]

#[allow(dead_code)]
#[path = "shell/wire.rs"]
mod wire;

use std::{io::ErrorKind, process::Stdio, time::Duration};

use serde_json::json;
use tokio::{process::Command, time::timeout};
use yuno_sandbox::Sandbox;

use crate::wire::call;

async fn pay(sandbox: &Sandbox, order: &str) {
    let body = json!({
        "account_id": sandbox.account_id(), "merchant_order_id": order, "description": "Annual plan", "country": "BR",
        "amount": { "currency": "BRL", "value": 150 }, "workflow": "REDIRECT", "payment_method": { "type": "PIX" },
    });
    assert_eq!(call(sandbox, "POST /v1/payments", &body.to_string()).await.status, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_shows_the_payments() {
    let sandbox = Sandbox::start().await.unwrap();
    pay(&sandbox, "order-1001").await;
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
