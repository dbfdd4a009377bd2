//! From progenitor's items to the code that we publish: passes over the syntax tree, in a fixed order.
//!
//! 1. `collect`: progenitor's types and methods, by name; everything else of its output is dropped.
//! 2. `types`: short paths, `Sensitive`, `Patch`, `OneOrMany`, boxes.
//! 3. `objects`: members in the order of the spec, `unknown_fields`, builders, the table.
//! 4. `enums` and `texts`: the open arm, the text on the wire, ids.
//! 5. `operations`: methods by resource, the operation table, parameters.
//! 6. `docs` and `example`: what a caller reads.

mod collect;
mod docs;
mod enums;
mod example;
mod markdown;
mod objects;
mod operations;
mod types;

use std::collections::BTreeMap;

pub(crate) use operations::{constant, handle};

use crate::model::{Api, Kind};

/// A piece of a generated file.
pub(crate) enum Piece {
    /// A Rust item, for prettyplease.
    Item(Box<syn::Item>),
    /// Text that is already as it should be: the body of a macro, which prettyplease leaves as it finds it.
    Text(String),
}

/// One generated module, not yet printed.
#[derive(Default)]
pub(crate) struct Module {
    /// The file of the spec that it mirrors: `payments/card.yaml`.
    pub source: String,
    /// The `use` lines.
    pub uses: Vec<String>,
    /// The rest, in the order of the spec.
    pub pieces: Vec<Piece>,
    /// The public types, for the list of all types.
    pub types: Vec<String>,
}

/// The modules by path without extension: `payments/card`.
pub(crate) type Modules = BTreeMap<String, Module>;

/// Refines the whole output.
///
/// # Errors
///
/// Where progenitor's output lacks something that the model has: the generator and this step disagree.
pub(crate) fn refine(file: &syn::File, api: &Api) -> Result<Modules, String> {
    let items = collect::collect(file);
    let mut modules = Modules::new();
    for component in &api.components {
        let module = modules.entry(component.module.clone()).or_default();
        module.source = format!("{}.yaml", component.module);
        module.types.push(component.name.clone());
        match &component.kind {
            Kind::Object { properties, rules } => {
                let item = items.structs.get(&component.name).ok_or_else(|| missing(&component.name))?;
                objects::refine(component, properties, rules, item, api, module)?;
            }
            Kind::Enum { values, .. } => {
                if !items.enums.contains_key(&component.name) {
                    return Err(missing(&component.name));
                }
                enums::refine(component, values, module);
            }
            Kind::Text { sensitive, .. } => enums::refine_text(component, sensitive.is_some(), module),
        }
    }
    operations::refine(api, &items, &mut modules)?;
    Ok(modules)
}

fn missing(name: &str) -> String {
    format!("progenitor made nothing of `{name}`; look at how codegen/src/lower.rs lowers it")
}
