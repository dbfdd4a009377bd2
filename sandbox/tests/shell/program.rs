//! The program: what it prints, what it refuses, and how it stops.

use std::{net::SocketAddr, process::Stdio, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, BufReader},
    process::{Child, ChildStdout, Command},
    time::timeout,
};
use yuno_api::{Client, retry::Backoff, types::PaymentId};
use yuno_sandbox::Sandbox;

struct Program {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_yuno-sandbox"))
            .args(arguments)
            .env_remove("YUNO_WEBHOOK_SECRET")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        Self { child, output }
    }

    /// What it prints before it waits.
    async fn banner(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            let read = timeout(Duration::from_secs(60), self.output.read_line(&mut line)).await.unwrap().unwrap();
            lines.push(line.trim_end().to_owned());
            if read == 0 || line.starts_with("Ctrl-C") {
                return lines;
            }
        }
    }

    /// Stops it as Ctrl-C does, and gives what else it printed.
    async fn stop(mut self) -> String {
        let id = self.child.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().await.unwrap().success());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).await.unwrap();
        assert!(self.child.wait().await.unwrap().success(), "{rest}");
        rest
    }

    /// What it says when it does not start.
    async fn refusal(self) -> String {
        let output = timeout(Duration::from_secs(60), self.child.wait_with_output()).await.unwrap().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    }
}

fn after<'a>(lines: &'a [String], prefix: &str) -> &'a str {
    lines.iter().find_map(|line| line.strip_prefix(prefix)).unwrap_or_else(|| panic!("no {prefix} in {lines:?}"))
}

#[tokio::test]
async fn what_it_prints_is_what_it_takes() {
    let mut program = Program::start(&["--port", "0", "--seed", "7"]);
    let lines = program.banner().await;
    let yuno = Client::builder()
        .endpoint(after(&lines, "Yuno sandbox: "))
        .keys(after(&lines, "public-api-key: "), after(&lines, "private-secret-key: "))
        .retry(Backoff::never())
        .build()
        .unwrap();
    let error = yuno.payments().retrieve(&PaymentId::from("p-1")).await.unwrap_err();
    assert_ne!(error.status().map(|it| it.as_u16()), Some(401), "{error}");
    assert_eq!(after(&lines, "account_id: ").len(), 36);
    assert!(lines.iter().any(|line| line.contains("4507990000000010  INSUFFICIENT_FUNDS")));
    assert!(lines.iter().any(|line| line.contains("in memory") && line.contains("BIN")));
    assert!(lines.iter().any(|line| line.starts_with("curl http://127.0.0.1:")));
    assert!(!lines.iter().any(|line| line.contains("exposed")));
    program.stop().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_state_outlives_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    let arguments =
        ["--port", "0", "--clock", "fixed", "--now", "2026-03-01T00:00:00Z", "--state", file.to_str().unwrap()];
    let mut program = Program::start(&arguments);
    program.banner().await;
    assert!(program.stop().await.contains("state.json"));

    let snapshot = std::fs::read_to_string(&file).unwrap();
    let restored = Sandbox::builder().restore(snapshot).start().await.unwrap();
    assert_eq!(restored.now().to_string(), "2026-03-01T00:00:00Z");

    std::fs::write(&file, "{}").unwrap();
    assert!(Program::start(&arguments).refusal().await.contains("no snapshot"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{}", "what cannot be read is not overwritten");
}

#[tokio::test]
async fn it_does_not_listen_to_other_machines_unless_told_to() {
    for host in ["0.0.0.0", "::"] {
        let refusal = Program::start(&["--port", "0", "--host", host]).refusal().await;
        assert!(refusal.contains("--expose"), "{refusal}");
    }
    let mut program = Program::start(&["--port", "0", "--host", "0.0.0.0", "--expose"]);
    let lines = program.banner().await;
    assert!(lines.iter().any(|line| line.contains("exposed")));
    let address: SocketAddr = after(&lines, "Yuno sandbox: http://").parse().unwrap();
    assert!(address.ip().is_unspecified());
    program.stop().await;
}

#[tokio::test]
async fn a_port_that_is_taken_and_a_webhook_elsewhere_are_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let port = sandbox.address().port().to_string();
    let refusal = Program::start(&["--port", &port]).refusal().await;
    assert!(refusal.contains("another port"), "{refusal}");
    let refusal = Program::start(&["--port", "0", "--webhook", "http://192.0.2.1/"]).refusal().await;
    assert!(refusal.contains("another machine"), "{refusal}");
}
