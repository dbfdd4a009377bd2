//! Every example runs as it stands, without credentials, and prints what its README shows.
//!
//! The programs are those that Cargo has built beside this test: `cargo test -p yuno-api` builds both.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use rusqlite::Connection;
use yuno_api::types::{
    Amount, CardDataInput, Country, CreatePayment, Currency, PaymentMethodInput, ReversalReason, Workflow,
};
use yuno_sandbox::{Disorder, Sandbox, Webhook};

/// The process ids of the READMEs.
const PROCESS: &str = "16354";

#[test]
fn blocking_script() {
    prints_what_its_readme_shows("blocking_script");
}

#[test]
fn checkout_session() {
    prints_what_its_readme_shows("checkout_session");
}

#[test]
fn direct_flow() {
    prints_what_its_readme_shows("direct_flow");
    let shown = output_in(&folder("direct_flow").join("README.md"));
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("README.md");
    assert_eq!(output_in(&repository), shown, "the repository's README shows another output of direct_flow");
}

#[test]
fn enrolment_flow() {
    prints_what_its_readme_shows("enrolment_flow");
}

#[test]
fn payment_link() {
    prints_what_its_readme_shows("payment_link");
}

#[test]
fn reconciliation() {
    prints_what_its_readme_shows("reconciliation");
}

#[test]
fn refunds_and_captures() {
    prints_what_its_readme_shows("refunds_and_captures");
}

#[test]
fn webhook_receiver() {
    prints_what_its_readme_shows("webhook_receiver");
}

