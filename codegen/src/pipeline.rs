//! The whole way, from the folder of the spec to the files of the crate.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    bundle, lint, load, lower,
    model::Api,
    print, read, refine,
    report::{Finding, Report},
    rust,
    tree::Place,
};

/// How a run behaves.
#[derive(Default)]
pub struct Settings<'a> {
    /// Told the name of each step as it begins: for showing progress.
    pub started: Option<&'a dyn Fn(&'static str)>,
}

/// What a run gives.
#[derive(Debug)]
pub struct Output {
    /// The files by path below `yuno-api/src/generated/`.
    pub files: BTreeMap<String, String>,
    /// How many operations there are.
    pub operations: usize,
    /// How many types there are.
    pub types: usize,
    /// Each step and how long it took.
    pub steps: Vec<(&'static str, Duration)>,
}

/// Generates the crate's half of the spec in this folder. Reads files, writes none.
///
/// # Errors
///
/// Where the spec cannot be read, or lint finds something in it, or the generator gives up: each finding with its
/// place and its remedy.
pub fn generate(folder: &Path, settings: &Settings<'_>) -> Result<Output, Report> {
    let mut clock = Clock { settings, steps: Vec::new() };
    let document = clock.step("load", || load::read_folder(folder).and_then(load::parse))?;
    let report = clock.step("lint", || lint::lint(&document));
    if !report.is_empty() {
        return Err(report);
    }
    let (api, findings) = read::model_of(&document);
    if !findings.is_empty() {
        return Err(Report::new(document.sources, findings));
    }
    let lowered = clock.step("lower", || lower::lower(&api));
    let refused = |finding: Finding| Report::new(document.sources.clone(), vec![finding]);
    let file = clock.step("generate", || rust::generate(&lowered)).map_err(|error| {
        let culprit = rust::culprit(&lowered);
        refused(gave_up(&api, culprit.as_deref(), &error.message))
    })?;
    let modules = clock.step("refine", || refine::refine(&file, &api)).map_err(|message| {
        let remedy = "this is a defect of the generator, not of the spec; report it with the spec at hand".to_owned();
        refused(Finding { rule: "refine", message, place: None, related: None, remedy })
    })?;
    let files = clock.step("print", || print::print(&api, &modules));
    Ok(Output { files, operations: api.operations.len(), types: api.components.len(), steps: clock.steps })
}

/// What progenitor alone makes of a spec, to measure ours against.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    /// Lines with positional parameters.
    pub positional: usize,
    /// Lines with builders.
    pub builder: usize,
    /// How long the positional form took, formatting included.
    pub time: Duration,
}

/// Measures progenitor alone, with its own settings, on the bundled spec. What it cannot take is left out: error answers,
/// at which it gives up.
///
/// # Errors
///
/// Where the spec cannot be read, or progenitor gives up.
pub fn plain(folder: &Path) -> Result<Plain, Report> {
    let document = load::read_folder(folder).and_then(load::parse)?;
    let mut bundle = bundle::bundle(&document).to_value();
    for operation in bundle["paths"].as_object_mut().into_iter().flat_map(|paths| paths.values_mut()) {
        for operation in operation.as_object_mut().into_iter().flat_map(|item| item.values_mut()) {
            if let Some(answers) = operation.get_mut("responses").and_then(Value::as_object_mut) {
                answers.retain(|status, _| status.starts_with('2'));
            }
        }
    }
    let lines = |interface| match rust::plain(&bundle, interface) {
        Ok(text) => Ok(text.lines().count()),
        Err(error) => {
            let message = format!("progenitor alone gives up on the document: {}", error.message);
            let remedy = "leave out what it cannot take where it is measured".to_owned();
            let finding = Finding { rule: "progenitor", message, place: None, related: None, remedy };
            Err(Report::new(document.sources.clone(), vec![finding]))
        }
    };
    let start = Instant::now();
    let positional = lines(rust::POSITIONAL)?;
    Ok(Plain { positional, time: start.elapsed(), builder: lines(rust::BUILDER)? })
}

struct Clock<'a> {
    settings: &'a Settings<'a>,
    steps: Vec<(&'static str, Duration)>,
}

impl Clock<'_> {
    fn step<T>(&mut self, name: &'static str, run: impl FnOnce() -> T) -> T {
        if let Some(started) = self.settings.started {
            started(name);
        }
        let start = Instant::now();
        let result = run();
        self.steps.push((name, start.elapsed()));
        result
    }
}

fn gave_up(api: &Api, culprit: Option<&str>, message: &str) -> Finding {
    let operation = api.operations.iter().find(|operation| culprit == Some(lower::operation_name(operation).as_str()));
    let place: Option<Place> = operation.map(|operation| operation.place);
    let what = operation.map_or_else(|| "the document".to_owned(), |operation| format!("`{}`", operation.id));
    Finding {
        rule: "progenitor",
        message: format!("progenitor gives up on {what}: {message}"),
        place,
        related: None,
        remedy: "write the operation or its schemas more simply, and add a lint rule for what progenitor cannot take"
            .to_owned(),
    }
}
