//! The tasks of this repository. `cargo xtask --help` lists them.

mod budget;
mod bundle;
mod diff;
mod docs;
mod generate;
mod launch;
mod lint;
mod repository;
mod upstream;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The tasks of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Generate(generate::Arguments),
    Lint(lint::Arguments),
    Bundle(bundle::Arguments),
    Docs(docs::Arguments),
    Diff(diff::Arguments),
    Budget(budget::Arguments),
    Conform(launch::Arguments),
    /// Say what the types make of one event or body; `cargo xtask explain --help` says more.
    Explain(launch::Arguments),
    Upstream(upstream::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Generate(arguments) => generate::run(&arguments),
        Task::Lint(arguments) => lint::run(&arguments),
        Task::Bundle(arguments) => bundle::run(&arguments),
        Task::Docs(arguments) => docs::run(&arguments),
        Task::Budget(arguments) => budget::run(&arguments),
        Task::Diff(arguments) => Ok(diff::run(&arguments)),
        Task::Conform(arguments) => launch::conform(&arguments),
        Task::Explain(arguments) => launch::explain(&arguments),
        Task::Upstream(arguments) => upstream::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
