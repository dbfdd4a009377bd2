//! The last step: modules as files, and the lists that name them all.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    model::{Api, Kind, Type},
    refine::{Module, Modules, Piece, constant, handle},
};

/// How long a line may be.
const WIDTH: usize = 120;

/// The files by path below `yuno-api/src/generated/`.
pub(crate) type Files = BTreeMap<String, String>;

/// Prints everything.
pub(crate) fn print(api: &Api, modules: &Modules) -> Files {
    let mut files = Files::new();
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, module) in modules {
        files.insert(format!("{path}.rs"), file(module));
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        folders.entry(folder).or_default().push(name);
    }
    for (folder, names) in &folders {
        if !folder.is_empty() {
            files.insert(format!("{folder}/mod.rs"), folder_file(folder, names));
        }
    }
    files.insert("mod.rs".to_owned(), root(api, modules, &folders));
    files
}

fn header(source: &str) -> String {
    format!("//! Generated from `spec/{source}` by `cargo xtask generate`. Edit that file, not this one.\n")
}

fn file(module: &Module) -> String {
    let mut out = header(&module.source);
    if !module.uses.is_empty() {
        out.push('\n');
        let _ = writeln!(out, "{}", use_line(&module.uses));
    }
    for piece in &module.pieces {
        out.push('\n');
        match piece {
            Piece::Item(item) => {
                let file =
                    syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![(**item).clone()] };
                // prettyplease leaves the tokens of attributes as they are; a closure in one reads badly.
                let text = prettyplease::unparse(&file);
                let text = text.replace("|value:impl ", "|value: impl ").replace(">|Some(", ">| Some(");
                // What belongs together stays on a line.
                let text = text.replace("    #[builder(default)]\n    pub", "    #[builder(default)] pub");
                out.push_str(&text.replace("bon::Builder)]\n#[builder(", "bon::Builder)] #[builder("));
            }
            Piece::Text(text) => out.push_str(text),
        }
    }
    out
}

/// `use crate::{types::*, wire::tables::{object, text}};`
fn use_line(paths: &[String]) -> String {
    const TABLES: &str = "wire::tables::";
    let (mut tables, mut paths): (Vec<&str>, Vec<&str>) =
        paths.iter().map(String::as_str).partition(|path| path.starts_with(TABLES));
    tables.iter_mut().for_each(|path| *path = path.trim_start_matches(TABLES));
    tables.sort_unstable();
    let tables = match tables.as_slice() {
        [] => None,
        [one] => Some(format!("{TABLES}{one}")),
        several => Some(format!("{TABLES}{{{}}}", several.join(", "))),
    };
    paths.extend(tables.as_deref());
    paths.sort_unstable();
    match paths.as_slice() {
        [one] => format!("use crate::{one};"),
        several => format!("use crate::{{{}}};", several.join(", ")),
    }
}

fn folder_file(folder: &str, names: &[&str]) -> String {
    let mut out = header(&format!("{folder}/"));
    out.push('\n');
    for name in names {
        let _ = writeln!(out, "pub(crate) mod {name};");
    }
    out
}

/// `pub use super::payments::card::{Card, CardData};`, over several lines where one is too short.
fn list_use(path: &str, names: &[String]) -> String {
    if let [name] = names {
        return format!("    pub use super::{path}::{name};\n");
    }
    let line = format!("    pub use super::{path}::{{{}}};\n", names.join(", "));
    if line.len() <= WIDTH {
        return line;
    }
    let mut out = format!("    pub use super::{path}::{{\n");
    pack(&mut out, "       ", names.iter().map(String::as_str));
    out.push_str("    };\n");
    out
}

/// Names with commas, as many on a line as fit.
fn pack<'a>(out: &mut String, indent: &str, names: impl Iterator<Item = &'a str>) {
    let mut line = String::new();
    for name in names {
        if !line.is_empty() && line.len() + name.len() + 10 > WIDTH {
            let _ = writeln!(out, "{indent}{line}");
            line.clear();
        }
        let _ = write!(line, " {name},");
    }
    let _ = writeln!(out, "{indent}{line}");
}

fn root(api: &Api, modules: &Modules, folders: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut out = header("");
    out.push_str("\n// The lists and tables name what is deprecated, too: only who calls it is to be warned. And a call has as many\n");
    out.push_str("// arguments as the API asks for.\n");
    out.push_str("#![allow(clippy::too_many_arguments, deprecated)]\n\n");
    for folder in folders.keys().filter(|folder| !folder.is_empty()) {
        let _ = writeln!(out, "pub(crate) mod {folder};");
    }
    for name in folders.get("").into_iter().flatten() {
        let _ = writeln!(out, "pub(crate) mod {name};");
    }
    out.push_str("\n/// Every generated type.\npub(crate) mod types {\n");
    for (path, module) in modules.iter().filter(|(_, module)| !module.types.is_empty()) {
        out.push_str(&list_use(&path.replace('/', "::"), &module.types));
    }
    out.push_str("}\n\n/// The handle of every resource.\npub(crate) mod resources {\n");
    for tag in api.tags.iter().filter(|tag| api.operations.iter().any(|operation| operation.tag == tag.name)) {
        let _ = writeln!(out, "    pub use super::{}::operations::{};", tag.name, handle(&tag.name));
    }
    out.push_str("}\n\n/// Every operation, in the order of `paths`.\n");
    out.push_str("pub static OPERATIONS: &[&crate::operation::Operation] = &[\n");
    for operation in &api.operations {
        let _ = writeln!(out, "    &{}::operations::{},", operation.tag, constant(operation));
    }
    out.push_str("];\n\n/// Every operation with the types of its bodies.\n#[cfg(feature = \"server\")]\n");
    out.push_str("pub(crate) static EXCHANGES: &[crate::exchange::Exchange] = {\n");
    out.push_str("    use crate::{exchange::Exchange, types::*};\n    &[\n");
    for operation in &api.operations {
        let _ = write!(out, "        Exchange::new(&{}::operations::{})", operation.tag, constant(operation));
        if let Some(body) = &operation.request {
            let _ = write!(out, ".takes::<{}>()", type_text(&body.ty));
        }
        if let Some(ty) = &operation.success.ty {
            let _ = write!(out, ".answers::<{}>()", type_text(ty));
        }
        out.push_str(",\n");
    }
    out.push_str("    ]\n};\n\n/// Every object by name.\n#[cfg(feature = \"server\")]\n");
    out.push_str("pub(crate) static OBJECTS: &[(&str, crate::exchange::Inspect)] = crate::exchange::object_table! {\n");
    let objects = api.components.iter().filter(|component| matches!(component.kind, Kind::Object { .. }));
    pack(&mut out, "   ", objects.map(|component| component.name.as_str()));
    out.push_str("};\n");
    out
}

/// The type of a body. Only components, lists of them and free-form values stand there; lint sees to it.
fn type_text(ty: &Type) -> String {
    match ty {
        Type::Ref(name) => name.clone(),
        Type::List(item) => format!("Vec<{}>", type_text(item)),
        _ => "Json".to_owned(),
    }
}
