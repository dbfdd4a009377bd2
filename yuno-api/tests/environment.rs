//! What the process's environment decides. Each case runs in a process of its own: this program, called again.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::{
    process::{Command, Stdio},
    time::Duration,
};

use support::*;
use yuno_api::client::{Client, ClientBuilder};

/// Runs one of the ignored tests below in an environment of these variables alone, and gives what it printed.
fn run(child: &str, variables: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", child, "--ignored", "--nocapture", "--test-threads=1"])
        .env_clear()
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, after) = text.split_once("<<").unwrap_or_else(|| panic!("{text}"));
    after.split_once(">>").unwrap().0.to_owned()
}

#[test]
#[ignore = "called by the tests below"]
fn child_from_env() {
    match Client::from_env() {
        Ok(client) => {
            println!("<<{} {:?}>>", client.environment(), client.account_id());
        }
        Err(error) => {
            let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            println!("<<error: {error}: {cause}>>");
        }
    }
}

#[test]
fn a_client_comes_from_the_environment() {
    let keys = [("YUNO_PUBLIC_API_KEY", "sandbox_CANARY"), ("YUNO_PRIVATE_SECRET_KEY", "CANARY\n")];
    let with = |more: &[(&'static str, &'static str)]| {
        let said = run("child_from_env", &[&keys[..], more].concat());
        assert!(!said.contains("CANARY"), "{said}");
        said
    };
    assert_eq!(with(&[]), "sandbox None");
    assert_eq!(with(&[("YUNO_ENVIRONMENT", " sandbox "), ("YUNO_ACCOUNT_ID", "a-1")]), "sandbox Some(\"a-1\")");
    assert_eq!(with(&[("YUNO_API_ENDPOINT", "http://127.0.0.1:8080/v1")]), "http://127.0.0.1:8080 None");
    assert_eq!(with(&[("YUNO_ENVIRONMENT", "")]), "sandbox None", "empty is not set");

    for (more, parts) in [
        (("YUNO_ENVIRONMENT", "production"), vec!["YUNO_ENVIRONMENT", "prod-us"]),
        (("YUNO_ENVIRONMENT", "prod-eu"), vec!["api.eu.y.uno", "prod_"]),
        (("YUNO_API_ENDPOINT", "http://example.com"), vec!["YUNO_API_ENDPOINT", "https"]),
        (("YUNO_API_ENDPOINT", "https://x:CANARY@example.com"), vec!["YUNO_API_ENDPOINT", "user name"]),
        (("YUNO_ACCOUNT_CODE", "a\nCANARY"), vec!["YUNO_ACCOUNT_CODE"]),
        (("YUNO_PUBLIC_API_KEY", ""), vec!["YUNO_PUBLIC_API_KEY", "Dashboard"]),
        (("YUNO_PRIVATE_SECRET_KEY", ""), vec!["YUNO_PRIVATE_SECRET_KEY", "Dashboard"]),
        (("YUNO_PRIVATE_SECRET_KEY", "a\u{7}CANARY"), vec!["YUNO_PRIVATE_SECRET_KEY"]),
    ] {
        let said = with(&[more]);
        assert!(said.starts_with("error: "), "{said}");
        for part in parts {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
}

/// Calls an address where nobody listens.
fn call_nobody(builder: ClientBuilder) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client =
        builder.keys("k", "CANARY").retry(quick().max_attempts(1)).timeout(Duration::from_secs(5)).build().unwrap();
    let error = runtime.block_on(call(&client, &CAPTURE).into_future()).unwrap_err();
    println!("<<{:?}>>", error.kind());
}

#[test]
#[ignore = "called by the tests below"]
fn child_https() {
    call_nobody(Client::builder().endpoint("https://127.0.0.1:9"));
}

#[test]
#[ignore = "called by the tests below"]
fn child_https_without_proxy() {
    call_nobody(Client::builder().endpoint("https://127.0.0.1:9").no_proxy());
}

#[test]
#[ignore = "called by the tests below"]
fn child_http() {
    call_nobody(Client::builder().endpoint("http://127.0.0.1:9"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn proxies_of_the_environment_are_used_only_where_they_cannot_read_the_keys() {
    for (child, asked) in [("child_https", 1), ("child_https_without_proxy", 0), ("child_http", 0)] {
        let proxy = Server::start((0..asked).map(|_| Raw(b"HTTP/1.1 502 no\r\n\r\n".to_vec()))).await;
        let url = proxy.url();
        let said = tokio::task::spawn_blocking(move || {
            run(child, &[("HTTPS_PROXY", &url), ("HTTP_PROXY", &url), ("ALL_PROXY", &url), ("http_proxy", &url)])
        });
        assert_eq!(said.await.unwrap(), "Connection", "{child}");
        assert_eq!(*proxy.made.borrow(), asked, "{child}");
        for seen in proxy.seen() {
            assert_eq!((seen.method.as_str(), seen.target.as_str()), ("CONNECT", "127.0.0.1:9"));
            assert!(!format!("{seen:?}").contains("CANARY"));
        }
    }
}
