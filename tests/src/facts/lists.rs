//! Value lists that stand in tables of their own.

use std::collections::BTreeSet;
use std::{io, path::Path};

use yuno_codegen::model::{Api, Kind};

use super::Share;
use super::read::table;

/// A column of a table whose values belong into an enum.
#[derive(Clone, Copy)]
pub struct ValueList {
    /// The table.
    pub file: &'static str,
    /// Which rows: all, or those that have this text in the first column.
    pub rows: Option<&'static str>,
    /// Which column, from 0.
    pub column: usize,
    /// The enum.
    pub component: &'static str,
    /// From what stands in a cell to the values in it.
    pub values: fn(&str) -> Vec<String>,
    /// What is in the column and not in the enum, each with its reason.
    pub left_out: &'static [(&'static str, &'static str)],
}

/// How much of a list the enum holds, what it lacks without a reason, and which reasons have nothing to explain.
///
/// # Errors
///
/// Where the table cannot be read.
pub fn missing(folder: &Path, list: &ValueList, api: &Api) -> io::Result<(Share, Vec<String>, Vec<&'static str>)> {
    let rows = table(&folder.join(list.file))?;
    let rows = rows.iter().filter(|row| list.rows.is_none_or(|name| row.first().is_some_and(|list| list == name)));
    let cells = rows.filter_map(|row| row.get(list.column)).filter(|cell| !cell.is_empty());
    let values: BTreeSet<String> = cells.flat_map(|cell| (list.values)(cell)).collect();
    let known: BTreeSet<&str> = match api.component(list.component).map(|component| &component.kind) {
        Some(Kind::Enum { values, .. }) => values.iter().map(|value| value.value.as_str()).collect(),
        _ => BTreeSet::new(),
    };
    let left_out = |value: &str| list.left_out.iter().any(|(known, _)| *known == value);
    let lacking = values.iter().filter(|value| !known.contains(value.as_str()) && !left_out(value));
    let lacking: Vec<_> = lacking.cloned().collect();
    let idle = list.left_out.iter().map(|(value, _)| *value);
    let idle = idle.filter(|value| !values.contains(*value) || known.contains(value)).collect();
    let total = values.iter().filter(|value| !left_out(value)).count();
    Ok((Share { held: total - lacking.len(), total }, lacking, idle))
}
