//! `cargo xtask budget`: what the generated code costs, beside the budgets of the design.

mod history;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::Path,
    process::{Command, ExitCode},
};

use anyhow::Result;
use yuno_codegen::{Output, Plain, Settings};

use crate::repository;
use history::Cost;

/// Lines that an operation may cost.
const LINES_PER_OPERATION: f64 = 250.0;

/// Generated lines that may change for one line of the spec: in the median.
const LINES_PER_SPEC_LINE: f64 = 2.0;

/// How many times as long as progenitor alone, with formatting, a whole run may take.
const TIME_RATIO: f64 = 2.0;

/// Show what the generated code costs, beside its budgets: in lines, in lines to review, in time.
#[derive(clap::Args)]
#[command(after_help = "\
Measured against what progenitor alone makes of the same document, in the same run. Times are those of this build:
compare them only with each other.

Example: cargo xtask budget --base main --markdown")]
pub(crate) struct Arguments {
    /// Also measure what changed since this revision: generated lines for each line of the spec.
    #[arg(long, value_name = "REVISION")]
    base: Option<String>,
    /// Write a Markdown table, for a pull request.
    #[arg(long)]
    markdown: bool,
}

/// One row of the table.
struct Row {
    what: String,
    ours: String,
    budget: String,
    compared: String,
    /// Whether ours is within the budget; nothing where there is none.
    holds: Option<bool>,
}

/// Runs the task. A budget that does not hold is shown, and is no error.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let root = repository::root()?;
    let spec = root.join("spec");
    let measured = yuno_codegen::generate(&spec, &Settings::default())
        .and_then(|output| yuno_codegen::plain(&spec).map(|plain| (output, plain)));
    let (output, plain) = match measured {
        Ok(measured) => measured,
        Err(report) => {
            repository::show(&report)?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut rows = lines(&output, &plain);
    rows.extend(times(&output, &plain));
    rows.extend(dependencies(&root));
    if let Some(base) = &arguments.base {
        rows.push(change(&history::since(&root, base)?));
    }
    rows.extend(history(&history::commits(&root)?));
    repository::print(&if arguments.markdown { markdown(&rows) } else { text(&rows) })?;
    Ok(ExitCode::SUCCESS)
}

fn lines(output: &Output, plain: &Plain) -> Vec<Row> {
    let ours: usize = output.files.values().map(|text| text.lines().count()).sum();
    let per = |lines: usize| number(lines) / number(output.operations);
    let row = Row {
        what: format!("generated lines per operation ({} operations)", output.operations),
        ours: format!("{:.0}", per(ours)),
        budget: format!("{LINES_PER_OPERATION:.0}"),
        compared: format!("progenitor: {:.0} positional, {:.0} builder", per(plain.positional), per(plain.builder)),
        holds: Some(per(ours) <= LINES_PER_OPERATION),
    };
    vec![row]
}

fn times(output: &Output, plain: &Plain) -> Vec<Row> {
    let whole: f64 = output.steps.iter().map(|(_, time)| time.as_secs_f64()).sum();
    let ratio = whole / plain.time.as_secs_f64().max(f64::MIN_POSITIVE);
    let steps: Vec<_> =
        output.steps.iter().map(|(step, time)| format!("{step} {:.0}", time.as_secs_f64() * 1000.0)).collect();
    vec![Row {
        what: "a whole run, against progenitor and formatting alone".to_owned(),
        ours: format!("{ratio:.1} times"),
        budget: format!("{TIME_RATIO:.1} times"),
        compared: format!("{:.0} ms; ours by step: {}", plain.time.as_secs_f64() * 1000.0, steps.join(", ")),
        holds: Some(ratio <= TIME_RATIO),
    }]
}

/// How many crates a user of ours builds. None where cargo cannot say so, such as in a repository without a lock file.
fn dependencies(root: &Path) -> Option<Row> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments =
        ["tree", "--locked", "--package", "yuno-api", "--edges", "normal,no-proc-macro", "--prefix", "none"];
    let output = Command::new(cargo).current_dir(root).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then(|| Row {
        what: "crates that a program with default features builds".to_owned(),
        ours: crates(&text).to_string(),
        budget: "-".to_owned(),
        compared: "ours included, procedural macros not".to_owned(),
        holds: None,
    })
}

/// How many crates `cargo tree` lists. It lists one again wherever it is needed.
fn crates(tree: &str) -> usize {
    let crates = tree.lines().filter(|line| !line.is_empty());
    crates.map(|line| line.trim_end_matches(" (*)")).collect::<BTreeSet<_>>().len()
}

/// What this change costs its reviewer.
fn change(cost: &Cost) -> Row {
    Row {
        what: "generated lines changed per line of the spec, here".to_owned(),
        ours: cost.ratio().map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.1}")),
        budget: format!("{LINES_PER_SPEC_LINE:.1}"),
        compared: format!(
            "{} generated for {} of the spec, in {} files{}",
            cost.generated,
            cost.spec,
            cost.files,
            if cost.generator { "; the generator changed too" } else { "" },
        ),
        holds: cost.ratio().filter(|_| !cost.generator).map(|ratio| ratio <= LINES_PER_SPEC_LINE),
    }
}

/// What the changes of the spec cost so far.
fn history(commits: &[Cost]) -> Option<Row> {
    let mut ratios: Vec<f64> = commits.iter().filter(|cost| !cost.generator).filter_map(Cost::ratio).collect();
    ratios.sort_by(f64::total_cmp);
    let (median, worst) = (ratios.get(ratios.len() / 2)?, ratios.last()?);
    Some(Row {
        what: format!(
            "the same over the history ({} commits that change the spec and not the generator)",
            ratios.len()
        ),
        ours: format!("{median:.1} in the median, {worst:.1} at worst"),
        budget: format!("{LINES_PER_SPEC_LINE:.1}"),
        compared: "oxide: 5.3 in the median, 83,897 lines at worst".to_owned(),
        holds: Some(*median <= LINES_PER_SPEC_LINE),
    })
}

const HEAD: [&str; 5] = ["what", "ours", "budget", "holds", "compared with"];

fn cells(row: &Row) -> [&str; 5] {
    let holds = match row.holds {
        Some(true) => "yes",
        Some(false) => "no",
        None => "-",
    };
    [&row.what, &row.ours, &row.budget, holds, &row.compared]
}

fn markdown(rows: &[Row]) -> String {
    let mut out = format!("### Budgets\n\n| {} |\n|---|--:|--:|---|---|\n", HEAD.join(" | "));
    for row in rows {
        let _ = writeln!(out, "| {} |", cells(row).join(" | "));
    }
    out
}

fn text(rows: &[Row]) -> String {
    let mut widths = BTreeMap::new();
    let all: Vec<_> = std::iter::once(HEAD).chain(rows.iter().map(cells)).collect();
    for (column, cell) in all.iter().flat_map(|row| row.iter().enumerate()) {
        let width: &mut usize = widths.entry(column).or_default();
        *width = (*width).max(cell.chars().count());
    }
    let mut out = String::new();
    for row in &all {
        let line: String =
            row.iter().enumerate().map(|(column, cell)| format!("{cell:<width$}  ", width = widths[&column])).collect();
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// Counts of lines and operations are small enough for any float.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_crate_counts_once() {
        let tree = "yuno-api v0.1.0 (/home/me/yuno-api)\nbytes v1.9.0\nhttp v1.4.0\nbytes v1.9.0\nhttp v1.4.0 (*)\n\n";
        assert_eq!(super::crates(tree), 3);
    }
}
