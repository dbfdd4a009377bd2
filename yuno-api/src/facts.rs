//! The vendor's tables, for tests that hold ours against them. They lie outside of the repository.

use std::{collections::HashMap, fs, path::Path};

/// The rows of a table, each by the names of its columns. `None`, and a word about it, where the table is not there.
pub(crate) fn table(name: &str) -> Option<Vec<HashMap<String, String>>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/facts").join(name);
    let Ok(text) = fs::read_to_string(path) else {
        println!("skipped: ../shared/facts/{name} is not there to compare with");
        return None;
    };
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let rows = lines.map(|line| {
        let cells = line.split('\t').chain(std::iter::repeat(""));
        names.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), cell.trim().to_owned())).collect()
    });
    Some(rows.collect())
}
