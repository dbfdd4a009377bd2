//! Reading the tables.

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, io, path::Path};

use serde_json::Value;

use super::normal_path;

/// Which way a body goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// To the API.
    Request,
    /// From the API, with this status.
    Response(u16),
}

/// What the tables say about the operations of some groups.
#[derive(Debug, Default)]
pub struct Facts {
    /// Method and path, with every parameter as `{}`; the success status and the error statuses.
    pub operations: BTreeMap<(String, String), Answers>,
    /// Query parameters and headers of each operation: `query merchant_order_id`, `header x-account-code`.
    pub parameters: BTreeSet<(String, String, String)>,
    /// The fields of each body: operation, side and path.
    pub fields: BTreeMap<(String, String, Side, String), Field>,
}

/// How an operation answers.
#[derive(Debug, Default)]
pub struct Answers {
    /// The statuses of success.
    pub success: BTreeSet<u16>,
    /// The statuses of refusal.
    pub errors: BTreeSet<u16>,
}

/// What is said of one field, over all of its occurrences.
#[derive(Debug, Default)]
pub struct Field {
    /// Its values, where they are listed.
    pub values: BTreeSet<String>,
    /// Its limits: `maxLength` and the number, as written.
    pub limits: BTreeSet<(String, String)>,
}

/// The rows of a table, without its head.
pub(super) fn table(path: &Path) -> io::Result<Vec<Vec<String>>> {
    let rows = fs::read_to_string(path)?;
    Ok(rows.lines().skip(1).map(|row| row.split('\t').map(str::to_owned).collect()).collect())
}

impl Facts {
    /// Reads what is said of these groups.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or is not of the form that the tables have.
    pub fn read(folder: &Path, groups: &[&str]) -> io::Result<Self> {
        let mut facts = Self::default();
        for row in table(&folder.join("operations.tsv"))? {
            let [group, method, path, _, success, errors] = row.as_slice() else { return Err(odd("operations.tsv")) };
            if groups.contains(&group.as_str()) {
                let answers = facts.operations.entry((method.clone(), normal_path(path))).or_default();
                answers.success.extend(statuses(success));
                answers.errors.extend(statuses(errors));
            }
        }
        for group in groups {
            facts.group(&folder.join("fields").join(format!("{group}.json")))?;
        }
        Ok(facts)
    }

    fn group(&mut self, file: &Path) -> io::Result<()> {
        let group: Value = serde_json::from_slice(&fs::read(file)?)?;
        let name = || odd(&file.display().to_string());
        for (operation, parts) in group.as_object().ok_or_else(name)? {
            // Behind `#` stands the vendor's name of one of several descriptions of the same operation.
            let route = operation.split('#').next().unwrap_or_default().trim();
            let (method, path) = route.split_once(' ').ok_or_else(name)?;
            let (method, path) = (method.to_owned(), normal_path(path));
            for (part, content) in parts.as_object().ok_or_else(name)? {
                let side = match part.split_once(' ') {
                    None if part == "request" => Side::Request,
                    Some(("response", status)) => Side::Response(status.parse().map_err(|_| name())?),
                    _ if part == "parameters" => {
                        self.parameters(&method, &path, content);
                        continue;
                    }
                    _ => continue,
                };
                for (field, said) in content.as_object().into_iter().flatten() {
                    // `[]` aside: a list and its items are one field.
                    let field = field.replace("[]", "");
                    let field = field.trim_matches('.');
                    if !field.is_empty() {
                        let key = (method.clone(), path.clone(), side, field.to_owned());
                        self.fields.entry(key).or_default().learn(said);
                    }
                }
            }
        }
        Ok(())
    }

    fn parameters(&mut self, method: &str, path: &str, parameters: &Value) {
        for parameter in parameters.as_array().into_iter().flatten() {
            let text = |key: &str| parameter[key].as_str().unwrap_or_default().to_owned();
            let location = text("in");
            if location != "path" {
                let name = if location == "header" { text("name").to_lowercase() } else { text("name") };
                self.parameters.insert((method.to_owned(), path.to_owned(), format!("{location} {name}")));
            }
        }
    }
}

impl Field {
    fn learn(&mut self, said: &Value) {
        let values = said["enum"].as_array().into_iter().flatten();
        self.values.extend(values.filter(|value| !value.is_null()).map(plain));
        for limit in ["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum"] {
            if let Some(value) = said.get(limit) {
                self.limits.insert((limit.to_owned(), plain(value)));
            }
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn statuses(list: &str) -> impl Iterator<Item = u16> {
    list.split(',').filter_map(|status| status.trim().parse().ok())
}

fn odd(file: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{file} has not the form that is expected here"))
}