#[test]
fn every_example_is_run_here_and_says_how_to_run_it() {
    let here = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/examples.rs")).unwrap();
    let found: BTreeSet<String> =
        fs::read_dir(folder("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(found.len() > 7, "{found:?}");
    for name in found {
        assert!(here.contains(&format!("prints_what_its_readme_shows(\"{name}\")")), "{name} is not run here");
        let readme = fs::read_to_string(folder(&name).join("README.md")).unwrap();
        assert!(readme.contains(&format!("--example {name}")), "the README of {name} does not say how to run it");
    }
}

/// What the repository's README shows of the crate stands in code that is compiled: the crate's own documentation.
#[test]
fn the_readme_shows_compiled_code() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(package.join("../README.md")).unwrap().replace("\r\n", "\n");
    let source = fs::read_to_string(package.join("src/lib.rs")).unwrap();
    // The lines of the documentation that rustdoc shows.
    let shown: String = source
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .filter(|line| *line != "#" && !line.starts_with("# "))
        .flat_map(|line| [line, "\n"])
        .collect();
    let blocks: Vec<_> = readme.split("```rust\n").skip(1).filter_map(|block| block.split("```").next()).collect();
    assert!(blocks.len() >= 5, "{}", blocks.len());
    for block in blocks {
        assert!(shown.contains(block), "the documentation of the crate does not show this:\n{block}");
    }
}

/// The receiver as a process of its own, as it runs in production: the sandbox forges, repeats and reorders.
#[tokio::test(flavor = "multi_thread")]
async fn webhook_receiver_takes_from_the_sandbox() {
    const SECRET: &str = "whsec-of-the-test";
    let directory = tempfile::tempdir().unwrap();
    let database = directory.path().join("webhooks.sqlite");
    let mut receiver = Receiver::start(&database, SECRET);

    let sandbox = Sandbox::builder()
        .webhooks_on_demand()
        .webhook(Webhook::new(&receiver.url).secret(SECRET))
        .start()
        .await
        .unwrap();
    let yuno = sandbox.client();
    let card = CardDataInput::new("4507990000000002", 11, 2030, "Ada Shopper").with_security_code("123");
    let order = CreatePayment::builder()
        .account_id(sandbox.account_id())
        .merchant_order_id("order-1001")
        .description("Annual plan")
        .country(Country::Br)
        .amount(Amount::new(Currency::Brl, 150))
        .payment_method(PaymentMethodInput::card(card))
        .workflow(Workflow::Direct)
        .build();
    let payment = yuno.payments().create(&order).await.unwrap();
    let refund = yuno.payments().refund_in_full(&payment, "return-1001", ReversalReason::RequestedByCustomer);
    refund.unwrap().await.unwrap();

    let disorder = Disorder::none().duplicated(2).reordered().forged();
    let attempts = sandbox.deliver_webhooks_with(&disorder).await;
    assert!(attempts.iter().filter(|it| it.duplicate).count() > 3, "{attempts:?}");
    for attempt in &attempts {
        assert_eq!(attempt.status, Some(if attempt.forged { 401 } else { 200 }), "{attempt:?}");
    }
    let events = sandbox.events();
    let happened = u32::try_from(events.len()).unwrap();
    for event in &events {
        assert_eq!(receiver.line().unwrap().split(' ').next(), Some("Handled"), "{event:?}");
    }

    let connection = Connection::open(&database).unwrap();
    let count = |query: &str| connection.query_row(query, [], |row| row.get::<_, u32>(0)).unwrap();
    assert_eq!(count("select count(*) from handled"), happened);
    assert_eq!(count("select count(distinct key) from handled"), happened);
    assert_eq!(count("select count(*) from inbox where not done"), 0);
}

struct Receiver {
    process: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
    url: String,
}

impl Receiver {
    fn start(database: &Path, secret: &str) -> Self {
        let mut process = command("webhook_receiver")
            .env("YUNO_WEBHOOK_SECRET", secret)
            .env("YUNO_WEBHOOK_ADDRESS", "127.0.0.1:0")
            .env("YUNO_WEBHOOK_DATABASE", database)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        let url = first.strip_prefix("Listening on ").unwrap_or_else(|| panic!("{first}")).to_owned();
        Self { process, lines, url }
    }

    fn line(&mut self) -> Option<String> {
        self.lines.next().map(Result::unwrap)
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn prints_what_its_readme_shows(name: &str) {
    let mut process = command(name).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let number = process.id();
    let (mut out, mut err) = (String::new(), String::new());
    process.stdout.take().unwrap().read_to_string(&mut out).unwrap();
    process.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    let status = process.wait().unwrap();
    assert!(status.success(), "{name} failed with {status}: {err}\n{out}");
    assert_eq!(err, "", "{name} complains");
    let printed = mask(&out).replace(&format!("-{number}"), &format!("-{PROCESS}"));
    let shown = output_in(&folder(name).join("README.md"));
    assert_eq!(printed.trim_end(), shown, "the README of {name} shows something else than it prints:\n{out}");
}

/// The example's program, in an environment without credentials.
fn command(name: &str) -> Command {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().and_then(Path::parent).unwrap();
    let program = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.exists(),
        "{} is not there; run `cargo build -p yuno-api --examples --features axum,blocking`, or all of the crate's tests",
        program.display()
    );
    let mut command = Command::new(program);
    for (variable, _) in std::env::vars_os() {
        if variable.to_str().is_some_and(|name| name.starts_with("YUNO_")) {
            command.env_remove(variable);
        }
    }
    command
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

/// What a README shows as the output: the block that begins as every example does.
fn output_in(readme: &Path) -> String {
    let text = fs::read_to_string(readme).unwrap().replace("\r\n", "\n");
    let blocks = text.split("```text\n").skip(1).filter_map(|block| block.split("\n```").next());
    let shown: Vec<_> = blocks.filter(|block| block.contains("a sandbox in this process")).collect();
    let [shown] = *shown else { panic!("{} shows {} outputs", readme.display(), shown.len()) };
    mask(shown)
}

/// Without the ids and the ports of this machine, which differ each time.
fn mask(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let is_id = rest.as_bytes().get(..36).is_some_and(|id| {
            id.iter().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
        });
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (length, shown) = if is_id {
            (36, "<id>")
        } else if digits > 0 && masked.ends_with("127.0.0.1:") {
            (digits, "<port>")
        } else {
            (next.len_utf8(), &rest[..next.len_utf8()])
        };
        masked.push_str(shown);
        rest = &rest[length..];
    }
    masked
}
