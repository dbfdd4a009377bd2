//! Says everything that is wrong with a document, at once.
//!
//! What passes here can be generated from: no later step has to ask again whether a name is a name.

mod components;
mod enums;
mod examples;
mod files;
mod instance;
mod keywords;
mod limits;
mod names;
mod operations;
mod parameters;
mod recursion;
mod references;
mod root;
mod rules;
mod secrets;
mod taken;
#[cfg(test)]
pub(crate) mod testing;

use std::collections::HashMap;

use crate::load::Document;
use crate::model::{Api, Component, Type};
use crate::read;
use crate::report::{Finding, Report};
use crate::survey::{Role, Survey};
use crate::tree::Node;

/// All findings about a document.
#[must_use]
pub fn lint(document: &Document) -> Report {
    check(document).1
}

/// The model of a document that has no findings.
///
/// # Errors
///
/// The findings.
pub fn checked(document: &Document) -> Result<Api, Report> {
    let (api, report) = check(document);
    if report.is_empty() { Ok(api) } else { Err(report) }
}

fn check(document: &Document) -> (Api, Report) {
    let survey = Survey::new(document);
    let (api, mut findings) = read::read(&survey);
    findings.extend(document.findings.iter().cloned());
    let context = Context::new(&survey, &api);
    for family in FAMILIES {
        family(&context, &mut findings);
    }
    drop(context);
    (api, Report::new(document.sources.clone(), findings))
}

/// The rules, by family.
const FAMILIES: [fn(&Context<'_>, &mut Vec<Finding>); 15] = [
    files::check,
    root::check,
    references::check,
    keywords::check,
    operations::check,
    parameters::check,
    names::check,
    taken::check,
    components::check,
    recursion::check,
    enums::check,
    limits::check,
    rules::check,
    examples::check,
    secrets::check,
];

/// What the rules look at.
struct Context<'a> {
    document: &'a Document,
    survey: &'a Survey<'a>,
    api: &'a Api,
    /// The components by name; of two with one name the first.
    components: HashMap<&'a str, &'a Component>,
    /// Where each of them stands in the list.
    positions: HashMap<&'a str, usize>,
    /// Their nodes.
    nodes: HashMap<&'a str, &'a Node>,
}

impl<'a> Context<'a> {
    fn new(survey: &'a Survey<'a>, api: &'a Api) -> Self {
        let mut components = HashMap::new();
        let mut positions = HashMap::new();
        for (position, component) in api.components.iter().enumerate() {
            components.entry(component.name.as_str()).or_insert(component);
            positions.entry(component.name.as_str()).or_insert(position);
        }
        let mut nodes = HashMap::new();
        for named in survey.named(Role::Schema) {
            nodes.entry(named.entry.key.as_str()).or_insert(&named.entry.node);
        }
        Self { document: survey.document, survey, api, components, positions, nodes }
    }

    /// The component that a type is, where it is one.
    fn component(&self, ty: &Type) -> Option<&'a Component> {
        match ty {
            Type::Ref(name) => self.components.get(name.as_str()).copied(),
            _ => None,
        }
    }

    /// The path of a file below the spec folder.
    fn path(&self, file: crate::tree::FileId) -> &'a str {
        self.document.sources.get(file).map_or("", |file| file.path.as_str())
    }
}
