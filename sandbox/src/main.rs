//! The sandbox as a program: listens on loopback and says how to reach it.
#![forbid(unsafe_code)]

mod banner;
mod stop;

use std::{
    fs, io,
    net::IpAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, ValueEnum};
use jiff::Timestamp;
use yuno_sandbox::{Sandbox, Webhook};

/// A local Yuno with state, test cards, webhooks and faults, for development and tests.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The port to listen on; 0 for any that is free.
    #[arg(long, default_value_t = 8099)]
    port: u16,
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    /// Lets other machines call it, without TLS, and webhooks go to other machines.
    #[arg(long)]
    expose: bool,
    /// Makes the ids from this number, so that they are the same in every run.
    #[arg(long)]
    seed: Option<u64>,
    /// The machine's time, or one that stands still until it is moved by /_sandbox/clock/advance.
    #[arg(long, value_enum, default_value_t = ClockChoice::Real)]
    clock: ClockChoice,
    /// Where a fixed clock begins.
    #[arg(long, default_value = "2026-01-01T00:00:00Z")]
    now: Timestamp,
    /// Takes any keys, so long as there are some.
    #[arg(long)]
    any_keys: bool,
    /// An address that is told of events; may be given more than once.
    #[arg(long, value_name = "URL")]
    webhook: Vec<String>,
    /// What the events are signed with.
    #[arg(long, value_name = "SECRET", env = "YUNO_WEBHOOK_SECRET", hide_env_values = true, requires = "webhook")]
    webhook_secret: Option<String>,
    /// A file with the state: read at the start, where it is there, and written at the end.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum ClockChoice {
    Real,
    Fixed,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    // Before the banner: whoever has read it may stop the program.
    let stopped = stop::listen()?;
    let sandbox = start(&arguments).await?;
    println!("{}", banner::banner(&sandbox, arguments.expose));
    stopped.wait().await;
    if let Some(path) = &arguments.state {
        write(path, &sandbox.snapshot()?).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        println!("The state is in {}.", path.display());
    }
    Ok(())
}

async fn start(arguments: &Arguments) -> Result<Sandbox, Box<dyn std::error::Error>> {
    let mut builder = Sandbox::builder().host(arguments.host).port(arguments.port);
    if let Some(seed) = arguments.seed {
        builder = builder.seed(seed);
    }
    if let ClockChoice::Fixed = arguments.clock {
        builder = builder.fixed_clock(arguments.now);
    }
    if arguments.expose {
        builder = builder.expose();
    }
    if arguments.any_keys {
        builder = builder.any_keys();
    }
    for url in &arguments.webhook {
        let webhook = Webhook::new(url);
        builder = builder.webhook(match &arguments.webhook_secret {
            Some(secret) => webhook.secret(secret),
            None => webhook,
        });
    }
    if let Some(path) = &arguments.state {
        match fs::read_to_string(path) {
            Ok(snapshot) => builder = builder.restore(snapshot),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("cannot read {}: {error}", path.display()).into()),
        }
    }
    Ok(builder.start().await?)
}

/// Writes beside the file first: what is there stays whole if something goes wrong.
fn write(path: &Path, snapshot: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    fs::write(&beside, snapshot)?;
    fs::rename(&beside, path)
}
